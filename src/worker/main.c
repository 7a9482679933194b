/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * main.c: dondoc-worker: one file on descriptor 0, its Document on descriptor 1. The only program that parses files, and it
 * does so with nothing in reach.
 */
#include "error.h"
#include "last-words.h"
#include "maxima.h"
#include "reader-table.h"
#include "sandbox.h"
#include "warm-up.h"
#include "wire.h"
#include "worker-status.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

static const char help[] =
	"dondoc-worker <FILE >DOCUMENT\n\n"
	"Đọc một tệp trong vùng cách ly rồi ghi nội dung ra; dondoc tự gọi chương trình này.\n"
	"(Reads one file inside a sandbox and writes what is in it; dondoc starts it by "
	"itself.)\n\n"
	"  --help     in trang này (this page)\n"
	"  --version  in phiên bản (the version)\n";

static bool
write_all(const void *bytes, size_t len, G_GNUC_UNUSED void *user_data)
{
	const char *at = bytes;
	while (len > 0) {
		ssize_t n = write(STDOUT_FILENO, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		len -= (size_t)n;
	}
	return true;
}

/* Returns: FALSE unless descriptor 0 is a plain file that cannot be written to */
static bool
check_input(size_t *size_out)
{
	struct stat info;
	int flags = fcntl(STDIN_FILENO, F_GETFL);
	if (flags < 0 || (flags & O_ACCMODE) != O_RDONLY || fstat(STDIN_FILENO, &info) != 0 ||
		!S_ISREG(info.st_mode) || info.st_size < 0)
		return false;
	*size_out = (size_t)info.st_size;
	return true;
}

/*
 * Reads from the beginning wherever the descriptor stands, for the caller shares its place. A copy and no mapping: whoever
 * changes the file meanwhile must not change it under a reader. @size: what it had at first; more is not looked at
 */
static guint8 *
read_input(size_t size, size_t *len_out, GError **error)
{
	if (size > DD_MAX_FILE_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp lớn hơn %u MB; hãy tách thành nhiều tệp rồi đọc lại "
			"(larger than %u MB; split it and read the parts)",
			DD_MAX_FILE_BYTES >> 20, DD_MAX_FILE_BYTES >> 20);
		return NULL;
	}
	g_autofree guint8 *bytes = g_malloc(size + 1);
	size_t len = 0;
	while (len < size) {
		ssize_t n = pread(STDIN_FILENO, bytes + len, size - len, (off_t)len);
		if (n == 0)
			break; /* somebody cut it meanwhile */
		if (n < 0 && errno != EINTR) {
			g_set_error(error, DD_ERROR, DD_ERROR_IO, "không đọc được tệp (%s)",
				g_strerror(errno));
			return NULL;
		}
		len += n > 0 ? (size_t)n : 0;
	}
	*len_out = len;
	return g_steal_pointer(&bytes);
}

static bool
read_and_write(size_t size)
{
	g_autoptr(GError) error = NULL;
	size_t len = 0;
	g_autofree guint8 *bytes = read_input(size, &len, &error);
	g_autoptr(DdDocument) document = bytes != NULL ? dd_file_read(bytes, len, &error) : NULL;
	return document != NULL ? dd_wire_write_document(document, write_all, NULL)
				: dd_wire_write_error(error, write_all, NULL);
}

static DdWorkerStatus
run(void)
{
	const DdSandboxLimits limits = {
		.memory_bytes = DD_MAX_WORKER_MEMORY_BYTES,
		.cpu_seconds = DD_MAX_WORKER_CPU_SECONDS,
	};
	g_autoptr(GError) error = NULL;
	size_t size = 0;
	if (!check_input(&size)) {
		fputs("dondoc-worker: đầu vào phải là một tệp mở chỉ để đọc "
		      "(standard input must be a regular file, open for reading only)\n",
			stderr);
		return DD_WORKER_USAGE;
	}
	/* a caller that is killed leaves nobody who keeps the deadline */
	if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0)
		return DD_WORKER_FAILED;
	dd_last_words_install();
	if (!dd_warm_up(&error)) {
		fprintf(stderr, "dondoc-worker: %s\n", error->message);
		return DD_WORKER_FAILED;
	}
	if (!dd_sandbox_is_whole())
		fputs("dondoc-worker: bản dựng để kiểm lỗi, KHÔNG có vùng cách ly "
		      "(a build with sanitizers: there is NO sandbox)\n",
			stderr);
	if (!dd_sandbox_enter(&limits, &error)) {
		fprintf(stderr, "dondoc-worker: không vào được vùng cách ly (no sandbox): %s\n",
			error->message);
		return DD_WORKER_REFUSED;
	}
	return read_and_write(size) ? DD_WORKER_DONE : DD_WORKER_FAILED;
}

int
main(int argc, char **argv)
{
	if (argc == 1)
		return (int)run();
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) < 0 ? DD_WORKER_FAILED : DD_WORKER_DONE;
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return puts("dondoc-worker " DONDOC_VERSION) < 0 ? DD_WORKER_FAILED : DD_WORKER_DONE;
	fputs(help, stderr);
	return DD_WORKER_USAGE;
}

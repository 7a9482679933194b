/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * office-main.c: dondoc-office: an old Word or Excel file on descriptor 0, what LibreOffice makes of it on descriptor 1. Neither is
 * parsed here; what comes out is as little to be trusted as what went in. It has a session of its own, so that nothing typed at a
 * terminal reaches it: when its caller is gone the pipe is, and it ends LibreOffice and cleans up.
 */
#include "error.h"
#include "maxima.h"
#include "office-folder.h"
#include "office-run.h"
#include "office-status.h"
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE_BYTES ((size_t)64 << 10)

#define SWEEP "--sweep"

static const char help[] = "dondoc-office docx|xlsx PROGRAM FOLDER <FILE >RESULT\n"
			   "dondoc-office --sweep FOLDER\n\n"
			   "Chuyển một tệp Word hoặc Excel đời cũ bằng LibreOffice (PROGRAM), "
			   "trong vùng cách ly, ghi tạm vào FOLDER; dondoc tự "
			   "gọi chương trình này.\n"
			   "(Has LibreOffice, boxed in, convert an old Word or Excel file, with a "
			   "folder of its own in FOLDER; dondoc starts it "
			   "by itself.)\n\n"
			   "  --sweep    chỉ dọn những gì tiến trình bị giết để lại trong FOLDER "
			   "(only remove what processes that were killed left in FOLDER)\n"
			   "  --help     in trang này (this page)\n"
			   "  --version  in phiên bản (the version)\n";

/* Copies a file, at most @most bytes of it. Returns: FALSE when it cannot be read or written */
static bool
copy(int from, int to, size_t most)
{
	g_autofree char *piece = g_malloc(PIECE_BYTES);
	for (size_t at = 0; at < most;) {
		ssize_t n = pread(from, piece, MIN(PIECE_BYTES, most - at), (off_t)at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			return true;
		if (n < 0 || !dd_streams_write(to, piece, (size_t)n))
			return false;
		at += (size_t)n;
	}
	return true;
}

static bool
put_input(const DdOfficeFolder *folder, const char *old, size_t size)
{
	g_autofree char *name = g_strconcat("in/plan.", old, NULL);
	int fd = openat(folder->fd, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool done = fd >= 0 && copy(STDIN_FILENO, fd, size);
	if (fd >= 0)
		close(fd);
	return done;
}

/* Returns: a descriptor of the result, -1 when there is none that can be taken: the folder's contents are anybody's */
static int
open_result(const DdOfficeFolder *folder, const char *kind, size_t *size_out)
{
	g_autofree char *name = g_strconcat("out/plan.", kind, NULL);
	int fd = openat(folder->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat info;
	if (fd < 0)
		return -1;
	if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
		info.st_size <= (off_t)DD_MAX_FILE_BYTES) {
		*size_out = (size_t)info.st_size;
		return fd;
	}
	close(fd);
	return -1;
}

/* Returns: a descriptor that tells of signals that want an end; -1 */
static int
take_signals(void)
{
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGHUP);
	signal(SIGPIPE, SIG_IGN);
	return sigprocmask(SIG_BLOCK, &ends, NULL) == 0 ? signalfd(-1, &ends, SFD_CLOEXEC) : -1;
}

static DdOfficeStatus
fail(const char *what, const char *why)
{
	fprintf(stderr, "dondoc-office: %s: %s\n", what, why);
	return DD_OFFICE_FAILED;
}

static DdOfficeStatus
convert(size_t size, const char *kind, const char *program, const char *parent)
{
	g_auto(DdOfficeFolder) folder = {.fd = -1};
	g_autoptr(GError) error = NULL;
	const char *old = strcmp(kind, "docx") == 0 ? "doc" : "xls";
	int signals = take_signals();
	if (signals < 0)
		return fail("signalfd", g_strerror(errno));
	dd_office_folder_sweep(parent);
	if (!dd_office_folder_make(parent, program, &folder, &error))
		return fail(parent, error->message);
	if (!put_input(&folder, old, size))
		return fail(folder.path, g_strerror(errno));
	DdOfficeStatus status = dd_office_run(&folder, program, old, kind, signals, &error);
	if (error != NULL)
		fprintf(stderr, "dondoc-office: %s\n", error->message);
	if (status != DD_OFFICE_DONE)
		return status;
	int result = open_result(&folder, kind, &size);
	/* what is open stays to be read; what is in the way of its reader being killed is gone */
	dd_office_folder_clear(&folder);
	if (result < 0)
		return DD_OFFICE_NOTHING;
	bool done = copy(result, STDOUT_FILENO, size);
	close(result);
	return done ? DD_OFFICE_DONE : DD_OFFICE_STOPPED;
}

int
main(int argc, char **argv)
{
	size_t size = 0;
	if (argc == 2 && strcmp(argv[1], "--help") == 0)
		return fputs(help, stdout) < 0 ? DD_OFFICE_FAILED : DD_OFFICE_DONE;
	if (argc == 2 && strcmp(argv[1], "--version") == 0)
		return puts("dondoc-office " DONDOC_VERSION) < 0 ? DD_OFFICE_FAILED : DD_OFFICE_DONE;
	if (argc == 3 && strcmp(argv[1], SWEEP) == 0 && g_path_is_absolute(argv[2])) {
		dd_office_folder_sweep(argv[2]);
		return DD_OFFICE_DONE;
	}
	if (argc != 4 || (strcmp(argv[1], "docx") != 0 && strcmp(argv[1], "xlsx") != 0) ||
		!g_path_is_absolute(argv[2]) || !g_path_is_absolute(argv[3]) ||
		!dd_streams_check_input(&size) || size > DD_MAX_FILE_BYTES) {
		fputs(help, stderr);
		return DD_OFFICE_USAGE;
	}
	/* fails where it leads a session already, which is as well */
	(void)setsid();
	return (int)convert(size, argv[1], argv[2], argv[3]);
}

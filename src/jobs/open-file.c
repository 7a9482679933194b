/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-file.c: bytes in memory as a sealed file for the worker */
#include "open-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "error.h"
#include "run-worker.h"
#include "sniff.h"

bool
dd_file_is_for_worker(const guint8 *bytes, gsize len)
{
	return dd_sniff(bytes, len, NULL) != DD_SNIFF_OTHER;
}

static bool
write_all(int fd, const guint8 *bytes, gsize len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes += n;
		len -= (gsize)n;
	}
	return true;
}

/* Runs the worker; when the file turns out to need a module that takes its time to start, once more with it. */
static DdDocument *
run(int fd, const DdFileOpenTask *task, GError **error)
{
	DdWorkerTask work = {
		.password = task->password, .progress = task->progress, .user_data = task->user_data};
	g_autoptr(DdDocument) document = dd_worker_run(fd, &work, error);
	if (document != NULL && dd_document_has_note(document, DD_NOTE_PACKED)) {
		work.unpack = true;
		return dd_worker_run(fd, &work, error);
	}
	if (document == NULL || task->skip_images ||
		!dd_document_has_note(document, DD_NOTE_UNREAD_PAGES))
		return g_steal_pointer(&document);
	work.recognise = true;
	return dd_worker_run(fd, &work, error);
}

DdDocument *
dd_file_open(const guint8 *bytes, gsize len, const DdFileOpenTask *task, GError **error)
{
	int fd = memfd_create("dondoc", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (fd < 0 || !write_all(fd, bytes, len) || lseek(fd, 0, SEEK_SET) != 0 ||
		fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không đủ bộ nhớ để mở tệp (no memory for the file: %s)", g_strerror(errno));
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	DdDocument *document = run(fd, task, error);
	close(fd);
	return document;
}

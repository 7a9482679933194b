/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-file.c: bytes in memory as a sealed file for the worker */
#include "open-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "convert-office.h"
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

static void
see_words(DdParagraph *paragraph, void *user)
{
	bool *has_words = user;
	*has_words = *has_words || *paragraph->text != '\0';
}

/*
 * Pages of @document, (transfer full), are images. A recogniser that is missing or fails takes away no more than these pages.
 * Returns: all that can be read; NULL with @error when that is nothing
 */
static DdDocument *
recognise(int fd, DdWorkerTask *work, DdDocument *document, GError **error)
{
	g_autoptr(DdDocument) plain = document;
	g_autoptr(GError) why = NULL;
	bool has_words = false;
	work->recognise = true;
	DdDocument *whole = dd_worker_run(fd, work, &why);
	if (whole != NULL)
		return whole;
	dd_document_each_paragraph(plain, DD_PART_BODY, see_words, &has_words);
	if (!has_words) {
		g_propagate_error(error, g_steal_pointer(&why));
		return NULL;
	}
	if (g_error_matches(why, DD_ERROR, DD_ERROR_UNSUPPORTED))
		dd_document_add_note(plain, DD_NOTE_NO_RECOGNISER);
	return g_steal_pointer(&plain);
}

/* Runs the worker; when the file turns out to need a module that takes its time to start, once more with it. */
static DdDocument *
run(int fd, const DdFileOpenTask *task, GError **error)
{
	DdWorkerTask work = {.worker = task->worker,
		.password = task->password,
		.progress = task->progress,
		.user_data = task->user_data,
		.stop = task->stop};
	g_autoptr(DdDocument) document = dd_worker_run(fd, &work, error);
	if (document != NULL && dd_document_has_note(document, DD_NOTE_PACKED)) {
		work.unpack = true;
		return dd_worker_run(fd, &work, error);
	}
	if (document == NULL || task->skip_images ||
		!dd_document_has_note(document, DD_NOTE_UNREAD_PAGES))
		return g_steal_pointer(&document);
	return recognise(fd, &work, g_steal_pointer(&document), error);
}

/* Returns: a file in memory with these bytes that nobody can change, -1 when there is no room */
static int
seal(const guint8 *bytes, gsize len, GError **error)
{
	int fd = memfd_create("dondoc", MFD_CLOEXEC | MFD_ALLOW_SEALING);
	if (fd >= 0 && write_all(fd, bytes, len) && lseek(fd, 0, SEEK_SET) == 0 &&
		fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) == 0)
		return fd;
	g_set_error(error, DD_ERROR, DD_ERROR_IO,
		"không đủ bộ nhớ để mở tệp (no memory for the file: %s)", g_strerror(errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

static DdDocument *
open_bytes(const guint8 *bytes, gsize len, const DdFileOpenTask *task, GError **error)
{
	int fd = seal(bytes, len, error);
	if (fd < 0)
		return NULL;
	DdDocument *document = run(fd, task, error);
	close(fd);
	return document;
}

static GByteArray *
convert(int fd, DdOfficeKind kind, const DdFileOpenTask *task, GError **error)
{
	if (task->converting != NULL)
		task->converting(true, task->user_data);
	GByteArray *made = dd_office_convert(fd, kind, &(DdOfficeTask){.stop = task->stop}, error);
	if (task->converting != NULL)
		task->converting(false, task->user_data);
	return made;
}

/* @what: by what the worker refused the file, which says what it is */
static DdDocument *
open_old(int fd, const GError *what, const DdFileOpenTask *task, GError **error)
{
	bool is_text = what->code == DD_ERROR_OLD_TEXT;
	g_autoptr(GByteArray)
		made = convert(fd, is_text ? DD_OFFICE_TEXT : DD_OFFICE_SHEET, task, error);
	DdDocument *document = made != NULL ? open_bytes(made->data, made->len, task, error) : NULL;
	if (document != NULL)
		dd_document_add_note(document, DD_NOTE_CONVERTED);
	else
		g_prefix_error(error, "%s: ", what->message);
	return document;
}

DdDocument *
dd_file_open(const guint8 *bytes, gsize len, const DdFileOpenTask *task, GError **error)
{
	g_autoptr(GError) why = NULL;
	int fd = seal(bytes, len, error);
	if (fd < 0)
		return NULL;
	DdDocument *document = run(fd, task, &why);
	bool is_old = g_error_matches(why, DD_ERROR, DD_ERROR_OLD_TEXT) ||
		      g_error_matches(why, DD_ERROR, DD_ERROR_OLD_SHEET);
	/* the worker's word alone sends nothing to LibreOffice */
	if (is_old && dd_sniff(bytes, len, NULL) == DD_SNIFF_OLE)
		document = open_old(fd, why, task, error);
	else if (why != NULL)
		g_propagate_error(error, g_steal_pointer(&why));
	close(fd);
	return document;
}

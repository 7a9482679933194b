/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-file.h: which files a worker has to open, and the way of one in memory to it */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "document.h"

G_BEGIN_DECLS

/* Returns: TRUE when the first bytes are those of a kind that a worker reads; all others are plain text, or nothing for us */
bool
dd_file_is_for_worker(const guint8 *bytes, gsize len);
/* How to open a file */
typedef struct {
	const char *worker; /* path of the program; NULL: as of DdWorkerTask */
	bool skip_images;   /* leave pages that are images unread */
	const char *password; /* of the file and of those inside of it, at most DD_MAX_PASSWORD_BYTES; NULL none */
	/* Called when pages are read, by the thread that opens the file; NULL is fine */
	void (*progress)(uint32_t done, uint32_t of, void *user_data);
	/* Called when an old Word or Excel file begins to be converted, which takes seconds, and when that is over; NULL is fine */
	void (*converting)(bool begins, void *user_data);
	void *user_data;
	/* Atomic, set by another thread when nobody wants the file any more: what is being opened fails with DD_ERROR_UNAVAILABLE; NULL is fine */
	const bool *stop;
} DdFileOpenTask;

/*
 * dd_worker_run for a file that is in memory: it is handed over as a descriptor that nobody can change; a second time, with the
 * recogniser, when pages turn out to be images (should it be missing or fail, the other pages count, and a note says so), or with the
 * unpacker, when it turns out to be files packed together; and an old Word or
 * Excel file is converted by LibreOffice, if that is installed, and what comes of it read in the same way. Returns: as
 * dd_worker_run, and dd_office_convert
 */
DdDocument *
dd_file_open(const guint8 *bytes, gsize len, const DdFileOpenTask *task, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

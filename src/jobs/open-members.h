/* SPDX-License-Identifier: GPL-3.0-or-later */
/* open-members.h: a file and all files inside of it, each opened by a worker of its own */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "document.h"
#include "open-file.h"

G_BEGIN_DECLS

/* One file that was found: of text, document and error one is there */
typedef struct {
	const char *inner; /* its name inside of the file, "a.zip/b.docx"; NULL: the file itself */
	GByteArray *text;  /* (transfer full) plain text, or nothing that is known */
	DdDocument *document; /* lent; may be changed */
	const GError *error;
	bool skipped; /* the error only says that it is of a kind that is not read */
} DdFileFound;

/* Takes what was found, by the thread that opens */
typedef void (*DdFileFoundFunc)(const DdFileFound *found, void *user_data);

/*
 * Opens the file, then what is inside of it, in its order and as deep as DD_MAX_MEMBER_DEPTH; DD_MAX_MEMBERS_OPENED… hold for
 * all of it, and after DD_MAX_MEMBERS_SECONDS no further one is begun. @bytes: swallowed. A file that cannot be read is told as
 * an error, as dd_file_open has them, and the next one follows, until it is stopped. Each file is told once, in the order they are found
 */
void
dd_file_open_all(GByteArray *bytes, const DdFileOpenTask *task, DdFileFoundFunc found, void *user_data);
/* The same within @seconds */
void
dd_file_open_all_within(GByteArray *bytes, const DdFileOpenTask *task, unsigned seconds,
	DdFileFoundFunc found, void *user_data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* importing.h: from a file that comes to the documents in it, in one way for commands and for the server */
#pragma once

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <stdint.h>

#include "intake.h"
#include "open-file.h"

G_BEGIN_DECLS

/* A document that was found; all is lent */
typedef struct {
	const char *name; /* of the file, and of what it is inside of it, fit to be shown */
	const char *inner; /* its name inside of the file as it stands there; NULL: the file itself */
	const char *inside; /* the same as the store has it: "" the file itself; a second one of a name has a number behind it */
	const DdReading *reading;
	const char *text;   /* of it, as it is read, for searching */
	const char *source; /* the same to be shown beside the reading, as of dd_source_to_json */
} DdImported;

/* What is to be done with a file; callbacks come by the thread that imports */
typedef struct {
	const DdIntakeFile *file;
	const DdReader *reader;
	const char *only; /* what alone is read and told, by its name inside as of DdImported; NULL: all */
	DdFileOpenTask open; /* how it is opened */
	void (*document)(const DdImported *found, void *user_data);
	/* @inner, @inside: as of DdImported; @skipped: of a kind that is not read */
	void (*failure)(const char *inner, const char *inside, const GError *error, bool skipped,
		void *user_data);
	void *user_data;
} DdImportTask;

/* Opens the file and what is inside of it, each by a worker of its own, reads them, and tells of each document, or of what went wrong with it */
void
dd_import_file(const DdImportTask *task);
/*
 * Returns: (transfer full) the directory of the store as a list of units that a reader takes (dd_reader_new): names, other names, abbreviations, also of
 * units that ended; "" when it is empty. NULL as of dd_stored_units
 */
char *
dd_import_list_units(DdStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * @document_out: the document that the file is known as, 0 when it is to be opened: a mail may hold files that could not be read the
 * first time. Returns: FALSE as of dd_intake_find
 */
bool
dd_import_find(DdStore *store, const DdIntakeFile *file, int64_t *document_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

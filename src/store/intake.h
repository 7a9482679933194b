/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.h: a document comes into the store: its file, what was read out of it, its tasks, and what it cites */
#pragma once

#include <dondoc/reading.h>

#include "seal.h"
#include "store.h"

G_BEGIN_DECLS

/* A file that comes; it may hold several documents, and is hashed once for all of them. All is lent */
typedef struct {
	const void *bytes;
	size_t len;
	const char *name; /* without folders */
	DdHash hash;      /* of the bytes */
} DdIntakeFile;

DdIntakeFile
dd_intake_file_make(const void *bytes, size_t len, const char *name);

/* Keeps its bytes, unless they are there, as a file of that kind, and seals what is written of it then. Returns: FALSE on failure, as of dd_db_query */
bool
dd_intake_keep_file(DdChange *change, const DdIntakeFile *file, const char *kind, DdSeals *seals,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* All is lent */
typedef struct {
	const DdIntakeFile *file;
	const char *inside; /* name of the document in that file, "" for the file itself */
	const DdReading *reading;
	const char *program; /* version that has read it */
	const char *text; /* of the document, UTF-8, to be searched; NULL: its title and tasks alone */
	const char *source; /* the same to be shown beside what was read, JSON; NULL none */
} DdIntake;

typedef enum {
	DD_INTAKE_NEW, /* kept, as a draft */
	DD_INTAKE_FORM, /* of a document that was there: only the file is kept, as another form of it */
	DD_INTAKE_SAME, /* this very file was there: nothing has changed */
	DD_INTAKE_LAST
} DdIntakeKind;

typedef struct {
	DdIntakeKind kind;
	int64_t document;
	size_t tasks, citations; /* kept */
} DdIntakeResult;

/*
 * Keeps a document with all that belongs to it and its record, or nothing. Another one of the same type, number, issuer and day is the same
 * document. What it cites is found among the documents that are there, or becomes one that is only heard of. DD_ERROR_TOO_LARGE (a reading
 * over DD_MAX_READING_BYTES), and as of dd_change_begin and dd_db_query
 */
bool
dd_intake_document(DdStore *self, const DdActor *actor, const DdIntake *intake, DdIntakeResult *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same as a part of @change */
bool
dd_intake_add(DdChange *change, const DdIntake *intake, DdIntakeResult *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @document_out: the document of which that file is a form, 0 when there is none. Returns: FALSE on failure */
bool
dd_intake_find(DdStore *self, const DdIntakeFile *file, const char *inside, int64_t *document_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

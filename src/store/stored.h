/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored.h: what the store has of documents and tasks, as records; strings of a result lie in the arena that was given */
#pragma once

#include <dondoc/reading.h>

#include "arena.h"
#include "store.h"

G_BEGIN_DECLS

typedef struct {
	int64_t id;
	bool known; /* it was read; else it is only heard of */
	const char *type, *number, *date, *issuer, *title,
		*signer;   /* NULL: not said; the date is YYYY-MM-DD */
	int64_t reading;   /* 0 none */
	const char *state; /* of the reading: "draft", "issued"; NULL none */
	int64_t added_at;  /* seconds since 1970 */
	int64_t tasks;     /* how many */
} DdStoredDocument;

/* A way in which a document came */
typedef struct {
	const char *name;        /* of the file, without folders */
	const char *inside;      /* name of the file in that file, "" for the file itself */
	const char *hash, *kind; /* of the file: in hexadecimal; "DOCX" */
	int64_t size, added_at;  /* bytes; seconds since 1970 */
} DdStoredForm;

/* Somebody who has to do with a task, as the document names them */
typedef struct {
	const char *role; /* "lead", "coordinate", "director", "monitor" */
	const char *name;
	uint8_t confidence;
} DdAssignment;

typedef struct {
	int64_t id, document;
	const char *document_number; /* NULL: not said */
	int64_t position;            /* in the reading, from 0 */
	const char *label;           /* "II.3.1" */
	const char *heading, *text;
	int64_t line_start, line_end;
	const char *time_raw;
	const char *time_json; /* dd_time_parse_json */
	const char *product;
	uint8_t confidence;
	const char *state; /* "draft" at first */
	int64_t version;   /* 1 at first, one more with each change */
	bool added;        /* by a person: nothing of it was read */
	bool edited;       /* it is as a person has it (settle.h); what was read is still there */
	const DdAssignment *assignments;
	size_t n_assignments;
} DdStoredTask;

typedef enum {
	DD_DOCUMENTS_BY_ID,
	DD_DOCUMENTS_NEWEST,
	DD_DOCUMENTS_BY_DATE,
	DD_DOCUMENTS_LAST
} DdDocumentOrder;

/* Which documents; NULL, 0 and FALSE leave it open. Those behind @after in their order, at most @limit (1 to DD_MAX_LISTED) */
typedef struct {
	bool also_heard_of;
	const char *type, *issuer,
		*number; /* spelt anyhow; of issuer and number the beginning is enough */
	const char *from, *to, *state; /* first and last date, YYYY-MM-DD; "draft" or "issued" */
	DdDocumentOrder order; /* newest: what came last; by date: the newest first, without one last */
	const char *after_date; /* of order DD_DOCUMENTS_BY_DATE: of the last row before, "" it has none */
	const char *seen_by; /* NULL: all; a unit that gave it out, or is named in it once it is issued, spelt anyhow */
	int64_t after;
	unsigned limit;
} DdDocumentFilter;

/* Returns: (transfer full) DdStoredDocument, or NULL; as of dd_db_query */
GArray *
dd_stored_documents(DdStore *self, const DdDocumentFilter *filter, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @found_out: whether there is one of that number. Returns: FALSE on failure */
bool
dd_stored_document(DdStore *self, int64_t id, DdArena *arena, DdStoredDocument *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdStoredForm of a document, as they came, at most DD_MAX_LISTED */
GArray *
dd_stored_forms(DdStore *self, int64_t document, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @json_out: (transfer full) what was read out of a document, NULL when nothing was. Returns: FALSE on failure */
bool
dd_stored_reading(DdStore *self, int64_t document, char **json_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* A step of the chain: a document, how many steps away, and by which relation it hangs on the one before */
typedef struct {
	DdStoredDocument document;
	unsigned depth; /* from 1 */
	const char *relation;
} DdStoredLink;

/*
 * Walks from a document up to those that it stems from (basis, implements, attached to), or down to those that stem from it; each once,
 * behind the one it was found by. At most DD_MAX_CHAIN_DOCUMENTS, as far as DD_MAX_CHAIN_DEPTH. Returns: (transfer full) DdStoredLink
 */
GArray *
dd_stored_chain(DdStore *self, int64_t document, bool up, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/*
 * Which tasks; NULL and 0 leave it open. Those behind @after (of one document: a task of it) in the order of their numbers, at most @limit
 * (1 to DD_MAX_LISTED)
 */
typedef struct {
	int64_t document;
	const char *state;
	const char *unit; /* who has to do with it, spelt anyhow */
	const char *role; /* and in which role */
	int64_t after;
	unsigned limit;
} DdTaskFilter;

/* Returns: (transfer full) DdStoredTask with their assignments, as a person has them or as they were read, or NULL; as of dd_db_query */
GArray *
dd_stored_tasks(DdStore *self, const DdTaskFilter *filter, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of one document as its tasks were read, whatever a person made of them: of @filter its document, after and limit count */
GArray *
dd_stored_tasks_read(DdStore *self, const DdTaskFilter *filter, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @found_out: whether there is one of that number. Returns: FALSE on failure */
bool
dd_stored_task(DdStore *self, int64_t id, DdArena *arena, DdStoredTask *out, bool *found_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A task goes to another state */
typedef struct {
	int64_t id;
	int64_t version; /* that was looked at: when it has another one by now nothing changes */
	const char *was, *state;  /* from which, to which */
	const char *action;       /* of the record: "submit" */
	const char *why;          /* NULL: no reason */
	const char *details_json; /* what else is recorded, one JSON object; NULL nothing */
} DdTaskMove;

/* Moves it, and records that. @version_out: (nullable) of the task now. DD_ERROR_CONFLICT: somebody else was first */
bool
dd_stored_task_move(DdChange *change, const DdTaskMove *move, int64_t *version_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reread.h: a document that is there, read again; and what another reading of it says otherwise */
#pragma once

#include <dondoc/reading.h>

#include "arena.h"
#include "settle.h"
#include "store.h"
#include "stored.h"

G_BEGIN_DECLS

/* The file that the reading of a document is of */
typedef struct {
	GByteArray *bytes;
	char *name, *inside; /* as of DdStoredForm */
} DdRereadSource;

/* Returns: FALSE when there is no such document (DD_ERROR_EMPTY), or as of dd_db_query. @out is to be cleared */
bool
dd_reread_open(DdStore *self, int64_t document, DdRereadSource *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_reread_source_clear(DdRereadSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdRereadSource, dd_reread_source_clear)

/*
 * Keeps another reading of the document beside the one that counts, with its record. @same_out: it is the last one that is there, and nothing is
 * kept. Returns: FALSE on failure, as of dd_intake_document
 */
bool
dd_reread_keep(DdStore *self, const DdActor *actor, int64_t document, const DdReading *reading,
	const char *program, bool *same_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

typedef enum {
	DD_DIFFERENCE_CHANGED,
	DD_DIFFERENCE_ADDED,
	DD_DIFFERENCE_GONE,
	DD_DIFFERENCE_LAST
} DdDifferenceKind;

/* A field that is read otherwise. NULL: nothing; names stand in lines of their own */
typedef struct {
	const char *field; /* "lead" */
	const char *was, *now;
	bool corrected;      /* a person corrected it: that stays */
	const char *settled; /* to what */
} DdDifferenceField;

/* A task that is read otherwise */
typedef struct {
	DdDifferenceKind kind;
	int64_t task;      /* 0 of one that is added */
	const char *state; /* of the task that is there */
	int64_t line; /* where it stands by the newer reading, of one that is gone by the older */
	const char *label, *text;
	const DdDifferenceField *fields; /* of one that changed, by the alphabet */
	size_t n_fields;
} DdDifference;

typedef struct {
	const char *program; /* that read it again; NULL: nobody did */
	int64_t added_at;
	GArray *differences; /* DdDifference, in the order of the tasks, those that are added last */
	size_t same;         /* tasks that are read alike */
} DdDifferences;

/*
 * Compares the last reading that was made again with what was read at first, and names where a person corrected it. Returns: FALSE on failure, as of
 * dd_stored_tasks; DD_ERROR_EMPTY (no such document). @out is to be cleared; what it points to lies in @arena
 */
bool
dd_reread_compare(DdStore *self, int64_t document, DdArena *arena, DdDifferences *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_differences_clear(DdDifferences *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdDifferences, dd_differences_clear)

G_END_DECLS

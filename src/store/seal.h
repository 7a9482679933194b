/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seal.h: hashes of rows that stand in the record, so that rows which were changed, removed or added behind the program's back are found.
 * The last record of a thing that says a seal counts; a seal that none says is that of no rows
 */
#pragma once

#include "hash.h"
#include "store.h"

#include <jansson.h>

G_BEGIN_DECLS

/* By what the record is of. Rows of one seal are hashed behind each other, in the order of their keys */
typedef enum {
	DD_SEAL_DOCUMENT, /* of a document */
	DD_SEAL_READING,  /* of a reading: its row; the JSON by the hash in it */
	DD_SEAL_TASKS,    /* as they were read */
	DD_SEAL_ASSIGNMENTS,
	DD_SEAL_CITATIONS,
	DD_SEAL_SOURCE, /* the text that it was made of */
	DD_SEAL_FORM,   /* of a form */
	DD_SEAL_FILE,   /* the file of that form, without its bytes, which its hash tells */
	DD_SEAL_STEP,   /* of a task: the one that was taken */
	DD_SEAL_ADDED,  /* its row, where a person added it */
	DD_SEAL_ATTACHMENT, /* of a file that came with it, a thing of its own; with DD_SEAL_FILE when it came */
	DD_SEAL_FOLLOW,
	DD_SEAL_OCCURRENCES,
	DD_SEAL_UNIT, /* of a unit of the directory */
	DD_SEAL_UNIT_NAMES,
	DD_SEAL_SUCCESSIONS, /* where its work went */
	DD_SEAL_SETTLEMENTS, /* names that mean it, as people said */
	DD_SEAL_ACCOUNT,     /* of an account, with the hash of its password */
	DD_SEAL_TOKENS,
	DD_SEAL_RULES,        /* of all roles */
	DD_SEAL_HOLIDAY_YEAR, /* of a year of the calendar, where the office said something of it */
	DD_SEAL_HOLIDAYS,
	DD_SEAL_LAST
} DdSealKind;

typedef struct {
	bool set[DD_SEAL_LAST];
	DdHash hashes[DD_SEAL_LAST];
} DdSeals;

/* @values: of @n rows or parts of rows behind each other; none: nothing is set */
void
dd_seals_set(DdSeals *self, DdSealKind kind, const DdDbValue *values, size_t n);
/* Sets what was hashed row by row; @rows of them. @hasher is finished */
void
dd_seals_finish(DdSeals *self, DdSealKind kind, DdHasher *hasher, size_t rows);
/* Adds the member "seal" to what is recorded, when there is any */
void
dd_seals_to_json(const DdSeals *self, json_t *object);
/* Takes what a record says over what those before it said; "seal": null says that the rows are gone. @object: (nullable) what is recorded */
void
dd_seals_update(DdSeals *self, const json_t *object);
/* Returns: TRUE when both have that seal, or neither */
bool
dd_seals_agree(const DdSeals *self, const DdSeals *other, DdSealKind kind);

/* Seals what is kept of a task that is followed, with its last step. Returns: FALSE on failure, as of dd_db_query */
bool
dd_seals_of_task(DdSeals *self, DdStore *store, int64_t task, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Seals what is kept of a unit; what there is none of has a seal, too. Returns: as of dd_seals_of_task */
bool
dd_seals_of_unit(DdSeals *self, DdStore *store, int64_t unit, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of an account and its API tokens */
bool
dd_seals_of_account(DdSeals *self, DdStore *store, int64_t account, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* The same of what is demanded of roles */
bool
dd_seals_of_rules(DdSeals *self, DdStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a year of the calendar */
bool
dd_seals_of_holidays(DdSeals *self, DdStore *store, int64_t year, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: the number by which the record knows a form; two forms may have one number, in theory */
int64_t
dd_seal_form_number(const DdDbValue *hash, const DdDbValue *inside);

/* Records with seals: @now is swallowed. Returns: FALSE on failure, as of dd_change_record */
bool
dd_seals_record(const DdSeals *self, DdChange *change, const DdRecord *record, json_t *now,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

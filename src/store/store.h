/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store.h: the store of an office: opening it, and how it is changed */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "db.h"
#include "hash.h"
#include "migrate.h"
#include "transaction.h"

G_BEGIN_DECLS

typedef struct _DdStore DdStore;

/* Who changes something, when, and from where: what each record of the audit says. Strings are lent */
typedef struct {
	int64_t now;        /* seconds since 1970 in UTC */
	const char *who;    /* at most DD_MAX_WHO_BYTES */
	const char *origin; /* "cli:account@host" */
} DdActor;

/*
 * Opens the store at @url (as of dd_db_open) and takes the steps of its schema that are still to be taken; to one that is only read nothing is
 * done, and an older schema is an error that says what to do. With DD_DB_CREATE a store is made where there is none. @migrated_out: (nullable). Returns: (transfer full) or NULL; as of dd_db_open and dd_db_migrate
 */
DdStore *
dd_store_open(const char *url, DdDbMode mode, int64_t now, DdMigrated *migrated_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_store_free(DdStore *self);
/* Returns: (transfer none) */
DdDb *
dd_store_get_db(DdStore *self);
/* Returns: (transfer none) a table of words, which it owns, that are in the vocabulary of searching; for search-index.c alone */
GHashTable *
dd_store_get_known_words(DdStore *self);

/* A change: all of it and its records, or nothing: g_auto(DdChange) change = {0}. There is one at a time in a store */
typedef struct {
	DdDbTransaction transaction;
	DdStore *store;
	const DdActor *actor; /* lent */
	int64_t seq;          /* of the last record */
	DdHash hash;          /* of the same */
} DdChange;

/* Begins one: waits for who is changing the store now, at most 10 s (DD_ERROR_UNAVAILABLE) */
bool
dd_change_begin(DdStore *self, const DdActor *actor, DdChange *out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* What is recorded of a change to one thing; all but action and object may be NULL. Strings are lent */
typedef struct {
	const char *action; /* "import" */
	const char *object; /* "document" */
	int64_t object_id;
	const char *was_json, *now_json;
	const char *why; /* at most DD_MAX_WHY_BYTES */
} DdRecord;

/* Adds a record to the end of the chain. Each change makes one, or several. DD_ERROR_TOO_LARGE */
bool
dd_change_record(DdChange *self, const DdRecord *record, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @n numbers of @counter ("task"). @first_out: the first of them */
bool
dd_change_number(DdChange *self, const char *counter, size_t n, int64_t *first_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
bool
dd_change_commit(DdChange *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_change_clear(DdChange *self);

/*
 * Changes that are kept together, by one wait for the disk: g_auto(DdChangeGroup) group = {0}. Each is begun and committed as ever, one after
 * the other; one that fails leaves the others alone; none lasts before the group is committed
 */
typedef struct {
	DdDbTransaction transaction;
	DdStore *store;
} DdChangeGroup;

/* As dd_change_begin */
bool
dd_change_group_begin(DdStore *self, DdChangeGroup *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* As dd_db_commit */
bool
dd_change_group_commit(DdChangeGroup *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_change_group_clear(DdChangeGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdStore, dd_store_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdChange, dd_change_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdChangeGroup, dd_change_group_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit.h: the record of all changes: each row carries the hash of the row before it */
#pragma once

#include "arena.h"
#include "store.h"

G_BEGIN_DECLS

/* Strings are lent */
typedef struct {
	int64_t seq; /* from 1 */
	int64_t at;
	const char *who, *origin;
	DdRecord record;
	DdHash previous, hash;
} DdAuditRow;

/* Returns: the hash that belongs to @row: of all of it but hash itself */
DdHash
dd_audit_hash(const DdAuditRow *row);

/* Returns: (transfer full) DdAuditRow of one thing (@object NULL: of all), oldest first, behind @after (0: from the first), at most @limit; strings in @arena. NULL: as of dd_db_query */
GArray *
dd_audit_list(DdStore *self, const char *object, int64_t object_id, int64_t after, unsigned limit,
	DdArena *arena, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which records; NULL and 0 leave it open. Strings are lent */
typedef struct {
	const char *who, *action, *object;
	int64_t from, to; /* between which moments, both count; 0 open */
	int64_t before;   /* older than that record, 0: from the newest */
	unsigned limit;
} DdAuditFilter;

/*
 * Lists the newest records that @filter leaves. At most DD_MAX_AUDIT_EXAMINED are looked at, so that there may be fewer, or none, and older ones
 * nevertheless: @before_out is where these begin, 0: there are none. Returns: (transfer full) DdAuditRow, strings in @arena, or NULL as of dd_db_query
 */
GArray *
dd_audit_find(DdStore *self, const DdAuditFilter *filter, DdArena *arena, int64_t *before_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a record says has changed, without contents */
typedef struct {
	int64_t seq;
	const char *action; /* "progress" */
	const char *object; /* "task", "document", "job" or "account" */
	int64_t id;
} DdAuditChange;

/* @seq_out: of the last record, 0 none; @hash_out: (nullable) its hash, which tells all that was ever recorded from anything else. Returns: FALSE as of dd_db_query */
bool
dd_audit_get_head(DdStore *self, int64_t *seq_out, DdHash *hash_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) DdAuditChange behind @after, at most @limit, strings in @arena; what changed of a reading or a form is told as its document. NULL: as of dd_db_query */
GArray *
dd_audit_list_changes(DdStore *self, int64_t after, unsigned limit, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

typedef struct {
	int64_t rows;   /* that were looked at */
	int64_t broken; /* seq of the first row that is not what was written there, 0 none */
	const char *why_vi, *why_en; /* what is wrong with it, static; NULL nothing */
	int64_t seq;                 /* of the head */
	DdHash head;
} DdAuditVerdict;

/* Walks the whole chain from its first row. Returns: FALSE when it cannot be read; that it is broken is a verdict */
bool
dd_audit_verify(DdStore *self, DdAuditVerdict *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

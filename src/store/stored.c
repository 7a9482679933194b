/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stored.c: documents as they are kept, and the chain of those that stem from each other */
#include "stored.h"

#include "identity.h"
#include "maxima.h"
#include "statements-document.h"
#include "statements.h"
#include "stored-unit.h"

#include <string.h>

/*
 * Rows that are sorted for a page sooner than an order is gone along until one is full: of 20 000 documents every twentieth would be wanted
 */
#define FEW 1000
#define LAST_LETTER "\xf4\x8f\xbf\xbf" /* U+10FFFF, behind all others */
#define NO_DATE ""                     /* before all */
#define FIRST_DATE "0"                 /* before all that are one */
#define LAST_DATE "9999-99"            /* behind all */

/* Columns of DD_SQL_DOCUMENT_COLUMNS */
static DdStoredDocument
get_document(const DdDbRows *rows, DdArena *arena)
{
	return (DdStoredDocument){.id = dd_db_rows_get_int(rows, 0),
		.known = dd_db_rows_get_bool(rows, 1),
		.type = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2)),
		.number = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 3)),
		.date = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4)),
		.issuer = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 5)),
		.title = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 6)),
		.signer = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 7)),
		.reading = dd_db_rows_get_int(rows, 8),
		.state = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 9)),
		.added_at = dd_db_rows_get_int(rows, 10),
		.tasks = dd_db_rows_get_int(rows, 11)};
}

/* "ĐỀ ÁN", "đề án" → "Đề án", as types are written: an engine may know small letters of ASCII alone. Returns: (transfer full) NULL of NULL */
static char *
write_type(const char *type)
{
	g_autofree char *normal = type != NULL ? g_utf8_normalize(type, -1, G_NORMALIZE_NFC) : NULL;
	if (normal == NULL)
		return NULL;
	const char *rest = *normal != '\0' ? g_utf8_next_char(normal) : normal;
	g_autofree char *first = g_utf8_strup(normal, rest - normal);
	g_autofree char *small = g_utf8_strdown(rest, -1);
	return g_strconcat(first, small, NULL);
}

/* What is asked for in the words of the statements, which lend them */
typedef struct {
	DdDb *db;
	const DdDocumentFilter *filter;
	char *seen_by, *type, *issuer, *behind_issuer, *number, *behind_number;
	const char *from, *to;
} Listing;

static void
listing_clear(Listing *self)
{
	g_free(self->seen_by);
	g_free(self->type);
	g_free(self->issuer);
	g_free(self->behind_issuer);
	g_free(self->number);
	g_free(self->behind_number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Listing, listing_clear)

/* Returns: (transfer full) what is behind all keys that begin so, in the order of their bytes; NULL of NULL */
static char *
end_prefix(const char *prefix)
{
	return prefix != NULL ? g_strconcat(prefix, LAST_LETTER, NULL) : NULL;
}

/* @none_out: nothing can be in the list */
static bool
listing_begin(Listing *self, DdStore *store, const DdDocumentFilter *filter, bool *none_out,
	GError **error)
{
	*self = (Listing){.db = dd_store_get_db(store),
		.filter = filter,
		.type = write_type(filter->type),
		.issuer = dd_identity_fold(filter->issuer),
		.number = dd_identity_number(filter->number),
		.from = filter->from != NULL ? filter->from
			: filter->to != NULL ? FIRST_DATE
					     : NO_DATE,
		.to = filter->to != NULL ? filter->to : LAST_DATE};
	if (!dd_stored_unit_key(store, filter->seen_by, &self->seen_by, error))
		return false;
	self->behind_issuer = end_prefix(self->issuer);
	self->behind_number = end_prefix(self->number);
	*none_out = (filter->seen_by != NULL && self->seen_by == NULL) ||
		    (filter->issuer != NULL && self->issuer == NULL) ||
		    (filter->number != NULL && self->number == NULL);
	return true;
}

/* Returns: (transfer full) or NULL; @limit: of rows */
static DdDbRows *
listing_ask(const Listing *self, const DdDbStatement *statement, unsigned limit, GError **error)
{
	const DdDocumentFilter *filter = self->filter;
	const bool first = filter->after == 0 && filter->order != DD_DOCUMENTS_BY_ID;
	const char *after = filter->after_date != NULL ? filter->after_date : NO_DATE;
	return dd_db_query(self->db, statement,
		DD_DB_ARGS(dd_db_int(first ? G_MAXINT64 : filter->after),
			dd_db_bool(filter->also_heard_of), dd_db_int(limit),
			dd_db_text(self->seen_by), dd_db_text(self->type), dd_db_text(self->issuer),
			dd_db_text(self->number), dd_db_text(self->from), dd_db_text(self->to),
			dd_db_text(filter->state), dd_db_text(first ? self->to : after),
			dd_db_text(self->behind_issuer), dd_db_text(self->behind_number)),
		error);
}

/* Counts what @of leaves, at most FEW */
static bool
listing_count(const Listing *self, DdDocumentsOf of, const char *value, const char *behind,
	int64_t *n_out, GError **error)
{
	const DdDbValue values[] = {dd_db_int(FEW), dd_db_text(value), dd_db_text(behind)};
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &dd_document_count_sql[of], values,
		behind != NULL ? G_N_ELEMENTS(values) : G_N_ELEMENTS(values) - 1, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*n_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Chooses where the list begins to look: what leaves few documents, else an order that has no other ones, else all in their order */
static bool
listing_choose(const Listing *self, DdDocumentsOf *out, GError **error)
{
	const DdDocumentFilter *filter = self->filter;
	const bool by_date = filter->order == DD_DOCUMENTS_BY_DATE;
	const bool dated = !by_date && (filter->from != NULL || filter->to != NULL);
	const struct {
		const char *value, *behind;
	} asked[DD_DOCUMENTS_OF_LAST] = {[DD_DOCUMENTS_OF_TYPE] = {self->type, NULL},
		[DD_DOCUMENTS_OF_STATE] = {filter->state, NULL},
		[DD_DOCUMENTS_OF_DATES] = {dated ? self->from : NULL, self->to},
		[DD_DOCUMENTS_OF_ISSUER] = {self->issuer, self->behind_issuer},
		[DD_DOCUMENTS_OF_NUMBER] = {self->number, self->behind_number},
		[DD_DOCUMENTS_OF_UNIT] = {self->seen_by, NULL}};
	int64_t fewest = FEW;
	DdDocumentsOf chosen = self->type != NULL                  ? DD_DOCUMENTS_OF_TYPE
			       : filter->state != NULL && !by_date ? DD_DOCUMENTS_OF_STATE
								   : DD_DOCUMENTS_OF_ALL;
	for (DdDocumentsOf of = DD_DOCUMENTS_OF_TYPE; of < DD_DOCUMENTS_OF_LAST; of++) {
		int64_t n = FEW;
		if (asked[of].value != NULL &&
			!listing_count(self, of, asked[of].value, asked[of].behind, &n, error))
			return false;
		if (n < fewest) {
			fewest = n;
			chosen = of;
		}
	}
	*out = chosen;
	return true;
}

GArray *
dd_stored_documents(DdStore *self, const DdDocumentFilter *filter, DdArena *arena, GError **error)
{
	g_auto(Listing) listing = {0};
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredDocument));
	bool none = false;
	DdDocumentsOf of;
	g_return_val_if_fail(filter->order < DD_DOCUMENTS_LAST, NULL);
	if (!listing_begin(&listing, self, filter, &none, error))
		return NULL;
	if (none)
		return g_steal_pointer(&out);
	if (!listing_choose(&listing, &of, error))
		return NULL;
	g_autoptr(DdDbRows) rows = listing_ask(&listing, &dd_document_sql[of][filter->order],
		CLAMP(filter->limit, 1, DD_MAX_LISTED), error);
	while (dd_db_rows_each(rows)) {
		DdStoredDocument document = get_document(rows, arena);
		g_array_append_val(out, document);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_stored_document(DdStore *self, int64_t id, DdArena *arena, DdStoredDocument *out,
	bool *found_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_DOCUMENT],
		DD_DB_ARGS(dd_db_int(id)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*found_out = have;
	if (have)
		*out = get_document(rows, arena);
	return true;
}

static const char *
get_hash_text(const DdDbRows *rows, unsigned column, DdArena *arena)
{
	DdHash hash = {{0}};
	char text[DD_HASH_TEXT];
	size_t len;
	const void *bytes = dd_db_rows_get_blob(rows, column, &len);
	if (len == sizeof(hash.bytes))
		memcpy(hash.bytes, bytes, len);
	return dd_arena_strdup(arena, dd_hash_format(&hash, text));
}

GArray *
dd_stored_forms(DdStore *self, int64_t document, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_FORMS],
		DD_DB_ARGS(dd_db_int(document), dd_db_int(DD_MAX_LISTED)), error);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredForm));
	while (dd_db_rows_each(rows)) {
		DdStoredForm form = {.name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0)),
			.inside = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			.hash = get_hash_text(rows, 2, arena),
			.size = dd_db_rows_get_int(rows, 3),
			.kind = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 4)),
			.added_at = dd_db_rows_get_int(rows, 5)};
		g_array_append_val(out, form);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_stored_reading(DdStore *self, int64_t document, char **json_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_sql[DD_SQL_GET_READING_JSON], DD_DB_ARGS(dd_db_int(document)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*json_out = have ? g_strdup(dd_db_rows_get_text(rows, 0)) : NULL;
	return true;
}

/* A document on its way up or down: its links are still to be asked for */
typedef struct {
	int64_t id;
	unsigned depth;
	const char *relation;
} Step;

typedef struct {
	DdStore *store;
	DdSql statement;
	DdArena *arena;
	GHashTable *seen; /* numbers of documents */
	GArray *waiting;  /* Step, the next one last */
} Walk;

static bool
has_seen(Walk *walk, int64_t id)
{
	int64_t *key = dd_arena_alloc(walk->arena, sizeof(*key));
	*key = id;
	return !g_hash_table_add(walk->seen, key);
}

/* Finds what hangs on @from, and puts it on top of what is waiting, so that it comes right behind it. */
static bool
find_next(Walk *walk, const Step *from, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(walk->store), &dd_sql[walk->statement],
		DD_DB_ARGS(dd_db_int(from->id), dd_db_int(DD_MAX_CHAIN_DOCUMENTS)), error);
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Step));
	while (dd_db_rows_each(rows)) {
		Step step = {dd_db_rows_get_int(rows, 0), from->depth + 1,
			dd_arena_strdup(walk->arena, dd_db_rows_get_text(rows, 1))};
		g_array_append_val(found, step);
	}
	for (guint i = found->len; i > 0; i--)
		g_array_append_val(walk->waiting, g_array_index(found, Step, i - 1));
	return dd_db_rows_end(rows, error);
}

GArray *
dd_stored_chain(DdStore *self, int64_t document, bool up, DdArena *arena, GError **error)
{
	g_autoptr(GHashTable) seen = g_hash_table_new(g_int64_hash, g_int64_equal);
	g_autoptr(GArray) waiting = g_array_new(FALSE, FALSE, sizeof(Step));
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdStoredLink));
	Walk walk = {self, up ? DD_SQL_LIST_ABOVE : DD_SQL_LIST_BELOW, arena, seen, waiting};
	has_seen(&walk, document);
	if (!find_next(&walk, &(Step){document, 0, NULL}, error))
		return NULL;
	while (waiting->len > 0 && out->len < DD_MAX_CHAIN_DOCUMENTS) {
		Step step = g_array_index(waiting, Step, waiting->len - 1);
		g_array_set_size(waiting, waiting->len - 1);
		if (has_seen(&walk, step.id))
			continue;
		DdStoredLink link = {.depth = step.depth, .relation = step.relation};
		bool found = false;
		if (!dd_stored_document(self, step.id, arena, &link.document, &found, error))
			return NULL;
		if (found)
			g_array_append_val(out, link);
		if (step.depth < DD_MAX_CHAIN_DEPTH && !find_next(&walk, &step, error))
			return NULL;
	}
	return g_steal_pointer(&out);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-index.c: rows of search_item, the index over their words, and the vocabulary */
#include "search-index.h"

#include "date.h"
#include "dict.h"
#include "error.h"
#include "follow.h"
#include "identity.h"
#include "instant.h"
#include "maxima.h"
#include "search-words.h"
#include "statements-derived.h"

#include <string.h>

#define ITEM_VALUES 10 /* number, kind, document, task, step, part, day, units, body, words */
#define WORDS_VALUES 4
#define VOCABULARY_VALUES 2
#define OVERLAP_WORDS                                                                              \
	DD_MAX_QUERY_WORDS /* a phrase over the end of a part stands whole in the next one */
#define UNIT_KEY_LETTERS 32
#define BATCH_ROWS 500 /* that wait to be written */

/* A thing that is searched. Strings are lent until the next flush */
typedef struct {
	const char *kind;
	int64_t document, task, step; /* 0, 0 and -1: none */
	const char *day, *units;
	const char *body;
	size_t len;
} Item;

/* Rows on their way into the store */
typedef struct {
	DdChange *change;
	DdDb *db;
	DdArena *arena;
	GArray *ids;   /* of int64_t: numbers of rows that were there before, to be taken again */
	GArray *items; /* of DdDbValue, ITEM_VALUES for each row */
	GArray *words; /* of DdDbValue, WORDS_VALUES for each row */
	GArray *fresh; /* of DdDbValue, VOCABULARY_VALUES for each word */
	bool holds;    /* all rows wait until they were compared with what is there */
} Batch;

static void
batch_begin(Batch *self, DdChange *change)
{
	*self = (Batch){.change = change,
		.db = dd_store_get_db(change->store),
		.arena = dd_arena_new(),
		.ids = g_array_new(FALSE, FALSE, sizeof(int64_t)),
		.items = g_array_new(FALSE, FALSE, sizeof(DdDbValue)),
		.words = g_array_new(FALSE, FALSE, sizeof(DdDbValue)),
		.fresh = g_array_new(FALSE, FALSE, sizeof(DdDbValue))};
}

static void
batch_clear(Batch *self)
{
	g_clear_pointer(&self->arena, dd_arena_free);
	g_clear_pointer(&self->ids, g_array_unref);
	g_clear_pointer(&self->items, g_array_unref);
	g_clear_pointer(&self->words, g_array_unref);
	g_clear_pointer(&self->fresh, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Batch, batch_clear)

static const DdDbValue *
values_of(const GArray *array)
{
	return (const DdDbValue *)(const void *)array->data;
}

char *
dd_search_unit_key(const char *name)
{
	g_autofree char *key = dd_identity_fold(name);
	if (key == NULL)
		return NULL;
	char text[DD_HASH_TEXT];
	DdHash hash = dd_hash_of(key, strlen(key));
	return g_strdup_printf("u%.*s", UNIT_KEY_LETTERS, dd_hash_format(&hash, text));
}

char *
dd_search_segment(int64_t id, unsigned level)
{
	return g_strdup_printf("%c%" G_GINT64_FORMAT, "ab"[level], id >> DD_SEARCH_SHIFT(level));
}

/* The vocabulary gets a word once; the store remembers which it has */
static void
learn_word(Batch *self, const char *bare)
{
	GHashTable *known = dd_store_get_known_words(self->change->store);
	if (!dd_search_words_is_plain(bare) || g_hash_table_contains(known, bare))
		return;
	g_hash_table_add(known, g_strdup(bare));
	char *word = dd_arena_strdup(self->arena, bare);
	char *backward = dd_arena_strdup(self->arena, bare);
	g_strreverse(backward);
	const DdDbValue row[VOCABULARY_VALUES] = {dd_db_text(word), dd_db_text(backward)};
	g_array_append_vals(self->fresh, row, VOCABULARY_VALUES);
}

/* What else a row is found by: its document, who has to do with it and, in PostgreSQL, about when it came (search.c) */
static char *
make_facets(int64_t id, int64_t document, const char *units, bool is_sqlite)
{
	const char *before = is_sqlite ? " " : " '@", *after = is_sqlite ? "" : "'";
	GString *out = g_string_new(NULL);
	g_auto(GStrv) keys = g_strsplit(units, " ", -1);
	g_string_append_printf(out, "%sd%" G_GINT64_FORMAT "%s", before, document, after);
	for (size_t i = 0; keys[i] != NULL; i++)
		if (*keys[i] != '\0')
			g_string_append_printf(out, "%s%s%s", before, keys[i], after);
	for (unsigned level = 0; !is_sqlite && level < DD_SEARCH_LEVELS; level++) {
		g_autofree char *segment = dd_search_segment(id, level);
		g_string_append_printf(out, "%s%s%s", before, segment, after);
	}
	return g_string_free(out, FALSE);
}

/* The words of a row as the index of the engine takes them: three columns of FTS5, or one tsvector. Strings are in the arena */
static void
make_words(Batch *self, int64_t id, int64_t document, const char *units, const char *body,
	size_t len, DdDbValue out[WORDS_VALUES])
{
	g_auto(DdSearchWords) words = dd_search_words_scan(body, len, DD_MAX_SEARCH_PART_WORDS);
	bool is_sqlite = dd_db_get_engine(self->db) == DD_DB_SQLITE;
	g_autoptr(GString) first = g_string_new(NULL);
	g_autoptr(GString) second = g_string_new(NULL);
	for (guint i = 0; i < words.words->len; i++) {
		const char *bare = dd_search_words_get_bare(&words, i);
		const char *marked = dd_search_words_get_marked(&words, i);
		if (is_sqlite) {
			g_string_append_printf(first, "%s ", bare);
			g_string_append_printf(second, "%s ", marked);
		} else {
			g_string_append_printf(first, "'%s':%u '=%s':%u ", bare, i + 1, marked, i + 1);
		}
		learn_word(self, bare);
	}
	g_autofree char *facets = make_facets(id, document, units, is_sqlite);
	if (!is_sqlite)
		g_string_append(first, facets);
	out[0] = dd_db_int(id);
	out[1] = dd_db_text_len(dd_arena_strndup(self->arena, first->str, first->len), first->len);
	out[2] = dd_db_text_len(dd_arena_strndup(self->arena, second->str, second->len), second->len);
	out[3] = dd_db_text(is_sqlite ? dd_arena_strdup(self->arena, facets) : NULL);
}

/* Puts words that were made into the index, or takes them out of it */
static bool
run_words(Batch *self, DdSqlDerived statement, GError **error)
{
	/* PostgreSQL has them in one value */
	size_t n = dd_db_get_engine(self->db) == DD_DB_SQLITE ? WORDS_VALUES : 2;
	for (guint i = 0; i < self->words->len; i += WORDS_VALUES)
		if (!dd_db_run(self->db, &dd_sql_derived[statement], values_of(self->words) + i, n,
			    error))
			return false;
	g_array_set_size(self->words, 0);
	return true;
}

static bool
write_vocabulary(Batch *self, GError **error)
{
	if (!dd_db_run_many(self->db, &dd_sql_derived[DD_DERIVED_ADD_SEARCH_WORD],
		    values_of(self->fresh), VOCABULARY_VALUES, self->fresh->len / VOCABULARY_VALUES,
		    error))
		return false;
	g_array_set_size(self->fresh, 0);
	return true;
}

/* Gives numbers to the rows: those that were there before, then new ones */
static bool
number_rows(Batch *self, size_t n, GError **error)
{
	size_t again = MIN(n, self->ids->len);
	int64_t next = 0;
	if (n > again && !dd_change_number(self->change, "search", n - again, &next, error))
		return false;
	for (size_t i = 0; i < n; i++) {
		DdDbValue *row = &g_array_index(self->items, DdDbValue, i * ITEM_VALUES);
		int64_t id = i < again ? g_array_index(self->ids, int64_t, i)
				       : next + (int64_t)(i - again);
		DdDbValue words[WORDS_VALUES];
		make_words(self, id, row[2].number, row[7].bytes, row[8].bytes, row[8].len, words);
		row[0] = dd_db_int(id);
		row[9] = words[1]; /* SQLite has no such column */
		g_array_append_vals(self->words, words, WORDS_VALUES);
	}
	g_array_remove_range(self->ids, 0, (guint)again);
	return true;
}

/* Writes what waits */
static bool
batch_flush(Batch *self, GError **error)
{
	size_t n = self->items->len / ITEM_VALUES;
	if (n == 0)
		return true;
	if (!number_rows(self, n, error) ||
		!dd_db_run_many(self->db, &dd_sql_derived[DD_DERIVED_ADD_SEARCH_ITEM],
			values_of(self->items), ITEM_VALUES, n, error))
		return false;
	if (dd_db_get_engine(self->db) != DD_DB_SQLITE)
		g_array_set_size(self->words, 0); /* they went with the rows */
	if (!run_words(self, DD_DERIVED_ADD_SEARCH_WORDS, error) || !write_vocabulary(self, error))
		return false;
	g_array_set_size(self->items, 0);
	dd_arena_free(self->arena);
	self->arena = dd_arena_new();
	return true;
}

/* Finds the next part of a text from @at on: its words, and where the one behind it begins. Returns: its end */
static size_t
find_part(const Item *item, size_t at, size_t *next_out)
{
	g_auto(DdSearchWords) words = dd_search_words_scan(
		item->body + at, item->len - at, DD_MAX_SEARCH_PART_WORDS);
	*next_out = item->len;
	if (words.words->len < DD_MAX_SEARCH_PART_WORDS)
		return item->len;
	size_t last = dd_search_words_get(&words, words.words->len - 1)->end;
	*next_out = at + dd_search_words_get(&words, words.words->len - OVERLAP_WORDS)->start;
	return at + last;
}

/* Adds an item as rows of at most DD_MAX_SEARCH_PART_WORDS */
static bool
batch_add(Batch *self, const Item *item, GError **error)
{
	int64_t part = 0;
	for (size_t at = 0; at < item->len && (size_t)part < DD_MAX_SEARCH_PARTS;) {
		size_t next, end = find_part(item, at, &next);
		const DdDbValue row[ITEM_VALUES] = {dd_db_null(), dd_db_text(item->kind),
			dd_db_int(item->document),
			item->task != 0 ? dd_db_int(item->task) : dd_db_null(),
			item->step >= 0 ? dd_db_int(item->step) : dd_db_null(), dd_db_int(part),
			dd_db_text(dd_arena_strdup(self->arena, item->day)),
			dd_db_text(dd_arena_strdup(self->arena, item->units)),
			dd_db_text_len(
				dd_arena_strndup(self->arena, item->body + at, end - at), end - at),
			dd_db_null()};
		g_array_append_vals(self->items, row, ITEM_VALUES);
		if (!self->holds && self->items->len >= BATCH_ROWS * ITEM_VALUES &&
			!batch_flush(self, error))
			return false;
		part++;
		at = next;
	}
	return true;
}

/* Adds @text as a line, in NFC */
static void
add_line(GString *out, const char *text)
{
	g_autofree char *normal = text != NULL && *text != '\0'
					  ? g_utf8_normalize(text, -1, G_NORMALIZE_NFC)
					  : NULL;
	if (normal == NULL)
		return;
	if (out->len > 0)
		g_string_append_c(out, '\n');
	g_string_append(out, normal);
}

/* Adds the key of a unit, once, and no more than a document names */
static void
add_unit(GString *out, const char *name)
{
	g_autofree char *key = dd_search_unit_key(name);
	if (key == NULL || strstr(out->str, key) != NULL ||
		out->len > (size_t)DD_MAX_NAMES * strlen(key))
		return;
	if (out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append(out, key);
}

/* Returns: (transfer full) the day of a document, else the one it came */
static char *
day_of(const DdStoredDocument *document)
{
	char text[DD_DATE_BUFFER];
	if (document->date != NULL)
		return g_strdup(document->date);
	return g_strdup(
		dd_date_format(dd_instant_day(document->added_at, DD_ZONE_VIETNAM, NULL), text));
}

static bool
add_document(Batch *batch, const DdStoredDocument *document, GError **error)
{
	g_autoptr(GString) body = g_string_new(NULL);
	g_autoptr(GString) units = g_string_new(NULL);
	g_autofree char *day = day_of(document);
	const char *const texts[] = {document->title, document->type, document->number,
		document->issuer, document->signer};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		add_line(body, texts[i]);
	add_unit(units, document->issuer);
	return batch_add(batch,
		&(Item){.kind = "document",
			.document = document->id,
			.step = -1,
			.day = day,
			.units = units->str,
			.body = body->str,
			.len = body->len},
		error);
}

static bool
add_text(Batch *batch, const DdStoredDocument *document, const char *text, GError **error)
{
	if (text == NULL || !g_utf8_validate(text, -1, NULL))
		return true;
	g_autoptr(GString) units = g_string_new(NULL);
	g_autofree char *day = day_of(document);
	add_unit(units, document->issuer);
	return batch_add(batch,
		&(Item){.kind = "text",
			.document = document->id,
			.step = -1,
			.day = day,
			.units = units->str,
			.body = text,
			.len = strlen(text)},
		error);
}

/* @lead: who answers for it where a person said so, NULL nobody did */
static bool
add_task(Batch *batch, const DdStoredDocument *document, const DdStoredTask *task, const char *lead,
	GError **error)
{
	g_autoptr(GString) body = g_string_new(NULL);
	g_autoptr(GString) units = g_string_new(NULL);
	g_autofree char *day = day_of(document);
	add_line(body, task->text);
	add_line(body, task->product);
	for (size_t i = 0; i < task->n_assignments; i++) {
		add_line(body, task->assignments[i].name);
		add_unit(units, task->assignments[i].name);
	}
	size_t read = units->len;
	add_unit(units, lead);
	if (units->len > read)
		add_line(body, lead); /* the document does not name it */
	return batch_add(batch,
		&(Item){.kind = "task",
			.document = document->id,
			.task = task->id,
			.step = -1,
			.day = day,
			.units = units->str,
			.body = body->str,
			.len = body->len},
		error);
}

bool
dd_search_index_intake(DdChange *change, const DdStoredDocument *document, const char *text,
	const DdStoredTask *tasks, size_t n, GError **error)
{
	g_auto(Batch) batch = {0};
	batch_begin(&batch, change);
	if (!add_text(&batch, document, text, error))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!add_task(&batch, document, &tasks[i], NULL, error))
			return false;
	/* last, which is what is found first */
	return add_document(&batch, document, error) && batch_flush(&batch, error);
}

/* Rows that are there, the oldest first. Strings in the arena of the batch */
typedef struct {
	int64_t id, document;
	const char *day, *units, *body;
} Row;

static GArray *
list_rows(Batch *batch, DdSqlDerived statement, const DdDbValue *values, size_t n, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(Row));
	g_autoptr(DdDbRows)
		rows = dd_db_query(batch->db, &dd_sql_derived[statement], values, n, error);
	while (dd_db_rows_each(rows)) {
		Row row = {dd_db_rows_get_int(rows, 0), dd_db_rows_get_int(rows, 1),
			dd_arena_strdup(batch->arena, dd_db_rows_get_text(rows, 2)),
			dd_arena_strdup(batch->arena, dd_db_rows_get_text(rows, 3)),
			dd_arena_strdup(batch->arena, dd_db_rows_get_text(rows, 4))};
		g_array_append_val(out, row);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

/* Returns: TRUE when rows that wait in the batch are those that are there */
static bool
is_same(const Batch *batch, const GArray *old)
{
	if (batch->items->len != old->len * ITEM_VALUES)
		return false;
	for (guint i = 0; i < old->len; i++) {
		const DdDbValue *fresh = values_of(batch->items) + (size_t)i * ITEM_VALUES;
		const Row *row = &g_array_index(old, Row, i);
		if (g_strcmp0(row->day, fresh[6].bytes) != 0 ||
			strcmp(row->units, fresh[7].bytes) != 0 ||
			strcmp(row->body, fresh[8].bytes) != 0)
			return false;
	}
	return true;
}

static bool
drop_rows(Batch *batch, const GArray *old, GError **error)
{
	for (guint i = 0; i < old->len; i++) {
		const Row *row = &g_array_index(old, Row, i);
		DdDbValue words[WORDS_VALUES];
		make_words(batch, row->id, row->document, row->units, row->body, strlen(row->body),
			words);
		g_array_append_vals(batch->words, words, WORDS_VALUES);
		if (!run_words(batch, DD_DERIVED_DROP_SEARCH_WORDS, error) ||
			!dd_db_run(batch->db, &dd_sql_derived[DD_DERIVED_DROP_SEARCH_ITEM],
				DD_DB_ARGS(dd_db_int(row->id)), error))
			return false;
		g_array_append_val(batch->ids, row->id);
	}
	return true;
}

/* Puts the rows that wait into the place of those that are there, where they are others */
static bool
replace(Batch *batch, DdSqlDerived statement, int64_t id, GError **error)
{
	g_autoptr(GArray) old = list_rows(batch, statement, DD_DB_ARGS(dd_db_int(id)), error);
	if (old == NULL)
		return false;
	if (is_same(batch, old)) {
		g_array_set_size(batch->items, 0);
		return true;
	}
	return drop_rows(batch, old, error) && batch_flush(batch, error);
}

bool
dd_search_index_document(DdChange *change, int64_t document, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(Batch) batch = {0};
	DdStoredDocument found;
	bool have = false;
	batch_begin(&batch, change);
	batch.holds = true;
	if (!dd_stored_document(change->store, document, arena, &found, &have, error))
		return false;
	return !have || !found.known ||
	       (add_document(&batch, &found, error) &&
		       replace(&batch, DD_DERIVED_LIST_SEARCH_OF_DOCUMENT, document, error));
}

/* Returns: (transfer none) the units of the first of @rows */
static const char *
units_of(const GArray *rows)
{
	return rows->len > 0 ? g_array_index(rows, Row, 0).units : "";
}

/* Gives the notes of a task the units of the task */
static bool
index_notes(Batch *batch, int64_t task, GError **error)
{
	g_autoptr(GArray) notes = list_rows(
		batch, DD_DERIVED_LIST_SEARCH_NOTES, DD_DB_ARGS(dd_db_int(task)), error);
	g_autoptr(GArray) of_task = list_rows(
		batch, DD_DERIVED_LIST_SEARCH_OF_TASK, DD_DB_ARGS(dd_db_int(task)), error);
	if (notes == NULL || of_task == NULL)
		return false;
	const char *units = units_of(of_task);
	for (guint i = 0; i < notes->len; i++) {
		const Row *row = &g_array_index(notes, Row, i);
		DdDbValue words[WORDS_VALUES];
		if (strcmp(row->units, units) == 0)
			continue;
		make_words(batch, row->id, row->document, row->units, row->body, strlen(row->body),
			words);
		g_array_append_vals(batch->words, words, WORDS_VALUES);
		if (!run_words(batch, DD_DERIVED_DROP_SEARCH_WORDS, error))
			return false;
		make_words(batch, row->id, row->document, units, row->body, strlen(row->body), words);
		g_array_append_vals(batch->words, words, WORDS_VALUES);
		if (!run_words(batch, DD_DERIVED_ADD_SEARCH_WORDS, error) ||
			!dd_db_run(batch->db, &dd_sql_derived[DD_DERIVED_SET_SEARCH_UNITS],
				DD_DB_ARGS(dd_db_int(row->id), dd_db_text(units)), error))
			return false;
	}
	return true;
}

bool
dd_search_index_task(DdChange *change, int64_t task, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(Batch) batch = {0};
	DdStoredTask found;
	DdStoredDocument document;
	DdFollowed followed;
	bool have = false;
	batch_begin(&batch, change);
	batch.holds = true;
	if (!dd_stored_task(change->store, task, arena, &found, &have, error))
		return false;
	if (!have)
		return true;
	if (!dd_stored_document(change->store, found.document, arena, &document, &have, error) ||
		!dd_follow_get(change->store, task, arena, &followed, error))
		return false;
	bool is_there = strcmp(found.state, dd_state_to_string(DD_STATE_DROPPED)) != 0;
	return (!is_there || add_task(&batch, &document, &found, followed.lead, error)) &&
	       replace(&batch, DD_DERIVED_LIST_SEARCH_OF_TASK, task, error) &&
	       index_notes(&batch, task, error);
}

bool
dd_search_index_note(DdChange *change, const DdSearchNote *note, GError **error)
{
	g_autoptr(GString) body = g_string_new(NULL);
	g_auto(Batch) batch = {0};
	char day[DD_DATE_BUFFER];
	for (size_t i = 0; i < note->n_texts; i++)
		add_line(body, note->texts[i]);
	if (body->len == 0)
		return true;
	batch_begin(&batch, change);
	g_autoptr(GArray) of_task = list_rows(
		&batch, DD_DERIVED_LIST_SEARCH_OF_TASK, DD_DB_ARGS(dd_db_int(note->task)), error);
	if (of_task == NULL)
		return false;
	return batch_add(&batch,
		       &(Item){.kind = "note",
			       .document = note->document,
			       .task = note->task,
			       .step = note->step,
			       .day = dd_date_format(
				       dd_instant_day(note->at, DD_ZONE_VIETNAM, NULL), day),
			       .units = units_of(of_task),
			       .body = body->str,
			       .len = body->len},
		       error) &&
	       batch_flush(&batch, error);
}

/* Makes the words of the next rows behind @id anew. @more_out: whether there were any */
static bool
rebuild_rows(Batch *batch, int64_t *id, bool *more_out, GError **error)
{
	g_autoptr(GArray) rows = list_rows(batch, DD_DERIVED_LIST_SEARCH,
		DD_DB_ARGS(dd_db_int(*id), dd_db_int(BATCH_ROWS)), error);
	if (rows == NULL)
		return false;
	for (guint i = 0; i < rows->len; i++) {
		const Row *row = &g_array_index(rows, Row, i);
		DdDbValue words[WORDS_VALUES];
		make_words(batch, row->id, row->document, row->units, row->body, strlen(row->body),
			words);
		g_array_append_vals(batch->words, words, WORDS_VALUES);
		*id = row->id;
	}
	*more_out = rows->len > 0;
	return run_words(batch, DD_DERIVED_ADD_SEARCH_WORDS, error) && write_vocabulary(batch, error);
}

/* Calls @index for all numbers that @statement lists, page by page */
static bool
rebuild_each(DdChange *change, DdSqlDerived statement,
	bool (*index)(DdChange *change, int64_t id, GError **error), GError **error)
{
	for (int64_t last = 0, n = BATCH_ROWS; n == BATCH_ROWS;) {
		g_autoptr(GArray) ids = g_array_new(FALSE, FALSE, sizeof(int64_t));
		g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
			&dd_sql_derived[statement],
			DD_DB_ARGS(dd_db_int(last), dd_db_int(BATCH_ROWS)), error);
		while (dd_db_rows_each(rows)) {
			last = dd_db_rows_get_int(rows, 0);
			g_array_append_val(ids, last);
		}
		if (!dd_db_rows_end(rows, error))
			return false;
		for (guint i = 0; i < ids->len; i++)
			if (!index(change, g_array_index(ids, int64_t, i), error))
				return false;
		n = ids->len;
	}
	return true;
}

/* A step whose note is not indexed */
typedef struct {
	int64_t task, step;
} Missing;

static bool
index_missing_notes(DdChange *change, Missing *last, bool *more_out, GError **error)
{
	g_auto(Batch) batch = {0};
	int64_t n = 0;
	batch_begin(&batch, change);
	g_autoptr(DdDbRows) rows = dd_db_query(batch.db,
		&dd_sql_derived[DD_DERIVED_LIST_UNSEARCHED_NOTES],
		DD_DB_ARGS(dd_db_int(last->task), dd_db_int(last->step), dd_db_int(BATCH_ROWS)),
		error);
	while (dd_db_rows_each(rows)) {
		const char *texts[DD_SEARCH_NOTE_TEXTS];
		n++;
		*last = (Missing){dd_db_rows_get_int(rows, 0), dd_db_rows_get_int(rows, 1)};
		for (unsigned i = 0; i < DD_SEARCH_NOTE_TEXTS; i++)
			texts[i] = dd_db_rows_get_text(rows, 4 + i);
		const DdSearchNote note = {dd_db_rows_get_int(rows, 2), last->task, last->step,
			dd_db_rows_get_int(rows, 3), texts, DD_SEARCH_NOTE_TEXTS};
		if (!dd_search_index_note(change, &note, error))
			return false;
	}
	*more_out = n == BATCH_ROWS;
	return dd_db_rows_end(rows, error);
}

bool
dd_search_rebuild(DdChange *change, GError **error)
{
	g_auto(Batch) batch = {0};
	int64_t row = 0;
	Missing last = {0, -1};
	batch_begin(&batch, change);
	if (!dd_db_run(batch.db, &dd_sql_derived[DD_DERIVED_CLEAR_SEARCH_WORDS], DD_DB_NO_ARGS, error))
		return false;
	for (bool more = true; more;) {
		if (!rebuild_rows(&batch, &row, &more, error))
			return false;
		dd_arena_free(batch.arena);
		batch.arena = dd_arena_new();
	}
	for (bool more = true; more;)
		if (!index_missing_notes(change, &last, &more, error))
			return false;
	return rebuild_each(change, DD_DERIVED_LIST_TASK_NUMBERS, dd_search_index_task, error) &&
	       rebuild_each(change, DD_DERIVED_LIST_KNOWN_NUMBERS, dd_search_index_document, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search.c: asks the index of the engine for the newest rows that have the words, and ranks them by the texts alone */
#include "search.h"

#include "error.h"
#include "follow.h"
#include "maxima.h"
#include "near.h"
#include "search-index.h"
#include "search-rank.h"
#include "statements-derived.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NEAR_LETTERS 3     /* of the shortest word to which others are near */
#define NEAR_HALF_EDITS 2  /* one letter */
#define NEAR_COMPARED 1000 /* by the beginning of a word, and by its end */
#define MOST_NEAR 12u

/* Where the next row to be told is: among those of a closeness, in the batch of the newest before @before the one at @at */
typedef struct {
	DdCloseness closeness;
	int64_t before;
	unsigned at;
} Cursor;

/* A search on its way */
typedef struct {
	DdStore *store;
	DdDb *db;
	const DdSearch *search;
	DdSearchQuery query;
	DdSearchScope scope; /* without segments */
	DdArena *arena;
	unsigned examined;
	bool is_near_ready;
} Finder;

/* Rows of one batch, ranked */
typedef struct {
	GArray *hits; /* Ranked */
	int64_t before; /* number of the last one that was looked at: older ones are in the next batch */
	bool is_last; /* there are none */
} Ranks;

typedef struct {
	DdSearchHit hit; /* without pieces: most of a batch is not told */
	const char *body;
	int64_t id;
} Ranked;

static bool
fail_after(GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"chỗ tiếp theo không đúng, hãy tìm lại từ đầu (the place to go on from is wrong, "
		"begin "
		"again)");
	return false;
}

static bool
parse_cursor(const char *text, Cursor *out, GError **error)
{
	g_auto(GStrv) parts = g_strsplit(text, ".", 4);
	guint64 closeness, before, at;
	if (g_strv_length(parts) != 3 ||
		!g_ascii_string_to_unsigned(parts[0], 10, 0, DD_CLOSE_LAST - 1, &closeness, NULL) ||
		!g_ascii_string_to_unsigned(parts[1], 10, 0, G_MAXINT64, &before, NULL) ||
		!g_ascii_string_to_unsigned(parts[2], 10, 0, DD_MAX_SEARCH_RANKED, &at, NULL))
		return fail_after(error);
	*out = (Cursor){(DdCloseness)closeness, (int64_t)before, (unsigned)at};
	return true;
}

static bool
get_number(Finder *self, DdSqlDerived statement, int64_t *out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(self->db, &dd_sql_derived[statement], DD_DB_NO_ARGS, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Returns: (transfer full) words of the vocabulary that begin (or end, by @statement) as @part does, or NULL */
static GPtrArray *
list_words(Finder *self, DdSqlDerived statement, const char *part, unsigned limit, GError **error)
{
	g_autoptr(GPtrArray) out = g_ptr_array_new();
	g_autofree char *behind = g_strconcat(part, "{", NULL); /* the sign behind z */
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &dd_sql_derived[statement],
		DD_DB_ARGS(dd_db_text(part), dd_db_text(behind), dd_db_int(limit)), error);
	while (dd_db_rows_each(rows))
		g_ptr_array_add(out, dd_arena_strdup(self->arena, dd_db_rows_get_text(rows, 0)));
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

static bool
expand_prefix(Finder *self, DdQueryWord *word, GError **error)
{
	g_autoptr(GPtrArray) words = list_words(
		self, DD_DERIVED_LIST_WORDS_FROM, word->bare, DD_MAX_SEARCH_FORMS, error);
	if (words == NULL)
		return false;
	word->n_forms = words->len;
	word->forms = dd_arena_memdup(self->arena, words->pdata, words->len * sizeof(char *));
	return true;
}

/* A word of the vocabulary, and how far it is from what was typed */
typedef struct {
	const char *word;
	unsigned distance;
} Near;

static int
compare_near(gconstpointer a, gconstpointer b)
{
	const Near *x = a, *y = b;
	return x->distance != y->distance ? (x->distance > y->distance ? 1 : -1)
					  : strcmp(x->word, y->word);
}

/* Adds those of @words that are near and not there yet */
static void
take_near(GArray *near, const GPtrArray *words, const char *bare)
{
	for (guint i = 0; i < words->len; i++) {
		const char *word = words->pdata[i];
		bool have = false;
		unsigned distance = dd_near_distance(
			bare, strlen(bare), word, strlen(word), NEAR_HALF_EDITS);
		for (guint j = 0; j < near->len && !have; j++)
			have = strcmp(g_array_index(near, Near, j).word, word) == 0;
		Near one = {word, distance};
		if (distance <= NEAR_HALF_EDITS && !have)
			g_array_append_val(near, one);
	}
}

/* One wrong letter leaves the first half of a word as it was, or the second */
static bool
expand_near(Finder *self, DdQueryWord *word, GError **error)
{
	size_t len = strlen(word->bare), half = len / 2;
	if (word->is_prefix || len < NEAR_LETTERS || !g_str_is_ascii(word->bare) ||
		strpbrk(word->bare, "0123456789") != NULL)
		return true;
	g_autofree char *head = g_strndup(word->bare, half);
	g_autofree char *tail = g_strreverse(g_strdup(word->bare + half));
	g_autoptr(GPtrArray)
		by_head = list_words(self, DD_DERIVED_LIST_WORDS_FROM, head, NEAR_COMPARED, error);
	g_autoptr(GPtrArray) by_tail = by_head != NULL ? list_words(self, DD_DERIVED_LIST_WORDS_TO,
								 tail, NEAR_COMPARED, error)
						       : NULL;
	if (by_tail == NULL)
		return false;
	g_autoptr(GArray) near = g_array_new(FALSE, FALSE, sizeof(Near));
	take_near(near, by_head, word->bare);
	take_near(near, by_tail, word->bare);
	g_array_sort(near, compare_near);
	word->n_near = MIN(near->len, MOST_NEAR);
	word->near = dd_arena_alloc(self->arena, (word->n_near + 1) * sizeof(char *));
	for (size_t i = 0; i < word->n_near; i++)
		word->near[i] = g_array_index(near, Near, i).word;
	return true;
}

/* Finds what words are near, once. @any_out: whether some word has others near to it */
static bool
expand_all_near(Finder *self, bool *any_out, GError **error)
{
	*any_out = false;
	for (size_t i = 0; i < self->query.n_words; i++) {
		DdQueryWord *word = &self->query.words[i];
		if (!self->is_near_ready && !expand_near(self, word, error))
			return false;
		*any_out = *any_out || word->n_near > 0;
	}
	self->is_near_ready = true;
	return true;
}

static const char *
get_text(const DdDbRows *rows, unsigned column, DdArena *arena)
{
	return dd_arena_strdup(arena, dd_db_rows_get_text(rows, column));
}

static bool
is_wanted(const DdSearch *search, const DdSearchHit *hit)
{
	if (search->from != NULL && g_strcmp0(hit->day, search->from) < 0)
		return false;
	if (search->to != NULL && (hit->day == NULL || strcmp(hit->day, search->to) > 0))
		return false;
	if (search->state == NULL)
		return true;
	DdState state;
	if (strcmp(search->state, "open") == 0)
		return hit->state != NULL && dd_state_from_string(hit->state, &state) &&
		       dd_state_is_open(state);
	return g_strcmp0(hit->state, search->state) == 0;
}

/* Columns of SEARCH_FOUND */
static void
take_row(Finder *self, DdCloseness closeness, const DdDbRows *rows, GArray *hits)
{
	Ranked ranked = {.id = dd_db_rows_get_int(rows, 0),
		.hit = {.kind = get_text(rows, 1, self->arena),
			.document = dd_db_rows_get_int(rows, 2),
			.task = dd_db_rows_get_int(rows, 5),
			.state = get_text(rows, 7, self->arena),
			.day = get_text(rows, 10, self->arena),
			.closeness = closeness}};
	if (!is_wanted(self->search, &ranked.hit))
		return;
	ranked.hit.document_number = get_text(rows, 3, self->arena);
	ranked.hit.document_title = get_text(rows, 4, self->arena);
	ranked.hit.label = get_text(rows, 6, self->arena);
	ranked.hit.lead = get_text(rows, 8, self->arena);
	ranked.hit.due = get_text(rows, 9, self->arena);
	ranked.body = get_text(rows, 11, self->arena);
	ranked.hit.score = dd_search_score(&self->query, closeness, ranked.body, ranked.hit.kind);
	g_array_append_val(hits, ranked);
}

/* Asks for the newest rows before @ranks->before, among those of @segments. @n_out: how many were there */
static bool
ask(Finder *self, DdCloseness closeness, const char *const *segments, unsigned limit, Ranks *ranks,
	unsigned *n_out, GError **error)
{
	DdSearchScope scope = self->scope;
	scope.lists[3] = segments;
	g_autofree char *words = dd_search_query_express(
		&self->query, dd_db_get_engine(self->db), closeness, &scope);
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &dd_sql_derived[DD_DERIVED_SEARCH],
		DD_DB_ARGS(dd_db_text(words), dd_db_int(ranks->before), dd_db_int(limit)), error);
	int64_t last = ranks->before;
	guint before = ranks->hits->len;
	*n_out = 0;
	while (dd_db_rows_each(rows)) {
		last = dd_db_rows_get_int(rows, 0);
		take_row(self, closeness, rows, ranks->hits);
		(*n_out)++;
	}
	if (!dd_db_rows_end(rows, error))
		return false;
	/* a part of the rows that does not fill the page is asked for again, with all that is older */
	if (segments != NULL && *n_out < limit)
		g_array_set_size(ranks->hits, before);
	else
		ranks->before = last;
	return true;
}

/*
 * Asks for the next page of a batch. SQLite's index is in the order of its rows, and gives the newest first; PostgreSQL's gives all or none, so
 * that words which half of all rows have would cost time with all rows: there the newest thousands are asked first, then sixteen times as many
 */
static bool
ask_page(Finder *self, DdCloseness closeness, unsigned limit, Ranks *ranks, unsigned *n_out,
	GError **error)
{
	unsigned level = dd_db_get_engine(self->db) == DD_DB_SQLITE ? DD_SEARCH_LEVELS : 0;
	int64_t newest = MAX(ranks->before - 1, 0);
	for (; level < DD_SEARCH_LEVELS; level++) {
		int64_t width = INT64_C(1) << DD_SEARCH_SHIFT(level);
		if (newest < 2 * width)
			break; /* these would be all there are */
		g_autofree char *first = dd_search_segment(newest, level);
		g_autofree char *second = dd_search_segment(newest - width, level);
		const char *const segments[] = {first, second, NULL};
		if (!ask(self, closeness, segments, limit, ranks, n_out, error))
			return false;
		if (*n_out == limit)
			return true;
	}
	return ask(self, closeness, NULL, limit, ranks, n_out, error);
}

static int
compare_ranked(gconstpointer a, gconstpointer b)
{
	const Ranked *x = a, *y = b;
	if (x->hit.score != y->hit.score)
		return x->hit.score > y->hit.score ? -1 : 1;
	return x->id > y->id ? -1 : x->id < y->id;
}

/* Fills a batch: the newest DD_MAX_SEARCH_RANKED that are wanted, of those before @before, and ranks them */
static bool
rank_batch(Finder *self, DdCloseness closeness, int64_t before, Ranks *ranks, GError **error)
{
	unsigned examined = 0, n = 0;
	*ranks = (Ranks){g_array_new(FALSE, FALSE, sizeof(Ranked)), before, false};
	do {
		unsigned limit = DD_MAX_SEARCH_RANKED - ranks->hits->len;
		if (!ask_page(self, closeness, limit, ranks, &n, error))
			return false;
		examined += n;
		ranks->is_last = n < limit;
	} while (!ranks->is_last && ranks->hits->len < DD_MAX_SEARCH_RANKED &&
		 examined < DD_MAX_SEARCH_EXAMINED);
	self->examined += examined;
	g_array_sort(ranks->hits, compare_ranked);
	return true;
}

/* Goes to the next closeness. Returns: FALSE when there is none */
static bool
go_on(Finder *self, Cursor *cursor, bool found_any, bool *more_out, GError **error)
{
	int64_t last = 0;
	cursor->closeness++;
	if (cursor->closeness == DD_CLOSE_BARE && !self->query.has_marks)
		cursor->closeness++;
	*more_out = cursor->closeness < DD_CLOSE_NEAR;
	/* what is only near is told when there is nothing else */
	if (cursor->closeness == DD_CLOSE_NEAR && !found_any && self->search->after == NULL &&
		!expand_all_near(self, more_out, error))
		return false;
	if (*more_out && !get_number(self, DD_DERIVED_GET_LAST_SEARCH, &last, error))
		return false;
	cursor->before = last + 1;
	cursor->at = 0;
	return true;
}

/* Tells rows of one batch, as many as are still asked for, and puts the cursor behind them */
static bool
tell_batch(Finder *self, Cursor *cursor, unsigned limit, GArray *out, bool *more_out, GError **error)
{
	Ranks ranks = {0};
	bool good = rank_batch(self, cursor->closeness, cursor->before, &ranks, error);
	g_autoptr(GArray) hits = ranks.hits;
	if (!good)
		return false;
	while (cursor->at < hits->len && out->len < limit) {
		Ranked *told = &g_array_index(hits, Ranked, cursor->at++);
		dd_search_excerpt(
			&self->query, told->hit.closeness, told->body, self->arena, &told->hit);
		g_array_append_val(out, told->hit);
	}
	*more_out = true;
	if (cursor->at < hits->len)
		return true;
	cursor->before = ranks.before;
	cursor->at = 0;
	return !ranks.is_last || go_on(self, cursor, out->len > 0, more_out, error);
}

static bool
find_all(Finder *self, DdSearchFound *out, GError **error)
{
	unsigned limit = CLAMP(self->search->limit, 1, DD_MAX_LISTED);
	Cursor cursor = {.closeness = DD_CLOSE_EXACT};
	bool more = true;
	if (self->search->after != NULL) {
		if (!parse_cursor(self->search->after, &cursor, error) ||
			(cursor.closeness == DD_CLOSE_NEAR && !expand_all_near(self, &more, error)))
			return false;
	} else {
		if (!get_number(self, DD_DERIVED_GET_LAST_SEARCH, &cursor.before, error))
			return false;
		cursor.before++;
	}
	while (more && out->hits->len < limit && self->examined < DD_MAX_SEARCH_EXAMINED)
		if (!tell_batch(self, &cursor, limit, out->hits, &more, error))
			return false;
	if (more) {
		g_autofree char *next = g_strdup_printf("%d.%" G_GINT64_FORMAT ".%u",
			(int)cursor.closeness, cursor.before, cursor.at);
		out->next = dd_arena_strdup(self->arena, next);
	}
	return true;
}

/* @list_out: the word of one unit. Returns: FALSE when nothing can be found by it */
static bool
set_unit(Finder *self, const char *const names[], unsigned place)
{
	const char **keys = dd_arena_alloc(self->arena, (DD_MAX_SEARCH_UNITS + 1) * sizeof(char *));
	size_t n = 0;
	for (size_t i = 0; names[i] != NULL && n < DD_MAX_SEARCH_UNITS; i++) {
		g_autofree char *key = dd_search_unit_key(names[i]);
		if (key != NULL)
			keys[n++] = dd_arena_strdup(self->arena, key);
	}
	self->scope.lists[place] = keys;
	return n > 0;
}

static void
set_document(Finder *self, int64_t document)
{
	if (document == 0)
		return;
	g_autofree char *key = g_strdup_printf("d%" G_GINT64_FORMAT, document);
	const char **keys = dd_arena_alloc(self->arena, 2 * sizeof(char *));
	keys[0] = dd_arena_strdup(self->arena, key);
	self->scope.lists[0] = keys;
}

/* Returns: FALSE when the filters leave nothing */
static bool
set_scope(Finder *self)
{
	const DdSearch *search = self->search;
	set_document(self, search->document);
	const char *const unit[] = {search->unit, NULL};
	return (search->unit == NULL || set_unit(self, unit, 1)) &&
	       (search->visible == NULL || set_unit(self, search->visible, 2));
}

static bool
parse_words(Finder *self, const char *words, GError **error)
{
	if (!dd_search_query_parse(words, self->arena, &self->query, error))
		return false;
	for (size_t i = 0; i < self->query.n_words; i++)
		if (self->query.words[i].is_prefix &&
			!expand_prefix(self, &self->query.words[i], error))
			return false;
	return true;
}

bool
dd_search_find(DdStore *self, const DdSearch *search, DdArena *arena, DdSearchFound *out, GError **error)
{
	Finder finder = {.store = self, .db = dd_store_get_db(self), .search = search, .arena = arena};
	g_auto(DdSearchFound) found = {g_array_new(FALSE, FALSE, sizeof(DdSearchHit)), NULL};
	if (!parse_words(&finder, search->words, error))
		return false;
	if (set_scope(&finder) && !find_all(&finder, &found, error))
		return false;
	*out = found;
	found.hits = NULL;
	return true;
}

GArray *
dd_search_tasks(DdStore *self, const char *words, int64_t document, unsigned limit, DdArena *arena,
	GError **error)
{
	Finder finder = {.store = self, .db = dd_store_get_db(self), .arena = arena};
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(int64_t));
	if (!parse_words(&finder, words, error))
		return NULL;
	set_document(&finder, document);
	/* what is closer is not among those that are less close */
	for (DdCloseness closeness = DD_CLOSE_EXACT; closeness <= DD_CLOSE_BARE; closeness++) {
		if (closeness == DD_CLOSE_BARE && !finder.query.has_marks)
			break;
		g_autofree char *expression = dd_search_query_express(
			&finder.query, dd_db_get_engine(finder.db), closeness, &finder.scope);
		g_autoptr(DdDbRows) rows = dd_db_query(finder.db,
			&dd_sql_derived[DD_DERIVED_SEARCH_TASKS],
			DD_DB_ARGS(dd_db_text(expression), dd_db_int(limit - out->len)), error);
		while (dd_db_rows_each(rows)) {
			int64_t task = dd_db_rows_get_int(rows, 0);
			g_array_append_val(out, task);
		}
		if (!dd_db_rows_end(rows, error))
			return NULL;
	}
	return g_steal_pointer(&out);
}

GArray *
dd_search_tasks_among(
	DdStore *self, const char *words, const char *numbers, DdArena *arena, GError **error)
{
	Finder finder = {.store = self, .db = dd_store_get_db(self), .arena = arena};
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(int64_t));
	if (!parse_words(&finder, words, error))
		return NULL;
	g_autoptr(DdDbRows) rows = dd_db_query(finder.db,
		&dd_sql_derived[DD_DERIVED_LIST_TASK_TEXTS], DD_DB_ARGS(dd_db_text(numbers)), error);
	while (dd_db_rows_each(rows)) {
		int64_t task = dd_db_rows_get_int(rows, 0);
		/* a long text has several rows */
		if (out->len > 0 && g_array_index(out, int64_t, out->len - 1) == task)
			continue;
		if (dd_search_has(&finder.query, dd_db_rows_get_text(rows, 1)))
			g_array_append_val(out, task);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

void
dd_search_found_clear(DdSearchFound *self)
{
	g_clear_pointer(&self->hits, g_array_unref);
}

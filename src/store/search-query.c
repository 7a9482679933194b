/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search-query.c: parsing, and two languages of full-text search. What goes into them are letters and digits only */
#include "search-query.h"

#include "error.h"
#include "maxima.h"
#include "search-words.h"

#include <string.h>

#define LEAST_PREFIX 2 /* letters: one alone stands for half of all words */

/* What is being parsed */
typedef struct {
	DdArena *arena;
	DdSearchQuery *query;
	GError **error;
} Parse;

static bool
fail_many(GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tìm nhiều nhất %d từ, %d byte một lần (at most %d words, %d bytes are looked for)",
		DD_MAX_QUERY_WORDS, DD_MAX_QUERY_BYTES, DD_MAX_QUERY_WORDS, DD_MAX_QUERY_BYTES);
	return false;
}

/* Adds the words of a stretch as one term, or each as one */
static bool
add_words(Parse *parse, const char *text, size_t len, bool is_prefix)
{
	DdSearchQuery *query = parse->query;
	g_auto(DdSearchWords) words = dd_search_words_scan(text, len, DD_MAX_QUERY_WORDS + 1);
	size_t n = words.words->len;
	if (n == 0)
		return true;
	if (query->n_words + n > DD_MAX_QUERY_WORDS)
		return fail_many(parse->error);
	if (is_prefix && g_utf8_strlen(dd_search_words_get_bare(&words, n - 1), -1) < LEAST_PREFIX) {
		g_set_error(parse->error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"trước dấu * cần ít nhất %d chữ (at least %d letters stand before a *)",
			LEAST_PREFIX, LEAST_PREFIX);
		return false;
	}
	/* a prefix is a term of its own: what stands before it in "KH-ST*" is another */
	bool parted = is_prefix && n > 1;
	query->terms[query->n_terms++] = (DdQueryTerm){query->n_words, parted ? n - 1 : n};
	if (parted)
		query->terms[query->n_terms++] = (DdQueryTerm){query->n_words + n - 1, 1};
	for (size_t i = 0; i < n; i++) {
		DdQueryWord *word = &query->words[query->n_words++];
		*word = (DdQueryWord){
			.bare = dd_arena_strdup(parse->arena, dd_search_words_get_bare(&words, i)),
			.marked = dd_arena_strdup(parse->arena, dd_search_words_get_marked(&words, i)),
			.is_prefix = is_prefix && i == n - 1};
		word->has_marks = dd_search_words_get(&words, i)->has_marks && !word->is_prefix;
		query->has_marks = query->has_marks || word->has_marks;
	}
	return true;
}

/* Returns: where the stretch at @at ends, behind its closing quotation mark or blank; @inner_len: of what is in it */
static const char *
find_end(const char *at, bool quoted, size_t *inner_len)
{
	const char *end = quoted ? strchr(at, '"') : at + strcspn(at, " \t\r\n\"");
	if (end == NULL)
		end = at + strlen(at);
	*inner_len = (size_t)(end - at);
	return quoted && *end == '"' ? end + 1 : end;
}

static bool
parse_all(Parse *parse, const char *text)
{
	for (const char *at = text; *at != '\0';) {
		size_t len;
		bool quoted = *at == '"';
		if (strchr(" \t\r\n", *at) != NULL) {
			at++;
			continue;
		}
		at += quoted;
		const char *end = find_end(at, quoted, &len);
		bool is_prefix = !quoted && len > 0 && at[len - 1] == '*';
		if (!add_words(parse, at, len, is_prefix))
			return false;
		at = end;
	}
	return true;
}

bool
dd_search_query_parse(const char *text, DdArena *arena, DdSearchQuery *out, GError **error)
{
	if (strlen(text) > DD_MAX_QUERY_BYTES)
		return fail_many(error);
	g_autofree char *normal = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	if (normal == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"từ cần tìm không phải UTF-8 (what is looked for is not UTF-8)");
		return false;
	}
	/* quotation marks of word processors */
	g_autoptr(GString) plain = g_string_new(normal);
	g_string_replace(plain, "“", "\"", 0);
	g_string_replace(plain, "”", "\"", 0);
	DdSearchQuery query = {
		.words = dd_arena_alloc(arena, DD_MAX_QUERY_WORDS * sizeof(DdQueryWord)),
		.terms = dd_arena_alloc(arena, sizeof(DdQueryTerm) * 2 * DD_MAX_QUERY_WORDS)};
	Parse parse = {arena, &query, error};
	if (!parse_all(&parse, plain->str))
		return false;
	if (query.n_words == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"chưa có từ cần tìm (a word to look for is missing)");
		return false;
	}
	*out = query;
	return true;
}

/* What an index is looked through by. Of words, FTS5 (https://www.sqlite.org/fts5.html, 3) has columns; a tsquery has one letter before */
typedef enum { COLUMN_BARE, COLUMN_MARKED, COLUMN_FACET } Column;

typedef struct {
	GString *out;
	bool is_sqlite;
} Writer;

static void
write_phrase(Writer *writer, Column column, const char *const *words, size_t n)
{
	static const char *const names[] = {"bare", "marked", "facet"};
	static const char *const signs[] = {"", "=", "@"};
	if (writer->is_sqlite)
		g_string_append_printf(writer->out, "%s : \"", names[column]);
	else
		g_string_append_c(writer->out, '(');
	for (size_t i = 0; i < n; i++)
		if (writer->is_sqlite)
			g_string_append_printf(writer->out, "%s%s", i > 0 ? " " : "", words[i]);
		else
			g_string_append_printf(writer->out, "%s'%s%s'", i > 0 ? " <-> " : "",
				signs[column], words[i]);
	g_string_append_c(writer->out, writer->is_sqlite ? '"' : ')');
}

static void
write_any(Writer *writer, Column column, const char *const *words, size_t n)
{
	g_string_append_c(writer->out, '(');
	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			g_string_append(writer->out, writer->is_sqlite ? " OR " : " | ");
		write_phrase(writer, column, &words[i], 1);
	}
	g_string_append_c(writer->out, ')');
}

static void
write_and(Writer *writer, bool first)
{
	if (!first)
		g_string_append(writer->out, writer->is_sqlite ? " AND " : " & ");
}

static void
write_word(Writer *writer, const DdQueryWord *word, DdCloseness closeness)
{
	if (closeness == DD_CLOSE_NEAR && word->n_near > 0)
		write_any(writer, COLUMN_BARE, word->near, word->n_near);
	else if (word->n_forms > 0)
		write_any(writer, COLUMN_BARE, word->forms, word->n_forms);
	else if (closeness == DD_CLOSE_EXACT && word->has_marks)
		write_phrase(writer, COLUMN_MARKED, &word->marked, 1);
	else
		write_phrase(writer, COLUMN_BARE, &word->bare, 1);
}

static void
write_term(Writer *writer, const DdSearchQuery *query, const DdQueryTerm *term, DdCloseness closeness)
{
	const char *words[DD_MAX_QUERY_WORDS];
	const DdQueryWord *first = &query->words[term->first];
	if (term->n == 1 || closeness == DD_CLOSE_NEAR) {
		for (size_t i = 0; i < term->n; i++) {
			write_and(writer, i == 0);
			write_word(writer, &first[i], closeness);
		}
		return;
	}
	bool marked = false;
	for (size_t i = 0; i < term->n; i++)
		marked = marked || (closeness == DD_CLOSE_EXACT && first[i].has_marks);
	for (size_t i = 0; i < term->n; i++)
		words[i] = marked ? first[i].marked : first[i].bare;
	write_phrase(writer, marked ? COLUMN_MARKED : COLUMN_BARE, words, term->n);
}

static void
write_terms(Writer *writer, const DdSearchQuery *query, DdCloseness closeness)
{
	g_string_append_c(writer->out, '(');
	for (size_t i = 0; i < query->n_terms; i++) {
		write_and(writer, i == 0);
		write_term(writer, query, &query->terms[i], closeness);
	}
	g_string_append_c(writer->out, ')');
}

char *
dd_search_query_express(const DdSearchQuery *self, DdDbEngine engine, DdCloseness closeness,
	const DdSearchScope *scope)
{
	Writer writer = {g_string_new("("), engine == DD_DB_SQLITE};
	write_terms(&writer, self, closeness);
	for (size_t i = 0; i < G_N_ELEMENTS(scope->lists); i++) {
		if (scope->lists[i] == NULL)
			continue;
		size_t n = g_strv_length((char **)scope->lists[i]);
		write_and(&writer, false);
		write_any(&writer, COLUMN_FACET, scope->lists[i], n);
	}
	g_string_append_c(writer.out, ')');
	if (closeness == DD_CLOSE_BARE && self->has_marks) {
		g_string_append(writer.out, writer.is_sqlite ? " NOT " : " & !");
		write_terms(&writer, self, DD_CLOSE_EXACT);
	}
	return g_string_free(writer.out, FALSE);
}

static bool
is_among(const char *const *words, size_t n, const char *word)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return false;
}

bool
dd_query_word_matches(const DdQueryWord *self, DdCloseness closeness, const char *bare)
{
	if (closeness == DD_CLOSE_NEAR && self->n_near > 0)
		return is_among(self->near, self->n_near, bare);
	if (self->is_prefix && self->n_forms > 0)
		return is_among(self->forms, self->n_forms, bare);
	return *self->bare == *bare && strcmp(self->bare, bare) == 0;
}

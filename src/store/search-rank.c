/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-rank.h"

#include "maxima.h"
#include "search-words.h"

#include <string.h>

#define NONE UINT8_MAX
#define MOST_TIMES 3u
#define IN_ORDER 4u
#define WITH_MARKS 6u
#define SHORT_WORDS 40u
#define SHORT 2u
#define SHOWN_WORDS 32u
#define SHOWN_BEFORE 6u /* words before the first that is a hit */

/* A word of a text */
typedef struct {
	uint32_t start, end; /* bytes */
	uint8_t which;       /* of the query, NONE for others */
} Word;

typedef struct {
	Word *words;
	size_t n;
} Marked;

static uint8_t
find_word(const DdSearchQuery *query, DdCloseness closeness, const char *bare)
{
	for (size_t i = 0; i < query->n_words; i++)
		if (dd_query_word_matches(&query->words[i], closeness, bare))
			return (uint8_t)i;
	return NONE;
}

static bool
has_typed_marks(const DdQueryWord *typed, const DdSearchScan *scan)
{
	return typed->has_marks && strcmp(typed->marked, scan->marked) == 0;
}

unsigned
dd_search_score(const DdSearchQuery *query, DdCloseness closeness, const char *body, const char *kind)
{
	unsigned times[DD_MAX_QUERY_WORDS] = {0}, score = 0;
	bool marks[DD_MAX_QUERY_WORDS] = {false}, order[DD_MAX_QUERY_WORDS] = {false};
	uint8_t before = NONE;
	size_t n = 0;
	DdSearchScan scan = {.text = body, .len = strlen(body)};
	for (; n < DD_MAX_SEARCH_PART_WORDS && dd_search_scan_next(&scan); n++) {
		const uint8_t at = find_word(query, closeness, scan.bare);
		if (at != NONE) {
			times[at]++;
			marks[at] = marks[at] || has_typed_marks(&query->words[at], &scan);
			order[at] = order[at] || (at > 0 && before == at - 1);
		}
		before = at;
	}
	for (size_t i = 0; i < query->n_words; i++)
		score += MIN(times[i], MOST_TIMES) + (marks[i] ? WITH_MARKS : 0) +
			 (order[i] ? IN_ORDER : 0);
	score += strcmp(kind, "document") == 0 ? 6 : 0;
	score += strcmp(kind, "task") == 0 ? 4 : 0;
	score += strcmp(kind, "note") == 0 ? 3 : 0;
	return score + (n < SHORT_WORDS ? SHORT : 0);
}

/* Whether a term of the query stands in @words from @at on */
static bool
stands_at(const DdSearchQuery *query, const DdQueryTerm *term, const DdSearchWords *words, size_t at)
{
	if (term->n > words->words->len - at)
		return false;
	for (size_t i = 0; i < term->n; i++)
		if (!dd_query_word_matches(&query->words[term->first + i], DD_CLOSE_BARE,
			    dd_search_words_get_bare(words, at + i)))
			return false;
	return true;
}

bool
dd_search_has(const DdSearchQuery *query, const char *body)
{
	g_auto(DdSearchWords)
		words = dd_search_words_scan(body, strlen(body), DD_MAX_SEARCH_PART_WORDS);
	for (size_t i = 0; i < query->n_terms; i++) {
		size_t at = 0;
		while (at < words.words->len && !stands_at(query, &query->terms[i], &words, at))
			at++;
		if (at >= words.words->len)
			return false;
	}
	return true;
}

/* Returns: the word with which the stretch begins that has most different words of the query */
static size_t
find_stretch(const Marked *self)
{
	size_t best = 0, most = 0;
	for (size_t i = 0; i < self->n; i++) {
		unsigned seen = 0;
		size_t count = 0;
		if (self->words[i].which == NONE)
			continue;
		for (size_t j = i; j < self->n && j < i + SHOWN_WORDS - SHOWN_BEFORE; j++)
			if (self->words[j].which != NONE && (seen & 1u << self->words[j].which) == 0) {
				seen |= 1u << self->words[j].which;
				count++;
			}
		if (count > most) {
			most = count;
			best = i;
		}
	}
	return best > SHOWN_BEFORE ? best - SHOWN_BEFORE : 0;
}

static bool
is_blank(const char *text, size_t len)
{
	return strspn(text, " \t\r\n") >= len;
}

/* Adds a piece of the text, on one line */
static void
add_piece(GArray *pieces, DdArena *arena, const char *text, size_t len, bool is_hit)
{
	if (len == 0)
		return;
	char *copy = dd_arena_strndup(arena, text, len);
	g_strdelimit(copy, "\r\n\t", ' ');
	DdSearchPiece piece = {copy, is_hit};
	g_array_append_val(pieces, piece);
}

static void
make_pieces(const Marked *self, const char *body, DdArena *arena, DdSearchHit *hit)
{
	g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(DdSearchPiece));
	size_t first = find_stretch(self);
	size_t end = MIN(self->n, first + SHOWN_WORDS);
	size_t at = first > 0 ? self->words[first].start : 0;
	if (first > 0)
		add_piece(pieces, arena, "… ", strlen("… "), false);
	for (size_t i = first; i < end; i++) {
		if (self->words[i].which == NONE)
			continue;
		const Word *word = &self->words[i];
		size_t hit_end = word->end;
		/* hits with only blanks between are one */
		while (i + 1 < end && self->words[i + 1].which != NONE &&
			is_blank(body + hit_end, self->words[i + 1].start - hit_end))
			hit_end = self->words[++i].end;
		add_piece(pieces, arena, body + at, word->start - at, false);
		add_piece(pieces, arena, body + word->start, hit_end - word->start, true);
		at = hit_end;
	}
	size_t last = end < self->n ? self->words[end - 1].end : strlen(body);
	if (last > at)
		add_piece(pieces, arena, body + at, last - at, false);
	if (end < self->n)
		add_piece(pieces, arena, " …", strlen(" …"), false);
	hit->n_pieces = pieces->len;
	hit->pieces = dd_arena_memdup(arena, pieces->data, pieces->len * sizeof(DdSearchPiece));
}

void
dd_search_excerpt(const DdSearchQuery *query, DdCloseness closeness, const char *body,
	DdArena *arena, DdSearchHit *hit)
{
	G_STATIC_ASSERT(DD_MAX_QUERY_WORDS <= 32);
	const size_t len = strlen(body);
	/* a word and what parts it from the next are two bytes at least */
	const size_t most = MIN(len / 2 + 1, DD_MAX_SEARCH_PART_WORDS);
	g_autofree Word *words = g_new(Word, most);
	Marked marked = {words, 0};
	DdSearchScan scan = {.text = body, .len = len};
	while (marked.n < most && dd_search_scan_next(&scan))
		words[marked.n++] = (Word){(uint32_t)scan.start, (uint32_t)scan.end,
			find_word(query, closeness, scan.bare)};
	make_pieces(&marked, body, arena, hit);
}

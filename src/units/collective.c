/* SPDX-License-Identifier: GPL-3.0-or-later */
/* collective.c: "các sở, ban, ngành, địa phương có liên quan", and what may stand behind any name: levels, places, tails */
#include <string.h>

#include "names-grammar.h"

#define MAX_PLACE_WORDS 5
#define MAX_PARTS 40
#define MAX_TAILS 6

/* As it is written, but "TỈNH" of a heading in capitals as the catalogue has it */
static void
append_hit(const DdNameReader *reader, GString *text, size_t from, const DdVocabHit *hit)
{
	const DdToken *first = &reader->words.items[from];
	bool shouted = (first->flags & DD_TOKEN_UPPER) != 0 && first->len > 1;
	if (hit->cost == 0 && hit->entry->type != DD_VOCAB_NAME && !shouted)
		dd_name_append_words(reader, text, from, hit->end);
	else
		dd_name_append(text, hit->entry->text);
}

/* Is the capital word at @at no part of a place: a new cell, a new name, "Nghị quyết", "Chủ trì"? */
static bool
ends_place(const DdNameReader *reader, size_t at)
{
	DdVocabHit stop;
	uint32_t stops = DD_VOCAB_BIT(DD_VOCAB_HARD) | DD_VOCAB_BIT(DD_VOCAB_STOP);
	if ((reader->words.items[at].flags & DD_TOKEN_TAB) != 0 || dd_name_begins(reader, at))
		return true;
	/* "Đoàn Thanh niên Chi nhánh": a kind of unit of two words, the second in small letters */
	if (reader->tokens->damage == DD_DAMAGE_NONE && !dd_name_is_cap(reader, at + 1) &&
		dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &stop) && stop.end > at + 1)
		return true;
	return dd_name_phrase(reader, at, stops, &stop) && stop.end > at + 1;
}

/*
 * "huyện Trường Sa", "thành phố Hội An": behind a level the word that kinds of offices begin with is that of a place, when
 * no known name stands there ("UBND tỉnh Sở Y tế" lost its comma)
 */
static bool
is_place_like_kind(const DdNameReader *reader, size_t at)
{
	DdVocabHit hit;
	if (at == 0 || at + 1 >= reader->words.n || !dd_name_is_cap(reader, at) ||
		!dd_name_is_cap(reader, at + 1) ||
		((reader->words.items[at].flags | reader->words.items[at - 1].flags) &
			DD_TOKEN_UPPER) != 0 ||
		(reader->words.items[at].flags &
			(reader->list ? DD_TOKEN_TAB | DD_TOKEN_LINE : DD_TOKEN_TAB)) != 0)
		return false;
	/* "huyện Vụ Bản": the noun of one word is a place's */
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NAME), &hit) ||
		(dd_name_phrase(reader, at + 1, DD_VOCAB_BIT(DD_VOCAB_NOUN), &hit) && hit.end > at + 2))
		return false;
	/* "UBND huyện Hội Liên hiệp Phụ nữ": a kind of several words */
	return !dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &hit) || hit.end == at + 1;
}

size_t
dd_name_skip_apostrophe(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	bool sign = dd_word_is_sign(words, at, '\'') || dd_word_is_sign(words, at, 0x2019);
	bool glued = sign && at + 1 < words->n && words->items[at + 1].kind == DD_TOKEN_WORD &&
		     ((words->items[at].flags | words->items[at + 1].flags) &
			     (DD_TOKEN_SPACE | DD_TOKEN_LINE)) == 0;
	return glued ? at + 2 : at;
}

/* " - Đà Lạt" behind "phường Xuân Hương": the town a ward of 2025 was made of. Returns: the word behind it, @at when none */
static size_t
skip_second_half(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	bool dash = dd_word_is_sign(words, at, '-') || dd_word_is_sign(words, at, 0x2013);
	bool place = dash && dd_name_is_cap(reader, at + 1) && dd_name_is_cap(reader, at + 2) &&
		     !dd_name_begins(reader, at + 1) &&
		     (words->items[at].flags & DD_TOKEN_SPACE) != 0 &&
		     ((words->items[at].flags | words->items[at + 1].flags) &
			     (DD_TOKEN_TAB | DD_TOKEN_LINE)) == 0;
	return place ? at + 3 : at;
}

/* "Hiệp hội Du lịch Nha Trang - Khánh Hòa": a second place that the tables know. Returns: the word behind it, @at when none */
static size_t
skip_second_place(const DdNameReader *reader, size_t at)
{
	DdVocabHit place;
	return skip_second_half(reader, at) > at &&
			       dd_name_phrase(reader, at + 1, DD_VOCAB_BIT(DD_VOCAB_PLACE), &place)
		       ? place.end
		       : at;
}

/* "xã Bảo Lâm 1": a commune of 2025 that bears its district's name and a number. Returns: the word behind it, @at when none */
static size_t
skip_figure(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	if (at >= words->n || words->items[at].kind != DD_TOKEN_NUMBER)
		return at;
	const DdToken *figure = &words->items[at];
	bool plain = figure->value > 0 && figure->value < 20 &&
		     figure->len == (figure->value < 10 ? 1 : 2);
	bool more = dd_word_is_sign(words, at + 1, '/') || dd_word_is_sign(words, at + 1, '%') ||
		    dd_word_is_sign(words, at + 1, ')');
	return plain && !more && (figure->flags & (DD_TOKEN_TAB | DD_TOKEN_LINE)) == 0 ? at + 1 : at;
}

/* The proper name behind a level or a tail; several ("A, B và C") with @many */
static size_t
read_places(const DdNameReader *reader, size_t at, bool behind_level, bool many, GString *text)
{
	for (size_t n = 0; n < MAX_PARTS; n++) {
		size_t from = at, words = 0;
		DdVocabHit hit;
		if (dd_name_is_cap(reader, at) &&
			dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_PLACE), &hit)) {
			append_hit(reader, text, at, &hit);
			at = hit.end;
		} else {
			while (words < MAX_PLACE_WORDS && dd_name_is_cap(reader, at) &&
				(!ends_place(reader, at) || (words == 0 && behind_level &&
								    is_place_like_kind(reader, at)))) {
				at = dd_name_skip_apostrophe(reader, at + 1);
				words++;
			}
			dd_name_append_words(reader, text, from, at);
		}
		if (at > from + 1 && !many) {
			size_t end = behind_level ? skip_figure(reader, skip_second_half(reader, at))
						  : skip_second_place(reader, at);
			dd_name_append_words(reader, text, at, end);
			at = end;
		}
		if (at == from)
			return at;
		bool more = many && dd_word_is_joiner(reader->vocab, &reader->words, at) &&
			    dd_name_is_cap(reader, at + 1) && !dd_name_begins(reader, at + 1);
		if (!more)
			return at;
		dd_name_append_words(reader, text, at, at + 1);
		at++;
	}
	return at;
}

static bool
is_level(const DdNameReader *reader, size_t at, DdVocabHit *hit_out)
{
	DdVocabHit other;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_LEVEL), hit_out))
		return false;
	/* "huyện ủy" is no district */
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NOUN), &other) && other.cost == 0 &&
		other.end > hit_out->end && strcmp(other.entry->kind, "party") == 0)
		return false;
	/* "xã hội" is no commune, "xã Hội Sơn" is */
	return !dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NWORD), &other) ||
	       other.end <= hit_out->end ||
	       (!dd_name_is_cap(reader, at) && is_place_like_kind(reader, hit_out->end));
}

/* Does more than the level that ends before @end stand at @at: "tỉnh, Tỉnh đoàn", "huyện, Huyện ủy"? */
static bool
names_unit(const DdNameReader *reader, size_t at, size_t end)
{
	DdVocabHit unit;
	uint32_t units = DD_VOCAB_BIT(DD_VOCAB_NAME) | DD_VOCAB_BIT(DD_VOCAB_HEAD);
	return dd_name_is_cap(reader, at) && dd_name_phrase(reader, at, units, &unit) &&
	       unit.end > end;
}

/* "UBND các huyện: Ba Vì, Sóc Sơn …": names of places behind the colon, no order that begins there */
static bool
lists_places(const DdNameReader *reader, size_t at)
{
	size_t words = 0;
	while (words < MAX_PLACE_WORDS && dd_name_is_cap(reader, at + words) &&
		!dd_name_begins(reader, at + words))
		words++;
	return words >= 2 && dd_word_is_joiner(reader->vocab, &reader->words, at + words) &&
	       dd_name_is_cap(reader, at + words + 1);
}

/* "TP", "TX" as what they stand for. Returns: the word behind the level and its stop ("TP.") */
static size_t
append_level(const DdNameReader *reader, GString *text, size_t from, const DdVocabHit *level)
{
	static const struct {
		const char *brief, *full, *first;
	} briefs[] = {{"TP", "thành phố", "Thành phố"}, {"TX", "thị xã", "Thị xã"}};
	size_t i = level->end, row = 0;
	bool stop = dd_word_is_sign(&reader->words, i, '.') && dd_name_is_cap(reader, i + 1) &&
		    dd_name_is_cap(reader, i - 1);
	while (row < G_N_ELEMENTS(briefs) && strcmp(level->entry->text, briefs[row].brief) != 0)
		row++;
	if (row == G_N_ELEMENTS(briefs))
		append_hit(reader, text, from, level);
	else
		dd_name_append(text, text->len > 0 ? briefs[row].full : briefs[row].first);
	return i + stop;
}

/* A level with its proper name, "các huyện, thị xã, thành phố", "12 xã" */
static size_t
read_levels(const DdNameReader *reader, size_t at, GString *text)
{
	const DdWords *words = &reader->words;
	DdVocabHit hit, level;
	size_t i = at;
	bool many = false, placed = false;
	if (dd_name_phrase(reader, i, DD_VOCAB_BIT(DD_VOCAB_CAC), &hit)) {
		many = true;
		i = hit.end;
	}
	bool counted = i < words->n && words->items[i].kind == DD_TOKEN_NUMBER &&
		       words->items[i].value < 1000;
	if (!is_level(reader, i + counted, &level))
		return at;
	if (many)
		append_hit(reader, text, at, &hit);
	if (counted)
		dd_name_append_words(reader, text, i, i + 1);
	many = many || counted;
	i += counted;
	for (size_t n = 0; n < MAX_PARTS; n++) {
		i = append_level(reader, text, i, &level);
		if (many && dd_word_is_sign(words, i, ':') && dd_name_is_cap(reader, i + 1) &&
			(reader->list || lists_places(reader, i + 1))) {
			dd_name_append_words(reader, text, i, i + 1);
			i++;
		}
		if (i < words->n && words->items[i].kind == DD_TOKEN_NUMBER &&
			words->items[i].value < 30 && !dd_word_is_sign(words, i + 1, '/')) { /* "quận 1" */
			dd_name_append_words(reader, text, i, i + 1);
			i++;
		}
		size_t end = read_places(reader, i, true, many, text);
		placed = placed || end > i;
		i = end;
		if (!dd_word_is_joiner(reader->vocab, words, i) || (placed && !many) ||
			!is_level(reader, i + 1, &level) || names_unit(reader, i + 1, level.end))
			return i;
		dd_name_append_words(reader, text, i, i + 1);
		i++;
	}
	return i;
}

/* The number behind "khu vực", "vùng", "số"; "số 1" behind a level: "Ban Quản lý dự án tỉnh số 1" */
static size_t
read_ordinal(const DdNameReader *reader, size_t at, GString *text)
{
	static const char *const before[] = {"vực", "vùng", "số", "Số", "khu", "Khu", "vụ", "Vùng",
		"Vực", "khoa", "cơ sở", "Hải đội", "Cảnh sát biển", "khu phố", "tổ dân phố", "thôn",
		"ấp", "Biên phòng", "khối", "lớp"};
	const DdWords *words = &reader->words;
	if (at >= words->n || at == 0)
		return at;
	const DdToken *word = &words->items[at];
	bool number = word->kind == DD_TOKEN_NUMBER && word->value < 100 &&
		      !dd_word_is_sign(words, at + 1, '/');
	bool roman = word->kind == DD_TOKEN_WORD && (word->flags & DD_TOKEN_UPPER) != 0 &&
		     strspn(reader->tokens->text + word->start, "IVX") >= word->len;
	for (size_t i = 0; (number || roman) && i < G_N_ELEMENTS(before); i++) {
		if (g_str_has_suffix(text->str, before[i])) {
			size_t end = skip_second_half(reader, at + 1);
			dd_name_append_words(reader, text, at, end);
			return end;
		}
	}
	const DdToken *behind = &words->items[at + 1];
	if (!dd_name_is_word(reader, at, "số") || at + 1 >= words->n ||
		behind->kind != DD_TOKEN_NUMBER || behind->value == 0 || behind->value >= 30 ||
		dd_word_is_sign(words, at + 2, '/'))
		return at;
	dd_name_append_words(reader, text, at, at + 2);
	return at + 2;
}

/* "Đài Khí tượng Thủy văn khu vực": does the name end with the zone [@at, @end) that has no place of its own? */
static bool
ends_bare_zone(const DdNameReader *reader, size_t at, size_t end)
{
	uint32_t verbs = DD_VOCAB_BIT(DD_VOCAB_HARD) | DD_VOCAB_BIT(DD_VOCAB_STOP);
	if (reader->tokens->damage != DD_DAMAGE_NONE || !dd_name_is_word(reader, at, "khu"))
		return false;
	return end >= reader->words.n || reader->words.items[end].kind == DD_TOKEN_SIGN ||
	       dd_word_is_joiner(reader->vocab, &reader->words, end) ||
	       dd_name_phrase(reader, end, verbs, NULL);
}

/* "khu vực Đức Trọng" behind the name of a branch */
static size_t
read_zone(const DdNameReader *reader, size_t at, GString *text)
{
	const DdWords *words = &reader->words;
	DdVocabHit hit;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_ZONE), &hit))
		return at;
	size_t end = hit.end;
	bool number = end < words->n && words->items[end].kind == DD_TOKEN_NUMBER &&
		      words->items[end].value < 100 && !dd_word_is_sign(words, end + 1, '/');
	if (number) { /* "khu vực 4" */
		end++;
	} else if (dd_name_is_cap(reader, end) && !dd_name_begins(reader, end)) {
		GString *place = dd_name_text_new(reader, NULL);
		end = read_places(reader, end, false, false, place);
		dd_name_text_free(reader, place);
	}
	if (end == hit.end) {
		/* "chi nhánh tỉnh Gia Lai" */
		GString *level = dd_name_text_new(reader, NULL);
		end = read_levels(reader, end, level);
		dd_name_text_free(reader, level);
		if (end == hit.end && !ends_bare_zone(reader, at, end))
			return at;
		dd_name_append_words(reader, text, at, end);
		return end;
	}
	end = skip_second_half(reader, end); /* "khu vực Tân Châu - Châu Thành", "khu vực 2 - Krông Pắc" */
	dd_name_append_words(reader, text, at, end);
	return end;
}

/* A line of a cell that begins anew is no tail. */
static bool
begins_line(const DdNameReader *reader, size_t at)
{
	return reader->list && (reader->words.items[at].flags & DD_TOKEN_LINE) != 0 &&
	       dd_name_is_cap(reader, at) && dd_name_begins(reader, at);
}

/* The end phrase at @at, when it is no level ("cấp huyện" is near to "các huyện") and no place ("quận" to "Quảng") */
static bool
is_tail(const DdNameReader *reader, size_t at, uint32_t mask, DdVocabHit *hit_out)
{
	DdVocabHit cac, level;
	if (!dd_name_phrase(reader, at, mask, hit_out))
		return false;
	return !dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), &cac) ||
	       !is_level(reader, cac.end, &level) ||
	       cac.cost + level.cost >= hit_out->cost + (hit_out->end < level.end ? 10 : 0);
}

static bool
is_place(const DdNameReader *reader, size_t at)
{
	DdVocabHit place, level;
	return dd_name_is_cap(reader, at) &&
	       dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_PLACE), &place) &&
	       (!is_level(reader, at, &level) || place.end > level.end);
}

/* "Chi bộ thôn Đông Hồ", "Ban Nhân dân ấp": too short to be looked for in a broken scan */
static bool
is_hamlet(const DdNameReader *reader, size_t at)
{
	return reader->tokens->damage == DD_DAMAGE_NONE &&
	       (dd_name_is_word(reader, at, "thôn") || dd_name_is_word(reader, at, "ấp") ||
		       dd_name_is_word(reader, at, "khóm"));
}

/* "UBND các xã, phường ven biển": no word of the lexicon, for a broken "văn" or "vốn" is near to it */
static bool
is_seaside(const DdNameReader *reader, size_t at)
{
	return dd_name_is_word(reader, at, "ven") && dd_name_is_word(reader, at + 1, "biển");
}

/* What stands behind a name and is no phrase of the catalogue: a number, a zone, a level, a place */
static size_t
read_where(const DdNameReader *reader, size_t from, bool places, GString *text)
{
	size_t at = read_ordinal(reader, from, text);
	if (at == from)
		at = read_zone(reader, at, text);
	if (at == from)
		at = read_levels(reader, at, text);
	bool zone = g_str_has_suffix(text->str, "khu vực");
	if (at == from && places)
		at = read_places(reader, at, false, false, text);
	if (at > from && zone) {
		size_t end = skip_second_half(reader, at);
		dd_name_append_words(reader, text, at, end);
		at = end;
	}
	return at;
}

/* "thành phố Huế", "Thanh Hóa" at @at. Returns: token behind it, @at when no place stands there */
static size_t
skip_place(const DdNameReader *reader, size_t at)
{
	DdVocabHit level;
	size_t i = is_level(reader, at, &level) ? level.end : at, from = i;
	while (i < reader->words.n && i < from + MAX_PLACE_WORDS && dd_name_is_cap(reader, i) &&
		reader->words.items[i].kind == DD_TOKEN_WORD &&
		(reader->words.items[i].flags & DD_TOKEN_TAB) == 0)
		i++;
	return i > from ? i : at;
}

/* "UBND các tỉnh từ Thanh Hóa đến thành phố Huế": the span of places at @at. Returns: token behind it, @at when none begins */
static size_t
skip_span(const DdNameReader *reader, size_t at, const GString *text)
{
	if (!dd_name_is_word(reader, at, "từ") || strstr(text->str, "ác ") == NULL)
		return at;
	size_t to = skip_place(reader, at + 1);
	if (to == at + 1 || !dd_name_is_word(reader, to, "đến"))
		return at;
	size_t end = skip_place(reader, to + 1);
	return end > to + 1 ? end : at;
}

size_t
dd_name_read_tails(const DdNameReader *reader, size_t at, bool collective, GString *text)
{
	uint32_t mask = DD_VOCAB_BIT(DD_VOCAB_TAIL) | (collective ? DD_VOCAB_BIT(DD_VOCAB_CTAIL) : 0);
	/* in small letters */
	uint32_t small = mask | DD_VOCAB_BIT(DD_VOCAB_LEVEL) | DD_VOCAB_BIT(DD_VOCAB_CAC) |
			 DD_VOCAB_BIT(DD_VOCAB_ZONE);
	for (size_t n = 0; n < MAX_TAILS && at < reader->words.n; n++) {
		DdVocabHit hit;
		size_t from = at;
		const DdToken *first = &reader->words.items[at];
		if (first->kind == DD_TOKEN_SIGN || (first->flags & DD_TOKEN_TAB) != 0 ||
			begins_line(reader, at))
			break;
		if (first->kind == DD_TOKEN_WORD && !dd_name_is_cap(reader, at) &&
			!dd_name_is_word(reader, at, "số") && !is_hamlet(reader, at) &&
			!is_seaside(reader, at) &&
			(dd_vocab_types_at(reader->vocab, &reader->words, at) & small) == 0) {
			size_t end = skip_span(reader, at, text);
			dd_name_append_words(reader, text, at, end);
			return end;
		}
		if (is_place(reader, at) && (!collective || n > 0)) {
			at = read_places(reader, at, false, false, text);
		} else if (is_tail(reader, at, mask, &hit)) {
			append_hit(reader, text, at, &hit);
			at = hit.end;
		} else if (is_seaside(reader, at)) {
			dd_name_append_words(reader, text, at, at + 2);
			at += 2;
		} else if (!collective && is_hamlet(reader, at)) {
			dd_name_append_words(reader, text, at, at + 1);
			at++;
		} else {
			at = read_where(reader, at, !collective || n > 0, text);
		}
		if (at == from)
			break;
	}
	return at;
}

/*
 * A word of a collective: "sở", "tổ chức chính trị - xã hội", "xã". A word that is a verb as well ("tổ chức") counts only
 * where no verb can stand.
 */
static bool
read_noun(const DdNameReader *reader, size_t at, bool joined, DdVocabHit *hit_out)
{
	uint32_t mask = DD_VOCAB_BIT(DD_VOCAB_NOUN) | DD_VOCAB_BIT(DD_VOCAB_LEVEL);
	DdVocabHit other;
	if (!dd_name_phrase(reader, at, mask, hit_out))
		return false;
	size_t end = hit_out->end;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HARD), &other) && other.end > end)
		return false;
	/* "các thôn, tổ dân phố" begins with what may end another name */
	if (joined && dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_TAIL), &other) && other.end > end)
		return false;
	bool verb = dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_STOP), &other) &&
		    other.end >= end;
	if (!verb || !joined || reader->list || end >= reader->words.n)
		return true;
	return reader->words.items[end].kind == DD_TOKEN_SIGN ||
	       dd_word_is_joiner(reader->vocab, &reader->words, end) ||
	       dd_name_phrase(reader, end, mask | DD_VOCAB_BIT(DD_VOCAB_TAIL), NULL);
}

/* "Các sở, ngành và các địa phương" is one: both say who, the second only where. */
static size_t
read_localities(const DdNameReader *reader, size_t at, GString *text)
{
	DdVocabHit cac, noun;
	if (!dd_word_is_joiner(reader->vocab, &reader->words, at) ||
		reader->words.items[at].kind == DD_TOKEN_SIGN ||
		!dd_name_phrase(reader, at + 1, DD_VOCAB_BIT(DD_VOCAB_CAC), &cac) ||
		!dd_name_phrase(reader, cac.end, DD_VOCAB_BIT(DD_VOCAB_NOUN), &noun) ||
		strcmp(noun.entry->text, "địa phương") != 0)
		return at;
	/* more words of its own ("và các địa phương, đơn vị") make it a second one */
	if (dd_word_is_joiner(reader->vocab, &reader->words, noun.end) &&
		read_noun(reader, noun.end + 1, true, &cac))
		return at;
	dd_name_append(text, "và các địa phương");
	return dd_name_read_tails(reader, noun.end, true, text);
}

/* Does a name of its own, not a word of the collective, begin at @at: "Công an tỉnh", "Ban Quản lý …"? */
static bool
is_own_name(const DdNameReader *reader, size_t at, size_t noun_end)
{
	DdVocabHit hit;
	if (!dd_name_is_cap(reader, at))
		return false;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_ROLE), NULL))
		return true;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NAME), &hit) && hit.end > noun_end)
		return true;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &hit) &&
		(hit.end > noun_end ||
			dd_name_phrase(reader, noun_end, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL)))
		return true; /* "các trường, Công an các phường" */
	return dd_name_is_cap(reader, noun_end) &&
	       (reader->words.items[at].flags & DD_TOKEN_UPPER) == 0;
}

/* "Các sở, thủ trưởng đơn vị": a post and what its holders head are a second name */
static bool
heads_others(const DdNameReader *reader, const DdVocabHit *noun)
{
	uint32_t held = DD_VOCAB_BIT(DD_VOCAB_NOUN) | DD_VOCAB_BIT(DD_VOCAB_CAC) |
			DD_VOCAB_BIT(DD_VOCAB_HEAD) | DD_VOCAB_BIT(DD_VOCAB_NAME);
	return strcmp(noun->entry->kind, "person-role") == 0 &&
	       dd_name_phrase(reader, noun->end, held, NULL);
}

/* Goes on behind the first word: ", ban, ngành và đơn vị liên quan" */
static size_t
read_rest(const DdNameReader *reader, size_t at, GString *text)
{
	DdVocabHit hit;
	for (size_t n = 0; n < MAX_PARTS; n++) {
		at = dd_name_read_tails(reader, at, true, text);
		bool joined = dd_word_is_joiner(reader->vocab, &reader->words, at);
		if (joined && reader->words.items[at].kind == DD_TOKEN_SIGN &&
			(reader->words.items[at].flags & DD_TOKEN_LINE) != 0 &&
			reader->words.items[at].value == '-' && reader->list)
			return at;
		size_t next = joined ? at + 1 : at;
		/* ", và" */
		if (joined && dd_word_is_joiner(reader->vocab, &reader->words, next))
			next++;
		if (!joined && next < reader->words.n && reader->words.items[next].kind == DD_TOKEN_SIGN)
			return at;
		if (!read_noun(reader, next, true, &hit) || is_own_name(reader, next, hit.end) ||
			begins_line(reader, next) || (joined && heads_others(reader, &hit)))
			return at;
		/* "các huyện ủy lãnh đạo" is what they do */
		if (!joined && !reader->list &&
			(dd_name_phrase(reader, next, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL) ||
				strcmp(hit.entry->text, "lãnh đạo") == 0))
			return at;
		if (joined)
			dd_name_append_words(reader, text, at, next);
		append_hit(reader, text, next, &hit);
		at = hit.end;
	}
	return at;
}

void
dd_name_raise_first(GString *text)
{
	char letter[8] = {0};
	if (text->len == 0)
		return;
	g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(text->str)), letter);
	g_string_erase(text, 0, g_utf8_next_char(text->str) - text->str);
	g_string_prepend(text, letter);
}

/* "các sở giáo dục và đào tạo": a name of the catalogue in small letters, when no verb begins its words */
static bool
read_lower_headed(const DdNameReader *reader, size_t at, size_t head_at, const DdVocabHit *head,
	DdNameEntry *entry)
{
	DdVocabHit name, noun;
	uint32_t nouns = DD_VOCAB_BIT(DD_VOCAB_NOUN) | DD_VOCAB_BIT(DD_VOCAB_LEVEL);
	if (reader->tokens->damage != DD_DAMAGE_NONE || dd_name_is_cap(reader, head_at) ||
		dd_word_is_joiner(reader->vocab, &reader->words, head->end) ||
		!dd_name_phrase(reader, head_at, DD_VOCAB_BIT(DD_VOCAB_NAME), &name) ||
		name.end < head->end + 2 ||
		dd_name_phrase(reader, head->end, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL) ||
		(dd_name_phrase(reader, head_at, nouns, &noun) && noun.end >= name.end))
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	dd_name_append_words(reader, entry->text, at, name.end);
	dd_name_raise_first(entry->text);
	entry->end = dd_name_read_tails(reader, name.end, true, entry->text);
	entry->kind = name.entry->kind;
	entry->collective = true;
	entry->known = true;
	entry->confidence = 88;
	entry->rule = "các + tên đơn vị";
	return true;
}

/* "Các Phòng 9, 11, 12", "các Tổ 1, 2 và 3": rooms that have numbers for names, as they are written */
static bool
read_numbered(const DdNameReader *reader, size_t at, const DdVocabHit *head, DdNameEntry *entry)
{
	const DdWords *words = &reader->words;
	size_t end = head->end;
	if (reader->tokens->damage != DD_DAMAGE_NONE || strcmp(head->entry->kind, "room") != 0)
		return false;
	for (size_t i = end; i < words->n && words->items[i].kind == DD_TOKEN_NUMBER &&
			     words->items[i].len <= 2 && !dd_word_is_sign(words, i + 1, '/');
		i = end + 1) {
		end = i + 1;
		if (!dd_word_is_joiner(reader->vocab, words, end))
			break;
	}
	if (end == head->end)
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	dd_name_append_words(reader, entry->text, at, end);
	dd_name_raise_first(entry->text);
	entry->end = end;
	entry->collective = true;
	dd_name_finish(reader, entry, head->entry->kind, true, 86, "các + số");
	return true;
}

/* "các sở GDĐT" in full; the head stays as it is written */
static void
append_full(const DdNameReader *reader, GString *text, size_t head_at, const DdVocabHit *head,
	const char *full)
{
	dd_name_append_words(reader, text, head_at, head->end);
	g_string_append(text, full + strlen(head->entry->text));
}

/* "các phòng: A, B", "các Sở Tài chính, Nội vụ", "các Sở Công Thương": @head stands, a name follows */
static bool
read_headed(DdNameReader *reader, size_t at, size_t head_at, DdNameEntry *entry)
{
	DdVocabHit head, name;
	if (!dd_name_phrase(reader, head_at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &head))
		return false;
	size_t body = head.end;
	bool colon = dd_word_is_sign(&reader->words, body, ':');
	if (colon)
		body++;
	if (!dd_name_is_cap(reader, body))
		return !colon && (read_numbered(reader, at, &head, entry) ||
					 read_lower_headed(reader, at, head_at, &head, entry));
	/* "các Bộ: Công an, Tài chính": police is a kind of its own, but there is a ministry of it */
	if (dd_name_begins(reader, body) &&
		(reader->tokens->damage == DD_DAMAGE_HEAVY ||
			!dd_vocab_match_behind(reader->vocab, &reader->words, body,
				head.entry->text, DD_VOCAB_BIT(DD_VOCAB_NAME), &name)))
		return false;
	DdNameEntry first = {0};
	if (!dd_name_entry_read_headless(reader, body, head.entry->text, true, &first))
		return false;
	bool more = dd_word_is_joiner(reader->vocab, &reader->words, first.end) &&
		    dd_name_is_cap(reader, first.end + 1) && !dd_name_begins(reader, first.end + 1);
	if (colon && !more && !first.known) { /* "Các thôn: Thành lập đội thi đấu": what they are told */
		g_string_free(first.text, TRUE);
		return false;
	}
	if (colon || more) {
		*entry = first;
		entry->several = true;
		return true;
	}
	/* a single name behind "các": all units that are called so */
	g_autoptr(GString) full = first.text;
	bool is_short = strcmp(first.rule, "viết tắt") == 0 &&
			g_str_has_prefix(full->str, head.entry->text);
	entry->text = dd_name_text_new(reader, NULL);
	bool known = dd_name_phrase(reader, head_at, DD_VOCAB_BIT(DD_VOCAB_NAME), &name);
	dd_name_append_words(reader, entry->text, at, head_at);
	if (known)
		append_hit(reader, entry->text, head_at, &name);
	else if (is_short)
		append_full(reader, entry->text, head_at, &head, full->str);
	else
		dd_name_append_words(reader, entry->text, head_at, first.end);
	dd_name_raise_first(entry->text);
	entry->end = first.end;
	if (known || is_short)
		entry->end = dd_name_read_tails(
			reader, known ? name.end : first.end, true, entry->text);
	entry->kind = first.kind;
	entry->collective = true;
	entry->known = known;
	entry->confidence = 88;
	entry->rule = "các + tên đơn vị";
	return true;
}

/* Of whom the units are, behind their nouns that end at @end */
static void
end_collective(DdNameReader *reader, size_t end, const char *kind, DdNameEntry *entry)
{
	entry->end = read_localities(reader, end, entry->text);
	entry->end = dd_name_read_to_cue(reader, entry->end, entry->text);
	entry->kind = kind;
	entry->collective = true;
	entry->known = true;
}

/* "Cơ quan, đơn vị, địa phương", "Cấp ủy, chính quyền các xã" where a sentence begins: nobody says "các" */
static bool
read_bare(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	static const char *const told[] = {"cơ quan", "đơn vị", "địa phương", "cấp ủy",
		"cấp ủy đảng", "cấp ủy Đảng", "tổ chức đảng", "chính quyền", "đoàn thể"};
	DdVocabHit noun;
	if (!dd_name_is_cap(reader, at) ||
		(at > 0 && reader->words.items[at - 1].kind != DD_TOKEN_SIGN) ||
		!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NOUN), &noun) || noun.cost > 0)
		return false;
	/* "Đơn vị được kiểm tra" is the head of a column, "Cấp ủy, tổ chức đảng" one noun */
	bool is_told = strchr(noun.entry->text, ',') != NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(told) && !is_told; i++)
		is_told = strcmp(noun.entry->text, told[i]) == 0 &&
			  dd_word_is_joiner(reader->vocab, &reader->words, noun.end);
	if (!is_told)
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	append_hit(reader, entry->text, at, &noun);
	dd_name_raise_first(entry->text);
	size_t end = read_rest(reader, noun.end, entry->text);
	if (end == noun.end && strchr(noun.entry->text, ',') == NULL)
		return false;
	end_collective(reader, end, noun.entry->kind, entry);
	entry->confidence = 85;
	entry->rule = "các, không nói ra";
	return true;
}

bool
dd_collective_read(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdVocabHit cac, noun;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), &cac))
		return read_bare(reader, at, entry);
	/* "Sở A, Sở B, mỗi đơn vị cử 01 cán bộ"; in a bad scan "mới" and "môi" come near to it */
	if (strcmp(cac.entry->text, "mỗi") == 0 && (cac.cost > 0 || !dd_name_is_cap(reader, at)))
		return false;
	/* in a bad scan "Trung tâm" begins like "Từng" */
	uint32_t units = DD_VOCAB_BIT(DD_VOCAB_HEAD) | DD_VOCAB_BIT(DD_VOCAB_NAME);
	if (cac.cost > 0 && dd_name_is_cap(reader, at) && dd_name_phrase(reader, at, units, &noun) &&
		noun.score > cac.score && noun.end > cac.end)
		return false;
	size_t i = cac.end;
	if (read_headed(reader, at, i, entry))
		return true;
	if (!read_noun(reader, i, false, &noun) || noun.end <= i)
		return false;
	if (dd_word_is_sign(&reader->words, noun.end, ':') && noun.cost > 0)
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	GString *text = entry->text;
	append_hit(reader, text, at, &cac);
	size_t end = noun.end;
	if (noun.entry->type == DD_VOCAB_LEVEL && dd_name_is_cap(reader, noun.end)) {
		/* "các tỉnh Hải Dương, Phú Thọ và Tiền Giang" */
		g_string_truncate(text, 0);
		end = read_levels(reader, at, text);
	} else {
		append_hit(reader, text, i, &noun);
	}
	dd_name_raise_first(text);
	end = read_rest(reader, end, text);
	end_collective(reader, end, noun.entry->kind, entry);
	entry->confidence = reader->tokens->damage == DD_DAMAGE_HEAVY ? 82 : 95;
	entry->rule = "các";
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-segments.c: the segments that names of offices and posts are made of; provinces in a letterhead */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "near.h"
#include "syllable.h"

#define FOLD_MAX 160u
#define FOUND_MAX 64u /* characters of a segment */
#define SAMPLE_BYTES 65536u

/* letterhead-words.csv */
extern const char *const dd_letterhead_part[];
extern const size_t dd_letterhead_n_part;
extern const char *const dd_letterhead_kind[];
extern const size_t dd_letterhead_n_kind;
extern const char *const dd_letterhead_kind_own[];
extern const size_t dd_letterhead_n_kind_own;
extern const char *const dd_letterhead_proper[];
extern const size_t dd_letterhead_n_proper;
extern const char *const dd_letterhead_kind_own_proper[];
extern const size_t dd_letterhead_n_kind_own_proper;
extern const char *const dd_letterhead_kind_proper[];
extern const size_t dd_letterhead_n_kind_proper;
extern const char *const dd_letterhead_post[];
extern const size_t dd_letterhead_n_post;
extern const char *const dd_letterhead_level[];
extern const size_t dd_letterhead_n_level;

/* Segments of names of offices and posts with their capitals (NĐ 30/2020, Annex II); the longest that fits counts. */
static const struct {
	const char *const *texts;
	const size_t *n;
	unsigned flags;
} segments[] = {
	{dd_letterhead_part, &dd_letterhead_n_part, 0},
	{dd_letterhead_kind, &dd_letterhead_n_kind, DD_SEGMENT_KIND},
	{dd_letterhead_kind_own, &dd_letterhead_n_kind_own, DD_SEGMENT_KIND | DD_SEGMENT_OWN},
	{dd_letterhead_proper, &dd_letterhead_n_proper, DD_SEGMENT_PROPER},
	{dd_letterhead_kind_own_proper, &dd_letterhead_n_kind_own_proper,
		DD_SEGMENT_KIND | DD_SEGMENT_OWN | DD_SEGMENT_PROPER},
	{dd_letterhead_kind_proper, &dd_letterhead_n_kind_proper, DD_SEGMENT_KIND | DD_SEGMENT_PROPER},
	{dd_letterhead_post, &dd_letterhead_n_post, DD_SEGMENT_POST},
	{dd_letterhead_level, &dd_letterhead_n_level, DD_SEGMENT_LEVEL},
};

/* Returns: TRUE when the words have the same letters, marks counted, wherever a tone is written */
static bool
same_letters(const char *text, size_t len, const char *word)
{
	unsigned tones[2] = {0}, n[2] = {0};
	uint8_t bases[2][24];
	const char *at[2] = {text, word}, *ends[2] = {text + len, word + strlen(word)};
	for (int i = 0; i < 2; i++)
		while (at[i] < ends[i]) {
			gunichar c;
			at[i] += dd_utf8_next(at[i], ends[i], &c);
			DdLetter letter = dd_letter_of(c);
			if (letter.base == 0)
				continue;
			if (n[i] == G_N_ELEMENTS(bases[i]))
				return false;
			bases[i][n[i]++] = letter.base;
			tones[i] = letter.tone != 0 ? letter.tone : tones[i];
		}
	return n[0] == n[1] && tones[0] == tones[1] && memcmp(bases[0], bases[1], n[0]) == 0;
}

/* How a text begins: a cheap look before the dear comparison */
typedef struct {
	char first, second; /* bare first letters of the first two words, 0: no such word */
	char bare[FOUND_MAX]; /* of a clean document: the text in bare letters, as far as a segment goes */
} Beginning;

static char
fold_at(const char *text, const char *end)
{
	gunichar c;
	if (text >= end)
		return 0;
	if ((unsigned char)*text < 0x80)
		return dd_letters_ascii[(unsigned char)*text].fold;
	(void)dd_utf8_next(text, end, &c);
	return dd_letter_of(c).fold;
}

static Beginning
beginning_of(const DdContext *context, const char *text, size_t len)
{
	const char *end = text + len, *second = memchr(text, ' ', len);
	while (second != NULL && second < end && *second == ' ')
		second++;
	Beginning beginning = {
		.first = fold_at(text, end), .second = second != NULL ? fold_at(second, end) : 0};
	if (context->damage == DD_DAMAGE_NONE)
		(void)dd_near_fold(text, len, beginning.bare, sizeof(beginning.bare));
	return beginning;
}

/* Does @bare begin with the bare letters of @segment? */
static bool
has_letters(const char *bare, const char *segment)
{
	const unsigned char *at = (const unsigned char *)segment, *end = at + strlen(segment);
	for (unsigned bytes; at < end; at += bytes, bare++) {
		DdLetter letter = dd_letter_at(at, end, &bytes);
		if (*bare != (letter.fold != 0 ? letter.fold : (char)*at))
			return false;
	}
	return true;
}

static bool
may_begin(const DdContext *context, const Beginning *beginning, const char *segment)
{
	if (context->damage == DD_DAMAGE_HEAVY)
		return true;
	if (fold_at(segment, segment + 4) != beginning->first)
		return false;
	if (context->damage == DD_DAMAGE_NONE)
		return has_letters(beginning->bare, segment);
	const char *second = strchr(segment, ' ');
	return second == NULL || fold_at(second + 1, second + 5) == beginning->second;
}

/*
 * In damaged text one half edit in @share letters is forgiven.
 * Returns: bytes of @text that spell @segment, a whole number of words; 0 when they do not
 */
static size_t
match_segment(
	const DdContext *context, const char *text, size_t len, const char *segment, unsigned share)
{
	char want[FOUND_MAX], found[FOUND_MAX];
	size_t n = dd_near_fold(segment, strlen(segment), want, sizeof(want)), words = 1, end = 0;
	for (size_t i = 0; i < n; i++)
		words += want[i] == ' ';
	for (size_t w = 0; w < words; w++) {
		while (end < len && (unsigned char)text[end] <= ' ')
			end++;
		while (end < len && (unsigned char)text[end] > ' ')
			end++;
	}
	size_t whole = end;
	while (end > 0 && strchr(",;.:", text[end - 1]) != NULL &&
		segment[strlen(segment) - 1] != text[end - 1])
		end--;
	size_t m = dd_near_fold(text, MIN(end, 120), found, sizeof(found));
	unsigned max = context->damage == DD_DAMAGE_HEAVY   ? (unsigned)n / share
		       : context->damage == DD_DAMAGE_LIGHT ? (unsigned)n / 8
							    : 0;
	if (words == 1 && context->damage == DD_DAMAGE_NONE && !same_letters(text, end, segment))
		return 0; /* "VIÊN" is not "Viện" */
	bool same = m == n && memcmp(found, want, n) == 0;
	if (whole == 0 || found[0] == '\0' || (max == 0 && !same))
		return 0;
	return same || dd_near_distance(found, m, want, n, max) <= max ? end : 0;
}

const char *
dd_head_segment_find(const DdContext *context, const char *text, size_t len, unsigned *flags_out,
	size_t *len_out)
{
	const char *found = NULL;
	Beginning beginning = beginning_of(context, text, len);
	*len_out = 0;
	*flags_out = 0;
	for (size_t k = 0; k < G_N_ELEMENTS(segments); k++) {
		for (size_t i = 0; i < *segments[k].n; i++) {
			const char *segment = segments[k].texts[i];
			if (!may_begin(context, &beginning, segment))
				continue;
			size_t n = match_segment(context, text, len, segment, 6);
			if (n > *len_out) {
				*len_out = n;
				*flags_out = segments[k].flags;
				found = segment;
			}
		}
	}
	return found;
}

unsigned
dd_head_segment_at(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	unsigned flags;
	(void)dd_head_segment_find(context, text, len, &flags, len_out);
	return flags;
}

const char *
dd_head_province_at(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	size_t n_provinces;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces);
	const char *found = NULL;
	Beginning beginning = beginning_of(context, text, len);
	*len_out = 0;
	for (size_t i = 0; i < n_provinces; i++) {
		if (!may_begin(context, &beginning, provinces[i].name))
			continue;
		size_t n = match_segment(context, text, len, provinces[i].name, 4);
		if (n > *len_out) {
			*len_out = n;
			found = provinces[i].name;
		}
	}
	return found;
}

const DdProvince *
dd_head_province_near(const DdContext *context, const char *name)
{
	char want[FOLD_MAX], have[64];
	size_t n = dd_near_fold(name, strlen(name), want, sizeof(want)), n_provinces;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces),
			 *found = NULL;
	unsigned max = context->damage == DD_DAMAGE_NONE ? 0 : (unsigned)n / 4, best = max + 1;
	bool tie = false;
	for (size_t i = 0; i < n_provinces; i++) {
		if (max == 0 && fold_at(provinces[i].name, provinces[i].name + 4) != want[0])
			continue; /* nothing but the same letters will do */
		size_t m = dd_near_fold(
			provinces[i].name, strlen(provinces[i].name), have, sizeof(have));
		unsigned distance = dd_near_distance(want, n, have, m, max);
		tie = distance == best ? true : distance < best ? false : tie;
		if (distance < best) {
			best = distance;
			found = &provinces[i];
		}
	}
	return best <= max && !tie ? found : NULL;
}

const DdProvince *
dd_head_province_frequent(const DdContext *context)
{
	size_t n_provinces, best = 0;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces);
	g_autofree unsigned *counts = g_new0(unsigned, n_provinces + 1);
	const char *at = context->chars, *end = context->chars + MIN(context->len, SAMPLE_BYTES);
	static const char cue[] = "tỉnh ";
	while ((at = dd_head_search(at, (size_t)(end - at), cue)) != NULL) {
		at += sizeof(cue) - 1;
		for (size_t i = 0; i < n_provinces; i++) {
			size_t n = strlen(provinces[i].name);
			if ((size_t)(end - at) > n && memcmp(at, provinces[i].name, n) == 0)
				counts[i]++;
			best = counts[i] > counts[best] ? i : best;
		}
	}
	return counts[best] > 0 ? &provinces[best] : NULL;
}

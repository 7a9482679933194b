/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-person.c: is this a person's name, without titles, with its marks back where a scan lost them */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "near.h"
#include "syllable.h"

/* Is the word [@word, @stop) "BS.", "TS", "Ông"? @fold is its bare spelling without the dots behind it */
static bool
is_title(const char *word, const char *stop, const char *fold, bool dotted)
{
	static const char *const titles[] = {"ts", "ths", "pgs", "gs", "bs", "bscki", "bsckii",
		"bsck1", "bsck2", "cki", "ckii", "ck1", "ck2", "ks", "ds", "dd", "cn", "ngnd",
		"ngut", "ttnd", "ttut", "dc", "ls", "kts", "pgs.ts", "gs.ts", "ths.bs", "ts.bs",
		"ths.", "bs.cki", "bs.ckii", "pgs.ts.bs", "vs"};
	if (strcmp(fold, "ong") == 0 || strcmp(fold, "ba") == 0)
		return true;
	/* without a dot, capitals tell the abbreviation from a name */
	if (!dotted && strcmp(fold, "ths") != 0 &&
		(stop - word < 2 || !g_ascii_isupper(word[0]) || g_ascii_islower(word[1])))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++)
		if (strcmp(titles[i], fold) == 0)
			return true;
	return false;
}

/* Are the two words [@word, @stop) "Đại tá", "Bác sĩ"? */
static bool
is_rank(const char *word, const char *stop)
{
	static const char *const ranks[] = {"dai ta", "thuong ta", "trung ta", "thieu ta", "dai uy",
		"thuong uy", "thieu tuong", "trung tuong", "thuong tuong", "dai tuong", "luat su",
		"bac si", "dong chi"};
	char fold[64];
	(void)dd_near_fold(word, (size_t)(stop - word), fold, sizeof(fold));
	for (size_t i = 0; i < G_N_ELEMENTS(ranks); i++)
		if (strcmp(ranks[i], fold) == 0)
			return true;
	return false;
}

static const char *
word_end(const char *at, const char *end)
{
	while (at < end && *at != ' ')
		at++;
	return at;
}

/* Leaves out "BS. CKII", "TS.", "Đại tá", "Ông" before a name (NĐ 30/2020: no academic titles) */
static const char *
skip_titles(const char *text, const char *end)
{
	for (;;) {
		const char *word = text;
		while (word < end && *word == ' ')
			word++;
		const char *stop = word_end(word, end);
		const char *second = word_end(stop < end ? stop + 1 : stop, end);
		char fold[64];
		size_t n = dd_near_fold(word, (size_t)(stop - word), fold, sizeof(fold));
		bool dotted = n > 0 && fold[n - 1] == '.';
		while (n > 0 && (fold[n - 1] == '.' || fold[n - 1] == ','))
			fold[--n] = '\0';
		const char *next = NULL;
		if (is_title(word, stop, fold, dotted))
			next = stop;
		else if (is_rank(word, second))
			next = second;
		if (next == NULL || next >= end)
			return word;
		text = next;
	}
}

/* Returns: the name of @table with the bare letters of @word, else the only one with one wrong letter; NULL none */
static const char *
find_name(const char *const *table, size_t n, const char *word)
{
	char want[64], have[64];
	size_t len = dd_near_fold(word, strlen(word), want, sizeof(want));
	const char *near = NULL;
	/* "Cang" is a name that the table lacks, "Qubc" is none */
	unsigned best = len >= 4 && !dd_syllable_is_valid(want, len) ? 3 : 0;
	bool tie = false;
	for (size_t i = 0; i < n; i++) {
		size_t m = dd_near_fold(table[i], strlen(table[i]), have, sizeof(have));
		if (m == len && memcmp(want, have, m) == 0)
			return table[i];
		unsigned distance = best > 0 ? dd_near_distance(want, len, have, m, 2) : 1;
		tie = distance == best ? true : distance < best ? false : tie;
		if (distance < best) {
			best = distance;
			near = table[i];
		}
	}
	return tie ? NULL : near;
}

/* Puts the marks back on common names of a broken scan */
static void
restore_names(const DdContext *context, GString *out, const char *word, size_t len, bool first)
{
	const char *const *table = first ? dd_person_surname : dd_person_given;
	size_t n = first ? dd_person_n_surname : dd_person_n_given;
	g_autofree char *copy = g_strndup(word, len);
	const char *known = context->damage == DD_DAMAGE_HEAVY ? find_name(table, n, copy) : NULL;
	if (known != NULL) {
		g_string_append(out, known);
		return;
	}
	const char *at = copy;
	for (bool start = true; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		g_string_append_unichar(out, start ? g_unichar_toupper(c) : g_unichar_tolower(c));
		start = c == '\'' || c == '-';
	}
}

/* Reads a word that may be of a name. Returns: its end, NULL when names have no such words; @all_out: all capitals */
static const char *
read_name_word(const char *at, const char *end, bool *all_out)
{
	const char *stop = at;
	gunichar c = 0;
	unsigned upper = 0, letters = 0;
	bool joined = false; /* "H'Lan", "Y-Blô" */
	while (stop < end && (unsigned char)*stop > ' ') {
		stop += dd_utf8_next(stop, end, &c);
		DdLetter letter = dd_letter_of(c);
		bool joins = c == '\'' || c == '-' || c == 0x2019;
		joined = joined || joins;
		if (letter.base == 0 && !joins)
			return NULL;
		upper += letter.upper;
		letters++;
		if (letters == 1 && !letter.upper)
			return NULL;
	}
	*all_out = upper == letters && letters > 1;
	if (letters > 8 || (upper > 1 && !*all_out && !joined))
		return NULL;
	return stop;
}

static bool
is_surname(const char *word, size_t len)
{
	char want[64], have[64];
	size_t n = dd_near_fold(word, len, want, sizeof(want));
	for (size_t i = 0; i < dd_person_n_surname; i++) {
		const char *name = dd_person_surname[i];
		if (dd_near_fold(name, strlen(name), have, sizeof(have)) == n &&
			memcmp(have, want, n) == 0)
			return true;
	}
	return false;
}

bool
dd_head_is_person(const DdContext *context, const char *text, size_t len, bool sure,
	const char **name_out, DdArena *arena)
{
	const char *end = text + len, *at = skip_titles(text, end);
	unsigned words = 0, upper_words = 0;
	g_autoptr(GString) out = g_string_new(NULL);
	bool known = false;
	while (at < end) {
		if (*at == ' ') {
			at++;
			continue;
		}
		bool all;
		const char *stop = read_name_word(at, end, &all);
		if (stop == NULL)
			return false;
		upper_words += all;
		if (words == 0)
			known = is_surname(at, (size_t)(stop - at));
		else
			g_string_append_c(out, ' ');
		restore_names(context, out, at, (size_t)(stop - at), words == 0);
		words++;
		at = stop;
	}
	if (words < 2 || words > 6 || (upper_words > 0 && (upper_words < words - 1 || !known)) ||
		(!known && !sure))
		return false;
	size_t n;
	if (upper_words == 0 && !known && dd_head_province_at(context, text, len, &n) != NULL)
		return false;
	*name_out = dd_arena_strdup(arena, out->str);
	return true;
}

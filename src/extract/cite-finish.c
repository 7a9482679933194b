/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-finish.c: short names and plain repeats take number, date and issuer from the fuller mention */
#include "cite-private.h"

#include <string.h>

#include "dict.h"

#define MAX_KEY 256         /* bytes of a key */
#define KEYS_BYTES 4096     /* of keys that are asked for at a time */
#define MAX_ALONE_BYTES 800 /* how far behind its short name a bare kind still means it */

/* The rule tells what a citation is named by */
const char *const dd_cite_rule_number = "cite.number";
const char *const dd_cite_rule_figure = "cite.figure";
const char *const dd_cite_rule_explained = "cite.figure-of-number";
const char *const dd_cite_rule_defines = "cite.short-name";
const char *const dd_cite_rule_alone = "cite.kind-alone";
const char *const dd_cite_rule_alone_free = "cite.kind-alone-ungoverned";
const char *const dd_cite_rule_carried = "cite.number-in-title";
const char *const dd_cite_rule_names = "cite.short-number";
const char *const dd_cite_rule_law = "cite.law";

static bool
is_full(const DdCitation *citation)
{
	return citation->date.year != 0;
}

static bool
is_figure(const DdCitation *citation)
{
	return citation->rule == dd_cite_rule_figure || citation->rule == dd_cite_rule_explained ||
	       citation->rule == dd_cite_rule_defines;
}

static void
fill(DdCitation *citation, const DdCitation *full)
{
	bool changed = false;
	if (citation->date.year == 0 && full->date.year != 0) {
		citation->date = full->date;
		changed = true;
	}
	if (citation->issuer == NULL && full->issuer != NULL) {
		citation->issuer = full->issuer;
		changed = true;
	}
	if ((citation->number == NULL || is_figure(citation)) && full->number != NULL) {
		citation->number = full->number;
		changed = true;
	}
	if (changed)
		citation->short_form = true;
}

/* "NGHỊ QUYẾT|20": what a short name with a figure goes by; @key has MAX_KEY bytes */
static void
figure_key(const DdCitation *citation, char *key)
{
	const char *digits = citation->number;
	size_t n = strspn(digits, "0123456789");
	while (n > 1 && digits[0] == '0') {
		digits++;
		n--;
	}
	size_t len = MIN(strlen(citation->type), MAX_KEY - 2); /* kinds have short names */
	memcpy(key, citation->type, len);
	key[len++] = '|';
	n = MIN(n, MAX_KEY - len - 1);
	memcpy(key + len, digits, n);
	key[len + n] = '\0';
}

/* The title of a law without number, date, year and issuer, in small letters */
static bool
law_key(const DdCitation *citation, char *key)
{
	static const char *const ends[] = {" số ", " ngày ", " năm ", " của Quốc hội", ", ngày "};
	if (citation->rule != dd_cite_rule_law &&
		(citation->number == NULL || strstr(citation->number, "/QH") == NULL))
		return false;
	if (!g_str_has_prefix(citation->raw, citation->type))
		return false;
	size_t len = strlen(citation->raw);
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		const char *end = g_strstr_len(citation->raw, (gssize)len, ends[i]);
		if (end != NULL)
			len = (size_t)(end - citation->raw);
	}
	if (len <= strlen(citation->type) + 1 || len >= MAX_KEY)
		return false;
	/* "Luật phòng, chống ma túy" is "Luật Phòng, chống ma túy" */
	g_autofree char *small = g_utf8_strdown(citation->raw, (gssize)len);
	return g_strlcpy(key, small, MAX_KEY) < MAX_KEY;
}

/* "Luật Hợp tác xã năm 2023" is the law of that year and no other. Returns: TRUE unless another year stands in the name */
static bool
may_be_law(const DdCitation *citation, const DdCitation *full)
{
	static const char word[] = " năm ";
	const char *year = strstr(citation->raw, word);
	return year == NULL || full == NULL ||
	       g_ascii_strtoll(year + strlen(word), NULL, 10) == full->date.year;
}

/* The number in capitals. Nearly all are letters of ASCII and "Đ": "45/QĐ-TTg" */
static void
number_key(const DdCitation *citation, char *key)
{
	static const char large_d[] = "Đ";
	const char *at = citation->number;
	size_t n = 0;
	for (; *at != '\0' && n < MAX_KEY - 1; at++, n++) {
		bool rest_of_d = n > 0 && *at == large_d[1] && at[-1] == large_d[0];
		if ((unsigned char)*at >= 0x80 && !rest_of_d &&
			(at[0] != large_d[0] || at[1] != large_d[1]))
			break;
		key[n] = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
	}
	key[n] = '\0';
	if (*at == '\0')
		return;
	g_autofree char *upper = g_utf8_strup(citation->number, -1);
	g_strlcpy(key, upper, MAX_KEY);
}

/* The mentions met last, by their keys */
typedef struct {
	GHashTable *by_key;
	GStringChunk *keys; /* all of them are freed at once */
} Seen;

/* Looks up the fuller mention met last and fills @citation, or notes @citation as one */
static void
settle(const Seen *seen, DdCitation *citation, const char *key, bool may_take, bool may_give)
{
	const DdCitation *full = may_take ? g_hash_table_lookup(seen->by_key, key) : NULL;
	if (full != NULL && full != citation)
		fill(citation, full);
	if (may_give)
		g_hash_table_insert(seen->by_key, g_string_chunk_insert(seen->keys, key), citation);
}

/* "Nghị định 168/2024": a number without its letters */
static bool
lacks_letters(const char *number)
{
	return number[strspn(number, "0123456789/")] == '\0';
}

/* A figure is that of the fuller mention when the year that it may tell is the same */
static void
settle_figure(const Seen *seen, DdCitation *citation)
{
	char key[MAX_KEY];
	figure_key(citation, key);
	const DdCitation *full = g_hash_table_lookup(seen->by_key, key);
	const char *year = strchr(citation->number, '/');
	const char *same = full != NULL && year != NULL ? strchr(full->number, '/') : NULL;
	if (full != NULL && full != citation &&
		(year == NULL || (same != NULL && g_str_has_prefix(same, year))))
		fill(citation, full);
}

static void
settle_one(const Seen *seen, DdCitation *citation)
{
	char key[MAX_KEY];
	if (citation->number != NULL && is_figure(citation) && lacks_letters(citation->number)) {
		settle_figure(seen, citation);
	} else if (citation->number != NULL && strchr(citation->number, '/') != NULL) {
		bool was_full = is_full(citation) && !citation->short_form;
		number_key(citation, key);
		settle(seen, citation, key, true,
			was_full || (is_full(citation) && !g_hash_table_contains(seen->by_key, key)));
		figure_key(citation, key);
		if (!citation->short_form)
			settle(seen, citation, key, false, true);
	}
	if (law_key(citation, key))
		settle(seen, citation, key,
			citation->number == NULL && !is_full(citation) &&
				may_be_law(citation, g_hash_table_lookup(seen->by_key, key)),
			!citation->short_form && (citation->number != NULL || is_full(citation)));
}

/* What short names and fuller mentions of each kind were met so far */
typedef struct {
	GHashTable *names;   /* kind → the last short name */
	GHashTable *kinds;   /* kind → the last numbered mention */
	GHashTable *several; /* kinds with short names for different documents */
	GHashTable *carried; /* kind → the one document of it that the title says is carried out; of several NULL */
	DdArena *arena; /* for what defines a short name, and may leave the list */
} Names;

static void
note(GHashTable *table, const DdCitation *citation)
{
	g_hash_table_insert(table, (gpointer)citation->type, (gpointer)citation);
}

static void
note_name(Names *names, const DdCitation *citation)
{
	const DdCitation *before = g_hash_table_lookup(names->names, citation->type);
	if (before != NULL && g_strcmp0(before->number, citation->number) != 0)
		g_hash_table_add(names->several, (gpointer)citation->type);
	note(names->names, citation);
}

static void
note_carried(Names *names, const DdCitation *citation)
{
	gpointer before = NULL;
	bool other = g_hash_table_lookup_extended(names->carried, citation->type, NULL, &before) &&
		     (before == NULL ||
			     g_strcmp0(((const DdCitation *)before)->number, citation->number) != 0);
	g_hash_table_insert(
		names->carried, (gpointer)citation->type, other ? NULL : (gpointer)citation);
}

static void
take_name(DdCitation *citation, const DdCitation *name)
{
	fill(citation, name);
	citation->number = name->number;
	citation->short_form = true;
}

/* Returns: TRUE when the bare kind stands for the short name defined last, or for what the title says is carried out */
static bool
explain_alone(const Names *names, DdCitation *citation)
{
	const DdCitation *name = g_hash_table_lookup(names->names, citation->type);
	if (name == NULL) {
		name = citation->rule == dd_cite_rule_alone
			       ? g_hash_table_lookup(names->carried, citation->type)
			       : NULL;
		if (name != NULL)
			take_name(citation, name);
		return name != NULL;
	}
	if (name->number == NULL)
		return false;
	bool near = citation->span.start >= name->span.end &&
		    citation->span.start - name->span.end <= MAX_ALONE_BYTES;
	if (!near && g_hash_table_contains(names->several, citation->type))
		return false;
	take_name(citation, name);
	return true;
}

/* "(sau đây gọi tắt là Nghị quyết)" means the mention of that kind before it. Returns: TRUE when there is one */
static bool
define_alone(const Names *names, DdCitation *citation)
{
	const DdCitation *full = g_hash_table_lookup(names->kinds, citation->type);
	if (full == NULL)
		return false;
	fill(citation, full);
	citation->number = full->number;
	return citation->number != NULL;
}

/* Returns: TRUE when @citation stays in the list */
static bool
explain(Names *names, DdCitation *citation)
{
	if (citation->rule == dd_cite_rule_defines) {
		if (citation->number != NULL || define_alone(names, citation))
			note_name(names, dd_arena_memdup(names->arena, citation, sizeof(*citation)));
		return false;
	}
	if (citation->rule == dd_cite_rule_alone || citation->rule == dd_cite_rule_alone_free)
		return explain_alone(names, citation);
	if (citation->rule == dd_cite_rule_explained && strchr(citation->number, '/') == NULL)
		return false; /* "Kế hoạch 2030": the figure is no number of a document */
	if (citation->rule == dd_cite_rule_names)
		note_name(names, citation);
	if (citation->rule == dd_cite_rule_carried)
		note_carried(names, citation);
	if (citation->number != NULL)
		note(names->kinds, citation);
	return true;
}

static void
drop_and_explain(GArray *citations, DdArena *arena)
{
	g_autoptr(GHashTable) by_name = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) by_kind = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) several = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) carried = dd_dict_new(NULL, NULL);
	Names names = {.names = by_name,
		.kinds = by_kind,
		.several = several,
		.carried = carried,
		.arena = arena};
	guint kept = 0;
	for (guint i = 0; i < citations->len; i++) {
		DdCitation *citation = &g_array_index(citations, DdCitation, kept);
		*citation = g_array_index(citations, DdCitation, i); /* where it stays when it is kept */
		kept += explain(&names, citation);
	}
	g_array_set_size(citations, kept);
}

void
dd_cite_finish(DdArena *arena, GArray *citations)
{
	for (unsigned pass = 0; pass < 2; pass++) {
		g_autoptr(GHashTable) by_key = dd_dict_new(NULL, NULL);
		g_autoptr(GStringChunk) keys = g_string_chunk_new(KEYS_BYTES);
		Seen seen = {by_key, keys};
		for (guint i = 0; i < citations->len; i++)
			settle_one(&seen, &g_array_index(citations, DdCitation,
						  pass == 0 ? i : citations->len - 1 - i));
	}
	drop_and_explain(citations, arena);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-mend.c: recipients and authorities of a bad scan by what such lines mostly say */
#include "head-mend.h"

#include <string.h>

#include "head-private.h"
#include "near.h"

/* letterhead-words.csv: what nearly every list of recipients holds; in a broken scan the nearest is put in place */
extern const char *const dd_letterhead_recipient[];
extern const size_t dd_letterhead_n_recipient;

/* "Lwu: VT", "Ltru: VT", "L VT": the file copy */
static void
mend_kept_copy(GString *item)
{
	size_t word = strcspn(item->str, ": ");
	const char *rest = item->str + word;
	while (*rest == ':' || *rest == ' ')
		rest++;
	bool office = g_str_has_prefix(rest, "VT") || g_str_has_prefix(rest, "VP") ||
		      g_str_has_prefix(rest, "Vãn") || g_str_has_prefix(rest, "Van");
	if (item->str[0] != 'L' || word > 5 || rest == item->str + word || !office)
		return;
	bool colon = item->str[word] == ':' || word == 1;
	g_autofree char *copy = g_strdup(rest);
	g_string_printf(item, colon ? "Lưu: %s" : "Lưu %s", copy);
}

/* Dirt behind the item's sign ("tinh: g", "tinh; A o") and letters that a scanner took for others */
void
dd_head_mend_recipient(GString *item)
{
	char fold[DD_HEAD_CHARS], want[96];
	char *sign = strrchr(item->str, ';');
	sign = sign != NULL ? sign : strrchr(item->str, ':');
	if (sign != NULL && strlen(sign) <= 5 && sign > item->str + 4 &&
		!g_str_has_prefix(item->str, "L"))
		g_string_truncate(item, (gsize)(sign - item->str));
	mend_kept_copy(item);
	size_t n = dd_near_fold(item->str, item->len, fold, sizeof(fold));
	unsigned best = (unsigned)n / 4 + 1;
	const char *found = NULL;
	for (size_t i = 0; i < dd_letterhead_n_recipient; i++) {
		const char *usual = dd_letterhead_recipient[i];
		size_t m = dd_near_fold(usual, strlen(usual), want, sizeof(want));
		unsigned distance = dd_near_distance(fold, n, want, m, (unsigned)n / 4);
		if (distance < best) {
			best = distance;
			found = usual;
		}
	}
	if (found != NULL)
		g_string_assign(item, found);
}

/* Adds [@from, @to) of an authority with the letters of the segments that it is made of, in capitals */
static void
append_mended(GString *out, DdContext *context, const char *from, const char *to)
{
	g_autofree char *part = g_strstrip(g_strndup(from, (gsize)(to - from)));
	if (*part == '\0')
		return;
	g_autofree char *upper = g_utf8_strup(dd_head_name_case(context, part), -1);
	if (out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append(out, upper);
}

const char *
dd_head_mend_authority(DdContext *context, const char *authority)
{
	if (context->damage != DD_DAMAGE_HEAVY)
		return dd_arena_strdup(context->arena, authority);
	g_autoptr(GString) out = g_string_new(NULL);
	const char *from = authority, *at = authority;
	while (*at != '\0') { /* "TM. … KT. …": the cues stay, what stands between is mended */
		size_t len = strcspn(at, " ");
		bool cue = len > 1 && len <= 4 && (at[len - 1] == '.' || at[1] == '/');
		if (cue) {
			append_mended(out, context, from, at);
			if (out->len > 0)
				g_string_append_c(out, ' ');
			g_string_append_len(out, at, (gssize)len);
			from = at + len;
		}
		at += len + strspn(at + len, " ");
	}
	append_mended(out, context, from, at);
	return dd_arena_strndup(context->arena, out->str, out->len);
}

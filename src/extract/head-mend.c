/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-mend.c: recipients and authorities of a bad scan by what such lines mostly say */
#include "head-mend.h"

#include <string.h>

#include "head-private.h"
#include "near.h"

/* What nearly every list of recipients holds: in a broken scan the nearest of these is put in place */
static const char *const common[] = {
	"Thường trực Tỉnh ủy",
	"Thường trực Tỉnh ủy (báo cáo)",
	"Thường trực HĐND tỉnh",
	"Chủ tịch, các PCT UBND tỉnh",
	"CT, các PCT UBND tỉnh",
	"Các sở, ban, ngành tỉnh",
	"Các sở, ban, ngành",
	"UBND các huyện, thị xã, thành phố",
	"UBND các huyện, thành phố",
	"UBND các xã, phường",
	"UBND các xã, thị trấn",
	"Đài Phát thanh - Truyền hình tỉnh",
	"Các phòng, đơn vị thuộc Sở",
	"UBND tỉnh (báo cáo)",
	"UBND tỉnh (b/c)",
	"Thường trực Huyện ủy",
	"Thường trực HĐND huyện",
	"Ủy ban MTTQ Việt Nam tỉnh",
	"Văn phòng UBND tỉnh",
	"Các cơ quan, đơn vị liên quan",
	"Giám đốc, các Phó Giám đốc",
	"Thủ tướng Chính phủ",
	"Văn phòng Chính phủ",
	"Như trên",
	"Cổng Thông tin điện tử tỉnh",
	"Ủy ban MTTQ VN tỉnh và các tổ chức chính trị - xã hội tỉnh",
	"Các phòng, ban, ngành huyện",
	"Lãnh đạo Sở",
	"TT. Tỉnh ủy, TT. HĐND tỉnh",
	"TT. Tỉnh ủy",
	"TT. HĐND tỉnh",
	"TT. Huyện ủy, TT. HĐND huyện",
	"Thường trực Tỉnh ủy, HĐND tỉnh",
	"Thường trực Tỉnh ủy, Thường trực HĐND tỉnh",
	"Chủ tịch và các Phó Chủ tịch UBND tỉnh",
	"CT và các PCT UBND tỉnh",
	"Văn phòng Tỉnh ủy",
	"Ủy ban nhân dân tỉnh",
	"Ban Thường vụ Tỉnh ủy",
	"Các phòng, ban chuyên môn",
	"Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ",
	"Lãnh đạo Văn phòng",
};

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
	for (size_t i = 0; i < G_N_ELEMENTS(common); i++) {
		size_t m = dd_near_fold(common[i], strlen(common[i]), want, sizeof(want));
		unsigned distance = dd_near_distance(fold, n, want, m, (unsigned)n / 4);
		if (distance < best) {
			best = distance;
			found = common[i];
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

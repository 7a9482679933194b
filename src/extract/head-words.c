/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-words.c: lines in bare letters, cues found in them also where a scan broke them, types of documents */
#include <string.h>

#include "cite-code.h"
#include "head-line.h"
#include "letter.h"
#include "near.h"

#define CUE_MAX 48u

/* NĐ 30/2020, Annex III, and what the Party, the Assembly and others write besides; longer names first */
static const struct {
	const char *letters, *name;
	bool whole; /* only where nothing stands behind it: "CHƯƠNG TRÌNH CÔNG TÁC", but not with a year there */
} types[] = {
	{"chuongtrinhhanhdong", "Chương trình hành động", false},
	{"chuongtrinhcongtac", "Chương trình công tác", true},
	{"chuongtrinhphoihop", "Chương trình phối hợp", true},
	{"kehoachphoihop", "Kế hoạch phối hợp", true},
	{"quychephoihop", "Quy chế phối hợp", true},
	{"kehoachhanhdong", "Kế hoạch hành động", false},
	{"kehoach", "Kế hoạch", false},
	{"quyetdinh", "Quyết định", false},
	{"nghidinh", "Nghị định", false},
	{"chithi", "Chỉ thị", false},
	{"chuongtrinh", "Chương trình", false},
	{"thongbao", "Thông báo", false},
	{"thongtulientich", "Thông tư liên tịch", false},
	{"nghiquyetlientich", "Nghị quyết liên tịch", false},
	{"nghiquyet", "Nghị quyết", false},
	{"thongtu", "Thông tư", false},
	{"thongtri", "Thông tri", false},
	{"thongcao", "Thông cáo", false},
	{"huongdan", "Hướng dẫn", false},
	{"baocao", "Báo cáo", false},
	{"totrinh", "Tờ trình", false},
	{"phuongan", "Phương án", false},
	{"dean", "Đề án", false},
	{"duan", "Dự án", false},
	{"decuong", "Đề cương", false},
	{"bienban", "Biên bản", false},
	{"congdien", "Công điện", false},
	{"congvan", "Công văn", false},
	{"ketluan", "Kết luận", false},
	{"quyche", "Quy chế", false},
	{"quydinh", "Quy định", false},
	{"quychuan", "Quy chuẩn", false},
	{"giaymoi", "Giấy mời", false},
	{"hopdong", "Hợp đồng", false},
	{"phuluc", "Phụ lục", false},
	{"lichcongtac", "Lịch công tác", false},
};

static char
fold_char(gunichar c, DdLetter letter)
{
	if (letter.base != 0)
		return letter.fold;
	if (c == '\t' || c == '|' || c == 0x2502 || c == '\f')
		return '\t';
	if (c <= ' ')
		return ' ';
	if (c < 0x7f)
		return (char)c;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	return c == 0x2026 ? '.' : '?';
}

void
dd_head_fold(const DdContext *context, uint32_t start, uint32_t end, DdHeadLine *line_out)
{
	const char *at = context->chars + start, *stop = context->chars + end;
	uint32_t n = 0, blanks = 0;
	while (at < stop && n < DD_HEAD_CHARS) {
		gunichar c;
		line_out->at[n] = (uint32_t)(at - context->chars);
		at += dd_utf8_next(at, stop, &c);
		char folded = fold_char(c, dd_letter_of(c));
		blanks = folded == ' ' && c != '\n' ? blanks + 1 : 0;
		line_out->s[n++] = folded;
		if (blanks >= 3) /* columns of a page laid out with blanks */
			memset(line_out->s + n - blanks, '\t', blanks);
	}
	line_out->s[n] = '\0';
	line_out->at[n] = (uint32_t)(at - context->chars);
	line_out->n = n;
	line_out->start = start;
	line_out->end = end;
}

/* Returns: half edits allowed for a cue of @len letters in this document */
static unsigned
slack_of(const DdContext *context, size_t len)
{
	if (context->damage == DD_DAMAGE_HEAVY)
		return len < 4 ? 1 : (unsigned)(len * 2 / 6);
	if (context->damage == DD_DAMAGE_LIGHT)
		return len >= 6 ? 2 + (unsigned)(len / 12) : 0;
	return len >= 7 ? 1 + (len >= 12) : 0;
}

/* Three letters tell most words apart before the dear comparison */
static bool
is_promising(const DdContext *context, const char *found, const char *letters)
{
	unsigned same = 0;
	for (unsigned i = 0; i < 3 && letters[i] != '\0'; i++)
		same += memchr(letters, found[i], MIN(strlen(letters), 4)) != NULL;
	return same >= (context->damage == DD_DAMAGE_HEAVY ? 1 : 2) || strlen(letters) < 3;
}

bool
dd_head_at_from(const DdContext *context, const DdHeadLine *line, uint32_t from,
	const char *letters, uint32_t *end_out)
{
	char found[CUE_MAX + 4];
	size_t want = strlen(letters), n = 0;
	unsigned max = slack_of(context, want), best = max + 1;
	for (uint32_t i = from;
		i < line->n && !dd_head_is_gap(line->s[i]) && n < want + 2 && n < CUE_MAX + 3; i++) {
		if (!g_ascii_isalnum(line->s[i]))
			continue;
		if (n == 0 && max == 0 && line->s[i] != letters[0])
			return false;
		found[n++] = line->s[i];
		if (n == 3 && !is_promising(context, found, letters))
			return false;
		if (n + 2 < want || g_ascii_isalnum(line->s[i + 1]))
			continue;
		if (n == want && memcmp(found, letters, n) == 0) {
			*end_out = i + 1;
			return true;
		}
		unsigned distance = max == 0 ? 1 : dd_near_distance(found, n, letters, want, max);
		if (distance < best) {
			best = distance;
			*end_out = i + 1;
		}
	}
	return best <= max;
}

bool
dd_head_find(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to,
	const char *letters, uint32_t *at_out, uint32_t *end_out)
{
	for (uint32_t i = from; i < to; i++) {
		if (!g_ascii_isalnum(line->s[i]) || (i > from && g_ascii_isalnum(line->s[i - 1])))
			continue;
		if (dd_head_at(context, line, i, letters, end_out)) {
			*at_out = i;
			return true;
		}
	}
	return false;
}

bool
dd_head_find_motto_letters(const DdContext *context, const DdHeadLine *line, const char *letters,
	uint32_t *at_out, uint32_t *end_out)
{
	if (dd_head_find(context, line, 0, line->n, letters, at_out, end_out))
		return true;
	/* "TĐTNCỘNG HÒA XÃ HỘI …": letters so many are no accident, where they are as written */
	for (uint32_t i = 1; i < line->n && context->damage == DD_DAMAGE_NONE; i++)
		if (dd_head_at(context, line, i, letters, end_out)) {
			*at_out = i;
			return true;
		}
	return false;
}

const char *const dd_head_mottos[DD_HEAD_MOTTOS] = {
	[DD_HEAD_MOTTO_STATE] = "conghoaxahoichunghiavietnam",
	[DD_HEAD_MOTTO_PARTY] = "dangcongsanvietnam",
	[DD_HEAD_MOTTO_BELOW] = "doclaptudohanhphuc",
};

int
dd_head_find_motto(const DdContext *context, const DdHeadLine *line, uint32_t *at_out, uint32_t *end_out)
{
	for (int i = DD_HEAD_MOTTO_STATE; i <= DD_HEAD_MOTTO_PARTY; i++)
		if (dd_head_find_motto_letters(context, line, dd_head_mottos[i], at_out, end_out))
			return i;
	return -1;
}

/* Samples are long and name no place mostly: from one first letter to the next, where g_strstr_len compares at each byte */
const char *
dd_head_search(const char *text, size_t len, const char *sought)
{
	size_t n = strlen(sought);
	if (len < n)
		return NULL;
	const char *stop = text + (len - n) + 1; /* behind the last place where it may begin */
	for (const char *at = text;
		(at = memchr(at, (unsigned char)sought[0], (size_t)(stop - at))) != NULL; at++)
		if (memcmp(at, sought, n) == 0)
			return at;
	return NULL;
}

size_t
dd_head_split(const DdHeadLine *line, DdPiece pieces[DD_HEAD_PIECES])
{
	size_t n = 0;
	for (uint32_t i = 0; i < line->n && n < DD_HEAD_PIECES;) {
		while (i < line->n && (dd_head_is_gap(line->s[i]) || line->s[i] == ' '))
			i++;
		uint32_t from = i;
		while (i < line->n && !dd_head_is_gap(line->s[i]))
			i++;
		uint32_t to = i;
		while (to > from && line->s[to - 1] == ' ')
			to--;
		if (to > from)
			pieces[n++] = (DdPiece){from, to};
	}
	return n;
}

bool
dd_head_is_upper(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t to)
{
	const char *at = context->chars + line->at[from], *end = context->chars + line->at[to];
	unsigned upper = 0, lower = 0;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		DdLetter letter = dd_letter_of(c);
		upper += letter.base != 0 && letter.upper;
		lower += letter.base != 0 && !letter.upper;
	}
	if (context->damage == DD_DAMAGE_NONE)
		return upper >= 2 && lower <= upper / 12; /* a typing slip: "CỘNG HÒa" */
	return upper >= 2 && lower <= upper / 4;
}

bool
dd_head_is_rule(const DdHeadLine *line, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++)
		if (g_ascii_isalnum(line->s[i]))
			return false;
	return true;
}

/* "PHƯỜNG AN HẢI" has the bare letters of "PHƯƠNG ÁN": the mark of its Ờ tells */
static bool
is_ward(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t end)
{
	const char *at = context->chars + line->at[from];
	size_t len = line->at[end] - line->at[from];
	return dd_head_search(at, len, "Ờ") != NULL || dd_head_search(at, len, "ờ") != NULL;
}

/* "CÔNG AN TỈNH …" is an office, however near to "CÔNG VĂN" a scan's letters may come */
static bool
is_police(const DdHeadLine *line, uint32_t from)
{
	static const char letters[] = "congan";
	size_t n = 0;
	uint32_t i = from;
	for (; i < line->n && letters[n] != '\0' && !dd_head_is_gap(line->s[i]); i++) {
		if (!g_ascii_isalnum(line->s[i]))
			continue;
		if (line->s[i] != letters[n])
			return false;
		n++;
	}
	return letters[n] == '\0' && !g_ascii_isalnum(line->s[i]);
}

const char *
dd_head_type_at(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t *end_out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
		if (dd_head_at(context, line, from, types[i].letters, end_out) &&
			(!types[i].whole || dd_head_is_rule(line, *end_out, line->n)) &&
			!(strcmp(types[i].letters, "phuongan") == 0 &&
				is_ward(context, line, from, *end_out)) &&
			!(strcmp(types[i].letters, "congvan") == 0 && is_police(line, from)))
			return types[i].name;
	return NULL;
}

const char *
dd_head_type_of_symbol(const char *symbol)
{
	const char *slash = strrchr(symbol, '/'), *dash = strpbrk(symbol, "-.");
	if (dash == NULL)
		return NULL;
	/* State: 12/KH-UBND, of old 12/KH.UBND; Party: 45-KH/HU */
	const char *from = slash != NULL && slash < dash ? slash + 1 : dash + 1;
	const char *found = dd_cite_code_name(from, strcspn(from, "-./"));
	if (found != NULL)
		return found;
	return slash != NULL && slash < dash ? "Công văn" : NULL;
}

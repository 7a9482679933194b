/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mark-private.h"

#include <string.h>

#include "digits.h"
#include "letter.h"
#include "near.h"

#define NUMBER_MAX 999u /* larger numbers at the start of a line are years or figures */
#define PART_MAX 199u   /* of each of several: "350.000 hộ" counts */
#define PARTS_MAX 5u
#define MISREAD_BYTES 12u /* of a mark whose digits were taken for letters */
#define ARTICLE_NEAR 2u   /* half edits that "Điều" may be off */

/* Signs that begin an item of a list, in UTF-8; the last ones are Word's private signs and what scanners make of them. */
static const struct {
	const char *sign;
	DdMark kind;
} bullets[] = {
	{"-", DD_MARK_DASH},
	{"–", DD_MARK_DASH},
	{"—", DD_MARK_DASH},
	{"−", DD_MARK_DASH},
	{"‐", DD_MARK_DASH},
	{"‑", DD_MARK_DASH},
	{"+", DD_MARK_PLUS},
	{"•", DD_MARK_DOT},
	{"*", DD_MARK_DOT},
	{"·", DD_MARK_DOT},
	{"▪", DD_MARK_DOT},
	{"●", DD_MARK_DOT},
	{"◦", DD_MARK_DOT},
	{"○", DD_MARK_DOT},
	{"■", DD_MARK_DOT},
	{"✓", DD_MARK_DOT},
	{"➢", DD_MARK_DOT},
	{"\xEF\x82\xB7", DD_MARK_DOT},
	{"\xEF\x82\xA7", DD_MARK_DOT},
	{"\xEF\x80\xAD", DD_MARK_DASH},
	{"\xEF\x83\xBC", DD_MARK_DOT},
	{"\xEF\x83\x98", DD_MARK_DOT},
};

/* A cursor over the text of one line or paragraph */
typedef struct {
	const char *at, *end;
} Cursor;

static bool
is_space(char c)
{
	return (unsigned char)c <= ' ';
}

static void
skip_space(Cursor *cursor)
{
	while (cursor->at < cursor->end && is_space(*cursor->at))
		cursor->at++;
}

#define DIRT_BYTES 8    /* before a label, that were one dash */
#define LABEL_BYTES 48u /* in which its colon stands */
#define THOUSANDS 99u   /* an item has no hundred parts */

static uint32_t
read_digits(Cursor *cursor)
{
	uint32_t value = 0;
	unsigned n = 0;
	while (cursor->at < cursor->end && g_ascii_isdigit(*cursor->at) && n < 4) {
		value = value * 10 + (uint32_t)(*cursor->at - '0');
		cursor->at++;
		n++;
	}
	return n == 4 || n == 0 ? NUMBER_MAX + 1 : value;
}

/* Closes a mark: "." or ")" or "/" or ":" and then white space, the end or a letter glued to it. */
static bool
close_mark(Cursor *cursor, const char *closers, DdMarkFound *mark)
{
	if (cursor->at >= cursor->end || strchr(closers, *cursor->at) == NULL)
		return false;
	mark->style = (uint8_t)*cursor->at;
	cursor->at++;
	return true;
}

/* "112/QĐ-TTg ngày …": what a line broke off of "số" is no item; "1/Rà soát" is one */
static bool
is_symbol_behind(const Cursor *cursor)
{
	const char *at = cursor->at;
	while (at < cursor->end && !is_space(*at) && *at != '-')
		at++;
	return at > cursor->at && at + 1 < cursor->end && *at == '-' && !is_space(at[1]);
}

/* "III- NHIỆM VỤ", "1.1- …", as Party offices write */
static bool
close_with_dash(Cursor *cursor, DdMarkFound *mark)
{
	if (cursor->at + 1 >= cursor->end || *cursor->at != '-' || !is_space(cursor->at[1]))
		return false;
	mark->style = '-';
	cursor->at++;
	return true;
}

static bool
read_bullet(Cursor *cursor, DdMarkFound *mark)
{
	for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
		size_t len = strlen(bullets[i].sign);
		if ((size_t)(cursor->end - cursor->at) <= len ||
			memcmp(cursor->at, bullets[i].sign, len) != 0)
			continue;
		/* "--" is a rule, "-5" a figure; "- 5 %" is an item */
		if (cursor->at[len] == '-' || cursor->at[len] == '+' ||
			g_ascii_isdigit(cursor->at[len]))
			return false;
		cursor->at += len;
		mark->kind = bullets[i].kind;
		return true;
	}
	return false;
}

static bool
read_number(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	const char *start = cursor->at;
	uint32_t values[PARTS_MAX] = {0};
	unsigned parts = 0;
	while (parts < PARTS_MAX && cursor->at < cursor->end && g_ascii_isdigit(*cursor->at)) {
		values[parts] = read_digits(cursor);
		if (values[parts] > NUMBER_MAX)
			return false;
		parts++;
		if (cursor->at + 1 < cursor->end && *cursor->at == '.' &&
			g_ascii_isdigit(cursor->at[1]))
			cursor->at++;
		else
			break;
	}
	if (parts == 0 || (parts > 1 && values[0] > PART_MAX))
		return false;
	bool closed = close_mark(cursor, parts == 1 ? ".)/" : ".):", mark) ||
		      close_with_dash(cursor, mark);
	const char *behind = cursor->at;
	skip_space(cursor);
	if (!closed && (parts < 2 || behind == cursor->at || cursor->at >= cursor->end))
		return false;
	if (behind < cursor->end && (g_ascii_isdigit(*behind) || *behind == '/'))
		return false;
	if (mark->style == '/' && is_symbol_behind(&(Cursor){behind, cursor->end}))
		return false;
	/* "1.126 hộ chăn nuôi": thousands, which a page parted from their sentence */
	if (parts > 1 && mark->style == 0 && values[parts - 1] > THOUSANDS)
		return false;
	/* "1. 1": the first row of a list whose own number Word typed twice is number 1 */
	if (parts == 3 && mark->style == 0)
		return false;
	mark->kind = DD_MARK_NUMBER;
	mark->parts = (uint8_t)parts;
	mark->first = values[0];
	mark->value = values[parts - 1];
	char label[PARTS_MAX * 4 + 1] = "";
	for (unsigned i = 0; i < parts; i++) {
		char part[DD_DIGITS_BUFFER];
		(void)g_strlcat(label, dd_digits_write(part, i == 0 ? 0 : '.', values[i] % 1000),
			sizeof(label));
	}
	mark->label = dd_arena_strdup(context->arena, label);
	return start < cursor->at;
}

static bool
read_roman(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	const char *start = cursor->at;
	while (cursor->at < cursor->end && strchr("IVXL", *cursor->at) != NULL && *cursor->at != '\0')
		cursor->at++;
	uint32_t value = dd_mark_roman_value(start, (size_t)(cursor->at - start));
	if (value == 0)
		return false;
	bool closed = close_mark(cursor, ".)/:", mark) || close_with_dash(cursor, mark);
	if (closed && mark->style == '/' && cursor->at < cursor->end && !is_space(*cursor->at))
		return false; /* "III/2025" is a quarter */
	if (!closed) {
		/* "I - MỤC ĐÍCH" */
		const char *back = cursor->at;
		skip_space(cursor);
		if (cursor->at == back || cursor->at + 1 >= cursor->end || *cursor->at != '-' ||
			!is_space(cursor->at[1]))
			return false;
		cursor->at++;
		mark->style = '-';
	}
	mark->kind = DD_MARK_ROMAN;
	mark->value = value;
	mark->label = dd_mark_roman(context->arena, value);
	return true;
}

/* "C)": a small letter of a list that a light scan took for the capital of the same form */
static bool
is_small_by_form(const DdContext *context, char letter, const DdMarkFound *mark)
{
	return context->damage == DD_DAMAGE_LIGHT && mark->style == ')' &&
	       strchr("CKOPSVX", letter) != NULL;
}

static bool
read_letter(const DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	gunichar c = 0;
	unsigned len = dd_utf8_next(cursor->at, cursor->end, &c);
	DdLetter letter = dd_letter_of(c);
	const char *start = cursor->at;
	cursor->at += len;
	if (letter.base == 0 || cursor->at >= cursor->end)
		return false;
	if (letter.upper) {
		/* "A. MỤC TIÊU"; a name's initial ("A. Nguyễn") is not told from it */
		if (letter.tone != 0 || len > 1 || !close_mark(cursor, ".)/", mark) ||
			cursor->at >= cursor->end || !is_space(*cursor->at))
			return false;
		if (is_small_by_form(context, *start, mark)) {
			mark->kind = DD_MARK_LETTER;
			mark->value = dd_mark_letter_value(&letter.fold, 1);
			mark->label = dd_mark_letter(mark->value);
			return true;
		}
		mark->kind = DD_MARK_LETTER_UPPER;
		mark->value = (uint32_t)(letter.fold - 'a' + 1);
		static const char capitals[] = "A\0B\0C\0D\0E\0F\0G\0H\0I\0J\0K\0L\0M\0N\0O\0P\0Q\0"
					       "R\0S\0T\0U\0V\0W\0X\0Y\0Z";
		mark->label = capitals + (size_t)2 * (mark->value - 1);
		return true;
	}
	if (!close_mark(cursor, ").", mark))
		return false;
	if (mark->style == '.' && (cursor->at >= cursor->end || !is_space(*cursor->at)))
		return false;
	mark->kind = DD_MARK_LETTER;
	mark->value = dd_mark_letter_value(start, len);
	mark->broken = mark->value == 0;
	mark->label = mark->broken ? NULL : dd_mark_letter(mark->value);
	return true;
}

/* Words that number a part of a document; the numbers may be written out ("thứ nhất"). */
static const struct {
	const char *word[3];
	DdMark kind;
	const char *label;
} named[] = {
	{{"Điều", "ĐIỀU", NULL}, DD_MARK_ARTICLE, "Điều"},
	{{"Chương", "CHƯƠNG", NULL}, DD_MARK_CHAPTER, "Chương"},
	{{"Phần", "PHẦN", NULL}, DD_MARK_PART, "Phần"},
	{{"Mục", "MỤC", NULL}, DD_MARK_SECTION, "Mục"},
	{{"Bước", "BƯỚC", NULL}, DD_MARK_STEP, "Bước"},
};

static const char *const ordinals[] = {
	"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"};

static uint32_t
read_ordinal(Cursor *cursor)
{
	static const char *const before[] = {"thứ ", "THỨ ", "Thứ "};
	for (size_t i = 0; i < G_N_ELEMENTS(before); i++) {
		size_t len = strlen(before[i]);
		if ((size_t)(cursor->end - cursor->at) <= len ||
			memcmp(cursor->at, before[i], len) != 0)
			continue;
		const char *word = cursor->at + len;
		const char *stop = word;
		while (stop < cursor->end && !is_space(*stop) && strchr(".:", *stop) == NULL)
			stop++;
		g_autofree char *lower = g_utf8_strdown(word, stop - word);
		for (uint32_t n = 0; n < G_N_ELEMENTS(ordinals); n++) {
			if (strcmp(lower, ordinals[n]) == 0) {
				cursor->at = stop;
				return n + 1;
			}
		}
	}
	return 0;
}

/* "5", "II", "thứ nhất". Returns: 0 when it is no number */
static uint32_t
read_value(Cursor *cursor)
{
	const char *start = cursor->at;
	uint32_t value = read_ordinal(cursor);
	if (value > 0)
		return value;
	while (cursor->at < cursor->end && g_ascii_isalnum(*cursor->at))
		cursor->at++;
	value = dd_mark_roman_value(start, (size_t)(cursor->at - start));
	if (value > 0)
		return value;
	cursor->at = start;
	return read_digits(cursor);
}

/* Reads the number and the sign behind the word of row @row of named */
static bool
read_named_number(DdContext *context, Cursor *cursor, size_t row, DdMarkFound *mark)
{
	skip_space(cursor);
	const char *number = cursor->at;
	uint32_t value = read_value(cursor);
	if (value == 0 || value > NUMBER_MAX)
		return false;
	g_autofree char *text = g_strndup(number, (gsize)(cursor->at - number));
	bool alone = close_mark(cursor, ".:", mark) || cursor->at >= cursor->end;
	/* "Điều 5 Nghị định …" inside a sentence is no article of this document */
	if (!alone && (named[row].kind == DD_MARK_ARTICLE || named[row].kind == DD_MARK_SECTION ||
			      named[row].kind == DD_MARK_STEP))
		return false;
	mark->kind = named[row].kind;
	mark->value = value;
	/* the path of an item under "PHẦN II" is II.1; what is written out ("Phần thứ nhất") and what law cites keep their word */
	bool bare = named[row].kind == DD_MARK_PART && strchr(text, ' ') == NULL;
	if (text[0] == 'T') { /* "THỨ HAI" */
		g_autofree char *capitals = g_steal_pointer(&text);
		text = g_utf8_strdown(capitals, -1);
	}
	g_autofree char *label = bare ? NULL : g_strdup_printf("%s %s", named[row].label, text);
	mark->label = dd_arena_strdup(context->arena, bare ? text : label);
	return true;
}

static bool
read_named(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	size_t left = (size_t)(cursor->end - cursor->at);
	for (size_t row = 0; row < G_N_ELEMENTS(named); row++) {
		for (size_t form = 0; named[row].word[form] != NULL; form++) {
			const char *word = named[row].word[form];
			size_t len = strlen(word);
			if (left <= len + 1 || memcmp(cursor->at, word, len) != 0 ||
				!is_space(cursor->at[len]))
				continue;
			cursor->at += len;
			return read_named_number(context, cursor, row, mark);
		}
	}
	return false;
}

/* Goes over @word and the white space behind it. Returns: FALSE when it does not stand there */
static bool
skip_word(Cursor *cursor, const char *word)
{
	size_t len = strlen(word);
	if ((size_t)(cursor->end - cursor->at) <= len || memcmp(cursor->at, word, len) != 0 ||
		!is_space(cursor->at[len]))
		return false;
	cursor->at += len;
	skip_space(cursor);
	return true;
}

/*
 * "Quý I", "Tháng 3/2026", "QUÝ II NĂM 2026:": a part of the year that is a heading without a number, as the whole line. The words
 * stay the heading's text, for they tell when.
 */
static bool
read_period(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	static const struct {
		const char *word, *label;
		uint32_t most;
	} periods[] = {{"Quý", "Quý", 4}, {"QUÝ", "Quý", 4}, {"Tháng", "Tháng", 12},
		{"THÁNG", "Tháng", 12}};
	const Cursor begin = *cursor;
	size_t row = 0;
	while (row < G_N_ELEMENTS(periods) && !skip_word(cursor, periods[row].word))
		row++;
	if (row == G_N_ELEMENTS(periods))
		return false;
	const char *number = cursor->at;
	mark->value = read_value(cursor);
	g_autofree char *text = g_strndup(number, (gsize)(cursor->at - number));
	if (mark->value == 0 || mark->value > periods[row].most || strchr(text, ' ') != NULL)
		return false;
	skip_space(cursor);
	bool year = cursor->at < cursor->end && *cursor->at == '/';
	if (year)
		cursor->at++;
	year = year || skip_word(cursor, "năm") || skip_word(cursor, "NĂM");
	if (year && read_digits(cursor) <=
			    NUMBER_MAX) /* a year has four digits, which are no number of an item */
		return false;
	(void)close_mark(cursor, ".:", mark);
	if (cursor->at < cursor->end)
		return false;
	g_autofree char *label = g_strdup_printf("%s %s", periods[row].label, text);
	mark->kind = DD_MARK_STEP;
	mark->label = dd_arena_strdup(context->arena, label);
	*cursor = begin;
	return true;
}

/*
 * In a bad scan any one or two signs before ")" number an item ("¢)", "2)", "_ h)"), and a Roman number is what stands
 * before a heading in capitals ("I1.", "11 KINH PHÍ"). The sequence tells the value.
 */
static bool
read_damaged(Cursor *cursor, DdMarkFound *mark)
{
	while (cursor->at < cursor->end && (*cursor->at == '_' || is_space(*cursor->at)))
		cursor->at++;
	const char *start = cursor->at;
	unsigned signs = 0;
	while (cursor->at < cursor->end && signs < 3 && !is_space(*cursor->at) &&
		*cursor->at != ')' && *cursor->at != '.') {
		gunichar c;
		cursor->at += dd_utf8_next(cursor->at, cursor->end, &c);
		signs++;
	}
	if (cursor->at >= cursor->end || signs == 0)
		return false;
	bool roman = true;
	for (const char *at = start; at < cursor->at; at++)
		roman = roman && strchr("IVXl1|i", *at) != NULL;
	mark->broken = true;
	if (*cursor->at == ')' && signs <= 2) {
		mark->kind = DD_MARK_LETTER;
		mark->style = ')';
		cursor->at++;
		return true;
	}
	const char *behind = cursor->at + (*cursor->at == '.');
	const char *word = behind;
	while (word < cursor->end && is_space(*word))
		word++;
	if (word == behind || cursor->end - word < 4)
		return false;
	gunichar c, next;
	unsigned len = dd_utf8_next(word, cursor->end, &c);
	(void)dd_utf8_next(word + len, cursor->end, &next);
	bool capitals = dd_letter_of(c).upper && dd_letter_of(next).upper;
	if (roman && capitals) {
		mark->kind = DD_MARK_ROMAN;
		mark->style = '.';
		cursor->at = behind;
		return true;
	}
	/* a lettered item that lost its parenthesis: "2 Đẩy mạnh …" is g) */
	if (signs == 1 && *cursor->at != '.' && dd_letter_of(c).upper &&
		strchr("29¢&", *start) != NULL) {
		mark->kind = DD_MARK_LETTER;
		mark->style = ')';
		return true;
	}
	return false;
}

/* Copies the mark up to its blank, letters that scanners take for digits as digits. Returns: its length, 0 when it is none */
static size_t
copy_misread(const Cursor *cursor, char out[MISREAD_BYTES + 2], bool *roman_out)
{
	static const char letters[] = "lIi|oOSBL", digits[] = "111100581";
	size_t n = 0, dots = 0;
	bool changed = false, digit = false, capital = false, strokes = true;
	for (const char *at = cursor->at; at < cursor->end && !is_space(*at); at++, n++) {
		const char *letter = *at != '\0' ? strchr(letters, *at) : NULL;
		bool closer = strchr(".)/", *at) != NULL, five = *at == 'V' || *at == 'X';
		if (n == MISREAD_BYTES ||
			(letter == NULL && !closer && !five && !g_ascii_isdigit(*at)))
			return 0;
		changed = changed || letter != NULL;
		if (*at == 'L' && n == 0)
			return 0; /* only the foot of a stroke: "IIL." */
		digit = digit || g_ascii_isdigit(*at) || *at == 'l' || *at == 'L';
		capital = capital || five || *at == 'I';
		strokes = strokes && (closer || five || strchr("Il1i|L", *at) != NULL);
		dots += closer;
		out[n] = letter != NULL ? digits[letter - letters] : *at;
	}
	out[n] = ' '; /* a mark is closed before a blank */
	*roman_out = strokes && capital && dots == 1;
	/* "l)" comes behind k) */
	return changed && digit && dots > 0 && (n > 2 || out[1] == '.') ? n : 0;
}

/* "1.l.1." is 1.1.1, "lI." before capitals II: digits and strokes of a light scan that were taken for each other */
static bool
read_misread(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	char copy[MISREAD_BYTES + 2];
	bool roman = false;
	size_t n = copy_misread(cursor, copy, &roman);
	if (n == 0)
		return false;
	Cursor written = {copy, copy + n + 1};
	DdMarkFound read = {0};
	bool found = false;
	if (roman) {
		for (size_t i = 0; i < n; i++)
			copy[i] = copy[i] == '1' ? 'I' : copy[i];
		found = read_roman(context, &written, &read);
	} else {
		found = read_number(context, &written, &read);
	}
	/* of "l.)5" only a part may be a mark: then what stands behind it must not go with it */
	if (!found || written.at < copy + n)
		return false;
	*mark = read;
	cursor->at += n;
	return true;
}

/* Returns: bytes of the stroke at @at that a dash may be taken for, 0 when there is none */
static size_t
misread_stroke(const Cursor *cursor, const char *at)
{
	static const char *const strokes[] = {"=", "~", "_", "¬", "»", "«", ">", "-", "+"};
	for (size_t i = 0; i < G_N_ELEMENTS(strokes); i++) {
		size_t len = strlen(strokes[i]);
		if ((size_t)(cursor->end - at) > len && memcmp(at, strokes[i], len) == 0)
			return len;
	}
	return 0;
}

/*
 * "= Đơn vị thực hiện: …", "___~ Thời gian: …", ": Cơ quan chủ trì: …": a dash that a scanner took for other strokes, which
 * may be several before a label
 */
static bool
read_misread_dash(Cursor *cursor, DdMarkFound *mark)
{
	const char *at = cursor->at;
	size_t strokes = 0, len = 0;
	while (at < cursor->end && at - cursor->at < DIRT_BYTES &&
		((len = misread_stroke(cursor, at)) > 0 || strchr(" .:'", *at) != NULL)) {
		strokes += len > 0 || *at == ':';
		at += MAX(len, 1u);
	}
	if (strokes == 0 || at + 2 >= cursor->end || dd_letter_of(g_utf8_get_char(at)).base == 0)
		return false;
	size_t first = misread_stroke(cursor, cursor->at);
	bool single = first > 0 && cursor->at + first + 1 == at && is_space(at[-1]);
	if (!single && (!dd_letter_of(g_utf8_get_char(at)).upper ||
			       memchr(at, ':', MIN((size_t)(cursor->end - at), LABEL_BYTES)) == NULL))
		return false;
	cursor->at = at;
	mark->kind = DD_MARK_DASH;
	return true;
}

/* ". Giao Công an …", ") Nội dung …": the number or the letter is lost, the sign behind it is not */
static bool
read_lost(Cursor *cursor, DdMarkFound *mark)
{
	if (cursor->end - cursor->at < 3 || (*cursor->at != '.' && *cursor->at != ')') ||
		!is_space(cursor->at[1]) || dd_letter_of(g_utf8_get_char(cursor->at + 2)).base == 0)
		return false;
	mark->kind = *cursor->at == '.' ? DD_MARK_NUMBER : DD_MARK_LETTER;
	mark->style = (uint8_t)*cursor->at;
	mark->parts = *cursor->at == '.';
	mark->broken = true;
	cursor->at++;
	return true;
}

/* "Điu 2. …": the word of an article that lost a letter */
static bool
read_broken_article(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	const char *word = cursor->at;
	while (cursor->at < cursor->end && !is_space(*cursor->at))
		cursor->at++;
	char fold[MISREAD_BYTES];
	size_t n = dd_near_fold(word, (size_t)(cursor->at - word), fold, sizeof(fold));
	return n >= 3 && cursor->at + 1 < cursor->end && g_ascii_isdigit(cursor->at[1]) &&
	       dd_near_distance(fold, n, "dieu", 4, ARTICLE_NEAR) <= ARTICLE_NEAR &&
	       read_named_number(context, cursor, 0, mark);
}

/* "1; Thông tin", "2, Sở Tài chính", "11, NHIỆM VỤ", "1H, KINH PHÍ", "b} Tổ chức": the sign behind the mark is another one */
static bool
read_other_sign(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	static const char number[] = "0123456789", strokes[] = "1IlHVX";
	char copy[MISREAD_BYTES + 2];
	const char *at = cursor->at;
	size_t n = strspn(at, strokes), digits = strspn(at, number);
	bool letter = n == 0 && digits == 0 && g_ascii_islower(*at);
	n = letter ? 1 : MAX(n, digits);
	if (n == 0 || n + 2 >= MISREAD_BYTES || (size_t)(cursor->end - at) < n + 3 ||
		strchr(letter        ? "}]"
			: digits < n ? ".,;"
				     : ",;",
			at[n]) == NULL ||
		at[n + 1] != ' ' || !dd_letter_of(g_utf8_get_char(at + n + 2)).upper)
		return false;
	if (digits < n && !letter) { /* strokes that are no number: which Roman one is told by those before */
		*mark = (DdMarkFound){.kind = DD_MARK_ROMAN, .style = '.', .broken = true};
		cursor->at += n + 1;
		return true;
	}
	memcpy(copy, at, n);
	copy[n] = letter ? ')' : '.';
	copy[n + 1] = ' ';
	Cursor written = {copy, copy + n + 2};
	if (letter ? !read_letter(context, &written, mark) : !read_number(context, &written, mark))
		return false;
	cursor->at += n + 1;
	return true;
}

/* ".a) Sở Y tế", "'b) Tham mưu": dirt before the mark */
static bool
read_behind_dirt(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	if (cursor->end - cursor->at < 4 || strchr(".'`,:;", *cursor->at) == NULL ||
		!g_ascii_isalnum(cursor->at[1]))
		return false;
	cursor->at++;
	return g_ascii_isdigit(*cursor->at)
		       ? read_number(context, cursor, mark)
		       : g_ascii_islower(*cursor->at) && read_letter(context, cursor, mark);
}

/* "©) Vận động": c) */
static bool
read_encircled(Cursor *cursor, DdMarkFound *mark)
{
	static const char sign[] = "©)";
	size_t len = strlen(sign);
	if ((size_t)(cursor->end - cursor->at) <= len || memcmp(cursor->at, sign, len) != 0)
		return false;
	*mark = (DdMarkFound){.kind = DD_MARK_LETTER, .style = ')', .broken = true};
	cursor->at += len;
	return true;
}

/* In a light scan most marks are whole, and a few have a letter for a digit or have lost it. */
static bool
read_lightly_damaged(DdContext *context, Cursor *cursor, DdMarkFound *mark)
{
	const Cursor begin = *cursor;
	if (read_other_sign(context, cursor, mark) || read_encircled(cursor, mark))
		return true;
	*cursor = begin;
	*mark = (DdMarkFound){0};
	if (read_behind_dirt(context, cursor, mark))
		return true;
	*cursor = begin;
	*mark = (DdMarkFound){0};
	if (read_lost(cursor, mark))
		return true;
	*cursor = begin;
	*mark = (DdMarkFound){0};
	return (*begin.at == 'D' || (unsigned char)*begin.at == 0xC4) &&
	       read_broken_article(context, cursor, mark);
}

bool
dd_mark_read(DdContext *context, uint32_t start, uint32_t end, DdMarkFound *mark_out)
{
	Cursor begin = {context->chars + start, context->chars + end};
	DdMarkFound mark = {0};
	skip_space(&begin);
	if (begin.at >= begin.end)
		return false;
	Cursor cursor = begin;
	bool found = false;
	unsigned char first = (unsigned char)*begin.at;
	if (context->damage == DD_DAMAGE_LIGHT && read_misread(context, &cursor, &mark))
		found = true;
	else if (g_ascii_isdigit((char)first))
		found = read_number(context, &cursor, &mark);
	else if (strchr("IVXL", (char)first) != NULL)
		found = read_roman(context, &cursor, &mark);
	else if (!g_ascii_isalpha((char)first) || first == '+' || first == '-')
		found = read_bullet(&cursor, &mark);
	if (!found && (first == 'P' || first == 'C' || first == 'M' || first == 'B' || first == 0xC4)) {
		cursor = begin;
		found = read_named(context, &cursor, &mark);
	}
	if (!found && (first == 'Q' || first == 'T')) {
		cursor = begin;
		mark = (DdMarkFound){0};
		found = read_period(context, &cursor, &mark);
	}
	if (!found && (g_ascii_isalpha((char)first) || first == 0xC4)) {
		cursor = begin;
		mark = (DdMarkFound){0};
		found = read_letter(context, &cursor, &mark);
	}
	if (!found && context->damage == DD_DAMAGE_LIGHT) {
		cursor = begin;
		mark = (DdMarkFound){0};
		found = read_lightly_damaged(context, &cursor, &mark);
	}
	if (!found && context->damage == DD_DAMAGE_HEAVY) {
		cursor = begin;
		mark = (DdMarkFound){0};
		found = read_damaged(&cursor, &mark);
	}
	if (!found && context->damage != DD_DAMAGE_NONE) {
		cursor = begin;
		mark = (DdMarkFound){0};
		found = read_misread_dash(&cursor, &mark);
	}
	if (!found)
		return false;
	skip_space(&cursor);
	Cursor dirty = cursor;
	DdMarkFound again = mark; /* "-_ + Cơ quan chủ trì": the same dash once more */
	if (context->damage == DD_DAMAGE_LIGHT && mark.kind == DD_MARK_DASH &&
		read_misread_dash(&dirty, &again))
		cursor = dirty;
	if (cursor.at >= cursor.end && dd_mark_is_bullet(mark.kind))
		return false;
	mark.start = (uint32_t)(begin.at - context->chars);
	mark.body = (uint32_t)(cursor.at - context->chars);
	*mark_out = mark;
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose.h"

#include <string.h>
#include <utf8proc.h>

#include "letter.h"

#define LETTER(c) ((c) - 'a' + 1)

/* the vowels with their tones in the order of letter.h: none, huyền, sắc, hỏi, ngã, nặng */
typedef struct {
	uint8_t base;
	uint16_t lower[6];
	uint16_t upper[6];
} Vowel;

static const Vowel vowels[] = {
	{LETTER('a'), {'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1}, {'A', 0xC0, 0xC1, 0x1EA2, 0xC3, 0x1EA0}},
	{DD_BASE_A_BREVE, {0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7},
		{0x102, 0x1EB0, 0x1EAE, 0x1EB2, 0x1EB4, 0x1EB6}},
	{DD_BASE_A_CIRC, {0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD},
		{0xC2, 0x1EA6, 0x1EA4, 0x1EA8, 0x1EAA, 0x1EAC}},
	{LETTER('e'), {'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9},
		{'E', 0xC8, 0xC9, 0x1EBA, 0x1EBC, 0x1EB8}},
	{DD_BASE_E_CIRC, {0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7},
		{0xCA, 0x1EC0, 0x1EBE, 0x1EC2, 0x1EC4, 0x1EC6}},
	{LETTER('i'), {'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB},
		{'I', 0xCC, 0xCD, 0x1EC8, 0x128, 0x1ECA}},
	{LETTER('o'), {'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD}, {'O', 0xD2, 0xD3, 0x1ECE, 0xD5, 0x1ECC}},
	{DD_BASE_O_CIRC, {0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9},
		{0xD4, 0x1ED2, 0x1ED0, 0x1ED4, 0x1ED6, 0x1ED8}},
	{DD_BASE_O_HORN, {0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3},
		{0x1A0, 0x1EDC, 0x1EDA, 0x1EDE, 0x1EE0, 0x1EE2}},
	{LETTER('u'), {'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5},
		{'U', 0xD9, 0xDA, 0x1EE6, 0x168, 0x1EE4}},
	{DD_BASE_U_HORN, {0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1},
		{0x1AF, 0x1EEA, 0x1EE8, 0x1EEC, 0x1EEE, 0x1EF0}},
	{LETTER('y'), {'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5},
		{'Y', 0x1EF2, 0xDD, 0x1EF6, 0x1EF8, 0x1EF4}},
};

gunichar
dd_compose_letter(unsigned base, unsigned tone, bool upper)
{
	if (tone > 5)
		return 0;
	for (size_t i = 0; i < G_N_ELEMENTS(vowels); i++) {
		if (vowels[i].base == base)
			return upper ? vowels[i].upper[tone] : vowels[i].lower[tone];
	}
	return 0;
}

/* Returns: the tone that a combining mark stands for, 0 when it is none */
static unsigned
tone_of_mark(gunichar mark)
{
	switch (mark) {
	case 0x0300:
	case 0x0340:
		return 1;
	case 0x0301:
	case 0x0341:
		return 2;
	case 0x0309:
		return 3;
	case 0x0303:
		return 4;
	case 0x0323:
		return 5;
	default:
		return 0;
	}
}

/*
 * Returns: @base with circumflex, breve or horn; @base itself when it has that already; 0 when
 * there is no such letter
 */
static unsigned
shaped_base(unsigned base, gunichar mark)
{
	static const struct {
		uint8_t from, to;
		uint16_t mark;
	} shapes[] = {
		{LETTER('a'), DD_BASE_A_CIRC, 0x0302},
		{LETTER('e'), DD_BASE_E_CIRC, 0x0302},
		{LETTER('o'), DD_BASE_O_CIRC, 0x0302},
		{LETTER('a'), DD_BASE_A_BREVE, 0x0306},
		{LETTER('o'), DD_BASE_O_HORN, 0x031B},
		{LETTER('u'), DD_BASE_U_HORN, 0x031B},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(shapes); i++) {
		if (shapes[i].mark == mark && (shapes[i].from == base || shapes[i].to == base))
			return shapes[i].to;
	}
	return 0;
}

gunichar
dd_compose_mark(gunichar letter, gunichar mark)
{
	DdLetter parts = dd_letter_of(letter);
	/* the record of "ä" is that of "a": only what is told apart by base and tone goes on */
	if (parts.base == 0 || dd_compose_letter(parts.base, parts.tone, parts.upper) != letter)
		return 0;
	unsigned tone = tone_of_mark(mark);
	if (tone != 0) {
		if (parts.tone != 0 && parts.tone != tone)
			return 0;
		return dd_compose_letter(parts.base, tone, parts.upper);
	}
	unsigned base = shaped_base(parts.base, mark);
	return base != 0 ? dd_compose_letter(base, parts.tone, parts.upper) : 0;
}

bool
dd_compose_extends(gunichar c)
{
	if (c < 0x0300)
		return false;
	if (c < 0x0370)
		return true;
	/* no marks among further Latin and Greek, punctuation, symbols and Chinese */
	if (c < 0x0483 || (c >= 0x1E00 && c < 0x20D0) || (c >= 0x2100 && c < 0x2CEF) ||
		(c >= 0x3400 && c < 0xA66F))
		return false;
	if (c >= 0x1160 && c < 0x1200)
		return true;
	const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)c);
	return p->combining_class != 0 || p->category == UTF8PROC_CATEGORY_MN ||
	       p->category == UTF8PROC_CATEGORY_MC || p->category == UTF8PROC_CATEGORY_ME;
}

/* Sorts marks by their class; equal ones keep their order */
static void
order_marks(utf8proc_int32_t *c, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		utf8proc_int32_t moved = c[i];
		utf8proc_propval_t class = utf8proc_get_property(moved)->combining_class;
		size_t to = i;
		while (class != 0 && to > 0 &&
			utf8proc_get_property(c[to - 1])->combining_class > class) {
			c[to] = c[to - 1];
			to--;
		}
		c[to] = moved;
	}
}

size_t
dd_compose_nfc(const gunichar *in, size_t n, gunichar out[DD_COMPOSE_OUT])
{
	utf8proc_int32_t c[DD_COMPOSE_OUT + 1]; /* utf8proc may look at one more */
	size_t count = 0;
	for (size_t i = 0; i < n; i++) {
		int boundary = 0;
		utf8proc_ssize_t more = utf8proc_decompose_char((utf8proc_int32_t)in[i], c + count,
			(utf8proc_ssize_t)(DD_COMPOSE_OUT - count), UTF8PROC_DECOMPOSE, &boundary);
		if (more < 1 || (size_t)more > DD_COMPOSE_OUT - count)
			break;
		count += (size_t)more;
	}
	order_marks(c, count);
	utf8proc_ssize_t done = utf8proc_normalize_utf32(
		c, (utf8proc_ssize_t)count, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (done < 1) {
		memcpy(out, in, n * sizeof(in[0]));
		return n;
	}
	for (size_t i = 0; i < (size_t)done; i++)
		out[i] = (gunichar)c[i];
	return (size_t)done;
}

bool
dd_compose_is_stable(gunichar c)
{
	/*
	 * Latin, Greek has exceptions from U+0374 on, and so on: only what text is full of is known
	 * by heart
	 */
	if (c < 0x0300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x2100) ||
		(c >= 0x3400 && c < 0xA000))
		return true;
	gunichar out[DD_COMPOSE_OUT];
	return dd_compose_nfc(&c, 1, out) == 1 && out[0] == c;
}

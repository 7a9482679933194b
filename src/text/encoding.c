/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encoding.h"

#include "compose.h"
#include "encoding-table.h"
#include "letter.h"

/* The marks of VNI-Windows: the byte behind a vowel says what is above and below it */
typedef struct {
	uint8_t shape; /* 'c' circumflex, 'b' breve, 0 none */
	uint8_t tone;  /* as in letter.h */
	bool is_mark;
} VniMark;

/* 0xE0–0xFF; the capital marks lie 0x20 lower */
static const VniMark vni_marks[32] = {
	[0x00] = {'c', 1, true},
	[0x01] = {'c', 2, true},
	[0x02] = {'c', 0, true},
	[0x03] = {'c', 4, true},
	[0x04] = {'c', 5, true},
	[0x05] = {'c', 3, true},
	[0x08] = {'b', 1, true},
	[0x09] = {'b', 2, true},
	[0x0A] = {'b', 0, true},
	[0x0B] = {'b', 5, true},
	[0x0F] = {0, 5, true},
	[0x15] = {0, 4, true},
	[0x18] = {0, 1, true},
	[0x19] = {0, 2, true},
	[0x1A] = {'b', 3, true},
	[0x1B] = {0, 3, true},
	[0x1C] = {'b', 4, true},
};

/* VNI letters of one byte, 0xE0–0xFF: ỉ ì í ỵ đ ị ĩ ơ ư; the capitals lie 0x20 lower */
static const uint16_t vni_singles[32] = {
	[0x06] = 0x1EC9,
	[0x0C] = 0x00EC,
	[0x0D] = 0x00ED,
	[0x0E] = 0x1EF5,
	[0x11] = 0x0111,
	[0x12] = 0x1ECB,
	[0x13] = 0x0129,
	[0x14] = 0x01A1,
	[0x16] = 0x01B0,
};

const char *
dd_encoding_get_name(DdEncoding encoding)
{
	switch (encoding) {
	case DD_ENCODING_UTF8:
		return "UTF-8";
	case DD_ENCODING_UTF16LE:
		return "UTF-16LE";
	case DD_ENCODING_UTF16BE:
		return "UTF-16BE";
	case DD_ENCODING_TCVN3:
		return "TCVN3 (ABC)";
	case DD_ENCODING_TCVN1:
		return "TCVN 5712 (VN1)";
	case DD_ENCODING_VNI:
		return "VNI-Windows";
	case DD_ENCODING_VISCII:
		return "VISCII";
	case DD_ENCODING_CP1258:
		return "Windows-1258";
	case DD_ENCODING_LAST:
	default:
		return "?";
	}
}

size_t
dd_utf8_decode(const uint8_t *at, const uint8_t *end, gunichar *c_out)
{
	static const gunichar lowest[5] = {0, 0, 0x80, 0x800, 0x10000};
	uint8_t lead = at[0];
	if (lead < 0x80) {
		*c_out = lead;
		return 1;
	}
	size_t n = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	if (lead < 0xC2 || lead > 0xF4 || (size_t)(end - at) < n)
		return 0;
	gunichar c = lead & (0x7Fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((at[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (at[i] & 0x3F);
	}
	if (c < lowest[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0;
	*c_out = c;
	return n;
}

size_t
dd_utf8_encode(gunichar c, char *out)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xC0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3F));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xE0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3F));
		out[2] = (char)(0x80 | (c & 0x3F));
		return 3;
	}
	out[0] = (char)(0xF0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3F));
	out[2] = (char)(0x80 | (c >> 6 & 0x3F));
	out[3] = (char)(0x80 | (c & 0x3F));
	return 4;
}

/* Returns: the byte that Windows-1252 has for @c; @c itself when it has none */
static gunichar
cp1252_byte(gunichar c)
{
	if (c < 0x100)
		return c;
	for (unsigned i = 0; i < G_N_ELEMENTS(cp1252_c1); i++) {
		if (cp1252_c1[i] == c)
			return 0x80 + i;
	}
	return c;
}

static gunichar
cp1252_char(gunichar byte)
{
	if (byte < 0x80 || byte >= 0xA0)
		return byte;
	return cp1252_c1[byte - 0x80] != 0 ? cp1252_c1[byte - 0x80] : DD_BROKEN;
}

/*
 * Returns: the next byte of a byte encoding; 0x100 and above is a character that was never a byte
 * of it
 */
static gunichar
next_unit(const DdSource *self, size_t *pos)
{
	if (!self->misread)
		return self->data[(*pos)++];
	gunichar c;
	size_t n = dd_utf8_decode(self->data + *pos, self->data + self->len, &c);
	*pos += n > 0 ? n : 1;
	return n > 0 ? cp1252_byte(c) : DD_BROKEN;
}

static gunichar
next_utf16(const DdSource *self, size_t *pos)
{
	size_t hi = self->encoding == DD_ENCODING_UTF16LE ? 1 : 0;
	const uint8_t *at = self->data + *pos;
	size_t left = self->len - *pos;
	if (left < 2) {
		*pos += left;
		return DD_BROKEN;
	}
	gunichar c = (gunichar)at[hi] << 8 | at[1 - hi];
	*pos += 2;
	if (c < 0xD800 || c >= 0xE000)
		return c;
	if (c >= 0xDC00 || left < 4)
		return DD_BROKEN;
	gunichar low = (gunichar)at[2 + hi] << 8 | at[3 - hi];
	if (low < 0xDC00 || low >= 0xE000)
		return DD_BROKEN;
	*pos += 2;
	return 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
}

/* UTF-8 that was stored twice; what is no UTF-8 underneath is left as it stands */
static gunichar
next_twice(const DdSource *self, size_t *pos)
{
	uint8_t bytes[4];
	size_t ends[4] = {0};
	size_t n = 0;
	size_t at = *pos;
	gunichar first = next_unit(self, &at);
	ends[0] = at;
	for (gunichar unit = first; unit < 0x100;) {
		bytes[n] = (uint8_t)unit;
		ends[n++] = at;
		if (n == G_N_ELEMENTS(bytes) || first < 0xC2 || at >= self->len)
			break;
		unit = next_unit(self, &at);
	}
	gunichar c;
	size_t used = n > 0 ? dd_utf8_decode(bytes, bytes + n, &c) : 0;
	if (used == 0) {
		*pos = ends[0];
		return first < 0x100 ? cp1252_char(first) : first;
	}
	*pos = ends[used - 1];
	return c;
}

/*
 * Returns: the base (letter.h) that takes VNI marks, 0 when @unit is none; the case goes to
 * @upper_out
 */
static unsigned
vni_base(gunichar unit, bool *upper_out)
{
	switch (unit | 0x20) {
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case 'y':
		*upper_out = unit < 'a';
		return unit < 0x80 ? (unit | 0x20) - 'a' + 1 : 0;
	case 0xF4:
	case 0xF6:
		*upper_out = unit < 0xE0;
		return (unit | 0x20) == 0xF4 ? DD_BASE_O_HORN : DD_BASE_U_HORN;
	default:
		return 0;
	}
}

static unsigned
vni_shaped(unsigned base, uint8_t shape)
{
	if (shape == 0)
		return base;
	switch (base) {
	case 'a' - 'a' + 1:
		return shape == 'c' ? DD_BASE_A_CIRC : DD_BASE_A_BREVE;
	case 'e' - 'a' + 1:
		return shape == 'c' ? DD_BASE_E_CIRC : 0;
	case 'o' - 'a' + 1:
		return shape == 'c' ? DD_BASE_O_CIRC : 0;
	default:
		return 0;
	}
}

/*
 * Returns: the letter made of the vowel @unit and the mark that follows at *@pos; 0, with *@pos
 * unmoved, if there is none
 */
static gunichar
vni_pair(const DdSource *self, size_t *pos, gunichar unit)
{
	bool upper = false;
	unsigned base = vni_base(unit, &upper);
	if (base == 0 || *pos >= self->len)
		return 0;
	size_t at = *pos;
	gunichar second = next_unit(self, &at);
	if (second < 0xC0 || second > 0xFF)
		return 0;
	VniMark mark = vni_marks[(second | 0x20) - 0xE0];
	unsigned shaped = mark.is_mark ? vni_shaped(base, mark.shape) : 0;
	gunichar letter = shaped != 0 ? dd_compose_letter(shaped, mark.tone, upper) : 0;
	if (letter != 0)
		*pos = at;
	return letter;
}

static gunichar
next_vni(const DdSource *self, size_t *pos)
{
	gunichar unit = next_unit(self, pos);
	gunichar pair = vni_pair(self, pos, unit);
	if (pair != 0)
		return pair;
	if (unit < 0xC0 || unit > 0xFF)
		return unit > 0xFF ? unit : cp1252_char(unit);
	gunichar single = vni_singles[(unit | 0x20) - 0xE0];
	if (single == 0)
		return unit;
	if (unit >= 0xE0)
		return single;
	DdLetter letter = dd_letter_of(single);
	return letter.base == DD_BASE_D_BAR ? 0x0110
					    : dd_compose_letter(letter.base, letter.tone, true);
}

/* A letter among the control codes. Returns: it, @unit itself where there is none */
static gunichar
low_letter(const LowLetter *letters, size_t n, gunichar unit)
{
	for (size_t i = 0; i < n; i++)
		if (letters[i].byte == unit)
			return letters[i].letter;
	return unit;
}

static gunichar
next_single(const DdSource *self, size_t *pos)
{
	gunichar unit = next_unit(self, pos), c;
	if (unit < 0x20 && self->encoding == DD_ENCODING_VISCII)
		return low_letter(viscii_low, G_N_ELEMENTS(viscii_low), unit);
	if (unit < 0x20 && self->encoding == DD_ENCODING_TCVN1)
		return low_letter(tcvn1_low, G_N_ELEMENTS(tcvn1_low), unit);
	if (unit < 0x80 || unit > 0xFF)
		return unit;
	if (self->encoding == DD_ENCODING_VISCII)
		c = viscii_high[unit - 0x80];
	else if (self->encoding == DD_ENCODING_CP1258)
		c = cp1258_high[unit - 0x80];
	else if (unit >= 0xA0)
		c = tcvn_high[unit - 0xA0];
	else
		c = self->encoding == DD_ENCODING_TCVN1 ? tcvn1_c1[unit - 0x80] : cp1252_char(unit);
	return c != 0 ? c : DD_BROKEN;
}

gunichar
dd_source_next(const DdSource *self, size_t *pos)
{
	gunichar c;
	size_t n;
	switch (self->encoding) {
	case DD_ENCODING_UTF16LE:
	case DD_ENCODING_UTF16BE:
		return next_utf16(self, pos);
	case DD_ENCODING_VNI:
		return next_vni(self, pos);
	case DD_ENCODING_TCVN3:
	case DD_ENCODING_TCVN1:
	case DD_ENCODING_VISCII:
	case DD_ENCODING_CP1258:
		return next_single(self, pos);
	case DD_ENCODING_UTF8:
	case DD_ENCODING_LAST:
	default:
		if (self->misread)
			return next_twice(self, pos);
		n = dd_utf8_decode(self->data + *pos, self->data + self->len, &c);
		*pos += n > 0 ? n : 1;
		return n > 0 ? c : DD_BROKEN;
	}
}

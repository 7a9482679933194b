/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "encode-test-support.h"

#include <stdbool.h>
#include <string.h>

/* The letters of 0xA1–0xFE; a space is a code that TCVN3 leaves alone */
static const char tcvn3_codes[] = "ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò "
				  "ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ";

/* Of 0x80–0xFE in VN1, which has all capitals; a space is a combining tone */
static const char tcvn1_codes[] =
	"ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ ĂÂÊÔƠƯĐăâêôơưđẰ     "
	"àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/* The letters of 0x80–0xFF in RFC 1456; six capitals are among the controls */
static const char viscii_codes[] =
	"ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
	"ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

typedef struct {
	gunichar base;  /* a, ă, đ … */
	gunichar shape; /* combining, 0 none */
	gunichar tone;
} Parts;

/* Takes a letter apart as Unicode does, then puts the shape back on its letter */
static Parts
take_apart(gunichar c)
{
	gunichar out[8];
	gsize n = g_unichar_fully_decompose(c, FALSE, out, G_N_ELEMENTS(out));
	Parts parts = {out[0], 0, 0};
	for (gsize i = 1; i < n; i++) {
		if (out[i] == 0x0302 || out[i] == 0x0306 || out[i] == 0x031B)
			parts.shape = out[i];
		else
			parts.tone = out[i];
	}
	return parts;
}

static bool
is_vietnamese(gunichar c)
{
	return c >= 0xC0 && c < 0x1F00;
}

static void
put(GByteArray *bytes, unsigned byte)
{
	guint8 b = (guint8)byte;
	g_byte_array_append(bytes, &b, 1);
}

/* Returns: place of @c among the characters of @codes, -1 when it is none */
static long
place_of(const char *codes, gunichar c)
{
	const char *at = c < 0x80 ? NULL : g_utf8_strchr(codes, -1, c);
	return at != NULL ? g_utf8_pointer_to_offset(codes, at) : -1;
}

/* Signs beside the letters: Windows-1252 where the fonts follow it */
static void
put_sign(GByteArray *bytes, gunichar c, bool windows)
{
	static const struct {
		gunichar c;
		guint8 byte;
		char plain;
	} signs[] = {
		{0x2013, 0x96, '-'},
		{0x2014, 0x97, '-'},
		{0x201C, 0x93, '"'},
		{0x201D, 0x94, '"'},
		{0x2018, 0x91, 39},
		{0x2019, 0x92, 39},
		{0x2022, 0x95, '*'},
		{0x2026, 0x85, '.'},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (signs[i].c == c) {
			put(bytes, windows ? signs[i].byte : (guint8)signs[i].plain);
			return;
		}
	}
	put(bytes, c < 0x80 ? c : '?');
}

static void
put_tcvn3(GByteArray *bytes, gunichar c)
{
	long place = place_of(tcvn3_codes, c);
	if (place < 0)
		place = place_of(tcvn3_codes, g_unichar_tolower(c));
	if (place >= 0)
		put(bytes, 0xA1u + (unsigned)place);
	else
		put_sign(bytes, c, true);
}

/* @codes: the letters of 0x80–0xFF; @low: those among the controls, at @low_codes */
static void
put_letter(GByteArray *bytes, gunichar c, const char *codes, const char *low, const guint8 *low_codes)
{
	long place = place_of(codes, c);
	long control = place_of(low, c);
	if (place >= 0)
		put(bytes, 0x80u + (unsigned)place);
	else if (control >= 0)
		put(bytes, low_codes[control]);
	else
		put_sign(bytes, c, false);
}

static void
put_tcvn1(GByteArray *bytes, gunichar c)
{
	static const guint8 low_codes[] = {
		0x01, 0x02, 0x04, 0x05, 0x06, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17};
	put_letter(bytes, c, tcvn1_codes, "ÚỤỪỬỮỨỰỲỶỸÝỴ", low_codes);
}

static void
put_viscii(GByteArray *bytes, gunichar c)
{
	static const guint8 low_codes[] = {0x02, 0x05, 0x06, 0x14, 0x19, 0x1E};
	put_letter(bytes, c, viscii_codes, "ẲẴẪỶỸỴ", low_codes);
}

static void
put_cp1258(GByteArray *bytes, gunichar c)
{
	static const char letters[] = "ÂĂÊÔƠƯĐÀÁÈÉÍÓÙÚâăêôơưđàáèéíóùú";
	static const guint8 codes[] = {0xC2, 0xC3, 0xCA, 0xD4, 0xD5, 0xDD, 0xD0, 0xC0, 0xC1, 0xC8,
		0xC9, 0xCD, 0xD3, 0xD9, 0xDA, 0xE2, 0xE3, 0xEA, 0xF4, 0xF5, 0xFD, 0xF0, 0xE0, 0xE1,
		0xE8, 0xE9, 0xED, 0xF3, 0xF9, 0xFA};
	static const gunichar tones[] = {0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
	static const guint8 tone_codes[] = {0xCC, 0xD2, 0xDE, 0xEC, 0xF2};
	long place = place_of(letters, c);
	if (place >= 0) {
		put(bytes, codes[place]);
		return;
	}
	if (!is_vietnamese(c)) {
		put_sign(bytes, c, true);
		return;
	}
	Parts parts = take_apart(c);
	gunichar base = parts.base;
	if (parts.shape != 0)
		g_unichar_compose(parts.base, parts.shape, &base);
	place = place_of(letters, base);
	put(bytes, place >= 0 ? codes[place] : base);
	for (gsize i = 0; i < G_N_ELEMENTS(tones); i++) {
		if (tones[i] == parts.tone)
			put(bytes, tone_codes[i]);
	}
}

/* Returns: the mark byte for the small letter */
static unsigned
vni_mark(Parts parts)
{
	static const gunichar tones[] = {0, 0x0300, 0x0301, 0x0309, 0x0303, 0x0323};
	static const guint8 plain[] = {0, 0xF8, 0xF9, 0xFB, 0xF5, 0xEF};
	static const guint8 circumflex[] = {0xE2, 0xE0, 0xE1, 0xE5, 0xE3, 0xE4};
	static const guint8 breve[] = {0xEA, 0xE8, 0xE9, 0xFA, 0xFC, 0xEB};
	for (gsize i = 0; i < G_N_ELEMENTS(tones); i++) {
		if (tones[i] == parts.tone)
			return parts.shape == 0x0302   ? circumflex[i]
			       : parts.shape == 0x0306 ? breve[i]
						       : plain[i];
	}
	return 0;
}

static void
put_vni(GByteArray *bytes, gunichar c)
{
	static const char singles[] = "ỉìíỵđịĩơư";
	static const guint8 codes[] = {0xE6, 0xEC, 0xED, 0xEE, 0xF1, 0xF2, 0xF3, 0xF4, 0xF6};
	if (!is_vietnamese(c)) {
		put_sign(bytes, c, true);
		return;
	}
	gunichar small = g_unichar_tolower(c);
	unsigned capital = small != c ? 0x20 : 0;
	long place = place_of(singles, small);
	if (place >= 0) {
		put(bytes, codes[place] - capital);
		return;
	}
	Parts parts = take_apart(small);
	if (parts.shape == 0x031B)
		put(bytes, (parts.base == 'o' ? 0xF4 : 0xF6) - capital);
	else
		put(bytes, parts.base - capital);
	if (vni_mark(parts) != 0)
		put(bytes, vni_mark(parts) - capital);
}

static void
put_utf16(GByteArray *bytes, gunichar c, bool little)
{
	unsigned units[2] = {c, 0};
	gsize n = 1;
	if (c >= 0x10000) {
		units[0] = 0xD800 + ((c - 0x10000) >> 10);
		units[n++] = 0xDC00 + ((c - 0x10000) & 0x3FF);
	}
	for (gsize i = 0; i < n; i++) {
		put(bytes, little ? units[i] & 0xFF : units[i] >> 8);
		put(bytes, little ? units[i] >> 8 : units[i] & 0xFF);
	}
}

GByteArray *
dd_test_encode(const char *utf8, DdEncoding encoding)
{
	GByteArray *bytes = g_byte_array_new();
	for (const char *at = utf8; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		switch (encoding) {
		case DD_ENCODING_UTF16LE:
		case DD_ENCODING_UTF16BE:
			put_utf16(bytes, c, encoding == DD_ENCODING_UTF16LE);
			break;
		case DD_ENCODING_TCVN3:
			put_tcvn3(bytes, c);
			break;
		case DD_ENCODING_TCVN1:
			put_tcvn1(bytes, c);
			break;
		case DD_ENCODING_VNI:
			put_vni(bytes, c);
			break;
		case DD_ENCODING_VISCII:
			put_viscii(bytes, c);
			break;
		case DD_ENCODING_CP1258:
			put_cp1258(bytes, c);
			break;
		case DD_ENCODING_UTF8:
		case DD_ENCODING_LAST:
		default:
			g_byte_array_append(
				bytes, (const guint8 *)at, (guint)(g_utf8_next_char(at) - at));
			break;
		}
	}
	return bytes;
}

char *
dd_test_decompose(const char *utf8, DdTestMarks order)
{
	GString *out = g_string_new(NULL);
	for (const char *at = utf8; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (!is_vietnamese(c)) {
			g_string_append_unichar(out, c);
			continue;
		}
		if (order == DD_TEST_MARKS_NFD) {
			g_autofree char *nfd = g_utf8_normalize(
				at, g_utf8_next_char(at) - at, G_NORMALIZE_NFD);
			g_string_append(out, nfd);
			continue;
		}
		Parts parts = take_apart(c);
		bool last = order == DD_TEST_MARKS_TONE_LAST;
		if (last && parts.shape != 0)
			g_unichar_compose(parts.base, parts.shape, &parts.base);
		g_string_append_unichar(out, parts.base);
		if (parts.tone != 0)
			g_string_append_unichar(out, parts.tone);
		if (!last && parts.shape != 0)
			g_string_append_unichar(out, parts.shape);
	}
	return g_string_free(out, FALSE);
}

GByteArray *
dd_test_misread(const GByteArray *bytes)
{
	static const guint16 c1[32] = {
		0x20AC,
		0x81,
		0x201A,
		0x0192,
		0x201E,
		0x2026,
		0x2020,
		0x2021,
		0x02C6,
		0x2030,
		0x0160,
		0x2039,
		0x0152,
		0x8D,
		0x017D,
		0x8F,
		0x90,
		0x2018,
		0x2019,
		0x201C,
		0x201D,
		0x2022,
		0x2013,
		0x2014,
		0x02DC,
		0x2122,
		0x0161,
		0x203A,
		0x0153,
		0x9D,
		0x017E,
		0x0178,
	};
	GByteArray *out = g_byte_array_new();
	for (guint i = 0; i < bytes->len; i++) {
		char utf8[6];
		guint8 byte = bytes->data[i];
		int n = g_unichar_to_utf8(byte >= 0x80 && byte < 0xA0 ? c1[byte - 0x80] : byte, utf8);
		g_byte_array_append(out, (const guint8 *)utf8, (guint)n);
	}
	return out;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rtf-letters.h"

#include <string.h>

#include "docx-properties.h"
#include "encoding.h"

#define CHARSET_SYMBOL 2
#define CHARSET_VIETNAM 163

DdRtfLetters
dd_rtf_letters_of_font(int charset, const char *name, DdRtfLetters fallback)
{
	if (g_ascii_strncasecmp(name, ".vn", 3) == 0)
		return DD_RTF_TCVN3;
	if (g_ascii_strncasecmp(name, "vni-", 4) == 0)
		return DD_RTF_VNI;
	if (g_ascii_strncasecmp(name, "wingdings", 9) == 0)
		return DD_RTF_WINGDINGS;
	if (charset == CHARSET_SYMBOL)
		return DD_RTF_SYMBOL;
	return charset == CHARSET_VIETNAM ? DD_RTF_VIETNAM : charset == 0 ? DD_RTF_LATIN : fallback;
}

static gunichar
latin_letter(guint8 byte)
{
	static const guint16 c1[32] = {0x20AC, ' ', 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, ' ', 0x017D, ' ', ' ', 0x2018, 0x2019,
		0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, ' ',
		0x017E, 0x0178};
	return byte >= 0x80 && byte < 0xA0 ? c1[byte - 0x80] : byte;
}

void
dd_rtf_letters_append(DdRtfLetters letters, const char *bytes, gsize len, GString *out)
{
	DdSource source = {.data = (const uint8_t *)bytes, .len = len};
	switch (letters) {
	case DD_RTF_SYMBOL:
	case DD_RTF_WINGDINGS:
		for (gsize i = 0; i < len; i++)
			g_string_append(
				out, dd_docx_font_show(letters == DD_RTF_SYMBOL ? DD_FONT_SYMBOL
										: DD_FONT_WINGDINGS,
					     (guint8)bytes[i]));
		return;
	case DD_RTF_LATIN:
		for (gsize i = 0; i < len; i++)
			g_string_append_unichar(out, latin_letter((guint8)bytes[i]));
		return;
	case DD_RTF_VIETNAM:
		source.encoding = DD_ENCODING_CP1258;
		break;
	case DD_RTF_TCVN3:
		source.encoding = DD_ENCODING_TCVN3;
		break;
	case DD_RTF_VNI:
		source.encoding = DD_ENCODING_VNI;
		break;
	}
	for (size_t at = 0; at < len;) {
		gunichar letter = dd_source_next(&source, &at);
		g_string_append_unichar(out, letter == DD_BROKEN || letter == 0 ? ' ' : letter);
	}
}

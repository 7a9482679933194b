/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-properties.h"

#include <string.h>

typedef struct {
	unsigned char code;
	const char *shown;
} Sign;

static const Sign symbol_signs[] = {
	{0x2D, "-"},
	{0xA3, "≤"},
	{0xA5, "∞"},
	{0xAE, "→"},
	{0xB0, "°"},
	{0xB1, "±"},
	{0xB3, "≥"},
	{0xB4, "×"},
	{0xB7, "•"},
	{0xB8, "÷"},
	{0xB9, "≠"},
	{0xBB, "≈"},
	{0xBC, "…"},
	{0xBE, "–"},
	{0xDE, "⇒"},
};

static const Sign wingdings_signs[] = {
	{0x46, "☞"},
	{0x6C, "●"},
	{0x6D, "○"},
	{0x6E, "■"},
	{0x6F, "□"},
	{0x70, "□"},
	{0x71, "□"},
	{0x73, "◆"},
	{0x74, "◆"},
	{0x75, "◆"},
	{0x76, "❖"},
	{0x77, "◆"},
	{0x78, "☒"},
	{0x9E, "·"},
	{0x9F, "•"},
	{0xA1, "○"},
	{0xA7, "▪"},
	{0xA8, "□"},
	{0xD8, "➢"},
	{0xE0, "→"},
	{0xE8, "➔"},
	{0xF0, "⇨"},
	{0xFB, "✗"},
	{0xFC, "✓"},
	{0xFD, "☒"},
	{0xFE, "☑"},
};

static const Sign wingdings_2_signs[] = {
	{0x4F, "✗"},
	{0x50, "✓"},
	{0x51, "☒"},
	{0x52, "☑"},
	{0x53, "☒"},
	{0x54, "☒"},
	{0x97, "●"},
	{0xA3, "□"},
};

static DdToggle
get_toggle(const DdXml *xml)
{
	static const char *const off[] = {"0", "false", "off"};
	for (size_t i = 0; i < G_N_ELEMENTS(off); i++) {
		if (dd_xml_attribute_is(xml, DD_XML_WORD, "val", off[i]))
			return DD_TOGGLE_OFF;
	}
	return DD_TOGGLE_ON;
}

DdDocxFont
dd_docx_get_font(const DdXml *xml, const char *attribute)
{
	g_autofree char *name = dd_xml_dup_attribute(xml, DD_XML_WORD, attribute);
	if (g_strcmp0(name, "Symbol") == 0)
		return DD_FONT_SYMBOL;
	if (g_strcmp0(name, "Wingdings") == 0)
		return DD_FONT_WINGDINGS;
	if (g_strcmp0(name, "Wingdings 2") == 0)
		return DD_FONT_WINGDINGS_2;
	return DD_FONT_TEXT;
}

void
dd_docx_run_take(DdDocxRun *self, const DdXml *xml, int name)
{
	if (name == DD_DOCX_B)
		self->bold = get_toggle(xml);
	else if (name == DD_DOCX_VANISH)
		self->hidden = get_toggle(xml);
	else if (name == DD_DOCX_CAPS)
		self->caps = get_toggle(xml);
	else if (name == DD_DOCX_R_FONTS)
		self->font = dd_docx_get_font(xml, "ascii");
}

static int
get_align(const DdXml *xml)
{
	static const struct {
		const char *word;
		DdAlign align;
	} words[] = {
		{"both", DD_ALIGN_JUSTIFY},
		{"center", DD_ALIGN_CENTRE},
		{"left", DD_ALIGN_LEFT},
		{"start", DD_ALIGN_LEFT},
		{"right", DD_ALIGN_RIGHT},
		{"end", DD_ALIGN_RIGHT},
		{"distribute", DD_ALIGN_JUSTIFY},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (dd_xml_attribute_is(xml, DD_XML_WORD, "val", words[i].word))
			return (int)words[i].align;
	}
	return DD_ALIGN_LEFT;
}

void
dd_docx_layout_take(DdDocxLayout *self, const DdXml *xml, int name)
{
	if (name == DD_DOCX_JC) {
		self->align = get_align(xml);
	} else if (name == DD_DOCX_OUTLINE_LVL) {
		int level = (int)dd_xml_get_number(xml, DD_XML_WORD, "val", 0, 9, 9);
		self->heading = level < 9 ? level + 1 : 0;
	} else if (name == DD_DOCX_NUM_ID) {
		self->number = dd_xml_get_number(xml, DD_XML_WORD, "val", 0, INT32_MAX, DD_DOCX_UNSET);
	} else if (name == DD_DOCX_ILVL) {
		self->level = (int)dd_xml_get_number(xml, DD_XML_WORD, "val", 0, 8, DD_DOCX_UNSET);
	}
}

static const char *
find_sign(const Sign *signs, size_t n, gunichar code)
{
	for (size_t i = 0; i < n; i++) {
		if (signs[i].code == code)
			return signs[i].shown;
	}
	return "";
}

const char *
dd_docx_font_show(DdDocxFont font, gunichar code)
{
	if (code >= 0xF000 && code <= 0xF0FF)
		code -= 0xF000;
	switch (font) {
	case DD_FONT_WINGDINGS:
		return find_sign(wingdings_signs, G_N_ELEMENTS(wingdings_signs), code);
	case DD_FONT_WINGDINGS_2:
		return find_sign(wingdings_2_signs, G_N_ELEMENTS(wingdings_2_signs), code);
	case DD_FONT_SYMBOL:
	case DD_FONT_TEXT: /* a private sign whose font is not said: Word's own bullets are of Symbol */
		break;
	}
	/* digits and what stands beside them are the same in Symbol */
	static const char same[][2] = {
		"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ":", ";", "<", "=", ">", "?"};
	if (code >= '0' && code <= '?')
		return same[code - '0'];
	if (code == '(' || code == ')')
		return code == '(' ? "(" : ")";
	if (code == '+' || code == '/')
		return code == '+' ? "+" : "/";
	return find_sign(symbol_signs, G_N_ELEMENTS(symbol_signs), code);
}

const char *
dd_docx_font_show_bullet(DdDocxFont font, gunichar code)
{
	static const char *const marks[] = {"-", "–", "+"};
	const char *shown = dd_docx_font_show(font, code);
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (strcmp(shown, marks[i]) == 0)
			return marks[i];
	}
	return "•";
}

char *
dd_docx_cut(const char *text, size_t most)
{
	size_t len = strlen(text);
	if (len > most) {
		len = most;
		while (len > 0 && ((unsigned char)text[len] & 0xC0) == 0x80)
			len--;
	}
	return g_strndup(text, len);
}

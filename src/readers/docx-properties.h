/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-properties.h: what w:pPr and w:rPr say, in the document and in its styles alike */
#pragma once

#include "document.h"
#include "docx-names.h"

G_BEGIN_DECLS

/* A property that may be said, or left to the style above */
typedef enum { DD_TOGGLE_UNSET, DD_TOGGLE_OFF, DD_TOGGLE_ON } DdToggle;

/* Fonts whose letters are signs */
typedef enum { DD_FONT_TEXT, DD_FONT_SYMBOL, DD_FONT_WINGDINGS, DD_FONT_WINGDINGS_2 } DdDocxFont;

typedef struct {
	DdToggle bold, hidden, caps;
	DdDocxFont font;
} DdDocxRun;

#define DD_DOCX_UNSET (-1)

typedef struct {
	int heading;    /* 0 plain text, 1 to 9, DD_DOCX_UNSET */
	int align;      /* DdAlign, DD_DOCX_UNSET */
	int64_t number; /* w:numId, 0 none, DD_DOCX_UNSET */
	int level;      /* w:ilvl, DD_DOCX_UNSET */
} DdDocxLayout;

#define DD_DOCX_LAYOUT_UNSET                                                                       \
	((DdDocxLayout){DD_DOCX_UNSET, DD_DOCX_UNSET, DD_DOCX_UNSET, DD_DOCX_UNSET})

/* Takes what the element just opened says about a run */
void
dd_docx_run_take(DdDocxRun *self, const DdXml *xml, int name);
/* Takes what the element just opened says about a paragraph */
void
dd_docx_layout_take(DdDocxLayout *self, const DdXml *xml, int name);
/* Returns: the font that the w:rFonts or w:sym just opened names in @attribute */
DdDocxFont
dd_docx_get_font(const DdXml *xml, const char *attribute);
/* Returns: (transfer none) UTF-8 of what a sign of @font shows, its code with or without 0xF000; "" unknown */
const char *
dd_docx_font_show(DdDocxFont font, gunichar code);
/* The same for a sign in front of an item: a dash, a plus or a dot */
const char *
dd_docx_font_show_bullet(DdDocxFont font, gunichar code);
/* Returns: (transfer full) at most @most bytes of @text, cut between letters */
char *
dd_docx_cut(const char *text, size_t most);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rtf-words.h: the control words of RTF that mean something here */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	DD_RTF_UNKNOWN,
	DD_RTF_SKIP,   /* a destination that is not shown */
	DD_RTF_SHOW,   /* a destination that is shown though it may be ignored */
	DD_RTF_SIGN,   /* stands for a sign */
	DD_RTF_ASIDE,  /* a header, footer or note */
	DD_RTF_NUMBER, /* the number before a paragraph */
	DD_RTF_COMMENT,
	DD_RTF_ANSICPG,
	DD_RTF_BIN,
	DD_RTF_CELL,
	DD_RTF_CELLX,
	DD_RTF_CLMRG,
	DD_RTF_CLVMRG,
	DD_RTF_DEFF,
	DD_RTF_DELETED,
	DD_RTF_F,
	DD_RTF_FCHARSET,
	DD_RTF_FONTTBL,
	DD_RTF_HIDDEN,
	DD_RTF_INTBL,
	DD_RTF_OUTLINELEVEL,
	DD_RTF_PAR,
	DD_RTF_PARD,
	DD_RTF_PLAIN,
	DD_RTF_ROW,
	DD_RTF_TROWD,
	DD_RTF_U,
	DD_RTF_UC
} DdRtfKind;

typedef struct {
	const char *word;
	DdRtfKind kind;
	const char *sign; /* of DD_RTF_SIGN, UTF-8 */
	int part;         /* DdPart of DD_RTF_ASIDE */
} DdRtfWord;

/* Returns: (transfer none) what is known of @word; a row of DD_RTF_UNKNOWN when nothing is */
const DdRtfWord *
dd_rtf_word_find(const char *word);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-number-format.h: a number as w:numFmt writes it */
#pragma once

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum {
	DD_NUMBER_DECIMAL,
	DD_NUMBER_DECIMAL_ZERO,
	DD_NUMBER_UPPER_ROMAN,
	DD_NUMBER_LOWER_ROMAN,
	DD_NUMBER_UPPER_LETTER,
	DD_NUMBER_LOWER_LETTER,
	DD_NUMBER_DASHED,  /* "- 1 -" */
	DD_NUMBER_BRACKET, /* "(1)" */
	DD_NUMBER_BULLET,
	DD_NUMBER_NONE
} DdNumberFormat;

/* @word: value of w:numFmt, (nullable). Returns: DD_NUMBER_DECIMAL for what is not known */
DdNumberFormat
dd_number_format_parse(const char *word);
/* Appends @number; what a format cannot write, or only at length, is written in digits */
void
dd_number_format_append(DdNumberFormat format, uint32_t number, GString *out);

G_END_DECLS

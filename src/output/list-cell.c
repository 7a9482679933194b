/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "list-cell.h"

#include <string.h>

bool
dd_list_cell_is_control(gunichar letter)
{
	return (letter < 0x20 && letter != '\n') || (letter >= 0x7f && letter < 0xa0);
}

/* Some spreadsheets pass over blanks before they look for the sign of a formula, and take its wide forms for it (U+FF0B …) */
bool
dd_list_cell_is_formula(const char *text)
{
	static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
	while (*text != '\0' &&
		(dd_list_cell_is_control(g_utf8_get_char(text)) || strchr(" \n", *text) != NULL))
		text = g_utf8_next_char(text);
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
		if (g_str_has_prefix(text, signs[i]))
			return true;
	return false;
}

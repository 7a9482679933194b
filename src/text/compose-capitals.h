/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compose-capitals.h: capitals that an encoding has no codes for */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * TCVN3 has one set of marked letters: a font of capitals shows "KÕ HO¹CH" as "KẾ HOẠCH", decoded
 * it is "Kế HOạCH". Raises the marked letters of words and lines that are written in capitals, in
 * place; no letter changes its length.
 */
void
dd_compose_raise_capitals(char *text, size_t len);

G_END_DECLS

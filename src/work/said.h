/* SPDX-License-Identifier: GPL-3.0-or-later */
/* said.h: whether somebody gave a reason, or only pressed the space bar */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <string.h>

G_BEGIN_DECLS

/* Returns: TRUE when @text holds more than blanks. It may be NULL */
static inline bool
dd_is_said(const char *text)
{
	return text != NULL && text[strspn(text, " \t\r\n")] != '\0';
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* flow.h: text in which white space of any length is one blank, and none at the ends: of ODF and HTML */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
	GString *text;
	bool blank; /* white space came that is not yet written */
} DdFlow;

/* Adds text as it stands in the file. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_flow_add(DdFlow *self, const char *text, size_t len, GError **error);
/* Adds a sign that is no white space to fold: '\n', '\t', ' '; @n times. FALSE with DD_ERROR_TOO_LARGE */
bool
dd_flow_add_sign(DdFlow *self, char sign, size_t n, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx-shared.h: what the cells of an XLSX refer to by number */
#pragma once

#include "xlsx-cells.h"

G_BEGIN_DECLS

/* Returns: (transfer none) the text of that number for the life of @self, NULL when there is none */
const char *
dd_xlsx_shared_get_text(const DdXlsxShared *self, int64_t number);
/* Returns: (transfer none) the code of the number format of cells of style @number, NULL for the general one */
const char *
dd_xlsx_shared_get_format(const DdXlsxShared *self, int64_t number);
/* Returns: TRUE when cells of style @number have borders on two sides or more */
bool
dd_xlsx_shared_is_ruled(const DdXlsxShared *self, int64_t number);
bool
dd_xlsx_shared_is_1904(const DdXlsxShared *self);
/* Adds @text to a text of a cell; FALSE with DD_ERROR_TOO_LARGE when it grows too long */
bool
dd_xlsx_append_text(GString *out, const char *text, size_t len, GError **error);
/* Turns "_x000D_", which stands for a letter that XML cannot hold, into the letter: "\r" */
void
dd_xlsx_unescape(GString *text);

G_END_DECLS

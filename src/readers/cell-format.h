/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell-format.h: a number of a cell as its number format shows it, days and figures written as Vietnamese offices do */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Returns: (transfer none) the code of a format that every spreadsheet has by this number, NULL when none has */
const char *
dd_cell_format_built_in(unsigned number);
/*
 * Shows @value by the format @code of a spreadsheet (nullable: "General"): days as 05/06/2026, months as 06/2026, words in
 * quotes as they are, 12,5%, 1.250. @is_1904: days are counted from 1904 on. Returns: (transfer full)
 */
char *
dd_cell_format_show(const char *code, double value, bool is_1904) G_GNUC_WARN_UNUSED_RESULT;
/* Shows a day told as 2026-06-05, or with T and a time behind, as 05/06/2026 07:30. Returns: (transfer full), NULL when it is none */
char *
dd_cell_format_show_day(const char *iso) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

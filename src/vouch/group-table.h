/* SPDX-License-Identifier: GPL-3.0-or-later */
/* group-table.h: which groups of a directory or provider mean what: rows of a settings file, "overseer=CN=Theo doi,DC=tinh;CN=…" */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Plain data: a word ("overseer", "H99.1") for each row, and the groups that mean it */
typedef struct {
	char *word;
	char **groups;
} DdGroupRow;

/* Returns: (transfer full) DdGroupRow of the group @group of @file, in its order; NULL: there is none */
GArray *
dd_group_table_read(GKeyFile *file, const char *group);
/* Returns: (transfer none) the word of the first row that one of @groups (nullable) stands in, however it is capitalised; NULL none */
const char *
dd_group_table_find(const GArray *table, const char *const *groups);

G_END_DECLS

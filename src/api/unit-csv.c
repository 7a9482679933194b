/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-csv.c: the directory as CSV */
#include "unit-csv.h"

#include <string.h>

#include "csv-row.h"
#include "unit-table.h"

bool
dd_unit_filter_wants(const DdUnitFilter *self, const DdBookUnit *unit)
{
	return dd_book_unit_is_there(unit, self->at) &&
	       (self->parent == NULL || g_strcmp0(unit->parent, self->parent) == 0) &&
	       (self->kind == NULL || strcmp(unit->kind, self->kind) == 0);
}

void
dd_unit_print_header(FILE *out)
{
	const char *cells[DD_UNIT_COLUMN_LAST];
	for (DdUnitColumn i = 0; i < DD_UNIT_COLUMN_LAST; i++)
		cells[i] = dd_unit_column_to_string(i);
	fputs(DD_CSV_MARK, out);
	dd_csv_print_row(out, cells, G_N_ELEMENTS(cells));
}

void
dd_unit_print_cells(FILE *out, const DdBookUnit *unit)
{
	char first[DD_DATE_BUFFER], last[DD_DATE_BUFFER];
	g_autofree char *abbreviations = g_strjoinv(";", (char **)unit->abbreviations);
	g_autofree char *aliases = g_strjoinv(";", (char **)unit->aliases);
	g_autofree char *groups = g_strjoinv(";", (char **)unit->groups);
	const char *const cells[DD_UNIT_COLUMN_LAST] = {[DD_UNIT_ID] = unit->id,
		[DD_UNIT_NAME] = unit->name,
		[DD_UNIT_SHORT_NAME] = unit->short_name,
		[DD_UNIT_ABBREVIATIONS] = abbreviations,
		[DD_UNIT_ALIASES] = aliases,
		[DD_UNIT_KIND] = unit->kind,
		[DD_UNIT_PARENT] = unit->parent,
		[DD_UNIT_VALID_FROM] = dd_date_format(unit->first, first),
		[DD_UNIT_VALID_TO] = dd_date_format(unit->last, last),
		[DD_UNIT_GROUPS] = groups};
	dd_csv_print_row(out, cells, G_N_ELEMENTS(cells));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-csv.h: which units of the directory, and those as a list that can be imported again */
#pragma once

#include <stdio.h>

#include "unit-book.h"

G_BEGIN_DECLS

/* Which units; NULL and DD_DATE_NONE leave it open */
typedef struct {
	DdDay at;           /* that are there on that day */
	const char *parent; /* id of what they are right under */
	const char *kind;
} DdUnitFilter;

bool
dd_unit_filter_wants(const DdUnitFilter *self, const DdBookUnit *unit);
/* Write the row of the names of columns, and that of one unit. A failed write is kept by the stream */
void
dd_unit_print_header(FILE *out);
void
dd_unit_print_cells(FILE *out, const DdBookUnit *unit);

G_END_DECLS

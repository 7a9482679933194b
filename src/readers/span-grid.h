/* SPDX-License-Identifier: GPL-3.0-or-later */
/* span-grid.h: which places of a table are taken by merged cells of rows above, while its rows go by */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "maxima.h"

G_BEGIN_DECLS

/* To be treated as opaque; begins with dd_span_grid_init */
typedef struct {
	uint32_t row, next; /* the open row, counted from 1; where its last cell ended */
	uint32_t covered[DD_MAX_TABLE_COLUMNS]; /* by column: the last row that something reaches */
} DdSpanGrid;

void
dd_span_grid_init(DdSpanGrid *self);
void
dd_span_grid_begin_row(DdSpanGrid *self);
/* Returns: the first free column of the row behind its last cell, DD_MAX_TABLE_COLUMNS when there is none */
uint32_t
dd_span_grid_get_free(const DdSpanGrid *self);
/*
 * Places a cell. @columns: (inout) cut to the places that are free, and to the maximum. Returns: FALSE when its own place is
 * taken or behind the maximum
 */
bool
dd_span_grid_take(DdSpanGrid *self, uint32_t column, uint32_t *columns, uint32_t rows);

G_END_DECLS

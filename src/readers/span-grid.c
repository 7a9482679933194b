/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "span-grid.h"

#include <string.h>

void
dd_span_grid_init(DdSpanGrid *self)
{
	memset(self, 0, sizeof(*self));
}

void
dd_span_grid_begin_row(DdSpanGrid *self)
{
	self->row++;
	self->next = 0;
}

uint32_t
dd_span_grid_get_free(const DdSpanGrid *self)
{
	uint32_t column = self->next;
	while (column < DD_MAX_TABLE_COLUMNS && self->covered[column] >= self->row)
		column++;
	return column;
}

bool
dd_span_grid_take(DdSpanGrid *self, uint32_t column, uint32_t *columns, uint32_t rows)
{
	if (column >= DD_MAX_TABLE_COLUMNS || column < self->next || self->covered[column] >= self->row)
		return false;
	uint32_t most = MIN(*columns, DD_MAX_TABLE_COLUMNS - column), end = column + 1;
	while (end < column + most && self->covered[end] < self->row)
		end++;
	uint32_t last = self->row + MIN(rows, DD_MAX_TABLE_ROWS) - 1;
	for (uint32_t i = column; i < end; i++)
		self->covered[i] = last;
	self->next = end;
	*columns = end - column;
	return true;
}

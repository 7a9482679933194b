/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk.c: pages of rows */
#include "walk.h"

void
dd_walk_begin(DdWalk *self, DdDb *db, const DdWalkTable *table, const DdDbValue *of)
{
	dd_walk_clear(self);
	self->db = db;
	self->table = table;
	self->of = of != NULL ? *of : dd_db_null();
	self->values = g_array_new(FALSE, FALSE, sizeof(DdDbValue));
	for (unsigned i = 0; i < table->n_key; i++)
		self->key[i] = table->first[i];
}

static DdDbValue
keep(DdArena *arena, DdDbValue value)
{
	if (value.type == DD_DB_TEXT)
		value.bytes = dd_arena_strndup(arena, value.bytes, value.len);
	else if (value.type == DD_DB_BLOB)
		value.bytes = value.len > 0 ? dd_arena_memdup(arena, value.bytes, value.len) : "";
	return value;
}

/* Asks for the rows behind the key */
static bool
read_page(DdWalk *self, GError **error)
{
	const DdWalkTable *table = self->table;
	DdDbValue asked[DD_WALK_KEY + 2];
	unsigned n = 0;
	if (table->of_one)
		asked[n++] = self->of;
	for (unsigned i = 0; i < table->n_key; i++)
		asked[n++] = self->key[i];
	asked[n++] = dd_db_int(table->page);
	g_autoptr(DdDbRows) rows = dd_db_query(self->db, &table->list, asked, n, error);
	while (dd_db_rows_each(rows)) {
		for (unsigned i = 0; i < table->n_columns; i++) {
			DdDbValue value = keep(self->arena, dd_db_rows_get(rows, i));
			g_array_append_val(self->values, value);
		}
		self->n++;
	}
	return dd_db_rows_end(rows, error);
}

bool
dd_walk_next_page(DdWalk *self, size_t *n_out, GError **error)
{
	const DdWalkTable *table = self->table;
	dd_arena_free(self->last);
	self->last = self->arena;
	self->arena = dd_arena_new();
	g_array_set_size(self->values, 0);
	self->n = self->at = 0;
	if (!self->ended && !read_page(self, error))
		return false;
	self->ended = self->n < (size_t)table->page;
	if (self->n > 0)
		for (unsigned i = 0; i < table->n_key; i++)
			self->key[i] = dd_walk_get_page(
				self)[(self->n - 1) * table->n_columns + table->key_at + i];
	*n_out = self->n;
	return true;
}

const DdDbValue *
dd_walk_get_page(const DdWalk *self)
{
	return (const DdDbValue *)(const void *)self->values->data;
}

bool
dd_walk_next(DdWalk *self, const DdDbValue **row_out, GError **error)
{
	size_t n = self->n;
	if (self->at == n && !dd_walk_next_page(self, &n, error))
		return false;
	*row_out = n > 0 ? dd_walk_get_page(self) + self->at++ * self->table->n_columns : NULL;
	return true;
}

void
dd_walk_clear(DdWalk *self)
{
	dd_arena_free(self->arena);
	dd_arena_free(self->last);
	if (self->values != NULL)
		g_array_unref(self->values);
	*self = (DdWalk){0};
}

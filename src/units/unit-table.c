/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-table.h"

#include "csv-rows.h"
#include "dict.h"
#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "names-private.h"

#include <string.h>

#define OWN_ID "DV-"

static const char *const columns[DD_UNIT_COLUMN_LAST] = {"id", "name", "short_name",
	"abbreviations", "aliases", "kind", "parent", "valid_from", "valid_to", "groups"};

const char *
dd_unit_column_to_string(DdUnitColumn column)
{
	return columns[column];
}

/* A row whose unit is not known yet */
typedef struct {
	DdBookUnit unit; /* parent is what the row says: id or name */
	char *key;       /* of the name */
	guint at;        /* of its unit in the table, once it is known */
	bool settled;
} Row;

typedef struct {
	const DdUnitBook *book;
	DdArena *arena;
	int64_t next;                      /* number of a new unit */
	size_t n_cells;                    /* of the header */
	guint n_old;                       /* units that were there */
	size_t cells[DD_UNIT_COLUMN_LAST]; /* where a column stands, SIZE_MAX where it is not there */
	GArray *rows;                      /* Row */
	GHashTable *ids;   /* of rows and units to a place in rows or, behind them, in units: + 1 */
	GHashTable *names; /* of rows to the first of that name, + 1 */
	GHashTable *placed; /* "parent\nname" to a unit, + 1; AMBIGUOUS of several */
	GHashTable *known;  /* names of units likewise */
	DdUnitTable *table;
} Work;

#define AMBIGUOUS GINT_TO_POINTER(-1)

static bool
has(const Work *work, DdUnitColumn column)
{
	return work->cells[column] != SIZE_MAX;
}

static const char *
get(const Work *work, const DdCsvRows *csv, DdUnitColumn column)
{
	const char *cell = has(work, column) ? csv->cells[work->cells[column]]->str : "";
	/* the sign by which spreadsheets are told that it is no formula (src/cli/csv.c) */
	bool quoted = cell[0] == '\'' && cell[1] != '\0' && strchr("=+-@", cell[1]) != NULL;
	return quoted ? cell + 1 : cell;
}

static bool
read_header(Work *work, const DdCsvRows *csv, GError **error)
{
	for (DdUnitColumn i = 0; i < DD_UNIT_COLUMN_LAST; i++)
		work->cells[i] = SIZE_MAX;
	for (size_t at = 0; at < csv->n; at++) {
		DdUnitColumn i = 0;
		while (at < DD_CSV_CELLS && i < DD_UNIT_COLUMN_LAST &&
			g_ascii_strcasecmp(csv->cells[at]->str, columns[i]) != 0)
			i++;
		if (at >= DD_CSV_CELLS || i == DD_UNIT_COLUMN_LAST || has(work, i)) {
			dd_csv_rows_fail(error, csv->line,
				"cột lạ hoặc lặp lại; các cột: id, name, short_name, "
				"abbreviations, "
				"aliases, kind, parent, valid_from, valid_to, groups",
				"a column that is unknown, or there twice");
			return false;
		}
		work->cells[i] = at;
	}
	if (!has(work, DD_UNIT_NAME)) {
		dd_csv_rows_fail(error, csv->line, "thiếu cột name", "there is no column name");
		return false;
	}
	work->n_cells = csv->n;
	return true;
}

/* The form of QĐ 20/2020/QĐ-TTg, and keys of an office's own: letters and digits, dots and hyphens between them */
static bool
is_id(const char *text)
{
	size_t len = strlen(text);
	for (size_t i = 0; i < len; i++) {
		bool joint = text[i] == '.' || text[i] == '-';
		if (!g_ascii_isalnum(text[i]) && (!joint || i == 0 || i + 1 == len))
			return false;
	}
	return len > 0 && len <= DD_MAX_UNIT_ID_BYTES;
}

static const char *const *
read_list(Work *work, const char *cell)
{
	g_auto(GStrv) parts = g_strsplit(cell, ";", -1);
	const char **out = dd_arena_alloc(work->arena, (g_strv_length(parts) + 1) * sizeof(*out));
	size_t n = 0;
	for (char **at = parts; *at != NULL; at++)
		if (*g_strstrip(*at) != '\0')
			out[n++] = dd_arena_strdup(work->arena, *at);
	return out;
}

static bool
read_day(const Work *work, const DdCsvRows *csv, DdUnitColumn column, DdDay *out, GError **error)
{
	const char *cell = get(work, csv, column);
	*out = DD_DATE_NONE;
	if (*cell == '\0' || dd_date_parse(cell, out))
		return true;
	dd_csv_rows_fail(error, csv->line, "ngày phải có dạng 2025-03-01", "a day is like 2025-03-01");
	return false;
}

/* Returns: NULL of an empty cell */
static const char *
read_text(const Work *work, const DdCsvRows *csv, DdUnitColumn column)
{
	const char *cell = get(work, csv, column);
	return *cell != '\0' ? dd_arena_fold(work->arena, cell, strlen(cell)) : NULL;
}

static bool
has_long_cell(const DdCsvRows *csv)
{
	for (size_t i = 0; i < MIN(csv->n, DD_CSV_CELLS); i++)
		if (csv->cells[i]->len > DD_MAX_UNIT_CELL_BYTES)
			return true;
	return false;
}

static bool
check_cells(const Work *work, const DdCsvRows *csv, GError **error)
{
	const char *id = get(work, csv, DD_UNIT_ID), *kind = get(work, csv, DD_UNIT_KIND);
	g_autofree char *key = dd_identity_fold(get(work, csv, DD_UNIT_NAME));
	const char *vi = NULL, *en = NULL;
	if (csv->n != work->n_cells) {
		vi = "số ô khác với dòng đầu";
		en = "it has more or less cells than the header";
	} else if (key == NULL) {
		vi = "thiếu tên đơn vị";
		en = "the name is missing";
	} else if (has_long_cell(csv)) {
		vi = "ô quá dài";
		en = "a cell is too long";
	} else if (*kind != '\0' && dd_kind_intern(kind)[0] == '\0') {
		vi = "loại đơn vị không có trong danh mục";
		en = "unknown kind of unit";
	} else if (*id != '\0' && !is_id(id)) {
		vi = "mã chỉ gồm chữ, số, dấu chấm, gạch nối, như H48.12, tối đa 35 ký tự";
		en = "an id is of letters, digits, dots and hyphens, like H48.12, 35 at most";
	}
	if (vi != NULL)
		dd_csv_rows_fail(error, csv->line, vi, en);
	return vi == NULL;
}

static bool
read_row(Work *work, const DdCsvRows *csv, GError **error)
{
	Row row = {.unit = {.line = csv->line}};
	if (!check_cells(work, csv, error) ||
		!read_day(work, csv, DD_UNIT_VALID_FROM, &row.unit.first, error) ||
		!read_day(work, csv, DD_UNIT_VALID_TO, &row.unit.last, error))
		return false;
	row.unit.id = read_text(work, csv, DD_UNIT_ID);
	row.unit.name = read_text(work, csv, DD_UNIT_NAME);
	row.unit.short_name = read_text(work, csv, DD_UNIT_SHORT_NAME);
	row.unit.kind = dd_kind_intern(get(work, csv, DD_UNIT_KIND));
	row.unit.parent = read_text(work, csv, DD_UNIT_PARENT);
	row.unit.aliases = read_list(work, get(work, csv, DD_UNIT_ALIASES));
	row.unit.abbreviations = read_list(work, get(work, csv, DD_UNIT_ABBREVIATIONS));
	row.unit.groups = read_list(work, get(work, csv, DD_UNIT_GROUPS));
	g_autofree char *key = dd_identity_fold(row.unit.name);
	row.key = dd_arena_strdup(work->arena, key);
	g_array_append_val(work->rows, row);
	return true;
}

static bool
read_rows(Work *work, const char *text, GError **error)
{
	g_auto(DdCsvRows) csv = {0};
	g_autoptr(GError) failed = NULL;
	bool headed = false;
	if (!dd_csv_rows_begin(&csv, text, error))
		return false;
	while (dd_csv_rows_next(&csv, &failed)) {
		if (dd_csv_rows_is_blank(&csv))
			continue;
		if (work->rows->len >= DD_MAX_UNITS) {
			g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
				"danh sách đơn vị quá %d dòng / list of units over %d rows",
				DD_MAX_UNITS, DD_MAX_UNITS);
			return false;
		}
		if (!(headed ? read_row(work, &csv, error) : read_header(work, &csv, error)))
			return false;
		headed = true;
	}
	if (failed != NULL) {
		g_propagate_error(error, g_steal_pointer(&failed));
		return false;
	}
	if (!headed)
		dd_csv_rows_fail(error, 1, "danh sách rỗng", "the list is empty");
	return headed;
}

/* Puts @value at @key, AMBIGUOUS where another one was there */
static void
put(GHashTable *table, const char *key, gpointer value)
{
	gpointer there = g_hash_table_lookup(table, key);
	g_hash_table_insert(table, (gpointer)key, there == NULL || there == value ? value : AMBIGUOUS);
}

static const char *
place_key(Work *work, const char *parent, const char *key)
{
	g_autofree char *text = g_strdup_printf("%s\n%s", parent != NULL ? parent : "", key);
	return dd_arena_strdup(work->arena, text);
}

/* Makes a unit known, by its id, its name, and its name under its parent */
static void
know(Work *work, guint at)
{
	const DdBookUnit *unit = &g_array_index(work->table->units, DdBookUnit, at);
	g_autofree char *key = dd_identity_fold(unit->name);
	const char *kept = dd_arena_strdup(work->arena, key != NULL ? key : "");
	gpointer value = GUINT_TO_POINTER(at + 1);
	g_hash_table_insert(work->ids, (gpointer)unit->id, value);
	put(work->placed, place_key(work, unit->parent, kept), value);
	put(work->known, kept, value);
}

static void
begin(Work *work)
{
	size_t n;
	const DdBookUnit *units = dd_unit_book_get_all(work->book, &n);
	if (n > 0)
		g_array_append_vals(work->table->units, units, (guint)n);
	g_array_set_size(work->table->changed, (guint)n);
	for (guint i = 0; i < n; i++) {
		g_array_index(work->table->units, DdBookUnit, i).line = 0;
		know(work, i);
	}
}

/* The first row of each name, for rows that name it as their parent. Returns: FALSE where an id comes twice */
static bool
know_rows(Work *work, GError **error)
{
	g_autoptr(GHashTable) ids = dd_dict_new(NULL, NULL);
	for (guint i = 0; i < work->rows->len; i++) {
		const Row *row = &g_array_index(work->rows, Row, i);
		put(work->names, row->key, GUINT_TO_POINTER(i + 1));
		if (row->unit.id != NULL && !g_hash_table_add(ids, (gpointer)row->unit.id)) {
			dd_csv_rows_fail(error, row->unit.line, "mã đã có ở dòng trên",
				"its id stands in a row above");
			return false;
		}
	}
	return true;
}

static bool
same_text(const char *a, const char *b)
{
	return g_strcmp0(a, b) == 0;
}

static bool
same_list(const char *const *a, const char *const *b)
{
	return g_strv_equal(a, b);
}

/* Puts what the list says into @unit. Returns: TRUE when that is something else than what was there */
static bool
fill(const Work *work, const Row *row, const char *parent, DdBookUnit *unit)
{
	DdBookUnit was = *unit;
	unit->line = row->unit.line;
	unit->name = row->unit.name;
	if (has(work, DD_UNIT_SHORT_NAME))
		unit->short_name = row->unit.short_name;
	if (has(work, DD_UNIT_KIND))
		unit->kind = row->unit.kind;
	if (has(work, DD_UNIT_PARENT))
		unit->parent = parent;
	if (has(work, DD_UNIT_VALID_FROM))
		unit->first = row->unit.first;
	if (has(work, DD_UNIT_VALID_TO))
		unit->last = row->unit.last;
	if (has(work, DD_UNIT_ALIASES))
		unit->aliases = row->unit.aliases;
	if (has(work, DD_UNIT_ABBREVIATIONS))
		unit->abbreviations = row->unit.abbreviations;
	if (has(work, DD_UNIT_GROUPS))
		unit->groups = row->unit.groups;
	return !(same_text(was.name, unit->name) && same_text(was.short_name, unit->short_name) &&
		 same_text(was.kind, unit->kind) && same_text(was.parent, unit->parent) &&
		 dd_date_compare(was.first, unit->first) == 0 &&
		 dd_date_compare(was.last, unit->last) == 0 && same_list(was.aliases, unit->aliases) &&
		 same_list(was.abbreviations, unit->abbreviations) &&
		 same_list(was.groups, unit->groups));
}

/* Returns: the place of a new unit */
static guint
add_unit(Work *work, const char *id)
{
	static const char *const none[] = {NULL};
	g_autofree char *own = g_strdup_printf(OWN_ID "%" G_GINT64_FORMAT, work->next);
	DdBookUnit unit = {.number = work->next++,
		.id = id != NULL ? id : dd_arena_strdup(work->arena, own),
		.kind = "",
		.aliases = none,
		.abbreviations = none,
		.groups = none};
	bool changed = true;
	g_array_append_val(work->table->units, unit);
	g_array_append_val(work->table->changed, changed);
	work->table->n_new++;
	return work->table->units->len - 1;
}

/* Returns: what the row's id leads to, without one its name under its parent; AMBIGUOUS, NULL where there is none */
static gpointer
find_unit(Work *work, const Row *row, const char *parent)
{
	if (row->unit.id != NULL)
		return g_hash_table_lookup(work->ids, row->unit.id);
	return has(work, DD_UNIT_PARENT)
		       ? g_hash_table_lookup(work->placed, place_key(work, parent, row->key))
		       : g_hash_table_lookup(work->known, row->key);
}

/* Finds out of which unit a row is, or makes one, and fills it. Returns: FALSE with an error */
static bool
settle(Work *work, Row *row, const char *parent, GHashTable *seen, GError **error)
{
	gpointer found = row->unit.id != NULL
				 ? g_hash_table_lookup(work->ids, row->unit.id)
				 : g_hash_table_lookup(
					   has(work, DD_UNIT_PARENT) ? work->placed : work->known,
					   has(work, DD_UNIT_PARENT) ? place_key(work, parent, row->key)
								     : row->key);
	if (found == AMBIGUOUS) {
		dd_csv_rows_fail(error, row->unit.line, "nhiều đơn vị có tên ấy, cần ghi mã (id)",
			"several units have that name: give the id");
		return false;
	}
	row->at = found == NULL ? add_unit(work, row->unit.id) : GPOINTER_TO_UINT(found) - 1;
	if (!g_hash_table_add(seen, GUINT_TO_POINTER(row->at + 1))) {
		dd_csv_rows_fail(error, row->unit.line, "đơn vị đã có ở dòng trên",
			"the same unit stands in a row above");
		return false;
	}
	DdBookUnit *unit = &g_array_index(work->table->units, DdBookUnit, row->at);
	g_array_index(work->table->changed, bool, row->at) = fill(work, row, parent, unit);
	row->settled = true;
	know(work, row->at);
	return true;
}

/* @parent_out: id of what the row names as its parent. Returns: FALSE with an error, or (@wait_out) while the row of it is not settled */
static bool
find_parent(Work *work, const Row *row, const char **parent_out, bool *wait_out, GError **error)
{
	*parent_out = NULL;
	*wait_out = false;
	if (row->unit.parent == NULL)
		return true;
	gpointer unit = g_hash_table_lookup(work->ids, row->unit.parent);
	g_autofree char *key = unit == NULL ? dd_identity_fold(row->unit.parent) : NULL;
	gpointer in_list = key != NULL ? g_hash_table_lookup(work->names, key) : NULL;
	if (in_list != NULL && in_list != AMBIGUOUS) {
		const Row *parent = &g_array_index(work->rows, Row, GPOINTER_TO_UINT(in_list) - 1);
		*wait_out = !parent->settled;
		unit = parent->settled ? GUINT_TO_POINTER(parent->at + 1) : NULL;
	} else if (key != NULL) {
		unit = in_list == AMBIGUOUS ? AMBIGUOUS : g_hash_table_lookup(work->known, key);
	}
	if (*wait_out)
		return false;
	if (unit == NULL || unit == AMBIGUOUS) {
		dd_csv_rows_fail(error, row->unit.line,
			unit == NULL ? "không có đơn vị cấp trên ấy"
				     : "nhiều đơn vị có tên của cấp trên, cần ghi mã",
			unit == NULL ? "its parent is neither in the list nor in the directory"
				     : "several units have the name of its parent: give the id");
		return false;
	}
	*parent_out = g_array_index(work->table->units, DdBookUnit, GPOINTER_TO_UINT(unit) - 1).id;
	return true;
}

/* One look at all rows that are not settled. @left_out: how many still are not */
static bool
settle_some(Work *work, GHashTable *seen, guint *left_out, GError **error)
{
	*left_out = 0;
	for (guint i = 0; i < work->rows->len; i++) {
		Row *row = &g_array_index(work->rows, Row, i);
		const char *parent;
		bool wait;
		if (row->settled)
			continue;
		if (find_parent(work, row, &parent, &wait, error)) {
			if (!settle(work, row, parent, seen, error))
				return false;
		} else if (wait) {
			++*left_out;
		} else {
			return false;
		}
	}
	return true;
}

/* Parents before what is under them, wherever they stand: as many looks as there may be levels */
static bool
settle_all(Work *work, GError **error)
{
	g_autoptr(GHashTable) seen = dd_dict_new_of_numbers();
	guint left = work->rows->len;
	for (unsigned depth = 0; left > 0 && depth <= DD_MAX_UNIT_DEPTH; depth++)
		if (!settle_some(work, seen, &left, error))
			return false;
	for (guint i = 0; left > 0 && i < work->rows->len; i++)
		if (!g_array_index(work->rows, Row, i).settled) {
			dd_csv_rows_fail(error, g_array_index(work->rows, Row, i).unit.line,
				"cấp trên thành vòng, hoặc quá nhiều cấp",
				"its parents go round in a circle, or there are too many levels");
			return false;
		}
	return true;
}

/* A row whose name another one took would be of somebody else when the list comes again */
static bool
check_again(Work *work, GError **error)
{
	for (guint i = 0; i < work->rows->len; i++) {
		const Row *row = &g_array_index(work->rows, Row, i);
		const DdBookUnit *unit = &g_array_index(work->table->units, DdBookUnit, row->at);
		if (find_unit(work, row, unit->parent) == GUINT_TO_POINTER(row->at + 1))
			continue;
		dd_csv_rows_fail(error, row->unit.line, "nhiều đơn vị có tên ấy, cần ghi mã (id)",
			"several units have that name: give the id");
		return false;
	}
	return true;
}

/* Ids of rows count as parents before their units are made */
static void
know_ids(Work *work)
{
	for (guint i = 0; i < work->rows->len; i++) {
		const Row *row = &g_array_index(work->rows, Row, i);
		if (row->unit.id != NULL && !g_hash_table_contains(work->ids, row->unit.id)) {
			guint at = add_unit(work, row->unit.id);
			g_hash_table_insert(
				work->ids, (gpointer)row->unit.id, GUINT_TO_POINTER(at + 1));
		}
	}
}

bool
dd_unit_table_take(const DdUnitBook *book, const char *csv, int64_t first, DdArena *arena,
	DdUnitTable *out, GError **error)
{
	g_auto(DdUnitTable) table = {.units = g_array_new(FALSE, TRUE, sizeof(DdBookUnit)),
		.changed = g_array_new(FALSE, TRUE, sizeof(bool))};
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
	g_autoptr(GHashTable) ids = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) names = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) placed = dd_dict_new(NULL, NULL);
	g_autoptr(GHashTable) known = dd_dict_new(NULL, NULL);
	Work work = {.book = book,
		.arena = arena,
		.next = first,
		.rows = rows,
		.ids = ids,
		.names = names,
		.placed = placed,
		.known = known,
		.table = &table};
	begin(&work);
	if (!read_rows(&work, csv, error) || !know_rows(&work, error))
		return false;
	know_ids(&work);
	if (!settle_all(&work, error) || !check_again(&work, error))
		return false;
	table.rows = rows->len;
	*out = table;
	table = (DdUnitTable){0};
	return true;
}

void
dd_unit_table_clear(DdUnitTable *self)
{
	g_clear_pointer(&self->units, g_array_unref);
	g_clear_pointer(&self->changed, g_array_unref);
}

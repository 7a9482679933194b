/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "national.h"

#include "catalogue.h"
#include "identity.h"
#include "names-private.h"

#include <string.h>

#define KIND_COLUMNS 6       /* noun,head,kind,first,last,source */
#define DEPARTMENT_COLUMNS 6 /* name,level,presence,first,last,source */
#define HEIR_COLUMNS 6       /* from,field,words,to,day,source */

extern const char dd_data_unit_kinds[];
extern const char dd_data_departments[];
extern const char dd_data_successions[];

/* A day in @cell, "" none; what is no day is a mistake of ours */
static DdDay
read_day(const char *name, const char *cell)
{
	DdDay day = DD_DATE_NONE;
	if (*cell != '\0' && !dd_date_parse(cell, &day))
		g_critical("data/units: %s: no day %s", name, cell);
	return day;
}

static const char *
read_kind(const char *name, const char *cell)
{
	const char *kind = dd_kind_intern(cell);
	if (kind[0] == '\0')
		g_critical("data/units: %s: unknown kind of unit %s", name, cell);
	return kind;
}

static GArray *
read_kinds(void)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(DdKindRow));
	const char *cells[KIND_COLUMNS];
	for (const char *at = dd_data_unit_kinds;
		(at = dd_catalogue_next_row(at, cells, KIND_COLUMNS)) != NULL;) {
		DdKindRow row = {cells[0], cells[1], dd_identity_fold(cells[0]),
			dd_identity_fold(cells[1]), read_kind(cells[1], cells[2]),
			read_day(cells[1], cells[3]), read_day(cells[1], cells[4]), cells[5]};
		g_array_append_val(rows, row);
	}
	return rows;
}

static GArray *
read_departments(void)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(DdDepartmentRow));
	const char *cells[DEPARTMENT_COLUMNS];
	for (const char *at = dd_data_departments;
		(at = dd_catalogue_next_row(at, cells, DEPARTMENT_COLUMNS)) != NULL;) {
		DdDepartmentRow row = {cells[0], dd_identity_fold(cells[0]), cells[1],
			strcmp(cells[2], "all") == 0, read_day(cells[0], cells[3]),
			read_day(cells[0], cells[4]), cells[5]};
		g_array_append_val(rows, row);
	}
	return rows;
}

static GArray *
read_heirs(void)
{
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(DdHeirRow));
	const char *cells[HEIR_COLUMNS];
	for (const char *at = dd_data_successions;
		(at = dd_catalogue_next_row(at, cells, HEIR_COLUMNS)) != NULL;) {
		DdHeirRow row = {dd_identity_fold(cells[0]), g_str_has_suffix(cells[0], " *"),
			cells[1], cells[2], cells[3][0] != '\0' ? cells[3] : NULL,
			read_day(cells[0], cells[4]), cells[5]};
		g_array_append_val(rows, row);
	}
	return rows;
}

/* Returns: what @read makes once, only read afterwards */
static const GArray *
read_once(DdOnce *once, GArray **rows, GArray *(*read)(void))
{
	if (dd_once_enter(once)) {
		*rows = read();
		dd_once_leave(once);
	}
	return *rows;
}

const GArray *
dd_national_get_kinds(void)
{
	static DdOnce once = DD_ONCE_INIT;
	static GArray *rows;
	return read_once(&once, &rows, read_kinds);
}

const GArray *
dd_national_get_departments(void)
{
	static DdOnce once = DD_ONCE_INIT;
	static GArray *rows;
	return read_once(&once, &rows, read_departments);
}

const GArray *
dd_national_get_heirs(void)
{
	static DdOnce once = DD_ONCE_INIT;
	static GArray *rows;
	return read_once(&once, &rows, read_heirs);
}

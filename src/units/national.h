/* SPDX-License-Identifier: GPL-3.0-or-later */
/* national.h: what the law says of kinds of offices, departments and their heirs (data/units) */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "date.h"

G_BEGIN_DECLS

/* Texts of a row are static; days DD_DATE_NONE where the row has none */

/* What a noun of a collective means: units whose names begin with @head */
typedef struct {
	const char *noun, *head;
	const char *noun_key, *head_key; /* dd_identity_fold */
	const char *kind;
	DdDay first, last;
	const char *source;
} DdKindRow;

typedef struct {
	const char *name;
	const char *name_key;
	const char *level;
	bool everywhere;
	DdDay first, last;
	const char *source;
} DdDepartmentRow;

typedef struct {
	const char *from_key;      /* dd_identity_fold, without the "*" */
	bool begins;               /* what goes on behind from_key is meant, too */
	const char *field, *words; /* words by ';', "" none */
	const char *to;            /* NULL: the law names no heir */
	DdDay day;
	const char *source;
} DdHeirRow;

/* Return: (transfer none) DdKindRow, DdDepartmentRow, DdHeirRow; the same ones for all who ask */
const GArray *
dd_national_get_kinds(void);
const GArray *
dd_national_get_departments(void);
const GArray *
dd_national_get_heirs(void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-unit.h: the directory of units, and what is proposed for names in plans, as tables for people, JSON and CSV */
#pragma once

#include "json-writer.h"
#include "render-task.h"
#include "stored-unit.h"
#include "stored.h"
#include "unit-csv.h"
#include "unit-resolve.h"

G_BEGIN_DECLS

/* Prints the units of @book; as CSV it is a list that can be imported */
void
dd_render_units(const DdRender *render, DdTasksForm form, const DdUnitBook *book,
	const DdUnitFilter *filter);
/* Prints one unit with its names, what is under it, and what came before and after it; there is no CSV form */
void
dd_render_unit(const DdRender *render, DdTasksForm form, const DdUnitBook *book,
	const DdBookUnit *unit, const GArray *history);

/* Names of plans on their way out */
typedef struct {
	DdRender render;
	DdTasksForm form;
	void *json; /* DdJsonWriter, between begin and end */
	size_t names, open;
} DdNameList;

void
dd_name_list_begin(DdNameList *self);
void
dd_name_list_print(DdNameList *self, const DdStoredDocument *document, const DdStoredName *name,
	const DdBookUnit *settled, const DdUnitProposal *proposal);
void
dd_name_list_end(DdNameList *self);

G_END_DECLS

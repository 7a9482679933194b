/* SPDX-License-Identifier: GPL-3.0-or-later */
/* field.h: labelled fields of a task, at the start of paragraphs and inside them */
#pragma once

#include "task.h"

G_BEGIN_DECLS

/*
 * Finds the first label of a field inside the tokens [@from, @to) of context->scratch: at the start, behind a bracket or
 * behind the end of a clause. Returns: its token, @to when there is none; *@label_out, *@len_out describe it
 */
size_t
dd_field_find(const DdTaskTools *tools, const DdContext *context, size_t from, size_t to,
	DdLabel *label_out, size_t *len_out);
/*
 * Reads the labelled fields in the tokens [@from, @to) of context->scratch, which begin with a label, into @task.
 * Returns: the last label read
 */
DdLabel
dd_field_read(const DdTaskTools *tools, DdContext *context, size_t from, size_t to, DdTask *task);
/* Adds text [@start, @end) to the field that @label names, when its value goes on in another paragraph */
void
dd_field_extend(DdContext *context, DdLabel label, uint32_t start, uint32_t end, DdTask *task);

G_END_DECLS

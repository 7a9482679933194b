/* SPDX-License-Identifier: GPL-3.0-or-later */
/* match.h: which task of one reading of a document is which of another */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DD_MATCH_NONE SIZE_MAX

/* Where a task stands and what it says; texts are lent and never NULL */
typedef struct {
	const char *text; /* folded by the caller, so that spelling does not count */
	const char *label;
	int64_t line;
} DdMatchPlace;

/*
 * Pairs each of @old with at most one of @fresh: by text and label, by text, by label and line, by line, by label, in this order; several that
 * are alike in the order of their lines. @pairs_out: @n_old numbers in @fresh, or DD_MATCH_NONE. Takes n log n
 */
void
dd_match_tasks(const DdMatchPlace *old, size_t n_old, const DdMatchPlace *fresh, size_t n_fresh,
	size_t *pairs_out);

G_END_DECLS

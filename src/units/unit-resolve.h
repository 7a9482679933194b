/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-resolve.h: what is proposed for a name in a plan, and what a person is to be asked */
#pragma once

#include "unit-book.h"

G_BEGIN_DECLS

typedef struct {
	DdAsk ask; /* DD_ASK_NOTHING: the first of match is it, or the members of group are */
	DdUnitMatch match;
	bool collective;
	DdUnitGroup group; /* of a collective */
	GArray *heirs;     /* DdHeir, of one that ended */
} DdUnitProposal;

/*
 * Proposes units for @name in a document of @issuer (nullable) of @written (may be unset), as they are on @today (set). @text: as of
 * dd_unit_book_heirs. Nothing is chosen where there is a question. The result is to be cleared
 */
DdUnitProposal
dd_unit_resolve(const DdUnitBook *book, const char *name, const DdBookUnit *issuer, DdDay written,
	DdDay today, const char *text);
void
dd_unit_proposal_clear(DdUnitProposal *self);

/* Return: (transfer none) "near"; the question in words, "" where there is none; "exact" */
const char *
dd_ask_to_string(DdAsk ask);
const char *
dd_ask_get_vi(DdAsk ask);
const char *
dd_name_how_to_string(DdNameHow how);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdUnitProposal, dd_unit_proposal_clear)

G_END_DECLS

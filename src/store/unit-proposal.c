/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-proposal.c: proposals for the names of a document */
#include "unit-proposal.h"

DdNameContext
dd_name_context_make(const DdUnitBook *book, const DdStoredDocument *document, DdDay today)
{
	DdNameContext out = {.book = book, .written = DD_DATE_NONE, .today = today};
	DdUnitMatch issuer = {.ask = DD_ASK_UNKNOWN};
	if (document != NULL && document->date != NULL)
		(void)dd_date_parse(document->date, &out.written);
	if (document != NULL && document->issuer != NULL)
		issuer = dd_unit_book_match(book, document->issuer, NULL, out.written);
	out.issuer = issuer.ask == DD_ASK_NOTHING ? issuer.items[0].unit : NULL;
	return out;
}

bool
dd_units_propose(DdStore *store, const DdUnitBook *book, const DdStoredDocument *document,
	DdDay today, DdNameFunc found, void *user_data, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) names = dd_stored_names(store, document->id, arena, error);
	if (names == NULL)
		return false;
	DdNameContext in = dd_name_context_make(book, document, today);
	for (guint i = 0; i < names->len; i++) {
		const DdStoredName *name = &g_array_index(names, DdStoredName, i);
		g_auto(DdUnitProposal) proposal = dd_unit_resolve(
			book, name->name, in.issuer, in.written, in.today, name->text);
		found(name, name->settled != NULL ? dd_unit_book_lookup(book, name->settled) : NULL,
			&proposal, user_data);
	}
	return true;
}

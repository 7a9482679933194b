/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-units.c: a list of units taken in twice, and each line of it as a name in a plan */
#include "fuzz.h"
#include "unit-resolve.h"
#include "unit-table.h"

#include <stdlib.h>
#include <string.h>

#define LINES 200 /* that are matched */

static const char there[] = "id,name,abbreviations,kind,parent,valid_to,groups\n"
			    "H90,Ủy ban nhân dân tỉnh Bình An,,committee,,,\n"
			    "H90.1,Sở Tài chính tỉnh Bình An,STC,department,H90,,các sở lớn\n"
			    "H90.2,Sở Kế hoạch và Đầu tư,,department,H90,2025-02-28,\n"
			    "H90.3,Ủy ban nhân dân xã Bình Thạnh,,committee,H90,,\n";

/* Returns: NULL where the list is refused */
static DdUnitBook *
take(const DdUnitBook *book, const char *csv, int64_t first, DdArena *arena, size_t *changed_out)
{
	g_auto(DdUnitTable) table = {0};
	*changed_out = 0;
	if (!dd_unit_table_take(book, csv, first, arena, &table, NULL))
		return NULL;
	for (guint i = 0; i < table.changed->len; i++)
		*changed_out += g_array_index(table.changed, bool, i) ? 1 : 0;
	DdBookUnit *units = dd_arena_memdup(
		arena, table.units->data, table.units->len * sizeof(DdBookUnit));
	return dd_unit_book_new(units, table.units->len, NULL, 0, NULL);
}

static void
match_lines(const DdUnitBook *book, const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", LINES);
	const DdBookUnit *issuer = dd_unit_book_lookup(book, "H90.1");
	for (char **at = lines; *at != NULL; at++) {
		g_auto(DdUnitProposal) proposal = dd_unit_resolve(
			book, *at, issuer, (DdDay){2024, 1, 1}, (DdDay){2026, 1, 1}, text);
		for (size_t i = 0; i < proposal.match.n; i++)
			if (proposal.match.items[i].unit == NULL || proposal.match.items[i].score > 100)
				abort();
		if (proposal.ask == DD_ASK_NOTHING && proposal.match.n == 0 && !proposal.collective)
			abort();
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autofree char *text = g_malloc0(size + 1);
	if (size > 0) /* @data may be NULL then */
		memcpy(text, data, size);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdUnitBook) none = dd_unit_book_new(NULL, 0, NULL, 0, NULL);
	size_t changed;
	g_autoptr(DdUnitBook) base = take(none, there, 1, arena, &changed);
	g_autoptr(DdUnitBook) book = take(base, text, 100, arena, &changed);
	if (book != NULL) {
		/* what is there already changes nothing */
		g_autoptr(DdUnitBook) again = take(book, text, 200, arena, &changed);
		if (again == NULL || changed > 0)
			abort();
	}
	if (g_utf8_validate(text, -1, NULL))
		match_lines(book != NULL ? book : base, text);
	return 0;
}

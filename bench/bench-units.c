/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-units.c: what it costs to make a directory of units, and to find in it a name as it stands there and one that is nearly it.
 * usage: bench-units N…    Prints for each N: milliseconds to make it, microseconds for an exact name, a near one and one that is none
 */
#include "arena.h"
#include "unit-book.h"

#include <stdio.h>
#include <stdlib.h>

#define ROUNDS 2000

/* Names of communes as they are: few words in many orders, so that letters alone tell little */
static const char *const words[] = {"An", "Bình", "Châu", "Đông", "Hòa", "Hưng", "Khánh", "Lộc",
	"Long", "Minh", "Mỹ", "Nam", "Ninh", "Phong", "Phú", "Phước", "Quang", "Sơn", "Tân", "Tây",
	"Thạnh", "Thành", "Thắng", "Thịnh", "Thuận", "Tiến", "Trung", "Vĩnh", "Xuân", "Yên"};

static char *
make_name(size_t i, const char *first)
{
	size_t n = G_N_ELEMENTS(words);
	return g_strdup_printf(
		"%s %s %s %s", first, words[i % n], words[i / n % n], words[(i / n / n + i) % n]);
}

/* Returns: microseconds for one look; @what: 0 as it stands, 1 with wrong letters, 2 no name at all */
static double
look(const DdUnitBook *book, size_t n, int what, size_t *found_out)
{
	static const char *const firsts[] = {
		"Ủy ban nhân dân xã", "Uỷ ban nhan dân xa", "Trung tâm Kiểm định máy kéo"};
	gint64 spent = 0;
	*found_out = 0;
	for (size_t i = 0; i < ROUNDS; i++) {
		size_t unit = i * 7919 % n;
		g_autofree char *name = make_name(unit, firsts[what]);
		gint64 began = g_get_monotonic_time();
		DdUnitMatch match = dd_unit_book_match(book, name, NULL, DD_DATE_NONE);
		spent += g_get_monotonic_time() - began;
		for (size_t c = 0; c < match.n; c++)
			*found_out += (size_t)match.items[c].unit->number == unit ? 1 : 0;
	}
	return (double)spent / ROUNDS;
}

static bool
run(size_t n)
{
	static const char *const none[] = {NULL};
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree DdBookUnit *units = g_new0(DdBookUnit, n);
	size_t exact, near, other;
	for (size_t i = 0; i < n; i++) {
		g_autofree char *name = make_name(i, "Ủy ban nhân dân xã");
		g_autofree char *id = g_strdup_printf("H90.%zu", i + 1);
		units[i] = (DdBookUnit){.number = (int64_t)i,
			.id = dd_arena_strdup(arena, id),
			.name = dd_arena_strdup(arena, name),
			.kind = "committee",
			.aliases = none,
			.abbreviations = none,
			.groups = none};
	}
	gint64 began = g_get_monotonic_time();
	g_autoptr(DdUnitBook) book = dd_unit_book_new(units, n, NULL, 0, NULL);
	gint64 ended = g_get_monotonic_time();
	if (book == NULL)
		return false;
	double times[] = {look(book, n, 0, &exact), look(book, n, 1, &near), look(book, n, 2, &other)};
	printf("%zu units: made in %.1f ms; exact %.1f µs (%zu of %d), near %.1f µs (%zu of %d), "
	       "none %.1f µs (%zu)\n",
		n, (double)(ended - began) / 1000, times[0], exact, ROUNDS, times[1], near, ROUNDS,
		times[2], other);
	return true;
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		size_t n = (size_t)g_ascii_strtoull(argv[i], NULL, 10);
		if (n == 0 || n > 100000 || !run(n))
			return 2;
	}
	return argc > 1 ? 0 : 2;
}

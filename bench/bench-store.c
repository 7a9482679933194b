/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-store.c: how long a plan that was read takes into the store, durably; scripts/with-postgres lends a server.
 * usage: bench-store URL ROUNDS FILE    URL of a new store. Prints tasks, citations, milliseconds: fastest, median, slowest
 */
#include "document-read.h"
#include "intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* A plan of its own each time: other bytes, another number. Returns: milliseconds, negative on failure */
static double
keep(DdStore *store, DdReading *reading, const char *text, unsigned round, DdIntakeResult *result)
{
	static const DdActor actor = {.now = 1795000000, .who = "bench", .origin = "bench"};
	g_autoptr(GError) error = NULL;
	g_autofree char *bytes = g_strdup_printf("%s\n%u\n", text, round);
	g_autofree char *number = g_strdup_printf("%u/KH-BENCH", round + 1);
	reading->document.number.value = number;
	int64_t began = g_get_monotonic_time();
	const DdIntakeFile file = dd_intake_file_make(bytes, strlen(bytes), "plan.txt");
	const DdIntake intake = {&file, "", reading, "bench", text, NULL};
	bool good = dd_intake_document(store, &actor, &intake, result, &error);
	int64_t ended = g_get_monotonic_time();
	reading->document.number.value = NULL;
	if (!good)
		fprintf(stderr, "%s\n", error->message);
	return good && result->kind == DD_INTAKE_NEW ? (double)(ended - began) / 1000 : -1;
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *text = NULL;
	gsize len;
	if (argc != 4 || !g_file_get_contents(argv[3], &text, &len, NULL))
		return 2;
	unsigned rounds = (unsigned)g_ascii_strtoull(argv[2], NULL, 10);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(DdReading) reading = dd_reader_read(reader,
		g_byte_array_new_take((guint8 *)g_strndup(text, len), len), "plan.txt", NULL);
	g_autoptr(DdStore) store = dd_store_open(argv[1], DD_DB_CREATE, 1795000000, NULL, &error);
	if (reading == NULL || store == NULL || rounds == 0) {
		fprintf(stderr, "%s\n", error != NULL ? error->message : "nothing to measure");
		return 1;
	}
	g_autofree double *times = g_new(double, rounds);
	DdIntakeResult result = {.kind = DD_INTAKE_LAST};
	for (unsigned i = 0; i < rounds; i++)
		if ((times[i] = keep(store, reading, text, i, &result)) < 0)
			return 1;
	qsort(times, rounds, sizeof(*times), compare);
	printf("%zu tasks, %zu citations: %.1f %.1f %.1f ms\n", result.tasks, result.citations,
		times[0], times[rounds / 2], times[rounds - 1]);
	return 0;
}

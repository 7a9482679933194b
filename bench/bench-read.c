/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-read.c: how fast the library reads. usage: bench-read ROUNDS FILE…
 * Every round reads all files; the fastest counts. Loading from the disk is outside the clock, the way
 * from bytes to reading and freeing it inside. Prints: bytes, processor seconds, tasks, citations, peak in bytes.
 */
#include <dondoc/dondoc.h>
#include <string.h>
#include <time.h>

typedef struct {
	size_t bytes, tasks, citations;
	double seconds;
} Round;

/* Processor time, as of iconv and wc: who else is at work on the machine makes no difference. */
static double
now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Returns: the most memory that was held, in bytes. Not getrusage(): that counts what was before exec, too. */
static guint64
find_peak(void)
{
	g_autofree char *status = NULL;
	if (!g_file_get_contents("/proc/self/status", &status, NULL, NULL))
		return 0;
	const char *peak = strstr(status, "VmHWM:");
	return peak != NULL ? g_ascii_strtoull(peak + strlen("VmHWM:"), NULL, 10) * 1024 : 0;
}

static bool
read_one(const DdReader *reader, const char *path, Round *round, GError **error)
{
	char *chars;
	gsize len;
	if (!g_file_get_contents(path, &chars, &len, error))
		return false;
	GByteArray *bytes = g_byte_array_new_take((guint8 *)chars, len);
	double start = now();
	DdReading *reading = dd_reader_read(reader, bytes, path, error);
	if (reading == NULL)
		return false;
	round->tasks += reading->n_tasks;
	round->citations += reading->n_citations;
	round->bytes += len;
	dd_reading_free(reading);
	round->seconds += now() - start;
	return true;
}

static bool
run(int n, char **words, GError **error)
{
	guint64 rounds;
	if (!g_ascii_string_to_unsigned(words[0], 10, 1, 1000, &rounds, error))
		return false;
	g_autoptr(DdReader) reader = dd_reader_new(NULL, error);
	if (reader == NULL)
		return false;
	Round best = {0};
	for (guint64 i = 0; i < rounds; i++) {
		Round round = {0};
		for (int k = 1; k < n; k++)
			if (!read_one(reader, words[k], &round, error))
				return false;
		if (i == 0 || round.seconds < best.seconds)
			best = round;
	}
	printf("%zu %.6f %zu %zu %" G_GUINT64_FORMAT "\n", best.bytes, best.seconds, best.tasks,
		best.citations, find_peak());
	return true;
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	if (argc < 3) {
		fputs("usage: bench-read ROUNDS FILE…\n", stderr);
		return 2;
	}
	if (!run(argc - 1, argv + 1, &error)) {
		fprintf(stderr, "bench-read: %s\n", error->message);
		return 1;
	}
	return 0;
}

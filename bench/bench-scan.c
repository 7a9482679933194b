/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-scan.c: how long images take to recognise, and what of it is not Tesseract. usage: bench-scan IMAGE…   Processor time, for
 * other work on the machine makes the clock run.
 */
#include <stdio.h>
#include <time.h>

#include "layout.h"
#include "scan-clean.h"
#include "scan-image.h"
#include "scan-lines.h"
#include "scan-missed.h"
#include "scan-pool.h"
#include "scan-recognise.h"

typedef struct {
	GPtrArray *files;
	GPtrArray *contents;
	double drawing; /* seconds */
} Bench;

/* Returns: seconds that @clock ran */
static double
used(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double
now(void)
{
	return (double)g_get_monotonic_time() / G_USEC_PER_SEC;
}

static bool
draw(uint32_t i, DdPageImage *image_out, void *user_data, GError **error)
{
	Bench *self = user_data;
	g_autofree char *bytes = NULL;
	gsize len;
	double begin = used(CLOCK_THREAD_CPUTIME_ID);
	if (!g_file_get_contents(self->files->pdata[i], &bytes, &len, error))
		return false;
	g_autoptr(DdImageFile) file = dd_image_file_new((const guint8 *)bytes, len, error);
	bool good = file != NULL && dd_image_file_draw(file, 0, image_out, error);
	self->drawing += used(CLOCK_THREAD_CPUTIME_ID) - begin;
	return good;
}

static void
take(uint32_t i, DdPageContent *content, void *user_data)
{
	Bench *self = user_data;
	self->contents->pdata[i] = content;
}

static void
free_content(gpointer content)
{
	dd_page_content_free(content);
}

/* Does with all pages, one after the other, what is done besides recognising them. Returns: seconds of the processor */
static double
clean_all(Bench *self)
{
	double total = 0;
	for (guint i = 0; i < self->files->len; i++) {
		DdPageImage image;
		if (!draw(i, &image, self, NULL))
			continue;
		double begin = used(CLOCK_THREAD_CPUTIME_ID);
		g_autoptr(DdScanSheet) sheet = dd_scan_clean(&image);
		if (sheet == NULL)
			continue;
		g_autoptr(DdPageContent) nothing = dd_page_content_new(1, 1);
		g_autoptr(GArray) rules = dd_scan_take_rules(sheet->grey, sheet->dpi);
		g_autoptr(GArray) missed = dd_scan_find_missed(sheet->grey, sheet->dpi, nothing);
		total += used(CLOCK_THREAD_CPUTIME_ID) - begin;
	}
	return total;
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) files = g_ptr_array_new();
	g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func(free_content);
	for (int i = 1; i < argc; i++)
		g_ptr_array_add(files, argv[i]);
	g_ptr_array_set_size(contents, argc - 1);
	double begin = now();
	g_autoptr(DdScanPool) pool = dd_scan_pool_new(&error);
	if (pool == NULL || !dd_scan_pool_start(pool, &error)) {
		fprintf(stderr, "bench-scan: %s\n", error->message);
		return 1;
	}
	printf("start %.3f s\n", now() - begin);
	Bench self = {files, contents, 0};
	double cleaning = clean_all(&self);
	double drawing = self.drawing;
	const DdRecogniseJob job = {files->len, draw, take, &self};
	begin = now();
	double cpu = used(CLOCK_PROCESS_CPUTIME_ID);
	if (!dd_scan_pool_run(pool, &job, &error)) {
		fprintf(stderr, "bench-scan: %s\n", error->message);
		return 1;
	}
	double wall = now() - begin;
	cpu = used(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	guint words = 0;
	for (guint i = 0; i < contents->len; i++) {
		const DdPageContent *content = contents->pdata[i];
		words += content->words->len;
	}
	double n = MAX(files->len, 1);
	printf("%u pages, %u words: %.2f s, %.1f pages a minute\n", files->len, words, wall,
		60 * n / wall);
	printf("a page, of the processor: %.3f s, of which decoding %.3f s, cleaning and lines "
	       "%.3f s: "
	       "%.1f %% outside of Tesseract\n",
		cpu / n, drawing / n, cleaning / n, 100 * (drawing + cleaning) / cpu);
	return 0;
}

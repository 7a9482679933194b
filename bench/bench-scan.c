/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-scan.c: how long images take to recognise, and what of it is not Tesseract. usage: bench-scan IMAGE…
 */
#include <stdio.h>

#include "layout.h"
#include "scan-clean.h"
#include "scan-image.h"
#include "scan-pool.h"
#include "scan-recognise.h"

typedef struct {
	GPtrArray *files;
	GPtrArray *contents;
	double drawing; /* seconds */
} Bench;

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
	double begin = now();
	if (!g_file_get_contents(self->files->pdata[i], &bytes, &len, error))
		return false;
	g_autoptr(DdImageFile) file = dd_image_file_new((const guint8 *)bytes, len, error);
	bool good = file != NULL && dd_image_file_draw(file, 0, image_out, error);
	self->drawing += now() - begin;
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

/* Cleans all pages, one after the other. Returns: seconds */
static double
clean_all(Bench *self)
{
	double total = 0;
	for (guint i = 0; i < self->files->len; i++) {
		DdPageImage image;
		if (!draw(i, &image, self, NULL))
			continue;
		double begin = now();
		g_autoptr(DdScanSheet) sheet = dd_scan_clean(&image);
		total += now() - begin;
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
	if (!dd_scan_pool_run(pool, &job, &error)) {
		fprintf(stderr, "bench-scan: %s\n", error->message);
		return 1;
	}
	double wall = now() - begin;
	guint words = 0;
	for (guint i = 0; i < contents->len; i++) {
		const DdPageContent *content = contents->pdata[i];
		words += content->words->len;
	}
	double n = MAX(files->len, 1);
	printf("%u pages, %u words: %.2f s, %.1f pages a minute; a page: decoding %.3f s, cleaning "
	       "%.3f s\n",
		files->len, words, wall, 60 * n / wall, drawing / n, cleaning / n);
	return 0;
}

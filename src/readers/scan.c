/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan.c: pages that are images, of image files and for other readers, by Tesseract. A module of its own, since Tesseract brings
 * its libraries and a language with it.
 */
#include "reader-module.h"

#include "document-builder.h"
#include "error.h"
#include "layout.h"
#include "maxima.h"
#include "scan-image.h"
#include "scan-pix.h"
#include "scan-pool.h"

/* Made before the sandbox and used in it: who calls has nothing to hold it in. Set once, by prepare */
static DdScanPool *the_pool;

/* Pages of one image file on their way into a Document */
typedef struct {
	const DdImageFile *file;
	GPtrArray *contents; /* DdPageContent */
	const DdReadContext *context;
	uint32_t done;
} Reading;

static void
free_content(gpointer content)
{
	dd_page_content_free(content);
}

static bool
draw(uint32_t i, DdPageImage *image_out, void *user_data, GError **error)
{
	const Reading *self = user_data;
	return dd_image_file_draw(self->file, i, image_out, error);
}

static void
take(uint32_t i, DdPageContent *content, void *user_data)
{
	Reading *self = user_data;
	dd_page_content_free(g_steal_pointer(&self->contents->pdata[i]));
	self->contents->pdata[i] = content;
	self->done++;
	if (self->context->progress != NULL)
		self->context->progress(self->done, self->contents->len, self->context->user_data);
}

static DdDocument *
build(const Reading *self, GError **error)
{
	g_autoptr(DdDocumentBuilder)
		builder = dd_document_builder_new(dd_image_file_get_kind(self->file));
	dd_document_builder_add_note(builder, DD_NOTE_RECOGNISED);
	DdPageContent *const *contents = (DdPageContent *const *)(void *)self->contents->pdata;
	if (!dd_layout_add_pages(builder, contents, self->contents->len, error))
		return NULL;
	return dd_document_builder_finish(builder, error);
}

static DdDocument *
read_images(const guint8 *bytes, gsize len, const DdReadContext *context, GError **error)
{
	g_autoptr(DdImageFile) file = dd_image_file_new(bytes, len, error);
	if (file == NULL)
		return NULL;
	uint32_t n = dd_image_file_count_pages(file);
	g_autoptr(GPtrArray) contents = g_ptr_array_new_with_free_func(free_content);
	g_ptr_array_set_size(contents, (int)n);
	Reading self = {.file = file, .contents = contents, .context = context};
	const DdRecogniseJob job = {.n = n, .draw = draw, .take = take, .user_data = &self};
	return dd_scan_pool_run(the_pool, &job, error) ? build(&self, error) : NULL;
}

static bool
prepare(G_GNUC_UNUSED bool recognises, GError **error)
{
	setMsgSeverity(L_SEVERITY_NONE);
	the_pool = dd_scan_pool_new(error);
	return the_pool != NULL;
}

static bool
start(GError **error)
{
	return dd_scan_pool_start(the_pool, error);
}

static bool
recognise(const DdRecogniseJob *job, GError **error)
{
	return dd_scan_pool_run(the_pool, job, error);
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdRecogniser dd_reader_module = {
	.reader = {.version = DD_READER_MODULE_VERSION, .prepare = prepare, .read = read_images},
	.start = start,
	.recognise = recognise,
};

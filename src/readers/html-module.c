/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html-module.c: pages as a module of their own: libxml2 brings ICU along, which no other reader waits for */
#include <string.h>

#include "html.h"
#include "reader-module.h"

static bool
prepare(G_GNUC_UNUSED bool recognises, GError **error)
{
	static const char sample[] = "<!DOCTYPE html><title>a</title><p>Đôn đốc &amp; kiểm tra";
	g_autoptr(DdDocument) document = dd_html_read((const guint8 *)sample, strlen(sample), error);
	return document != NULL;
}

static DdDocument *
read_html(const guint8 *bytes, gsize len, G_GNUC_UNUSED const DdReadContext *context, GError **error)
{
	return dd_html_read(bytes, len, error);
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdReaderModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.prepare = prepare,
	.read = read_html,
};

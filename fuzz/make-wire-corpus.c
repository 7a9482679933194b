/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make-wire-corpus.c: writes the stored inputs of fuzz-wire again, which a new version of the format needs.
 * usage: make-wire-corpus fuzz/corpus/wire
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "error.h"
#include "wire-test-support.h"

static bool
save(const char *folder, const char *name, const GByteArray *stream)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *path = g_strdup_printf("%s/%s.bin", folder, name);
	if (g_file_set_contents(path, (const char *)stream->data, (gssize)stream->len, &error))
		return true;
	(void)fprintf(stderr, "%s\n", error->message);
	return false;
}

/* A document behind what was told of its pages */
static bool
save_progress(const char *folder)
{
	g_autoptr(DdDocument) document = dd_wire_sample(0)->make();
	g_autoptr(GByteArray) stream = dd_wire_encode_progress(document, 2);
	return save(folder, "progress", stream);
}

int
main(int argc, char *argv[])
{
	if (argc != 2) {
		(void)fprintf(stderr, "usage: make-wire-corpus FOLDER\n");
		return 2;
	}
	bool ok = true;
	for (size_t i = 0; dd_wire_sample(i) != NULL; i++) {
		g_autoptr(DdDocument) document = dd_wire_sample(i)->make();
		g_autoptr(GByteArray) stream = dd_wire_encode(document);
		ok &= save(argv[1], dd_wire_sample(i)->name, stream);
	}
	g_autoptr(GError)
		error = g_error_new(DD_ERROR, DD_ERROR_UNSUPPORTED, "tệp có mật khẩu (encrypted)");
	g_autoptr(GByteArray) stream = dd_wire_encode_error(error);
	ok &= save(argv[1], "error", stream);
	ok &= save_progress(argv[1]);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * make-locked.c: puts a password on an office file: LibreOffice without its windows has no way to.
 * usage: make-locked agile|standard SPINS PASSWORD FILE LOCKED
 */
#include <stdio.h>
#include <string.h>

#include "crypt-test-support.h"

int
main(int argc, char **argv)
{
	g_autofree char *bytes = NULL;
	g_autoptr(GError) error = NULL;
	gsize len = 0;
	guint64 spins = 0;
	if (argc != 6 || !g_ascii_string_to_unsigned(argv[2], 10, 0, G_MAXUINT32, &spins, NULL)) {
		(void)fputs("usage: make-locked agile|standard SPINS PASSWORD FILE LOCKED\n", stderr);
		return 2;
	}
	bool agile = strcmp(argv[1], "agile") == 0;
	const DdCryptRecipe recipe = {.form = agile ? DD_CRYPT_AGILE : DD_CRYPT_STANDARD,
		.hash = agile ? DD_CRYPT_SHA512 : DD_CRYPT_SHA1,
		.key_bits = agile ? 256 : 128,
		.spins = (unsigned)spins,
		.password = argv[3]};
	if (!g_file_get_contents(argv[4], &bytes, &len, &error)) {
		(void)fprintf(stderr, "%s\n", error->message);
		return 1;
	}
	g_autoptr(GByteArray) locked = dd_crypt_test_make(&recipe, (const guint8 *)bytes, len);
	return g_file_set_contents(argv[5], (const char *)locked->data, (gssize)locked->len, &error)
		       ? 0
		       : 1;
}

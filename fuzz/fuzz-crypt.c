/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-crypt.c: how an office file is encrypted, as a stream and in a compound file; then the file itself, by the password "x" */
#include "fuzz.h"

#include "crypt-info.h"
#include "crypt-package.h"
#include "ole.h"

#define MOST_SPINS 50000 /* more would only take longer */

static bool
parse(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	DdCryptInfo info;
	bool good = dd_crypt_info_parse(data, size, &info, &error);
	g_assert_true(good == (error == NULL));
	return good && info.spins <= MOST_SPINS;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	(void)parse(data, size);
	if (!dd_ole_is(data, size))
		return 0;
	g_autoptr(GByteArray)
		told = dd_ole_read_stream(data, size, "EncryptionInfo", DD_MAX_CRYPT_INFO_BYTES);
	if (told == NULL || told->len == 0 || !parse(told->data, told->len))
		return 0;
	g_autoptr(GError) error = NULL;
	g_autoptr(GByteArray) inside = dd_crypt_package_open(data, size, "x", &error);
	g_assert_true((inside == NULL) == (error != NULL));
	return 0;
}

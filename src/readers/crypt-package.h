/* SPDX-License-Identifier: GPL-3.0-or-later */
/* crypt-package.h: an office file with a password, opened with it (MS-OFFCRYPTO 2.3.4) */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Decrypts the file inside of a compound file. @password: UTF-8; NULL none. What it has of keys is wiped. Returns: (transfer full) the
 * bytes of a ZIP file; NULL with DD_ERROR_PASSWORD (@password NULL, or wrong), DD_ERROR_INVALID_DATA (broken, or changed by somebody
 * who had no password), or as dd_crypt_info_parse
 */
GByteArray *
dd_crypt_package_open(const guint8 *bytes, gsize len, const char *password, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

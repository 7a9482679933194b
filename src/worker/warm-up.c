/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * warm-up.c: locales, modules of iconv, formats of libarchive, tables of libxml2, slices of GLib: what is made at first use,
 * some of it out of files, is made by a first use. A list of calls would miss what the next release of a library adds.
 */
#include "warm-up.h"

#include "document.h"
#include "error.h"
#include "reader-table.h"
#include "warm-up-sample.h"

#include <locale.h>

bool
dd_warm_up(GError **error)
{
	/*
	 * Without TZ glibc looks at /etc/localtime whenever libarchive turns the time of an entry into ours, and is killed;
	 * with it once. libarchive also turns names of entries into the locale's letters. There is no other use of the two.
	 */
	g_setenv("TZ", "UTC0", TRUE);
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INTERNAL, "no locale C.UTF-8");
		return false;
	}
	g_autoptr(DdDocument)
		sample = dd_file_read(dd_warm_up_sample, dd_warm_up_sample_size, NULL, NULL, error);
	return sample != NULL;
}

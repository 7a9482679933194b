/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * warm-up.c: seeds of expat, slices of GLib: what is made at first use, perhaps out of files, is made by a first use. A list of
 * calls would miss what the next release of a library adds.
 */
#include "warm-up.h"

#include "document.h"
#include "reader-table.h"
#include "warm-up-sample.h"

bool
dd_warm_up(GError **error)
{
	g_autoptr(DdDocument)
		sample = dd_file_read(dd_warm_up_sample, dd_warm_up_sample_size, NULL, NULL, error);
	return sample != NULL;
}

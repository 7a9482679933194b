/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warm-up.h: has libraries load what they load at first use, while files may still be opened */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Reads a small file of our own by the way that all files go. Returns: FALSE with the error of dd_file_read when even that cannot
 * be read
 */
bool
dd_warm_up(GError **error);

G_END_DECLS

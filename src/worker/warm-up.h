/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warm-up.h: has libraries load what they load at first use, while files may still be opened */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Sets the locale to C.UTF-8, the time zone to UTC, and reads a small file of our own by the way that all files go. Returns: FALSE when even that
 * cannot be read: the error of dd_file_read, DD_ERROR_INTERNAL
 */
bool
dd_warm_up(GError **error);

G_END_DECLS

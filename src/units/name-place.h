/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name-place.h: where the place begins in the name of an office */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/*
 * "Sở A tỉnh B" is "Sở A" to who writes inside of B. Returns: bytes of @name before its place, all of them where it names none;
 * @level_out: (nullable) bytes up to behind the word for the level ("… tỉnh")
 */
size_t
dd_name_find_place(const char *name, size_t *level_out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spread.h: one name of several offices, told apart by their places */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

#define DD_NAME_PLACES 40u /* places that one name is spread over */

/* A part of a name: level ("xã") and place, in it */
typedef struct {
	const char *level, *name;
	size_t level_len, name_len;
} DdNamePlace;

/*
 * The places of "UBND các xã: Ia Grai, Đak Đoa và phường Pleiku", with the bytes of "UBND" in *@head_out.
 * Returns: their number, 0 when @name is one office, or all of a kind
 */
size_t
dd_name_spread(const char *name, DdNamePlace places[DD_NAME_PLACES], size_t *head_out);

G_END_DECLS

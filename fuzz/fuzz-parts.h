/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-parts.h: an input of several parts, each behind the one before and a line "----" */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* Returns: (transfer full) what stands before the next separator, NULL when nothing is left; moves on behind it */
GBytes *
fuzz_next_part(const uint8_t **at, size_t *left);

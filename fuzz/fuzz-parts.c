/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-parts.h"

#include <stdbool.h>
#include <string.h>

static const char separator[] = "\n----\n";

GBytes *
fuzz_next_part(const uint8_t **at, size_t *left)
{
	if (*left == 0)
		return NULL;
	size_t len = sizeof(separator) - 1;
	const uint8_t *end = *at;
	while ((size_t)(end - *at) + len <= *left && memcmp(end, separator, len) != 0)
		end++;
	bool is_last = (size_t)(end - *at) + len > *left;
	size_t own = is_last ? *left : (size_t)(end - *at);
	GBytes *part = g_bytes_new(*at, own);
	*left -= is_last ? own : own + len;
	*at += is_last ? own : own + len;
	return part;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filter.h: what the filters of system calls are put together from, for this folder alone */
#pragma once

#include <glib.h>
#include <seccomp.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A call, with what its arguments must be; several rows for one call: any of them */
typedef struct {
	int call;
	unsigned n;
	struct scmp_arg_cmp args[3];
} DdCallRule;

#define DD_ARG_IS(n, value)                                                                        \
	{                                                                                          \
		.arg = (n), .op = SCMP_CMP_EQ, .datum_a = (scmp_datum_t)(value)                    \
	}
/* Of the bits of @mask these, and no other */
#define DD_ARG_HAS(n, mask, value)                                                                 \
	{                                                                                          \
		.arg = (n), .op = SCMP_CMP_MASKED_EQ, .datum_a = (scmp_datum_t)(mask),             \
		.datum_b = (scmp_datum_t)(value)                                                   \
	}

/* Adds @n rows with what becomes of such calls. @result: 0, or an earlier failure, which stays. Returns: 0 or a negative errno */
int
dd_filter_add(scmp_filter_ctx filter, int result, uint32_t action, const DdCallRule *added, size_t n);
/*
 * Makes a filter that does @otherwise with what no row names, has @fill put rows into it (which returns 0 or a negative errno), and
 * loads it, for good. Returns: FALSE with DD_ERROR_UNSUPPORTED
 */
bool
dd_filter_load(uint32_t otherwise, int (*fill)(scmp_filter_ctx filter, const void *data),
	const void *data, GError **error);

G_END_DECLS

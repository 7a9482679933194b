/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rate.h: how often a client may ask: a bucket for each address, in a table of fixed size */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _DdRateTable DdRateTable;

/* @per_second requests (0: any number), four times as many at once. Returns: (transfer full) */
DdRateTable *
dd_rate_table_new(unsigned per_second) G_GNUC_WARN_UNUSED_RESULT;
void
dd_rate_table_free(DdRateTable *self);
/*
 * Takes one request of the client @address (an IPv4 address, an IPv6 network of 64 bits), at @now microseconds. Who asks from this machine
 * itself is not counted. Returns: 0, or the seconds it has to wait
 */
unsigned
dd_rate_table_take(DdRateTable *self, const char *address, gint64 now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdRateTable, dd_rate_table_free)

G_END_DECLS

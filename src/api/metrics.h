/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metrics.h: counts of what the server did, as Prometheus reads them (text format 0.0.4) */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _DdMetrics DdMetrics;

/* What is measured elsewhere and told with the counts */
typedef struct {
	unsigned connections, slow_closed, refused, active;
	int64_t uptime; /* seconds */
} DdGauges;

DdMetrics *
dd_metrics_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_metrics_free(DdMetrics *self);
/* Counts an answer; @route: its place in the table of routes, or behind it for none. Any thread */
void
dd_metrics_add(DdMetrics *self, size_t route, unsigned status, gint64 microseconds);
/* Returns: (transfer full) all of them as text */
char *
dd_metrics_format(const DdMetrics *self, const DdGauges *gauges);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdMetrics, dd_metrics_free)

G_END_DECLS

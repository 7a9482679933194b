/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metrics.c: counters that any thread adds to, without a lock */
#include "metrics.h"

#include "route.h"

#include <inttypes.h>

#define CLASSES 6 /* of status: 1xx to 5xx by their first digit */

/* Upper ends of the steps of the histogram, microseconds */
static const gint64 steps[] = {1000, 5000, 25000, 100000, 500000, 2500000};
#define STEPS G_N_ELEMENTS(steps)

typedef struct {
	uint64_t statuses[CLASSES];
	uint64_t steps[STEPS + 1]; /* the last one: longer */
	uint64_t microseconds;
} Counts;

struct _DdMetrics {
	size_t n; /* routes, and one for what is none */
	Counts counts[];
};

DdMetrics *
dd_metrics_new(void)
{
	size_t n;
	(void)dd_route_get_all(&n);
	DdMetrics *self = g_malloc0(sizeof(DdMetrics) + (n + 1) * sizeof(Counts));
	self->n = n + 1;
	return self;
}

void
dd_metrics_free(DdMetrics *self)
{
	g_free(self);
}

static void
add(uint64_t *to, uint64_t n)
{
	__atomic_fetch_add(to, n, __ATOMIC_RELAXED);
}

static uint64_t
get(const uint64_t *from)
{
	return __atomic_load_n(from, __ATOMIC_RELAXED);
}

void
dd_metrics_add(DdMetrics *self, size_t route, unsigned status, gint64 microseconds)
{
	Counts *counts = &self->counts[MIN(route, self->n - 1)];
	size_t step = 0;
	while (step < STEPS && microseconds > steps[step])
		step++;
	add(&counts->statuses[MIN(status / 100, CLASSES - 1)], 1);
	add(&counts->steps[step], 1);
	add(&counts->microseconds, (uint64_t)MAX(microseconds, 0));
}

static void
append_route(GString *out, const Counts *counts, const char *labels)
{
	uint64_t sum = 0;
	for (size_t i = 0; i < CLASSES; i++)
		if (get(&counts->statuses[i]) > 0)
			g_string_append_printf(out,
				"dondoc_requests_total{%s,status=\"%zuxx\"} %" PRIu64 "\n", labels,
				i, get(&counts->statuses[i]));
	for (size_t i = 0; i <= STEPS; i++) {
		char end[G_ASCII_DTOSTR_BUF_SIZE] = "+Inf";
		sum += get(&counts->steps[i]);
		if (i < STEPS)
			g_ascii_formatd(end, sizeof(end), "%g", (double)steps[i] / G_USEC_PER_SEC);
		g_string_append_printf(out,
			"dondoc_request_seconds_bucket{%s,le=\"%s\"} %" PRIu64 "\n", labels, end, sum);
	}
	char seconds[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(seconds, sizeof(seconds), "%.6f",
		(double)get(&counts->microseconds) / G_USEC_PER_SEC);
	g_string_append_printf(out, "dondoc_request_seconds_sum{%s} %s\n", labels, seconds);
	g_string_append_printf(out, "dondoc_request_seconds_count{%s} %" PRIu64 "\n", labels, sum);
}

static void
append_gauge(GString *out, const char *name, const char *type, const char *help, int64_t value)
{
	g_string_append_printf(out, "# HELP %s %s\n# TYPE %s %s\n%s %" PRId64 "\n", name, help,
		name, type, name, value);
}

char *
dd_metrics_format(const DdMetrics *self, const DdGauges *gauges)
{
	size_t n;
	const DdRoute *routes = dd_route_get_all(&n);
	GString *out = g_string_new(
		"# HELP dondoc_requests_total Answers by route and class of status\n"
		"# TYPE dondoc_requests_total counter\n"
		"# HELP dondoc_request_seconds From the request's header to the answer's end\n"
		"# TYPE dondoc_request_seconds histogram\n");
	for (size_t i = 0; i < self->n; i++) {
		g_autofree char *labels = i < n ? g_strdup_printf("method=\"%s\",route=\"%s\"",
							  routes[i].method, routes[i].pattern)
						: g_strdup("method=\"\",route=\"\"");
		append_route(out, &self->counts[i], labels);
	}
	append_gauge(out, "dondoc_connections", "gauge", "Connections that are open",
		gauges->connections);
	append_gauge(out, "dondoc_requests_active", "gauge", "Requests that are being answered",
		gauges->active);
	append_gauge(out, "dondoc_slow_connections_closed_total", "counter",
		"Connections that were closed for being slow", gauges->slow_closed);
	append_gauge(out, "dondoc_crowded_connections_closed_total", "counter",
		"Connections that were closed for being over the share of their address",
		gauges->refused);
	append_gauge(out, "dondoc_uptime_seconds", "gauge", "Since the start", gauges->uptime);
	return g_string_free(out, FALSE);
}

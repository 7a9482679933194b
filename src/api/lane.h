/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lane.h: threads (most often one) that take one thing after the other, in the order in which they came */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Which thread runs a handler */
typedef enum {
	DD_LANE_READ, /* that which reads the connection: quick, changes nothing */
	DD_LANE_WRITE, /* the one that writes: changes wait for each other there, and not in the store */
	DD_LANE_SIGN_IN, /* the one that hashes passwords, 0.1 s each */
	DD_LANE_LONG,    /* the one that goes through much, and changes nothing */
	DD_LANE_UPLOAD, /* those that bring files into the store, piece by piece, each through DD_LANE_WRITE */
	DD_LANE_DIRECTORY, /* those that wait for the directory; there are none without one */
	DD_LANE_PROVIDER,  /* likewise for the provider, which may be silent alone */
	DD_LANE_LAST
} DdLane;

typedef struct _DdLaneQueue DdLaneQueue;

/* What is to be done: @late: the lane was stopped before it came to it, or it waited for more than DD_MAX_LANE_SECONDS */
typedef void (*DdLaneFunc)(gpointer item, bool late);

/* Nothing waits just now; called once behind what was done last, in its thread */
typedef void (*DdLaneIdle)(gpointer data);

/* Starts 1 to DD_MAX_OUTSIDE_THREADS @threads. @idle: (nullable) of one thread alone; gets @data. Returns: (transfer full) or NULL with DD_ERROR_IO */
DdLaneQueue *
dd_lane_new(unsigned threads, DdLaneIdle idle, gpointer data, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Has @run done with @item. Returns: FALSE when DD_MAX_WAITING_REQUESTS wait already, or it was stopped */
bool
dd_lane_push(DdLaneQueue *self, DdLaneFunc run, gpointer item) G_GNUC_WARN_UNUSED_RESULT;
/* What still waits is told late, at once; waits for what is being done, and ends the threads. Nothing is taken any more */
void
dd_lane_stop(DdLaneQueue *self);
/* Stops it when that was not done, and frees it; nobody may push any more */
void
dd_lane_free(DdLaneQueue *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLaneQueue, dd_lane_free)

G_END_DECLS

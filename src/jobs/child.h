/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child.h: one process that works for us: started with nothing but its file and its pipe, waited for within a time, never left behind */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

G_BEGIN_DECLS

typedef struct {
	int pidfd;        /* -1 once it is reaped */
	int out;          /* the end of the pipe that is read here; -1 none */
	const bool *stop; /* atomic, set by another thread: nobody wants it any more; NULL: nobody can */
} DdChild;

typedef enum {
	DD_END_EXIT,   /* ended by itself: value is the status */
	DD_END_SIGNAL, /* value is the signal */
	DD_END_UNKNOWN, /* somebody else in this process waited for it, or nobody may (SIGCHLD ignored) */
	DD_END_LAST
} DdEndKind;

typedef struct {
	DdEndKind kind;
	int value;
} DdEnd;

/* What came of a try to read */
typedef enum {
	DD_CHILD_SAID, /* so many bytes */
	DD_CHILD_SAID_ALL,
	DD_CHILD_LATE,   /* the deadline passed */
	DD_CHILD_FAILED, /* with an error */
	DD_CHILD_LAST
} DdChildRead;

/* Returns: (transfer full) path of one of our own programs, beside the running one or where it was installed; NULL */
char *
dd_child_find(const char *name);
/* How a program is started */
typedef struct {
	const char *const *arguments; /* the path of the program, then what it gets, NULL */
	int in;                       /* becomes descriptor 0 */
	int secret;                   /* becomes descriptor 3; -1 none */
} DdChildStart;

/* Sets the error of a child of which only somebody else knows how it ended: DD_ERROR_INTERNAL */
void
dd_child_set_unknown(GError **error);
/*
 * Starts a program as @start says, and nothing else of the caller in it. Returns: FALSE with DD_ERROR_IO, or with DD_ERROR_INTERNAL
 * when somebody else waited for it before it could be named
 */
bool
dd_child_start(const DdChildStart *start, DdChild *child_out, GError **error);
/* Returns: microseconds until @deadline of g_get_monotonic_time, 0 when it is over */
gint64
dd_child_time_left(gint64 deadline);
/*
 * Waits until the child says something or has said all, and takes at most @size bytes. Returns: what came of it; that it was told to stop
 * fails with DD_ERROR_UNAVAILABLE
 */
DdChildRead
dd_child_read(const DdChild *self, void *bytes, size_t size, gint64 deadline, size_t *len_out,
	GError **error);
/* Waits for its end, and reaps it. Returns: FALSE when @deadline passed: it still runs */
bool
dd_child_wait_end(DdChild *self, gint64 deadline, DdEnd *end_out);
/* Lets it know that nobody listens any more, by closing the pipe, and waits for it to end by itself; then as dd_child_clear */
void
dd_child_stop(DdChild *self, gint64 deadline);
/* Kills it when it still runs, reaps it, closes what is open. A child that is all -1 is fine */
void
dd_child_clear(DdChild *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdChild, dd_child_clear)

G_END_DECLS

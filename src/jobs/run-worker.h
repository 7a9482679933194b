/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run-worker.h: has one file turned into a Document by dondoc-worker, which may die of it without harm */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "document.h"

G_BEGIN_DECLS

/* What a worker is given; dd_worker_run takes DD_MAX_WORKER_… of maxima.h */
typedef struct {
	unsigned seconds; /* from its start, or from the last page that it told of, to the end of what it says */
	unsigned total_seconds; /* from its start to the end of what it says */
	unsigned end_seconds;   /* more, to end when all is said */
	size_t bytes;           /* that it may say */
} DdWorkerLimits;

/* What a worker is to do */
typedef struct {
	const char *worker; /* path of the program; NULL: dondoc-worker beside the running program, else from its place of installation */
	bool recognise;     /* the letters of pages that are images */
	bool unpack;        /* files that are packed together */
	const char *password; /* of the file, at most DD_MAX_PASSWORD_BYTES; NULL none */
	/* Called when pages are read, by the thread that runs the worker; NULL is fine */
	void (*progress)(uint32_t done, uint32_t of, void *user_data);
	void *user_data;
	const bool *stop; /* as of DdChild */
} DdWorkerTask;

/*
 * Starts a worker with @fd (an open file, left open where it stands) as its input, keeps the deadline, takes its Document.
 * Other threads may run workers at the same time. Neither a process nor a descriptor is left behind, whatever happens.
 * Returns: (transfer full) or NULL. What the worker says of the file comes as it is; a worker that dies, is killed or says
 * nonsense is DD_ERROR_INVALID_DATA "tệp hỏng hoặc không an toàn: …"; one over the deadline, or over its memory or processor
 * time, DD_ERROR_TOO_LARGE; one that was stopped, DD_ERROR_UNAVAILABLE; none to be found, or nothing that is a regular file, DD_ERROR_IO; one whose kernel has no sandbox
 * DD_ERROR_UNSUPPORTED; one that does not work, or whose end somebody else waited for, DD_ERROR_INTERNAL
 */
DdDocument *
dd_worker_run(int fd, const DdWorkerTask *task, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same within @limits */
DdDocument *
dd_worker_run_within(int fd, const DdWorkerTask *task, const DdWorkerLimits *limits, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* worker-status.h: the exit statuses of dondoc-worker, which tell its caller what its pipe cannot */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	DD_WORKER_DONE = 0,    /* wrote a document, or why there is none */
	DD_WORKER_FAILED = 1,  /* could not read its own sample, or not write */
	DD_WORKER_USAGE = 2,   /* was not started as it must be */
	DD_WORKER_REFUSED = 3, /* the kernel refused the sandbox; no byte was read */
	DD_WORKER_MEMORY = 4,  /* the file wants more memory than it may have */
	DD_WORKER_LAST
} DdWorkerStatus;

G_END_DECLS

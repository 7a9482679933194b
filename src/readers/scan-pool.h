/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan-pool.h: threads that recognise pages, several at once */
#pragma once

#include "reader-module.h"

G_BEGIN_DECLS

typedef struct _DdScanPool DdScanPool;

/* Loads a language for each processor, DD_MAX_RECOGNISER_THREADS at most. Returns: (transfer full); NULL: as dd_scan_reader_new */
DdScanPool *
dd_scan_pool_new(GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Starts the threads; they ask the system for nothing but memory and locks when this returns. Returns: FALSE with DD_ERROR_IO */
bool
dd_scan_pool_start(DdScanPool *self, GError **error);
/* Pages go to the threads as they are drawn, while only few images are held. Returns: FALSE with what draw said */
bool
dd_scan_pool_run(DdScanPool *self, const DdRecogniseJob *job, GError **error);
/* Ends the threads. NULL is fine */
void
dd_scan_pool_free(DdScanPool *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdScanPool, dd_scan_pool_free)

G_END_DECLS

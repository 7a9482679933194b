/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * directory-watch.h: looks now and then whether the directory still has those who have sessions or API tokens by it. Who is gone, disabled or in no group
 * any more keeps neither, without having to sign in again; roles and units become what it says now
 */
#pragma once

#include "store-pool.h"
#include "vouch.h"

G_BEGIN_DECLS

typedef struct _DdDirectoryWatch DdDirectoryWatch;

/*
 * Starts the thread that looks, where the settings want it. @vouch: (nullable). @ahead: as of dd_runner_new. @out: (transfer full) NULL: nobody looks.
 * Returns: FALSE with DD_ERROR_IO
 */
bool
dd_directory_watch_new(DdStorePool *pool, const DdVouch *vouch, int64_t ahead,
	DdDirectoryWatch **out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for what is being asked, DD_MAX_OUTSIDE_SECONDS at most. NULL is fine */
void
dd_directory_watch_free(DdDirectoryWatch *self);

G_END_DECLS

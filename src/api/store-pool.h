/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-pool.h: connections to one store, each with one thread at a time */
#pragma once

#include "store.h"

G_BEGIN_DECLS

typedef struct _DdStorePool DdStorePool;

/* @url: copied. Returns: (transfer full) a pool without connections: they are opened as they are asked for, as many as threads ask at once */
DdStorePool *
dd_store_pool_new(const char *url) G_GNUC_WARN_UNUSED_RESULT;
/* Closes all; none may be in use */
void
dd_store_pool_free(DdStorePool *self);
/*
 * Returns: (transfer full) a connection for the calling thread, whose statements take at most DD_MAX_STORE_SECONDS; NULL: as of dd_store_open,
 * at once where another thread finds out just now that the store is out of reach
 */
DdStore *
dd_store_pool_take(DdStorePool *self, int64_t now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Gives it back. @broken: a call with it failed; when it was its server that went away, it is closed with all others. What a full disk refused
 * leaves it as it is: SQLite's readers live on what they have open already
 */
void
dd_store_pool_give(DdStorePool *self, DdStore *store, bool broken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdStorePool, dd_store_pool_free)

G_END_DECLS

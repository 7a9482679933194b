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
/* Returns: (transfer full) a connection for the calling thread; NULL: as of dd_store_open */
DdStore *
dd_store_pool_take(DdStorePool *self, int64_t now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gives it back; one that is @broken is closed, and the next one opened anew: a server may have been started again meanwhile */
void
dd_store_pool_give(DdStorePool *self, DdStore *store, bool broken);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdStorePool, dd_store_pool_free)

G_END_DECLS

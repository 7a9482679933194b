/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-pool.c: a stack of connections: the one that was used last is the warmest. A mutex of POSIX, whose order the thread sanitizer sees */
#include "store-pool.h"

#include <pthread.h>

struct _DdStorePool {
	char *url;
	pthread_mutex_t mutex;
	GPtrArray *free; /* of DdStore */
};

DdStorePool *
dd_store_pool_new(const char *url)
{
	DdStorePool *self = g_new0(DdStorePool, 1);
	self->url = g_strdup(url);
	self->free = g_ptr_array_new_with_free_func((GDestroyNotify)dd_store_free);
	pthread_mutex_init(&self->mutex, NULL);
	return self;
}

void
dd_store_pool_free(DdStorePool *self)
{
	if (self == NULL)
		return;
	g_ptr_array_unref(self->free);
	pthread_mutex_destroy(&self->mutex);
	g_free(self->url);
	g_free(self);
}

DdStore *
dd_store_pool_take(DdStorePool *self, int64_t now, GError **error)
{
	pthread_mutex_lock(&self->mutex);
	DdStore *store = self->free->len > 0
				 ? g_ptr_array_steal_index(self->free, self->free->len - 1)
				 : NULL;
	pthread_mutex_unlock(&self->mutex);
	return store != NULL ? store : dd_store_open(self->url, DD_DB_EXISTING, now, NULL, error);
}

void
dd_store_pool_give(DdStorePool *self, DdStore *store, bool broken)
{
	if (store == NULL)
		return;
	if (broken) {
		dd_store_free(store);
		return;
	}
	pthread_mutex_lock(&self->mutex);
	g_ptr_array_add(self->free, store);
	pthread_mutex_unlock(&self->mutex);
}

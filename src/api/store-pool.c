/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * store-pool.c: a stack of connections: the one that was used last is the warmest. While the store is out of reach one thread at a time tries
 * it, and the others say so at once: a server that hangs must not have all of them wait. A mutex of POSIX, whose order the thread sanitizer sees
 */
#include "store-pool.h"

#include <pthread.h>

#include "error.h"
#include "maxima.h"

#define RETRY_MICROSECONDS 200000 /* between two tries of a store that is out of reach */

struct _DdStorePool {
	char *url;
	pthread_mutex_t mutex;
	GPtrArray *free;      /* of DdStore */
	bool failing, trying; /* the last try failed; somebody tries now */
	gint64 tried;         /* when the last one ended, by g_get_monotonic_time */
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

/* Returns: (transfer full) the connection that was used last, NULL when none is free */
static DdStore *
take_free(DdStorePool *self)
{
	pthread_mutex_lock(&self->mutex);
	DdStore *store = self->free->len > 0
				 ? g_ptr_array_steal_index(self->free, self->free->len - 1)
				 : NULL;
	pthread_mutex_unlock(&self->mutex);
	return store;
}

/* Returns: FALSE with DD_ERROR_UNAVAILABLE when somebody else tries, or did just now and failed; else end_try is to be called */
static bool
begin_try(DdStorePool *self, GError **error)
{
	pthread_mutex_lock(&self->mutex);
	bool may = !self->failing ||
		   (!self->trying && g_get_monotonic_time() - self->tried >= RETRY_MICROSECONDS);
	self->trying = self->trying || (may && self->failing);
	pthread_mutex_unlock(&self->mutex);
	if (!may)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"không tới được kho dữ liệu (the store is out of reach)");
	return may;
}

static void
end_try(DdStorePool *self, bool failed)
{
	pthread_mutex_lock(&self->mutex);
	self->failing = failed;
	self->trying = false;
	self->tried = g_get_monotonic_time();
	pthread_mutex_unlock(&self->mutex);
}

static DdStore *
open_store(const DdStorePool *self, int64_t now, GError **error)
{
	g_autoptr(DdStore) store = dd_store_open(self->url, DD_DB_EXISTING, now, NULL, error);
	/* only behind the steps of the schema, which may take their time */
	return store != NULL && dd_db_set_patience(dd_store_get_db(store), DD_MAX_STORE_SECONDS, error)
		       ? g_steal_pointer(&store)
		       : NULL;
}

/* A server that went away under one connection did so under the others, too, and they need not find it out one by one */
static void
close_all(DdStorePool *self)
{
	for (DdStore *store = take_free(self); store != NULL; store = take_free(self))
		dd_store_free(store);
}

DdStore *
dd_store_pool_take(DdStorePool *self, int64_t now, GError **error)
{
	DdStore *store = take_free(self);
	/* its server may have been started again meanwhile */
	while (store != NULL && !dd_db_is_alive(dd_store_get_db(store))) {
		dd_store_free(store);
		store = take_free(self);
	}
	if (store != NULL || !begin_try(self, error))
		return store;
	g_autoptr(GError) inner = NULL;
	store = open_store(self, now, &inner);
	end_try(self, g_error_matches(inner, DD_ERROR, DD_ERROR_UNAVAILABLE));
	if (store == NULL)
		g_propagate_error(error, g_steal_pointer(&inner));
	return store;
}

void
dd_store_pool_give(DdStorePool *self, DdStore *store, bool broken)
{
	if (store == NULL)
		return;
	if (broken && !dd_db_is_alive(dd_store_get_db(store))) {
		dd_store_free(store);
		close_all(self);
		return;
	}
	pthread_mutex_lock(&self->mutex);
	g_ptr_array_add(self->free, store);
	pthread_mutex_unlock(&self->mutex);
}

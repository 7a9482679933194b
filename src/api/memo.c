/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.c: answers that are kept until the store changes */
#include "memo.h"

#include <pthread.h>
#include <string.h>

#include "dict.h"
#include "maxima.h"

struct _DdMemo {
	pthread_mutex_t mutex;
	int64_t seq;         /* of all that is kept */
	GHashTable *answers; /* key → GBytes */
	size_t bytes;        /* of these together, with their keys */
};

static void
unref(gpointer bytes)
{
	g_bytes_unref(bytes);
}

DdMemo *
dd_memo_new(void)
{
	DdMemo *self = g_new0(DdMemo, 1);
	pthread_mutex_init(&self->mutex, NULL);
	self->answers = dd_dict_new(g_free, unref);
	return self;
}

void
dd_memo_free(DdMemo *self)
{
	if (self == NULL)
		return;
	g_hash_table_unref(self->answers);
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
}

GBytes *
dd_memo_find(DdMemo *self, int64_t seq, const char *key)
{
	pthread_mutex_lock(&self->mutex);
	GBytes *found = self->seq == seq ? g_hash_table_lookup(self->answers, key) : NULL;
	if (found != NULL)
		g_bytes_ref(found);
	pthread_mutex_unlock(&self->mutex);
	return found;
}

void
dd_memo_keep(DdMemo *self, int64_t seq, const char *key, GBytes *answer)
{
	const size_t size = g_bytes_get_size(answer) + strlen(key);
	pthread_mutex_lock(&self->mutex);
	bool room = size <= DD_MAX_MEMO_BYTES - self->bytes &&
		    g_hash_table_size(self->answers) < DD_MAX_MEMO_ANSWERS;
	if (seq > self->seq || (seq == self->seq && !room)) {
		g_hash_table_remove_all(self->answers);
		self->bytes = 0;
		self->seq = seq;
	}
	if (seq == self->seq && size <= DD_MAX_MEMO_BYTES &&
		g_hash_table_lookup(self->answers, key) == NULL) {
		g_hash_table_insert(self->answers, g_strdup(key), g_bytes_ref(answer));
		self->bytes += size;
	}
	pthread_mutex_unlock(&self->mutex);
}

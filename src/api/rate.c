/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rate.c: rows of a few buckets, chosen by a keyed hash, so that nobody can aim at the row of somebody else. In a full row the bucket that
 * was quiet longest is given away: it is the fullest, and forgetting it gives least.
 */
#include "rate.h"

#include "hash.h"
#include "maxima.h"
#include "network.h"
#include "secret.h"

#include <pthread.h>
#include <string.h>

#define ROW 8
#define ROWS (DD_MAX_CLIENTS / ROW)
#define BURST 4 /* times as many at once */

typedef struct {
	DdNetwork network;
	double left; /* requests that it may ask now */
	gint64 at;   /* when that was so, microseconds; 0: free */
} Bucket;

struct _DdRateTable {
	pthread_mutex_t mutex;
	double per_second;
	DdSecret key; /* not of GLib's random numbers: from some of those that are shown the others can be told */
	Bucket buckets[ROWS][ROW];
};

DdRateTable *
dd_rate_table_new(unsigned per_second)
{
	DdRateTable *self = g_new0(DdRateTable, 1);
	pthread_mutex_init(&self->mutex, NULL);
	self->per_second = per_second;
	dd_secret_make(&self->key);
	return self;
}

void
dd_rate_table_free(DdRateTable *self)
{
	if (self == NULL)
		return;
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
}

/* Finds the bucket of @network in its row, or gives it one */
static Bucket *
find_bucket(Bucket row[ROW], const DdNetwork *network, double full, gint64 now)
{
	Bucket *oldest = row;
	for (size_t i = 0; i < ROW; i++) {
		if (row[i].at != 0 && memcmp(&row[i].network, network, sizeof(*network)) == 0)
			return &row[i];
		if (row[i].at < oldest->at)
			oldest = &row[i];
	}
	oldest->network = *network;
	oldest->left = full;
	oldest->at = now;
	return oldest;
}

unsigned
dd_rate_table_take(DdRateTable *self, const char *address, gint64 now)
{
	struct {
		DdSecret key;
		DdNetwork network;
	} keyed = {.key = self->key};
	guint32 row;
	if (self->per_second <= 0 || !dd_network_parse(address, &keyed.network) ||
		dd_network_is_own(&keyed.network))
		return 0;
	DdHash hash = dd_hash_of(&keyed, sizeof(keyed));
	memcpy(&row, hash.bytes, sizeof(row));
	double full = self->per_second * BURST;
	pthread_mutex_lock(&self->mutex);
	Bucket *bucket = find_bucket(self->buckets[row % ROWS], &keyed.network, full, now);
	double grown = (double)(MAX(now, bucket->at) - bucket->at) / G_USEC_PER_SEC * self->per_second;
	bucket->left = MIN(full, bucket->left + grown);
	bucket->at = MAX(now, bucket->at);
	bool good = bucket->left >= 1;
	if (good)
		bucket->left -= 1;
	double wait = (1 - bucket->left) / self->per_second;
	pthread_mutex_unlock(&self->mutex);
	return good ? 0 : (unsigned)wait + 1;
}

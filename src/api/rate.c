/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rate.c: rows of a few buckets, chosen by a keyed hash, so that nobody can aim at the row of somebody else. In a full row the bucket that
 * was quiet longest is given away: it is the fullest, and forgetting it gives least.
 */
#include "rate.h"

#include "hash.h"
#include "maxima.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <string.h>

#define ROW 8
#define ROWS (DD_MAX_CLIENTS / ROW)
#define BURST 4 /* times as many at once */
#define KEY_BYTES 16

typedef struct {
	guint8 address[KEY_BYTES];
	double left; /* requests that it may ask now */
	gint64 at;   /* when that was so, microseconds; 0: free */
} Bucket;

struct _DdRateTable {
	pthread_mutex_t mutex;
	double per_second;
	guint8 key[KEY_BYTES];
	Bucket buckets[ROWS][ROW];
};

DdRateTable *
dd_rate_table_new(unsigned per_second)
{
	DdRateTable *self = g_new0(DdRateTable, 1);
	pthread_mutex_init(&self->mutex, NULL);
	self->per_second = per_second;
	for (size_t i = 0; i < KEY_BYTES; i++)
		self->key[i] = (guint8)g_random_int_range(0, 256);
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

/* What is counted as one client. Returns: FALSE for this machine itself, and what is no address */
static bool
make_key(const char *text, guint8 key[KEY_BYTES])
{
	static const guint8 mapped[12] = {[10] = 0xff, [11] = 0xff};
	memset(key, 0, KEY_BYTES);
	if (inet_pton(AF_INET, text, key + 12) == 1)
		memcpy(key, mapped, sizeof(mapped));
	else if (inet_pton(AF_INET6, text, key) != 1 || strcmp(text, "::1") == 0)
		return false;
	if (memcmp(key, mapped, sizeof(mapped)) == 0)
		return key[12] != 127;
	memset(key + 8, 0, 8);
	return true;
}

/* Finds the bucket of @key in its row, or gives it one */
static Bucket *
find_bucket(Bucket row[ROW], const guint8 key[KEY_BYTES], double full, gint64 now)
{
	Bucket *oldest = row;
	for (size_t i = 0; i < ROW; i++) {
		if (row[i].at != 0 && memcmp(row[i].address, key, KEY_BYTES) == 0)
			return &row[i];
		if (row[i].at < oldest->at)
			oldest = &row[i];
	}
	memcpy(oldest->address, key, KEY_BYTES);
	oldest->left = full;
	oldest->at = now;
	return oldest;
}

unsigned
dd_rate_table_take(DdRateTable *self, const char *address, gint64 now)
{
	guint8 keyed[2 * KEY_BYTES];
	guint32 row;
	if (self->per_second <= 0 || !make_key(address, keyed + KEY_BYTES))
		return 0;
	memcpy(keyed, self->key, KEY_BYTES);
	DdHash hash = dd_hash_of(keyed, sizeof(keyed));
	memcpy(&row, hash.bytes, sizeof(row));
	double full = self->per_second * BURST;
	pthread_mutex_lock(&self->mutex);
	Bucket *bucket = find_bucket(self->buckets[row % ROWS], keyed + KEY_BYTES, full, now);
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

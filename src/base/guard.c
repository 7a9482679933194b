/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * guard.c: libmicrohttpd closes a connection that is silent; one that sends a byte now and then it keeps for ever, and libldap waits for
 * the handshake of TLS without end. So deadlines stand here, and what is over its own is shut down, which libraries take for the other side's end.
 */
#include "guard.h"

#include "dict.h"
#include "error.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

/* Who holds connections; there is none without */
typedef struct {
	DdNetwork network;
	unsigned n;
} Client;

struct _DdGuarded {
	int fd;
	Client *client; /* in the table; NULL: not counted */
	gint64 deadline; /* of g_get_monotonic_time, 0 none; atomic: the connection's thread sets it, the guard's reads it */
	DdGuarded *next, **link;
};

struct _DdGuard {
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t change;
	DdGuarded *first;
	GHashTable *clients; /* of Client, by itself */
	unsigned share, n, closed, refused;
	bool stopped;
};

static void
look(DdGuard *self, gint64 now)
{
	for (DdGuarded *one = self->first; one != NULL; one = one->next) {
		gint64 deadline = __atomic_load_n(&one->deadline, __ATOMIC_RELAXED);
		if (deadline == 0 || deadline > now)
			continue;
		/* what is open here is the connection's: the descriptor is closed after dd_guard_drop */
		if (shutdown(one->fd, SHUT_RDWR) == 0)
			self->closed++;
		__atomic_store_n(&one->deadline, 0, __ATOMIC_RELAXED);
	}
}

static void *
work(void *data)
{
	DdGuard *self = data;
	pthread_mutex_lock(&self->mutex);
	while (!self->stopped) {
		struct timespec until;
		clock_gettime(CLOCK_MONOTONIC, &until);
		until.tv_sec++;
		int code = 0;
		while (!self->stopped && code != ETIMEDOUT)
			code = pthread_cond_timedwait(&self->change, &self->mutex, &until);
		look(self, g_get_monotonic_time());
	}
	pthread_mutex_unlock(&self->mutex);
	return NULL;
}

static guint
hash_client(gconstpointer client)
{
	return dd_dict_hash(&((const Client *)client)->network, sizeof(DdNetwork));
}

static gboolean
is_same(gconstpointer a, gconstpointer b)
{
	return memcmp(&((const Client *)a)->network, &((const Client *)b)->network,
		       sizeof(DdNetwork)) == 0;
}

DdGuard *
dd_guard_new(unsigned share, GError **error)
{
	DdGuard *self = g_new0(DdGuard, 1);
	self->share = share;
	self->clients = g_hash_table_new_full(hash_client, is_same, g_free, NULL);
	pthread_condattr_t clock;
	pthread_mutex_init(&self->mutex, NULL);
	pthread_condattr_init(&clock);
	pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
	pthread_cond_init(&self->change, &clock);
	pthread_condattr_destroy(&clock);
	int code = pthread_create(&self->thread, NULL, work, self);
	if (code != 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot start a thread: %s",
			g_strerror(code));
		g_hash_table_unref(self->clients);
		g_free(self);
		return NULL;
	}
	return self;
}

void
dd_guard_free(DdGuard *self)
{
	if (self == NULL)
		return;
	pthread_mutex_lock(&self->mutex);
	self->stopped = true;
	pthread_cond_signal(&self->change);
	pthread_mutex_unlock(&self->mutex);
	pthread_join(self->thread, NULL);
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_hash_table_unref(self->clients);
	g_free(self);
}

/* Returns: (transfer none) the client with one more connection, NULL when that is over its share */
static Client *
take_place(DdGuard *self, const DdNetwork *network)
{
	Client wanted = {*network, 0};
	Client *client = g_hash_table_lookup(self->clients, &wanted);
	if (client == NULL) {
		client = g_memdup2(&wanted, sizeof(wanted));
		g_hash_table_add(self->clients, client);
	}
	if (client->n >= self->share)
		return NULL;
	client->n++;
	return client;
}

DdGuarded *
dd_guard_add(DdGuard *self, int fd, const DdNetwork *client, unsigned seconds)
{
	DdGuarded *one = g_new0(DdGuarded, 1);
	one->fd = fd;
	dd_guarded_set(one, seconds);
	pthread_mutex_lock(&self->mutex);
	one->next = self->first;
	one->link = &self->first;
	if (one->next != NULL)
		one->next->link = &one->next;
	self->first = one;
	self->n++;
	if (client != NULL && self->share > 0) {
		one->client = take_place(self, client);
		/* the library takes it for the end of the client, and drops it like others */
		if (one->client == NULL && shutdown(fd, SHUT_RDWR) == 0)
			self->refused++;
	}
	pthread_mutex_unlock(&self->mutex);
	return one;
}

void
dd_guard_drop(DdGuard *self, DdGuarded *one)
{
	pthread_mutex_lock(&self->mutex);
	*one->link = one->next;
	if (one->next != NULL)
		one->next->link = one->link;
	self->n--;
	if (one->client != NULL && --one->client->n == 0)
		g_hash_table_remove(self->clients, one->client);
	pthread_mutex_unlock(&self->mutex);
	g_free(one);
}

void
dd_guarded_set(DdGuarded *self, unsigned seconds)
{
	gint64 deadline = seconds > 0 ? g_get_monotonic_time() + (gint64)seconds * G_USEC_PER_SEC : 0;
	__atomic_store_n(&self->deadline, deadline, __ATOMIC_RELAXED);
}

static unsigned
read_count(DdGuard *self, const unsigned *count)
{
	pthread_mutex_lock(&self->mutex);
	unsigned n = *count;
	pthread_mutex_unlock(&self->mutex);
	return n;
}

unsigned
dd_guard_count(DdGuard *self)
{
	return read_count(self, &self->n);
}

unsigned
dd_guard_count_closed(DdGuard *self)
{
	return read_count(self, &self->closed);
}

unsigned
dd_guard_count_refused(DdGuard *self)
{
	return read_count(self, &self->refused);
}

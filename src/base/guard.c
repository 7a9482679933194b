/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * guard.c: libmicrohttpd closes a connection that is silent; one that sends a byte now and then it keeps for ever, and libldap waits for
 * the handshake of TLS without end. So deadlines stand here, and what is over its own is shut down, which libraries take for the other side's end.
 */
#include "guard.h"

#include "error.h"

#include <errno.h>
#include <pthread.h>
#include <sys/socket.h>
#include <time.h>

struct _DdGuarded {
	int fd;
	gint64 deadline; /* of g_get_monotonic_time, 0 none; atomic: the connection's thread sets it, the guard's reads it */
	DdGuarded *next, **link;
};

struct _DdGuard {
	pthread_t thread;
	pthread_mutex_t mutex;
	pthread_cond_t change;
	DdGuarded *first;
	unsigned n, closed;
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

DdGuard *
dd_guard_new(GError **error)
{
	DdGuard *self = g_new0(DdGuard, 1);
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
	g_free(self);
}

DdGuarded *
dd_guard_add(DdGuard *self, int fd, unsigned seconds)
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

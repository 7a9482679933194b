/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lane.c: a queue with a bound, and its threads */
#include "lane.h"

#include "error.h"
#include "maxima.h"

#include <pthread.h>

typedef struct {
	DdLaneFunc run;
	gpointer item;
	gint64 pushed; /* by g_get_monotonic_time */
} Work;

struct _DdLaneQueue {
	pthread_t threads[DD_MAX_OUTSIDE_THREADS];
	unsigned n_threads;
	pthread_mutex_t mutex;
	pthread_cond_t change;
	GQueue items; /* of Work */
	bool stopped;
	DdLaneIdle idle; /* NULL none */
	gpointer data;   /* its own */
};

/* Waits, with the mutex, until there is something to do. @busy: whether something was done since idle was called. Returns: FALSE at the end */
static bool
wait_work(DdLaneQueue *self, bool busy)
{
	if (self->items.length == 0 && busy && self->idle != NULL) {
		pthread_mutex_unlock(&self->mutex);
		self->idle(self->data);
		pthread_mutex_lock(&self->mutex);
	}
	while (self->items.length == 0 && !self->stopped)
		pthread_cond_wait(&self->change, &self->mutex);
	return self->items.length > 0;
}

static void *
work(void *data)
{
	DdLaneQueue *self = data;
	pthread_mutex_lock(&self->mutex);
	for (bool busy = false; wait_work(self, busy); busy = true) {
		Work *next = g_queue_pop_head(&self->items);
		bool late = self->stopped || g_get_monotonic_time() - next->pushed >
						     (gint64)DD_MAX_LANE_SECONDS * G_USEC_PER_SEC;
		pthread_mutex_unlock(&self->mutex);
		next->run(next->item, late);
		g_free(next);
		pthread_mutex_lock(&self->mutex);
	}
	pthread_mutex_unlock(&self->mutex);
	return NULL;
}

DdLaneQueue *
dd_lane_new(unsigned threads, DdLaneIdle idle, gpointer data, GError **error)
{
	DdLaneQueue *self = g_new0(DdLaneQueue, 1);
	self->idle = idle;
	self->data = data;
	g_queue_init(&self->items);
	pthread_mutex_init(&self->mutex, NULL);
	pthread_cond_init(&self->change, NULL);
	for (; self->n_threads < MIN(threads, DD_MAX_OUTSIDE_THREADS); self->n_threads++) {
		int code = pthread_create(&self->threads[self->n_threads], NULL, work, self);
		if (code != 0) {
			g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot start a thread: %s",
				g_strerror(code));
			dd_lane_free(self);
			return NULL;
		}
	}
	return self;
}

bool
dd_lane_push(DdLaneQueue *self, DdLaneFunc run, gpointer item)
{
	pthread_mutex_lock(&self->mutex);
	bool good = !self->stopped && self->items.length < DD_MAX_WAITING_REQUESTS;
	if (good) {
		Work *one = g_new(Work, 1);
		*one = (Work){run, item, g_get_monotonic_time()};
		g_queue_push_tail(&self->items, one);
		pthread_cond_signal(&self->change);
	}
	pthread_mutex_unlock(&self->mutex);
	return good;
}

void
dd_lane_stop(DdLaneQueue *self)
{
	pthread_mutex_lock(&self->mutex);
	bool first = !self->stopped;
	self->stopped = true;
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
	for (unsigned i = 0; first && i < self->n_threads; i++)
		pthread_join(self->threads[i], NULL);
}

void
dd_lane_free(DdLaneQueue *self)
{
	if (self == NULL)
		return;
	dd_lane_stop(self);
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
}

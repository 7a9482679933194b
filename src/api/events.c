/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * events.c: one thread looks, and puts what it finds into a queue of each listener; the threads of the connections send that. A connection with nothing
 * to send is suspended, and costs nothing
 */
#include "events-private.h"

#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <time.h>

#include "error.h"
#include "maxima.h"

#define BLOCK_BYTES 4096
#define LOOK_NANOSECONDS G_GINT64_CONSTANT(1000000000)
#define BEAT_EACH ((gint64)15 * G_USEC_PER_SEC) /* proxies close what is silent for a minute */
#define LATE_SECONDS 1                          /* that one who does not read has left */

/* All but order is under the mutex of the events */
struct _DdListener {
	DdEvents *events;
	DdViewer viewer;
	int64_t account, job;
	int64_t seq; /* up to this number of the record it has heard */
	GString *queue;
	gint64 until, beat_at;             /* of g_get_monotonic_time */
	struct MHD_Connection *connection; /* NULL: not answered yet */
	DdGuarded *guarded;
	bool suspended, ended;
};

struct _DdEvents {
	DdStorePool *pool;
	int64_t ahead;
	unsigned most;
	pthread_mutex_t mutex;
	pthread_cond_t change;
	GPtrArray *listeners; /* lent */
	DdJobsTold *jobs;     /* of the thread */
	pthread_t thread;
	bool runs;
	bool stopping; /* atomic, set under the mutex */
};

static void
clear_viewer(gpointer data)
{
	DdViewer *viewer = data;
	g_free(viewer->unit);
}

static void
wake(DdListener *self)
{
	if (!self->suspended)
		return;
	self->suspended = false;
	MHD_resume_connection(self->connection);
}

static void
say(DdListener *self, const char *text, size_t len)
{
	if (self->ended)
		return;
	/* who does not read what is said is let go: what was missed is asked for by its number */
	if (len > DD_MAX_LISTENER_BYTES - self->queue->len) {
		self->ended = true;
		g_string_truncate(self->queue, 0);
		if (self->guarded != NULL)
			dd_guarded_set(self->guarded, LATE_SECONDS);
	} else {
		g_string_append_len(self->queue, text, (gssize)len);
		self->beat_at = g_get_monotonic_time() + BEAT_EACH;
	}
	wake(self);
}

static void
end(DdListener *self)
{
	self->ended = true;
	wake(self);
}

void
dd_listener_end(DdListener *self)
{
	pthread_mutex_lock(&self->events->mutex);
	end(self);
	pthread_mutex_unlock(&self->events->mutex);
}

/* Called by the thread of the connection when it can send */
static ssize_t
give(void *data, uint64_t at, char *out, size_t size)
{
	DdListener *self = data;
	DdEvents *events = self->events;
	(void)at;
	pthread_mutex_lock(&events->mutex);
	size_t n = MIN(size, self->queue->len);
	ssize_t given = (ssize_t)n;
	if (n > 0) {
		memcpy(out, self->queue->str, n);
		g_string_erase(self->queue, 0, (gssize)n);
	} else if (self->ended) {
		given = MHD_CONTENT_READER_END_OF_STREAM;
	} else {
		self->suspended = true;
		MHD_suspend_connection(self->connection);
	}
	pthread_mutex_unlock(&events->mutex);
	return given;
}

/* Has the other side closed? A stream with nothing to send hears of that with its next sign of life only; while it is suspended its socket stays open */
static bool
is_left(const DdListener *self)
{
	const union MHD_ConnectionInfo *info = self->suspended
						       ? MHD_get_connection_info(self->connection,
								 MHD_CONNECTION_INFO_CONNECTION_FD)
						       : NULL;
	if (info == NULL)
		return false;
	struct pollfd socket = {.fd = info->connect_fd, .events = POLLRDHUP};
	return poll(&socket, 1, 0) == 1 && (socket.revents & (POLLRDHUP | POLLHUP | POLLERR)) != 0;
}

/* Returns: how many streams an account has. Where it may have no more those that were left end, and do not count: a page that is loaded anew leaves one */
static unsigned
count_own(DdEvents *self, int64_t account)
{
	unsigned n = 0, left = 0;
	for (guint i = 0; i < self->listeners->len; i++) {
		const DdListener *one = g_ptr_array_index(self->listeners, i);
		n += one->account == account ? 1 : 0;
	}
	for (guint i = 0; i < self->listeners->len && n >= DD_MAX_ACCOUNT_LISTENERS; i++) {
		DdListener *one = g_ptr_array_index(self->listeners, i);
		if (one->account != account || !(one->ended || is_left(one)))
			continue;
		end(one);
		left++;
	}
	return n - left;
}

DdListenOutcome
dd_events_listen(DdEvents *self, const DdListenOrder *order, const char *first, DdListener **out)
{
	gint64 now = g_get_monotonic_time();
	pthread_mutex_lock(&self->mutex);
	bool full = self->stopping || self->listeners->len >= self->most;
	bool good = !full && count_own(self, order->who->account) < DD_MAX_ACCOUNT_LISTENERS;
	if (good) {
		DdListener *one = g_new0(DdListener, 1);
		*one = (DdListener){.events = self,
			.viewer = {order->who->role, g_strdup(order->who->unit)},
			.account = order->who->account,
			.job = order->job,
			.seq = order->after,
			.queue = g_string_new(first),
			.until = now + (gint64)DD_MAX_LISTEN_SECONDS * G_USEC_PER_SEC,
			.beat_at = now + BEAT_EACH};
		g_ptr_array_add(self->listeners, one);
		*out = one;
		pthread_cond_signal(&self->change);
	}
	pthread_mutex_unlock(&self->mutex);
	return good ? DD_LISTEN_GOOD : full ? DD_LISTEN_FULL : DD_LISTEN_TOO_MANY;
}

static void
free_listener(void *data)
{
	dd_listener_free(data);
}

struct MHD_Response *
dd_listener_respond(DdListener *self, struct MHD_Connection *connection, DdGuarded *guarded)
{
	pthread_mutex_lock(&self->events->mutex);
	self->connection = connection;
	self->guarded = guarded;
	pthread_mutex_unlock(&self->events->mutex);
	struct MHD_Response *response = MHD_create_response_from_callback(
		MHD_SIZE_UNKNOWN, BLOCK_BYTES, give, self, free_listener);
	if (response == NULL)
		dd_listener_free(self);
	return response;
}

void
dd_listener_free(DdListener *self)
{
	if (self == NULL)
		return;
	pthread_mutex_lock(&self->events->mutex);
	g_ptr_array_remove_fast(self->events->listeners, self);
	pthread_mutex_unlock(&self->events->mutex);
	clear_viewer(&self->viewer);
	g_string_free(self->queue, TRUE);
	g_free(self);
}

static bool
is_same(const DdViewer *a, const DdViewer *b)
{
	return a->role == b->role && g_strcmp0(a->unit, b->unit) == 0;
}

/* Returns: the place of @viewer among @viewers, or behind them */
static guint
find_viewer(const GArray *viewers, const DdViewer *viewer)
{
	guint i = 0;
	while (i < viewers->len && !is_same(&g_array_index(viewers, DdViewer, i), viewer))
		i++;
	return i;
}

/* As whom people listen now, and from where on at the earliest. Returns: (transfer full) DdViewer */
static GArray *
collect(DdEvents *self, int64_t *after_out)
{
	GArray *viewers = g_array_new(FALSE, FALSE, sizeof(DdViewer));
	g_array_set_clear_func(viewers, clear_viewer);
	*after_out = G_MAXINT64;
	pthread_mutex_lock(&self->mutex);
	for (guint i = 0; i < self->listeners->len; i++) {
		const DdListener *one = g_ptr_array_index(self->listeners, i);
		*after_out = MIN(*after_out, one->seq);
		if (find_viewer(viewers, &one->viewer) < viewers->len)
			continue;
		const DdViewer copy = {one->viewer.role, g_strdup(one->viewer.unit)};
		g_array_append_val(viewers, copy);
	}
	pthread_mutex_unlock(&self->mutex);
	return viewers;
}

static void
tell_one(DdListener *self, const DdEvent *event, guint viewer)
{
	bool heard = event->seq != 0 && event->seq <= self->seq;
	bool asked = self->job == 0 || (event->is_job && event->id == self->job);
	if (heard)
		return;
	if (event->account != 0) {
		/* it may see something else now, or nothing: it asks again */
		if (event->account == self->account)
			end(self);
		return;
	}
	if (!asked || !event->seen[viewer])
		return;
	say(self, event->text, strlen(event->text));
	if (self->job != 0 && event->ends)
		end(self);
}

/* @after: from where on the news are; who began to listen meanwhile, from earlier on or as somebody else, hears them with the next look */
static void
tell(DdEvents *self, const DdNews *news, const GArray *viewers, int64_t after)
{
	pthread_mutex_lock(&self->mutex);
	for (guint i = 0; i < self->listeners->len; i++) {
		DdListener *one = g_ptr_array_index(self->listeners, i);
		guint viewer = find_viewer(viewers, &one->viewer);
		if (viewer == viewers->len || one->seq < after)
			continue;
		for (guint j = 0; j < news->events->len; j++)
			tell_one(one, &g_array_index(news->events, DdEvent, j), viewer);
		one->seq = MAX(one->seq, news->seq);
	}
	pthread_mutex_unlock(&self->mutex);
}

/* Signs of life, and the end of those that have lasted long: who comes again is asked anew who he is */
static void
beat(DdEvents *self)
{
	gint64 now = g_get_monotonic_time();
	pthread_mutex_lock(&self->mutex);
	for (guint i = 0; i < self->listeners->len; i++) {
		DdListener *one = g_ptr_array_index(self->listeners, i);
		if (now >= one->until)
			end(one);
		else if (now >= one->beat_at)
			say(one, ":\n\n", 3);
	}
	pthread_mutex_unlock(&self->mutex);
}

/* Returns: whether there is more to tell at once */
static bool
look(DdEvents *self)
{
	int64_t after, now = g_get_real_time() / G_USEC_PER_SEC + self->ahead;
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) viewers = collect(self, &after);
	g_auto(DdNews) news = {0};
	if (viewers->len == 0)
		return false;
	DdStore *store = dd_store_pool_take(self->pool, now, &error);
	if (store != NULL)
		dd_db_set_stop(dd_store_get_db(store), &self->stopping);
	bool good = store != NULL &&
		    dd_news_find(store, after, viewers, now, self->jobs, &news, &error);
	if (store != NULL)
		dd_db_set_stop(dd_store_get_db(store), NULL);
	dd_store_pool_give(self->pool, store, !good);
	if (good)
		tell(self, &news, viewers, after);
	else if (!__atomic_load_n(&self->stopping, __ATOMIC_RELAXED))
		g_message("events: %s", error->message);
	return good && news.more;
}

static void *
watch(void *data)
{
	DdEvents *self = data;
	pthread_mutex_lock(&self->mutex);
	while (!self->stopping) {
		while (self->listeners->len == 0 && !self->stopping)
			pthread_cond_wait(&self->change, &self->mutex);
		pthread_mutex_unlock(&self->mutex);
		bool more = look(self);
		beat(self);
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		gint64 next = until.tv_nsec + LOOK_NANOSECONDS;
		until.tv_sec += (time_t)(next / LOOK_NANOSECONDS);
		until.tv_nsec = (long)(next % LOOK_NANOSECONDS);
		pthread_mutex_lock(&self->mutex);
		while (!more && !self->stopping &&
			pthread_cond_timedwait(&self->change, &self->mutex, &until) == 0)
			continue;
	}
	pthread_mutex_unlock(&self->mutex);
	return NULL;
}

DdEvents *
dd_events_new(DdStorePool *pool, unsigned most, int64_t ahead, GError **error)
{
	g_autoptr(DdEvents) self = g_new0(DdEvents, 1);
	self->pool = pool;
	self->most = MIN(most, DD_MAX_LISTENERS);
	self->ahead = ahead;
	self->listeners = g_ptr_array_new();
	self->jobs = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	pthread_mutex_init(&self->mutex, NULL);
	pthread_cond_init(&self->change, NULL);
	int code = pthread_create(&self->thread, NULL, watch, self);
	self->runs = code == 0;
	if (self->runs)
		return g_steal_pointer(&self);
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot start a thread: %s", g_strerror(code));
	return NULL;
}

unsigned
dd_events_count(DdEvents *self)
{
	pthread_mutex_lock(&self->mutex);
	unsigned n = self->listeners->len;
	pthread_mutex_unlock(&self->mutex);
	return n;
}

void
dd_events_stop(DdEvents *self)
{
	pthread_mutex_lock(&self->mutex);
	__atomic_store_n(&self->stopping, true, __ATOMIC_RELAXED);
	for (guint i = 0; i < self->listeners->len; i++)
		end(g_ptr_array_index(self->listeners, i));
	pthread_cond_signal(&self->change);
	pthread_mutex_unlock(&self->mutex);
	if (self->runs)
		pthread_join(self->thread, NULL);
	self->runs = false;
}

void
dd_events_free(DdEvents *self)
{
	if (self == NULL)
		return;
	dd_events_stop(self);
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_ptr_array_unref(self->listeners);
	g_hash_table_unref(self->jobs);
	g_free(self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* directory-watch.c: a thread that asks a directory about one person after the other, and holds nothing of the store meanwhile */
#include "directory-watch.h"

#include <pthread.h>
#include <time.h>

#include "error.h"
#include "sign-in.h"

#define PAGE 100      /* accounts that are listed at a time */
#define GONE_FROM 3   /* that so many are gone at once may be the directory's doing … */
#define GONE_SHARE 2U /* … and is held to be, when they are more than one of so many */

/* One look at all. Those who are gone wait until everybody was asked for */
typedef struct {
	guint asked;
	GArray *gone;   /* DdVouchedUse */
	DdArena *arena; /* what these rest on */
} Look;

struct _DdDirectoryWatch {
	DdStorePool *pool;
	const DdVouch *vouch;
	int64_t ahead;
	pthread_mutex_t mutex;
	pthread_cond_t change;
	pthread_t thread;
	bool stopping; /* atomic, set under the mutex */
};

static bool
is_stopping(const DdDirectoryWatch *self)
{
	return __atomic_load_n(&self->stopping, __ATOMIC_RELAXED);
}

static int64_t
get_now(const DdDirectoryWatch *self)
{
	return g_get_real_time() / G_USEC_PER_SEC + self->ahead;
}

/* Has the account be as the directory says now. @found: NULL: it has nobody */
static bool
settle(const DdDirectoryWatch *self, const DdVouchedUse *use, const DdVouched *found, GError **error)
{
	const int64_t now = get_now(self);
	const DdActor actor = {now, use->name, "directory"};
	DdVouched person = found != NULL ? *found : (DdVouched){.way = DD_WAY_LDAP, .refused = true};
	bool refused = false;
	person.subject = use->subject;
	person.name = use->name;
	person.add = false; /* who signs in is added, not who is looked at */
	DdStore *store = dd_store_pool_take(self->pool, now, error);
	bool good = store != NULL && dd_vouched_follow(store, &person, &actor, &refused, error);
	dd_store_pool_give(self->pool, store, !good);
	if (good && refused)
		g_message("ldap: sessions and API tokens of account %" G_GINT64_FORMAT " ended",
			use->account);
	return good;
}

/* As settle, but the last administrator stays one */
static bool
settle_but_last(const DdDirectoryWatch *self, const DdVouchedUse *use, const DdVouched *found,
	GError **error)
{
	g_autoptr(GError) refusal = NULL;
	if (settle(self, use, found, &refusal))
		return true;
	if (g_error_matches(refusal, DD_ERROR, DD_ERROR_CONFLICT)) {
		g_message("ldap: account %" G_GINT64_FORMAT ": %s", use->account, refusal->message);
		return true;
	}
	g_propagate_error(error, g_steal_pointer(&refusal));
	return false;
}

/* Returns: FALSE when the directory or the store is out of reach: the others would be, too */
static bool
look_at(const DdDirectoryWatch *self, const DdVouchedUse *use, Look *all, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdVouched person;
	bool found = false;
	if (!dd_vouch_look(self->vouch, use->subject, arena, &person, &found, error))
		return false;
	all->asked++;
	if (found)
		return settle_but_last(self, use, &person, error);
	const DdVouchedUse kept = {use->account, dd_arena_strdup(all->arena, use->name),
		dd_arena_strdup(all->arena, use->subject)};
	g_array_append_val(all->gone, kept);
	return true;
}

/*
 * Who is gone loses what he has. A directory that is being filled anew, or lets the server read it no more, answers that nearly everybody is: API
 * tokens that end by that would have to be made and handed out again, so that nothing ends then, and the log tells
 */
static bool
settle_gone(const DdDirectoryWatch *self, const Look *all, GError **error)
{
	const guint n = all->gone->len;
	if (n >= GONE_FROM && n > all->asked / GONE_SHARE) {
		g_warning("ldap: the directory has nobody for %u of %u accounts; nothing was ended",
			n, all->asked);
		return true;
	}
	for (guint i = 0; i < n; i++)
		if (!settle_but_last(self, &g_array_index(all->gone, DdVouchedUse, i), NULL, error))
			return false;
	return true;
}

/* Returns: (transfer full) the next accounts, NULL on failure */
static GArray *
list_behind(const DdDirectoryWatch *self, int64_t after, DdArena *arena, GError **error)
{
	DdStore *store = dd_store_pool_take(self->pool, get_now(self), error);
	GArray *uses = store != NULL ? dd_vouched_list(store, DD_WAY_LDAP, after, PAGE, arena, error)
				     : NULL;
	dd_store_pool_give(self->pool, store, uses == NULL);
	return uses;
}

/* Returns: FALSE when not everybody was asked for: @error tells why, or the server ends */
static bool
look_at_all(const DdDirectoryWatch *self, Look *all, GError **error)
{
	int64_t after = 0;
	for (bool more = true; more;) {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray) uses = list_behind(self, after, arena, error);
		if (uses == NULL)
			return false;
		more = uses->len == PAGE;
		for (guint i = 0; i < uses->len; i++) {
			const DdVouchedUse *use = &g_array_index(uses, DdVouchedUse, i);
			after = use->account;
			if (is_stopping(self) || !look_at(self, use, all, error))
				return false;
		}
	}
	return true;
}

static void
look(const DdDirectoryWatch *self)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) gone = g_array_new(FALSE, FALSE, sizeof(DdVouchedUse));
	Look all = {.gone = gone, .arena = arena};
	if (!look_at_all(self, &all, &error) || !settle_gone(self, &all, &error))
		if (error != NULL)
			g_message("ldap: %s", error->message);
}

static void *
watch(void *data)
{
	DdDirectoryWatch *self = data;
	const time_t pause = (time_t)dd_vouch_get_look_again(self->vouch);
	pthread_mutex_lock(&self->mutex);
	while (!self->stopping) {
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec += pause;
		while (!self->stopping &&
			pthread_cond_timedwait(&self->change, &self->mutex, &until) == 0)
			continue;
		if (self->stopping)
			break;
		pthread_mutex_unlock(&self->mutex);
		look(self);
		pthread_mutex_lock(&self->mutex);
	}
	pthread_mutex_unlock(&self->mutex);
	return NULL;
}

bool
dd_directory_watch_new(DdStorePool *pool, const DdVouch *vouch, int64_t ahead,
	DdDirectoryWatch **out, GError **error)
{
	*out = NULL;
	if (dd_vouch_get_look_again(vouch) == 0)
		return true;
	DdDirectoryWatch *self = g_new0(DdDirectoryWatch, 1);
	self->pool = pool;
	self->vouch = vouch;
	self->ahead = ahead;
	pthread_mutex_init(&self->mutex, NULL);
	pthread_cond_init(&self->change, NULL);
	int code = pthread_create(&self->thread, NULL, watch, self);
	if (code == 0) {
		*out = self;
		return true;
	}
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot start a thread: %s", g_strerror(code));
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
	return false;
}

void
dd_directory_watch_free(DdDirectoryWatch *self)
{
	if (self == NULL)
		return;
	pthread_mutex_lock(&self->mutex);
	__atomic_store_n(&self->stopping, true, __ATOMIC_RELAXED);
	pthread_cond_signal(&self->change);
	pthread_mutex_unlock(&self->mutex);
	pthread_join(self->thread, NULL);
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_free(self);
}

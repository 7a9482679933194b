/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * job-runner.c: one thread takes jobs and tells the store how far they are, the others each do one. What a document is made of is read by a worker in
 * its sandbox, as by dondoc import
 */
#include "job-runner.h"

#include <pthread.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "attachment.h"
#include "error.h"
#include "importing.h"
#include "job-file.h"
#include "job-locked.h"
#include "maxima.h"
#include "secret.h"

#define STEP_NANOSECONDS G_GINT64_CONSTANT(1000000000) /* between two looks at the store */
#define SWEPT_AT_ONCE 20                               /* files of tasks */
#define RENEW_EACH ((gint64)5 * G_USEC_PER_SEC)        /* a quarter of a lease */

/* A thread that does jobs. What has no mark here is under the mutex */
typedef struct {
	DdRunner *runner;
	pthread_t thread;
	bool started;
	DdArena *arena; /* of the job; NULL: it has none */
	DdJob job;
	GBytes *content;
	char *password; /* NULL: none was given */
	bool stop;      /* atomic: the job is not ours any more, or the server ends */
	bool cancelling; /* somebody is: it is not given back before that is done, else it would be taken again */
	DdJobProgress progress, told;
	gint64 told_at; /* of g_get_monotonic_time */
} Slot;

/* Stages are words of ours, which outlive every job */
static const DdJobProgress beginning = {"opening", 0, 0};
static const char keeping[] = "keeping";

/* What reads, by a directory as it was; under the mutex but reader */
typedef struct {
	DdReader *reader;
	char *units; /* that it was made with */
	unsigned users;
} Shared;

/* A job that is ours, and waits for a thread with the password that somebody gave */
typedef struct {
	int64_t job;
	char *password;
	gint64 told_at; /* as of Slot */
} Unlocked;

struct _DdRunner {
	DdStorePool *pool;
	int64_t ahead;
	char *owner;
	Shared *shared; /* the newest one, a user itself; NULL: nothing was read yet */
	pthread_mutex_t mutex;
	pthread_cond_t change;
	bool stopping, woken;
	pthread_t keeper;
	bool keeps;
	unsigned n;
	Slot *slots;
	GArray *unlocked; /* Unlocked; the keeper alone takes some out */
};

/* A job on its way, in the thread that does it */
typedef struct {
	Slot *slot;
	DdStore *store;
	DdIntakeFile file;
	DdJobLease lease;
	bool broken;      /* the store is out of reach: what was done is found by who takes over */
	size_t n_found;   /* documents */
	char *message;    /* of the first failure */
	GPtrArray *asked; /* what wants a password, or another one, by its name inside */
	int64_t n_told;   /* documents that were told of before a password was given */
} Work;

static void
wipe_password(char **password)
{
	if (*password != NULL)
		dd_secret_wipe(*password, strlen(*password));
	g_clear_pointer(password, g_free);
}

static void
clear_unlocked(void *data)
{
	wipe_password(&((Unlocked *)data)->password);
}

static int64_t
get_now(const DdRunner *self)
{
	return g_get_real_time() / G_USEC_PER_SEC + self->ahead;
}

static DdActor
actor_of(const Work *work)
{
	const Slot *slot = work->slot;
	return (DdActor){get_now(slot->runner), slot->job.who, slot->job.origin};
}

static bool
is_stopped(const Slot *slot)
{
	return __atomic_load_n(&slot->stop, __ATOMIC_RELAXED);
}

static void
set_stop(Slot *slot)
{
	__atomic_store_n(&slot->stop, true, __ATOMIC_RELAXED);
}

static void
tell_stage(Slot *slot, const char *stage, uint32_t done, uint32_t of)
{
	pthread_mutex_lock(&slot->runner->mutex);
	slot->progress = (DdJobProgress){stage, done, of};
	pthread_mutex_unlock(&slot->runner->mutex);
}

static void
take_pages(uint32_t done, uint32_t of, void *user_data)
{
	tell_stage(user_data, "recognising", done, of);
}

static void
take_converting(bool begins, void *user_data)
{
	tell_stage(user_data, begins ? "converting" : "opening", 0, 0);
}

/* The store's own trouble ends the job here; that of one document is told with it */
static bool
is_of_store(const GError *error)
{
	return g_error_matches(error, DD_ERROR, DD_ERROR_UNAVAILABLE) ||
	       g_error_matches(error, DD_ERROR, DD_ERROR_NO_SPACE) ||
	       g_error_matches(error, DD_ERROR, DD_ERROR_UNSURE) ||
	       g_error_matches(error, DD_ERROR, DD_ERROR_IO) ||
	       g_error_matches(error, DD_ERROR, DD_ERROR_INTERNAL);
}

/* What came of a try to keep something */
static void
take_outcome(Work *work, bool good, bool held, const GError *error)
{
	if (good && held)
		return;
	if (!good)
		g_message("job %" G_GINT64_FORMAT ": %s", work->lease.job, error->message);
	work->broken = work->broken || !good;
	set_stop(work->slot);
}

static void
note(Work *work, const DdJobFound *found)
{
	const DdActor actor = actor_of(work);
	g_autoptr(GError) error = NULL;
	bool held = false;
	bool good = dd_job_note(work->store, &actor, &work->lease, found, &held, &error);
	take_outcome(work, good, held, error);
}

static void
take_failure(const char *inner, const char *inside, const GError *why, bool skipped, void *user_data)
{
	Work *work = user_data;
	(void)inner;
	if (skipped || is_stopped(work->slot))
		return;
	if (g_error_matches(why, DD_ERROR, DD_ERROR_PASSWORD)) {
		g_ptr_array_add(work->asked, g_strdup(inside));
		return;
	}
	g_autofree char *message = g_utf8_make_valid(why->message, -1);
	note(work, &(DdJobFound){.inside = inside, .result = "failed", .message = message});
	if (work->message == NULL)
		work->message = g_steal_pointer(&message);
}

static void
take_document(const DdImported *found, void *user_data)
{
	Work *work = user_data;
	const DdActor actor = actor_of(work);
	g_autoptr(GError) error = NULL;
	bool held = false;
	if (is_stopped(work->slot))
		return;
	tell_stage(work->slot, keeping, 0, 0);
	const DdIntake intake = {.file = &work->file,
		.inside = found->inside,
		.reading = found->reading,
		.program = DONDOC_VERSION,
		.text = found->text,
		.source = found->source};
	/* whoever cancels it need not wait until it is kept: nothing of it is then */
	dd_db_set_stop(dd_store_get_db(work->store), &work->slot->stop);
	bool good = dd_job_keep(work->store, &actor, &work->lease, &intake, &held, &error);
	dd_db_set_stop(dd_store_get_db(work->store), NULL);
	if (!good && is_stopped(work->slot))
		return;
	if (!good && !is_of_store(error)) {
		take_failure(found->inner, found->inside, error, false, work);
		return;
	}
	work->n_found++;
	take_outcome(work, good, held, error);
	tell_stage(work->slot, "opening", 0, 0);
}

/* Under the mutex. NULL is fine */
static void
leave_shared(Shared *shared)
{
	if (shared == NULL || --shared->users > 0)
		return;
	dd_reader_free(shared->reader);
	g_free(shared->units);
	g_free(shared);
}

/* Returns: (transfer full) what reads by the directory as it is now, for leave_shared: made anew when that has changed, which takes some time and memory */
static Shared *
use_shared(DdRunner *self, DdStore *store, GError **error)
{
	g_autofree char *units = dd_import_list_units(store, error);
	if (units == NULL)
		return NULL;
	pthread_mutex_lock(&self->mutex);
	Shared *shared = self->shared;
	if (shared == NULL || strcmp(shared->units, units) != 0) {
		DdReader *reader = dd_reader_new(units, error);
		shared = reader != NULL ? g_new(Shared, 1) : NULL;
		if (shared != NULL) {
			*shared = (Shared){reader, g_steal_pointer(&units), 1};
			leave_shared(self->shared);
			self->shared = shared;
		}
	}
	if (shared != NULL)
		shared->users++;
	pthread_mutex_unlock(&self->mutex);
	return shared;
}

static bool
import(Work *work, GError **error)
{
	Slot *slot = work->slot;
	DdJobFound known = {.inside = "", .result = "same"};
	if (!dd_import_find(work->store, &work->file, &known.document, error))
		return false;
	if (known.document != 0) {
		work->n_found++;
		note(work, &known);
		return true;
	}
	Shared *shared = use_shared(slot->runner, work->store, error);
	if (shared == NULL)
		return false;
	dd_import_file(&(DdImportTask){.file = &work->file,
		.reader = shared->reader,
		.open = {.password = slot->password,
			.progress = take_pages,
			.converting = take_converting,
			.user_data = slot,
			.stop = &slot->stop},
		.document = take_document,
		.failure = take_failure,
		.user_data = work});
	pthread_mutex_lock(&slot->runner->mutex);
	leave_shared(shared);
	pthread_mutex_unlock(&slot->runner->mutex);
	return true;
}

static void
wait_cancelled(Slot *slot)
{
	DdRunner *self = slot->runner;
	pthread_mutex_lock(&self->mutex);
	while (slot->cancelling && !self->stopping)
		pthread_cond_wait(&self->change, &self->mutex);
	pthread_mutex_unlock(&self->mutex);
}

/*
 * @asks_out: whether something in the file wants a password; not what an earlier one opened, where each has its own. @wrong_out: whether the one
 * that was given opened nothing
 */
static bool
find_asked(Work *work, bool *asks_out, bool *wrong_out, GError **error)
{
	int64_t n = 0;
	*asks_out = *wrong_out = false;
	if (!dd_job_count_found(work->store, work->lease.job, &n, error))
		return false;
	for (guint i = 0; i < work->asked->len && !*asks_out; i++) {
		bool there;
		if (!dd_job_has_found(work->store, work->lease.job,
			    g_ptr_array_index(work->asked, i), &there, error))
			return false;
		*asks_out = !there;
	}
	*wrong_out = *asks_out && work->slot->password != NULL && n == work->n_told;
	return true;
}

/* Ends the job, or leaves it to who has it now, or lets another server have it */
static bool
finish(Work *work, GError **error)
{
	const DdActor actor = actor_of(work);
	bool held, asks, wrong;
	wait_cancelled(work->slot);
	/* the store was away: that is no try of the file's. Fails it again, the lease runs out */
	if (work->broken)
		return dd_job_give_back(work->store, &work->lease, error);
	if (is_stopped(work->slot))
		return dd_job_give_back(work->store, &work->lease, error);
	if (!find_asked(work, &asks, &wrong, error))
		return false;
	if (asks)
		return dd_job_lock(work->store, &actor, &work->lease, wrong, &held, error);
	const char *message = work->n_found > 0 ? NULL
			      : work->message != NULL
				      ? work->message
				      : "không có văn bản nào trong tệp (no document in the file)";
	return dd_job_end(work->store, &actor, &work->lease, message, &held, error);
}

static void
do_job(Slot *slot)
{
	DdRunner *self = slot->runner;
	g_autoptr(GError) error = NULL;
	Work work = {.slot = slot,
		.lease = {slot->job.id, self->owner},
		.asked = g_ptr_array_new_with_free_func(g_free)};
	gsize len;
	const void *bytes = g_bytes_get_data(slot->content, &len);
	work.file = dd_intake_file_make(bytes != NULL ? bytes : "", len, slot->job.name);
	work.store = dd_store_pool_take(self->pool, get_now(self), &error);
	bool good = work.store != NULL &&
		    dd_job_count_found(work.store, work.lease.job, &work.n_told, &error) &&
		    import(&work, &error) && finish(&work, &error);
	if (!good)
		g_message("job %" G_GINT64_FORMAT ": %s", slot->job.id, error->message);
	dd_store_pool_give(self->pool, work.store, !good || work.broken);
	g_free(work.message);
	g_ptr_array_unref(work.asked);
}

static void *
do_jobs(void *data)
{
	Slot *slot = data;
	DdRunner *self = slot->runner;
	pthread_mutex_lock(&self->mutex);
	for (;;) {
		while (slot->arena == NULL && !self->stopping)
			pthread_cond_wait(&self->change, &self->mutex);
		if (slot->arena == NULL)
			break;
		pthread_mutex_unlock(&self->mutex);
		do_job(slot);
		pthread_mutex_lock(&self->mutex);
		g_clear_pointer(&slot->content, g_bytes_unref);
		wipe_password(&slot->password);
		g_clear_pointer(&slot->arena, dd_arena_free);
		self->woken = true;
		pthread_cond_broadcast(&self->change);
	}
	pthread_mutex_unlock(&self->mutex);
	return NULL;
}

/* Tells the store of one that is being done, when there is something to tell, or its lease is to go on */
static bool
renew(Slot *slot, DdStore *store, GError **error)
{
	DdRunner *self = slot->runner;
	gint64 now = g_get_monotonic_time();
	bool held = true;
	pthread_mutex_lock(&self->mutex);
	const DdJobLease lease = {slot->job.id, self->owner};
	const DdJobProgress progress = slot->progress;
	const DdJobProgress *told = &slot->told;
	bool same = strcmp(progress.stage, told->stage) == 0 &&
		    progress.pages_done == told->pages_done && progress.pages == told->pages;
	/* what is being kept goes on being held by that change */
	bool due = slot->arena != NULL && !is_stopped(slot) && progress.stage != keeping &&
		   (!same || now - slot->told_at >= RENEW_EACH);
	pthread_mutex_unlock(&self->mutex);
	if (!due)
		return true;
	if (!dd_job_renew(store, &lease, &progress, &held, error))
		return false;
	pthread_mutex_lock(&self->mutex);
	/* meanwhile it may have come to its end, and the slot to another job */
	if (slot->arena != NULL && slot->job.id == lease.job) {
		slot->told = progress;
		slot->told_at = now;
		if (!held)
			set_stop(slot);
	}
	pthread_mutex_unlock(&self->mutex);
	return true;
}

/* What a thread is to do */
typedef struct {
	DdArena *arena;
	DdJob job;
	GBytes *content;
	char *password;
} Order;

static void
clear_order(Order *self)
{
	g_clear_pointer(&self->arena, dd_arena_free);
	g_clear_pointer(&self->content, g_bytes_unref);
	wipe_password(&self->password);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Order, clear_order)

/* Takes a job out of those that wait with their password. @there_out: FALSE when there is none */
static bool
take_unlocked(DdRunner *self, DdStore *store, Order *out, bool *there_out, GError **error)
{
	int64_t id = 0;
	*there_out = false;
	pthread_mutex_lock(&self->mutex);
	if (self->unlocked->len > 0) {
		Unlocked *first = &g_array_index(self->unlocked, Unlocked, 0);
		id = first->job;
		out->password = g_steal_pointer(&first->password);
		g_array_remove_index(self->unlocked, 0);
	}
	pthread_mutex_unlock(&self->mutex);
	if (id == 0)
		return true;
	/* fails it, the lease runs out, and whoever takes it over finds that it asks for a password */
	if (!dd_job_get(store, id, out->arena, &out->job, there_out, error) ||
		!dd_job_get_content(store, id, &out->content, error))
		return false;
	*there_out = *there_out && out->content != NULL;
	if (!*there_out) {
		/* nobody else's file is tried with it */
		wipe_password(&out->password);
		g_clear_pointer(&out->content, g_bytes_unref);
	}
	return true;
}

/* Finds work for a thread that has none. @more_out: FALSE when there is none in the store */
static bool
fill(Slot *slot, DdStore *store, bool *more_out, GError **error)
{
	DdRunner *self = slot->runner;
	g_auto(Order) order = {.arena = dd_arena_new()};
	bool there = false;
	pthread_mutex_lock(&self->mutex);
	bool idle = slot->arena == NULL && !self->stopping;
	pthread_mutex_unlock(&self->mutex);
	if (!idle)
		return true;
	if (!take_unlocked(self, store, &order, &there, error) ||
		(!there && !dd_job_take(store, self->owner, get_now(self), order.arena, &order.job,
				   &order.content, more_out, error)))
		return false;
	if (!there && !*more_out)
		return true;
	pthread_mutex_lock(&self->mutex);
	if (self->stopping) {
		/* its thread may have ended already */
		pthread_mutex_unlock(&self->mutex);
		return dd_job_give_back(store, &(DdJobLease){order.job.id, self->owner}, error);
	}
	slot->job = order.job;
	slot->content = g_steal_pointer(&order.content);
	slot->password = g_steal_pointer(&order.password);
	slot->progress = slot->told = beginning;
	slot->told_at = g_get_monotonic_time();
	__atomic_store_n(&slot->stop, false, __ATOMIC_RELAXED);
	slot->cancelling = false;
	slot->arena = g_steal_pointer(&order.arena);
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
	return true;
}

/* The same of those that wait with their password; what is not ours any more is forgotten */
static bool
renew_unlocked(DdRunner *self, DdStore *store, GError **error)
{
	gint64 now = g_get_monotonic_time();
	for (guint i = 0;;) {
		bool held = true;
		pthread_mutex_lock(&self->mutex);
		bool more = i < self->unlocked->len;
		Unlocked one = more ? g_array_index(self->unlocked, Unlocked, i) : (Unlocked){0};
		pthread_mutex_unlock(&self->mutex);
		if (!more)
			return true;
		if (now - one.told_at >= RENEW_EACH &&
			!dd_job_renew(store, &(DdJobLease){one.job, self->owner}, &beginning, &held,
				error))
			return false;
		pthread_mutex_lock(&self->mutex);
		if (now - one.told_at >= RENEW_EACH)
			g_array_index(self->unlocked, Unlocked, i).told_at = now;
		if (held)
			i++;
		else
			g_array_remove_index(self->unlocked, i);
		pthread_mutex_unlock(&self->mutex);
	}
}

/* Renews all, those behind one that fails, too. Returns: FALSE when one failed, which is told */
static bool
renew_all(DdRunner *self, DdStore *store)
{
	bool good = true;
	for (unsigned i = 0; i < self->n; i++) {
		g_autoptr(GError) error = NULL;
		if (renew(&self->slots[i], store, &error))
			continue;
		g_message("job %" G_GINT64_FORMAT ": %s", self->slots[i].job.id, error->message);
		good = false;
	}
	g_autoptr(GError) error = NULL;
	if (!renew_unlocked(self, store, &error)) {
		g_message("jobs: %s", error->message);
		good = false;
	}
	return good;
}

/* Stops what is done for nobody any more: it was cancelled, by whichever server, or taken over */
static bool
stop_lost(DdRunner *self, DdStore *store, GError **error)
{
	g_autofree int64_t *had = g_new0(int64_t, self->n + 1);
	pthread_mutex_lock(&self->mutex);
	for (unsigned i = 0; i < self->n; i++)
		had[i] = self->slots[i].arena != NULL ? self->slots[i].job.id : 0;
	pthread_mutex_unlock(&self->mutex);
	g_autoptr(GArray) held = dd_job_list_held(store, self->owner, error);
	if (held == NULL)
		return false;
	for (guint i = 0; i < held->len; i++)
		for (unsigned j = 0; j < self->n; j++)
			if (had[j] == g_array_index(held, int64_t, i))
				had[j] = 0;
	pthread_mutex_lock(&self->mutex);
	for (unsigned i = 0; i < self->n; i++)
		if (had[i] != 0 && self->slots[i].arena != NULL && self->slots[i].job.id == had[i])
			set_stop(&self->slots[i]);
	pthread_mutex_unlock(&self->mutex);
	return true;
}

/* Some of the files of tasks that nobody used: others have their turns between two of them */
static bool
sweep_files(const DdRunner *self, DdStore *store, GError **error)
{
	bool gone = true;
	for (unsigned i = 0; gone && i < SWEPT_AT_ONCE; i++)
		if (!dd_attachment_sweep(store, get_now(self), &gone, error))
			return false;
	return true;
}

static void
look(DdRunner *self)
{
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_store_pool_take(self->pool, get_now(self), &error);
	bool good = store != NULL && stop_lost(self, store, &error), more = true, gone;
	bool renewed = good && renew_all(self, store);
	good = good && dd_job_fail_locked(store, get_now(self), &gone, &error) &&
	       sweep_files(self, store, &error) && dd_job_sweep_file(store, get_now(self), &error);
	for (unsigned i = 0; good && more && i < self->n; i++)
		good = fill(&self->slots[i], store, &more, &error);
	if (!good)
		g_message("jobs: %s", error->message);
	dd_store_pool_give(self->pool, store, !good || !renewed);
}

/* Gives those back that waited with their password: whoever takes one finds that it asks for it */
static void
leave_unlocked(DdRunner *self)
{
	g_autoptr(GError) error = NULL;
	if (self->unlocked->len == 0)
		return;
	DdStore *store = dd_store_pool_take(self->pool, get_now(self), &error);
	bool good = store != NULL;
	for (guint i = 0; good && i < self->unlocked->len; i++)
		good = dd_job_give_back(store,
			&(DdJobLease){g_array_index(self->unlocked, Unlocked, i).job, self->owner},
			&error);
	if (!good)
		g_message("jobs: %s", error->message);
	dd_store_pool_give(self->pool, store, !good);
}

static void *
keep(void *data)
{
	DdRunner *self = data;
	pthread_mutex_lock(&self->mutex);
	while (!self->stopping) {
		self->woken = false;
		pthread_mutex_unlock(&self->mutex);
		look(self);
		struct timespec until;
		clock_gettime(CLOCK_REALTIME, &until);
		gint64 next = until.tv_nsec + STEP_NANOSECONDS;
		until.tv_sec += (time_t)(next / STEP_NANOSECONDS);
		until.tv_nsec = (long)(next % STEP_NANOSECONDS);
		pthread_mutex_lock(&self->mutex);
		while (!self->stopping && !self->woken &&
			pthread_cond_timedwait(&self->change, &self->mutex, &until) == 0)
			continue;
	}
	pthread_mutex_unlock(&self->mutex);
	leave_unlocked(self);
	return NULL;
}

static bool
start(pthread_t *thread, void *(*run)(void *), void *data, GError **error)
{
	int code = pthread_create(thread, NULL, run, data);
	if (code == 0)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot start a thread: %s", g_strerror(code));
	return false;
}

DdRunner *
dd_runner_new(DdStorePool *pool, unsigned n, int64_t ahead, GError **error)
{
	g_autoptr(DdRunner) self = g_new0(DdRunner, 1);
	self->pool = pool;
	self->ahead = ahead;
	self->owner = g_strdup_printf("%s:%ld:%08x%08x", g_get_host_name(), (long)getpid(),
		g_random_int(), g_random_int());
	pthread_mutex_init(&self->mutex, NULL);
	pthread_cond_init(&self->change, NULL);
	self->n = n;
	self->slots = g_new0(Slot, MAX(n, 1));
	self->unlocked = g_array_new(FALSE, FALSE, sizeof(Unlocked));
	g_array_set_clear_func(self->unlocked, clear_unlocked);
	for (unsigned i = 0; i < n; i++) {
		Slot *slot = &self->slots[i];
		slot->runner = self;
		slot->progress = slot->told = beginning;
		slot->started = start(&slot->thread, do_jobs, slot, error);
		if (!slot->started)
			return NULL;
	}
	self->keeps = n > 0 && start(&self->keeper, keep, self, error);
	return self->keeps || n == 0 ? g_steal_pointer(&self) : NULL;
}

const char *
dd_runner_get_owner(const DdRunner *self)
{
	return self->owner;
}

bool
dd_runner_may_unlock(DdRunner *self)
{
	pthread_mutex_lock(&self->mutex);
	bool may = self->n > 0 && self->unlocked->len < DD_MAX_JOBS_UNLOCKED;
	pthread_mutex_unlock(&self->mutex);
	return may;
}

void
dd_runner_unlock(DdRunner *self, int64_t job, const char *password)
{
	const Unlocked one = {job, g_strdup(password), g_get_monotonic_time()};
	pthread_mutex_lock(&self->mutex);
	g_array_append_val(self->unlocked, one);
	self->woken = true;
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
}

void
dd_runner_wake(DdRunner *self)
{
	pthread_mutex_lock(&self->mutex);
	self->woken = true;
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
}

bool
dd_runner_set_cancelling(DdRunner *self, int64_t job, bool cancelling)
{
	bool here = false;
	pthread_mutex_lock(&self->mutex);
	for (unsigned i = 0; i < self->n; i++) {
		Slot *slot = &self->slots[i];
		if (slot->arena == NULL || slot->job.id != job)
			continue;
		slot->cancelling = cancelling;
		set_stop(slot);
		here = true;
	}
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
	return here;
}

unsigned
dd_runner_count(DdRunner *self)
{
	unsigned count = 0;
	pthread_mutex_lock(&self->mutex);
	for (unsigned i = 0; i < self->n; i++)
		count += self->slots[i].arena != NULL ? 1 : 0;
	pthread_mutex_unlock(&self->mutex);
	return count;
}

void
dd_runner_free(DdRunner *self)
{
	if (self == NULL)
		return;
	pthread_mutex_lock(&self->mutex);
	self->stopping = true;
	for (unsigned i = 0; i < self->n; i++)
		set_stop(&self->slots[i]);
	pthread_cond_broadcast(&self->change);
	pthread_mutex_unlock(&self->mutex);
	if (self->keeps)
		pthread_join(self->keeper, NULL);
	for (unsigned i = 0; i < self->n; i++)
		if (self->slots[i].started)
			pthread_join(self->slots[i].thread, NULL);
	leave_shared(self->shared);
	g_array_unref(self->unlocked);
	pthread_cond_destroy(&self->change);
	pthread_mutex_destroy(&self->mutex);
	g_free(self->slots);
	g_free(self->owner);
	g_free(self);
}

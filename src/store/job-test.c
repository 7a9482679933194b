/* SPDX-License-Identifier: GPL-3.0-or-later */
/* job-test.c: jobs on each engine: one server has one, takes over what another one left, and keeps nothing that it does not hold */
#include "job-locked.h"

#include "audit.h"
#include "error.h"
#include "job-file.h"
#include "json-read.h"
#include "maxima.h"
#include "statements-job.h"
#include "store-test-support.h"
#include "stored.h"

#include <string.h>

#define START 1800000000

static const DdActor clerk = {.now = START, .who = "Văn thư", .origin = "api:10.0.0.1"};

static const DdDbStatement expire = {.sql = "UPDATE job SET leased_until = 1"};
static const DdDbStatement leased = {.sql = "SELECT count(*) FROM job WHERE leased_until > 1"};
static const DdDbStatement lock = {.sql = "UPDATE job SET stage = 'keeping' WHERE id = $1"};
static const DdDbStatement files = {.sql = "SELECT count(*) FROM job_piece"};
static const DdDbStatement wishes = {.sql = "SELECT count(*) FROM job_wish"};
static const DdDbStatement owners = {.sql = "SELECT count(*) FROM job WHERE owner IS NOT NULL"};

static const char plan[] =
	"{\"file\": \"a.txt\", \"document\": {\"type\": \"Kế hoạch\", \"number\": \"12/KH-UBND\", "
	"\"issuer\": \"UBND tỉnh\", \"date\": \"2026-01-05\", \"year\": 2026}, \"tasks\": ["
	"{\"id\": \"1\", \"line_start\": 1, \"line_end\": 1, \"text\": \"Rà soát chi.\", \"lead\": "
	"[\"Sở Nội vụ\"], \"time\": {\"kind\": \"none\"}}]}";

static int64_t
add(DdStore *store, const char *name, const char *bytes, const DdActor *actor)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	const DdIntakeFile file = dd_intake_file_make(bytes, strlen(bytes), name);
	int64_t id = 0;
	size_t half = file.len / 2;
	g_assert_true(dd_change_begin(store, actor, &change, &error));
	g_assert_true(dd_job_number(&change, 1, &id, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_true(dd_job_put_piece(store, id, 0, bytes, half, &error));
	g_assert_true(dd_job_put_piece(store, id, 1, bytes + half, file.len - half, &error));
	g_assert_true(dd_change_begin(store, actor, &change, &error));
	g_assert_true(dd_job_add(&change, id, &file, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_no_error(error);
	return id;
}

/* Returns: the number of the job that @owner got, 0 none */
static int64_t
take(DdStore *store, const char *owner, const char *bytes)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GBytes) content = NULL;
	DdJob job;
	bool taken = false;
	g_assert_true(dd_job_take(store, owner, START, arena, &job, &content, &taken, &error));
	g_assert_no_error(error);
	if (!taken)
		return 0;
	g_assert_cmpint(job.state, ==, DD_JOB_RUNNING);
	g_autoptr(GBytes) wanted = g_bytes_new_static(bytes, strlen(bytes));
	g_assert_true(g_bytes_equal(content, wanted));
	return job.id;
}

static DdJob
get(DdStore *store, int64_t id, DdArena *arena)
{
	g_autoptr(GError) error = NULL;
	DdJob job = {0};
	bool found = false;
	g_assert_true(dd_job_get(store, id, arena, &job, &found, &error));
	g_assert_no_error(error);
	g_assert_true(found);
	return job;
}

static bool
renew(DdStore *store, int64_t job, const char *owner)
{
	g_autoptr(GError) error = NULL;
	bool held = false;
	const DdJobProgress progress = {"recognising", 2, 5};
	g_assert_true(dd_job_renew(store, &(DdJobLease){job, owner}, &progress, &held, &error));
	g_assert_no_error(error);
	return held;
}

static bool
keep(DdStore *store, int64_t job, const char *owner, const char *inside)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = dd_reading_parse_json(plan, strlen(plan), &error);
	const DdIntakeFile file = dd_intake_file_make("plan", 4, "a.txt");
	bool held = false;
	g_assert_no_error(error);
	g_assert_true(dd_job_keep(store, &clerk, &(DdJobLease){job, owner},
		&(DdIntake){&file, inside, reading, "test", NULL, NULL}, &held, &error));
	g_assert_no_error(error);
	return held;
}

static bool
end(DdStore *store, int64_t job, const char *owner, const char *message)
{
	g_autoptr(GError) error = NULL;
	bool held = false;
	g_assert_true(dd_job_end(store, &clerk, &(DdJobLease){job, owner}, message, &held, &error));
	g_assert_no_error(error);
	return held;
}

static bool
cancel(DdStore *store, int64_t job)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	bool cancelled = false;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_true(dd_job_cancel(&change, job, &cancelled, &error));
	g_assert_true(dd_change_commit(&change, &error));
	return cancelled;
}

static int64_t
count(DdStore *store, const DdDbStatement *statement)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(store), statement, DD_DB_NO_ARGS, &error);
	bool have = false;
	g_assert_true(dd_db_rows_next(rows, &have, &error));
	return dd_db_rows_get_int(rows, 0);
}

static void
expire_leases(DdStore *store)
{
	g_assert_true(dd_db_run(dd_store_get_db(store), &expire, DD_DB_NO_ARGS, NULL));
}

static unsigned
count_documents(DdStore *store)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray)
		all = dd_stored_documents(store, &(DdDocumentFilter){.limit = 10}, arena, NULL);
	return all->len;
}

/* The chain of records holds */
static void
assert_whole(DdStore *store)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpint(verdict.broken, ==, 0);
}

static void
test_statements(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	for (DdJobSql i = 0; i < DD_JOB_SQL_LAST; i++) {
		g_autoptr(GError) error = NULL;
		g_assert_true(dd_db_prepare(dd_store_get_db(store), &dd_job_sql[i], &error));
		g_assert_no_error(error);
	}
}

static void
test_life(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t id = add(store, "kế hoạch.txt", "một", &clerk);
	DdJob job = get(store, id, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_WAITING);
	g_assert_cmpstr(job.name, ==, "kế hoạch.txt");
	g_assert_cmpstr(job.who, ==, clerk.who);
	g_assert_cmpstr(dd_job_state_to_string(job.state), ==, "waiting");
	g_assert_cmpint(take(store, "a", "một"), ==, id);
	g_assert_cmpint(take(store, "b", ""), ==, 0);
	g_assert_true(renew(store, id, "a"));
	job = get(store, id, arena);
	g_assert_cmpstr(job.progress.stage, ==, "recognising");
	g_assert_cmpint(job.progress.pages_done, ==, 2);
	g_assert_cmpint(job.progress.pages, ==, 5);
	g_assert_true(keep(store, id, "a", ""));
	g_assert_true(end(store, id, "a", NULL));
	job = get(store, id, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_DONE);
	g_assert_cmpint(job.ended_at, ==, START);
	g_assert_null(job.message);
	g_autoptr(GArray) found = dd_job_list_found(store, id, arena, NULL);
	g_assert_cmpuint(found->len, ==, 1);
	const DdJobFound *one = &g_array_index(found, DdJobFound, 0);
	g_assert_cmpstr(one->result, ==, "new");
	g_assert_cmpint(one->document, ==, 1);
	g_assert_cmpint(one->tasks, ==, 1);
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_cmpint(count(store, &files), ==, 0);
	g_assert_cmpint(count(store, &owners), ==, 0);
	/* what has ended stays so */
	g_assert_false(end(store, id, "a", "lỗi"));
	g_assert_false(cancel(store, id));
	g_assert_false(renew(store, id, "a"));
	g_assert_cmpint(take(store, "b", ""), ==, 0);
	assert_whole(store);
}

/* A server dies behind its first document: another one takes over, and tells what the first one kept as new */
static void
test_taken_over(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t id = add(store, "a.zip", "zip", &clerk);
	g_assert_cmpint(take(store, "dead", "zip"), ==, id);
	g_assert_true(keep(store, id, "dead", "x.docx"));
	g_assert_cmpint(take(store, "other", "zip"), ==, 0);
	expire_leases(store);
	g_assert_cmpint(take(store, "other", "zip"), ==, id);
	/* the first one was only slow: nothing of it counts any more */
	g_assert_false(renew(store, id, "dead"));
	g_assert_false(keep(store, id, "dead", "y.docx"));
	g_assert_false(end(store, id, "dead", NULL));
	g_assert_true(keep(store, id, "other", "x.docx"));
	g_assert_true(keep(store, id, "other", "y.docx"));
	g_assert_true(end(store, id, "other", NULL));
	g_autoptr(GArray) found = dd_job_list_found(store, id, arena, NULL);
	g_assert_cmpuint(found->len, ==, 2);
	g_assert_cmpstr(g_array_index(found, DdJobFound, 0).result, ==, "new");
	g_assert_cmpstr(g_array_index(found, DdJobFound, 1).result, ==, "form");
	g_assert_cmpuint(count_documents(store), ==, 1);
	assert_whole(store);
}

/* What is kept is held for as long again as a lease, however long keeping it took */
static void
test_kept(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	int64_t id = add(store, "a.zip", "zip", &clerk);
	g_assert_cmpint(take(store, "a", "zip"), ==, id);
	expire_leases(store);
	g_assert_true(keep(store, id, "a", "x.docx"));
	g_assert_cmpint(count(store, &leased), ==, 1);
	g_assert_cmpint(take(store, "b", ""), ==, 0);
}

/* A document that takes long to be kept does not keep its server from the leases of others, nor from its own */
static void
test_renewed_beside(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdStore) keeper = dd_store_test_open(url, START);
	g_auto(DdDbTransaction) transaction = {0};
	if (dd_db_get_engine(dd_store_get_db(store)) == DD_DB_SQLITE)
		return; /* which locks no rows: others wait for the whole store */
	int64_t kept = add(store, "a.zip", "a", &clerk);
	int64_t other = add(store, "b.zip", "b", &clerk);
	g_assert_cmpint(take(store, "a", "a"), ==, kept);
	g_assert_cmpint(take(store, "a", "b"), ==, other);
	g_assert_true(dd_db_begin(dd_store_get_db(keeper), DD_DB_WRITE, &transaction, &error));
	g_assert_true(dd_db_run(dd_store_get_db(keeper), &lock, DD_DB_ARGS(dd_db_int(kept)), &error));
	g_assert_true(renew(store, kept, "a"));
	g_assert_false(renew(store, kept, "b"));
	g_assert_true(renew(store, other, "a"));
	g_autoptr(GArray) held = dd_job_list_held(store, "a", &error);
	g_assert_cmpuint(held->len, ==, 2);
	g_assert_cmpint(g_array_index(held, int64_t, 1), ==, other);
	dd_db_transaction_clear(&transaction);
	g_assert_true(cancel(store, kept));
	g_autoptr(GArray) left = dd_job_list_held(store, "a", &error);
	g_assert_cmpuint(left->len, ==, 1);
}

/* Returns: how many jobs @owner has, as far as it knows */
static guint
count_held(DdStore *store, const char *owner)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GArray) held = dd_job_list_held(store, owner, &error);
	g_assert_no_error(error);
	return held->len;
}

/* Another server is about to cancel a job whose document is being kept: who keeps it learns of that before it is kept */
static void
test_asked_to_stop(const char *url)
{
	static const DdDbStatement died = {.sql = "UPDATE job_wish SET asked_at = 1"};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdStore) keeper = dd_store_test_open(url, START);
	g_auto(DdDbTransaction) transaction = {0};
	int64_t id = add(store, "a.zip", "a", &clerk);
	g_assert_cmpint(take(store, "a", "a"), ==, id);
	/* SQLite locks no rows: others wait for the whole store */
	if (dd_db_get_engine(dd_store_get_db(store)) == DD_DB_PGSQL) {
		g_assert_true(dd_db_begin(dd_store_get_db(keeper), DD_DB_WRITE, &transaction, &error));
		g_assert_true(
			dd_db_run(dd_store_get_db(keeper), &lock, DD_DB_ARGS(dd_db_int(id)), &error));
	}
	g_assert_true(dd_job_ask_stop(store, id, &error));
	g_assert_cmpuint(count_held(store, "a"), ==, 0);
	dd_db_transaction_clear(&transaction);
	g_assert_true(dd_job_give_back(store, &(DdJobLease){id, "a"}, &error));
	g_assert_cmpint(take(store, "a", ""), ==, 0);
	/* who asked has died: it goes on */
	g_assert_true(dd_db_run(dd_store_get_db(store), &died, DD_DB_NO_ARGS, &error));
	g_assert_cmpint(take(store, "b", "a"), ==, id);
	g_assert_cmpuint(count_held(store, "b"), ==, 1);
	g_assert_true(dd_job_ask_stop(store, id, &error));
	g_assert_cmpuint(count_held(store, "b"), ==, 0);
	g_assert_true(cancel(store, id));
	g_assert_cmpint(count(store, &wishes), ==, 0);
	assert_whole(store);
}

/* Whoever is told to stop keeps nothing */
static void
test_stopped(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_auto(DdChange) change = {0};
	const DdIntakeFile file = dd_intake_file_make("a", 1, "a.txt");
	bool stop = false;
	int64_t id;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_true(dd_job_number(&change, 1, &id, &error));
	dd_db_set_stop(dd_store_get_db(store), &stop);
	stop = true;
	g_assert_false(dd_job_add(&change, id, &file, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	g_clear_error(&error);
	g_assert_false(dd_change_commit(&change, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	dd_change_clear(&change);
	dd_db_set_stop(dd_store_get_db(store), NULL);
	g_assert_cmpint(count(store, &files), ==, 0);
}

/* Pieces of what never became a job, and of what has ended, go; those of others stay */
static void
test_pieces(const char *url)
{
	static const DdDbStatement old = {
		.sql = "UPDATE job_piece SET added_at = 1 WHERE job_id = 3"};
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_auto(DdChange) change = {0};
	const DdIntakeFile file = dd_intake_file_make("abc", 3, "a.txt");
	int64_t waits = add(store, "a.pdf", "abc", &clerk), gone = add(store, "b.pdf", "abc", &clerk);
	int64_t lost = 0;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_true(dd_job_number(&change, 1, &lost, &error));
	g_assert_cmpint(lost, ==, 3);
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_true(dd_job_put_piece(store, lost, 0, "ab", 2, &error));
	/* one that is not whole is none */
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_false(dd_job_add(&change, lost, &file, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_UNAVAILABLE);
	g_clear_error(&error);
	dd_change_clear(&change);
	g_assert_true(dd_job_sweep_file(store, START, &error));
	g_assert_cmpint(count(store, &files), ==, 5);
	g_assert_true(cancel(store, gone));
	g_assert_true(dd_job_sweep_file(store, START, &error));
	g_assert_cmpint(count(store, &files), ==, 3);
	g_assert_true(dd_db_run(dd_store_get_db(store), &old, DD_DB_NO_ARGS, &error));
	g_assert_true(dd_job_sweep_file(store, START, &error));
	g_assert_true(dd_job_sweep_file(store, START, &error));
	g_assert_cmpint(count(store, &files), ==, 2);
	g_assert_cmpint(take(store, "a", "abc"), ==, waits);
	assert_whole(store);
}

static void
test_tries(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t bad = add(store, "bad.pdf", "bad", &clerk);
	int64_t good = add(store, "good.pdf", "good", &clerk);
	/* what is given back does not count */
	for (int i = 0; i < DD_MAX_JOB_TRIES + 1; i++) {
		g_assert_cmpint(take(store, "a", "bad"), ==, bad);
		g_assert_true(dd_job_give_back(store, &(DdJobLease){bad, "a"}, NULL));
	}
	for (int i = 0; i < DD_MAX_JOB_TRIES; i++) {
		g_assert_cmpint(take(store, "a", "bad"), ==, bad);
		expire_leases(store);
	}
	g_assert_cmpint(take(store, "a", "good"), ==, good);
	DdJob job = get(store, bad, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_FAILED);
	g_autofree char *died = g_strdup_printf("the server died %d times", DD_MAX_JOB_TRIES);
	g_assert_nonnull(strstr(job.message, died));
	assert_whole(store);
}

static bool
lock_job(DdStore *store, int64_t job, const char *owner, bool wrong)
{
	g_autoptr(GError) error = NULL;
	bool held = false;
	g_assert_true(dd_job_lock(store, &clerk, &(DdJobLease){job, owner}, wrong, &held, &error));
	g_assert_no_error(error);
	return held;
}

static bool
unlock_job(DdStore *store, int64_t job, const char *owner)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	bool taken = false;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_true(dd_job_unlock(&change, &(DdJobLease){job, owner}, &taken, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_no_error(error);
	return taken;
}

/* One that wants a password waits for it: nobody takes it, save who was given one */
static void
test_locked(const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GBytes) content = NULL;
	bool there = true;
	int64_t id = add(store, "a.zip", "zip", &clerk);
	g_assert_false(unlock_job(store, id, "a"));
	g_assert_cmpint(take(store, "a", "zip"), ==, id);
	g_assert_true(keep(store, id, "a", "x.docx"));
	g_assert_true(lock_job(store, id, "a", false));
	g_assert_false(lock_job(store, id, "a", true));
	DdJob job = get(store, id, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_WAITING);
	g_assert_cmpint(job.locked_at, ==, START);
	g_assert_cmpint(job.tries, ==, 0);
	g_assert_cmpint(job.wrong_passwords, ==, 0);
	g_assert_cmpint(take(store, "b", ""), ==, 0);
	/* of two that were given one the first has it; when that dies it is another one's, who finds that it asks for one */
	g_assert_true(unlock_job(store, id, "a"));
	g_assert_false(unlock_job(store, id, "b"));
	g_assert_cmpint(take(store, "b", ""), ==, 0);
	g_assert_cmpint(get(store, id, arena).locked_at, ==, 0);
	g_assert_true(dd_job_get_content(store, id, &content, &error));
	g_assert_cmpuint(g_bytes_get_size(content), ==, 3);
	expire_leases(store);
	g_assert_cmpint(take(store, "b", "zip"), ==, id);
	g_assert_false(lock_job(store, id, "a", true));
	g_assert_true(lock_job(store, id, "b", false));
	/* what it told of is known */
	g_assert_true(dd_job_has_found(store, id, "x.docx", &there, &error));
	g_assert_true(there);
	g_assert_true(dd_job_has_found(store, id, "y.docx", &there, &error));
	g_assert_false(there);
	g_assert_true(cancel(store, id));
	g_assert_cmpint(get(store, id, arena).locked_at, ==, 0);
	g_assert_false(unlock_job(store, id, "a"));
	assert_whole(store);
}

static void
test_passwords(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t id = add(store, "a.pdf", "a", &clerk);
	g_assert_cmpint(take(store, "a", "a"), ==, id);
	for (int i = 0; i < DD_MAX_JOB_PASSWORDS; i++) {
		g_assert_true(lock_job(store, id, "a", i > 0));
		DdJob job = get(store, id, arena);
		g_assert_cmpint(job.state, ==, DD_JOB_WAITING);
		g_assert_cmpint(job.wrong_passwords, ==, i);
		g_assert_true(unlock_job(store, id, "a"));
	}
	g_assert_true(lock_job(store, id, "a", true));
	DdJob job = get(store, id, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_FAILED);
	g_assert_cmpint(job.ended_at, ==, START);
	g_assert_nonnull(strstr(job.message, "too many wrong passwords"));
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_cmpint(count(store, &files), ==, 0);
	assert_whole(store);
}

/* They do not wait for ever, nor in any number */
static void
test_locked_for_long(const char *url)
{
	const int64_t span = (int64_t)DD_MAX_JOB_LOCKED_DAYS * 86400;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	bool failed = true;
	for (int64_t id = 1; id <= DD_MAX_JOBS_LOCKED + 1; id++) {
		g_assert_cmpint(add(store, "a.pdf", "a", &clerk), ==, id);
		g_assert_cmpint(take(store, "a", "a"), ==, id);
		g_assert_true(lock_job(store, id, "a", false));
	}
	DdJob job = get(store, DD_MAX_JOBS_LOCKED + 1, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_FAILED);
	g_assert_nonnull(strstr(job.message, "too many files wait"));
	g_assert_true(dd_job_fail_locked(store, START + span, &failed, NULL));
	g_assert_false(failed);
	g_assert_true(dd_job_fail_locked(store, START + span + 1, &failed, NULL));
	g_assert_true(failed);
	job = get(store, 1, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_FAILED);
	g_assert_cmpint(job.ended_at, ==, START + span + 1);
	g_assert_cmpstr(job.who, ==, clerk.who);
	g_assert_nonnull(strstr(job.message, "nobody gave one in time"));
	g_assert_cmpint(get(store, 2, arena).state, ==, DD_JOB_WAITING);
	assert_whole(store);
}

static void
test_cancelled(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t waits = add(store, "a.pdf", "a", &clerk);
	int64_t runs = add(store, "b.pdf", "b", &clerk);
	g_assert_true(cancel(store, waits));
	g_assert_cmpint(take(store, "a", "b"), ==, runs);
	g_assert_true(cancel(store, runs));
	g_assert_false(cancel(store, runs));
	g_assert_false(cancel(store, 77));
	g_assert_false(renew(store, runs, "a"));
	g_assert_false(keep(store, runs, "a", ""));
	g_assert_false(end(store, runs, "a", NULL));
	g_assert_cmpuint(count_documents(store), ==, 0);
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_cmpint(count(store, &files), ==, 0);
	g_assert_cmpint(get(store, runs, arena).state, ==, DD_JOB_CANCELLED);
	g_assert_cmpint(take(store, "a", ""), ==, 0);
	assert_whole(store);
}

static bool
retry(DdStore *store, int64_t id)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	bool retried = false;
	g_assert_true(dd_change_begin(store, &clerk, &change, &error));
	g_assert_true(dd_job_retry(&change, id, &retried, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_no_error(error);
	return retried;
}

/* What failed keeps its file for a while, and is begun anew with it */
static void
test_again(const char *url)
{
	static const DdDbStatement huge = {.sql = "UPDATE job SET size = 1073741823 WHERE id = 2"};
	const int64_t span = (int64_t)DD_MAX_JOB_KEPT_DAYS * 86400;
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	int64_t first = add(store, "a.pdf", "abc", &clerk),
		second = add(store, "b.pdf", "def", &clerk);
	g_assert_false(retry(store, first));
	g_assert_false(retry(store, 77));
	g_assert_cmpint(take(store, "a", "abc"), ==, first);
	g_assert_false(retry(store, first));
	g_assert_true(end(store, first, "a", "hỏng"));
	g_assert_true(dd_job_sweep_file(store, START + span - 1, NULL));
	g_assert_true(get(store, first, arena).has_file);
	g_assert_true(retry(store, first));
	g_assert_false(retry(store, first));
	DdJob job = get(store, first, arena);
	g_assert_cmpint(job.state, ==, DD_JOB_WAITING);
	g_assert_null(job.message);
	g_assert_cmpint(job.ended_at, ==, 0);
	g_assert_cmpint(job.tries, ==, 0);
	g_assert_cmpint(take(store, "b", "abc"), ==, first);
	g_assert_true(end(store, first, "b", "hỏng"));
	/* together they are too large by now: the oldest goes */
	g_assert_cmpint(take(store, "a", "def"), ==, second);
	g_assert_true(end(store, second, "a", "hỏng"));
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_cmpint(count(store, &files), ==, 4);
	g_assert_true(dd_db_run(dd_store_get_db(store), &huge, DD_DB_NO_ARGS, NULL));
	g_assert_true(dd_job_sweep_file(store, START, NULL));
	g_assert_false(get(store, first, arena).has_file);
	g_assert_false(retry(store, first));
	g_assert_true(get(store, second, arena).has_file);
	/* one of which pieces are missing is not read by halves */
	g_assert_false(retry(store, second));
	g_assert_true(dd_job_sweep_file(store, START + span, NULL));
	g_assert_false(get(store, second, arena).has_file);
	assert_whole(store);
}

static void
test_lists(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	bool room = false;
	for (int i = 0; i < 5; i++)
		add(store, "a.pdf", "abc", &clerk);
	g_autoptr(GArray) first = dd_job_list(store, 0, 2, arena, NULL);
	g_assert_cmpuint(first->len, ==, 2);
	g_assert_cmpint(g_array_index(first, DdJob, 0).id, ==, 5);
	g_autoptr(GArray) behind = dd_job_list(store, 4, 9, arena, NULL);
	g_assert_cmpuint(behind->len, ==, 3);
	g_assert_cmpint(g_array_index(behind, DdJob, 2).id, ==, 1);
	g_assert_cmpint(take(store, "a", "abc"), ==, 1);
	g_autoptr(GArray) running = dd_job_list_running(store, 9, arena, NULL);
	g_assert_cmpuint(running->len, ==, 1);
	g_assert_true(dd_job_has_room(store, DD_MAX_JOBS_OPEN - 5, 1, &room, NULL));
	g_assert_true(room);
	g_assert_true(dd_job_has_room(store, DD_MAX_JOBS_OPEN - 4, 1, &room, NULL));
	g_assert_false(room);
	g_assert_true(dd_job_has_room(store, 1, (int64_t)DD_MAX_JOBS_OPEN_BYTES - 15, &room, NULL));
	g_assert_true(room);
	g_assert_true(dd_job_has_room(store, 1, (int64_t)DD_MAX_JOBS_OPEN_BYTES - 14, &room, NULL));
	g_assert_false(room);
	/* what ended long ago goes, what has not ended stays */
	g_assert_true(cancel(store, 2));
	const DdActor later = {START + (DD_MAX_JOB_DAYS + 1) * 86400, "Bình", "test"};
	add(store, "b.pdf", "b", &later);
	g_autoptr(GArray) left = dd_job_list(store, 0, 9, arena, NULL);
	g_assert_cmpuint(left->len, ==, 5);
	assert_whole(store);
}

typedef struct {
	const char *url;
	char owner[8];
	unsigned taken;
} Server;

static gpointer
take_all(gpointer data)
{
	Server *self = data;
	g_autoptr(DdStore) store = dd_store_test_open(self->url, START);
	for (int64_t id; (id = take(store, self->owner, "x")) != 0;) {
		g_assert_true(end(store, id, self->owner, NULL));
		self->taken++;
	}
	return NULL;
}

/* Servers that take at once: each job goes to one of them */
static void
test_shared(const char *url)
{
	enum { JOBS = 24, SERVERS = 4 };
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	Server servers[SERVERS];
	GThread *threads[SERVERS];
	unsigned all = 0;
	for (int i = 0; i < JOBS; i++)
		add(store, "x.txt", "x", &clerk);
	for (int i = 0; i < SERVERS; i++) {
		servers[i] = (Server){.url = url};
		g_snprintf(servers[i].owner, sizeof(servers[i].owner), "s%d", i);
		threads[i] = g_thread_new("server", take_all, &servers[i]);
	}
	for (int i = 0; i < SERVERS; i++) {
		g_thread_join(threads[i]);
		all += servers[i].taken;
	}
	g_assert_cmpuint(all, ==, JOBS);
	assert_whole(store);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/job/statements", test_statements);
	dd_engine_test_add("/job/life", test_life);
	dd_engine_test_add("/job/taken-over", test_taken_over);
	dd_engine_test_add("/job/kept", test_kept);
	dd_engine_test_add("/job/renewed-beside", test_renewed_beside);
	dd_engine_test_add("/job/asked-to-stop", test_asked_to_stop);
	dd_engine_test_add("/job/stopped", test_stopped);
	dd_engine_test_add("/job/pieces", test_pieces);
	dd_engine_test_add("/job/tries", test_tries);
	dd_engine_test_add("/job/locked", test_locked);
	dd_engine_test_add("/job/passwords", test_passwords);
	dd_engine_test_add("/job/locked-for-long", test_locked_for_long);
	dd_engine_test_add("/job/cancelled", test_cancelled);
	dd_engine_test_add("/job/again", test_again);
	dd_engine_test_add("/job/lists", test_lists);
	dd_engine_test_add("/job/shared", test_shared);
	return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sign-in.c: signing in. An attempt is counted as failed, then judged, then taken back: however many come at once, each is counted
 * before its password is looked at. It is counted for the account (or the name, where there is none) and for where it comes from; where
 * the account was signed in to from before has a count of its own instead, so that strangers cannot keep its owner out. Where a directory
 * finds somebody by a name that the account has not, the attempt is counted for that account as well: other names are no other guesses.
 */
#include "account-private.h"
#include "error.h"
#include "maxima.h"
#include "network.h"
#include "sign-in-private.h"
#include "statements.h"

#include <string.h>

#define PLACE_PREFIX "origin:" /* as DD_SQL_END_PLACE_WAITS has it */

typedef enum { COUNT_ACCOUNT, COUNT_KNOWN, COUNT_OTHER } CountKind;

/* One of the counts that an attempt is in */
typedef struct {
	CountKind kind;
	int64_t account; /* 0 of COUNT_OTHER */
	char *key;       /* of COUNT_OTHER */
	const DdDelayRule *rule;
	DdAttempts attempts;
	DdAttempts before, after; /* this attempt was counted */
} Count;

typedef struct {
	DdStore *store;
	const DdSignIn *what;
	const DdVouched *vouched; /* NULL: the store judges itself */
	DdActor actor;
	char *place; /* the network that it comes from */
	DdArena *arena;
	bool exists; /* there is an account of that name */
	DdAccountRow row;
	Count counts[3];
	size_t n_counts;
} Trial;

static void
clear_trial(Trial *self)
{
	g_clear_pointer(&self->arena, dd_arena_free);
	g_clear_pointer(&self->place, g_free);
	for (size_t i = 0; i < self->n_counts; i++)
		g_free(self->counts[i].key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Trial, clear_trial)

/* Reads a count as it is now. @have_out: whether there is one */
static bool
read_count(Trial *self, Count *count, bool *have_out, GError **error)
{
	DdDb *db = dd_store_get_db(self->store);
	DdAccountRow row;
	if (count->kind == COUNT_ACCOUNT) {
		if (!dd_account_row_get(self->store, count->account, self->arena, &row, have_out, error))
			return false;
		count->attempts = *have_out ? row.attempts : (DdAttempts){0};
		return true;
	}
	g_autoptr(DdDbRows) rows = count->kind == COUNT_KNOWN
					   ? dd_db_query(db, &dd_sql[DD_SQL_GET_KNOWN_ORIGIN],
						     DD_DB_ARGS(dd_db_int(count->account),
							     dd_db_text(self->place)),
						     error)
					   : dd_db_query(db, &dd_sql[DD_SQL_GET_ATTEMPT],
						     DD_DB_ARGS(dd_db_text(count->key)), error);
	if (rows == NULL || !dd_db_rows_next(rows, have_out, error))
		return false;
	count->attempts = *have_out
				  ? (DdAttempts){dd_db_rows_get_int(rows, 0),
					    dd_db_rows_get_int(rows, 1), dd_db_rows_get_int(rows, 2)}
				  : (DdAttempts){0};
	return true;
}

static bool
write_known(Trial *self, int64_t account, const DdAttempts *attempts, GError **error)
{
	return dd_db_run(dd_store_get_db(self->store), &dd_sql[DD_SQL_SET_KNOWN_ORIGIN],
		DD_DB_ARGS(dd_db_int(account), dd_db_text(self->place), dd_db_int(self->actor.now),
			dd_db_int(attempts->failures), dd_db_int(attempts->failed_at),
			dd_db_int(attempts->locked_until)),
		error);
}

static bool
write_count(Trial *self, const Count *count, GError **error)
{
	DdDb *db = dd_store_get_db(self->store);
	if (count->kind == COUNT_KNOWN)
		return write_known(self, count->account, &count->attempts, error);
	if (count->kind == COUNT_ACCOUNT)
		return dd_account_row_set_attempts(self->store,
			&(DdAccountRow){.shown.id = count->account, .attempts = count->attempts},
			error);
	return dd_db_run(db, &dd_sql[DD_SQL_SET_ATTEMPT],
		       DD_DB_ARGS(dd_db_text(count->key), dd_db_int(count->attempts.failures),
			       dd_db_int(count->attempts.failed_at),
			       dd_db_int(count->attempts.locked_until)),
		       error) &&
	       dd_db_run(db, &dd_sql[DD_SQL_TRIM_ATTEMPTS], DD_DB_ARGS(dd_db_int(DD_MAX_ATTEMPTS)),
		       error);
}

/* Puts a count into the trial as it is now. @count: its key is swallowed. @have_out: whether there was one */
static bool
add_count(Trial *self, Count count, bool *have_out, GError **error)
{
	Count *added = &self->counts[self->n_counts++];
	*added = count;
	return read_count(self, added, have_out, error);
}

/* Puts in the count of an account, or (@account 0) of a name that nobody has. @known_out: it is that of a place where the account was before */
static bool
add_count_of(Trial *self, int64_t account, const char *key, bool *known_out, GError **error)
{
	Count known = {.kind = COUNT_KNOWN, .account = account, .rule = &dd_delay_account};
	bool have;
	*known_out = false;
	if (account != 0 && !read_count(self, &known, known_out, error))
		return false;
	if (*known_out) {
		self->counts[self->n_counts++] = known;
		return true;
	}
	return add_count(self,
		(Count){.kind = account != 0 ? COUNT_ACCOUNT : COUNT_OTHER,
			.account = account,
			.key = account == 0 ? g_strconcat("name:", key, NULL) : NULL,
			.rule = &dd_delay_account},
		&have, error);
}

/* Finds the account, and which counts the attempt is in */
static bool
find_counts(Trial *self, GError **error)
{
	g_autofree char *key = dd_account_key(self->what->name);
	bool known = false, have;
	if (key != NULL && !dd_account_row_find(
				   self->store, key, self->arena, &self->row, &self->exists, error))
		return false;
	if (self->exists)
		self->actor.who = self->row.shown.name;
	if (!add_count_of(self, self->exists ? self->row.shown.id : 0, key, &known, error))
		return false;
	return known || add_count(self,
				(Count){.kind = COUNT_OTHER,
					.key = g_strconcat(PLACE_PREFIX, self->place, NULL),
					.rule = &dd_delay_origin},
				&have, error);
}

/* Counts the attempt in the counts from @first on, unless one of them has to wait. @wait_out: seconds; 0: it was counted */
static bool
take_counts(Trial *self, size_t first, int64_t *wait_out, GError **error)
{
	bool cut = false;
	*wait_out = 0;
	for (size_t i = first; i < self->n_counts; i++) {
		Count *count = &self->counts[i];
		int64_t until = count->attempts.locked_until;
		int64_t wait = dd_delay_wait(&count->attempts, count->rule, self->actor.now);
		*wait_out = MAX(*wait_out, wait);
		cut = cut || count->attempts.locked_until != until;
	}
	for (size_t i = first; i < self->n_counts && (cut || *wait_out == 0); i++) {
		Count *count = &self->counts[i];
		if (*wait_out == 0) {
			count->before = count->attempts;
			dd_delay_take(&count->attempts, count->rule, self->actor.now);
			count->after = count->attempts;
		}
		if (!write_count(self, count, error))
			return false;
	}
	return true;
}

/* @wait_out: seconds; 0: the attempt was counted, and is to be judged */
static bool
count_attempt(Trial *self, int64_t *wait_out, GError **error)
{
	g_auto(DdChange) change = {0};
	return dd_change_begin(self->store, &self->actor, &change, error) &&
	       find_counts(self, error) && take_counts(self, 0, wait_out, error) &&
	       dd_change_commit(&change, error);
}

/* Returns: whether the attempt is counted for that account, or, where there is none, for that name */
static bool
is_counted(const Trial *self, int64_t account, const char *key)
{
	g_autofree char *typed = dd_account_key(self->what->name);
	bool same = account == 0 && g_strcmp0(typed, key) == 0;
	for (size_t i = 0; i < self->n_counts && account != 0; i++)
		same = same || self->counts[i].account == account;
	return same;
}

/* Counts the attempt for whom a directory found, too. @wait_out: seconds: the answer is not to tell whether the password was right */
static bool
count_found(Trial *self, const DdVouched *found, int64_t *wait_out, GError **error)
{
	g_auto(DdChange) change = {0};
	g_autofree char *key = dd_account_key(found->name);
	size_t first = self->n_counts;
	DdAccountRow row = {.shown = {.id = 0}};
	bool have = false, known;
	if (!dd_change_begin(self->store, &self->actor, &change, error) ||
		!dd_account_row_find_subject(self->store, DD_WAY_LDAP, found->subject, self->arena,
			&row, &have, error) ||
		(!have && key != NULL &&
			!dd_account_row_find(self->store, key, self->arena, &row, &have, error)))
		return false;
	int64_t account = have ? row.shown.id : 0;
	return is_counted(self, account, key) || (add_count_of(self, account, key, &known, error) &&
							 take_counts(self, first, wait_out, error) &&
							 dd_change_commit(&change, error));
}

/* The owner is there: what was counted of it is over. Of the place only this attempt is taken back, with its wait: others may be guessing there */
static bool
take_back(Trial *self, bool all, GError **error)
{
	for (size_t i = 0; i < self->n_counts; i++) {
		Count *count = &self->counts[i];
		bool have;
		if (!read_count(self, count, &have, error))
			return false;
		if (all && count->account == self->row.shown.id)
			count->attempts = (DdAttempts){0};
		else
			dd_delay_give_back(
				&count->attempts, count->rule, &count->before, &count->after);
		if (!write_count(self, count, error))
			return false;
	}
	return true;
}

static bool
remember_origin(Trial *self, GError **error)
{
	int64_t account = self->row.shown.id;
	for (size_t i = 0; i < self->n_counts; i++)
		if (self->counts[i].kind == COUNT_KNOWN && self->counts[i].account == account)
			return true;
	return dd_db_run(dd_store_get_db(self->store), &dd_sql[DD_SQL_TRIM_KNOWN_ORIGINS],
		       DD_DB_ARGS(dd_db_int(account), dd_db_int(DD_MAX_KNOWN_ORIGINS - 1)), error) &&
	       write_known(self, account, &(DdAttempts){0}, error);
}

/* Looks at the second factor. Returns: DD_SIGN_IN_DONE when it is right, or there is none: where one is demanded the session is let do nothing before */
static DdSignInOutcome
judge_code(Trial *self)
{
	DdAccountRow *row = &self->row;
	if (row->totp == NULL)
		return DD_SIGN_IN_DONE;
	if (self->what->code == NULL)
		return DD_SIGN_IN_CODE;
	return dd_totp_check(row->totp, row->totp_len, self->actor.now, self->what->code,
		       row->totp_step, &row->totp_step)
		       ? DD_SIGN_IN_DONE
		       : DD_SIGN_IN_WRONG;
}

/* @rehashed: what is kept of the password from now on, NULL as it was */
static bool
let_in(Trial *self, DdChange *change, const char *rehashed, DdSignedIn *out, GError **error)
{
	if (rehashed != NULL)
		self->row.password = rehashed;
	out->account = self->row.shown.id;
	const DdRecord record = {.action = "sign-in", .object = "account", .object_id = out->account};
	return dd_account_row_set_secrets(self->store, &self->row, error) &&
	       take_back(self, true, error) && remember_origin(self, error) &&
	       dd_session_add(change, out->account, NULL, out, error) &&
	       (rehashed != NULL ? dd_account_record(change, &record, json_object(), error)
				 : dd_sign_in_record(change, out->account, self->row.shown.way, error));
}

/* A failure that makes its account wait is recorded: that is bounded, however many are tried */
static bool
record_failure(Trial *self, DdChange *change, GError **error)
{
	for (size_t i = 0; i < self->n_counts; i++) {
		const Count *count = &self->counts[i];
		if (count->account == 0 || count->attempts.locked_until <= self->actor.now)
			continue;
		g_autofree char *now = g_strdup_printf("{\"failures\":%" G_GINT64_FORMAT
						       ",\"seconds\":%" G_GINT64_FORMAT "}",
			count->attempts.failures, count->attempts.locked_until - self->actor.now);
		if (!dd_change_record(change,
			    &(DdRecord){.action = "lock",
				    .object = "account",
				    .object_id = count->account,
				    .now_json = now},
			    error))
			return false;
	}
	return true;
}

/* The account may have changed meanwhile. @outcome_out: DD_SIGN_IN_DONE: it is in the trial as it is now */
static bool
look_again(Trial *self, DdChange *change, DdSignInOutcome *outcome_out, GError **error)
{
	DdAccountRow now;
	bool found = false;
	*outcome_out = DD_SIGN_IN_WRONG;
	if (self->vouched != NULL) {
		if (!self->exists)
			self->actor.who = self->vouched->name;
		if (!dd_vouched_settle(change, self->vouched, self->arena, &now, outcome_out, error))
			return false;
		found = *outcome_out == DD_SIGN_IN_DONE;
	} else {
		if (!dd_account_row_get(
			    self->store, self->row.shown.id, self->arena, &now, &found, error))
			return false;
		found = found && !now.shown.disabled && now.shown.way == DD_WAY_LOCAL &&
			g_strcmp0(now.password, self->row.password) == 0;
	}
	if (!found)
		return true;
	self->row = now;
	self->actor.who = now.shown.name;
	*outcome_out = judge_code(self);
	return true;
}

/* @right: the password was that of the account as it was read, or of whom the trial is vouched for */
static bool
settle(Trial *self, bool right, const char *rehashed, DdSignedIn *out, GError **error)
{
	g_auto(DdChange) change = {0};
	out->outcome = DD_SIGN_IN_WRONG;
	if (!dd_change_begin(self->store, &self->actor, &change, error) ||
		(right && !look_again(self, &change, &out->outcome, error)))
		return false;
	bool good = out->outcome == DD_SIGN_IN_DONE    ? let_in(self, &change, rehashed, out, error)
		    : out->outcome == DD_SIGN_IN_WRONG ? record_failure(self, &change, error)
						       : take_back(self, false, error);
	return good && dd_change_commit(&change, error);
}

/* The passwords of old are hashed anew while they are at hand. Where there is no memory for it, it is done the next time */
static char *
rehash(const char *kept, const char *password)
{
	return dd_secret_is_dated(kept) ? dd_secret_hash_password(password, NULL) : NULL;
}

/* Nobody could be asked: it was no failure */
static bool
forgive(Trial *self)
{
	g_auto(DdChange) change = {0};
	g_autoptr(GError) error = NULL;
	if (!dd_change_begin(self->store, &self->actor, &change, &error) ||
		!take_back(self, false, &error) || !dd_change_commit(&change, &error))
		g_message("%s", error->message);
	return false;
}

/* Asks whoever the account is judged by. Any takes as long as a password of the store's own, so that it does not show at once which it is */
static bool
judge(Trial *self, const DdVoucher *voucher, DdVouched *vouched, DdSignedIn *out, GError **error)
{
	DdWay way = self->exists ? self->row.shown.way : DD_WAY_LDAP;
	const char *password = self->what->password;
	const char *kept = self->exists && way == DD_WAY_LOCAL ? self->row.password : NULL;
	bool right = dd_secret_verify_password(kept, password);
	/* a directory may take no password at all for anybody's name (RFC 4513, 5.1.2) */
	if (way == DD_WAY_LDAP && voucher != NULL && *password != '\0') {
		if (!voucher->ask(voucher->data, self->what->name, password, self->arena, vouched,
			    &right, error))
			return forgive(self);
		if (vouched->subject != NULL && !count_found(self, vouched, &out->wait, error))
			return false;
		if (out->wait > 0)
			return true;
		self->vouched = right ? vouched : NULL;
	}
	g_autofree char *rehashed = right && self->vouched == NULL ? rehash(kept, password) : NULL;
	return settle(self, right, rehashed, out, error);
}

bool
dd_account_get_way(DdStore *self, const char *name, DdWay *way_out, bool *found_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccount account;
	if (!dd_account_find(self, name, arena, &account, found_out, error))
		return false;
	if (*found_out)
		*way_out = account.way;
	return true;
}

bool
dd_account_sign_in(DdStore *self, const DdSignIn *what, const DdVoucher *voucher,
	const DdActor *actor, DdSignedIn *out, GError **error)
{
	g_auto(Trial) trial = {.store = self,
		.what = what,
		.actor = *actor,
		.place = dd_network_cut_origin(actor->origin),
		.arena = dd_arena_new()};
	DdVouched vouched;
	DdSignedIn done = {.outcome = DD_SIGN_IN_WAIT};
	bool good = true;
	if (strlen(actor->origin) > DD_MAX_WHO_BYTES) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"nơi đăng nhập quá dài (the origin is too long)");
		return false;
	}
	trial.actor.who = "?"; /* until there is an account */
	if (!count_attempt(&trial, &done.wait, error))
		return false;
	if (done.wait == 0)
		good = judge(&trial, voucher, &vouched, &done, error);
	if (good)
		*out = done;
	dd_secret_wipe(&done, sizeof(done)); /* also of a session that was made and could not be kept */
	return good;
}

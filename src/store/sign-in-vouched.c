/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign-in-vouched.c: accounts of persons whom a directory or a provider vouches for, and the sessions that a provider ends */
#include "sign-in-private.h"

#include "api-token.h"
#include "error.h"
#include "maxima.h"
#include "statements-vouched.h"

#include <string.h>

static const char *const words[DD_WAY_LAST] = {"local", "ldap", "oidc"};

const char *
dd_way_to_string(DdWay way)
{
	return words[way];
}

bool
dd_way_from_string(const char *word, DdWay *way_out)
{
	for (DdWay way = 0; way < DD_WAY_LAST; way++)
		if (strcmp(words[way], word) == 0) {
			*way_out = way;
			return true;
		}
	return false;
}

static bool
add_account(DdChange *change, const DdVouched *vouched, DdArena *arena, DdAccountRow *row_out,
	GError **error)
{
	const DdAccountNew account = {.name = vouched->name,
		.role = vouched->role,
		.unit = vouched->unit,
		.way = vouched->way,
		.subject = vouched->subject};
	int64_t id;
	bool found;
	return dd_account_add(change, &account, &id, error) &&
	       dd_account_row_get(change->store, id, arena, row_out, &found, error);
}

/* Has the account be as the directory says now, with a record where that is something else */
static bool
follow(DdChange *change, const DdVouched *vouched, DdArena *arena, DdAccountRow *row, GError **error)
{
	const DdAccount *shown = &row->shown;
	DdAccountChange what = {.why = words[vouched->way]};
	bool found;
	if (row->subject == NULL)
		what.subject = vouched->subject;
	if (vouched->has_role && vouched->role != shown->role)
		what.role = &vouched->role;
	if (vouched->unit != NULL && g_strcmp0(vouched->unit, shown->unit) != 0)
		what.unit = vouched->unit;
	if (what.subject == NULL && what.role == NULL && what.unit == NULL)
		return true;
	return dd_account_set(change, shown->id, &what, error) &&
	       dd_account_row_get(change->store, shown->id, arena, row, &found, error);
}

/* An account without a unit acts for all of them: nobody does because a directory has left it out. The other roles decide about no unit's work */
static bool
lacks_unit(const DdVouched *vouched, const char *unit)
{
	bool decides = vouched->role == DD_ROLE_CLERK || vouched->role == DD_ROLE_OVERSEER ||
		       vouched->role == DD_ROLE_LEADER || vouched->role == DD_ROLE_FOCAL ||
		       vouched->role == DD_ROLE_OFFICER;
	return vouched->has_role && decides && !vouched->whole_office && vouched->unit == NULL &&
	       unit == NULL;
}

/* Who vouched for the owner does so no more: what was begun and made while it did goes, too */
static bool
end_access(DdChange *change, const DdAccountRow *row, DdWay way, GError **error)
{
	return row->subject == NULL ||
	       (dd_session_end_all(change, row->shown.id, NULL, error) &&
		       dd_token_end_all(change, row->shown.id, words[way], NULL, error));
}

/* One account is found by all spellings of its name, but is given at first only to who has these letters, capital or small */
static bool
same_letters(const char *a, const char *b)
{
	g_autofree char *one = g_utf8_normalize(a, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	g_autofree char *other = g_utf8_normalize(b, -1, G_NORMALIZE_DEFAULT_COMPOSE);
	g_autofree char *one_folded = g_utf8_casefold(one, -1);
	g_autofree char *other_folded = g_utf8_casefold(other, -1);
	return strcmp(one_folded, other_folded) == 0;
}

/* By what it is called for ever; else by the name, of an account that nobody has come to by this way yet */
static bool
find_account(DdStore *store, const DdVouched *vouched, DdArena *arena, DdAccountRow *row_out,
	bool *found_out, bool *taken_out, GError **error)
{
	g_autofree char *key = dd_account_key(vouched->name);
	*taken_out = false;
	*found_out = false;
	if (!dd_account_row_find_subject(
		    store, vouched->way, vouched->subject, arena, row_out, found_out, error))
		return false;
	if (*found_out || key == NULL)
		return true;
	if (!dd_account_row_find(store, key, arena, row_out, found_out, error))
		return false;
	*taken_out = *found_out && (row_out->shown.way != vouched->way || row_out->subject != NULL ||
					   !same_letters(row_out->shown.name, vouched->name));
	return true;
}

bool
dd_vouched_settle(DdChange *change, const DdVouched *vouched, DdArena *arena, DdAccountRow *row_out,
	DdSignInOutcome *outcome_out, GError **error)
{
	DdAccountRow row;
	bool found, taken, good = true;
	if (strlen(vouched->subject) > DD_MAX_SUBJECT_BYTES) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"định danh quá dài (the identifier of the person is too long)");
		return false;
	}
	if (!find_account(change->store, vouched, arena, &row, &found, &taken, error))
		return false;
	*outcome_out = DD_SIGN_IN_DONE;
	if (found && !taken && row.shown.disabled)
		*outcome_out = DD_SIGN_IN_WRONG;
	else if (taken || (!found && !vouched->add))
		*outcome_out = DD_SIGN_IN_NO_ACCOUNT;
	else if (vouched->refused || lacks_unit(vouched, found ? row.shown.unit : NULL)) {
		*outcome_out = DD_SIGN_IN_NO_ACCOUNT;
		good = !found || end_access(change, &row, vouched->way, error);
	} else
		good = found ? follow(change, vouched, arena, &row, error)
			     : add_account(change, vouched, arena, &row, error);
	if (good && *outcome_out == DD_SIGN_IN_DONE)
		*row_out = row;
	return good;
}

bool
dd_account_sign_in_vouched(DdStore *self, const DdVouched *vouched, const DdSessionOf *of,
	const DdActor *actor, DdSignedIn *out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdChange) change = {0};
	DdActor named = {actor->now, vouched->name, actor->origin};
	DdSignedIn done = {.outcome = DD_SIGN_IN_WRONG};
	DdAccountRow row;
	if (!dd_change_begin(self, &named, &change, error) ||
		!dd_vouched_settle(&change, vouched, arena, &row, &done.outcome, error))
		return false;
	if (done.outcome == DD_SIGN_IN_DONE) {
		done.account = row.shown.id;
		named.who = row.shown.name;
		if (!dd_session_add(&change, row.shown.id, of, &done, error) ||
			!dd_sign_in_record(&change, row.shown.id, vouched->way, error))
			return false;
	}
	if (!dd_change_commit(&change, error))
		return false;
	*out = done;
	dd_secret_wipe(&done, sizeof(done));
	return true;
}

GArray *
dd_vouched_list(DdStore *self, DdWay way, int64_t after, unsigned limit, DdArena *arena, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdVouchedUse));
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self),
		&dd_sql_vouched[DD_SQL_LIST_VOUCHED],
		DD_DB_ARGS(dd_db_text(words[way]), dd_db_int(after), dd_db_int(limit)), error);
	while (dd_db_rows_each(rows)) {
		DdVouchedUse use = {dd_db_rows_get_int(rows, 0),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
			dd_arena_strdup(arena, dd_db_rows_get_text(rows, 2))};
		g_array_append_val(out, use);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

bool
dd_vouched_follow(DdStore *self, const DdVouched *vouched, const DdActor *actor, bool *refused_out,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_auto(DdChange) change = {0};
	DdSignInOutcome outcome;
	DdAccountRow row;
	if (!dd_change_begin(self, actor, &change, error) ||
		!dd_vouched_settle(&change, vouched, arena, &row, &outcome, error) ||
		!dd_change_commit(&change, error))
		return false;
	*refused_out = outcome == DD_SIGN_IN_NO_ACCOUNT;
	return true;
}

bool
dd_sign_in_record(DdChange *change, int64_t account, DdWay way, GError **error)
{
	g_autofree char *now = way != DD_WAY_LOCAL ? g_strdup_printf("{\"way\":\"%s\"}", words[way])
						   : NULL;
	return dd_change_record(change,
		&(DdRecord){
			.action = "sign-in", .object = "account", .object_id = account, .now_json = now},
		error);
}

bool
dd_session_get_id_token(
	DdStore *self, const char *token, DdArena *arena, const char **out, GError **error)
{
	DdSecret secret;
	bool have = false;
	*out = NULL;
	if (!dd_secret_parse(token, &secret))
		return true;
	DdHash hash = dd_secret_digest(&secret);
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_sql_vouched[DD_SQL_GET_ID_TOKEN],
			DD_DB_ARGS(dd_db_blob(hash.bytes, DD_HASH_BYTES)), error);
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (have)
		*out = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 0));
	return true;
}

bool
dd_session_end_vouched(DdChange *change, const char *subject, const char *sid, int64_t before,
	int64_t *count_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccountRow row = {.shown = {.id = 0}};
	bool found = true;
	*count_out = 0;
	if (subject != NULL && !dd_account_row_find_subject(change->store, DD_WAY_OIDC, subject,
				       arena, &row, &found, error))
		return false;
	if (!found)
		return true;
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(change->store),
		&dd_sql_vouched[DD_SQL_END_VOUCHED],
		DD_DB_ARGS(dd_db_int(row.shown.id), dd_db_text(sid), dd_db_int(before)), error);
	int64_t account = row.shown.id, n = 0;
	for (; dd_db_rows_each(rows); n++)
		account = dd_db_rows_get_int(rows, 0);
	if (!dd_db_rows_end(rows, error) ||
		(n > 0 && !dd_session_record_end(change, account, n, error)))
		return false;
	*count_out = n;
	return true;
}

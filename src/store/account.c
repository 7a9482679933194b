/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account.c: accounts and what is recorded of them */
#include "account-private.h"

#include "api-token.h"
#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "seal.h"
#include "sign-in.h"
#include "statements-page.h"
#include "statements-vouched.h"
#include "statements.h"

#include <string.h>

/* Columns of ACCOUNT_COLUMNS */
static bool
get_row(const DdDbRows *rows, DdArena *arena, DdAccountRow *out, GError **error)
{
	const char *role = dd_db_rows_get_text(rows, 2);
	DdAccountRow row = {.shown = {.id = dd_db_rows_get_int(rows, 0),
				    .name = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 1)),
				    .unit = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 3)),
				    .has_password = dd_db_rows_get_bool(rows, 4),
				    .has_totp = dd_db_rows_get_bool(rows, 5),
				    .disabled = dd_db_rows_get_bool(rows, 6),
				    .created_at = dd_db_rows_get_int(rows, 7),
				    .locked_until = dd_db_rows_get_int(rows, 8)},
		.password = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 9)),
		.totp_step = dd_db_rows_get_int(rows, 11),
		.attempts = {.failures = dd_db_rows_get_int(rows, 12),
			.failed_at = dd_db_rows_get_int(rows, 13),
			.locked_until = dd_db_rows_get_int(rows, 8)}};
	const void *totp = dd_db_rows_get_blob(rows, 10, &row.totp_len);
	row.totp = dd_arena_memdup(arena, totp, row.totp_len);
	row.subject = dd_arena_strdup(arena, dd_db_rows_get_text(rows, 15));
	if (!dd_way_from_string(dd_db_rows_get_text(rows, 14), &row.shown.way) || role == NULL ||
		!dd_role_from_string(role, &row.shown.role)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tài khoản “%s” có vai trò hoặc cách đăng nhập lạ “%s” (an account with an unknown role or way to sign in)",
			row.shown.name, role != NULL ? role : "");
		return false;
	}
	*out = row;
	return true;
}

static bool
find_row(DdStore *self, DdSql statement, DdDbValue value, DdArena *arena, DdAccountRow *out,
	bool *found_out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_sql[statement], &value, 1, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error) ||
		(have && !get_row(rows, arena, out, error)))
		return false;
	*found_out = have;
	return true;
}

bool
dd_account_row_find(DdStore *self, const char *key, DdArena *arena, DdAccountRow *out,
	bool *found_out, GError **error)
{
	return find_row(self, DD_SQL_FIND_ACCOUNT, dd_db_text(key), arena, out, found_out, error);
}

bool
dd_account_row_get(DdStore *self, int64_t id, DdArena *arena, DdAccountRow *out, bool *found_out,
	GError **error)
{
	return find_row(self, DD_SQL_GET_ACCOUNT, dd_db_int(id), arena, out, found_out, error);
}

bool
dd_account_row_find_subject(DdStore *self, DdWay way, const char *subject, DdArena *arena,
	DdAccountRow *out, bool *found_out, GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_sql_vouched[DD_SQL_FIND_SUBJECT],
			DD_DB_ARGS(dd_db_text(dd_way_to_string(way)), dd_db_text(subject)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*found_out = false;
	int64_t id = have ? dd_db_rows_get_int(rows, 0) : 0;
	return !have || dd_account_row_get(self, id, arena, out, found_out, error);
}

bool
dd_account_row_set_secrets(DdStore *self, const DdAccountRow *row, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_sql[DD_SQL_SET_ACCOUNT_SECRETS],
		DD_DB_ARGS(dd_db_int(row->shown.id), dd_db_text(row->password),
			dd_db_blob(row->totp, row->totp_len), dd_db_int(row->totp_step)),
		error);
}

bool
dd_account_row_set_attempts(DdStore *self, const DdAccountRow *row, GError **error)
{
	return dd_db_run(dd_store_get_db(self), &dd_sql[DD_SQL_SET_ACCOUNT_ATTEMPTS],
		DD_DB_ARGS(dd_db_int(row->shown.id), dd_db_int(row->attempts.failures),
			dd_db_int(row->attempts.failed_at), dd_db_int(row->attempts.locked_until)),
		error);
}

void
dd_account_set_missing(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
		"không có tài khoản ấy; xem dondoc user list (no such account)");
}

char *
dd_account_key(const char *name)
{
	return g_utf8_validate(name, -1, NULL) ? dd_identity_fold(name) : NULL;
}

bool
dd_account_find(DdStore *self, const char *name, DdArena *arena, DdAccount *out, bool *found_out,
	GError **error)
{
	g_autofree char *key = dd_account_key(name);
	DdAccountRow row;
	bool found = false;
	if (key != NULL && !dd_account_row_find(self, key, arena, &row, &found, error))
		return false;
	if (found)
		*out = row.shown;
	*found_out = found;
	return true;
}

GArray *
dd_account_list(DdStore *self, int64_t after, unsigned limit, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_LIST_ACCOUNTS],
		DD_DB_ARGS(dd_db_int(after), dd_db_int(CLAMP(limit, 1, DD_MAX_LISTED))), error);
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(DdAccount));
	while (dd_db_rows_each(rows)) {
		DdAccountRow row;
		if (!get_row(rows, arena, &row, error))
			return NULL;
		g_array_append_val(out, row.shown);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

static bool
count(DdStore *self, DdSql statement, const DdDbValue *values, size_t n, int64_t *count_out,
	GError **error)
{
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(self), &dd_sql[statement], values, n, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*count_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

bool
dd_account_get(DdStore *self, int64_t id, DdArena *arena, DdAccount *out, int64_t *version_out,
	bool *found_out, GError **error)
{
	DdAccountRow row;
	bool found = false;
	if (!dd_account_row_get(self, id, arena, &row, &found, error))
		return false;
	*found_out = found;
	if (!found)
		return true;
	const DdDbValue of[] = {dd_db_int(id)};
	g_autoptr(DdDbRows) rows = dd_db_query(
		dd_store_get_db(self), &dd_page_sql[DD_PAGE_SQL_GET_ACCOUNT_VERSION], of, 1, error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*version_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	*out = row.shown;
	return true;
}

bool
dd_account_count(DdStore *self, int64_t *count_out, GError **error)
{
	return count(self, DD_SQL_COUNT_ACCOUNTS, DD_DB_NO_ARGS, count_out, error);
}

static bool
check_length(const char *what, const char *text, size_t most, GError **error)
{
	if (text == NULL || strlen(text) <= most)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"%s quá dài, tối đa %zu byte (longer than %zu bytes)", what, most, most);
	return false;
}

/* A name is shown in lists and letters: of one line, with a letter or digit in it */
static bool
check_name(const char *name, const char *key, GError **error)
{
	bool good = key != NULL && *name != '-';
	for (const char *at = name; good && *at != '\0'; at = g_utf8_next_char(at))
		good = g_unichar_isprint(g_utf8_get_char(at));
	if (!good)
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tên tài khoản phải là chữ, số trên một dòng (the name of an account is letters and digits in one line)");
	return good && check_length("tên", name, DD_MAX_ACCOUNT_NAME_BYTES, error);
}

/* What a record says of an account: no secrets. Returns: (transfer full) */
static json_t *
describe(const DdAccountRow *row)
{
	const DdAccount *shown = &row->shown;
	json_t *object = json_object();
	json_object_set_new(object, "name", json_string(shown->name));
	json_object_set_new(object, "role", json_string(dd_role_to_string(shown->role)));
	if (shown->unit != NULL)
		json_object_set_new(object, "unit", json_string(shown->unit));
	json_object_set_new(object, "disabled", json_boolean(shown->disabled));
	if (shown->way != DD_WAY_LOCAL)
		json_object_set_new(object, "way", json_string(dd_way_to_string(shown->way)));
	if (row->subject != NULL)
		json_object_set_new(object, "subject", json_string(row->subject));
	json_object_set_new(object, "password", json_boolean(row->password != NULL));
	json_object_set_new(object, "totp", json_boolean(row->totp != NULL));
	return object;
}

bool
dd_account_record(DdChange *change, const DdRecord *record, json_t *now, GError **error)
{
	DdSeals seals = {0};
	if (dd_seals_of_account(&seals, change->store, record->object_id, error))
		return dd_seals_record(&seals, change, record, now, error);
	json_decref(now);
	return false;
}

/* A password that is never looked at would deceive */
static bool
check_password(const DdAccountRow *row, GError **error)
{
	if (row->shown.way == DD_WAY_LOCAL || row->password == NULL)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
		"tài khoản này đăng nhập bằng %s, không có mật khẩu ở đây; đổi cách đăng nhập "
		"trước (it signs in by %s and has no password here; change its way first)",
		dd_way_to_string(row->shown.way), dd_way_to_string(row->shown.way));
	return false;
}

/* One name is one account; the index refuses it too, but cannot say so in words */
static bool
check_free(DdStore *self, const char *key, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccountRow row;
	bool found = false;
	if (!dd_account_row_find(self, key, arena, &row, &found, error))
		return false;
	if (found)
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			"đã có tài khoản “%s” (there is an account of that name)", row.shown.name);
	return !found;
}

bool
dd_account_add(DdChange *change, const DdAccountNew *account, int64_t *id_out, GError **error)
{
	g_autofree char *key = dd_account_key(account->name);
	DdAccountRow row = {.shown = {.name = account->name,
				    .role = account->role,
				    .unit = account->unit,
				    .way = account->way},
		.subject = account->subject,
		.password = account->password};
	if (!check_name(account->name, key, error) || !check_password(&row, error) ||
		!check_length("đơn vị", account->unit, DD_MAX_UNIT_BYTES, error) ||
		!check_free(change->store, key, error) ||
		!dd_change_number(change, "account", 1, &row.shown.id, error) ||
		!dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_ADD_ACCOUNT],
			DD_DB_ARGS(dd_db_int(row.shown.id), dd_db_text(account->name),
				dd_db_text(key), dd_db_text(dd_role_to_string(account->role)),
				dd_db_text(account->unit), dd_db_text(account->password),
				dd_db_int(change->actor->now),
				dd_db_text(dd_way_to_string(account->way)),
				dd_db_text(account->subject)),
			error))
		return false;
	if (!dd_account_record(change,
		    &(DdRecord){.action = "add", .object = "account", .object_id = row.shown.id},
		    describe(&row), error))
		return false;
	if (id_out != NULL)
		*id_out = row.shown.id;
	return true;
}

/* Without an administrator nobody could give rights any more but who holds the database */
static bool
check_administrator(DdStore *self, const DdAccount *was, const DdAccount *now, GError **error)
{
	int64_t others = 0;
	if (was->role != DD_ROLE_ADMINISTRATOR || was->disabled ||
		(now->role == DD_ROLE_ADMINISTRATOR && !now->disabled))
		return true;
	if (!count(self, DD_SQL_COUNT_ADMINISTRATORS, DD_DB_ARGS(dd_db_int(was->id)), &others, error))
		return false;
	if (others == 0)
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_CONFLICT, "đây là quản trị cuối cùng; hãy thêm quản trị khác trước (the last administrator; add another one first)");
	return others > 0;
}

static void
apply(DdAccountRow *row, const DdAccountChange *what)
{
	if (what->role != NULL)
		row->shown.role = *what->role;
	if (what->unit != NULL)
		row->shown.unit = *what->unit != '\0' ? what->unit : NULL;
	if (what->disabled != NULL)
		row->shown.disabled = *what->disabled;
	if (what->password != NULL)
		row->password = *what->password != '\0' ? what->password : NULL;
	if (what->subject != NULL)
		row->subject = what->subject;
	if (what->way != NULL) {
		row->shown.way = *what->way;
		row->subject = NULL;
		row->password = NULL;
	}
	if (what->drop_totp) {
		row->totp = NULL;
		row->totp_len = 0;
	} else if (what->totp != NULL) {
		row->totp = what->totp;
		row->totp_len = DD_TOTP_BYTES;
		row->totp_step = what->totp_step;
	}
}

/* What was counted of an account that gets a new password, or is let in again, is over, wherever that was */
static bool
begin_anew(DdStore *self, DdAccountRow *row, GError **error)
{
	row->attempts = (DdAttempts){0};
	return dd_account_row_set_attempts(self, row, error) &&
	       dd_db_run(dd_store_get_db(self), &dd_sql[DD_SQL_RESET_KNOWN_ORIGINS],
		       DD_DB_ARGS(dd_db_int(row->shown.id)), error);
}

static bool
write(DdChange *change, DdAccountRow *row, const DdAccountChange *what, GError **error)
{
	DdStore *store = change->store;
	/* whoever had the old password may have made tokens with it */
	bool revokes = (what->password != NULL && !what->keep_tokens) || what->way != NULL;
	bool ends = what->password != NULL || what->way != NULL ||
		    (what->disabled != NULL && *what->disabled);
	/* whoever enables an account looks after the office: it is let in wherever it is. Who sets a password may be an attacker with an account */
	bool lets_in = what->disabled != NULL && !*what->disabled;
	return dd_db_run(dd_store_get_db(store), &dd_sql[DD_SQL_SET_ACCOUNT],
		       DD_DB_ARGS(dd_db_int(row->shown.id),
			       dd_db_text(dd_role_to_string(row->shown.role)),
			       dd_db_text(row->shown.unit), dd_db_bool(row->shown.disabled),
			       dd_db_text(dd_way_to_string(row->shown.way)), dd_db_text(row->subject)),
		       error) &&
	       dd_account_row_set_secrets(store, row, error) &&
	       ((what->password == NULL && !lets_in) || begin_anew(store, row, error)) &&
	       (!lets_in || dd_db_run(dd_store_get_db(store), &dd_sql[DD_SQL_END_PLACE_WAITS],
				    DD_DB_NO_ARGS, error)) &&
	       (!revokes || dd_token_end_all(change, row->shown.id, NULL, NULL, error)) &&
	       (!ends || (dd_session_end_all(change, row->shown.id, NULL, error) &&
				 dd_db_run(dd_store_get_db(store),
					 &dd_page_sql[DD_PAGE_SQL_DROP_INVITATION],
					 DD_DB_ARGS(dd_db_int(row->shown.id)), error)));
}

static const char *
action_of(const DdAccountChange *what)
{
	return what->role != NULL                           ? "role"
	       : what->unit != NULL                         ? "unit"
	       : what->way != NULL || what->subject != NULL ? "way"
	       : what->password != NULL                     ? "password"
	       : what->disabled != NULL                ? (*what->disabled ? "disable" : "enable")
	       : what->drop_totp || what->totp != NULL ? "totp"
						       : "set";
}

bool
dd_account_set(DdChange *change, int64_t id, const DdAccountChange *what, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdAccountRow was, now;
	bool found = false;
	if (!dd_account_row_get(change->store, id, arena, &was, &found, error))
		return false;
	if (!found) {
		dd_account_set_missing(error);
		return false;
	}
	now = was;
	apply(&now, what);
	if (!check_length("đơn vị", now.shown.unit, DD_MAX_UNIT_BYTES, error) ||
		!check_password(&now, error) ||
		!check_administrator(change->store, &was.shown, &now.shown, error) ||
		!write(change, &now, what, error))
		return false;
	json_t *before = describe(&was);
	g_autofree char *was_json = json_dumps(before, JSON_COMPACT);
	json_decref(before);
	return dd_account_record(change,
		&(DdRecord){action_of(what), "account", id, was_json, NULL, what->why},
		describe(&now), error);
}

bool
dd_account_get_demand(DdStore *self, DdRole role, bool *totp_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_GET_ROLE_RULE],
		DD_DB_ARGS(dd_db_text(dd_role_to_string(role))), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*totp_out = have && dd_db_rows_get_bool(rows, 0);
	return true;
}

bool
dd_account_set_demand(DdChange *change, DdRole role, bool totp, GError **error)
{
	const char *word = dd_role_to_string(role);
	DdSeals seals = {0};
	bool was = false;
	if (!dd_account_get_demand(change->store, role, &was, error) ||
		!dd_db_run(dd_store_get_db(change->store), &dd_sql[DD_SQL_SET_ROLE_RULE],
			DD_DB_ARGS(dd_db_text(word), dd_db_bool(totp)), error) ||
		!dd_seals_of_rules(&seals, change->store, error))
		return false;
	g_autofree char *was_json = g_strdup_printf(
		"{\"role\":\"%s\",\"totp\":%s}", word, was ? "true" : "false");
	return dd_seals_record(&seals, change,
		&(DdRecord){.action = "demand", .object = "account", .was_json = was_json},
		json_pack("{s:s, s:b}", "role", word, "totp", totp), error);
}

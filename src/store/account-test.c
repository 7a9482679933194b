/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account-test.c: accounts, signing in, sessions and tokens, on each engine */
#include "account-private.h"

#include "api-token.h"
#include "audit.h"
#include "error.h"
#include "maxima.h"
#include "sign-in-private.h"
#include "statements.h"
#include "store-test-support.h"

#include <glib.h>
#include <liboath/oath.h>
#include <sodium.h>
#include <string.h>

#define START 1800000000
#define OFFICE "api:10.0.0.1"
#define STRANGER "api:192.0.2.1"
#define PASSWORD "Cầu Hiền Lương bắc qua sông"

static DdActor
actor_at(int64_t now, const char *origin)
{
	return (DdActor){.now = now, .who = "Quản trị", .origin = origin};
}

/* Each change by itself. Returns: the code of its error, -1 when it was made */
static int
add(DdStore *store, const char *name, DdRole role, const char *password, int64_t *id_out)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, "test");
	g_autofree char *kept = password != NULL ? dd_secret_hash_password(password, &error) : NULL;
	const DdAccountNew account = {
		.name = name, .role = role, .unit = "Sở Nội vụ", .password = kept};
	g_assert_no_error(error);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_account_add(&change, &account, id_out, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static int
set(DdStore *store, int64_t id, const DdAccountChange *what)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, "test");
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_account_set(&change, id, what, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static DdSignedIn
sign_in_with(DdStore *store, int64_t now, const char *origin, const DdSignIn *what)
{
	g_autoptr(GError) error = NULL;
	DdActor actor = actor_at(now, origin);
	DdSignedIn out;
	g_assert_true(dd_account_sign_in(store, what, NULL, &actor, &out, &error));
	g_assert_no_error(error);
	return out;
}

static DdSignInOutcome
sign_in(DdStore *store, int64_t now, const char *origin, const char *name, const char *password)
{
	return sign_in_with(store, now, origin, &(DdSignIn){name, password, NULL}).outcome;
}

static bool
is_session(DdStore *store, const char *token, int64_t now)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIdentity identity;
	bool found = false;
	g_assert_true(dd_session_find(store, token, now, arena, &identity, &found, &error));
	g_assert_no_error(error);
	return found;
}

static bool
is_token(DdStore *store, const char *text, int64_t now)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	DdIdentity identity;
	bool found = false;
	g_assert_true(dd_token_find(store, text, now, arena, &identity, &found, &error));
	g_assert_no_error(error);
	return found;
}

static void
assert_chain(DdStore *store)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpint(verdict.broken, ==, 0);
}

static void
test_accounts(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autofree char *long_name = g_strnfill(DD_MAX_ACCOUNT_NAME_BYTES + 1, 'a');
	int64_t id = 0, other = 0, n = 0;
	DdAccount found;
	bool have = false;
	g_assert_cmpint(add(store, "Hoàng An", DD_ROLE_ADMINISTRATOR, NULL, &id), ==, -1);
	g_assert_cmpint(id, ==, 1);
	/* the same name, spelt anyhow */
	g_assert_cmpint(add(store, "HOÀNG  AN", DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(add(store, "", DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add(store, "-x", DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add(store, "a\nb", DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add(store, "a\xff", DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add(store, long_name, DD_ROLE_CLERK, NULL, NULL), ==, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(add(store, "Bình", DD_ROLE_CLERK, NULL, &other), ==, -1);
	g_assert_true(dd_account_find(store, "hoàng an", arena, &found, &have, NULL) && have);
	g_assert_cmpint(found.id, ==, id);
	g_assert_cmpstr(found.name, ==, "Hoàng An");
	g_assert_cmpstr(found.unit, ==, "Sở Nội vụ");
	g_assert_true(dd_account_find(store, "hoang an", arena, &found, &have, NULL) && !have);
	g_assert_true(dd_account_find(store, "\xff\xc3", arena, &found, &have, NULL) && !have);
	/* there is always one who may let others in */
	const DdRole clerk = DD_ROLE_CLERK, administrator = DD_ROLE_ADMINISTRATOR;
	const bool yes = true, no = false;
	g_assert_cmpint(set(store, id, &(DdAccountChange){.role = &clerk}), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &yes}), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set(store, other, &(DdAccountChange){.role = &administrator}), ==, -1);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &yes}), ==, -1);
	g_assert_cmpint(set(store, other, &(DdAccountChange){.disabled = &yes}), ==, DD_ERROR_CONFLICT);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &no, .unit = ""}), ==, -1);
	g_assert_cmpint(set(store, 99, &(DdAccountChange){.unit = ""}), ==, DD_ERROR_EMPTY);
	g_assert_true(dd_account_find(store, "Hoàng An", arena, &found, &have, NULL) && have);
	g_assert_null(found.unit);
	g_assert_true(dd_account_count(store, &n, NULL));
	g_assert_cmpint(n, ==, 2);
	g_autoptr(GArray) all = dd_account_list(store, 0, 10, arena, NULL);
	g_autoptr(GArray) rest = dd_account_list(store, id, 10, arena, NULL);
	g_assert_cmpuint(all->len, ==, 2);
	g_assert_cmpuint(rest->len, ==, 1);
	assert_chain(store);
}

/* No record holds anything that opens the door */
static void
assert_no_secrets(DdStore *store, int64_t account, const char *const *secrets)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) rows = dd_audit_list(store, "account", account, 0, 100, arena, NULL);
	g_assert_cmpuint(rows->len, >, 0);
	for (guint i = 0; i < rows->len; i++) {
		const DdRecord *record = &g_array_index(rows, DdAuditRow, i).record;
		for (const char *const *one = secrets; *one != NULL; one++) {
			g_assert_null(record->was_json != NULL ? strstr(record->was_json, *one) : NULL);
			g_assert_null(record->now_json != NULL ? strstr(record->now_json, *one) : NULL);
		}
	}
}

static void
test_sessions(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	char token[DD_SECRET_TEXT], csrf[DD_SECRET_TEXT];
	int64_t id = 0;
	bool found = false, ended = false;
	DdIdentity who;
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, &id), ==, -1);
	DdSignedIn in = sign_in_with(store, START, OFFICE, &(DdSignIn){"an", PASSWORD, NULL});
	g_assert_cmpint(in.outcome, ==, DD_SIGN_IN_DONE);
	g_assert_cmpint(in.account, ==, id);
	dd_secret_format(&in.token, token);
	dd_secret_format(&in.csrf, csrf);
	g_assert_true(dd_session_find(store, token, START, arena, &who, &found, &error) && found);
	g_assert_cmpstr(who.name, ==, "An");
	g_assert_cmpint(who.role, ==, DD_ROLE_CLERK);
	g_assert_cmpstr(who.unit, ==, "Sở Nội vụ");
	g_assert_cmpuint(who.scopes, ==, DD_SCOPE_ALL);
	g_assert_cmpint(who.token, ==, 0);
	g_assert_true(
		dd_secret_equals(&who.csrf, &in.csrf) && !dd_secret_equals(&who.csrf, &in.token));
	g_assert_false(who.stale);

	/* forged, truncated, huge, and what is no token at all */
	g_autofree char *forged = g_strdup(token);
	forged[5] = forged[5] == 'A' ? 'B' : 'A';
	g_autofree char *cut = g_strndup(token, strlen(token) - 1);
	g_autofree char *more = g_strconcat(token, "A", NULL);
	g_autofree char *huge = g_strnfill((gsize)1 << 20, 'A');
	g_autofree char *blank = g_strconcat(" ", cut, NULL);
	/* other last bits, which belong to no byte: one session has one token */
	g_autofree char *twin = g_strdup(token);
	twin[strlen(twin) - 1] = (char)(twin[strlen(twin) - 1] + 1);
	const char *const wrong[] = {forged, cut, more, huge, blank, twin, csrf, "", "\xff", "%00"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(is_session(store, wrong[i], START));
	g_assert_false(is_token(store, token, START));

	/* idle, used, expired, and a clock that was set back */
	int64_t idle = START + DD_MAX_SESSION_IDLE_SECONDS;
	g_assert_true(is_session(store, token, idle));
	g_assert_false(is_session(store, token, idle + 1));
	g_assert_false(is_session(store, token, START - 3600));
	g_assert_true(dd_session_find(store, token, idle, arena, &who, &found, &error) && who.stale);
	g_assert_true(dd_session_touch(store, token, idle, &error));
	g_assert_true(is_session(store, token, idle + 1));
	for (int64_t now = idle; now < START + DD_MAX_SESSION_SECONDS; now += 3600)
		g_assert_true(dd_session_touch(store, token, now, &error));
	g_assert_true(is_session(store, token, START + DD_MAX_SESSION_SECONDS - 1));
	g_assert_false(is_session(store, token, START + DD_MAX_SESSION_SECONDS));

	/* signed out: played again it is nobody's */
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, OFFICE);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_session_end(&change, token, &ended, &error) && ended);
	g_assert_true(dd_session_end(&change, token, &ended, &error) && !ended);
	g_assert_true(dd_session_end(&change, huge, &ended, &error) && !ended);
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_false(is_session(store, token, START));
	g_assert_true(dd_session_touch(store, token, START + 90, &error));
	g_assert_false(is_session(store, token, START + 90));
	assert_no_secrets(store, id, (const char *const[]){token, csrf, PASSWORD, "argon2", NULL});
	assert_chain(store);
}

/* Changes of an account reach its sessions at once; ending all of them is one step */
static void
test_sessions_end(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdArena) arena = dd_arena_new();
	char tokens[3][DD_SECRET_TEXT];
	int64_t id = 0, n = 0;
	const bool yes = true, no = false;
	const DdRole officer = DD_ROLE_OFFICER;
	bool found;
	DdIdentity who;
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, &id), ==, -1);
	for (int i = 0; i < 3; i++) {
		DdSignedIn in = sign_in_with(
			store, START + i, OFFICE, &(DdSignIn){"An", PASSWORD, NULL});
		dd_secret_format(&in.token, tokens[i]);
	}
	g_assert_cmpint(
		set(store, id, &(DdAccountChange){.role = &officer, .unit = "Sở Y tế"}), ==, -1);
	g_assert_true(dd_session_find(store, tokens[0], START, arena, &who, &found, &error) && found);
	g_assert_cmpint(who.role, ==, DD_ROLE_OFFICER);
	g_assert_cmpstr(who.unit, ==, "Sở Y tế");
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, OFFICE);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_session_end_all(&change, id, &n, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_cmpint(n, ==, 3);
	for (int i = 0; i < 3; i++)
		g_assert_false(is_session(store, tokens[i], START + 3));
	/* a new password, and disabling, end them too */
	DdSignedIn in = sign_in_with(store, START + 4, OFFICE, &(DdSignIn){"An", PASSWORD, NULL});
	dd_secret_format(&in.token, tokens[0]);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &yes}), ==, -1);
	g_assert_false(is_session(store, tokens[0], START + 4));
	g_assert_cmpint(sign_in(store, START + 5, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &no}), ==, -1);
	g_assert_false(is_session(store, tokens[0], START + 4));
	in = sign_in_with(store, START + 6, OFFICE, &(DdSignIn){"An", PASSWORD, NULL});
	g_assert_cmpint(in.outcome, ==, DD_SIGN_IN_DONE);
	dd_secret_format(&in.token, tokens[0]);
	g_autofree char *kept = dd_secret_hash_password("Một câu khác hẳn", &error);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.password = kept}), ==, -1);
	g_assert_false(is_session(store, tokens[0], START + 6));
	g_assert_cmpint(sign_in(store, START + 7, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(
		sign_in(store, START + 8, OFFICE, "An", "Một câu khác hẳn"), ==, DD_SIGN_IN_DONE);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.password = ""}), ==, -1);
	g_assert_cmpint(sign_in(store, START + 9, OFFICE, "An", ""), ==, DD_SIGN_IN_WRONG);
	assert_chain(store);
}

/* However often somebody signs in, an account has so many sessions, the newest */
static void
test_sessions_bounded(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(GError) error = NULL;
	char first[DD_SECRET_TEXT], last[DD_SECRET_TEXT];
	int64_t id = 0;
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, NULL, &id), ==, -1);
	for (int i = 0; i <= DD_MAX_SESSIONS; i++) {
		g_auto(DdChange) change = {0};
		DdActor actor = actor_at(START + i, OFFICE);
		DdSignedIn in;
		g_assert_true(dd_change_begin(store, &actor, &change, &error));
		g_assert_true(dd_session_add(&change, id, NULL, &in, &error));
		g_assert_true(dd_change_commit(&change, &error));
		dd_secret_format(&in.token, i == 0 ? first : last);
		g_assert_true(is_session(store, first, START + i) == (i < DD_MAX_SESSIONS));
	}
	g_assert_true(is_session(store, last, START + 100));
}

static void
test_lock(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	int64_t id = 0;
	const bool no = false;
	g_assert_cmpint(add(store, "An", DD_ROLE_ADMINISTRATOR, PASSWORD, &id), ==, -1);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	for (int i = 0; i < 5; i++)
		g_assert_cmpint(sign_in(store, START, STRANGER, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	/* now the right password waits, too; it is not told that it is right */
	DdSignedIn in = sign_in_with(store, START, STRANGER, &(DdSignIn){"An", PASSWORD, NULL});
	g_assert_cmpint(in.outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(in.wait, ==, 30);
	/* from anywhere but where its owner was before */
	g_assert_cmpint(sign_in(store, START, "api:198.51.100.7", "An", PASSWORD), ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	/* a clock that is set back does not open */
	g_assert_cmpint(sign_in(store, START - 86400, STRANGER, "An", PASSWORD), ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(sign_in(store, START + 29, STRANGER, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	/* the place where its owner was has a count of its own */
	for (int i = 0; i < 5; i++)
		g_assert_cmpint(sign_in(store, START + 40, OFFICE, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START + 40, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_WAIT);
	/* who looks after the store lets it in again */
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &no}), ==, -1);
	g_assert_cmpint(sign_in(store, START + 40, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	assert_chain(store);
}

/* The code that a telephone shows, by another way than the one under test */
static const char *
code_at(const void *secret, int64_t now, char code[7])
{
	g_assert_cmpint(oath_hotp_generate(secret, DD_TOTP_BYTES, (uint64_t)(now / 30), 6, false,
				OATH_HOTP_DYNAMIC_TRUNCATION, code),
		==, OATH_OK);
	return code;
}

/* Signs in with the password alone. Returns: whether the session is for taking codes into use only */
static bool
must_enrol(DdStore *store, int64_t now)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdSignedIn in = sign_in_with(store, now, OFFICE, &(DdSignIn){"An", PASSWORD, NULL});
	char token[DD_SECRET_TEXT];
	DdIdentity who;
	bool found;
	g_assert_cmpint(in.outcome, ==, DD_SIGN_IN_DONE);
	dd_secret_format(&in.token, token);
	g_assert_true(dd_session_find(store, token, now, arena, &who, &found, NULL) && found);
	return who.must_enrol;
}

static void
test_code(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(GError) error = NULL;
	unsigned char secret[DD_TOTP_BYTES];
	int64_t id = 0, later = START + 300;
	char code[7], wrong[7];
	const DdSignIn without = {"An", PASSWORD, NULL}, with = {"An", PASSWORD, code},
		       other = {"An", "sai", code}, mistyped = {"An", PASSWORD, wrong};
	dd_totp_make(secret);
	g_assert_cmpint(add(store, "An", DD_ROLE_LEADER, PASSWORD, &id), ==, -1);
	/* the office demands codes, and there is none yet */
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, "test");
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_account_set_demand(&change, DD_ROLE_LEADER, true, &error));
	g_assert_true(dd_account_set_demand(&change, DD_ROLE_CLERK, false, &error));
	g_assert_true(dd_change_commit(&change, &error));
	g_assert_true(must_enrol(store, START));
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.totp = secret}), ==, -1);
	/* the code that took them into use is used */
	code_at(secret, START, code);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.totp = secret, .totp_step = START / 30}),
		==, -1);
	g_assert_cmpint(sign_in_with(store, START, OFFICE, &with).outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.totp = secret}), ==, -1);
	g_assert_cmpint(sign_in_with(store, START, OFFICE, &without).outcome, ==, DD_SIGN_IN_CODE);
	code_at(secret, START, code);
	g_assert_cmpint(sign_in_with(store, START, OFFICE, &other).outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in_with(store, START, OFFICE, &with).outcome, ==, DD_SIGN_IN_DONE);
	/* once */
	g_assert_cmpint(sign_in_with(store, START, OFFICE, &with).outcome, ==, DD_SIGN_IN_WRONG);
	/* who knows the password and guesses codes waits like others, also when asked for one in between */
	code_at(secret, later, wrong);
	wrong[0] = wrong[0] == '9' ? '0' : (char)(wrong[0] + 1);
	for (int i = 0; i < 5; i++) {
		g_assert_cmpint(sign_in_with(store, later, STRANGER, &without).outcome, ==,
			DD_SIGN_IN_CODE);
		g_assert_cmpint(sign_in_with(store, later, STRANGER, &mistyped).outcome, ==,
			DD_SIGN_IN_WRONG);
	}
	g_assert_cmpint(sign_in_with(store, later, STRANGER, &without).outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.drop_totp = true}), ==, -1);
	g_assert_true(must_enrol(store, later));
	assert_no_secrets(store, id, (const char *const[]){code, PASSWORD, NULL});
	assert_chain(store);
}

/* A password of older parameters is hashed anew when its owner signs in */
static void
test_rehash(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	char old[crypto_pwhash_STRBYTES];
	int64_t id = 0;
	bool found = false;
	DdAccountRow row;
	g_assert_cmpint(
		crypto_pwhash_str_alg(old, "cau cu", 6, 1, 8192, crypto_pwhash_ALG_ARGON2ID13), ==, 0);
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, NULL, &id), ==, -1);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.password = old}), ==, -1);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_true(dd_account_row_get(store, id, arena, &row, &found, NULL));
	g_assert_cmpstr(row.password, ==, old);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", "cau cu"), ==, DD_SIGN_IN_DONE);
	g_assert_true(dd_account_row_get(store, id, arena, &row, &found, NULL));
	g_assert_cmpstr(row.password, !=, old);
	g_assert_false(dd_secret_is_dated(row.password));
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", "cau cu"), ==, DD_SIGN_IN_DONE);
}

static int
add_token(DdStore *store, int64_t account, const char *name, unsigned scopes, int64_t days, char *out)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, "test");
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_token_add(&change, account, name, scopes, days, out, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static int
revoke(DdStore *store, int64_t account, int64_t token)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START, "test");
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_token_revoke(&change, account, token, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static void
test_tokens(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	char one[DD_TOKEN_TEXT], two[DD_TOKEN_TEXT], spare[DD_TOKEN_TEXT];
	int64_t id = 0, other = 0, day = 86400;
	bool found = false;
	const bool yes = true;
	DdIdentity who;
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, NULL, &id), ==, -1);
	g_assert_cmpint(add(store, "Ba", DD_ROLE_CLERK, NULL, &other), ==, -1);
	g_assert_cmpint(add_token(store, 99, "x", DD_SCOPE_READ, 30, one), ==, DD_ERROR_EMPTY);
	g_assert_cmpint(add_token(store, id, "x", 0, 30, one), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add_token(store, id, "x", 8, 30, one), ==, DD_ERROR_INVALID_DATA);
	g_assert_cmpint(add_token(store, id, "x", DD_SCOPE_READ, 0, one), ==, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(add_token(store, id, "x", DD_SCOPE_READ, 367, one), ==, DD_ERROR_TOO_LARGE);
	g_assert_cmpint(
		add_token(store, id, "báo cáo", DD_SCOPE_READ | DD_SCOPE_WRITE, 30, one), ==, -1);
	g_assert_cmpint(add_token(store, id, "khác", DD_SCOPE_ADMIN, 366, two), ==, -1);
	g_assert_true(dd_token_find(store, one, START, arena, &who, &found, NULL) && found);
	g_assert_cmpstr(who.name, ==, "An");
	g_assert_cmpuint(who.scopes, ==, DD_SCOPE_READ | DD_SCOPE_WRITE);
	g_assert_cmpint(who.token, ==, 1);
	g_assert_true(who.stale);
	g_assert_true(dd_token_touch(store, who.token, START, NULL));
	g_assert_true(dd_token_find(store, one, START + 59, arena, &who, &found, NULL) && !who.stale);
	g_assert_true(is_token(store, one, START + 30 * day - 1));
	g_assert_false(is_token(store, one, START + 30 * day));
	g_assert_false(is_token(store, one, START - day));
	g_autofree char *forged = g_strdup(one);
	forged[10] = forged[10] == 'A' ? 'B' : 'A';
	const char *const wrong[] = {
		forged, one + 1, one + strlen(DD_TOKEN_PREFIX), "", DD_TOKEN_PREFIX, "\xff"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(is_token(store, wrong[i], START));
	g_assert_false(is_session(store, one + strlen(DD_TOKEN_PREFIX), START));
	g_autoptr(GArray) tokens = dd_token_list(store, id, arena, NULL);
	g_assert_cmpuint(tokens->len, ==, 2);
	g_assert_cmpstr(g_array_index(tokens, DdToken, 0).name, ==, "báo cáo");
	g_assert_cmpint(g_array_index(tokens, DdToken, 0).used_at, ==, START);
	g_assert_cmpint(g_array_index(tokens, DdToken, 1).used_at, ==, 0);
	/* of somebody else, or of none, nothing is removed */
	g_assert_cmpint(revoke(store, other, 1), ==, DD_ERROR_EMPTY);
	g_assert_cmpint(revoke(store, 0, 77), ==, DD_ERROR_EMPTY);
	g_assert_cmpint(revoke(store, id, 1), ==, -1);
	g_assert_false(is_token(store, one, START));
	g_assert_true(is_token(store, two, START));
	/* a new password takes away what was made with the old one, unless its owner says that it stays */
	g_assert_cmpint(
		set(store, id, &(DdAccountChange){.password = "x", .keep_tokens = true}), ==, -1);
	g_assert_true(is_token(store, two, START));
	g_assert_cmpint(set(store, id, &(DdAccountChange){.password = "y"}), ==, -1);
	g_assert_false(is_token(store, two, START));
	g_assert_cmpint(add_token(store, id, "mới", DD_SCOPE_ADMIN, 366, two), ==, -1);
	g_assert_cmpint(
		set(store, id, &(DdAccountChange){.way = &(const DdWay){DD_WAY_LDAP}}), ==, -1);
	g_assert_false(is_token(store, two, START));
	g_assert_cmpint(add_token(store, id, "mới", DD_SCOPE_ADMIN, 366, two), ==, -1);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &yes}), ==, -1);
	g_assert_false(is_token(store, two, START));
	g_assert_cmpint(add_token(store, id, "x", DD_SCOPE_READ, 30, spare), ==, DD_ERROR_CONFLICT);
	for (int i = 0; i < DD_MAX_TOKENS; i++)
		g_assert_cmpint(add_token(store, other, "x", DD_SCOPE_READ, 1, spare), ==, -1);
	g_assert_cmpint(add_token(store, other, "x", DD_SCOPE_READ, 1, spare), ==, DD_ERROR_TOO_LARGE);
	assert_no_secrets(store, id, (const char *const[]){one + strlen(DD_TOKEN_PREFIX), NULL});
	assert_chain(store);
}

static void
test_scopes(void)
{
	unsigned scopes = 0;
	for (unsigned set = 1; set <= DD_SCOPE_ALL; set++) {
		g_autofree char *text = dd_scopes_format(set);
		g_assert_true(dd_scopes_parse(text, &scopes));
		g_assert_cmpuint(scopes, ==, set);
	}
	g_assert_true(dd_scopes_parse("read,write", &scopes));
	g_assert_cmpuint(scopes, ==, DD_SCOPE_READ | DD_SCOPE_WRITE);
	g_assert_true(dd_scopes_parse("read, write, admin", &scopes));
	g_assert_cmpuint(scopes, ==, DD_SCOPE_ALL);
	g_assert_true(dd_scopes_parse(" admin ,, read  ,", &scopes));
	g_assert_cmpuint(scopes, ==, DD_SCOPE_READ | DD_SCOPE_ADMIN);
	static const char *const wrong[] = {
		"", " ", ", ,", "all", "read root", "READ", "read write admin x"};
	for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
		g_assert_false(dd_scopes_parse(wrong[i], &scopes));
}

/* Names that nobody has are answered as those that somebody has */
static void
test_unknown(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	static const char *const names[] = {"Không ai", "", "'; DROP TABLE account; --"};
	g_autofree char *huge = g_strnfill((gsize)1 << 20, 'a');
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, NULL), ==, -1);
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		g_autofree char *origin = g_strdup_printf("api:10.1.0.%zu", i);
		for (int n = 0; n < 5; n++)
			g_assert_cmpint(sign_in(store, START, origin, names[i], PASSWORD), ==,
				DD_SIGN_IN_WRONG);
		g_assert_cmpint(sign_in(store, START, origin, names[i], PASSWORD), ==, DD_SIGN_IN_WAIT);
	}
	g_assert_cmpint(sign_in(store, START, OFFICE, huge, huge), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", huge), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", "\xff"), ==, DD_SIGN_IN_WRONG);
	assert_chain(store);
}

/* One place that tries one name after the other */
static void
test_origin(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, NULL), ==, -1);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	/* as of 29 names, each of which would take its time */
	g_assert_true(dd_db_run(dd_store_get_db(store), &dd_sql[DD_SQL_SET_ATTEMPT],
		DD_DB_ARGS(dd_db_text("origin:" STRANGER), dd_db_int(dd_delay_origin.free - 1),
			dd_db_int(START), dd_db_int(0)),
		NULL));
	g_assert_cmpint(sign_in(store, START, STRANGER, "Một người khác", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START, STRANGER, "An", PASSWORD), ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(sign_in(store, START, OFFICE, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	g_assert_cmpint(sign_in(store, START, "api:10.0.0.2", "An", PASSWORD), ==, DD_SIGN_IN_DONE);
}

static void
set_place(DdStore *store, const char *key, int64_t failures)
{
	g_assert_true(dd_db_run(dd_store_get_db(store), &dd_sql[DD_SQL_SET_ATTEMPT],
		DD_DB_ARGS(dd_db_text(key), dd_db_int(failures), dd_db_int(START - 3600), dd_db_int(0)),
		NULL));
}

static int64_t
wait_of(DdStore *store, int64_t now, const char *origin)
{
	return sign_in_with(store, now, origin, &(DdSignIn){"An", "sai", NULL}).wait;
}

/* A place where many failed: who is right leaves no wait to others, nor clears what others have earned */
static void
test_place(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	const bool no = false;
	int64_t own = 0;
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, NULL), ==, -1);
	g_assert_cmpint(add(store, "Bình", DD_ROLE_CLERK, PASSWORD, &own), ==, -1);
	g_assert_cmpint(add(store, "Chi", DD_ROLE_CLERK, PASSWORD, NULL), ==, -1);
	set_place(store, "origin:" STRANGER, dd_delay_origin.free + 1);
	g_assert_cmpint(sign_in(store, START, STRANGER, "Chi", PASSWORD), ==, DD_SIGN_IN_DONE);
	g_assert_cmpint(sign_in(store, START, STRANGER, "Bình", PASSWORD), ==, DD_SIGN_IN_DONE);
	/* the next failure counts on from where the count was */
	g_assert_cmpint(sign_in(store, START, STRANGER, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(wait_of(store, START, STRANGER), ==, 120);
	/* an account of his own opens nothing to who guesses: it is known there, and the place waits on */
	g_assert_cmpint(sign_in(store, START + 1, STRANGER, "Bình", PASSWORD), ==, DD_SIGN_IN_DONE);
	g_assert_cmpint(wait_of(store, START + 1, STRANGER), ==, 119);
	/* nor does a new password of it */
	g_autofree char *kept = dd_secret_hash_password("Một câu khác hẳn", NULL);
	g_assert_cmpint(set(store, own, &(DdAccountChange){.password = kept}), ==, -1);
	g_assert_cmpint(wait_of(store, START + 1, STRANGER), ==, 119);
	/* nor is the right password told from a wrong one */
	g_assert_cmpint(sign_in(store, START + 1, STRANGER, "An", PASSWORD), ==, DD_SIGN_IN_WAIT);
	/* who looks after the store ends it, and the count stays */
	g_assert_cmpint(set(store, own, &(DdAccountChange){.disabled = &no}), ==, -1);
	g_assert_cmpint(sign_in(store, START + 2, STRANGER, "An", "sai"), ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(wait_of(store, START + 2, STRANGER), ==, 240);
	g_assert_cmpint(sign_in(store, START + 242, STRANGER, "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	assert_chain(store);
}

/* Who has one address of an IPv6 network has all of them */
static void
test_place_network(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_assert_cmpint(add(store, "An", DD_ROLE_CLERK, PASSWORD, NULL), ==, -1);
	set_place(store, "origin:api:2001:db8:0:1::/64", dd_delay_origin.free);
	g_assert_cmpint(sign_in(store, START, "api:2001:db8:0:1::7", "Một người khác", "sai"), ==,
		DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START, "api:2001:db8:0:1:ffff::8", "An", PASSWORD), ==,
		DD_SIGN_IN_WAIT);
	g_assert_cmpint(
		sign_in(store, START, "api:2001:db8:0:2::7", "An", PASSWORD), ==, DD_SIGN_IN_DONE);
	/* and where An is known, all of it is */
	set_place(store, "origin:api:2001:db8:0:2::/64", dd_delay_origin.free);
	g_assert_cmpint(sign_in(store, START, "api:2001:db8:0:2::9", "Một người khác", "sai"), ==,
		DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, START, "api:2001:db8:0:2:abcd::1", "An", PASSWORD), ==,
		DD_SIGN_IN_DONE);
}

int
main(int argc, char *argv[])
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/account/accounts", test_accounts);
	dd_engine_test_add("/account/sessions", test_sessions);
	dd_engine_test_add("/account/sessions-end", test_sessions_end);
	dd_engine_test_add("/account/sessions-bounded", test_sessions_bounded);
	dd_engine_test_add("/account/lock", test_lock);
	dd_engine_test_add("/account/code", test_code);
	dd_engine_test_add("/account/rehash", test_rehash);
	dd_engine_test_add("/account/tokens", test_tokens);
	g_test_add_func("/account/scopes", test_scopes);
	dd_engine_test_add("/account/unknown", test_unknown);
	dd_engine_test_add("/account/origin", test_origin);
	dd_engine_test_add("/account/place", test_place);
	dd_engine_test_add("/account/place-network", test_place_network);
	return g_test_run();
}

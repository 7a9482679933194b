/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouched-test.c: accounts that a directory or a provider vouches for, on each engine */
#include "account.h"
#include "api-token.h"
#include "audit.h"
#include "error.h"
#include "maxima.h"
#include "sign-in.h"
#include "store-test-support.h"

#include <glib.h>
#include <string.h>

#define START 1800000000
#define ORIGIN "api:10.0.0.1"

static DdActor
actor_at(int64_t now)
{
	return (DdActor){.now = now, .who = "Quản trị", .origin = ORIGIN};
}

static int64_t
add(DdStore *store, const char *name, DdRole role, DdWay way)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START);
	const DdAccountNew account = {.name = name, .role = role, .way = way};
	int64_t id = 0;
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_account_add(&change, &account, &id, &error));
	g_assert_true(dd_change_commit(&change, &error));
	return id;
}

static int
set(DdStore *store, int64_t id, const DdAccountChange *what)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START);
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	if (!dd_account_set(&change, id, what, &error))
		return error->code;
	g_assert_true(dd_change_commit(&change, &error));
	return -1;
}

static DdAccount
find(DdStore *store, DdArena *arena, const char *name)
{
	DdAccount out = {.id = 0};
	bool found;
	g_assert_true(dd_account_find(store, name, arena, &out, &found, NULL));
	return out;
}

/* A directory of one person, whose password is "đúng" and who is found by all names that begin with "alias", too */
typedef struct {
	DdVouched person;
	bool down;
	unsigned asked;
} Directory;

static bool
ask(void *data, const char *name, const char *password, DdArena *arena, DdVouched *out,
	bool *right_out, GError **error)
{
	Directory *self = data;
	(void)arena;
	self->asked++;
	if (self->down) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE, "down");
		return false;
	}
	bool found = g_ascii_strcasecmp(name, self->person.name) == 0 ||
		     g_str_has_prefix(name, "alias");
	*right_out = found && strcmp(password, "đúng") == 0;
	*out = found ? self->person : (DdVouched){.way = DD_WAY_LDAP};
	return true;
}

static DdSignedIn
sign_in(DdStore *store, Directory *directory, int64_t now, const char *name, const char *password)
{
	g_autoptr(GError) error = NULL;
	DdActor actor = actor_at(now);
	const DdVoucher voucher = {ask, directory};
	const DdSignIn what = {name, password, NULL};
	DdSignedIn out = {.outcome = DD_SIGN_IN_WAIT};
	bool good = dd_account_sign_in(store, &what, &voucher, &actor, &out, &error);
	g_assert_true(good == !directory->down);
	return out;
}

static void
assert_chain(DdStore *store)
{
	DdAuditVerdict verdict;
	g_assert_true(dd_audit_verify(store, &verdict, NULL));
	g_assert_cmpint(verdict.broken, ==, 0);
}

static void
test_directory(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	Directory directory = {.person = {.way = DD_WAY_LDAP, .subject = "guid-1", .name = "hoa"}};
	DdVouched *hoa = &directory.person;
	/* nobody is let in without an account, and a wrong password is no more than that */
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "sai").outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	/* no password at all is not even asked about */
	directory.asked = 0;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "").outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpuint(directory.asked, ==, 0);
	/* one that an administrator made is taken by who comes first, and is that person's for good */
	int64_t id = add(store, "Hoa", DD_ROLE_OFFICER, DD_WAY_LDAP);
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").account, ==, id);
	hoa->subject = "guid-2";
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	/* whatever the person is called later */
	hoa->subject = "guid-1";
	hoa->name = "hoa.nguyen";
	g_assert_cmpint(sign_in(store, &directory, START, "hoa.nguyen", "đúng").account, ==, id);
	/* role and unit are those of the groups, each time */
	hoa->has_role = true;
	hoa->role = DD_ROLE_FOCAL;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa.nguyen", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	hoa->unit = "Sở Nội vụ";
	g_assert_cmpint(sign_in(store, &directory, START, "hoa.nguyen", "đúng").account, ==, id);
	g_assert_cmpint(find(store, arena, "Hoa").role, ==, DD_ROLE_FOCAL);
	g_assert_cmpstr(find(store, arena, "Hoa").unit, ==, "Sở Nội vụ");
	hoa->refused = true;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa.nguyen", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	hoa->refused = false;
	/* disabled here is disabled */
	g_assert_cmpint(set(store, id, &(DdAccountChange){.disabled = &(const bool){true}}), ==, -1);
	g_assert_cmpint(sign_in(store, &directory, START, "hoa.nguyen", "đúng").outcome, ==,
		DD_SIGN_IN_WRONG);
	g_assert_cmpint(set(store, id, &(DdAccountChange){.password = "x"}), ==, DD_ERROR_CONFLICT);
	assert_chain(store);
}

/* Who has no account gets one where that is allowed, and never one that is another's */
static void
test_new(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	Directory directory = {.person = {.way = DD_WAY_LDAP,
				       .subject = "guid-1",
				       .name = "minh",
				       .has_role = true,
				       .role = DD_ROLE_CLERK,
				       .unit = "Văn phòng",
				       .add = true}};
	g_assert_cmpint(sign_in(store, &directory, START, "minh", "đúng").outcome, ==, DD_SIGN_IN_DONE);
	DdAccount minh = find(store, arena, "Minh");
	g_assert_cmpint(minh.role, ==, DD_ROLE_CLERK);
	g_assert_cmpint(minh.way, ==, DD_WAY_LDAP);
	g_assert_cmpstr(minh.unit, ==, "Văn phòng");
	g_assert_false(minh.has_password);
	/* a local account of the name is not the directory's to judge, and is not taken over */
	int64_t admin = add(store, "admin", DD_ROLE_ADMINISTRATOR, DD_WAY_LOCAL);
	directory.person.subject = "guid-2";
	directory.person.name = "admin";
	directory.asked = 0;
	g_assert_cmpint(
		sign_in(store, &directory, START, "admin", "đúng").outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpuint(directory.asked, ==, 0);
	/* nor by another spelling of it */
	add(store, "Hòa", DD_ROLE_LEADER, DD_WAY_LDAP);
	directory.person.name = "hoà";
	g_assert_cmpint(sign_in(store, &directory, START, "hoà", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	directory.person.name = "hòa";
	g_assert_cmpint(sign_in(store, &directory, START, "hoà", "sai").outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_cmpint(sign_in(store, &directory, START, "hòa", "đúng").outcome, ==, DD_SIGN_IN_DONE);
	/* the last administrator is not made another by a group */
	g_assert_cmpint(
		set(store, admin, &(DdAccountChange){.way = &(const DdWay){DD_WAY_LDAP}}), ==, -1);
	directory.person.subject = "guid-4";
	directory.person.name = "admin";
	g_autoptr(GError) error = NULL;
	DdActor actor = actor_at(START);
	DdSignedIn out;
	g_assert_false(dd_account_sign_in(store, &(DdSignIn){"admin", "đúng", NULL},
		&(DdVoucher){ask, &directory}, &actor, &out, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_CONFLICT);
	assert_chain(store);
}

/* Wrong passwords wait as others do; a directory that is down is nobody's failure */
static void
test_waits(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	Directory directory = {
		.person = {.way = DD_WAY_LDAP, .subject = "guid-1", .name = "hoa"}, .down = true};
	add(store, "hoa", DD_ROLE_OFFICER, DD_WAY_LDAP);
	for (int i = 0; i < 8; i++)
		sign_in(store, &directory, START, "hoa", "đúng");
	directory.down = false;
	for (int i = 0; i < 5; i++)
		g_assert_cmpint(sign_in(store, &directory, START, "hoa", "sai").outcome, ==,
			DD_SIGN_IN_WRONG);
	directory.asked = 0;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpuint(directory.asked, ==, 0);
	g_assert_cmpint(
		sign_in(store, &directory, START + 31, "hoa", "đúng").outcome, ==, DD_SIGN_IN_DONE);
	assert_chain(store);
}

static bool
is_session(DdStore *store, const DdSignedIn *in)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	char token[DD_SECRET_TEXT];
	DdIdentity who;
	bool found;
	dd_secret_format(&in->token, token);
	g_assert_true(dd_session_find(store, token, START, arena, &who, &found, NULL));
	return found;
}

static unsigned
count_tokens(DdStore *store, int64_t account)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) tokens = dd_token_list(store, account, arena, NULL);
	return tokens->len;
}

static void
add_token(DdStore *store, int64_t account)
{
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(START);
	char text[DD_TOKEN_TEXT];
	g_assert_true(dd_change_begin(store, &actor, &change, NULL));
	g_assert_true(dd_token_add(&change, account, "x", DD_SCOPE_READ, 30, text, NULL));
	g_assert_true(dd_change_commit(&change, NULL));
}

/* What a directory leaves out is no right, and who is out of all groups keeps nothing */
static void
test_left_out(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	Directory directory = {.person = {.way = DD_WAY_LDAP,
				       .subject = "guid-1",
				       .name = "hoa",
				       .has_role = true,
				       .add = true}};
	DdVouched *hoa = &directory.person;
	static const DdRole of_units[] = {
		DD_ROLE_CLERK, DD_ROLE_OVERSEER, DD_ROLE_LEADER, DD_ROLE_FOCAL, DD_ROLE_OFFICER};
	for (size_t i = 0; i < G_N_ELEMENTS(of_units); i++) {
		hoa->role = of_units[i];
		g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
			DD_SIGN_IN_NO_ACCOUNT);
	}
	hoa->role = DD_ROLE_LEADER;
	hoa->whole_office = true;
	DdSignedIn in = sign_in(store, &directory, START, "hoa", "đúng");
	g_assert_cmpint(in.outcome, ==, DD_SIGN_IN_DONE);
	add_token(store, in.account);
	/* whoever does not know the password learns and ends nothing */
	hoa->whole_office = false;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "sai").outcome, ==, DD_SIGN_IN_WRONG);
	g_assert_true(is_session(store, &in));
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	g_assert_false(is_session(store, &in));
	g_assert_cmpuint(count_tokens(store, in.account), ==, 0);
	hoa->unit = "Sở Nội vụ";
	in = sign_in(store, &directory, START, "hoa", "đúng");
	add_token(store, in.account);
	hoa->refused = true;
	hoa->has_role = false;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	g_assert_false(is_session(store, &in));
	g_assert_cmpuint(count_tokens(store, in.account), ==, 0);
	/* somebody else who comes by that name ends nothing of the owner's */
	hoa->refused = false;
	in = sign_in(store, &directory, START, "hoa", "đúng");
	hoa->subject = "guid-2";
	hoa->refused = true;
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==,
		DD_SIGN_IN_NO_ACCOUNT);
	g_assert_true(is_session(store, &in));
	assert_chain(store);
}

/* Has the account of @person be as the directory says when it is looked at. Returns: whether it may have no sessions and API tokens */
static bool
follow(DdStore *store, const DdVouched *person)
{
	g_autoptr(GError) error = NULL;
	const DdActor actor = actor_at(START);
	bool refused = false;
	g_assert_true(dd_vouched_follow(store, person, &actor, &refused, &error));
	return refused;
}

/* Returns: how many accounts of the directory are in use */
static guint
count_uses(DdStore *store, int64_t after)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) uses = dd_vouched_list(store, DD_WAY_LDAP, after, 10, arena, NULL);
	for (guint i = 0; i < uses->len; i++)
		g_assert_cmpstr(g_array_index(uses, DdVouchedUse, i).subject, ==, "guid-1");
	return uses->len;
}

/* Who does not sign in again is looked at */
static void
test_looked_at(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	Directory directory = {.person = {.way = DD_WAY_LDAP,
				       .subject = "guid-1",
				       .name = "hoa",
				       .has_role = true,
				       .role = DD_ROLE_OFFICER,
				       .unit = "Văn phòng",
				       .add = true}};
	DdVouched *hoa = &directory.person;
	add(store, "local", DD_ROLE_ADMINISTRATOR, DD_WAY_LOCAL);
	add(store, "new", DD_ROLE_OFFICER, DD_WAY_LDAP);
	g_assert_cmpuint(count_uses(store, 0), ==, 0);
	DdSignedIn in = sign_in(store, &directory, START, "hoa", "đúng");
	add_token(store, in.account);
	g_assert_cmpuint(count_uses(store, 0), ==, 1);
	g_assert_cmpuint(count_uses(store, in.account), ==, 0);
	/* what is as it was changes nothing; another role counts at once */
	g_assert_false(follow(store, hoa));
	hoa->role = DD_ROLE_FOCAL;
	g_assert_false(follow(store, hoa));
	g_assert_cmpint(find(store, arena, "hoa").role, ==, DD_ROLE_FOCAL);
	g_assert_true(is_session(store, &in));
	/* nobody is made an account by being looked at */
	g_assert_true(
		follow(store, &(DdVouched){.way = DD_WAY_LDAP, .subject = "guid-7", .name = "lan"}));
	g_assert_cmpint(find(store, arena, "lan").id, ==, 0);
	g_assert_true(follow(store,
		&(DdVouched){.way = DD_WAY_LDAP, .subject = "guid-1", .name = "hoa", .refused = true}));
	g_assert_false(is_session(store, &in));
	g_assert_cmpuint(count_tokens(store, in.account), ==, 0);
	g_assert_cmpuint(count_uses(store, 0), ==, 0);
	assert_chain(store);
}

/* Guesses by other names of one person are guesses of that person */
static void
test_aliases(const char *url)
{
	static const char *const aliases[] = {"alias@tinh", "alias-2", "alias", "alias-3", "alias-4"};
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	Directory directory = {.person = {.way = DD_WAY_LDAP, .subject = "guid-1", .name = "hoa"}};
	int64_t id = add(store, "hoa", DD_ROLE_INSPECTOR, DD_WAY_LDAP);
	g_assert_cmpint(sign_in(store, &directory, START, "alias", "đúng").account, ==, id);
	for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++) {
		g_assert_cmpint(sign_in(store, &directory, START, aliases[i], "sai").outcome, ==,
			DD_SIGN_IN_WRONG);
	}
	/* right or wrong is not told, by no name, and the wait is the person's own */
	g_assert_cmpint(
		sign_in(store, &directory, START, "alias-6", "đúng").outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(
		sign_in(store, &directory, START, "alias-6", "sai").outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(sign_in(store, &directory, START, "hoa", "đúng").outcome, ==, DD_SIGN_IN_WAIT);
	g_assert_cmpint(sign_in(store, &directory, START + 31, "alias-7", "đúng").outcome, ==,
		DD_SIGN_IN_DONE);
	g_assert_cmpint(
		sign_in(store, &directory, START + 31, "hoa", "sai").outcome, ==, DD_SIGN_IN_WRONG);
	assert_chain(store);
}

static void
begin(DdStore *store, const char *subject, const char *sid, int64_t now, char token[DD_SECRET_TEXT])
{
	g_autoptr(GError) error = NULL;
	DdActor actor = actor_at(now);
	const DdVouched vouched = {.way = DD_WAY_OIDC,
		.subject = subject,
		.name = subject,
		.has_role = true,
		.role = DD_ROLE_CLERK,
		.whole_office = true,
		.add = true};
	const DdSessionOf of = {sid, "a.b.c", now};
	DdSignedIn out;
	g_assert_true(dd_account_sign_in_vouched(store, &vouched, &of, &actor, &out, &error));
	g_assert_cmpint(out.outcome, ==, DD_SIGN_IN_DONE);
	dd_secret_format(&out.token, token);
}

static int64_t
end(DdStore *store, const char *subject, const char *sid, int64_t before)
{
	g_autoptr(GError) error = NULL;
	g_auto(DdChange) change = {0};
	DdActor actor = actor_at(before);
	int64_t n = 0;
	g_assert_true(dd_change_begin(store, &actor, &change, &error));
	g_assert_true(dd_session_end_vouched(&change, subject, sid, before, &n, &error));
	g_assert_true(dd_change_commit(&change, &error));
	return n;
}

static void
test_provider(const char *url)
{
	g_autoptr(DdStore) store = dd_store_test_open(url, START);
	g_autoptr(DdArena) arena = dd_arena_new();
	char tokens[4][DD_SECRET_TEXT];
	const char *kept;
	begin(store, "an", "s1", START, tokens[0]);
	begin(store, "an", "s2", START, tokens[1]);
	begin(store, "binh", "s3", START, tokens[2]);
	begin(store, "an", "s1", START + 10, tokens[3]);
	g_assert_true(dd_session_get_id_token(store, tokens[0], arena, &kept, NULL));
	g_assert_cmpstr(kept, ==, "a.b.c");
	/* of another person's session, of nobody, of one that is not there */
	g_assert_cmpint(end(store, "binh", "s1", START), ==, 0);
	g_assert_cmpint(end(store, "nobody", NULL, START + 99), ==, 0);
	g_assert_cmpint(end(store, NULL, "s9", START + 99), ==, 0);
	/* what was begun later stays: an order that is played again ends nothing new */
	g_assert_cmpint(end(store, "an", "s1", START), ==, 1);
	g_assert_cmpint(end(store, NULL, "s1", START), ==, 0);
	g_assert_cmpint(end(store, "an", NULL, START + 10), ==, 2);
	g_assert_true(dd_session_get_id_token(store, tokens[3], arena, &kept, NULL) && kept == NULL);
	g_assert_true(dd_session_get_id_token(store, tokens[2], arena, &kept, NULL) && kept != NULL);
	assert_chain(store);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	dd_engine_test_add("/vouched/directory", test_directory);
	dd_engine_test_add("/vouched/new", test_new);
	dd_engine_test_add("/vouched/waits", test_waits);
	dd_engine_test_add("/vouched/left-out", test_left_out);
	dd_engine_test_add("/vouched/looked-at", test_looked_at);
	dd_engine_test_add("/vouched/aliases", test_aliases);
	dd_engine_test_add("/vouched/provider", test_provider);
	return g_test_run();
}

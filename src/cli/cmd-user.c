/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-user.c: dondoc user: accounts, their passwords, one-time codes and API tokens; each word behind it is a row of a table */
#include "check-directory.h"
#include "error.h"
#include "invitation.h"
#include "json-account.h"
#include "maxima.h"
#include "password-rule.h"
#include "password.h"
#include "progress.h"
#include "render-account.h"
#include "store-options.h"
#include "width.h"

#include <stdio.h>
#include <string.h>

#define TOKEN_DAYS 90
#define TOKEN_NAME "dondoc user token"
#define STANDARD_INPUT "0"

/* Options that a row takes besides those of the store */
enum {
	TAKES_ROLE = 1 << 0,
	TAKES_UNIT = 1 << 1,
	TAKES_PASSWORD = 1 << 2,
	TAKES_WHY = 1 << 3,
	TAKES_SWITCH = 1 << 4, /* --enable, --disable */
	TAKES_TOKEN = 1 << 5,  /* --scope, --days, --label */
	TAKES_FORMAT = 1 << 6,
	TAKES_WAY = 1 << 7,
	TAKES_CONFIG = 1 << 8 /* and no store */
};

typedef struct {
	DdStoreOptions common;
	char *role, *unit, *why, *scope, *days, *label, *way, *config;
	gboolean password, enable, disable;
} Options;

static void
clear_options(Options *options)
{
	char **const texts[] = {&options->role, &options->unit, &options->why, &options->scope,
		&options->days, &options->label, &options->way, &options->config};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		g_clear_pointer(texts[i], g_free);
	dd_store_options_clear(&options->common);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Options, clear_options)

typedef struct {
	const Options *options;
	char **words;
	DdStore *store;
	DdArena *arena;
	DdChange *change;  /* of a row that changes something */
	DdAccount account; /* of a row that begins with a name */
	DdRole role;
	DdWay way;
	char *kept; /* of a password */
	char *uri;  /* that is told once, as the token is */
	char token[DD_TOKEN_TEXT];
	int64_t count;
	bool json;
	DdRender render;
	DdJsonWriter writer;
} Job;

static void
clear_job(Job *job)
{
	g_free(job->kept);
	if (job->uri != NULL)
		dd_secret_wipe(job->uri, strlen(job->uri));
	g_free(job->uri);
	dd_secret_wipe(job->token, sizeof(job->token));
	dd_arena_free(job->arena);
	dd_store_free(job->store);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Job, clear_job)

/* Reads a password from standard input and makes what is kept of it; before a change, which others wait for */
static bool
read_password(Job *job, const char *name, const char *unit, GError **error)
{
	DdPassword password;
	if (!dd_password_read(&password, STANDARD_INPUT, error))
		return false;
	if (dd_password_rule_check(password.text, name, unit, error))
		job->kept = dd_secret_hash_password(password.text, error);
	dd_password_wipe(&password);
	return job->kept != NULL;
}

static bool
prepare_add(Job *job, GError **error)
{
	const Options *options = job->options;
	return !options->password || read_password(job, job->words[0], options->unit, error);
}

static bool
run_add(Job *job, GError **error)
{
	const DdAccountNew account = {.name = job->words[0],
		.role = job->role,
		.unit = job->options->unit,
		.password = job->kept,
		.way = job->way};
	job->account.name = job->words[0];
	return dd_account_add(job->change, &account, NULL, error);
}

static bool
prepare_password(Job *job, GError **error)
{
	return read_password(job, job->account.name, job->account.unit, error);
}

static bool
set(Job *job, DdAccountChange what, GError **error)
{
	what.why = job->options->why;
	return dd_account_set(job->change, job->account.id, &what, error);
}

static bool
run_password(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.password = job->kept}, error);
}

static bool
run_role(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.role = &job->role}, error);
}

static bool
run_unit(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.unit = job->words[1] != NULL ? job->words[1] : ""}, error);
}

static bool
run_way(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.way = &job->way}, error);
}

static bool
run_disable(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.disabled = &(const bool){true}}, error);
}

static bool
run_enable(Job *job, GError **error)
{
	return set(job, (DdAccountChange){.disabled = &(const bool){false}}, error);
}

static bool
run_totp(Job *job, GError **error)
{
	unsigned char secret[DD_TOTP_BYTES];
	if (job->options->disable)
		return set(job, (DdAccountChange){.drop_totp = true}, error);
	dd_totp_make(secret);
	job->uri = dd_totp_uri(secret, sizeof(secret), job->account.name);
	bool good = set(job, (DdAccountChange){.totp = secret}, error);
	dd_secret_wipe(secret, sizeof(secret));
	return good;
}

static bool
run_demand(Job *job, GError **error)
{
	return dd_account_set_demand(job->change, job->role, job->options->enable, error);
}

static bool
run_sign_out(Job *job, GError **error)
{
	return dd_session_end_all(job->change, job->account.id, &job->count, error);
}

static bool
run_token(Job *job, GError **error)
{
	const Options *options = job->options;
	unsigned scopes = DD_SCOPE_READ | DD_SCOPE_WRITE;
	int64_t days = TOKEN_DAYS;
	if (options->scope != NULL && !dd_scopes_parse(options->scope, &scopes))
		scopes = 0;
	if (options->days != NULL && !dd_store_options_number(options->days, &days))
		days = 0;
	return dd_token_add(job->change, job->account.id,
		options->label != NULL ? options->label : TOKEN_NAME, scopes, days, job->token, error);
}

/* Nobody but who gets it ever knows the password that is set with it */
static bool
run_invite(Job *job, GError **error)
{
	const DdAccount *account = &job->account;
	int64_t expires;
	if (account->disabled || account->way != DD_WAY_LOCAL) {
		g_set_error(error, DD_ERROR, DD_ERROR_CONFLICT,
			account->disabled ? "tài khoản đã bị khóa (the account is disabled)"
					  : "mật khẩu của tài khoản này do nơi khác giữ (its "
					    "password is kept elsewhere)");
		return false;
	}
	return dd_invitation_add(job->change, account->id, job->token, &expires, error);
}

static bool
run_check_directory(Job *job, GError **error)
{
	const Options *options = job->options;
	const char *name = job->words != NULL ? job->words[0] : NULL;
	DdPassword password;
	if (options->password && !dd_password_read(&password, STANDARD_INPUT, error))
		return false;
	bool good = dd_check_directory(
		options->config, name, options->password ? password.text : NULL, error);
	if (options->password)
		dd_password_wipe(&password);
	return good;
}

static bool
run_token_revoke(Job *job, GError **error)
{
	int64_t token = 0;
	(void)dd_store_options_number(job->words[1], &token);
	return dd_token_revoke(job->change, job->account.id, token, error);
}

/* The lists: what is one row of them, for people and for programs */
static void
print_account(Job *job, const DdAccount *account)
{
	if (job->json)
		dd_json_account(&job->writer, NULL, account);
	else
		dd_render_account(&job->render, account, job->options->common.actor.now);
}

static void
begin_list(Job *job, bool array)
{
	dd_render_init(&job->render, stdout);
	if (!job->json)
		return;
	dd_json_init(&job->writer, stdout);
	if (array)
		dd_json_open(&job->writer, NULL, '[', false);
}

static bool
end_list(Job *job, bool array, GError **error)
{
	if (job->json && array)
		dd_json_close(&job->writer, ']');
	return !job->json || dd_json_finish(&job->writer, error);
}

static bool
run_list(Job *job, GError **error)
{
	int64_t after = 0;
	begin_list(job, true);
	do {
		g_autoptr(DdArena) arena = dd_arena_new();
		g_autoptr(GArray)
			accounts = dd_account_list(job->store, after, DD_MAX_LISTED, arena, error);
		if (accounts == NULL)
			return false;
		after = 0;
		for (guint i = 0; i < accounts->len; i++) {
			const DdAccount *account = &g_array_index(accounts, DdAccount, i);
			print_account(job, account);
			after = account->id;
		}
	} while (after != 0);
	return end_list(job, true, error);
}

static bool
run_show(Job *job, GError **error)
{
	begin_list(job, false);
	print_account(job, &job->account);
	return end_list(job, false, error);
}

static bool
run_tokens(Job *job, GError **error)
{
	g_autoptr(GArray) tokens = dd_token_list(job->store, job->account.id, job->arena, error);
	if (tokens == NULL)
		return false;
	begin_list(job, true);
	for (guint i = 0; i < tokens->len; i++) {
		const DdToken *token = &g_array_index(tokens, DdToken, i);
		if (job->json)
			dd_json_token(&job->writer, NULL, token);
		else
			dd_render_token(&job->render, token, job->options->common.actor.now);
	}
	return end_list(job, true, error);
}

typedef struct {
	const char *word;
	unsigned takes;
	size_t least, most; /* words behind it */
	bool has_name;      /* the first of them names an account that is there */
	int role_at;        /* which of them is a role, -1 none */
	bool (*prepare)(Job *job, GError **error); /* before the change, NULL nothing */
	bool (*run)(Job *job, GError **error);
	const char *done_vi, *done_en; /* what is said behind a change; NULL: it changes nothing */
	const char *usage;
} Row;

static const Row rows[] = {
	{"list", TAKES_FORMAT, 0, 0, false, -1, NULL, run_list, NULL, NULL, ""},
	{"show", TAKES_FORMAT, 1, 1, true, -1, NULL, run_show, NULL, NULL, "NAME"},
	{"add", TAKES_ROLE | TAKES_UNIT | TAKES_PASSWORD | TAKES_WAY, 1, 1, false, -1, prepare_add,
		run_add, "đã thêm tài khoản", "account added",
		"NAME --role ROLE [--unit UNIT] [--password-stdin|--way WAY]"},
	{"invite", 0, 1, 1, true, -1, NULL, run_invite,
		"lời mời đặt mật khẩu, chỉ in ra một lần này, dùng được trong bảy ngày",
		"an invitation to set the password, printed this once, good for seven days", "NAME"},
	{"check-directory", TAKES_CONFIG | TAKES_PASSWORD, 0, 1, false, -1, NULL,
		run_check_directory, NULL, NULL, "[NAME] --config FILE [--password-stdin]"},
	{"password", TAKES_PASSWORD | TAKES_WHY, 1, 1, true, -1, prepare_password, run_password,
		"đã đổi mật khẩu; mọi phiên đăng nhập và mã API đã kết thúc",
		"password changed; all sessions and API tokens have ended", "NAME --password-stdin"},
	{"role", TAKES_WHY, 2, 2, true, 1, NULL, run_role, "đã đổi vai trò", "role changed",
		"NAME ROLE"},
	{"unit", TAKES_WHY, 1, 2, true, -1, NULL, run_unit, "đã đổi đơn vị", "unit changed",
		"NAME [UNIT]"},
	{"way", TAKES_WHY, 2, 2, true, -1, NULL, run_way,
		"đã đổi cách đăng nhập; mọi phiên đăng nhập và mã API đã kết thúc",
		"way to sign in changed; all sessions and API tokens have ended",
		"NAME local|ldap|oidc"},
	{"disable", TAKES_WHY, 1, 1, true, -1, NULL, run_disable,
		"đã khóa; mọi phiên đăng nhập đã kết thúc", "disabled; all sessions have ended",
		"NAME"},
	{"enable", TAKES_WHY, 1, 1, true, -1, NULL, run_enable, "đã mở lại", "enabled", "NAME"},
	{"totp", TAKES_SWITCH | TAKES_WHY, 1, 1, true, -1, NULL, run_totp, "đã đổi mã dùng một lần",
		"one-time codes changed", "NAME --enable|--disable"},
	{"demand-totp", TAKES_SWITCH, 1, 1, false, 0, NULL, run_demand, "đã đặt yêu cầu mã dùng một lần",
		"demand of one-time codes set", "ROLE --enable|--disable"},
	{"sign-out", 0, 1, 1, true, -1, NULL, run_sign_out, "mọi phiên đăng nhập đã kết thúc",
		"all sessions have ended", "NAME"},
	{"token", TAKES_TOKEN, 1, 1, true, -1, NULL, run_token, "mã API, chỉ in ra một lần này",
		"an API token, printed this once",
		"NAME [--scope read,write,admin] [--days N] [--label TEXT]"},
	{"tokens", TAKES_FORMAT, 1, 1, true, -1, NULL, run_tokens, NULL, NULL, "NAME"},
	{"token-revoke", 0, 2, 2, true, -1, NULL, run_token_revoke, "đã thu hồi mã API",
		"API token revoked", "NAME ID"},
};

static unsigned
count_given(const Options *options)
{
	return (options->role != NULL ? TAKES_ROLE : 0u) | (options->unit != NULL ? TAKES_UNIT : 0u) |
	       (options->password ? TAKES_PASSWORD : 0u) | (options->why != NULL ? TAKES_WHY : 0u) |
	       (options->enable || options->disable ? TAKES_SWITCH : 0u) |
	       (options->scope != NULL || options->days != NULL || options->label != NULL ? TAKES_TOKEN
											  : 0u) |
	       (options->way != NULL ? TAKES_WAY : 0u) |
	       (options->config != NULL ? TAKES_CONFIG : 0u) |
	       (options->common.format != NULL ? TAKES_FORMAT : 0u);
}

/* What stands in the record, and in a list, is text */
static bool
is_text(const Options *options)
{
	const char *const texts[] = {
		options->unit, options->why, options->label, options->common.actor.who};
	bool good = true;
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
		good = good && (texts[i] == NULL || g_utf8_validate(texts[i], -1, NULL));
	for (char **word = options->common.words; good && word != NULL && *word != NULL; word++)
		good = g_utf8_validate(*word, -1, NULL);
	return good;
}

static DdExit
fail_row(const Row *row)
{
	g_autofree char *vi = g_strdup_printf("cần: dondoc user %s %s", row->word, row->usage);
	return dd_command_fail_usage("user", vi, "that is how it is called");
}

/* Returns: word @at behind that of the row, NULL when there is none */
static const char *
get_word(const Options *options, size_t at)
{
	char **words = options->common.words;
	return words != NULL && at < g_strv_length(words) ? words[at] : NULL;
}

/* Returns: FALSE when @options do not fit the row */
static bool
check_options(const Row *row, const Options *options, Job *job)
{
	unsigned given = count_given(options);
	size_t n = options->common.words != NULL ? g_strv_length(options->common.words) : 0;
	if ((given & ~row->takes) != 0 || n < row->least || n > row->most || !is_text(options))
		return false;
	/* what a row cannot do without */
	if (((row->takes & TAKES_ROLE) != 0 && options->role == NULL) ||
		((row->takes & TAKES_CONFIG) != 0 && options->config == NULL) ||
		((row->takes & TAKES_SWITCH) != 0 && options->enable == options->disable) ||
		(row->run == run_password && !options->password))
		return false;
	const char *way = row->run == run_way ? get_word(options, 1) : options->way;
	if (way != NULL && !dd_way_from_string(way, &job->way))
		return false;
	const char *role = row->role_at >= 0 ? get_word(options, (size_t)row->role_at) : options->role;
	int64_t number;
	const char *token = row->run == run_token_revoke ? get_word(options, 1) : NULL;
	if (token != NULL && !dd_store_options_number(token, &number))
		return false;
	return role == NULL || dd_role_from_string(role, &job->role);
}

static bool
find_account(Job *job, GError **error)
{
	bool found = false;
	if (!dd_account_find(job->store, job->words[0], job->arena, &job->account, &found, error))
		return false;
	if (!found)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
			"không có tài khoản ấy; xem dondoc user list (no such account)");
	return found;
}

static bool
change(const Row *row, Job *job, GError **error)
{
	g_auto(DdChange) made = {0};
	job->change = &made;
	bool good = dd_change_begin(job->store, &job->options->common.actor, &made, error) &&
		    row->run(job, error) && dd_change_commit(&made, error);
	job->change = NULL;
	return good;
}

/* What is asked for goes to standard output alone, so that a script can take it */
static void
say_done(const Row *row, const Job *job)
{
	bool asked = job->uri != NULL || job->token[0] != '\0';
	g_autofree char *name = dd_width_clean(job->words[0]);
	fprintf(asked ? stderr : stdout, "%s: %s (%s)\n", name, row->done_vi, row->done_en);
	if (job->uri != NULL)
		puts(job->uri);
	if (job->token[0] != '\0')
		puts(job->token);
}

static DdExit
run_row(const Row *row, Options *options, Job *job)
{
	g_autoptr(GError) error = NULL;
	/* the first account is there before anything else of an office */
	DdDbMode mode = row->run == run_add ? DD_DB_CREATE : DD_DB_EXISTING;
	bool keeps = (row->takes & TAKES_CONFIG) == 0;
	if (keeps)
		job->store = dd_store_options_open(
			&options->common, row->done_vi != NULL ? mode : DD_DB_READ_ONLY);
	if (keeps && job->store == NULL)
		return DD_EXIT_FAILED;
	bool good = (!row->has_name || find_account(job, &error)) &&
		    (row->prepare == NULL || row->prepare(job, &error)) &&
		    (row->done_vi != NULL ? change(row, job, &error) : row->run(job, &error));
	if (!good) {
		dd_progress_failure(job->words != NULL ? job->words[0] : "user", error);
		return DD_EXIT_FAILED;
	}
	if (row->done_vi != NULL)
		say_done(row, job);
	return DD_EXIT_DONE;
}

static DdExit
run_with_options(const Row *row, int argc, char **argv)
{
	g_auto(Options) options = {0};
	const GOptionEntry entries[] = {
		DD_STORE_ENTRIES(&options.common),
		DD_STORE_BY_ENTRY(&options.common),
		DD_STORE_FORMAT_ENTRY(&options.common),
		{"role", 'r', 0, G_OPTION_ARG_FILENAME, &options.role, NULL, NULL},
		{"unit", 'u', 0, G_OPTION_ARG_FILENAME, &options.unit, NULL, NULL},
		{"why", 'w', 0, G_OPTION_ARG_FILENAME, &options.why, NULL, NULL},
		{"password-stdin", 0, 0, G_OPTION_ARG_NONE, &options.password, NULL, NULL},
		{"config", 'c', 0, G_OPTION_ARG_FILENAME, &options.config, NULL, NULL},
		{"way", 0, 0, G_OPTION_ARG_FILENAME, &options.way, NULL, NULL},
		{"enable", 0, 0, G_OPTION_ARG_NONE, &options.enable, NULL, NULL},
		{"disable", 0, 0, G_OPTION_ARG_NONE, &options.disable, NULL, NULL},
		{"scope", 0, 0, G_OPTION_ARG_FILENAME, &options.scope, NULL, NULL},
		{"days", 0, 0, G_OPTION_ARG_FILENAME, &options.days, NULL, NULL},
		{"label", 0, 0, G_OPTION_ARG_FILENAME, &options.label, NULL, NULL},
		G_OPTION_ENTRY_NULL,
	};
	DdExit status;
	if (!dd_store_options_take(&options.common, "user", entries, argc, argv, &status))
		return status;
	g_auto(Job)
		job = {.options = &options, .words = options.common.words, .arena = dd_arena_new()};
	if (!check_options(row, &options, &job))
		return fail_row(row);
	if (!dd_store_options_wants_json(&options.common, "user", &job.json))
		return DD_EXIT_USAGE;
	return run_row(row, &options, &job);
}

DdExit
dd_cmd_user(int argc, char **argv)
{
	const char *word = argc > 0 && argv[0][0] != '-' ? argv[0] : "list";
	int skip = argc > 0 && argv[0][0] != '-' ? 1 : 0;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (strcmp(word, rows[i].word) == 0)
			return run_with_options(&rows[i], argc - skip, argv + skip);
	g_autofree char *clean = dd_width_clean(word);
	g_autofree char *vi = g_strdup_printf("không có việc “%s” với tài khoản", clean);
	g_autofree char *en = g_strdup_printf("nothing called \"%s\" is done with accounts", clean);
	return dd_command_fail_usage("user", vi, en);
}

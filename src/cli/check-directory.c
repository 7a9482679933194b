/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-directory.c: what the steps are called, and what to look at when one fails */
#include "check-directory.h"

#include "child.h"
#include "error.h"
#include "vouch.h"
#include "width.h"

#include <stdio.h>

typedef struct {
	const char *title, *hint;
} Step;

static const Step steps[DD_VOUCH_STEP_LAST] = {
	[DD_VOUCH_STEP_CONNECT] = {"kết nối (connect)",
		"xem uris, ca, starttls, tường lửa (look at uris, ca, starttls, the firewall)"},
	[DD_VOUCH_STEP_BIND] = {"đăng nhập bằng bind-dn (bind as bind-dn)",
		"xem bind-dn, bind-password-file (look at bind-dn, bind-password-file)"},
	[DD_VOUCH_STEP_SEARCH] = {"tìm người (find the person)",
		"cần đúng một người; xem base, filter, name-attribute, id-attribute, group-base "
		"(one person is needed; look at base, filter, name-attribute, id-attribute, "
		"group-base)"},
	[DD_VOUCH_STEP_PERSON] = {"đăng nhập bằng người ấy (bind as the person)",
		"sai hoặc thiếu mật khẩu (--password-stdin), bị khóa, hoặc sai user-dn (no or a "
		"wrong password, locked, or a wrong user-dn)"},
	[DD_VOUCH_STEP_GROUP] = {"nhóm (group)", ""},
};

/* What a directory says is not to move the terminal */
static void
say(void *data, DdVouchStep step, const char *with, const char *why_not)
{
	g_autofree char *clean = dd_width_clean(with);
	(void)data;
	if (step == DD_VOUCH_STEP_GROUP) {
		printf("  %s: %s\n", steps[step].title, clean);
		return;
	}
	printf("%s: %s: %s\n", steps[step].title, clean,
		why_not == NULL ? "được (good)" : "KHÔNG ĐƯỢC (failed)");
	if (why_not == NULL)
		return;
	g_autofree char *why = dd_width_clean(why_not);
	printf("  %s\n  %s\n", why, steps[step].hint);
}

/* Steps within a step are logged, as in the server; standard output is for the steps themselves */
static void
log_aside(const char *domain, GLogLevelFlags level, const char *text, void *data)
{
	(void)domain;
	(void)level;
	(void)data;
	g_autofree char *clean = dd_width_clean(text);
	fprintf(stderr, "%s\n", clean);
}

/* Returns: FALSE with an error when the person would be refused */
static bool
show(const DdVouched *person, GError **error)
{
	g_autofree char *name = dd_width_clean(person->name);
	g_autofree char *subject = dd_width_clean(person->subject);
	g_autofree char *unit = dd_width_clean(person->unit != NULL ? person->unit : "–");
	printf("  tên tài khoản (name of the account): %s\n  định danh (id): %s\n", name, subject);
	if (!person->refused)
		printf("  vai trò (role): %s\n", person->has_role
							 ? dd_role_get_vi(person->role)
							 : "của tài khoản (the account's own)");
	printf("  đơn vị (unit): %s\n", unit);
	if (person->refused) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_FORBIDDEN,
			"người này sẽ bị từ chối: không ở nhóm nào của bảng vai trò (would be "
			"refused: in no group of the table of roles)");
		return false;
	}
	if (person->unit == NULL && person->has_role && !person->whole_office)
		puts("  thư mục không nói đơn vị: vai trò gắn với đơn vị chỉ vào được khi tài "
		     "khoản đã có "
		     "đơn vị, hoặc theo whole-office (the directory says no unit: a role that acts "
		     "for one "
		     "is let in only where the account has one, or by whole-office)");
	return true;
}

bool
dd_check_directory(const char *config, const char *name, const char *password, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	const DdVouchListener listener = {say, NULL};
	DdVouched person = {.way = DD_WAY_LDAP};
	bool through = false;
	GLogFunc was = g_log_set_default_handler(log_aside, NULL);
	bool good = dd_vouch_explore(
		config, dd_child_find, name, password, &listener, arena, &person, &through, error);
	g_log_set_default_handler(was, NULL);
	if (good && !through)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_UNAVAILABLE,
			"không máy chủ nào qua được mọi bước (no server went through all steps)");
	return good && through && (name == NULL || show(&person, error));
}

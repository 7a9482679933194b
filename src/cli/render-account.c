/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-account.c: one block for each */
#include "render-account.h"

#include "block.h"
#include "instant.h"

#include <string.h>

#define ID_COLUMNS 8

static void
print(const DdRender *render, int64_t id, const char *title, const char *rest)
{
	g_autofree char *label = g_strdup_printf("%" G_GINT64_FORMAT, id);
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_add(block, label, ID_COLUMNS, DD_STYLE_ACCENT, title, DD_STYLE_STRONG);
	dd_block_add(block, "", ID_COLUMNS, DD_STYLE_PLAIN, rest, DD_STYLE_PLAIN);
	dd_block_print(block, render->out, 0);
}

static void
append_instant(GString *out, const char *label, int64_t instant)
{
	char text[DD_INSTANT_BUFFER];
	g_string_append_printf(out, " · %s %.10s", label, dd_instant_format(instant, text));
}

void
dd_render_account(const DdRender *render, const DdAccount *account, int64_t now)
{
	g_autoptr(GString) rest = g_string_new(dd_role_get_vi(account->role));
	char text[DD_INSTANT_BUFFER];
	g_string_append_printf(rest, " · %s",
		account->unit != NULL ? account->unit : "cả cơ quan (the whole office)");
	if (account->way != DD_WAY_LOCAL)
		g_string_append_printf(
			rest, " · đăng nhập qua (signs in by) %s", dd_way_to_string(account->way));
	else
		g_string_append(
			rest, account->has_password ? " · có mật khẩu" : " · không có mật khẩu");
	if (account->has_totp)
		g_string_append(rest, " · mã dùng một lần");
	if (account->disabled)
		g_string_append(rest, " · ĐÃ KHÓA (disabled)");
	if (account->locked_until > now)
		g_string_append_printf(rest, " · phải chờ đến (has to wait until) %s",
			dd_instant_format(account->locked_until, text));
	print(render, account->id, account->name, rest->str);
}

void
dd_render_token(const DdRender *render, const DdToken *token, int64_t now)
{
	g_autofree char *scopes = dd_scopes_format(token->scopes);
	g_autoptr(GString) rest = g_string_new(scopes);
	append_instant(rest, "tạo (made)", token->created_at);
	append_instant(rest, token->expires_at > now ? "hết hạn (expires)" : "ĐÃ HẾT HẠN (expired)",
		token->expires_at);
	if (token->used_at != 0)
		append_instant(rest, "dùng lần cuối (last used)", token->used_at);
	print(render, token->id, token->name, rest->str);
}

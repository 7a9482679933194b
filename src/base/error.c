/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "error.h"

G_DEFINE_QUARK(dd - error - quark, dd_error)

void
dd_error_set_password(GError **error, gboolean given)
{
	if (given)
		g_set_error_literal(error, DD_ERROR, DD_ERROR_PASSWORD,
			"mật khẩu không đúng, hoặc tệp hỏng; hãy hỏi lại nơi gửi (wrong password, "
			"or a broken file; ask its sender)");
	else
		g_set_error_literal(error, DD_ERROR, DD_ERROR_PASSWORD,
			"tệp có mật khẩu: chạy lại với --password-fd N, mật khẩu đưa qua mô tả tệp "
			"N (encrypted: run again with --password-fd N and the password on "
			"descriptor N)");
}

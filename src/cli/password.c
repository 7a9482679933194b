/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _DEFAULT_SOURCE /* explicit_bzero */
#include "password.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "error.h"
#include "progress.h"

void
dd_password_wipe(DdPassword *self)
{
	explicit_bzero(self, sizeof(*self));
}

/* Byte by byte: what is behind the line is somebody else's. Returns: its length, -1 with errno */
static ssize_t
read_line(int fd, char *text, size_t room)
{
	size_t len = 0;
	while (len < room) {
		ssize_t n = read(fd, text + len, 1);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0 || text[len] == '\n')
			break;
		len++;
	}
	if (len > 0 && len < room && text[len - 1] == '\r')
		len--;
	text[MIN(len, room - 1)] = '\0';
	return (ssize_t)len;
}

static bool
fail(DdPassword *self, GError **error, DdError code, const char *message)
{
	dd_password_wipe(self);
	g_set_error_literal(error, DD_ERROR, (gint)code, message);
	return false;
}

bool
dd_password_read(DdPassword *self, const char *number, GError **error)
{
	guint64 fd;
	if (!g_ascii_string_to_unsigned(number, 10, 0, G_MAXINT, &fd, NULL))
		return fail(self, error, DD_ERROR_UNSUPPORTED,
			"cần số của một mô tả tệp đang mở (not the number of a descriptor)");
	ssize_t len = read_line((int)fd, self->text, sizeof(self->text));
	if (len < 0) {
		dd_password_wipe(self);
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "không đọc được mật khẩu (%s)",
			g_strerror(errno));
		return false;
	}
	if (len == 0)
		return fail(self, error, DD_ERROR_EMPTY, "mật khẩu rỗng (the password is empty)");
	if (len > DD_MAX_PASSWORD_BYTES)
		return fail(self, error, DD_ERROR_TOO_LARGE,
			"mật khẩu quá dài (the password is too long)");
	if (!g_utf8_validate_len(self->text, (gsize)len, NULL))
		return fail(self, error, DD_ERROR_INVALID_DATA,
			"mật khẩu phải là UTF-8 (the password must be UTF-8)");
	return true;
}

bool
dd_password_take(DdPassword *self, const char *number, DdExit *exit_out)
{
	g_autoptr(GError) error = NULL;
	if (number == NULL || dd_password_read(self, number, &error))
		return true;
	dd_progress_failure("--password-fd", error);
	*exit_out = g_error_matches(error, DD_ERROR, DD_ERROR_UNSUPPORTED) ? DD_EXIT_USAGE
									   : DD_EXIT_FAILED;
	return false;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* password.h: the password of a file, from a descriptor: neither the list of processes nor the environment ever shows it */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "command.h"
#include "maxima.h"

G_BEGIN_DECLS

typedef struct {
	char text[DD_MAX_PASSWORD_BYTES + 2]; /* room to see that a longer one is too long */
} DdPassword;

/*
 * Reads the first line of descriptor @number ("3"), without its end. Returns: FALSE with DD_ERROR_UNSUPPORTED (no number of
 * a descriptor), DD_ERROR_IO, DD_ERROR_EMPTY, DD_ERROR_INVALID_DATA (no UTF-8, or NUL in it), DD_ERROR_TOO_LARGE (over DD_MAX_PASSWORD_BYTES); @self is wiped then
 */
bool
dd_password_read(DdPassword *self, const char *number, GError **error);
/* dd_password_read for a command: what is wrong is said. @number: NULL is none. Returns: FALSE then, and @exit_out what the command ends with */
bool
dd_password_take(DdPassword *self, const char *number, DdExit *exit_out);
/* Overwrites it in a way that the compiler keeps */
void
dd_password_wipe(DdPassword *self);

G_END_DECLS

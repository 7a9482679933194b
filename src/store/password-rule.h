/* SPDX-License-Identifier: GPL-3.0-or-later */
/* password-rule.h: which passwords are refused because others would guess them */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_PASSWORD_MIN_LETTERS 10

/*
 * Checks a new password of the account @name of @unit (nullable): long enough, and something is left of it without names, words that people
 * take for passwords, runs of letters and digits, and years. What kinds of letters it has does not matter (NIST SP 800-63B, 5.1.1.2).
 * Returns: FALSE with DD_ERROR_INVALID_DATA, and what to do
 */
bool
dd_password_rule_check(const char *password, const char *name, const char *unit, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

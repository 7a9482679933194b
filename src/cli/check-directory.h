/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check-directory.h: goes the way of a sign-in through a directory, and says what comes of each step */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Tries the group [ldap] of the settings at @config: connects to each server; with @name (nullable) finds that person, with role and unit; with @password
 * (nullable) binds as that person. Prints each step. Returns: FALSE with DD_ERROR_UNAVAILABLE (no server went through), DD_ERROR_FORBIDDEN (the person
 * would be refused), DD_ERROR_EMPTY (no [ldap]), or what is wrong with the settings
 */
bool
dd_check_directory(const char *config, const char *name, const char *password, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ldap-name.h: a name from anybody put where a directory reads more than a name: filters (RFC 4515), distinguished names (RFC 4514) */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full) @filter with each "{}" become @value, of which nothing is read but itself */
char *
dd_ldap_make_filter(const char *filter, const char *value);
/*
 * Returns: (transfer full) the template of a name to bind with, "{}" become @value: "uid={},ou=people", or "{}@tinh.gov.vn", in which only
 * letters, digits and ".-_" may stand; NULL: it may not
 */
char *
dd_ldap_make_bind_name(const char *template, const char *value);

G_END_DECLS

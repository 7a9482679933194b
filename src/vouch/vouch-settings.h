/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vouch-settings.h: the groups [ldap] and [oidc] of the settings, with their tables of roles and units */
#pragma once

#include "way.h"

#include <glib.h>

G_BEGIN_DECLS

/* What both have; texts are NULL where nothing is set */
typedef struct {
	DdWay way;
	GArray *roles, *units; /* of DdGroupRow; NULL: an account has its own */
	bool add;              /* who has no account gets one */
	char **whole_office; /* roles that act for all units where none is said; NULL: none does */
	int64_t timeout;     /* seconds for each thing that is asked */
	char *ca;            /* file of authorities in PEM; NULL those of the system */
	/* [ldap] */
	char **uris;
	bool starttls;
	char *bind_dn, *bind_password; /* who looks for people; NULL: people themselves */
	char *user_dn;                 /* "uid={},ou=people,…", "{}@tinh.gov.vn" */
	char *base, *filter;
	char *name_attribute, *id_attribute, *unit_attribute, *groups_attribute;
	char *group_base, *group_filter;
	int64_t look_again; /* seconds between two looks at who has sessions or API tokens; 0 never */
	/* [oidc] */
	char *issuer, *client_id, *client_secret, *redirect_uri, *scopes;
	char *name_claim, *unit_claim, *groups_claim;
	char *landing;      /* path of our own to go to behind signing in */
	char *after_logout; /* address of our own to which the provider sends who has signed out there */
} DdVouchSettings;

/*
 * Reads a group of @file. Returns: (transfer full) NULL without an error where the group is not there; NULL with DD_ERROR_INVALID_DATA or
 * DD_ERROR_IO (a file that it names)
 */
DdVouchSettings *
dd_vouch_settings_read(GKeyFile *file, DdWay way, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_vouch_settings_free(DdVouchSettings *self);
/* Sets role, unit, whole_office, add and refused of @out by the tables. @groups: (nullable); @unit: (nullable) what is said beside them, lent */
void
dd_vouch_settings_judge(
	const DdVouchSettings *self, const char *const *groups, const char *unit, DdVouched *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdVouchSettings, dd_vouch_settings_free)

G_END_DECLS

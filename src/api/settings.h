/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings.h: how a server is to run: a file, over it the environment, over that the command line; one table */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum { DD_LOG_LINES, DD_LOG_JSON, DD_LOG_OFF } DdLogForm;

typedef struct {
	char *config;            /* the file that the others come of; NULL none */
	char *listen;            /* "127.0.0.1:8080", "[::1]:0" */
	char *certificate, *key; /* files in PEM; NULL: no TLS */
	char *proxies; /* addresses whose X-Forwarded-For counts, between blanks or commas; NULL none */
	char *log;     /* "lines", "json" or "off" */
	int64_t threads;     /* that read connections; 0: one for each processor */
	int64_t connections; /* at once */
	int64_t jobs;  /* files that are read at once; 0: other servers of the store read them */
	int64_t share; /* of the connections for one address; 0: any number */
	int64_t rate;  /* requests a second from one address; 0: any number */
} DdSettings;

typedef struct {
	const char *name;  /* "listen": [server] listen= in the file, DONDOC_LISTEN, --listen */
	const char *value; /* what is meant without it; NULL nothing */
	size_t offset;     /* in DdSettings */
	bool number;
	int64_t min, max;
} DdSettingRow;

/* Returns: (transfer none) all @n_out rows */
const DdSettingRow *
dd_settings_get_rows(size_t *n_out);
/*
 * Takes all settings: of @options (in the order of the rows, NULL not given), else of the environment, else of the file at @path (nullable).
 * Returns: FALSE when one is wrong, unknown or in the file twice, a group is another one, or the file cannot be read; DD_ERROR_INVALID_DATA with
 * the line or the name, DD_ERROR_IO. @out is to be cleared
 */
bool
dd_settings_take(DdSettings *out, const char *path, char *const *options, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
void
dd_settings_clear(DdSettings *self);
/* Returns: the form that the setting names */
DdLogForm
dd_settings_get_log(const DdSettings *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdSettings, dd_settings_clear)

G_END_DECLS

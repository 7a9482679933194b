/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settings.c: the table of settings, and where each comes from */
#include "settings.h"

#include "error.h"
#include "maxima.h"

#include <string.h>

#define GROUP "server"
#define TEXT(name, value)                                                                          \
	{                                                                                          \
#name, value, G_STRUCT_OFFSET(DdSettings, name), false, 0, 0                       \
	}
#define NUMBER(name, value, min, max)                                                              \
	{                                                                                          \
#name, value, G_STRUCT_OFFSET(DdSettings, name), true, min, max                    \
	}

static const DdSettingRow rows[] = {
	TEXT(listen, "127.0.0.1:8080"),
	TEXT(certificate, NULL),
	TEXT(key, NULL),
	TEXT(proxies, NULL),
	TEXT(log, "lines"),
	NUMBER(threads, "0", 0, 64),
	NUMBER(connections, "1000", 1, DD_MAX_CONNECTIONS),
	NUMBER(jobs, "2", 0, 16),
	NUMBER(share, "250", 0, DD_MAX_CONNECTIONS),
	NUMBER(rate, "100", 0, 1000000),
};

/* The first is ours; the others are vouch-settings.h's */
static const char *const groups[] = {"[server]", "[ldap]", "[ldap-roles]", "[ldap-units]", "[oidc]",
	"[oidc-roles]", "[oidc-units]"};

static const char *const log_words[] = {"lines", "json", "off", NULL};

const DdSettingRow *
dd_settings_get_rows(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(rows);
	return rows;
}

static bool
fail(const char *name, const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "thiết lập “%s” %s (setting \"%s\" %s)",
		name, vi, name, en);
	return false;
}

static bool
set(DdSettings *self, const DdSettingRow *row, const char *value, GError **error)
{
	void *at = G_STRUCT_MEMBER_P(self, row->offset);
	gint64 number;
	if (!row->number) {
		g_free(*(char **)at);
		*(char **)at = value != NULL && *value != '\0' ? g_strdup(value) : NULL;
		return true;
	}
	if (!g_ascii_string_to_signed(value, 10, row->min, row->max, &number, NULL)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"thiết lập “%s” là số từ %" G_GINT64_FORMAT " đến %" G_GINT64_FORMAT
			" (setting \"%s\" is a number of %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ")",
			row->name, row->min, row->max, row->name, row->min, row->max);
		return false;
	}
	*(int64_t *)at = number;
	return true;
}

static bool
fail_line(size_t line, const char *name, const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"dòng %zu: “%s” %s (line %zu: \"%s\" %s)", line, name, vi, line, name, en);
	return false;
}

/* @seen: which of the rows came already */
static bool
check_key(size_t line, const char *key, bool seen[G_N_ELEMENTS(rows)], GError **error)
{
	size_t at = 0;
	while (at < G_N_ELEMENTS(rows) && strcmp(key, rows[at].name) != 0)
		at++;
	if (at == G_N_ELEMENTS(rows))
		return fail_line(line, key, "không có thiết lập ấy", "is not known", error);
	if (seen[at])
		return fail_line(line, key, "có hai lần", "is there twice", error);
	seen[at] = true;
	return true;
}

/* Of other groups, which are read by those whom they are for: a key comes once */
static bool
check_other(size_t line, const char *group, const char *key, GHashTable *seen, GError **error)
{
	if (g_hash_table_add(seen, g_strconcat(group, key, NULL)))
		return true;
	return fail_line(line, key, "có hai lần", "is there twice", error);
}

/* Takes the head of a group. Returns: FALSE when there is none of that name */
static bool
take_group(size_t line, const char *head, const char **group_out, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
		if (strcmp(head, groups[i]) == 0) {
			*group_out = groups[i];
			return true;
		}
	return fail_line(line, head, "không phải nhóm thiết lập", "is no group of settings", error);
}

/* GKeyFile passes over groups that nobody asks for, and of a key that is there twice it takes one */
static bool
check_lines(const char *text, GError **error)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	bool seen[G_N_ELEMENTS(rows)] = {false};
	g_autoptr(GHashTable) others = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	const char *group = groups[0];
	for (size_t i = 0; lines[i] != NULL; i++) {
		char *line = g_strstrip(lines[i]);
		if (*line == '[' && !take_group(i + 1, line, &group, error))
			return false;
		if (*line == '\0' || *line == '#' || *line == '[')
			continue;
		line[strcspn(line, "=")] = '\0';
		g_strchomp(line);
		if (!(group == groups[0] ? check_key(i + 1, line, seen, error)
					 : check_other(i + 1, group, line, others, error)))
			return false;
	}
	return true;
}

static GKeyFile *
load(const char *path, GError **error)
{
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) inner = NULL;
	g_autofree char *text = NULL;
	gsize len = 0;
	if (path == NULL)
		return g_steal_pointer(&file);
	if (!g_file_get_contents(path, &text, &len, &inner)) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO,
			"không đọc được thiết lập (cannot read the settings): %s", inner->message);
		return NULL;
	}
	/* which also finds NUL, behind which nothing would be looked at */
	if (!g_utf8_validate_len(text, len, NULL)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"tệp thiết lập phải là chữ UTF-8 (the settings are text in UTF-8)");
		return NULL;
	}
	if (len > 0 && !g_key_file_load_from_data(file, text, len, G_KEY_FILE_NONE, &inner)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"thiết lập viết sai (the settings are written wrongly): %s", inner->message);
		return NULL;
	}
	return check_lines(text, error) ? g_steal_pointer(&file) : NULL;
}

/* @out: (transfer full) what the file says, NULL nothing. Returns: FALSE for a value with an escape that is none */
static bool
get_filed(GKeyFile *file, const char *name, char **out, GError **error)
{
	g_autoptr(GError) inner = NULL;
	*out = g_key_file_get_string(file, GROUP, name, &inner);
	return inner == NULL ||
	       g_error_matches(inner, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND) ||
	       g_error_matches(inner, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_GROUP_NOT_FOUND) ||
	       fail(name, "viết sai: sau \\ là s, n, t, r hoặc \\",
		       "is written wrongly: behind \\ is s, n, t, r or \\", error);
}

/* Holds settings against each other */
static bool
check(const DdSettings *self, GError **error)
{
	if (self->log == NULL || !g_strv_contains(log_words, self->log))
		return fail("log", "là lines, json hoặc off", "is lines, json or off", error);
	if ((self->certificate == NULL) != (self->key == NULL))
		return fail("certificate", "cần cả key", "goes with key", error);
	return self->listen != NULL || fail("listen", "thiếu", "is missing", error);
}

bool
dd_settings_take(DdSettings *out, const char *path, char *const *options, GError **error)
{
	*out = (DdSettings){.config = g_strdup(path)};
	g_autoptr(GKeyFile) file = load(path, error);
	if (file == NULL)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *upper = g_ascii_strup(rows[i].name, -1);
		g_autofree char *variable = g_strconcat("DONDOC_", upper, NULL);
		g_autofree char *filed = NULL;
		const char *value = options[i];
		if (!get_filed(file, rows[i].name, &filed, error))
			return false;
		value = value != NULL ? value : g_getenv(variable);
		value = value != NULL ? value : filed;
		if (!set(out, &rows[i], value != NULL ? value : rows[i].value, error))
			return false;
	}
	return check(out, error);
}

void
dd_settings_clear(DdSettings *self)
{
	g_clear_pointer(&self->config, g_free);
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
		if (!rows[i].number)
			g_clear_pointer((char **)G_STRUCT_MEMBER_P(self, rows[i].offset), g_free);
}

DdLogForm
dd_settings_get_log(const DdSettings *self)
{
	DdLogForm form = DD_LOG_LINES;
	while (form < DD_LOG_OFF && strcmp(log_words[form], self->log) != 0)
		form++;
	return form;
}

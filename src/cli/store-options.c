/* SPDX-License-Identifier: GPL-3.0-or-later */
/* store-options.c: options of the commands that work on the store */
#include "store-options.h"

#include "instant.h"
#include "progress.h"
#include "width.h"

#include <string.h>

#define DEFAULT_STORE "sqlite:dondoc.db"

/* Reads YYYY-MM-DD, with THH:MM, :SS and an offset as far as they are there; without one it is the time of Viet Nam. */
static bool
parse_now(const char *text, int64_t *now_out)
{
	static const struct {
		size_t len;
		const char *rest;
	} forms[] = {{10, "T00:00:00+07:00"}, {16, ":00+07:00"}, {19, "+07:00"}, {25, ""}};
	for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
		if (strlen(text) == forms[i].len) {
			g_autofree char *whole = g_strconcat(text, forms[i].rest, NULL);
			return dd_instant_parse(whole, now_out);
		}
	return false;
}

bool
dd_store_options_take(DdStoreOptions *self, const char *command, const GOptionEntry *entries,
	int argc, char **argv, DdExit *exit_out)
{
	g_autoptr(GError) error = NULL;
	if (!dd_command_parse(entries, argc, argv, &error)) {
		g_autofree char *clean = dd_width_clean(error->message);
		*exit_out = dd_command_fail_usage(command, "tùy chọn sai", clean);
		return false;
	}
	if (self->help) {
		char *words[] = {(char *)command, NULL};
		*exit_out = dd_cmd_help(1, words);
		return false;
	}
	self->actor.now = g_get_real_time() / G_USEC_PER_SEC;
	if (self->now != NULL && !parse_now(self->now, &self->actor.now)) {
		*exit_out = dd_command_fail_usage(command, "--now phải như 2026-12-10T08:00",
			"--now is like 2026-12-10T08:00");
		return false;
	}
	self->actor.who = self->by != NULL ? self->by : g_get_user_name();
	/* whose account it was and whether the clock was set, whatever --by says */
	self->origin = g_strconcat("cli:", g_get_user_name(), "@", g_get_host_name(),
		self->now != NULL ? " --now" : "", NULL);
	self->actor.origin = self->origin;
	return true;
}

void
dd_store_options_clear(DdStoreOptions *self)
{
	g_free(self->store);
	g_free(self->now);
	g_free(self->by);
	g_free(self->format);
	g_strfreev(self->words);
	g_free(self->origin);
}

const char *
dd_store_options_get_url(const DdStoreOptions *self)
{
	const char *url = self->store != NULL ? self->store : g_getenv("DONDOC_STORE");
	return url != NULL && *url != '\0' ? url : DEFAULT_STORE;
}

DdStore *
dd_store_options_open(const DdStoreOptions *self, DdDbMode mode)
{
	g_autoptr(GError) error = NULL;
	DdStore *store = dd_store_open(
		dd_store_options_get_url(self), mode, self->actor.now, NULL, &error);
	if (store == NULL)
		dd_store_options_fail(error);
	return store;
}

DdExit
dd_store_options_fail(const GError *error)
{
	dd_progress_failure("kho dữ liệu (store)", error);
	return DD_EXIT_FAILED;
}

bool
dd_store_options_wants_json(const DdStoreOptions *self, const char *command, bool *json_out)
{
	*json_out = g_strcmp0(self->format, "json") == 0;
	if (self->format == NULL || *json_out || strcmp(self->format, "table") == 0)
		return true;
	dd_command_fail_usage(command, "dạng in chỉ có table, json", "the formats are table, json");
	return false;
}

bool
dd_store_options_number(const char *word, int64_t *out)
{
	gint64 number;
	if (!g_ascii_string_to_signed(word, 10, 1, G_MAXINT64, &number, NULL))
		return false;
	*out = number;
	return true;
}

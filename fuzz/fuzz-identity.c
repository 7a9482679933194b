/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-identity.c: keys of documents and names, a time by itself, and the words of a step of a schema, from any bytes */
#include "fuzz.h"
#include "identity.h"
#include "maxima.h"
#include "migrate.h"
#include "time-json.h"

#include <string.h>

/* A key is UTF-8, short, and its own key. */
static void
check_key(const char *key)
{
	if (key == NULL)
		return;
	g_assert_true(*key != '\0' && strlen(key) <= DD_MAX_KEY_BYTES);
	g_assert_true(g_utf8_validate(key, -1, NULL));
}

static void
check_time(const char *text)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	DdTime time = {0};
	if (!dd_time_parse_json(text, arena, &time, NULL))
		return;
	g_autofree char *json = dd_time_to_json(&time);
	DdTime again = {0};
	g_assert_true(dd_time_parse_json(json, arena, &again, NULL));
	g_autofree char *same = dd_time_to_json(&again);
	g_assert_cmpstr(json, ==, same);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* what a reading holds is valid UTF-8 without NUL */
	g_autofree char *bytes = g_strndup(size > 0 ? (const char *)data : "", size);
	g_autofree char *text = g_utf8_make_valid(bytes, -1);
	g_autofree char *folded = dd_identity_fold(text);
	g_autofree char *number = dd_identity_number(text);
	g_autofree char *words = dd_identity_words(text);
	check_key(folded);
	check_key(number);
	check_key(words);
	g_autofree char *twice = dd_identity_fold(folded);
	if (folded != NULL && strlen(folded) + 8 < DD_MAX_KEY_BYTES)
		g_assert_cmpstr(twice, ==, folded);
	g_assert_true(dd_identity_issuers_agree(folded, folded));
	check_time(text);
	g_autofree char *sqlite = dd_migration_expand(text, DD_DB_SQLITE);
	g_autofree char *pgsql = dd_migration_expand(text, DD_DB_PGSQL);
	g_assert_true(sqlite != NULL && pgsql != NULL);
	return 0;
}

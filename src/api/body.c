/* SPDX-License-Identifier: GPL-3.0-or-later */
/* body.c: JSON bodies; what is deeper than one object is refused before a tree of it is made */
#include "body.h"

#include "error.h"
#include "maxima.h"
#include "secret.h"

#include <string.h>

/* More than a list inside of the one object. Returns: TRUE when there is */
static bool
is_deep(const char *text, size_t len)
{
	int depth = 0;
	bool quoted = false;
	for (size_t i = 0; i < len; i++) {
		if (quoted && text[i] == '\\')
			i++;
		else if (text[i] == '"')
			quoted = !quoted;
		else if (!quoted && (text[i] == ']' || text[i] == '}'))
			depth--;
		else if (!quoted && (text[i] == '{' || text[i] == '[') &&
			 ++depth > (text[i] == '[' ? 2 : 1))
			return true;
	}
	return false;
}

static bool
check_members(const json_t *body, const char *const *names, GError **error)
{
	const char *name;
	json_t *value;
	json_object_foreach((json_t *)body, name, value) if (!g_strv_contains(names, name))
	{
		g_autofree char *shown = g_utf8_substring(name, 0, MIN(g_utf8_strlen(name, -1), 40));
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"không có trường “%s” (there is no field \"%s\")", shown, shown);
		return false;
	}
	return true;
}

json_t *
dd_body_parse(const void *bytes, size_t len, const char *const *names, GError **error)
{
	if (len > DD_MAX_JSON_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE, "JSON quá dài (the JSON is too long)");
		return NULL;
	}
	g_autoptr(json_t) body = len == 0 || is_deep(bytes, len)
					 ? NULL
					 : json_loadb(bytes, len, JSON_REJECT_DUPLICATES, NULL);
	if (!json_is_object(body)) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"nội dung phải là một đối tượng JSON, UTF-8, chỉ gồm giá trị và danh sách "
			"(the body is one JSON object of values and lists, in UTF-8)");
		return NULL;
	}
	return check_members(body, names, error) ? g_steal_pointer(&body) : NULL;
}

static bool
fail_kind(const char *name, const char *vi, const char *en, GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA, "trường “%s” %s (\"%s\" %s)", name, vi,
		name, en);
	return false;
}

bool
dd_body_get_text(const json_t *body, const char *name, size_t max, bool needed, const char **out,
	GError **error)
{
	const json_t *value = json_object_get(body, name);
	bool there = value != NULL && !json_is_null(value);
	if (there && !json_is_string(value))
		return fail_kind(name, "phải là chữ", "is a text", error);
	if (there && json_string_length(value) > max) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"trường “%s” dài quá %zu byte (\"%s\" is longer than %zu bytes)", name, max,
			name, max);
		return false;
	}
	if (needed && (!there || json_string_length(value) == 0)) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"thiếu trường “%s” (\"%s\" is missing)", name, name);
		return false;
	}
	*out = there ? json_string_value(value) : NULL;
	return true;
}

bool
dd_body_get_number(const json_t *body, const char *name, int64_t min, int64_t max, int64_t *out,
	GError **error)
{
	const json_t *value = json_object_get(body, name);
	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_integer(value) || json_integer_value(value) < min ||
		json_integer_value(value) > max) {
		g_set_error(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"trường “%s” là số từ %" G_GINT64_FORMAT " đến %" G_GINT64_FORMAT
			" (\"%s\" is a number of %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT ")",
			name, min, max, name, min, max);
		return false;
	}
	*out = json_integer_value(value);
	return true;
}

bool
dd_body_get_day(const json_t *body, const char *name, DdDay *out, GError **error)
{
	const char *text;
	if (!dd_body_get_text(body, name, DD_DATE_BUFFER, false, &text, error))
		return false;
	if (text != NULL && !dd_date_parse(text, out))
		return fail_kind(name, "là một ngày như 2026-12-31", "is a day like 2026-12-31", error);
	return true;
}

void
dd_body_free(json_t *body)
{
	const char *name;
	json_t *value;
	union {
		const char *get;
		char *wipe; /* it is ours, and about to be freed; the library shows it as const */
	} text;
	json_object_foreach(body, name, value)
	{
		text.get = json_string_value(value);
		if (text.get != NULL)
			dd_secret_wipe(text.wipe, json_string_length(value));
	}
	json_decref(body);
}

bool
dd_body_get_bool(const json_t *body, const char *name, bool *out, GError **error)
{
	const json_t *value = json_object_get(body, name);
	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_boolean(value))
		return fail_kind(name, "là true hoặc false", "is true or false", error);
	*out = json_is_true(value);
	return true;
}

/* Returns: (transfer none) @text with its letters put together, in @arena */
static const char *
compose(const char *text, DdArena *arena)
{
	g_autofree char *whole = g_utf8_normalize(text, -1, G_NORMALIZE_NFC);
	return dd_arena_strdup(arena, whole);
}

bool
dd_body_get_said(const json_t *body, const char *name, size_t max, bool needed, DdArena *arena,
	const char **out, GError **error)
{
	const char *text;
	if (!dd_body_get_text(body, name, max, needed, &text, error))
		return false;
	*out = text != NULL ? compose(text, arena) : NULL;
	return true;
}

/* @out: the list, NULL when it is not there. Returns: FALSE when it is none, or too long */
static bool
find_list(const json_t *body, const char *name, size_t most, const json_t **out, GError **error)
{
	const json_t *value = json_object_get(body, name);
	*out = NULL;
	if (value == NULL || json_is_null(value))
		return true;
	if (!json_is_array(value))
		return fail_kind(name, "phải là danh sách", "is a list", error);
	if (json_array_size(value) > most) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"trường “%s” có quá %zu mục (\"%s\" has more than %zu items)", name, most,
			name, most);
		return false;
	}
	*out = value;
	return true;
}

bool
dd_body_get_list(const json_t *body, const char *name, size_t max, size_t most, DdArena *arena,
	const char *const **out, GError **error)
{
	const json_t *list;
	if (!find_list(body, name, most, &list, error))
		return false;
	if (list == NULL) {
		*out = NULL;
		return true;
	}
	size_t n = json_array_size(list);
	const char **texts = dd_arena_alloc(arena, (n + 1) * sizeof(*texts));
	for (size_t i = 0; i < n; i++) {
		const json_t *one = json_array_get(list, i);
		if (!json_is_string(one) || json_string_length(one) > max)
			return fail_kind(name, "có mục không phải là chữ, hoặc quá dài",
				"has an item that is no text, or too long", error);
		texts[i] = compose(json_string_value(one), arena);
	}
	texts[n] = NULL;
	*out = texts;
	return true;
}

bool
dd_body_get_numbers(const json_t *body, const char *name, size_t most, GArray *out, GError **error)
{
	const json_t *list;
	if (!find_list(body, name, most, &list, error))
		return false;
	if (json_array_size(list) == 0) {
		g_set_error(error, DD_ERROR, DD_ERROR_MISSING,
			"thiếu trường “%s” (\"%s\" is missing)", name, name);
		return false;
	}
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *one = json_array_get(list, i);
		int64_t number = json_is_integer(one) ? json_integer_value(one) : 0;
		if (number < 1)
			return fail_kind(name, "có mục không phải là số từ 1",
				"has an item that is no number from 1 on", error);
		g_array_append_val(out, number);
	}
	return true;
}

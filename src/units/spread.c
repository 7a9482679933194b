/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spread.c: "UBND các xã: Ia Grai, Đak Đoa và phường Pleiku" names three offices */
#include "spread.h"

#include <stdbool.h>
#include <string.h>

/* Returns: bytes of the level that @at begins with, 0 when it is none */
static size_t
level_at(const char *at)
{
	static const char *const levels[] = {"xã", "phường", "thị trấn", "đặc khu", "huyện", "quận",
		"thị xã", "thành phố", "tỉnh"};
	size_t best = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		size_t len = strlen(levels[i]);
		if (len > best && g_str_has_prefix(at, levels[i]) && (at[len] == ' ' || at[len] == ':'))
			best = len;
	}
	return best;
}

static bool
is_capital(const char *at)
{
	return g_unichar_isupper(g_utf8_get_char(at));
}

/* Does a place begin at @at, with or without a level before it? */
static bool
begins_place(const char *at)
{
	size_t level = level_at(at);
	return is_capital(level > 0 ? at + level + 1 : at);
}

/* Returns: where the place at @at ends, at a joiner or the text's end; NULL when words of it are no part of a place's name */
static const char *
end_of_place(const char *at, const char **next_out)
{
	static const char *const joiners[] = {", và ", ", ", " và "};
	if (!is_capital(at))
		return NULL;
	for (; *at != '\0'; at++) {
		for (size_t i = 0; i < G_N_ELEMENTS(joiners); i++) {
			if (!g_str_has_prefix(at, joiners[i]))
				continue;
			*next_out = at + strlen(joiners[i]);
			return begins_place(*next_out) ? at : NULL;
		}
		if (*at == ' ' && !is_capital(at + 1) && at[1] != '-' && !g_ascii_isdigit(at[1]))
			return NULL;
	}
	*next_out = at;
	return at;
}

size_t
dd_name_spread(const char *name, DdNamePlace places[DD_NAME_PLACES], size_t *head_out)
{
	const char *many = strstr(name, " các ");
	size_t n = 0, level = many != NULL ? level_at(many + strlen(" các ")) : 0;
	if (level == 0 || many == name)
		return 0;
	DdNamePlace place = {.level = many + strlen(" các "), .level_len = level};
	const char *at = place.level + level + (place.level[level] == ':');
	while (*at != '\0' && n < DD_NAME_PLACES) {
		const char *next = at;
		at += *at == ' ';
		level = level_at(at);
		if (level > 0) {
			place.level = at;
			place.level_len = level;
			at += level + 1;
		}
		const char *end = end_of_place(at, &next);
		if (end == NULL)
			return 0;
		place.name = at;
		place.name_len = (size_t)(end - at);
		places[n++] = place;
		at = next;
	}
	*head_out = (size_t)(many - name);
	return *at == '\0' && n > 1 ? n : 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lead.h"

#include <string.h>

/* What there is several of, where "các" stands inside of a name: territories and their offices, which no single unit is named by */
static const char *const nouns[] = {"bộ", "đặc khu", "địa phương", "huyện", "phường", "quận", "sở",
	"thành phố", "thị trấn", "thị xã", "tỉnh", "xã"};

/* Who stand at the head of several: "Thủ trưởng các cơ quan, đơn vị" */
static const char *const posts[] = {"thủ trưởng các ", "trưởng các ", "người đứng đầu các ",
	"giám đốc các ", "chủ tịch các ", "bí thư các ", "hiệu trưởng các "};

/* Returns: TRUE when @text begins with the words @noun and ends or goes on behind a word there */
static bool
begins(const char *text, const char *noun)
{
	size_t length = strlen(noun);
	return strncmp(text, noun, length) == 0 && strchr(" ,;./)", text[length]) != NULL;
}

bool
dd_lead_is_many(const char *name)
{
	g_autofree char *lower = g_utf8_strdown(name, -1);
	if (begins(lower, "các") || begins(lower, "những"))
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(posts); i++)
		if (g_str_has_prefix(lower, posts[i]))
			return true;
	for (const char *at = strstr(lower, " các "); at != NULL; at = strstr(at + 1, " các "))
		for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++)
			if (begins(at + strlen(" các "), nouns[i]))
				return true;
	return false;
}

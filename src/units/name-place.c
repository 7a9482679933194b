/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "name-place.h"

#include <string.h>

size_t
dd_name_find_place(const char *name, size_t *level_out)
{
	static const char *const levels[] = {" tỉnh ", " thành phố ", " Thành phố ", " huyện ",
		" quận ", " thị xã ", " thị trấn ", " xã ", " phường ", " đặc khu "};
	size_t found = strlen(name), level = found;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		const char *place = strstr(name, levels[i]);
		size_t len = strlen(levels[i]);
		if (place == NULL || (size_t)(place - name) >= found ||
			!g_unichar_isupper(g_utf8_get_char(place + len)))
			continue;
		found = (size_t)(place - name);
		level = found + len - 1;
	}
	if (level_out != NULL)
		*level_out = level;
	return found;
}

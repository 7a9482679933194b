/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "near.h"

#include <stdint.h>
#include <string.h>

#include "letter.h"
#include "once.h"

/* Letters that scanners without a Vietnamese model take for each other; marks glue strokes to a letter or change it. */
static const char *const confusions[] = {
	"il1tjfr",
	"oe6a0c",
	"uiv",
	"nhm",
	"gq92",
	"bh6",
	"ce",
	"sg58",
	"dao",
	"yv",
	"xk",
	"ad4",
	"ur",
};

/* One bit for each group that a letter is in: two letters are confused when they share one. */
typedef struct {
	uint16_t of[256];
} Groups;

static const Groups *
get_groups(void)
{
	static DdOnce once = DD_ONCE_INIT;
	static Groups groups; /* filled once, only read afterwards */
	G_STATIC_ASSERT(G_N_ELEMENTS(confusions) <= 16);
	if (!dd_once_enter(&once))
		return &groups;
	for (size_t i = 0; i < G_N_ELEMENTS(confusions); i++)
		for (const char *at = confusions[i]; *at != '\0'; at++)
			groups.of[(uint8_t)*at] |= (uint16_t)(1u << i);
	dd_once_leave(&once);
	return &groups;
}

unsigned
dd_near_distance(const char *a, size_t a_len, const char *b, size_t b_len, unsigned max)
{
	const Groups *groups = get_groups();
	uint16_t row[DD_NEAR_LONGEST + 1];
	size_t apart = a_len > b_len ? a_len - b_len : b_len - a_len;
	if (a_len > DD_NEAR_LONGEST || b_len > DD_NEAR_LONGEST || apart * 2 > max)
		return max + 1;
	for (size_t j = 0; j <= b_len; j++)
		row[j] = (uint16_t)(2 * j);
	for (size_t i = 1; i <= a_len; i++) {
		uint16_t diagonal = row[0], least = (uint16_t)(2 * i);
		uint16_t alike = groups->of[(uint8_t)a[i - 1]];
		row[0] = least;
		for (size_t j = 1; j <= b_len; j++) {
			uint16_t change = a[i - 1] == b[j - 1]                           ? 0
					  : (alike & groups->of[(uint8_t)b[j - 1]]) != 0 ? 1
											 : 2;
			uint16_t best = (uint16_t)(diagonal + change);
			best = MIN(best, (uint16_t)(row[j] + 2));
			best = MIN(best, (uint16_t)(row[j - 1] + 2));
			diagonal = row[j];
			row[j] = best;
			least = MIN(least, best);
		}
		if (least > max)
			return max + 1;
	}
	return MIN(row[b_len], max + 1);
}

size_t
dd_near_fold(const char *text, size_t len, char *out, size_t size)
{
	const char *end = text + len;
	size_t n = 0;
	while (text < end && n + 1 < size) {
		gunichar c;
		text += dd_utf8_next(text, end, &c);
		DdLetter letter = dd_letter_of(c);
		if (letter.base != 0)
			out[n++] = letter.fold;
		else if (c > ' ' && c < 0x7f)
			out[n++] = (char)c;
		else if (c <= ' ' && n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return n;
}

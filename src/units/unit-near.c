/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-near.c: names that are nearly one asked for, found by three letters that few names have */
#include "maxima.h"
#include "near.h"
#include "unit-book-private.h"

#include <stdlib.h>
#include <string.h>

#define CLASSES 38u /* a–z, digits, blank, other signs */
#define GRAMS (CLASSES * CLASSES * CLASSES)
#define ASKED 12u    /* the rarest of a name's grams that are looked at */
#define WALKED 4096u /* names in all of them */
#define SHORTEST 5u  /* letters of a name that is looked for nearly */
#define PER_EDIT 4u  /* letters for each half edit that is let through */
#define MOST 12u     /* half edits, however long it is */

static uint32_t
class_of(char c)
{
	if (c >= 'a' && c <= 'z')
		return (uint32_t)(c - 'a');
	if (c >= '0' && c <= '9')
		return 26 + (uint32_t)(c - '0');
	return c == ' ' ? 36 : 37;
}

static uint32_t
gram_at(const char *bare)
{
	return (class_of(bare[0]) * CLASSES + class_of(bare[1])) * CLASSES + class_of(bare[2]);
}

void
dd_book_fill_grams(DdUnitBook *self)
{
	/* counted two places further on: adding up and filling then move each start to where it belongs */
	self->starts = g_new0(uint32_t, GRAMS + 2);
	for (guint i = 0; i < self->names->len; i++) {
		const char *bare = g_array_index(self->names, DdBookName, i).bare;
		size_t n = bare != NULL ? strlen(bare) : 0;
		for (size_t at = 0; at + 2 < n; at++)
			self->starts[gram_at(bare + at) + 2]++;
	}
	for (uint32_t i = 2; i < GRAMS + 2; i++)
		self->starts[i] += self->starts[i - 1];
	self->grams = g_new(uint32_t, self->starts[GRAMS + 1]);
	for (guint i = 0; i < self->names->len; i++) {
		const char *bare = g_array_index(self->names, DdBookName, i).bare;
		size_t n = bare != NULL ? strlen(bare) : 0;
		for (size_t at = 0; at + 2 < n; at++)
			self->grams[self->starts[gram_at(bare + at) + 1]++] = i;
	}
}

/* A gram of the name asked for */
typedef struct {
	uint32_t gram, n;
} Asked;

static int
compare_asked(const void *a, const void *b)
{
	const Asked *left = a, *right = b;
	if (left->n != right->n)
		return left->n < right->n ? -1 : 1;
	return (left->gram > right->gram) - (left->gram < right->gram);
}

static int
compare_numbers(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

/* A name that has @hits of the grams */
typedef struct {
	uint32_t name, hits;
} Hit;

static int
compare_hits(const void *a, const void *b)
{
	const Hit *left = a, *right = b;
	if (left->hits != right->hits)
		return left->hits > right->hits ? -1 : 1;
	return (left->name > right->name) - (left->name < right->name);
}

/* Fills @walked with the names that have the rarest grams of @bare. Returns: how many */
static size_t
walk(const DdUnitBook *self, const char *bare, size_t len, uint32_t walked[WALKED])
{
	Asked asked[DD_NEAR_LONGEST];
	size_t n_asked = 0, n = 0, taken = 0;
	for (size_t at = 0; at + 2 < len; at++) {
		uint32_t gram = gram_at(bare + at);
		uint32_t count = self->starts[gram + 1] - self->starts[gram];
		if (count > 0)
			asked[n_asked++] = (Asked){gram, count};
	}
	if (n_asked == 0)
		return 0;
	qsort(asked, n_asked, sizeof(*asked), compare_asked);
	for (size_t i = 0; i < n_asked && taken < ASKED && n + asked[i].n <= WALKED; i++) {
		if (i > 0 && asked[i].gram == asked[i - 1].gram)
			continue;
		memcpy(walked + n, self->grams + self->starts[asked[i].gram],
			asked[i].n * sizeof(*walked));
		n += asked[i].n;
		taken++;
	}
	qsort(walked, n, sizeof(*walked), compare_numbers);
	return n;
}

/* dd_near_distance, without what both begin and end with: names of a kind share most of their letters, which cost nothing anyway */
static unsigned
measure(const char *a, size_t a_len, const char *b, size_t b_len, unsigned most)
{
	while (a_len > 0 && b_len > 0 && *a == *b) {
		a++;
		b++;
		a_len--;
		b_len--;
	}
	while (a_len > 0 && b_len > 0 && a[a_len - 1] == b[b_len - 1]) {
		a_len--;
		b_len--;
	}
	return dd_near_distance(a, a_len, b, b_len, most);
}

void
dd_book_find_near(const DdUnitBook *self, const char *bare,
	void (*found)(const DdBookName *name, unsigned distance, unsigned most, void *user_data),
	void *user_data)
{
	size_t len = strlen(bare), n_hits = 0;
	if (len < SHORTEST || len > DD_NEAR_LONGEST)
		return;
	unsigned most = MIN((unsigned)len / PER_EDIT, MOST);
	g_autofree uint32_t *walked = g_new(uint32_t, WALKED);
	size_t n = walk(self, bare, len, walked);
	if (n == 0)
		return;
	g_autofree Hit *hits = g_new(Hit, n);
	for (size_t i = 0; i < n; i++) {
		if (n_hits > 0 && hits[n_hits - 1].name == walked[i])
			hits[n_hits - 1].hits++;
		else
			hits[n_hits++] = (Hit){walked[i], 1};
	}
	qsort(hits, n_hits, sizeof(*hits), compare_hits);
	for (size_t i = 0; i < MIN(n_hits, DD_MAX_UNIT_COMPARED); i++) {
		const DdBookName *name = &g_array_index(self->names, DdBookName, hits[i].name);
		unsigned distance = measure(bare, len, name->bare, strlen(name->bare), most);
		if (distance <= most)
			found(name, distance, most, user_data);
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seek.h: whether a byte may stand in a stretch, asked of one stretch of a text after the other. A byte that is rare is
 * looked for once from place to place, not anew in each of thousands of short stretches.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <string.h>

G_BEGIN_DECLS

#define DD_SEEK_BYTES                                                                              \
	4096u /* looked at in one go: what is read next lies in the cache then, and no more than that */

typedef struct {
	const char *text;
	size_t len;
	char byte;
	size_t from, next; /* the byte stands nowhere in [@from, @next) */
} DdSeek;

static inline DdSeek
dd_seek_new(const char *text, size_t len, char byte)
{
	return (DdSeek){.text = text, .len = len, .byte = byte};
}

/* Returns: the first place of [@start, @end) where the byte stands, @none when there is none */
static inline size_t
dd_seek_find(const DdSeek *self, size_t start, size_t end, size_t none)
{
	const char *found = memchr(self->text + start, self->byte, end - start);
	return found != NULL ? (size_t)(found - self->text) : none;
}

/*
 * Stretches may come in any order, but only those that mostly rise cost little: on a way back no more is looked at than lies
 * between. Returns: TRUE when the byte stands in [@start, @end), which lies in the text
 */
static inline bool
dd_seek_in(DdSeek *self, size_t start, size_t end)
{
	if (start > self->next) {
		self->from = self->next = start;
	} else if (start < self->from) {
		self->next = dd_seek_find(self, start, self->from, self->next);
		self->from = start;
	}
	while (self->next < end && self->text[self->next] != self->byte) {
		size_t stop = MIN(self->len, self->next + DD_SEEK_BYTES);
		self->next = dd_seek_find(self, self->next, stop, stop);
	}
	return self->next < end;
}

G_END_DECLS

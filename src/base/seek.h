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

typedef struct {
	const char *text;
	size_t len;
	char byte;
	size_t from, next; /* the byte stands nowhere in [@from, @next); @next is where it was found, or @len */
} DdSeek;

static inline void
dd_seek_from(DdSeek *self, size_t start)
{
	const char *found = memchr(self->text + start, self->byte, self->len - start);
	self->from = start;
	self->next = found != NULL ? (size_t)(found - self->text) : self->len;
}

static inline DdSeek
dd_seek_new(const char *text, size_t len, char byte)
{
	DdSeek self = {.text = text, .len = len, .byte = byte};
	dd_seek_from(&self, 0);
	return self;
}

/*
 * Stretches may come in any order, but only those that mostly rise cost little. Returns: FALSE when the byte does not stand in
 * [@start, @end), which lies in the text; TRUE when it does, or did before it was blanked
 */
static inline bool
dd_seek_in(DdSeek *self, size_t start, size_t end)
{
	if (start < self->from || start > self->next)
		dd_seek_from(self, start);
	return self->next < end;
}

G_END_DECLS

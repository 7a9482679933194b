/* SPDX-License-Identifier: GPL-3.0-or-later */
/* arena.h: memory that lives as long as one reading and is freed at once */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct _DdArena DdArena;

/* Returns: (transfer full) an empty arena */
DdArena *
dd_arena_new(void) G_GNUC_WARN_UNUSED_RESULT;
/* Frees @self and all that was taken from it; NULL is fine */
void
dd_arena_free(DdArena *self);
/* Returns: (transfer none) @size zeroed bytes, aligned for all but long double, valid while @self lives */
void *
dd_arena_alloc(DdArena *self, size_t size);
/* Returns: (transfer none) a copy of @len bytes of @text with a NUL behind, valid while @self lives */
char *
dd_arena_strndup(DdArena *self, const char *text, size_t len);
/* The same with each stretch of white space as one blank, and none at the ends */
const char *
dd_arena_fold(DdArena *self, const char *text, size_t len);
/* dd_arena_strndup for texts that come again and again, as names do: most of them are stored once. The text must not be changed */
const char *
dd_arena_intern(DdArena *self, const char *text, size_t len);
/* Returns: (transfer none) a copy of NUL-terminated @text (NULL gives NULL) */
char *
dd_arena_strdup(DdArena *self, const char *text);
/* Returns: (transfer none) a copy of @size bytes at @data; NULL when @size is 0 */
void *
dd_arena_memdup(DdArena *self, const void *data, size_t size);
/* Takes over @data, got from g_malloc and @size bytes long: it is freed with @self. NULL is fine */
void
dd_arena_adopt(DdArena *self, void *data, size_t size);
/* Returns: bytes taken from the system so far */
size_t
dd_arena_get_size(const DdArena *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdArena, dd_arena_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "bytes.h"

#define CHUNK_MIN ((size_t)16 << 10)
#define CHUNK_MAX ((size_t)1 << 20)

typedef struct _Chunk Chunk;
struct _Chunk {
	Chunk *next;
	size_t size; /* bytes behind this header */
};

/* Memory that grew elsewhere */
typedef struct _Adopted Adopted;
struct _Adopted {
	Adopted *next;
	void *data;
};

#define ALIGNMENT                                                                                  \
	((size_t)8) /* records stand between texts: with 16, as long double asks for, the gaps are twice as large */
#define KEPT_BITS 10
#define KEPT (1u << KEPT_BITS)

struct _DdArena {
	const char **kept; /* KEPT texts given out by dd_arena_intern, by their hash; NULL before the first */
	Adopted *adopted; /* records in the chunks */
	Chunk *chunks;    /* newest first; the newest one is being filled */
	char *free_at;
	size_t free_len;
	size_t total;
};

#define HEADER_SIZE ((sizeof(Chunk) + ALIGNMENT - 1) & ~(ALIGNMENT - 1))

G_STATIC_ASSERT(ALIGNMENT >= alignof(void *) && ALIGNMENT >= alignof(double) &&
		ALIGNMENT >= alignof(uint64_t));

DdArena *
dd_arena_new(void)
{
	return g_new0(DdArena, 1);
}

void
dd_arena_free(DdArena *self)
{
	if (self == NULL)
		return;
	g_free(self->kept);
	for (Adopted *adopted = self->adopted; adopted != NULL; adopted = adopted->next)
		g_free(adopted->data);
	for (Chunk *chunk = self->chunks; chunk != NULL;) {
		Chunk *next = chunk->next;
		g_free(chunk);
		chunk = next;
	}
	g_free(self);
}

static void
add_chunk(DdArena *self, size_t least)
{
	size_t size = CLAMP(self->total, CHUNK_MIN, CHUNK_MAX);
	if (size < least)
		size = least;
	Chunk *chunk = g_malloc(HEADER_SIZE + size);
	chunk->next = self->chunks;
	chunk->size = size;
	self->chunks = chunk;
	self->free_at = (char *)chunk + HEADER_SIZE;
	self->free_len = size;
	self->total += HEADER_SIZE + size;
}

static void *
take(DdArena *self, size_t size, size_t align)
{
	size_t pad = (size_t)(-(uintptr_t)self->free_at) & (align - 1);
	if (self->free_at == NULL || pad + size > self->free_len) {
		add_chunk(self, size + align);
		pad = (size_t)(-(uintptr_t)self->free_at) & (align - 1);
	}
	void *at = self->free_at + pad;
	self->free_at += pad + size;
	self->free_len -= pad + size;
	return at;
}

void *
dd_arena_alloc(DdArena *self, size_t size)
{
	g_return_val_if_fail(self != NULL, NULL);
	void *at = take(self, size, ALIGNMENT);
	memset(at, 0, size);
	return at;
}

char *
dd_arena_strndup(DdArena *self, const char *text, size_t len)
{
	g_return_val_if_fail(self != NULL, NULL);
	char *at = take(self, len + 1, 1);
	memcpy(at, text, len);
	at[len] = '\0';
	return at;
}

/* Returns: a place in the kept texts; eight bytes at a time, for names are long and most have been met */
static size_t
hash_text(const char *text, size_t len)
{
	const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = len, rest = 0;
	for (; len >= sizeof(rest); text += sizeof(rest), len -= sizeof(rest)) {
		hash = (hash ^ dd_bytes_load(text)) * factor;
		hash ^= hash >> 32;
	}
	memcpy(&rest, text, len);
	return (size_t)(((hash ^ rest) * factor) >> (64 - KEPT_BITS));
}

const char *
dd_arena_intern(DdArena *self, const char *text, size_t len)
{
	g_return_val_if_fail(self != NULL, NULL);
	if (self->kept == NULL)
		self->kept = g_new0(const char *, KEPT);
	const char **kept = &self->kept[hash_text(text, len)];
	if (*kept == NULL || strncmp(*kept, text, len) != 0 || (*kept)[len] != '\0')
		*kept = dd_arena_strndup(self, text, len);
	return *kept;
}

char *
dd_arena_strdup(DdArena *self, const char *text)
{
	return text != NULL ? dd_arena_strndup(self, text, strlen(text)) : NULL;
}

/* Does folding leave the text as it is? Mostly so: without a way out of the loop many bytes go at a time. */
static bool
is_folded(const char *text, size_t len)
{
	unsigned char found = 0;
	for (size_t i = 1; i < len; i++)
		found |= (unsigned char)((unsigned char)text[i] < ' ') |
			 ((unsigned char)(text[i - 1] == ' ') & (unsigned char)(text[i] == ' '));
	return len > 0 && found == 0 && (unsigned char)text[0] > ' ' && text[len - 1] != ' ';
}

const char *
dd_arena_fold(DdArena *self, const char *text, size_t len)
{
	char *out = dd_arena_strndup(self, text, len);
	if (is_folded(out, len))
		return out;
	size_t n = 0;
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)out[i] > ' ')
			out[n++] = out[i];
		else if (n > 0 && out[n - 1] != ' ')
			out[n++] = ' ';
	}
	n -= n > 0 && out[n - 1] == ' ';
	out[n] = '\0';
	return out;
}

void *
dd_arena_memdup(DdArena *self, const void *data, size_t size)
{
	if (size == 0)
		return NULL;
	void *at = take(self, size, ALIGNMENT);
	memcpy(at, data, size);
	return at;
}

void
dd_arena_adopt(DdArena *self, void *data, size_t size)
{
	g_return_if_fail(self != NULL);
	if (data == NULL)
		return;
	Adopted *adopted = dd_arena_alloc(self, sizeof(*adopted));
	*adopted = (Adopted){self->adopted, data};
	self->adopted = adopted;
	self->total += size;
}

size_t
dd_arena_get_size(const DdArena *self)
{
	return self->total;
}

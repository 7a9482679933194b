/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-book-private.h: what the files of the directory of units share */
#pragma once

#include "arena.h"
#include "unit-book.h"

G_BEGIN_DECLS

#define DD_BOOK_NONE UINT32_MAX

/* A name of a unit, folded; they are sorted by key */
typedef struct {
	const char *key;
	const char *bare; /* letters alone (dd_near_fold), NULL where it is not matched nearly */
	uint32_t unit;
	uint8_t how; /* DdNameHow */
} DdBookName;

/* A unit as a member of a collective, sorted by key */
typedef struct {
	const char *key;
	uint32_t unit;
} DdBookMember;

struct _DdUnitBook {
	const DdBookUnit *units;
	size_t n;
	const DdSuccession *successions;
	size_t n_successions;
	DdArena *arena;
	uint32_t *by_id;   /* units by their ids */
	uint32_t *parents; /* of each unit, DD_BOOK_NONE at the top */
	GArray *names;     /* DdBookName */
	GArray *members;   /* DdBookMember */
	uint32_t *by_from; /* successions by the unit that ended */
	/* names by three letters: those of gram i stand at grams[starts[i]] to grams[starts[i + 1]] */
	uint32_t *starts, *grams;
};

/* Returns: its index in units */
static inline uint32_t
dd_book_index(const DdUnitBook *self, const DdBookUnit *unit)
{
	return (uint32_t)(unit - self->units);
}

/* Returns: the index in names of the first key that is not before @key */
guint
dd_book_find_key(const DdUnitBook *self, const char *key);
/* near names: fill and ask the table of three letters (unit-near.c) */
void
dd_book_fill_grams(DdUnitBook *self);
/* Calls @found for names near @bare, at most DD_MAX_UNIT_COMPARED of them, with their distance in half edits and the most it may be */
void
dd_book_find_near(const DdUnitBook *self, const char *bare,
	void (*found)(const DdBookName *name, unsigned distance, unsigned most, void *user_data),
	void *user_data);

G_END_DECLS

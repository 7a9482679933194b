/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alias.h: a table of abbreviations of names; how they are found in text stands in names-private.h */
#pragma once

#include <glib.h>
#include <stdint.h>

#include "arena.h"

G_BEGIN_DECLS

/* What an abbreviation stands for */
typedef struct {
	const char *letters; /* bare: what it is found by */
	const char *text;    /* NULL: several things */
	const char *kind;
	uint8_t rank; /* 0 made from initials, 1 of the catalogue, 2 of the office's list or defined by the document */
} DdAlias;

/* What the upper half of a hash leads to */
typedef struct {
	uint32_t hash;
	uint32_t alias; /* index + 1, 0: a free place */
} DdAliasSlot;

/* Abbreviations and what they stand for */
typedef struct {
	DdAliasSlot *slots; /* open addressing; a power of two, at most two thirds full */
	DdAlias *items;     /* with room for two thirds of the slots */
	uint32_t n_slots, n;
	DdArena *arena; /* of the letters; NULL: all is borrowed, and copied when something is added */
} DdAliases;

void
dd_aliases_clear(DdAliases *self);
/* Adds the @len bytes "KH&CN" behind the head "Sở" (NULL: none) for @text; @text and @kind are borrowed */
void
dd_alias_add(DdAliases *self, const char *head, const char *abbreviation, size_t len,
	const char *text, const char *kind, uint8_t rank);
/* The same for each abbreviation of @list, which semicolons part */
void
dd_alias_add_list(DdAliases *self, const char *head, const char *list, const char *text,
	const char *kind, uint8_t rank);
/* Adds the abbreviation by initials of the name @text with the head @head ("Sở" + "KHCN"); both as above */
void
dd_alias_add_initials(DdAliases *self, const char *head, const char *text, const char *kind);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdAliases, dd_aliases_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * unit-book.h: the directory of an office's units: who there is and was, under whom, by which names, and what came of those that
 * ended. Names in a text are matched against it. Nothing in it changes once it is made; threads may share it.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"

G_BEGIN_DECLS

/* A unit. Strings are lent; lists end with NULL and are never NULL */
typedef struct {
	int64_t number; /* of its row in a store, 0 none */
	const char *id; /* "H48.12" (QĐ 20/2020/QĐ-TTg), or a key of the office's own */
	const char *name;
	const char *short_name; /* NULL none */
	const char *kind;       /* static, as of dd_kind_intern; "" not said */
	const char *parent;     /* id, NULL none */
	DdDay first, last; /* days of its being there, both count; DD_DATE_NONE: not known, still there */
	const char *const *aliases, *const *abbreviations;
	const char *const *groups; /* names of collectives that it is a member of */
	unsigned line;             /* of the list that it is from, for messages; 0 none */
} DdBookUnit;

/* What came of a unit. Strings are lent */
typedef struct {
	const char *from, *to; /* ids */
	const char *field;     /* of work that went there, "" all */
	DdDay day;             /* since when */
	const char *document;  /* that ordered it */
} DdSuccession;

typedef struct _DdUnitBook DdUnitBook;

/*
 * What is lent must outlive it. Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA (an id twice, a parent or an heir that is not
 * there, a circle of parents, a last day before the first; the message names line or id), DD_ERROR_TOO_LARGE
 */
DdUnitBook *
dd_unit_book_new(const DdBookUnit *units, size_t n, const DdSuccession *successions,
	size_t n_successions, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_unit_book_free(DdUnitBook *self);
/* Returns: (transfer none) the @n_out units, in the order in which they came */
const DdBookUnit *
dd_unit_book_get_all(const DdUnitBook *self, size_t *n_out);
/* Returns: (transfer none) the unit of that id, NULL when there is none */
const DdBookUnit *
dd_unit_book_lookup(const DdUnitBook *self, const char *id);
/* Returns: (transfer none) all successions, in the order in which they came */
const DdSuccession *
dd_unit_book_get_successions(const DdUnitBook *self, size_t *n_out);
/* Returns: (transfer none) NULL at the top */
const DdBookUnit *
dd_unit_book_get_parent(const DdUnitBook *self, const DdBookUnit *unit);
/* Returns: FALSE when it had ended before @day, or did not begin until after it; a day that is not set is any */
bool
dd_book_unit_is_there(const DdBookUnit *unit, DdDay day);

/* How a name was understood; the better ones first */
typedef enum {
	DD_NAME_EXACT,
	DD_NAME_ALIAS,
	DD_NAME_PLACE, /* without the place that it names in full */
	DD_NAME_ABBREVIATION,
	DD_NAME_CONTEXT, /* a beginning ("Sở"), by whose document it is */
	DD_NAME_NEAR,    /* nearly */
	DD_NAME_HOW_LAST
} DdNameHow;

/* What a person has to say */
typedef enum {
	DD_ASK_NOTHING,
	DD_ASK_UNKNOWN, /* no unit of the directory has a name like this */
	DD_ASK_SEVERAL, /* which of several it is */
	DD_ASK_NEAR,    /* whether it is that one */
	DD_ASK_ENDED,   /* who took its work over */
	DD_ASK_NO_HEIR, /* the same, and no law says */
	DD_ASK_MEMBERS, /* who belongs to a collective */
	DD_ASK_LAST
} DdAsk;

typedef struct {
	const DdBookUnit *unit;
	DdNameHow how;
	uint8_t score; /* 0 to 100 */
} DdUnitCandidate;

#define DD_UNIT_CANDIDATES 5 /* that are shown */

typedef struct {
	DdUnitCandidate items[DD_UNIT_CANDIDATES]; /* the likely ones first */
	size_t n;
	DdAsk ask; /* DD_ASK_NOTHING: the first one is it */
} DdUnitMatch;

/*
 * Finds the unit that @name means in a document of @issuer (nullable) of @day (may be unset). Near names cost by those that share rare
 * letters with it, not by how many there are.
 */
DdUnitMatch
dd_unit_book_match(const DdUnitBook *self, const char *name, const DdBookUnit *issuer, DdDay day);

/* Who took over work of a unit that ended */
typedef struct {
	const DdBookUnit *unit; /* NULL: the directory does not have it */
	const char *name;       /* NULL: no law says who */
	const char *field;      /* "" all */
	DdDay day;              /* since when */
	const char *source;     /* the document that ordered it */
	bool national;          /* by data/units, not by what the store has */
	bool told;              /* the text is about the field */
} DdHeir;

/*
 * Returns: (transfer full) DdHeir that have @name's work on @day, those that @text (nullable; its first DD_MAX_KEY_BYTES) speaks of
 * first; empty where it has not ended. @unit: what it was found to be, NULL nothing. Successions of the directory count before those
 * of the law. Strings live as long as the directory.
 */
GArray *
dd_unit_book_heirs(const DdUnitBook *self, const char *name, const DdBookUnit *unit,
	const DdBookUnit *issuer, DdDay day, const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The units that a collective name means */
typedef struct {
	GPtrArray *members; /* of const DdBookUnit *, in the order of their names */
	bool whole; /* nothing in the name is left open ("ngành", "các đơn vị liên quan") */
	const char *ended; /* source of the law by which units of that kind are no more, NULL none */
} DdUnitGroup;

/*
 * Expands "các sở, ban, ngành", "UBND các xã, phường" in a document of @issuer (nullable) to the members on @day (set): those that the
 * directory names, else by kind. Returns: FALSE when @name is no collective; @out is to be cleared otherwise
 */
bool
dd_unit_book_expand(const DdUnitBook *book, const char *name, const DdBookUnit *issuer, DdDay day,
	DdUnitGroup *out);
void
dd_unit_group_clear(DdUnitGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdUnitBook, dd_unit_book_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdUnitGroup, dd_unit_group_clear)

G_END_DECLS

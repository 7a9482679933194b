/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-page.h: pages of followed tasks, by many filters and in many orders, each along an index */
#pragma once

#include "follow-list.h"
#include "lateness.h"

G_BEGIN_DECLS

typedef enum {
	DD_ORDER_DUE,
	DD_ORDER_NUMBER,
	DD_ORDER_UNIT,    /* by the name of the lead, then due */
	DD_ORDER_STATE,   /* as states follow each other in state.h, then due */
	DD_ORDER_CHANGED, /* what changed last comes first */
	DD_ORDER_LATENESS, /* what is to be done, the most late first; then what is done or set aside */
	DD_ORDER_LAST
} DdTaskOrder;

/* What a unit has to do with tasks */
typedef enum { DD_PART_LEAD, DD_PART_HELPER, DD_PART_DIRECTOR, DD_PART_LAST } DdPart;

/* A row of a list, for the next page to begin behind it. Strings are lent */
typedef struct {
	unsigned section; /* of an order that has several */
	const char *due, *lead;
	int64_t changed, task;
} DdTaskPlace;

/* Which tasks; NULL, 0 and FALSE leave it open. Strings are lent */
typedef struct {
	const char *const *units; /* one of which has that part: its id in the directory, or a name of it, spelt anyhow */
	size_t n_units; /* at most DD_MAX_LIST_UNITS; one, unless they lead */
	DdPart part;
	const char *director; /* a person or an office, by name */
	bool open;            /* only those that somebody has to do something with */
	unsigned states;      /* one of them: 1 << DdState … */
	unsigned lateness;    /* one of them: 1 << DdLatenessKind …, as of as_of */
	DdDay as_of;          /* must be set */
	DdDay from, to;       /* between which they fall due; both days count */
	const char *due_kind;
	int64_t document;
	const char *words;   /* that their texts have, as of search-query.h */
	const char *seen_by; /* a unit that leads or helps, or gave them out, spelt anyhow */
	DdTaskOrder order;
	const DdTaskPlace *after;         /* NULL: from the first */
	unsigned limit;                   /* 1 to DD_MAX_LISTED */
	unsigned most_texts, most_walked; /* 0: DD_MAX_LIST_TEXTS, DD_MAX_LIST_WALKED */
} DdTaskQuery;

/*
 * A page. Rows and strings lie in the arena that was given. Where more than DD_MAX_LIST_TEXTS tasks have the words, a list is gone along and each
 * task looked at, DD_MAX_LIST_WALKED of them: there may be fewer rows than asked for, or none, and @more nevertheless
 */
typedef struct {
	GArray *rows; /* DdFollowRow */
	bool more;
	DdTaskPlace next; /* where more rows are */
} DdTaskPage;

/* Returns: FALSE as of dd_db_query, and as of dd_search_query_parse for the words. @out is to be cleared */
bool
dd_task_page_get(DdStore *self, const DdTaskQuery *query, DdArena *arena, DdTaskPage *out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Counts all tasks that @query leaves, whatever page it asks for. @n_out: -1 where that would go over too many: tasks of all units by
 * what no index has, more than DD_MAX_LIST_COUNT, and more than DD_MAX_LIST_TEXTS with the words. Returns: as dd_task_page_get
 */
bool
dd_task_page_count(DdStore *self, const DdTaskQuery *query, DdArena *arena, int64_t *n_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_task_page_clear(DdTaskPage *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdTaskPage, dd_task_page_clear)

/* Returns: FALSE when there is none of that name ("due", "helper") */
bool
dd_task_order_from_string(const char *word, DdTaskOrder *order_out);
bool
dd_part_from_string(const char *word, DdPart *part_out);

G_END_DECLS

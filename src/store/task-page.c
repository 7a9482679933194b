/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-page.c: a list goes from what leaves the fewest tasks, one statement for each part of it, and merges these; where words leave many it is gone along */
#include "task-page.h"

#include "date.h"
#include "follow-private.h"
#include "identity.h"
#include "maxima.h"
#include "search.h"
#include "statements-list.h"
#include "stored-unit.h"

#include <string.h>

#define FIRST_DAY ""          /* before all */
#define LAST_DAY "9999-12-30" /* the last one that is a day */
#define BEHIND_DAYS "9999-99" /* behind what has none, too */
#define IN_ALL "9999-12-31"   /* due_order of what has none */
#define DONE_LATENESS                                                                              \
	(1u << DD_LATENESS_DONE_NO_DEADLINE | 1u << DD_LATENESS_DONE_IN_TIME |                     \
		1u << DD_LATENESS_DONE_LATE)
#define OPEN_LATENESS                                                                              \
	(1u << DD_LATENESS_NO_DEADLINE | 1u << DD_LATENESS_IN_TIME | 1u << DD_LATENESS_NEAR |      \
		1u << DD_LATENESS_LATE)

#define FIRST_STRIDE 256u /* tasks that are looked at together; the next ones are twice as many */
#define LAST_STRIDE 1024u

#define MANY                                                                                       \
	16 /* tasks of which one is wanted: going along an order finds a page within some hundreds */

enum { OPEN_ANY, OPEN_ONLY, OPEN_NOT };

/* One statement's part of a list */
typedef struct {
	DdListFrom from;
	int64_t unit;
	const char *lead, *state;
} Stretch;

/* A list on its way */
typedef struct {
	DdStore *store;
	DdDb *db;
	const DdTaskQuery *query;
	DdArena *arena;
	GArray *stretches; /* Stretch; none: nothing can be in it */
	const char *seen_by, *helper, *director;
	const char *states, *lateness, *texts;
	char from[DD_DATE_BUFFER], to[DD_DATE_BUFFER], as_of[DD_DATE_BUFFER], near[DD_DATE_BUFFER];
	int open;     /* OPEN_… */
	bool is_walk; /* too many tasks have the words: each of the list is looked at */
	unsigned walked, most_walked;
	bool has_stopped; /* it looked at as many as it may, up to the place @stop */
	DdTaskPlace stop;
} Lister;

static const char *const order_words[DD_ORDER_LAST] = {
	"due", "number", "unit", "state", "changed", "lateness"};
static const char *const part_words[DD_PART_LAST] = {"lead", "helper", "director"};

static bool
find_word(const char *const words[], size_t n, const char *word, unsigned *out)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(words[i], word) == 0) {
			*out = (unsigned)i;
			return true;
		}
	return false;
}

bool
dd_task_order_from_string(const char *word, DdTaskOrder *order_out)
{
	return find_word(order_words, DD_ORDER_LAST, word, order_out);
}

bool
dd_part_from_string(const char *word, DdPart *part_out)
{
	return find_word(part_words, DD_PART_LAST, word, part_out);
}

/* Returns: a list of the words of @bits as statements have it ("|doing|done|"), NULL of none */
static const char *
make_list(Lister *self, unsigned bits, unsigned n, const char *(*name)(unsigned bit))
{
	if (bits == 0)
		return NULL;
	g_autoptr(GString) list = g_string_new("|");
	for (unsigned bit = 0; bit < n; bit++)
		if ((bits & 1u << bit) != 0)
			g_string_append_printf(list, "%s|", name(bit));
	return dd_arena_strdup(self->arena, list->str);
}

static const char *
name_state(unsigned state)
{
	return dd_state_to_string((DdState)state);
}

static const char *
name_lateness(unsigned kind)
{
	return dd_lateness_to_string((DdLatenessKind)kind);
}

/* Whether only tasks without a day are wanted: they stand behind all others */
static bool
has_no_day(const DdTaskQuery *query)
{
	return query->lateness == 1u << DD_LATENESS_NO_DEADLINE ||
	       (query->due_kind != NULL &&
		       strcmp(query->due_kind, dd_due_kind_to_string(DD_DUE_DAYS)) != 0);
}

/* What the wanted lateness says of days and states, so that a list of what is late ends today */
static void
set_bounds(Lister *self)
{
	const DdTaskQuery *query = self->query;
	const unsigned wanted = query->lateness;
	DdDay near = dd_date_add_days(query->as_of, dd_near_window_get_default()->steps[0].days);
	const bool dated = dd_date_is_set(query->from) || dd_date_is_set(query->to);
	const bool ended = (wanted & ~(1u << DD_LATENESS_LATE | 1u << DD_LATENESS_NEAR)) == 0 &&
			   wanted != 0;
	DdDay last = ended ? near : DD_DATE_NONE;
	if (dd_date_is_set(query->to) && (!ended || dd_date_compare(query->to, last) < 0))
		last = query->to;
	(void)dd_date_format(query->as_of, self->as_of);
	(void)dd_date_format(near, self->near);
	g_strlcpy(self->from, FIRST_DAY, sizeof(self->from));
	g_strlcpy(self->to, dated ? LAST_DAY : BEHIND_DAYS, sizeof(self->to));
	if (dd_date_is_set(query->from))
		(void)dd_date_format(query->from, self->from);
	else if (wanted == 1u << DD_LATENESS_NEAR)
		(void)dd_date_format(query->as_of, self->from);
	else if (has_no_day(query) && !dated)
		g_strlcpy(self->from, IN_ALL, sizeof(self->from));
	if (dd_date_is_set(last))
		(void)dd_date_format(last, self->to);
	self->open = query->open || (wanted != 0 && (wanted & ~OPEN_LATENESS) == 0) ? OPEN_ONLY
										    : OPEN_ANY;
	unsigned states = query->states;
	if (wanted != 0 && (wanted & ~DONE_LATENESS) == 0)
		states = states == 0 ? 1u << DD_STATE_DONE : states;
	self->states = make_list(self, states, DD_STATE_LAST, name_state);
	self->lateness = make_list(self, wanted, DD_LATENESS_LAST, name_lateness);
}

static bool
get_key(Lister *self, const char *unit, const char **key_out, GError **error)
{
	g_autofree char *key = NULL;
	if (!dd_stored_unit_key(self->store, unit, &key, error))
		return false;
	*key_out = dd_arena_strdup(self->arena, key);
	return true;
}

static const char *
fold(Lister *self, const char *name)
{
	g_autofree char *key = dd_identity_fold(name);
	return dd_arena_strdup(self->arena, key);
}

/* Returns: (transfer full) numbers of tasks as statements have them */
static char *
write_numbers(const GArray *tasks)
{
	GString *list = g_string_new("[");
	for (guint i = 0; i < tasks->len; i++)
		g_string_append_printf(list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
			g_array_index(tasks, int64_t, i));
	g_string_append_c(list, ']');
	return g_string_free(list, FALSE);
}

/* Finds the numbers of the tasks that have the words, unless they are too many */
static bool
find_texts(Lister *self, GError **error)
{
	const DdTaskQuery *query = self->query;
	const unsigned most = query->most_texts > 0 ? query->most_texts : DD_MAX_LIST_TEXTS;
	g_autoptr(GArray) tasks = dd_search_tasks(
		self->store, query->words, query->document, most + 1, self->arena, error);
	if (tasks == NULL)
		return false;
	self->is_walk = tasks->len > most;
	if (self->is_walk)
		return true;
	g_autofree char *list = write_numbers(tasks);
	self->texts = dd_arena_strdup(self->arena, list);
	return true;
}

static DdListBy
get_keys(DdTaskOrder order)
{
	switch (order) {
	case DD_ORDER_NUMBER:
		return DD_LIST_BY_NUMBER;
	case DD_ORDER_UNIT:
		return DD_LIST_BY_UNIT;
	case DD_ORDER_CHANGED:
		return DD_LIST_BY_CHANGED;
	case DD_ORDER_DUE:
	case DD_ORDER_STATE:
	case DD_ORDER_LATENESS:
	case DD_ORDER_LAST:
	default:
		return DD_LIST_BY_DUE;
	}
}

static void
add_stretch(Lister *self, DdListFrom from, int64_t unit, const char *lead, const char *state)
{
	const Stretch one = {from, unit, lead, state};
	g_array_append_val(self->stretches, one);
}

/* Tasks that units lead: a unit of the directory goes by all of its names, another one by that which was asked for */
static bool
add_leads(Lister *self, GError **error)
{
	DdListFrom other = self->texts != NULL ? DD_LIST_TEXTS : DD_LIST_DOCUMENT;
	bool other_first = self->texts != NULL || self->query->document != 0;
	for (size_t i = 0; i < self->query->n_units; i++) {
		int64_t unit = 0;
		const char *name = self->query->units[i], *key = fold(self, name);
		if (key == NULL)
			continue; /* a name without a letter is nobody's */
		if (!dd_stored_unit_find(self->store, name, &unit, error))
			return false;
		DdListFrom own = unit != 0 ? DD_LIST_UNIT : DD_LIST_LEAD;
		add_stretch(self, other_first ? other : own, unit, unit != 0 ? NULL : key, NULL);
	}
	return true;
}

/* Whether a unit sees most of all tasks, for it gives them out */
static bool
issues_documents(Lister *self, bool *issues_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		self->db, &dd_list_issues_sql, DD_DB_ARGS(dd_db_text(self->seen_by)), error);
	return rows != NULL && dd_db_rows_next(rows, issues_out, error);
}

static bool
read_number(DdDbRows *rows, int64_t *n_out, GError **error)
{
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*n_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

/* Of all tasks in states of a list: counts that are kept up with each step */
static bool
get_total(const Lister *self, const char *states, int64_t *n_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		self->db, &dd_list_total_sql, DD_DB_ARGS(dd_db_text(states)), error);
	return read_number(rows, n_out, error);
}

/* Whether so many tasks are in these states that going along the order finds a page of them sooner than sorting all */
static bool
are_many(const Lister *self, bool *many_out, GError **error)
{
	int64_t some = 0, all = 0;
	*many_out = false;
	if (get_keys(self->query->order) == DD_LIST_BY_DUE)
		return true; /* each state has its tasks in that order */
	if (!get_total(self, self->states, &some, error) || !get_total(self, NULL, &all, error))
		return false;
	*many_out = some > all / MANY;
	return true;
}

/* Of tasks of all units, from an order's first */
static bool
add_all(Lister *self, GError **error)
{
	bool many = false;
	if (self->states != NULL && !are_many(self, &many, error))
		return false;
	for (DdState state = 0; self->states != NULL && !many && state < DD_STATE_LAST; state++) {
		g_autofree char *word = g_strdup_printf("|%s|", dd_state_to_string(state));
		if (strstr(self->states, word) != NULL)
			add_stretch(self, DD_LIST_STATE, 0, NULL, dd_state_to_string(state));
	}
	if (self->states == NULL || many)
		add_stretch(self, self->open == OPEN_ONLY ? DD_LIST_OPEN : DD_LIST_ALL, 0, NULL, NULL);
	return true;
}

static bool
add_others(Lister *self, GError **error)
{
	const DdTaskQuery *query = self->query;
	bool issues = false;
	DdListFrom from = DD_LIST_ALL;
	if (self->texts != NULL)
		from = DD_LIST_TEXTS;
	else if (query->document != 0)
		from = DD_LIST_DOCUMENT;
	else if (self->helper != NULL || self->director != NULL)
		from = DD_LIST_OTHERS;
	else if (self->seen_by != NULL && !issues_documents(self, &issues, error))
		return false;
	else if (self->seen_by != NULL && !issues)
		from = DD_LIST_SEEN;
	if (from == DD_LIST_ALL)
		return add_all(self, error);
	add_stretch(self, from, 0, NULL, NULL);
	return true;
}

/* Returns: FALSE on failure; without a stretch where nothing can be in the list */
static bool
lister_begin(Lister *self, DdStore *store, const DdTaskQuery *query, DdArena *arena, GError **error)
{
	*self = (Lister){.store = store,
		.db = dd_store_get_db(store),
		.query = query,
		.arena = arena,
		.most_walked = query->most_walked > 0 ? query->most_walked : DD_MAX_LIST_WALKED,
		.stretches = g_array_new(FALSE, FALSE, sizeof(Stretch))};
	set_bounds(self);
	const char *directs = query->director;
	if (query->n_units > 0 && query->part == DD_PART_DIRECTOR)
		directs = query->units[0];
	if (!get_key(self, query->seen_by, &self->seen_by, error) ||
		(query->n_units > 0 && query->part == DD_PART_HELPER &&
			!get_key(self, query->units[0], &self->helper, error)))
		return false;
	self->director = fold(self, directs);
	if ((query->seen_by != NULL && self->seen_by == NULL) ||
		(directs != NULL && self->director == NULL) ||
		(query->n_units > 0 && query->part == DD_PART_HELPER && self->helper == NULL))
		return true;
	if (query->words != NULL && !find_texts(self, error))
		return false;
	return query->n_units > 0 && query->part == DD_PART_LEAD ? add_leads(self, error)
								 : add_others(self, error);
}

static void
lister_clear(Lister *self)
{
	g_clear_pointer(&self->stretches, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Lister, lister_clear)

/* Asks for rows of a stretch behind @after, as many as @limit; of @texts, unless it is NULL. Returns: (transfer full) or NULL */
static DdDbRows *
ask(const Lister *self, const DdDbStatement *statement, const Stretch *stretch, int open,
	const DdTaskPlace *after, const char *texts, unsigned limit, GError **error)
{
	const bool by_unit = self->query->order == DD_ORDER_UNIT;
	return dd_db_query(self->db, statement,
		DD_DB_ARGS(dd_db_text(by_unit ? after->lead : after->due), dd_db_text(after->due),
			dd_db_int(after->changed), dd_db_int(after->task), dd_db_int(limit),
			dd_db_text(stretch->lead), dd_db_int(stretch->unit),
			dd_db_int(self->query->document), dd_db_text(self->states), dd_db_int(open),
			dd_db_text(self->seen_by), dd_db_text(self->helper),
			dd_db_text(self->director), dd_db_text(self->from), dd_db_text(self->to),
			dd_db_text(self->query->due_kind), dd_db_text(self->as_of),
			dd_db_text(self->near), dd_db_text(self->lateness),
			dd_db_text(stretch->state), dd_db_text(texts)),
		error);
}

static int
compare_numbers(int64_t a, int64_t b)
{
	return a > b ? 1 : a < b ? -1 : 0;
}

/* In the order of the list, as the statements have it */
static int
compare_rows(gconstpointer a, gconstpointer b, gpointer data)
{
	const DdFollowRow *x = a, *y = b;
	const DdTaskOrder order = *(const DdTaskOrder *)data;
	int by = 0;
	if (order == DD_ORDER_CHANGED) {
		by = compare_numbers(y->changed, x->changed);
		return by != 0 ? by : compare_numbers(y->task, x->task);
	}
	if (order == DD_ORDER_UNIT)
		by = strcmp(x->lead_key, y->lead_key);
	if (by == 0 && order != DD_ORDER_NUMBER)
		by = strcmp(x->due_order, y->due_order);
	return by != 0 ? by : compare_numbers(x->task, y->task);
}

/* The place before all of a section, and that of the last row shown */
static DdTaskPlace
get_first(const Lister *self, unsigned section)
{
	return (DdTaskPlace){.section = section,
		.due = self->from,
		.lead = "",
		.changed = G_MAXINT64,
		.task = self->query->order == DD_ORDER_CHANGED ? G_MAXINT64 : 0};
}

static DdTaskPlace
get_place(const DdFollowRow *row, unsigned section)
{
	return (DdTaskPlace){section, row->due_order, row->lead_key, row->changed, row->task};
}

static DdFollowRow
get_row(const DdTaskPlace *place)
{
	return (DdFollowRow){.task = place->task,
		.due_order = place->due,
		.lead_key = place->lead,
		.changed = place->changed};
}

/* Adds the rows of a stretch behind @after, until there are @limit */
static bool
add_rows(const Lister *self, const Stretch *stretch, int open, const DdTaskPlace *after,
	const char *texts, unsigned limit, GArray *found, GError **error)
{
	const DdListFrom from = texts != NULL ? DD_LIST_TEXTS : stretch->from;
	g_autoptr(DdDbRows) rows = ask(self, &dd_list_sql[from][get_keys(self->query->order)],
		stretch, open, after, texts, limit, error);
	while (dd_db_rows_each(rows)) {
		DdFollowRow row;
		if (!dd_follow_get_row(rows, self->arena, &row, error))
			return false;
		g_array_append_val(found, row);
	}
	return dd_db_rows_end(rows, error);
}

/* Takes the numbers of the next @limit tasks of a stretch. @place: behind which they are; then that of the last one, in @arena */
static bool
look_on(const Lister *self, const Stretch *stretch, int open, unsigned limit, DdTaskPlace *place,
	GArray *tasks, DdArena *arena, GError **error)
{
	g_autoptr(DdDbRows) rows = ask(self, &dd_list_sql[stretch->from][get_keys(self->query->order)],
		stretch, open, place, NULL, limit, error);
	while (dd_db_rows_each(rows)) {
		DdFollowRow row;
		if (!dd_follow_get_row(rows, arena, &row, error))
			return false;
		g_array_append_val(tasks, row.task);
		*place = get_place(&row, place->section);
	}
	return dd_db_rows_end(rows, error);
}

/* Whether @place comes before another one of the list */
static bool
is_before(const Lister *self, const DdTaskPlace *place, const DdTaskPlace *other)
{
	DdTaskOrder order = self->query->order;
	const DdFollowRow x = get_row(place), y = get_row(other);
	return compare_rows(&x, &y, &order) < 0;
}

static void
stop_at(Lister *self, const DdTaskPlace *place)
{
	if (self->has_stopped && !is_before(self, place, &self->stop))
		return;
	self->has_stopped = true;
	self->stop = *place;
	self->stop.due = dd_arena_strdup(self->arena, place->due);
	self->stop.lead = dd_arena_strdup(self->arena, place->lead);
}

/* Adds the rows of a stretch behind @after that have the words, until there are @limit or it looked at its part of what may be looked at */
static bool
walk(Lister *self, const Stretch *stretch, int open, const DdTaskPlace *after, unsigned limit,
	GArray *found, GError **error)
{
	unsigned left = MAX(self->most_walked / self->stretches->len, 1), stride = FIRST_STRIDE;
	g_autoptr(GArray) picked = g_array_new(FALSE, FALSE, sizeof(int64_t));
	g_autoptr(DdArena) arena = dd_arena_new(), last = NULL;
	DdTaskPlace place = *after;
	for (bool more = true; more && picked->len < limit;) {
		const unsigned wanted = MIN(stride, left);
		DdArena *next = dd_arena_new();
		g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(int64_t));
		bool done = look_on(self, stretch, open, wanted, &place, tasks, next, error);
		dd_arena_free(last);
		last = next;
		g_autofree char *numbers = write_numbers(tasks);
		g_autoptr(GArray) have = done ? dd_search_tasks_among(self->store,
							self->query->words, numbers, arena, error)
					      : NULL;
		if (have == NULL)
			return false;
		g_array_append_vals(picked, have->data, have->len);
		more = tasks->len == wanted;
		left -= tasks->len;
		self->walked += tasks->len;
		stride = MIN(stride * 2, LAST_STRIDE);
		if (more && left == 0 && picked->len < limit) {
			stop_at(self, &place);
			more = false;
		}
	}
	g_autofree char *numbers = write_numbers(picked);
	return add_rows(self, stretch, open, after, numbers, limit, found, error);
}

/* Adds rows of a section behind @after, until there are @limit */
static bool
fill(Lister *self, const DdTaskPlace *after, unsigned limit, int open, const char *state,
	GArray *rows, GError **error)
{
	DdTaskOrder order = self->query->order;
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(DdFollowRow));
	for (guint i = 0; i < self->stretches->len; i++) {
		Stretch stretch = g_array_index(self->stretches, Stretch, i);
		if (state != NULL && stretch.state != NULL && strcmp(state, stretch.state) != 0)
			continue;
		if (state != NULL) {
			stretch.state = state;
			if (stretch.from == DD_LIST_ALL || stretch.from == DD_LIST_OPEN)
				stretch.from = DD_LIST_STATE;
		}
		if (stretch.from == DD_LIST_ALL && open == OPEN_ONLY)
			stretch.from = DD_LIST_OPEN;
		bool done = self->is_walk ? walk(self, &stretch, open, after, limit, found, error)
					  : add_rows(self, &stretch, open, after, self->texts,
						    limit, found, error);
		if (!done)
			return false;
	}
	if (self->stretches->len > 1)
		g_array_sort_with_data(found, compare_rows, &order);
	guint n = MIN(found->len, limit);
	/* behind where one stretch stopped there may be others of it */
	for (; n > 0 && self->has_stopped; n--) {
		const DdTaskPlace place = get_place(
			&g_array_index(found, DdFollowRow, n - 1), after->section);
		if (!is_before(self, &self->stop, &place))
			break;
	}
	g_array_append_vals(rows, found->data, n);
	return true;
}

static unsigned
count_sections(const Lister *self)
{
	switch (self->query->order) {
	case DD_ORDER_STATE:
		return DD_STATE_LAST;
	case DD_ORDER_LATENESS:
		return self->open == OPEN_ONLY ? 1 : 2;
	case DD_ORDER_DUE:
	case DD_ORDER_NUMBER:
	case DD_ORDER_UNIT:
	case DD_ORDER_CHANGED:
	case DD_ORDER_LAST:
	default:
		return 1;
	}
}

static bool
fill_section(Lister *self, unsigned section, const DdTaskPlace *after, unsigned limit, GArray *rows,
	GError **error)
{
	const char *state = NULL;
	int open = self->open;
	if (self->query->order == DD_ORDER_STATE) {
		if (open == OPEN_ONLY && !dd_state_is_open((DdState)section))
			return true;
		state = dd_state_to_string((DdState)section);
	} else if (self->query->order == DD_ORDER_LATENESS) {
		open = section == 0 ? OPEN_ONLY : OPEN_NOT;
	}
	return fill(self, after, limit, open, state, rows, error);
}

static bool
get_any(DdStore *self, const DdTaskQuery *query, DdArena *arena, DdTaskPage *out, GError **error)
{
	g_auto(Lister) lister = {0};
	if (!lister_begin(&lister, self, query, arena, error))
		return false;
	unsigned limit = CLAMP(query->limit, 1, DD_MAX_LISTED), section = 0, last = 0;
	g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(DdFollowRow));
	DdTaskPlace after = get_first(&lister, 0);
	if (query->after != NULL) {
		after = *query->after;
		section = after.section;
	}
	/* one row more tells whether there is another page */
	while (section < count_sections(&lister) && rows->len <= limit && !lister.has_stopped) {
		const guint before = rows->len;
		if (!fill_section(&lister, section, &after, limit + 1 - before, rows, error))
			return false;
		if (before < limit && rows->len > before)
			last = section;
		after = get_first(&lister, ++section);
		if (lister.walked >= lister.most_walked && section < count_sections(&lister) &&
			!lister.has_stopped)
			stop_at(&lister, &after);
	}
	*out = (DdTaskPage){.more = rows->len > limit || lister.has_stopped, .next = lister.stop};
	if (rows->len > limit)
		out->next = get_place(&g_array_index(rows, DdFollowRow, limit - 1), last);
	g_array_set_size(rows, MIN(rows->len, limit));
	out->rows = g_steal_pointer(&rows);
	return true;
}

/* The list of a unit, of a document or of all that pages ask for most has statements without anything else to look at */
static bool
is_plain(const DdTaskQuery *query)
{
	bool whole = query->order == DD_ORDER_DUE || query->order == DD_ORDER_NUMBER;
	bool led = query->n_units == 0 || (query->n_units == 1 && query->part == DD_PART_LEAD);
	bool bounded = query->seen_by == NULL || query->n_units > 0 || query->document != 0;
	return whole && led && bounded && query->states == 0 && query->lateness == 0 &&
	       query->director == NULL && query->due_kind == NULL && query->words == NULL &&
	       !dd_date_is_set(query->from) && !dd_date_is_set(query->to);
}

static bool
get_plain(DdStore *self, const DdTaskQuery *query, DdArena *arena, DdTaskPage *out, GError **error)
{
	const unsigned limit = CLAMP(query->limit, 1, DD_MAX_LISTED - 1);
	const DdFollowFilter filter = {.unit = query->n_units > 0 ? query->units[0] : NULL,
		.open = query->open,
		.document = query->document,
		.seen_by = query->seen_by,
		.sort = query->order == DD_ORDER_NUMBER ? DD_SORT_NUMBER : DD_SORT_DUE,
		.after_due = query->after != NULL ? query->after->due : NULL,
		.after = query->after != NULL ? query->after->task : 0,
		.limit = limit + 1};
	*out = (DdTaskPage){.rows = dd_follow_list(self, &filter, arena, error)};
	if (out->rows == NULL)
		return false;
	out->more = out->rows->len > limit;
	g_array_set_size(out->rows, MIN(out->rows->len, limit));
	if (out->more)
		out->next = get_place(&g_array_index(out->rows, DdFollowRow, limit - 1), 0);
	return true;
}

bool
dd_task_page_get(
	DdStore *self, const DdTaskQuery *query, DdArena *arena, DdTaskPage *out, GError **error)
{
	g_return_val_if_fail(query->order < DD_ORDER_LAST && dd_date_is_set(query->as_of), false);
	return is_plain(query) ? get_plain(self, query, arena, out, error)
			       : get_any(self, query, arena, out, error);
}

/* Returns: the states of a list that has nothing else to look at, NULL all */
static const char *
list_states(Lister *self)
{
	unsigned states = self->query->states;
	for (DdState state = 0; state < DD_STATE_LAST && self->open == OPEN_ONLY; state++)
		if (dd_state_is_open(state) && self->query->states == 0)
			states |= 1u << state;
		else if (!dd_state_is_open(state))
			states &= ~(1u << state);
	/* of all states that are wanted none is open */
	return states == 0 && self->open == OPEN_ONLY
		       ? "|"
		       : make_list(self, states, DD_STATE_LAST, name_state);
}

/* Returns: how a stretch can be counted: along an index that holds little else */
static bool
is_countable(const Lister *self, const Stretch *stretch)
{
	const DdTaskQuery *query = self->query;
	if (stretch->from > DD_LIST_STATE)
		return true;
	/* between two days */
	return strcmp(self->to, BEHIND_DAYS) != 0 && query->seen_by == NULL && query->due_kind == NULL;
}

bool
dd_task_page_count(
	DdStore *self, const DdTaskQuery *query, DdArena *arena, int64_t *n_out, GError **error)
{
	g_auto(Lister) lister = {0};
	g_return_val_if_fail(dd_date_is_set(query->as_of), false);
	if (!lister_begin(&lister, self, query, arena, error))
		return false;
	if (lister.is_walk) {
		*n_out = -1;
		return true;
	}
	bool whole = query->lateness == 0 && query->due_kind == NULL && query->seen_by == NULL &&
		     !dd_date_is_set(query->from) && !dd_date_is_set(query->to) &&
		     lister.stretches->len > 0 &&
		     g_array_index(lister.stretches, Stretch, 0).from <= DD_LIST_STATE;
	if (whole)
		return get_total(&lister, list_states(&lister), n_out, error);
	DdTaskPlace first = get_first(&lister, 0);
	first.task = 0;
	*n_out = 0;
	for (guint i = 0; i < lister.stretches->len && *n_out >= 0; i++) {
		const Stretch *stretch = &g_array_index(lister.stretches, Stretch, i);
		int64_t n = -1;
		g_autoptr(DdDbRows) rows = NULL;
		if (is_countable(&lister, stretch)) {
			rows = ask(&lister, &dd_list_count_sql[stretch->from], stretch, lister.open,
				&first, lister.texts, DD_MAX_LIST_COUNT + 1, error);
			if (!read_number(rows, &n, error))
				return false;
		}
		*n_out = n < 0 || *n_out + n > DD_MAX_LIST_COUNT ? -1 : *n_out + n;
	}
	return true;
}

void
dd_task_page_clear(DdTaskPage *self)
{
	g_clear_pointer(&self->rows, g_array_unref);
}

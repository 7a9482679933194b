/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check-rows.c: rows against the record. Things and their records come in the order of their numbers, so that a check of any size takes
 * the memory of a few pages
 */
#include "check-private.h"

#include "columns.h"
#include "maxima.h"
#include "seal.h"
#include "statements-check.h"
#include "statements.h"

#include <string.h>

#define STATE_BYTES 32 /* the longest word for a state has some ten */

/* Rows that are gone through beside others, with the next one at hand; the first column is the number of the thing they belong to */
typedef struct {
	DdWalk walk;
	const DdDbValue *row; /* NULL: there are no more */
} Side;

static void
clear_side(Side *self)
{
	dd_walk_clear(&self->walk);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Side, clear_side)

static bool
begin_side(Side *self, DdCheck *check, DdWalkKind kind, const char *of, GError **error)
{
	const DdDbValue object = dd_db_text(of);
	dd_walk_begin(&self->walk, check->db, &dd_walk_tables[kind], of != NULL ? &object : NULL);
	return dd_walk_next(&self->walk, &self->row, error);
}

/* Returns: whether the next row belongs to the thing of that number */
static bool
is_of(const Side *self, int64_t id)
{
	return self->row != NULL && self->row[0].number == id;
}

static bool
go_on(Side *self, GError **error)
{
	return dd_walk_next(&self->walk, &self->row, error);
}

/* What records say, as they are gone through */
typedef struct {
	DdCheck *check;
	const char *vi, *en; /* what it is called */
	DdSealKind main;     /* what a thing has as long as it is there */
	Side records;
	DdSeals seals; /* of the present thing, as of the records so far */
	/* (nullable) gets each record of a thing, @now what it says; @before: the seals before it */
	bool (*each)(void *user_data, const json_t *now, const DdSeals *before, GError **error);
	void *user_data;
} Said;

static void
clear_said(Said *self)
{
	clear_side(&self->records);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Said, clear_said)

static bool
begin_said(Said *self, GError **error)
{
	return begin_side(&self->records, self->check, DD_WALK_RECORDS, self->en, error);
}

/* Takes all records of a thing. @each: NULL for one that is not there */
static bool
take_records(Said *self, int64_t id, bool is_there, GError **error)
{
	self->seals = (DdSeals){0};
	for (const DdDbValue *row = self->records.row; row != NULL && row[0].number == id;
		row = self->records.row) {
		const DdDbValue *said = &row[2];
		const DdSeals before = self->seals;
		json_t *now = said->type == DD_DB_TEXT ? json_loadb(said->bytes, said->len, 0, NULL)
						       : NULL;
		dd_seals_update(&self->seals, now);
		bool good = !is_there || self->each == NULL ||
			    self->each(self->user_data, now, &before, error);
		json_decref(now);
		if (!good || !go_on(&self->records, error))
			return false;
	}
	return true;
}

/* Takes the records of the next thing that is there, and of those before it that are not. @id: INT64_MAX behind the last */
static bool
find_records(Said *self, int64_t id, GError **error)
{
	while (self->records.row != NULL && self->records.row[0].number < id) {
		int64_t lost = self->records.row[0].number;
		if (!take_records(self, lost, false, error))
			return false;
		if (self->seals.set[self->main])
			dd_check_tell(self->check,
				"%s %" G_GINT64_FORMAT
				": có trong nhật ký, không còn trong kho (%s %" G_GINT64_FORMAT
				" was recorded and is gone)",
				self->vi, lost, self->en, lost);
	}
	return take_records(self, id, true, error);
}

/* Tells that some rows of a thing are not those that were recorded */
static void
tell_other(DdCheck *self, const char *thing_vi, const char *thing_en, int64_t id,
	const char *what_vi, const char *what_en)
{
	dd_check_tell(self,
		"%s %" G_GINT64_FORMAT ": %s khác với nhật ký (%s %" G_GINT64_FORMAT
		": %s not as recorded)",
		thing_vi, id, what_vi, thing_en, id, what_en);
}

static bool
check_documents(DdCheck *self, GError **error)
{
	g_auto(Side) documents = {0};
	g_auto(Said)
		said = {.check = self, .vi = "văn bản", .en = "document", .main = DD_SEAL_DOCUMENT};
	if (!begin_said(&said, error) || !begin_side(&documents, self, DD_WALK_DOCUMENTS, NULL, error))
		return false;
	while (documents.row != NULL) {
		DdSeals kept = {0};
		int64_t id = documents.row[0].number;
		if (!find_records(&said, id, error))
			return false;
		dd_seals_set(&kept, DD_SEAL_DOCUMENT, documents.row, DD_N_DOCUMENT);
		if (!dd_seals_agree(&kept, &said.seals, DD_SEAL_DOCUMENT))
			tell_other(self, said.vi, said.en, id, "số, ngày, tên", "its header is");
		if (!go_on(&documents, error))
			return false;
	}
	return find_records(&said, INT64_MAX, error);
}

/* What the document of that number became when others were found to be the same: itself, when nothing is recorded of that */
static bool
find_absorber(DdCheck *self, int64_t id, int64_t *into_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(
		self->db, &dd_sql[DD_SQL_GET_ABSORBER], DD_DB_ARGS(dd_db_int(id)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	const char *text = have ? dd_db_rows_get_text(rows, 0) : NULL;
	json_t *now = text != NULL ? json_loads(text, 0, NULL) : NULL;
	*into_out = now != NULL ? json_integer_value(json_object_get(now, "into")) : id;
	json_decref(now);
	return true;
}

/* A reading that is looked at */
typedef struct {
	DdCheck *check;
	int64_t reading;
	json_t *cites; /* what its citations were when it came in */
	DdSeals kept;
} Read;

static bool
remember_cites(void *user_data, const json_t *now, const DdSeals *before G_GNUC_UNUSED,
	GError **error G_GNUC_UNUSED)
{
	Read *self = user_data;
	json_t *cites = json_object_get(now, "cites");
	if (cites != NULL) {
		json_decref(self->cites);
		self->cites = json_incref(cites);
	}
	return true;
}

/* Adds a citation to the hash as it came in: one that was moved since, as is recorded, counts as it was */
static bool
add_citation(Read *self, DdHasher *hasher, const DdDbValue *row, size_t n, GError **error)
{
	DdDbValue came[DD_N_CITATION];
	memcpy(came, row, sizeof(came));
	int64_t cited = json_integer_value(json_array_get(self->cites, n)), into = 0;
	if (cited != row[2].number) {
		if (!find_absorber(self->check, cited, &into, error))
			return false;
		if (into == row[2].number)
			came[2].number = cited;
	}
	dd_hasher_add_values(hasher, came, DD_N_CITATION);
	return true;
}

/* Seals all rows of one table that belong to the reading */
static bool
seal_rows(Read *self, DdWalkKind walked, DdSealKind kind, GError **error)
{
	const DdDbValue of = dd_db_int(self->reading);
	const DdWalkTable *table = &dd_walk_tables[walked];
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	g_auto(DdWalk) walk = {0};
	const DdDbValue *row;
	size_t n = 0;
	dd_walk_begin(&walk, self->check->db, table, &of);
	for (;; n++) {
		if (!dd_walk_next(&walk, &row, error))
			return false;
		if (row == NULL)
			break;
		if (kind != DD_SEAL_CITATIONS)
			dd_hasher_add_values(hasher, row, table->n_columns);
		else if (!add_citation(self, hasher, row, n, error))
			return false;
	}
	dd_seals_finish(&self->kept, kind, hasher, n);
	return true;
}

static bool
is_hash_of(const DdDbValue *hash, const DdDbValue *text)
{
	DdHash own = dd_hash_of(text->bytes, text->len);
	return hash->type == DD_DB_BLOB && dd_hash_equals(&own, hash->bytes, hash->len);
}

/* @row: of DD_WALK_READINGS */
static bool
check_reading(Read *self, const DdDbValue *row, const DdSeals *said, GError **error)
{
	static const struct {
		DdSealKind kind;
		DdWalkKind walk; /* DD_WALK_LAST: the row itself */
		const char *vi, *en;
	} parts[] = {
		{DD_SEAL_READING, DD_WALK_LAST, "kết quả đọc", "its reading is"},
		{DD_SEAL_TASKS, DD_WALK_TASKS, "nội dung nhiệm vụ", "its tasks are"},
		{DD_SEAL_ASSIGNMENTS, DD_WALK_ASSIGNMENTS, "phân công", "its assignments are"},
		{DD_SEAL_CITATIONS, DD_WALK_CITATIONS, "viện dẫn", "its citations are"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		bool good = true;
		if (parts[i].walk != DD_WALK_LAST &&
			!seal_rows(self, parts[i].walk, parts[i].kind, error))
			return false;
		if (parts[i].walk == DD_WALK_LAST) {
			dd_seals_set(&self->kept, DD_SEAL_READING, row, DD_N_READING);
			good = is_hash_of(&row[DD_N_READING - 1], &row[DD_N_READING]);
		}
		if (!good || !dd_seals_agree(&self->kept, said, parts[i].kind))
			tell_other(self->check, "văn bản", "document", row[1].number, parts[i].vi,
				parts[i].en);
	}
	return true;
}

static bool
check_readings(DdCheck *self, GError **error)
{
	Read read = {.check = self};
	g_auto(Side) readings = {0};
	g_auto(Said) said = {.check = self,
		.vi = "kết quả đọc",
		.en = "reading",
		.main = DD_SEAL_READING,
		.each = remember_cites,
		.user_data = &read};
	bool good = begin_said(&said, error) &&
		    begin_side(&readings, self, DD_WALK_READINGS, NULL, error);
	while (good && readings.row != NULL) {
		read.reading = readings.row[0].number;
		read.kept = (DdSeals){0};
		good = find_records(&said, read.reading, error) &&
		       check_reading(&read, readings.row, &said.seals, error) &&
		       go_on(&readings, error);
		json_decref(g_steal_pointer(&read.cites));
		self->report.readings++;
	}
	return good && find_records(&said, INT64_MAX, error);
}

/* A form, and its file, is found in the record by its number; @kept_out: whether it is there at all */
static bool
check_form(DdCheck *self, const DdDbValue *row, bool *recorded_out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GArray) records = dd_audit_list(self->store, "form",
		dd_seal_form_number(&row[0], &row[1]), 0, DD_MAX_LISTED, arena, error);
	DdSeals kept = {0};
	bool form = false, file = false;
	if (records == NULL)
		return false;
	dd_seals_set(&kept, DD_SEAL_FORM, row, DD_N_FORM);
	dd_seals_set(&kept, DD_SEAL_FILE, row + DD_N_FORM, DD_N_FILE);
	for (guint i = 0; i < records->len; i++) {
		const char *text = g_array_index(records, DdAuditRow, i).record.now_json;
		json_t *now = text != NULL ? json_loads(text, 0, NULL) : NULL;
		DdSeals said = {0};
		dd_seals_update(&said, now);
		json_decref(now);
		form = form || dd_seals_agree(&kept, &said, DD_SEAL_FORM);
		file = file || dd_seals_agree(&kept, &said, DD_SEAL_FILE);
	}
	*recorded_out = records->len > 0;
	if (!form || !file)
		tell_other(self, "văn bản", "document", row[2].number,
			form ? "tệp" : "dạng của tệp", form ? "its file is" : "a form of it is");
	return true;
}

static bool
check_forms(DdCheck *self, GError **error)
{
	g_auto(DdWalk) walk = {0};
	const DdDbValue *row = NULL;
	int64_t recorded = 0;
	dd_walk_begin(&walk, self->db, &dd_walk_tables[DD_WALK_FORMS], NULL);
	if (!dd_check_count(self, &dd_sql[DD_SQL_COUNT_RECORDED_FORMS], &recorded, error) ||
		!dd_walk_next(&walk, &row, error))
		return false;
	while (row != NULL) {
		bool found = false;
		if (!check_form(self, row, &found, error) || !dd_walk_next(&walk, &row, error))
			return false;
		recorded -= found;
	}
	if (recorded > 0)
		dd_check_tell(self,
			"%" G_GINT64_FORMAT
			" dạng của văn bản có trong nhật ký, không còn trong kho (forms of "
			"documents were recorded and are gone)",
			recorded);
	return true;
}

/* A task, and what goes through the store beside it */
typedef struct {
	DdCheck *check;
	int64_t task;
	char state[STATE_BYTES]; /* as the records so far have it */
	int64_t version;
	bool steps_good;
	Said said;
	Side steps, follows, occurrences;
} Look;

/* Holds the step that belongs to a record, if it took one, against it */
static bool
look_at_record(void *user_data, const json_t *now, const DdSeals *before, GError **error)
{
	Look *self = user_data;
	const char *state = json_string_value(json_object_get(now, "state"));
	DdSeals kept = {0};
	if (state != NULL) {
		g_strlcpy(self->state, state, sizeof(self->state));
		self->version = json_integer_value(json_object_get(now, "version"));
	}
	if (dd_seals_agree(&self->said.seals, before, DD_SEAL_STEP))
		return true;
	if (!is_of(&self->steps, self->task)) {
		self->steps_good = false;
		return true;
	}
	dd_seals_set(&kept, DD_SEAL_STEP, self->steps.row, DD_N_STEP);
	self->steps_good &= dd_seals_agree(&kept, &self->said.seals, DD_SEAL_STEP);
	return go_on(&self->steps, error);
}

/* Passes over rows of things that are not there; those of things behind, with INT64_MAX, too */
static bool
skip_lost(const Said *said, Side *side, int64_t id, const char *en, GError **error)
{
	while (side->row != NULL && side->row[0].number < id) {
		dd_check_tell(said->check,
			"hàng của %s %" G_GINT64_FORMAT
			" không có trong kho (%s of %s %" G_GINT64_FORMAT ", which is not there)",
			said->vi, side->row[0].number, en, said->en, side->row[0].number);
		if (!go_on(side, error))
			return false;
	}
	return true;
}

static bool
skip_all_lost(Look *self, int64_t task, GError **error)
{
	return skip_lost(&self->said, &self->steps, task, "step", error) &&
	       skip_lost(&self->said, &self->follows, task, "follow", error) &&
	       skip_lost(&self->said, &self->occurrences, task, "occurrence", error);
}

/* Seals all rows of the thing. @n_columns: of one */
static bool
seal_side(Side *side, int64_t id, DdSealKind kind, unsigned n_columns, DdSeals *kept, GError **error)
{
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	size_t n = 0;
	for (; is_of(side, id); n++) {
		dd_hasher_add_values(hasher, side->row, n_columns);
		if (!go_on(side, error))
			return false;
	}
	dd_seals_finish(kept, kind, hasher, n);
	return true;
}

/* @row: of DD_WALK_STATES */
static bool
check_task(Look *self, const DdDbValue *row, GError **error)
{
	static const struct {
		DdSealKind kind;
		const char *vi, *en;
	} parts[] = {
		{DD_SEAL_FOLLOW, "việc theo dõi", "how it is followed up is"},
		{DD_SEAL_OCCURRENCES, "các ngày đến hạn", "its days are"},
	};
	DdSeals kept = {0};
	self->task = row[0].number;
	g_strlcpy(self->state, "draft", sizeof(self->state));
	self->version = 1;
	self->steps_good = true;
	if (!skip_all_lost(self, self->task, error) || !find_records(&self->said, self->task, error) ||
		!seal_side(&self->follows, self->task, DD_SEAL_FOLLOW, DD_N_FOLLOW, &kept, error) ||
		!seal_side(&self->occurrences, self->task, DD_SEAL_OCCURRENCES, DD_N_OCCURRENCE,
			&kept, error))
		return false;
	/* more steps than were recorded */
	for (; is_of(&self->steps, self->task); self->steps_good = false)
		if (!go_on(&self->steps, error))
			return false;
	const DdSeals *said = &self->said.seals;
	if (strcmp(row[1].bytes, self->state) != 0 || row[2].number != self->version)
		tell_other(self->check, "nhiệm vụ", "task", self->task, "trạng thái", "its state is");
	if (!self->steps_good)
		tell_other(self->check, "nhiệm vụ", "task", self->task, "lịch sử", "its history is");
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
		if (!dd_seals_agree(&kept, said, parts[i].kind))
			tell_other(self->check, "nhiệm vụ", "task", self->task, parts[i].vi,
				parts[i].en);
	return true;
}

static void
clear_look(Look *self)
{
	clear_said(&self->said);
	clear_side(&self->steps);
	clear_side(&self->follows);
	clear_side(&self->occurrences);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Look, clear_look)

static bool
check_tasks(DdCheck *self, GError **error)
{
	g_auto(Side) tasks = {0};
	g_auto(Look) look = {.check = self,
		.said = {.check = self,
			.vi = "nhiệm vụ",
			.en = "task",
			.main = DD_SEAL_FOLLOW,
			.each = look_at_record,
			.user_data = &look}};
	if (!begin_said(&look.said, error) ||
		!begin_side(&look.steps, self, DD_WALK_STEPS, NULL, error) ||
		!begin_side(&look.follows, self, DD_WALK_FOLLOWS, NULL, error) ||
		!begin_side(&look.occurrences, self, DD_WALK_OCCURRENCES, NULL, error) ||
		!begin_side(&tasks, self, DD_WALK_STATES, NULL, error))
		return false;
	while (tasks.row != NULL) {
		if (!check_task(&look, tasks.row, error) || !go_on(&tasks, error))
			return false;
		self->report.tasks++;
	}
	return skip_all_lost(&look, INT64_MAX, error) && find_records(&look.said, INT64_MAX, error);
}

/* What belongs to a unit, with how it is sealed and told */
static const struct {
	DdSealKind kind;
	DdWalkKind walk; /* DD_WALK_LAST: the row itself */
	unsigned n_columns;
	const char *vi, *en, *row;
} unit_parts[] = {
	{DD_SEAL_UNIT, DD_WALK_LAST, DD_N_UNIT, "tên, ngày, cấp trên", "its row is", ""},
	{DD_SEAL_UNIT_NAMES, DD_WALK_UNIT_NAMES, DD_N_UNIT_NAME, "các tên gọi", "its names are", "name"},
	{DD_SEAL_SUCCESSIONS, DD_WALK_SUCCESSIONS, DD_N_SUCCESSION, "kế thừa", "its heirs are", "heir"},
	{DD_SEAL_SETTLEMENTS, DD_WALK_SETTLEMENTS, DD_N_SETTLEMENT, "tên đã xác định",
		"names settled for it are", "settled name"},
};

typedef struct {
	Said said;
	Side sides[G_N_ELEMENTS(unit_parts)];
} UnitLook;

static void
clear_unit_look(UnitLook *self)
{
	clear_said(&self->said);
	for (size_t i = 0; i < G_N_ELEMENTS(unit_parts); i++)
		clear_side(&self->sides[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(UnitLook, clear_unit_look)

/* Passes over rows of units that are not there, as skip_lost does */
static bool
skip_lost_units(UnitLook *self, int64_t unit, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(unit_parts); i++)
		if (unit_parts[i].walk != DD_WALK_LAST &&
			!skip_lost(&self->said, &self->sides[i], unit, unit_parts[i].row, error))
			return false;
	return true;
}

/* @row: of DD_WALK_UNITS */
static bool
check_unit(UnitLook *self, const DdDbValue *row, GError **error)
{
	int64_t unit = row[0].number;
	DdSeals kept = {0};
	if (!skip_lost_units(self, unit, error) || !find_records(&self->said, unit, error))
		return false;
	dd_seals_set(&kept, DD_SEAL_UNIT, row, DD_N_UNIT);
	for (size_t i = 0; i < G_N_ELEMENTS(unit_parts); i++) {
		if (unit_parts[i].walk != DD_WALK_LAST &&
			!seal_side(&self->sides[i], unit, unit_parts[i].kind,
				unit_parts[i].n_columns, &kept, error))
			return false;
		kept.set[unit_parts[i].kind] = true; /* as dd_seals_of_unit has it */
		if (!dd_seals_agree(&kept, &self->said.seals, unit_parts[i].kind))
			tell_other(self->said.check, self->said.vi, self->said.en, unit,
				unit_parts[i].vi, unit_parts[i].en);
	}
	return true;
}

static bool
check_units(DdCheck *self, GError **error)
{
	g_auto(Side) units = {0};
	g_auto(UnitLook)
		look = {.said = {.check = self, .vi = "đơn vị", .en = "unit", .main = DD_SEAL_UNIT}};
	if (!begin_said(&look.said, error) || !begin_side(&units, self, DD_WALK_UNITS, NULL, error))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(unit_parts); i++)
		if (unit_parts[i].walk != DD_WALK_LAST &&
			!begin_side(&look.sides[i], self, unit_parts[i].walk, NULL, error))
			return false;
	while (units.row != NULL)
		if (!check_unit(&look, units.row, error) || !go_on(&units, error))
			return false;
	return skip_lost_units(&look, INT64_MAX, error) && find_records(&look.said, INT64_MAX, error);
}

bool
dd_check_rows(DdCheck *self, GError **error)
{
	return check_documents(self, error) && check_forms(self, error) &&
	       check_readings(self, error) && check_tasks(self, error) && check_units(self, error);
}

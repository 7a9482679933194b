/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * check-rows.c: rows against the record. Things and their records come in the order of their numbers, so that a check of any size takes
 * the memory of a few pages
 */
#include "check-private.h"

#include "columns.h"
#include "identity.h"
#include "maxima.h"
#include "seal.h"
#include "settle-private.h"
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
is_hash_of(const DdDbValue *hash, const DdDbValue *text)
{
	DdHash own = dd_hash_of(text->bytes, text->len);
	return hash->type == DD_DB_BLOB && dd_hash_equals(&own, hash->bytes, hash->len);
}

/* Returns: whether the value is what the record has: a text, or null */
static bool
is_text(const DdDbValue *value, const json_t *said)
{
	return value->type == DD_DB_TEXT ? g_strcmp0(value->bytes, json_string_value(said)) == 0
					 : value->type == DD_DB_NULL && json_is_null(said);
}

/* A document, and what was read again of it beside its records */
typedef struct {
	DdCheck *check;
	int64_t document;
	Side rereadings;
} Header;

static void
tell_reread(const Header *self, int64_t id)
{
	dd_check_tell(self->check,
		"văn bản %" G_GINT64_FORMAT ": lần đọc lại %" G_GINT64_FORMAT
		" khác với nhật ký (document %" G_GINT64_FORMAT
		": what was read again is not what was recorded)",
		self->document, id, self->document);
}

/* Passes over what was read again of the document, up to the one of that number, and was never recorded */
static bool
skip_unrecorded(Header *self, int64_t id, GError **error)
{
	for (; is_of(&self->rereadings, self->document) && self->rereadings.row[1].number < id;) {
		tell_reread(self, self->rereadings.row[1].number);
		if (!go_on(&self->rereadings, error))
			return false;
	}
	return true;
}

/* Returns: whether the row of DD_WALK_REREADINGS is what the record says */
static bool
is_reread(const DdDbValue *row, const json_t *now)
{
	char text[DD_HASH_TEXT];
	DdHash own = dd_hash_of(row[4].bytes, row[4].len);
	return is_hash_of(&row[3], &row[4]) && is_text(&row[2], json_object_get(now, "program")) &&
	       g_strcmp0(dd_hash_format(&own, text),
		       json_string_value(json_object_get(now, "hash"))) == 0;
}

/* Holds what was read again, if the record tells of that, against it */
static bool
look_at_reread(void *user_data, const json_t *now, const DdSeals *before G_GNUC_UNUSED, GError **error)
{
	Header *self = user_data;
	const json_t *said = json_object_get(now, "rereading");
	int64_t id = json_integer_value(said);
	if (said == NULL)
		return true;
	if (!skip_unrecorded(self, id, error))
		return false;
	const DdDbValue *row = self->rereadings.row;
	bool is_there = is_of(&self->rereadings, self->document) && row[1].number == id;
	if (!is_there || !is_reread(row, now))
		tell_reread(self, id);
	return !is_there || go_on(&self->rereadings, error);
}

static void
clear_header(Header *self)
{
	clear_side(&self->rereadings);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Header, clear_header)

static bool
check_documents(DdCheck *self, GError **error)
{
	g_auto(Side) documents = {0};
	g_auto(Header) header = {.check = self};
	g_auto(Said) said = {.check = self,
		.vi = "văn bản",
		.en = "document",
		.main = DD_SEAL_DOCUMENT,
		.each = look_at_reread,
		.user_data = &header};
	if (!begin_said(&said, error) ||
		!begin_side(&header.rereadings, self, DD_WALK_REREADINGS, NULL, error) ||
		!begin_side(&documents, self, DD_WALK_DOCUMENTS, NULL, error))
		return false;
	while (documents.row != NULL) {
		DdSeals kept = {0};
		int64_t id = header.document = documents.row[0].number;
		if (!skip_lost(&said, &header.rereadings, id, "reading", error) ||
			!find_records(&said, id, error) || !skip_unrecorded(&header, INT64_MAX, error))
			return false;
		dd_seals_set(&kept, DD_SEAL_DOCUMENT, documents.row, DD_N_DOCUMENT);
		if (!dd_seals_agree(&kept, &said.seals, DD_SEAL_DOCUMENT))
			tell_other(self, said.vi, said.en, id, "số, ngày, tên", "its header is");
		if (!go_on(&documents, error))
			return false;
	}
	return skip_lost(&said, &header.rereadings, INT64_MAX, "reading", error) &&
	       find_records(&said, INT64_MAX, error);
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
		{DD_SEAL_SOURCE, DD_WALK_SOURCES, "nguyên văn", "its text is"},
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

static bool
check_attachments(DdCheck *self, GError **error)
{
	g_auto(Side) attachments = {0};
	g_auto(Said) said = {
		.check = self, .vi = "tệp kèm theo", .en = "attachment", .main = DD_SEAL_ATTACHMENT};
	if (!begin_said(&said, error) ||
		!begin_side(&attachments, self, DD_WALK_ATTACHMENTS, NULL, error))
		return false;
	while (attachments.row != NULL) {
		DdSeals kept = {0};
		int64_t id = attachments.row[0].number;
		if (!find_records(&said, id, error))
			return false;
		dd_seals_set(&kept, DD_SEAL_ATTACHMENT, attachments.row, DD_N_ATTACHMENT);
		dd_seals_set(&kept, DD_SEAL_FILE, attachments.row + DD_N_ATTACHMENT, DD_N_FILE);
		if (!dd_seals_agree(&kept, &said.seals, DD_SEAL_ATTACHMENT))
			tell_other(self, said.vi, said.en, id, "tên, nhiệm vụ, người gửi",
				"its name, task or sender is");
		if (!dd_seals_agree(&kept, &said.seals, DD_SEAL_FILE))
			tell_other(self, said.vi, said.en, id, "tệp", "its file is");
		if (!go_on(&attachments, error))
			return false;
	}
	return find_records(&said, INT64_MAX, error);
}

/* A task, and what goes through the store beside it */
typedef struct {
	DdCheck *check;
	int64_t task;
	char state[STATE_BYTES]; /* as the records so far have it */
	int64_t version;
	bool steps_good, corrections_good;
	json_t *content; /* what a person made of it, as the records so far have it; NULL nothing */
	Said said;
	Side steps, added, follows, occurrences, corrections;
} Look;

/* Holds what the record says that was corrected, by the step of @position (-1: it is not there), against the rows of that */
static bool
look_at_corrections(Look *self, const json_t *now, int64_t position, GError **error)
{
	const json_t *details = json_object_get(now, "details");
	const json_t *changes = json_object_get(details, "changes");
	size_t i;
	const json_t *one;
	if (changes == NULL)
		return true;
	json_decref(self->content);
	self->content = json_incref(json_object_get(details, "content"));
	json_array_foreach(changes, i, one)
	{
		const DdDbValue *row = self->corrections.row;
		bool is_there = is_of(&self->corrections, self->task);
		self->corrections_good = self->corrections_good && is_there &&
					 (position < 0 || row[1].number == position);
		for (unsigned at = 0; is_there && at < 3; at++)
			self->corrections_good &= is_text(&row[2 + at], json_array_get(one, at));
		if (is_there && !go_on(&self->corrections, error))
			return false;
	}
	return true;
}

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
	bool is_there = is_of(&self->steps, self->task);
	if (!look_at_corrections(self, now, is_there ? self->steps.row[1].number : -1, error))
		return false;
	if (!is_there) {
		self->steps_good = false;
		return true;
	}
	dd_seals_set(&kept, DD_SEAL_STEP, self->steps.row, DD_N_STEP);
	self->steps_good &= dd_seals_agree(&kept, &self->said.seals, DD_SEAL_STEP);
	return go_on(&self->steps, error);
}

static bool
skip_all_lost(Look *self, int64_t task, GError **error)
{
	return skip_lost(&self->said, &self->steps, task, "step", error) &&
	       skip_lost(&self->said, &self->follows, task, "follow", error) &&
	       skip_lost(&self->said, &self->occurrences, task, "occurrence", error) &&
	       skip_lost(&self->said, &self->corrections, task, "correction", error);
}

/* Seals all rows of the thing */
static bool
seal_side(Side *side, int64_t id, DdSealKind kind, DdSeals *kept, GError **error)
{
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	size_t n = 0;
	for (; is_of(side, id); n++) {
		dd_hasher_add_values(hasher, side->row, side->walk.table->n_columns);
		if (!go_on(side, error))
			return false;
	}
	dd_seals_finish(kept, kind, hasher, n);
	return true;
}

/* Passes over rows of the task for which there is no record. @good: becomes FALSE when there are any */
static bool
skip_rest(Side *side, int64_t id, bool *good, GError **error)
{
	for (; is_of(side, id); *good = false)
		if (!go_on(side, error))
			return false;
	return true;
}

/* Tells what is wrong with how a task came to what it is. @row: of DD_WALK_STATES */
static bool
tell_history(Look *self, const DdDbValue *row, GError **error)
{
	DdCheck *check = self->check;
	bool same = true;
	if (!skip_rest(&self->steps, self->task, &self->steps_good, error) ||
		!skip_rest(&self->corrections, self->task, &self->corrections_good, error))
		return false;
	if ((self->content != NULL || row[3].number != 0) &&
		!dd_settle_is_recorded(check->store, self->task, self->content, &same, error))
		return false;
	if (strcmp(row[1].bytes, self->state) != 0 || row[2].number != self->version)
		tell_other(check, "nhiệm vụ", "task", self->task, "trạng thái", "its state is");
	if (!self->steps_good)
		tell_other(check, "nhiệm vụ", "task", self->task, "lịch sử", "its history is");
	if (!same || !self->corrections_good)
		tell_other(check, "nhiệm vụ", "task", self->task, "nội dung người sửa",
			"what a person made of it is");
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
		{DD_SEAL_ADDED, "chỗ trong bản đọc", "its place in the reading is"},
		{DD_SEAL_FOLLOW, "việc theo dõi", "how it is followed up is"},
		{DD_SEAL_OCCURRENCES, "các ngày đến hạn", "its days are"},
	};
	Side *const sides[G_N_ELEMENTS(parts)] = {&self->added, &self->follows, &self->occurrences};
	DdSeals kept = {0};
	self->task = row[0].number;
	g_strlcpy(self->state, "draft", sizeof(self->state));
	self->version = 1;
	self->steps_good = self->corrections_good = true;
	json_decref(g_steal_pointer(&self->content));
	if (!skip_all_lost(self, self->task, error) ||
		!find_records(&self->said, self->task, error) || !tell_history(self, row, error))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (!seal_side(sides[i], self->task, parts[i].kind, &kept, error))
			return false;
		if (!dd_seals_agree(&kept, &self->said.seals, parts[i].kind))
			tell_other(self->check, "nhiệm vụ", "task", self->task, parts[i].vi,
				parts[i].en);
	}
	return true;
}

static void
clear_look(Look *self)
{
	clear_said(&self->said);
	clear_side(&self->steps);
	clear_side(&self->added);
	clear_side(&self->follows);
	clear_side(&self->occurrences);
	clear_side(&self->corrections);
	json_decref(self->content);
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
			.main = DD_SEAL_STEP,
			.each = look_at_record,
			.user_data = &look}};
	if (!begin_said(&look.said, error) ||
		!begin_side(&look.steps, self, DD_WALK_STEPS, NULL, error) ||
		!begin_side(&look.added, self, DD_WALK_ADDED, NULL, error) ||
		!begin_side(&look.follows, self, DD_WALK_FOLLOWS, NULL, error) ||
		!begin_side(&look.occurrences, self, DD_WALK_OCCURRENCES, NULL, error) ||
		!begin_side(&look.corrections, self, DD_WALK_CORRECTIONS, NULL, error) ||
		!begin_side(&tasks, self, DD_WALK_STATES, NULL, error))
		return false;
	while (tasks.row != NULL) {
		if (!check_task(&look, tasks.row, error) || !go_on(&tasks, error))
			return false;
		self->report.tasks++;
	}
	return skip_all_lost(&look, INT64_MAX, error) && find_records(&look.said, INT64_MAX, error);
}

/* Names that persons gave to units in tasks are found by what they fold to, which is in no seal, for it follows from them */
static bool
check_settled_names(DdCheck *self, GError **error)
{
	g_auto(Side) names = {0};
	if (!begin_side(&names, self, DD_WALK_SETTLED_NAMES, NULL, error))
		return false;
	while (names.row != NULL) {
		g_autofree char *key = dd_identity_fold(names.row[3].bytes);
		if (names.row[5].number == 0 || strcmp(key != NULL ? key : "", names.row[4].bytes) != 0)
			tell_other(self, "nhiệm vụ", "task", names.row[0].number,
				"tên đơn vị người sửa", "the name of a unit that a person gave is");
		if (!go_on(&names, error))
			return false;
	}
	return true;
}

/* What belongs to a thing, with how it is sealed and told. All of it has a seal, of no rows too (seal.c) */
typedef struct {
	DdSealKind kind;
	DdWalkKind walk;
	const char *vi, *en;
	const char *row; /* NULL: the thing itself */
} Part;

#define MOST_PARTS 4

typedef struct {
	const char *vi, *en;
	size_t n_parts;
	Part parts[MOST_PARTS]; /* the thing itself before what it has */
} Thing;

static const Thing unit_thing = {"đơn vị", "unit", 4,
	{{DD_SEAL_UNIT, DD_WALK_UNITS, "tên, ngày, cấp trên", "its row is", NULL},
		{DD_SEAL_UNIT_NAMES, DD_WALK_UNIT_NAMES, "các tên gọi", "its names are", "name"},
		{DD_SEAL_SUCCESSIONS, DD_WALK_SUCCESSIONS, "kế thừa", "its heirs are", "heir"},
		{DD_SEAL_SETTLEMENTS, DD_WALK_SETTLEMENTS, "tên đã xác định",
			"names settled for it are", "settled name"}}};
static const Thing account_thing = {"tài khoản", "account", 2,
	{{DD_SEAL_ACCOUNT, DD_WALK_ACCOUNTS, "tên, vai trò, mật khẩu", "its row is", NULL},
		{DD_SEAL_TOKENS, DD_WALK_TOKENS, "các mã API", "its API tokens are", "API token"}}};
static const Thing year_thing = {"lịch năm", "holiday", 2,
	{{DD_SEAL_HOLIDAY_YEAR, DD_WALK_HOLIDAY_YEARS, "phiên bản", "its version is", NULL},
		{DD_SEAL_HOLIDAYS, DD_WALK_HOLIDAYS, "ngày nghỉ, ngày làm bù", "its days are", "day"}}};

typedef struct {
	const Thing *thing;
	Said said;
	Side sides[MOST_PARTS]; /* of its parts */
} ThingLook;

static void
clear_thing_look(ThingLook *self)
{
	clear_said(&self->said);
	for (size_t i = 0; i < self->thing->n_parts; i++)
		clear_side(&self->sides[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ThingLook, clear_thing_look)

/* Passes over rows of things that are not there, as skip_lost does */
static bool
skip_lost_parts(ThingLook *self, int64_t id, GError **error)
{
	for (size_t i = 1; i < self->thing->n_parts; i++)
		if (!skip_lost(&self->said, &self->sides[i], id, self->thing->parts[i].row, error))
			return false;
	return true;
}

static bool
check_thing(ThingLook *self, int64_t id, GError **error)
{
	DdSeals kept = {0};
	if (!skip_lost_parts(self, id, error) || !find_records(&self->said, id, error))
		return false;
	for (size_t i = 0; i < self->thing->n_parts; i++) {
		const Part *part = &self->thing->parts[i];
		if (!seal_side(&self->sides[i], id, part->kind, &kept, error))
			return false;
		kept.set[part->kind] = true;
		if (!dd_seals_agree(&kept, &self->said.seals, part->kind))
			tell_other(self->said.check, self->said.vi, self->said.en, id, part->vi,
				part->en);
	}
	return true;
}

static bool
check_things(DdCheck *self, const Thing *thing, GError **error)
{
	g_auto(ThingLook) look = {.thing = thing,
		.said = {.check = self, .vi = thing->vi, .en = thing->en, .main = thing->parts[0].kind}};
	if (!begin_said(&look.said, error))
		return false;
	for (size_t i = 0; i < thing->n_parts; i++)
		if (!begin_side(&look.sides[i], self, thing->parts[i].walk, NULL, error))
			return false;
	while (look.sides[0].row != NULL)
		if (!check_thing(&look, look.sides[0].row[0].number, error))
			return false;
	return skip_lost_parts(&look, INT64_MAX, error) && find_records(&look.said, INT64_MAX, error);
}

/* What is demanded of roles is recorded of the account 0, which nobody has */
static bool
check_rules(DdCheck *self, GError **error)
{
	g_auto(Side) rules = {0};
	g_auto(Said) said = {.check = self, .vi = "tài khoản", .en = "account"};
	DdSeals kept = {0};
	if (!begin_said(&said, error) || !begin_side(&rules, self, DD_WALK_RULES, NULL, error) ||
		!find_records(&said, 0, error) || !seal_side(&rules, 0, DD_SEAL_RULES, &kept, error))
		return false;
	if (!dd_seals_agree(&kept, &said.seals, DD_SEAL_RULES))
		dd_check_tell(self, "yêu cầu đối với các vai trò khác với nhật ký (what is "
				    "demanded of roles is not as recorded)");
	return true;
}

bool
dd_check_rows(DdCheck *self, GError **error)
{
	return check_documents(self, error) && check_forms(self, error) &&
	       check_readings(self, error) && check_attachments(self, error) &&
	       check_tasks(self, error) && check_settled_names(self, error) &&
	       check_things(self, &unit_thing, error) && check_things(self, &account_thing, error) &&
	       check_rules(self, error) && check_things(self, &year_thing, error);
}

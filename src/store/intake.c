/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.c: a document, its rows and its record in one change */
#include "intake.h"

#include <dondoc/dondoc.h>
#include <jansson.h>
#include <stdlib.h>

#include "arena.h"
#include "columns.h"
#include "date.h"
#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "reading-rows.h"
#include "resolve.h"
#include "seal.h"
#include "search-index.h"
#include "statements-file.h"
#include "statements.h"

/* One intake on its way. What its values point to lies in the arena or in the reading */
typedef struct {
	DdChange *change;
	DdDb *db;
	const DdIntake *intake;
	DdArena *arena;
	DdStoredDocument header;
	int64_t document, reading;
	GArray *stored;                          /* DdStoredTask */
	GArray *tasks, *assignments, *citations; /* DdDbValue of their rows */
	size_t n_citations;
	json_t *cites; /* numbers of documents, as the record has them; see DD_SEAL_CITATIONS */
	DdSeals seals; /* of the reading */
} Job;

DdIntakeFile
dd_intake_file_make(const void *bytes, size_t len, const char *name)
{
	return (DdIntakeFile){bytes, len, name, dd_hash_of(bytes, len)};
}

static DdDbValue
file_value(const Job *job)
{
	return dd_db_blob(job->intake->file->hash.bytes, DD_HASH_BYTES);
}

bool
dd_intake_find(DdStore *self, const DdIntakeFile *file, const char *inside, int64_t *document_out,
	GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(dd_store_get_db(self), &dd_sql[DD_SQL_FIND_FORM],
		DD_DB_ARGS(dd_db_blob(file->hash.bytes, DD_HASH_BYTES), dd_db_text(inside)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*document_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

static const char *
date_text(DdArena *arena, DdDay day)
{
	char text[DD_DATE_BUFFER];
	return dd_date_is_set(day) ? dd_arena_strdup(arena, dd_date_format(day, text)) : NULL;
}

static DdStoredDocument
header_of(const DdReading *reading, DdArena *arena)
{
	const DdDocumentHeader *header = &reading->document;
	return (DdStoredDocument){.known = true,
		.type = header->type.value,
		.number = header->number.value,
		.date = date_text(arena, header->date),
		.issuer = header->issuer.value,
		.title = header->title.value,
		.signer = header->signer.value};
}

bool
dd_intake_keep_file(DdChange *change, const DdIntakeFile *file, const char *kind, DdSeals *seals,
	GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	const DdDbValue row[DD_N_FILE + 1] = {dd_db_blob(file->hash.bytes, DD_HASH_BYTES),
		dd_db_int((int64_t)file->len), dd_db_text(kind), dd_db_int(change->actor->now),
		dd_db_blob(file->bytes, file->len)};
	g_autoptr(DdDbRows)
		rows = dd_db_query(db, &dd_sql[DD_SQL_FIND_FILE], DD_DB_ARGS(row[0]), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	DdDbValue kept[DD_N_FILE];
	for (unsigned i = 0; i < DD_N_FILE; i++)
		kept[i] = have ? dd_db_rows_get(rows, i) : row[i];
	dd_seals_set(seals, DD_SEAL_FILE, kept, DD_N_FILE);
	return have || dd_db_run(db, &dd_sql[DD_SQL_ADD_FILE], row, G_N_ELEMENTS(row), error);
}

/* Keeps the file of the document */
static bool
add_file(Job *job, DdSeals *seals, GError **error)
{
	const DdReading *reading = job->intake->reading;
	const char *kind = *job->intake->inside != '\0' ? "archive"
			   : reading->kind != NULL      ? reading->kind
							: "text";
	return dd_intake_keep_file(job->change, job->intake->file, kind, seals, error);
}

/* Keeps that the file is a form of the document, and the file; with their record */
static bool
add_form(Job *job, GError **error)
{
	const DdIntake *intake = job->intake;
	const DdDbValue row[DD_N_FORM] = {file_value(job), dd_db_text(intake->inside),
		dd_db_int(job->document), dd_db_text(intake->file->name),
		dd_db_int(job->change->actor->now)};
	DdSeals seals = {0};
	char hash[DD_HASH_TEXT];
	if (!add_file(job, &seals, error) ||
		!dd_db_run(job->db, &dd_sql[DD_SQL_ADD_FORM], row, G_N_ELEMENTS(row), error))
		return false;
	dd_seals_set(&seals, DD_SEAL_FORM, row, G_N_ELEMENTS(row));
	return dd_seals_record(&seals, job->change,
		&(DdRecord){.action = "import-form",
			.object = "form",
			.object_id = dd_seal_form_number(&row[0], &row[1])},
		json_pack("{s:I, s:s, s:s, s:s}", "document", (json_int_t)job->document, "file",
			dd_hash_format(&intake->file->hash, hash), "name", intake->file->name,
			"inside", intake->inside),
		error);
}

static void
make_assignments(Job *job, const DdStoredTask *task)
{
	int64_t position = 0;
	for (size_t i = 0; i < task->n_assignments; i++) {
		const DdAssignment *one = &task->assignments[i];
		bool is_next = i > 0 && strcmp(one[-1].role, one->role) == 0;
		g_autofree char *key = dd_identity_fold(one->name);
		position = is_next ? position + 1 : 0;
		const DdDbValue row[DD_N_ASSIGNMENT] = {dd_db_int(task->id), dd_db_text(one->role),
			dd_db_int(position), dd_db_text(one->name),
			dd_db_text(key != NULL ? dd_arena_strdup(job->arena, key) : ""),
			dd_db_int(one->confidence)};
		g_array_append_vals(job->assignments, row, G_N_ELEMENTS(row));
	}
}

/* @first: number of the first task */
static void
make_tasks(Job *job, int64_t first)
{
	const DdReading *reading = job->intake->reading;
	for (size_t i = 0; i < reading->n_tasks; i++) {
		DdStoredTask task = dd_reading_rows_task(reading, i, job->arena);
		task.id = first + (int64_t)i;
		const DdDbValue row[DD_N_TASK] = {dd_db_int(task.id), dd_db_int(job->reading),
			dd_db_int(task.position), dd_db_text(task.label), dd_db_text(task.heading),
			dd_db_text(task.text), dd_db_int(task.line_start), dd_db_int(task.line_end),
			dd_db_text(task.time_raw), dd_db_text(task.time_json),
			dd_db_text(task.product), dd_db_int(task.confidence)};
		g_array_append_vals(job->tasks, row, G_N_ELEMENTS(row));
		make_assignments(job, &task);
		g_array_append_val(job->stored, task);
	}
}

/* @cited: numbers of documents by what is said of them, for the same is cited again and again */
static bool
resolve(Job *job, const DdCitation *citation, GHashTable *cited, int64_t *id_out, GError **error)
{
	const DdStoredDocument said = {.type = citation->type,
		.number = citation->number,
		.date = date_text(job->arena, citation->date),
		.issuer = citation->issuer};
	char *key = g_strjoin("\n", said.type != NULL ? said.type : "",
		said.number != NULL ? said.number : "", said.date != NULL ? said.date : "",
		said.issuer != NULL ? said.issuer : "", said.number != NULL ? NULL : citation->raw,
		NULL);
	const int64_t *seen = g_hash_table_lookup(cited, key);
	if (seen != NULL) {
		*id_out = *seen;
		g_free(key);
		return true;
	}
	g_auto(DdMention) mention = dd_mention_make(&said, citation->raw);
	int64_t *id = dd_arena_alloc(job->arena, sizeof(*id));
	bool good = dd_resolve_cited(job->change, &mention, id, error);
	*id_out = *id;
	g_hash_table_insert(cited, key, id);
	return good;
}

static bool
make_citations(Job *job, GError **error)
{
	const DdReading *reading = job->intake->reading;
	g_autoptr(GHashTable) cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		/* "the Law", of which no fuller mention was found, is the name of none */
		if (citation->raw == NULL || (citation->short_form && citation->number == NULL))
			continue;
		int64_t id;
		if (!resolve(job, citation, cited, &id, error))
			return false;
		const DdDbValue row[DD_N_CITATION] = {dd_db_int(job->reading), dd_db_int((int64_t)i),
			dd_db_int(id), dd_db_text(dd_relation_to_string(citation->relation)),
			dd_db_text(citation->clause), dd_db_text(citation->raw),
			dd_db_int(citation->span.line), dd_db_int(citation->confidence)};
		g_array_append_vals(job->citations, row, G_N_ELEMENTS(row));
		json_array_append_new(job->cites, json_integer(id));
		job->n_citations++;
	}
	return true;
}

/* Adds rows of @n values each, and seals them */
static bool
add_rows(Job *job, DdSql statement, DdSealKind kind, const GArray *values, unsigned n, GError **error)
{
	const DdDbValue *cells = (const DdDbValue *)(const void *)values->data;
	dd_seals_set(&job->seals, kind, cells, values->len);
	return dd_db_run_many(job->db, &dd_sql[statement], cells, n, values->len / n, error);
}

static bool
add_reading_row(Job *job, const char *json, GError **error)
{
	DdHash hash = dd_hash_of(json, strlen(json));
	const DdDbValue row[DD_N_READING + 1] = {dd_db_int(job->reading), dd_db_int(job->document),
		file_value(job), dd_db_text(job->intake->inside), dd_db_text("draft"),
		dd_db_text(job->intake->program), dd_db_int(job->change->actor->now),
		dd_db_blob(hash.bytes, DD_HASH_BYTES), dd_db_text(json)};
	dd_seals_set(&job->seals, DD_SEAL_READING, row, DD_N_READING);
	return dd_db_run(job->db, &dd_sql[DD_SQL_ADD_READING], row, G_N_ELEMENTS(row), error);
}

/* Keeps the text that it was made of */
static bool
add_source(Job *job, GError **error)
{
	if (job->intake->source == NULL)
		return true;
	const DdDbValue row[DD_N_SOURCE] = {dd_db_int(job->reading), dd_db_text(job->intake->source)};
	dd_seals_set(&job->seals, DD_SEAL_SOURCE, row, DD_N_SOURCE);
	return dd_db_run(job->db, &dd_file_sql[DD_FILE_SQL_ADD_SOURCE], row, G_N_ELEMENTS(row), error);
}

static bool
record_reading(Job *job, GError **error)
{
	const DdIntake *intake = job->intake;
	char file[DD_HASH_TEXT];
	return dd_seals_record(&job->seals, job->change,
		&(DdRecord){.action = "import", .object = "reading", .object_id = job->reading},
		json_pack("{s:I, s:s, s:s, s:s, s:s?, s:I, s:O}", "document", (json_int_t)job->document,
			"file", dd_hash_format(&intake->file->hash, file), "name",
			intake->file->name, "inside", intake->inside, "number", job->header.number,
			"tasks", (json_int_t)intake->reading->n_tasks, "cites", job->cites),
		error);
}

/* Keeps what was read, with its record */
static bool
add_reading(Job *job, const char *json, GError **error)
{
	int64_t first = 0;
	if (!dd_change_number(job->change, "reading", 1, &job->reading, error) ||
		!dd_change_number(job->change, "task", job->intake->reading->n_tasks, &first, error) ||
		!make_citations(job, error))
		return false;
	make_tasks(job, first);
	job->header.id = job->document;
	job->header.added_at = job->change->actor->now;
	return add_reading_row(job, json, error) &&
	       add_rows(job, DD_SQL_ADD_TASK, DD_SEAL_TASKS, job->tasks, DD_N_TASK, error) &&
	       add_rows(job, DD_SQL_ADD_ASSIGNMENT, DD_SEAL_ASSIGNMENTS, job->assignments,
		       DD_N_ASSIGNMENT, error) &&
	       add_rows(job, DD_SQL_ADD_CITATION, DD_SEAL_CITATIONS, job->citations, DD_N_CITATION,
		       error) &&
	       add_source(job, error) && record_reading(job, error) &&
	       dd_search_index_intake(job->change, &job->header, job->intake->text,
		       (const DdStoredTask *)(const void *)job->stored->data, job->stored->len, error);
}

static bool
keep_new(Job *job, const DdMention *mention, GError **error)
{
	if (!dd_resolve_known(job->change, mention, &job->document, error) || !add_form(job, error))
		return false;
	char *json = dd_reading_rows_json(job->intake->reading, error);
	job->stored = g_array_new(FALSE, FALSE, sizeof(DdStoredTask));
	job->tasks = g_array_new(FALSE, FALSE, sizeof(DdDbValue));
	job->assignments = g_array_new(FALSE, FALSE, sizeof(DdDbValue));
	job->citations = g_array_new(FALSE, FALSE, sizeof(DdDbValue));
	job->cites = json_array();
	bool good = json != NULL && add_reading(job, json, error);
	g_array_unref(job->stored);
	g_array_unref(job->tasks);
	g_array_unref(job->assignments);
	g_array_unref(job->citations);
	json_decref(job->cites);
	free(json);
	return good;
}

/* Keeps what is not there yet */
static bool
keep(Job *job, const DdMention *mention, DdIntakeResult *out, GError **error)
{
	const DdIntake *intake = job->intake;
	int64_t same = 0;
	if (!dd_intake_find(job->change->store, intake->file, intake->inside, &same, error))
		return false;
	if (same != 0) {
		*out = (DdIntakeResult){.kind = DD_INTAKE_SAME, .document = same};
		return true;
	}
	if (!dd_resolve_same(job->change, mention, &same, error))
		return false;
	if (same != 0) {
		job->document = same;
		*out = (DdIntakeResult){.kind = DD_INTAKE_FORM, .document = same};
		return add_form(job, error);
	}
	if (!keep_new(job, mention, error))
		return false;
	*out = (DdIntakeResult){
		DD_INTAKE_NEW, job->document, intake->reading->n_tasks, job->n_citations};
	return true;
}

bool
dd_intake_add(DdChange *change, const DdIntake *intake, DdIntakeResult *out, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	Job job = {.change = change,
		.db = dd_store_get_db(change->store),
		.intake = intake,
		.arena = arena};
	job.header = header_of(intake->reading, arena);
	g_auto(DdMention) mention = dd_mention_make(&job.header, NULL);
	return keep(&job, &mention, out, error);
}

bool
dd_intake_document(DdStore *self, const DdActor *actor, const DdIntake *intake, DdIntakeResult *out,
	GError **error)
{
	g_auto(DdChange) change = {0};
	DdIntakeResult result;
	if (!dd_change_begin(self, actor, &change, error) ||
		!dd_intake_add(&change, intake, &result, error) || !dd_change_commit(&change, error))
		return false;
	*out = result;
	return true;
}

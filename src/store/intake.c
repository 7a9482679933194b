/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intake.c: a document, its rows and its record in one change */
#include "intake.h"

#include <dondoc/dondoc.h>
#include <jansson.h>
#include <stdlib.h>

#include "arena.h"
#include "date.h"
#include "error.h"
#include "identity.h"
#include "maxima.h"
#include "reading-hash.h"
#include "resolve.h"
#include "search-index.h"
#include "statements.h"
#include "time-json.h"

#define TASK_VALUES 12
#define ASSIGNMENT_VALUES 6
#define CITATION_VALUES 8

/* One intake on its way. What its values point to lies in the arena or in the reading */
typedef struct {
	DdChange *change;
	DdDb *db;
	const DdIntake *intake;
	DdArena *arena;
	DdHash file;
	DdStoredDocument header;
	int64_t document, reading;
	DdStoredTask *tasks;
	size_t n_tasks, n_citations;
	DdHash hash;
} Job;

static bool
find_form(DdDb *db, const DdHash *hash, const char *inside, int64_t *document_out, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(db, &dd_sql[DD_SQL_FIND_FORM],
		DD_DB_ARGS(dd_db_blob(hash->bytes, DD_HASH_BYTES), dd_db_text(inside)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	*document_out = have ? dd_db_rows_get_int(rows, 0) : 0;
	return true;
}

bool
dd_intake_find(DdStore *self, const DdHash *hash, const char *inside, int64_t *document_out,
	GError **error)
{
	return find_form(dd_store_get_db(self), hash, inside, document_out, error);
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

/* Returns: (transfer full) the reading as JSON, to be freed by free(); NULL on failure */
static char *
reading_to_json(const DdReading *reading, GError **error)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	if (out == NULL) {
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "hết bộ nhớ (out of memory)");
		return NULL;
	}
	bool good = dd_reading_write_json(reading, out, error);
	if (fclose(out) != 0 && good) {
		good = false;
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "hết bộ nhớ (out of memory)");
	}
	if (good && len > DD_MAX_READING_BYTES) {
		good = false;
		g_set_error(error, DD_ERROR,
			DD_ERROR_TOO_LARGE, "kết quả đọc quá lớn để lưu, tối đa %u MB (the reading is too large to be kept, %u MB at most)",
			DD_MAX_READING_BYTES >> 20, DD_MAX_READING_BYTES >> 20);
	}
	if (!good)
		free(g_steal_pointer(&text));
	return text;
}

static bool
add_file(Job *job, GError **error)
{
	g_autoptr(DdDbRows) rows = dd_db_query(job->db, &dd_sql[DD_SQL_FIND_FILE],
		DD_DB_ARGS(dd_db_blob(job->file.bytes, DD_HASH_BYTES)), error);
	bool have = false;
	if (rows == NULL || !dd_db_rows_next(rows, &have, error))
		return false;
	if (have)
		return true;
	const DdReading *reading = job->intake->reading;
	const char *kind = *job->intake->inside != '\0' ? "archive"
			   : reading->kind != NULL      ? reading->kind
							: "text";
	return dd_db_run(job->db, &dd_sql[DD_SQL_ADD_FILE],
		DD_DB_ARGS(dd_db_blob(job->file.bytes, DD_HASH_BYTES),
			dd_db_int((int64_t)job->intake->len), dd_db_text(kind),
			dd_db_int(job->change->actor->now),
			dd_db_blob(job->intake->bytes, job->intake->len)),
		error);
}

static bool
add_form(Job *job, GError **error)
{
	return dd_db_run(job->db, &dd_sql[DD_SQL_ADD_FORM],
		DD_DB_ARGS(dd_db_blob(job->file.bytes, DD_HASH_BYTES),
			dd_db_text(job->intake->inside), dd_db_int(job->document),
			dd_db_text(job->intake->name), dd_db_int(job->change->actor->now)),
		error);
}

/* Roles by the alphabet, as they come out of the store */
static void
set_assignments(DdStoredTask *out, const DdTask *task, DdArena *arena)
{
	const struct {
		const char *role;
		const DdFieldList *names;
	} roles[] = {{"coordinate", &task->coordinate}, {"director", &task->director},
		{"lead", &task->lead}, {"monitor", &task->monitor}};
	size_t room = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		room += roles[i].names->n;
	DdAssignment *assignments = dd_arena_alloc(arena, room * sizeof(*assignments));
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		for (size_t j = 0; j < roles[i].names->n; j++)
			if (roles[i].names->items[j].value != NULL)
				assignments[out->n_assignments++] = (DdAssignment){roles[i].role,
					roles[i].names->items[j].value,
					roles[i].names->items[j].confidence};
	out->assignments = assignments;
}

static void
make_tasks(Job *job, int64_t first)
{
	const DdReading *reading = job->intake->reading;
	job->n_tasks = reading->n_tasks;
	job->tasks = dd_arena_alloc(job->arena, reading->n_tasks * sizeof(*job->tasks));
	for (size_t i = 0; i < reading->n_tasks; i++) {
		const DdTask *task = &reading->tasks[i];
		g_autofree char *time = dd_time_to_json(&task->time);
		DdStoredTask *out = &job->tasks[i];
		*out = (DdStoredTask){.id = first + (int64_t)i,
			.position = (int64_t)i,
			.label = task->id != NULL ? task->id : "",
			.heading = task->heading,
			.text = task->text.value,
			.line_start = task->span.line,
			.line_end = task->span.line_end,
			.time_raw = task->time_raw.value,
			.time_json = dd_arena_strdup(job->arena, time),
			.product = task->product.value,
			.confidence = task->confidence};
		set_assignments(out, task, job->arena);
	}
}

static bool
add_tasks(Job *job, GError **error)
{
	g_autofree DdDbValue *values = g_new(DdDbValue, job->n_tasks * TASK_VALUES);
	for (size_t i = 0; i < job->n_tasks; i++) {
		const DdStoredTask *task = &job->tasks[i];
		const DdDbValue row[TASK_VALUES] = {dd_db_int(task->id), dd_db_int(job->reading),
			dd_db_int(task->position), dd_db_text(task->label),
			dd_db_text(task->heading), dd_db_text(task->text),
			dd_db_int(task->line_start), dd_db_int(task->line_end),
			dd_db_text(task->time_raw), dd_db_text(task->time_json),
			dd_db_text(task->product), dd_db_int(task->confidence)};
		memcpy(values + i * TASK_VALUES, row, sizeof(row));
	}
	return dd_db_run_many(
		job->db, &dd_sql[DD_SQL_ADD_TASK], values, TASK_VALUES, job->n_tasks, error);
}

static bool
add_assignments(Job *job, GError **error)
{
	g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(DdDbValue));
	size_t n = 0;
	for (size_t i = 0; i < job->n_tasks; i++) {
		const DdStoredTask *task = &job->tasks[i];
		int64_t position = 0;
		for (size_t j = 0; j < task->n_assignments; j++, n++) {
			const DdAssignment *assignment = &task->assignments[j];
			bool is_next = j > 0 && g_str_equal(assignment[-1].role, assignment->role);
			position = is_next ? position + 1 : 0;
			g_autofree char *key = dd_identity_fold(assignment->name);
			const DdDbValue row[ASSIGNMENT_VALUES] = {dd_db_int(task->id),
				dd_db_text(assignment->role), dd_db_int(position),
				dd_db_text(assignment->name),
				dd_db_text(key != NULL ? dd_arena_strdup(job->arena, key) : ""),
				dd_db_int(assignment->confidence)};
			g_array_append_vals(values, row, G_N_ELEMENTS(row));
		}
	}
	return dd_db_run_many(job->db, &dd_sql[DD_SQL_ADD_ASSIGNMENT],
		(const DdDbValue *)(void *)values->data, ASSIGNMENT_VALUES, n, error);
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
add_citations(Job *job, GError **error)
{
	const DdReading *reading = job->intake->reading;
	g_autoptr(GHashTable) cited = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autofree DdDbValue *values = g_new(DdDbValue, reading->n_citations * CITATION_VALUES);
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		/* "the Law", of which no fuller mention was found, is the name of none */
		if (citation->raw == NULL || (citation->short_form && citation->number == NULL))
			continue;
		int64_t id;
		if (!resolve(job, citation, cited, &id, error))
			return false;
		const DdDbValue row[CITATION_VALUES] = {dd_db_int(job->reading), dd_db_int((int64_t)i),
			dd_db_int(id), dd_db_text(dd_relation_to_string(citation->relation)),
			dd_db_text(citation->clause), dd_db_text(citation->raw),
			dd_db_int(citation->span.line), dd_db_int(citation->confidence)};
		memcpy(values + job->n_citations++ * CITATION_VALUES, row, sizeof(row));
	}
	return dd_db_run_many(job->db, &dd_sql[DD_SQL_ADD_CITATION], values, CITATION_VALUES,
		job->n_citations, error);
}

static bool
add_reading(Job *job, const char *json, GError **error)
{
	int64_t first = 0;
	if (!dd_change_number(job->change, "reading", 1, &job->reading, error) ||
		!dd_change_number(job->change, "task", job->intake->reading->n_tasks, &first, error))
		return false;
	make_tasks(job, first);
	g_autoptr(DdHasher) hasher = dd_hasher_new();
	dd_reading_hash_begin(hasher, &job->header, json);
	for (size_t i = 0; i < job->n_tasks; i++)
		dd_reading_hash_task(hasher, &job->tasks[i]);
	job->hash = dd_hasher_finish(hasher);
	job->header.id = job->document;
	job->header.added_at = job->change->actor->now;
	return dd_db_run(job->db, &dd_sql[DD_SQL_ADD_READING],
		       DD_DB_ARGS(dd_db_int(job->reading), dd_db_int(job->document),
			       dd_db_blob(job->file.bytes, DD_HASH_BYTES),
			       dd_db_text(job->intake->inside), dd_db_text(job->intake->program),
			       dd_db_int(job->change->actor->now),
			       dd_db_blob(job->hash.bytes, DD_HASH_BYTES), dd_db_text(json)),
		       error) &&
	       add_tasks(job, error) && add_assignments(job, error) && add_citations(job, error) &&
	       dd_search_index_intake(job->change, &job->header, job->intake->text, job->tasks,
		       job->n_tasks, error);
}

/* Records what came, also of a form of a document that was there (no reading then) */
static bool
record(Job *job, GError **error)
{
	char file[DD_HASH_TEXT], hash[DD_HASH_TEXT];
	json_t *now = json_pack("{s:s, s:s, s:s}", "file", dd_hash_format(&job->file, file), "name",
		job->intake->name, "inside", job->intake->inside);
	if (job->reading != 0)
		json_object_update_new(now,
			json_pack("{s:I, s:s, s:s?, s:I, s:I}", "reading", (json_int_t)job->reading,
				"hash", dd_hash_format(&job->hash, hash), "number",
				job->header.number, "tasks", (json_int_t)job->n_tasks, "citations",
				(json_int_t)job->n_citations));
	char *text = json_dumps(now, JSON_COMPACT | JSON_SORT_KEYS);
	json_decref(now);
	bool good = dd_change_record(job->change,
		&(DdRecord){.action = job->reading != 0 ? "import" : "import-form",
			.object = "document",
			.object_id = job->document,
			.now_json = text},
		error);
	free(text);
	return good;
}

/* Keeps what is not there yet. @json: NULL when it is only a form */
static bool
keep(Job *job, const DdMention *mention, DdIntakeResult *out, GError **error)
{
	int64_t same = 0;
	if (!find_form(job->db, &job->file, job->intake->inside, &same, error))
		return false;
	if (same != 0) {
		*out = (DdIntakeResult){.kind = DD_INTAKE_SAME, .document = same};
		return true;
	}
	if (!dd_resolve_same(job->change, mention, &same, error) || !add_file(job, error))
		return false;
	if (same != 0) {
		job->document = same;
		*out = (DdIntakeResult){.kind = DD_INTAKE_FORM, .document = same};
		return add_form(job, error) && record(job, error);
	}
	if (!dd_resolve_known(job->change, mention, &job->document, error) || !add_form(job, error))
		return false;
	char *json = reading_to_json(job->intake->reading, error);
	bool good = json != NULL && add_reading(job, json, error) && record(job, error);
	free(json);
	*out = (DdIntakeResult){DD_INTAKE_NEW, job->document, job->n_tasks, job->n_citations};
	return good;
}

bool
dd_intake_document(DdStore *self, const DdActor *actor, const DdIntake *intake, DdIntakeResult *out,
	GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	Job job = {.db = dd_store_get_db(self), .intake = intake, .arena = arena};
	job.file = dd_hash_of(intake->bytes, intake->len);
	job.header = header_of(intake->reading, arena);
	g_auto(DdMention) mention = dd_mention_make(&job.header, NULL);
	g_auto(DdChange) change = {0};
	DdIntakeResult result;
	if (!dd_change_begin(self, actor, &change, error))
		return false;
	job.change = &change;
	if (!keep(&job, &mention, &result, error) || !dd_change_commit(&change, error))
		return false;
	*out = result;
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* resolve.c: documents by number, day, issuer and type */
#include "resolve.h"

#include "columns.h"
#include "identity.h"
#include "maxima.h"
#include "seal.h"
#include "statements.h"

/* A row with the number that was asked for */
typedef struct {
	int64_t id;
	bool known;
	char *type_key, *date, *issuer_key;
} Candidate;

static void
clear_candidate(gpointer data)
{
	Candidate *self = data;
	g_free(self->type_key);
	g_free(self->date);
	g_free(self->issuer_key);
}

DdMention
dd_mention_make(const DdStoredDocument *said, const char *words)
{
	DdMention self = {.said = *said,
		.issuer_key = dd_identity_fold(said->issuer),
		.type_key = dd_identity_fold(said->type)};
	g_autofree char *named = g_strjoin(" ", said->type != NULL ? said->type : "",
		said->title != NULL ? said->title : "", NULL);
	self.number_key = dd_identity_number(said->number);
	if (self.number_key == NULL)
		self.number_key = dd_identity_words(words != NULL ? words : named);
	return self;
}

void
dd_mention_clear(DdMention *self)
{
	g_clear_pointer(&self->number_key, g_free);
	g_clear_pointer(&self->issuer_key, g_free);
	g_clear_pointer(&self->type_key, g_free);
}

/* Returns: (transfer full) Candidate, those of the same day first; NULL on failure */
static GArray *
find_candidates(DdChange *change, const DdMention *mention, GError **error)
{
	g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(Candidate));
	g_array_set_clear_func(out, clear_candidate);
	if (mention->number_key == NULL)
		return g_steal_pointer(&out);
	g_autoptr(DdDbRows)
		rows = dd_db_query(dd_store_get_db(change->store), &dd_sql[DD_SQL_FIND_DOCUMENTS],
			DD_DB_ARGS(dd_db_text(mention->number_key), dd_db_text(mention->said.date),
				dd_db_int(DD_MAX_CANDIDATES)),
			error);
	while (dd_db_rows_each(rows)) {
		Candidate candidate = {dd_db_rows_get_int(rows, 0), dd_db_rows_get_bool(rows, 1),
			dd_identity_fold(dd_db_rows_get_text(rows, 2)),
			g_strdup(dd_db_rows_get_text(rows, 3)),
			g_strdup(dd_db_rows_get_text(rows, 4))};
		g_array_append_val(out, candidate);
	}
	return dd_db_rows_end(rows, error) ? g_steal_pointer(&out) : NULL;
}

/* Returns: TRUE when they are the same, or one is not said */
static bool
agree(const char *a, const char *b)
{
	return a == NULL || b == NULL || g_str_equal(a, b);
}

static bool
agrees(const Candidate *candidate, const DdMention *mention)
{
	return agree(candidate->date, mention->said.date) &&
	       agree(candidate->type_key, mention->type_key) &&
	       dd_identity_issuers_agree(candidate->issuer_key, mention->issuer_key);
}

static bool
says_the_same(const Candidate *candidate, const DdMention *mention)
{
	return g_strcmp0(candidate->date, mention->said.date) == 0 &&
	       g_strcmp0(candidate->type_key, mention->type_key) == 0 &&
	       g_strcmp0(candidate->issuer_key, mention->issuer_key) == 0;
}

bool
dd_resolve_same(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
{
	g_autoptr(GArray) candidates = find_candidates(change, mention, error);
	if (candidates == NULL)
		return false;
	int64_t id = 0;
	bool is_sure = mention->said.number != NULL && mention->said.date != NULL &&
		       mention->issuer_key != NULL;
	for (guint i = 0; is_sure && i < candidates->len && id == 0; i++) {
		const Candidate *candidate = &g_array_index(candidates, Candidate, i);
		if (candidate->known && candidate->date != NULL && candidate->issuer_key != NULL &&
			agrees(candidate, mention))
			id = candidate->id;
	}
	*id_out = id;
	return true;
}

/* Writes what is said of a document, with its record */
static bool
write_document(DdChange *change, DdSql statement, int64_t id, bool known, const DdMention *mention,
	GError **error)
{
	const DdStoredDocument *said = &mention->said;
	const DdDbValue row[DD_N_DOCUMENT] = {dd_db_int(id), dd_db_bool(known),
		dd_db_text(said->type), dd_db_text(said->number), dd_db_text(said->date),
		dd_db_text(said->issuer), dd_db_text(said->title), dd_db_text(said->signer),
		dd_db_text(mention->number_key), dd_db_text(mention->issuer_key)};
	DdSeals seals = {0};
	dd_seals_set(&seals, DD_SEAL_DOCUMENT, row, G_N_ELEMENTS(row));
	return dd_db_run(dd_store_get_db(change->store), &dd_sql[statement], row, G_N_ELEMENTS(row),
		       error) &&
	       dd_seals_record(&seals, change,
		       &(DdRecord){.action = known ? "import" : "hear-of",
			       .object = "document",
			       .object_id = id},
		       json_pack("{s:s?}", "number", said->number), error);
}

static bool
add_document(DdChange *change, bool known, const DdMention *mention, int64_t *id_out, GError **error)
{
	int64_t id;
	if (!dd_change_number(change, "document", 1, &id, error) ||
		!write_document(change, DD_SQL_ADD_DOCUMENT, id, known, mention, error))
		return false;
	*id_out = id;
	return true;
}

/* What cites @from cites @to from now on, and @from is gone; its record says so of all citations at once, however many they are. */
static bool
absorb(DdChange *change, int64_t from, int64_t to, GError **error)
{
	DdDb *db = dd_store_get_db(change->store);
	const DdSeals none = {0};
	return dd_db_run(db, &dd_sql[DD_SQL_MOVE_CITATIONS],
		       DD_DB_ARGS(dd_db_int(from), dd_db_int(to)), error) &&
	       dd_db_run(db, &dd_sql[DD_SQL_DROP_DOCUMENT], DD_DB_ARGS(dd_db_int(from)), error) &&
	       dd_seals_record(&none, change,
		       &(DdRecord){.action = "absorb", .object = "document", .object_id = from},
		       json_pack("{s:I, s:n}", "into", (json_int_t)to, "seal"), error);
}

bool
dd_resolve_known(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
{
	g_autoptr(GArray) candidates = find_candidates(change, mention, error);
	if (candidates == NULL)
		return false;
	int64_t id = 0;
	for (guint i = 0; i < candidates->len; i++) {
		const Candidate *candidate = &g_array_index(candidates, Candidate, i);
		if (candidate->known || !agrees(candidate, mention))
			continue;
		/* without day or issuer it is not known which of several it is */
		if (id != 0 && (mention->said.date == NULL || mention->issuer_key == NULL))
			return add_document(change, true, mention, id_out, error);
		if (id != 0 && !absorb(change, candidate->id, id, error))
			return false;
		id = id == 0 ? candidate->id : id;
	}
	if (id == 0)
		return add_document(change, true, mention, id_out, error);
	if (!write_document(change, DD_SQL_SET_DOCUMENT, id, true, mention, error))
		return false;
	*id_out = id;
	return true;
}

bool
dd_resolve_cited(DdChange *change, const DdMention *mention, int64_t *id_out, GError **error)
{
	g_autoptr(GArray) candidates = find_candidates(change, mention, error);
	if (candidates == NULL)
		return false;
	int64_t id = 0;
	size_t agreeing = 0;
	for (guint i = 0; i < candidates->len; i++) {
		const Candidate *candidate = &g_array_index(candidates, Candidate, i);
		if (says_the_same(candidate, mention)) {
			*id_out = candidate->id;
			return true;
		}
		if (!agrees(candidate, mention))
			continue;
		agreeing++;
		id = candidate->id;
	}
	if (agreeing != 1)
		return add_document(change, false, mention, id_out, error);
	*id_out = id;
	return true;
}

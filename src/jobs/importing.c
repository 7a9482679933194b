/* SPDX-License-Identifier: GPL-3.0-or-later */
/* importing.c: opens a file, reads what is in it, leaves out what only wraps it */
#include "importing.h"

#include "dict.h"
#include "error.h"
#include "found.h"
#include "maxima.h"
#include "sniff.h"
#include "source.h"
#include "stored-unit.h"
#include "width.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
	const DdImportTask *task;
	GHashTable *insides; /* names of what is inside of it, as they were met: two may have one name */
} Job;

/*
 * Returns: (transfer full) the name of what is inside of the file, a second one of that name with a number behind it; whether it can be read or is
 * worth keeping has no say in that, so that another version of the program finds it again
 */
static char *
name_inside(const Job *job, const char *inner)
{
	g_autofree char *base = g_utf8_make_valid(inner != NULL ? inner : "", -1);
	g_autofree char *name = g_strdup(base);
	for (unsigned i = 2; g_hash_table_contains(job->insides, name); i++) {
		g_free(name);
		name = g_strdup_printf("%s (%u)", base, i);
	}
	(void)g_hash_table_add(job->insides, g_strdup(name));
	return g_steal_pointer(&name);
}

/* Returns: whether what was found is asked for, or fails something that may hold what is */
static bool
is_asked_for(const char *only, const char *inside, bool failed)
{
	return only == NULL || strcmp(inside, only) == 0 ||
	       (failed && (*inside == '\0' ||
				  (g_str_has_prefix(only, inside) && only[strlen(inside)] == '/')));
}

static void
read_found(const Job *job, const DdFileFound *found, const char *name, const char *inside,
	bool has_members)
{
	const DdImportTask *task = job->task;
	size_t len;
	g_autoptr(GError) error = NULL;
	g_autoptr(DdText) text = dd_source_get_text(found);
	g_autoptr(DdReading) reading = dd_found_read(task->reader, found, name, &error);
	if (reading == NULL) {
		if (!has_members || !g_error_matches(error, DD_ERROR, DD_ERROR_EMPTY))
			task->failure(found->inner, inside, error, false, task->user_data);
		return;
	}
	if (!dd_found_is_worth(reading, has_members))
		return;
	char *source = text != NULL ? dd_source_to_json(text, found->document, reading) : NULL;
	const char *letters = text != NULL ? dd_text_get(text, &len) : NULL;
	task->document(&(DdImported){name, found->inner, inside, reading, letters, source},
		task->user_data);
	free(source);
}

static void
take_found(const DdFileFound *found, void *user_data)
{
	const Job *job = user_data;
	const DdImportTask *task = job->task;
	size_t members = 0;
	g_autofree char *inside = name_inside(job, found->inner);
	if (!is_asked_for(task->only, inside, found->error != NULL)) {
		if (found->text != NULL)
			g_byte_array_unref(found->text);
		return;
	}
	if (found->error != NULL) {
		task->failure(found->inner, inside, found->error, found->skipped, task->user_data);
		return;
	}
	if (dd_found_is_wrapping(found, &members))
		return;
	g_autofree char *inner = found->inner != NULL ? dd_width_clean(found->inner) : NULL;
	g_autofree char *name = inner != NULL ? g_strconcat(task->file->name, "/", inner, NULL)
					      : g_strdup(task->file->name);
	read_found(job, found, name, inside, members > 0);
}

void
dd_import_file(const DdImportTask *task)
{
	g_autoptr(GHashTable) insides = dd_dict_new(g_free, NULL);
	Job job = {task, insides};
	/* reading swallows what it is given, and the store wants the file as it came */
	GByteArray *copy = g_byte_array_sized_new((guint)task->file->len);
	g_byte_array_append(copy, task->file->bytes, (guint)task->file->len);
	dd_file_open_all(copy, &task->open, take_found, &job);
}

static void
add_cell(GString *out, const char *text, char end)
{
	g_string_append_c(out, '"');
	for (; *text != '\0'; text++) {
		if (*text == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *text);
	}
	g_string_append_c(out, '"');
	g_string_append_c(out, end);
}

static void
add_unit(GString *out, const char *name, const char *abbreviations, const char *kind)
{
	add_cell(out, name, ',');
	add_cell(out, abbreviations, ',');
	add_cell(out, kind, ',');
	add_cell(out, "", '\n');
}

char *
dd_import_list_units(DdStore *store, GError **error)
{
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(DdUnitBook) book = dd_stored_units(store, arena, error);
	if (book == NULL)
		return NULL;
	size_t n, rows = 1;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	GString *out = g_string_new(n > 0 ? "name,abbreviations,kind,parent\n" : "");
	for (size_t i = 0; i < n; i++) {
		const DdBookUnit *unit = &units[i];
		g_autofree char *list = g_strjoinv(";", (char **)unit->abbreviations);
		g_autofree char *shorts = unit->short_name != NULL
						  ? g_strjoin(";", list, unit->short_name, NULL)
						  : g_strdup(list);
		if (rows++ < DD_MAX_UNITS)
			add_unit(out, unit->name, shorts, unit->kind);
		for (const char *const *alias = unit->aliases; *alias != NULL; alias++)
			if (rows++ < DD_MAX_UNITS)
				add_unit(out, *alias, "", unit->kind);
	}
	return g_string_free(out, FALSE);
}

bool
dd_import_find(DdStore *store, const DdIntakeFile *file, int64_t *document_out, GError **error)
{
	*document_out = 0;
	return dd_sniff(file->bytes, file->len, NULL) == DD_SNIFF_MAIL ||
	       dd_intake_find(store, file, "", document_out, error);
}

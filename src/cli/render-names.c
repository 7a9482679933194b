/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-names.c: names in plans with the units that are proposed for them */
#include "block.h"
#include "csv-row.h"
#include "json-unit.h"
#include "labels.h"
#include "render-unit.h"

#include <inttypes.h>
#include <string.h>

#define MARK 3 /* columns */

void
dd_name_list_begin(DdNameList *self)
{
	if (self->form == DD_TASKS_CSV)
		fputs(DD_CSV_MARK
			"document,name,tasks,leads,settled,unit,unit_name,how,score,ask,heirs,"
			"members\r\n",
			self->render.out);
	if (self->form != DD_TASKS_JSON)
		return;
	DdJsonWriter *json = g_new(DdJsonWriter, 1);
	self->json = json;
	dd_json_init(json, self->render.out);
	dd_json_open(json, NULL, '{', false);
	dd_json_open(json, "names", '[', false);
}

void
dd_name_list_end(DdNameList *self)
{
	g_autoptr(GError) error = NULL;
	if (self->form == DD_TASKS_TABLE)
		fprintf(self->render.out, "%zu tên, %zu cần người xác định (names; to be settled)\n",
			self->names, self->open);
	if (self->form != DD_TASKS_JSON)
		return;
	dd_json_close(self->json, ']');
	dd_json_close(self->json, '}');
	/* a failed write is kept by the stream */
	if (!dd_json_finish(self->json, &error))
		g_debug("%s", error->message);
	g_clear_pointer(&self->json, g_free);
}

/* Returns: (transfer full) "H48.4 (trẻ em); Sở Y tế": ids where there are some */
static char *
join_heirs(const GArray *heirs)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; i < heirs->len; i++) {
		const DdHeir *heir = &g_array_index(heirs, DdHeir, i);
		if (heir->name == NULL)
			continue;
		g_string_append_printf(out, "%s%s%s%s%s%s%s", out->len > 0 ? "; " : "",
			heir->unit != NULL ? heir->unit->id : "", heir->unit != NULL ? " " : "",
			heir->name, *heir->field != '\0' ? " (" : "", heir->field,
			*heir->field != '\0' ? ")" : "");
	}
	return g_string_free(out, FALSE);
}

static char *
join_members(const DdUnitGroup *group)
{
	GString *out = g_string_new(NULL);
	for (guint i = 0; group->members != NULL && i < group->members->len; i++) {
		const DdBookUnit *unit = g_ptr_array_index(group->members, i);
		g_string_append_printf(out, "%s%s", i > 0 ? ";" : "", unit->id);
	}
	return g_string_free(out, FALSE);
}

static void
print_cells(FILE *out, const DdStoredDocument *document, const DdStoredName *name,
	const DdUnitProposal *proposal)
{
	const DdUnitCandidate *best = proposal->match.n > 0 ? &proposal->match.items[0] : NULL;
	g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, document->id);
	g_autofree char *tasks = g_strdup_printf("%" G_GINT64_FORMAT, name->tasks);
	g_autofree char *leads = g_strdup_printf("%" G_GINT64_FORMAT, name->leads);
	g_autofree char *score = best != NULL ? g_strdup_printf("%u", best->score) : NULL;
	g_autofree char *heirs = join_heirs(proposal->heirs);
	g_autofree char *members = join_members(&proposal->group);
	const char *const cells[] = {id, name->name, tasks, leads, name->settled,
		best != NULL ? best->unit->id : NULL, best != NULL ? best->unit->name : NULL,
		best != NULL ? dd_name_how_to_string(best->how) : NULL, score,
		dd_ask_to_string(proposal->ask), heirs, members};
	dd_csv_print_row(out, cells, G_N_ELEMENTS(cells));
}

static void
add_line(DdBlock *block, const char *text, DdStyle style)
{
	dd_block_add(block, "", MARK, DD_STYLE_PLAIN, text, style);
}

static void
add_candidates(DdBlock *block, const DdUnitProposal *proposal)
{
	for (size_t i = 0; i < proposal->match.n; i++) {
		const DdUnitCandidate *one = &proposal->match.items[i];
		g_autofree char *text = g_strdup_printf("→ %s %s (%s, %u/100)", one->unit->id,
			one->unit->name, dd_name_how_to_string(one->how), one->score);
		add_line(block, text, DD_STYLE_PLAIN);
		if (proposal->match.ask == DD_ASK_NOTHING)
			break;
	}
}

static void
add_heirs(DdBlock *block, const GArray *heirs)
{
	for (guint i = 0; i < heirs->len; i++) {
		const DdHeir *heir = &g_array_index(heirs, DdHeir, i);
		g_autofree char *day = dd_label_day(heir->day);
		g_autofree char *text = g_strdup_printf("kế thừa từ %s: %s%s%s%s%s%s · %s%s", day,
			heir->unit != NULL ? heir->unit->id : "", heir->unit != NULL ? " " : "",
			heir->name != NULL ? heir->name : "(chưa rõ)",
			*heir->field != '\0' ? " · lĩnh vực " : "", heir->field,
			heir->told ? " · nhiệm vụ nói đến lĩnh vực này" : "", heir->source,
			heir->unit == NULL && heir->name != NULL ? " · chưa có trong danh mục" : "");
		add_line(block, text, DD_STYLE_PLAIN);
	}
}

static void
print_name(const DdNameList *self, const DdStoredName *name, const DdBookUnit *settled,
	const DdUnitProposal *proposal)
{
	bool open = settled == NULL && proposal->ask != DD_ASK_NOTHING;
	g_autoptr(DdBlock) block = dd_block_new(self->render.width, self->render.colour);
	g_autofree char *title = g_strdup_printf("%s · %" G_GINT64_FORMAT
						 " nhiệm vụ, chủ trì %" G_GINT64_FORMAT,
		name->name, name->tasks, name->leads);
	dd_block_add(block, open ? "?" : "✓", MARK, open ? DD_STYLE_WARNING : DD_STYLE_ACCENT,
		title, DD_STYLE_STRONG);
	if (settled != NULL) {
		g_autofree char *text = g_strdup_printf("→ %s %s (người xác định%s)", settled->id,
			settled->name, name->everywhere ? ", cho mọi văn bản" : "");
		add_line(block, text, DD_STYLE_PLAIN);
	} else {
		add_candidates(block, proposal);
		if (proposal->collective) {
			g_autofree char *members = join_members(&proposal->group);
			g_autofree char *text = g_strdup_printf(
				"gồm %u đơn vị: %s", proposal->group.members->len, members);
			add_line(block, text, DD_STYLE_PLAIN);
		}
		add_heirs(block, proposal->heirs);
		if (open)
			add_line(block, dd_ask_get_vi(proposal->ask), DD_STYLE_WARNING);
	}
	dd_block_print(block, self->render.out, 0);
}

void
dd_name_list_print(DdNameList *self, const DdStoredDocument *document, const DdStoredName *name,
	const DdBookUnit *settled, const DdUnitProposal *proposal)
{
	self->names++;
	self->open += settled == NULL && proposal->ask != DD_ASK_NOTHING ? 1 : 0;
	if (self->form == DD_TASKS_JSON)
		dd_json_name(self->json, document->id, name, proposal);
	else if (self->form == DD_TASKS_CSV)
		print_cells(self->render.out, document, name, proposal);
	else
		print_name(self, name, settled, proposal);
}

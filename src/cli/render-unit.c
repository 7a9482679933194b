/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-unit.c: units in words for people and for programs */
#include "render-unit.h"

#include "audit.h"
#include "block.h"
#include "instant.h"
#include "json-unit.h"
#include "labels.h"

#include <inttypes.h>
#include <string.h>

#define ID_COLUMNS 12
#define LABEL 12

/* A failed write is kept by the stream, where the caller looks for every form alike */
static DdJsonWriter *
begin_json(const DdRender *render, const char *key)
{
	DdJsonWriter *json = g_new(DdJsonWriter, 1);
	dd_json_init(json, render->out);
	dd_json_open(json, NULL, '{', false);
	if (key != NULL)
		dd_json_open(json, key, '[', false);
	return json;
}

static void
end_json(DdJsonWriter *json)
{
	g_autoptr(GError) error = NULL;
	dd_json_close(json, '}');
	if (!dd_json_finish(json, &error))
		g_debug("%s", error->message);
	g_free(json);
}

static void
append(GString *out, const char *label, const char *text)
{
	if (text != NULL && *text != '\0')
		g_string_append_printf(out, "%s%s%s", out->len > 0 ? " · " : "", label, text);
}

static void
append_days(GString *out, const DdBookUnit *unit)
{
	g_autofree char *first = dd_label_day(unit->first);
	g_autofree char *last = dd_label_day(unit->last);
	append(out, "từ ", first);
	append(out, "đến hết ", last);
}

static void
print_unit(const DdRender *render, const DdBookUnit *unit)
{
	g_autoptr(GString) facts = g_string_new(NULL);
	g_autofree char *abbreviations = g_strjoinv(", ", (char **)unit->abbreviations);
	append(facts, "", abbreviations);
	append(facts, "", unit->kind);
	append(facts, "thuộc ", unit->parent);
	append_days(facts, unit);
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_add(block, unit->id, ID_COLUMNS, DD_STYLE_ACCENT, unit->name, DD_STYLE_STRONG);
	if (facts->len > 0)
		dd_block_add(block, "", ID_COLUMNS, DD_STYLE_PLAIN, facts->str, DD_STYLE_PLAIN);
	dd_block_print(block, render->out, 0);
}

void
dd_render_units(const DdRender *render, DdTasksForm form, const DdUnitBook *book,
	const DdUnitFilter *filter)
{
	size_t n, shown = 0;
	const DdBookUnit *units = dd_unit_book_get_all(book, &n);
	DdJsonWriter *json = form == DD_TASKS_JSON ? begin_json(render, "units") : NULL;
	if (form == DD_TASKS_CSV)
		dd_unit_print_header(render->out);
	for (size_t i = 0; i < n; i++) {
		if (!dd_unit_filter_wants(filter, &units[i]))
			continue;
		shown++;
		if (json != NULL) {
			dd_json_open_unit(json, NULL, &units[i]);
			dd_json_close(json, '}');
		} else if (form == DD_TASKS_CSV) {
			dd_unit_print_cells(render->out, &units[i]);
		} else {
			print_unit(render, &units[i]);
		}
	}
	if (json != NULL) {
		dd_json_close(json, ']');
		dd_json_successions(json, book, NULL);
		end_json(json);
	} else if (form == DD_TASKS_TABLE) {
		fprintf(render->out, "%zu đơn vị (units)\n", shown);
	}
}

static void
add_fact(DdBlock *block, const char *label, const char *value)
{
	if (value != NULL && *value != '\0')
		dd_block_add(block, label, LABEL, DD_STYLE_QUIET, value, DD_STYLE_PLAIN);
}

static void
add_list(DdBlock *block, const char *label, const char *const *list)
{
	g_autofree char *text = g_strjoinv("; ", (char **)list);
	add_fact(block, label, text);
}

/* Those that it took over from (@before), or those that took over from it */
static void
add_successions(DdBlock *block, const DdUnitBook *book, const DdBookUnit *unit, bool before)
{
	size_t n;
	const DdSuccession *all = dd_unit_book_get_successions(book, &n);
	for (size_t i = 0; i < n; i++) {
		if (strcmp(before ? all[i].to : all[i].from, unit->id) != 0)
			continue;
		const DdBookUnit *other = dd_unit_book_lookup(book, before ? all[i].from : all[i].to);
		g_autofree char *day = dd_label_day(all[i].day);
		g_autofree char *text = g_strdup_printf("%s %s%s%s · từ %s · %s", other->id,
			other->name, *all[i].field != '\0' ? " · lĩnh vực " : "", all[i].field, day,
			all[i].document);
		add_fact(block, before ? "Nhận từ" : "Kế thừa", text);
	}
}

static void
print_history(const DdRender *render, const GArray *history)
{
	dd_block_print_rule(render->out, "LỊCH SỬ (history)", render->width, render->colour);
	for (guint i = 0; i < history->len; i++) {
		const DdAuditRow *row = &g_array_index(history, DdAuditRow, i);
		char when[DD_INSTANT_BUFFER];
		g_autofree char *text = g_strdup_printf("%s · %s%s%s", row->record.action, row->who,
			row->record.why != NULL ? " · " : "",
			row->record.why != NULL ? row->record.why : "");
		g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
		dd_block_add(block, dd_instant_format(row->at, when), 28, DD_STYLE_QUIET, text,
			DD_STYLE_PLAIN);
		dd_block_print(block, render->out, 0);
	}
}

static void
print_sheet(const DdRender *render, const DdUnitBook *book, const DdBookUnit *unit,
	const GArray *history)
{
	const DdBookUnit *parent = dd_unit_book_get_parent(book, unit);
	g_autoptr(GString) days = g_string_new(NULL);
	append_days(days, unit);
	g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
	dd_block_add(block, "Đơn vị", LABEL, DD_STYLE_QUIET, unit->name, DD_STYLE_STRONG);
	add_fact(block, "Mã", unit->id);
	add_fact(block, "Tên ngắn", unit->short_name);
	add_list(block, "Viết tắt", unit->abbreviations);
	add_list(block, "Tên khác", unit->aliases);
	add_fact(block, "Loại", unit->kind);
	add_fact(block, "Thuộc", parent != NULL ? parent->name : NULL);
	add_fact(block, "Hiệu lực", days->str);
	add_list(block, "Nhóm", unit->groups);
	add_successions(block, book, unit, true);
	add_successions(block, book, unit, false);
	dd_block_print(block, render->out, 0);
	print_history(render, history);
}

void
dd_render_unit(const DdRender *render, DdTasksForm form, const DdUnitBook *book,
	const DdBookUnit *unit, const GArray *history)
{
	if (form != DD_TASKS_JSON) {
		print_sheet(render, book, unit, history);
		return;
	}
	DdJsonWriter *json = begin_json(render, NULL);
	dd_json_open_unit(json, "unit", unit);
	dd_json_close(json, '}');
	dd_json_successions(json, book, unit->id);
	dd_json_unit_history(json, history);
	end_json(json);
}

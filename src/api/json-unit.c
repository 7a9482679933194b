/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-unit.c: the directory, and names with their proposals */
#include "json-unit.h"

#include <string.h>

#include "audit.h"
#include "instant.h"
#include "json-task.h"

static void
write_list(DdJsonWriter *json, const char *key, const char *const *list)
{
	dd_json_open(json, key, '[', true);
	for (; *list != NULL; list++)
		dd_json_string(json, NULL, *list);
	dd_json_close(json, ']');
}

void
dd_json_open_unit(DdJsonWriter *json, const char *key, const DdBookUnit *unit)
{
	dd_json_open(json, key, '{', false);
	dd_json_uint(json, "number", (uint64_t)unit->number);
	dd_json_string(json, "id", unit->id);
	dd_json_string(json, "name", unit->name);
	dd_json_string(json, "short_name", unit->short_name);
	dd_json_string(json, "kind", unit->kind);
	dd_json_string(json, "parent", unit->parent);
	dd_json_day(json, "valid_from", unit->first);
	dd_json_day(json, "valid_to", unit->last);
	write_list(json, "abbreviations", unit->abbreviations);
	write_list(json, "aliases", unit->aliases);
	write_list(json, "groups", unit->groups);
}

static void
write_succession(DdJsonWriter *json, const DdSuccession *one)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "from", one->from);
	dd_json_string(json, "to", one->to);
	dd_json_string(json, "field", *one->field != '\0' ? one->field : NULL);
	dd_json_day(json, "day", one->day);
	dd_json_string(json, "document", one->document);
	dd_json_close(json, '}');
}

void
dd_json_successions(DdJsonWriter *json, const DdUnitBook *book, const char *id)
{
	size_t n;
	const DdSuccession *all = dd_unit_book_get_successions(book, &n);
	dd_json_open(json, "successions", '[', false);
	for (size_t i = 0; i < n; i++)
		if (id == NULL || strcmp(all[i].from, id) == 0 || strcmp(all[i].to, id) == 0)
			write_succession(json, &all[i]);
	dd_json_close(json, ']');
}

void
dd_json_unit_history(DdJsonWriter *json, const GArray *history)
{
	dd_json_open(json, "history", '[', false);
	for (guint i = 0; i < history->len; i++) {
		const DdAuditRow *row = &g_array_index(history, DdAuditRow, i);
		char when[DD_INSTANT_BUFFER];
		dd_json_open(json, NULL, '{', false);
		dd_json_string(json, "at", dd_instant_format(row->at, when));
		dd_json_string(json, "who", row->who);
		dd_json_string(json, "action", row->record.action);
		dd_json_string(json, "why", row->record.why);
		dd_json_string(json, "was", row->record.was_json);
		dd_json_string(json, "now", row->record.now_json);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

void
dd_json_heirs(DdJsonWriter *json, const GArray *heirs)
{
	dd_json_open(json, "heirs", '[', false);
	for (guint i = 0; i < heirs->len; i++) {
		const DdHeir *heir = &g_array_index(heirs, DdHeir, i);
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "unit", heir->unit != NULL ? heir->unit->id : NULL);
		dd_json_string(json, "name", heir->name);
		dd_json_string(json, "field", *heir->field != '\0' ? heir->field : NULL);
		dd_json_day(json, "day", heir->day);
		dd_json_string(json, "source", heir->source);
		dd_json_bool(json, "national", heir->national);
		dd_json_bool(json, "told", heir->told);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
}

static void
write_units(DdJsonWriter *json, const DdUnitProposal *proposal)
{
	dd_json_open(json, "candidates", '[', false);
	for (size_t i = 0; i < proposal->match.n; i++) {
		const DdUnitCandidate *one = &proposal->match.items[i];
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "unit", one->unit->id);
		dd_json_string(json, "name", one->unit->name);
		dd_json_string(json, "how", dd_name_how_to_string(one->how));
		dd_json_uint(json, "score", one->score);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	if (!proposal->collective)
		return;
	dd_json_open(json, "members", '[', true);
	for (guint i = 0; i < proposal->group.members->len; i++) {
		const DdBookUnit *unit = g_ptr_array_index(proposal->group.members, i);
		dd_json_string(json, NULL, unit->id);
	}
	dd_json_close(json, ']');
}

void
dd_json_proposal(DdJsonWriter *json, const DdUnitProposal *proposal)
{
	dd_json_string(json, "ask", dd_ask_to_string(proposal->ask));
	write_units(json, proposal);
	dd_json_heirs(json, proposal->heirs);
}

void
dd_json_name(DdJsonWriter *json, int64_t document, const DdStoredName *name,
	const DdUnitProposal *proposal)
{
	dd_json_open(json, NULL, '{', false);
	dd_json_uint(json, "document", (uint64_t)document);
	dd_json_string(json, "name", name->name);
	dd_json_uint(json, "tasks", (uint64_t)name->tasks);
	dd_json_uint(json, "leads", (uint64_t)name->leads);
	dd_json_string(json, "settled", name->settled);
	dd_json_bool(json, "everywhere", name->settled != NULL && name->everywhere);
	dd_json_proposal(json, proposal);
	dd_json_close(json, '}');
}

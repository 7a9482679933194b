/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-unit.h: units, and what is proposed for names in plans, as JSON: what the commands print and what the server answers */
#pragma once

#include "json-writer.h"
#include "stored-unit.h"
#include "unit-resolve.h"

G_BEGIN_DECLS

/* Begins the object of a unit, which is left open for what belongs to it; @key is NULL inside an array and at the top */
void
dd_json_open_unit(DdJsonWriter *json, const char *key, const DdBookUnit *unit);
/* Writes "successions": those from and to the unit @id, NULL all */
void
dd_json_successions(DdJsonWriter *json, const DdUnitBook *book, const char *id);
/* Writes "history": rows of the record (DdAuditRow) */
void
dd_json_unit_history(DdJsonWriter *json, const GArray *history);
/* Writes "heirs": DdHeir */
void
dd_json_heirs(DdJsonWriter *json, const GArray *heirs);
/* Writes what a person is asked and what is proposed, into an object that is open */
void
dd_json_proposal(DdJsonWriter *json, const DdUnitProposal *proposal);
/* Writes a name of a document with its proposal */
void
dd_json_name(DdJsonWriter *json, int64_t document, const DdStoredName *name,
	const DdUnitProposal *proposal);

G_END_DECLS

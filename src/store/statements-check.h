/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statements-check.h: the ways in which a check goes through the store, besides those of copy-table.h; rows that are sealed */
#pragma once

#include "seal.h"
#include "walk.h"

G_BEGIN_DECLS

typedef enum {
	DD_WALK_RECORDS,     /* of one kind of thing: its number, seq, now_json */
	DD_WALK_FORMS,       /* with their files: DD_COLUMNS_FORM, then DD_COLUMNS_FILE */
	DD_WALK_ATTACHMENTS, /* with their files: DD_COLUMNS_ATTACHMENT, then DD_COLUMNS_FILE */
	DD_WALK_TASKS,       /* of one reading: DD_COLUMNS_TASK */
	DD_WALK_ASSIGNMENTS, /* of one reading: DD_COLUMNS_ASSIGNMENT */
	DD_WALK_CITATIONS,   /* of one reading: DD_COLUMNS_CITATION */
	DD_WALK_SOURCES,     /* of one reading: DD_COLUMNS_SOURCE */
	DD_WALK_STATES,      /* of all tasks: id, state, version, 1 where a person changed them */
	DD_WALK_ADDED,       /* of those that a person added: DD_COLUMNS_TASK */
	DD_WALK_CORRECTIONS, /* task, position, field, was, now */
	DD_WALK_SETTLED_NAMES, /* task, role, position, name, name_key, 1 where a person changed the task */
	DD_WALK_DOCUMENTS,
	DD_WALK_READINGS,   /* DD_COLUMNS_READING, then json */
	DD_WALK_REREADINGS, /* document, id, program, hash, json */
	DD_WALK_STEPS,
	DD_WALK_FOLLOWS,
	DD_WALK_OCCURRENCES,
	DD_WALK_UNITS,
	DD_WALK_UNIT_NAMES,
	DD_WALK_SUCCESSIONS,
	DD_WALK_SETTLEMENTS,
	DD_WALK_ACCOUNTS,
	DD_WALK_TOKENS,
	DD_WALK_RULES,
	DD_WALK_HOLIDAY_YEARS,
	DD_WALK_HOLIDAYS,
	DD_WALK_LAST
} DdWalkKind;

extern const DdWalkTable dd_walk_tables[DD_WALK_LAST];
/* Rows of one thing, by the seal that they are under; those that are sealed as they come in have none */
extern const DdDbStatement dd_seal_sql[DD_SEAL_LAST];

G_END_DECLS

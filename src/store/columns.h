/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns.h: columns of tables in the one order in which they are written, copied, and sealed (seal.h) */
#pragma once

#define DD_COLUMNS_FILE "hash, size, kind, added_at"
#define DD_COLUMNS_DOCUMENT                                                                        \
	"id, known, type, number, date, issuer, title, signer, number_key, issuer_key"
#define DD_COLUMNS_FORM "file_hash, name_inside, document_id, name, added_at"
#define DD_COLUMNS_READING "id, document_id, file_hash, name_inside, state, program, added_at, hash"
#define DD_COLUMNS_SOURCE "reading_id, json"
/* of a task what was read; state and version change */
#define DD_COLUMNS_TASK                                                                            \
	"id, reading_id, position, label, heading, text, line_start, line_end, time_raw, "         \
	"time_json, product, confidence"
#define DD_COLUMNS_ASSIGNMENT "task_id, role, position, name, name_key, confidence"
#define DD_COLUMNS_CITATION                                                                        \
	"reading_id, position, document_id, relation, clause, raw, line, confidence"
/* without unit_id, which follows from lead_key and the directory, and is held against both */
#define DD_COLUMNS_FOLLOW                                                                          \
	"task_id, lead, lead_key, due_kind, open, position, due, due_order, percent, stopped, "    \
	"submitted_by, until, truncated"
#define DD_COLUMNS_ATTACHMENT "id, task_id, file_hash, name, who, added_at, step"
#define DD_COLUMNS_OCCURRENCE                                                                      \
	"task_id, position, start, due, said, what, rule, stopped, changes, was"
#define DD_COLUMNS_STEP                                                                            \
	"task_id, position, at, who, role, unit, action, occurrence, state, due, percent, "        \
	"stopped, reason, document, product, proof, done, next, difficulty, proposal, until, "     \
	"lead, "                                                                                   \
	"lead_key"
#define DD_COLUMNS_UNIT "id, code, name, kind, parent_id, valid_from, valid_to"
#define DD_COLUMNS_UNIT_NAME "unit_id, position, what, name, name_key"
#define DD_COLUMNS_SUCCESSION "from_id, to_id, field, from_day, document"
#define DD_COLUMNS_SETTLEMENT "unit_id, document_id, name_key, name"
/* without what signing in counts, and the last code that was taken */
#define DD_COLUMNS_ACCOUNT                                                                         \
	"id, name, name_key, role, unit, password, totp, disabled, created_at, way, subject"
/* without the time of the last use */
#define DD_COLUMNS_TOKEN "account_id, id, hash, name, scopes, created_at, expires_at"
/* what is demanded of roles is recorded of account 0 */
#define DD_COLUMNS_RULE "CAST(0 AS bigint), role, totp"

#define DD_COLUMNS_HOLIDAY_YEAR "year, version"
#define DD_COLUMNS_HOLIDAY "year, position, first, last, what, name, source"

/* Columns in the order in which audit.c reads them */
#define DD_SQL_AUDIT_COLUMNS                                                                       \
	"seq, at, who, origin, action, object, object_id, was_json, now_json, why, previous, hash"
/* Columns in the order in which stored.c reads them */
#define DD_SQL_DOCUMENT_COLUMNS                                                                    \
	"d.id, d.known, d.type, d.number, d.date, d.issuer, d.title, d.signer, "                   \
	"r.id, r.state, r.added_at, (SELECT count(*) FROM task t WHERE t.reading_id = r.id "       \
	"AND t.state <> 'dropped')"
/* Columns in the order in which follow-list.c reads them */
#define DD_SQL_FOLLOW_COLUMNS                                                                      \
	"f.task_id, r.document_id, d.number, t.label, t.text, f.lead, f.due_kind, f.due_order, "   \
	"t.state, f.due, f.stopped, f.percent, f.until, f.lead_key, f.changed, t.version, "        \
	"t.product"

/* How many they are */
enum {
	DD_N_FILE = 4,
	DD_N_DOCUMENT = 10,
	DD_N_FORM = 5,
	DD_N_READING = 8,
	DD_N_SOURCE = 2,
	DD_N_TASK = 12,
	DD_N_ASSIGNMENT = 6,
	DD_N_CITATION = 8,
	DD_N_FOLLOW = 13,
	DD_N_ATTACHMENT = 7,
	DD_N_OCCURRENCE = 10,
	DD_N_STEP = 23,
	DD_N_UNIT = 7,
	DD_N_UNIT_NAME = 5,
	DD_N_SUCCESSION = 5,
	DD_N_SETTLEMENT = 4,
	DD_N_ACCOUNT = 11,
	DD_N_TOKEN = 7,
	DD_N_RULE = 3,
	DD_N_HOLIDAY_YEAR = 2,
	DD_N_HOLIDAY = 7,
};

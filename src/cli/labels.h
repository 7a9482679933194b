/* SPDX-License-Identifier: GPL-3.0-or-later */
/* labels.h: the records of a reading in words for people, Vietnamese */
#pragma once

#include <dondoc/dondoc.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Of a task with more days than are kept, a format for their number in both languages */
#define DD_LABEL_TRUNCATED "chỉ giữ %u hạn đầu tiên, còn nữa (only the first %u days are kept)"

/* Returns: (transfer full) "20/11/2026", NULL for no day */
char *
dd_label_day(DdDay day);
/* Returns: (transfer full) "132–153", "12", or "" for nowhere */
char *
dd_label_lines(const DdSpan *span);
/*
 * Returns: (transfer full) a time: @raw (nullable) as it stands, with the days that follow from it; NULL when nothing is
 * said
 */
char *
dd_label_time(const DdTime *time, const char *raw);
/* Returns: TRUE when a person should look; a value that nobody rated (no rule, confidence 0) counts as sure */
bool
dd_label_is_unsure(uint8_t confidence, const char *rule);
/* Returns: (transfer full) a value, marked by a sign and a word where it is unsure; NULL when nothing is said */
char *
dd_label_field(const DdField *field);
/* Returns: (transfer full) the values with "; " between; @marked: the unsure ones are marked. NULL when there are none */
char *
dd_label_list(const DdFieldList *list, bool marked);
/* Returns: (transfer full) the figures of a task, "80 % trường THPT (2030); …", NULL when there are none */
char *
dd_label_indicators(const DdIndicator *items, size_t n);
/* Returns: (transfer full) who does what for whom by when */
char *
dd_label_duty(const DdDuty *duty);
/* Returns: (transfer full) the day and hour of a session or its time in words; "chưa ấn định" when nothing is said */
char *
dd_label_session_start(const DdSession *session);
/* Returns: (transfer full) a citation as it stands; a short form with what it is short for */
char *
dd_label_citation(const DdCitation *citation);
/* Returns: (transfer full) what is remarked, Vietnamese where there is one */
char *
dd_label_anomaly(const DdAnomaly *anomaly);
/* Returns: (transfer full) signer, position and authority; NULL when nobody signs */
char *
dd_label_signer(const DdDocumentHeader *document);
/* Returns: (transfer full) the day of the document, with what it was taken from when that is not its own words; NULL none */
char *
dd_label_document_day(const DdDocumentHeader *document);
/* Returns: (transfer full) a signature inside of the file in one line: who, when, whether it holds, for how much */
char *
dd_label_signature(const DdSignature *signature);
/* Returns: (transfer full) type and number: "Kế hoạch 378/KH-SKHCN" */
char *
dd_label_document(const DdDocumentHeader *document);
/* Returns: (transfer none) the name of a task's stored state ("doing"), itself when there is none such */
const char *
dd_label_state(const char *word);
const char *
dd_label_relation(DdRelation relation);
const char *
dd_label_duty_kind(DdDutyKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading-words.h: the words of the JSON form, both ways */
#pragma once

#include <dondoc/reading.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Find the kind that @word names. Returns: FALSE when there is none; @kind_out stays as it was */
bool
dd_time_kind_from_string(const char *word, DdTimeKind *kind_out);
bool
dd_relation_from_string(const char *word, DdRelation *relation_out);
bool
dd_duty_kind_from_string(const char *word, DdDutyKind *kind_out);
bool
dd_signature_state_from_string(const char *word, DdSignatureState *state_out);
bool
dd_trust_from_string(const char *word, DdTrust *trust_out);
/* Returns: TRUE for a period that has an English word of its own ("year"), not one as written ("3 năm") */
bool
dd_is_simple_period(const char *period);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading.c: the end of a reading's life and the words of its enumerations */
#include "arena.h"
#include "reading-words.h"

#include <dondoc/reading.h>
#include <string.h>

void
dd_reading_free(DdReading *self)
{
	if (self == NULL)
		return;
	dd_arena_free(self->arena);
	g_free(self);
}

const char *
dd_time_kind_to_string(DdTimeKind kind)
{
	static const char *const words[DD_TIME_LAST] = {
		[DD_TIME_NONE] = "none",
		[DD_TIME_CONTINUOUS] = "continuous",
		[DD_TIME_ANNUAL] = "annual",
		[DD_TIME_WHOLE_YEAR] = "whole-year",
		[DD_TIME_QUARTER] = "quarter",
		[DD_TIME_MONTH] = "month",
		[DD_TIME_YEAR] = "year",
		[DD_TIME_BY_DATE] = "by-date",
		[DD_TIME_RANGE] = "range",
		[DD_TIME_FROM] = "from",
		[DD_TIME_EVENT] = "event",
		[DD_TIME_STAGED] = "staged",
		[DD_TIME_PERIODIC] = "periodic",
	};
	g_return_val_if_fail((unsigned)kind < DD_TIME_LAST, "none");
	return words[kind];
}

const char *
dd_relation_to_string(DdRelation relation)
{
	static const char *const words[DD_RELATION_LAST] = {
		[DD_RELATION_MENTIONS] = "mentions",
		[DD_RELATION_BASIS] = "basis",
		[DD_RELATION_IMPLEMENTS] = "implements",
		[DD_RELATION_AMENDS] = "amends",
		[DD_RELATION_ATTACHED_TO] = "attached_to",
	};
	g_return_val_if_fail((unsigned)relation < DD_RELATION_LAST, "mentions");
	return words[relation];
}

const char *
dd_duty_kind_to_string(DdDutyKind kind)
{
	static const char *const words[DD_DUTY_LAST] = {
		[DD_DUTY_REPORT] = "report",
		[DD_DUTY_CONSOLIDATE] = "consolidate",
		[DD_DUTY_MONITOR] = "monitor",
		[DD_DUTY_REVIEW] = "review",
		[DD_DUTY_ADJUST] = "adjust",
		[DD_DUTY_FUND] = "fund",
		[DD_DUTY_PUBLISH] = "publish",
	};
	g_return_val_if_fail((unsigned)kind < DD_DUTY_LAST, "report");
	return words[kind];
}

const char *
dd_signature_state_to_string(DdSignatureState state)
{
	static const char *const words[DD_SIGNATURE_LAST] = {"unreadable", "broken", "valid"};
	g_return_val_if_fail((unsigned)state < DD_SIGNATURE_LAST, "unreadable");
	return words[state];
}

const char *
dd_trust_to_string(DdTrust trust)
{
	static const char *const words[DD_TRUST_LAST] = {"unchecked", "unknown", "expired", "given"};
	g_return_val_if_fail((unsigned)trust < DD_TRUST_LAST, "unchecked");
	return words[trust];
}

bool
dd_time_kind_from_string(const char *word, DdTimeKind *kind_out)
{
	for (unsigned i = 0; i < DD_TIME_LAST; i++) {
		if (strcmp(word, dd_time_kind_to_string((DdTimeKind)i)) == 0) {
			*kind_out = (DdTimeKind)i;
			return true;
		}
	}
	return false;
}

bool
dd_relation_from_string(const char *word, DdRelation *relation_out)
{
	for (unsigned i = 0; i < DD_RELATION_LAST; i++) {
		if (strcmp(word, dd_relation_to_string((DdRelation)i)) == 0) {
			*relation_out = (DdRelation)i;
			return true;
		}
	}
	return false;
}

bool
dd_duty_kind_from_string(const char *word, DdDutyKind *kind_out)
{
	for (unsigned i = 0; i < DD_DUTY_LAST; i++) {
		if (strcmp(word, dd_duty_kind_to_string((DdDutyKind)i)) == 0) {
			*kind_out = (DdDutyKind)i;
			return true;
		}
	}
	return false;
}

bool
dd_signature_state_from_string(const char *word, DdSignatureState *state_out)
{
	for (unsigned i = 0; i < DD_SIGNATURE_LAST; i++) {
		if (strcmp(word, dd_signature_state_to_string((DdSignatureState)i)) == 0) {
			*state_out = (DdSignatureState)i;
			return true;
		}
	}
	return false;
}

bool
dd_trust_from_string(const char *word, DdTrust *trust_out)
{
	for (unsigned i = 0; i < DD_TRUST_LAST; i++) {
		if (strcmp(word, dd_trust_to_string((DdTrust)i)) == 0) {
			*trust_out = (DdTrust)i;
			return true;
		}
	}
	return false;
}

bool
dd_is_simple_period(const char *period)
{
	static const char *const words[] = {"year", "half-year", "quarter", "month", "week", "day"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(period, words[i]) == 0)
			return true;
	return false;
}

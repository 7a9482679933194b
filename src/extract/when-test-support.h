/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-test-support.h: for tests only: a grammar of times, and a time as one line of text */
#pragma once

#include "date.h"
#include "when.h"

G_BEGIN_DECLS

typedef struct {
	int year; /* of the plan */
	const char *text;
	const char *want; /* kind, days, every=, before=, [stages] */
} DdTimeRow;

typedef struct {
	DdLexicon *lexicon;
	DdTimeGrammar *grammar;
	DdArena *arena;
	DdTokens tokens;
} DdTimeFixture;

void
dd_time_fixture_setup(DdTimeFixture *fixture, const void *unused);
void
dd_time_fixture_clear(DdTimeFixture *fixture, const void *unused);
/* Returns: (transfer full): one line that says all that the time says */
char *
dd_time_show(const DdTime *time);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline-private.h: shared by the parts of the outline: the words it knows, joining, numbering */
#pragma once

#include "mark.h"
#include "outline.h"
#include "phrase.h"

G_BEGIN_DECLS

#define DD_SPELLING_BYTES 40u

/* A phrase in bare letters, for damaged text */
typedef struct {
	char fold[DD_SPELLING_BYTES];
	uint32_t letters; /* a bit for each letter a–z in it */
	uint8_t len;
	uint8_t value;
} DdSpelling;

struct _DdOutlineGrammar {
	DdPhrases *halves, *posts, *sections, *openings, *topics, *closings, *counted, *parts,
		*bases, *announcements, *reports, *report_titles, *unnamed, *works;
	DdSpelling *near_sections, *near_closings; /* of their long phrases */
	size_t n_near_sections, n_near_closings;
};

/* What a word of @counted wants behind it, and where a word of @parts stands: in another part or around one */
enum { DD_WANTS_SOMETHING, DD_WANTS_NUMBER };
enum { DD_PART_INNER = 1, DD_PART_OUTER = 2 };

/* Of @unnamed: a name has to follow, or the words are a name already */
enum { DD_NAME_FOLLOWS, DD_NAME_WHOLE };

/* Of @reports: the word for it, contents announced behind that word, both in one, and the list of something else */
enum { DD_ASK_REPORT, DD_ASK_CONTENTS, DD_ASK_OUTLINE, DD_ASK_NOT };

/* One open level of the outline */
typedef struct {
	DdMarkFound mark;
	size_t para; /* index of its paragraph */
	const char *id;
} DdOutlineLevel;

/* Returns: TRUE when [@from, @to) ends by announcing what a report is to be about: "… báo cáo, trong đó làm rõ:" */
bool
dd_outline_asks_for_report(
	const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to);
/* Returns: TRUE when the title at @from is that of an outline of a report: "ĐỀ CƯƠNG BÁO CÁO" */
bool
dd_outline_is_of_report(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from);

G_END_DECLS

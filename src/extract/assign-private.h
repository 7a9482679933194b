/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assign-private.h: what the parts of the reader of "A chủ trì, phối hợp với B" share */
#pragma once

#include "assign.h"
#include "phrase.h"

G_BEGIN_DECLS

#define DD_ASSIGN_CUES 128u      /* cues of one stretch that are looked at */
#define DD_ASSIGN_NAME_REACH 60u /* tokens that the names before "chủ trì" may take */

typedef enum {
	DD_SAY_LEAD,
	DD_SAY_WITH, /* names of helpers follow: phối hợp với */
	DD_SAY_PART, /* the same, and they only take part: với sự tham gia của */
	DD_SAY_MUST,
	DD_SAY_GIVE,
	DD_SAY_GIVE_WEAK,
	DD_SAY_BY,
	DD_SAY_NEUTRAL,
	DD_SAY_BESIDE, /* cùng, cùng với: helpers where it stands right behind who leads */
	DD_SAY_HEAD,   /* who stands beside it directs: chỉ đạo */
	DD_SAY_HELP,   /* who stands before it helps: hỗ trợ kỹ thuật, cùng tham gia */
} DdAssignSay;

struct _DdAssignGrammar {
	DdPhrases *cues, *titles;
	DdPhrases *roles; /* DD_SAY_LEAD, DD_SAY_HELP or DD_SAY_HEAD: what is said beside a name in a bracket */
	DdPhrases *openers;   /* how a sentence begins whose subject stands behind a comma */
	DdPhrases *tells;     /* behind a subject: what it did or is */
	DdPhrases *weak;      /* roles that behind a comma say nothing */
	DdPhrases *addresses; /* before the name of whom a heading speaks to */
	DdPhrases *manners;   /* between "phối hợp" and "với": how */
	DdPhrases *withs;     /* before the names of helpers, behind a manner */
	DdPhrases *levels;    /* "cấp tỉnh": a level in the place of a unit */
	DdPhrases *heads;     /* before the names of several units: whoever is at their head */
};

/* A cue found in the stretch */
typedef struct {
	uint32_t at;
	uint16_t len;
	uint16_t cue;
} DdAssignCue;

/* What the helpers share while one stretch is read */
typedef struct {
	const DdAssignGrammar *grammar;
	DdContext *context;
	const DdTokens *tokens;
	size_t from, to;
	const DdAssignCue *cues; /* in order of place */
	size_t n_cues;
} DdAssignReader;

/* The names that begin at @at. Returns: their tokens, 0 when there are none */
size_t
dd_assign_names(const DdAssignReader *reader, size_t at, size_t to, DdFieldList *list);
/* The names that end right before token @end ("… do Sở A và Sở B" chủ trì). Returns: TRUE when there are any, with their
 * first token in *@at_out (nullable) */
bool
dd_assign_names_before(const DdAssignReader *reader, size_t end, DdFieldList *list, size_t *at_out);
/* Fills @room, which @reader keeps, with all cues of the stretch in one pass; what stands in a cue begins none. */
void
dd_assign_gather_cues(DdAssignReader *reader, DdAssignCue room[DD_ASSIGN_CUES]);
/* Returns: the cue at @at, -1 when there is none */
int
dd_assign_cue_at(const DdAssignReader *reader, size_t at, size_t *len);
/* Returns: the first @cue in [@from, @to), or @to */
size_t
dd_assign_find_cue(const DdAssignReader *reader, size_t from, size_t to, int cue, size_t *len);
/* assign-words.c: Returns: TRUE when the name begins with the post of who is at the head of a unit */
bool
dd_assign_has_post(const char *name);
bool
dd_assign_is_sure(const DdFieldList *names);
/* Returns: the ';' outside inner brackets that ends the part at @at, or @close */
size_t
dd_assign_end_of_part(const DdAssignReader *reader, size_t at, size_t close);
/*
 * Names in brackets at the end: "(giao Sở Y tế chủ trì; các sở phối hợp)", "[Phòng Tổ chức]", "(do A và B thực hiện)",
 * "(A chủ trì, phối hợp với B; quý II/2025)": what is no name beside "chủ trì" is when. Returns: FALSE when nobody leads;
 * "(phối hợp với B)" still gives the helpers.
 */
bool
dd_assign_read_bracketed(const DdAssignReader *reader, DdAssign *assign);
/*
 * Is the name before the dash or comma @sign free, so that the one behind goes on with it? "Trạm Y tế - Sở Y tế" is one unit and whose
 * it is; in "… của HĐND xã - Văn phòng", "theo hướng dẫn của Sở A, Phòng B" another word governs it, and who acts stands behind
 */
bool
dd_assign_goes_on_with_names(const DdAssignReader *reader, size_t sign);
/* "Rà soát hồ sơ – Văn phòng Sở thực hiện.": names with a role at the end, behind a dash or a stop */
bool
dd_assign_read_dashed(const DdAssignReader *reader, DdAssign *assign);

/* assign-request.c: "đề nghị Quý Sở bố trí …": those whom the letter is sent to are asked. Returns: FALSE when nobody is asked so */
bool
dd_assign_read_honoured(const DdAssignReader *reader, DdAssign *assign);
/* assign-helpers.c: helpers of [@from, @to): "phối hợp với B", "với sự tham gia của B", "cùng B", "A chủ trì; B, C phối hợp." */
void
dd_assign_read_helpers(const DdAssignReader *reader, size_t from, size_t to, DdAssign *assign);
/* The same behind the leads, up to @to: "…; Sở B phối hợp, hỗ trợ", "…, Sở C hỗ trợ kỹ thuật" */
void
dd_assign_read_late_helpers(const DdAssignReader *reader, size_t to, DdAssign *assign);

/* assign-words.c: Returns: how high the body @name stands: who proposes to a higher one gives it no work */
unsigned
dd_assign_rank_of(const char *name);

G_END_DECLS

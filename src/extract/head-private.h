/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-private.h: shared by the files that read a document's head and tail */
#pragma once

#include "head-line.h"
#include "head.h"

G_BEGIN_DECLS

/* What a known name segment is */
enum {
	DD_SEGMENT_KIND = 1,   /* begins the name of an office */
	DD_SEGMENT_POST = 2,   /* begins a post */
	DD_SEGMENT_PROPER = 4, /* a proper name follows */
	DD_SEGMENT_OWN = 8,    /* offices of this kind have names of their own: no place is added */
	DD_SEGMENT_LEVEL = 32, /* tỉnh, huyện, xã, … */
};

typedef struct {
	DdField number, symbol; /* symbol alone where the number is blank */
	bool found;
	uint32_t from, to; /* of the line */
} DdHeadNumber;

typedef struct {
	DdField place, raw;
	DdDay day;
	int year; /* 0: not said */
	bool found;
	uint32_t from, to;
} DdHeadDate;

/* The reader's state, one for each document */
typedef struct {
	DdContext *context;
	DdHeadLine line;    /* scratch */
	GArray *signatures; /* DdElectronicSignature */
	uint32_t last_signature_line;
	uint32_t body; /* first line behind the head */
	bool appendix; /* the whole file is an appendix */
	bool has_tail;
	bool ended; /* "./." or a tail was passed */
	DdSpan note_span;
	const char *office; /* whose letterhead it is; NULL: no authority was read */
} DdHead;

/* head-number.c */
/* Looks for "Số: 12/KH-SYT" at a column's start */
void
dd_head_find_number(DdContext *context, const DdHeadLine *line, DdHeadNumber *number_out);
/* Looks for "Hà Giang, ngày 5 tháng 3 năm 2024" */
void
dd_head_find_date(DdContext *context, const DdHeadLine *line, DdHeadDate *date_out);
/* Returns: TRUE when nothing but the edge of the column stands at @at */
bool
dd_head_is_alone_behind(const DdHeadLine *line, uint32_t at);
/* "CỘNG HÒA XÃ HỘI / CHỦ NGHĨA VIỆT NAM". Returns: the last line of a motto broken behind line @i, @i when it is none */
uint32_t
dd_head_find_broken_motto(const DdContext *context, const DdHeadLine *line, uint32_t i);
/* "Số: / 12/QĐ-UBND", "Hà Giang, ngày 5 / tháng 3 năm 2024": what is not found already is looked for and set.
 * Returns: the last line of a number or date that a narrow cell broke, @i when line @i and the next are none */
uint32_t
dd_head_find_broken(DdContext *context, const DdHeadLine *line, uint32_t i, DdHeadNumber *number,
	DdHeadDate *date);
/* Puts the code of @type where a scan has letters like it: "42/Kb-LĐLĐ" → "42/KH-LĐLĐ" */
void
dd_head_mend_number(DdContext *context, const char *type, DdField *field);

/* head-segments.c */
/* Returns: the longest known segment of a name at @text, its flags and length; NULL none */
const char *
dd_head_segment_find(const DdContext *context, const char *text, size_t len, unsigned *flags_out,
	size_t *len_out);
/* Returns: the province named at @text with its length, NULL none */
const char *
dd_head_province_at(const DdContext *context, const char *text, size_t len, size_t *len_out);
/* Returns: flags of the segment that begins at @text, with its length in bytes in @len_out; 0 none */
unsigned
dd_head_segment_at(const DdContext *context, const char *text, size_t len, size_t *len_out);
/* Returns: the province with this name, nearly so in damaged text; NULL none */
const DdProvince *
dd_head_province_near(const DdContext *context, const char *name);
/* Returns: the province that is named most often as "tỉnh X" at the beginning of the text, NULL none */
const DdProvince *
dd_head_province_frequent(const DdContext *context);
/* head-person.c */
/* Returns: TRUE when every word begins with a capital and goes on small: perhaps a person's or a place's name */
bool
dd_head_is_person(const DdContext *context, const char *text, size_t len, bool sure,
	const char **name_out, DdArena *arena);
/* head-names.c */
/* Returns: (in the arena) a name in capitals written by the rules for capitals of NĐ 30/2020; restored where damaged */
const char *
dd_head_name_case(DdContext *context, const char *written);
/* Puts the issuer together from the lines of the letterhead (@lines: GPtrArray of strings) */
void
dd_head_issuer(
	DdContext *context, GPtrArray *lines, const char **issuer_out, const char **superior_out);
/* Returns: (in the arena) @issuer with the place it lacks, from its superior or the place line */
const char *
dd_head_issuer_complete(DdContext *context, const char *issuer, const char *superior);
/* head-letter.c */
/* Reads the letterhead and the title: fills the document, sets zones, head->body */
void
dd_head_read_letter(DdHead *head);
/* head-start.c */
/* Returns: the first line of a letterhead that begins behind line @from, below lines of a portal, else the title's; n_lines: none */
uint32_t
dd_head_find_start(DdContext *context, uint32_t from);
/* head-title.c */
/* Reads the title under the type; @rest: where it begins in the type's own line, 0 not there. Returns: the line behind it */
uint32_t
dd_head_read_title(DdHead *head, const char *type, uint32_t type_line, uint32_t rest);
/* Who decides and to whom, from line @i on; @type NULL: no authority stands here. Returns: the line of the text */
uint32_t
dd_head_read_below_title(DdHead *head, const char *type, uint32_t i);
/* The words by which a body begins: Căn cứ, Thực hiện, Kính gửi, I., 1., … */
bool
dd_head_is_body_cue(const DdContext *context, const DdHeadLine *line);

/* head-tail.c */
/* Reads a tail that begins at line @from. Returns: the line behind it, @from when there is none */
uint32_t
dd_head_read_tail(DdHead *head, uint32_t from, uint32_t end);
/* Returns: first line of a signature block that ends before @end, not above @low; @end when there is none */
uint32_t
dd_head_signature_above(DdHead *head, uint32_t low, uint32_t end);
/* Returns: TRUE when the line begins with "Nơi nhận" */
bool
dd_head_is_recipients(const DdContext *context, const DdHeadLine *line);

/* head-stamp.c */
/* A cheap look at the letters of a line; @exact: none of them is misread. Returns: FALSE when, as these are spelled, it is no stamp */
bool
dd_head_may_be_stamp(const char *text, size_t len, bool exact);
/* Takes line @i when it is a stamp or part of an electronic signature: zone NOISE. Returns: FALSE when it is neither */
bool
dd_head_take_stamp(DdHead *head, uint32_t i);
/* head-parts.c */
/* Goes once over the lines behind the head: tails, appendices, attached documents, stamps */
void
dd_head_read_parts(DdHead *head);
/* Reads the head of an appendix whose first line is @line. Returns: the line behind it; title and note in the spans */
uint32_t
dd_head_read_annex_head(DdHead *head, uint32_t line, DdSpan *title_out, DdSpan *note_out);
/* Reads "(Kèm theo Kế hoạch số: 378 /KH-SKHCN ngày 01 tháng 3 năm 2024 của …)" */
void
dd_head_read_note(DdHead *head, DdSpan note, DdHeadNumber *number_out, DdHeadDate *date_out);

G_END_DECLS

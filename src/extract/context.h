/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * context.h: what the extractors share while one document is read. Order of work: lines → head (zones) → tables →
 * paragraphs → outline → citations → tasks, sessions → duties, targets → remarks. Each step reads what the steps before
 * it wrote. Spans hold text offsets in start and end until dd_context_locate turns them into places in the file.
 */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "cite.h"
#include "names.h"
#include "text.h"
#include "when.h"
#include "token.h"

G_BEGIN_DECLS

/* Where a line stands in the document */
typedef enum {
	DD_ZONE_BODY,     /* default */
	DD_ZONE_HEAD,     /* letterhead: motto, issuer, number, place and date, type */
	DD_ZONE_TITLE,    /* the title under the type */
	DD_ZONE_TAIL,     /* recipients and signature */
	DD_ZONE_ANNEX,    /* head of an appendix: its name, title, "(Kèm theo …)" */
	DD_ZONE_TABLE,    /* inside a table (set by table.c) */
	DD_ZONE_NOISE,    /* page numbers, running heads, stamps, electronic signatures */
} DdZone;

typedef struct {
	uint32_t start, end; /* text offsets, without the '\n' and outer white space */
	uint8_t zone;        /* DdZone */
	bool blank;
} DdLine;

/* What begins a paragraph */
typedef enum {
	DD_MARK_NONE,
	DD_MARK_PART,     /* Phần I, PHẦN THỨ NHẤT */
	DD_MARK_CHAPTER,  /* Chương II */
	DD_MARK_SECTION,  /* Mục 1 */
	DD_MARK_ARTICLE,  /* Điều 5 */
	DD_MARK_LETTER_UPPER, /* A. B. */
	DD_MARK_ROMAN,    /* I. II. */
	DD_MARK_NUMBER,   /* 1. 1.1. 1.1.1 1) */
	DD_MARK_LETTER,   /* a) a. đ) */
	DD_MARK_DASH,     /* - */
	DD_MARK_PLUS,     /* + */
	DD_MARK_DOT,      /* • * */
} DdMark;

/* What a paragraph is to the reader */
typedef enum {
	DD_ROLE_PROSE,
	DD_ROLE_HEADING,
	DD_ROLE_TASK,      /* first paragraph of a task */
	DD_ROLE_TASK_MORE, /* goes on with the task: further text or a labelled field */
	DD_ROLE_BASIS,     /* Căn cứ … */
	DD_ROLE_TITLE,
	DD_ROLE_ATTACHED,  /* (Kèm theo …) */
	DD_ROLE_CELL,      /* of a table */
} DdRole;

/* What a section is about, by its heading and the headings above */
typedef enum {
	DD_SECTION_NONE,
	DD_SECTION_AIMS,      /* mục đích, yêu cầu, quan điểm, mục tiêu, nguyên tắc */
	DD_SECTION_TASKS,     /* nhiệm vụ, giải pháp, nội dung */
	DD_SECTION_SCHEDULE,  /* thời gian, địa điểm, thành phần */
	DD_SECTION_FUNDS,     /* kinh phí */
	DD_SECTION_ORGANISE,  /* tổ chức thực hiện */
	DD_SECTION_REPORTS,   /* chế độ báo cáo */
	DD_SECTION_FACTS,     /* đánh giá tình hình, kết quả: what was, not what is to be */
} DdSection;

typedef struct {
	uint32_t start, end; /* text offsets, mark included */
	uint32_t body;       /* behind the mark */
	uint32_t line;       /* index of its first line */
	uint8_t mark;        /* DdMark */
	uint8_t role;        /* DdRole */
	uint8_t section;     /* DdSection */
	uint8_t depth;       /* of the outline, 0: none */
	int32_t above;       /* paragraph of the heading it stands under, -1: none */
	int32_t task;        /* index of its task, -1: none */
	uint32_t children;   /* marked paragraphs right under it */
	const char *id;      /* path, NULL: none */
} DdPara;

/* An appendix behind the document's own body */
typedef struct {
	uint32_t line;    /* index of its first line */
	const char *name; /* "Phụ lục", "Phụ lục II" */
} DdAnnex;

/* A cell of a table, for whoever reads text wherever it stands */
typedef struct {
	uint32_t start, end; /* text offsets */
	bool in_task;        /* of a row that was read as a task */
} DdCell;

typedef struct _DdContext {
	DdText *text;
	const char *chars; /* of @text */
	size_t len;
	DdDamage damage;
	const DdLexicon *lexicon;
	const DdTimeGrammar *times;
	const DdCiteGrammar *cites;
	const DdDirectory *directory;
	DdLocalNames *local;
	DdArena *arena;       /* the reading's */
	DdLine *lines;
	uint32_t n_lines;
	GArray *paras;        /* DdPara */
	GArray *cells;        /* DdCell, in reading order */
	GArray *annexes;      /* DdAnnex; none when the whole file is one appendix */
	DdReading *reading;   /* document head is written here directly */
	GArray *citations, *headings, *tasks, *duties, *sessions, *targets, *units, *people, *anomalies;
	DdTokens scratch;     /* of the stretch scanned last, read only */
	uint32_t scanned_start, scanned_end;
} DdContext;

/* Scans paragraph @i (with its mark) into context->scratch. Returns: index of the first token behind the mark */
size_t
dd_context_scan_para(DdContext *self, size_t i);
/* Scans any stretch of the text into context->scratch; the stretch scanned last is not scanned again */
void
dd_context_scan(DdContext *self, uint32_t start, uint32_t end);
/* Scans a string that is no part of the text; offsets of the tokens are offsets in the string */
void
dd_context_scan_string(DdContext *self, const char *string);
/* Overwrites [@start, @end) of the text by spaces: noise that no reader should see */
void
dd_context_blank(DdContext *self, uint32_t start, uint32_t end);
/* Returns: (transfer none, in the arena) the text of [@start, @end) with white space folded and trimmed */
const char *
dd_context_fold(DdContext *self, uint32_t start, uint32_t end);
/* Returns: the span of [@start, @end) in text offsets, lines not yet filled in */
DdSpan
dd_span(uint32_t start, uint32_t end);
/* Returns: a field with the folded text of [@start, @end) */
DdField
dd_context_field(DdContext *self, uint32_t start, uint32_t end, uint8_t confidence, const char *rule);
/* Returns: (transfer none) name of the appendix that line @line belongs to, NULL in the body */
const char *
dd_context_annex_at(const DdContext *self, uint32_t line);
/* Adds a remark; details are copied into the arena. @detail is English, @detail_vi Vietnamese */
void
dd_context_remark(DdContext *self, uint32_t start, uint32_t end, const char *kind, const char *detail, const char *detail_vi);

G_END_DECLS

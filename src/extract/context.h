/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * context.h: what the extractors share while one document is read. Order of work, as reader.c has it: lines → head
 * (zones) → tables → lines joined to paragraphs → short names learned → outline numbered → bases marked → tables finished
 * (parts of names, headings above them) → paragraph by paragraph: task, citation, duty, target → citations of cells →
 * names of a bad scan unified → roster → remarks → dd_locate. Each step reads what the steps before it wrote. Spans hold
 * text offsets in start and end until dd_locate turns them into places in the file.
 */
#pragma once

#include <dondoc/dondoc.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "cite.h"
#include "layout.h"
#include "names.h"
#include "text.h"
#include "token.h"
#include "when.h"

G_BEGIN_DECLS

/* An appendix behind the document's own body */
typedef struct {
	uint32_t line;    /* index of its first line */
	const char *name; /* "Phụ lục", "Phụ lục II" */
	DdSpan title;     /* what stands under the name; empty where nothing does */
} DdAnnex;

/* A cell of a table, for whoever reads text wherever it stands */
typedef struct {
	uint32_t start, end; /* text offsets */
	bool in_task;        /* of a row that was read as a task */
	bool more;           /* its text goes on in the next one: a line of a drawn table */
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
	DdArena *arena; /* the reading's */
	DdLine *lines;
	uint32_t n_lines;
	GArray *paras;   /* DdPara */
	GArray *cells;   /* DdCell, in reading order */
	GArray *annexes; /* DdAnnex; none when the whole file is one appendix */
	DdSpan addressees; /* of a letter: "Kính gửi: …" with its list; empty when there is none */
	DdReading *reading; /* document head is written here directly */
	GArray *citations, *headings, *tasks, *duties, *sessions, *targets, *units, *people,
		*anomalies;
	DdWordMemo *memo; /* of the two stretches below */
	DdTokens scratch; /* of the stretch scanned last, read only; borrows from the two below */
	DdTokens ahead;   /* of the paragraphs being read */
	DdTokens single;  /* of a stretch elsewhere or a string */
	uint32_t scanned_start, scanned_end;
	GArray *recalled; /* of a bad scan: DdRecalledWord by place, see recall.h */
	DdRestoreCache *restored;
	DdRepairMode repair;
	size_t n_repaired; /* words of the text that were given their letters back */
	unsigned n_glued;  /* words found without the blank before them */
	DdSpan first_glued;
} DdContext;

/* Scans paragraph @i (with its mark) into context->scratch. Returns: index of the first token behind the mark */
size_t
dd_context_scan_para(DdContext *self, size_t i);
/* Scans any stretch of the text into context->scratch; the stretch scanned last is not scanned again */
void
dd_context_scan(DdContext *self, uint32_t start, uint32_t end);
/* Scans any stretch of the text into @tokens of the caller's */
void
dd_context_scan_into(const DdContext *self, uint32_t start, uint32_t end, DdTokens *tokens);
/* Returns: @at + @bytes, behind the letter that stands there, or @end when that is nearer */
uint32_t
dd_context_cut(const DdContext *self, uint32_t at, uint32_t end, uint32_t bytes);
/* Scans a small text as a whole, when no more of it will be blanked, so that dd_context_scan finds all tokens ready */
void
dd_context_scan_whole(DdContext *self);
/* Scans paragraph @i and some behind it, so that dd_context_scan finds their tokens ready */
void
dd_context_scan_ahead(DdContext *self, size_t i);
/* Makes ready for scans; borrows a memo of the lexicon, which must outlive the context */
void
dd_context_init_tokens(DdContext *self);
/* Frees all tokens and gives the memo back */
void
dd_context_clear_tokens(DdContext *self);
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
/* Is the document a letter or a telegram, whose sentences ask others for something? */
bool
dd_context_is_letter(const DdContext *self);
/* Adds a remark; details are copied into the arena. @detail is English, @detail_vi Vietnamese */
void
dd_context_remark(DdContext *self, uint32_t start, uint32_t end, const char *kind,
	const char *detail, const char *detail_vi);

/*
 * Does the part [@from, @to) of a bracket or a field, tokens of scratch that begin no name, say when: "quý II/2025", "xong
 * trước ngày 28/5", "đến khi kết thúc kỳ thi"?
 */
bool
dd_context_says_when(DdContext *self, size_t from, size_t to);

G_END_DECLS

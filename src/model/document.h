/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * document.h: a file as its reader found it: paragraphs with their numbering, tables with merged cells, headers, footers and
 * footnotes apart. What a worker hands over, and what the text for the reading is made of.
 */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "member.h"
#include "note.h"

G_BEGIN_DECLS

/* Where a block stands */
typedef enum {
	DD_PART_BODY,
	DD_PART_HEADER, /* repeated above each page */
	DD_PART_FOOTER,
	DD_PART_FOOTNOTE, /* foot and end notes */
	DD_PART_LAST
} DdPart;

typedef enum {
	DD_ALIGN_LEFT,
	DD_ALIGN_CENTRE,
	DD_ALIGN_RIGHT,
	DD_ALIGN_JUSTIFY,
	DD_ALIGN_LAST
} DdAlign;

typedef struct _DdBlock DdBlock;

/* A row of blocks, owned by the document */
typedef struct {
	DdBlock *items;
	size_t n;
} DdBlocks;

/* A word that was repaired: where it stands in the text, and where what it was made of stands in the original; bytes */
typedef struct {
	uint32_t at, len;
	uint32_t from, from_len;
	uint8_t confidence; /* 1 to 99 */
} DdMend;

typedef struct {
	const char *text; /* UTF-8; '\n' where a line is broken by hand, '\t' a tab, no other control; "" for an empty one */
	const char *number; /* as it is shown before the text, which does not hold it: "1.", "a)", "–"; NULL none */
	const char *style;     /* name of its style, NULL */
	const DdPlace *places; /* of its words, by start; start is a byte of text */
	uint32_t n_places;
	uint8_t heading; /* outline level 1 to 9, 0 for plain text */
	uint8_t align;   /* DdAlign */
	bool bold;       /* all of it */
	bool boxed;      /* stands in a text box, which follows the paragraph that it hangs on */
	const char *original; /* the text as the file has it, where words of it were repaired; NULL else */
	const DdMend *mends; /* by place; @n_mends of them */
	uint32_t n_mends;
} DdParagraph;

/* A cell; places that a merged cell covers have none of their own */
typedef struct {
	uint32_t column;        /* 0-based, the leftmost it covers */
	uint32_t columns, rows; /* that it covers, 1 or more */
	DdBlocks blocks;
} DdCell;

typedef struct {
	DdCell *cells; /* by column */
	size_t n;
} DdRow;

typedef struct {
	DdRow *rows;
	size_t n;
	uint32_t columns;
} DdTable;

typedef enum { DD_BLOCK_PARAGRAPH, DD_BLOCK_TABLE, DD_BLOCK_LAST } DdBlockKind;

struct _DdBlock {
	DdBlockKind kind;
	uint32_t page; /* 1-based, 0 unknown */
	union {
		DdParagraph paragraph;
		DdTable table;
	};
};

/* A page as its places count, upright; in tenths of a point */
typedef struct {
	uint16_t width, height;
	bool unread; /* nothing of it is in the blocks: it would have to be recognised */
	uint8_t turned; /* quarters, clockwise, that the page of the file was turned by to stand upright; 0 to 3 */
	int16_t skew; /* and then, around its middle, clockwise to be straight: hundredths of a degree, at most DD_MAX_SKEW */
} DdPage;

typedef struct _DdDocument DdDocument;

/* Returns: (transfer none) the kind of file: "DOCX" */
const char *
dd_document_get_kind(const DdDocument *self);
/* Returns: (transfer none) the blocks of one part, in their order */
const DdBlocks *
dd_document_get_blocks(const DdDocument *self, DdPart part);
/* Returns: (transfer none) its pages, NULL and 0 where its kind has none */
const DdPage *
dd_document_get_pages(const DdDocument *self, size_t *n_out);
/* Returns: (transfer full) the numbers of its unread pages, "2, 4–6"; NULL when it has none */
char *
dd_document_list_unread_pages(const DdDocument *self) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) its signatures in the order they were made in */
const DdSignature *
dd_document_get_signatures(const DdDocument *self, size_t *n_out);
/* Returns: (transfer none) the files inside of it, in their order */
const DdMember *
dd_document_get_members(const DdDocument *self, size_t *n_out);
/* Returns: TRUE when the reader said so of the file */
bool
dd_document_has_note(const DdDocument *self, DdNote note);
/* Says so of the file: for what its caller knows, and its reader does not */
void
dd_document_add_note(DdDocument *self, DdNote note);
/* Gets each paragraph of a part, also of tables, in their order; may set its text to another that lives as long. */
typedef void (*DdParagraphFunc)(DdParagraph *paragraph, void *user);
void
dd_document_each_paragraph(DdDocument *self, DdPart part, DdParagraphFunc func, void *user);
/* Returns: (transfer none) the arena that holds what the document has, for what is added to it */
DdArena *
dd_document_get_arena(DdDocument *self);
void
dd_document_free(DdDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDocument, dd_document_free)

G_END_DECLS

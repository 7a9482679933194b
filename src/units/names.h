/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * names.h: names of units: recognised by their build, split where several stand in a row, abbreviations expanded.
 * Knows the national catalogue (data/catalogue) and the office's own list; keeps what one document defines in DdLocalNames.
 * Spans hold offsets in the text in start and end; lines are filled in by the caller.
 */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "lexicon.h"
#include "restore.h"
#include "token.h"

G_BEGIN_DECLS

/* The rule of a name that is a form of address and a person, perhaps with the post: "Đồng chí Lê Văn Năm, Chánh Văn phòng" */
#define DD_RULE_PERSON "người"

typedef struct _DdDirectory DdDirectory;
typedef struct _DdLocalNames DdLocalNames;

/* What a name is */
typedef struct {
	size_t len; /* tokens, from the first one asked about */
	const char *name; /* in full, in the arena given; as written (white space folded) where nothing is expanded */
	const char *kind;   /* of DdUnit, static */
	bool collective;    /* "các sở, ban, ngành" */
	bool known;         /* in the directory or the catalogue */
	uint8_t confidence; /* 0 to 100 */
	const char *rule;   /* static */
} DdNameMatch;

/*
 * @lexicon, still empty, takes the words of the catalogue; it must outlive the directory and may grow until the first scan.
 * @csv: (nullable) the office's own list, NUL-terminated: name,abbreviations,kind,parent with a header row; several
 * abbreviations by ';'.
 * Returns: (transfer full) or NULL; DD_ERROR_INVALID_DATA (message names the line), DD_ERROR_TOO_LARGE
 */
DdDirectory *
dd_directory_new(DdLexicon *lexicon, const char *csv, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void
dd_directory_free(DdDirectory *self);
/* A province, or a city under the centre, of before or after 1 July 2025 */
typedef struct {
	const char *name; /* "Lâm Đồng" */
	bool city;
} DdProvince;

/* Family names, and middle and given names whose bare letters are hardly ever another name (person-names.csv) */
extern const char *const dd_person_surname[];
extern const size_t dd_person_n_surname;
extern const char *const dd_person_given[];
extern const size_t dd_person_n_given;

/* Returns: (transfer none) the @n_out provinces of the catalogue */
const DdProvince *
dd_directory_get_provinces(const DdDirectory *directory, size_t *n_out);
/* Returns: (transfer none) the restorer of bad scans that knows the catalogue and the usual words of plans */
const DdRestorer *
dd_directory_get_restorer(const DdDirectory *directory);

/* Returns: (transfer full) an empty set of names that one document defines */
DdLocalNames *
dd_local_names_new(void) G_GNUC_WARN_UNUSED_RESULT;
void
dd_local_names_free(DdLocalNames *self);
/*
 * Learns from one paragraph of a legend: "Ghi chú: KHTH: Kế hoạch tổng hợp; Cục PB: Cục Phòng bệnh". @whole_out: nothing
 * else stands behind its first row. Returns: FALSE when no row of a legend stands there
 */
bool
dd_local_names_learn_legend(DdLocalNames *self, const DdDirectory *directory,
	const DdTokens *tokens, DdArena *arena, bool *whole_out);
/* Learns one row of a table of short names: what stands before token @colon stands for what stands behind it */
void
dd_local_names_learn_row(DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	size_t colon, DdArena *arena);
/*
 * Returns: FALSE when dd_local_names_learn surely learns nothing from the tokens of [@text, @text + @len), unless they are of
 * a bad scan: no bracket begins with a cue or ends in a capital (cheap, needs no tokens)
 */
bool
dd_local_names_may_learn(const char *text, size_t len);
/*
 * Learns from one paragraph: "Phòng A (sau đây gọi tắt là B)", "Văn phòng Sở (VP)", "A (viết tắt: B)". Names are kept in @arena,
 * which must outlive @self, here and above.
 */
void
dd_local_names_learn(
	DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens, DdArena *arena);
/* Tells whose document it is, so that "Sở", "Phòng" and "UBND tỉnh" are understood; @issuer may be NULL */
void
dd_local_names_set_issuer(DdLocalNames *self, const char *issuer);

/*
 * Looks whether a unit, a collective, a holder of an office ("Chủ tịch UBND tỉnh", "Thủ trưởng các sở") or an
 * abbreviation of one begins at token @at and ends before @to.
 * Returns: FALSE when none does
 */
bool
dd_name_match(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens, size_t at,
	size_t to, DdArena *arena, DdNameMatch *match_out);
/*
 * Reads [@from, @to) as the value of a label or a cell: one unit or several ("Các phòng: A, B và C", "Phòng QLCN&CN,
 * QLTĐC", "- Các sở.\n- Các phòng."), persons with their posts included ("Phó Giám đốc Trần Văn A"). What is no known
 * name is kept as it is with a low confidence. Names come in full; commas inside a name ("Phòng Kinh tế, Hạ tầng và Đô
 * thị") and inside a collective ("các sở, ban, ngành") do not split.
 */
void
dd_names_parse(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens,
	size_t from, size_t to, DdArena *arena, DdFieldList *list_out);
/*
 * Reads a list of names that begins at token @at inside a sentence ("phối hợp với A, B và các cơ quan liên quan tổ chức …").
 * Returns: number of tokens read, 0 when no name begins there
 */
size_t
dd_names_read(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens, size_t at,
	size_t to, DdArena *arena, DdFieldList *list_out);
/* Returns: @names, as they stand or copied into the arena, without the room that they are written to through: "(qua …)" */
DdFieldList
dd_names_without_room(const DdFieldList *names, DdArena *arena);
/* Returns: TRUE when one of @list is @name */
bool
dd_names_have(const DdFieldList *list, const char *name);
/* Appends to @list, up to DD_MAX_NAMES, the names of @more that it does not have; its items are then new ones in @arena */
void
dd_names_append(DdArena *arena, const DdFieldList *more, DdFieldList *list);
/*
 * Tells what the whole of @name is (for a name read before, also one that was expanded). Outputs may be NULL;
 * @kind_out is static, "" when it cannot be told.
 * Returns: FALSE when @name is not built like a unit, a collective or a holder of an office
 */
bool
dd_name_classify(const DdDirectory *self, const char *name, const char **kind_out,
	bool *collective_out, bool *known_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdDirectory, dd_directory_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdLocalNames, dd_local_names_free)

G_END_DECLS

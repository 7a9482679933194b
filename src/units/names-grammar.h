/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names-grammar.h: the grammar of names: units, holders, collectives, abbreviations, what may stand behind any of them */
#pragma once

#include "names-private.h"

G_BEGIN_DECLS

/* unit.c: Reads one name at word @at. Returns: FALSE when none begins there; @entry_out->text is then NULL */
bool
dd_name_entry_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* Reads a name without its head ("Nội vụ" behind "Sở Tài chính,") */
bool
dd_name_entry_read_headless(
	DdNameReader *reader, size_t at, const char *head, bool several, DdNameEntry *entry_out);
/* Reads one unit at word @at, neither collective nor holder. Returns: as dd_name_entry_read */
bool
dd_name_read_unit(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Returns: TRUE when a unit begins at word @at */
bool
dd_name_is_unit(const DdNameReader *reader, size_t at);
/* Says of @entry, whose text stands, what it is */
void
dd_name_finish(const DdNameReader *reader, DdNameEntry *entry, const char *kind, bool known,
	uint8_t confidence, const char *rule);
/* Returns: TRUE when a unit, collective, holder or person begins at word @at */
bool
dd_name_begins(const DdNameReader *reader, size_t at);
/* Returns: TRUE when a phrase of @mask stands at word @at; @hit_out (may be NULL) tells which */
bool
dd_name_phrase(const DdNameReader *reader, size_t at, uint32_t mask, DdVocabHit *hit_out);
/* Returns: (transfer full) a text that begins with @init, which may be NULL */
GString *
dd_name_text_new(const DdNameReader *reader, const char *init);
/* @text may be NULL */
void
dd_name_text_free(const DdNameReader *reader, GString *text);
void
dd_name_append_words(const DdNameReader *reader, GString *text, size_t from, size_t to);
void
dd_name_append(GString *text, const char *piece);

/* Reads the words of a name behind its head, adding them to @text. Returns: the word behind them */
size_t
dd_name_read_body(const DdNameReader *reader, size_t at, GString *text);

/* unit-edge.c: Returns: TRUE when word @at begins what only the one who is told to do something has: "chủ trì" (cheap) */
bool
dd_name_cue_follows(const DdNameReader *reader, size_t at);
/*
 * Goes on over words in small letters that no table knows where "chủ trì" ends them: "Trung tâm Quản lý, khai thác hạ tầng đô
 * thị chủ trì". Returns: the word behind, @at when no such words stand there
 */
size_t
dd_name_read_to_cue(const DdNameReader *reader, size_t at, GString *text);
/* Returns: TRUE when word @at begins who is named without "các" at the end of a list: "doanh nghiệp", "viện nghiên cứu" */
bool
dd_name_is_party(const DdNameReader *reader, size_t at);
/*
 * Goes on over the second half of a room's name behind "&", as short as it may be: "Phòng Đào tạo" + "& CTSV". @head: of the name, as
 * "Phòng", nullable. Returns: the word behind, @at when none stands there
 */
size_t
dd_name_read_ampersand(const DdNameReader *reader, size_t at, const char *head, GString *text);
/* Goes on over "- Chi nhánh huyện A", or a second zone of a board ("… và các Khu công nghiệp tỉnh"). Returns: the word behind, or @at */
size_t
dd_name_read_zones(const DdNameReader *reader, size_t at, GString *text);

/* brief.c: "BCHQS xã": the province has a "Bộ Chỉ huy", those below it a "Ban Chỉ huy". @full: the alias [@at, @end) stands for */
bool
dd_name_is_command_of_commune(const DdNameReader *reader, size_t at, size_t end, const char *full);
/* brief.c: Reads "PHT Lê Văn Quang", "CT UBND xã", "P. Giám đốc" */
bool
dd_name_read_brief_post(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* A look at the word before any table is asked: some capitals, "Th" of "ThS" */
static inline bool
dd_name_may_be_brief(const DdNameReader *reader, size_t at)
{
	if (at >= reader->words.n)
		return false;
	const DdToken *word = &reader->words.items[at];
	if ((word->flags & DD_TOKEN_CAP) == 0 || word->kind != DD_TOKEN_WORD || word->len > 8 ||
		reader->tokens->damage == DD_DAMAGE_HEAVY)
		return false;
	return (word->flags & DD_TOKEN_UPPER) != 0 || dd_name_is_word(reader, at, "Th") ||
	       dd_name_is_word(reader, at, "Ths");
}

/* Reads a short name that nobody explains, as written, where only who is told something can stand: "BQLR chủ trì, KBT phối hợp" */
bool
dd_name_read_told_brief(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "BS.CKII Nguyễn Văn A" */
bool
dd_name_read_brief_titled(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "Trần Văn An" and "BS.CKII Trần Văn An" behind a post, adding them to @text. Returns: the word behind, @at none */
size_t
dd_name_read_titled_person(const DdNameReader *reader, size_t at, GString *text);
/* Reads "P.TCCB", "TT. CNTT", "K. Nội" */
bool
dd_name_read_dotted(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Returns: TRUE when one of these surely begins at word @at (cheap) */
bool
dd_name_brief_begins(const DdNameReader *reader, size_t at);

/* collective.c: "M'gar", "H’Drai": the word goes on behind an apostrophe. Returns: the word behind it, @at when it does not */
size_t
dd_name_skip_apostrophe(const DdNameReader *reader, size_t at);

/* holder.c: Reads the name of a person, with @surname only one that begins with a family name. Returns: the word behind */
size_t
dd_name_read_person(const DdNameReader *reader, size_t at, bool surname, GString *text);
/*
 * Reads the name of the room whose kind is the last word of @post: "Trưởng phòng" + "Giáo dục và Đào tạo". Returns: the word
 * behind, @at when none stands there
 */
size_t
dd_name_read_room(const DdNameReader *reader, const char *post, size_t at, GString *text);
/* Reads what a holder of a post holds: a unit, a collective, "cơ quan, đơn vị". Returns: the word behind */
size_t
dd_name_read_held(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "Chủ tịch UBND tỉnh" */
bool
dd_name_read_post(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "Đồng chí Nguyễn Văn A" */
bool
dd_name_read_titled(DdNameReader *reader, size_t at, DdNameEntry *entry);
/* Reads "các Phó Chủ tịch UBND tỉnh", "các đồng chí" */
bool
dd_name_read_many_posts(DdNameReader *reader, size_t at, DdNameEntry *entry);

/* collective.c: Reads "các sở, ban, ngành có liên quan"; where a sentence begins "Cơ quan, đơn vị, địa phương", without "các" */
bool
dd_collective_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out);
/* "các" → "Các": it opens an entry */
void
dd_name_raise_first(GString *text);
/* Goes over levels, places and tails behind a name ("tỉnh Hà Nam", "các huyện, thị xã"), adding them to @text */
size_t
dd_name_read_tails(const DdNameReader *reader, size_t at, bool collective, GString *text);

/* alias.c: Finds the longest abbreviation at word @at. Returns: NULL when none; @end_out behind it */
const DdAlias *
dd_alias_find(const DdNameReader *reader, size_t at, const char *head, size_t *end_out);
/* Returns: TRUE when word @i is written like an abbreviation: "QLCN", "TC" */
bool
dd_alias_is_short(const DdWords *words, size_t i);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* brief.c: posts, titles and kinds of units in a few capitals: "PHT Lê Văn Quang", "BS.CKII Trần B", "P.TCCB", "K. Nội" */
#include <string.h>

#include "names-grammar.h"

#define MAX_TITLES 4u /* before one name */

/* What must stand behind a post in capitals so that it is one: "TP" is a town as well, "CT" a directive */
typedef enum { NEEDS_NOTHING, NEEDS_SCHOOL, NEEDS_HELD, NEEDS_PERSON } Need;

static const struct {
	const char *brief, *full;
	Need need;
} posts[] = {
	{"GĐ", "Giám đốc", NEEDS_NOTHING},
	{"PGĐ", "Phó Giám đốc", NEEDS_NOTHING},
	{"TGĐ", "Tổng Giám đốc", NEEDS_NOTHING},
	{"PTGĐ", "Phó Tổng Giám đốc", NEEDS_NOTHING},
	{"BGĐ", "Ban Giám đốc", NEEDS_NOTHING},
	{"BGH", "Ban Giám hiệu", NEEDS_NOTHING},
	{"HT", "Hiệu trưởng", NEEDS_SCHOOL},
	{"PHT", "Phó Hiệu trưởng", NEEDS_NOTHING},
	{"TTCM", "Tổ trưởng chuyên môn", NEEDS_NOTHING},
	{"TPCM", "Tổ phó chuyên môn", NEEDS_NOTHING},
	{"GVCN", "Giáo viên chủ nhiệm", NEEDS_NOTHING},
	{"TPT", "Tổng phụ trách", NEEDS_SCHOOL},
	{"CT", "Chủ tịch", NEEDS_HELD},
	{"PCT", "Phó Chủ tịch", NEEDS_NOTHING},
	{"PCTTT", "Phó Chủ tịch Thường trực", NEEDS_NOTHING},
	{"TP", "Trưởng phòng", NEEDS_PERSON},
	{"PTP", "Phó Trưởng phòng", NEEDS_NOTHING},
	{"PP", "Phó phòng", NEEDS_PERSON},
	{"TB", "Trưởng ban", NEEDS_PERSON},
	{"PTB", "Phó Trưởng ban", NEEDS_HELD},
	{"CVP", "Chánh Văn phòng", NEEDS_NOTHING},
	{"PCVP", "Phó Chánh Văn phòng", NEEDS_NOTHING},
	{"PVP", "Phó Văn phòng", NEEDS_HELD},
	{"VT", "Viện trưởng", NEEDS_PERSON},
	{"PVT", "Phó Viện trưởng", NEEDS_HELD},
	{"CA", "Chánh án", NEEDS_PERSON},
	{"PCA", "Phó Chánh án", NEEDS_HELD},
	{"BT", "Bí thư", NEEDS_HELD},
	{"PBT", "Phó Bí thư", NEEDS_NOTHING},
	{"PBTTT", "Phó Bí thư Thường trực", NEEDS_NOTHING},
	{"UVBTV", "Ủy viên Ban Thường vụ", NEEDS_NOTHING},
	{"UVTV", "Ủy viên Thường vụ", NEEDS_NOTHING},
	{"UVBCH", "Ủy viên Ban Chấp hành", NEEDS_NOTHING},
	{"CCT", "Chi cục trưởng", NEEDS_PERSON},
	{"PCCT", "Phó Chi cục trưởng", NEEDS_HELD},
	{"TK", "Trưởng khoa", NEEDS_PERSON},
	{"PTK", "Phó Trưởng khoa", NEEDS_HELD},
	{"TBM", "Trưởng Bộ môn", NEEDS_HELD},
	{"PTBM", "Phó Trưởng Bộ môn", NEEDS_HELD},
	{"CHT", "Chỉ huy trưởng", NEEDS_HELD},
	{"CHP", "Chỉ huy phó", NEEDS_HELD},
	{"ĐDT", "Điều dưỡng trưởng", NEEDS_HELD},
};

/* Titles before a person's name */
static const char *const titles[] = {"BS", "BSCKI", "BSCKII", "BSCK1", "BSCK2", "CKI", "CKII",
	"CK1", "CK2", "BSNT", "DS", "DSCKI", "DSCKII", "ĐD", "CNĐD", "ĐDCKI", "KTV", "CN", "KS",
	"ThS", "Ths", "THS", "TS", "TSKH", "PGS", "GS", "LS", "NGƯT", "NGND", "TTƯT", "TTND", "KTS"};

/* Kinds of units with a dot behind: "TT.CNTT". "P." is also "Phường", so that its name must be known or in capitals */
static const struct {
	const char *brief, *full, *kind;
	bool any; /* a name that nobody knows stands behind it too */
} heads[] = {
	{"P", "Phòng", "room", false},
	{"K", "Khoa", "room", true},
	{"BM", "Bộ môn", "room", true},
	{"TT", "Trung tâm", "department", false},
	{"BV", "Bệnh viện", "department", true},
	{"VP", "Văn phòng", "department", false},
	{"CC", "Chi cục", "department", false},
	{"BQL", "Ban Quản lý", "department", true},
	{"ĐU", "Đảng ủy", "party", true},
};

/* Returns: the row of @posts for the word at @at, of the deputy behind "P." with @deputy; SIZE_MAX none */
static size_t
find_post(const DdNameReader *reader, size_t at, bool deputy)
{
	if (at >= reader->words.n)
		return SIZE_MAX;
	const char first = reader->tokens->text[reader->words.items[at].start];
	for (size_t i = 0; i < G_N_ELEMENTS(posts); i++)
		if (posts[i].brief[deputy] == first && (!deputy || posts[i].brief[0] == 'P') &&
			dd_name_is_word(reader, at, posts[i].brief + deputy))
			return i;
	return SIZE_MAX;
}

static bool
is_dot(const DdNameReader *reader, size_t at)
{
	return dd_word_is_sign(&reader->words, at, '.') &&
	       (reader->words.items[at].flags & (DD_TOKEN_SPACE | DD_TOKEN_LINE)) == 0;
}

static bool
is_own_alias(const DdNameReader *reader, size_t at)
{
	size_t end = 0;
	const DdAlias *alias = dd_alias_is_short(&reader->words, at)
				       ? dd_alias_find(reader, at, NULL, &end)
				       : NULL;
	return alias != NULL && alias->rank == 2 && strcmp(alias->kind, "person-role") != 0;
}

static bool
is_school(const DdNameReader *reader)
{
	static const char *const kinds[] = {"Trường", "Đại học", "Học viện", "Phòng Giáo dục"};
	const char *issuer = reader->local != NULL ? reader->local->issuer : NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds) && issuer != NULL; i++)
		if (g_str_has_prefix(issuer, kinds[i]))
			return true;
	return false;
}

/* "TP Cao Lãnh", "TP Hà Nội": places that begin like a person's name. A person has three words mostly. */
static bool
is_rather_place(const DdNameReader *reader, size_t at, size_t end)
{
	return end - at < 3 || dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_PLACE), NULL);
}

static bool
is_held_enough(const DdNameReader *reader, Need need, size_t from, size_t person, size_t end)
{
	switch (need) {
	case NEEDS_NOTHING:
		return true;
	case NEEDS_SCHOOL:
		return end > from || (reader->list && is_school(reader));
	case NEEDS_HELD:
		return end > from;
	case NEEDS_PERSON:
		/* a room of the catalogue, or a person: "TP Tổ chức - Cán bộ" */
		return person > from ? !is_rather_place(reader, from, person) : end > from;
	}
	return false;
}

/* Returns: the word behind @word, which may be several to the scanner ("ThS"); @at when it does not stand there */
static size_t
skip_letters(const DdNameReader *reader, size_t at, const char *word)
{
	const DdToken *items = reader->words.items;
	size_t len = strlen(word), i = at;
	uint32_t end = items[at].start + (uint32_t)len;
	if (memcmp(reader->tokens->text + items[at].start, word, MIN(len, items[at].len)) != 0)
		return at;
	while (i < reader->words.n && items[i].start + items[i].len < end &&
		items[i].kind == DD_TOKEN_WORD)
		i++;
	bool whole = i < reader->words.n && items[i].kind == DD_TOKEN_WORD &&
		     items[i].start + items[i].len == end &&
		     memcmp(reader->tokens->text + items[at].start, word, len) == 0;
	return whole ? i + 1 : at;
}

/* "ThS.BS Nguyễn Văn A". Returns: the word behind the titles, @at when none stands there */
static size_t
skip_titles(const DdNameReader *reader, size_t at)
{
	size_t i = at;
	for (unsigned n = 0; n < MAX_TITLES && dd_name_may_be_brief(reader, i); n++) {
		size_t next = i;
		const char first = reader->tokens->text[reader->words.items[i].start];
		for (size_t k = 0; k < G_N_ELEMENTS(titles) && next == i; k++)
			if (titles[k][0] == first)
				next = skip_letters(reader, i, titles[k]);
		if (next == i)
			break;
		i = next;
		i += dd_word_is_sign(&reader->words, i, '.') ||
		     dd_word_is_sign(&reader->words, i, ',');
	}
	return i;
}

size_t
dd_name_read_titled_person(const DdNameReader *reader, size_t at, GString *text)
{
	size_t name = skip_titles(reader, at), len = text->len;
	if (name > at) {
		/* as it stands: "ThS" is two words to the scanner */
		const DdToken *first = &reader->words.items[at],
			      *last = &reader->words.items[name - 1];
		if (len > 0)
			g_string_append_c(text, ' ');
		g_string_append_len(text, reader->tokens->text + first->start,
			(gssize)(last->start + last->len - first->start));
		g_strdelimit(text->str + len, "\n\t", ' ');
	}
	size_t end = dd_name_read_person(reader, name, true, text);
	if (end > name)
		return end;
	g_string_truncate(text, len);
	return at;
}

bool
dd_name_read_brief_titled(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	if (skip_titles(reader, at) == at)
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	entry->end = dd_name_read_titled_person(reader, at, entry->text);
	if (entry->end == at)
		return false;
	dd_name_finish(reader, entry, "person-role", false, 88, DD_RULE_PERSON);
	return true;
}

/* Reads who holds the post of row @row, whose words end before @from */
static bool
read_holder(DdNameReader *reader, size_t row, size_t from, DdNameEntry *entry)
{
	entry->text = dd_name_text_new(reader, posts[row].full);
	size_t dot = from + is_dot(reader, from);
	size_t person = dd_name_read_titled_person(reader, dot, entry->text), end = person;
	bool many = dd_name_phrase(reader, from, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL); /* "TK các khoa" */
	if (person == dot && dot == from)
		end = dd_name_read_room(reader, posts[row].full, from, entry->text);
	if (end == from && (posts[row].need != NEEDS_PERSON || many) && dot == from)
		end = dd_name_read_held(reader, from, entry);
	bool found = end > dot;
	if (!is_held_enough(reader, posts[row].need, dot, person, MAX(end, dot)))
		return false;
	entry->end = found ? end : from;
	dd_name_finish(reader, entry, "person-role", found, found ? 92 : 80, "chức vụ viết tắt");
	return true;
}

bool
dd_name_read_brief_post(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	if (!dd_name_may_be_brief(reader, at))
		return false;
	size_t row = find_post(reader, at, false);
	if (row != SIZE_MAX)
		return !is_own_alias(reader, at) && read_holder(reader, row, at + 1, entry);
	if (!dd_name_is_word(reader, at, "P") || !is_dot(reader, at + 1))
		return false;
	row = find_post(reader, at + 2, true);
	if (row != SIZE_MAX && !is_own_alias(reader, at + 2))
		return read_holder(reader, row, at + 3, entry);
	/* "P. Giám đốc" */
	if (!dd_name_is_cap(reader, at + 2) || !dd_name_read_post(reader, at + 2, entry))
		return false;
	g_string_prepend(entry->text, "Phó ");
	return true;
}

/* Returns: the row of @heads that begins at @at with a name behind its dot, SIZE_MAX none; @body_out: the name */
static size_t
find_head(const DdNameReader *reader, size_t at, size_t *body_out)
{
	if (!dd_name_may_be_brief(reader, at) || !is_dot(reader, at + 1) ||
		!dd_name_is_cap(reader, at + 2))
		return SIZE_MAX;
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		if (dd_name_is_word(reader, at, heads[i].brief)) {
			*body_out = at + 2;
			return i;
		}
	return SIZE_MAX;
}

/* "CA xã", "CA tỉnh": police, where a level stands behind the two letters */
static bool
read_police(const DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	if (!dd_name_may_be_brief(reader, at) || !dd_name_is_word(reader, at, "CA") ||
		!dd_name_phrase(reader, at + 1,
			DD_VOCAB_BIT(DD_VOCAB_LEVEL) | DD_VOCAB_BIT(DD_VOCAB_CAC), NULL))
		return false;
	entry->text = dd_name_text_new(reader, "Công an");
	entry->head = "Công an";
	entry->end = dd_name_read_tails(reader, at + 1, false, entry->text);
	dd_name_finish(reader, entry, "department", true, 88, "viết tắt");
	return entry->end > at + 1;
}

bool
dd_name_read_dotted(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	size_t body = 0, end = 0, row = find_head(reader, at, &body);
	DdVocabHit name;
	if (row == SIZE_MAX)
		return read_police(reader, at, entry);
	const DdAlias *alias = dd_alias_find(reader, at, NULL, &end);
	if (alias == NULL)
		alias = dd_alias_find(reader, body, heads[row].full, &end);
	entry->head = heads[row].full;
	if (alias != NULL && end > body) {
		entry->text = dd_name_text_new(reader, alias->text);
		entry->end = dd_name_read_tails(reader, end, false, entry->text);
		dd_name_finish(
			reader, entry, alias->kind, true, alias->rank == 0 ? 84 : 92, "viết tắt");
		return true;
	}
	if (dd_vocab_match_behind(reader->vocab, &reader->words, body, heads[row].full,
		    DD_VOCAB_BIT(DD_VOCAB_NAME), &name) &&
		!(dd_word_is_sign(&reader->words, name.end, '-') && heads[row].any)) {
		entry->text = dd_name_text_new(reader, name.entry->text);
		entry->end = dd_name_read_tails(reader, name.end, false, entry->text);
		dd_name_finish(reader, entry, name.entry->kind, true, 88, "viết tắt");
		return true;
	}
	if (dd_alias_is_short(&reader->words, body)) { /* nobody says what it is: as it is written */
		end = body + 1;
		while (dd_word_is_joiner(reader->vocab, &reader->words, end) &&
			(reader->words.items[end].flags & DD_TOKEN_SPACE) == 0 &&
			(reader->words.items[end].value == '&' ||
				reader->words.items[end].value == '-') &&
			dd_alias_is_short(&reader->words, end + 1))
			end += 2;
		entry->text = dd_name_text_new(reader, NULL);
		dd_name_append_words(reader, entry->text, at, end);
		entry->end = end;
		dd_name_finish(reader, entry, heads[row].kind, false, 45, "viết tắt chưa rõ");
		return true;
	}
	if (!heads[row].any)
		return false;
	entry->text = dd_name_text_new(reader, heads[row].full);
	entry->end = dd_name_read_body(reader, body, entry->text);
	dd_name_finish(reader, entry, heads[row].kind, false, 80, "viết tắt");
	return entry->end > body;
}

/* Does what only somebody has stand at word @at, which may be the first behind the words looked at: "chủ trì", "phối hợp"? */
static bool
is_told_at(const DdNameReader *reader, size_t at)
{
	const size_t token = dd_words_token(&reader->words, at);
	static const char *const cues[][2] = {{"chủ", "trì"}, {"phối", "hợp"}, {"tham", "mưu"},
		{"có", "trách"}, {"chịu", "trách"}};
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_token_is_text(reader->tokens, token, cues[i][0]) &&
			dd_token_is_text(reader->tokens, token + 1, cues[i][1]))
			return true;
	return false;
}

/* May who is told something stand behind the token before word @at: "giao", "với", a comma, nothing? @surely_out: nothing else may */
static bool
is_place_of_told(const DdNameReader *reader, size_t at, bool *surely_out)
{
	static const char *const before[] = {"và", "do", "Do", "cùng", "hợp"}, *const surely[] = {"giao",
										       "Giao"};
	const DdTokens *tokens = reader->tokens;
	size_t token = dd_words_token(&reader->words, at);
	/* "phối hợp với A, B": others of the list stand between */
	while (token > 2 &&
		(dd_token_is_sign(tokens, token - 1, ',') || dd_token_is_text(tokens, token - 1, "và")) &&
		(tokens->items[token - 2].flags & DD_TOKEN_UPPER) != 0)
		token -= 2;
	*surely_out = false;
	if (token == 0 || tokens->items[token - 1].kind == DD_TOKEN_SIGN)
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(surely); i++)
		*surely_out = *surely_out || dd_token_is_text(tokens, token - 1, surely[i]);
	if (token > 1 && dd_token_is_text(tokens, token - 1, "với"))
		*surely_out = dd_token_is_text(tokens, token - 2, "hợp");
	if (token > 1 && dd_token_is_text(tokens, token - 2, "bàn")) /* "bàn giao GPMB" */
		*surely_out = false;
	bool may = *surely_out;
	for (size_t i = 0; i < G_N_ELEMENTS(before); i++)
		may = may || dd_token_is_text(tokens, token - 1, before[i]);
	return may;
}

bool
dd_name_read_told_brief(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	const DdWords *words = &reader->words;
	bool told = false;
	if (reader->list || reader->tokens->damage != DD_DAMAGE_NONE ||
		!dd_alias_is_short(words, at) || !is_place_of_told(reader, at, &told))
		return false;
	for (size_t i = at; dd_alias_is_short(words, i) && !told;
		i += dd_word_is_joiner(reader->vocab, words, i + 1) ? 2 : 1)
		told = is_told_at(reader, i + 1);
	if (!told)
		return false;
	size_t end = at + 1;
	while (dd_word_is_sign(words, end, '&') && dd_alias_is_short(words, end + 1)) /* "QLCN&CN" */
		end += 2;
	entry->text = dd_name_text_new(reader, NULL);
	dd_name_append_words(reader, entry->text, at, end);
	entry->end = end;
	dd_name_finish(reader, entry, "", false, 62, "viết tắt chưa rõ");
	return true;
}

bool
dd_name_brief_begins(const DdNameReader *reader, size_t at)
{
	size_t body, name;
	if (!dd_name_may_be_brief(reader, at))
		return false;
	if (find_head(reader, at, &body) != SIZE_MAX)
		return true;
	name = skip_titles(reader, at);
	if (name == at) {
		size_t row = find_post(reader, at, false);
		if (row == SIZE_MAX)
			return false;
		if (posts[row].need == NEEDS_NOTHING)
			return true;
		name = at + 1;
	}
	return dd_name_is_cap(reader, name) && dd_name_is_cap(reader, name + 1) &&
	       dd_name_is_cap(reader, name + 2) &&
	       dd_name_phrase(reader, name, DD_VOCAB_BIT(DD_VOCAB_SURNAME), NULL);
}

bool
dd_name_is_command_of_commune(const DdNameReader *reader, size_t at, size_t end, const char *full)
{
	static const char *const levels[] = {"xã", "phường", "huyện", "quận", "đặc", "thị"};
	if (!g_str_has_prefix(full, "Bộ Chỉ huy") || dd_name_is_word(reader, at, "Bộ"))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++)
		if (dd_name_is_word(reader, end, levels[i]))
			return true;
	return false;
}

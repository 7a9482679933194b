/* SPDX-License-Identifier: GPL-3.0-or-later */
/* holder.c: holders of offices and persons: "Chủ tịch UBND tỉnh", "Đồng chí Nguyễn Văn A", "các Phó Chủ tịch" */
#include <string.h>

#include "names-grammar.h"

#define MAX_NAME_WORDS 6

size_t
dd_name_read_person(const DdNameReader *reader, size_t at, bool surname, GString *text)
{
	size_t i = at;
	if (surname && !(dd_name_is_cap(reader, at) &&
			       dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_SURNAME), NULL)))
		return at;
	while (i - at < MAX_NAME_WORDS && dd_name_is_cap(reader, i) &&
		reader->words.items[i].kind == DD_TOKEN_WORD &&
		(reader->words.items[i].flags & DD_TOKEN_TAB) == 0 &&
		(i == at || !(reader->list && reader->words.items[i].flags & DD_TOKEN_LINE &&
				    dd_name_begins(reader, i))))
		i = dd_name_skip_apostrophe(reader, i + 1); /* "H'Ngoan Byă" */
	if (surname && i - at < 2)
		return at;
	dd_name_append_words(reader, text, at, i);
	return i;
}

/* "Giám đốc Bệnh viện", "Hiệu trưởng Nhà trường chỉ đạo": the kind of the unit alone, behind which its name would stand */
static bool
is_bare_unit(const DdNameReader *reader, size_t at, DdVocabHit *head_out)
{
	const DdWords *words = &reader->words;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), head_out) || head_out->cost > 0)
		return false;
	size_t end = head_out->end;
	return end >= words->n || words->items[end].kind == DD_TOKEN_SIGN ||
	       dd_name_phrase(reader, end,
		       DD_VOCAB_BIT(DD_VOCAB_HARD) | DD_VOCAB_BIT(DD_VOCAB_STOP), NULL);
}

size_t
dd_name_read_held(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdNameEntry held = {0};
	uint32_t nouns = DD_VOCAB_BIT(DD_VOCAB_NOUN) | DD_VOCAB_BIT(DD_VOCAB_LEVEL);
	DdVocabHit noun;
	if (dd_collective_read(reader, at, &held) && held.several) {
		dd_name_append_words(reader, entry->text, at, held.end);
	} else if (held.text != NULL) {
		held.text->str[0] = g_ascii_tolower(held.text->str[0]);
		dd_name_append(entry->text, held.text->str);
		entry->collective = true;
	} else if (dd_name_read_unit(reader, at, &held)) {
		/* "Giám đốc Sở": the post is kept as written */
		if (strcmp(held.rule, "cơ quan ban hành") == 0)
			dd_name_append_words(reader, entry->text, at, held.end);
		else
			dd_name_append(entry->text, held.text->str);
	} else if (!dd_name_is_cap(reader, at) && dd_name_phrase(reader, at, nouns, &noun) &&
		   !dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL)) {
		held.end = noun.end;
		/* "Giám đốc sở, thủ trưởng đơn vị" are two */
		while (dd_word_is_joiner(reader->vocab, &reader->words, held.end) &&
			dd_name_phrase(reader, held.end + 1, nouns, &noun) &&
			!dd_name_is_cap(reader, held.end + 1) &&
			strcmp(noun.entry->kind, "person-role") != 0)
			held.end = noun.end;
		dd_name_append_words(reader, entry->text, at, held.end);
		held.end = dd_name_read_tails(reader, held.end, false, entry->text);
	}
	if (held.end <= at && dd_name_is_cap(reader, at) && is_bare_unit(reader, at, &noun)) {
		held.end = noun.end;
		dd_name_append_words(reader, entry->text, at, held.end);
	}
	dd_name_text_free(reader, held.text);
	return MAX(held.end, at);
}

/* Words that are no post when they stand alone in a sentence */
static bool
needs_holding(const char *role)
{
	static const char *const roles[] = {"Lãnh đạo", "Thành viên", "Cán bộ", "Công chức",
		"Thư ký", "Ủy viên", "Trưởng", "Kế toán", "Chuyên viên", "Phó Trưởng", "Văn thư"};
	for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
		if (strcmp(role, roles[i]) == 0)
			return true;
	return false;
}

size_t
dd_name_read_room(const DdNameReader *reader, const char *post, size_t at, GString *text)
{
	static const struct {
		const char *post, *head;
	} heads[] = {{"Văn phòng", "Văn phòng"}, {" phòng", "Phòng"}, {"khoa", "Khoa"},
		{"ban", "Ban"}, {"Ban", "Ban"}};
	DdVocabHit room;
	if (!dd_name_is_cap(reader, at) || reader->tokens->damage == DD_DAMAGE_HEAVY)
		return at;
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
		if (!g_str_has_suffix(post, heads[i].post))
			continue;
		if (dd_vocab_match_behind(reader->vocab, &reader->words, at, heads[i].head,
			    DD_VOCAB_BIT(DD_VOCAB_NAME), &room)) {
			dd_name_append_words(reader, text, at, room.end);
			return dd_name_read_tails(reader, room.end, false, text);
		}
		size_t end = at;
		const DdAlias *alias = dd_alias_find(reader, at, heads[i].head, &end);
		size_t len = strlen(heads[i].head);
		if (alias != NULL && g_str_has_prefix(alias->text, heads[i].head) &&
			alias->text[len] == ' ') { /* "TP KHTH" */
			dd_name_append(text, alias->text + len + 1);
			return dd_name_read_tails(reader, end, false, text);
		}
	}
	return at;
}

/* "Trưởng phòng, ban, ngành": what else each of them heads. Returns: the word behind, @at when nothing of the kind stands there */
static size_t
read_more_rooms(const DdNameReader *reader, const char *post, size_t at, GString *text)
{
	DdVocabHit noun;
	size_t end = at;
	if (!g_str_has_suffix(post, " phòng") || reader->tokens->damage == DD_DAMAGE_HEAVY)
		return at;
	while (dd_word_is_joiner(reader->vocab, &reader->words, end) &&
		!dd_name_is_cap(reader, end + 1) &&
		dd_name_phrase(reader, end + 1, DD_VOCAB_BIT(DD_VOCAB_NOUN), &noun) &&
		(strcmp(noun.entry->kind, "room") == 0 || strcmp(noun.entry->kind, "department") == 0 ||
			strcmp(noun.entry->kind, "union") == 0) &&
		!dd_name_phrase(reader, end + 1, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL))
		end = noun.end;
	if (end == at)
		return at;
	dd_name_append_words(reader, text, at, end);
	return dd_name_read_tails(reader, end, true, text);
}

bool
dd_name_read_post(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdVocabHit role;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_ROLE), &role))
		return false;
	DdVocabHit head;
	/* "Đảng ủy Viện Kiểm sát nhân dân" is near to "Đảng ủy viên" */
	if (role.cost > 0 && dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &head) &&
		head.cost == 0)
		return false;
	/* "chủ tịch UBND xã", "thủ trưởng các sở", "tổ trưởng tổ dân phố" */
	/* "Giao công chức Văn hóa - xã hội chủ trì": the post tells its field */
	bool fielded = !dd_name_is_cap(reader, at) && role.end > at + 2 &&
		       dd_name_is_cap(reader, at + 2);
	if (!dd_name_is_cap(reader, at) && !fielded && !dd_name_is_unit(reader, role.end) &&
		!dd_name_phrase(reader, role.end,
			DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_NOUN), NULL))
		return false;
	DdVocabHit name;
	if (reader->tokens->damage != DD_DAMAGE_NONE &&
		dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NAME), &name) &&
		name.score > role.score && strcmp(name.entry->kind, "person-role") != 0)
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	/* without marks both are "Thu truong"; a deputy minister is not the head of many */
	bool of_many = dd_name_phrase(reader, role.end, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL);
	if (role.cost == 0)
		dd_name_append_words(reader, entry->text, at, role.end);
	else
		dd_name_append(entry->text, of_many && strcmp(role.entry->text, "Thứ trưởng") == 0
						    ? "Thủ trưởng"
						    : role.entry->text);
	if (fielded)
		dd_name_raise_first(entry->text);
	size_t end = dd_name_read_titled_person(reader, role.end, entry->text);
	bool person = end > role.end;
	if (!person)
		end = dd_name_read_room(reader, role.entry->text, role.end, entry->text);
	if (!person && end == role.end && role.end < reader->words.n &&
		(reader->words.items[role.end].flags & DD_TOKEN_TAB) == 0) {
		end = dd_name_read_held(reader, role.end, entry);
		size_t behind = dd_name_read_person(reader, end, true, entry->text);
		person = behind > end;
		end = behind;
		/* "Phó Hiệu trưởng phụ trách chuyên môn chủ trì" */
		if (end == role.end && dd_name_is_word(reader, end, "phụ"))
			end = dd_name_read_to_cue(reader, end, entry->text);
	}
	if (!person && end == role.end)
		end = read_more_rooms(reader, role.entry->text, end, entry->text);
	entry->end = end;
	if (end == role.end && !reader->list &&
		((!dd_name_is_cap(reader, at) && !fielded) || needs_holding(role.entry->text)))
		return false;
	dd_name_finish(reader, entry, "person-role", end > role.end, end > role.end ? 92 : 80,
		person ? "người giữ chức" : "chức vụ");
	return true;
}

/* The end of a person's entry in a list: ';', a new line with a mark, a comma before another title */
static size_t
person_end(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	uint32_t titles = DD_VOCAB_BIT(DD_VOCAB_TITLE);
	for (size_t i = at; i < words->n; i++) {
		if (dd_word_is_sign(words, i, ';') || dd_word_is_sign(words, i, ':'))
			return i;
		bool joiner = dd_word_is_joiner(reader->vocab, words, i);
		bool titled = dd_name_is_cap(reader, i + 1) &&
			      dd_name_phrase(reader, i + 1, titles, NULL);
		if (joiner &&
			(titled || dd_name_phrase(reader, i + 1, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL)))
			return i;
		if (i > at && words->items[i].flags & DD_TOKEN_LINE &&
			(words->items[i].kind == DD_TOKEN_SIGN || dd_name_begins(reader, i)))
			return i;
		if (dd_word_is_sign(words, i, '.') &&
			(i + 1 == words->n || dd_name_is_cap(reader, i + 1)))
			return i;
	}
	return words->n;
}

/* "Đồng chí Chủ tịch UBND xã", "Đ/c PCT UBND xã": the post in the place of a name. Returns: the word behind, @at none */
static size_t
read_titled_post(DdNameReader *reader, size_t at, GString *text)
{
	DdNameEntry post = {0};
	size_t end = at;
	if (dd_name_read_post(reader, at, &post)) {
		dd_name_append(text, post.text->str);
		end = post.end;
	} else {
		dd_name_text_free(reader, post.text);
		post = (DdNameEntry){0};
		if (dd_name_read_brief_post(reader, at, &post)) {
			dd_name_append(text, post.text->str);
			end = post.end;
		}
	}
	dd_name_text_free(reader, post.text);
	return end;
}

bool
dd_name_read_titled(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdVocabHit title;
	/* "Giao đồng chí Phạm Hoàng Sơn": in small letters inside a sentence */
	bool small = !reader->list && reader->tokens->damage == DD_DAMAGE_NONE;
	if (!(small || dd_name_is_cap(reader, at)) ||
		!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_TITLE), &title))
		return false;
	size_t name = title.end;
	DdVocabHit unit;
	/* a broken "Bộ" is near to "Bà" */
	if (title.cost > 3 ||
		(dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NAME), &unit) && unit.end > name))
		return false;
	if (dd_word_is_sign(&reader->words, name, '.'))
		name++;
	if (!dd_name_is_cap(reader, name))
		return false;
	entry->text = dd_name_text_new(reader, NULL);
	if (reader->list) {
		entry->end = person_end(reader, name);
		dd_name_append_words(reader, entry->text, at, entry->end);
	} else {
		dd_name_append_words(reader, entry->text, at, name);
		if (!dd_name_is_cap(reader, at))
			g_string_overwrite_len(entry->text, 0, title.entry->text,
				(gssize)strlen(title.entry->text));
		size_t end = read_titled_post(reader, name, entry->text);
		if (end == name)
			end = dd_name_read_person(reader, name, false, entry->text);
		bool dash = dd_word_is_sign(&reader->words, end, '-') ||
			    dd_word_is_sign(&reader->words, end, ',');
		DdNameEntry post = {0};
		if (dash && dd_name_is_cap(reader, end + 1) &&
			dd_name_read_post(reader, end + 1, &post)) {
			dd_name_append_words(reader, entry->text, end, end + 1);
			dd_name_append(entry->text, post.text->str);
			end = post.end;
		}
		dd_name_text_free(reader, post.text);
		entry->end = end;
	}
	dd_name_finish(reader, entry, "person-role", false, 88, DD_RULE_PERSON);
	return true;
}

/* "các Phó Chủ tịch UBND tỉnh", "các đồng chí" */
bool
dd_name_read_many_posts(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdVocabHit cac, title;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), &cac))
		return false;
	/* "các đồng chí Ủy viên Ban Chỉ đạo" */
	bool titled = dd_name_phrase(reader, cac.end, DD_VOCAB_BIT(DD_VOCAB_TITLE), &title);
	size_t post = titled ? title.end : cac.end;
	if (!dd_name_is_cap(reader, post))
		return false;
	if (!dd_name_read_post(reader, post, entry)) {
		dd_name_text_free(reader, entry->text);
		*entry = (DdNameEntry){0};
		if (!dd_name_read_brief_post(reader, post, entry))
			return false;
	}
	g_autofree char *role = g_strdup(entry->text->str);
	g_string_truncate(entry->text, 0);
	dd_name_append_words(reader, entry->text, at, post);
	dd_name_append(entry->text, role);
	dd_name_raise_first(entry->text);
	entry->collective = true;
	return true;
}

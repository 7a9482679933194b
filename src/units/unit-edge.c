/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit-edge.c: where a name ends that goes on behind its place, and that of who leads, by the words behind it */
#include <string.h>

#include "names-grammar.h"

#define MAX_LOOSE 9 /* words of a name that no table knows */

bool
dd_name_cue_follows(const DdNameReader *reader, size_t at)
{
	static const char *const cues[] = {"chủ trì", "phối hợp", "có trách nhiệm",
		"chịu trách nhiệm", "chủ động", "căn cứ", "là cơ quan", "tham mưu", "theo chức năng"};
	DdVocabHit hit;
	if (at >= reader->words.n || dd_name_is_cap(reader, at) ||
		!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HARD), &hit))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (strcmp(hit.entry->text, cues[i]) == 0)
			return true;
	return false;
}

/* Words before "chủ trì" that are of no name: "cùng chủ trì", "trực tiếp chủ trì" */
static bool
is_adverb(const DdNameReader *reader, size_t at)
{
	static const char *const words[] = {"đồng", "cùng", "vẫn", "tự", "mới", "trực", "cũng",
		"đều", "luôn", "đang", "hay", "hoặc", "không", "chưa", "đứng", "thay", "nên", "này",
		"đó", "trên", "nêu", "nói", "chính", "mà", "thì", "cơ", "đơn", "người", "việc",
		"ngoài", "còn", "khác", "chỉ", "tích", "liên", "kịp", "sớm", "tham", "nghiêm"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (dd_name_is_word(reader, at, words[i]))
			return true;
	return false;
}

/* Is word @at one in small letters that may go on with a name? */
static bool
is_loose(const DdNameReader *reader, size_t at)
{
	uint32_t ends = DD_VOCAB_BIT(DD_VOCAB_STOP) | DD_VOCAB_BIT(DD_VOCAB_HARD) |
			DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_TITLE);
	const DdToken *word = &reader->words.items[at];
	return word->kind == DD_TOKEN_WORD && !dd_name_is_cap(reader, at) &&
	       (word->flags & (DD_TOKEN_TAB | DD_TOKEN_LINE)) == 0 &&
	       !dd_name_phrase(reader, at, ends, NULL) && !is_adverb(reader, at);
}

size_t
dd_name_read_to_cue(const DdNameReader *reader, size_t at, GString *text)
{
	const DdWords *words = &reader->words;
	size_t i = at;
	if (reader->list || reader->depth > 0 || reader->tokens->damage != DD_DAMAGE_NONE)
		return at;
	while (i < words->n && i - at < MAX_LOOSE) {
		bool joiner = dd_word_is_joiner(reader->vocab, words, i);
		/* mostly a sign or another name follows: no look at the vocabulary for them */
		if (!joiner && (words->items[i].kind == DD_TOKEN_SIGN || dd_name_is_cap(reader, i)))
			return at;
		if (dd_name_cue_follows(reader, i))
			break;
		/* a comma or "và" parts two words of the name, and none stands before the cue */
		if (joiner ? (i + 1 >= words->n || !is_loose(reader, i + 1)) : !is_loose(reader, i))
			return at;
		i++;
	}
	if (i == at || i >= words->n || !dd_name_cue_follows(reader, i))
		return at;
	dd_name_append_words(reader, text, at, i);
	return i;
}

/* "Khu kinh tế", "các khu công nghiệp" */
static bool
is_zone(const char *name)
{
	static const char many[] = "các ", zone[] = "hu ";
	name += g_str_has_prefix(name, many) ? strlen(many) : 0;
	return (*name == 'K' || *name == 'k') && g_str_has_prefix(name + 1, zone);
}

/* "Văn phòng Đăng ký đất đai Hà Nội" + " - Chi nhánh khu vực Đông Anh". Returns: the word behind, @at when no branch is named */
static size_t
read_branch(const DdNameReader *reader, size_t at, GString *text)
{
	DdVocabHit branch;
	bool dash = dd_word_is_sign(&reader->words, at, '-') ||
		    dd_word_is_sign(&reader->words, at, 0x2013);
	if (!dash || !dd_name_is_word(reader, at + 1, "Chi") ||
		!dd_name_phrase(reader, at + 1, DD_VOCAB_BIT(DD_VOCAB_ZONE), &branch))
		return at;
	size_t len = text->len;
	dd_name_append_words(reader, text, at, branch.end);
	size_t end = dd_name_read_tails(reader, branch.end, false, text);
	if (end > branch.end)
		return end;
	g_string_truncate(text, len);
	return at;
}

size_t
dd_name_read_zones(const DdNameReader *reader, size_t at, GString *text)
{
	size_t branch = read_branch(reader, at, text);
	if (branch > at)
		return branch;
	static const char head[] = "Ban Quản lý";
	const size_t len = strlen(head) + 1;
	DdVocabHit name;
	size_t end = at;
	if (at + 1 >= reader->words.n || reader->words.items[at].kind != DD_TOKEN_WORD ||
		!dd_word_is_joiner(reader->vocab, &reader->words, at) ||
		!g_str_has_prefix(text->str, head) || text->len <= len || !is_zone(text->str + len))
		return at;
	const DdAlias *alias = dd_alias_find(reader, at + 1, head, &end);
	const char *more = alias != NULL ? alias->text : NULL;
	if (more == NULL && dd_vocab_match_behind(reader->vocab, &reader->words, at + 1, head,
				    DD_VOCAB_BIT(DD_VOCAB_NAME), &name)) {
		more = name.entry->text;
		end = name.end;
	}
	if (more == NULL || strlen(more) <= len || !is_zone(more + len))
		return at;
	dd_name_append(text, "và");
	dd_name_append(text, more + len);
	return dd_name_read_tails(reader, end, false, text);
}

size_t
dd_name_read_ampersand(const DdNameReader *reader, size_t at, const char *head, GString *text)
{
	const DdWords *words = &reader->words;
	if (head == NULL || !dd_word_is_sign(words, at, '&') || !dd_name_is_cap(reader, at + 1) ||
		(words->items[at + 1].flags & (DD_TOKEN_TAB | DD_TOKEN_LINE)) != 0)
		return at;
	size_t end = 0, len = strlen(head);
	const DdAlias *alias = dd_alias_find(reader, at + 1, head, &end);
	if (alias != NULL && g_str_has_prefix(alias->text, head) && alias->text[len] == ' ') {
		dd_name_append(text, "và");
		dd_name_append(text, alias->text + len + 1);
		return end;
	}
	if (!dd_alias_is_short(words, at + 1))
		return at;
	dd_name_append_words(reader, text, at, at + 2);
	return at + 2;
}

bool
dd_name_is_party(const DdNameReader *reader, size_t at)
{
	static const char *const parties[] = {"doanh nghiệp", "hợp tác xã", "hiệp hội",
		"hiệp hội doanh nghiệp", "hiệp hội ngành nghề", "viện nghiên cứu", "trường đại học",
		"trường học", "cơ sở đào tạo", "cơ sở giáo dục", "cơ sở giáo dục nghề nghiệp",
		"nhà khoa học", "nhà trường", "chuyên gia", "người dân", "hộ gia đình",
		"hộ kinh doanh"};
	DdVocabHit noun;
	if (dd_name_is_cap(reader, at) ||
		!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NOUN), &noun) ||
		(noun.end < reader->words.n && reader->words.items[noun.end].kind != DD_TOKEN_SIGN &&
			!dd_word_is_joiner(reader->vocab, &reader->words, noun.end)))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(parties); i++)
		if (strcmp(noun.entry->text, parties[i]) == 0)
			return true;
	return false;
}

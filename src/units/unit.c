/* SPDX-License-Identifier: GPL-3.0-or-later */
/* unit.c: one name by its build: head, capital words, joiners, level and place */
#include <string.h>

#include "names-grammar.h"

#define MAX_BODY_WORDS 30
#define SHORT_NAME 12 /* bytes of "Khoa Dược" */

/* In damaged text the capital may have become a digit or a sign: "86 Tài chính". */
static bool
is_cap_or_broken(const DdNameReader *reader, size_t i)
{
	if (dd_name_is_cap(reader, i) || (reader->small && i == reader->small_at))
		return true;
	if (reader->tokens->damage == DD_DAMAGE_NONE || i >= reader->words.n)
		return false;
	const DdMisreadWord *word = &reader->words.misread[i];
	return word->n_glyphs > 0 && (!g_ascii_isalpha(word->glyphs[0].fold) || word->broken);
}

bool
dd_name_phrase(const DdNameReader *reader, size_t at, uint32_t mask, DdVocabHit *hit_out)
{
	return at < reader->words.n && reader->words.items[at].kind != DD_TOKEN_SIGN &&
	       dd_vocab_match(reader->vocab, &reader->words, at, mask, reader->seen, hit_out);
}

static bool
is_hard(const DdNameReader *reader, size_t at)
{
	return dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HARD), NULL);
}

static bool
is_hamlet_head(const char *text)
{
	static const char *const heads[] = {"Thôn", "Ấp", "Khóm", "Buôn"};
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
		if (strcmp(text, heads[i]) == 0)
			return true;
	return false;
}

/* "Lữ đoàn 573", "Tổ dân phố số 12": units that have numbers for names */
static bool
is_numbered(const DdNameReader *reader, const DdVocabHit *head)
{
	static const char *const heads[] = {"Lữ đoàn", "Trung đoàn", "Sư đoàn", "Tiểu đoàn",
		"Hải đội", "Hải đoàn", "Quân khu", "Quân đoàn", "Binh đoàn", "Tổ dân phố",
		"Khu phố", "Thôn", "Ấp", "Khóm", "Ban điều hành khu phố"};
	size_t at = head->end;
	bool named = false;
	for (size_t i = 0; i < G_N_ELEMENTS(heads) && !named; i++)
		named = strcmp(head->entry->text, heads[i]) == 0;
	if (!named)
		return false;
	if (dd_name_is_word(reader, at, "số"))
		at++;
	return at < reader->words.n && reader->words.items[at].kind == DD_TOKEN_NUMBER &&
	       reader->words.items[at].value < 1000 && !dd_word_is_sign(&reader->words, at + 1, '/');
}

/* "Phòng 15 lập danh sách": rooms of police and of procurators have numbers; of two digits, for "Phòng 301" is a place to meet in */
static bool
is_numbered_room(const DdNameReader *reader, const DdVocabHit *head)
{
	static const char *const behind[] = {"tầng", "Tầng", "nhà", "Nhà", "trụ", "Trụ"};
	const DdWords *words = &reader->words;
	size_t at = head->end;
	if (strcmp(head->entry->text, "Phòng") != 0 || reader->tokens->damage == DD_DAMAGE_HEAVY ||
		at >= words->n || words->items[at].kind != DD_TOKEN_NUMBER ||
		words->items[at].value == 0 || words->items[at].len > 2 ||
		dd_word_is_sign(words, at + 1, '/'))
		return false;
	size_t next = at + 1 + dd_word_is_sign(words, at + 1, ',');
	for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
		if (dd_name_is_word(reader, next, behind[i]))
			return false;
	return true;
}

/* Does what stands behind the head at @end make a name of it: "Tổ" in "Tổ chức" is none */
static bool
head_stands(const DdNameReader *reader, const DdVocabHit *head)
{
	static const char *const with_lower[] = {"Sở", "Trường", "Trạm", "Viện", "Phòng", "Quỹ"};
	const DdToken *next = &reader->words.items[head->end];
	size_t at = head->end;
	DdVocabHit hit;
	if (at >= reader->words.n || (next->flags & DD_TOKEN_TAB) != 0)
		return false;
	bool long_head = strchr(head->entry->text, ' ') != NULL;
	/* "Ấp" is near to anything that a scan broke */
	if (!long_head && reader->tokens->damage != DD_DAMAGE_NONE &&
		strcmp(head->entry->kind, "room") == 0 && is_hamlet_head(head->entry->text))
		return false;
	/* in a heading of capitals "TỔ CHỨC" and "NHIỆM VỤ TRỌNG TÂM" hold no unit */
	if (!long_head && (reader->words.items[at - 1].flags & DD_TOKEN_UPPER) != 0 &&
		(next->flags & DD_TOKEN_UPPER) != 0 && strcmp(head->entry->kind, "committee") != 0)
		return false;
	/* "Phòng B4" is a place to meet in */
	if (next->len == 1 && at + 1 < reader->words.n &&
		reader->words.items[at + 1].kind == DD_TOKEN_NUMBER)
		return false;
	if (is_numbered(reader, head) || is_numbered_room(reader, head))
		return true;
	if (is_cap_or_broken(reader, at))
		return next->kind == DD_TOKEN_WORD && !is_hard(reader, at);
	uint32_t mask = DD_VOCAB_BIT(DD_VOCAB_LEVEL) | DD_VOCAB_BIT(DD_VOCAB_CAC);
	if (dd_name_phrase(reader, at, mask, &hit) && hit.cost <= 3) {
		DdVocabHit more;
		return !dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NWORD), &more) ||
		       more.end <= hit.end;
	}
	/* "Ban Nhân dân ấp" */
	if (long_head && strcmp(head->entry->kind, "room") == 0 &&
		(dd_name_is_word(reader, at, "thôn") || dd_name_is_word(reader, at, "ấp") ||
			dd_name_is_word(reader, at, "khóm") ||
			(dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_TAIL), &hit) &&
				hit.cost == 0)))
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(with_lower); i++)
		long_head = long_head || strcmp(head->entry->text, with_lower[i]) == 0;
	if (!long_head || dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL))
		return false;
	/* "Phòng chống thiên tai" is work to do */
	if (dd_name_is_word(reader, at, "chống"))
		return false;
	return dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NWORD), &hit) &&
	       (head->entry->text[0] != 'P' || reader->tokens->damage == DD_DAMAGE_NONE);
}

/* In a bad scan "Khoa hoc" is near to "Khoa Nội", "kết quả" to "Chi hội", "Chi dao" to "Chi bộ": so short a name counts letter by letter */
static bool
is_doubtful(const DdNameReader *reader, const DdVocabHit *hit)
{
	return reader->tokens->damage == DD_DAMAGE_HEAVY && hit->cost > DD_VOCAB_MARK_COST &&
	       (strcmp(hit->entry->kind, "room") == 0 || strcmp(hit->entry->kind, "union") == 0 ||
		       strcmp(hit->entry->kind, "party") == 0) &&
	       strlen(hit->entry->text) <= SHORT_NAME && strchr(hit->entry->text, ' ') != NULL;
}

bool
dd_name_is_unit(const DdNameReader *reader, size_t at)
{
	DdVocabHit hit;
	if (!is_cap_or_broken(reader, at))
		return false;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NAME), &hit) && !is_doubtful(reader, &hit))
		return true;
	return dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &hit) &&
	       !is_doubtful(reader, &hit) && head_stands(reader, &hit);
}

bool
dd_name_begins(const DdNameReader *reader, size_t at)
{
	DdVocabHit hit;
	uint32_t begin = DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_NAME) |
			 DD_VOCAB_BIT(DD_VOCAB_HEAD) | DD_VOCAB_BIT(DD_VOCAB_TITLE) |
			 DD_VOCAB_BIT(DD_VOCAB_ROLE);
	if (dd_name_may_be_brief(reader, at) && dd_name_brief_begins(reader, at))
		return true;
	if ((dd_vocab_types_at(reader->vocab, &reader->words, at) & begin) == 0)
		return false;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), &hit))
		return true;
	if (dd_name_is_unit(reader, at))
		return true;
	if (dd_name_is_cap(reader, at) &&
		dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_TITLE), &hit))
		return dd_name_is_cap(reader, hit.end) ||
		       dd_word_is_sign(&reader->words, hit.end, '.');
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_ROLE), &hit))
		return false;
	return dd_name_is_cap(reader, at) || dd_name_is_unit(reader, hit.end) ||
	       dd_name_phrase(reader, hit.end, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL);
}

/* Do the words behind the comma at @at end in "và Y": "Văn hóa, Thể thao và Truyền thông"? */
static bool
is_series(const DdNameReader *reader, size_t at)
{
	for (size_t i = at + 1, n = 0; i < reader->words.n && n < 10; i++, n++) {
		const DdToken *word = &reader->words.items[i];
		if (dd_word_is_joiner(reader->vocab, &reader->words, i)) {
			if (word->kind == DD_TOKEN_WORD)
				return dd_name_is_cap(reader, i + 1) && !dd_name_begins(reader, i + 1);
			continue;
		}
		if (word->kind == DD_TOKEN_SIGN ||
			(i > at + 1 && dd_name_is_cap(reader, i) && dd_name_begins(reader, i)))
			return false;
		if (!dd_name_is_cap(reader, i) &&
			!dd_name_phrase(reader, i, DD_VOCAB_BIT(DD_VOCAB_NWORD), NULL) &&
			!dd_name_is_cap(reader, i - 1))
			return false;
	}
	return false;
}

/* May the name go on behind the joiner at @at? */
static bool
joiner_goes_on(const DdNameReader *reader, size_t at, bool several)
{
	const DdToken *joiner = &reader->words.items[at];
	size_t next = at + 1;
	bool comma = joiner->kind == DD_TOKEN_SIGN && joiner->value == ',';
	if (next >= reader->words.n || reader->words.items[next].kind == DD_TOKEN_SIGN)
		return false;
	if (reader->list && joiner->flags & DD_TOKEN_LINE && joiner->kind == DD_TOKEN_SIGN &&
		joiner->value == '-')
		return false;
	if (dd_name_begins(reader, next) || is_hard(reader, next) ||
		(comma && dd_name_is_party(reader, next)))
		return false;
	DdVocabHit noun, nword;
	if (dd_name_is_cap(reader, next))
		return comma ? !several && is_series(reader, at) : true;
	bool inner = dd_name_phrase(reader, next, DD_VOCAB_BIT(DD_VOCAB_NWORD), &nword);
	if (dd_name_phrase(reader, next, DD_VOCAB_BIT(DD_VOCAB_NOUN) | DD_VOCAB_BIT(DD_VOCAB_LEVEL),
		    &noun) &&
		(!inner || noun.end > nword.end))
		return false;
	if (dd_name_phrase(reader, next, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL) && !inner)
		return reader->list && !is_hard(reader, next) && !comma;
	/* in a list a new name begins with a capital: "Phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới" */
	return inner || (reader->list && (!comma || joiner->flags == 0));
}

/* "tổng hợp danh sách": the word is a verb, for what is done to something stands behind it */
static bool
has_object(const DdNameReader *reader, const DdVocabHit *word)
{
	uint32_t names = DD_VOCAB_BIT(DD_VOCAB_STOP) | DD_VOCAB_BIT(DD_VOCAB_HARD) |
			 DD_VOCAB_BIT(DD_VOCAB_LEVEL) | DD_VOCAB_BIT(DD_VOCAB_TAIL) |
			 DD_VOCAB_BIT(DD_VOCAB_NWORD) | DD_VOCAB_BIT(DD_VOCAB_ZONE);
	return strcmp(word->entry->text, "tổng hợp") == 0 && word->end < reader->words.n &&
	       reader->words.items[word->end].kind == DD_TOKEN_WORD &&
	       !dd_name_is_cap(reader, word->end) &&
	       !dd_word_is_joiner(reader->vocab, &reader->words, word->end) &&
	       !dd_name_phrase(reader, word->end, names, NULL);
}

/* "Chương trình", "Lao động": the word at @at is the second of one whose first has the capital. Returns: its end, 0 none */
static size_t
end_of_begun(const DdNameReader *reader, size_t at)
{
	uint32_t words = DD_VOCAB_BIT(DD_VOCAB_STOP) | DD_VOCAB_BIT(DD_VOCAB_NWORD);
	DdVocabHit hit;
	if (at == 0 || !dd_name_is_cap(reader, at - 1) ||
		!dd_name_phrase(reader, at - 1, words, &hit) || hit.cost > 0 || hit.end <= at)
		return 0;
	/* "Đầu tư | xây dựng hồ sơ" */
	bool verb = hit.end > at + 1 &&
		    dd_name_phrase(reader, at + 1, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL);
	return verb ? at + 1 : hit.end;
}

/* The lower-case word at @at of a name whose words behind the head begin at @body: how far the name goes over it */
static size_t
read_lower(const DdNameReader *reader, size_t body, size_t at)
{
	DdVocabHit hit, stop;
	size_t begun = at > body ? end_of_begun(reader, at) : 0;
	if (begun > 0)
		return begun;
	if (dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_NWORD), &hit) &&
		(reader->list || !has_object(reader, &hit))) {
		/* "xây dựng" ends a name only where a verb follows */
		return hit.end;
	}
	if (reader->list)
		return at + 1;
	if (!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_STOP), &stop)) {
		/* second syllable of a word whose first has the capital: "Dịch vụ"; a proper name has more capitals */
		bool first = at > body && dd_name_is_cap(reader, at - 1) &&
			     (at - 1 == body || !dd_name_is_cap(reader, at - 2)) &&
			     ((reader->words.items[at - 1].flags & DD_TOKEN_UPPER) == 0 ||
				     reader->words.items[at - 1].len == 1);
		return first && reader->words.items[at].kind == DD_TOKEN_WORD ? at + 1 : at;
	}
	/* "Phòng Quản lý xây dựng chủ trì": a verb behind a verb, the first is of the name */
	return dd_name_cue_follows(reader, stop.end) && !is_hard(reader, at) &&
			       dd_name_is_cap(reader, at - 1)
		       ? stop.end
		       : at;
}

/* A line of a list that begins anew ends the name before it; one in small letters was broken by the page. */
static bool
ends_line(const DdNameReader *reader, size_t at)
{
	return reader->list && reader->words.items[at].flags & DD_TOKEN_LINE &&
	       dd_name_is_cap(reader, at) && dd_name_begins(reader, at);
}

/*
 * Is @name a part of a larger unit: a room, a board, an office? Behind such a name another unit is the one that it
 * belongs to.
 */
static bool
is_part(const char *name)
{
	static const char *const parts[] = {"Phòng", "Văn phòng", "Thanh tra", "Ủy ban Kiểm tra",
		"Ban Tổ chức", "Ban Tài chính", "Ban Tuyên giáo", "Ban Nữ công", "Ban Chính sách",
		"Ban Pháp chế", "Ban Kinh tế", "Ban Văn hóa", "Ban Dân tộc", "Ban Đô thị",
		"Ban Thường vụ", "Ban Thường trực", "Ban Chấp hành", "Ban Công tác", "Ban Thi đua",
		"Ban Thư ký", "Thường trực", "Khoa", "Bộ phận", "Bộ môn", "Tổ", "Đội", "Công đoàn",
		"Chi bộ", "Đảng ủy", "Đảng bộ", "Đảng đoàn", "Ban Cán sự đảng", "Chi đoàn",
		"Đoàn Thanh niên", "Tiểu ban", "Hội đồng Sư phạm", "Ban Xây dựng Đảng", "Ban Đại diện",
		"Trại tạm giam", "Hội đồng trường", "Hội Phụ nữ", "Hội Liên hiệp Phụ nữ"};
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		if (name[0] != parts[i][0] || name[1] != parts[i][1])
			continue;
		size_t len = strlen(parts[i]);
		if (strncmp(name, parts[i], len) == 0 && (name[len] == ' ' || name[len] == '\0'))
			return true;
	}
	return false;
}

/* Does the unit that a part belongs to begin at @at? */
static bool
owner_begins(const DdNameReader *reader, size_t at)
{
	DdVocabHit hit;
	uint32_t mask = DD_VOCAB_BIT(DD_VOCAB_NAME) | DD_VOCAB_BIT(DD_VOCAB_HEAD);
	if (at >= reader->words.n || !dd_name_is_cap(reader, at) ||
		(reader->words.items[at].flags & (DD_TOKEN_TAB | DD_TOKEN_LINE)) != 0)
		return false;
	return dd_name_phrase(reader, at, mask, &hit) && hit.cost <= 3 &&
	       (!is_part(hit.entry->text) || g_str_has_prefix(hit.entry->text, "Đoàn")) &&
	       dd_name_is_unit(reader, at);
}

/* "Ban Thường vụ" + "các huyện ủy": what each of many bodies has */
static bool
leads_many(const char *name)
{
	static const char *const names[] = {"Ban Thường vụ", "Thường trực", "Ban Chấp hành",
		"Đảng đoàn", "Ban Cán sự đảng", "Ban tự quản", "Ban Tự quản", "Ban nhân dân",
		"Ban Nhân dân", "Ban Công tác Mặt trận", "Công an", "Đảng ủy", "Công đoàn",
		"Thanh tra", "Đoàn Thanh niên", "Ban Giám đốc", "Ban Giám hiệu", "Chi bộ",
		"Đảng bộ", "Chi hội", "Chi đoàn", "Ban điều hành", "Ban Điều hành", "Khối thi đua",
		"Cụm thi đua"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

/* Goes over "và", "," inside a name. Returns: the word behind what it joins, @i when it joins another name */
static size_t
pass_joiner(const DdNameReader *reader, size_t at, size_t i, bool several)
{
	if (i == at || !joiner_goes_on(reader, i, several))
		return i;
	i++;
	return dd_name_is_cap(reader, i) ? i + 1 : MAX(read_lower(reader, at, i), i + 1);
}

/* Does word @i, which has a capital, begin another name: the unit of a part, a post? */
static bool
capital_begins_other(const DdNameReader *reader, size_t i, const GString *text)
{
	uint32_t posts = DD_VOCAB_BIT(DD_VOCAB_ROLE) | DD_VOCAB_BIT(DD_VOCAB_TITLE);
	if (is_part(text->str) && owner_begins(reader, i))
		return true;
	return dd_name_phrase(reader, i, posts, NULL) && !dd_name_is_unit(reader, i);
}

/* Returns: the word behind word @i of a name whose body began at @at, @i when the name ends before it */
static size_t
pass_word(const DdNameReader *reader, size_t at, size_t i, bool several, const GString *text)
{
	const DdWords *words = &reader->words;
	const DdToken *word = &words->items[i];
	uint32_t tails = DD_VOCAB_BIT(DD_VOCAB_TAIL) | DD_VOCAB_BIT(DD_VOCAB_LEVEL);
	DdVocabHit tail, field;
	/* "Công đoàn ngành Văn hóa, Thể thao và Du lịch": the field of a department */
	if (i > 0 && dd_name_is_word(reader, i - 1, "ngành") && dd_name_is_cap(reader, i) &&
		dd_vocab_match_behind(
			reader->vocab, words, i, "Sở", DD_VOCAB_BIT(DD_VOCAB_NAME), &field))
		return field.end;
	if (dd_word_is_joiner(reader->vocab, words, i))
		return pass_joiner(reader, at, i, several);
	if (word->kind == DD_TOKEN_SIGN) {
		bool dot = word->value == '.' && dd_name_is_cap(reader, i - 1) &&
			   dd_name_is_cap(reader, i + 1) &&
			   !(words->items[i + 1].flags & DD_TOKEN_SPACE);
		return i + dot;
	}
	if (is_hard(reader, i) || ends_line(reader, i) || (word->flags & DD_TOKEN_TAB) != 0)
		return i;
	if (word->kind == DD_TOKEN_NUMBER) {
		bool figure = word->value > 999 || dd_word_is_sign(words, i + 1, '/') ||
			      dd_word_is_sign(words, i + 1, '%');
		return i + !figure;
	}
	if (dd_name_is_cap(reader, i))
		return i > at && capital_begins_other(reader, i, text) ? i : i + 1;
	if (dd_name_phrase(reader, i, tails, &tail) &&
		!dd_name_phrase(reader, i, DD_VOCAB_BIT(DD_VOCAB_NWORD), NULL))
		return i;
	return read_lower(reader, at, i);
}

/* Reads the words of a name behind its head. Returns: the word behind them */
static size_t
read_body(const DdNameReader *reader, size_t at, bool several, GString *text)
{
	size_t i = at;
	if (leads_many(text->str) && dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL))
		return at;
	while (i < reader->words.n && i - at < MAX_BODY_WORDS) {
		size_t next = pass_word(reader, at, i, several, text);
		if (next == i)
			break;
		i = next;
	}
	dd_name_append_words(reader, text, at, i);
	return i;
}

size_t
dd_name_read_body(const DdNameReader *reader, size_t at, GString *text)
{
	return read_body(reader, at, false, text);
}

void
dd_name_finish(const DdNameReader *reader, DdNameEntry *entry, const char *kind, bool known,
	uint8_t confidence, const char *rule)
{
	entry->kind = kind;
	entry->known = known;
	entry->confidence = reader->tokens->damage == DD_DAMAGE_HEAVY ? MIN(confidence, 84)
								      : confidence;
	entry->rule = rule;
}

/* Behind a name of the catalogue: "và Phát triển đô thị" goes on when it is no second name without head */
static size_t
read_more(DdNameReader *reader, size_t at, const char *head, GString *text)
{
	DdVocabHit hit;
	uint32_t names = DD_VOCAB_BIT(DD_VOCAB_NAME);
	if (!dd_word_is_joiner(reader->vocab, &reader->words, at) || head == NULL ||
		!(dd_name_is_cap(reader, at + 1) ||
			(reader->list && reader->tokens->damage != DD_DAMAGE_HEAVY)) ||
		!joiner_goes_on(reader, at, false) ||
		(dd_name_is_cap(reader, at + 1) && dd_vocab_match_behind(reader->vocab, &reader->words,
							   at + 1, head, names, &hit)) ||
		dd_alias_is_short(&reader->words, at + 1))
		return at;
	return read_body(reader, at + 1, false, text);
}

/* "Sở" alone is the issuer when the issuer is one; "Văn phòng chủ trì" tells of an office that the readers of the plan know */
static bool
read_bare_head(DdNameReader *reader, size_t from, const DdVocabHit *head, DdNameEntry *entry)
{
	const DdLocalNames *local = reader->local;
	size_t len = strlen(head->entry->text);
	bool issuer = local != NULL && local->issuer != NULL &&
		      g_str_has_prefix(local->issuer, head->entry->text) && local->issuer[len] == ' ';
	size_t at = head->end;
	bool leads = reader->tokens->damage == DD_DAMAGE_NONE && dd_name_cue_follows(reader, at);
	/* "Văn phòng: chuẩn bị …", "Văn phòng chuẩn bị …": the office of whoever wrote the plan */
	bool office = reader->tokens->damage == DD_DAMAGE_NONE && at < reader->words.n &&
		      strcmp(head->entry->text, "Văn phòng") == 0 &&
		      !dd_word_is_joiner(reader->vocab, &reader->words, at);
	bool own = strcmp(head->entry->text, "Sở") == 0 || issuer || leads || office;
	bool ends = at >= reader->words.n || reader->words.items[at].kind == DD_TOKEN_SIGN ||
		    dd_word_is_joiner(reader->vocab, &reader->words, at) ||
		    dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_STOP), NULL);
	if (!own || !ends || head->cost > 3 || !dd_name_is_cap(reader, from) ||
		(at < reader->words.n && reader->words.items[at].kind == DD_TOKEN_NUMBER))
		return false;
	entry->text = dd_name_text_new(reader, issuer ? local->issuer : head->entry->text);
	entry->end = at;
	dd_name_finish(reader, entry, head->entry->kind, issuer, issuer ? 90 : 60,
		issuer || !(leads || office) ? "cơ quan ban hành" : "cấu tạo tên");
	return true;
}

/* "Đoàn Thanh niên Chi nhánh": the kind alone of the unit that wrote the plan. Returns: the word behind, @at when none stands there */
static size_t
read_bare_owner(const DdNameReader *reader, size_t at, GString *text)
{
	DdVocabHit kind;
	uint32_t verbs = DD_VOCAB_BIT(DD_VOCAB_STOP) | DD_VOCAB_BIT(DD_VOCAB_HARD);
	if (reader->tokens->damage != DD_DAMAGE_NONE || !dd_name_is_cap(reader, at) ||
		(reader->words.items[at].flags & (DD_TOKEN_TAB | DD_TOKEN_LINE)) != 0 ||
		!dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_HEAD), &kind) ||
		kind.end < at + 2 || is_part(kind.entry->text) ||
		(kind.end < reader->words.n && reader->words.items[kind.end].kind != DD_TOKEN_SIGN &&
			!dd_word_is_joiner(reader->vocab, &reader->words, kind.end) &&
			!dd_name_phrase(reader, kind.end, verbs, NULL)))
		return at;
	dd_name_append_words(reader, text, at, kind.end);
	return kind.end;
}

/*
 * "Ủy ban Kiểm tra" + "Liên đoàn Lao động tỉnh", "Khoa Nhi" + "Bệnh viện Đa khoa tỉnh": a part and its unit are one name.
 * Returns: the word behind the name of the unit, @at when none follows
 */
static size_t
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by reader->depth, a unit has one owner */
read_owner(DdNameReader *reader, size_t at, GString *text)
{
	size_t end = at;
	/* what stands behind is looked at before the name: mostly it is a sign */
	if (reader->depth > 0 || at >= reader->words.n || reader->words.items[at].kind == DD_TOKEN_SIGN)
		return at;
	DdNameEntry owner = {0};
	bool many = dd_name_phrase(reader, at, DD_VOCAB_BIT(DD_VOCAB_CAC), NULL);
	if (many && leads_many(text->str) && dd_collective_read(reader, at, &owner)) {
		if (!owner.several) {
			owner.text->str[0] = g_ascii_tolower(owner.text->str[0]);
			dd_name_append(text, owner.text->str);
			end = owner.end;
		}
		dd_name_text_free(reader, owner.text);
		return end;
	}
	dd_name_text_free(reader, owner.text);
	owner = (DdNameEntry){0};
	if (!dd_name_is_cap(reader, at) || !is_part(text->str))
		return at;
	if (!owner_begins(reader, at))
		return read_bare_owner(reader, at, text);
	reader->depth++;
	if (dd_name_read_unit(reader, at, &owner)) {
		dd_name_append(text, owner.text->str);
		end = owner.end;
	}
	reader->depth--;
	dd_name_text_free(reader, owner.text);
	return end;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by reader->depth, a unit has one owner */
read_alias(DdNameReader *reader, size_t at, const DdVocabHit *head, DdNameEntry *entry)
{
	size_t end = 0;
	const DdAlias *alias = NULL;
	if (head != NULL && strcmp(head->entry->kind, "committee") == 0)
		return false;
	if (head != NULL)
		alias = dd_alias_find(reader, head->end, head->entry->text, &end);
	if (alias == NULL && (head == NULL || reader->tokens->damage != DD_DAMAGE_HEAVY))
		alias = dd_alias_find(reader, at, NULL, &end);
	/* "Trường PTDTBT TH&THCS": the kind goes on behind what is short for another */
	if (alias == NULL || (head != NULL && end < head->end))
		return false;
	/* "BQL KKT" + "mở Chu Lai": one name of the catalogue */
	DdVocabHit whole;
	bool goes_on = dd_vocab_match_behind(reader->vocab, &reader->words, end, alias->text,
		DD_VOCAB_BIT(DD_VOCAB_NAME), &whole);
	if (goes_on)
		end = whole.end;
	entry->text = dd_name_text_new(reader, goes_on ? whole.entry->text : alias->text);
	if (dd_name_is_command_of_commune(reader, at, end, alias->text)) {
		g_string_assign(entry->text, "Ban");
		g_string_append(entry->text, alias->text + strlen("Bộ"));
	}
	entry->head = head != NULL ? head->entry->text : NULL;
	if (strcmp(alias->kind, "person-role") == 0) { /* "PHT Lê Văn Quang", as the document says */
		entry->end = dd_name_read_person(reader, end, true, entry->text);
		dd_name_finish(reader, entry, alias->kind, true, 90, "viết tắt");
		return true;
	}
	end = dd_name_read_ampersand(reader, end, entry->head, entry->text);
	entry->end = dd_name_read_tails(reader, end, false, entry->text);
	entry->end = dd_name_read_zones(reader, entry->end, entry->text);
	entry->end = read_owner(reader, entry->end, entry->text);
	dd_name_finish(reader, entry, alias->kind, true, alias->rank == 0 ? 86 : 92, "viết tắt");
	return true;
}

/* "Văn phòng Sở" of "Văn phòng Sở Y tế": the last word begins a longer name. Returns: FALSE when it does not */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by reader->depth, a unit has one owner */
read_overlap(DdNameReader *reader, size_t at, const DdVocabHit *name, DdNameEntry *entry)
{
	DdVocabHit owner;
	size_t last = name->end - 1;
	if (last <= at || name->entry->own || !dd_name_is_cap(reader, last) ||
		!is_part(name->entry->text))
		return false;
	DdVocabHit kind;
	bool named = dd_name_phrase(reader, last, DD_VOCAB_BIT(DD_VOCAB_NAME), &owner) &&
		     owner.end > name->end;
	/* "Đảng ủy Trường" of "Đảng ủy Trường Đại học Trà Vinh" */
	bool built = dd_name_phrase(reader, last, DD_VOCAB_BIT(DD_VOCAB_HEAD), &kind) &&
		     kind.end > name->end && kind.cost == 0 && (!named || kind.end >= owner.end);
	if (!named && !built)
		return false;
	entry->text = dd_name_text_new(reader, name->entry->text);
	const char *cut = strrchr(entry->text->str, ' ');
	g_string_truncate(entry->text, cut != NULL ? (size_t)(cut - entry->text->str) : 0);
	if (built) {
		entry->end = read_owner(reader, last, entry->text);
		if (entry->end <= last) { /* no unit after all: others read on */
			dd_name_text_free(reader, entry->text);
			*entry = (DdNameEntry){0};
			return false;
		}
		dd_name_finish(reader, entry, name->entry->kind, true, 90, "đơn vị trong đơn vị");
		return true;
	}
	dd_name_append(entry->text, owner.entry->text);
	entry->end = dd_name_read_tails(reader, owner.end, false, entry->text);
	dd_name_finish(reader, entry, name->entry->kind, true, 92, "đơn vị trong đơn vị");
	return true;
}

/* A name of the catalogue as the catalogue has it; as it is written when only its commas and dashes differ */
static GString *
catalogue_name(const DdNameReader *reader, size_t at, const DdVocabHit *name)
{
	bool as_written = reader->tokens->damage == DD_DAMAGE_NONE && !name->entry->own &&
			  name->cost > 0 && name->cost < DD_VOCAB_MARK_COST;
	GString *text = dd_name_text_new(reader, as_written ? NULL : name->entry->text);
	if (as_written)
		dd_name_append_words(reader, text, at, name->end);
	return text;
}

/* Finds the head and the whole name that begin at word @at; their entries are NULL where there is none. */
static void
read_head_and_name(const DdNameReader *reader, size_t at, DdVocabHit *head_out, DdVocabHit *name_out)
{
	static const uint32_t masks[2] = {DD_VOCAB_BIT(DD_VOCAB_HEAD), DD_VOCAB_BIT(DD_VOCAB_NAME)};
	DdVocabHit hits[2] = {{0}};
	if (reader->words.items[at].kind != DD_TOKEN_SIGN)
		dd_vocab_match_two(reader->vocab, &reader->words, at, masks, reader->seen, hits);
	for (size_t i = 0; i < 2; i++)
		if (hits[i].entry != NULL && is_doubtful(reader, &hits[i]))
			hits[i] = (DdVocabHit){0};
	*head_out = hits[0];
	*name_out = hits[1];
}

/* "Thường trực" + "Ban Chỉ huy Phòng thủ dân sự tỉnh": the organ has no name but that of its unit */
static bool
is_organ(const DdNameReader *reader, const DdVocabHit *head)
{
	return strcmp(head->entry->text, "Thường trực") == 0 && owner_begins(reader, head->end);
}

bool
/* NOLINTNEXTLINE(misc-no-recursion): depth is limited by reader->depth, a unit has one owner */
dd_name_read_unit(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	DdVocabHit head, name;
	if (!is_cap_or_broken(reader, at))
		return false;
	read_head_and_name(reader, at, &head, &name);
	bool has_head = head.entry != NULL, named = name.entry != NULL;
	if ((has_head || dd_alias_is_short(&reader->words, at)) &&
		!(named && has_head && name.end > head.end) &&
		read_alias(reader, at, has_head ? &head : NULL, entry))
		return true;
	if (named && read_overlap(reader, at, &name, entry))
		return true;
	/* "Trường Cao đẳng Cộng đồng Đồng Tháp": what follows is no place alone */
	bool generic = named && has_head && name.end == head.end && dd_name_is_cap(reader, head.end) &&
		       (strcmp(head.entry->kind, "school") == 0 ||
			       strcmp(head.entry->kind, "company") == 0) &&
		       head_stands(reader, &head);
	if (named && !generic && !(has_head && name.end < head.end)) {
		entry->text = catalogue_name(reader, at, &name);
		entry->head = has_head ? head.entry->text : NULL;
		size_t end = read_more(reader, name.end, entry->head, entry->text);
		if (end > name.end) {
			dd_name_text_free(reader, entry->text);
			entry->text = catalogue_name(reader, at, &name);
			dd_name_append_words(reader, entry->text, name.end, end);
		}
		end = dd_name_read_ampersand(reader, end, entry->head, entry->text);
		entry->end = dd_name_read_tails(reader, end, false, entry->text);
		entry->end = dd_name_read_zones(reader, entry->end, entry->text);
		entry->end = read_owner(reader, entry->end, entry->text);
		entry->end = dd_name_read_to_cue(reader, entry->end, entry->text);
		dd_name_finish(reader, entry, name.entry->kind, true, 95, "danh mục");
		return true;
	}
	if (!has_head || (!dd_name_is_cap(reader, at) && reader->tokens->damage == DD_DAMAGE_LIGHT))
		return false;
	if (!head_stands(reader, &head))
		return read_bare_head(reader, at, &head, entry);
	entry->text = dd_name_text_new(reader, NULL);
	/* "MobiFone" is two words to the scanner */
	if (head.cost == 0 && !reader->small &&
		(head.end == at + 1 || strchr(head.entry->text, ' ') != NULL))
		dd_name_append_words(reader, entry->text, at, head.end);
	else
		dd_name_append(entry->text, head.entry->text);
	entry->head = head.entry->text;
	size_t end = is_organ(reader, &head) ? head.end
					     : read_body(reader, head.end, false, entry->text);
	entry->end = dd_name_read_tails(reader, end, false, entry->text);
	entry->end = read_owner(reader, entry->end, entry->text);
	entry->end = dd_name_read_to_cue(reader, entry->end, entry->text);
	if (reader->small)
		dd_name_raise_first(entry->text);
	bool is_short = end == head.end + 1 && dd_alias_is_short(&reader->words, head.end);
	dd_name_finish(reader, entry, head.entry->kind, false, is_short ? 45 : 86,
		is_short ? "viết tắt chưa rõ" : "cấu tạo tên");
	return entry->end > head.end;
}

#define BRIEF (1u << (DD_VOCAB_LAST + 1)) /* some capitals stand there */

typedef bool (*ReadFunc)(DdNameReader *reader, size_t at, DdNameEntry *entry);

bool
dd_name_entry_read(DdNameReader *reader, size_t at, DdNameEntry *entry_out)
{
	/* what an entry begins with; a unit may also begin with an abbreviation that no table knows */
	static const struct {
		uint32_t types;
		ReadFunc read;
	} readers[] = {
		{DD_VOCAB_BIT(DD_VOCAB_CAC), dd_name_read_many_posts},
		{DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_NOUN), dd_collective_read},
		{BRIEF, dd_name_read_brief_titled},
		{DD_VOCAB_BIT(DD_VOCAB_TITLE), dd_name_read_titled},
		{DD_VOCAB_BIT(DD_VOCAB_ROLE), dd_name_read_post},
		{BRIEF, dd_name_read_brief_post},
		{BRIEF, dd_name_read_dotted},
		{1u << DD_VOCAB_LAST, dd_name_read_unit},
		{BRIEF, dd_name_read_told_brief},
	};
	uint32_t types = dd_vocab_types_at(reader->vocab, &reader->words, at) |
			 (1u << DD_VOCAB_LAST) | (dd_name_may_be_brief(reader, at) ? BRIEF : 0);
	for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
		if ((types & readers[i].types) == 0)
			continue;
		*entry_out = (DdNameEntry){0};
		if (readers[i].read(reader, at, entry_out))
			return true;
		dd_name_text_free(reader, entry_out->text);
	}
	*entry_out = (DdNameEntry){0};
	return false;
}

bool
dd_name_entry_read_headless(
	DdNameReader *reader, size_t at, const char *head, bool several, DdNameEntry *entry_out)
{
	DdVocabHit name;
	size_t end = 0;
	*entry_out = (DdNameEntry){.head = head, .several = several};
	const DdAlias *alias = dd_alias_is_short(&reader->words, at)
				       ? dd_alias_find(reader, at, head, &end)
				       : NULL;
	if (alias != NULL) {
		entry_out->text = dd_name_text_new(reader, alias->text);
		entry_out->end = end;
		dd_name_finish(reader, entry_out, alias->kind, true, 88, "viết tắt");
		return true;
	}
	if (!is_cap_or_broken(reader, at))
		return false;
	if (dd_vocab_match_behind(
		    reader->vocab, &reader->words, at, head, DD_VOCAB_BIT(DD_VOCAB_NAME), &name)) {
		entry_out->text = dd_name_text_new(reader, name.entry->text);
		entry_out->end = dd_name_read_tails(reader, name.end, false, entry_out->text);
		dd_name_finish(reader, entry_out, name.entry->kind, true, 90,
			"danh mục, không lặp lại loại");
		return true;
	}
	if (!several || dd_name_begins(reader, at))
		return false;
	entry_out->text = dd_name_text_new(reader, head);
	end = read_body(reader, at, true, entry_out->text);
	g_string_truncate(entry_out->text, strlen(head));
	dd_name_append_words(reader, entry_out->text, at, end);
	entry_out->end = end;
	dd_name_finish(reader, entry_out, strcmp(head, "Phòng") == 0 ? "room" : "department", false,
		80, "không lặp lại loại");
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* names.c: lists of names in cells, labels and sentences */
#include "names.h"

#include <string.h>

#include "maxima.h"
#include "mend.h"
#include "names-grammar.h"
#include "spread.h"

#define SPREAD_WORDS 6u  /* of "UBND các xã A, B", the comma counted */
#define LONGEST_LIST 400 /* words of a list inside a sentence */
#define MAX_CELL_WORDS 4000u
#define MAX_NOTE_WORDS 40
#define MENDED_TOKENS 60 /* most that is restored for one list inside a sentence */

DdNameReader
dd_name_reader(const DdDirectory *directory, const DdLocalNames *local, const DdTokens *tokens,
	DdArena *arena, DdVocabSeen *seen)
{
	seen->at = SIZE_MAX;
	return (DdNameReader){.directory = directory,
		.vocab = directory->vocab,
		.local = local,
		.tokens = tokens,
		.arena = arena,
		.seen = seen};
}

/* Does token @at stand behind "phối hợp với", where only somebody can? */
static bool
is_behind_with(const DdTokens *tokens, size_t at)
{
	/* mostly the word before is of another length */
	return at > 1 && tokens->items[at - 1].len == strlen("với") &&
	       (dd_token_is_text(tokens, at - 1, "với") || dd_token_is_text(tokens, at - 1, "cùng")) &&
	       dd_token_is_text(tokens, at - 2, "hợp");
}

/* The cheap look before any reading */
static bool
may_begin(const DdDirectory *self, const DdTokens *tokens, size_t at)
{
	const DdToken *token = &tokens->items[at];
	uint32_t lower = DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_ROLE) |
			 DD_VOCAB_BIT(DD_VOCAB_TITLE);
	uint32_t upper = lower | DD_VOCAB_BIT(DD_VOCAB_NAME) | DD_VOCAB_BIT(DD_VOCAB_HEAD);
	bool cap = (token->flags & DD_TOKEN_CAP) != 0;
	if (at > 0 && !(token->flags & DD_TOKEN_SPACE) && tokens->items[at - 1].kind != DD_TOKEN_SIGN)
		return false;
	/* "S6 Y té", "$6 Y té" in a bad scan */
	bool mixed = tokens->damage == DD_DAMAGE_HEAVY && at + 1 < tokens->n &&
		     tokens->items[at + 1].kind == DD_TOKEN_NUMBER &&
		     !(tokens->items[at + 1].flags & DD_TOKEN_SPACE);
	if (mixed && (token->kind == DD_TOKEN_WORD || token->value == '$'))
		return true;
	if (token->kind == DD_TOKEN_SIGN ||
		(token->kind == DD_TOKEN_NUMBER && tokens->damage == DD_DAMAGE_NONE))
		return false;
	if (dd_vocab_may_begin(self->vocab, tokens, at,
		    cap || tokens->damage != DD_DAMAGE_NONE || is_behind_with(tokens, at) ? upper
											  : lower))
		return true;
	bool dotted = at + 1 < tokens->n &&
		      dd_token_is_sign(tokens, at + 1, '.'); /* "P.TCCB", "ThS. Lê A" */
	return cap && (((token->flags & DD_TOKEN_UPPER) != 0 && (token->len >= 2 || dotted)) ||
			      (token->len <= 3 && token->len >= 2 &&
				      memcmp(tokens->text + token->start, "Th", 2) == 0));
}

/* Numbers of a damaged text may be a broken "Sở" ("86"), hardly anything else. */
static bool
is_broken_head(const DdTokens *tokens, size_t at)
{
	return tokens->items[at].len <= 2 && at + 1 < tokens->n &&
	       (tokens->items[at + 1].flags & DD_TOKEN_CAP) != 0;
}

static bool
may_begin_damaged(const DdNameReader *reader)
{
	const DdMisreadWord *word = &reader->words.misread[0];
	uint32_t mask = DD_VOCAB_BIT(DD_VOCAB_CAC) | DD_VOCAB_BIT(DD_VOCAB_ROLE);
	bool lower = word->n_glyphs > 0 && g_ascii_isalpha(word->glyphs[0].fold) &&
		     !(reader->words.items[0].flags & DD_TOKEN_CAP) && !word->broken;
	if (!lower)
		mask |= DD_VOCAB_BIT(DD_VOCAB_NAME) | DD_VOCAB_BIT(DD_VOCAB_HEAD) |
			DD_VOCAB_BIT(DD_VOCAB_TITLE);
	return dd_alias_is_short(&reader->words, 0) ||
	       dd_vocab_may_begin_damaged(reader->vocab, &reader->words, 0, mask);
}

bool
dd_name_match(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens, size_t at,
	size_t to, DdArena *arena, DdNameMatch *match_out)
{
	DdNameEntry entry;
	to = MIN(to, tokens->n);
	if (at >= to || !may_begin(self, tokens, at))
		return false;
	if (tokens->items[at].kind == DD_TOKEN_NUMBER && !is_broken_head(tokens, at))
		return false;
	DdVocabSeen seen;
	g_auto(DdNameReader) reader = dd_name_reader(self, local, tokens, arena, &seen);
	if (tokens->damage != DD_DAMAGE_NONE) { /* look at the first words before all are made ready */
		dd_words_fill(&reader.words, tokens, at, MIN(to, at + 6), DD_NAME_WINDOW);
		if (!may_begin_damaged(&reader))
			return false;
		dd_words_clear(&reader.words);
	}
	dd_words_fill(&reader.words, tokens, at, to, DD_NAME_WINDOW);
	if (!dd_name_entry_read(&reader, 0, &entry))
		return false;
	*match_out = (DdNameMatch){
		.len = dd_words_token(&reader.words, entry.end) - at,
		.name = dd_arena_strndup(arena, entry.text->str, entry.text->len),
		.kind = entry.kind,
		.collective = entry.collective,
		.known = entry.known,
		.confidence = entry.confidence,
		.rule = entry.rule,
	};
	dd_name_text_free(&reader, entry.text);
	return match_out->len > 0;
}

/* The list being filled */
typedef struct {
	DdNameReader *reader;
	DdField *fields; /* room for DD_MAX_NAMES, borrowed */
	size_t n;
	const char *head; /* of the entry before: what may go without saying */
	bool several;
	bool full;
} List;

static bool
is_blank(const GString *text)
{
	return text->len == 0 || strspn(text->str, " .,;:-+") == text->len;
}

static inline void
put_field(List *list, size_t from, size_t to, const char *text, size_t len, uint8_t confidence,
	const char *rule)
{
	const DdWords *words = &list->reader->words;
	if (list->n >= DD_MAX_NAMES) {
		list->full = true;
		return;
	}
	DdField *field = &list->fields[list->n++];
	*field = (DdField){.value = dd_arena_intern(list->reader->arena, text, len),
		.rule = rule,
		.confidence = confidence};
	field->span.start = words->items[from].start;
	field->span.end = words->items[to - 1].start + words->items[to - 1].len;
}

/* May the name [@from, @to) be one of several offices: does "các" stand inside? Mostly it does not. */
static bool
may_spread(const DdNameReader *reader, size_t from, size_t to)
{
	static const char many[] = "các";
	if (to < from + SPREAD_WORDS)
		return false;
	for (size_t i = from + 1; i < to; i++) {
		const DdToken *word = &reader->words.items[i];
		const char *text = reader->tokens->text + word->start;
		if (word->len == strlen(many) && *text == *many && memcmp(text, many, word->len) == 0)
			return true;
	}
	return false;
}

/* "UBND các xã: A, B": one entry for each. Returns: FALSE when the name is one */
static G_GNUC_NO_INLINE bool
add_places(List *list, size_t from, size_t to, const GString *text, uint8_t confidence, const char *rule)
{
	DdNamePlace places[DD_NAME_PLACES];
	size_t head = 0, n = dd_name_spread(text->str, places, &head);
	for (size_t i = 0; i < n; i++) {
		g_autofree char *one = g_strdup_printf("%.*s %.*s %.*s", (int)head, text->str,
			(int)places[i].level_len, places[i].level, (int)places[i].name_len,
			places[i].name);
		put_field(list, from, to, one, strlen(one), confidence, rule);
	}
	return n > 0;
}

static void
add_field(List *list, size_t from, size_t to, const GString *text, uint8_t confidence, const char *rule)
{
	if (is_blank(text) || to <= from)
		return;
	if (!may_spread(list->reader, from, to) || !add_places(list, from, to, text, confidence, rule))
		put_field(list, from, to, text->str, text->len, confidence, rule);
}

/* "(qua Phòng Tổng hợp)" belongs to the name; other notes are passed over. Returns: the word behind ')' */
static size_t
read_note(const DdNameReader *reader, size_t at, GString *text)
{
	static const char *const kept[] = {"qua", "thông", "Khóa", "khóa", "VX"};
	const DdWords *words = &reader->words;
	size_t i = at;
	if (!dd_word_is_sign(words, at, '('))
		return at;
	while (i < words->n && i - at < MAX_NOTE_WORDS && !dd_word_is_sign(words, i, ')'))
		i++;
	if (!dd_word_is_sign(words, i, ')'))
		return at;
	for (size_t k = 0; k < G_N_ELEMENTS(kept); k++) {
		if (dd_name_is_word(reader, at + 1, kept[k])) {
			dd_name_append_words(reader, text, at, i + 1);
			break;
		}
	}
	return i + 1;
}

static bool
is_bullet(const DdWords *words, size_t i)
{
	if (words->items[i].kind != DD_TOKEN_SIGN)
		return false;
	uint32_t sign = words->items[i].value;
	return sign == '-' || sign == '+' || sign == '*' || sign == 0x2022 || sign == 0x2013 ||
	       sign == 0xB7 || sign == 0x25AA || sign == 0xF0B7 || sign == 0x25CF;
}

/* Goes over what stands between entries of a list */
static size_t
skip_separators(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	for (; at < words->n; at++) {
		const DdToken *word = &words->items[at];
		bool sign = word->kind == DD_TOKEN_SIGN &&
			    (word->value == ';' || word->value == '.' || word->value == ':' ||
				    word->value == ')' || is_bullet(words, at));
		if (!sign && !dd_word_is_joiner(reader->vocab, words, at))
			break;
	}
	return at;
}

/* Where an unknown value of a list ends */
static size_t
find_end(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	size_t i = at + 1;
	for (; i < words->n; i++) {
		const DdToken *word = &words->items[i];
		bool line = (word->flags & DD_TOKEN_LINE) != 0;
		if (dd_word_is_sign(words, i, ';') || (line && is_bullet(words, i)))
			break;
		if (dd_word_is_sign(words, i, '.') &&
			(i + 1 >= words->n || words->items[i + 1].flags & DD_TOKEN_LINE))
			break;
		if (line && (word->flags & DD_TOKEN_CAP) != 0 && dd_name_begins(reader, i))
			break;
		if (dd_word_is_sign(words, i, ',') ||
			(dd_word_is_joiner(reader->vocab, words, i) && word->kind == DD_TOKEN_WORD)) {
			bool cap = i + 1 < words->n && (words->items[i + 1].flags & DD_TOKEN_CAP) != 0;
			if (dd_name_begins(reader, i + 1) || dd_name_is_party(reader, i + 1) ||
				(cap && word->kind == DD_TOKEN_SIGN))
				break;
		}
	}
	return i;
}

static bool
is_plain_short(const DdNameReader *reader, size_t from, size_t to)
{
	size_t letters = 0;
	for (size_t i = from; i < to; i++) {
		const DdToken *word = &reader->words.items[i];
		if (word->kind == DD_TOKEN_WORD && !(word->flags & DD_TOKEN_UPPER))
			return false;
		letters += word->kind == DD_TOKEN_WORD;
	}
	return letters > 0;
}

static size_t
take_unknown(List *list, size_t at)
{
	const DdNameReader *reader = list->reader;
	size_t end = find_end(reader, at);
	GString *text = dd_name_text_new(reader, NULL);
	dd_name_append_words(reader, text, at, end);
	while (text->len > 0 && strchr(" .,:", text->str[text->len - 1]) != NULL)
		g_string_truncate(text, text->len - 1);
	bool brief = is_plain_short(reader, at, end);
	add_field(list, at, end, text, brief ? 40 : 50, brief ? "viết tắt chưa rõ" : "giữ nguyên");
	dd_name_text_free(reader, text);
	list->head = NULL;
	list->several = false;
	return end;
}

/* Behind a name of a list only a separator should stand. What else does belongs to the name unless it is a duty. */
static size_t
take_leftover(const DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	const DdWords *words = &reader->words;
	if (at >= words->n || words->items[at].kind == DD_TOKEN_SIGN ||
		dd_word_is_joiner(reader->vocab, words, at) || dd_name_begins(reader, at))
		return at;
	size_t end = find_end(reader, at);
	uint32_t duty = DD_VOCAB_BIT(DD_VOCAB_HARD);
	/* a cell's next line goes on in small letters, as a narrow column breaks it */
	bool goes_on = !(words->items[at].flags & DD_TOKEN_LINE) || !dd_name_is_cap(reader, at);
	if (!dd_name_phrase(reader, at, duty, NULL) && goes_on) {
		dd_name_append_words(reader, entry->text, at, end);
		entry->confidence = MIN(entry->confidence, 65);
	}
	return end;
}

/* "phối hợp với phòng Kinh tế, trạm y tế xã": a unit of a list inside a sentence that has no capital */
static bool
read_small(DdNameReader *reader, size_t at, DdNameEntry *entry)
{
	if (reader->list || reader->tokens->damage != DD_DAMAGE_NONE || at >= reader->words.n ||
		reader->words.items[at].kind != DD_TOKEN_WORD || dd_name_is_cap(reader, at) ||
		!(at > 0 || is_behind_with(reader->tokens, reader->words.from)))
		return false;
	*entry = (DdNameEntry){0};
	reader->small = true;
	reader->small_at = at;
	bool read = dd_name_read_unit(reader, at, entry);
	reader->small = false;
	if (!read) {
		dd_name_text_free(reader, entry->text);
		*entry = (DdNameEntry){0};
	}
	return read;
}

static bool
read_item(List *list, size_t at, DdNameEntry *entry)
{
	DdNameReader *reader = list->reader;
	bool begins = !list->several &&
		      (dd_name_entry_read(reader, at, entry) || read_small(reader, at, entry));
	if (!begins && list->head != NULL)
		begins = dd_name_entry_read_headless(reader, at, list->head, list->several, entry);
	if (!begins && list->several)
		begins = dd_name_entry_read(reader, at, entry);
	if (begins) {
		/* "Phòng QLKH, QLTĐC, QLCN&CN": a short name that is known for itself is of the same kind */
		bool same = entry->head == NULL && list->head != NULL &&
			    g_str_has_prefix(entry->text->str, list->head);
		list->head = same ? list->head : entry->head;
		list->several = entry->several;
	}
	return begins;
}

/* Returns: what the list holds, in the arena */
static DdFieldList
take_fields(const List *list)
{
	return (DdFieldList){
		dd_arena_memdup(list->reader->arena, list->fields, list->n * sizeof(DdField)),
		list->n};
}

/*
 * "Các Sở, ngành: Nội vụ, Tài chính": what stands behind the colon names them one by one.
 * Returns: TRUE when the collective itself is no entry
 */
static bool
opens_list(List *list, const DdNameEntry *entry)
{
	static const struct {
		const char *begin, *head;
	} heads[] = {{"Các sở", "Sở"}, {"Các Sở", "Sở"}, {"Các phòng", "Phòng"},
		{"Các Phòng", "Phòng"}, {"Các bộ", "Bộ"}, {"Các Bộ", "Bộ"}, {"Các vụ", "Vụ"},
		{"Các Vụ", "Vụ"}};
	const DdWords *words = &list->reader->words;
	if (!entry->collective || !dd_word_is_sign(words, entry->end, ':') ||
		entry->end + 1 >= words->n || !(words->items[entry->end + 1].flags & DD_TOKEN_CAP) ||
		dd_name_begins(list->reader, entry->end + 1))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(heads); i++) {
		if (!g_str_has_prefix(entry->text->str, heads[i].begin))
			continue;
		list->head = heads[i].head;
		list->several = true;
		return true;
	}
	return false;
}

/* "Không.", "Không có": the field says that there is nobody */
static bool
says_nobody(const DdTokens *tokens, size_t from, size_t to)
{
	size_t at = from + 1;
	if (!dd_token_is_text_nocase(tokens, from, "không"))
		return false;
	at += at < to && dd_token_is_text(tokens, at, "có");
	while (at < to && tokens->items[at].kind == DD_TOKEN_SIGN)
		at++;
	return at == to;
}

static void
parse_tokens(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens,
	size_t from, size_t to, DdArena *arena, DdFieldList *list_out)
{
	to = MIN(to, tokens->n);
	*list_out = (DdFieldList){NULL, 0};
	if (from >= to || says_nobody(tokens, from, to))
		return;
	DdVocabSeen seen;
	g_auto(DdNameReader) reader = dd_name_reader(self, local, tokens, arena, &seen);
	reader.list = true;
	DdField fields[DD_MAX_NAMES];
	List list = {.reader = &reader, .fields = fields};
	dd_words_fill(&reader.words, tokens, from, to, MAX_CELL_WORDS);
	for (size_t at = skip_separators(&reader, 0); at < reader.words.n && !list.full;
		at = skip_separators(&reader, at)) {
		DdNameEntry entry;
		size_t begin = at;
		if (!read_item(&list, at, &entry)) {
			at = take_unknown(&list, at);
			continue;
		}
		if (opens_list(&list, &entry)) {
			at = entry.end;
			dd_name_text_free(&reader, entry.text);
			continue;
		}
		at = take_leftover(&reader, entry.end, &entry);
		at = read_note(&reader, at, entry.text);
		add_field(&list, begin, MAX(entry.end, begin + 1), entry.text, entry.confidence,
			entry.rule);
		dd_name_text_free(&reader, entry.text);
		at = MAX(at, begin + 1);
	}
	*list_out = take_fields(&list);
}

void
dd_names_parse(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens,
	size_t from, size_t to, DdArena *arena, DdFieldList *list_out)
{
	DdMended mended;
	parse_tokens(self, local, tokens, from, to, arena, list_out);
	to = MIN(to, tokens->n);
	if (!dd_names_need_mending(tokens, list_out) ||
		!dd_mend(self, tokens, from, to, arena, &mended))
		return;
	g_auto(DdTokens) clean = {0};
	DdFieldList names;
	dd_tokens_scan(&clean, dd_vocab_get_lexicon(self->vocab), DD_DAMAGE_NONE, mended.text, 0,
		strlen(mended.text));
	parse_tokens(self, local, &clean, 0, clean.n, arena, &names);
	dd_names_take_mended(&mended, &names, list_out);
}

/* Behind an entry inside a sentence: where the next one begins, @at when the list ends */
static size_t
next_item(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	size_t i = at;
	if (i < words->n && words->items[i].kind == DD_TOKEN_SIGN) {
		uint32_t sign = words->items[i].value;
		if (sign != ',' && sign != ';')
			return at;
		i++;
	}
	if (i < words->n && dd_word_is_joiner(reader->vocab, words, i) &&
		words->items[i].kind == DD_TOKEN_WORD)
		i++;
	return i;
}

/* Reads the list that may begin at token @at, which stands before @to. Returns: as dd_names_read */
static size_t
read_tokens(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens, size_t at,
	size_t to, DdArena *arena, DdFieldList *list_out)
{
	DdVocabSeen seen;
	g_auto(DdNameReader) reader = dd_name_reader(self, local, tokens, arena, &seen);
	DdField fields[DD_MAX_NAMES];
	List list = {.reader = &reader, .fields = fields};
	dd_words_fill(&reader.words, tokens, at, to, LONGEST_LIST);
	size_t end = 0;
	for (size_t i = 0; i < reader.words.n && !list.full;) {
		DdNameEntry entry;
		if (!read_item(&list, i, &entry))
			break;
		end = entry.end;
		size_t note = read_note(&reader, end, entry.text);
		add_field(&list, i, entry.end, entry.text, entry.confidence, entry.rule);
		dd_name_text_free(&reader, entry.text);
		end = note;
		size_t next = next_item(&reader, end);
		if (next == end || entry.end <= i)
			break;
		i = next;
	}
	*list_out = take_fields(&list);
	return end == 0 || list_out->n == 0 ? 0 : dd_words_token(&reader.words, end) - at;
}

size_t
dd_names_read(const DdDirectory *self, const DdLocalNames *local, const DdTokens *tokens, size_t at,
	size_t to, DdArena *arena, DdFieldList *list_out)
{
	DdMended mended;
	to = MIN(to, tokens->n);
	*list_out = (DdFieldList){NULL, 0};
	if (at >= to || !may_begin(self, tokens,
				at)) /* before the room for a list is made: mostly none begins */
		return 0;
	size_t used = read_tokens(self, local, tokens, at, to, arena, list_out);
	to = MIN(to, at + MIN(used * 2, MENDED_TOKENS) + 8);
	if (used == 0 || !dd_names_need_mending(tokens, list_out) ||
		!dd_mend(self, tokens, at, to, arena, &mended))
		return used;
	g_auto(DdTokens) clean = {0};
	DdFieldList names;
	dd_tokens_scan(&clean, dd_vocab_get_lexicon(self->vocab), DD_DAMAGE_NONE, mended.text, 0,
		strlen(mended.text));
	if (clean.n == 0 || !may_begin(self, &clean, 0))
		return used;
	size_t read = read_tokens(self, local, &clean, 0, clean.n, arena, &names);
	if (read == 0 || !dd_names_take_mended(&mended, &names, list_out))
		return used;
	return dd_mended_token(&mended, tokens, at, to, dd_token_end(&clean, read - 1)) - at;
}

DdFieldList
dd_names_without_room(const DdFieldList *names, DdArena *arena)
{
	DdFieldList bare = *names;
	for (size_t i = 0; i < names->n; i++) {
		const char *value = names->items[i].value, *note = strstr(value, " (qua ");
		if (note == NULL)
			continue;
		if (bare.items == names->items)
			bare.items = dd_arena_memdup(arena, names->items, names->n * sizeof(DdField));
		bare.items[i].value = dd_arena_strndup(arena, value, (size_t)(note - value));
	}
	return bare;
}

bool
dd_names_have(const DdFieldList *list, const char *name)
{
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->items[i].value, name) == 0)
			return true;
	return false;
}

void
dd_names_append(DdArena *arena, const DdFieldList *more, DdFieldList *list)
{
	size_t fresh = 0;
	for (size_t i = 0; i < more->n; i++)
		fresh += !dd_names_have(list, more->items[i].value);
	size_t max = MIN(list->n + fresh, (size_t)DD_MAX_NAMES);
	if (max <= list->n) /* mostly nothing is new, and an arena does not give back */
		return;
	DdFieldList all = {dd_arena_alloc(arena, max * sizeof(DdField)), list->n};
	if (list->n > 0)
		memcpy(all.items, list->items, list->n * sizeof(DdField));
	for (size_t i = 0; i < more->n && all.n < max; i++)
		if (!dd_names_have(&all, more->items[i].value))
			all.items[all.n++] = more->items[i];
	*list = all;
}

bool
dd_name_classify(const DdDirectory *self, const char *name, const char **kind_out,
	bool *collective_out, bool *known_out)
{
	g_auto(DdTokens) tokens = {0};
	DdNameEntry entry;
	dd_tokens_scan(
		&tokens, dd_vocab_get_lexicon(self->vocab), DD_DAMAGE_NONE, name, 0, strlen(name));
	DdVocabSeen seen;
	g_auto(DdNameReader) reader = dd_name_reader(self, NULL, &tokens, NULL, &seen);
	reader.list = true;
	dd_words_fill(&reader.words, &tokens, 0, tokens.n, DD_NAME_WINDOW);
	if (!dd_name_entry_read(&reader, 0, &entry))
		return false;
	if (kind_out != NULL)
		*kind_out = entry.kind;
	if (collective_out != NULL)
		*collective_out = entry.collective;
	if (known_out != NULL)
		*known_out = entry.known;
	dd_name_text_free(&reader, entry.text);
	return true;
}

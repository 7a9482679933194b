/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alias.c: abbreviations of names, kept by their bare letters: "Sở KH&CN", "Sở KH-CN" and "Sở KHCN" are one */
#include <string.h>

#include "letter.h"
#include "names-grammar.h"

#define LONGEST_KEY 48
#define FIRST_SLOTS 16
#define LONGEST_ALIAS 11 /* words */
#define LONGEST_LOOK 48  /* words and what may join them */

/* Bare letters, and their hash, which grows with them: longer and longer runs of words are looked up */
typedef struct {
	uint64_t hash;
	size_t n;
	char letters[LONGEST_KEY + 1];
} Key;

/* đ is told from d: ĐT is not DT */
static bool
key_add(Key *key, const char *at, const char *end)
{
	unsigned len;
	for (; at < end; at += len) {
		DdLetter letter = dd_letter_at(
			(const unsigned char *)at, (const unsigned char *)end, &len);
		char add = letter.base == DD_BASE_D_BAR ? '^'
			   : letter.fold != 0           ? letter.fold
							: *at;
		if (letter.fold == 0 && !g_ascii_isdigit(add))
			continue;
		if (key->n >= LONGEST_KEY)
			return false;
		key->letters[key->n++] = add;
		key->hash = (key->hash ^ (uint8_t)add) * DD_WORD_KEY_FACTOR;
	}
	key->letters[key->n] = '\0';
	return true;
}

static bool
is_and(const char *at, size_t len)
{
	return (len == strlen("và") && memcmp(at, "và", len) == 0) ||
	       (len == 3 && memcmp(at, "VÀ", len) == 0);
}

/* Adds the letters of all words but "và" */
static bool
key_add_words(Key *key, const char *at, const char *end)
{
	while (at < end) {
		const char *blank = memchr(at, ' ', (size_t)(end - at));
		const char *behind = blank != NULL ? blank : end;
		if (!is_and(at, (size_t)(behind - at)) && !key_add(key, at, behind))
			return false;
		at = blank != NULL ? blank + 1 : end;
	}
	return key->n > 0;
}

void
dd_aliases_clear(DdAliases *self)
{
	if (self->arena != NULL) {
		g_free(self->slots);
		g_free(self->items);
		dd_arena_free(self->arena);
	}
	*self = (DdAliases){0};
}

/* The place of the abbreviation, or the free place where it is to stand */
static DdAliasSlot *
find_slot(const DdAliases *self, const Key *key)
{
	const uint32_t hash = (uint32_t)(key->hash >> 32);
	size_t i = hash & (self->n_slots - 1);
	while (self->slots[i].alias != 0 &&
		(self->slots[i].hash != hash ||
			strcmp(self->items[self->slots[i].alias - 1].letters, key->letters) != 0))
		i = (i + 1) & (self->n_slots - 1);
	return &self->slots[i];
}

static size_t
room_of(size_t n_slots)
{
	return n_slots * 2 / 3;
}

static void
grow(DdAliases *self)
{
	size_t n = self->n_slots == 0 ? FIRST_SLOTS : (size_t)self->n_slots * 2;
	DdAliasSlot *slots = g_new0(DdAliasSlot, n);
	for (size_t i = 0; i < self->n_slots; i++) {
		size_t to = self->slots[i].hash & (n - 1);
		if (self->slots[i].alias == 0)
			continue;
		while (slots[to].alias != 0)
			to = (to + 1) & (n - 1);
		slots[to] = self->slots[i];
	}
	g_free(self->slots);
	self->slots = slots;
	self->items = g_renew(DdAlias, self->items, room_of(n));
	self->n_slots = (uint32_t)n;
}

/* Before something is added */
static void
own(DdAliases *self)
{
	if (self->arena != NULL)
		return;
	self->arena = dd_arena_new();
	if (self->n_slots == 0)
		return;
	DdAlias *items = g_new(DdAlias, room_of(self->n_slots));
	memcpy(items, self->items, self->n * sizeof(DdAlias));
	self->items = items;
	self->slots = g_memdup2(self->slots, self->n_slots * sizeof(DdAliasSlot));
}

/* "Phòng Tổ chức cán bộ", "Phòng Tổ chức - Cán bộ": one name with other signs */
static bool
is_same_name(const char *a, const char *b)
{
	Key x = {0}, y = {0};
	return key_add_words(&x, a, a + strlen(a)) && key_add_words(&y, b, b + strlen(b)) &&
	       x.hash == y.hash && strcmp(x.letters, y.letters) == 0;
}

static void
put(DdAliases *self, const Key *key, const char *text, const char *kind, uint8_t rank)
{
	own(self);
	if (self->n >= room_of(self->n_slots))
		grow(self);
	DdAliasSlot *slot = find_slot(self, key);
	if (slot->alias == 0) {
		self->items[self->n++] = (DdAlias){
			dd_arena_strndup(self->arena, key->letters, key->n), text, kind, rank};
		*slot = (DdAliasSlot){(uint32_t)(key->hash >> 32), self->n};
		return;
	}
	DdAlias *there = &self->items[slot->alias - 1];
	if (rank > there->rank)
		*there = (DdAlias){there->letters, text, kind, rank};
	else if (rank == there->rank && there->text != NULL && rank == 0 &&
		 !is_same_name(there->text, text))
		there->text = NULL;
}

void
dd_alias_add(DdAliases *self, const char *head, const char *abbreviation, size_t len,
	const char *text, const char *kind, uint8_t rank)
{
	Key key = {0};
	if (head != NULL && !key_add_words(&key, head, head + strlen(head)))
		return;
	if (key_add_words(&key, abbreviation, abbreviation + len) && key.n >= 2)
		put(self, &key, text, kind, rank);
}

void
dd_alias_add_list(DdAliases *self, const char *head, const char *list, const char *text,
	const char *kind, uint8_t rank)
{
	while (*list != '\0') {
		size_t len = strcspn(list, ";");
		dd_alias_add(self, head, list, len, text, kind, rank);
		list += len + (list[len] == ';');
	}
}

void
dd_alias_add_initials(DdAliases *self, const char *head, const char *text, const char *kind)
{
	Key key = {0};
	size_t words = 0;
	const char *at = text + strlen(head);
	if (!g_str_has_prefix(text, head) || !key_add(&key, head, head + strlen(head)))
		return;
	while (*at != '\0') {
		size_t len = 0;
		while (at[len] != '\0' && at[len] != ' ' && at[len] != ',' && at[len] != '-' &&
			at[len] != '/')
			len++;
		if (len > 0 && !is_and(at, len)) {
			gunichar c;
			if (!key_add(&key, at, at + dd_utf8_next(at, at + len, &c)))
				return;
			words++;
		}
		at += len + (at[len] != '\0');
	}
	if (words >= 2)
		put(self, &key, text, kind, 0);
}

bool
dd_alias_is_short(const DdWords *words, size_t i)
{
	if (i >= words->n || words->items[i].kind != DD_TOKEN_WORD ||
		!(words->items[i].flags & DD_TOKEN_CAP))
		return false;
	const DdToken *word = &words->items[i];
	if (!(word->flags & DD_TOKEN_UPPER)) /* "GDTrH": the second letter is large too */
		return word->len >= 3 && words->tokens->damage == DD_DAMAGE_NONE &&
		       g_ascii_isupper(words->tokens->text[word->start]) &&
		       g_ascii_isupper(words->tokens->text[word->start + 1]);
	/* one letter stands only beside an ampersand: "Y&D" */
	return word->len >= 2;
}

static const DdAlias *
get(const DdAliases *self, const Key *key)
{
	uint32_t alias = self->n == 0 ? 0 : find_slot(self, key)->alias;
	return alias != 0 ? &self->items[alias - 1] : NULL;
}

static const DdAlias *
look_up(const DdNameReader *reader, const Key *key)
{
	const DdAlias *alias = reader->local != NULL ? get(&reader->local->aliases, key) : NULL;
	if (alias == NULL)
		alias = get(&reader->directory->aliases, key);
	return alias != NULL && alias->text != NULL ? alias : NULL;
}

/* May an abbreviation go on behind the joiner @i: "KH&CN", "KH,CN", "KH và CN"? */
static bool
joins_letters(const DdWords *words, size_t i)
{
	const DdToken *word = &words->items[i];
	if (word->kind == DD_TOKEN_WORD)
		return true;
	if (word->value == ',')
		return i + 1 >= words->n || !(words->items[i + 1].flags & DD_TOKEN_SPACE);
	return !(word->flags & DD_TOKEN_LINE);
}

/* "P.TCCB", "K. Nội": a dot behind one to four capitals and before a word with one belongs to the abbreviation */
static bool
is_inner_dot(const DdWords *words, size_t at, size_t i)
{
	if (i == at || i + 1 >= words->n || !dd_word_is_sign(words, i, '.'))
		return false;
	const DdToken *before = &words->items[i - 1], *behind = &words->items[i + 1];
	return (before->flags & DD_TOKEN_UPPER) != 0 && before->len <= 5 &&
	       behind->kind == DD_TOKEN_WORD && (behind->flags & DD_TOKEN_CAP) != 0 &&
	       ((words->items[i].flags | behind->flags) & (DD_TOKEN_LINE | DD_TOKEN_TAB)) == 0 &&
	       (words->items[i].flags & DD_TOKEN_SPACE) == 0;
}

/* Is there a word in capitals where an abbreviation may stand at all? */
static bool
short_follows(const DdNameReader *reader, size_t at)
{
	const DdWords *words = &reader->words;
	for (size_t i = at, n = 0; i < MIN(words->n, at + LONGEST_LOOK) && n < LONGEST_ALIAS; i++) {
		if (dd_alias_is_short(words, i))
			return true;
		if (is_inner_dot(words, at, i))
			continue;
		bool joiner = dd_word_is_joiner(reader->vocab, words, i);
		if (joiner ? !joins_letters(words, i) : words->items[i].kind == DD_TOKEN_SIGN)
			return false;
		n += !joiner;
	}
	return false;
}

const DdAlias *
dd_alias_find(const DdNameReader *reader, size_t at, const char *head, size_t *end_out)
{
	const DdWords *words = &reader->words;
	const DdAlias *found = NULL;
	Key key = {0};
	bool is_short = false;
	if (!short_follows(reader, at) || (head != NULL && !key_add(&key, head, head + strlen(head))))
		return NULL;
	for (size_t i = at, n = 0; i < MIN(words->n, at + LONGEST_LOOK) && n < LONGEST_ALIAS; i++) {
		const DdToken *word = &words->items[i];
		if (is_inner_dot(words, at, i))
			continue;
		if (dd_word_is_joiner(reader->vocab, words, i)) {
			if (i == at || !joins_letters(words, i))
				break;
			continue;
		}
		if (word->kind == DD_TOKEN_SIGN ||
			(n > 0 && word->flags & DD_TOKEN_LINE && dd_name_begins(reader, i)))
			break;
		if (!key_add(&key, reader->tokens->text + word->start,
			    reader->tokens->text + word->start + word->len))
			break;
		n++;
		is_short = is_short || dd_alias_is_short(words, i);
		const DdAlias *alias = is_short ? look_up(reader, &key) : NULL;
		if (alias != NULL) {
			found = alias;
			*end_out = i + 1;
		}
	}
	return found;
}

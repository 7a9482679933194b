/* SPDX-License-Identifier: GPL-3.0-or-later */
/* local.c: short names that one document defines, and whose document it is */
#include <string.h>

#include "letter.h"
#include "names-grammar.h"

#define MAX_LOCAL_NAMES 2000u
#define MAX_NAME_TOKENS 24u
#define MAX_SHORT_BYTES 60u
#define MAX_LETTERS 16
#define MAX_HEAD_TOKENS 4
#define MAX_SHORT_TOKENS 9 /* of "P.KT&ĐBCL-TTPC" in a legend */

DdLocalNames *
dd_local_names_new(void)
{
	DdLocalNames *self = g_new0(DdLocalNames, 1);
	self->spare = g_new0(DdSpareTexts, 1);
	return self;
}

void
dd_local_names_free(DdLocalNames *self)
{
	if (self == NULL)
		return;
	dd_aliases_clear(&self->aliases);
	while (self->spare->n > 0)
		g_string_free(self->spare->items[--self->spare->n], TRUE);
	g_free(self->spare);
	g_free(self->issuer);
	g_free(self);
}

void
dd_local_names_set_issuer(DdLocalNames *self, const char *issuer)
{
	static const char *const places[] = {" tỉnh ", " thành phố ", " Thành phố ", " huyện ",
		" thị xã ", " quận ", " xã ", " phường ", " đặc khu "};
	g_free(self->issuer);
	self->issuer = g_strdup(issuer);
	if (issuer == NULL || g_str_has_prefix(issuer, "UBND") || g_str_has_prefix(issuer, "Ủy ban"))
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
		char *place = strstr(self->issuer, places[i]);
		if (place != NULL && place > self->issuer)
			*place = '\0';
	}
}

/* Words that lead in a short name: "sau đây gọi tắt là", "viết tắt:" */
static const char *const cues[] = {
	"sau", "đây", "gọi", "tắt", "viết", "là", "chung", "được", "dưới", "Sau"};

/* How many tokens of "sau đây gọi tắt là", "viết tắt:" stand at @at */
static size_t
skip_cue(const DdTokens *tokens, size_t at, size_t close)
{
	size_t i = at;
	for (; i < close; i++) {
		const DdToken *token = &tokens->items[i];
		bool cue = token->kind == DD_TOKEN_SIGN &&
			   (token->value == ':' || token->value == '"' || token->value == 0x201C);
		for (size_t k = 0; k < G_N_ELEMENTS(cues) && !cue; k++)
			cue = dd_token_is_text(tokens, i, cues[k]);
		if (!cue)
			break;
	}
	return i - at;
}

/* "P.TCCB", "K. Nội": the dot at @i behind capitals, before a word with one that ends before @to */
static bool
is_inner_dot(const DdTokens *tokens, size_t from, size_t i, size_t to)
{
	return i > from && i + 1 < to && dd_token_is_sign(tokens, i, '.') &&
	       (tokens->items[i].flags & DD_TOKEN_SPACE) == 0 &&
	       (tokens->items[i - 1].flags & DD_TOKEN_UPPER) != 0 &&
	       tokens->items[i + 1].kind == DD_TOKEN_WORD && dd_token_is_cap(tokens, i + 1);
}

/* "TTr", "GDTrH": small letters behind two large ones */
static bool
begins_with_capitals(const DdTokens *tokens, const DdToken *token)
{
	const char *text = tokens->text + token->start;
	return token->len >= 3 && g_ascii_isupper(text[0]) && g_ascii_isupper(text[1]);
}

static bool
is_short_form(const DdTokens *tokens, size_t from, size_t to)
{
	bool upper = false, dotted = false; /* behind a dot a word may go on in small letters */
	for (size_t i = from; i < to; i++) {
		const DdToken *token = &tokens->items[i];
		if (is_inner_dot(tokens, from, i, to)) {
			dotted = true;
			continue;
		}
		if (token->kind == DD_TOKEN_WORD && (token->flags & DD_TOKEN_UPPER) == 0 &&
			!(dotted && to - i <= 2) && !begins_with_capitals(tokens, token))
			return false;
		upper = upper || (token->kind == DD_TOKEN_WORD && token->len >= 2);
		if (token->kind == DD_TOKEN_SIGN && token->value != '&' && token->value != '-' &&
			token->value != '/')
			return false;
	}
	return upper;
}

/* Finds the name that ends right before token @open. Returns: FALSE when there is none */
static bool
find_name_before(const DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	size_t open, DdArena *arena, DdNameMatch *match)
{
	size_t from = open > MAX_NAME_TOKENS ? open - MAX_NAME_TOKENS : 0;
	for (size_t i = from; i < open; i++) {
		if (!dd_token_is_cap(tokens, i))
			continue;
		if (dd_name_match(directory, self, tokens, i, open, arena, match)) {
			if (i + match->len == open)
				return !match->collective;
			i += match->len - 1;
		}
	}
	return false;
}

/* First letter of a word without its marks, đ told from d; 0 for a sign */
static char
initial_of(const DdTokens *tokens, size_t i)
{
	const DdToken *token = &tokens->items[i];
	gunichar c;
	if (token->kind == DD_TOKEN_SIGN)
		return 0;
	const char *at = tokens->text + token->start;
	dd_utf8_next(at, at + token->len, &c);
	DdLetter letter = dd_letter_of(c);
	return letter.base == DD_BASE_D_BAR ? '^' : letter.fold;
}

/* Puts the letters of the tokens [@from, @to) into @letters. Returns: their number, 0 when there are too many */
static size_t
letters_of(const DdTokens *tokens, size_t from, size_t to, char letters[MAX_LETTERS])
{
	size_t n = 0;
	for (size_t i = from; i < to; i++) {
		const char *at = tokens->text + tokens->items[i].start,
			   *end = at + tokens->items[i].len;
		while (tokens->items[i].kind == DD_TOKEN_WORD && at < end) {
			gunichar c;
			at += dd_utf8_next(at, end, &c);
			DdLetter letter = dd_letter_of(c);
			if (n == MAX_LETTERS)
				return 0;
			letters[n++] = letter.base == DD_BASE_D_BAR ? '^' : letter.fold;
		}
	}
	return n;
}

/* Words and signs that an abbreviation leaves out: "và", "của", commas, dashes */
static bool
is_left_out(const DdTokens *tokens, size_t i)
{
	static const char *const words[] = {"và", "của", "về", "cho", "các"};
	static const char signs[] = ",-&/";
	const DdToken *token = &tokens->items[i];
	if (token->kind == DD_TOKEN_SIGN)
		return token->value > 0 && token->value < 0x80 &&
		       strchr(signs, (int)token->value) != NULL;
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
		if (dd_token_is_text(tokens, i, words[k]))
			return true;
	return false;
}

/*
 * Walks back from @open over words that begin with the @n letters. @and_written: the letters of "và" and the like are
 * among them. Returns: the first of the words, @open when they do not fit
 */
static size_t
walk_back(const DdTokens *tokens, size_t open, const char *letters, size_t n, bool and_written)
{
	size_t i = open;
	while (n > 0) {
		if (i == 0 || open - i >= MAX_NAME_TOKENS)
			return open;
		i--;
		bool left_out = is_left_out(tokens, i);
		if (left_out && (!and_written || initial_of(tokens, i) != letters[n - 1]))
			continue;
		if (initial_of(tokens, i) != letters[n - 1] || letters[n - 1] == 0)
			return open;
		n--;
	}
	return i;
}

/* The short form in brackets */
typedef struct {
	size_t from, to; /* tokens */
	size_t body; /* behind the head that it repeats: "(Vụ GDTC)"; @from when there is none */
} ShortForm;

/*
 * Finds the name before @open by the letters of @form: "Vụ Giáo dục thể chất (Vụ GDTC)". It needs no known end, since the
 * letters say how long it is. Returns: FALSE when the letters do not fit words with the head of a unit before them
 */
static bool
find_name_by_letters(const DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	size_t open, const ShortForm *form, DdArena *arena, DdNameMatch *match)
{
	char letters[MAX_LETTERS];
	size_t n = letters_of(tokens, form->body, form->to, letters), first = open;
	for (int and_written = 0; n >= 2 && and_written < 2 && first == open; and_written++)
		first = walk_back(tokens, open, letters, n, and_written == 1);
	if (first == open || tokens->damage != DD_DAMAGE_NONE)
		return false;
	size_t before = first > MAX_HEAD_TOKENS ? first - MAX_HEAD_TOKENS : 0;
	DdVocabSeen seen;
	g_auto(DdNameReader) reader = dd_name_reader(directory, self, tokens, arena, &seen);
	dd_words_fill(&reader.words, tokens, before, open, DD_NAME_WINDOW);
	const DdToken *items = reader.words.items;
	for (size_t i = 0; i <= first - before && i < reader.words.n; i++) {
		DdVocabHit head;
		if ((items[i].flags & DD_TOKEN_CAP) == 0 ||
			!dd_name_phrase(&reader, i, DD_VOCAB_BIT(DD_VOCAB_HEAD), &head) ||
			!dd_name_begins(&reader, i) || reader.words.n - head.end < 2)
			continue;
		/* the letters begin with the head's, or right behind it */
		bool whole = dd_words_token(&reader.words, i) == first && form->body == form->from;
		if (!whole && (head.end >= reader.words.n ||
				      dd_words_token(&reader.words, head.end) != first))
			continue;
		g_autoptr(GString) text = g_string_new(NULL);
		dd_name_append_words(&reader, text, i, reader.words.n);
		*match = (DdNameMatch){.len = open - dd_words_token(&reader.words, i),
			.name = dd_arena_strndup(arena, text->str, text->len),
			.kind = head.entry->kind};
		return true;
	}
	return false;
}

/* "Phòng NVDL" as well, where the brackets say only "NVDL" */
static void
add_with_head(DdLocalNames *self, const char *abbreviation, size_t len, const DdNameMatch *match)
{
	const char *space = strchr(match->name, ' ');
	if (space == NULL || strcmp(match->kind, "committee") == 0)
		return;
	g_autofree char *head = g_strndup(match->name, (size_t)(space - match->name));
	if (len >= strlen(head) && memcmp(abbreviation, head, strlen(head)) == 0)
		return;
	dd_alias_add(&self->aliases, head, abbreviation, len, match->name, match->kind, 2);
}

static void
learn_form(DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens, size_t open,
	const ShortForm *form, DdArena *arena)
{
	uint32_t start = tokens->items[form->from].start, end = dd_token_end(tokens, form->to - 1),
		 body = tokens->items[form->body].start;
	DdNameMatch match;
	if (end - start > MAX_SHORT_BYTES || self->aliases.n >= MAX_LOCAL_NAMES)
		return;
	if (!find_name_before(self, directory, tokens, open, arena, &match) &&
		!find_name_by_letters(self, directory, tokens, open, form, arena, &match))
		return;
	dd_alias_add(
		&self->aliases, NULL, tokens->text + start, end - start, match.name, match.kind, 2);
	if (form->body > form->from)
		dd_alias_add(&self->aliases, NULL, tokens->text + body, end - body, match.name,
			match.kind, 2);
	else if (is_short_form(tokens, form->from, form->to))
		add_with_head(self, tokens->text + start, end - start, &match);
}

/* How many tokens of the short form are the head of its name: "Vụ" of "Vụ GDTC" */
static size_t
count_head(const DdTokens *tokens, size_t from, size_t to)
{
	size_t n = 0;
	while (from + n < to && n < MAX_HEAD_TOKENS && tokens->items[from + n].kind == DD_TOKEN_WORD &&
		(tokens->items[from + n].flags & DD_TOKEN_UPPER) == 0)
		n++;
	return n > 0 && dd_token_is_cap(tokens, from) && is_short_form(tokens, from + n, to) ? n : 0;
}

/* Units whose rooms and offices a legend shortens without their head: "KHTH: Kế hoạch tổng hợp" for "Phòng KHTH" */
static const struct {
	const char *head, *kind;
} legend_heads[] = {{"Phòng", "room"}, {"Khoa", "room"}, {"Ban", "room"}, {"Tổ", "room"},
	{"Bộ môn", "room"}, {"Trung tâm", "department"}, {"Sở", "department"},
	{"Cục", "department"}, {"Vụ", "department"}, {"Viện", "department"},
	{"Chi cục", "department"}, {"Bộ", "department"}};

/* A row of a legend: tokens of the short form and of what it stands for */
typedef struct {
	size_t from, to, name, end;
} LegendRow;

static void
add_legend_row(DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	const LegendRow *row, DdArena *arena)
{
	uint32_t start = tokens->items[row->from].start, end = dd_token_end(tokens, row->to - 1);
	uint32_t name_start = tokens->items[row->name].start,
		 name_end = dd_token_end(tokens, row->end - 1);
	if (end - start > MAX_SHORT_BYTES || self->aliases.n >= MAX_LOCAL_NAMES)
		return;
	const char *abbreviation = tokens->text + start;
	const char *name = dd_arena_fold(arena, tokens->text + name_start, name_end - name_start);
	DdNameMatch match;
	const char *kind = NULL;
	if (dd_name_match(directory, self, tokens, row->name, row->end, arena, &match))
		kind = match.kind;
	for (size_t i = 0; i < G_N_ELEMENTS(legend_heads) && kind == NULL; i++) {
		size_t len = strlen(legend_heads[i].head);
		if (g_str_has_prefix(name, legend_heads[i].head) && name[len] == ' ')
			kind = legend_heads[i].kind;
	}
	if (kind != NULL) {
		/* "P. QLNg" is written "QLNg" where a room stands before it */
		bool headed = row->to > row->from + 2 &&
			      is_inner_dot(tokens, row->from, row->from + 1, row->to);
		uint32_t body = headed ? tokens->items[row->from + 2].start : end;
		dd_alias_add(&self->aliases, NULL, abbreviation, end - start, name, kind, 2);
		if (end - body >= 2)
			dd_alias_add(&self->aliases, NULL, tokens->text + body, end - body, name,
				kind, 2);
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(legend_heads); i++) {
		g_autofree char *full = g_strdup_printf("%s %s", legend_heads[i].head, name);
		dd_alias_add(&self->aliases, legend_heads[i].head, abbreviation, end - start,
			dd_arena_strdup(arena, full), legend_heads[i].kind, 2);
	}
}

static bool
ends_legend_row(const DdTokens *tokens, size_t i)
{
	return dd_token_is_sign(tokens, i, ';') || dd_token_is_sign(tokens, i, '.') ||
	       dd_token_is_sign(tokens, i, ')');
}

/* May token @i stand in the short form that begins with token @at? */
static bool
is_of_short_form(const DdTokens *tokens, size_t at, size_t i)
{
	const DdToken *token = &tokens->items[i];
	if (token->kind == DD_TOKEN_WORD)
		return true;
	bool joins = token->value == '&' || token->value == '-' || token->value == '/';
	return is_inner_dot(tokens, at, i, tokens->n) ||
	       (i > at && joins && i + 1 < tokens->n && tokens->items[i + 1].kind == DD_TOKEN_WORD &&
		       ((token->flags | tokens->items[i + 1].flags) & DD_TOKEN_SPACE) == 0);
}

/* How many tokens of the short form are the end of its name, too: "Sở" of "VP Sở: Văn phòng Sở" */
static size_t
count_tail(const DdTokens *tokens, const LegendRow *row)
{
	size_t n = 0;
	while (n + 1 < row->to - row->from && n + 1 < row->end - row->name) {
		const DdToken *brief = &tokens->items[row->to - 1 - n],
			      *full = &tokens->items[row->end - 1 - n];
		if (brief->kind != DD_TOKEN_WORD || brief->fold == 0 || brief->fold != full->fold ||
			(brief->flags & DD_TOKEN_UPPER) != 0)
			break;
		n++;
	}
	return n;
}

/* "QLVH: Phòng Quản lý Văn hóa": do the letters of [@from, @to) stand for the words behind the head of the name? */
static bool
skips_head(const DdTokens *tokens, size_t from, size_t to, const LegendRow *row)
{
	char letters[MAX_LETTERS];
	size_t n = letters_of(tokens, from, to, letters);
	size_t body = n >= 2 ? walk_back(tokens, row->end, letters, n, false) : row->end;
	return body > row->name && body < row->end && body - row->name <= MAX_HEAD_TOKENS &&
	       dd_token_is_cap(tokens, row->name);
}

/*
 * Does a row go on behind the end of its line, before token @at? It does up to ';' where its rows are parted so: no other row
 * begins on the next line, and the line before did not end with one.
 */
static bool
goes_on_below(const DdTokens *tokens, size_t at)
{
	for (size_t i = at; i < tokens->n && i - at < MAX_NAME_TOKENS; i++) {
		if (dd_token_is_sign(tokens, i, ';'))
			return true;
		if (ends_legend_row(tokens, i) || dd_token_is_sign(tokens, i, ':') ||
			dd_token_is_sign(tokens, i, '=') || dd_token_is_sign(tokens, i, '-') ||
			(i > at && (tokens->items[i].flags & DD_TOKEN_LINE)))
			return false;
	}
	return false;
}

/* Reads "KHTH: Kế hoạch tổng hợp" or "KHTH - …" at @at up to ';', '.', ')' or the line's end. Returns: FALSE when it is no row */
static bool
read_legend_row(const DdTokens *tokens, size_t at, LegendRow *row)
{
	size_t to = at;
	row->from = at;
	while (to < tokens->n && to - at < MAX_SHORT_TOKENS && is_of_short_form(tokens, at, to))
		to++;
	bool joins = dd_token_is_sign(tokens, to, ':') || dd_token_is_sign(tokens, to, '=') ||
		     (dd_token_is_sign(tokens, to, '-') && (tokens->items[to].flags & DD_TOKEN_SPACE));
	if (!joins || to == at)
		return false;
	row->to = to;
	row->name = row->end = to + 1;
	while (row->end < tokens->n && row->end - row->name <= MAX_NAME_TOKENS &&
		!ends_legend_row(tokens, row->end) &&
		(row->end == row->name || !(tokens->items[row->end].flags & DD_TOKEN_LINE) ||
			goes_on_below(tokens, row->end)))
		row->end++;
	size_t words = row->end - row->name, kept = to - count_tail(tokens, row);
	return words >= 2 && words <= MAX_NAME_TOKENS &&
	       is_short_form(tokens, at + count_head(tokens, at, kept), kept) &&
	       (initial_of(tokens, row->name) == initial_of(tokens, at) ||
		       skips_head(tokens, at, kept, row));
}

bool
dd_local_names_learn_legend(DdLocalNames *self, const DdDirectory *directory,
	const DdTokens *tokens, DdArena *arena, bool *whole_out)
{
	bool begins = true, found = false; /* a row begins behind a sign or with a line */
	*whole_out = true;
	for (size_t at = 0; at < tokens->n; at++) {
		LegendRow row;
		begins = begins || (tokens->items[at].flags & DD_TOKEN_LINE) != 0;
		if (begins && tokens->damage != DD_DAMAGE_HEAVY && read_legend_row(tokens, at, &row)) {
			add_legend_row(self, directory, tokens, &row, arena);
			found = begins = true;
			/* a row that ended with its line: the next one begins with the token behind it */
			at = row.end - (row.end < tokens->n && !ends_legend_row(tokens, row.end));
			continue;
		}
		begins = tokens->items[at].kind == DD_TOKEN_SIGN;
		*whole_out = *whole_out && (begins || !found);
	}
	*whole_out = *whole_out && found;
	return found;
}

void
dd_local_names_learn_row(DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens,
	size_t colon, DdArena *arena)
{
	LegendRow row = {.to = colon, .name = colon + 1, .end = tokens->n};
	if (colon > 0 && colon <= MAX_SHORT_TOKENS && row.end > row.name + 1 &&
		row.end - row.name <= MAX_NAME_TOKENS)
		add_legend_row(self, directory, tokens, &row, arena);
}

static DdLetter
letter_at(const char *at, const char *end)
{
	unsigned len;
	return dd_letter_at((const unsigned char *)at, (const unsigned char *)end, &len);
}

/* May a cue stand behind the bracket at @open? */
static bool
may_lead_in(const char *open, const char *end)
{
	const char *at = open + 1;
	while (at < end && (unsigned char)*at <= ' ')
		at++;
	for (size_t k = 0; k < G_N_ELEMENTS(cues); k++)
		if ((size_t)(end - at) >= strlen(cues[k]) && memcmp(at, cues[k], strlen(cues[k])) == 0)
			return true;
	/* a quotation mark, a blank that is not ASCII: rare, and left to the tokens */
	return at < end && (*at == ':' || *at == '"' ||
				   ((unsigned char)*at >= 0x80 && letter_at(at, end).base == 0));
}

/* May what ends at the bracket @close be all in capitals? Its last letter tells. */
static bool
may_be_capitals(const char *text, const char *close)
{
	for (const char *at = close; at > text;) {
		do
			at--;
		while (at > text && ((unsigned char)*at & 0xC0) == 0x80);
		if (*at == '(' || *at == ')')
			return false;
		DdLetter letter = letter_at(at, close);
		if (letter.base != 0 || (unsigned char)*at >= 0x80)
			return letter.base == 0 || letter.upper;
	}
	return false;
}

bool
dd_local_names_may_learn(const char *text, size_t len)
{
	const char *end = text + len;
	for (const char *at = text; (at = memchr(at, '(', (size_t)(end - at))) != NULL; at++)
		if (may_lead_in(at, end))
			return true;
	for (const char *at = text; (at = memchr(at, ')', (size_t)(end - at))) != NULL; at++)
		if (may_be_capitals(text, at))
			return true;
	return false;
}

void
dd_local_names_learn(
	DdLocalNames *self, const DdDirectory *directory, const DdTokens *tokens, DdArena *arena)
{
	for (size_t open = 1; open < tokens->n; open++) {
		if (!dd_token_is_sign(tokens, open, '(') ||
			tokens->items[open - 1].kind != DD_TOKEN_WORD)
			continue;
		size_t close = open + 1, stop = MIN(tokens->n, open + 16);
		while (close < stop && !dd_token_is_sign(tokens, close, ')'))
			close++;
		if (close == stop || close == open + 1)
			continue;
		size_t cue = skip_cue(tokens, open + 1, close);
		size_t from = open + 1 + cue, to = close;
		while (to > from && (dd_token_is_sign(tokens, to - 1, '"') ||
					    dd_token_is_sign(tokens, to - 1, 0x201D)))
			to--;
		if (from >= to)
			continue;
		ShortForm form = {from, to, from + count_head(tokens, from, to)};
		if (cue > 0 || is_short_form(tokens, form.body, to))
			learn_form(self, directory, tokens, open, &form, arena);
	}
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-tail.c: recipients and signature, also where a converter wove the two columns into each other */
#include <string.h>

#include "date.h"
#include "head-mend.h"
#include "head-private.h"
#include "letter.h"
#include "lines.h"
#include "maxima.h"

#define TAIL_LINES 220u /* written lines of one tail */
#define BLOCK_LINES 14u /* written lines of a signature block */
#define UNKNOWN_MAX 2u
#define ITEM_BYTES 600u
#define ANNEX_BYTES 24u /* of the line "PHỤ LỤC XVIII" */
#define ANNEX_NUMBER 7u /* letters behind its word */
#define CUE_LETTERS 2u  /* of "KT.", at least */

typedef enum {
	PIECE_UNKNOWN,
	PIECE_RULE,
	PIECE_LABEL,
	PIECE_ITEM,
	PIECE_AUTHORITY,
	PIECE_POST,
	PIECE_UPPER,
	PIECE_SIGNED,
	PIECE_NAME,
	PIECE_DATE
} PieceKind;

typedef struct {
	DdHead *head;
	GArray *items; /* DdField */
	GString *item;
	uint32_t item_start, item_end;
	bool item_open, item_kept; /* the line at hand may go on with it */
	bool kept_copy;            /* "Lưu" was read: the list is at its end */
	GString *authority, *position;
	DdSpan authority_span, position_span, name_span;
	const char *name;
	bool second_post; /* another signer's post: no part of the first */
	PieceKind last;
	bool label; /* "Nơi nhận" was read */
	DdHeadDate date;
} Tail;

/*
 * "Nơi nhận" at @from; in a bad scan its second word may be anything but "dung" that begins or ends like it and has a colon:
 * "Noi aban:". Returns: FALSE when it is not there, else TRUE and its end
 */
static bool
is_label_at(const DdContext *context, const DdHeadLine *line, uint32_t from, uint32_t *end_out)
{
	if (dd_head_at(context, line, from, "noinhan", end_out))
		return true;
	uint32_t word = from, end = 0;
	if (context->damage != DD_DAMAGE_HEAVY || !dd_head_at(context, line, from, "noi", &word))
		return false;
	while (line->s[word] == ' ')
		word++;
	for (end = word; end < line->n && g_ascii_isalpha(line->s[end]);)
		end++;
	if (line->s[end] != ':' || end < word + 3 || end > word + 5 ||
		(line->s[word] != 'n' && line->s[end - 1] != 'n'))
		return false;
	*end_out = end;
	return true;
}

bool
dd_head_is_recipients(const DdContext *context, const DdHeadLine *line)
{
	uint32_t end, from = 0;
	while (line->s[from] == '*' || line->s[from] == ' ' || line->s[from] == '\t')
		from++;
	if (!is_label_at(context, line, from, &end))
		return false;
	while (line->s[end] == ' ' || line->s[end] == '*')
		end++;
	if (line->s[end] == ':' || line->s[end] == ';' || line->s[end] == '.' ||
		line->s[end] == '\t' || end >= line->n)
		return line->s[end] == ':' || line->s[end] == ';' || line->s[end] == '\t' ||
		       from + 9 >= line->n;
	return context->damage == DD_DAMAGE_HEAVY && end + 20 > line->n;
}

/* TM., KT., TL., TUQ., Q., T/M, T.M and so on before a post */
static bool
is_authority(const DdHeadLine *line, const DdPiece *piece)
{
	static const char *const cues[] = {"tm.", "kt.", "tl.", "tuq.", "t/m", "k/t", "t/l", "t.m",
		"k.t", "t.l", "tm ", "kt ", "tl ", "tuq ", "tm,", "kt,"};
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (piece->to - piece->from > 6 &&
			strncmp(line->s + piece->from, cues[i], strlen(cues[i])) == 0)
			return true;
	return false;
}

static bool
is_signed_mark(const DdContext *context, const DdHeadLine *line, const DdPiece *piece)
{
	static const char *const cues[] = {"daky", "kyten", "kytendongdau", "kytenvadongdau",
		"daduocky", "dakydongdau", "dakyvadongdau", "dakyten", "kyso", "daduockyso",
		"kydientu", "chuky"};
	uint32_t end,
		from = piece->from + (line->s[piece->from] == '(' || line->s[piece->from] == '[');
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_head_at(context, line, from, cues[i], &end) && end + 2 >= piece->to)
			return true;
	return false;
}

static bool
is_dash(const DdContext *context, const DdHeadLine *line, const DdPiece *piece)
{
	char c = line->s[piece->from];
	if (c == '-' || c == '+' || c == '*')
		return true;
	const char *at = context->chars + line->at[piece->from];
	if (c == '?' && (g_str_has_prefix(at, "•") || g_str_has_prefix(at, "●") ||
				g_str_has_prefix(at, "\xEF\x82\xB7")))
		return true;
	if (c == '~' && line->s[piece->from + 1] == ' ')
		return true; /* a dash that a scan bent */
	return context->damage == DD_DAMAGE_HEAVY && (c == '=' || c == '~');
}

static unsigned
segment_of(const DdContext *context, const DdHeadLine *line, const DdPiece *piece, size_t *len_out)
{
	uint32_t start = line->at[piece->from];
	return dd_head_segment_at(
		context, context->chars + start, line->at[piece->to] - start, len_out);
}

/* "Đoàn Thanh Nhã", in a scan "Trương Việt Dũng": a family name that is, or looks like, the kind of an office */
static bool
is_surname_too(const char *text, size_t len)
{
	static const char *const names[] = {"Đoàn", "Trương"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (len == strlen(names[i]) && strncmp(text, names[i], len) == 0)
			return true;
	return false;
}

/* @right: it stands in a right column. @after_post: an authority or a post came before. */
static PieceKind
kind_of_piece(DdHead *head, const DdHeadLine *line, const DdPiece *piece, bool right,
	bool after_post, const char **name_out)
{
	DdContext *context = head->context;
	size_t len = 0;
	if (is_signed_mark(context, line, piece))
		return PIECE_SIGNED;
	if (is_dash(context, line, piece) && piece->to > piece->from + 2)
		return PIECE_ITEM;
	if (dd_head_is_rule(line, piece->from, piece->to) || piece->to - piece->from <= 2)
		return PIECE_RULE;
	bool upper = dd_head_is_upper(context, line, piece->from, piece->to);
	if (upper && is_authority(line, piece))
		return PIECE_AUTHORITY;
	unsigned flags = segment_of(context, line, piece, &len);
	bool acting = strncmp(line->s + piece->from, "q.", 2) == 0 ||
		      strncmp(line->s + piece->from, "quyen ", 6) == 0;
	bool whole = len == line->at[piece->to] - line->at[piece->from];
	if ((upper && (acting || (flags & DD_SEGMENT_POST) != 0)) ||
		((flags & DD_SEGMENT_POST) != 0 && whole))
		return PIECE_POST;
	const char *text = context->chars + line->at[piece->from];
	if (dd_head_is_person(context, text, line->at[piece->to] - line->at[piece->from],
		    right || after_post, name_out, context->arena) &&
		((flags & DD_SEGMENT_KIND) == 0 || (!upper && is_surname_too(text, len))))
		return PIECE_NAME;
	return upper ? PIECE_UPPER : PIECE_UNKNOWN;
}

/* "Kho bạc Nhà nước; à": what a stamp's edge left behind the sign that ends an item */
static void
drop_dirt(GString *item)
{
	const char *sign = strrchr(item->str, ';');
	if (sign != NULL && sign > item->str && strlen(sign) <= 4 && sign[1] == ' ' &&
		g_unichar_islower(g_utf8_get_char(sign + 2)))
		g_string_truncate(item, (gsize)(sign - item->str));
}

static bool
is_kept_copy(const DdContext *context, const DdHeadLine *line, uint32_t from)
{
	uint32_t end;
	while (from < line->n && !g_ascii_isalnum(line->s[from]))
		from++;
	return dd_head_at(context, line, from, "luu", &end) && end <= from + 4;
}

static void
close_item(Tail *self)
{
	DdContext *context = self->head->context;
	GString *item = self->item;
	drop_dirt(item);
	while (item->len > 0 && strchr(" ;.,':", item->str[item->len - 1]) != NULL)
		g_string_truncate(item, item->len - 1);
	if (context->damage == DD_DAMAGE_HEAVY && item->len > 4)
		dd_head_mend_recipient(item);
	if (item->len > 0 && self->items->len < DD_MAX_NAMES) {
		DdHeadLine line;
		dd_head_fold(context, self->item_start, self->item_end, &line);
		if (is_kept_copy(context, &line, 0) ||
			(context->damage == DD_DAMAGE_HEAVY && g_str_has_prefix(item->str, "Lưu")))
			self->kept_copy = true;
		DdField field = {dd_arena_strdup(context->arena, item->str), "recipient-line",
			dd_span(self->item_start, self->item_end),
			(uint8_t)(context->damage == DD_DAMAGE_HEAVY ? 70 : 94)};
		g_array_append_val(self->items, field);
	}
	g_string_truncate(item, 0);
	self->item_open = false;
}

static void
append_folded(GString *out, DdContext *context, uint32_t start, uint32_t end)
{
	const char *text = dd_context_fold(context, start, end);
	if (*text == '\0')
		return;
	if (out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append(out, text);
}

static void
set_name(Tail *self, const char *name, DdSpan span)
{
	if (self->name != NULL)
		return;
	self->name = name;
	self->name_span = span;
}

static void
add_post(Tail *self, uint32_t start, uint32_t end, bool goes_on)
{
	if (self->name != NULL || self->second_post)
		return;
	if (self->position->len > 0 && !goes_on) {
		self->second_post = true;
		return;
	}
	if (self->position->len == 0)
		self->position_span = dd_span(start, end);
	self->position_span.end = end;
	append_folded(self->position, self->head->context, start, end);
}

/* "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC" in one line: the post begins at "PHÓ" */
static void
add_authority(Tail *self, const DdHeadLine *line, const DdPiece *piece)
{
	DdContext *context = self->head->context;
	uint32_t to = piece->to;
	if (self->name != NULL)
		return;
	for (uint32_t i = piece->from + 4; i + 4 < piece->to; i++)
		if (line->s[i] == ' ' && strncmp(line->s + i + 1, "pho ", 4) == 0 &&
			strncmp(line->s + piece->from, "k", 1) == 0) {
			to = i;
			break;
		}
	/* a second office that signs with the first */
	if (self->authority->len > 0 && self->position->len > 0)
		return;
	if (self->authority->len == 0)
		self->authority_span = dd_span(line->at[piece->from], line->at[to]);
	self->authority_span.end = line->at[to];
	append_folded(self->authority, context, line->at[piece->from], line->at[to]);
	if (to < piece->to)
		add_post(self, line->at[to], line->at[piece->to], false);
}

static void
handle_signature_piece(
	Tail *self, const DdHeadLine *line, const DdPiece *piece, PieceKind kind, const char *name)
{
	uint32_t start = line->at[piece->from], end = line->at[piece->to];
	if (kind == PIECE_AUTHORITY)
		add_authority(self, line, piece);
	else if (kind == PIECE_POST)
		add_post(self, start, end, false);
	else if (kind == PIECE_UPPER && self->last == PIECE_POST && self->name == NULL)
		add_post(self, start, end, true);
	else if (kind == PIECE_UPPER && self->last == PIECE_AUTHORITY && self->name == NULL)
		append_folded(self->authority, self->head->context, start, end);
	else if (kind == PIECE_NAME)
		set_name(self, name, dd_span(start, end));
}

/* Does an item go on behind the sign at @i? ',' and a blank are none but before what stands in the other column. */
static bool
parts_item(const DdHeadLine *line, uint32_t i)
{
	char sign = line->s[i], next = line->s[i + 1];
	return sign == ';' || ((sign == '.' || sign == ',') && next == ' ') || sign == ' ';
}

/*
 * Is @rest, which stands behind the sign at @i of an item, woven in from the column of the signature? A name without ';'
 * before it is one only in the line of the kept copy, which is the list's last.
 */
static bool
is_woven_in(const Tail *self, const DdHeadLine *line, const DdPiece *piece, const DdPiece *rest,
	uint32_t i, PieceKind kind)
{
	const DdContext *context = self->head->context;
	char sign = line->s[i];
	bool upper = dd_head_is_upper(context, line, rest->from, rest->to),
	     titled = self->position->len > 0;
	if (kind == PIECE_POST || kind == PIECE_AUTHORITY) {
		/* "Lưu: VT, KT (NTT)" */
		DdPiece post = {rest->from + (kind == PIECE_AUTHORITY ? CUE_LETTERS : 0), rest->to};
		while (post.from < post.to && strchr(". ", line->s[post.from]) != NULL)
			post.from++;
		size_t len = 0;
		bool known = post.from < post.to && segment_of(context, line, &post, &len) != 0;
		bool whole = kind == PIECE_AUTHORITY || len == line->at[post.to] - line->at[post.from];
		return upper &&
		       (sign == ';' || (known && (sign == '.' || (whole && self->name == NULL))));
	}
	if (kind != PIECE_NAME || upper)
		return false;
	return sign == ';' ||
	       (titled && self->name == NULL && is_kept_copy(context, line, piece->from) &&
		       (sign == '.' || (sign == ' ' && memchr(line->s + rest->from, ' ',
							       rest->to - rest->from) != NULL)));
}

/* Cuts "…; KT. GIÁM ĐỐC" and "…; - Lưu: VT" off an item. Returns: end of the item in the line */
static uint32_t
cut_item(Tail *self, const DdHeadLine *line, const DdPiece *piece)
{
	DdHead *head = self->head;
	bool copy = is_kept_copy(head->context, line, piece->from);
	for (uint32_t i = piece->from + 1; i + 2 < piece->to; i++) {
		if (!parts_item(line, i))
			continue;
		DdPiece rest = {i + 1, piece->to};
		while (rest.from < rest.to && line->s[rest.from] == ' ')
			rest.from++;
		const char *name = NULL;
		if (rest.from >= rest.to)
			break;
		/* words of the item itself: a dear look is worth it before capitals, and before the name at the end */
		if (strchr(", ", line->s[i]) != NULL && !copy &&
			!dd_head_is_upper(head->context, line, rest.from, rest.to))
			continue;
		PieceKind kind = kind_of_piece(head, line, &rest, false, false, &name);
		if (kind == PIECE_ITEM && line->s[i] == ';')
			return i + 1;
		if (is_woven_in(self, line, piece, &rest, i, kind)) {
			handle_signature_piece(self, line, &rest, kind, name);
			self->last = kind;
			return i + 1;
		}
	}
	return piece->to;
}

static void
handle_item(Tail *self, const DdHeadLine *line, DdPiece piece, bool begins)
{
	DdContext *context = self->head->context;
	for (unsigned guard = 0; piece.from < piece.to && guard < 16; guard++) {
		uint32_t to = cut_item(self, line, &piece);
		uint32_t from = piece.from;
		bool cut = to < piece.to && line->s[to] == ' ' &&
			   strchr(line->s + to, '-') != NULL && self->last == PIECE_ITEM;
		if (begins) {
			close_item(self);
			from++;
			while (from < to && strchr("-+*=~ ", line->s[from]) != NULL)
				from++;
			self->item_start = line->at[from];
		}
		self->item_end = line->at[to];
		if (self->item->len < ITEM_BYTES)
			append_folded(self->item, context, line->at[from], line->at[to]);
		char last = self->item->len > 0 ? self->item->str[self->item->len - 1] : '\0';
		self->item_open = last != ';' && last != '.';
		if (self->last == PIECE_ITEM || !begins)
			self->last = PIECE_ITEM;
		if (!cut)
			break;
		begins = true;
		piece.from = to;
		while (piece.from < piece.to && line->s[piece.from] == ' ')
			piece.from++;
	}
}

/* What stands behind "Nơi nhận:" in its own line: nothing, a post, or items without dashes */
static void
handle_label(Tail *self, const DdHeadLine *line, DdPiece piece)
{
	DdContext *context = self->head->context;
	uint32_t end = piece.from;
	if (!is_label_at(context, line, piece.from, &end))
		(void)dd_head_find(context, line, piece.from, piece.to, "noinhan", &piece.from, &end);
	while (end < piece.to && !g_ascii_isalnum(line->s[end]) && line->s[end] != '-')
		end++;
	self->label = true;
	piece.from = end;
	if (piece.from >= piece.to)
		return;
	const char *name = NULL;
	PieceKind kind = kind_of_piece(self->head, line, &piece, false, false, &name);
	if (kind == PIECE_AUTHORITY || kind == PIECE_POST) {
		handle_signature_piece(self, line, &piece, kind, name);
		self->last = kind;
		return;
	}
	/* "Nơi nhận: Như trên; Lưu: VT." */
	for (uint32_t from = piece.from; kind != PIECE_ITEM && from < piece.to;) {
		uint32_t to = from;
		while (to < piece.to && line->s[to] != ';')
			to++;
		close_item(self);
		self->item_start = line->at[from];
		self->item_end = line->at[to];
		append_folded(self->item, context, line->at[from], line->at[to]);
		from = to + 1;
	}
	self->last = PIECE_ITEM;
	if (kind == PIECE_ITEM)
		handle_item(self, line, piece, true);
}

/* A piece behind a dash. Returns: FALSE when the list of recipients is over or has not begun */
static bool
handle_dashed(Tail *self, const DdHeadLine *line, const DdPiece *piece)
{
	if (!self->label || (self->kept_copy && !self->item_open))
		return false;
	close_item(self);
	if (self->kept_copy)
		return false;
	self->last = PIECE_ITEM;
	handle_item(self, line, *piece, true);
	return true;
}

/* Does the piece go on with the item above it? */
static bool
continues_item(const Tail *self, const DdHeadLine *line, const DdPiece *piece, PieceKind kind)
{
	if (!self->label || self->item->len == 0)
		return false;
	if (kind == PIECE_UNKNOWN)
		return self->item_open || line->s[piece->from] == '(';
	return kind == PIECE_UPPER && self->item_open && self->last == PIECE_ITEM;
}

/* A piece of no known kind: an item without a dash, closed by ';', or the date. Returns: FALSE when it is neither */
static bool
handle_unknown(Tail *self, const DdHeadLine *line, const DdPiece *piece)
{
	DdContext *context = self->head->context;
	char last = context->chars[line->at[piece->to] - 1];
	uint32_t end;
	if (self->label && !self->kept_copy &&
		(last == ';' || (last == '.' && dd_head_at(context, line, piece->from, "luu", &end)))) {
		close_item(self);
		self->item_start = line->at[piece->from];
		self->last = PIECE_ITEM;
		handle_item(self, line, *piece, false);
		return true;
	}
	DdHeadDate date;
	dd_head_find_date(context, line, &date);
	if (!date.found || self->date.found || date.to + 3 < line->n)
		return false;
	self->date = date;
	return true;
}

/* Returns: FALSE when the piece is no part of a tail */
static bool
handle_piece(Tail *self, const DdHeadLine *line, const DdPiece *piece, bool right)
{
	DdContext *context = self->head->context;
	const char *name = NULL;
	uint32_t end;
	if (!self->label && is_label_at(context, line, piece->from, &end)) {
		handle_label(self, line, *piece);
		return true;
	}
	bool after_post = self->authority->len > 0 || self->position->len > 0;
	/* the kept copy is the list's last item: below a post no more of it comes */
	bool kept = g_str_has_prefix(self->item->str, "Lưu") &&
		    (self->last == PIECE_POST || self->last == PIECE_AUTHORITY);
	bool closed = !self->item_open || right || kept;
	PieceKind kind = kind_of_piece(self->head, line, piece, right, after_post && closed, &name);
	if (kind == PIECE_RULE)
		return true;
	if (kind == PIECE_ITEM)
		return handle_dashed(self, line, piece);
	/* a second name beside an open item is part of the item */
	if (kind == PIECE_NAME && self->name != NULL && !closed)
		kind = PIECE_UNKNOWN;
	if (continues_item(self, line, piece, kind)) {
		handle_item(self, line, *piece, false);
		return true;
	}
	if (kind == PIECE_UNKNOWN)
		return handle_unknown(self, line, piece);
	if (kind == PIECE_UPPER && self->last != PIECE_POST && self->last != PIECE_AUTHORITY && !right)
		return false;
	if (kind == PIECE_UPPER && self->name != NULL)
		return false;
	handle_signature_piece(self, line, piece, kind, name);
	if (kind != PIECE_SIGNED)
		self->last = kind;
	return true;
}

/* "Các chi bộ trực thuộc, Trần Thị Bích Ngọc": the other column's line. Returns: the sign before three words, NULL none */
static const char *
woven_name(const char *item)
{
	static const char *const persons[] = {
		"Đ/c", "Đồng chí", "Các đồng chí", "Ông", "Bà", "Các ông"};
	const char *comma = strrchr(item, ','), *dot = strrchr(item, '.'), *at = MAX(comma, dot);
	for (size_t i = 0; i < G_N_ELEMENTS(persons); i++)
		if (g_str_has_prefix(item, persons[i]))
			return NULL;
	const char *second = at != NULL && at[1] == ' ' ? strchr(at + 2, ' ') : NULL;
	return second != NULL && strchr(second + 1, ' ') != NULL ? at : NULL;
}

static bool
is_name_behind(const DdContext *context, const char *sign, bool sure, const char **name_out)
{
	return sign != NULL && sign[1] == ' ' &&
	       dd_head_is_person(context, sign + 2, strlen(sign + 2), sure, name_out, context->arena) &&
	       strchr(*name_out, ' ') != NULL;
}

/* "…, CBTH: Trần Văn A" at an item's end when no line holds the signer's name */
static void
take_name_from_items(Tail *self)
{
	DdContext *context = self->head->context;
	if (self->name != NULL || (self->position->len == 0 && self->authority->len == 0))
		return;
	for (guint i = self->items->len; i-- > 0;) {
		DdField *item = &g_array_index(self->items, DdField, i);
		const char *colon = strrchr(item->value, ':'), *semi = strrchr(item->value, ';');
		const char *at = MAX(colon, semi), *name = NULL;
		if (!is_name_behind(context, at, false, &name)) {
			at = woven_name(item->value);
			/* the file copy stands in the last line, and what is behind it is no office */
			bool copy = g_str_has_prefix(item->value, "Lưu") && at != NULL && *at == '.';
			if (!is_name_behind(context, at, copy, &name))
				continue;
		}
		self->name = name;
		self->name_span = item->span;
		item->value = dd_arena_strndup(
			context->arena, item->value, (size_t)(at - item->value));
		return;
	}
}

/* "Quyền Giám đốc" for "Q. GIÁM ĐỐC" */
static const char *
position_case(DdContext *context, const char *position)
{
	if (!g_str_has_prefix(position, "Q."))
		return dd_head_name_case(context, position);
	const char *rest = position + 2;
	while (*rest == ' ')
		rest++;
	g_autofree char *full = g_strconcat("Quyền ", dd_head_name_case(context, rest), NULL);
	return dd_arena_strdup(context->arena, full);
}

static void
store(Tail *self)
{
	DdHead *head = self->head;
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	close_item(self);
	take_name_from_items(self);
	uint8_t sure = context->damage == DD_DAMAGE_HEAVY ? 75 : 94;
	bool first = document->signer.value == NULL && document->position.value == NULL;
	if (first && self->authority->len > 0)
		document->authority = (DdField){dd_head_mend_authority(context, self->authority->str),
			"signature-block", self->authority_span, sure};
	if (first && self->position->len > 0)
		document->position = (DdField){position_case(context, self->position->str),
			"signature-block", self->position_span, sure};
	if (first && self->name != NULL) {
		document->signer = (DdField){self->name, "signature-block", self->name_span, sure};
		DdPerson person = {self->name, document->position.value, self->name_span};
		g_array_append_val(context->people, person);
	}
	if (document->recipients.n == 0 && self->items->len > 0) {
		document->recipients.n = self->items->len;
		document->recipients.items = dd_arena_memdup(
			context->arena, self->items->data, self->items->len * sizeof(DdField));
	}
	if (self->date.found && document->date_raw.value == NULL) {
		document->date = self->date.day;
		document->date_raw = self->date.raw;
		if (document->place.value == NULL)
			document->place = self->date.place;
		if (document->year == 0)
			document->year = (int16_t)self->date.year;
	}
}

/* Returns: TRUE when a line within reach of @i has a name or an item: what is between belongs to the tail */
static bool
tail_goes_on(Tail *self, uint32_t i, uint32_t end)
{
	unsigned seen = 0;
	DdHeadLine line;
	if (self->name != NULL)
		return false;
	for (i++; i < end && seen < 6; i++) {
		const DdLine *at = &self->head->context->lines[i];
		if (at->blank)
			continue;
		seen++;
		dd_head_fold(self->head->context, at->start, at->end, &line);
		DdPiece pieces[DD_HEAD_PIECES];
		size_t n = dd_head_split(&line, pieces);
		const char *name = NULL;
		if (n == 0)
			continue;
		PieceKind kind = kind_of_piece(self->head, &line, &pieces[n - 1], n > 1, false, &name);
		if (kind == PIECE_NAME || (kind == PIECE_ITEM && self->label && !self->kept_copy &&
						  self->items->len > 0))
			return true;
	}
	return false;
}

static bool
handle_line(Tail *self, uint32_t i, uint32_t end, unsigned *unknown)
{
	DdContext *context = self->head->context;
	DdLine *at = &context->lines[i];
	DdHeadLine line;
	if (dd_line_is_page_number(context, i))
		return true;
	if (dd_head_take_stamp(self->head, i))
		return true;
	dd_head_fold(context, at->start, at->end, &line);
	DdPiece pieces[DD_HEAD_PIECES];
	size_t n = dd_head_split(&line, pieces);
	bool any = false, all = true;
	for (size_t p = 0; p < n; p++) {
		bool indented = n == 1 && at->start > 0 && context->chars[at->start - 1] == '\t';
		bool taken = handle_piece(self, &line, &pieces[p], p > 0 || indented);
		any = any || taken;
		all = all && taken;
	}
	if (all || any)
		return true;
	(*unknown)++;
	return *unknown <= UNKNOWN_MAX && at->end - at->start <= 70 && tail_goes_on(self, i, end);
}

/* "PHỤ LỤC II" alone on its line ends the tail, whether or not the name of who signs was found */
static bool
begins_annex(const DdContext *context, const DdLine *at)
{
	DdHeadLine line;
	uint32_t end = 0;
	if (context->chars[at->start] != 'P' || at->end - at->start > ANNEX_BYTES)
		return false;
	dd_head_fold(context, at->start, at->end, &line);
	return dd_head_at(context, &line, 0, "phuluc", &end) &&
	       dd_head_is_upper(context, &line, 0, line.n) && line.n - end <= ANNEX_NUMBER;
}

uint32_t
dd_head_read_tail(DdHead *head, uint32_t from, uint32_t end)
{
	DdContext *context = head->context;
	Tail self = {.head = head,
		.items = g_array_new(FALSE, TRUE, sizeof(DdField)),
		.item = g_string_new(NULL),
		.authority = g_string_new(NULL),
		.position = g_string_new(NULL)};
	unsigned unknown = 0, written = 0;
	uint32_t last = from, i = from;
	for (; i < end && written < TAIL_LINES; i++) {
		if (context->lines[i].blank || context->lines[i].zone == DD_ZONE_NOISE)
			continue;
		written++;
		if (begins_annex(context, &context->lines[i]) || !handle_line(&self, i, end, &unknown))
			break;
		last = i + 1;
	}
	for (uint32_t j = from; j < last; j++)
		if (!context->lines[j].blank && context->lines[j].zone != DD_ZONE_NOISE)
			context->lines[j].zone = DD_ZONE_TAIL;
	if (last > from) {
		store(&self);
		head->has_tail = head->ended = true;
	}
	g_array_free(self.items, TRUE);
	g_string_free(self.item, TRUE);
	g_string_free(self.authority, TRUE);
	g_string_free(self.position, TRUE);
	return last;
}

/* "| 3 | Tổng kết năm học | Tháng 5 | Hiệu trưởng |": the last row of a table, and no post that signs */
static bool
is_numbered_row(const DdContext *context, const DdLine *at)
{
	uint32_t i = at->start + 1;
	unsigned strokes = 1;
	if (context->chars[at->start] != '|')
		return false;
	while (i < at->end && context->chars[i] == ' ')
		i++;
	bool number = g_ascii_isdigit(context->chars[i]);
	for (; i < at->end; i++)
		strokes += context->chars[i] == '|';
	return number && strokes >= 4;
}

uint32_t
dd_head_signature_above(DdHead *head, uint32_t low, uint32_t end)
{
	DdContext *context = head->context;
	uint32_t found = end;
	unsigned seen = 0;
	bool name_seen = false, post_seen = false;
	for (uint32_t i = end; i-- > low && seen < BLOCK_LINES;) {
		DdLine *at = &context->lines[i];
		DdHeadLine line;
		if (at->blank || at->zone == DD_ZONE_NOISE || dd_line_is_page_number(context, i))
			continue;
		if (at->zone != DD_ZONE_BODY || at->end - at->start > 200 ||
			is_numbered_row(context, at))
			break;
		seen++;
		if (dd_head_take_stamp(head, i))
			continue;
		dd_head_fold(context, at->start, at->end, &line);
		DdPiece pieces[DD_HEAD_PIECES];
		size_t n = dd_head_split(&line, pieces);
		if (n == 0)
			continue;
		const char *name = NULL;
		PieceKind kind = kind_of_piece(head, &line, &pieces[n - 1], n > 1, true, &name);
		bool upper = dd_head_is_upper(context, &line, pieces[n - 1].from, pieces[n - 1].to);
		if ((kind == PIECE_AUTHORITY || kind == PIECE_POST) && (upper || !post_seen)) {
			post_seen = true;
			found = i;
			continue;
		}
		if (kind == PIECE_NAME && !post_seen && !name_seen) {
			name_seen = true;
			continue;
		}
		if (kind == PIECE_SIGNED || kind == PIECE_RULE ||
			(kind == PIECE_UPPER && name_seen && !post_seen))
			continue;
		DdHeadDate date;
		dd_head_find_date(context, &line, &date);
		if (date.found && post_seen && date.to + 3 >= line.n && line.n < 60) {
			found = i;
			continue;
		}
		break;
	}
	return post_seen && (name_seen || head->ended || found + 12 > end) ? found : end;
}

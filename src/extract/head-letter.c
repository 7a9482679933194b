/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-letter.c: the letterhead in whatever order its two columns came, and the type (NĐ 30/2020, Annex I) */
#include <string.h>

#include "date.h"
#include "head-private.h"
#include "lines.h"

#define HEAD_LINES 60u    /* written lines that are looked at for the type */
#define SUBJECT_CHARS 60u /* of one line of a narrow column */
#define SUBJECT_LINES 7u
#define DIRT_CHARS 14u       /* of a line that belongs to nothing */
#define DIRT_REACH 8u        /* written lines */
#define BARE_TITLE_CHARS 24u /* of a title without its type, at least */

typedef struct {
	DdHead *head;
	GPtrArray *issuers; /* strings, owned by the arena */
	uint32_t issuer_start, issuer_end;
	DdHeadNumber number;
	DdHeadDate date;
	const char *type;
	DdSpan type_span;
	uint32_t type_line, rest; /* @rest: text offset of a title on the type's own line, 0 none */
	uint32_t subject_start, subject_end; /* of "V/v …", 0 none */
	bool subject_open, addressee, motto, stop;
	bool union_motto; /* "ĐOÀN TNCS HỒ CHÍ MINH" in its place */
	unsigned cues, subject_lines;
	uint32_t last_cue; /* line */
	uint32_t next;     /* line to go on at */
} Letter;

static void
take_gone(DdHeadLine *line, uint32_t from, uint32_t to)
{
	memset(line->s + from, DD_HEAD_GONE, to - from);
}

/* Takes the motto out of the line. Returns: TRUE when there was one */
static bool
take_motto(const DdContext *context, DdHeadLine *line)
{
	bool found = false;
	uint32_t at, end;
	for (size_t i = 0; i <= DD_HEAD_MOTTOS; i++)
		if (dd_head_find_motto_letters(context, line,
			    i < DD_HEAD_MOTTOS ? dd_head_mottos[i] : "quochoinuoc", &at, &end)) {
			take_gone(line, at, end);
			found = true;
		}
	/* "Số: /KH-UBND   CỘNG HÒA XÃ HỘI" | "CHỦ NGHĨA VIỆT NAM": woven into the other column, and broken */
	static const char *const halves[] = {"conghoaxahoi", "chunghiavietnam"};
	uint32_t last = line->n; /* the stroke of a cell behind it is none of its letters */
	while (last > 0 && strchr(" |\t", line->s[last - 1]) != NULL)
		last--;
	for (size_t i = 0; i < G_N_ELEMENTS(halves) && !found; i++)
		if (dd_head_find(context, line, 0, line->n, halves[i], &at, &end) && end == last &&
			(i == 0 || at == 0)) {
			take_gone(line, at, end);
			found = true;
		}
	return found;
}

/*
 * "Công văn số 5/SXD-QH về việc …", "Kế hoạch số 5/KH-UBND năm 2024": a list or a portal names the document. "Thực hiện Nghị định
 * số 61/2018/NĐ-CP …": the text has begun, and names another
 */
static bool
is_mentioned(const DdContext *context, const DdHeadLine *line, const DdHeadNumber *number)
{
	const char *behind = line->s + number->to;
	if (line->s[0] == 's')
		return false;
	return (number->to < line->n &&
		       (strncmp(behind, " ve ", 4) == 0 || strncmp(behind, " nam ", 5) == 0)) ||
	       (number->from > 0 && dd_head_is_body_cue(context, line));
}

static void
take_number_and_date(Letter *self, DdHeadLine *line)
{
	DdContext *context = self->head->context;
	DdHeadNumber number;
	DdHeadDate date;
	dd_head_find_number(context, line, &number);
	if (number.found && is_mentioned(context, line, &number))
		return;
	if (number.found && !self->number.found && number.from < 30) {
		self->number = number;
		take_gone(line, number.from, number.to);
		self->cues++;
	} else if (number.found && number.from < 30) {
		return;
	}
	dd_head_find_date(context, line, &date);
	if (date.found && !self->date.found && dd_head_is_alone_behind(line, date.to)) {
		self->date = date;
		take_gone(line, date.from, date.to);
		self->cues++;
	}
}

/* Returns: the last line of a number or date that a narrow cell broke behind line @i, @i when there is none */
static uint32_t
take_broken_number_or_date(Letter *self, const DdHeadLine *line, uint32_t i)
{
	DdHeadNumber number = {.found = self->number.found};
	DdHeadDate date = {.found = self->date.found};
	uint32_t last = dd_head_find_broken(self->head->context, line, i, &number, &date);
	if (last > i && number.found && !self->number.found)
		self->number = number;
	else if (last > i)
		self->date = date;
	self->cues += last > i;
	return last;
}

/* Words that stand alone in the head and tell something about the document */
static bool
take_stamp_word(Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	static const struct {
		const char *letters, *value;
		bool secrecy;
	} words[] = {
		{"tuyetmat", "TUYỆT MẬT", true},
		{"toimat", "TỐI MẬT", true},
		{"mat", "MẬT", true},
		{"hoatoc", "HỎA TỐC", false},
		{"hoatochengio", "HỎA TỐC HẸN GIỜ", false},
		{"thuongkhan", "THƯỢNG KHẨN", false},
		{"khan", "KHẨN", false},
	};
	DdContext *context = self->head->context;
	DdDocumentHeader *document = &context->reading->document;
	uint32_t end;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (!dd_head_at(context, line, piece->from, words[i].letters, &end) ||
			end != piece->to || !dd_head_is_upper(context, line, piece->from, piece->to))
			continue;
		DdField field = {words[i].value, "stamp",
			dd_span(line->at[piece->from], line->at[piece->to]), 95};
		*(words[i].secrecy ? &document->secrecy : &document->urgency) = field;
		return true;
	}
	if (dd_head_at(context, line, piece->from + (line->s[piece->from] == '('), "duthao", &end) &&
		piece->to - piece->from < 30) {
		document->draft = true;
		return true;
	}
	return false;
}

/* Returns: TRUE when the piece is the type, alone or with the title behind it */
static bool
take_type(Letter *self, const DdHeadLine *line, DdPiece piece, size_t n_pieces)
{
	DdContext *context = self->head->context;
	uint32_t end;
	if (dd_head_at(context, line, piece.from, "duthao", &end) && end < piece.to) {
		context->reading->document.draft = true;
		piece.from = end;
		while (piece.from < piece.to && !g_ascii_isalnum(line->s[piece.from]))
			piece.from++;
	}
	const char *type = dd_head_type_at(context, line, piece.from, &end);
	if (type == NULL)
		return false;
	bool upper = dd_head_is_upper(context, line, piece.from, piece.to);
	uint32_t rest = end;
	while (rest < piece.to && !g_ascii_isalnum(line->s[rest]))
		rest++;
	bool whole = rest >= piece.to, annex = strcmp(type, "Phụ lục") == 0;
	if (annex && ((piece.to - piece.from < 24 && (upper || n_pieces == 1)) ||
			     (n_pieces == 1 && dd_head_annex_rest(line, end) < piece.to)))
		whole = true;
	/* "BAN CHỈ ĐẠO CÁC / CHƯƠNG TRÌNH …": still a name */
	bool named = self->issuers->len > 0 && !self->number.found && !self->date.found &&
		     !self->motto;
	/* "KẾ HOẠCH Thực hiện …": only the type in capitals, the title behind it */
	bool headed = !upper && !whole && self->number.found && piece.from == 0 &&
		      dd_head_is_upper(context, line, piece.from, end) &&
		      g_unichar_isupper(g_utf8_get_char(context->chars + line->at[rest]));
	if (!(whole && (upper || n_pieces == 1)) && !(upper && !named && !whole) && !headed)
		return false;
	if (named && !whole)
		return false;
	self->type = type;
	self->type_span = dd_span(line->at[piece.from], line->at[end]);
	self->rest = whole ? 0 : line->at[rest];
	return true;
}

static void
add_issuer(Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	DdContext *context = self->head->context;
	uint32_t from = piece->from, digits = from;
	while (digits < piece->to && g_ascii_isdigit(line->s[digits]))
		digits++;
	if (digits > from && line->s[digits] == '.' && digits + 1 < piece->to)
		from = digits + 1 +
		       (line->s[digits + 1] == ' '); /* a list's mark before a head in one line */
	const char *number = strstr(line->s + from, " so:");
	uint32_t to = number != NULL ? MIN(piece->to, (uint32_t)(number - line->s)) : piece->to;
	uint32_t start = line->at[from], end = line->at[to];
	if (self->issuers->len == 0)
		self->issuer_start = start;
	self->issuer_end = end;
	g_ptr_array_add(self->issuers, (char *)dd_context_fold(context, start, end));
}

/* A name of an office in small letters: "Ủy ban nhân dân tỉnh X" */
static bool
is_small_issuer(const Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	const DdContext *context = self->head->context;
	size_t len = 0;
	uint32_t start = line->at[piece->from], end = line->at[piece->to];
	if (piece->to - piece->from > 60 || self->number.found ||
		(context->chars[end - 1] < 'A' && context->chars[end - 1] > 0))
		return false;
	return (dd_head_segment_at(context, context->chars + start, end - start, &len) &
		       DD_SEGMENT_KIND) != 0 &&
	       g_unichar_isupper(g_utf8_get_char(context->chars + start));
}

static bool
is_contact(const DdContext *context, const DdHeadLine *line, uint32_t from)
{
	static const char *const cues[] = {
		"diachi", "dienthoai", "website", "email", "fax", "masothue", "sodt"};
	uint32_t end;
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_head_at(context, line, from, cues[i], &end) &&
			strchr(": .", line->s[end]) != NULL)
			return true;
	return false;
}

/* "Về quản lý nhà kho công" under the number of a letter, which no code of a kind stands in */
static bool
is_about(const Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	const DdContext *context = self->head->context;
	return self->number.found && !self->subject_open && self->subject_start == 0 &&
	       strncmp(line->s + piece->from, "ve ", 3) == 0 &&
	       !dd_head_is_upper(context, line, piece->from, piece->to) &&
	       g_strcmp0(dd_head_type_of_symbol(self->number.symbol.value), "Công văn") == 0;
}

/* "V/v …" under the number; its further lines stand in the same column */
static bool
take_subject(Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	const DdContext *context = self->head->context;
	uint32_t end, from = piece->from;
	bool quoted = line->s[from] == '(' || line->s[from] == '"';
	from += quoted;
	bool short_form = strncmp(line->s + from, "v/v", 3) == 0;
	bool long_form = !short_form && (self->number.found || self->date.found) &&
			 dd_head_at(context, line, from, "veviec", &end);
	bool about = !short_form && !long_form && is_about(self, line, piece);
	if (about)
		end = from + 2;
	if (short_form || long_form || about) {
		from = short_form ? from + 3 : end;
		while (from < piece->to &&
			(line->s[from] == ':' || line->s[from] == ' ' || line->s[from] == '.'))
			from++;
		self->subject_start = line->at[from];
	} else if (!self->subject_open || line->s[from] == '-' ||
		   piece->to - piece->from > SUBJECT_CHARS || ++self->subject_lines > SUBJECT_LINES ||
		   dd_head_is_upper(context, line, piece->from, piece->to)) {
		return false;
	}
	self->subject_open = true;
	self->subject_end = line->at[piece->to];
	return true;
}

/* "ĐOÀN TNCS HỒ CHÍ MINH" beside the name stands where the State has its motto */
static bool
is_motto_of_union(const Letter *self, const DdHeadLine *line, const DdPiece *piece, size_t n_pieces)
{
	static const char *const names[] = {"doantncshochiminh", "doanthanhniencongsanhochiminh"};
	uint32_t end;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (self->issuers->len > 0 && (n_pieces > 1 || self->number.found) && !self->motto &&
			dd_head_at(self->head->context, line, piece->from, names[i], &end) &&
			end == piece->to)
			return true;
	return false;
}

/* "THỰC HIỆN CHƯƠNG TRÌNH …" behind number, date and name: a title whose type is lost */
static bool
is_bare_title(const Letter *self, const DdHeadLine *line, const DdPiece *piece)
{
	const DdContext *context = self->head->context;
	size_t len = 0;
	if (!self->motto || !self->number.found || !self->date.found || self->issuers->len == 0 ||
		piece->from > 0)
		return false;
	const char *text = context->chars + line->at[piece->from];
	unsigned flags = dd_head_segment_at(
		context, text, line->at[piece->to] - line->at[piece->from], &len);
	return (flags == 0 || text[len] == ',') &&
	       piece->to - piece->from >= BARE_TITLE_CHARS; /* "PHÒNG, CHỐNG …" */
}

/* Words of one syllable that a narrow cell parts from their name: "ỦY / BAN NHÂN DÂN" */
static bool
is_first_of_name(const DdContext *context, const DdHeadLine *line, const DdPiece *piece)
{
	static const char *const words[] = {"ủy", "uỷ", "bộ", "sở", "xã"};
	g_autofree char *small = g_utf8_strdown(context->chars + line->at[piece->from],
		line->at[piece->to] - line->at[piece->from]);
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(small, words[i]) == 0)
			return true;
	return false;
}

/* One piece of the letterhead. Returns: FALSE when it is no part of a head */
static bool
take_piece(Letter *self, const DdHeadLine *line, const DdPiece *piece, size_t n_pieces, uint32_t i)
{
	DdContext *context = self->head->context;
	uint32_t end;
	if (dd_head_is_rule(line, piece->from, piece->to) || take_stamp_word(self, line, piece))
		return true;
	if (dd_head_at(context, line, piece->from, "kinhgui", &end)) {
		self->addressee = self->stop = true;
		return true;
	}
	if (take_subject(self, line, piece)) {
		self->cues++;
		return true;
	}
	if (take_type(self, line, *piece, n_pieces)) {
		self->type_line = i;
		self->stop = true;
		return true;
	}
	if (piece->to - piece->from <= 2 && !is_first_of_name(context, line, piece))
		return true; /* dirt of a scan */
	if (dd_head_at(context, line, piece->from, "so", &end) && line->s[end] == ':' &&
		piece->to - end < 8)
		return true;
	if (is_contact(context, line, piece->from))
		return true;
	if (is_motto_of_union(self, line, piece, n_pieces)) {
		self->motto = self->union_motto = true;
		return true;
	}
	if (is_bare_title(self, line, piece))
		return false;
	if (dd_head_is_upper(context, line, piece->from, piece->to) ||
		is_small_issuer(self, line, piece) ||
		(self->issuers->len > 0 && n_pieces > 1 && !self->number.found && piece->from < 12)) {
		add_issuer(self, line, piece);
		return true;
	}
	return false;
}

/* Reads the pieces of line @i; words of "V/v …" go to @subject. Returns: FALSE when the line is of no head */
static bool
take_pieces(Letter *self, const DdHeadLine *line, uint32_t i, bool any, GString *subject)
{
	DdContext *context = self->head->context;
	DdPiece pieces[DD_HEAD_PIECES];
	size_t n = dd_head_split(line, pieces);
	bool refused = context->lines[i].end - context->lines[i].start > 3 * DD_HEAD_CHARS;
	for (size_t p = 0; p < n && !refused && !self->stop; p++) {
		uint32_t before = self->subject_end;
		if (!take_piece(self, line, &pieces[p], n + any, i))
			refused = !any;
		if (self->subject_end == before)
			continue;
		uint32_t from = MAX(self->subject_start, line->at[pieces[p].from]);
		if (subject->len > 0)
			g_string_append_c(subject, ' ');
		g_string_append(subject, dd_context_fold(context, from, self->subject_end));
	}
	return !refused;
}

/* What a letter is about is its title */
static void
set_subject(Letter *self, const GString *subject)
{
	DdContext *context = self->head->context;
	gunichar first = g_unichar_toupper(g_utf8_get_char(subject->str));
	g_autoptr(GString) named = g_string_new(NULL);
	g_string_append_unichar(named, first);
	g_string_append(named, g_utf8_next_char(subject->str));
	context->reading->document.title = (DdField){dd_arena_strdup(context->arena, named->str),
		"subject-line", dd_span(self->subject_start, self->subject_end), 92};
}

/* "307:00", "S` L$": a stamp or its edge, scanned into a letterhead whose number or type stands below */
static bool
is_dirt(const Letter *self, const DdHeadLine *line, uint32_t i)
{
	DdContext *context = self->head->context;
	DdHeadLine below;
	uint32_t end;
	if (!self->motto || line->n > DIRT_CHARS || memchr(line->s, '-', line->n) == line->s)
		return false;
	unsigned seen = 0;
	for (uint32_t j = i + 1; j < context->n_lines && seen < DIRT_REACH; j++) {
		const DdLine *at = &context->lines[j];
		if (at->blank)
			continue;
		seen++;
		dd_head_fold(context, at->start, at->end, &below);
		if (dd_head_type_at(context, &below, 0, &end) != NULL &&
			dd_head_is_upper(context, &below, 0, below.n))
			return true;
		DdHeadNumber number;
		dd_head_find_number(context, &below, &number);
		if (number.found && number.from == 0)
			return true;
	}
	return false;
}

/* "I. NHIỆM VỤ", "PHẦN I": the text begins, and there was no head */
static bool
begins_outline(const DdHeadLine *line)
{
	static const char *const marks[] = {
		"i. ", "i.", "i/", "i - ", "a. ", "1. ", "phan i", "phan thu nhat"};
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
		if (strncmp(line->s, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* Reads the lines from line @first up to the type, a "Kính gửi" or the first line that no head has */
static void
read_letterhead(Letter *self, uint32_t first)
{
	DdHead *head = self->head;
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	unsigned written = 0;
	g_autoptr(GString) subject = g_string_new(NULL);
	for (uint32_t i = first; i < context->n_lines && written < HEAD_LINES && !self->stop; i++) {
		DdLine *at = &context->lines[i];
		self->next = i + 1;
		if (at->blank || at->zone == DD_ZONE_NOISE || dd_line_is_page_number(context, i) ||
			dd_head_take_stamp(head, i))
			continue;
		written++;
		dd_head_fold(context, at->start, at->end, line);
		if (begins_outline(line)) {
			self->next = i;
			break;
		}
		unsigned cues = self->cues;
		bool motto = take_motto(context, line), any = motto;
		self->motto = self->motto || motto;
		self->cues += motto;
		take_number_and_date(self, line);
		any = any || self->cues > cues;
		uint32_t last = any ? i : dd_head_find_broken_motto(context, line, i);
		self->motto = self->motto || last > i;
		if (!any && last == i)
			last = take_broken_number_or_date(self, line, i);
		if (last > i) {
			self->cues += self->cues == cues;
			self->last_cue = i = last;
			self->next = i + 1;
			continue;
		}
		if (!take_pieces(self, line, i, any, subject)) {
			if (is_dirt(self, line, i))
				continue;
			self->next = i;
			break;
		}
		if (self->cues > cues)
			self->last_cue = i;
	}
	if (subject->len > 0)
		set_subject(self, subject);
}

static void
set_document(Letter *self)
{
	DdContext *context = self->head->context;
	DdDocumentHeader *document = &context->reading->document;
	document->number = self->number.number;
	document->symbol = self->number.symbol;
	document->place = self->date.place;
	document->date_raw = self->date.raw;
	document->date = self->date.day;
	document->year = (int16_t)self->date.year;
	const char *issuer = NULL, *superior = NULL;
	dd_head_issuer(context, self->issuers, &issuer, &superior);
	if (self->union_motto && superior == NULL && g_strcmp0(issuer, "Ban Chấp hành Trung ương") == 0)
		issuer = "Ban Chấp hành Trung ương Đoàn TNCS Hồ Chí Minh";
	DdSpan span = dd_span(self->issuer_start, self->issuer_end);
	if (issuer != NULL)
		document->issuer = (DdField){
			issuer, "letterhead", span, (uint8_t)(self->motto ? 93 : 85)};
	if (superior != NULL)
		document->superior = (DdField){superior, "letterhead", span, 90};
	if (self->type == NULL && self->number.found)
		self->type = dd_head_type_of_symbol(document->symbol.value);
	if (self->type == NULL && (self->addressee || self->subject_start != 0))
		self->type = "Công văn";
	dd_head_mend_number(context, self->type, &document->number);
	dd_head_mend_number(context, self->type, &document->symbol);
	if (self->type != NULL)
		document->type = (DdField){self->type,
			self->type_line > 0 || self->type_span.end > 0 ? "type-line" : "type-of-symbol",
			self->type_span, (uint8_t)(self->type_span.end > 0 ? 97 : 80)};
}

static void
mark_zone(DdContext *context, uint32_t from, uint32_t to, DdZone zone)
{
	for (uint32_t i = from; i < to && i < context->n_lines; i++)
		if (context->lines[i].zone == DD_ZONE_BODY && !context->lines[i].blank)
			context->lines[i].zone = (uint8_t)zone;
}

/* The whole file is one appendix: its plan is named in the note */
static uint32_t
read_appendix(Letter *self)
{
	DdHead *head = self->head;
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	DdSpan title = {0};
	uint32_t next = dd_head_read_annex_head(head, self->type_line, &title, &head->note_span);
	head->appendix = true;
	if (title.end > title.start)
		document->title = dd_context_field(
			context, title.start, title.end, 92, "appendix-title");
	return next;
}

/* "(Kèm theo Kế hoạch số 12/KH-STP ngày 05/3/2025 của Sở Tư pháp)" names who issued both, unless a letterhead does. */
static void
take_issuer_of_note(DdContext *context, DdSpan note)
{
	DdDocumentHeader *document = &context->reading->document;
	const DdTokens *tokens = &context->scratch;
	if (document->issuer.value != NULL)
		return;
	dd_context_scan(context, note.start, note.end);
	size_t at = 0, end;
	while (at < tokens->n && tokens->items[at].kind != DD_TOKEN_NUMBER)
		at++;
	while (at < tokens->n &&
		!(dd_token_is_text(tokens, at, "của") && dd_token_is_cap(tokens, at + 1)))
		at++;
	for (end = at + 1; end < tokens->n && !dd_token_is_text(tokens, end, "về"); end++)
		if (tokens->items[end].kind == DD_TOKEN_SIGN &&
			!dd_token_is_sign(tokens, end, '-') && !dd_token_is_sign(tokens, end, ','))
			break;
	if (end > at + 1 && end <= tokens->n)
		document->issuer = dd_context_field(context, tokens->items[at + 1].start,
			dd_token_end(tokens, end - 1), 80, "issuer-of-parent");
}

static void
take_from_note(Letter *self)
{
	DdHead *head = self->head;
	DdDocumentHeader *document = &head->context->reading->document;
	DdHeadNumber number;
	DdHeadDate date;
	if (head->note_span.end == 0)
		return;
	dd_head_read_note(head, head->note_span, &number, &date);
	if (head->appendix)
		take_issuer_of_note(head->context, head->note_span);
	if (document->number.value == NULL && document->symbol.value == NULL && number.found) {
		document->number = number.number;
		document->symbol = number.symbol;
		document->number.rule = document->symbol.rule = "number-of-parent";
	}
	if (!dd_date_is_set(document->date) && date.found) {
		document->date = date.day;
		document->date_raw = date.raw;
		document->date_raw.rule = "date-of-parent";
		document->year = (int16_t)(document->year != 0 ? document->year : date.year);
	}
}

/* Does a title in capitals stand right below a head whose type only the number tells? */
static bool
has_bare_title(const Letter *self, uint32_t i)
{
	DdHeadLine *line = &self->head->line;
	const DdContext *context = self->head->context;
	while (i < context->n_lines && context->lines[i].blank)
		i++;
	if (self->type == NULL || self->addressee || self->subject_start != 0 || i >= context->n_lines)
		return false;
	dd_head_fold(context, context->lines[i].start, context->lines[i].end, line);
	DdPiece whole = {0, line->n};
	return dd_head_is_upper(context, line, 0, line->n) && is_bare_title(self, line, &whole);
}

void
dd_head_read_letter(DdHead *head)
{
	DdContext *context = head->context;
	Letter self = {.head = head, .issuers = g_ptr_array_new()};
	const DdDocumentHeader before = context->reading->document;
	read_letterhead(&self, 0);
	uint32_t start = context->n_lines;
	if (self.type == NULL && !self.addressee && !self.motto)
		start = dd_head_find_start(context, self.next);
	if (start < context->n_lines) { /* what was read above it is a portal's */
		uint32_t read = self.next;
		g_ptr_array_set_size(self.issuers, 0);
		self = (Letter){.head = head, .issuers = self.issuers};
		context->reading->document = before;
		for (uint32_t i = read; i < start; i++)
			(void)dd_head_take_stamp(head, i);
		mark_zone(context, 0, start, DD_ZONE_HEAD);
		read_letterhead(&self, start);
	}
	bool titled = self.type_span.end > 0;
	if (titled || self.addressee || self.cues > 0) {
		uint32_t end = titled           ? self.type_line + 1
			       : self.addressee ? self.next - 1
						: self.last_cue + 1;
		set_document(&self);
		mark_zone(context, 0, end, DD_ZONE_HEAD);
		if (titled && strcmp(self.type, "Phụ lục") == 0)
			end = read_appendix(&self);
		else if (titled)
			end = dd_head_read_title(head, self.type, self.type_line, self.rest);
		else if (has_bare_title(&self, end))
			end = dd_head_read_title(head, self.type, end - 1, 0);
		head->body = dd_head_read_below_title(head, titled ? self.type : NULL, end);
		take_from_note(&self);
	}
	g_ptr_array_free(self.issuers, TRUE);
}

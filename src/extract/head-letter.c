/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-letter.c: the letterhead in whatever order its two columns came, the type and the title (NĐ 30/2020, Annex I) */
#include <string.h>

#include "date.h"
#include "head-private.h"
#include "letter.h"
#include "lines.h"

#define HEAD_LINES 60u    /* written lines that are looked at for the type */
#define SUBJECT_CHARS 60u /* of one line of a narrow column */
#define SUBJECT_LINES 7u
#define TITLE_LINES 16u
#define TITLE_BYTES 2000u
#define ADDRESSEES 60u
#define SENTENCE_BYTES 32u /* of a line, at least, that begins the text behind a title in capitals */

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
	unsigned cues, subject_lines;
	uint32_t last_cue; /* line */
	uint32_t next;     /* line to go on at */
} Letter;

/* "I.", "1.", "a)", "Điều 1", "Phần thứ nhất" */
static bool
is_marked(const DdContext *context, const DdHeadLine *line)
{
	uint32_t i = 0, end;
	while (i < line->n && strchr("ivxlABC", line->s[i]) != NULL && i < 5)
		i++;
	if (i > 0 && (line->s[i] == '.' || line->s[i] == '-' || line->s[i] == '/') && i < line->n)
		return true;
	if (g_ascii_isalpha(line->s[0]) && (line->s[1] == '.' || line->s[1] == ')') &&
		(line->s[2] == ' ' || line->s[2] == '\t'))
		return true;
	for (i = 0; i < line->n && i < 3 && g_ascii_isdigit(line->s[i]);)
		i++;
	/* "39/2024/QH15" is the rest of a number, "1/ Mục đích" an item */
	bool number = i > 0 && line->s[i] == '/' && (g_ascii_isdigit(line->s[i + 1]) || memchr(line->s, '-', MIN(line->n, 12)) != NULL);
	if (i > 0 && !number && (line->s[i] == '.' || line->s[i] == ')' || line->s[i] == '/'))
		return true;
	return line->s[0] == '-' || line->s[0] == '+' ||
	       (dd_head_at(context, line, 0, "dieu1", &end) && end == 6) ||
	       dd_head_at(context, line, 0, "phanthunhat", &end) ||
	       dd_head_at(context, line, 0, "chuongi", &end);
}

static bool
starts_capital(const DdContext *context, const DdHeadLine *line)
{
	gunichar c;
	if (line->n == 0)
		return false;
	(void)dd_utf8_next(context->chars + line->start, context->chars + line->end, &c);
	return dd_letter_of(c).upper;
}

bool
dd_head_is_body_cue(const DdContext *context, const DdHeadLine *line)
{
	static const char *const cues[] = {
		"cancu", "kinhgui", "xetdenghi", "theodenghi", "thuchien", "quyetnghi"};
	uint32_t end;
	if (line->n == 0)
		return false;
	if (is_marked(context, line))
		return true;
	if (!starts_capital(context, line))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_head_at(context, line, 0, cues[i], &end))
			return true;
	return false;
}

static void
take_gone(DdHeadLine *line, uint32_t from, uint32_t to)
{
	memset(line->s + from, DD_HEAD_GONE, to - from);
}

/* Takes the motto out of the line. Returns: TRUE when there was one */
static bool
take_motto(const DdContext *context, DdHeadLine *line)
{
	static const char *const mottos[] = {"conghoaxahoichunghiavietnam", "doclaptudohanhphuc",
		"dangcongsanvietnam", "quochoinuoc"};
	bool found = false;
	uint32_t at, end;
	for (size_t i = 0; i < G_N_ELEMENTS(mottos); i++)
		if (dd_head_find(context, line, 0, line->n, mottos[i], &at, &end)) {
			take_gone(line, at, end);
			found = true;
		}
	return found;
}

static void
take_number_and_date(Letter *self, DdHeadLine *line)
{
	DdContext *context = self->head->context;
	DdHeadNumber number;
	DdHeadDate date;
	dd_head_find_number(context, line, &number);
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
	if (annex && piece.to - piece.from < 24 && (upper || n_pieces == 1))
		whole = true;
	/* "BAN CHỈ ĐẠO CÁC / CHƯƠNG TRÌNH …": still a name */
	bool named = self->issuers->len > 0 && !self->number.found && !self->date.found &&
		     !self->motto;
	if (!(whole && (upper || n_pieces == 1)) && !(upper && !named && !whole))
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
	uint32_t start = line->at[piece->from], end = line->at[piece->to];
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
	if (short_form || long_form) {
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
	if (piece->to - piece->from <= 2)
		return true; /* dirt of a scan */
	if (dd_head_at(context, line, piece->from, "so", &end) && line->s[end] == ':' &&
		piece->to - end < 8)
		return true;
	if (is_contact(context, line, piece->from))
		return true;
	if (dd_head_is_upper(context, line, piece->from, piece->to) ||
		is_small_issuer(self, line, piece) ||
		(self->issuers->len > 0 && n_pieces > 1 && !self->number.found && piece->from < 12)) {
		add_issuer(self, line, piece);
		return true;
	}
	return false;
}

/* Subject lines that stand left of a date are joined without it */
static const char *
join_lines(DdContext *context, uint32_t start, uint32_t end, uint32_t from, uint32_t to)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (uint32_t i = from; i <= to && i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		uint32_t a = MAX(start, line->start), b = MIN(end, line->end);
		if (a >= b || line->zone == DD_ZONE_NOISE)
			continue;
		if (out->len > 0)
			g_string_append_c(out, ' ');
		g_string_append(out, dd_context_fold(context, a, b));
	}
	return dd_arena_strdup(context->arena, out->str);
}

/* Reads the lines up to the type, a "Kính gửi" or the first line that no head has */
static void
read_letterhead(Letter *self)
{
	DdHead *head = self->head;
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	unsigned written = 0;
	g_autoptr(GString) subject = g_string_new(NULL);
	for (uint32_t i = 0; i < context->n_lines && written < HEAD_LINES && !self->stop; i++) {
		DdLine *at = &context->lines[i];
		self->next = i + 1;
		if (at->blank || at->zone == DD_ZONE_NOISE || dd_line_is_page_number(context, i) ||
			dd_head_take_stamp(head, i))
			continue;
		written++;
		dd_head_fold(context, at->start, at->end, line);
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
		DdPiece pieces[DD_HEAD_PIECES];
		size_t n = dd_head_split(line, pieces);
		bool refused = at->end - at->start > 3 * DD_HEAD_CHARS;
		for (size_t p = 0; p < n && !refused && !self->stop; p++) {
			uint32_t subject_before = self->subject_end;
			if (!take_piece(self, line, &pieces[p], n + any, i))
				refused = !any;
			if (self->subject_end != subject_before) {
				uint32_t from = MAX(self->subject_start, line->at[pieces[p].from]);
				if (subject->len > 0)
					g_string_append_c(subject, ' ');
				g_string_append(
					subject, dd_context_fold(context, from, self->subject_end));
			}
		}
		if (refused) {
			self->next = i;
			break;
		}
		if (self->cues > cues)
			self->last_cue = i;
	}
	if (subject->len > 0) {
		DdField *title = &context->reading->document.title;
		gunichar first = g_unichar_toupper(g_utf8_get_char(subject->str));
		g_autoptr(GString) named = g_string_new(NULL);
		g_string_append_unichar(named, first);
		g_string_append(named, g_utf8_next_char(subject->str));
		*title = (DdField){dd_arena_strdup(context->arena, named->str), "subject-line",
			dd_span(self->subject_start, self->subject_end), 92};
	}
}

static uint32_t
gap_before(const DdContext *context, uint32_t i)
{
	uint32_t gap = 0;
	while (i > gap && context->lines[i - gap - 1].blank)
		gap++;
	return gap;
}

/* Returns: TRUE when the lines from @i to the next wide gap or cue end like running text */
static bool
ends_like_text(Letter *self, uint32_t i, uint32_t gap)
{
	DdContext *context = self->head->context;
	unsigned seen = 0;
	uint32_t first = i;
	char last = '\0';
	DdHeadLine line;
	for (; i < context->n_lines && seen < 12; i++) {
		const DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE)
			continue;
		dd_head_fold(context, at->start, at->end, &line);
		if (i > first && (gap_before(context, i) > gap || dd_head_is_body_cue(context, &line)))
			break;
		last = context->chars[at->end - 1];
		if (last == ';' || last == ':' || last == '.')
			return true;
		seen++;
	}
	return false;
}

/* Returns: TRUE when the words in [start, end) cannot be the end of a title */
static bool
is_unfinished(DdContext *context, uint32_t end, uint32_t start)
{
	static const char *const words[] = {" va", " cua", " ve", " cac", " tren", " tai", " cho",
		" voi", " theo", " nam", " tinh", " so"};
	DdHeadLine line;
	uint32_t from = end - start > 60 ? end - 60 : start;
	while (from > start && ((unsigned char)context->chars[from] & 0xC0) == 0x80)
		from--;
	dd_head_fold(context, from, end, &line);
	while (line.n > 0 && line.s[line.n - 1] == ' ')
		line.s[--line.n] = '\0';
	if (line.n > 0 && (line.s[line.n - 1] == ',' || line.s[line.n - 1] == '-'))
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_suffix(line.s, words[i]))
			return true;
	return false;
}

static void
set_authority(Letter *self, uint32_t start, uint32_t end)
{
	DdContext *context = self->head->context;
	DdDocumentHeader *document = &context->reading->document;
	const char *name = dd_head_name_case(context, dd_context_fold(context, start, end));
	name = dd_head_issuer_complete(context, name, document->superior.value);
	document->issuer = (DdField){name, "authority-line", dd_span(start, end), 93};
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" under the title of a decision */
static bool
take_authority(Letter *self, uint32_t i)
{
	DdContext *context = self->head->context;
	DdHeadLine *line = &self->head->line;
	DdLine *at = &context->lines[i];
	size_t len = 0;
	if (strcmp(self->type, "Quyết định") != 0 && strcmp(self->type, "Nghị quyết") != 0 &&
		strcmp(self->type, "Quy chế") != 0)
		return false;
	dd_head_fold(context, at->start, at->end, line);
	unsigned flags = dd_head_segment_at(
		context, context->chars + at->start, at->end - at->start, &len);
	if (!dd_head_is_upper(context, line, 0, line->n) ||
		(flags & (DD_SEGMENT_POST | DD_SEGMENT_KIND)) == 0)
		return false;
	set_authority(self, at->start, at->end);
	at->zone = DD_ZONE_HEAD;
	return true;
}

/* The authority's name goes on in line @i; "KHÓA X, KỲ HỌP THỨ 12" is no part of it */
static void
extend_authority(Letter *self, uint32_t i)
{
	DdContext *context = self->head->context;
	const DdSpan span = context->reading->document.issuer.span;
	const DdHeadLine *line = &self->head->line;
	uint32_t end;
	if (line->s[0] == '(' || dd_head_at(context, line, 0, "khoa", &end) || dd_head_at(context, line, 0, "kyhop", &end) ||
		dd_head_at(context, line, 0, "nhiemky", &end))
		return;
	set_authority(self, span.start, context->lines[i].end);
}

/* "(Kèm theo …)" under the title of an attached document. Returns: the line behind it, @i when it is none */
static uint32_t
take_note(Letter *self, uint32_t i)
{
	DdContext *context = self->head->context;
	DdHeadLine *line = &self->head->line;
	uint32_t at, end, first = i;
	dd_head_fold(context, context->lines[i].start, context->lines[i].end, line);
	if (line->s[0] != '(' || !dd_head_find(context, line, 0, line->n, "kemtheo", &at, &end))
		return i;
	for (; i < context->n_lines && i < first + 10; i++) {
		DdLine *l = &context->lines[i];
		l->zone = DD_ZONE_ANNEX;
		self->head->note_span = dd_span(context->lines[first].start, l->end);
		if (!l->blank && memchr(context->chars + l->start, ')', l->end - l->start) != NULL)
			break;
	}
	return i + 1;
}

/* Reads the title under the type. Returns: the line behind it */
static uint32_t
read_title(Letter *self)
{
	DdHead *head = self->head;
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	DdDocumentHeader *document = &context->reading->document;
	uint32_t start = self->rest, end = 0, gap = 0, i = self->type_line, last_line = i;
	unsigned lines = 0;
	bool authority = false, capitals = false;
	if (start != 0) {
		end = context->lines[i].end;
		lines = 1;
	}
	for (i++; i < context->n_lines && lines < TITLE_LINES &&
		  (end == 0 || end - start < TITLE_BYTES);
		i++) {
		DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE)
			continue;
		if (dd_line_is_page_number(context, i) || dd_head_take_stamp(head, i))
			continue;
		dd_head_fold(context, at->start, at->end, line);
		if (dd_head_is_rule(line, 0, line->n)) {
			at->zone = DD_ZONE_HEAD;
			if (lines > 0) {
				i++;
				break;
			}
			continue;
		}
		uint32_t note = take_note(self, i), here = gap_before(context, i);
		if (note > i) {
			i = note;
			break;
		}
		bool wide = lines > 0 && here > gap && !is_unfinished(context, end, start);
		bool cue = dd_head_is_body_cue(context, line) &&
			   (lines > 0 || line->s[0] != 't' || ends_like_text(self, i, here));
		if (lines == 1 && self->rest != 0)
			wide = here > 0;
		bool upper = dd_head_is_upper(context, line, 0, line->n);
		/* a title in capitals is over where a sentence begins */
		bool prose = lines > 0 && (here > 0 || (capitals && at->end - at->start > SENTENCE_BYTES)) &&
			     starts_capital(context, line) && !is_unfinished(context, end, start) &&
			     !upper && ends_like_text(self, i, gap);
		if (wide || cue || prose || at->end - at->start > 3 * DD_HEAD_CHARS)
			break;
		if (lines > 0 && (authority || take_authority(self, i))) {
			if (authority && !upper)
				break;
			if (authority && here == 0)
				extend_authority(self, i);
			authority = true;
			at->zone = DD_ZONE_HEAD;
			continue;
		}
		capitals = upper && (capitals || lines == 0);
		if (lines == 0)
			start = at->start;
		gap = lines == 0 ? here : MIN(gap, here) > 0 ? gap : gap;
		end = at->end;
		last_line = i;
		at->zone = DD_ZONE_TITLE;
		lines++;
	}
	if (lines > 0 && document->title.value == NULL) {
		const char *value = join_lines(context, start, end, self->type_line, last_line);
		document->title = (DdField){value, "title-lines", dd_span(start, end),
			(uint8_t)(context->damage == DD_DAMAGE_HEAVY ? 70 : 93)};
	}
	return i;
}

/* "Kính gửi: …" with its list. Returns: the line behind it */
static uint32_t
read_addressees(Letter *self, uint32_t i)
{
	DdContext *context = self->head->context;
	DdHeadLine *line = &self->head->line;
	unsigned n = 0;
	bool open = true, list = false;
	for (uint32_t first = i; i < context->n_lines && n < ADDRESSEES; i++) {
		DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE)
			continue;
		dd_head_fold(context, at->start, at->end, line);
		bool dash = line->s[0] == '-' || line->s[0] == '+';
		char last = context->chars[at->end - 1];
		bool starts_list = i == first && last == ':';
		bool goes_on = open && (dash || (gap_before(context, i) == 0 &&
							!dd_head_is_body_cue(context, line)));
		if (i > first && !goes_on && !(dash && list))
			break;
		list = list || dash || starts_list;
		/* one addressee ends where its line does; a list ends with a full stop */
		open = last == ';' || last == ',' || last == ':' || (list && dash && last != '.');
		if (i == first && last != '.' && last != ';' && at->end - at->start > 60)
			open = true;
		at->zone = DD_ZONE_HEAD;
		n++;
		if (list && last == '.')
			return i + 1;
	}
	return i;
}

static void
set_document(Letter *self)
{
	DdContext *context = self->head->context;
	DdDocumentHeader *document = &context->reading->document;
	document->number = self->number.number;
	document->symbol = self->number.symbol;
	self->head->has_number = self->number.found;
	self->head->number_span = dd_span(self->number.symbol.span.start, self->number.symbol.span.end);
	document->place = self->date.place;
	document->date_raw = self->date.raw;
	document->date = self->date.day;
	document->year = (int16_t)self->date.year;
	const char *issuer = NULL, *superior = NULL;
	dd_head_issuer(context, self->issuers, &issuer, &superior);
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
	if (document->number.value == NULL && document->symbol.value == NULL && number.found) {
		document->number = number.number;
		document->symbol = number.symbol;
		document->number.rule = document->symbol.rule = "number-of-parent";
		head->has_number = true;
		head->number_span = number.symbol.span;
	}
	if (!dd_date_is_set(document->date) && date.found) {
		document->date = date.day;
		document->date_raw = date.raw;
		document->date_raw.rule = "date-of-parent";
		document->year = (int16_t)(document->year != 0 ? document->year : date.year);
	}
}

void
dd_head_read_letter(DdHead *head)
{
	DdContext *context = head->context;
	Letter self = {.head = head, .issuers = g_ptr_array_new()};
	read_letterhead(&self);
	bool found = self.type_span.end > 0 || self.addressee;
	if (found || self.cues > 0) {
		uint32_t end = self.type_span.end > 0 ? self.type_line + 1
			       : self.addressee       ? self.next - 1
						      : self.last_cue + 1;
		head->has_letterhead = self.motto || self.issuers->len > 0;
		set_document(&self);
		mark_zone(context, 0, end, DD_ZONE_HEAD);
		if (self.type_span.end > 0 && strcmp(self.type, "Phụ lục") == 0)
			end = read_appendix(&self);
		else if (self.type_span.end > 0)
			end = read_title(&self);
		while (end < context->n_lines && context->lines[end].blank)
			end++;
		if (end < context->n_lines) {
			uint32_t cue;
			if (self.type_span.end > 0 && self.type_line < end)
				while (end < context->n_lines && take_authority(&self, end))
					do {
						end++;
					} while (end < context->n_lines && context->lines[end].blank);
			if (end < context->n_lines) {
				dd_head_fold(context, context->lines[end].start,
					context->lines[end].end, &head->line);
				if (dd_head_at(context, &head->line, 0, "kinhgui", &cue))
					end = read_addressees(&self, end);
			}
		}
		take_from_note(&self);
		head->body = end;
	}
	g_ptr_array_free(self.issuers, TRUE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-title.c: the title under the type, the note and the authority below it, "Kính gửi" with its list */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "lines.h"

#define TITLE_LINES 16u
#define TITLE_BYTES 2000u
#define ADDRESSEES 60u
#define SENTENCE_BYTES                                                                             \
	32u /* of a line, at least, that begins the text behind a title in capitals */
#define MEETING_CHARS                                                                              \
	32u /* of a line, at least, that tells of a meeting: what ends behind the day is a title's */
#define AUTHORITY_BYTES 400u /* of the lines of capitals that name who decides */
#define AUTHORITY_LINES                                                                            \
	4u /* of capitals behind one that may name who decides, in which another does */
#define LONG_NAME_BYTES                                                                            \
	50u /* of a line, at least, that is no first half of "CHỦ TỊCH / ỦY BAN NHÂN DÂN" */

/* " I.", " 12:", " II" at the end of the line behind "PHẦN" */
static bool
is_part_number(const DdHeadLine *line, uint32_t from)
{
	uint32_t i = from;
	while (i < line->n && line->s[i] == ' ')
		i++;
	uint32_t first = i;
	while (i < line->n && (g_ascii_isdigit(line->s[i]) || strchr("ivx", line->s[i]) != NULL))
		i++;
	return i > first && (i >= line->n || strchr(".: -", line->s[i]) != NULL);
}

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
	bool number = i > 0 && line->s[i] == '/' &&
		      (g_ascii_isdigit(line->s[i + 1]) ||
			      memchr(line->s, '-', MIN(line->n, 12)) != NULL);
	if (i > 0 && !number && (line->s[i] == '.' || line->s[i] == ')' || line->s[i] == '/'))
		return true;
	static const char *const parts[] = {"phan", "chuong", "muc"};
	for (size_t k = 0; k < G_N_ELEMENTS(parts); k++) /* "PHẦN I. KẾT QUẢ", "Phần 1" */
		if (dd_head_at(context, line, 0, parts[k], &end) && end == strlen(parts[k]) &&
			is_part_number(line, end))
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
	static const char *const cues[] = {"cancu", "kinhgui", "xetdenghi", "theodenghi",
		"thuchien", "detrienkhai", "dethuchien", "detieptuc", "quyetnghi",
		"tieptucthuchien", "trencoso", "saukhi", "nhamtrienkhai", "nhamthuchien",
		"thoigianqua", "trongthoigianqua", "trongnhungnamqua", "nhungnamqua"};
	uint32_t end;
	if (line->n == 0)
		return false;
	if (is_marked(context, line) || strncmp(line->s, "n cu ", 5) == 0) /* "Căn cứ" */
		return true;
	if (!starts_capital(context, line))
		return false;
	if (dd_head_at(context, line, 0, "ngay", &end) && line->s[end] == ' ' &&
		g_ascii_isdigit(line->s[end + 1]) && line->n > MEETING_CHARS)
		return true; /* "Ngày 12/11/2024, tại trụ sở Ủy ban …": a notice tells of a meeting */
	for (size_t i = 0; i < G_N_ELEMENTS(cues); i++)
		if (dd_head_at(context, line, 0, cues[i], &end))
			return true;
	static const char *const fields[] = {"thoigian", "diadiem", "thanhphan", "doituong"};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		if (dd_head_at(context, line, 0, fields[i], &end) && line->s[end] == ':')
			return true; /* "Thời gian: 14 giờ ngày 28/9/2012" */
	return false;
}

/* The title's lines [@from, @to] in one; those that are noise are left out */
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
ends_like_text(const DdContext *context, uint32_t i, uint32_t gap)
{
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

/* Returns: TRUE when line @at begins with two words that both have a capital: a name, no sentence */
static bool
begins_with_name(const DdContext *context, const DdLine *at)
{
	const char *chars = context->chars, *end = chars + at->end;
	const char *second = memchr(chars + at->start, ' ', at->end - at->start);
	gunichar first = 0, next = 0;
	(void)dd_utf8_next(chars + at->start, end, &first);
	if (second != NULL && second + 1 < end)
		(void)dd_utf8_next(second + 1, end, &next);
	return dd_letter_of(first).upper && dd_letter_of(next).upper;
}

/* Returns: TRUE when the words in [start, end) cannot be the end of a title, which line @next may go on with; NULL: any line may */
static bool
is_unfinished(DdContext *context, uint32_t end, uint32_t start, const DdLine *next)
{
	static const char *const words[] = {" va", " cua", " ve", " cac", " tren", " tai", " cho",
		" voi", " theo", " nam", " so"};
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
	/* "… trên địa bàn tỉnh" may end a title, and its province may stand on the next line */
	return next != NULL && g_str_has_suffix(line.s, " tinh") && begins_with_name(context, next);
}

/* Does whoever has the post decide for all of the office, as a minister does, and not in a committee's stead? */
static bool
is_head_of(const char *name, const char *office)
{
	static const char *const chairs[] = {"Chủ tịch", "Thủ tướng", "Phó", "Bí thư"};
	for (size_t i = 0; i < G_N_ELEMENTS(chairs); i++)
		if (g_str_has_prefix(name, chairs[i]))
			return false;
	g_autofree char *whole = g_utf8_casefold(office, -1), *small = g_utf8_casefold(name, -1);
	/* the rest of "Bộ trưởng Bộ Y tế" from some word on is how the office begins */
	for (const char *rest = strchr(small, ' '); rest != NULL; rest = strchr(rest + 1, ' ')) {
		size_t len = strlen(rest + 1);
		if (strchr(rest + 1, ' ') != NULL && g_str_has_prefix(whole, rest + 1) &&
			(whole[len] == '\0' || whole[len] == ' '))
			return true;
	}
	return false;
}

/* "HỘI ĐỒNG NHÂN DÂN QUẬN 2 KHÓA III - KỲ HỌP THỨ 14": the term and the session are no part of the name. Returns: where it ends */
static uint32_t
end_before_term(DdContext *context, uint32_t start, uint32_t end)
{
	static const char *const terms[] = {" khoa ", " ky hop ", " nhiem ky "};
	DdHeadLine line;
	dd_head_fold(context, start, end, &line);
	for (size_t i = 0; i < G_N_ELEMENTS(terms); i++) {
		const char *at = strstr(line.s, terms[i]);
		const char *number = at != NULL ? at + strlen(terms[i]) : NULL;
		/* "TRƯỜNG KHOA HỌC …" is a name */
		if (at != NULL && (i > 0 || strchr("ivx0123456789", *number) != NULL))
			end = MIN(end, line.at[at - line.s]);
	}
	return end;
}

static void
set_authority(DdHead *head, uint32_t start, uint32_t end)
{
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	end = end_before_term(context, start, end);
	const char *name = dd_head_name_case(context, dd_context_fold(context, start, end));
	name = dd_head_issuer_complete(context, name, document->superior.value);
	if (head->office == NULL)
		head->office = document->issuer.value;
	size_t len = 0;
	bool post = (dd_head_segment_at(context, name, strlen(name), &len) & DD_SEGMENT_POST) != 0;
	if (post && head->office != NULL && is_head_of(name, head->office))
		name = head->office;
	document->issuer = (DdField){name, "authority-line", dd_span(start, end), 93};
}

/* Does line @i, which the head's line holds, end in "ỦY" before a line "BAN NHÂN DÂN …"? */
static bool
is_broken_committee(const DdContext *context, const DdHeadLine *line, uint32_t i)
{
	DdHeadLine next;
	uint32_t end;
	bool uy = g_str_has_suffix(line->s, " uy") || strcmp(line->s, "uy") == 0;
	if (!uy || i + 1 >= context->n_lines)
		return false;
	dd_head_fold(context, context->lines[i + 1].start, context->lines[i + 1].end, &next);
	return dd_head_at(context, &next, 0, "bannhandan", &end);
}

/* Do the capitals of line @at name an office or a post? */
static bool
begins_as_authority(const DdContext *context, const DdLine *at, const DdHeadLine *line)
{
	size_t len = 0;
	unsigned flags = dd_head_segment_at(
		context, context->chars + at->start, at->end - at->start, &len);
	return dd_head_is_upper(context, line, 0, line->n) &&
	       (flags & (DD_SEGMENT_POST | DD_SEGMENT_KIND)) != 0;
}

/*
 * "… PHÁT TRIỂN KINH TẾ - XÃ / HỘI VÀ NGÂN SÁCH THÀNH PHỐ; CHƯƠNG TRÌNH …": a long line above the one that names who decides is of
 * the title, whatever its first word is
 */
static bool
stands_over_authority(DdContext *context, uint32_t i)
{
	DdHeadLine line;
	if (context->lines[i].end - context->lines[i].start < LONG_NAME_BYTES)
		return false;
	for (uint32_t seen = 0; ++i < context->n_lines && seen < AUTHORITY_LINES;) {
		const DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE)
			continue;
		seen++;
		dd_head_fold(context, at->start, at->end, &line);
		if (dd_head_is_body_cue(context, &line))
			return false;
		if (begins_as_authority(context, at, &line))
			return true;
	}
	return false;
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X" under the title of a decision */
static bool
take_authority(DdHead *head, const char *type, uint32_t i)
{
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	DdLine *at = &context->lines[i];
	if (strcmp(type, "Quyết định") != 0 && strcmp(type, "Nghị quyết") != 0 &&
		strcmp(type, "Quy chế") != 0)
		return false;
	dd_head_fold(context, at->start, at->end, line);
	bool broken = (strcmp(line->s, "uy") == 0 || strcmp(line->s, "chu tich uy") == 0) &&
		      is_broken_committee(context, line, i) &&
		      dd_head_is_upper(context, line, 0, line->n);
	if ((!begins_as_authority(context, at, line) && !broken) || stands_over_authority(context, i))
		return false;
	set_authority(head, at->start, at->end);
	at->zone = DD_ZONE_HEAD;
	return true;
}

/* The authority's name goes on in line @i; "KHÓA X, KỲ HỌP THỨ 12" is no part of it */
static void
extend_authority(DdHead *head, uint32_t i)
{
	DdContext *context = head->context;
	const DdSpan span = context->reading->document.issuer.span;
	const DdHeadLine *line = &head->line;
	uint32_t end;
	if (context->lines[i].end - span.start > AUTHORITY_BYTES)
		return;
	if (line->s[0] == '(' || dd_head_at(context, line, 0, "khoa", &end) ||
		dd_head_at(context, line, 0, "kyhop", &end) ||
		dd_head_at(context, line, 0, "nhiemky", &end))
		return;
	set_authority(head, span.start, context->lines[i].end);
}

/* "(Kèm theo …)" under the title of an attached document. Returns: the line behind it, @i when it is none */
static uint32_t
take_note(DdHead *head, uint32_t i)
{
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	uint32_t at, end, first = i;
	dd_head_fold(context, context->lines[i].start, context->lines[i].end, line);
	if (line->s[0] != '(' || !dd_head_find(context, line, 0, line->n, "kemtheo", &at, &end))
		return i;
	for (; i < context->n_lines && i < first + 10; i++) {
		DdLine *l = &context->lines[i];
		l->zone = DD_ZONE_ANNEX;
		head->note_span = dd_span(context->lines[first].start, l->end);
		if (!l->blank && memchr(context->chars + l->start, ')', l->end - l->start) != NULL)
			break;
	}
	return i + 1;
}

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH X điện:" above those whom a telegram goes to */
static bool
is_wiring(const DdHeadLine *line)
{
	return g_str_has_suffix(line->s, " dien:") || g_str_has_suffix(line->s, " gui:");
}

/* A title while its lines are read */
typedef struct {
	DdHead *head;
	const char *type;
	uint32_t start, end; /* text offsets; end 0: no line yet */
	uint32_t last;       /* index of its last line */
	uint32_t gap;        /* blank lines between its lines */
	unsigned lines;
	bool parted;       /* blank lines stand between its lines */
	bool in_type_line; /* it begins behind the type */
	bool authority;    /* the name of who decides was read below it */
	bool capitals;     /* all of its lines are capitals */
	bool broken;       /* its last line ends in the middle of a committee's name */
} Title;

/* Is line @i a row of a table of several columns? Copied plans have them between '|', before the first and behind the last or not. */
static bool
is_row(const DdContext *context, uint32_t i)
{
	const char *at = context->chars + context->lines[i].start;
	const char *end = context->chars + context->lines[i].end;
	unsigned bars = 0;
	for (; bars < 3 && (at = memchr(at, '|', (size_t)(end - at))) != NULL; at++)
		bars++;
	return bars == 3;
}

/* Does the text begin at line @i, which the head's line holds, so that the title ended before it? */
static bool
is_behind_title(const Title *title, uint32_t i)
{
	DdContext *context = title->head->context;
	const DdHeadLine *line = &title->head->line;
	const DdLine *at = &context->lines[i];
	uint32_t here = gap_before(context, i);
	if (at->end - at->start > 3 * DD_HEAD_CHARS ||
		(title->lines > 0 && strcmp(title->type, "Công điện") == 0 && is_wiring(line)))
		return true;
	if (dd_head_is_body_cue(context, line) &&
		(title->lines > 0 || line->s[0] != 't' || ends_like_text(context, i, here)))
		return true;
	if (is_row(context, i) && !is_row(context, title->last))
		return true;
	if (title->lines == 0)
		return false;
	if (strcmp(line->s, "quyet dinh:") == 0)
		return true; /* what is decided begins */
	if (title->lines == 1 && title->in_type_line && here > 0)
		return true;
	bool sentence = title->capitals && at->end - at->start > SENTENCE_BYTES &&
			starts_capital(context, line) &&
			!dd_head_is_upper(context, line, 0, line->n) &&
			ends_like_text(context, i, title->gap);
	if (sentence && here > 0)
		return true; /* also behind "… TRÊN ĐỊA BÀN TỈNH" */
	if (is_unfinished(context, title->end, title->start, at))
		return false;
	if (here > title->gap && (title->lines > 1 || !title->in_type_line))
		return true;
	/* a title whose lines stand together is over where a paragraph begins, though a blank line stood above it too */
	if (here > 0 && title->lines > 1 && !title->parted && !title->in_type_line &&
		starts_capital(context, line) && !dd_head_is_upper(context, line, 0, line->n))
		return true;
	/* a title in capitals is over where a sentence begins */
	return sentence || (here > 0 && starts_capital(context, line) &&
				   !dd_head_is_upper(context, line, 0, line->n) &&
				   ends_like_text(context, i, title->gap));
}

/*
 * "QUYẾT ĐỊNH / CỦA THỦ TƯỚNG CHÍNH PHỦ SỐ 179/2003/QĐ-TTG NGÀY 03 THÁNG 9 NĂM 2003 VỀ …": collections repeat whose it is, the number and
 * the day before what it is about. Returns: where that begins in the line, 0 when it is no such line
 */
static uint32_t
subject_behind_date(const DdHeadLine *line)
{
	const char *about = strstr(line->s, " ve ");
	if (strncmp(line->s, "cua ", 4) != 0 || about == NULL || about == line->s ||
		!g_ascii_isdigit(about[-1]))
		return 0;
	return (uint32_t)(about - line->s) + 1;
}

/* "NGHỊ QUYẾT / CỦA HĐND TỈNH X / Về việc …": whose it is stands before what it is about */
static bool
tells_owner(const DdContext *context, const DdHeadLine *line, uint32_t from)
{
	size_t len = 0;
	const char *text = context->chars + line->at[from];
	uint32_t at, end;
	return strncmp(line->s + from, "cua ", 4) == 0 &&
	       dd_head_is_upper(context, line, from, line->n) &&
	       !dd_head_find(context, line, from, line->n, "vv", &at, &end) &&
	       !dd_head_find(context, line, from, line->n, "veviec", &at, &end) &&
	       (dd_head_segment_at(context, text + strlen("CỦA "),
			line->at[line->n] - line->at[from] - strlen("CỦA "), &len) &
		       (DD_SEGMENT_KIND | DD_SEGMENT_POST)) != 0;
}

/* "KHÓA VII KỲ HỌP THỨ 3" below whose resolution it is */
static bool
tells_session(const DdHeadLine *line)
{
	return strncmp(line->s, "khoa ", 5) == 0 && strstr(line->s, " ky hop ") != NULL;
}

/* "CHỈ THỊ / CỦA BỘ CHÍNH TRỊ" below the letterhead of the Central Committee, which all of its organs share */
static void
take_central_organ(DdHead *head, const DdLine *at)
{
	static const char *const organs[] = {"cua bo chinh tri", "cua ban bi thu"};
	const char *issuer = head->context->reading->document.issuer.value;
	const char *space = memchr(head->context->chars + at->start, ' ', at->end - at->start);
	for (size_t i = 0; i < G_N_ELEMENTS(organs); i++)
		if (strcmp(head->line.s, organs[i]) == 0 && space != NULL &&
			g_strcmp0(issuer, "Ban Chấp hành Trung ương") == 0)
			set_authority(head, (uint32_t)(space + 1 - head->context->chars), at->end);
}

/* Line @i is of the title or names who decides. Returns: FALSE when it is neither */
static bool
take_title_line(Title *title, uint32_t i)
{
	DdHead *head = title->head;
	DdContext *context = head->context;
	const DdHeadLine *line = &head->line;
	DdLine *at = &context->lines[i];
	uint32_t here = gap_before(context, i);
	bool upper = dd_head_is_upper(context, line, 0, line->n), broken = title->broken;
	uint32_t subject = title->lines == 0 ? subject_behind_date(line) : 0;
	if (title->lines == 0 && subject == 0 &&
		(tells_owner(context, line, 0) || tells_session(line))) {
		take_central_organ(head, at);
		at->zone = DD_ZONE_HEAD;
		return true;
	}
	title->broken = title->lines > 0 && !title->authority && g_str_has_suffix(line->s, " uy") &&
			strcmp(line->s, "chu tich uy") != 0 &&
			is_broken_committee(context, line, i); /* "CỦA ỦY / BAN NHÂN DÂN" */
	bool open = title->lines > 0 && !title->authority &&
		    is_unfinished(context, title->end, title->start, NULL);
	if (title->lines > 0 && !broken && !open &&
		(title->authority || take_authority(head, title->type, i))) {
		if (title->authority && !upper)
			return false;
		if (title->authority && here == 0)
			extend_authority(head, i);
		title->authority = true;
		at->zone = DD_ZONE_HEAD;
		return true;
	}
	title->capitals = upper && (title->capitals || title->lines == 0);
	if (title->lines == 0) {
		/* dirt of a scan: ", Về việc" */
		title->start = line->at[subject];
		while (title->start < at->end && strchr(",.;:'`", context->chars[title->start]) != NULL)
			title->start++;
		while (title->start < at->end && context->chars[title->start] == ' ')
			title->start++;
		title->gap = here;
	}
	title->parted = title->parted || (title->lines > 0 && here > 0);
	title->end = at->end;
	title->last = i;
	title->lines++;
	at->zone = DD_ZONE_TITLE;
	return true;
}

/* "… NĂM 2019 - / 2020": no number of a page */
static bool
is_last_year(const Title *title, const DdLine *at)
{
	const char *chars = title->head->context->chars;
	uint32_t end = title->end;
	while (end > title->start && chars[end - 1] == ' ')
		end--;
	return title->lines > 0 && end > title->start && chars[end - 1] == '-' &&
	       at->end - at->start == 4;
}

/* Reads the lines from line @i on. Returns: the line behind it */
static uint32_t
read_lines(Title *title, uint32_t i)
{
	DdHead *head = title->head;
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	for (; i < context->n_lines && title->lines < TITLE_LINES &&
		(title->end == 0 || title->end - title->start < TITLE_BYTES);
		i++) {
		DdLine *at = &context->lines[i];
		if (at->blank || at->zone == DD_ZONE_NOISE ||
			(dd_line_is_page_number(context, i) && !is_last_year(title, at)) ||
			dd_head_take_stamp(head, i))
			continue;
		dd_head_fold(context, at->start, at->end, line);
		if (dd_head_is_rule(line, 0, line->n)) {
			at->zone = DD_ZONE_HEAD;
			if (title->lines > 0)
				return i + 1;
			continue;
		}
		uint32_t note = take_note(head, i);
		if (note > i)
			return note;
		if (is_behind_title(title, i) || !take_title_line(title, i))
			break;
	}
	return i;
}

uint32_t
dd_head_read_title(DdHead *head, const char *type, uint32_t type_line, uint32_t rest)
{
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	Title title = {
		.head = head, .type = type, .start = rest, .last = type_line, .in_type_line = rest != 0};
	if (title.in_type_line) {
		DdHeadLine *line = &head->line;
		dd_head_fold(context, rest, context->lines[type_line].end, line);
		title.in_type_line = !tells_owner(context, line, 0);
	}
	if (title.in_type_line) {
		title.end = context->lines[type_line].end;
		title.lines = 1;
	}
	uint32_t next = read_lines(&title, type_line + 1);
	if (title.lines > 0 && document->title.value == NULL) {
		const char *value = join_lines(context, title.start, title.end, type_line, title.last);
		document->title = (DdField){value, "title-lines", dd_span(title.start, title.end),
			(uint8_t)(context->damage == DD_DAMAGE_HEAVY ? 70 : 93)};
	}
	return next;
}

/* "Kính gửi: …" with its list. Returns: the line behind it */
static uint32_t
read_addressees(DdHead *head, uint32_t i)
{
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
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
		context->addressees = dd_span(n == 0 ? at->start : context->addressees.start, at->end);
		n++;
		if (list && last == '.')
			return i + 1;
	}
	return i;
}

static uint32_t
skip_blank(const DdContext *context, uint32_t i)
{
	while (i < context->n_lines && context->lines[i].blank)
		i++;
	return i;
}

uint32_t
dd_head_read_below_title(DdHead *head, const char *type, uint32_t i)
{
	DdContext *context = head->context;
	DdHeadLine *line = &head->line;
	uint32_t end;
	i = skip_blank(context, i);
	while (type != NULL && i < context->n_lines && take_authority(head, type, i))
		i = skip_blank(context, i + 1);
	if (i >= context->n_lines)
		return i;
	dd_head_fold(context, context->lines[i].start, context->lines[i].end, line);
	bool wired = type != NULL && strcmp(type, "Công điện") == 0 && is_wiring(line);
	return wired || dd_head_at(context, line, 0, "kinhgui", &end) ? read_addressees(head, i) : i;
}

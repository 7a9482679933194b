/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline.h"

#include <stdlib.h>
#include <string.h>

#include "letter.h"
#include "lines.h"
#include "mark.h"
#include "maxima.h"
#include "outline-private.h"
#include "phrase.h"

#define WIDTHS 256u          /* widths counted one by one; longer lines count as this wide */
#define WRAPPED_MAX 140u     /* a text whose lines are wider than this was not broken by a page */
#define TAIL_BYTES 32u       /* of a line whose last words are looked at */
#define LABEL_BYTES 160u     /* of a line that are looked at for a label */
#define SLACK_PERCENT 90u    /* letters differ in width: a line this full may have been full */
#define SHORT_PERCENT 70u    /* a line this empty was not broken for want of room */
#define RAGGED_MIN 3u        /* sentences broken behind short lines, at least */
#define RAGGED_SHARE 4u      /* and one in so many of all broken sentences */
#define OPEN_WORD_BYTES 7u
#define ANNOUNCER_WORDS 12u  /* of a name before "thông báo để" */

struct _DdOutlineGrammar {
	DdPhrases *halves, *sections, *closings, *counted, *bases, *announcements;
};

/* Second halves of names that carry a dash: at the start of a line they are no item of a list. */
static const DdPhrase halves[] = {
	{"xã hội", 0},	    {"thương binh", 0}, {"tổng hợp", 0},   {"kỹ thuật", 0},  {"thể thao", 0}, {"công nghệ", 0},
	{"truyền hình", 0}, {"du lịch", 0},	{"kế hoạch", 0},   {"tài chính", 0}, {"văn hóa", 0},  {"thanh tra", 0},
	{"quản trị", 0},    {"đào tạo", 0},	{"nghề nghiệp", 0}, {"môi trường", 0}, {"đô thị", 0}, {"nông thôn", 0},
	{"kế toán", 0},	    {"ngân sách", 0},	{"an ninh", 0},	   {"kiến trúc", 0}, {"viễn thông", 0}, {"giáo dục", 0},
	{"khoa học", 0},    {"tư pháp", 0},	{"hộ tịch", 0},	   {"nội vụ", 0},    {"lao động", 0}, {"pháp chế", 0},
};

/* Words that want a number or a letter behind them: at the end of a line they take what begins the next one. */
static const DdPhrase counted[] = {
	{"khoản", 0}, {"điểm", 0}, {"điều", 0}, {"mục", 0},   {"chương", 0}, {"phần", 0}, {"phụ lục", 0}, {"số", 0},
	{"ngày", 0},  {"tháng", 0}, {"năm", 0},	{"quý", 0},   {"thứ", 0},    {"lần", 0},  {"khóa", 0},	  {"tại", 0},
	{"nghị quyết", 0}, {"luật", 0}, {"nghị định", 0}, {"quyết định", 0}, {"và", 0}, {"từ", 0}, {"đến", 0}, {"với", 0},
	{"của", 0},   {"các", 0},   {"trước", 0}, {"sau", 0}, {"trong", 0},  {"là", 0},	  {"có", 0},	  {"cho", 0},
};

/* What headings announce; the first phrase found decides, strong ones are looked for first. */
static const DdPhrase sections[] = {
	{"tổ chức thực hiện", DD_SECTION_ORGANISE},
	{"phân công thực hiện", DD_SECTION_ORGANISE},
	{"phân công nhiệm vụ", DD_SECTION_ORGANISE},
	{"phân công trách nhiệm", DD_SECTION_ORGANISE},
	{"trách nhiệm thực hiện", DD_SECTION_ORGANISE},
	{"trách nhiệm của các", DD_SECTION_ORGANISE},
	{"tổ chức triển khai", DD_SECTION_ORGANISE},
	{"mục đích", DD_SECTION_AIMS},
	{"mục tiêu", DD_SECTION_AIMS},
	{"yêu cầu", DD_SECTION_AIMS},
	{"quan điểm", DD_SECTION_AIMS},
	{"nguyên tắc", DD_SECTION_AIMS},
	{"chỉ tiêu", DD_SECTION_AIMS},
	{"ý nghĩa", DD_SECTION_AIMS},
	{"phạm vi", DD_SECTION_AIMS},
	{"đối tượng", DD_SECTION_AIMS},
	{"tầm nhìn", DD_SECTION_AIMS},
	{"căn cứ", DD_SECTION_FACTS},
	{"cơ sở pháp lý", DD_SECTION_FACTS},
	{"thực trạng", DD_SECTION_FACTS},
	{"tình hình", DD_SECTION_FACTS},
	{"đánh giá kết quả", DD_SECTION_FACTS},
	{"đánh giá chung", DD_SECTION_FACTS},
	{"kết quả thực hiện", DD_SECTION_FACTS},
	{"kết quả đạt được", DD_SECTION_FACTS},
	{"kết quả triển khai", DD_SECTION_FACTS},
	{"tồn tại, hạn chế", DD_SECTION_FACTS},
	{"hạn chế, nguyên nhân", DD_SECTION_FACTS},
	{"khó khăn, vướng mắc", DD_SECTION_FACTS},
	{"sự cần thiết", DD_SECTION_FACTS},
	{"đặc điểm", DD_SECTION_FACTS},
	{"nội dung làm việc", DD_SECTION_SCHEDULE},
	{"nội dung kiểm tra", DD_SECTION_SCHEDULE},
	{"nội dung giám sát", DD_SECTION_SCHEDULE},
	{"nội dung thanh tra", DD_SECTION_SCHEDULE},
	{"nội dung chương trình", DD_SECTION_SCHEDULE},
	{"nội dung, phương pháp", DD_SECTION_SCHEDULE},
	{"nội dung và phương pháp", DD_SECTION_SCHEDULE},
	{"nội dung, phạm vi", DD_SECTION_SCHEDULE},
	{"nội dung, đối tượng", DD_SECTION_SCHEDULE},
	{"nội dung, thời gian", DD_SECTION_SCHEDULE},
	{"nội dung, thời kỳ", DD_SECTION_SCHEDULE},
	{"nội dung và thời kỳ", DD_SECTION_SCHEDULE},
	{"đoàn kiểm tra", DD_SECTION_SCHEDULE},
	{"đoàn giám sát", DD_SECTION_SCHEDULE},
	{"đoàn công tác", DD_SECTION_SCHEDULE},
	{"nội dung hội nghị", DD_SECTION_SCHEDULE},
	{"thời gian, địa điểm", DD_SECTION_SCHEDULE},
	{"thời gian và địa điểm", DD_SECTION_SCHEDULE},
	{"thời gian", DD_SECTION_SCHEDULE},
	{"địa điểm", DD_SECTION_SCHEDULE},
	{"thành phần", DD_SECTION_SCHEDULE},
	{"đối tượng kiểm tra", DD_SECTION_SCHEDULE},
	{"thời kỳ kiểm tra", DD_SECTION_SCHEDULE},
	{"lịch làm việc", DD_SECTION_SCHEDULE},
	{"lịch", DD_SECTION_SCHEDULE},
	{"lịch kiểm tra", DD_SECTION_SCHEDULE},
	{"kinh phí", DD_SECTION_FUNDS},
	{"nguồn kinh phí", DD_SECTION_FUNDS},
	{"nguồn lực", DD_SECTION_FUNDS},
	{"chế độ báo cáo", DD_SECTION_REPORTS},
	{"chế độ thông tin", DD_SECTION_REPORTS},
	{"thông tin, báo cáo", DD_SECTION_REPORTS},
	{"nhiệm vụ", DD_SECTION_TASKS},
	{"giải pháp", DD_SECTION_TASKS},
	{"nội dung", DD_SECTION_TASKS},
	{"công tác trọng tâm", DD_SECTION_TASKS},
	{"chương trình công tác", DD_SECTION_TASKS},
	{"hoạt động", DD_SECTION_TASKS},
	{"biện pháp", DD_SECTION_TASKS},
	{"phương hướng", DD_SECTION_TASKS},
	{"tiến độ", DD_SECTION_TASKS},
	{"kế hoạch thực hiện", DD_SECTION_TASKS},
};

/* How prose that closes a plan begins: it belongs to no item above it. */
static const DdPhrase closings[] = {
	{"trên đây là", 0},	     {"trong quá trình", 0},	 {"quá trình triển khai", 0}, {"quá trình thực hiện", 0},
	{"quá trình tổ chức", 0},    {"nếu có vướng mắc", 0},	 {"nếu có khó khăn", 0},      {"căn cứ kế hoạch này", 0},
	{"căn cứ nội dung", 0},	     {"yêu cầu các", 0},	 {"đề nghị các", 0},	      {"yêu cầu thủ trưởng", 0},
	{"đề nghị thủ trưởng", 0},   {"nhận được", 0},		 {"kế hoạch này", 0},	      {"ubnd tỉnh yêu cầu", 0},
	{"ubnd huyện yêu cầu", 0},   {"ubnd xã yêu cầu", 0},	 {"sở yêu cầu", 0},	      {"trên cơ sở kế hoạch này", 0},
	{"kèm theo", 0},	     {"có phụ lục", 0},		 {"(có phụ lục", 0},	      {"(kèm theo", 0},
	{"chi tiết tại phụ lục", 0}, {"(chi tiết tại phụ lục", 0}, {"ghi chú", 0},	      {"vậy", 0},
};

/* How the lines begin that a document rests on; behind ";" each is a paragraph, however full the line before was. */
static const DdPhrase bases[] = {
	{"căn cứ", 0}, {"theo đề nghị", 0}, {"xét đề nghị", 0}, {"thực hiện", 0}, {"trên cơ sở", 0}, {"để triển khai", 0},
};

static const DdPhrase announcements[] = {
	{"thông báo để", 0}, {"thông báo để các", 0}, {"xin thông báo", 0},
};

DdOutlineGrammar *
dd_outline_grammar_new(DdLexicon *lexicon)
{
	DdOutlineGrammar *self = g_new0(DdOutlineGrammar, 1);
	self->halves = dd_phrases_new(lexicon, halves, G_N_ELEMENTS(halves));
	self->sections = dd_phrases_new(lexicon, sections, G_N_ELEMENTS(sections));
	self->closings = dd_phrases_new(lexicon, closings, G_N_ELEMENTS(closings));
	self->counted = dd_phrases_new(lexicon, counted, G_N_ELEMENTS(counted));
	self->announcements = dd_phrases_new(lexicon, announcements, G_N_ELEMENTS(announcements));
	self->bases = dd_phrases_new(lexicon, bases, G_N_ELEMENTS(bases));
	return self;
}

void
dd_outline_grammar_free(DdOutlineGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->halves);
	dd_phrases_free(self->sections);
	dd_phrases_free(self->closings);
	dd_phrases_free(self->counted);
	dd_phrases_free(self->bases);
	dd_phrases_free(self->announcements);
	g_free(self);
}

DdSection
dd_outline_section_of(const DdOutlineGrammar *self, const DdTokens *tokens, size_t from, size_t to)
{
	DdSection found = DD_SECTION_NONE;
	for (size_t i = from; i < to; i++) {
		int value = dd_phrases_match(self->sections, tokens, i, NULL);
		if (value < 0)
			continue;
		/* "Nhiệm vụ, mục tiêu" goes by its first word, "… và tổ chức thực hiện" by the work named before it */
		if (found == DD_SECTION_NONE)
			found = (DdSection)value;
		else if (found == DD_SECTION_AIMS && value == DD_SECTION_TASKS)
			return DD_SECTION_TASKS; /* "Mục tiêu, nhiệm vụ" gives work */
		else if (value == DD_SECTION_ORGANISE && found != DD_SECTION_TASKS)
			return DD_SECTION_ORGANISE;
	}
	return found;
}

bool
dd_outline_is_closing(const DdOutlineGrammar *self, const DdTokens *tokens, size_t at)
{
	if (dd_phrases_match(self->closings, tokens, at, NULL) >= 0)
		return true;
	/* "Văn phòng … xin thông báo để các cơ quan biết, thực hiện" */
	for (size_t i = at + 1; i < tokens->n && i < at + ANNOUNCER_WORDS; i++)
		if (dd_phrases_match(self->announcements, tokens, i, NULL) >= 0)
			return true;
	return false;
}

static bool
is_joined_zone(uint8_t zone)
{
	return zone == DD_ZONE_BODY || zone == DD_ZONE_TITLE || zone == DD_ZONE_ANNEX;
}

/* The width that lines were broken at: nine in ten written lines of the body are not wider. */
static uint32_t
measure_width(const DdContext *context)
{
	uint32_t counts[WIDTHS + 1] = {0}, total = 0, seen = 0;
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone != DD_ZONE_BODY)
			continue;
		counts[MIN(dd_line_width(context, i), WIDTHS)]++;
		total++;
	}
	for (uint32_t width = WIDTHS;; width--) {
		seen += counts[width];
		if (seen * 10 >= total || width == 0)
			return width;
	}
}

/* Letters of the first word of the line */
static uint32_t
first_word_width(const DdContext *context, const DdLine *line)
{
	uint32_t n = 0;
	for (uint32_t at = line->start; at < line->end && (unsigned char)context->chars[at] > ' '; at++)
		n += ((unsigned char)context->chars[at] & 0xC0) != 0x80;
	return n;
}

/* Returns: TRUE when the line ends as sentences and items end */
static bool
ends_closed(const DdContext *context, const DdLine *line)
{
	return line->end > line->start && strchr(".;:!?", context->chars[line->end - 1]) != NULL;
}

static bool
ends_document(const DdContext *context, const DdLine *line)
{
	const char *end = context->chars + line->end;
	return (line->end - line->start >= 3 && memcmp(end - 3, "./.", 3) == 0) ||
	       (line->end - line->start >= 2 && memcmp(end - 2, "/.", 2) == 0);
}

static DdLetter
first_letter(const DdContext *context, uint32_t at, uint32_t end)
{
	gunichar c = 0;
	if (at < end)
		(void)dd_utf8_next(context->chars + at, context->chars + end, &c);
	return dd_letter_of(c);
}

/* What the joiner knows while it goes down the lines */
typedef struct {
	const DdOutlineGrammar *grammar;
	const DdLabelGrammar *labels;
	DdContext *context;
	uint32_t width;
	bool wrapped;
	bool ragged;   /* lines were broken anywhere, as copied web pages are: a short line says nothing */
	uint32_t lines; /* of the paragraph so far */
	uint32_t last; /* line before the one looked at, in the same paragraph */
	DdMarkFound previous[DD_MARK_DOT + 1]; /* last mark of each kind, to tell what comes next */
} Joiner;

/* Returns: TRUE when sentences go on behind lines that had room left for their next word */
static bool
measure_ragged(const DdContext *context, uint32_t width)
{
	const DdLine *before = NULL;
	uint32_t broken = 0, early = 0, last = 0;
	for (uint32_t i = 0; i < context->n_lines; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank || line->zone != DD_ZONE_BODY)
			continue;
		DdLetter letter = first_letter(context, line->start, line->end);
		/* "a)" begins an item, no word */
		bool word = line->end - line->start > 2 && strchr(").", context->chars[line->start + 1]) == NULL;
		if (before != NULL && letter.base != 0 && !letter.upper && word && !ends_closed(context, before)) {
			broken++;
			early += dd_line_width(context, last) * 100 < width * SHORT_PERCENT;
		}
		before = line;
		last = i;
	}
	return early >= RAGGED_MIN && early * RAGGED_SHARE >= broken;
}

/* Words behind which no sentence and no heading ends. "số" and "năm" are none: "chuyển đổi số", "hằng năm". */
static const char *const open_words[] = {
	"của", "và", "các", "cho", "theo", "tại", "từ", "đến", "với", "để", "do", "bằng", "hoặc", "những", "về",
};

/* Returns: TRUE when the line ends with a word that something must follow */
static bool
ends_open(const DdContext *context, const DdLine *line)
{
	uint32_t start = line->end;
	while (start > line->start && line->end - start <= OPEN_WORD_BYTES && (unsigned char)context->chars[start - 1] > ' ')
		start--;
	for (size_t i = 0; i < G_N_ELEMENTS(open_words); i++)
		if (strlen(open_words[i]) == line->end - start && memcmp(open_words[i], context->chars + start, line->end - start) == 0)
			return true;
	return false;
}

/* "112/QĐ-TTg …", "30/12/2016 của …", "22 tháng 7": a number that a line break parted from the word before it */
static bool
begins_with_rest_of_number(const DdContext *context, const DdLine *line)
{
	const char *at = context->chars + line->start, *end = context->chars + line->end;
	const char *digits = at;
	while (at < end && g_ascii_isdigit(*at))
		at++;
	if (at == digits || at + 1 >= end)
		return false;
	if (*at == '/' || *at == '-')
		return (unsigned char)at[1] > ' ';
	DdLetter letter = first_letter(context, (uint32_t)(at + 1 - context->chars), line->end);
	return *at == ' ' && letter.base != 0 && !letter.upper;
}

/* Would the first word of the line have fitted behind the line before? Then somebody ended that line on purpose. */
static bool
was_ended_on_purpose(const Joiner *joiner, const DdLine *line)
{
	if (!joiner->wrapped)
		return true;
	uint32_t before = dd_line_width(joiner->context, joiner->last);
	return (before + 1 + first_word_width(joiner->context, line)) * 100 <= joiner->width * SLACK_PERCENT;
}

static bool
is_expected(const Joiner *joiner, const DdMarkFound *mark)
{
	const DdMarkFound *before = &joiner->previous[mark->kind];
	return mark->broken || mark->value == 1 || mark->value == before->value + 1 ||
	       (mark->parts > 1 && mark->first <= joiner->previous[DD_MARK_NUMBER].first + 1);
}

/* Does the line end with a word that wants a number behind it ("khoản" … "6.")? */
static bool
wants_number(const Joiner *joiner, const DdLine *line)
{
	DdContext *context = joiner->context;
	uint32_t from = line->end;
	while (from > line->start && line->end - from < TAIL_BYTES)
		from--;
	while (from < line->end && (unsigned char)context->chars[from] > ' ')
		from++;
	dd_context_scan(context, from, line->end);
	size_t n = context->scratch.n;
	for (size_t back = 1; back <= 2 && back <= n; back++) {
		size_t len = 0;
		if (dd_phrases_match(joiner->grammar->counted, &context->scratch, n - back, &len) >= 0 && len == back)
			return true;
	}
	return false;
}

/* Is the mark at the start of a line a mark, or the middle of a sentence that a page broke there? */
static bool
mark_begins_paragraph(const Joiner *joiner, const DdLine *line, const DdMarkFound *mark)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	bool closed = ends_closed(context, before);
	bool ended = closed || was_ended_on_purpose(joiner, line);
	bool bullet = mark->kind == DD_MARK_DASH || mark->kind == DD_MARK_PLUS || mark->kind == DD_MARK_DOT;
	/* "chuyển đổi số", "hằng năm" end headings too: there the list that comes next is the one to be expected */
	bool heading = is_expected(joiner, mark) && (ended || dd_outline_is_capitals(context, before->start, before->end));
	if (!bullet && !closed && joiner->wrapped && !heading && wants_number(joiner, before))
		return false;
	if (!bullet)
		return ended || is_expected(joiner, mark);
	DdLetter letter = first_letter(context, mark->body, line->end);
	if (closed)
		return true;
	if (letter.base != 0 && !letter.upper && joiner->wrapped)
		return false;
	if (mark->kind == DD_MARK_DASH && (joiner->wrapped || !ended)) {
		dd_context_scan(context, mark->body, line->end);
		if (dd_phrases_match(joiner->grammar->halves, &context->scratch, 0, NULL) >= 0)
			return false;
		/* in a bad scan the half is not told by its word: a full line that does not end goes on */
		if (context->damage == DD_DAMAGE_HEAVY && !ended)
			return false;
	}
	return true;
}

/* Returns: TRUE when a label stands at @at in a line that ends at @end */
static bool
label_begins_at(const Joiner *joiner, uint32_t at, uint32_t end)
{
	DdContext *context = joiner->context;
	size_t len = 0;
	uint32_t stop = MIN(end, at + LABEL_BYTES);
	if (memchr(context->chars + at, ':', stop - at) == NULL || !first_letter(context, at, end).upper)
		return false;
	while (stop < end && ((unsigned char)context->chars[stop] & 0xC0) == 0x80)
		stop++;
	dd_context_scan(context, at, stop);
	return dd_label_match(joiner->labels, &context->scratch, 0, &len) != DD_LABEL_NONE;
}

/* A labelled field is no item of its own: it goes on with the task above it. Numbered ones are sections. */
static bool
is_label_para(const Joiner *joiner, const DdLine *line, bool marked, const DdMarkFound *mark)
{
	if (line->zone != DD_ZONE_BODY || (marked && mark->kind != DD_MARK_LETTER && mark->kind < DD_MARK_DASH))
		return false;
	return label_begins_at(joiner, marked ? mark->body : line->start, line->end);
}

/* Returns: TRUE when what stands before the unmarked line cannot end there, however short its line is */
static bool
goes_on_anyway(const Joiner *joiner, const DdLine *line)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	const DdPara *para = &g_array_index(context->paras, DdPara, context->paras->len - 1);
	if (para->mark != DD_MARK_NONE && para->body >= para->end)
		return true; /* "Điều 1." alone on its line */
	if (ends_closed(context, before))
		return false;
	if (begins_with_rest_of_number(context, line) || ends_open(context, before))
		return true;
	return joiner->ragged && (joiner->lines > 1 || para->mark == DD_MARK_NONE) && para->role == DD_ROLE_PROSE &&
	       !dd_outline_is_capitals(context, before->start, before->end) && !dd_outline_is_capitals(context, line->start, line->end);
}

static bool
begins_paragraph(const Joiner *joiner, const DdLine *line, bool marked, const DdMarkFound *mark)
{
	DdContext *context = joiner->context;
	const DdLine *before = &context->lines[joiner->last];
	if (before->zone != line->zone || ends_document(context, before))
		return true;
	if (marked)
		return mark_begins_paragraph(joiner, line, mark);
	gunichar first = 0;
	(void)dd_utf8_next(context->chars + line->start, context->chars + line->end, &first);
	DdLetter letter = dd_letter_of(first);
	if (label_begins_at(joiner, line->start, line->end))
		return true;
	if (letter.base != 0 && !letter.upper)
		return false;
	if (line->zone == DD_ZONE_BODY && goes_on_anyway(joiner, line))
		return false;
	if (line->zone != DD_ZONE_BODY) /* titles are broken anywhere; "(" begins a note to it */
		return first == '(';
	if (context->chars[before->end - 1] == ',')
		return false;
	if (was_ended_on_purpose(joiner, line))
		return true;
	if (!ends_closed(context, before))
		return false;
	dd_context_scan(context, line->start, line->end);
	return dd_outline_is_closing(joiner->grammar, &context->scratch, 0) ||
	       dd_phrases_match(joiner->grammar->bases, &context->scratch, 0, NULL) >= 0;
}

static uint8_t
role_of_zone(uint8_t zone)
{
	return zone == DD_ZONE_TITLE ? DD_ROLE_TITLE : zone == DD_ZONE_ANNEX ? DD_ROLE_ATTACHED : DD_ROLE_PROSE;
}

static void
begin_paragraph(Joiner *joiner, uint32_t i, bool marked, const DdMarkFound *mark)
{
	const DdLine *line = &joiner->context->lines[i];
	DdPara para = {
		.start = line->start,
		.end = line->end,
		.body = marked ? mark->body : line->start,
		.line = i,
		.mark = (uint8_t)(marked ? mark->kind : DD_MARK_NONE),
		.role = is_label_para(joiner, line, marked, mark) ? DD_ROLE_TASK_MORE : role_of_zone(line->zone),
		.above = -1,
		.task = -1,
	};
	g_array_append_val(joiner->context->paras, para);
	joiner->lines = 0;
	if (marked)
		joiner->previous[mark->kind] = *mark;
}

/* Noise inside a joined paragraph must not be read with it. */
static void
blank_noise(DdContext *context)
{
	for (uint32_t i = 0; i < context->n_lines; i++)
		if (context->lines[i].zone == DD_ZONE_NOISE)
			dd_context_blank(context, context->lines[i].start, context->lines[i].end);
}

void
dd_outline_join(const DdOutlineGrammar *self, const DdLabelGrammar *labels, DdContext *context)
{
	Joiner joiner = {.grammar = self, .labels = labels, .context = context, .last = UINT32_MAX};
	joiner.width = measure_width(context);
	joiner.wrapped = joiner.width <= WRAPPED_MAX;
	joiner.ragged = joiner.wrapped && measure_ragged(context, joiner.width);
	for (uint32_t i = 0; i < context->n_lines && context->paras->len < DD_MAX_PARAGRAPHS; i++) {
		const DdLine *line = &context->lines[i];
		if (line->blank)
			continue;
		if (!is_joined_zone(line->zone)) {
			/* a table or the tail ends a paragraph; a page's edge does not */
			if (line->zone != DD_ZONE_NOISE)
				joiner.last = UINT32_MAX;
			continue;
		}
		if (dd_line_is_page_number(context, i)) {
			dd_context_blank(context, line->start, line->end);
			continue;
		}
		DdMarkFound mark = {0};
		bool marked = line->zone == DD_ZONE_BODY && dd_mark_read(context, line->start, line->end, &mark);
		if (joiner.last == UINT32_MAX || begins_paragraph(&joiner, line, marked, &mark))
			begin_paragraph(&joiner, i, marked, &mark);
		else
			g_array_index(context->paras, DdPara, context->paras->len - 1).end = line->end;
		joiner.last = i;
		joiner.lines++;
	}
	blank_noise(context);
}

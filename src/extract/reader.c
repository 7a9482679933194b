/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reader.c: the public face: bytes in, reading out; every extractor in its order */
#include <dondoc/dondoc.h>
#include <string.h>

#include "assign.h"
#include "context.h"
#include "duty.h"
#include "error.h"
#include "footnote.h"
#include "head.h"
#include "label.h"
#include "letter.h"
#include "lines.h"
#include "locate.h"
#include "maxima.h"
#include "outline.h"
#include "phrase.h"
#include "recall.h"
#include "remark.h"
#include "roster.h"
#include "seek.h"
#include "table.h"
#include "target.h"
#include "task.h"
#include "unify.h"

#define ROOM_BYTES                                                                                 \
	(64u << 20) /* most that an array asks for before there is anything in it: memory not yet touched */
#define BASIS_BYTES 60u /* in which the words stand that the mention of a basis begins with */
#define BASIS_HEADING_BYTES 120u /* of a heading over such mentions */
#define LEGEND_BYTES 100u        /* in which the words stand that a legend begins with */
#define LEGEND_TITLE_BYTES 80u   /* of a title over a legend */

struct _DdReader {
	DdLexicon *lexicon;
	DdDirectory *directory;
	DdTimeGrammar *times;
	DdCiteGrammar *cites;
	DdLabelGrammar *labels;
	DdTableGrammar *tables;
	DdOutlineGrammar *outline;
	DdAssignGrammar *assigns;
	DdDutyGrammar *duties;
	DdTargetGrammar *targets;
	DdTaskGrammar *tasks;
	DdPhrases *bases, *legends;
	DdRepairMode repair;
};

/* How a ground of a document begins */
static const DdPhrase bases[] = {
	{"căn cứ", 0},
	{"n cứ", 0}, /* collections of documents have lost "Că" */
	{"xét đề nghị", 0},
	{"xét tờ trình", 0},
	{"theo đề nghị", 0},
	{"trên cơ sở", 0},
	{"cơ sở pháp lý", 0},
};

/* What a legend of abbreviations begins with */
static const DdPhrase legends[] = {
	{"ghi chú", 0},
	{"chú thích", 0},
	{"chú giải", 0},
	{"viết tắt", 0},
	{"chữ viết tắt", 0},
	{"từ viết tắt", 0},
	{"các từ viết tắt", 0},
	{"các chữ viết tắt", 0},
	{"danh mục từ viết tắt", 0},
	{"bảng viết tắt", 0},
	{"ký hiệu", 0},
	{"bảng chữ viết tắt", 0},
	{"bảng từ viết tắt", 0},
	{"danh mục viết tắt", 0},
	{"danh mục chữ viết tắt", 0},
	{"danh mục các chữ viết tắt", 0},
	{"danh mục các từ viết tắt", 0},
	{"giải thích từ viết tắt", 0},
	{"quy ước viết tắt", 0},
};

DdReader *
dd_reader_new(const char *units_csv, GError **error)
{
	g_autoptr(DdReader) self = g_new0(DdReader, 1);
	self->lexicon = dd_lexicon_new();
	self->directory = dd_directory_new(self->lexicon, units_csv, error);
	if (self->directory == NULL)
		return NULL;
	self->times = dd_time_grammar_new(self->lexicon);
	self->cites = dd_cite_grammar_new(self->lexicon, self->times);
	self->labels = dd_label_grammar_new(self->lexicon);
	self->tables = dd_table_grammar_new(self->lexicon, self->labels);
	self->outline = dd_outline_grammar_new(self->lexicon);
	self->assigns = dd_assign_grammar_new(self->lexicon);
	self->duties = dd_duty_grammar_new(self->lexicon);
	self->targets = dd_target_grammar_new(self->lexicon);
	DdTaskTools tools = {self->labels, self->outline, self->assigns, self->duties,
		self->targets, self->tables};
	self->tasks = dd_task_grammar_new(self->lexicon, &tools);
	self->bases = dd_phrases_new(self->lexicon, bases, G_N_ELEMENTS(bases));
	self->legends = dd_phrases_new(self->lexicon, legends, G_N_ELEMENTS(legends));
	return g_steal_pointer(&self);
}

void
dd_reader_free(DdReader *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->bases);
	dd_phrases_free(self->legends);
	dd_task_grammar_free(self->tasks);
	dd_target_grammar_free(self->targets);
	dd_duty_grammar_free(self->duties);
	dd_assign_grammar_free(self->assigns);
	dd_outline_grammar_free(self->outline);
	dd_table_grammar_free(self->tables);
	dd_label_grammar_free(self->labels);
	dd_cite_grammar_free(self->cites);
	dd_time_grammar_free(self->times);
	dd_directory_free(self->directory);
	dd_lexicon_free(self->lexicon);
	g_free(self);
}

void
dd_reader_set_repair(DdReader *self, DdRepairMode mode)
{
	g_return_if_fail(self != NULL && mode < DD_REPAIR_LAST);
	self->repair = mode;
}

static void
context_clear(DdContext *context)
{
	GArray **arrays[] = {
		&context->paras,
		&context->annexes,
		&context->cells,
		&context->citations,
		&context->headings,
		&context->tasks,
		&context->duties,
		&context->sessions,
		&context->targets,
		&context->units,
		&context->people,
		&context->anomalies,
		&context->recalled,
	};
	for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
		g_clear_pointer(arrays[i], g_array_unref);
	g_free(context->lines);
	dd_restore_cache_free(context->restored);
	dd_context_clear_tokens(context);
	dd_local_names_free(context->local);
	dd_text_free(context->text);
	dd_reading_free(context->reading);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdContext, context_clear)

/* Returns: an array with room for what @len bytes of text mostly hold, one in @each; a large one grows as it has to */
static GArray *
new_array(size_t size, size_t len, size_t each)
{
	return g_array_sized_new(
		FALSE, FALSE, (guint)size, (guint)(MIN(len / each, ROOM_BYTES / size)));
}

static void
context_init(DdContext *context, const DdReader *reader, DdText *text, const char *name)
{
	DdReading *reading = g_new0(DdReading, 1);
	DdArena *arena = dd_arena_new();
	reading->arena = arena;
	reading->file = dd_arena_strdup(arena, name);
	reading->encoding = dd_encoding_get_name(dd_text_get_encoding(text));
	reading->bom = dd_text_had_bom(text);
	reading->recomposed = dd_text_was_recomposed(text);
	reading->lines = dd_text_get_line_count(text);
	context->text = text;
	context->chars = dd_text_get(text, &context->len);
	context->lexicon = reader->lexicon;
	context->repair = reader->repair;
	context->damage = dd_damage_judge(context->lexicon, context->chars, context->len);
	reading->damaged = context->damage == DD_DAMAGE_HEAVY;
	dd_context_init_tokens(context);
	context->times = reader->times;
	context->cites = reader->cites;
	context->directory = reader->directory;
	context->local = dd_local_names_new();
	context->arena = arena;
	context->reading = reading;
	context->paras = new_array(sizeof(DdPara), context->len, 160);
	context->annexes = g_array_new(FALSE, FALSE, sizeof(DdAnnex));
	context->cells = new_array(sizeof(DdCell), context->len, 300);
	context->citations = new_array(sizeof(DdCitation), context->len, 1000);
	context->headings = new_array(sizeof(DdHeading), context->len, 1500);
	context->tasks = new_array(sizeof(DdTask), context->len, 400);
	context->duties = new_array(sizeof(DdDuty), context->len, 1000);
	context->sessions = g_array_new(FALSE, FALSE, sizeof(DdSession));
	context->targets = g_array_new(FALSE, FALSE, sizeof(DdIndicator));
	context->units = new_array(sizeof(DdUnit), context->len, 400);
	context->people = g_array_new(FALSE, FALSE, sizeof(DdPerson));
	context->anomalies = g_array_new(FALSE, FALSE, sizeof(DdAnomaly));
}

/* Does the text begin with the letters of the first word of a legend, or with a sign? Most colons stand behind other words. */
static bool
may_begin_legend(const DdContext *context, const DdPara *para)
{
	const unsigned char *text = (const unsigned char *)context->chars + para->body,
			    *end = (const unsigned char *)context->chars + para->end;
	unsigned len, row_len;
	char first = text < end ? dd_letter_at(text, end, &len).fold : 0;
	if (context->damage != DD_DAMAGE_NONE || first == 0)
		return true;
	for (size_t i = 0; i < G_N_ELEMENTS(legends); i++) {
		if (legends[i].text[0] != first) /* they all begin with a letter of ASCII */
			continue;
		const unsigned char *row = (const unsigned char *)legends[i].text, *at = text;
		while (*row != ' ' && at < end &&
			dd_letter_at(at, end, &len).fold ==
				dd_letter_at(row, row + strlen((const char *)row), &row_len).fold) {
			at += len;
			row += row_len;
		}
		if (*row == ' ')
			return true;
	}
	return false;
}

/* Learns from paragraph @i when it begins a legend, or goes on with one. Returns: TRUE when the next may go on */
static bool
learn_legend(const DdReader *self, DdContext *context, guint i, bool goes_on)
{
	DdPara *para = &g_array_index(context->paras, DdPara, i);
	if (!goes_on && !may_begin_legend(context, para))
		return false;
	dd_context_scan(
		context, para->body, dd_context_cut(context, para->body, para->end, LEGEND_BYTES));
	size_t first = context->scratch.n > 0 && context->scratch.items[0].kind == DD_TOKEN_SIGN ? 1
												 : 0;
	bool begins = dd_phrases_match(self->legends, &context->scratch, first, NULL) >= 0;
	if (!begins && !goes_on)
		return false;
	/* "P. TCKT: Phòng Tài chính kế toán" is no item P */
	bool whole = false;
	dd_context_scan(
		context, para->mark == DD_MARK_LETTER_UPPER ? para->start : para->body, para->end);
	if (!dd_local_names_learn_legend(
		    context->local, context->directory, &context->scratch, context->arena, &whole))
		return begins;
	/* "2. KT: Kiểm tra các bếp ăn …, hoàn thành trước ngày 30/6" behind a legend is work */
	bool numbered = para->mark != DD_MARK_NONE && para->mark != DD_MARK_LETTER_UPPER &&
			!dd_mark_is_bullet((DdMark)para->mark);
	for (size_t k = 0; k < context->scratch.n && whole; k++)
		whole = context->scratch.items[k].kind != DD_TOKEN_NUMBER;
	if (whole && !numbered) {
		para->role = DD_ROLE_LEGEND;
		para->mark = DD_MARK_NONE;
		para->id = NULL;
	}
	return true;
}

/* Most brackets name who acts or say when, and of a large document each look at tokens is a scan. */
static bool
may_define_name(const DdContext *context, const DdPara *para, DdSeek *opens, DdSeek *closes)
{
	const char *text = context->chars + para->start;
	size_t len = para->end - para->start;
	bool opened = dd_seek_in(opens, para->start, para->end);
	if (context->damage == DD_DAMAGE_HEAVY)
		return opened;
	return (opened || dd_seek_in(closes, para->start, para->end)) &&
	       dd_local_names_may_learn(text, len);
}

/* Short names are defined anywhere and used before and behind. */
static void
learn_names(const DdReader *self, DdContext *context)
{
	bool legend = false;
	DdSeek opens = dd_seek_new(context->chars, context->len, '('),
	       closes = dd_seek_new(context->chars, context->len, ')'),
	       colons = dd_seek_new(context->chars, context->len, ':');
	dd_local_names_set_issuer(context->local, context->reading->document.issuer.value);
	for (guint i = 0; i < context->paras->len; i++) {
		const DdPara *para = &g_array_index(context->paras, DdPara, i);
		if (may_define_name(context, para, &opens, &closes)) {
			dd_context_scan(context, para->start, para->end);
			dd_local_names_learn(context->local, context->directory, &context->scratch,
				context->arena);
		}
		bool colon = dd_seek_in(&colons, para->start, para->end);
		if (legend || colon || para->end - para->start <= LEGEND_TITLE_BYTES)
			legend = learn_legend(self, context, i, legend);
	}
}

/* Does the paragraph begin as what a document rests on does: "Căn cứ …"? */
static bool
begins_as_basis(const DdReader *self, DdContext *context, const DdPara *para)
{
	dd_context_scan(
		context, para->body, dd_context_cut(context, para->body, para->end, BASIS_BYTES));
	return dd_phrases_match(self->bases, &context->scratch, 0, NULL) >= 0;
}

/* All below the heading at @at, "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH", says on what the document rests */
static void
mark_bases_below(const DdReader *self, DdContext *context, guint at)
{
	const DdPara *heading = &g_array_index(context->paras, DdPara, at);
	if (heading->end - heading->body > BASIS_HEADING_BYTES ||
		!begins_as_basis(self, context, heading))
		return;
	for (guint i = at + 1; i < context->paras->len; i++) {
		DdPara *para = &g_array_index(context->paras, DdPara, i);
		if (para->mark != DD_MARK_NONE && para->mark < DD_MARK_DASH &&
			para->depth <= heading->depth)
			break;
		if (para->role == DD_ROLE_PROSE)
			para->role = DD_ROLE_BASIS;
	}
}

/* Paragraphs before the first item, or below it, that say on what the document rests */
static void
mark_bases(const DdReader *self, DdContext *context)
{
	for (guint i = 0; i < context->paras->len; i++) {
		DdPara *para = &g_array_index(context->paras, DdPara, i);
		if (para->depth > 0 && para->mark < DD_MARK_DASH) {
			mark_bases_below(self, context, i);
			break;
		}
		if (para->role == DD_ROLE_PROSE && begins_as_basis(self, context, para))
			para->role = DD_ROLE_BASIS;
	}
}

static DdCitePlace
place_of(const DdPara *para)
{
	switch ((DdRole)para->role) {
	case DD_ROLE_TITLE:
		return DD_CITE_IN_TITLE;
	case DD_ROLE_BASIS:
		return DD_CITE_IN_BASIS;
	case DD_ROLE_ATTACHED:
		return DD_CITE_IN_ATTACHED;
	case DD_ROLE_TASK:
	case DD_ROLE_TASK_MORE:
		return DD_CITE_IN_TASK;
	case DD_ROLE_LEGEND:
	case DD_ROLE_PROSE:
	case DD_ROLE_HEADING:
		break;
	}
	return DD_CITE_IN_TEXT;
}

/* Of the records that are sorted each begins with its span */
G_STATIC_ASSERT(G_STRUCT_OFFSET(DdCitation, span) == 0 && G_STRUCT_OFFSET(DdHeading, span) == 0 &&
		G_STRUCT_OFFSET(DdTask, span) == 0 && G_STRUCT_OFFSET(DdIndicator, span) == 0);

static int
compare_spans(const void *a, const void *b)
{
	const DdSpan *x = a, *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

/*
 * What tables gave stands before what paragraphs gave, both in order: then a merge is enough, where a sort would go over large
 * records in leaps.
 */
static void
sort_parts(GArray *array, size_t size)
{
	char *items = array->data;
	size_t n = array->len, first = 1, rest;
	while (first < n && compare_spans(items + (first - 1) * size, items + first * size) <= 0)
		first++;
	for (rest = first + 1; rest < n; rest++)
		if (compare_spans(items + (rest - 1) * size, items + rest * size) > 0)
			break;
	if (first >= n)
		return;
	if (rest < n) {
		g_array_sort(array, compare_spans);
		return;
	}
	g_autofree char *before = g_memdup2(items, first * size);
	for (size_t i = 0, k = first, to = 0; i < first; to++) {
		bool later = k < n && compare_spans(before + i * size, items + k * size) > 0;
		const char *from = later ? items + k++ * size : before + i++ * size;
		memmove(items + to * size, from, size);
	}
}

static void
cite_para(DdContext *context, size_t i)
{
	const DdPara *para = &g_array_index(context->paras, DdPara, i);
	dd_context_scan(context, para->body, para->end);
	dd_cite_scan(context->cites, &context->scratch, 0, context->scratch.n, place_of(para),
		context->arena, context->citations);
}

/* Where offset @at of the cells from @first on, put together with a blank between them, stands in the text */
static uint32_t
offset_in_text(const DdContext *context, guint first, uint32_t at)
{
	const DdCell *cell = &g_array_index(context->cells, DdCell, first);
	for (; cell->more && at > cell->end - cell->start; cell++)
		at -= cell->end - cell->start + 1;
	return cell->start + at;
}

/* A cell of a drawn table: its lines in one. Returns: the last of its pieces */
static guint
cite_pieces(DdContext *context, guint first)
{
	g_autoptr(GString) text = g_string_new(NULL);
	guint i = first, before = context->citations->len;
	for (;; i++) {
		const DdCell *cell = &g_array_index(context->cells, DdCell, i);
		g_string_append_len(
			text, context->chars + cell->start, (gssize)(cell->end - cell->start));
		if (!cell->more || i + 1 >= context->cells->len)
			break;
		g_string_append_c(text, ' ');
	}
	dd_context_scan_string(context, text->str);
	bool in_task = g_array_index(context->cells, DdCell, first).in_task;
	dd_cite_scan(context->cites, &context->scratch, 0, context->scratch.n,
		in_task ? DD_CITE_IN_TASK : DD_CITE_IN_TEXT, context->arena, context->citations);
	for (guint k = before; k < context->citations->len; k++) {
		DdSpan *span = &g_array_index(context->citations, DdCitation, k).span;
		span->start = offset_in_text(context, first, span->start);
		span->end = offset_in_text(context, first, span->end);
	}
	return i;
}

/* Numbers of rows, figures and empty cells name no document. */
static bool
has_letter(const DdContext *context, const DdCell *cell)
{
	uint32_t at = cell->start;
	while (at < cell->end && !g_ascii_isalpha(context->chars[at]) &&
		(unsigned char)context->chars[at] < 0x80)
		at++;
	return at < cell->end;
}

static void
cite_cells(DdContext *context)
{
	for (guint i = 0; i < context->cells->len; i++) {
		const DdCell *cell = &g_array_index(context->cells, DdCell, i);
		if (cell->more && i + 1 < context->cells->len) {
			i = cite_pieces(context, i);
			continue;
		}
		if (!has_letter(context, cell))
			continue;
		dd_context_scan(context, cell->start, cell->end);
		dd_cite_scan(context->cites, &context->scratch, 0, context->scratch.n,
			cell->in_task ? DD_CITE_IN_TASK : DD_CITE_IN_TEXT, context->arena,
			context->citations);
	}
	sort_parts(context->citations, sizeof(DdCitation));
	dd_cite_finish(context->arena, context->citations);
}

/* The subject of a letter ("V/v thực hiện Quyết định số …") stands beside its number, in no paragraph; it may cite as titles do */
static void
cite_subject(DdContext *context)
{
	const DdField *title = &context->reading->document.title;
	if (title->value == NULL || title->span.end <= title->span.start)
		return;
	for (guint i = 0; i < context->paras->len; i++)
		if (g_array_index(context->paras, DdPara, i).role == DD_ROLE_TITLE)
			return;
	/* two columns of a letterhead may stand between its lines */
	const char *there = dd_context_fold(context, title->span.start, title->span.end);
	if (*there == '\0' || strcmp(g_utf8_next_char(there), g_utf8_next_char(title->value)) != 0)
		return;
	dd_context_scan(context, title->span.start, title->span.end);
	dd_cite_scan(context->cites, &context->scratch, 0, context->scratch.n, DD_CITE_IN_TITLE,
		context->arena, context->citations);
}

/* Few stretches hold glued words, so that the rest of the text is not looked at */
static void
note_glued(DdContext *context, size_t i)
{
	const DdPara *para = &g_array_index(context->paras, DdPara, i);
	if (context->scratch.glued)
		dd_remark_note_glued(context, para->start, para->end);
}

/* Each paragraph goes through all readers while its tokens are at hand. */
static void
read_paras(const DdReader *self, DdContext *context)
{
	g_autoptr(DdTasker) tasker = dd_tasker_new(self->tasks, context);
	g_autoptr(DdDutyReader) duties = dd_duty_reader_new(self->duties, context);
	g_autoptr(DdTargetReader) targets = dd_target_reader_new(self->targets, context);
	dd_duty_reader_rows(duties);
	cite_subject(context);
	for (size_t i = 0; i < context->paras->len;) {
		dd_context_scan_ahead(context, i);
		size_t next = dd_tasker_step(tasker, i);
		for (; i < next; i++) {
			cite_para(context, i);
			note_glued(context, i);
			dd_duty_reader_para(duties, i);
			dd_target_reader_para(targets, i);
		}
	}
	dd_duty_reader_recipients(duties);
}

/* The array itself becomes the reading's: a copy of a large one would be the peak of memory. */
static void
give_array(DdArena *arena, GArray **array, size_t size, void *items_out, size_t *n_out)
{
	size_t n = (*array)->len;
	void *items = g_array_free(g_steal_pointer(array), FALSE);
	if (n == 0)
		g_clear_pointer(&items, g_free);
	items = g_realloc(items, n * size);
	dd_arena_adopt(arena, items, n * size);
	memcpy(items_out, &items, sizeof(items));
	*n_out = n;
}

/* Moves what was found into the reading, which owns it from here on; tables stand among the paragraphs again. */
static void
collect(DdContext *context)
{
	DdReading *reading = context->reading;
	DdArena *arena = context->arena;
	/* nobody looks at these any more, and the merges want room */
	g_clear_pointer(&context->paras, g_array_unref);
	g_clear_pointer(&context->cells, g_array_unref);
	sort_parts(context->tasks, sizeof(DdTask));
	sort_parts(context->duties, sizeof(DdDuty));
	sort_parts(context->headings, sizeof(DdHeading));
	sort_parts(context->targets, sizeof(DdIndicator));
	give_array(arena, &context->citations, sizeof(DdCitation), &reading->citations,
		&reading->n_citations);
	give_array(arena, &context->headings, sizeof(DdHeading), &reading->headings,
		&reading->n_headings);
	give_array(arena, &context->tasks, sizeof(DdTask), &reading->tasks, &reading->n_tasks);
	give_array(arena, &context->duties, sizeof(DdDuty), &reading->duties, &reading->n_duties);
	give_array(arena, &context->sessions, sizeof(DdSession), &reading->sessions,
		&reading->n_sessions);
	give_array(arena, &context->targets, sizeof(DdIndicator), &reading->targets,
		&reading->n_targets);
	give_array(arena, &context->units, sizeof(DdUnit), &reading->units, &reading->n_units);
	give_array(arena, &context->people, sizeof(DdPerson), &reading->people, &reading->n_people);
	give_array(arena, &context->anomalies, sizeof(DdAnomaly), &reading->anomalies,
		&reading->n_anomalies);
}

DdReading *
dd_reader_read(const DdReader *self, GByteArray *bytes, const char *name, GError **error)
{
	g_autoptr(DdText) text = dd_text_new_take(bytes, error);
	if (text == NULL)
		return NULL;
	g_auto(DdContext) context = {0};
	context_init(&context, self, g_steal_pointer(&text), name);
	dd_recall_words(&context);
	dd_lines_read(&context);
	dd_footnotes_read(&context);
	dd_head_read(&context);
	dd_table_read(self->tables, &context);
	dd_outline_join(self->outline, self->labels, &context);
	dd_context_scan_whole(&context);
	learn_names(self, &context);
	dd_outline_number(self->outline, &context);
	mark_bases(self, &context);
	dd_table_finish(self->tables, &context);
	read_paras(self, &context);
	g_clear_pointer(&context.lines, g_free); /* large, and nobody looks at lines from here on */
	context.n_lines = 0;
	cite_cells(&context);
	dd_unify_names(&context);
	dd_roster_read(&context);
	dd_remark_read(&context);
	dd_recall_fields(&context);
	dd_locate(&context);
	collect(&context);
	return g_steal_pointer(&context.reading);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "task.h"

#include <string.h>

#include "bytes.h"
#include "date.h"
#include "field.h"
#include "mark.h"
#include "maxima.h"
#include "phrase.h"
#include "session.h"
#include "task-heading.h"

/* Kinds of documents that tell of things and give no work unless they say "giao" */
static const DdPhrase telling[] = {
	{"báo cáo", DD_TELLS_BOTH},
	{"tờ trình", DD_TELLS},
	{"luật", DD_TELLS},
	{"bộ luật", DD_TELLS},
	{"nghị định", DD_TELLS},
	{"thông tư", DD_TELLS},
	{"biên bản", DD_TELLS},
	{"pháp lệnh", DD_TELLS},
	{"hợp đồng", DD_TELLS},
	{"giấy mời", DD_TELLS},
	{"quy chế", DD_TELLS},
	{"quy định", DD_TELLS},
	{"hiến pháp", DD_TELLS},
	{"quyết định", DD_TELLS_AS_LAW},
};

/* What makes an item no work, or another kind of it */
static const DdPhrase work_cues[] = {
	/* "Người đứng đầu … chịu trách nhiệm thi hành Quyết định này" is no work. */
	{"chịu trách nhiệm thi hành", DD_WORK_EXECUTION},
	{"có trách nhiệm thi hành", DD_WORK_EXECUTION},
	{"căn cứ quyết định thi hành", DD_WORK_EXECUTION},
	{"này có hiệu lực", DD_WORK_EXECUTION},
	{"có hiệu lực từ ngày ký", DD_WORK_EXECUTION},
	{"có hiệu lực kể từ ngày ký", DD_WORK_EXECUTION},
	{"có hiệu lực thi hành từ", DD_WORK_EXECUTION},
	{"có hiệu lực thi hành kể từ", DD_WORK_EXECUTION},
	{"chịu trách nhiệm thực hiện quyết định này", DD_WORK_EXECUTION},
	{"căn cứ quyết định này thi hành", DD_WORK_EXECUTION},
	/* items that point to the work and do not say it, and aims that stand among the work */
	{"phụ lục kèm theo", DD_WORK_POINTER},
	{"phụ lục đính kèm", DD_WORK_POINTER},
	{"tại phụ lục", DD_WORK_POINTER},
	{": phụ lục", DD_WORK_POINTER},
	{"theo phụ lục", DD_WORK_POINTER},
	{"bảng kèm theo", DD_WORK_POINTER},
	{"biểu kèm theo", DD_WORK_POINTER},
	{"phụ lục ban hành kèm theo", DD_WORK_POINTER},
	{"danh mục kèm theo", DD_WORK_POINTER},
	{"phấn đấu", DD_WORK_AIM},
	{"mục tiêu", DD_WORK_AIM},
	{"chỉ tiêu", DD_WORK_AIM},
	/* what a feast is made of */
	{"phần lễ", DD_WORK_AIM},
	{"phần hội", DD_WORK_AIM},
	{"phần nghi lễ", DD_WORK_AIM},
	/* work that only says "carry this plan out": beside a duty in the same sentence it is no task of its own */
	{"nhiệm vụ được giao", DD_WORK_GENERIC},
	{"kế hoạch này", DD_WORK_GENERIC},
	{"chương trình này", DD_WORK_GENERIC},
	{"chỉ thị này", DD_WORK_GENERIC},
	{"đề án này", DD_WORK_GENERIC},
	{"phương án này", DD_WORK_GENERIC},
	{"quyết định này", DD_WORK_GENERIC},
	{"thực hiện kế hoạch", DD_WORK_GENERIC},
	{"khẩn trương triển khai", DD_WORK_GENERIC},
	{"nghiêm túc triển khai", DD_WORK_GENERIC},
	{"chủ động triển khai", DD_WORK_GENERIC},
	{"thông báo này", DD_WORK_GENERIC},
	{"chỉ đạo chung", DD_WORK_GENERIC},
	{"phụ trách chung", DD_WORK_GENERIC},
	{"lãnh đạo chung", DD_WORK_GENERIC},
	{"điều hành chung", DD_WORK_GENERIC},
	{"công văn này", DD_WORK_GENERIC},
	{"biết, thực hiện", DD_WORK_CLOSING},
	{"biết và thực hiện", DD_WORK_CLOSING},
	{"quan tâm", DD_WORK_POLITE},
	{"phối hợp thực hiện", DD_WORK_POLITE},
	{"tổ chức thực hiện", DD_WORK_POLITE},
	{"triển khai thực hiện", DD_WORK_POLITE},
	{"nghiêm túc thực hiện", DD_WORK_POLITE},
	{"thực hiện nghiêm", DD_WORK_POLITE},
	{"xây dựng", DD_WORK_MAKING},
	{"ban hành", DD_WORK_MAKING},
	{"cụ thể hóa", DD_WORK_MAKING},
	{"lập", DD_WORK_MAKING},
	{"tham mưu", DD_WORK_MAKING},
	/* "Chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu để xảy ra …" */
	{"chịu trách nhiệm trước", DD_WORK_LIABLE},
	{"chịu trách nhiệm toàn diện", DD_WORK_LIABLE},
	/* how items among the work begin that only tell when to report: "Định kỳ vào thứ Sáu, UBND các xã báo cáo …" */
	{"định kỳ", DD_WORK_PERIODIC},
	{"báo cáo của", DD_WORK_PERIODIC},
	{"chế độ báo cáo", DD_WORK_PERIODIC},
};
/* "IV. NHIỆM VỤ TRỌNG TÂM QUÝ IV", "B. Phương hướng, nhiệm vụ …" of a report; not "Kết quả thực hiện nhiệm vụ" */
static const DdPhrase ahead[] = {
	{"phương hướng", 0},
	{"nhiệm vụ trọng tâm", 0},
	{"nhiệm vụ chủ yếu", 0},
	{"nhiệm vụ, giải pháp", 0},
	{"nhiệm vụ và giải pháp", 0},
	{"nhiệm vụ công tác", 0},
	{"nhiệm vụ thời gian tới", 0},
	{"nhiệm vụ trong thời gian tới", 0},
	{"nhiệm vụ quý", 0},
	{"nhiệm vụ tháng", 0},
	{"nhiệm vụ năm", 0},
	{"nhiệm vụ tuần", 0},
	{"nhiệm vụ 6 tháng cuối năm", 0},
	{"một số nhiệm vụ", 0},
	{"các nhiệm vụ trọng tâm", 0},
	{"những nhiệm vụ trọng tâm", 0},
	{"công tác trọng tâm", 0},
	{"kế hoạch công tác", 0},
	{"chương trình công tác", 0},
	{"trọng tâm công tác", 0},
};
/* Before the colon of an item whose bullets are parts of its work */
static const DdPhrase containing[] = {
	{"gồm", 0}, {"bao gồm", 0}, {"gồm các nội dung", 0}, {"gồm có", 0}};

DdTaskGrammar *
dd_task_grammar_new(DdLexicon *lexicon, const DdTaskTools *tools)
{
	DdTaskGrammar *self = g_new0(DdTaskGrammar, 1);
	self->tools = *tools;
	self->telling = dd_phrases_new(lexicon, telling, G_N_ELEMENTS(telling));
	self->cues = dd_phrases_new(lexicon, work_cues, G_N_ELEMENTS(work_cues));
	self->ahead = dd_phrases_new(lexicon, ahead, G_N_ELEMENTS(ahead));
	self->containing = dd_phrases_new(lexicon, containing, G_N_ELEMENTS(containing));
	return self;
}

void
dd_task_grammar_free(DdTaskGrammar *self)
{
	if (self == NULL)
		return;
	dd_phrases_free(self->telling);
	dd_phrases_free(self->cues);
	dd_phrases_free(self->ahead);
	dd_phrases_free(self->containing);
	g_free(self);
}

/* The title of an appendix stands over its items like a heading; its name is their number's beginning. */
static void
add_annex_headings(DdContext *context)
{
	for (guint i = 0; i < context->annexes->len && context->headings->len < DD_MAX_ITEMS; i++) {
		const DdAnnex *annex = &g_array_index(context->annexes, DdAnnex, i);
		if (annex->title.end <= annex->title.start)
			continue;
		DdHeading heading = {
			.span = dd_span(context->lines[annex->line].start, annex->title.end),
			.id = annex->name,
			.text = dd_context_fold(context, annex->title.start, annex->title.end),
			.confidence = 90,
			.rule = "annex",
		};
		g_array_append_val(context->headings, heading);
	}
}

/* Is a paragraph without items and without work still a title? A sentence with a number is none: "1. 80% hộ dân …". */
static bool
is_title(const DdTasker *self, const DdPara *para)
{
	return para->mark < DD_MARK_NUMBER ||
	       (!dd_mark_is_bullet((DdMark)para->mark) && !dd_task_ends_with(self, para, ".;:"));
}

/*
 * Finds a label inside the text that begins at token @from: not the one it may begin with ("Mốc thời gian: …", which has
 * another in it). Returns: its token, @to when there is none
 */
static size_t
find_inner_label(const DdTasker *self, size_t from, size_t to, DdLabel *label_out, size_t *len_out)
{
	const DdTaskTools *tools = &self->grammar->tools;
	size_t len = 0;
	bool begins = dd_label_match(tools->labels, &self->context->scratch, from, &len) !=
		      DD_LABEL_NONE;
	size_t behind = from + (begins ? MAX(len, 1) : 1);
	return behind < to ? dd_field_find(tools, self->context, behind, to, label_out, len_out) : to;
}

static void
set_text(DdTasker *self, const DdTaskBlock *block, size_t behind, size_t cut, DdTask *task)
{
	DdContext *context = self->context;
	const DdPara *first = dd_task_para(self, block->text_first),
		     *last = dd_task_para(self, block->text_end - 1);
	uint32_t start = first->body, end = last->end;
	dd_context_scan(context, start, end);
	const DdTokens *tokens = &context->scratch;
	size_t from = behind, label_len = 0, to = MIN(cut, tokens->n);
	DdLabel label = DD_LABEL_NONE;
	size_t at = from < to ? find_inner_label(self, from, to, &label, &label_len) : to;
	if (at >= to && to < tokens->n) { /* "(Kế toán; phối hợp: Tổ Văn phòng; sản phẩm: Biên bản)" */
		size_t inner = find_inner_label(self, to, tokens->n, &label, &label_len);
		if (inner < tokens->n)
			(void)dd_field_read(&self->grammar->tools, context, inner, tokens->n, task);
	} else if (at < to) {
		(void)dd_field_read(&self->grammar->tools, context, at, to, task);
		to = at;
		while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN &&
			tokens->items[to - 1].value < 0x80 &&
			strchr("([-", (int)tokens->items[to - 1].value) != NULL)
			to--;
	}
	if (from < to)
		task->text = dd_context_field(context, tokens->items[from].start,
			dd_token_end(tokens, to - 1), 90, "item");
}

/* A deadline inside [@start, @end) */
static void
find_time(DdContext *context, uint32_t start, uint32_t end, DdTask *task)
{
	size_t at = 0, len = 0;
	if (task->time_raw.value != NULL || start >= end)
		return;
	dd_context_scan(context, start, end);
	if (dd_time_find_work(context->times, &context->scratch, 0, context->scratch.n,
		    context->reading->document.year, context->arena, &task->time, &at, &len))
		task->time_raw = dd_context_field(context, context->scratch.items[at].start,
			dd_token_end(&context->scratch, at + len - 1), 75, "time-in-text");
}

static void
set_time(DdTasker *self, const DdPara *para, const DdTaskBlock *block, DdTask *task)
{
	DdContext *context = self->context;
	if (task->text.value != NULL) /* with what stands in brackets behind the text */
		find_time(context, task->text.span.start,
			dd_task_para(self, block->text_end - 1)->end, task);
	const DdTaskHeading *heading = task->time_raw.span.end == 0
					       ? dd_task_find_heading(self, para, true)
					       : NULL;
	if (heading != NULL) {
		task->time = heading->time;
		task->time_raw = heading->time_raw;
	}
}

static bool
has_digit(const char *text, size_t len)
{
	for (; len >= 8; text += 8, len -= 8) {
		uint64_t bytes = dd_bytes_load(text);
		if ((dd_bytes_under(bytes, '9' + 1) & ~dd_bytes_under(bytes, '0')) != 0)
			return true;
	}
	for (; len > 0; text++, len--)
		if (g_ascii_isdigit(*text))
			return true;
	return false;
}

/* What says no day of its own is to be reached by the task's last one */
static void
set_last_day(DdContext *context, DdTask *task)
{
	DdDay end = task->time.end;
	char buffer[DD_DATE_BUFFER];
	if (task->n_indicators == 0 || !dd_date_is_set(end))
		return;
	bool year = end.month == 12 && end.day == 31 && task->time.kind != DD_TIME_BY_DATE;
	(void)dd_date_format(end, buffer);
	const char *by = year ? dd_arena_strndup(context->arena, buffer, strlen("2026"))
			      : dd_arena_strdup(context->arena, buffer);
	for (size_t i = 0; i < task->n_indicators; i++)
		if (task->indicators[i].by == NULL)
			task->indicators[i].by = by;
}

static void
set_indicators(DdTasker *self, DdTask *task)
{
	DdContext *context = self->context;
	const DdField *fields[] = {&task->text, &task->time_raw, &task->product};
	if (task->text.value == NULL)
		return;
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		DdFigurePlace place = fields[i] == &task->product ? DD_FIGURE_IN_PRODUCT
								  : DD_FIGURE_IN_WORK;
		uint32_t start = fields[i]->span.start, end = fields[i]->span.end;
		if (end == 0 || !has_digit(context->chars + start, end - start))
			continue;
		dd_context_scan(context, start, end);
		dd_indicator_read(self->grammar->tools.targets, context, &context->scratch, 0,
			context->scratch.n, place, &task->indicators, &task->n_indicators);
	}
	set_last_day(context, task);
}

static uint8_t
judge(const DdTask *task)
{
	uint8_t confidence = 95;
	if (task->lead.n == 0)
		confidence = 55;
	for (size_t i = 0; i < task->lead.n; i++)
		confidence = MIN(confidence, task->lead.items[i].confidence);
	return confidence;
}

static void
add_task(DdTasker *self, const DdTaskBlock *block, DdTask *task)
{
	DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, block->first);
	if (context->tasks->len >= DD_MAX_ITEMS || task->text.value == NULL)
		return;
	uint32_t start = dd_task_para(self, block->text_first)->start;
	task->span = dd_span(start, dd_task_para(self, block->end - 1)->end);
	task->id = para->id;
	if (block->text_first != block->first)
		task->heading = para->id;
	else
		task->heading = para->above >= 0 ? dd_task_para(self, (size_t)para->above)->id : NULL;
	set_time(self, para, block, task);
	set_indicators(self, task);
	task->confidence = judge(task);
	for (size_t i = block->first; i < block->end; i++) {
		DdPara *each = dd_task_para(self, i);
		each->task = (int32_t)context->tasks->len;
		if (i > block->first || each->role != DD_ROLE_HEADING)
			each->role = i == block->first ? DD_ROLE_TASK : DD_ROLE_TASK_MORE;
	}
	g_array_append_val(context->tasks, *task);
}

void
dd_task_read_fields(DdTasker *self, const DdTaskBlock *block, DdTask *task)
{
	DdContext *context = self->context;
	DdLabel last = DD_LABEL_NONE;
	for (size_t i = block->text_end; i < block->end; i++) {
		const DdPara *para = dd_task_para(self, i);
		if (para->role == DD_ROLE_TASK_MORE) {
			size_t first = dd_context_scan_para(context, i);
			last = dd_field_read(
				&self->grammar->tools, context, first, context->scratch.n, task);
		} else {
			dd_field_extend(context, last, para->body, para->end, task);
		}
	}
}

/* "Sở A phối hợp với B …", where no clause or sentence before the helpers tells Sở A to do something by itself */
static bool
helps_first(const DdTasker *self, const DdAssign *own)
{
	if (own->coordinate.n == 0 || own->lead.n == 0 || own->late)
		return own->coordinate.n > 0 && !own->late;
	uint32_t from = own->lead.items[own->lead.n - 1].span.end,
		 to = own->coordinate.items[0].span.start;
	const char *text = self->context->chars + from;
	return to <= from ||
	       (memchr(text, ';', to - from) == NULL && g_strstr_len(text, to - from, ". ") == NULL);
}

static void
scan_text(DdTasker *self, const DdTaskBlock *block)
{
	dd_context_scan(self->context, dd_task_para(self, block->text_first)->body,
		dd_task_para(self, block->text_end - 1)->end);
}

/* The heading over a text may name who is to do it: "4.6. Sở Tài chính", "4.7. Đề nghị Ngân hàng Nhà nước" */
static void
read_titled(DdTasker *self, const DdTaskBlock *block, DdAssign *own)
{
	DdContext *context = self->context;
	DdAssign titled = {0};
	size_t first = dd_context_scan_para(context, block->first);
	dd_assign_read(self->grammar->tools.assigns, context, first, context->scratch.n, &titled);
	scan_text(self, block);
	if (own->lead.n == 0 &&
		(titled.kind == DD_ASSIGN_NAMED || (titled.gives && titled.lead.n > 0))) {
		own->lead = titled.lead;
		own->kind = DD_ASSIGN_NAMED;
	}
}

/* The paragraph under a text may be nothing but the name of who does it: "- Vụ Vận tải". */
static void
read_doer(DdTasker *self, const DdTaskBlock *block, DdAssign *own)
{
	DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, block->doer);
	dd_context_scan(context, para->body, para->end);
	dd_names_parse(context->directory, context->local, &context->scratch, 0, context->scratch.n,
		context->arena, &own->lead);
	own->kind = DD_ASSIGN_NAMED;
	scan_text(self, block);
}

/* Has the block fields, or a label inside its text? */
static bool
is_labelled(DdTasker *self, const DdTaskBlock *block)
{
	DdContext *context = self->context;
	DdLabel label = DD_LABEL_NONE;
	size_t len = 0;
	return block->has_fields ||
	       (context->scratch.n > 1 && find_inner_label(self, 0, context->scratch.n, &label,
						  &len) < context->scratch.n);
}

/* "4. Về giao thông: Yêu cầu Sở Xây dựng …": what it is about stands before whom it tells. Returns: the token behind, 0 when nothing does */
static size_t
skip_topic(const DdTokens *tokens)
{
	size_t i = 0;
	if (!dd_token_is_text(tokens, 0, "Về") &&
		!(dd_token_is_text(tokens, 0, "Đối") && dd_token_is_text(tokens, 1, "với")))
		return 0;
	while (i < tokens->n && i < TOPIC_TOKENS && tokens->items[i].kind != DD_TOKEN_SIGN)
		i++;
	while (i < tokens->n && i < TOPIC_TOKENS && dd_token_is_sign(tokens, i, ','))
		for (i++; i < tokens->n && tokens->items[i].kind != DD_TOKEN_SIGN;)
			i++;
	return dd_token_is_sign(tokens, i, ':') && i + 1 < tokens->n ? i + 1 : 0;
}

/* "Đảng ủy Ủy ban nhân dân tỉnh" over "- Lãnh đạo Ủy ban nhân dân tỉnh ban hành …": there it is what the unit does, and nobody's title */
static bool
leads_on(const DdTokens *tokens, const DdAssign *own)
{
	return own->lead.n > 0 && dd_token_is_text(tokens, 0, "Lãnh") &&
	       dd_token_is_text(tokens, 1, "đạo") &&
	       own->lead.items[0].span.start == tokens->items[0].start;
}

/* Who is told in the block's text. Returns: the token behind what the text is about, 0 when nothing of the kind stands before */
static size_t
read_told(DdTasker *self, const DdTaskHeading *given, DdAssign *own)
{
	DdContext *context = self->context;
	size_t topic = skip_topic(&context->scratch);
	if (topic > 0) {
		dd_assign_read(self->grammar->tools.assigns, context, topic, context->scratch.n, own);
		if (own->gives && own->lead.n > 0)
			return topic;
		*own = (DdAssign){0};
	}
	dd_assign_read(self->grammar->tools.assigns, context, 0, context->scratch.n, own);
	if (given != NULL && leads_on(&context->scratch, own))
		*own = (DdAssign){.cut = context->scratch.n};
	return 0;
}

/* "IV. THỜI GIAN, ĐỊA ĐIỂM:" over the two: the text scanned is a section's name and no work */
static bool
names_schedule(const DdTasker *self)
{
	const DdTokens *tokens = &self->context->scratch;
	size_t n = tokens->n;
	while (n > 0 && tokens->items[n - 1].kind == DD_TOKEN_SIGN)
		n--;
	return dd_outline_is_section(self->grammar->tools.outline, tokens, 0, n);
}

/* Under "Thời gian, địa điểm": is the block the section's name, or a session, which is read as such? */
static bool
is_of_schedule(DdTasker *self, const DdPara *para, const DdTaskBlock *block, const DdAssign *own,
	size_t behind)
{
	const DdTableGrammar *tables = self->grammar->tools.tables;
	DdSpan span = dd_span(para->start, para->end);
	if (para->section != DD_SECTION_SCHEDULE)
		return false;
	if (names_schedule(self) ||
		(own->kind == DD_ASSIGN_NAMED && own->lead.n == 1 &&
			dd_session_read_item(tables, self->context, own->lead.items, behind, span)))
		return true;
	return !block->has_fields && dd_session_read_dated(tables, self->context, span);
}

/* Reads the block as a task. Returns: FALSE when it is none */
static bool
read_block(DdTasker *self, const DdTaskBlock *block)
{
	DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, block->first);
	const DdTaskHeading *given = dd_task_find_heading(self, para, false);
	DdTask task = {.rule = block->has_fields ? "labelled-fields" : "sentence"};
	DdAssign own = {0};
	scan_text(self, block);
	size_t behind = read_told(self, given, &own);
	if (own.kind == DD_ASSIGN_NAMED)
		behind = own.behind;
	if (block->text_first != block->first)
		read_titled(self, block, &own);
	if (block->doer > 0 && own.lead.n == 0)
		read_doer(self, block, &own);
	bool labelled = is_labelled(self, block);
	if (is_of_schedule(self, para, block, &own, behind))
		return false;
	if (!labelled && !dd_task_is_work(self, para, &own, given, 0, context->scratch.n))
		return false;
	set_text(self, block, behind, own.cut, &task);
	dd_task_read_fields(self, block, &task);
	if (labelled && task.lead.n == 0 && task.coordinate.n == 0 && task.time_raw.value == NULL &&
		task.product.value == NULL && task.director.n == 0) {
		/* labels that a task does not keep make no task */
		scan_text(self, block);
		if (!dd_task_is_work(self, para, &own, given, 0, context->scratch.n))
			return false;
	}
	bool fielded = task.lead.n > 0 || task.coordinate.n > 0; /* by labels, not in the sentence */
	if (task.lead.n == 0 && !(own.aside && given != NULL))
		task.lead = own.lead;
	if (task.director.n == 0)
		task.director = own.director;
	if (task.coordinate.n == 0)
		task.coordinate = own.coordinate;
	if (!fielded && (own.kind == DD_ASSIGN_SUBJECT || own.gives) && !own.leads &&
		helps_first(self, &own))
		task.rule = DD_RULE_HELPERS_ONLY;
	const DdTaskHeading *above = dd_task_heading_at(self, para->above);
	if (task.product.value == NULL && above != NULL)
		task.product = above->product;
	if (task.coordinate.n == 0 && above != NULL && above->assign.lead.n == 0)
		task.coordinate = above->assign.coordinate;
	if (task.lead.n == 0 && given != NULL) {
		task.lead = given->assign.lead;
		if (task.coordinate.n == 0)
			task.coordinate = dd_task_find_helpers(self, para, given);
	}
	add_task(self, block, &task);
	return true;
}

/* "c) Kiểm tra các chủ rừng, gồm:" over bullets without items of their own: they are what the work is made of. */
static bool
holds_parts(DdTasker *self, size_t i)
{
	const DdPara *para = dd_task_para(self, i),
		     *last = dd_task_para(self, self->facts[i].last_child);
	if (para->children == 0 || dd_mark_is_bullet((DdMark)para->mark) ||
		!dd_mark_is_bullet((DdMark)last->mark) || last->children > 0 ||
		self->facts[i].nested || !dd_task_ends_with(self, para, ":") ||
		dd_task_find_heading(self, para, false) == NULL)
		return false;
	dd_context_scan(self->context, para->body, para->end);
	const DdTokens *tokens = &self->context->scratch;
	size_t from = tokens->n > CONTAINING_REACH ? tokens->n - CONTAINING_REACH : 0;
	return dd_phrases_search(self->grammar->containing, tokens, from, tokens->n, NULL, NULL) >= 0;
}

/* Is the only item under the sentence at @i a bullet with names of units and nothing else? They do what it says. */
static bool
is_done_by_child(DdTasker *self, size_t i)
{
	DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, i), *child = para + 1;
	DdFieldList names = {0};
	if (para->children != 1 || self->facts[i].last_child != i + 1 || self->facts[i].labelled ||
		self->facts[i + 1].labelled || child->children > 0 ||
		!dd_mark_is_bullet((DdMark)child->mark) || !dd_task_ends_with(self, para, ".;") ||
		child->end - child->body > DOER_BYTES)
		return false;
	dd_context_scan(context, child->body, child->end);
	const DdTokens *tokens = &context->scratch;
	size_t end = tokens->n;
	while (end > 0 && tokens->items[end - 1].kind == DD_TOKEN_SIGN)
		end--;
	/* a name that no catalogue has may go on: "Vụ Kết cấu hạ tầng xây dựng" */
	size_t read = dd_names_read(
		context->directory, context->local, tokens, 0, end, context->arena, &names);
	return read > 0 && end - read <= DOER_REST;
}

/* "Sở A chủ trì …" in a paragraph without a number, as letters and conclusions of meetings have it. */
static void
read_plain(DdTasker *self, size_t i)
{
	DdContext *context = self->context;
	DdPara *para = dd_task_para(self, i);
	if (para->role != DD_ROLE_PROSE || para->section == DD_SECTION_AIMS || para->above >= 0)
		return;
	bool closing = dd_task_is_closing(self, para);
	if (closing && !dd_context_is_letter(self->context))
		return;
	DdAssign own = {0};
	dd_context_scan(context, para->body, para->end);
	size_t n = context->scratch.n;
	if (n < PLAIN_TASK_TOKENS)
		return;
	dd_assign_read(self->grammar->tools.assigns, context, 0, n, &own);
	if (own.kind != DD_ASSIGN_ORDERED || own.lead.n == 0 || (!own.gives && i == 0))
		return;
	/* what ends a plan, "UBND tỉnh yêu cầu các sở …", is what a letter is about */
	if (closing && (!own.gives || dd_task_is_courtesy(self, 0, n)))
		return;
	if (!dd_task_is_work(self, para, &own, NULL, 0, n) ||
		dd_token_is_sign(&context->scratch, n - 1, ':'))
		return;
	g_autofree char *id = g_strdup_printf("%u", ++self->unnumbered);
	para->id = dd_arena_strdup(context->arena, id);
	DdTaskBlock block = {.first = i, .text_first = i, .text_end = i + 1, .end = i + 1};
	(void)read_block(self, &block);
}

DdTasker *
dd_tasker_new(const DdTaskGrammar *grammar, DdContext *context)
{
	size_t n = context->paras->len;
	DdTasker *self = g_new0(DdTasker, 1);
	self->grammar = grammar;
	self->context = context;
	self->facts = g_new0(DdBlockFacts, n + 1);
	self->headings = g_array_new(FALSE, FALSE, sizeof(DdTaskHeading));
	self->telling = dd_task_is_telling(self);
	self->reporting = self->telling && dd_task_is_reporting(self);
	for (size_t i = 0; i < n && self->telling; i++)
		self->attached = self->attached ||
				 (dd_task_para(self, i)->role == DD_ROLE_ATTACHED && i > 0);
	for (guint i = 0; i < context->tasks->len; i++) /* of tables */
		set_indicators(self, &g_array_index(context->tasks, DdTask, i));
	dd_task_gather_facts(self);
	add_annex_headings(context);
	return self;
}

void
dd_tasker_free(DdTasker *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->headings);
	g_free(self->facts);
	g_free(self);
}

/*
 * Is the item, read as a task just now, a heading as well? So is an article; an item whose work stands behind a label of
 * its own ("1. Phổ biến Luật / a) Nội dung: …"); and one with fields beside items that hold numbered items
 */
static bool
is_heading_too(const DdTasker *self, const DdPara *para, const DdTaskBlock *block)
{
	if (block->text_first != block->first ||
		para->task < 0) /* it is one already; or an item without words made no task */
		return false;
	if (para->mark == DD_MARK_ARTICLE)
		return para->children == 0;
	if (!block->has_fields || dd_mark_is_bullet((DdMark)para->mark))
		return false;
	const DdTask *task = &g_array_index(self->context->tasks, DdTask, (guint)para->task);
	return task->text.span.start >= para->end ||
	       (para->above >= 0 && self->facts[para->above].nested);
}

/* "2. Yêu cầu các đơn vị hoàn thành các nhiệm vụ sau:", "II. CÁC LỚP BỒI DƯỠNG" right over a table whose rows are the work: a heading */
static bool
stands_over_rows(const DdTasker *self, size_t i)
{
	const DdContext *context = self->context;
	const DdPara *para = dd_task_para(self, i);
	size_t next = i + 1 < context->paras->len ? dd_task_para(self, i + 1)->start : context->len;
	if (para->children > 0 || !(dd_task_ends_with(self, para, ":") ||
					  dd_outline_is_capitals(context, para->body, para->end)))
		return false;
	for (guint k = 0; k < context->tasks->len; k++) {
		const DdTask *row = &g_array_index(context->tasks, DdTask, k);
		if (row->span.start >= next)
			break;
		if (row->span.start > para->end)
			return true;
	}
	return false;
}

/* Does each of the plain paragraphs under a title begin with somebody of its own who is told what to do? */
static bool
tells_several(DdTasker *self, const DdTaskBlock *block)
{
	DdContext *context = self->context;
	if (block->text_first == block->first || block->has_fields || block->doer > 0 ||
		block->text_end < block->text_first + 2)
		return false;
	for (size_t i = block->text_first; i < block->text_end; i++) {
		const DdPara *para = dd_task_para(self, i);
		DdAssign own = {0};
		dd_context_scan(context, para->body, para->end);
		dd_assign_read(self->grammar->tools.assigns, context, 0, context->scratch.n, &own);
		bool told = own.kind == DD_ASSIGN_ORDERED || own.kind == DD_ASSIGN_SUBJECT;
		if (!told || own.lead.n == 0 ||
			own.lead.items[0].span.start != context->scratch.items[0].start)
			return false;
	}
	return true;
}

/* Such paragraphs are items without marks: a task for each, numbered like bullets. */
static void
read_several(DdTasker *self, const DdTaskBlock *block)
{
	const char *above = dd_task_para(self, block->first)->id;
	dd_task_read_heading(self, block->first);
	for (size_t i = block->text_first; i < block->text_end; i++) {
		g_autofree char *id = g_strdup_printf("%s-%zu", above, i - block->text_first + 1);
		dd_task_para(self, i)->id = dd_arena_strdup(self->context->arena, id);
		DdTaskBlock own = {.first = i, .text_first = i, .text_end = i + 1, .end = i + 1};
		(void)read_block(self, &own);
	}
}

size_t
dd_tasker_step(DdTasker *self, size_t i)
{
	DdPara *para = dd_task_para(self, i);
	if (!dd_task_is_item(para)) {
		if (para->role != DD_ROLE_PROSE || para->mark != DD_MARK_NONE)
			return i + 1;
		if (dd_task_ends_with(self, para, ":"))
			dd_task_read_announcement(self, i);
		else if (!dd_task_read_noted_fields(self, i))
			read_plain(self, i);
		return i + 1;
	}
	if (stands_over_rows(self, i)) {
		dd_task_read_heading(self, i);
		return i + 1;
	}
	size_t content = dd_task_find_shared_content(self, i);
	if (content != SIZE_MAX && dd_task_ends_with(self, dd_task_para(self, content), ":")) {
		dd_task_read_shared(self, i);
		return i + 1;
	}
	if (content == SIZE_MAX && self->facts[i].labelled && dd_task_read_led_heading(self, i))
		return i + 1;
	/* where the label has words of its own the bullets go on with them */
	bool whole = content != SIZE_MAX ||
		     (dd_task_takes_in_children(self, i) && !dd_task_is_time_heading(self, i)) ||
		     holds_parts(self, i);
	bool done = !whole && is_done_by_child(self, i);
	if (!whole && !done && para->children > 0 && !self->facts[i].labelled) {
		dd_task_read_heading(self, i);
		return i + 1;
	}
	DdTaskBlock block = whole  ? dd_task_block_with_children(self, i)
			    : done ? (DdTaskBlock){.first = i,
					     .text_first = i,
					     .text_end = i + 1,
					     .end = i + 2,
					     .doer = i + 1}
				   : dd_task_find_block(self, i);
	if (content != SIZE_MAX)
		block.text_end = i + 1;
	if (tells_several(self, &block)) {
		read_several(self, &block);
		return block.end;
	}
	if (block.text_first != block.first)
		dd_task_add_heading(self, para);
	bool read = read_block(self, &block);
	if (!read && block.text_first == block.first && para->children == 0 && para->depth <= 2 &&
		block.end == i + 1 && is_title(self, para))
		dd_task_add_heading(self, para);
	if (read && is_heading_too(self, para, &block))
		dd_task_add_heading(self, para);
	else if (read && para->children > 0 && !done)
		dd_task_read_heading(self, i);
	return read ? block.end : i + 1;
}

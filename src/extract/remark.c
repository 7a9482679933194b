/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remark.h"

#include <string.h>

#include "date.h"
#include "task.h"

#define SECTION_TASKS_MIN 5u /* a section of fewer tasks may well have no dates */
#define TIMED_PERCENT_MIN 20u
#define DUTY_LINES 3u /* duties of one sentence that name nobody are one remark */

static uint32_t
line_of(const DdContext *context, uint32_t at)
{
	return dd_text_find_line(context->text, at);
}

static char *
join_names(const DdFieldList *names)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < names->n && out->len < 300; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? "; " : "", names->items[i].value);
	return g_string_free(out, FALSE);
}

static void
remark_leads(DdContext *context)
{
	for (guint i = 0; i < context->tasks->len; i++) {
		const DdTask *task = &g_array_index(context->tasks, DdTask, i);
		if (task->lead.n > 1) {
			g_autofree char *names = join_names(&task->lead);
			g_autofree char *vi = g_strdup_printf("nhiều đơn vị chủ trì: %s; cần xác định một đơn vị", names);
			dd_context_remark(context, task->span.start, task->span.end, "several-leads", names, vi);
		} else if (task->lead.n == 0) {
			dd_context_remark(context, task->span.start, task->span.end, "lead-unclear",
					  "nobody is named to lead this task", "chưa rõ đơn vị chủ trì nhiệm vụ này");
		} else if (strcmp(task->rule, DD_RULE_HELPERS_ONLY) == 0) {
			dd_context_remark(context, task->span.start, task->span.end, "lead-unclear",
					  "helpers are named without \"chủ trì\": nobody is said to lead",
					  "có đơn vị phối hợp nhưng không nói ai chủ trì");
		}
	}
	uint32_t said = 0;
	for (guint i = 0; i < context->duties->len; i++) {
		const DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		uint32_t line = line_of(context, duty->span.start) + 1;
		if (duty->who.n > 0 || (said > 0 && line <= said + DUTY_LINES))
			continue;
		said = line;
		dd_context_remark(context, duty->span.start, duty->span.end, "lead-unclear",
				  "a duty is laid down and nobody is named to do it",
				  "có yêu cầu nhưng không nêu đơn vị thực hiện");
	}
}

static bool
is_agreement(const char *type)
{
	return type != NULL && (strstr(type, "hợp tác") != NULL || strstr(type, "hỏa thuận") != NULL || strstr(type, "hi nhớ") != NULL);
}

static bool
is_standard(const DdCitation *citation)
{
	return citation->number != NULL && (g_str_has_prefix(citation->number, "TCVN") || g_str_has_prefix(citation->number, "QCVN") ||
					    g_str_has_prefix(citation->number, "ISO"));
}

static void
remark_citations(DdContext *context)
{
	g_autoptr(GHashTable) said = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint i = 0; i < context->citations->len; i++) {
		const DdCitation *citation = &g_array_index(context->citations, DdCitation, i);
		if (dd_date_is_set(citation->date) || citation->short_form || is_standard(citation) ||
		    citation->relation == DD_RELATION_ATTACHED_TO)
			continue;
		/* a law that the text names again and again is asked for once */
		if (!g_hash_table_add(said, (gpointer)citation->raw))
			continue;
		bool named = citation->number == NULL;
		if (named && citation->issuer != NULL && !is_agreement(citation->type))
			continue;
		g_autofree char *detail = g_strdup_printf(named ? "\"%s\" is cited without number and date"
								: "\"%s\" is cited without its date", citation->raw);
		g_autofree char *vi = g_strdup_printf(named ? "viện dẫn \"%s\" không có số, ngày ban hành"
							    : "viện dẫn \"%s\" không có ngày ban hành", citation->raw);
		dd_context_remark(context, citation->span.start, citation->span.end, "citation-incomplete", detail, vi);
	}
}

/* A document cannot rest on what did not exist yet: one of the two dates is a slip. */
static void
remark_dates(DdContext *context)
{
	const DdDocumentHeader *head = &context->reading->document;
	if (!dd_date_is_set(head->date))
		return;
	for (guint i = 0; i < context->citations->len; i++) {
		const DdCitation *citation = &g_array_index(context->citations, DdCitation, i);
		if (dd_date_compare(citation->date, head->date) <= 0)
			continue;
		char day[DD_DATE_BUFFER], other[DD_DATE_BUFFER];
		(void)dd_date_format(head->date, day);
		(void)dd_date_format(citation->date, other);
		g_autofree char *detail = g_strdup_printf("dated %s but cites %s of %s", day, citation->raw, other);
		g_autofree char *vi = g_strdup_printf("ngày ban hành %s trước ngày %s của văn bản viện dẫn: %s", day, other, citation->raw);
		const DdSpan *at = head->date_raw.span.end > 0 ? &head->date_raw.span : &citation->span;
		dd_context_remark(context, at->start, at->end, "date-before-citation", detail, vi);
		return;
	}
}

static void
remark_due(DdContext *context, const DdSpan *span, const char *due_raw)
{
	g_autofree char *detail = g_strdup_printf("due only \"%s\": no day or period is named", due_raw);
	g_autofree char *vi = g_strdup_printf("thời hạn chỉ nêu \"%s\", không có ngày hoặc kỳ cụ thể", due_raw);
	dd_context_remark(context, span->start, span->end, "due-missing", detail, vi);
}

static void
remark_dues(DdContext *context)
{
	for (guint i = 0; i < context->duties->len; i++) {
		const DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		if ((duty->what != DD_DUTY_REPORT && duty->what != DD_DUTY_CONSOLIDATE) || duty->due_raw == NULL)
			continue;
		bool undated = duty->due.kind == DD_TIME_ANNUAL && duty->due.before == NULL && duty->what == DD_DUTY_REPORT;
		bool open = duty->due.kind == DD_TIME_NONE || undated ||
			    (duty->due.kind == DD_TIME_EVENT && strstr(duty->due_raw, "theo quy định") != NULL);
		if (open)
			remark_due(context, &duty->span, duty->due_raw);
	}
}

/* A part that orders many tasks and dates none of them, said once at its heading. */
static void
remark_undated_parts(DdContext *context)
{
	for (guint i = 0; i < context->paras->len; i++) {
		const DdPara *part = &g_array_index(context->paras, DdPara, i);
		if (part->depth != 1 || part->section != DD_SECTION_TASKS || part->id == NULL)
			continue;
		unsigned tasks = 0, timed = 0;
		int32_t last = -1;
		guint j = i + 1;
		for (; j < context->paras->len; j++) {
			const DdPara *para = &g_array_index(context->paras, DdPara, j);
			if (para->depth == 1 || para->role == DD_ROLE_ATTACHED)
				break;
			if (para->task < 0 || para->task == last)
				continue;
			last = para->task;
			tasks++;
			timed += g_array_index(context->tasks, DdTask, (guint)last).time.kind != DD_TIME_NONE;
		}
		if (tasks >= SECTION_TASKS_MIN && timed * 100 < tasks * TIMED_PERCENT_MIN)
			dd_context_remark(context, part->start, part->end, "due-missing",
					  "the tasks of this part have no deadline", "các nhiệm vụ của phần này không có thời hạn");
		i = j - 1;
	}
}

static void
remark_quotes(DdContext *context, uint32_t start, uint32_t end)
{
	static const char open_mark[] = "\xE2\x80\x9C", close_mark[] = "\xE2\x80\x9D";
	int open = 0;
	for (uint32_t at = start; at + 2 < end; at++) {
		const char *here = memchr(context->chars + at, 0xE2, end - at - 2);
		if (here == NULL)
			break;
		at = (uint32_t)(here - context->chars);
		if (memcmp(here, open_mark, 3) == 0)
			open++;
		else if (memcmp(here, close_mark, 3) == 0)
			open--;
		if (open < 0) {
			dd_context_remark(context, start, at + 3, "unbalanced-quote",
					  "a closing quotation mark has no opening mark", "dấu ngoặc kép đóng không có dấu mở");
			return;
		}
	}
	unsigned straight = 0;
	for (const char *at = context->chars + start, *stop = context->chars + end;
	     (at = memchr(at, '"', (size_t)(stop - at))) != NULL; at++)
		straight++;
	if (open > 0 || straight % 2 == 1)
		dd_context_remark(context, start, end, "unbalanced-quote", "an opening quotation mark is not closed",
				  "dấu ngoặc kép mở không có dấu đóng");
}

static void
remark_all_quotes(DdContext *context)
{
	/* what amends a law quotes whole articles: there a quotation runs over paragraphs */
	if (context->damage == DD_DAMAGE_HEAVY || context->tasks->len == 0)
		return;
	for (guint i = 0; i < context->paras->len; i++) {
		const DdPara *para = &g_array_index(context->paras, DdPara, i);
		if (para->role != DD_ROLE_TITLE)
			remark_quotes(context, para->start, para->end);
	}
	for (guint i = 0; i < context->cells->len; i++) {
		const DdCell *cell = &g_array_index(context->cells, DdCell, i);
		remark_quotes(context, cell->start, cell->end);
	}
}

/* Whoever is to be visited should get the plan. */
static void
remark_recipients(DdContext *context)
{
	const DdFieldList *recipients = &context->reading->document.recipients;
	if (recipients->n == 0 || context->sessions->len == 0)
		return;
	GString *missing = g_string_new(NULL);
	for (guint i = 0; i < context->sessions->len && missing->len < 300; i++) {
		const DdSession *session = &g_array_index(context->sessions, DdSession, i);
		bool found = session->agency.value == NULL;
		for (size_t j = 0; j < recipients->n && !found; j++) {
			const char *value = recipients->items[j].value;
			found = value != NULL && (strstr(value, session->agency.value) != NULL || strstr(session->agency.value, value) != NULL ||
						  g_str_has_prefix(value, "Các đơn vị được") || g_str_has_prefix(value, "Như "));
		}
		if (!found)
			g_string_append_printf(missing, "%s%s", missing->len > 0 ? "; " : "", session->agency.value);
	}
	if (missing->len > 0) {
		g_autofree char *detail = g_strdup_printf("to be met but not among the recipients: %s", missing->str);
		g_autofree char *vi = g_strdup_printf("có trong lịch nhưng không có ở Nơi nhận: %s", missing->str);
		dd_context_remark(context, recipients->items[0].span.start, recipients->items[0].span.end, "agency-not-recipient", detail, vi);
	}
	g_string_free(missing, TRUE);
}

static int
compare_anomalies(const void *a, const void *b)
{
	const DdAnomaly *x = a, *y = b;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	return strcmp(x->kind, y->kind);
}

/* One remark of a kind for a line is enough. */
static void
drop_repeats(DdContext *context)
{
	g_array_sort(context->anomalies, compare_anomalies);
	guint kept = 0;
	for (guint i = 0; i < context->anomalies->len; i++) {
		DdAnomaly anomaly = g_array_index(context->anomalies, DdAnomaly, i);
		uint32_t line = line_of(context, anomaly.span.start);
		bool repeats = false;
		for (guint j = kept; j-- > 0 && !repeats;) {
			const DdAnomaly *before = &g_array_index(context->anomalies, DdAnomaly, j);
			if (line_of(context, before->span.start) != line || kept - j > 8)
				break;
			repeats = strcmp(before->kind, anomaly.kind) == 0;
		}
		if (!repeats)
			g_array_index(context->anomalies, DdAnomaly, kept++) = anomaly;
	}
	g_array_set_size(context->anomalies, kept);
}

void
dd_remark_read(DdContext *context)
{
	remark_dates(context);
	remark_citations(context);
	remark_leads(context);
	remark_dues(context);
	remark_undated_parts(context);
	remark_all_quotes(context);
	remark_recipients(context);
	drop_repeats(context);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-explain.c: every field with the place it comes from, how sure it is and the rule that gave it */
#include "block.h"
#include "labels.h"
#include "render.h"

#include <string.h>

#define LABEL_WIDTH 13

/* Returns: (transfer full) "dòng 3–5 · byte 40–90 · 97 % · label.lead", parts that are not known left out */
static char *
label_evidence(const DdSpan *span, uint8_t confidence, const char *rule)
{
	g_autoptr(GString) out = g_string_new(NULL);
	if (span->line != 0) {
		g_autofree char *lines = dd_label_lines(span);
		g_string_append_printf(out, "dòng %s", lines);
	}
	if (span->end > 0)
		g_string_append_printf(
			out, "%sbyte %u–%u", out->len > 0 ? " · " : "", span->start, span->end);
	if (confidence > 0)
		g_string_append_printf(out, "%s%u %%%s", out->len > 0 ? " · " : "", confidence,
			confidence < DD_CONFIDENCE_SURE ? " (chưa chắc)" : "");
	if (rule != NULL)
		g_string_append_printf(out, "%s%s", out->len > 0 ? " · " : "", rule);
	if (out->len == 0)
		g_string_append(out, "suy ra, không có vị trí");
	return g_strdup(out->str);
}

static void
add(DdBlock *block, const char *label, const char *value, const DdSpan *span, uint8_t confidence,
	const char *rule)
{
	if (value == NULL)
		return;
	g_autofree char *evidence = label_evidence(span, confidence, rule);
	bool unsure = dd_label_is_unsure(confidence, rule);
	dd_block_add(block, label, LABEL_WIDTH, DD_STYLE_QUIET, value,
		unsure ? DD_STYLE_WARNING : DD_STYLE_PLAIN);
	dd_block_add(block, "", LABEL_WIDTH, DD_STYLE_QUIET, evidence, DD_STYLE_QUIET);
}

static void
add_field(DdBlock *block, const char *label, const DdField *field)
{
	add(block, label, field->value, &field->span, field->confidence, field->rule);
}

static void
add_list(DdBlock *block, const char *label, const DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		add_field(block, label, &list->items[i]);
}

/* A time that follows from another field stands under it with its own confidence. */
static void
add_time(DdBlock *block, const DdTime *time)
{
	if (time->kind == DD_TIME_NONE)
		return;
	g_autofree char *days = dd_label_time(time, NULL);
	g_autofree char *text = g_strdup_printf("= %s%s%s", dd_time_kind_to_string(time->kind),
		days != NULL ? ": " : "", days != NULL ? days : "");
	dd_block_add(block, "", LABEL_WIDTH, DD_STYLE_QUIET, text, DD_STYLE_PLAIN);
}

static void
print_rule(const DdRender *render, const char *title)
{
	fputc('\n', render->out);
	dd_block_print_rule(render->out, title, render->width, render->colour);
}

static void
explain_document(const DdRender *render, const DdReading *reading)
{
	const DdDocumentHeader *document = &reading->document;
	const struct {
		const char *label;
		const DdField *field;
	} fields[] = {
		{"Loại", &document->type},
		{"Số", &document->number},
		{"Ký hiệu", &document->symbol},
		{"Cơ quan", &document->issuer},
		{"Cấp trên", &document->superior},
		{"Nơi ký", &document->place},
		{"Ngày", &document->date_raw},
		{"Trích yếu", &document->title},
		{"Thẩm quyền", &document->authority},
		{"Chức vụ", &document->position},
		{"Người ký", &document->signer},
		{"Độ mật", &document->secrecy},
		{"Độ khẩn", &document->urgency},
	};
	dd_block_print_rule(render->out, reading->file, render->width, render->colour);
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
		add_field(block, fields[i].label, fields[i].field);
	add_list(block, "Nơi nhận", &document->recipients);
	for (size_t i = 0; i < document->n_signatures; i++) {
		add_field(block, "Ký số", &document->signatures[i].signer);
		add_field(block, "Ký lúc", &document->signatures[i].signed_at);
		add_field(block, "Thư điện tử", &document->signatures[i].email);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_task(const DdRender *render, const DdTask *task)
{
	g_autofree char *id = g_strdup_printf("Nhiệm vụ %s", task->id != NULL ? task->id : "");
	print_rule(render, id);
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	g_autofree char *whole = label_evidence(&task->span, task->confidence, task->rule);
	dd_block_add(block, "Cả khối", LABEL_WIDTH, DD_STYLE_QUIET, whole, DD_STYLE_QUIET);
	add_field(block, "Nội dung", &task->text);
	add_list(block, "Chỉ đạo", &task->director);
	add_list(block, "Chủ trì", &task->lead);
	add_list(block, "Phối hợp", &task->coordinate);
	add_list(block, "Theo dõi", &task->monitor);
	add_field(block, "Thời gian", &task->time_raw);
	add_time(block, &task->time);
	add_field(block, "Sản phẩm", &task->product);
	if (task->solution != NULL)
		add_field(block, "Giải pháp", task->solution);
	if (task->funding != NULL)
		add_field(block, "Kinh phí", task->funding);
	for (size_t i = 0; i < task->n_indicators; i++) {
		g_autofree char *text = dd_label_indicators(&task->indicators[i], 1);
		add(block, "Chỉ tiêu", text, &task->indicators[i].span,
			task->indicators[i].confidence, NULL);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_headings(const DdRender *render, const DdReading *reading)
{
	if (reading->n_headings == 0)
		return;
	print_rule(render, "Đề mục");
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < reading->n_headings; i++) {
		const DdHeading *heading = &reading->headings[i];
		add(block, heading->id, heading->text, &heading->span, heading->confidence,
			heading->rule);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_duties(const DdRender *render, const DdReading *reading)
{
	if (reading->n_duties == 0)
		return;
	print_rule(render, "Chế độ báo cáo, theo dõi");
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < reading->n_duties; i++) {
		const DdDuty *duty = &reading->duties[i];
		const char *kind = dd_label_duty_kind(duty->what);
		add(block, "Việc", duty->text != NULL ? duty->text : kind, &duty->span,
			duty->confidence, duty->rule);
		add_list(block, "  Ai", &duty->who);
		add_list(block, "  Cho ai", &duty->to);
		if (duty->due_raw != NULL)
			dd_block_add(block, "  Hạn", LABEL_WIDTH, DD_STYLE_QUIET, duty->due_raw,
				DD_STYLE_PLAIN);
		add_time(block, &duty->due);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_sessions(const DdRender *render, const DdReading *reading)
{
	if (reading->n_sessions == 0)
		return;
	print_rule(render, "Buổi làm việc");
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < reading->n_sessions; i++) {
		const DdSession *session = &reading->sessions[i];
		g_autofree char *start = dd_label_session_start(session);
		add(block, "Buổi", start, &session->span, session->confidence, session->rule);
		add_field(block, "  Cơ quan", &session->agency);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_citations(const DdRender *render, const DdReading *reading)
{
	if (reading->n_citations == 0)
		return;
	print_rule(render, "Văn bản được viện dẫn");
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		g_autofree char *text = dd_label_citation(citation);
		add(block, dd_label_relation(citation->relation), text, &citation->span,
			citation->confidence, citation->rule);
	}
	dd_block_print(block, render->out, 1);
}

static void
explain_rest(const DdRender *render, const DdReading *reading)
{
	g_autoptr(DdBlock) block = dd_block_new(render->width - 1, render->colour);
	for (size_t i = 0; i < reading->n_targets; i++) {
		const DdIndicator *target = &reading->targets[i];
		g_autofree char *figure = dd_label_indicators(target, 1);
		add(block, "Chỉ tiêu", target->text != NULL ? target->text : figure, &target->span,
			target->confidence, NULL);
	}
	for (size_t i = 0; i < reading->n_anomalies; i++) {
		g_autofree char *text = dd_label_anomaly(&reading->anomalies[i]);
		add(block, "Nhận xét", text, &reading->anomalies[i].span, 0,
			reading->anomalies[i].kind);
	}
	if (reading->n_targets + reading->n_anomalies == 0)
		return;
	print_rule(render, "Chỉ tiêu, nhận xét");
	dd_block_print(block, render->out, 1);
}

void
dd_render_explain(const DdRender *render, const DdReading *reading)
{
	explain_document(render, reading);
	explain_headings(render, reading);
	if (reading->n_tasks == 0)
		fputs("\nKhông thấy nhiệm vụ nào trong văn bản này (no tasks found).\n", render->out);
	for (size_t i = 0; i < reading->n_tasks; i++)
		explain_task(render, &reading->tasks[i]);
	explain_duties(render, reading);
	explain_sessions(render, reading);
	explain_citations(render, reading);
	explain_rest(render, reading);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-md.c: a reading as Markdown with tables */
#include "labels.h"
#include "render.h"
#include "width.h"

#include <string.h>

/* Prints @text (nullable) so that nothing in it is taken for Markdown or HTML. */
static void
print_text(FILE *out, const char *text)
{
	g_autofree char *clean = dd_width_clean(text);
	for (const char *at = clean; *at != '\0'; at++) {
		if (*at == '<')
			fputs("&lt;", out);
		else if (*at == '&')
			fputs("&amp;", out);
		else if (strchr("\\`*_[]#|~!>", *at) != NULL)
			fprintf(out, "\\%c", *at);
		else
			fputc(*at, out);
	}
}

static void
print_row(FILE *out, const char *const *cells, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		fputs("| ", out);
		print_text(out, cells[i]);
		fputc(' ', out);
	}
	fputs("|\n", out);
}

/* Prints a heading and the head of a table under it. @columns: names with '|' between */
static void
print_table_head(FILE *out, const char *title, size_t n, const char *columns)
{
	fprintf(out, "\n## %s (%zu)\n\n| %s |\n|", title, n, columns);
	for (const char *at = columns; at != NULL; at = strchr(at + 1, '|'))
		fputs(" --- |", out);
	fputc('\n', out);
}

static void
print_fact(FILE *out, const char *label, const char *value)
{
	if (value == NULL)
		return;
	fprintf(out, "- %s: ", label);
	print_text(out, value);
	fputc('\n', out);
}

static void
print_header(FILE *out, const DdReading *reading)
{
	const DdDocumentHeader *document = &reading->document;
	g_autofree char *name = dd_label_document(document);
	g_autofree char *day = dd_label_document_day(document);
	g_autofree char *signer = dd_label_signer(document);
	g_autofree char *recipients = dd_label_list(&document->recipients, true);
	fputs("# ", out);
	print_text(out, name);
	fputs(document->draft ? " (dự thảo)\n\n" : "\n\n", out);
	if (document->title.value != NULL) {
		print_text(out, document->title.value);
		fputs("\n\n", out);
	}
	print_fact(out, "Cơ quan", document->issuer.value);
	print_fact(out, "Cấp trên", document->superior.value);
	print_fact(out, "Nơi ký", document->place.value);
	print_fact(out, "Ngày", day);
	print_fact(out, "Độ mật", document->secrecy.value);
	print_fact(out, "Độ khẩn", document->urgency.value);
	print_fact(out, "Người ký", signer);
	print_fact(out, "Nơi nhận", recipients);
	for (size_t i = 0; i < reading->n_signatures; i++) {
		g_autofree char *text = dd_label_signature(&reading->signatures[i]);
		print_fact(out, "Chữ ký số", text);
	}
	print_fact(out, "Tệp", reading->file);
}

static void
print_tasks(FILE *out, const DdReading *reading)
{
	if (reading->n_tasks == 0) {
		fputs("\nKhông thấy nhiệm vụ nào trong văn bản này (no tasks found).\n", out);
		return;
	}
	print_table_head(out, "Nhiệm vụ", reading->n_tasks,
		"Mã | Nhiệm vụ | Chủ trì | Phối hợp | Chỉ đạo | Thời gian | Sản phẩm | Dòng");
	for (size_t i = 0; i < reading->n_tasks; i++) {
		const DdTask *task = &reading->tasks[i];
		g_autofree char *text = dd_label_field(&task->text);
		g_autofree char *lead = dd_label_list(&task->lead, true);
		g_autofree char *coordinate = dd_label_list(&task->coordinate, true);
		g_autofree char *director = dd_label_list(&task->director, true);
		g_autofree char *time = dd_label_time(&task->time, task->time_raw.value);
		g_autofree char *product = dd_label_field(&task->product);
		g_autofree char *lines = dd_label_lines(&task->span);
		g_autofree char *place = g_strconcat(lines,
			dd_label_is_unsure(task->confidence, task->rule) ? " (? chưa chắc)" : "",
			NULL);
		const char *const cells[] = {
			task->id, text, lead, coordinate, director, time, product, place};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

static void
print_duties(FILE *out, const DdReading *reading)
{
	if (reading->n_duties == 0)
		return;
	print_table_head(out, "Chế độ báo cáo, theo dõi", reading->n_duties,
		"Dòng | Ai làm gì, cho ai, hạn nào");
	for (size_t i = 0; i < reading->n_duties; i++) {
		g_autofree char *lines = dd_label_lines(&reading->duties[i].span);
		g_autofree char *text = dd_label_duty(&reading->duties[i]);
		const char *const cells[] = {lines, text};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

static void
print_sessions(FILE *out, const DdReading *reading)
{
	if (reading->n_sessions == 0)
		return;
	print_table_head(out, "Buổi làm việc", reading->n_sessions, "Dòng | Bắt đầu | Cơ quan | Nơi");
	for (size_t i = 0; i < reading->n_sessions; i++) {
		const DdSession *session = &reading->sessions[i];
		g_autofree char *lines = dd_label_lines(&session->span);
		g_autofree char *start = dd_label_session_start(session);
		g_autofree char *agency = dd_label_field(&session->agency);
		const char *const cells[] = {lines, start, agency, session->place};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

static void
print_targets(FILE *out, const DdReading *reading)
{
	if (reading->n_targets == 0)
		return;
	print_table_head(out, "Chỉ tiêu", reading->n_targets, "Dòng | Chỉ tiêu | Mức");
	for (size_t i = 0; i < reading->n_targets; i++) {
		g_autofree char *lines = dd_label_lines(&reading->targets[i].span);
		g_autofree char *figure = dd_label_indicators(&reading->targets[i], 1);
		const char *const cells[] = {lines, reading->targets[i].text, figure};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

static void
print_citations(FILE *out, const DdReading *reading)
{
	if (reading->n_citations == 0)
		return;
	print_table_head(
		out, "Văn bản được viện dẫn", reading->n_citations, "Dòng | Quan hệ | Văn bản");
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		g_autofree char *lines = dd_label_lines(&citation->span);
		g_autofree char *text = dd_label_citation(citation);
		const char *const cells[] = {lines, dd_label_relation(citation->relation), text};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

static void
print_anomalies(FILE *out, const DdReading *reading)
{
	if (reading->n_anomalies == 0)
		return;
	print_table_head(out, "Nhận xét", reading->n_anomalies, "Dòng | Nhận xét");
	for (size_t i = 0; i < reading->n_anomalies; i++) {
		g_autofree char *lines = dd_label_lines(&reading->anomalies[i].span);
		g_autofree char *text = dd_label_anomaly(&reading->anomalies[i]);
		const char *const cells[] = {lines, text};
		print_row(out, cells, G_N_ELEMENTS(cells));
	}
}

void
dd_render_md(const DdRender *render, const DdReading *reading)
{
	print_header(render->out, reading);
	print_tasks(render->out, reading);
	print_duties(render->out, reading);
	print_sessions(render->out, reading);
	print_targets(render->out, reading);
	print_citations(render->out, reading);
	print_anomalies(render->out, reading);
}

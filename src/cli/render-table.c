/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-table.c: a reading for people at a terminal */
#include "block.h"
#include "dict.h"
#include "labels.h"
#include "maxima.h"
#include "render.h"
#include "width.h"

#include <string.h>

#define LABEL_WIDTH 11  /* "Thời gian" and two blanks */
#define HEADER_LABEL 13 /* the longest label and some blanks */
#define LINE_LABEL 14   /* "dòng 1234–1240" fits with one blank in most files */
#define BESIDE_WIDTH 84 /* from here on a task's facts stand beside its text */
#define ID_WIDTH 8

typedef struct {
	const DdRender *render;
	const DdReading *reading;
	GHashTable *headings; /* id → DdHeading */
} Table;

static DdBlock *
new_block(const Table *table, unsigned indent)
{
	return dd_block_new(table->render->width - indent, table->render->colour);
}

static void
print_rule(const Table *table, const char *title)
{
	fputc('\n', table->render->out);
	dd_block_print_rule(table->render->out, title, table->render->width, table->render->colour);
}

static void
print_counted_rule(const Table *table, const char *title, size_t n)
{
	g_autofree char *text = g_strdup_printf("%s (%zu)", title, n);
	print_rule(table, text);
}

/* Adds one fact unless nothing is said. */
static void
add_fact(DdBlock *block, const char *label, unsigned label_width, const char *value)
{
	if (value == NULL)
		return;
	DdStyle style = strstr(value, "(chưa chắc)") != NULL ? DD_STYLE_WARNING : DD_STYLE_PLAIN;
	dd_block_add(block, label, label_width, DD_STYLE_QUIET, value, style);
}

static void
add_field_fact(DdBlock *block, const char *label, unsigned label_width, const DdField *field)
{
	g_autofree char *value = dd_label_field(field);
	add_fact(block, label, label_width, value);
}

static void
add_list_fact(DdBlock *block, const char *label, unsigned label_width, const DdFieldList *list)
{
	g_autofree char *value = dd_label_list(list, true);
	add_fact(block, label, label_width, value);
}

static void
add_file_fact(DdBlock *block, const DdReading *reading)
{
	/* of what was not text the encoding is ours and says nothing */
	g_autoptr(GString)
		text = g_string_new(reading->kind != NULL ? reading->kind : reading->encoding);
	if (reading->bom)
		g_string_append(text, ", có BOM");
	if (reading->recomposed)
		g_string_append(text, ", đã chuẩn hóa NFC");
	g_string_append_printf(text, "%s%u dòng", text->len > 0 ? " · " : "", reading->lines);
	if (reading->damaged)
		g_string_append(text, " · bản quét hỏng dấu, cần đối chiếu (chưa chắc)");
	add_fact(block, "Văn bản", HEADER_LABEL, text->str);
}

/* Says in one line how much there is. */
static void
add_summary(DdBlock *block, const DdReading *reading)
{
	const struct {
		size_t n;
		const char *word;
	} counts[] = {
		{reading->n_tasks, "nhiệm vụ"},
		{reading->n_duties, "chế độ báo cáo, theo dõi"},
		{reading->n_sessions, "buổi làm việc"},
		{reading->n_targets, "chỉ tiêu"},
		{reading->n_citations, "viện dẫn"},
		{reading->n_anomalies, "nhận xét"},
	};
	g_autoptr(GString) text = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
		if (i == 0 || counts[i].n > 0)
			g_string_append_printf(
				text, "%s%zu %s", i > 0 ? " · " : "", counts[i].n, counts[i].word);
	add_fact(block, "Tóm tắt", HEADER_LABEL, text->str);
}

static void
print_header(const Table *table)
{
	const DdDocumentHeader *document = &table->reading->document;
	dd_block_print_rule(table->render->out, table->reading->file, table->render->width,
		table->render->colour);
	g_autofree char *name = dd_label_document(document);
	g_autofree char *upper = g_strdup_printf("%s%s", name, document->draft ? " · DỰ THẢO" : "");
	g_autofree char *day = dd_label_document_day(document);
	g_autofree char *signer = dd_label_signer(document);
	g_autoptr(DdBlock) block = new_block(table, 0);
	dd_block_add(block, NULL, 0, DD_STYLE_PLAIN, upper, DD_STYLE_STRONG);
	if (document->title.value != NULL)
		dd_block_add(block, NULL, 0, DD_STYLE_PLAIN, document->title.value, DD_STYLE_STRONG);
	if (document->secrecy.value != NULL)
		dd_block_add(block, "Độ mật", HEADER_LABEL, DD_STYLE_QUIET, document->secrecy.value,
			DD_STYLE_WARNING);
	if (document->urgency.value != NULL)
		dd_block_add(block, "Độ khẩn", HEADER_LABEL, DD_STYLE_QUIET,
			document->urgency.value, DD_STYLE_WARNING);
	add_field_fact(block, "Cơ quan", HEADER_LABEL, &document->issuer);
	add_field_fact(block, "Cấp trên", HEADER_LABEL, &document->superior);
	add_field_fact(block, "Nơi ký", HEADER_LABEL, &document->place);
	add_fact(block, "Ngày", HEADER_LABEL, day);
	add_fact(block, "Người ký", HEADER_LABEL, signer);
	add_list_fact(block, "Nơi nhận", HEADER_LABEL, &document->recipients);
	for (size_t i = 0; i < document->n_signatures; i++) {
		const DdElectronicSignature *signature = &document->signatures[i];
		g_autofree char *text = g_strjoin(", ",
			signature->signer.value != NULL ? signature->signer.value : "chữ ký số",
			signature->signed_at.value, NULL);
		add_fact(block, "Ký số", HEADER_LABEL, text);
	}
	for (size_t i = 0; i < table->reading->n_signatures; i++) {
		const DdSignature *signature = &table->reading->signatures[i];
		g_autofree char *text = dd_label_signature(signature);
		dd_block_add(block, "Chữ ký số", HEADER_LABEL, DD_STYLE_QUIET, text,
			signature->state == DD_SIGNATURE_VALID ? DD_STYLE_PLAIN : DD_STYLE_WARNING);
	}
	add_file_fact(block, table->reading);
	add_summary(block, table->reading);
	dd_block_print(block, table->render->out, 0);
}

static void
add_task_facts(DdBlock *block, const DdTask *task)
{
	g_autofree char *time = dd_label_time(&task->time, task->time_raw.value);
	g_autofree char *indicators = dd_label_indicators(task->indicators, task->n_indicators);
	g_autofree char *lines = dd_label_lines(&task->span);
	add_list_fact(block, "Chỉ đạo", LABEL_WIDTH, &task->director);
	if (task->lead.n > 0)
		add_list_fact(block, "Chủ trì", LABEL_WIDTH, &task->lead);
	else
		dd_block_add(
			block, "Chủ trì", LABEL_WIDTH, DD_STYLE_QUIET, "chưa rõ", DD_STYLE_WARNING);
	add_list_fact(block, "Phối hợp", LABEL_WIDTH, &task->coordinate);
	add_list_fact(block, "Theo dõi", LABEL_WIDTH, &task->monitor);
	if (time != NULL &&
		(dd_label_is_unsure(task->time.confidence, NULL) ||
			dd_label_is_unsure(task->time_raw.confidence, task->time_raw.rule))) {
		g_autofree char *marked = g_strdup_printf("? %s (chưa chắc)", time);
		add_fact(block, "Thời gian", LABEL_WIDTH, marked);
	} else {
		add_fact(block, "Thời gian", LABEL_WIDTH, time);
	}
	add_field_fact(block, "Sản phẩm", LABEL_WIDTH, &task->product);
	if (task->solution != NULL)
		add_field_fact(block, "Giải pháp", LABEL_WIDTH, task->solution);
	if (task->funding != NULL)
		add_field_fact(block, "Kinh phí", LABEL_WIDTH, task->funding);
	add_fact(block, "Chỉ tiêu", LABEL_WIDTH, indicators);
	if (dd_label_is_unsure(task->confidence, task->rule)) {
		g_autofree char *marked = g_strdup_printf(
			"%s · ? %u %% (chưa chắc)", lines, task->confidence);
		add_fact(block, "Dòng", LABEL_WIDTH, marked);
	} else {
		dd_block_add(block, "Dòng", LABEL_WIDTH, DD_STYLE_QUIET, lines, DD_STYLE_QUIET);
	}
}

static void
print_task(const Table *table, const DdTask *task)
{
	const DdRender *render = table->render;
	const char *id = task->id != NULL ? task->id : "";
	unsigned id_width = MAX(dd_width_measure(id, strlen(id)) + 2, ID_WIDTH);
	g_autofree char *text = dd_label_field(&task->text);
	if (render->width < BESIDE_WIDTH) {
		g_autoptr(DdBlock) head = new_block(table, 1);
		dd_block_add(head, id, MIN(id_width, 14), DD_STYLE_ACCENT, text, DD_STYLE_PLAIN);
		dd_block_print(head, render->out, 1);
		g_autoptr(DdBlock) facts = new_block(table, 3);
		add_task_facts(facts, task);
		dd_block_print(facts, render->out, 3);
		return;
	}
	unsigned left_width = (render->width - 4) / 2;
	g_autoptr(DdBlock) left = dd_block_new(left_width, render->colour);
	g_autoptr(DdBlock) right = dd_block_new(render->width - 4 - left_width, render->colour);
	dd_block_add(left, id, MIN(id_width, 14), DD_STYLE_ACCENT, text, DD_STYLE_PLAIN);
	add_task_facts(right, task);
	dd_block_print_beside(left, right, render->out, 1);
}

/* Prints heading @id; an ancestor that stood over the last group too is not said again. */
static void
print_group(const Table *table, const char *id, const char *last)
{
	g_autoptr(DdBlock) block = new_block(table, 0);
	unsigned level = 0;
	for (const char *end = id; *end != '\0' && level <= DD_MAX_DEPTH; level++) {
		const char *dot = strchr(end, '.');
		end = dot != NULL ? dot : end + strlen(end);
		size_t len = (size_t)(end - id);
		bool said = last != NULL && strncmp(last, id, len) == 0 &&
			    (last[len] == '.' || last[len] == '\0');
		g_autofree char *prefix = g_strndup(id, len);
		const DdHeading *heading = g_hash_table_lookup(table->headings, prefix);
		if (!said && heading != NULL) {
			g_autofree char *label = g_strdup_printf("%s.", prefix);
			dd_block_add(block, label, (unsigned)MIN(g_utf8_strlen(label, -1) + 1, 14),
				DD_STYLE_STRONG, heading->text, DD_STYLE_STRONG);
		}
		if (*end == '.')
			end++;
	}
	dd_block_print(block, table->render->out, 0);
}

static void
print_tasks(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_tasks == 0) {
		print_rule(table, "NHIỆM VỤ");
		fputs("Không thấy nhiệm vụ nào trong văn bản này (no tasks found).\n",
			table->render->out);
		return;
	}
	print_counted_rule(table, "NHIỆM VỤ", reading->n_tasks);
	const char *last = NULL;
	for (size_t i = 0; i < reading->n_tasks; i++) {
		const char *heading = reading->tasks[i].heading;
		if (i > 0)
			fputc('\n', table->render->out);
		if (heading != NULL && g_strcmp0(heading, last) != 0)
			print_group(table, heading, last);
		last = heading;
		print_task(table, &reading->tasks[i]);
	}
}

/* Adds one row of a list: where it stands, then what it says. */
static void
add_row(DdBlock *block, const DdSpan *span, const char *text)
{
	DdStyle style = strstr(text, "chưa chắc") != NULL ? DD_STYLE_WARNING : DD_STYLE_PLAIN;
	g_autofree char *lines = dd_label_lines(span);
	g_autofree char *label = g_strdup_printf("%s%s", *lines != '\0' ? "dòng " : "", lines);
	dd_block_add(block, label, LINE_LABEL, DD_STYLE_QUIET, text, style);
}

static void
print_duties(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_duties == 0)
		return;
	print_counted_rule(table, "CHẾ ĐỘ BÁO CÁO, THEO DÕI", reading->n_duties);
	g_autoptr(DdBlock) block = new_block(table, 1);
	for (size_t i = 0; i < reading->n_duties; i++) {
		g_autofree char *text = dd_label_duty(&reading->duties[i]);
		add_row(block, &reading->duties[i].span, text);
	}
	dd_block_print(block, table->render->out, 1);
}

static void
print_sessions(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_sessions == 0)
		return;
	print_counted_rule(table, "BUỔI LÀM VIỆC", reading->n_sessions);
	g_autoptr(DdBlock) block = new_block(table, 1);
	for (size_t i = 0; i < reading->n_sessions; i++) {
		const DdSession *session = &reading->sessions[i];
		g_autofree char *start = dd_label_session_start(session);
		g_autofree char *agency = dd_label_field(&session->agency);
		g_autoptr(GString) text = g_string_new(start);
		g_string_append_printf(text, " · %s", agency != NULL ? agency : "chưa rõ cơ quan");
		if (session->count > 0)
			g_string_append_printf(text, " · %d buổi", session->count);
		if (session->place != NULL)
			g_string_append_printf(text, " · %s", session->place);
		add_row(block, &session->span, text->str);
	}
	dd_block_print(block, table->render->out, 1);
}

static void
print_targets(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_targets == 0)
		return;
	print_counted_rule(table, "CHỈ TIÊU", reading->n_targets);
	g_autoptr(DdBlock) block = new_block(table, 1);
	for (size_t i = 0; i < reading->n_targets; i++) {
		const DdIndicator *target = &reading->targets[i];
		g_autofree char *figure = dd_label_indicators(target, 1);
		const char *text = target->text != NULL ? target->text : figure;
		add_row(block, &target->span, text != NULL ? text : "");
	}
	dd_block_print(block, table->render->out, 1);
}

static void
print_citations(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_citations == 0)
		return;
	print_counted_rule(table, "VĂN BẢN ĐƯỢC VIỆN DẪN", reading->n_citations);
	g_autoptr(DdBlock) block = new_block(table, 1);
	for (size_t i = 0; i < reading->n_citations; i++) {
		const DdCitation *citation = &reading->citations[i];
		g_autofree char *raw = dd_label_citation(citation);
		g_autofree char *text = g_strdup_printf(
			"%s: %s", dd_label_relation(citation->relation), raw);
		add_row(block, &citation->span, text);
	}
	dd_block_print(block, table->render->out, 1);
}

static void
print_anomalies(const Table *table)
{
	const DdReading *reading = table->reading;
	if (reading->n_anomalies == 0)
		return;
	print_counted_rule(table, "NHẬN XÉT", reading->n_anomalies);
	g_autoptr(DdBlock) block = new_block(table, 1);
	for (size_t i = 0; i < reading->n_anomalies; i++) {
		g_autofree char *text = dd_label_anomaly(&reading->anomalies[i]);
		g_autofree char *marked = g_strdup_printf("! %s", text != NULL ? text : "");
		add_row(block, &reading->anomalies[i].span, marked);
	}
	dd_block_print(block, table->render->out, 1);
}

void
dd_render_table(const DdRender *render, const DdReading *reading)
{
	g_autoptr(GHashTable) headings = dd_dict_new(NULL, NULL);
	/* Of headings with the same number the first counts. */
	for (size_t i = reading->n_headings; i > 0; i--) {
		DdHeading *heading = &reading->headings[i - 1];
		if (heading->id != NULL)
			g_hash_table_insert(headings, (char *)heading->id, heading);
	}
	Table table = {render, reading, headings};
	print_header(&table);
	print_tasks(&table);
	print_duties(&table);
	print_sessions(&table);
	print_targets(&table);
	print_citations(&table);
	print_anomalies(&table);
}

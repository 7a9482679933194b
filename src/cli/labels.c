/* SPDX-License-Identifier: GPL-3.0-or-later */
/* labels.c: Vietnamese words for what the records hold */
#include "labels.h"

#include "state.h"

#include <string.h>

char *
dd_label_day(DdDay day)
{
	return day.year != 0 ? g_strdup_printf("%02d/%02d/%04d", day.day, day.month, day.year) : NULL;
}

char *
dd_label_lines(const DdSpan *span)
{
	if (span->line == 0)
		return g_strdup("");
	if (span->line_end <= span->line)
		return g_strdup_printf("%u", span->line);
	return g_strdup_printf("%u–%u", span->line, span->line_end);
}

static const char *
get_kind_word(DdTimeKind kind)
{
	static const char *const words[DD_TIME_LAST] = {
		[DD_TIME_CONTINUOUS] = "thường xuyên",
		[DD_TIME_ANNUAL] = "hằng năm",
		[DD_TIME_WHOLE_YEAR] = "cả năm",
		[DD_TIME_STAGED] = "nhiều giai đoạn",
		[DD_TIME_PERIODIC] = "định kỳ",
	};
	return words[kind];
}

static const char *
get_period_word(const char *period)
{
	static const struct {
		const char *period, *word;
	} words[] = {
		{"year", "hằng năm"},
		{"half-year", "6 tháng"},
		{"quarter", "hằng quý"},
		{"month", "hằng tháng"},
		{"week", "hằng tuần"},
		{"day", "hằng ngày"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(period, words[i].period) == 0)
			return words[i].word;
	return period;
}

/* Returns: (transfer full) "01/01/2022 – 31/12/2025", "từ …", "trước …"; NULL when no day is set */
static char *
label_days(DdDay start_day, DdDay end_day)
{
	g_autofree char *start = dd_label_day(start_day);
	g_autofree char *end = dd_label_day(end_day);
	if (start != NULL && end != NULL)
		return strcmp(start, end) == 0 ? g_steal_pointer(&start)
					       : g_strdup_printf("%s – %s", start, end);
	if (start != NULL)
		return g_strdup_printf("từ %s", start);
	return end != NULL ? g_strdup_printf("đến hết %s", end) : NULL;
}

static void
append_stages(GString *out, const DdTime *time)
{
	for (size_t i = 0; i < time->n_stages; i++) {
		const DdStage *stage = &time->stages[i];
		g_autofree char *days = label_days(stage->start, stage->end);
		if (i > 0)
			g_string_append(out, "; ");
		if (stage->what != NULL)
			g_string_append(out, stage->what);
		if (days != NULL)
			g_string_append_printf(out, "%s%s", stage->what != NULL ? ": " : "", days);
	}
}

/* Returns: (transfer full) the time in our own words, NULL when nothing is said */
static char *
label_own_words(const DdTime *time)
{
	g_autoptr(GString) out = g_string_new(NULL);
	if (time->n_stages > 0)
		append_stages(out, time);
	else if (time->n_every > 0 && time->kind == DD_TIME_PERIODIC)
		for (size_t i = 0; i < time->n_every; i++)
			g_string_append_printf(
				out, "%s%s", i > 0 ? ", " : "", get_period_word(time->every[i]));
	else if (time->event != NULL)
		g_string_append(out, time->event);
	else if (get_kind_word(time->kind) != NULL)
		g_string_append(out, get_kind_word(time->kind));
	if (time->before != NULL) {
		const char *dash = strchr(time->before, '-');
		if (dash != NULL)
			g_string_append_printf(out, ", trước %s/%.*s", dash + 1,
				(int)(dash - time->before), time->before);
		else
			g_string_append_printf(out, ", trước ngày %s", time->before);
	}
	return out->len > 0 ? g_strdup(out->str) : NULL;
}

char *
dd_label_time(const DdTime *time, const char *raw)
{
	g_autofree char *days = label_days(time->start, time->end);
	g_autofree char *words = raw == NULL || time->n_stages > 0 ? label_own_words(time)
								   : g_strdup(raw);
	if (words == NULL)
		return g_steal_pointer(&days);
	/* A single day that is said already is not said twice. */
	if (days == NULL || strstr(words, days) != NULL)
		return g_steal_pointer(&words);
	return g_strdup_printf("%s (%s)", words, days);
}

bool
dd_label_is_unsure(uint8_t confidence, const char *rule)
{
	return confidence < DD_CONFIDENCE_SURE && (confidence > 0 || rule != NULL);
}

static void
append_field(GString *out, const DdField *field, bool marked)
{
	if (marked && dd_label_is_unsure(field->confidence, field->rule))
		g_string_append_printf(out, "? %s (chưa chắc)", field->value);
	else
		g_string_append(out, field->value);
}

char *
dd_label_field(const DdField *field)
{
	if (field->value == NULL)
		return NULL;
	GString *out = g_string_new(NULL);
	append_field(out, field, true);
	return g_string_free(out, FALSE);
}

char *
dd_label_list(const DdFieldList *list, bool marked)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t i = 0; i < list->n; i++) {
		if (list->items[i].value == NULL)
			continue;
		if (out->len > 0)
			g_string_append(out, "; ");
		append_field(out, &list->items[i], marked);
	}
	return out->len > 0 ? g_strdup(out->str) : NULL;
}

/* Writes a number the Vietnamese way: a comma before the decimals. */
static void
append_number(GString *out, double value)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(text, sizeof(text), "%.12g", value);
	g_strdelimit(text, ".", ',');
	g_string_append(out, text);
}

/* What a bound is called before its figure */
static const char *
words_of_op(const char *op)
{
	if (op[0] == '>')
		return op[1] == '=' ? "từ" : "trên";
	return op[1] == '=' ? "không quá" : "dưới";
}

char *
dd_label_indicators(const DdIndicator *items, size_t n)
{
	g_autoptr(GString) out = g_string_new(NULL);
	for (size_t i = 0; i < n; i++) {
		const DdIndicator *item = &items[i];
		if (i > 0)
			g_string_append(out, "; ");
		if (item->op != NULL && strcmp(item->op, "=") != 0)
			g_string_append_printf(out, "%s ", words_of_op(item->op));
		if (item->has_value)
			append_number(out, item->value);
		if (item->unit != NULL)
			g_string_append_printf(out, "%s%s",
				item->has_value && strcmp(item->unit, "%") != 0 ? " " : "",
				item->unit);
		if (item->of != NULL)
			g_string_append_printf(out, " %s", item->of);
		if (item->by != NULL)
			g_string_append_printf(out, " (%s)", item->by);
	}
	return out->len > 0 ? g_strdup(out->str) : NULL;
}

const char *
dd_label_duty_kind(DdDutyKind kind)
{
	static const char *const words[DD_DUTY_LAST] = {
		[DD_DUTY_REPORT] = "Báo cáo",
		[DD_DUTY_CONSOLIDATE] = "Tổng hợp",
		[DD_DUTY_MONITOR] = "Theo dõi, đôn đốc",
		[DD_DUTY_REVIEW] = "Sơ kết, đánh giá",
		[DD_DUTY_ADJUST] = "Điều chỉnh",
		[DD_DUTY_FUND] = "Bố trí kinh phí",
		[DD_DUTY_PUBLISH] = "Công bố",
	};
	return words[kind];
}

char *
dd_label_duty(const DdDuty *duty)
{
	g_autofree char *who = dd_label_list(&duty->who, true);
	g_autofree char *to = dd_label_list(&duty->to, true);
	g_autofree char *due = dd_label_time(&duty->due, duty->due_raw);
	GString *out = g_string_new(dd_label_duty_kind(duty->what));
	g_string_append_printf(out, ": %s", who != NULL ? who : "chưa rõ đơn vị");
	if (to != NULL)
		g_string_append_printf(out, " → %s", to);
	if (due != NULL)
		g_string_append_printf(out, " · hạn: %s", due);
	if (who == NULL && duty->text != NULL)
		g_string_append_printf(out, " · “%s”", duty->text);
	if (dd_label_is_unsure(duty->confidence, duty->rule))
		g_string_append(out, " · ? chưa chắc");
	return g_string_free(out, FALSE);
}

char *
dd_label_session_start(const DdSession *session)
{
	g_autofree char *day = dd_label_day(session->day);
	if (day != NULL && session->hour >= 0)
		return g_strdup_printf("%s %02d:%02d", day, session->hour, MAX(session->minute, 0));
	if (day != NULL)
		return g_steal_pointer(&day);
	char *time = dd_label_time(&session->time, session->start_raw);
	return time != NULL ? time : g_strdup("chưa ấn định");
}

const char *
dd_label_relation(DdRelation relation)
{
	static const char *const words[DD_RELATION_LAST] = {
		[DD_RELATION_MENTIONS] = "nhắc đến",
		[DD_RELATION_BASIS] = "căn cứ",
		[DD_RELATION_IMPLEMENTS] = "thực hiện",
		[DD_RELATION_AMENDS] = "sửa đổi",
		[DD_RELATION_ATTACHED_TO] = "kèm theo",
	};
	return words[relation];
}

char *
dd_label_citation(const DdCitation *citation)
{
	GString *out = g_string_new(citation->raw != NULL ? citation->raw : citation->type);
	if (citation->clause != NULL)
		g_string_append_printf(out, " · %s", citation->clause);
	if (citation->short_form && citation->number != NULL) {
		g_autofree char *date = dd_label_day(citation->date);
		g_string_append_printf(out, " (= %s", citation->number);
		if (date != NULL)
			g_string_append_printf(out, " ngày %s", date);
		g_string_append_c(out, ')');
	}
	if (dd_label_is_unsure(citation->confidence, citation->rule))
		g_string_append(out, " · ? chưa chắc");
	return g_string_free(out, FALSE);
}

static const char *
get_anomaly_word(const char *kind)
{
	static const struct {
		const char *kind, *word;
	} words[] = {
		{"tracked-changes", "vết sửa"},
		{"comments", "ghi chú bên lề"},
		{"macros", "macro"},
		{"cut", "thiếu phần cuối"},
		{"hidden", "trang tính bị ẩn"},
		{"misread-encoding", "sai bảng mã"},
		{"converted", "chuyển từ tệp cũ"},
		{"signature-broken", "chữ ký số không hợp lệ"},
		{"changed-after-signing", "tệp thay đổi sau khi ký"},
		{"number-missing", "thiếu số văn bản"},
		{"date-missing", "thiếu ngày"},
		{"date-before-citation", "ngày sớm hơn văn bản được viện dẫn"},
		{"signed-on-another-day", "ngày ký khác ngày văn bản"},
		{"citation-incomplete", "viện dẫn thiếu"},
		{"lead-unclear", "chưa rõ đơn vị chủ trì"},
		{"several-leads", "nhiều đơn vị chủ trì"},
		{"time-missing", "thiếu thời gian"},
		{"due-missing", "thiếu thời hạn"},
		{"numbering", "đánh số sai"},
		{"no-such-day", "ngày không có thật"},
		{"non-working-day", "rơi vào ngày nghỉ"},
		{"agency-not-recipient", "cơ quan không có trong nơi nhận"},
		{"conversion-residue", "còn sót mã của phần mềm"},
		{"unbalanced-quote", "ngoặc kép không khép"},
	};
	for (size_t i = 0; kind != NULL && i < G_N_ELEMENTS(words); i++)
		if (strcmp(kind, words[i].kind) == 0)
			return words[i].word;
	return kind;
}

char *
dd_label_anomaly(const DdAnomaly *anomaly)
{
	const char *word = get_anomaly_word(anomaly->kind);
	const char *detail = anomaly->detail_vi != NULL ? anomaly->detail_vi : anomaly->detail;
	if (word == NULL || detail == NULL)
		return g_strdup(word != NULL ? word : detail);
	return g_strdup_printf("%s: %s", word, detail);
}

char *
dd_label_signer(const DdDocumentHeader *document)
{
	g_autofree char *name = dd_label_field(&document->signer);
	g_autofree char *position = dd_label_field(&document->position);
	g_autofree char *authority = dd_label_field(&document->authority);
	g_autoptr(GString) out = g_string_new(name);
	if (position != NULL)
		g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "", position);
	if (authority != NULL)
		g_string_append_printf(out, "%s(%s)", out->len > 0 ? " " : "", authority);
	return out->len > 0 ? g_strdup(out->str) : NULL;
}

char *
dd_label_document(const DdDocumentHeader *document)
{
	const char *type = document->type.value != NULL ? document->type.value : "Văn bản";
	if (document->number.value != NULL)
		return g_strdup_printf("%s %s", type, document->number.value);
	if (document->symbol.value != NULL)
		return g_strdup_printf("%s …%s (chưa rõ số)", type, document->symbol.value);
	return g_strdup(type);
}

const char *
dd_label_state(const char *word)
{
	DdState state;
	return dd_state_from_string(word, &state) ? dd_state_get_vi(state) : word;
}

const char *
dd_label_task_field(const char *field)
{
	static const struct {
		const char *field, *vi;
	} names[] = {{"coordinate", "phối hợp"}, {"director", "chỉ đạo"}, {"heading", "tiêu đề"},
		{"label", "mục"}, {"lead", "chủ trì"}, {"monitor", "theo dõi"},
		{"product", "sản phẩm"}, {"text", "nội dung"}, {"time", "thời hạn"}};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (strcmp(names[i].field, field) == 0)
			return names[i].vi;
	return field;
}

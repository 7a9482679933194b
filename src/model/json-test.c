/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-test.c: the JSON form of a reading: its shape, the way there and back, and bad input */
#include "arena.h"
#include "error.h"
#include "json-read.h"
#include "json-writer.h"
#include "maxima.h"
#include "time-json.h"

#include <dondoc/dondoc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static char *
to_json(const DdReading *reading)
{
	g_autoptr(GError) error = NULL;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	g_assert_nonnull(out);
	bool good = dd_reading_write_json(reading, out, &error);
	g_assert_no_error(error);
	g_assert_true(good);
	g_assert_cmpint(fclose(out), ==, 0);
	return text;
}

static DdReading *
from_json(const char *text)
{
	g_autoptr(GError) error = NULL;
	DdReading *reading = dd_reading_parse_json(text, strlen(text), &error);
	g_assert_no_error(error);
	g_assert_nonnull(reading);
	return reading;
}

static DdReading *
new_reading(void)
{
	DdReading *reading = g_new0(DdReading, 1);
	reading->arena = dd_arena_new();
	return reading;
}

static const DdSpan some_span = {3, 5, 40, 90};

static DdField
field(const char *value)
{
	return (DdField){.value = value, .rule = "label.lead", .span = some_span, .confidence = 97};
}

static void
fill_task(DdReading *r)
{
	DdTask *task = r->tasks = dd_arena_alloc(r->arena, sizeof(DdTask));
	r->n_tasks = 1;
	*task = (DdTask){.span = some_span,
		.id = "II.3.1",
		.heading = "II.3",
		.text = field("Tham mưu \"Nghị quyết\"\\")};
	task->lead.items = dd_arena_alloc(r->arena, 2 * sizeof(DdField));
	task->lead.items[0] = field("Sở Y tế");
	task->lead.items[1] = field("Sở Tài chính");
	task->lead.n = 2;
	task->time_raw = field("năm 2022; sau đó định kỳ");
	task->time.kind = DD_TIME_STAGED;
	task->time.confidence = 60;
	task->time.stages = dd_arena_alloc(r->arena, sizeof(DdStage));
	task->time.stages[0] = (DdStage){"xây dựng", {2022, 1, 1}, {2022, 12, 31}};
	task->time.n_stages = 1;
	task->indicators = dd_arena_alloc(r->arena, sizeof(DdIndicator));
	task->indicators[0] = (DdIndicator){
		.has_value = true, .value = 80, .unit = "%", .of = "trường THPT", .by = "2030"};
	task->n_indicators = 1;
	task->confidence = 91;
	task->rule = "task.labelled";
}

static void
fill_rest(DdReading *r)
{
	DdCitation *citation = r->citations = dd_arena_alloc(r->arena, sizeof(DdCitation));
	r->n_citations = 1;
	*citation = (DdCitation){.span = {7, 7, 100, 140},
		.raw = "Luật Đầu tư công",
		.type = "Luật",
		.clause = "khoản 2",
		.short_form = true,
		.relation = DD_RELATION_ATTACHED_TO,
		.confidence = 100};
	DdDuty *duty = r->duties = dd_arena_alloc(r->arena, sizeof(DdDuty));
	r->n_duties = 1;
	*duty = (DdDuty){.span = {9, 9, 0, 0},
		.what = DD_DUTY_CONSOLIDATE,
		.due_raw = "trước ngày 10/12 hằng năm",
		.due = {.kind = DD_TIME_ANNUAL, .before = "12-10"}};
	DdSession *sessions = r->sessions = dd_arena_alloc(r->arena, 2 * sizeof(DdSession));
	r->n_sessions = 2;
	sessions[0] = (DdSession){.span = {11, 11, 0, 0},
		.agency = field("UBND xã"),
		.count = 1,
		.day = {2025, 5, 15},
		.hour = 13,
		.minute = 30};
	sessions[1] = (DdSession){.span = {12, 12, 0, 0},
		.agency = field("UBND huyện"),
		.hour = 8,
		.minute = 5,
		.time = {.kind = DD_TIME_FROM, .start = {2025, 8, 1}}};
	static const char *const abbr[] = {"HCTH"};
	DdUnit *unit = r->units = dd_arena_alloc(r->arena, sizeof(DdUnit));
	r->n_units = 1;
	*unit = (DdUnit){.name = "Phòng Hành chính - Tổng hợp",
		.abbr = dd_arena_memdup(r->arena, abbr, sizeof(abbr)),
		.n_abbr = 1,
		.kind = "room",
		.known = true};
	DdAnomaly *anomaly = r->anomalies = dd_arena_alloc(r->arena, sizeof(DdAnomaly));
	r->n_anomalies = 1;
	*anomaly = (DdAnomaly){.span = {1, 1, 0, 0},
		.kind = "number-missing",
		.detail = "no number",
		.detail_vi = "thiếu số"};
	DdElectronicSignature *signature = dd_arena_alloc(r->arena, sizeof(DdElectronicSignature));
	*signature = (DdElectronicSignature){
		.span = {20, 22, 0, 0}, .signed_at = field("2020-05-19T06:40:52+07:00")};
	r->document.signatures = signature;
	r->document.n_signatures = 1;
	r->signatures = dd_arena_alloc(r->arena, 2 * sizeof(DdSignature));
	r->n_signatures = 2;
	r->signatures[0] = (DdSignature){.signer = "Phùng Tô L",
		.organisation = "VĂN PHÒNG",
		.authority = "CA \"G2\"",
		.time = 1731666610,
		.state = DD_SIGNATURE_VALID,
		.trust = DD_TRUST_EXPIRED,
		.time_stamped = true};
	r->signatures[1] = (DdSignature){.state = DD_SIGNATURE_BROKEN, .whole = true};
}

static DdReading *
make_full(void)
{
	DdReading *r = new_reading();
	r->file = "a.txt";
	r->kind = "DOCX";
	r->encoding = "UTF-8";
	r->bom = r->damaged = true;
	r->lines = 22;
	r->document.type = field("Kế hoạch");
	r->document.date_raw = field("ngày 15 tháng 5 năm 2025");
	r->document.date = (DdDay){2025, 5, 15};
	r->document.year = 2025;
	r->document.draft = true;
	r->document.position = field("Phó Giám đốc");
	fill_task(r);
	fill_rest(r);
	return r;
}

static void
test_round_trip(void)
{
	g_autoptr(DdReading) first = make_full();
	g_autofree char *text = to_json(first);
	g_autoptr(DdReading) second = from_json(text);
	g_autofree char *again = to_json(second);
	g_assert_cmpstr(again, ==, text);
	g_assert_cmpstr(second->tasks[0].lead.items[1].value, ==, "Sở Tài chính");
	g_assert_cmpstr(second->tasks[0].lead.items[1].rule, ==, "label.lead");
	g_assert_cmpint(
		memcmp(&second->tasks[0].lead.items[1].span, &some_span, sizeof(DdSpan)), ==, 0);
	g_assert_cmpint(second->tasks[0].time.stages[0].end.day, ==, 31);
	g_assert_cmpint(second->sessions[0].minute, ==, 30);
	g_assert_cmpint(second->sessions[1].hour, ==, 8);
	g_assert_cmpint(second->citations[0].relation, ==, DD_RELATION_ATTACHED_TO);
	g_assert_cmpint(second->citations[0].confidence, ==, 100);
	g_assert_true(second->document.draft);
}

/* What every reader of the result relies on, as it must stand in the text */
static void
test_shape(void)
{
	static const char *const wanted[] = {
		"\"signer\": {\"authority\": null, \"position\": \"Phó Giám đốc\", \"name\": null}",
		"\"due\": {\"kind\": \"annual\", \"before\": \"12-10\"}",
		"\"start\": \"2025-05-15T13:30\"",
		"\"start\": null, \"clock\": \"08:05\"",
		"\"time\": {\"kind\": \"from\", \"start\": \"2025-08-01\", \"end\": null, "
		"\"every\": null, \"event\": null}",
		"\"indicators\": [{\"value\": 80, \"unit\": \"%\", \"of\": \"trường THPT\", "
		"\"by\": \"2030\"}]",
		"\"lead\": [\"Sở Y tế\", \"Sở Tài chính\"]",
		"\"text\": \"Tham mưu \\\"Nghị quyết\\\"\\\\\"",
		"\"status\": \"draft\"",
		"\"line_start\": 3",
		"\"line_end\": 5",
		"\"targets\": []",
		"\"stages\": [{\"what\": \"xây dựng\", \"start\": \"2022-01-01\", \"end\": "
		"\"2022-12-31\"}]",
	};
	g_autoptr(DdReading) reading = make_full();
	g_autofree char *text = to_json(reading);
	for (size_t i = 0; i < G_N_ELEMENTS(wanted); i++)
		if (strstr(text, wanted[i]) == NULL)
			g_error("%s is not in %s", wanted[i], text);
	g_assert_null(strstr(text, "\"monitor\""));
	g_assert_null(strstr(text, "\"funding\""));
}

static void
test_empty(void)
{
	g_autoptr(DdReading) empty = new_reading();
	g_autofree char *text = to_json(empty);
	g_autoptr(DdReading) back = from_json(text);
	g_autofree char *again = to_json(back);
	g_assert_cmpstr(again, ==, text);
	g_autoptr(DdReading) bare = from_json("{}");
	g_assert_cmpuint(bare->n_tasks, ==, 0);
}

static void
test_every(void)
{
	static const struct {
		const char *every[2];
		size_t n;
		const char *wanted;
	} cases[] = {
		{{NULL}, 0, "\"every\": null"},
		{{"year"}, 1, "\"every\": \"year\""},
		{{"half-year"}, 1, "\"every\": \"half-year\""},
		{{"3 năm"}, 1, "\"every\": [\"3 năm\"]"},
		{{"quarter", "year"}, 2, "\"every\": [\"quarter\", \"year\"]"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(DdReading) reading = new_reading();
		reading->tasks = dd_arena_alloc(reading->arena, sizeof(DdTask));
		reading->n_tasks = 1;
		reading->tasks[0].time.kind = DD_TIME_PERIODIC;
		reading->tasks[0].time.every = dd_arena_memdup(
			reading->arena, cases[i].every, cases[i].n * sizeof(cases[i].every[0]));
		reading->tasks[0].time.n_every = (uint32_t)cases[i].n;
		g_autofree char *text = to_json(reading);
		g_assert_nonnull(strstr(text, cases[i].wanted));
		g_autoptr(DdReading) back = from_json(text);
		g_autofree char *again = to_json(back);
		g_assert_cmpstr(again, ==, text);
	}
}

static char *
write_one(const char *string, double number)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	DdJsonWriter w;
	dd_json_init(&w, out);
	dd_json_open(&w, NULL, '[', true);
	if (string != NULL)
		dd_json_string(&w, NULL, string);
	else
		dd_json_double(&w, NULL, number);
	dd_json_close(&w, ']');
	g_assert_true(dd_json_finish(&w, NULL));
	g_assert_cmpint(fclose(out), ==, 0);
	return text;
}

static void
test_values(void)
{
	static const struct {
		const char *string;
		double number;
		const char *wanted;
	} cases[] = {
		{"", 0, "[\"\"]\n"},
		{"a\nb\t\x01\x7f", 0, "[\"a\\nb\\t\\u0001\\u007f\"]\n"},
		{"12345678\"12345678\\", 0, "[\"12345678\\\"12345678\\\\\"]\n"},
		{"Đôn đốc thực hiện!", 0, "[\"Đôn đốc thực hiện!\"]\n"},
		{NULL, 80, "[80]\n"},
		{NULL, -0.0, "[0]\n"},
		{NULL, 0.1, "[0.1]\n"},
		{NULL, 12.5, "[12.5]\n"},
		{NULL, 1e300, "[1e+300]\n"},
		{NULL, 0.1 + 0.2, "[0.30000000000000004]\n"},
		{NULL, HUGE_VAL, "[null]\n"},
		{NULL, -3, "[-3]\n"},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *text = write_one(cases[i].string, cases[i].number);
		g_assert_cmpstr(text, ==, cases[i].wanted);
	}
}

/* Strings around the buffer's end, with an escape at every place of a word of eight bytes */
static void
test_long_strings(void)
{
	for (size_t len = DD_JSON_BUFFER - 20; len < DD_JSON_BUFFER + 20; len++) {
		g_autofree char *string = g_malloc(len + 1);
		memset(string, 'x', len);
		string[len] = '\0';
		string[len - 1 - len % 16] = '"';
		g_autofree char *text = write_one(string, 0);
		g_assert_cmpuint(strlen(text), ==, len + 6);
		g_assert_true(g_str_has_prefix(text + 2 + (len - 1 - len % 16), "\\\""));
	}
}

static void
test_bad_input(void)
{
	static const struct {
		const char *text, *message;
	} cases[] = {
		{"", "line 1"},
		{"[]", "no object"},
		{"{\"file\": 1}", "\"file\""},
		{"{\"file\": \"a\\u0000b\"}", "line 1"},
		{"{\"file\": \"\xff\"}", "line 1"},
		{"{\"file\": \"a\", \"file\": \"b\"}", "duplicate"},
		{"{\"lines\": -1}", "\"lines\""},
		{"{\"lines\": 4294967296}", "\"lines\""},
		{"{\"lines\": 1.5}", "\"lines\""},
		{"{\"tasks\": {}}", "\"tasks\""},
		{"{\"signatures\": [{\"state\": \"good\"}]}", "\"state\""},
		{"{\"signatures\": [{\"trust\": 1}]}", "\"trust\""},
		{"{\"signatures\": [{\"time\": \"2024-03-18T08:41:31Z\"}]}", "\"time\""},
		{"{\"tasks\": [1]}", "\"tasks\""},
		{"{\"tasks\": [{\"lead\": [null]}]}", "\"lead\""},
		{"{\"tasks\": [{\"time\": {\"kind\": \"never\"}}]}", "\"kind\""},
		{"{\"tasks\": [{\"time\": {}}]}", "\"kind\""},
		{"{\"tasks\": [{\"time\": {\"kind\": \"year\", \"start\": \"2024-13-01\"}}]}",
			"\"start\""},
		{"{\"tasks\": [{\"time\": {\"kind\": \"year\", \"start\": \"2024-1-011\"}}]}",
			"\"start\""},
		{"{\"tasks\": [{\"confidence\": 1.5}]}", "\"confidence\""},
		{"{\"tasks\": [{\"offsets\": [1]}]}", "\"offsets\""},
		{"{\"tasks\": [{\"lead\": [\"a\"], \"spans\": {\"lead\": [1]}}]}", "\"lead\""},
		{"{\"document\": {\"status\": \"maybe\"}}", "\"status\""},
		{"{\"document\": {\"year\": 99999}}", "\"year\""},
		{"{\"duties\": [{}]}", "\"what\""},
		{"{\"sessions\": [{\"start\": \"2025-05-15T25:00\"}]}", "\"start\""},
		{"{\"sessions\": [{\"clock\": \"8h\"}]}", "\"clock\""},
		{"{\"targets\": [{\"value\": \"80\"}]}", "\"value\""},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdReading) reading = dd_reading_parse_json(
			cases[i].text, strlen(cases[i].text), &error);
		g_assert_null(reading);
		g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		if (strstr(error->message, cases[i].message) == NULL)
			g_error("%s: %s", cases[i].text, error->message);
	}
}

static void
test_too_large(void)
{
	g_autoptr(GError) error = NULL;
	size_t len = (size_t)DD_MAX_READING_BYTES + 1;
	g_autofree char *text = g_malloc0(len);
	g_assert_null(dd_reading_parse_json(text, len, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
	g_clear_error(&error);
	/* Depth is bounded by the parser. */
	memset(text, '[', 1 << 20);
	g_assert_null(dd_reading_parse_json(text, 1 << 20, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
}

static void
test_full_disk(void)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdReading) reading = make_full();
	FILE *out = fopen("/dev/full", "we");
	if (out == NULL) {
		g_test_skip("no /dev/full");
		return;
	}
	setvbuf(out, NULL, _IONBF, 0);
	g_assert_false(dd_reading_write_json(reading, out, &error));
	g_assert_error(error, DD_ERROR, DD_ERROR_IO);
	fclose(out);
}

static void
test_speed(void)
{
	if (!g_test_perf())
		return;
	GString *string = g_string_new(NULL);
	while (string->len < 1000)
		g_string_append(string,
			"Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành liên quan. ");
	FILE *out = fopen("/dev/null", "we");
	g_assert_nonnull(out);
	DdJsonWriter w;
	dd_json_init(&w, out);
	dd_json_open(&w, NULL, '[', true);
	g_test_timer_start();
	for (unsigned i = 0; i < 200000; i++)
		dd_json_string(&w, NULL, string->str);
	double seconds = g_test_timer_elapsed();
	dd_json_close(&w, ']');
	g_assert_true(dd_json_finish(&w, NULL));
	double rate = (double)string->len * 200000 / seconds / 1e6;
	g_test_maximized_result(rate, "%.0f MB/s of strings written", rate);
	fclose(out);
	g_string_free(string, TRUE);
}

/* A time by itself says the same as in a reading, and comes back. */
static void
test_time(void)
{
	g_autoptr(DdReading) reading = make_full();
	g_autofree char *text = dd_time_to_json(&reading->tasks[0].time);
	g_autoptr(DdArena) arena = dd_arena_new();
	g_autoptr(GError) error = NULL;
	DdTime time = {0};
	g_assert_true(dd_time_parse_json(text, arena, &time, &error));
	g_assert_no_error(error);
	g_assert_cmpuint(time.n_stages, ==, reading->tasks[0].time.n_stages);
	g_assert_cmpint(time.stages[0].end.day, ==, 31);
	g_autofree char *again = dd_time_to_json(&time);
	g_assert_cmpstr(again, ==, text);
	static const char *const broken[] = {
		"", "[]", "{}", "{\"kind\": \"never\"}", "{\"kind\": \"none\", \"start\": 5}"};
	for (size_t i = 0; i < G_N_ELEMENTS(broken); i++) {
		g_autoptr(GError) wrong = NULL;
		g_assert_false(dd_time_parse_json(broken[i], arena, &time, &wrong));
		g_assert_error(wrong, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
	g_assert_cmpuint(time.n_stages, ==, reading->tasks[0].time.n_stages);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/json/round-trip", test_round_trip);
	g_test_add_func("/json/shape", test_shape);
	g_test_add_func("/json/empty", test_empty);
	g_test_add_func("/json/every", test_every);
	g_test_add_func("/json/values", test_values);
	g_test_add_func("/json/long-strings", test_long_strings);
	g_test_add_func("/json/bad-input", test_bad_input);
	g_test_add_func("/json/too-large", test_too_large);
	g_test_add_func("/json/full-disk", test_full_disk);
	g_test_add_func("/json/time", test_time);
	g_test_add_func("/json/speed", test_speed);
	return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * metamorphic-test.c: the reading of a sample stays the same in every dress of its text; it points to where
 * things stand; damage costs few tasks. usage: metamorphic-test FOLDER-OF-SAMPLES
 */
#include "encode-test-support.h"
#include "signature.h"
#include "transform.h"

#include <dondoc/dondoc.h>
#include <locale.h>
#include <string.h>

typedef struct {
	const char *name;
	DdTransform change;
	int number;
	bool plain; /* compared by letters and digits alone: the encoding lacks capitals or signs */
	bool no_table; /* not for samples with a table, whose lines mean something */
} Dress;

static const Dress dresses[] = {
	{"nfd", dd_transform_decompose, DD_TEST_MARKS_NFD, false, false},
	{"tone-last", dd_transform_decompose, DD_TEST_MARKS_TONE_LAST, false, false},
	{"tone-first", dd_transform_decompose, DD_TEST_MARKS_TONE_FIRST, false, false},
	{"crlf", dd_transform_line_ends, 0, false, false},
	{"cr", dd_transform_line_ends, 1, false, false},
	{"byte-order-mark", dd_transform_mark, 0, false, false},
	{"blank-lines-doubled", dd_transform_blank_lines, 2, false, false},
	{"blank-lines-fourfold", dd_transform_blank_lines, 4, false, false},
	{"odd-blanks", dd_transform_spaces, 0, false, true},
	{"justified", dd_transform_spaces, 1, false, true},
	{"utf16le", dd_transform_encode, DD_ENCODING_UTF16LE, false, false},
	{"utf16be", dd_transform_encode, DD_ENCODING_UTF16BE, false, false},
	{"tcvn3", dd_transform_encode, DD_ENCODING_TCVN3, true, false},
	{"tcvn1", dd_transform_encode, DD_ENCODING_TCVN1, true, false},
	{"vni", dd_transform_encode, DD_ENCODING_VNI, true, false},
	{"viscii", dd_transform_encode, DD_ENCODING_VISCII, true, false},
	{"cp1258", dd_transform_encode, DD_ENCODING_CP1258, true, false},
	{"wrap-110", dd_transform_wrap, 110, false, true},
	{"wrap-100", dd_transform_wrap, 100, false, true},
	{"wrap-92", dd_transform_wrap, 92, false, true},
	{"wrap-84", dd_transform_wrap, 84, false, true},
	{"wrap-80", dd_transform_wrap, 80, false, true},
	{"wrap-76", dd_transform_wrap, 76, false, true},
	{"wrap-72", dd_transform_wrap, 72, false, true},
	{"wrap-68", dd_transform_wrap, 68, false, true},
	{"wrap-64", dd_transform_wrap, 64, false, true},
	{"wrap-60", dd_transform_wrap, 60, false, true},
};

typedef struct {
	char *name;  /* without ".txt" */
	char *text;  /* as it lies there */
	char *lines; /* with '\n' line ends, for the transforms */
	DdReading *reading;
	char *signature, *plain;
	bool table;
	bool ruled; /* with lines of U+2500, which no old encoding has */
} Sample;

typedef struct {
	const Sample *sample;
	const Dress *dress;
	const DdReader *reader;
} Case;

static void
sample_free(void *data)
{
	Sample *sample = data;
	g_free(sample->name);
	g_free(sample->text);
	g_free(sample->lines);
	g_free(sample->signature);
	g_free(sample->plain);
	dd_reading_free(sample->reading);
	g_free(sample);
}

/* Returns: (transfer full) the reading; an empty one, and the test has failed, where there is none */
static DdReading *
read_bytes(const DdReader *reader, GByteArray *bytes)
{
	g_autoptr(GError) error = NULL;
	DdReading *reading = dd_reader_read(reader, bytes, "sample.txt", &error);
	if (reading != NULL)
		return reading;
	g_test_message("%s", error->message);
	g_test_fail();
	return g_new0(DdReading, 1);
}

static Sample *
sample_new(const DdReader *reader, const char *folder, const char *file)
{
	g_autoptr(GError) error = NULL;
	Sample *sample = g_new0(Sample, 1);
	g_autofree char *path = g_build_filename(folder, file, NULL);
	sample->name = g_strndup(file, strlen(file) - strlen(".txt"));
	g_file_get_contents(path, &sample->text, NULL, &error);
	g_assert_no_error(error);
	g_autoptr(GString) plain = g_string_new(sample->text);
	g_string_replace(plain, "\r\n", "\n", 0);
	sample->lines = g_strdup(plain->str);
	sample->reading = read_bytes(reader, dd_transform_none(sample->text, 0));
	sample->signature = dd_signature_new(sample->reading, false);
	sample->plain = dd_signature_new(sample->reading, true);
	sample->table = strpbrk(sample->text, "|\t") != NULL;
	sample->ruled = strstr(sample->text, "\xe2\x94") != NULL;
	return sample;
}

static void
test_dress(const void *data)
{
	const Case *row = data;
	const Sample *sample = row->sample;
	GByteArray *bytes = row->dress->change(sample->lines, row->dress->number);
	g_autoptr(DdReading) reading = read_bytes(row->reader, bytes);
	g_autofree char *found = dd_signature_new(reading, row->dress->plain);
	const char *wanted = row->dress->plain ? sample->plain : sample->signature;
	if (strcmp(found, wanted) == 0)
		return;
	dd_signature_tell(wanted, found);
	g_test_fail();
}

/* Returns: TRUE when the words of @value stand in @source in their order; both are folded */
static bool
holds_words(const char *source, const char *value)
{
	g_auto(GStrv) words = g_strsplit(value, " ", -1);
	for (size_t i = 0; words[i] != NULL; i++) {
		source = strstr(source, words[i]);
		if (source == NULL)
			return false;
		source += strlen(words[i]);
	}
	return true;
}

/* @quote: NULL where the value is not a quotation (an abbreviation spelled out, a heading's unit) */
static void
check_span(const Sample *sample, const char *what, const DdSpan *span, const char *quote)
{
	size_t len = strlen(sample->text);
	if (span->end == 0 && span->line == 0)
		return;
	if (span->start > span->end || span->end > len) {
		g_test_message("%s: bytes %u to %u of %zu", what, span->start, span->end, len);
		g_test_fail();
		return;
	}
	const char *start = sample->text + span->start;
	const char *end = sample->text + span->end;
	unsigned line = 1;
	for (const char *at = sample->text; at < start; at++)
		line += *at == '\n';
	bool split = ((unsigned char)*start & 0xc0) == 0x80 || ((unsigned char)*end & 0xc0) == 0x80;
	if (split || line != span->line) {
		g_test_message("%s: line %u, but byte %u is in line %u%s", what, span->line,
			span->start, line, split ? ", within a letter" : "");
		g_test_fail();
		return;
	}
	/* of a broken scan the restored text is told */
	if (quote == NULL || sample->reading->damaged)
		return;
	g_autofree char *part = g_strndup(start, span->end - span->start);
	g_autofree char *source = dd_signature_fold(part);
	g_autofree char *value = dd_signature_fold(quote);
	if (!holds_words(source, value)) {
		g_test_message("%s: \"%s\" is not in line %u: \"%s\"", what, quote, span->line, source);
		g_test_fail();
	}
}

static void
check_field(const Sample *sample, const char *what, const DdField *field, bool quoted)
{
	if (field->value != NULL)
		check_span(sample, what, &field->span, quoted ? field->value : NULL);
}

static void
check_list(const Sample *sample, const char *what, const DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		check_field(sample, what, &list->items[i], false);
}

static void
check_task(const Sample *sample, const DdTask *task)
{
	check_span(sample, "task", &task->span, task->text.value);
	check_field(sample, "task.text", &task->text, true);
	check_field(sample, "task.time_raw", &task->time_raw, true);
	check_field(sample, "task.product", &task->product, true);
	if (task->solution != NULL)
		check_field(sample, "task.solution", task->solution, true);
	if (task->funding != NULL)
		check_field(sample, "task.funding", task->funding, true);
	check_list(sample, "task.lead", &task->lead);
	check_list(sample, "task.coordinate", &task->coordinate);
	check_list(sample, "task.director", &task->director);
	check_list(sample, "task.monitor", &task->monitor);
	for (size_t i = 0; i < task->n_indicators; i++)
		check_span(sample, "task.indicator", &task->indicators[i].span, NULL);
}

static void
check_header(const Sample *sample, const DdDocumentHeader *document)
{
	check_field(sample, "type", &document->type, true);
	check_field(sample, "number", &document->number, true);
	check_field(sample, "issuer", &document->issuer, false);
	check_field(sample, "superior", &document->superior, false);
	check_field(sample, "place", &document->place, true);
	check_field(sample, "date", &document->date_raw, true);
	check_field(sample, "title", &document->title, true);
	check_field(sample, "position", &document->position, false);
	check_field(sample, "signer", &document->signer, true);
	for (size_t i = 0; i < document->recipients.n; i++)
		check_field(sample, "recipient", &document->recipients.items[i], true);
}

/* Whatever is told can be shown in the file as it was given. */
static void
test_spans(const void *data)
{
	const Sample *sample = ((const Case *)data)->sample;
	const DdReading *reading = sample->reading;
	check_header(sample, &reading->document);
	for (size_t i = 0; i < reading->n_tasks; i++)
		check_task(sample, &reading->tasks[i]);
	for (size_t i = 0; i < reading->n_citations; i++)
		check_span(sample, "citation", &reading->citations[i].span, reading->citations[i].raw);
	for (size_t i = 0; i < reading->n_headings; i++)
		check_span(sample, "heading", &reading->headings[i].span, reading->headings[i].text);
	for (size_t i = 0; i < reading->n_duties; i++)
		check_span(sample, "duty", &reading->duties[i].span, NULL);
	for (size_t i = 0; i < reading->n_targets; i++)
		check_span(sample, "target", &reading->targets[i].span, reading->targets[i].text);
	for (size_t i = 0; i < reading->n_sessions; i++)
		check_span(sample, "session", &reading->sessions[i].span,
			reading->sessions[i].start_raw);
	for (size_t i = 0; i < reading->n_units; i++)
		check_span(sample, "unit", &reading->units[i].span, NULL);
	for (size_t i = 0; i < reading->n_people; i++)
		check_span(sample, "person", &reading->people[i].span, reading->people[i].name);
	for (size_t i = 0; i < reading->n_anomalies; i++)
		check_span(sample, "anomaly", &reading->anomalies[i].span, NULL);
}

#define ALIKE 0.7 /* from so much on two texts are the same task */

/* Returns: share of the tasks of @clean that @found has as well, each for one; 1 without tasks */
static double
measure_recall(const DdReading *clean, const DdReading *found)
{
	size_t hits = 0;
	g_autofree bool *used = g_new0(bool, found->n_tasks + 1);
	for (size_t i = 0; i < clean->n_tasks; i++) {
		const DdTask *task = &clean->tasks[i];
		g_autofree char *text = dd_signature_fold(task->text.value);
		for (size_t k = 0; k < found->n_tasks; k++) {
			const DdTask *other = &found->tasks[k];
			if (used[k] || other->span.line_end < task->span.line ||
				other->span.line > task->span.line_end)
				continue;
			g_autofree char *other_text = dd_signature_fold(other->text.value);
			if (dd_signature_compare(text, other_text) < ALIKE)
				continue;
			used[k] = true;
			hits++;
			break;
		}
	}
	return clean->n_tasks > 0 ? (double)hits / (double)clean->n_tasks : 1;
}

typedef struct {
	GPtrArray *samples;
	const DdReader *reader;
	int per_mille;
	double floor;
} Damage;

#define SEEDS 5

/* The mean over samples and seeds; one sample may do worse, and is named. */
static void
test_damage(const void *data)
{
	const Damage *damage = data;
	double sum = 0;
	unsigned n = 0;
	for (guint i = 0; i < damage->samples->len; i++) {
		const Sample *sample = damage->samples->pdata[i];
		double recall = 0;
		if (sample->reading->n_tasks == 0)
			continue;
		for (guint32 seed = 1; seed <= SEEDS; seed++) {
			GByteArray *bytes = dd_transform_damage(
				sample->lines, damage->per_mille, seed + 100 * i);
			g_autoptr(DdReading) reading = read_bytes(damage->reader, bytes);
			recall += measure_recall(sample->reading, reading);
		}
		sum += recall;
		n += SEEDS;
		if (recall / SEEDS < damage->floor)
			g_test_message("%s: %.3f of %zu tasks", sample->name, recall / SEEDS,
				sample->reading->n_tasks);
	}
	double mean = n > 0 ? sum / n : 1;
	g_test_message("recall %.4f with %d of 1000 letters damaged, wanted %.2f", mean,
		damage->per_mille, damage->floor);
	g_assert_cmpfloat(mean, >, damage->floor);
}

static int
compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
load_samples(const DdReader *reader, const char *folder)
{
	g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	GPtrArray *samples = g_ptr_array_new_with_free_func(sample_free);
	g_assert_nonnull(dir);
	for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir))
		if (g_str_has_suffix(name, ".txt"))
			g_ptr_array_add(names, g_strdup(name));
	g_ptr_array_sort(names, compare_names);
	for (guint i = 0; i < names->len; i++)
		g_ptr_array_add(samples, sample_new(reader, folder, names->pdata[i]));
	return samples;
}

static void
add_case(GTestDataFunc test, const char *name, const Case *row)
{
	g_autofree char *path = g_strdup_printf("/metamorphic/%s/%s", row->sample->name, name);
	g_test_add_data_func_full(path, g_memdup2(row, sizeof(*row)), test, g_free);
}

static void
add_cases(const Sample *sample, const DdReader *reader)
{
	Case row = {sample, NULL, reader};
	add_case(test_spans, "spans", &row);
	for (size_t i = 0; i < G_N_ELEMENTS(dresses); i++) {
		row.dress = &dresses[i];
		bool able = dresses[i].plain ? !sample->ruled : !dresses[i].no_table || !sample->table;
		if (able)
			add_case(test_dress, dresses[i].name, &row);
	}
}

int
main(int argc, char **argv)
{
	setlocale(LC_CTYPE, "C.UTF-8"); /* for the messages of failures */
	g_test_init(&argc, &argv, NULL);
	g_test_set_nonfatal_assertions();
	g_assert_cmpint(argc, ==, 2);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	g_autoptr(GPtrArray) samples = load_samples(reader, argv[1]);
	for (guint i = 0; i < samples->len; i++)
		add_cases(samples->pdata[i], reader);
	const Damage one = {samples, reader, 10, 0.98};
	const Damage three = {samples, reader, 30, 0.94};
	g_test_add_data_func("/metamorphic/damage/1-percent", &one, test_damage);
	g_test_add_data_func("/metamorphic/damage/3-percent", &three, test_damage);
	return g_test_run();
}

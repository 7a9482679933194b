/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signatures-test.c: readings of Documents that are signed */
#include "signatures.h"

#include "document-builder.h"
#include "document-read.h"

#define FIRST 1731666610 /* 15/11/2024 17:30 in Vietnam */
#define NIGHT 1731690000 /* 16/11/2024 00:00 */

static const DdSignature valid = {.signer = "Nguyễn Văn Thử",
	.organisation = "Sở Thử nghiệm",
	.time = FIRST,
	.state = DD_SIGNATURE_VALID,
	.whole = true};

/* Reads a plan dated @date with the @n signatures @signatures */
static DdReading *
read_signed(const char *date, bool recognised, const DdSignature *signatures, size_t n)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	const char *const lines[] = {"ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "Số: /KH-UBND", date,
		"KẾ HOẠCH", "Triển khai công tác thử nghiệm",
		"1. Sở Tài chính chủ trì rà soát các quỹ."};
	for (size_t i = 0; i < G_N_ELEMENTS(lines); i++)
		g_assert_true(dd_document_builder_add_paragraph(
			builder, &(DdParagraph){.text = lines[i]}, NULL));
	for (size_t i = 0; i < n; i++)
		g_assert_true(dd_document_builder_add_signature(builder, &signatures[i], NULL));
	if (recognised)
		dd_document_builder_add_note(builder, DD_NOTE_RECOGNISED);
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, NULL);
	g_autoptr(DdReader) reader = dd_reader_new(NULL, NULL);
	DdReading *reading = dd_reader_read_document(reader, document, "a.pdf", &error);
	g_assert_no_error(error);
	return reading;
}

static const DdAnomaly *
find_remark(const DdReading *reading, const char *kind)
{
	for (size_t i = 0; i < reading->n_anomalies; i++)
		if (g_strcmp0(reading->anomalies[i].kind, kind) == 0)
			return &reading->anomalies[i];
	return NULL;
}

static void
assert_date(const DdReading *reading, int year, int month, int day)
{
	g_assert_cmpint(reading->document.date.year, ==, year);
	g_assert_cmpint(reading->document.date.month, ==, month);
	g_assert_cmpint(reading->document.date.day, ==, day);
}

static void
test_blank_day(void)
{
	const DdSignature both[] = {{.time = NIGHT, .state = DD_SIGNATURE_VALID, .whole = true}, valid};
	g_autoptr(DdReading)
		reading = read_signed("Quảng Ngãi, ngày     tháng 11 năm 2024", false, both, 2);
	assert_date(reading, 2024, 11, 15);
	g_assert_cmpstr(reading->document.date_raw.rule, ==, "signature-day");
	g_assert_cmpint(reading->document.date_raw.confidence, <, DD_CONFIDENCE_SURE);
	g_assert_null(reading->document.number.value);
	g_autoptr(DdReading)
		night = read_signed("Quảng Ngãi, ngày     tháng 11 năm 2024", false, both, 1);
	assert_date(night, 2024, 11, 16);
	/* what does not hold, or is of another year, dates nothing */
	DdSignature broken = valid;
	broken.state = DD_SIGNATURE_BROKEN;
	g_autoptr(DdReading)
		none = read_signed("Quảng Ngãi, ngày     tháng 11 năm 2024", false, &broken, 1);
	g_assert_cmpint(none->document.date.year, ==, 0);
	g_autoptr(DdReading)
		other = read_signed("Quảng Ngãi, ngày     tháng 11 năm 2022", false, &valid, 1);
	g_assert_cmpint(other->document.date.year, ==, 0);
}

static void
test_written_day(void)
{
	g_autoptr(DdReading)
		text = read_signed("Quảng Ngãi, ngày 12 tháng 11 năm 2024", false, &valid, 1);
	assert_date(text, 2024, 11, 12);
	g_autoptr(DdReading)
		scan = read_signed("Quảng Ngãi, ngày 12 tháng 11 năm 2024", true, &valid, 1);
	assert_date(scan, 2024, 11, 15);
	g_assert_cmpstr(scan->document.date_raw.rule, ==, "signature-day");
	g_assert_cmpint(scan->document.date_raw.confidence, >=, DD_CONFIDENCE_SURE);
	g_assert_nonnull(strstr(scan->document.date_raw.value, "12"));
	g_autoptr(DdReading)
		month = read_signed("Quảng Ngãi, ngày 12 tháng 9 năm 2024", true, &valid, 1);
	assert_date(month, 2024, 9, 12);
}

static void
test_remarks(void)
{
	DdSignature two[] = {valid, valid};
	two[0].whole = false;
	g_autoptr(DdReading)
		good = read_signed("Quảng Ngãi, ngày 15 tháng 11 năm 2024", false, two, 2);
	g_assert_cmpuint(good->n_signatures, ==, 2);
	g_assert_cmpstr(good->signatures[1].organisation, ==, "Sở Thử nghiệm");
	g_assert_null(find_remark(good, "signature-broken"));
	g_assert_null(find_remark(good, "changed-after-signing"));
	two[1].whole = false;
	g_autoptr(DdReading)
		added = read_signed("Quảng Ngãi, ngày 15 tháng 11 năm 2024", false, two, 2);
	g_assert_nonnull(find_remark(added, "changed-after-signing"));
	two[0].state = DD_SIGNATURE_BROKEN;
	two[1].whole = true;
	g_autoptr(DdReading) bad = read_signed("Quảng Ngãi, ngày 15 tháng 11 năm 2024", false, two, 2);
	const DdAnomaly *remark = find_remark(bad, "signature-broken");
	g_assert_nonnull(remark);
	g_assert_nonnull(strstr(remark->detail_vi, "Nguyễn Văn Thử"));
	g_assert_null(find_remark(bad, "changed-after-signing"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/signatures/blank-day", test_blank_day);
	g_test_add_func("/signatures/written-day", test_written_day);
	g_test_add_func("/signatures/remarks", test_remarks);
	return g_test_run();
}

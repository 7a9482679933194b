/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * signatures.c: who signs last in an office writes number and day by hand, on paper; the first to sign the file is who leads the
 * office, on that very day. Later ones are the registry's and the gazette's.
 */
#include "signatures.h"

#include <string.h>

#include "arena.h"
#include "instant.h"

/*
 * A document is signed on its day, save where the registry waited a night; so the day of a signature is a good guess where
 * nothing can be read, and more where the pages at least show the same month
 */
#define CONFIDENCE_GUESS 70
#define CONFIDENCE_MONTH 85
#define SIGNATURE_DAY "signature-day"
#define STAMP_DAY "signing-stamp-day"
#define DATE_LEN 10 /* YYYY-MM-DD */

typedef struct {
	DdDay day;
	const char *rule;
} Signed;

static bool
holds(const DdSignature *signature)
{
	return signature->state == DD_SIGNATURE_VALID && signature->time > 0;
}

/* Finds the day of the earliest signature that holds */
static Signed
find_signature(const DdReading *reading)
{
	int64_t earliest = 0;
	for (size_t i = 0; i < reading->n_signatures; i++) {
		const DdSignature *signature = &reading->signatures[i];
		if (holds(signature) && (earliest == 0 || signature->time < earliest))
			earliest = signature->time;
	}
	return (Signed){earliest > 0 ? dd_instant_day(earliest, DD_ZONE_VIETNAM, NULL) : DD_DATE_NONE,
		SIGNATURE_DAY};
}

/* Reads the day that a stamp of the text tells, "2020-05-19T06:40:52+07:00" */
static DdDay
read_stamp(const char *signed_at)
{
	int value[3] = {0};
	unsigned n = 0;
	for (size_t i = 0; signed_at != NULL && i < DATE_LEN && signed_at[i] != '\0'; i++) {
		if (g_ascii_isdigit(signed_at[i]))
			value[n] = 10 * value[n] + (signed_at[i] - '0');
		else if (signed_at[i] != '-' || ++n == G_N_ELEMENTS(value))
			return DD_DATE_NONE;
	}
	return dd_date_make(value[0], value[1], value[2]);
}

/* Finds the day of the earliest signing stamp that the pages show */
static Signed
find_stamp(const DdReading *reading)
{
	Signed found = {DD_DATE_NONE, STAMP_DAY};
	for (size_t i = 0; i < reading->document.n_signatures; i++) {
		DdDay day = read_stamp(reading->document.signatures[i].signed_at.value);
		if (dd_date_is_set(day) &&
			(!dd_date_is_set(found.day) || dd_date_compare(day, found.day) < 0))
			found.day = day;
	}
	return found;
}

/* Dates the document by @by, where its own words leave that open */
static void
date_by(DdDocumentHeader *header, const Signed *by, bool recognised)
{
	bool dated = dd_date_is_set(header->date);
	bool sure = header->date_raw.confidence >= DD_CONFIDENCE_SURE;
	bool month = dated && header->date.year == by->day.year && header->date.month == by->day.month;
	if (dated && month && header->date.day == by->day.day)
		return; /* both say the same */
	/* a year that the document tells otherwise is no slip of a pen */
	if (header->year != 0 && header->year != by->day.year)
		return;
	if (dated && (!recognised || (sure && !month)))
		return;
	header->date = by->day;
	header->year = by->day.year;
	header->date_raw.rule = by->rule;
	header->date_raw.confidence = month ? CONFIDENCE_MONTH : CONFIDENCE_GUESS;
}

static const char *
keep(DdReading *reading, const char *text)
{
	return text != NULL ? dd_arena_strdup(reading->arena, text) : NULL;
}

bool
dd_signatures_dated(const DdDocumentHeader *header)
{
	const char *rule = header->date_raw.rule;
	return rule != NULL && (strcmp(rule, SIGNATURE_DAY) == 0 || strcmp(rule, STAMP_DAY) == 0);
}

void
dd_signatures_read(DdReading *reading, const DdDocument *document)
{
	size_t n = 0;
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	if (n > 0) {
		reading->signatures = dd_arena_memdup(
			reading->arena, signatures, n * sizeof(*signatures));
		reading->n_signatures = n;
	}
	for (size_t i = 0; i < n; i++) {
		DdSignature *copy = &reading->signatures[i];
		copy->signer = keep(reading, copy->signer);
		copy->organisation = keep(reading, copy->organisation);
		copy->authority = keep(reading, copy->authority);
	}
	bool recognised = dd_document_has_note(document, DD_NOTE_RECOGNISED);
	Signed by = find_signature(reading);
	if (!dd_date_is_set(by.day) && recognised)
		by = find_stamp(reading);
	if (dd_date_is_set(by.day))
		date_by(&reading->document, &by, recognised);
}

/* Makes one remark on signature @i */
static DdAnomaly
make_remark(const DdReading *reading, const char *kind, size_t i, const char *detail,
	const char *detail_vi)
{
	const char *signer = reading->signatures[i].signer;
	g_autofree char *english = g_strdup_printf("signature %zu (%s): %s", i + 1,
		signer != NULL ? signer : "unknown signer", detail);
	g_autofree char *vietnamese = g_strdup_printf("chữ ký số thứ %zu (%s): %s", i + 1,
		signer != NULL ? signer : "chưa rõ người ký", detail_vi);
	return (DdAnomaly){.span = {.line = 1, .line_end = 1},
		.kind = kind,
		.detail = dd_arena_strdup(reading->arena, english),
		.detail_vi = dd_arena_strdup(reading->arena, vietnamese)};
}

size_t
dd_signatures_remark(const DdReading *reading, DdAnomaly *out, size_t max)
{
	size_t n = 0, last = reading->n_signatures;
	for (size_t i = 0; i < last && n < max; i++)
		if (reading->signatures[i].state == DD_SIGNATURE_BROKEN)
			out[n++] = make_remark(reading, "signature-broken",
				i, "does not hold; what was signed was changed, or it is none; get the file anew",
				"không hợp lệ: nội dung đã ký bị sửa hoặc chữ ký hỏng; hãy xin lại "
				"tệp gốc");
	if (last > 0 && n < max && reading->signatures[last - 1].state != DD_SIGNATURE_BROKEN &&
		!reading->signatures[last - 1].whole)
		out[n++] = make_remark(reading, "changed-after-signing", last - 1,
			"the file was added to afterwards; what was added is not signed",
			"sau đó tệp được ghi thêm; phần ghi thêm không được ký");
	return n;
}

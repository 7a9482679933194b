/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head.h"

#include <string.h>

#include "date.h"
#include "head-private.h"

#define ISSUER_BYTES 12000u /* of the body, in which an office without letterhead names itself */
#define TYPE_BYTES 2000u    /* of a text without head, in which an office says what it issues */
#define WINDOW 260u
#define LEAST_RESTORED 75 /* confidence under which the letters of a bad scan are kept */
#define YEAR_BYTES 6000u

/* No name: "UBND ngày 4/11/2021 … về việc", "Bộ Y tế tại Tờ trình …" */
static bool
is_office(const DdHeadLine *line, uint32_t from, uint32_t to)
{
	static const char *const others[] = {" ve viec", " theo ", " da ", " ngay ", " so ",
		" duoc ", " tai ", " cua ", " chu tri", " phoi hop"};
	if (to - from > 110)
		return false;
	for (uint32_t i = from; i < to; i++) {
		if (g_ascii_isdigit(line->s[i]))
			return false;
		for (size_t j = 0; j < G_N_ELEMENTS(others); j++)
			if (strncmp(line->s + i, others[j], strlen(others[j])) == 0)
				return false;
	}
	return true;
}

/* Looks back from @verb for the office that does it: "…, Sở Văn hóa, Thể thao và Du lịch ban hành" */
static const char *
office_before(DdContext *context, const DdHeadLine *line, uint32_t verb, DdSpan *span_out)
{
	uint32_t from = verb;
	for (unsigned step = 0; step < 4 && from > 0; step++) {
		from--;
		while (from > 0 && strchr(",;.:", line->s[from - 1]) == NULL)
			from--;
		uint32_t at = from;
		while (at < verb && (line->s[at] == ' ' || line->s[at] == '\t'))
			at++;
		/* the clause itself, else the first office that begins in it */
		for (uint32_t i = at; i < verb; i++) {
			size_t len;
			const char *text = context->chars + line->at[i];
			if (!g_ascii_isalpha(line->s[i]) ||
				(i > 0 && g_ascii_isalnum(line->s[i - 1])) ||
				!g_unichar_isupper(g_utf8_get_char(text)))
				continue;
			unsigned flags = dd_head_segment_at(
				context, text, line->at[verb] - line->at[i], &len);
			if ((flags & DD_SEGMENT_KIND) == 0 ||
				(len <= 4 && len + 1 >= line->at[verb] - line->at[i]))
				continue;
			if (!is_office(line, i, verb))
				continue;
			*span_out = dd_span(line->at[i], line->at[verb]);
			const char *name = dd_context_fold(context, line->at[i], line->at[verb]);
			return context->damage == DD_DAMAGE_HEAVY ? dd_head_name_case(context, name)
								  : name;
		}
	}
	return NULL;
}

static bool
find_issuer_in(DdContext *context, uint32_t start, uint32_t end)
{
	static const char *const verbs[] = {"banhanh", "xaydung", "baocao", "thongbao", "dera"};
	DdDocumentHeader *document = &context->reading->document;
	DdHeadLine line;
	uint32_t at, stop, type_end;
	dd_head_fold(context, start, end, &line);
	for (uint32_t i = 0; i < line.n; i++)
		if (line.s[i] == '\t')
			line.s[i] = ' ';
	for (size_t v = 0; v < G_N_ELEMENTS(verbs); v++) {
		for (uint32_t from = 0;
			dd_head_find(context, &line, from, line.n, verbs[v], &at, &stop);
			from = stop) {
			uint32_t next = stop;
			while (next < line.n && line.s[next] == ' ')
				next++;
			/* it issues this document, "Kế hoạch" or "Kế hoạch hành động": an office told to issue
			 * "quy chế" in a plan is not the plan's */
			const char *type = dd_head_type_at(context, &line, next, &type_end);
			uint32_t follows, follows_end;
			if (type == NULL ||
				(document->type.value != NULL
						? !g_str_has_prefix(document->type.value, type)
						: !dd_head_find(context, &line, type_end, line.n,
							  "nhusau", &follows, &follows_end)))
				continue;
			DdSpan span = {0};
			const char *name = office_before(context, &line, at, &span);
			if (name == NULL)
				continue;
			name = dd_head_issuer_complete(context, name, NULL);
			const DdProvince *province = dd_head_province_frequent(context);
			if (g_str_has_suffix(name, " tỉnh") && province != NULL) {
				g_autofree char *full = g_strconcat(name, " ", province->name, NULL);
				name = dd_arena_strdup(context->arena, full);
			}
			document->issuer = (DdField){name, "office-of-body", span, 75};
			if (document->type.value == NULL)
				document->type = (DdField){type, "type-of-body",
					dd_span(line.at[next], line.at[type_end]), 70};
			return true;
		}
	}
	return false;
}

/*
 * Without a letterhead the office names itself where it issues: "…, UBND tỉnh ban hành Kế hoạch … như sau:". Without any head that says
 * what the document is, too
 */
static void
find_issuer(DdHead *head)
{
	DdContext *context = head->context;
	if (head->body >= context->n_lines)
		return;
	uint32_t start = context->lines[head->body].start;
	size_t reach = context->reading->document.type.value != NULL ? ISSUER_BYTES : TYPE_BYTES;
	uint32_t limit = (uint32_t)MIN(context->len, start + reach);
	for (uint32_t at = start; at < limit; at += WINDOW) {
		uint32_t from = at > start + WINDOW / 4 ? at - WINDOW / 4 : start,
			 to = MIN(limit, at + WINDOW + WINDOW / 4);
		while (from > start && ((unsigned char)context->chars[from] & 0xC0) == 0x80)
			from--;
		while (to < limit && ((unsigned char)context->chars[to] & 0xC0) == 0x80)
			to++;
		if (to == limit)
			while (to > from && ((unsigned char)context->chars[to] & 0xC0) == 0x80)
				to--;
		if (find_issuer_in(context, from, to))
			return;
	}
}

static void
find_issuer_otherwise(DdHead *head)
{
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	const DdElectronicSignature *first = head->signatures->len > 0
						     ? &g_array_index(head->signatures,
							       DdElectronicSignature, 0)
						     : NULL;
	bool office = false;
	if (first != NULL && first->signer.value != NULL) {
		size_t len;
		office = (dd_head_segment_at(
				  context, first->signer.value, strlen(first->signer.value), &len) &
				 DD_SEGMENT_KIND) != 0;
	}
	if (document->issuer.value == NULL && office && context->damage == DD_DAMAGE_HEAVY)
		document->issuer = (DdField){
			first->signer.value, "electronic-signature", first->signer.span, 80};
	if (document->issuer.value == NULL)
		find_issuer(head);
	if (document->issuer.value == NULL && office)
		document->issuer = (DdField){
			first->signer.value, "electronic-signature", first->signer.span, 70};
}

/* Returns: the year behind "năm " in @text, 0 none */
static int
year_in(const char *text, const char *cue, size_t limit, bool newest)
{
	int year = 0;
	const char *at = text, *end = text + limit;
	while (at < end && (at = dd_head_search(at, (size_t)(end - at), cue)) != NULL) {
		at += strlen(cue);
		if (end - at < 4 || !g_ascii_isdigit(at[0]) || !g_ascii_isdigit(at[3]) ||
			(at + 4 < end && g_ascii_isdigit(at[4])))
			continue;
		int found = 0;
		for (int i = 0; i < 4; i++)
			found = found * 10 + (at[i] - '0');
		if (found < 1945 || found > 2199 || !g_ascii_isdigit(at[1]) || !g_ascii_isdigit(at[2]))
			continue;
		year = newest ? MAX(year, found) : year == 0 ? found : year;
	}
	return year;
}

/* From the date, else the title ("năm 2024"), else the newest year of what the document is based on */
static void
find_year(DdHead *head)
{
	DdContext *context = head->context;
	DdDocumentHeader *document = &context->reading->document;
	if (dd_date_is_set(document->date))
		document->year = document->date.year;
	if (document->year == 0 && document->title.value != NULL)
		document->year = (int16_t)year_in(
			document->title.value, "năm ", strlen(document->title.value), false);
	if (document->year == 0 && head->body < context->n_lines && document->type.value != NULL) {
		uint32_t start = context->lines[head->body].start;
		size_t limit = MIN(context->len - start, (size_t)YEAR_BYTES);
		const char *stop = dd_head_search(context->chars + start, limit, "\nI.");
		limit = stop != NULL ? (size_t)(stop - context->chars) - start : MIN(limit, 3000);
		int year = year_in(context->chars + start, "/", limit, true);
		document->year = (int16_t)MAX(
			year, year_in(context->chars + start, "năm ", limit, true));
		if (document->year > 0 && year > 0)
			document->year = (int16_t)year;
	}
}

static void
remark_number(DdHead *head)
{
	DdContext *context = head->context;
	const DdDocumentHeader *document = &context->reading->document;
	if (document->number.value != NULL)
		return;
	if (document->symbol.value != NULL) {
		DdSpan span = document->symbol.span;
		g_autofree char *detail = g_strdup_printf(
			"the number is left blank or lost: '%s'", document->symbol.value);
		g_autofree char *detail_vi = g_strdup_printf(
			"bỏ trống hoặc mất số văn bản: '%s'", document->symbol.value);
		dd_context_remark(context, span.start, span.end, "number-missing", detail, detail_vi);
		return;
	}
	uint32_t i = 0;
	while (i + 1 < context->n_lines && context->lines[i].blank)
		i++;
	dd_context_remark(context, context->lines[i].start, context->lines[i].end, "number-missing",
		"the document has no number and symbol", "văn bản không có số, ký hiệu");
}

static void
remark_date(DdHead *head)
{
	DdContext *context = head->context;
	const DdDocumentHeader *document = &context->reading->document;
	if (dd_date_is_set(document->date))
		return;
	DdSpan span = document->date_raw.value != NULL ? document->date_raw.span : document->type.span;
	g_autofree char *detail = document->date_raw.value != NULL
					  ? g_strdup_printf("the date is not complete: '%s'",
						    document->date_raw.value)
					  : g_strdup("the document has no date");
	g_autofree char *detail_vi = document->date_raw.value != NULL
					     ? g_strdup_printf("ngày tháng không đầy đủ: '%s'",
						       document->date_raw.value)
					     : g_strdup("văn bản không ghi ngày tháng");
	dd_context_remark(context, span.start, span.end, "date-missing", detail, detail_vi);
}

static void
remark_signatures(DdHead *head)
{
	DdContext *context = head->context;
	const DdDocumentHeader *document = &context->reading->document;
	char face[DD_DATE_BUFFER];
	if (!dd_date_is_set(document->date))
		return;
	dd_date_format(document->date, face);
	for (guint i = 0; i < head->signatures->len; i++) {
		const DdField *signed_at =
			&g_array_index(head->signatures, DdElectronicSignature, i).signed_at;
		if (signed_at->value == NULL || strncmp(signed_at->value, face, strlen(face)) == 0)
			continue;
		g_autofree char *detail = g_strdup_printf(
			"dated %s, signed electronically at %s", face, signed_at->value);
		g_autofree char *detail_vi = g_strdup_printf(
			"văn bản ghi ngày %s, ký số lúc %s", face, signed_at->value);
		dd_context_remark(context, document->date_raw.span.start,
			document->date_raw.span.end, "signed-on-another-day", detail, detail_vi);
		return;
	}
}

/* The title and those who receive the document are phrases that a bad scan can be given its letters back in */
static void
restore_field(const DdContext *context, DdField *field)
{
	uint8_t confidence;
	if (field->value == NULL || *field->value == '\0')
		return;
	const char *whole = dd_restore_words(dd_directory_get_restorer(context->directory),
		context->restored, field->value, strlen(field->value), context->arena, &confidence,
		NULL, NULL);
	if (confidence < LEAST_RESTORED)
		return;
	field->value = whole;
	field->confidence = MIN(field->confidence, confidence);
}

static void
restore_fields(DdHead *head)
{
	DdDocumentHeader *document = &head->context->reading->document;
	if (head->context->damage != DD_DAMAGE_HEAVY || head->context->directory == NULL ||
		head->context->repair == DD_REPAIR_NEVER)
		return;
	restore_field(head->context, &document->title);
	for (size_t i = 0; i < document->recipients.n; i++)
		restore_field(head->context, &document->recipients.items[i]);
}

void
dd_head_read(DdContext *context)
{
	g_autofree DdHead *head = g_new0(DdHead, 1);
	DdDocumentHeader *document = &context->reading->document;
	head->context = context;
	head->signatures = g_array_new(FALSE, TRUE, sizeof(DdElectronicSignature));
	dd_head_read_letter(head);
	dd_head_read_parts(head);
	find_issuer_otherwise(head);
	restore_fields(head);
	find_year(head);
	if (head->signatures->len > 0) {
		document->n_signatures = head->signatures->len;
		document->signatures = dd_arena_memdup(context->arena, head->signatures->data,
			head->signatures->len * sizeof(DdElectronicSignature));
	}
	if (document->type.value != NULL && !document->draft) {
		remark_number(head);
		remark_date(head);
		remark_signatures(head);
	}
	g_array_free(head->signatures, TRUE);
}

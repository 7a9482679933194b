/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "remark.h"

#include <string.h>

#include "date.h"
#include "dict.h"
#include "seek.h"
#include "task.h"

#define SECTION_TASKS_MIN 5u /* a section of fewer tasks may well have no dates */
#define TIMED_PERCENT_MIN 20u
#define GLUED_MIN 2u  /* one may be a name of its own making */
#define DUTY_LINES 3u /* duties of one sentence that name nobody are one remark */
#define UNLED_MANY 6u /* tasks of one part that name nobody are asked about at once */

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

/* Does the document make law? It says what others shall do for good, and cites laws by their numbers. */
static bool
is_law(const DdContext *context)
{
	static const char *const kinds[] = {
		"Luật", "Bộ luật", "Nghị định", "Thông tư", "Thông tư liên tịch", "Pháp lệnh"};
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_strcmp0(context->reading->document.type.value, kinds[i]) == 0)
			return true;
	return false;
}

/* "Kinh phí … được bố trí từ …" tells where the money comes from; nobody need be named. */
static bool
is_source(const DdDuty *duty)
{
	return duty->what == DD_DUTY_FUND && duty->text != NULL &&
	       (g_str_has_prefix(duty->text, "Kinh phí") ||
		       g_str_has_prefix(duty->text, "Nguồn kinh phí"));
}

/* Returns: the length of the id's first part: "III" of "III.2.a" */
static size_t
part_len(const char *id)
{
	return id != NULL ? strcspn(id, ".") : 0;
}

/* Returns: the task behind the part of the plan that begins with task @i when nobody leads in all of it, @i otherwise */
static guint
end_of_unled_part(const DdContext *context, guint i)
{
	const DdTask *tasks = (const DdTask *)(const void *)context->tasks->data;
	size_t len = part_len(tasks[i].id);
	guint end = i;
	if (len == 0 || (i > 0 && part_len(tasks[i - 1].id) == len &&
				strncmp(tasks[i - 1].id, tasks[i].id, len) == 0))
		return i;
	while (end < context->tasks->len && part_len(tasks[end].id) == len &&
		strncmp(tasks[end].id, tasks[i].id, len) == 0) {
		if (tasks[end].lead.n > 0 || tasks[end].coordinate.n > 0)
			return i;
		end++;
	}
	return end - i >= UNLED_MANY ? end : i;
}

/* One question about a part of the plan where nobody is named; *@heading_io goes on to the headings before it. */
static void
remark_unled_part(DdContext *context, guint from, guint to, guint *heading_io)
{
	const DdTask *first = &g_array_index(context->tasks, DdTask, from);
	int len = (int)part_len(first->id);
	DdSpan span = first->span;
	for (; *heading_io < context->headings->len; (*heading_io)++) {
		const DdHeading *heading = &g_array_index(context->headings, DdHeading, *heading_io);
		if (heading->span.start >= first->span.start)
			break;
		if (heading->id != NULL && part_len(heading->id) == strlen(heading->id))
			span = heading->span;
	}
	g_autofree char *detail = g_strdup_printf(
		"nobody is named to lead the %u tasks of part %.*s", to - from, len, first->id);
	g_autofree char *vi = g_strdup_printf(
		"chưa rõ đơn vị chủ trì của %u nhiệm vụ ở phần %.*s", to - from, len, first->id);
	dd_context_remark(context, span.start, span.end, "lead-unclear", detail, vi);
}

static void
remark_leads(DdContext *context)
{
	guint heading = 0;
	const DdField *shared = NULL; /* leads that a heading gave to several tasks are asked about once */
	for (guint i = 0; i < context->tasks->len; i++) {
		const DdTask *task = &g_array_index(context->tasks, DdTask, i);
		guint unled = end_of_unled_part(context, i);
		if (unled > i) {
			remark_unled_part(context, i, unled, &heading);
			i = unled - 1;
			continue;
		}
		if (task->lead.n > 1 && task->lead.items == shared)
			continue;
		if (task->lead.n > 1) {
			shared = task->lead.items;
			g_autofree char *names = join_names(&task->lead);
			g_autofree char *vi = g_strdup_printf(
				"nhiều đơn vị chủ trì: %s; cần xác định một đơn vị", names);
			dd_context_remark(context, task->span.start, task->span.end,
				"several-leads", names, vi);
		} else if (task->lead.n == 0) {
			dd_context_remark(context, task->span.start, task->span.end, "lead-unclear",
				"nobody is named to lead this task",
				"chưa rõ đơn vị chủ trì nhiệm vụ này");
		} else if (strcmp(task->rule, DD_RULE_HELPERS_ONLY) == 0) {
			dd_context_remark(context, task->span.start, task->span.end, "lead-unclear",
				"helpers are named without \"chủ trì\": nobody is said to lead",
				"có đơn vị phối hợp nhưng không nói ai chủ trì");
		}
	}
	if (is_law(context))
		return;
	uint32_t said = 0;
	for (guint i = 0; i < context->duties->len; i++) {
		const DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		uint32_t line = line_of(context, duty->span.start) + 1;
		if (duty->who.n > 0 || is_source(duty) || (said > 0 && line <= said + DUTY_LINES))
			continue;
		said = line;
		dd_context_remark(context, duty->span.start, duty->span.end, "lead-unclear",
			"a duty is laid down and nobody is named to do it",
			"có yêu cầu nhưng không nêu đơn vị thực hiện");
	}
}

static bool
is_standard(const DdCitation *citation)
{
	return citation->number != NULL && (g_str_has_prefix(citation->number, "TCVN") ||
						   g_str_has_prefix(citation->number, "QCVN") ||
						   g_str_has_prefix(citation->number, "ISO"));
}

/* Charters have no number, and who gave himself one has one at a time: "Điều lệ Công đoàn Việt Nam khóa XIII". */
static bool
is_charter(const DdCitation *citation)
{
	return g_strcmp0(citation->type, "Điều lệ") == 0;
}

static bool
is_named_law(const DdCitation *citation)
{
	return citation->number == NULL && (g_str_has_prefix(citation->type, "Luật") ||
						   g_str_has_prefix(citation->type, "Bộ luật"));
}

static void
remark_citations(DdContext *context)
{
	g_autoptr(GHashTable) said = dd_dict_new(g_free, NULL);
	bool law = is_law(context);
	for (guint i = 0; i < context->citations->len; i++) {
		const DdCitation *citation = &g_array_index(context->citations, DdCitation, i);
		/* "sửa đổi, bổ sung Chương trình hành động của Chính phủ" stands in the subject of another document */
		if (dd_date_is_set(citation->date) || citation->short_form ||
			is_standard(citation) || is_charter(citation) ||
			(law && citation->number != NULL && strstr(citation->number, "/QH") != NULL) ||
			citation->relation == DD_RELATION_ATTACHED_TO ||
			(citation->relation == DD_RELATION_AMENDS && citation->number == NULL))
			continue;
		/* a law that the text names again and again is asked for once */
		if (is_named_law(citation) &&
			!g_hash_table_add(said, g_utf8_strdown(citation->raw, -1)))
			continue;
		bool named = citation->number == NULL;
		g_autofree char *detail = g_strdup_printf(
			named ? "\"%s\" is cited without number and date"
			      : "\"%s\" is cited without its date",
			citation->raw);
		g_autofree char *vi = g_strdup_printf(
			named ? "viện dẫn \"%s\" không có số, ngày ban hành"
			      : "viện dẫn \"%s\" không có ngày ban hành",
			citation->raw);
		dd_context_remark(context, citation->span.start, citation->span.end,
			"citation-incomplete", detail, vi);
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
		g_autofree char *detail = g_strdup_printf(
			"dated %s but cites %s of %s", day, citation->raw, other);
		g_autofree char *vi = g_strdup_printf(
			"ngày ban hành %s trước ngày %s của văn bản viện dẫn: %s", day, other,
			citation->raw);
		const DdSpan *at = head->date_raw.span.end > 0 ? &head->date_raw.span
							       : &citation->span;
		dd_context_remark(context, at->start, at->end, "date-before-citation", detail, vi);
		return;
	}
}

static void
remark_due(DdContext *context, const DdSpan *span, const char *due_raw)
{
	g_autofree char *detail = g_strdup_printf(
		"due only \"%s\": no day or period is named", due_raw);
	g_autofree char *vi = g_strdup_printf(
		"thời hạn chỉ nêu \"%s\", không có ngày hoặc kỳ cụ thể", due_raw);
	dd_context_remark(context, span->start, span->end, "due-missing", detail, vi);
}

/* Reports each half-year or year, and no day for them; those each quarter or month follow the office's own calendar. */
static bool
is_dayless(const DdTime *due)
{
	bool dayless = due->kind == DD_TIME_PERIODIC && due->n_every > 0 && due->before == NULL;
	for (size_t i = 0; i < due->n_every; i++)
		dayless = dayless && (strcmp(due->every[i], "half-year") == 0 ||
					     strcmp(due->every[i], "year") == 0);
	return dayless;
}

static void
remark_dues(DdContext *context)
{
	for (guint i = 0; i < context->duties->len; i++) {
		const DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		if ((duty->what != DD_DUTY_REPORT && duty->what != DD_DUTY_CONSOLIDATE) ||
			duty->due_raw == NULL)
			continue;
		bool undated = duty->due.kind == DD_TIME_ANNUAL && duty->due.before == NULL &&
			       duty->what == DD_DUTY_REPORT;
		bool open = duty->due.kind == DD_TIME_NONE || undated || is_dayless(&duty->due) ||
			    (duty->due.kind == DD_TIME_EVENT &&
				    strstr(duty->due_raw, "theo quy định") != NULL);
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
			timed += g_array_index(context->tasks, DdTask, (guint)last).time.kind !=
				 DD_TIME_NONE;
		}
		if (tasks >= SECTION_TASKS_MIN && timed * 100 < tasks * TIMED_PERCENT_MIN)
			dd_context_remark(context, part->start, part->end, "due-missing",
				"the tasks of this part have no deadline",
				"các nhiệm vụ của phần này không có thời hạn");
		i = j - 1;
	}
}

/* What may be a quotation mark; @curved begins other signs, too */
typedef struct {
	DdSeek curved, straight;
} Quotes;

static void
remark_quotes(DdContext *context, Quotes *quotes, uint32_t start, uint32_t end)
{
	static const char open_mark[] = "\xE2\x80\x9C", close_mark[] = "\xE2\x80\x9D";
	int open = 0;
	if (!dd_seek_in(&quotes->curved, start, end) && !dd_seek_in(&quotes->straight, start, end))
		return;
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
				"a closing quotation mark has no opening mark",
				"dấu ngoặc kép đóng không có dấu mở");
			return;
		}
	}
	unsigned straight = 0;
	for (const char *at = context->chars + start, *stop = context->chars + end;
		(at = memchr(at, '"', (size_t)(stop - at))) != NULL; at++)
		straight++;
	if (open > 0 || straight % 2 == 1)
		dd_context_remark(context, start, end, "unbalanced-quote",
			"an opening quotation mark is not closed",
			"dấu ngoặc kép mở không có dấu đóng");
}

static void
remark_all_quotes(DdContext *context)
{
	/* spots of a scan look like quotation marks; what amends a law quotes whole articles, over paragraphs */
	if (context->damage != DD_DAMAGE_NONE || context->tasks->len == 0)
		return;
	Quotes quotes = {.curved = dd_seek_new(context->chars, context->len, '\xE2'),
		.straight = dd_seek_new(context->chars, context->len, '"')};
	for (guint i = 0; i < context->paras->len; i++) {
		const DdPara *para = &g_array_index(context->paras, DdPara, i);
		if (para->role != DD_ROLE_TITLE)
			remark_quotes(context, &quotes, para->start, para->end);
	}
	for (guint i = 0; i < context->cells->len; i++) {
		const DdCell *cell = &g_array_index(context->cells, DdCell, i);
		remark_quotes(context, &quotes, cell->start, cell->end);
	}
}

/* The capitals and first letters of a name without "và": "Tài nguyên và Môi trường" is TNMT; of "TN&MT" the same */
static void
gather_initials(const char *name, GString *out)
{
	bool begins = true;
	g_string_truncate(out, 0);
	for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		bool joint = begins && g_str_has_prefix(at, "và ");
		if (g_unichar_isalpha(c) && !joint && (begins || g_unichar_isupper(c)))
			g_string_append_unichar(out, g_unichar_toupper(c));
		begins = !g_unichar_isalpha(c);
	}
}

/* "Các phòng: NV, TN&MT" for "Phòng Tài nguyên và Môi trường huyện" */
static bool
is_abbreviated(const char *list, const char *name)
{
	bool found = false;
	g_auto(GStrv) parts = g_strsplit_set(list, ",;", -1);
	g_autoptr(GString) whole = g_string_new(NULL), part = g_string_new(NULL);
	gather_initials(name, whole);
	for (char **at = parts; *at != NULL && !found; at++) {
		gather_initials(*at, part);
		found = part->len > 1 && strchr(g_strstrip(*at), ' ') == NULL &&
			g_str_has_prefix(whole->str, part->str);
	}
	return found;
}

/* A line of the recipients, taken apart once: it is held against every agency to be visited */
typedef struct {
	const char *value;
	size_t head; /* bytes before "các", which an agency of the kind begins with too ("UBND ") */
	char **kinds; /* "xã", "phường trên địa bàn huyện" behind "các"; NULL when it names one only */
	const char *list; /* from the colon on, NULL when there is none */
	bool all;         /* "Như Điều 3": whoever is meant gets the plan */
} Recipient;

/* Returns: the word "các" of @text, NULL when there is none; "khác", "tác" are other words */
static const char *
find_several(const char *text)
{
	static const char tail[] = "ác ";
	for (const char *at = text; (at = strstr(at, tail)) != NULL; at += strlen(tail)) {
		bool whole = at > text && (at[-1] == 'c' || at[-1] == 'C') &&
			     (at - 1 == text ||
				     (!g_ascii_isalnum(at[-2]) && (unsigned char)at[-2] < 0x80));
		if (whole)
			return at - 1;
	}
	return NULL;
}

static Recipient
parse_recipient(const char *value)
{
	Recipient self = {.value = value,
		.all = g_str_has_prefix(value, "Các đơn vị được") ||
		       g_str_has_prefix(value, "Như ")};
	const char *several = find_several(value);
	if (several == NULL)
		return self;
	const char *behind = several + strlen("các ");
	self.head = (size_t)(several - value);
	self.list = strchr(behind, ':');
	g_autofree char *named = self.list != NULL ? g_strndup(behind, (gsize)(self.list - behind))
						   : g_strdup(behind);
	self.kinds = g_strsplit(named, ",", -1);
	for (char **at = self.kinds; *at != NULL; at++)
		g_strstrip(*at);
	return self;
}

static void
clear_recipient(gpointer data)
{
	Recipient *self = data;
	g_strfreev(self->kinds);
}

/* Is @kind ("xã") one of "xã, phường", "xã, thị trấn trên địa bàn huyện"? */
static bool
is_kind_in(char *const *kinds, const char *kind)
{
	static const char *const behind[] = {"", " trên", " thuộc", " trong"};
	for (char *const *at = kinds; *at != NULL; at++) {
		if (!g_str_has_prefix(*at, kind))
			continue;
		const char *rest = *at + strlen(kind);
		for (size_t i = 0; i < G_N_ELEMENTS(behind); i++)
			if (i == 0 ? *rest == '\0' : g_str_has_prefix(rest, behind[i]))
				return true;
	}
	return false;
}

/* "UBND các xã: A, B", "UBND các xã, phường", "Các phòng: NV, TC" for one of their kind */
static bool
is_of_kind(const Recipient *recipient, const char *agency)
{
	if (recipient->kinds == NULL || strncmp(recipient->value, agency, recipient->head) != 0)
		return false;
	const char *kind = agency + recipient->head, *space = strchr(kind, ' '),
		   *list = recipient->list;
	if (space == NULL)
		return false;
	g_autofree char *small = g_utf8_strdown(kind, space - kind);
	if (!is_kind_in(recipient->kinds, small))
		return false;
	return list == NULL ? recipient->head > 0
			    : strstr(list, space + 1) != NULL || is_abbreviated(list + 1, space + 1);
}

/* "Các phòng, đơn vị trực thuộc" are the office's own, which other offices and companies are not. */
static bool
is_own_unit(const char *recipient, const char *agency)
{
	static const char *const others[] = {
		"UBND", "Ủy ban", "Công ty", "Sở ", "Huyện", "Xã ", "Công đoàn"};
	if (!g_str_has_prefix(recipient, "Các ") || strstr(recipient, "trực thuộc") == NULL)
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
		if (g_str_has_prefix(agency, others[i]))
			return false;
	return true;
}

static bool
is_recipient(const GArray *recipients, const char *agency)
{
	for (guint i = 0; i < recipients->len; i++) {
		const Recipient *recipient = &g_array_index(recipients, Recipient, i);
		const char *value = recipient->value;
		if (recipient->all || strstr(value, agency) != NULL || strstr(agency, value) != NULL ||
			is_of_kind(recipient, agency) || is_own_unit(value, agency))
			return true;
	}
	return false;
}

/* Returns: the recipients taken apart, those that many lines repeat once */
static GArray *
parse_recipients(const DdFieldList *recipients)
{
	g_autoptr(GHashTable) seen = dd_dict_new(NULL, NULL);
	GArray *out = g_array_new(FALSE, FALSE, sizeof(Recipient));
	g_array_set_clear_func(out, clear_recipient);
	for (size_t i = 0; i < recipients->n; i++) {
		const char *value = recipients->items[i].value;
		if (value == NULL || !g_hash_table_add(seen, (gpointer)value))
			continue;
		Recipient recipient = parse_recipient(value);
		g_array_append_val(out, recipient);
	}
	return out;
}

/* Whoever is to be visited should get the plan. */
static void
remark_recipients(DdContext *context)
{
	const DdFieldList *recipients = &context->reading->document.recipients;
	if (recipients->n == 0 || context->sessions->len == 0)
		return;
	g_autoptr(GArray) parsed = parse_recipients(recipients);
	/* agencies that are known to get it; those that do not are few, for the remark has an end */
	g_autoptr(GHashTable) reached = dd_dict_new(NULL, NULL);
	GString *missing = g_string_new(NULL);
	for (guint i = 0; i < context->sessions->len && missing->len < 300; i++) {
		const char *agency = g_array_index(context->sessions, DdSession, i).agency.value;
		if (agency == NULL || g_hash_table_contains(reached, agency))
			continue;
		if (is_recipient(parsed, agency))
			g_hash_table_add(reached, (gpointer)agency);
		else
			g_string_append_printf(missing, "%s%s", missing->len > 0 ? "; " : "", agency);
	}
	if (missing->len > 0) {
		g_autofree char *detail = g_strdup_printf(
			"to be met but not among the recipients: %s", missing->str);
		g_autofree char *vi = g_strdup_printf(
			"có trong lịch nhưng không có ở Nơi nhận: %s", missing->str);
		dd_context_remark(context, recipients->items[0].span.start,
			recipients->items[0].span.end, "agency-not-recipient", detail, vi);
	}
	g_string_free(missing, TRUE);
}

/* Does the text say the day of the month, or is it only the last day of a period ("đến hết năm 2025")? */
static bool
says_day(const char *text, int day)
{
	for (const char *at = text; *at != '\0';) {
		int number = 0;
		bool digits = g_ascii_isdigit(*at);
		for (; g_ascii_isdigit(*at); at++)
			number = MIN(number, 1000) * 10 + (*at - '0');
		if (digits && number == day)
			return true;
		at += !digits;
	}
	return false;
}

/* A storm does not wait for Monday: telegrams and what is stamped urgent have deadlines on any day. */
static bool
is_urgent(const DdContext *context)
{
	const DdDocumentHeader *head = &context->reading->document;
	return head->urgency.value != NULL || g_strcmp0(head->type.value, "Công điện") == 0;
}

void
dd_remark_day_off(DdContext *context, DdDay day, uint32_t start, uint32_t end)
{
	static const struct {
		int month, day;
	} holidays[] = {{1, 1}, {4, 30}, {5, 1}, {9, 2}};
	int weekday = dd_date_weekday(day);
	const char *en = weekday == 6 ? "a Saturday" : weekday == 7 ? "a Sunday" : NULL;
	const char *vi = weekday == 6 ? "thứ Bảy" : "Chủ nhật";
	for (size_t k = 0; k < G_N_ELEMENTS(holidays) && en == NULL; k++)
		if (holidays[k].month == day.month && holidays[k].day == day.day) {
			en = "a public holiday";
			vi = "ngày nghỉ lễ";
		}
	if (en == NULL || is_urgent(context))
		return;
	g_autofree char *detail = g_strdup_printf("%d/%d/%d is %s", day.day, day.month, day.year, en);
	g_autofree char *detail_vi = g_strdup_printf(
		"%d/%d/%d là %s", day.day, day.month, day.year, vi);
	dd_context_remark(context, start, end, "non-working-day", detail, detail_vi);
}

static void
remark_days_off(DdContext *context)
{
	for (guint i = 0; i < context->tasks->len; i++) {
		const DdTask *task = &g_array_index(context->tasks, DdTask, i);
		DdDay day = task->time.end;
		if (task->time.kind == DD_TIME_BY_DATE && dd_date_is_set(day) &&
			task->time_raw.value != NULL && says_day(task->time_raw.value, day.day))
			dd_remark_day_off(
				context, day, task->time_raw.span.start, task->time_raw.span.end);
	}
}

/* Is token @i glued to the word before it, both of them words: "SởNông nghiệp"? "VNeID", "iOffice" are not. */
static bool
is_glued(const DdTokens *tokens, size_t i)
{
	static const char large_d[] = "Đ";
	const DdToken *token = &tokens->items[i], *before = token - 1;
	if (token->kind != DD_TOKEN_WORD || before->kind != DD_TOKEN_WORD || token->word == 0 ||
		before->word == 0 || dd_token_end(tokens, i - 1) != token->start)
		return false;
	const char *at = tokens->text + token->start;
	bool capital = g_ascii_isupper(at[0]) || (at[0] == large_d[0] && at[1] == large_d[1]);
	return (capital || !(token->flags & DD_TOKEN_CAP)) && !(token->flags & DD_TOKEN_UPPER) &&
	       ((token->flags | before->flags) & DD_TOKEN_MARKED);
}

void
dd_remark_note_glued(DdContext *context, uint32_t start, uint32_t end)
{
	if (context->damage != DD_DAMAGE_NONE || context->n_glued >= GLUED_MIN)
		return;
	dd_context_scan(context, start, end);
	const DdTokens *tokens = &context->scratch;
	for (size_t i = 1; i < tokens->n && context->n_glued < GLUED_MIN; i++) {
		if (is_glued(tokens, i) && context->n_glued++ == 0)
			context->first_glued = dd_span(
				tokens->items[i].start, tokens->items[i].start + 1);
	}
}

/* Words that lost the blank between them, said once for the whole document where the first stands. */
static void
remark_glued(DdContext *context)
{
	const DdSpan *first = &context->first_glued;
	if (context->n_glued >= GLUED_MIN)
		dd_context_remark(context, first->start, first->end, "conversion-residue",
			"words are glued together here and further on",
			"chữ dính liền nhau ở đây và những chỗ sau");
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

/* Letters that were stored in a wrong encoding are read as they were meant, but the file should be asked for again. */
static void
remark_encoding(DdContext *context)
{
	if (dd_text_was_misread(context->text))
		dd_context_remark(context, 0, 0, "misread-encoding",
			"the file was once opened in a wrong encoding (Windows-1252) and saved; "
			"its letters were turned back",
			"tệp từng bị mở sai bảng mã (Windows-1252) rồi lưu lại; đã chuyển chữ về "
			"đúng");
}

void
dd_remark_read(DdContext *context)
{
	remark_encoding(context);
	remark_dates(context);
	remark_citations(context);
	remark_leads(context);
	remark_dues(context);
	remark_undated_parts(context);
	remark_all_quotes(context);
	remark_recipients(context);
	remark_days_off(context);
	dd_remark_impossible_days(context);
	remark_glued(context);
	drop_repeats(context);
}

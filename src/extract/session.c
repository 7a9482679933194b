/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session.c: rows of a timetable as sessions */
#include "session.h"

#include <string.h>

#include "date.h"
#include "remark.h"

#define VISITED_SMALL 3u /* small words before the name of "trường mầm non Hoa Sen" */
#define DATED_REACH 24u /* tokens before the visit of "Sáng 15/4/2024 (thứ Hai): làm việc với …" */
#define CLOCK_LEADS 3u /* words before a time: "dự kiến hoàn thành trước" */

static const DdPhrase words[] = {
	{"giờ", DD_CLOCK_HOUR},
	{"h", DD_CLOCK_HOUR},
	{"g", DD_CLOCK_HOUR},
	{"buổi", DD_CLOCK_COUNT},
	{"ngày", DD_CLOCK_DAY},
	{"tháng", DD_CLOCK_DAY},
	{"năm", DD_CLOCK_DAY},
	{"quý", DD_CLOCK_TIME},
	{"sáng", DD_CLOCK_TIME},
	{"chiều", DD_CLOCK_TIME},
	{"tối", DD_CLOCK_TIME},
	{"buổi sáng", DD_CLOCK_TIME},
	{"buổi chiều", DD_CLOCK_TIME},
	{"thứ hai", DD_CLOCK_TIME},
	{"thứ ba", DD_CLOCK_TIME},
	{"thứ tư", DD_CLOCK_TIME},
	{"thứ năm", DD_CLOCK_TIME},
	{"thứ sáu", DD_CLOCK_TIME},
	{"thứ bảy", DD_CLOCK_TIME},
	{"chủ nhật", DD_CLOCK_TIME},
	{"tuần", DD_CLOCK_TIME},
	{"trước ngày", DD_CLOCK_TIME},
	{"trước tháng", DD_CLOCK_TIME},
	{"trước quý", DD_CLOCK_TIME},
	{"sau ngày", DD_CLOCK_TIME},
	{"sau tháng", DD_CLOCK_TIME},
	{"sau khi", DD_CLOCK_TIME},
	{"từ ngày", DD_CLOCK_TIME},
	{"từ tháng", DD_CLOCK_TIME},
	{"từ quý", DD_CLOCK_TIME},
	{"từ năm", DD_CLOCK_TIME},
	{"đến ngày", DD_CLOCK_TIME},
	{"đến tháng", DD_CLOCK_TIME},
	{"trong tháng", DD_CLOCK_TIME},
	{"trong quý", DD_CLOCK_TIME},
	{"trong năm", DD_CLOCK_TIME},
	{"cả năm", DD_CLOCK_TIME},
	{"đầu tháng", DD_CLOCK_TIME},
	{"cuối tháng", DD_CLOCK_TIME},
	{"giữa tháng", DD_CLOCK_TIME},
	{"đầu năm", DD_CLOCK_TIME},
	{"cuối năm", DD_CLOCK_TIME},
	{"thường xuyên", DD_CLOCK_TIME},
	{"hằng năm", DD_CLOCK_TIME},
	{"hàng năm", DD_CLOCK_TIME},
	{"hằng quý", DD_CLOCK_TIME},
	{"hàng quý", DD_CLOCK_TIME},
	{"hằng tháng", DD_CLOCK_TIME},
	{"hàng tháng", DD_CLOCK_TIME},
	{"hằng tuần", DD_CLOCK_TIME},
	{"hàng tuần", DD_CLOCK_TIME},
	{"định kỳ", DD_CLOCK_TIME},
	{"giai đoạn", DD_CLOCK_TIME},
	{"lúc", DD_CLOCK_TIME},
	{"từ", DD_CLOCK_LEAD},
	{"bắt đầu từ", DD_CLOCK_LEAD},
	{"đến", DD_CLOCK_LEAD},
	{"đến hết", DD_CLOCK_LEAD},
	{"hết", DD_CLOCK_LEAD},
	{"khoảng", DD_CLOCK_LEAD},
	{"vào", DD_CLOCK_LEAD},
	{"trước", DD_CLOCK_LEAD},
	{"chậm nhất", DD_CLOCK_LEAD},
	{"chậm nhất là", DD_CLOCK_LEAD},
	{"hoàn thành", DD_CLOCK_LEAD},
	{"xong", DD_CLOCK_LEAD},
	{"dự kiến", DD_CLOCK_LEAD},
	{"tại", DD_CLOCK_PLACE},
	{"hội trường", DD_CLOCK_PLACE},
	{"trụ sở", DD_CLOCK_PLACE},
	{"phòng họp", DD_CLOCK_PLACE},
	{"nhà văn hóa", DD_CLOCK_PLACE},
	{"trực tuyến", DD_CLOCK_PLACE},
	{"đối với", DD_CLOCK_AS_TO},
};

const DdPhrase *
dd_session_words(size_t *n_out)
{
	*n_out = G_N_ELEMENTS(words);
	return words;
}

static bool
is_number(const DdTokens *tokens, size_t at)
{
	return at < tokens->n && tokens->items[at].kind == DD_TOKEN_NUMBER;
}

/* Returns: TRUE when d/m begins at token @at */
static bool
is_day_and_month(const DdTokens *tokens, size_t at)
{
	return is_number(tokens, at) && dd_token_is_sign(tokens, at + 1, '/') &&
	       is_number(tokens, at + 2) && tokens->items[at].value <= 31 &&
	       tokens->items[at + 2].value <= 12;
}

/* "huyện Tuần Giáo", "xã Quý Lộc": half of a name, unless the other half is a time too ("Sáng Thứ Hai") or "II" */
static bool
is_half_name(const DdTableGrammar *self, const DdTokens *tokens, size_t at, size_t len)
{
	size_t next = at + len;
	if (len != 1 || next >= tokens->n || !dd_token_is_cap(tokens, at) ||
		!dd_token_is_cap(tokens, next))
		return false;
	const DdToken *token = &tokens->items[next];
	char second = token->len > 1 ? tokens->text[token->start + 1] : 'I';
	return second != 'I' && second != 'V' &&
	       dd_phrases_match(self->clocks, tokens, next, NULL) < 0;
}

bool
dd_session_is_time_word(const DdTableGrammar *self, const DdTokens *tokens, size_t at)
{
	size_t len = 0;
	if (at >= tokens->n)
		return false;
	int word = dd_phrases_match(self->clocks, tokens, at, &len);
	for (unsigned leads = 0; word == DD_CLOCK_LEAD && leads < CLOCK_LEADS; leads++) {
		at += len; /* "Hoàn thành trước 17 giờ ngày …" */
		word = dd_phrases_match(self->clocks, tokens, at, &len);
	}
	if (at >= tokens->n)
		return false;
	if (word == DD_CLOCK_HOUR)
		return at > 0 && is_number(tokens, at - 1) && tokens->items[at - 1].value <= 24;
	if (word == DD_CLOCK_DAY)
		return is_number(tokens, at + 1);
	if (word == DD_CLOCK_TIME)
		return !is_half_name(self, tokens, at, len);
	if (!is_number(tokens, at))
		return false;
	int next = at + 1 < tokens->n ? dd_phrases_match(self->clocks, tokens, at + 1, NULL) : -1;
	return next == DD_CLOCK_HOUR || next == DD_CLOCK_COUNT || is_day_and_month(tokens, at) ||
	       (next == DD_CLOCK_DAY && tokens->items[at].value <= 12);
}

bool
dd_session_is_place_word(const DdTableGrammar *self, const DdTokens *tokens, size_t at)
{
	return dd_phrases_match(self->clocks, tokens, at, NULL) == DD_CLOCK_PLACE;
}

/* What the words of a time say */
typedef struct {
	int count, hour, minute;
	DdDay day;
	uint32_t day_start, day_end; /* as the tokens count */
} When;

/* Reads "13h30", "08 giờ 00", "14:00" at token @at. Returns: tokens read, 0 when there is no hour */
static size_t
read_hour(const DdTableGrammar *self, const DdTokens *tokens, size_t at, When *when)
{
	uint32_t hour = tokens->items[at].value;
	bool colon = dd_token_is_sign(tokens, at + 1, ':') && is_number(tokens, at + 2) &&
		     tokens->items[at + 2].len == 2;
	bool word = at + 1 < tokens->n &&
		    dd_phrases_match(self->clocks, tokens, at + 1, NULL) == DD_CLOCK_HOUR;
	if (hour > 24 || (!colon && !word))
		return 0;
	bool minutes = is_number(tokens, at + 2) && tokens->items[at + 2].value < 60 &&
		       tokens->items[at + 2].len == 2 && !dd_token_is_sign(tokens, at + 3, '/');
	if (when->hour < 0) {
		when->hour = (int)hour % 24;
		when->minute = minutes ? (int)tokens->items[at + 2].value : 0;
	}
	return minutes ? 3 : 2;
}

static size_t
read_day(const DdContext *context, const DdTokens *tokens, size_t at, When *when)
{
	DdDay day = DD_DATE_NONE;
	size_t len = 0;
	if (!dd_date_match(context->times, tokens, at, tokens->n, &day, &len)) {
		if (!is_day_and_month(tokens, at) || context->reading->document.year == 0)
			return 0;
		day = dd_date_make(context->reading->document.year,
			(int)tokens->items[at + 2].value, (int)tokens->items[at].value);
		len = 3;
	}
	if (dd_date_is_set(day) && !dd_date_is_set(when->day)) {
		when->day = day;
		when->day_start = tokens->items[at].start;
		when->day_end = dd_token_end(tokens, at + len - 1);
	}
	return MAX(len, 1u);
}

/* "Tuần 2 tháng 12/2026", "đợt thứ 2 tháng 12": is the number at @at one of weeks, and of no day? */
static bool
counts_weeks(const DdTokens *tokens, size_t at)
{
	size_t before = at - (at > 0 && dd_token_is_text(tokens, at - 1, "thứ"));
	return before > 0 && (dd_token_is_text_nocase(tokens, before - 1, "tuần") ||
				     dd_token_is_text_nocase(tokens, before - 1, "đợt"));
}

static When
read_when(const DdTableGrammar *self, const DdContext *context, const DdTokens *tokens)
{
	When when = {.hour = -1, .minute = -1, .day = DD_DATE_NONE};
	for (size_t i = 0; i < tokens->n;) {
		size_t len = 0;
		if (is_number(tokens, i)) {
			if (when.count == 0 && tokens->items[i].value < 1000 && i + 1 < tokens->n &&
				dd_phrases_match(self->clocks, tokens, i + 1, NULL) == DD_CLOCK_COUNT)
				when.count = (int)tokens->items[i].value;
			len = read_hour(self, tokens, i, &when);
			if (len == 0 && !counts_weeks(tokens, i))
				len = read_day(context, tokens, i, &when);
		} else if (tokens->items[i].len == 1 && is_number(tokens, i + 1)) {
			len = read_day(context, tokens, i, &when); /* "l3/11/2025" */
		}
		i += MAX(len, 1u);
	}
	return when;
}

/* The columns of a timetable; -1: none */
typedef struct {
	int number, agency, place, count;
	uint32_t times[DD_MAX_COLUMNS], n_times;
} Columns;

static Columns
find_columns(const DdGrid *grid)
{
	Columns columns = {
		.number = dd_table_find_column(grid, DD_LABEL_NUMBER),
		.agency = dd_table_find_column(grid, DD_LABEL_AGENCY),
		.place = dd_table_find_column(grid, DD_LABEL_PLACE),
		.count = -1,
	};
	for (uint32_t i = 0; i < grid->n_columns; i++) {
		if (grid->columns[i].flags & DD_COLUMN_COUNT)
			columns.count = (int)i;
		else if (grid->columns[i].label == DD_LABEL_TIME ||
			 grid->columns[i].label == DD_LABEL_DAY)
			columns.times[columns.n_times++] = i;
	}
	return columns;
}

static bool
is_filled(DdGridCell cell)
{
	return cell.start < cell.end;
}

/* What the rows above said, for cells merged with them */
typedef struct {
	const DdTableGrammar *grammar;
	DdContext *context;
	const DdGrid *grid;
	Columns columns;
	DdGridCell agency, times[DD_MAX_COLUMNS];
	const char *place;
	uint32_t n_timed;
	GArray *sessions;
} Walk;

/* "Đối với các địa phương" names "các địa phương". */
static DdField
read_agency(Walk *walk, DdGridCell cell)
{
	DdContext *context = walk->context;
	DdCellScan scan = dd_grid_cell_scan(context, walk->grid, cell);
	size_t len = 0;
	if (scan.direct &&
		dd_phrases_match(walk->grammar->clocks, scan.tokens, 0, &len) == DD_CLOCK_AS_TO &&
		len < scan.tokens->n)
		cell.start = scan.tokens->items[len].start;
	return dd_grid_cell_field(context, walk->grid, cell, 90, "session-agency");
}

/* Returns: the time of row @row as one text; @end_out: end of its last cell, 0 when it has none */
static const char *
join_times(Walk *walk, uint32_t row, DdGridCell *only_out, uint32_t *end_out)
{
	const char *raw = NULL;
	*end_out = 0;
	*only_out = (DdGridCell){0};
	for (uint32_t i = 0; i < walk->columns.n_times; i++) {
		uint32_t column = walk->columns.times[i];
		DdGridCell cell = dd_grid_cell(walk->grid, row, column);
		if (is_filled(cell))
			walk->times[column] = cell;
		else if (walk->grid->columns[column].flags & DD_COLUMN_MERGED)
			cell = walk->times[column];
		if (!is_filled(cell))
			continue;
		const char *text = dd_grid_cell_fold(walk->context, walk->grid, cell);
		if (raw == NULL) {
			*only_out = cell;
			raw = text;
		} else {
			g_autofree char *both = g_strconcat(raw, " ", text, NULL);
			*only_out = (DdGridCell){0};
			raw = dd_arena_strdup(walk->context->arena, both);
		}
		*end_out = MAX(*end_out, dd_grid_cell_end(walk->grid, cell));
	}
	return raw;
}

static void
read_time(Walk *walk, DdSession *session, const char *raw, DdGridCell only)
{
	DdContext *context = walk->context;
	bool direct = is_filled(only) && only.next == 0;
	if (direct)
		dd_context_scan(context, only.start, only.end);
	else
		dd_context_scan_string(context, raw);
	When when = read_when(walk->grammar, context, &context->scratch);
	session->count = when.count;
	session->start_raw = raw;
	session->hour = (int16_t)when.hour;
	session->minute = (int16_t)when.minute;
	session->day = when.day;
	if (dd_date_is_set(when.day)) {
		DdSpan span = direct ? dd_span(when.day_start, when.day_end) : session->span;
		dd_remark_day_off(context, when.day, span.start, span.end);
		walk->n_timed++;
		return;
	}
	dd_time_parse(context->times, &context->scratch, 0, context->scratch.n,
		context->reading->document.year, context->arena, &session->time);
	walk->n_timed += session->time.kind != DD_TIME_NONE && session->time.kind != DD_TIME_EVENT;
}

static int
read_count(Walk *walk, uint32_t row)
{
	if (walk->columns.count < 0)
		return 0;
	DdGridCell cell = dd_grid_cell(walk->grid, row, (uint32_t)walk->columns.count);
	DdCellScan scan = dd_grid_cell_scan(walk->context, walk->grid, cell);
	if (!is_number(scan.tokens, 0) || scan.tokens->items[0].value > 1000)
		return 0;
	return (int)scan.tokens->items[0].value;
}

static void
read_row(Walk *walk, uint32_t row)
{
	const DdGrid *grid = walk->grid;
	DdGridCell agency = dd_grid_cell(grid, row, (uint32_t)walk->columns.agency), only;
	DdGridCell number = walk->columns.number >= 0
				    ? dd_grid_cell(grid, row, (uint32_t)walk->columns.number)
				    : agency;
	uint32_t end = 0;
	bool named = is_filled(agency);
	const char *raw = join_times(walk, row, &only, &end);
	/* a group's row names no time; a row of sessions with one agency says its name once */
	if (raw == NULL && (!named || grid->n_columns > 2))
		raw = named && is_filled(number) && walk->columns.number >= 0 ? "" : NULL;
	if (raw == NULL)
		return;
	DdRowMark mark;
	bool grouped = raw[0] == '\0' &&
		       dd_row_mark_read(walk->context, number.start, number.end, &mark) &&
		       mark.kind != DD_ROW_NUMBER;
	if (grouped || (!named && !is_filled(walk->agency)))
		return;
	walk->agency = named ? agency : walk->agency;
	uint32_t start = is_filled(number) ? number.start : named ? agency.start : only.start;
	DdSession session = {.hour = -1, .minute = -1, .confidence = 90, .rule = "timetable-row"};
	session.agency = read_agency(walk, walk->agency);
	session.span = dd_span(
		start, MAX(MAX(end, named ? dd_grid_cell_end(grid, agency) : start), start));
	if (walk->columns.place >= 0) {
		DdGridCell place = dd_grid_cell(grid, row, (uint32_t)walk->columns.place);
		/* where each cell stands alone a blank one is blank, else it is merged with the one above */
		if (is_filled(place) && !dd_table_says_same(walk->grammar, walk->context, place))
			walk->place = dd_grid_cell_fold(walk->context, grid, place);
		else if (!is_filled(place) && grid->form == DD_FORM_STACKED)
			walk->place = NULL;
	}
	session.place = walk->place;
	if (raw[0] != '\0')
		read_time(walk, &session, raw, only);
	int count = read_count(walk, row);
	session.count = count > 0 ? count : session.count;
	if (walk->sessions->len < DD_MAX_ITEMS)
		g_array_append_val(walk->sessions, session);
}

void
dd_session_read(const DdTableGrammar *self, DdContext *context, const DdGrid *grid)
{
	g_autoptr(GArray) sessions = g_array_new(FALSE, FALSE, sizeof(DdSession));
	guint n_anomalies = context->anomalies->len;
	Walk walk = {.grammar = self,
		.context = context,
		.grid = grid,
		.columns = find_columns(grid),
		.sessions = sessions};
	if (walk.columns.agency < 0 || walk.columns.n_times == 0)
		return;
	for (uint32_t row = grid->body; row < grid->rows->len; row++)
		read_row(&walk, row);
	if (walk.n_timed * 2 < sessions->len || walk.n_timed == 0 ||
		context->sessions->len + sessions->len > DD_MAX_ITEMS) {
		g_array_set_size(context->anomalies, n_anomalies); /* no days of visits after all */
		return;
	}
	g_array_append_vals(context->sessions, sessions->data, sessions->len);
}

/* Returns: text of the place in the tokens, NULL when none is named */
static const char *
find_place(const DdTableGrammar *self, DdContext *context, const DdTokens *tokens)
{
	for (size_t i = 0; i < tokens->n; i++) {
		if (!dd_session_is_place_word(self, tokens, i))
			continue;
		size_t end = i;
		while (end < tokens->n && !dd_token_is_sign(tokens, end, ';') &&
			!dd_token_is_sign(tokens, end, '.'))
			end++;
		return end > i ? dd_context_fold(context, tokens->items[i].start,
					 dd_token_end(tokens, end - 1))
			       : NULL;
	}
	return NULL;
}

/* A session that one item of the text is about */
static void
add_session(DdContext *context, const DdSession *session, const When *when)
{
	if (dd_date_is_set(when->day))
		dd_remark_day_off(context, when->day, when->day_start, when->day_end);
	g_array_append_val(context->sessions, *session);
}

bool
dd_session_read_item(const DdTableGrammar *self, DdContext *context, const DdField *agency,
	size_t from, DdSpan span)
{
	DdTokens rest = context->scratch; /* a view of the tokens behind the name */
	if (from >= rest.n || !dd_session_is_time_word(self, &rest, from) ||
		context->sessions->len >= DD_MAX_ITEMS)
		return false;
	rest.items += from;
	rest.n -= from;
	When when = read_when(self, context, &rest);
	DdSession session = {.span = span,
		.agency = *agency,
		.count = when.count,
		.day = when.day,
		.rule = "timetable-item"};
	session.hour = (int16_t)when.hour;
	session.minute = (int16_t)when.minute;
	session.confidence = 80;
	session.start_raw = dd_context_fold(
		context, rest.items[0].start, dd_token_end(&rest, rest.n - 1));
	session.place = find_place(self, context, &rest);
	size_t at = 0, len = 0;
	if (!dd_date_is_set(when.day) &&
		!dd_time_find(context->times, &rest, 0, rest.n, context->reading->document.year,
			context->arena, &session.time, &at, &len))
		return false;
	add_session(context, &session, &when);
	return true;
}

/*
 * Whom a visit is to: "làm việc với UBND huyện A", "khảo sát tại xã B", "kiểm tra Sở C", not "kiểm tra việc thực hiện". Returns:
 * the token behind the name
 */
static size_t
read_visited(const DdTableGrammar *self, DdContext *context, size_t at, DdField *agency)
{
	static const char *const small[] = {"với", "tại", "ở"};
	const DdTokens *tokens = &context->scratch;
	DdFieldList names = {0};
	if (at >= tokens->n)
		return at;
	for (size_t i = 0; i < G_N_ELEMENTS(small); i++)
		if (dd_token_is_text(tokens, at, small[i])) {
			at++;
			break;
		}
	size_t n = at < tokens->n && dd_token_is_cap(tokens, at)
			   ? dd_names_read(context->directory, context->local, tokens, at,
				     tokens->n, context->arena, &names)
			   : 0;
	if (n > 0) {
		*agency = names.items[0];
		return at + n;
	}
	/* "xã Tân Long", "trường Mầm non Hoa Sen": small words and the capitals behind them */
	size_t end = at;
	while (end < tokens->n && end - at < VISITED_SMALL && !dd_token_is_cap(tokens, end) &&
		tokens->items[end].kind == DD_TOKEN_WORD &&
		!dd_session_is_place_word(self, tokens, end))
		end++;
	if (end >= tokens->n || end == at || !dd_token_is_cap(tokens, end))
		return at;
	while (end < tokens->n && tokens->items[end].kind == DD_TOKEN_WORD &&
		!dd_session_is_place_word(self, tokens, end))
		end++;
	*agency = dd_context_field(
		context, tokens->items[at].start, dd_token_end(tokens, end - 1), 60, "visited");
	return end;
}

bool
dd_session_read_dated(const DdTableGrammar *self, DdContext *context, DdSpan span)
{
	const DdTokens *tokens = &context->scratch;
	size_t verb = 0, len = 0, end;
	if (tokens->n == 0 || !dd_session_is_time_word(self, tokens, 0) ||
		context->sessions->len >= DD_MAX_ITEMS ||
		dd_phrases_search(self->visits, tokens, 1, MIN(tokens->n, DATED_REACH), &verb, &len) < 0)
		return false;
	DdField agency = {.value = NULL};
	size_t behind = read_visited(self, context, verb + len, &agency);
	if (agency.value == NULL)
		return false;
	DdTokens before = *tokens; /* a view of what stands before the visit */
	before.n = verb;
	When when = read_when(self, context, &before);
	if (!dd_date_is_set(when.day))
		return false;
	for (end = verb; end > 1 && tokens->items[end - 1].kind == DD_TOKEN_SIGN &&
			 !dd_token_is_sign(tokens, end - 1, ')');)
		end--;
	DdTokens rest = *tokens;
	rest.items += behind;
	rest.n -= MIN(behind, rest.n);
	DdSession session = {.span = span,
		.agency = agency,
		.count = when.count,
		.day = when.day,
		.rule = "dated-item"};
	session.hour = (int16_t)when.hour;
	session.minute = (int16_t)when.minute;
	session.confidence = 75;
	session.start_raw = dd_context_fold(
		context, tokens->items[0].start, dd_token_end(tokens, end - 1));
	session.place = find_place(self, context, &rest);
	add_session(context, &session, &when);
	return true;
}

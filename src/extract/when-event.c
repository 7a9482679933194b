/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-event.c: what work waits for inside running text: a season, a call, a meeting, so many days behind something */
#include "when-find.h"

#define EVENT_MAX 16u    /* tokens of "trước khi Đoàn đến làm việc 03 ngày" */
#define FIRST_YEAR 1900u /* "trước Tết Nguyên đán 2026" */
#define DURATION_MAX 30u /* tokens of "trong 05 ngày làm việc kể từ ngày nhận được hồ sơ" */

static bool
offer_event(DdFind *find, size_t from, size_t to)
{
	/* what hangs on something in a report is the report's condition: the duties' matter */
	if (find->reports || to <= from || to - from > EVENT_MAX)
		return false;
	find->time = (DdTime){.kind = DD_TIME_EVENT, .confidence = 70};
	find->time.event = dd_time_quote(find->scan.tokens, from, to, find->arena);
	return find->time.event != NULL && dd_find_offer(find, DD_RANK_EVENT, from, to - from);
}

/* The same as dd_find_is_cut, or another document is named: "… kể từ ngày nhận đủ hồ sơ theo Nghị định số 11" */
static bool
ends_part(const DdFind *find, size_t i)
{
	return dd_find_is_cut(find, i) || (dd_time_word(&find->scan, i) == DD_W_THEO &&
						  dd_token_is_cap(find->scan.tokens, i + 1));
}

/* Returns: where the part of the sentence at @i ends, at most @max tokens on */
static size_t
part_end(const DdFind *find, size_t i, size_t max)
{
	size_t to = i;
	while (to < i + max && !ends_part(find, to))
		to++;
	return to;
}

/* "trước, trong và" of "trước, trong và sau Tết Nguyên đán" at @i. Returns: its tokens, 0 when it does not stand there */
static size_t
all_about(const DdTimeScan *scan, size_t i)
{
	return dd_time_is(scan, i, DD_W_TRUOC) && dd_time_sign(scan, i + 1, ',') &&
			       dd_time_is(scan, i + 2, DD_W_TRONG) &&
			       dd_time_is(scan, i + 3, DD_W_VA) && dd_time_is(scan, i + 4, DD_W_SAU)
		       ? 4
		       : 0;
}

/* A season or feast behind "trước" and the like at @i. Returns: the words that say so, 0 none */
static size_t
season_lead(const DdTimeScan *scan, size_t i)
{
	size_t about = all_about(scan, i);
	DdWord word = dd_time_word(scan, i + about), next = dd_time_word(scan, i + about + 1);
	if (next == DD_W_DIP)
		return about + 2;
	if (next == DD_W_CAC && dd_time_word(scan, i + about + 2) == DD_W_DIP)
		return about + 3;
	/* "trước vụ Đông Xuân" */
	bool crop = dd_find_is_spelt(scan, i + about + 1, "vụ") &&
		    dd_token_is_cap(scan->tokens, i + about + 2);
	bool feast = next == DD_W_STORM || crop || about > 0 ||
		     (next == DD_W_MUA && word == DD_W_TRUOC);
	return feast && (word == DD_W_TRUOC || word == DD_W_SAU) ? about + 2 : 0;
}

/* "trong dịp nghỉ hè", "trước mùa lũ", "sau mưa lũ", "trước, trong và sau Lễ hội"; not "sau bão số 3", which has been */
bool
dd_find_take_season(DdFind *find, size_t i)
{
	size_t to = i + season_lead(&find->scan, i);
	if (to == i)
		return false;
	for (; to <= i + EVENT_MAX && !dd_find_is_cut(find, to); to++) {
		if (dd_find_is_prep(&find->scan, to))
			break;
		const DdToken *token = &find->scan.tokens->items[to];
		/* but "trong dịp Quốc khánh 02/9" */
		if (token->kind == DD_TOKEN_NUMBER && token->value < FIRST_YEAR &&
			!dd_time_sign(&find->scan, to + 1, '/') &&
			!dd_time_sign(&find->scan, to - 1, '/'))
			return false;
	}
	bool at_once = i > find->from && dd_find_is_spelt(&find->scan, i - 1, "ngay");
	return offer_event(find, i - at_once, to);
}

/* "ngày mùng 6 Tết Nguyên đán", "mồng 5 tháng Giêng": a day of the moon's calendar. @i: at "ngày" */
bool
dd_find_take_moon_day(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t len = 0;
	return (dd_find_is_spelt(scan, i + 1, "mùng") || dd_find_is_spelt(scan, i + 1, "mồng")) &&
	       dd_time_number(scan, i + 2, &len) > 0 &&
	       offer_event(find, i, part_end(find, i, EVENT_MAX));
}

/* "trước khi vào năm học 2026 - 2027", "trước khi bước vào mùa khô": what begins is the limit, not the time. @i: at "vào" */
bool
dd_find_take_start(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t khi = i - dd_find_is_spelt(scan, i - 1, "bước");
	return khi >= find->from + 2 && dd_time_is(scan, khi - 1, DD_W_KHI) &&
	       dd_time_is(scan, khi - 2, DD_W_TRUOC) &&
	       offer_event(find, khi - 2, part_end(find, i, EVENT_MAX));
}

/* A time [@at, @at + *@len) by the moon is no day of ours: it is kept as it is written, to the end of its part */
void
dd_find_read_lunar(DdFind *find, size_t at, size_t *len)
{
	size_t end = at + *len;
	if (!dd_time_sign(&find->scan, end, '('))
		*len = part_end(find, end, EVENT_MAX) - at;
	find->time = (DdTime){.kind = DD_TIME_EVENT, .confidence = 70};
	find->time.event = dd_time_quote(find->scan.tokens, at, at + *len, find->arena);
}

/* "…; đến khi kết thúc kì thi", "…, cho đến khi hết mùa khô" as a part of the sentence of its own */
bool
dd_find_take_till(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	if (i < find->from + 2 || !dd_time_is(scan, i + 1, DD_W_KHI))
		return false;
	size_t from = i - dd_find_is_spelt(scan, i - 1, "cho"), to = part_end(find, i, EVENT_MAX);
	bool own = dd_time_sign(scan, from - 1, ';') || dd_time_sign(scan, from - 1, ',');
	return own && ends_part(find, to) && offer_event(find, from, to);
}

/* "trong tuần này", "trong tuần tới": which week it is, nobody told */
bool
dd_find_take_week(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	return dd_time_is(scan, i + 1, DD_W_TUAN) &&
	       (dd_find_is_spelt(scan, i + 2, "này") || dd_find_is_spelt(scan, i + 2, "tới")) &&
	       offer_event(find, i, i + 3);
}

/* Does "trong thời gian" at @i go on with something that comes to pass: "có bão", "diễn ra Lễ hội", "nghỉ Tết"? */
static bool
goes_on_while(const DdTimeScan *scan, size_t i)
{
	static const char *const words[] = {"có", "diễn", "xảy", "nghỉ", "tổ"};
	if (!dd_time_is(scan, i + 1, DD_W_THOI) || !dd_time_is(scan, i + 2, DD_W_GIAN))
		return false;
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
		if (dd_find_is_spelt(scan, i + 3, words[k]))
			return true;
	return dd_time_is(scan, i + 3, DD_W_STORM) || dd_time_is(scan, i + 3, DD_W_MUA);
}

/* "trong thời gian có bão", "trong thời gian diễn ra Lễ hội" at the end of a part of the sentence */
bool
dd_find_take_while(DdFind *find, size_t i)
{
	if (!goes_on_while(&find->scan, i))
		return false;
	size_t to = part_end(find, i, EVENT_MAX);
	return dd_find_is_cut(find, to) && offer_event(find, i, to);
}

/* "theo lộ trình của Bộ Y tế", "theo lệnh của cấp trên" at the end of a sentence */
bool
dd_find_take_roadmap(DdFind *find, size_t i)
{
	bool order = dd_time_is(&find->scan, i + 1, DD_W_ORDER);
	size_t to = i + (order ? 3 : 4);
	if ((!order && (!dd_find_is_spelt(&find->scan, i + 1, "lộ") ||
			       !dd_find_is_spelt(&find->scan, i + 2, "trình"))) ||
		!dd_time_is(&find->scan, to - 1, DD_W_CUA))
		return false;
	while (to < i + EVENT_MAX && to < find->clause_to && to < find->scan.to &&
		!dd_find_is_clause_end(&find->scan, to))
		to++;
	return (to >= find->clause_to || to >= find->scan.to ||
		       dd_find_is_clause_end(&find->scan, to)) &&
	       offer_event(find, i, to);
}

/* Does a message that work waits for begin at @i: "bản tin bão", "hướng dẫn của Bộ"? */
static bool
is_message(const DdTimeScan *scan, size_t i)
{
	static const char *const messages[][2] = {{"bản", "tin"}, {"cảnh", "báo"}, {"thông", "báo"},
		{"hướng", "dẫn"}, {"quyết", "định"}, {"chủ", "trương"}, {"văn", "bản"},
		{"công", "điện"}, {"kết", "luận"}, {"báo", "động"}};
	for (size_t k = 0; k < G_N_ELEMENTS(messages); k++)
		if (dd_find_is_spelt(scan, i, messages[k][0]) &&
			dd_find_is_spelt(scan, i + 1, messages[k][1]))
			return true;
	return false;
}

/* "khi có lệnh", "khi có bản tin bão", "khi đủ điều kiện" at the end of a part of the sentence */
bool
dd_find_take_call(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t at = i + 1;
	at += dd_time_word(scan, at) == DD_W_CO;
	bool called = at > i + 1 && (dd_time_word(scan, at) == DD_W_ORDER || is_message(scan, at));
	if (!called && dd_time_word(scan, at) != DD_W_DU)
		return false;
	size_t to = part_end(find, i, EVENT_MAX);
	return dd_find_is_cut(find, to) && offer_event(find, i, to);
}

/* "Khi phát hiện cháy rừng phải …", "Khi xảy ra sự cố, …" at the head of the text: the work waits for it */
bool
dd_find_take_occasion(DdFind *find, size_t i)
{
	size_t to = i + 1;
	if (i != find->from)
		return false;
	while (to < i + EVENT_MAX && !dd_find_is_cut(find, to) &&
		!dd_find_is_spelt(&find->scan, to, "phải") &&
		!dd_find_is_spelt(&find->scan, to, "thì"))
		to++;
	return to > i + 2 && to + 1 < find->scan.to && offer_event(find, i, to);
}

/* Does [@at, @to) tell what has to be done or given first: "… được phê duyệt", "… có hiệu lực", "Bộ X ban hành …"? */
static bool
has_granting(const DdTimeScan *scan, size_t at, size_t to)
{
	static const char *const acts[][2] = {{"ban", "hành"}, {"phê", "duyệt"}, {"thông", "qua"}};
	for (; at < to; at++) {
		if (dd_time_word(scan, at) == DD_W_CO)
			return true;
		for (size_t k = 0; k < G_N_ELEMENTS(acts) && at + 1 < to; k++)
			if (dd_find_is_spelt(scan, at, acts[k][0]) &&
				dd_find_is_spelt(scan, at + 1, acts[k][1]))
				return true;
	}
	return false;
}

/* "ngay sau khi Chính phủ ban hành …", "sau khi quy hoạch được phê duyệt" at the end of a part of the sentence */
bool
dd_find_take_after(DdFind *find, size_t i)
{
	bool at_once = i > find->from && dd_find_is_spelt(&find->scan, i - 1, "ngay");
	if (!dd_time_is(&find->scan, i + 1, DD_W_KHI))
		return false;
	size_t from = i - at_once, to = part_end(find, from, EVENT_MAX);
	return (at_once || has_granting(&find->scan, i + 2, to)) && dd_find_is_cut(find, to) &&
	       offer_event(find, from, to);
}

/* Does what the meeting is about begin at @i, or another one's name: "… và Bộ Công an", "… về kết quả thực hiện"? */
static bool
ends_meeting(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	return dd_find_is_cut(find, i) || dd_find_is_prep(scan, i) ||
	       (dd_time_word(scan, i) == DD_W_VA && dd_token_is_cap(scan->tokens, i + 1)) ||
	       dd_find_is_spelt(scan, i, "về");
}

/* "tại kỳ họp giữa năm 2025", "tại phiên họp tháng 9": the assembly sets the day */
bool
dd_find_take_meeting(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	bool sitting = dd_find_is_spelt(scan, i + 1, "phiên"); /* "tại phiên họp tháng 9" */
	/* "tại kỳ sinh hoạt chi bộ tháng 01/2026" */
	bool gathers = (dd_time_is(scan, i + 1, DD_W_KY) || dd_find_is_spelt(scan, i + 1, "buổi")) &&
		       dd_find_is_spelt(scan, i + 2, "sinh") && dd_find_is_spelt(scan, i + 3, "hoạt");
	if (!gathers && ((!dd_time_is(scan, i + 1, DD_W_KY) && !sitting) ||
				!dd_time_is(scan, i + 2, DD_W_MEET)))
		return false;
	size_t to = i + 3 + gathers;
	while (to < i + EVENT_MAX && !ends_meeting(find, to))
		to++;
	dd_time_parse(scan->grammar, scan->tokens, i + 1, MIN(to, scan->to), scan->year,
		find->arena, &find->time);
	if (find->time.kind == DD_TIME_MONTH || find->time.kind == DD_TIME_QUARTER)
		return !find->reports && dd_find_offer(find, DD_RANK_EVENT, i, to - i);
	return offer_event(find, i, to);
}

/* "ít nhất 03 ngày" that ends before @i. Returns: where it begins, @i when there is none */
static size_t
find_span_before(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t at = i, len = 0;
	if (at >= find->from + 2 && dd_time_is(scan, at - 1, DD_W_VIEC) &&
		dd_time_is(scan, at - 2, DD_W_LAM))
		at -= 2;
	if (at < find->from + 4 ||
		(!dd_time_is(scan, at - 1, DD_W_NGAY) && !dd_time_is(scan, at - 1, DD_W_HOUR)) ||
		dd_time_number(scan, at - 2, &len) < 1 || len != 1)
		return i;
	bool least = dd_time_is(scan, at - 3, DD_W_NHAT) || dd_find_is_spelt(scan, at - 3, "thiểu");
	return least ? at - 4 : i;
}

/* "trước khi Đoàn đến làm việc 03 ngày", "ít nhất 03 ngày trước khi khai mạc", "trước ngày kiểm tra ít nhất 03 ngày" */
bool
dd_find_take_ahead(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t to = part_end(find, i, EVENT_MAX), len = 0;
	if (!dd_time_is(scan, i + 1, DD_W_KHI) && !dd_time_is(scan, i + 1, DD_W_NGAY))
		return false;
	size_t before = find_span_before(find, i);
	if (before < i && ends_part(find, to))
		return offer_event(find, before, to);
	for (size_t at = i + 3; at < to; at++) {
		if (dd_time_number(scan, at, &len) < 1 || !dd_time_is(scan, at + len, DD_W_NGAY))
			continue;
		at += len + 1;
		bool work = dd_time_is(scan, at, DD_W_LAM) && dd_time_is(scan, at + 1, DD_W_VIEC);
		return offer_event(find, i, work ? at + 2 : at);
	}
	return false;
}

/* Does [@at, @to) say from when a duration runs: "kể từ …", "sau khi …", "từ ngày …"? */
static bool
has_beginning(const DdTimeScan *scan, size_t at, size_t to)
{
	for (; at < to; at++) {
		DdWord word = dd_time_word(scan, at), next = dd_time_word(scan, at + 1);
		if (word == DD_W_KE || ((word == DD_W_SAU || word == DD_W_TRUOC) && next == DD_W_KHI) ||
			(word == DD_W_TU && (next == DD_W_NGAY || next == DD_W_KHI)))
			return true;
	}
	return false;
}

/* "trong thời hạn 05 ngày làm việc kể từ ngày …", "chậm nhất 03 ngày sau khi …" */
bool
dd_find_take_duration(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t at = i + 1, len = 0;
	for (; at < i + 4; at++) {
		DdWord word = dd_time_word(scan, at);
		if (word != DD_W_THOI && word != DD_W_HAN && word != DD_W_VONG &&
			word != DD_W_GIAN && word != DD_W_NHAT && word != DD_W_LEAD)
			break;
	}
	if (dd_time_number(scan, at, &len) < 1)
		return false;
	at += len;
	if (!dd_time_is(scan, at, DD_W_NGAY) && !dd_time_is(scan, at, DD_W_TUAN) &&
		!dd_time_is(scan, at, DD_W_THANG) && !dd_time_is(scan, at, DD_W_HOUR))
		return false;
	size_t to = part_end(find, i, DURATION_MAX);
	/* "Sau giám sát, Ban … hoàn thiện báo cáo trong vòng 10 ngày" */
	bool opened = dd_time_is(scan, find->clause_from, DD_W_SAU) && find->clause_from < i;
	if (find->reports || !ends_part(find, to) || !(opened || has_beginning(scan, at, to)))
		return false;
	dd_time_parse(scan->grammar, scan->tokens, i, to, scan->year, find->arena, &find->time);
	return dd_find_offer(find, DD_RANK_EVENT, i, to - i);
}

/* "không quá 30 ngày kể từ ngày …", with the number at @i */
bool
dd_find_take_most(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	if (find->reports || !dd_find_is_spelt(scan, i - 1, "quá") ||
		!dd_find_is_spelt(scan, i - 2, "không"))
		return false;
	size_t to = part_end(find, i - 2, DURATION_MAX);
	return dd_find_is_cut(find, to) && has_beginning(scan, i + 2, to) &&
	       offer_event(find, i - 2, to);
}

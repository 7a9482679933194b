/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-find.c: the time of a piece of work inside its running text, by the words that announce one */
#include <string.h>

#include "when-find.h"

#define LABEL_REACH 5u  /* words between "thời gian" and its colon */
#define HEAD_REACH 60u  /* tokens behind "Tháng 8:" that may name a day */
#define FINISH_REACH 5u /* tokens from "hoàn thành" to "báo cáo" that share a day */
#define COUNT_REACH 7u  /* tokens from a count to "đến năm 2030" */
#define ROLE_REACH 8u   /* words of "là đơn vị đầu mối theo dõi" */
#define OPENING_MAX 16u /* tokens of "Định kỳ hằng quý, trước ngày 20 của tháng cuối quý," */

bool
dd_find_is_clause_end(const DdTimeScan *scan, size_t i)
{
	if (dd_time_sign(scan, i, ';'))
		return true;
	if (!dd_time_sign(scan, i, '.'))
		return false;
	if (i + 1 >= scan->to)
		return true;
	const DdToken *next = &scan->tokens->items[i + 1];
	return (next->flags & DD_TOKEN_SPACE) && (next->flags & DD_TOKEN_CAP);
}

static bool
is_report_verb(const DdTimeScan *scan, size_t i)
{
	if (dd_time_word(scan, i) != DD_W_BAO || dd_time_word(scan, i + 1) != DD_W_CAO)
		return false;
	DdWord before = i > 0 ? dd_time_word(scan, i - 1) : DD_W_NONE;
	return before != DD_W_THANH && before != DD_W_CAC && before != DD_W_MAKE &&
	       before != DD_W_PAPER && before != DD_W_LEAD;
}

/* "Báo cáo …", "Tổng hợp, báo cáo …", "Theo dõi, đôn đốc …; báo cáo …", "Là đơn vị đầu mối theo dõi …" */
static bool
is_report(const DdTimeScan *scan, size_t i)
{
	DdWord word = dd_time_word(scan, i), next = dd_time_word(scan, i + 1);
	for (size_t k = i + 1; word == DD_W_LEAD && k < i + ROLE_REACH; k++)
		if (dd_time_word(scan, k) == DD_W_THEO && dd_time_word(scan, k + 1) == DD_W_DOI)
			return true;
	return is_report_verb(scan, i) || (word == DD_W_TONG && next == DD_W_HOP) ||
	       (word == DD_W_THEO && next == DD_W_DOI);
}

bool
dd_find_is_prep(const DdTimeScan *scan, size_t i)
{
	DdWord word = dd_time_word(scan, i);
	return word == DD_W_PREP || word == DD_W_TAI;
}

static bool
is_finishing(const DdTimeScan *scan, size_t i)
{
	return (dd_time_word(scan, i) == DD_W_HOAN && dd_time_word(scan, i + 1) == DD_W_THANH) ||
	       dd_time_word(scan, i) == DD_W_XONG;
}

/* Looks up the sentence around @i; each is walked once, for @i only grows. */
static void
load_clause(DdFind *find, size_t i)
{
	if (i < find->clause_to)
		return;
	size_t at = find->clause_to > find->from ? find->clause_to : find->from;
	do {
		size_t finish = SIZE_MAX;
		find->clause_from = at;
		find->reports = find->finishes = false;
		for (; at < find->scan.to && !dd_find_is_clause_end(&find->scan, at); at++) {
			DdWord word = dd_time_word(&find->scan, at);
			if (word == DD_W_NONE)
				continue;
			if (word == DD_W_HOAN || word == DD_W_XONG) {
				finish = is_finishing(&find->scan, at) ? at : finish;
			} else if (word == DD_W_BAO && !find->reports) {
				/* "Hoàn thành và báo cáo UBND tỉnh trước ngày …": the day is that of both */
				bool both = finish != SIZE_MAX &&
					    (finish <= find->clause_from + 1 ||
						    at - finish <= FINISH_REACH);
				find->reports = !both && is_report_verb(&find->scan, at);
			}
		}
		find->finishes = finish != SIZE_MAX;
		at++;
		find->clause_to = at;
	} while (at <= i);
	find->reports = find->reports && !find->reporting;
	while (find->clause_from < find->scan.to &&
		find->scan.tokens->items[find->clause_from].kind == DD_TOKEN_SIGN)
		find->clause_from++;
}

static bool
is_past(const DdFind *find, const DdTime *time)
{
	DdDay day = dd_date_is_set(time->end) ? time->end : time->start;
	return find->scan.year != 0 && dd_date_is_set(day) && day.year < find->scan.year;
}

/* Keeps the time read last when it is better than what was found before. */
bool
dd_find_offer(DdFind *find, DdFindRank rank, size_t at, size_t len)
{
	if (find->time.kind != DD_TIME_EVENT && len > 0 && dd_time_is_lunar(&find->scan, at + len))
		dd_find_read_lunar(find, at, &len);
	if (is_past(find, &find->time) || find->time.kind == DD_TIME_NONE || len == 0)
		return false;
	if (rank >= find->rank)
		return true;
	/* "Năm 2025, mở 04 lớp; gửi danh sách trước ngày 15/3": the day is that of a step */
	if (find->rank == DD_RANK_HEAD && !find->finishes)
		return true;
	find->rank = rank;
	find->at = at;
	find->len = len;
	find->best = find->time;
	uint8_t most = rank <= DD_RANK_YEAR ? 85 : 70;
	find->best.confidence = MIN(find->best.confidence, most);
	return true;
}

bool
dd_find_is_cut(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	return i >= scan->to || i + 1 >= find->clause_to || dd_time_sign(scan, i, ',') ||
	       dd_time_sign(scan, i, ')') || dd_time_sign(scan, i, ':');
}

/* Whole years: what a period in a name looks like as well */
static bool
is_years(const DdTime *time)
{
	bool from = time->start.month == 1 && time->start.day == 1,
	     to = time->end.month == 12 && time->end.day == 31;
	return time->kind == DD_TIME_YEAR || time->kind == DD_TIME_WHOLE_YEAR ||
	       (time->kind == DD_TIME_RANGE && from && to) || (time->kind == DD_TIME_FROM && from);
}

/* How much a deadline or period at [@at, @at + @len) says: years stand in names too, so their place counts */
static DdFindRank
rank_of(const DdFind *find, size_t at, size_t len)
{
	size_t end = at + len;
	bool school = dd_time_is(&find->scan, at + 1, DD_W_NAM) &&
		      dd_time_is(&find->scan, at + 2, DD_W_HOC);
	if ((!is_years(&find->time) && !school) || find->staged)
		return DD_RANK_SAID;
	if (at == find->from)
		return DD_RANK_HEAD;
	if (at > find->from && (is_finishing(&find->scan, at - 1) ||
				       (at > find->from + 1 && is_finishing(&find->scan, at - 2))))
		return DD_RANK_SAID;
	return at == find->clause_from || dd_find_is_cut(find, end) ||
			       dd_find_is_prep(&find->scan, end)
		       ? DD_RANK_YEAR
		       : DD_RANK_LOOSE;
}

bool
dd_find_accept(DdFind *find, size_t at, size_t len)
{
	return find->time.kind != DD_TIME_EVENT &&
	       dd_find_offer(find, rank_of(find, at, len), at, len);
}

/* A period that begins at @i with its cue; in a sentence that reports it is the report's */
static bool
take_phrase(DdFind *find, size_t i)
{
	size_t len = 0;
	if (!dd_time_phrase(&find->scan, i, &find->time, &len) || find->time.kind == DD_TIME_EVENT)
		return false;
	if (!find->reports)
		return dd_find_accept(find, i, len);
	bool day = find->time.kind == DD_TIME_BY_DATE || find->time.kind == DD_TIME_MONTH ||
		   find->time.kind == DD_TIME_QUARTER;
	return day && dd_find_offer(find, DD_RANK_REPORT, i, len);
}

/* Words that the grammar does not count among its own */
bool
dd_find_is_spelt(const DdTimeScan *scan, size_t i, const char *word)
{
	return i < scan->to && dd_token_is_text_nocase(scan->tokens, i, word);
}

/* Does a count stand a few words before @i: "cho 300 lao động đến năm 2030"? Numbers of documents and dates are none */
static bool
has_count_before(const DdFind *find, size_t i)
{
	const DdToken *items = find->scan.tokens->items;
	for (size_t at = i; at-- > find->clause_from && at + COUNT_REACH > i;) {
		bool percent = dd_time_sign(&find->scan, at + 1, '%');
		if (items[at].kind != DD_TOKEN_NUMBER || !(items[at].flags & DD_TOKEN_SPACE) ||
			items[at].len > 3)
			continue;
		return percent || (items[at + 1].kind == DD_TOKEN_WORD &&
					  (items[at + 1].flags & DD_TOKEN_SPACE));
	}
	return false;
}

/* "…; thực hiện giai đoạn 2023 - 2025", "…, triển khai trong giai đoạn …": is what stands at @i when the work is done? */
static bool
is_carried_out(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	if (i < find->clause_from + 2 ||
		(!dd_find_is_spelt(scan, i - 1, "hiện") && !dd_find_is_spelt(scan, i - 1, "khai")))
		return false;
	return i == find->clause_from + 2 || dd_time_sign(scan, i - 3, ',') ||
	       dd_time_sign(scan, i - 3, '(');
}

/* "…; giai đoạn 2026 - 2028.": are the years that begin at @i a part of the sentence of their own? */
static bool
is_own_part(const DdFind *find, size_t i)
{
	return i > find->from && dd_time_sign(&find->scan, i - 1, ';');
}

/* "Rà soát trong quý III/2025; nạo vét các luồng giai đoạn 2026 - 2030": the years of a later stage */
static bool
take_years(DdFind *find, size_t i)
{
	size_t len = 0;
	return (find->staged || is_carried_out(find, i) || is_own_part(find, i)) && !find->reports &&
	       dd_time_phrase(&find->scan, i, &find->time, &len) && find->time.kind == DD_TIME_RANGE &&
	       dd_find_is_cut(find, i + len) && dd_find_accept(find, i, len);
}

/* "…; phấn đấu năm 2026 có 06 sản phẩm": does "phấn đấu" stand before @i, and something before it? */
static bool
is_striven_for(const DdFind *find, size_t i)
{
	return i >= find->from + 3 && dd_time_word(&find->scan, i - 1) == DD_W_LEAD &&
	       dd_time_word(&find->scan, i - 2) == DD_W_LEAD && i - 2 != find->from;
}

/* "…; phấn đấu đến năm 2025 hoàn thành", "đào tạo 300 lao động đến năm 2025": by when the figure is reached */
static bool
take_until(DdFind *find, size_t i)
{
	size_t len = 0;
	const DdTimeScan *scan = &find->scan;
	if (dd_find_take_till(find, i))
		return true;
	if (!dd_time_phrase(scan, i, &find->time, &len) || find->time.kind != DD_TIME_BY_DATE ||
		find->reports)
		return false;
	bool strives = is_striven_for(find, i);
	/* "… được tiêm phòng đến hết ngày 31/10/2025.", "… đến hết quý I/2026" */
	bool day = dd_find_is_spelt(scan, i + 1, "hết") &&
		   (dd_time_is(scan, i + 2, DD_W_NGAY) || dd_time_is(scan, i + 2, DD_W_THANG) ||
			   dd_time_is(scan, i + 2, DD_W_QUY));
	/* "…; đến hết ngày 31/12/2026 giải ngân đạt 100%" */
	if (i == find->clause_from && !is_years(&find->time) && dd_find_is_spelt(scan, i + 1, "hết"))
		return dd_find_accept(find, i, len);
	if (!strives && !(dd_find_is_cut(find, i + len) && (day || has_count_before(find, i))))
		return false;
	return dd_find_offer(find, DD_RANK_OFTEN, i, len);
}

static bool
take_before(DdFind *find, size_t i)
{
	if (dd_find_take_day_of_repeat(find, i))
		return true;
	if (find->reports && (dd_find_is_repeated(find, i) || dd_find_is_of_repeat_before(find, i)))
		return false;
	if (!dd_time_is(&find->scan, i + 1, DD_W_NAM) && take_phrase(find, i))
		return true;
	return dd_find_take_season(find, i) || dd_find_take_ahead(find, i);
}

static bool
take_late(DdFind *find, size_t i)
{
	if (!dd_time_is(&find->scan, i + 1, DD_W_NHAT))
		return false;
	if (dd_find_take_day_of_repeat(find, i))
		return true;
	if (find->reports && dd_find_is_repeated(find, i))
		return false;
	return take_phrase(find, i) || dd_find_take_duration(find, i);
}

/* "trong các ngày 12, 13 và 14/3/2026", "các tháng 5, 6, 7": days or months behind each other; others are no stretch */
static bool
take_days(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t len = 0, unused;
	if ((!dd_time_is(scan, i + 2, DD_W_NGAY) && !dd_time_is(scan, i + 2, DD_W_THANG)) ||
		find->reports || !dd_time_phrase(scan, i + 2, &find->time, &len) ||
		find->time.kind != DD_TIME_RANGE)
		return false;
	bool goes_on = dd_time_is(scan, i + 2 + len, DD_W_VA) || dd_time_sign(scan, i + 2 + len, ',');
	return !(goes_on && dd_time_number(scan, i + 3 + len, &unused) >= 0) &&
	       dd_find_accept(find, i, len + 2);
}

/* "trong quý II", "vào cuối năm 2025"; a bare "trong năm" only at the head of a sentence */
static bool
take_within(DdFind *find, size_t i)
{
	size_t len = 0;
	if (dd_find_take_start(find, i) || dd_find_take_season(find, i) ||
		dd_find_take_while(find, i) || dd_find_take_duration(find, i) ||
		dd_find_take_week(find, i))
		return true;
	if (dd_time_is(&find->scan, i + 1, DD_W_GIAI) && is_carried_out(find, i))
		return take_phrase(find, i);
	/* "Đóng cửa các bãi rác trong giai đoạn 2026 - 2028." */
	if (dd_time_is(&find->scan, i + 1, DD_W_GIAI))
		return !find->reports && dd_time_phrase(&find->scan, i, &find->time, &len) &&
		       find->time.kind == DD_TIME_RANGE && i + len + 1 >= find->scan.to &&
		       dd_find_is_cut(find, i + len) && dd_find_offer(find, DD_RANK_OFTEN, i, len);
	if (dd_time_is(&find->scan, i + 1, DD_W_CAC))
		return take_days(find, i);
	if (dd_time_is(&find->scan, i + 1, DD_W_NHIEM) || dd_time_is(&find->scan, i + 1, DD_W_THOI))
		return false;
	if (!dd_time_phrase(&find->scan, i, &find->time, &len))
		return false;
	if (len == 2 && find->time.kind == DD_TIME_WHOLE_YEAR && i != find->clause_from)
		return false;
	/* "tổ chức ra quân vào ngày 16/6/2026" is when it takes place; what is finished or sent then is due */
	if (dd_time_is(&find->scan, i, DD_W_VAO) && dd_time_is(&find->scan, i + 1, DD_W_NGAY) &&
		!find->reports && find->time.kind == DD_TIME_BY_DATE && !find->finishes) {
		find->time.start = find->time.end;
		return dd_find_accept(find, i, len);
	}
	/* "vào tháng 6 và tháng 11": twice, with a gap between */
	DdTimeScan list = find->scan;
	list.to = i + len;
	if (find->time.kind == DD_TIME_RANGE && !find->reports &&
		dd_time_stages(&list, i + 1, find->arena, &find->time))
		return dd_find_offer(find, DD_RANK_SAID, i, len);
	return take_phrase(find, i);
}

/* "áp dụng từ ngày 01/01/2026", "phát sinh từ tháng 5": what stands before "từ" at @i tells of a thing, not of the work */
static bool
is_said_of_thing(const DdTimeScan *scan, size_t i)
{
	static const char *const words[][2] = {{"áp", "dụng"}, {"hiệu", "lực"}, {"phát", "sinh"},
		{"ban", "hành"}, {"chế", "độ"}, {"số", "liệu"}, {"được", "hưởng"}, {"thành", "lập"},
		{"công", "tác"}, {"đăng", "ký"}, {"được", "giao"}};
	for (size_t k = 0; k < G_N_ELEMENTS(words) && i >= 2; k++)
		if (dd_find_is_spelt(scan, i - 2, words[k][0]) &&
			dd_find_is_spelt(scan, i - 1, words[k][1]))
			return true;
	return false;
}

/* "từ ngày 20/02 đến hết Lễ hội": "đến hết Lễ hội" at @i, which ends the part. Returns: its tokens, 0 when it is not there */
static size_t
till_event(const DdFind *find, size_t i)
{
	size_t to = i + 1;
	if (!dd_time_is(&find->scan, i, DD_W_DEN))
		return 0;
	while (to < i + HEAD_REACH && !dd_find_is_cut(find, to) &&
		find->scan.tokens->items[to].kind == DD_TOKEN_WORD)
		to++;
	return dd_find_is_cut(find, to) && to > i + 1 ? to - i : 0;
}

/* "từ ngày 05/6 đến ngày 15/8/2025", "bắt đầu từ tháng 5/2025"; years alone belong to names */
static bool
take_from(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t len = 0;
	DdWord before = i > find->from ? dd_time_word(scan, i - 1) : DD_W_NONE;
	/* "số liệu từ tháng 1 đến tháng 6", "kể từ ngày", "ban hành từ ngày" */
	bool other = before == DD_W_DATA || before == DD_W_KE || before == DD_W_THANH;
	if (find->reports || other || !dd_time_phrase(scan, i, &find->time, &len))
		return false;
	bool said = i == find->clause_from || (i > find->from && dd_time_sign(scan, i - 1, ',')) ||
		    before == DD_W_DAU || before == DD_W_LEAD;
	bool school = dd_time_is(scan, i + 1, DD_W_NAM) && dd_time_is(scan, i + 2, DD_W_HOC);
	bool years = dd_time_is(scan, i + 1, DD_W_NAM) && !school;
	bool onward = years && len > 3;
	if (find->time.kind == DD_TIME_FROM && !years)
		len += till_event(find, i + len);
	/* "Tăng cường giám sát, từ năm 2026 đến năm 2028.": years at the end, behind a comma */
	bool closes = i > find->from && dd_find_is_cut(find, i + len) && !is_said_of_thing(scan, i) &&
		      (dd_time_sign(scan, i - 1, ',') || is_carried_out(find, i) ||
			      (!years && find->time.kind == DD_TIME_FROM && scan->year != 0 &&
				      find->time.start.year >= scan->year) ||
			      (find->time.kind == DD_TIME_FROM && scan->year != 0 &&
				      find->time.start.year > scan->year));
	if (find->time.kind == DD_TIME_RANGE ? years && !closes : !said && !onward && !school && !closes)
		return false;
	/* "từ năm 2007 trở về trước", "từ năm 2020, tỉnh đã …" */
	if (find->scan.year != 0 && find->time.start.year < find->scan.year &&
		find->time.kind == DD_TIME_FROM)
		return false;
	bool begun = before == DD_W_DAU && i >= find->from + 2 && dd_time_is(scan, i - 2, DD_W_BAT);
	if (years && !onward && !begun && !closes && i != find->clause_from)
		return false;
	return begun ? dd_find_accept(find, i - 2, len + 2) : dd_find_accept(find, i, len);
}

/*
 * "(quý II/2025)", "(hoàn thành trước 30/6)", "(hằng năm)", "(Sở A chủ trì; tháng 5)"; bare years and days behind the
 * bracket itself belong to names
 */
static bool
take_bracket(DdFind *find, size_t i)
{
	DdRepeat repeat;
	size_t len = 0;
	if (find->reports)
		return false;
	if (dd_time_word(&find->scan, i + 1) == DD_W_HANG &&
		dd_time_repeat(&find->scan, i + 1, find->arena, &repeat) &&
		dd_time_sign(&find->scan, i + 1 + repeat.len, ')')) {
		dd_time_set_repeat(&find->scan, find->scan.to, &repeat, find->arena, &find->time);
		return dd_find_accept(find, i + 1, repeat.len);
	}
	if (dd_time_is(&find->scan, i + 1, DD_W_THUONG) &&
		dd_time_is(&find->scan, i + 2, DD_W_XUYEN) && dd_time_sign(&find->scan, i + 3, ')')) {
		find->time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 75};
		return dd_find_accept(find, i + 1, 2);
	}
	size_t from = i + 1 + (dd_time_is(&find->scan, i + 1, DD_W_HOAN) ? 2 : 0); /* "hoàn thành" is no part of when */
	if (!dd_time_phrase(&find->scan, from, &find->time, &len) ||
		!dd_time_sign(&find->scan, from + len, ')'))
		return false;
	if (dd_time_sign(&find->scan, i, ';')) {
		/* "(Hiệu trưởng; ngày 28/5/2026)" is when it takes place */
		if (find->time.kind == DD_TIME_BY_DATE && from == i + 1 &&
			dd_time_word(&find->scan, from) == DD_W_NGAY)
			find->time.start = find->time.end;
		return dd_find_accept(find, from, len);
	}
	/* "02 lần trong năm (tháng 5 và tháng 10)": twice, with a gap between */
	DdTimeScan list = find->scan;
	list.to = from + len;
	if (find->time.kind == DD_TIME_RANGE && dd_time_stages(&list, from, find->arena, &find->time))
		return dd_find_offer(find, DD_RANK_SAID, from, len);
	const DdTime *time = &find->time;
	bool years = time->kind == DD_TIME_YEAR ||
		     (time->kind == DD_TIME_RANGE && time->start.month == 1 &&
			     time->start.day == 1 && time->end.month == 12);
	bool day = time->kind == DD_TIME_BY_DATE &&
		   (dd_date_is_set(time->start) || dd_time_word(&find->scan, i + 1) == DD_W_DEN);
	return !years && !day && dd_find_accept(find, from, len);
}

static bool
is_months(const DdTime *time)
{
	return time->kind == DD_TIME_MONTH || time->kind == DD_TIME_QUARTER;
}

/* "Năm 2025, tổ chức …", "Quý II/2025: …" at the head of a sentence */
static bool
take_head(DdFind *find, size_t i)
{
	size_t len = 0;
	DdWord word = dd_time_word(&find->scan, i);
	if (i != find->clause_from || find->reports || word == DD_W_GIAI || word == DD_W_NHIEM ||
		word == DD_W_DEN)
		return false;
	if (!dd_time_phrase(&find->scan, i, &find->time, &len) || find->time.kind == DD_TIME_BY_DATE)
		return false;
	if (!dd_time_sign(&find->scan, i + len, ',') && !dd_time_sign(&find->scan, i + len, ':'))
		return false;
	/* "Tháng 8/2025: Tổng kết chiến dịch trước ngày 25/8/2025": a day in it says more */
	DdTime period = find->time;
	size_t to = MIN(find->clause_to, i + len + HEAD_REACH), day_len = 0;
	for (size_t at = i + len; at < to && is_months(&period); at++) {
		DdWord cue = dd_time_word(&find->scan, at);
		if ((cue == DD_W_TRUOC || cue == DD_W_CHAM) &&
			dd_time_phrase(&find->scan, at, &find->time, &day_len) &&
			find->time.kind == DD_TIME_BY_DATE)
			return dd_find_accept(find, at, day_len);
	}
	find->time = period;
	return dd_find_accept(find, i, len);
}

/* "tối ngày 26/7/2017": the hour tells that it takes place then */
static bool
is_part_of_day(const DdTimeScan *scan, size_t i)
{
	static const char *const words[] = {"sáng", "trưa", "chiều", "tối", "đêm"};
	for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
		if (dd_find_is_spelt(scan, i, words[k]))
			return true;
	return false;
}

/* "Ngày 27/02/2026: tổng duyệt." at the head of the text is when it takes place; else days that come again */
static bool
take_day(DdFind *find, size_t i)
{
	size_t len = 0;
	if (dd_find_take_moon_day(find, i))
		return true;
	if (i > find->from && is_part_of_day(&find->scan, i - 1) && !find->reports &&
		dd_time_phrase(&find->scan, i, &find->time, &len) &&
		find->time.kind == DD_TIME_BY_DATE) {
		find->time.start = find->time.end;
		return dd_find_accept(find, i, len);
	}
	if (i != find->from || find->reports || !dd_time_phrase(&find->scan, i, &find->time, &len) ||
		find->time.kind != DD_TIME_BY_DATE || !dd_time_sign(&find->scan, i + len, ':'))
		return dd_find_take_day(find, i);
	find->time.start = find->time.end;
	return dd_find_accept(find, i, len);
}

/* The same, or a period to strive for */
static bool
take_period(DdFind *find, size_t i)
{
	size_t len = 0;
	if (take_head(find, i))
		return true;
	return !find->reports && is_striven_for(find, i) &&
	       dd_find_is_spelt(&find->scan, i - 1, "đấu") &&
	       dd_time_phrase(&find->scan, i, &find->time, &len) &&
	       find->time.kind != DD_TIME_EVENT && dd_find_offer(find, DD_RANK_OFTEN, i, len);
}

/* "thời gian thực hiện: quý II", "thời hạn hoàn thành trước ngày …" */
static bool
take_label(DdFind *find, size_t i)
{
	if (!dd_time_is(&find->scan, i + 1, DD_W_GIAN) && !dd_time_is(&find->scan, i + 1, DD_W_HAN))
		return false;
	size_t at = i + 2;
	while (at < i + 2 + LABEL_REACH && at < find->scan.to && !dd_time_sign(&find->scan, at, ':'))
		at++;
	if (!dd_time_sign(&find->scan, at, ':'))
		return take_phrase(find, i);
	size_t end = ++at;
	while (end < find->scan.to && end + 1 < find->clause_to && !dd_time_sign(&find->scan, end, ')'))
		end++;
	dd_time_parse(find->scan.grammar, find->scan.tokens, at, end, find->scan.year, find->arena,
		&find->time);
	return dd_find_accept(find, at, end - at);
}

static bool
take_finished(DdFind *find, size_t i, size_t words)
{
	const DdWord next = dd_time_word(&find->scan, i + words);
	if ((next == DD_W_TRUOC || next == DD_W_CHAM) && dd_find_take_day_of_repeat(find, i + words))
		return true;
	if (dd_time_is(&find->scan, i + words, DD_W_GIAI) || !take_phrase(find, i + words))
		return false;
	/* "hoàn thành 2025" and "hoàn thành đến năm 2030" say how much, not when */
	return next != DD_W_DEN;
}

static bool
take_completed(DdFind *find, size_t i)
{
	return dd_time_is(&find->scan, i + 1, DD_W_THANH) && take_finished(find, i, 2);
}

static bool
take_done(DdFind *find, size_t i)
{
	return take_finished(find, i, 1);
}

static bool
take_behind(DdFind *find, size_t i)
{
	return take_head(find, i) || dd_find_take_season(find, i) ||
	       dd_find_take_duration(find, i) || dd_find_take_after(find, i);
}

static bool
take_when(DdFind *find, size_t i)
{
	return dd_find_take_call(find, i) || dd_find_take_occasion(find, i);
}

/* What reads the time that a word announces; NULL: it announces none */
static bool (*const takes[DD_W_LAST])(DdFind *find, size_t i) = {
	[DD_W_TRUOC] = take_before,
	[DD_W_CHAM] = take_late,
	[DD_W_HOAN] = take_completed,
	[DD_W_XONG] = take_done,
	[DD_W_TRONG] = take_within,
	[DD_W_VAO] = take_within,
	[DD_W_DINH] = dd_find_take_periodic,
	[DD_W_HANG] = dd_find_take_each,
	[DD_W_THOI] = take_label,
	[DD_W_THUONG] = dd_find_take_always,
	[DD_W_TU] = take_from,
	[DD_W_SAU] = take_behind,
	[DD_W_KHI] = take_when,
	[DD_W_TAI] = dd_find_take_meeting,
	[DD_W_THEO] = dd_find_take_roadmap,
	[DD_W_DEN] = take_until,
	[DD_W_GIAI] = take_years,
	[DD_W_NGAY] = take_day,
	[DD_W_NAM] = take_period,
	[DD_W_QUY] = take_period,
	[DD_W_THANG] = take_period,
	[DD_W_CUOI] = take_head,
	[DD_W_DAU] = take_head,
};

/* Returns: the first token from @i on that is no word or one that announces a time; most words do not, and cost this look */
static size_t
skip_other_words(const DdTimeScan *scan, size_t i)
{
	const DdToken *items = scan->tokens->items;
	const uint8_t *by_word = scan->grammar->by_word;
	const size_t to = scan->to, n_words = scan->grammar->n_words;
	if (scan->bare || scan->broken) {
		while (i < to && items[i].kind == DD_TOKEN_WORD && takes[dd_time_word(scan, i)] == NULL)
			i++;
		return i;
	}
	/* the same where a word is what it is written as */
	while (i < to && items[i].kind == DD_TOKEN_WORD &&
		(items[i].word >= n_words || takes[by_word[items[i].word]] == NULL))
		i++;
	return i;
}

/* The "tháng một lần", "tháng/lần" of "6 tháng một lần" at @i */
static bool
is_once(const DdTimeScan *scan, size_t i)
{
	return (dd_time_sign(scan, i + 1, '/') || dd_time_is(scan, i + 1, DD_W_MOT)) &&
	       dd_time_is(scan, i + 2, DD_W_LAN);
}

static void
take_at(DdFind *find, size_t i)
{
	const DdToken *token = &find->scan.tokens->items[i];
	bool bracket = token->kind == DD_TOKEN_SIGN && (token->value == '(' || token->value == ';');
	DdWord unit = token->kind == DD_TOKEN_NUMBER ? dd_time_word(&find->scan, i + 1) : DD_W_NONE;
	bool times = unit == DD_W_LAN || is_once(&find->scan, i + 1),
	     days = unit == DD_W_NGAY && i >= find->from + 2;
	if (!bracket && !times && !days && token->kind != DD_TOKEN_WORD)
		return;
	load_clause(find, i);
	if (times)
		(void)dd_find_take_counted(find, i, DD_RANK_OFTEN);
	else if (days)
		(void)dd_find_take_most(find, i);
	else if (bracket)
		(void)take_bracket(find, i);
	else
		(void)takes[dd_time_word(&find->scan, i)](find, i);
}

bool
dd_find_first(DdFind *find)
{
	const DdTimeScan *scan = &find->scan;
	const DdToken *items = scan->tokens->items;
	while (find->from < scan->to && items[find->from].kind == DD_TOKEN_SIGN &&
		items[find->from].value != '(')
		find->from++;
	for (size_t i = find->from;
		(i = skip_other_words(scan, i)) < scan->to && find->rank != DD_RANK_SAID; i++)
		take_at(find, i);
	return find->rank != DD_RANK_NONE;
}

/* "Hằng tháng, trước ngày 25, tổng hợp …": the words behind the times that open a sentence */
static size_t
skip_opening(const DdTimeScan *scan, size_t from)
{
	DdWord word = dd_time_word(scan, from);
	size_t behind = from;
	if (word != DD_W_HANG && word != DD_W_DINH && word != DD_W_TRUOC && word != DD_W_CHAM)
		return from;
	for (size_t i = from; i < scan->to && i < from + OPENING_MAX; i++)
		if (dd_time_sign(scan, i, ',') && is_report(scan, i + 1))
			behind = i + 1;
	return behind;
}

bool
dd_time_is_in_name(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t at)
{
	DdFind find = {.scan = dd_time_scan_make(self, tokens, tokens->n, 0, false),
		.from = from,
		.clause_from = from};
	return dd_find_is_in_name(&find, at);
}

DdFind
dd_find_begin(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena)
{
	DdFind find = {.scan = dd_time_scan_make(self, tokens, to, year, false),
		.from = from,
		.arena = arena,
		.rank = DD_RANK_NONE};
	while (from < find.scan.to && tokens->items[from].kind == DD_TOKEN_SIGN)
		from++;
	find.reporting = is_report(&find.scan, skip_opening(&find.scan, from));
	return find;
}

bool
dd_time_find(const DdTimeGrammar *self, const DdTokens *tokens, size_t from, size_t to, int year,
	DdArena *arena, DdTime *time_out, size_t *at_out, size_t *len_out)
{
	DdFind find = dd_find_begin(self, tokens, from, to, year, arena);
	if (!dd_find_first(&find))
		return false;
	*time_out = find.best;
	*at_out = find.at;
	*len_out = find.len;
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-often.c: work that comes again or never ends inside running text: "hằng năm", "định kỳ 6 tháng", "thường xuyên" */
#include <string.h>

#include "when-find.h"

#define NOUN_REACH 6u    /* words before "hằng năm" that may make it part of a name */
#define REPEAT_REACH 8u  /* words between "trước ngày 10/12" and "hằng năm" */
#define REPEAT_DAYS 24u  /* the same when nothing but days stands between */
#define BRACKET_REACH 5u /* words of "định kỳ 6 tháng" before a bracket with its day */

/* How far the repetition of a day may stand: near, or behind more days ("05/6 và 05/12 hằng năm") */
static size_t
repeat_end(const DdFind *find, size_t i)
{
	size_t at = i + 1;
	at += dd_time_word(&find->scan, at) == DD_W_NHAT; /* "chậm nhất ngày …" */
	for (; at < i + REPEAT_DAYS && at < find->clause_to; at++) {
		DdWord word = dd_time_word(&find->scan, at);
		if (word == DD_W_NONE && find->scan.tokens->items[at].kind == DD_TOKEN_WORD)
			break;
		/* a day with its year comes once */
		if (find->scan.tokens->items[at].value >= 1000 &&
			find->scan.tokens->items[at].kind == DD_TOKEN_NUMBER)
			break;
		if (word != DD_W_NONE && word != DD_W_NGAY && word != DD_W_THANG &&
			word != DD_W_TRUOC && word != DD_W_VA && word != DD_W_HANG)
			break;
	}
	return MIN(MAX(at + 1, i + REPEAT_REACH), find->clause_to);
}

/* "trước ngày 10/12 hằng năm", "trước 16 giờ thứ Sáu hằng tuần" */
bool
dd_find_take_day_of_repeat(DdFind *find, size_t i)
{
	DdRepeat repeat;
	size_t len = 0, end = repeat_end(find, i);
	if (find->reports)
		return false;
	bool clock = dd_time_number(&find->scan, i + 1, &len) >= 0 &&
		     dd_time_word(&find->scan, i + 1 + len) == DD_W_HOUR;
	for (size_t at = i + 1; at < end; at++) {
		if (!dd_time_repeat(&find->scan, at, find->arena, &repeat))
			continue;
		DdTimeScan until = find->scan;
		until.to = at + repeat.len;
		dd_time_set_repeat(&until, i, &repeat, find->arena, &find->time);
		return (clock || find->time.before != NULL) &&
		       dd_find_accept(find, i, at + repeat.len - i);
	}
	return false;
}

/* Is the day behind @i a repeated one: "trước ngày 15/12 hằng năm"? */
bool
dd_find_is_repeated(DdFind *find, size_t i)
{
	DdRepeat repeat;
	size_t end = repeat_end(find, i);
	for (size_t at = i + 1; at < end; at++)
		if (dd_time_repeat(&find->scan, at, find->arena, &repeat))
			return true;
	return false;
}

/* "hằng năm (trước ngày 15/12) báo cáo": does the bracket at whose beginning the day at @i stands follow a repetition? */
bool
dd_find_is_of_repeat_before(const DdFind *find, size_t i)
{
	DdRepeat repeat;
	if (i < find->clause_from + 2 || !dd_time_sign(&find->scan, i - 1, '('))
		return false;
	for (size_t back = 2; back <= BRACKET_REACH && i >= find->clause_from + 1 + back; back++)
		if (dd_time_repeat(&find->scan, i - 1 - back, find->arena, &repeat) &&
			repeat.len == back)
			return true;
	return false;
}

/* Is the word at @i the last of a thing that comes back by itself: "khen thưởng", "chỉ số", "tiêu chí", "nguồn vốn"? */
static bool
is_thing(const DdTimeScan *scan, size_t i)
{
	static const char *const things[][2] = {{"khen", "thưởng"}, {"chỉ", "số"}, {"tiêu", "chí"},
		{"lộ", "trình"}, {"nguồn", "vốn"}, {"biên", "chế"}, {"thu", "nhập"},
		{"doanh", "thu"}, {"sản", "lượng"}, {"danh", "sách"}};
	for (size_t k = 0; k < G_N_ELEMENTS(things); k++)
		if (dd_find_is_spelt(scan, i, things[k][1]) &&
			dd_find_is_spelt(scan, i - 1, things[k][0]))
			return true;
	return false;
}

/* Is the repetition at @i part of a name ("kế hoạch hằng năm")? To make a plan each year is work. */
bool
dd_find_is_in_name(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	for (size_t back = 1; back <= NOUN_REACH && i >= find->clause_from + back; back++) {
		size_t at = i - back;
		if (dd_time_sign(scan, at, ',')) /* "Mở chuyên mục, mỗi tuần 01 tin" */
			return false;
		if (at > find->clause_from && is_thing(scan, at))
			return true;
		/* "nhiệm vụ hằng năm"; "Phòng Nội vụ họp hằng tuần" has no such thing */
		if (dd_time_word(scan, at) != DD_W_NOUN ||
			(dd_find_is_spelt(scan, at, "vụ") && at > find->clause_from &&
				dd_token_is_cap(scan->tokens, at - 1)))
			continue;
		return back == 1 || at < find->clause_from + 2 ||
		       dd_time_word(scan, at - 2) != DD_W_MAKE;
	}
	return false;
}

/* "mỗi năm 02 chuyến", "mỗi quý một lần"; not "mỗi năm giảm 2%" */
static bool
take_every(DdFind *find, size_t i, const DdRepeat *repeat)
{
	const DdTimeScan *scan = &find->scan;
	size_t at = i + repeat->len, len = 0;
	if (dd_find_is_in_name(find, i) || dd_time_word(scan, at) == DD_W_NOUN)
		return false;
	if (dd_time_number(scan, at, &len) >= 0 && dd_time_sign(scan, at + len, '%'))
		return false;
	dd_time_set_repeat(scan, scan->to, repeat, find->arena, &find->time);
	return dd_find_offer(find, DD_RANK_OFTEN, i, repeat->len);
}

/* "Hằng năm, tổ chức …" and "Tổ chức … hằng năm;", not "kế hoạch hằng năm" nor "hằng năm báo cáo" */
bool
dd_find_take_each(DdFind *find, size_t i)
{
	DdRepeat repeat;
	const DdTokens *tokens = find->scan.tokens;
	if (find->reports || !dd_time_repeat(&find->scan, i, find->arena, &repeat) ||
		strcmp(repeat.every[0], "day") == 0)
		return false;
	char first = tokens->text[tokens->items[i].start];
	if (first == 'm' || first == 'M')
		return take_every(find, i, &repeat);
	size_t behind = i + repeat.len;
	if (i != find->clause_from) {
		/* "hằng năm tổ chức …": a verb may follow as well */
		bool verb = dd_time_word(&find->scan, behind) == DD_W_LEAD &&
			    dd_time_word(&find->scan, behind + 1) == DD_W_LEAD;
		bool with = dd_find_is_spelt(
			&find->scan, behind, "với"); /* "giao ban hằng tuần với các chủ đầu tư" */
		bool bracket = dd_time_sign(&find->scan, behind,
			'('); /* "mở lớp tối thứ Bảy hằng tuần (Đoàn phường chủ trì)" */
		if (!bracket && !dd_find_is_cut(find, behind) &&
			!dd_find_is_prep(&find->scan, behind) && !verb && !with)
			return false;
		if (dd_find_is_in_name(find, i))
			return false;
	}
	DdTimeScan until = find->scan;
	until.to = MIN(find->clause_to, find->scan.to);
	dd_time_set_repeat(&until, i, &repeat, find->arena, &find->time);
	return dd_find_accept(find, i, repeat.len);
}

/* "định kỳ 6 tháng", "02 lần/năm" */
bool
dd_find_take_counted(DdFind *find, size_t i, DdFindRank rank)
{
	DdRepeat repeat;
	if (!dd_time_repeat(&find->scan, i, find->arena, &repeat))
		return false;
	/* "Định kỳ hằng năm, đánh giá …, báo cáo UBND tỉnh": what opens the sentence is the time of all of it */
	size_t behind = i + repeat.len;
	bool comma = dd_time_sign(&find->scan, behind, ','), opens = i == find->clause_from && comma;
	if (find->reports && !opens)
		return false;
	/* "định kỳ hằng quý, trước ngày 10", "hằng tháng (trước ngày 25)" */
	DdWord next = dd_time_word(&find->scan, behind + 1);
	bool day = (comma || dd_time_sign(&find->scan, behind, '(')) &&
		   (next == DD_W_TRUOC || next == DD_W_CHAM);
	DdTimeScan until = find->scan;
	until.to = MIN(find->clause_to, find->scan.to);
	dd_time_set_repeat(&until, day ? behind : until.to, &repeat, find->arena, &find->time);
	return dd_find_offer(find, rank, i, repeat.len);
}

/* Is the word at @i the last of who does the work: "các xã", "cơ quan, đơn vị", a name? */
static bool
ends_doer(const DdTimeScan *scan, size_t i)
{
	static const char *const units[][2] = {{NULL, "thôn"}, {NULL, "xã"}, {NULL, "phường"},
		{NULL, "sở"}, {NULL, "ngành"}, {"đơn", "vị"}, {"cơ", "quan"}, {"liên", "quan"},
		{"địa", "phương"}, {"đoàn", "thể"}, {"doanh", "nghiệp"}, {"nhà", "trường"},
		{"khu", "phố"}, {"các", "phòng"}, {"các", "cấp"}, {"các", "tổ"}};
	if (scan->tokens->items[i].kind != DD_TOKEN_WORD)
		return false;
	for (size_t k = 0; k < G_N_ELEMENTS(units); k++)
		if (dd_find_is_spelt(scan, i, units[k][1]) &&
			(units[k][0] == NULL || (i > 0 && dd_find_is_spelt(scan, i - 1, units[k][0]))))
			return true;
	return dd_token_is_cap(scan->tokens, i);
}

/* "UBND các xã thường xuyên tuyên truyền …": stands "thường xuyên" at @i between who does it and what is done? */
static bool
is_between(const DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	size_t verb = i + 2;
	return i > find->clause_from + 1 && verb < scan->to &&
	       scan->tokens->items[verb].kind == DD_TOKEN_WORD &&
	       !dd_token_is_cap(scan->tokens, verb) && !dd_find_is_prep(scan, verb) &&
	       !dd_find_is_spelt(scan, verb, "xảy") && !dd_find_is_spelt(scan, verb, "bị") &&
	       ends_doer(scan, i - 1);
}

/* "Thường xuyên kiểm tra …"; "…, thực hiện thường xuyên." */
bool
dd_find_take_always(DdFind *find, size_t i)
{
	const DdTimeScan *scan = &find->scan;
	/* "quyết liệt, đồng bộ, thường xuyên, liên tục": how, not when */
	bool among = dd_time_sign(scan, i + 2, ',') && dd_time_is(scan, i + 3, DD_W_LIEN);
	bool closes = i > find->from && dd_find_is_cut(find, i + 2) && !among &&
		      (dd_time_sign(scan, i - 1, ',') || dd_find_is_spelt(scan, i - 1, "hiện"));
	if ((i != find->from && !closes && !is_between(find, i)) || find->reports ||
		!dd_time_is(scan, i + 1, DD_W_XUYEN))
		return false;
	find->time = (DdTime){.kind = DD_TIME_CONTINUOUS, .confidence = 75};
	return dd_find_offer(find, DD_RANK_OFTEN, i, 2);
}

bool
dd_find_take_periodic(DdFind *find, size_t i)
{
	return dd_time_is(&find->scan, i + 1, DD_W_KY) && dd_find_take_counted(find, i, DD_RANK_SAID);
}

/* "vào ngày 15 hằng tháng", "định kỳ ngày 25 hằng quý"; "kỷ niệm ngày 27/7 hằng năm" is a feast */
bool
dd_find_take_day(DdFind *find, size_t i)
{
	DdRepeat repeat;
	size_t len = 0;
	if (dd_time_number(&find->scan, i + 1, &len) < 1 ||
		!dd_time_repeat(&find->scan, i + 1 + len, find->arena, &repeat) ||
		strcmp(repeat.every[0], "year") == 0)
		return false;
	return dd_find_take_day_of_repeat(find, i);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "context.h"

#include <string.h>

#include "maxima.h"
#include "memo.h"
#include "recall.h"

#define TIME_REACH 3u /* words before the time of a part: "hoàn thành", "xong" */

#define AHEAD_BYTES 8192u  /* of text whose tokens are kept at hand */
#define WHOLE_BYTES 65536u /* a text up to this size is kept at hand as a whole */
#define AHEAD_GAP                                                                                  \
	64u /* between paragraphs; what is larger is a table, and nobody asks for its tokens */

/* @scratch borrows the tokens of @from; what scans need besides stays empty in it. */
static void
show(DdContext *self, const DdTokens *from)
{
	self->scratch.items = from->items;
	self->scratch.n = from->n;
	self->scratch.text = from->text;
	self->scratch.damage = from->damage;
	self->scratch.glued = from->glued;
}

void
dd_context_scan_whole(DdContext *self)
{
	if (self->damage == DD_DAMAGE_HEAVY || self->len > WHOLE_BYTES)
		return;
	dd_tokens_scan(&self->ahead, self->lexicon, self->damage, self->chars, 0, self->len);
	self->scanned_start = self->scanned_end = 0;
}

void
dd_context_scan_ahead(DdContext *self, size_t i)
{
	const DdPara *para = &g_array_index(self->paras, DdPara, i);
	/* the tokens of a bad scan depend on where the scan began: they cannot be kept at hand */
	if (self->damage == DD_DAMAGE_HEAVY)
		return;
	if (para->start >= self->ahead.all_start && para->end <= self->ahead.all_end)
		return;
	uint32_t end = para->end;
	for (size_t j = i + 1; j < self->paras->len; j++) {
		const DdPara *next = &g_array_index(self->paras, DdPara, j);
		if (next->start < end || next->start - end > AHEAD_GAP ||
			next->end - para->start > AHEAD_BYTES)
			break;
		end = next->end;
	}
	dd_tokens_scan(&self->ahead, self->lexicon, self->damage, self->chars, para->start, end);
	self->scanned_start = self->scanned_end = 0;
}

void
dd_context_init_tokens(DdContext *self)
{
	self->memo = self->damage == DD_DAMAGE_NONE ? dd_lexicon_take_memo(self->lexicon)
						    : dd_word_memo_new();
	self->ahead.memo = self->single.memo = self->memo;
}

void
dd_context_clear_tokens(DdContext *self)
{
	if (self->damage == DD_DAMAGE_NONE)
		dd_lexicon_give_back_memo(self->lexicon, g_steal_pointer(&self->memo));
	else
		g_clear_pointer(&self->memo, dd_word_memo_free);
	dd_tokens_clear(&self->ahead);
	dd_tokens_clear(&self->single);
}

void
dd_context_scan_into(const DdContext *self, uint32_t start, uint32_t end, DdTokens *tokens)
{
	dd_tokens_scan(tokens, self->lexicon, self->damage, self->chars, start, end);
	dd_recall_apply(self, tokens);
}

void
dd_context_scan(DdContext *self, uint32_t start, uint32_t end)
{
	if (self->scanned_start == start && self->scanned_end == end && self->scratch.items != NULL)
		return;
	if (dd_tokens_narrow(&self->ahead, self->chars, start, end)) {
		show(self, &self->ahead);
	} else {
		if (!dd_tokens_narrow(&self->single, self->chars, start, end))
			dd_context_scan_into(self, start, end, &self->single);
		show(self, &self->single);
	}
	self->scanned_start = start;
	self->scanned_end = end;
}

uint32_t
dd_context_cut(const DdContext *self, uint32_t at, uint32_t end, uint32_t bytes)
{
	if (end - at <= bytes)
		return end;
	for (at += bytes; at < end && ((unsigned char)self->chars[at] & 0xC0) == 0x80;)
		at++;
	return at;
}

void
dd_context_scan_string(DdContext *self, const char *string)
{
	dd_tokens_scan(&self->single, self->lexicon, self->damage, string, 0, strlen(string));
	show(self, &self->single);
	self->scanned_start = self->scanned_end = 0;
}

void
dd_context_blank(DdContext *self, uint32_t start, uint32_t end)
{
	dd_text_blank(self->text, start, end);
	self->scanned_start = self->scanned_end = 0;
	self->ahead.all_start = self->ahead.all_end = 0;
	self->single.all_start = self->single.all_end = 0;
}

size_t
dd_context_scan_para(DdContext *self, size_t i)
{
	const DdPara *para = &g_array_index(self->paras, DdPara, i);
	dd_context_scan(self, para->start, para->end);
	size_t first = 0;
	while (first < self->scratch.n && self->scratch.items[first].start < para->body)
		first++;
	return first;
}

const char *
dd_context_fold(DdContext *self, uint32_t start, uint32_t end)
{
	return dd_arena_fold(self->arena, self->chars + start, end - start);
}

DdSpan
dd_span(uint32_t start, uint32_t end)
{
	return (DdSpan){.start = start, .end = end};
}

DdField
dd_context_field(DdContext *self, uint32_t start, uint32_t end, uint8_t confidence, const char *rule)
{
	return (DdField){
		.value = dd_context_fold(self, start, end),
		.rule = rule,
		.span = dd_span(start, end),
		.confidence = confidence,
	};
}

const char *
dd_context_annex_at(const DdContext *self, uint32_t line)
{
	guint low = 0, high = self->annexes->len;
	while (low < high) {
		guint middle = low + (high - low) / 2;
		if (g_array_index(self->annexes, DdAnnex, middle).line > line)
			high = middle;
		else
			low = middle + 1;
	}
	return low > 0 ? g_array_index(self->annexes, DdAnnex, low - 1).name : NULL;
}

bool
dd_context_is_letter(const DdContext *self)
{
	const char *type = self->reading->document.type.value;
	return type != NULL && (strcmp(type, "Công văn") == 0 || strcmp(type, "Công điện") == 0);
}

void
dd_context_remark(DdContext *self, uint32_t start, uint32_t end, const char *kind,
	const char *detail, const char *detail_vi)
{
	if (self->anomalies->len >= DD_MAX_ITEMS)
		return;
	DdAnomaly anomaly = {
		.span = dd_span(start, end),
		.kind = kind,
		.detail = dd_arena_strdup(self->arena, detail),
		.detail_vi = dd_arena_strdup(self->arena, detail_vi),
	};
	g_array_append_val(self->anomalies, anomaly);
}

bool
dd_context_says_when(DdContext *self, size_t from, size_t to)
{
	static const char *const begins[] = {"đến", "sau", "ngay", "khi", "theo"};
	const DdTokens *tokens = &self->scratch;
	DdTime time;
	size_t at = 0, len = 0;
	int year = self->reading->document.year;
	for (size_t i = 0; i < G_N_ELEMENTS(begins); i++)
		if (dd_token_is_text(tokens, from, begins[i]))
			return true;
	if (!dd_time_may_be_period(self->times, tokens, from, to))
		return false;
	dd_time_parse(self->times, tokens, from, to, year, self->arena, &time);
	if (time.kind != DD_TIME_NONE && time.kind != DD_TIME_EVENT)
		return true;
	return dd_time_find(self->times, tokens, from, to, year, self->arena, &time, &at, &len) &&
	       at <= from + TIME_REACH;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-resolve.h"

static const struct {
	const char *word, *vi;
} asks[DD_ASK_LAST] = {
	{"none", ""},
	{"unknown", "danh mục không có tên này: là đơn vị nào?"},
	{"several", "nhiều đơn vị có tên này: là đơn vị nào?"},
	{"near", "tên gần giống: có phải đơn vị này?"},
	{"ended", "đơn vị đã kết thúc: ai kế thừa việc này?"},
	{"no-heir", "cấp hoặc đơn vị đã kết thúc, luật không nêu ai kế thừa: cần quyết định chuyển "
		    "giao"},
	{"members", "tên gọi chung chưa rõ hết thành phần: gồm những đơn vị nào?"},
};

const char *
dd_ask_to_string(DdAsk ask)
{
	return asks[ask].word;
}

const char *
dd_ask_get_vi(DdAsk ask)
{
	return asks[ask].vi;
}

const char *
dd_name_how_to_string(DdNameHow how)
{
	static const char *const words[DD_NAME_HOW_LAST] = {
		"exact", "alias", "place", "abbreviation", "context", "near"};
	return words[how];
}

void
dd_unit_proposal_clear(DdUnitProposal *self)
{
	dd_unit_group_clear(&self->group);
	g_clear_pointer(&self->heirs, g_array_unref);
}

static bool
has_heir(const GArray *heirs)
{
	for (guint i = 0; i < heirs->len; i++)
		if (g_array_index(heirs, DdHeir, i).name != NULL)
			return true;
	return false;
}

DdUnitProposal
dd_unit_resolve(const DdUnitBook *book, const char *name, const DdBookUnit *issuer, DdDay written,
	DdDay today, const char *text)
{
	DdUnitProposal out = {.match = dd_unit_book_match(book, name, issuer, written)};
	bool sure = out.match.ask == DD_ASK_NOTHING;
	/* an office may have the word in its own name: "Ban Quản lý các khu công nghiệp" */
	if (!sure && dd_unit_book_expand(book, name, issuer, today, &out.group)) {
		out.collective = true;
		out.match.n = 0;
		out.heirs = g_array_new(FALSE, FALSE, sizeof(DdHeir));
		out.ask = out.group.ended != NULL                           ? DD_ASK_NO_HEIR
			  : !out.group.whole || out.group.members->len == 0 ? DD_ASK_MEMBERS
									    : DD_ASK_NOTHING;
		return out;
	}
	const DdBookUnit *unit = sure ? out.match.items[0].unit : NULL;
	out.ask = out.match.ask;
	out.heirs = dd_unit_book_heirs(book, name, unit, issuer, today, text);
	bool ended = unit != NULL && !dd_book_unit_is_there(unit, today);
	if (out.heirs->len > 0 || ended)
		out.ask = has_heir(out.heirs) ? DD_ASK_ENDED : DD_ASK_NO_HEIR;
	return out;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-search.h"

#include "block.h"
#include "state.h"

#include <string.h>

static const char *
state_of(const DdSearchHit *hit)
{
	DdState state;
	return hit->state != NULL && dd_state_from_string(hit->state, &state) ? dd_state_get_vi(state)
									      : NULL;
}

static void
append(GString *out, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (out->len > 0)
		g_string_append(out, " · ");
	g_string_append(out, text);
}

/* Returns: (transfer full) "nhiệm vụ 12 · II.3 · 15/KH-UBND · đang thực hiện" */
static char *
title_of(const DdSearchHit *hit)
{
	static const struct {
		const char *kind, *vi;
	} kinds[] = {{"document", "văn bản"}, {"text", "nội dung văn bản"}, {"task", "nhiệm vụ"},
		{"note", "báo cáo tiến độ, nhiệm vụ"}};
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (strcmp(hit->kind, kinds[i].kind) == 0)
			g_string_printf(out, "%s %" G_GINT64_FORMAT, kinds[i].vi,
				hit->task != 0 ? hit->task : hit->document);
	append(out, hit->label);
	append(out, hit->document_number);
	append(out, hit->task == 0 ? hit->document_title : NULL);
	append(out, hit->lead);
	append(out, state_of(hit));
	if (hit->closeness == DD_CLOSE_NEAR)
		append(out, "gần đúng (near)");
	return g_string_free(out, FALSE);
}

void
dd_render_search(const DdRender *render, const DdSearchFound *found)
{
	for (guint i = 0; i < found->hits->len; i++) {
		const DdSearchHit *hit = &g_array_index(found->hits, DdSearchHit, i);
		g_autoptr(DdBlock) block = dd_block_new(render->width, render->colour);
		g_autoptr(GString) excerpt = g_string_new(NULL);
		g_autofree char *title = title_of(hit);
		for (size_t j = 0; j < hit->n_pieces; j++)
			g_string_append_printf(excerpt, hit->pieces[j].is_hit ? "[%s]" : "%s",
				hit->pieces[j].text);
		dd_block_add(block, NULL, 0, DD_STYLE_PLAIN, title, DD_STYLE_STRONG);
		dd_block_add(block, "", 2, DD_STYLE_PLAIN, excerpt->str, DD_STYLE_PLAIN);
		dd_block_print(block, render->out, 0);
	}
	if (found->hits->len == 0)
		fputs("Không tìm thấy (nothing found)\n", render->out);
	if (found->next != NULL)
		fprintf(render->out, "Còn nữa, thêm (there is more, add) --after %s\n", found->next);
}

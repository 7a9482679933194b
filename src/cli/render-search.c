/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "render-search.h"

#include "block.h"
#include "json-writer.h"
#include "state.h"

#include <string.h>

static const char *const closenesses[DD_CLOSE_LAST] = {"exact", "bare", "near"};

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

static void
write_number(DdJsonWriter *json, const char *key, int64_t number)
{
	if (number > 0)
		dd_json_uint(json, key, (uint64_t)number);
	else
		dd_json_null(json, key);
}

static void
write_hit(DdJsonWriter *json, const DdSearchHit *hit)
{
	dd_json_open(json, NULL, '{', true);
	dd_json_string(json, "kind", hit->kind);
	dd_json_string(json, "closeness", closenesses[hit->closeness]);
	dd_json_uint(json, "score", hit->score);
	write_number(json, "document", hit->document);
	dd_json_string(json, "number", hit->document_number);
	dd_json_string(json, "title", hit->document_title);
	write_number(json, "task", hit->task);
	dd_json_string(json, "label", hit->label);
	dd_json_string(json, "state", hit->state);
	dd_json_string(json, "lead", hit->lead);
	dd_json_string(json, "due", hit->due);
	dd_json_string(json, "day", hit->day);
	dd_json_open(json, "excerpt", '[', true);
	for (size_t i = 0; i < hit->n_pieces; i++) {
		dd_json_open(json, NULL, '{', true);
		dd_json_string(json, "text", hit->pieces[i].text);
		dd_json_bool(json, "hit", hit->pieces[i].is_hit);
		dd_json_close(json, '}');
	}
	dd_json_close(json, ']');
	dd_json_close(json, '}');
}

bool
dd_json_search(FILE *out, const DdSearchFound *found, GError **error)
{
	DdJsonWriter json;
	dd_json_init(&json, out);
	dd_json_open(&json, NULL, '{', false);
	dd_json_open(&json, "hits", '[', false);
	for (guint i = 0; i < found->hits->len; i++)
		write_hit(&json, &g_array_index(found->hits, DdSearchHit, i));
	dd_json_close(&json, ']');
	dd_json_string(&json, "next", found->next);
	dd_json_close(&json, '}');
	return dd_json_finish(&json, error);
}

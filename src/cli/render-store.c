/* SPDX-License-Identifier: GPL-3.0-or-later */
/* render-store.c: what the store holds, in words for people */
#include "render-store.h"

#include "block.h"
#include "instant.h"
#include "labels.h"

#include <string.h>

#define ID_COLUMNS 8
#define INDENT 2      /* for each level of a chain */
#define MAX_INDENT 20 /* deeper ones stand below each other */

/* Adds @text to @out behind @separator, when there is any. */
static void
append(GString *out, const char *separator, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (out->len > 0)
		g_string_append(out, separator);
	g_string_append(out, text);
}

/* Returns: (transfer full) "01/03/2026" of "2026-03-01"; NULL of NULL */
static char *
shown_day(const char *date)
{
	return date != NULL && strlen(date) == 10
		       ? g_strdup_printf("%.2s/%.2s/%.4s", date + 8, date + 5, date)
		       : g_strdup(date);
}

/* Returns: (transfer full) "Kế hoạch 12/KH-STC ngày 01/03/2026 · Sở Tài chính" */
static char *
name_of(const DdStoredDocument *document)
{
	GString *out = g_string_new(NULL);
	g_autofree char *day = shown_day(document->date);
	append(out, "", document->type);
	append(out, " ", document->number);
	append(out, " ngày ", day);
	append(out, " · ", document->issuer);
	if (out->len == 0)
		g_string_append(out, "(không rõ số, ký hiệu)");
	return g_string_free(out, FALSE);
}

static const char *
state_of(const DdStoredDocument *document)
{
	if (!document->known)
		return "chỉ được viện dẫn, chưa nhập";
	return g_strcmp0(document->state, "issued") == 0 ? "đã ban hành" : "bản nháp";
}

static void
print(const DdRender *render, unsigned indent, const char *label, const char *title, const char *rest)
{
	unsigned width = MAX(render->width - MIN(indent, render->width - DD_WIDTH_MIN), DD_WIDTH_MIN);
	g_autoptr(DdBlock) block = dd_block_new(width, render->colour);
	dd_block_add(block, label, ID_COLUMNS, DD_STYLE_ACCENT, title, DD_STYLE_STRONG);
	if (rest != NULL && *rest != '\0')
		dd_block_add(block, "", ID_COLUMNS, DD_STYLE_PLAIN, rest, DD_STYLE_PLAIN);
	dd_block_print(block, render->out, indent);
}

static void
print_document(const DdRender *render, unsigned indent, const DdStoredDocument *document,
	const char *relation)
{
	g_autofree char *label = g_strdup_printf("%" G_GINT64_FORMAT, document->id);
	g_autofree char *name = name_of(document);
	g_autoptr(GString) rest = g_string_new(document->title);
	append(rest, " · ", relation);
	append(rest, " · ", state_of(document));
	if (document->known)
		g_string_append_printf(rest, " · %" G_GINT64_FORMAT " nhiệm vụ", document->tasks);
	print(render, indent, label, name, rest->str);
}

void
dd_render_stored_document(const DdRender *render, const DdStoredDocument *document)
{
	print_document(render, 0, document, NULL);
}

void
dd_render_stored_form(const DdRender *render, const DdStoredForm *form)
{
	char when[DD_INSTANT_BUFFER];
	g_autofree char *name = *form->inside != '\0'
					? g_strconcat(form->name, "/", form->inside, NULL)
					: g_strdup(form->name);
	g_autofree char *rest = g_strdup_printf("%s · %" G_GINT64_FORMAT " byte · %s · %.16s…",
		form->kind, form->size, dd_instant_format(form->added_at, when), form->hash);
	print(render, 0, "tệp", name, rest);
}

void
dd_render_stored_link(const DdRender *render, const DdStoredLink *link)
{
	static const struct {
		const char *word, *shown;
	} relations[] = {
		{"basis", "căn cứ"}, {"implements", "thực hiện"}, {"attached_to", "kèm theo"}};
	const char *relation = link->relation;
	for (size_t i = 0; i < G_N_ELEMENTS(relations); i++)
		if (g_strcmp0(link->relation, relations[i].word) == 0)
			relation = relations[i].shown;
	print_document(render, MIN((link->depth - 1) * INDENT, MAX_INDENT), &link->document, relation);
}

char *
dd_label_names(const DdStoredTask *task, const char *role)
{
	GString *names = g_string_new(NULL);
	for (size_t i = 0; i < task->n_assignments; i++)
		if (strcmp(task->assignments[i].role, role) == 0)
			append(names, "; ", task->assignments[i].name);
	return g_string_free(names, FALSE);
}

static void
append_role(GString *out, const DdStoredTask *task, const char *role, const char *label)
{
	g_autofree char *names = dd_label_names(task, role);
	if (*names == '\0')
		return;
	append(out, " · ", label);
	append(out, " ", names);
}

void
dd_render_stored_task(const DdRender *render, const DdStoredTask *task)
{
	g_autofree char *label = g_strdup_printf("%" G_GINT64_FORMAT, task->id);
	g_autoptr(GString) title = g_string_new(task->label);
	g_autoptr(GString) rest = g_string_new(NULL);
	append(title, " ", task->text);
	append_role(rest, task, "lead", "Chủ trì:");
	append_role(rest, task, "coordinate", "Phối hợp:");
	append(rest, " · ", task->time_raw);
	append(rest, " · ", dd_label_state(task->state));
	append(rest, " · ", task->added ? "người thêm" : task->edited ? "người đã sửa" : NULL);
	print(render, 0, label, title->str, rest->str);
}

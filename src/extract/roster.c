/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "roster.h"

#include <string.h>

#include "dict.h"
#include "letter.h"
#include "maxima.h"

#define ROSTER_MAX 2000u /* units and people listed for one document */
#define MET_BITS 10

typedef struct {
	DdContext *context;
	GHashTable *seen;                /* names in small letters */
	const char *met[1u << MET_BITS]; /* some as written, each in the place that its address gives */
	DdTokens tokens;                 /* of the name at hand */
} Roster;

/* Returns: (transfer full) @name in small letters; g_utf8_strdown asks about the locale and takes three times as long */
static char *
small_letters(const char *name)
{
	size_t len = strlen(name);
	const char *end = name + len;
	char *small = g_malloc(2 * len + 1); /* no small letter is more than twice as long */
	size_t n = 0;
	while (name < end) {
		gunichar c;
		if ((unsigned char)*name < 0x80) {
			small[n++] = (char)(*name + (*name >= 'A' && *name <= 'Z' ? 'a' - 'A' : 0));
			name++;
			continue;
		}
		name += dd_utf8_next(name, end, &c);
		n += (size_t)g_unichar_to_utf8(g_unichar_tolower(c), small + n);
	}
	small[n] = '\0';
	return small;
}

/* Names are interned: mostly it is the very string of one before. Another name may have taken its place since. */
static bool
is_met(Roster *self, const char *name)
{
	const char **place = &self->met[(
		uint32_t)((uint64_t)(uintptr_t)name * UINT64_C(0x9e3779b97f4a7c15) >> (64 - MET_BITS))];
	bool met = *place == name;
	*place = name;
	return met;
}

static void
add_unit(Roster *self, const char *name, const DdSpan *span)
{
	DdContext *context = self->context;
	if (name == NULL || *name == '\0' || context->units->len >= ROSTER_MAX)
		return;
	if (is_met(self, name) || !g_hash_table_add(self->seen, small_letters(name)))
		return;
	DdNameMatch match = {0};
	DdTokens *tokens = &self->tokens;
	dd_tokens_scan(tokens, context->lexicon, DD_DAMAGE_NONE, name, 0, strlen(name));
	bool known = dd_name_match(
		context->directory, context->local, tokens, 0, tokens->n, context->arena, &match);
	DdUnit unit = {
		.name = name,
		.kind = known ? match.kind : NULL,
		.collective = known && match.collective,
		.known = known && match.known,
		.span = *span,
	};
	g_array_append_val(context->units, unit);
}

static bool
has_person(const DdContext *context, const char *name)
{
	for (guint i = 0; i < context->people->len; i++)
		if (g_strcmp0(g_array_index(context->people, DdPerson, i).name, name) == 0)
			return true;
	return false;
}

/* "Thầy Y Bliêng Niê (Phó Hiệu trưởng)": Returns: bytes of the form of address that the name of one person begins with, 0 none */
static size_t
title_of(const char *name)
{
	static const char *const titles[] = {"Đồng chí ", "đồng chí ", "Đ/c ", "đ/c ", "Ông ",
		"ông ", "Bà ", "bà ", "Thầy ", "thầy ", "Cô ", "cô "};
	for (size_t i = 0; i < G_N_ELEMENTS(titles); i++) /* each name is asked, and few begin so */
		if (name[0] == titles[i][0] && name[1] == titles[i][1] &&
			g_str_has_prefix(name, titles[i]))
			return strlen(titles[i]);
	return 0;
}

/* Returns: where the office begins that is told behind the name of a person, with the bytes of the name in *@len_out; NULL none */
static const char *
office_behind(const char *name, size_t *len_out)
{
	static const char *const parts[] = {" - ", " – ", ", ", " ("};
	const char *first = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		const char *at = strstr(name, parts[i]);
		if (at != NULL && (first == NULL || at < name + *len_out)) {
			*len_out = (size_t)(at - name);
			first = at + strlen(parts[i]);
		}
	}
	return first;
}

/* Has each word of @name a capital? "Trưởng phòng Văn hóa - Xã hội" is a post, and its dash stands inside a name */
static bool
is_name(const char *name, size_t len)
{
	const unsigned char *at = (const unsigned char *)name, *end = at + len;
	for (bool first = true; at < end; at++) {
		unsigned letter_len;
		if (first && *at != ' ' && !dd_letter_at(at, end, &letter_len).upper)
			return false;
		first = *at == ' ';
	}
	return true;
}

/* A person who leads is called by name; the office told beside it is that of the person. */
static G_GNUC_NO_INLINE void
read_person(DdContext *context, DdField *field)
{
	size_t len = 0, title = title_of(field->value);
	const char *office = title > 0 ? office_behind(field->value, &len) : NULL;
	if (office == NULL || len <= title || !is_name(field->value + title, len - title))
		return;
	size_t end = strcspn(office, ")");
	DdPerson person = {
		.name = dd_arena_strndup(context->arena, field->value + title, len - title),
		.role = dd_arena_strndup(context->arena, office, end),
		.span = field->span,
	};
	field->value = dd_arena_strndup(context->arena, field->value, len);
	if (context->people->len < ROSTER_MAX && !has_person(context, person.name))
		g_array_append_val(context->people, person);
}

static void
add_list(Roster *self, DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const char *rule = list->items[i].rule;
		if (rule != NULL && *rule == *DD_RULE_PERSON && strcmp(rule, DD_RULE_PERSON) == 0)
			read_person(self->context, &list->items[i]);
		add_unit(self, list->items[i].value, &list->items[i].span);
	}
}

static void
add_signer(Roster *self)
{
	DdContext *context = self->context;
	const DdDocumentHeader *head = &context->reading->document;
	if (head->signer.value == NULL || has_person(context, head->signer.value))
		return;
	DdPerson person = {
		.name = head->signer.value, .role = head->position.value, .span = head->signer.span};
	g_array_append_val(context->people, person);
}

void
dd_roster_read(DdContext *context)
{
	g_autoptr(GHashTable) seen = dd_dict_new(g_free, NULL);
	Roster roster = {.context = context,
		.seen = seen,
		.tokens.memo = context->damage == DD_DAMAGE_NONE ? context->memo : NULL};
	const DdDocumentHeader *head = &context->reading->document;
	add_unit(&roster, head->issuer.value, &head->issuer.span);
	add_unit(&roster, head->superior.value, &head->superior.span);
	for (guint i = 0; i < context->citations->len; i++) {
		const DdCitation *citation = &g_array_index(context->citations, DdCitation, i);
		add_unit(&roster, citation->issuer, &citation->span);
	}
	for (guint i = 0; i < context->tasks->len; i++) {
		DdTask *task = &g_array_index(context->tasks, DdTask, i);
		add_list(&roster, &task->director);
		add_list(&roster, &task->lead);
		add_list(&roster, &task->coordinate);
		add_list(&roster, &task->monitor);
	}
	for (guint i = 0; i < context->duties->len; i++) {
		DdDuty *duty = &g_array_index(context->duties, DdDuty, i);
		add_list(&roster, &duty->who);
		if (duty->what != DD_DUTY_PUBLISH) /* on a site, to nobody */
			add_list(&roster, &duty->to);
	}
	for (guint i = 0; i < context->sessions->len; i++) {
		const DdSession *session = &g_array_index(context->sessions, DdSession, i);
		add_unit(&roster, session->agency.value, &session->agency.span);
	}
	add_signer(&roster);
	dd_tokens_clear(&roster.tokens);
}

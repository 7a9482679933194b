/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signature.c: what of a reading must not change with the dress of its text, as lines to compare */
#include "signature.h"

#include <string.h>

#define TOLD_MAX 30 /* lines of a difference that are shown */

static void
add(GString *out, const char *key, const char *value)
{
	if (value != NULL)
		g_string_append_printf(out, " %s=%s", key, value);
}

static void
add_list(GString *out, const char *key, const DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		add(out, key, list->items[i].value);
}

static void
add_day(GString *out, const char *key, DdDay day)
{
	if (day.year != 0)
		g_string_append_printf(out, " %s=%04d-%02d-%02d", key, day.year, day.month, day.day);
}

static void
add_time(GString *out, const DdTime *time)
{
	add(out, "time", dd_time_kind_to_string(time->kind));
	add_day(out, "start", time->start);
	add_day(out, "end", time->end);
	for (size_t i = 0; i < time->n_every; i++)
		add(out, "every", time->every[i]);
	add(out, "event", time->event);
	add(out, "before", time->before);
	for (size_t i = 0; i < time->n_stages; i++) {
		add(out, "stage", time->stages[i].what);
		add_day(out, "start", time->stages[i].start);
		add_day(out, "end", time->stages[i].end);
	}
}

static void
add_header(GString *out, const DdDocumentHeader *document)
{
	const struct {
		const char *key;
		const DdField *field;
	} fields[] = {
		{"type", &document->type},
		{"number", &document->number},
		{"issuer", &document->issuer},
		{"place", &document->place},
		{"title", &document->title},
		{"authority", &document->authority},
		{"position", &document->position},
		{"signer", &document->signer},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(fields); i++) {
		g_string_append(out, "document");
		add(out, fields[i].key, fields[i].field->value);
		g_string_append_c(out, '\n');
	}
	g_string_append(out, "document");
	add_day(out, "date", document->date);
	g_string_append_printf(out, " draft=%d\nrecipients", document->draft);
	add_list(out, "to", &document->recipients);
	g_string_append_c(out, '\n');
}

static void
add_task(GString *out, const DdTask *task)
{
	g_string_append_printf(out, "task %s:", task->id != NULL ? task->id : "");
	add(out, "text", task->text.value);
	add_list(out, "lead", &task->lead);
	add_list(out, "coordinate", &task->coordinate);
	add_time(out, &task->time);
	g_string_append_c(out, '\n');
}

/* Returns: (transfer full) @text with letters, digits and line ends only, in small letters */
static char *
make_plain(const char *text)
{
	g_autofree char *small = g_utf8_strdown(text, -1);
	GString *plain = g_string_new(NULL);
	for (const char *at = small; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter == '\n' || g_unichar_isalnum(letter))
			g_string_append_unichar(plain, letter);
		else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
			g_string_append_c(plain, ' ');
	}
	return g_string_free(plain, FALSE);
}

char *
dd_signature_new(const DdReading *reading, bool plain)
{
	GString *out = g_string_new(NULL);
	add_header(out, &reading->document);
	for (size_t i = 0; i < reading->n_tasks; i++)
		add_task(out, &reading->tasks[i]);
	for (size_t i = 0; i < reading->n_citations; i++) {
		g_string_append(out, "citation");
		add(out, "number", reading->citations[i].number);
		add_day(out, "date", reading->citations[i].date);
		g_string_append_c(out, '\n');
	}
	g_autofree char *text = g_string_free(out, FALSE);
	return plain ? make_plain(text) : g_steal_pointer(&text);
}

/* Lines of @a that @b lacks, each as often as it is missing */
static unsigned
tell_missing(const char *a, const char *b, char sign, unsigned told)
{
	g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
	g_auto(GStrv) lines = g_strsplit(a, "\n", -1);
	g_auto(GStrv) others = g_strsplit(b, "\n", -1);
	for (size_t i = 0; others[i] != NULL; i++) {
		unsigned n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, others[i]));
		g_hash_table_replace(counts, others[i], GUINT_TO_POINTER(n + 1));
	}
	for (size_t i = 0; lines[i] != NULL; i++) {
		unsigned n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, lines[i]));
		if (n > 0)
			g_hash_table_replace(counts, lines[i], GUINT_TO_POINTER(n - 1));
		else if (told++ < TOLD_MAX)
			g_test_message("%c %s", sign, lines[i]);
	}
	return told;
}

void
dd_signature_tell(const char *wanted, const char *found)
{
	unsigned told = tell_missing(wanted, found, '-', 0);
	told = tell_missing(found, wanted, '+', told);
	if (told > TOLD_MAX)
		g_test_message("and %u lines more", told - TOLD_MAX);
	if (told == 0)
		g_test_message("the same lines in another order");
}

char *
dd_signature_fold(const char *text)
{
	g_autofree char *apart = g_utf8_normalize(text != NULL ? text : "", -1, G_NORMALIZE_NFD);
	GString *out = g_string_new(NULL);
	for (const char *at = apart; at != NULL && *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_unichar_tolower(g_utf8_get_char(at));
		if (g_unichar_ismark(letter))
			continue;
		if (letter == 0x111) /* đ has no mark to take off */
			letter = 'd';
		if (g_unichar_isalnum(letter))
			g_string_append_unichar(out, letter);
		else if (out->len > 0 && out->str[out->len - 1] != ' ')
			g_string_append_c(out, ' ');
	}
	if (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	return g_string_free(out, FALSE);
}

#define PAIRS 4096

static void
count_pairs(const char *text, unsigned short counts[PAIRS])
{
	memset(counts, 0, PAIRS * sizeof(counts[0]));
	for (size_t i = 0; text[0] != '\0' && text[i + 1] != '\0'; i++) {
		unsigned pair = (unsigned)(unsigned char)text[i] * 61u + (unsigned char)text[i + 1];
		counts[pair % PAIRS]++;
	}
}

double
dd_signature_compare(const char *a, const char *b)
{
	unsigned short first[PAIRS], second[PAIRS];
	unsigned same = 0;
	size_t n = strlen(a) + strlen(b);
	if (strcmp(a, b) == 0)
		return 1;
	if (n < 3)
		return 0;
	count_pairs(a, first);
	count_pairs(b, second);
	for (size_t i = 0; i < PAIRS; i++)
		same += MIN(first[i], second[i]);
	return 2.0 * same / (double)(n - 2);
}

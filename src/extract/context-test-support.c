/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "context-test-support.h"

#include <string.h>

void
dd_test_context_init(DdTestContext *self, DdLexicon *lexicon, DdDamage damage, const char *text)
{
	g_autoptr(GError) error = NULL;
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)text, (guint)strlen(text));
	*self = (DdTestContext){.lexicon = lexicon};
	DdContext *context = &self->context;
	context->text = dd_text_new_take_encoded(bytes, DD_ENCODING_UTF8, &error);
	g_assert_no_error(error);
	context->chars = dd_text_get(context->text, &context->len);
	context->damage = damage;
	context->lexicon = lexicon;
	dd_context_init_tokens(context);
	context->arena = dd_arena_new();
	context->reading = &self->reading;
	context->paras = g_array_new(FALSE, FALSE, sizeof(DdPara));
	context->annexes = g_array_new(FALSE, FALSE, sizeof(DdAnnex));
	context->anomalies = g_array_new(FALSE, FALSE, sizeof(DdAnomaly));
}

void
dd_test_context_clear(DdTestContext *self)
{
	DdContext *context = &self->context;
	g_clear_pointer(&context->paras, g_array_unref);
	g_clear_pointer(&context->annexes, g_array_unref);
	g_clear_pointer(&context->anomalies, g_array_unref);
	g_free(context->lines);
	dd_context_clear_tokens(context);
	dd_arena_free(context->arena);
	dd_text_free(context->text);
	dd_lexicon_free(self->lexicon);
}

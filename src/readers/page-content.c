/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-content.h"

#define TEXT_CHUNK 4096

DdPageContent *
dd_page_content_new(float width, float height)
{
	DdPageContent *self = g_new0(DdPageContent, 1);
	self->width = width;
	self->height = height;
	self->words = g_array_new(FALSE, FALSE, sizeof(DdPageWord));
	self->rules = g_array_new(FALSE, FALSE, sizeof(DdPageRule));
	self->texts = g_string_chunk_new(TEXT_CHUNK);
	return self;
}

void
dd_page_content_free(DdPageContent *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->words);
	g_array_unref(self->rules);
	g_string_chunk_free(self->texts);
	g_free(self);
}

void
dd_page_content_add_word(DdPageContent *self, const DdPageWord *word)
{
	DdPageWord copy = *word;
	copy.text = g_string_chunk_insert(self->texts, word->text);
	g_array_append_val(self->words, copy);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html-story.h: what a page shows, told by its elements one after the other */
#pragma once

#include "document-builder.h"

G_BEGIN_DECLS

typedef struct _DdHtmlStory DdHtmlStory;

/* @builder: lent. Returns: (transfer full) */
DdHtmlStory *
dd_html_story_new(DdDocumentBuilder *builder) G_GNUC_WARN_UNUSED_RESULT;
void
dd_html_story_free(DdHtmlStory *self);
/*
 * The functions below return FALSE with DD_ERROR_TOO_LARGE or what the builder says. @name: of the element, small letters;
 * @attributes: (nullable) names and values by turns, NULL behind the last
 */
bool
dd_html_story_open(DdHtmlStory *self, const char *name, const char **attributes, GError **error);
bool
dd_html_story_close(DdHtmlStory *self, const char *name, GError **error);
bool
dd_html_story_add(DdHtmlStory *self, const char *text, size_t len, GError **error);
/* Closes what is still open */
bool
dd_html_story_end(DdHtmlStory *self, GError **error);
/* The same after an error: what was not added yet is left out */
bool
dd_html_story_leave(DdHtmlStory *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdHtmlStory, dd_html_story_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-test-support.h: pages written word by word, in letters of one width, for tests of what becomes of them */
#pragma once

#include "document.h"
#include "page-content.h"

G_BEGIN_DECLS

#define TEST_LEFT 85.0F /* the margins of a page of A4, as offices have them */
#define TEST_RIGHT 540.0F
#define TEST_SIZE 14.0F
#define TEST_LINE 18.0F /* from one line to the next */

/* Some pages; the last is written to */
typedef struct {
	GPtrArray *pages; /* DdPageContent */
} TestPages;

void
dd_test_pages_clear(TestPages *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TestPages, dd_test_pages_clear)
TestPages
dd_test_pages(void);
/* Begins the next page */
void
dd_test_page(TestPages *self);
/* One word as it stands */
void
dd_test_word(TestPages *self, const DdPageWord *word);
/* Writes the words of @text on one line from @left on, whose top is at @top. */
void
dd_test_put(TestPages *self, float left, float top, const char *text);
/* The same, around @middle */
void
dd_test_centre(TestPages *self, float middle, float top, const char *text);
/* The same, from @left to @right */
void
dd_test_justify(TestPages *self, float left, float right, float top, const char *text);
void
dd_test_rule(TestPages *self, float left, float top, float right, float bottom);
/* Lines at each of @n edges, between the first and the last of the others; rising */
void
dd_test_across(TestPages *self, float left, float right, const float *tops, size_t n);
void
dd_test_down(TestPages *self, const float *lefts, size_t n, float top, float bottom);
/* Lays the pages out. Returns: (transfer full); NULL with @error */
DdDocument *
dd_test_lay(TestPages *self, GError **error);
/* The same, which must be as dd_test_show shows it */
void
dd_test_assert_body(TestPages *self, const char *wanted);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire-test-support.h: documents to send in tests, and both ends of the pipe as one call each */
#pragma once

#include <glib.h>
#include <stddef.h>

#include "document.h"

G_BEGIN_DECLS

typedef struct {
	const char *name;
	DdDocument *(*make)(void); /* (transfer full) */
} DdWireSample;

/* Returns: (transfer none) the sample at @at, NULL behind the last; the first has everything that a document can have */
const DdWireSample *
dd_wire_sample(size_t at);
/* Returns: (transfer full) the whole stream of @document */
GByteArray *
dd_wire_encode(const DdDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* The same behind the progress of @n pages, told page by page */
GByteArray *
dd_wire_encode_progress(const DdDocument *document, uint32_t n) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer full) the whole stream of @error */
GByteArray *
dd_wire_encode_error(const GError *error) G_GNUC_WARN_UNUSED_RESULT;
/* Feeds @len bytes in pieces of @step. Returns: (transfer full) as dd_wire_decoder_finish, or NULL with the error of feed */
DdDocument *
dd_wire_decode(const void *bytes, size_t len, size_t step, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Stops the test where one of the two has something that the other has not */
void
dd_wire_assert_same(const DdDocument *a, const DdDocument *b);
/* Stops the test where @stream is not exactly @bytes */
void
dd_wire_assert_bytes(const GByteArray *stream, const void *bytes, size_t len);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-wire.c: what a worker says; a document that comes out of it must go back into the very same bytes, and has a text */
#include "fuzz.h"

#include "document-text.h"
#include "error.h"
#include "maxima.h"
#include "wire-test-support.h"
#include "wire.h"

static void
check_error(const GError *error, const GError *again)
{
	g_assert_nonnull(error);
	g_assert_nonnull(again);
	g_assert_true(error->domain == DD_ERROR);
	g_assert_cmpint(error->code, <, DD_ERROR_LAST);
	g_assert_true(g_utf8_validate(error->message, -1, NULL));
	g_assert_cmpint(error->code, ==, again->code);
	g_assert_cmpstr(error->message, ==, again->message);
}

static bool
tells_progress(const uint8_t *data, size_t size)
{
	g_autoptr(DdWireDecoder) decoder = dd_wire_decoder_new();
	uint32_t done, of;
	g_assert_true(dd_wire_decoder_feed(decoder, data, size, NULL));
	dd_wire_decoder_get_progress(decoder, &done, &of);
	return done > 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GError) again_error = NULL;
	g_autoptr(DdDocument) document = dd_wire_decode(data, size, MAX(size, 1), &error);
	g_autoptr(DdDocument) again = dd_wire_decode(data, size, 3, &again_error);
	if (document == NULL) {
		check_error(error, again_error); /* however it came */
		return 0;
	}
	g_assert_no_error(error);
	g_assert_no_error(again_error);
	dd_wire_assert_same(document, again);
	g_autoptr(GByteArray) stream = dd_wire_encode(document);
	/* what was told of progress stands before it and is no part of it */
	if (!tells_progress(data, size))
		dd_wire_assert_bytes(stream, data, size);
	g_autoptr(DdDocument) back = dd_wire_decode(stream->data, stream->len, 64, &error);
	g_assert_no_error(error);
	g_autoptr(GByteArray) second = dd_wire_encode(back);
	dd_wire_assert_bytes(second, stream->data, stream->len);
	g_autoptr(GByteArray) text = dd_document_to_text(document, NULL);
	g_assert_true(g_utf8_validate_len((const char *)text->data, text->len, NULL));
	return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wire.h: what a worker says over its pipe: one Document, or why there is none, in bounded frames. The side that decodes
 * holds the other for hostile: every length, count and value is checked, anything unknown ends it.
 *
 * A stream is "DDOC", the version (1 byte), then frames: type (1 byte), length (4 bytes, little endian), so many bytes.
 * frame.h has the types. A document has exactly one stream but for
 * what is told of progress before it, and a stream that is accepted is the one of its document.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "document.h"

G_BEGIN_DECLS

#define DD_WIRE_VERSION 5

/* Writes all of @len bytes, some frames together. Returns: FALSE when it cannot; the encoder then stops */
typedef bool (*DdWireWriteFunc)(const void *bytes, size_t len, void *user_data);

/* Where a stream goes: {write, user_data}; the rest is the writer's own */
typedef struct {
	DdWireWriteFunc write;
	void *user_data;
	bool begun;
} DdWireWriter;

/*
 * Tells that @done of @of pages are read, at most DD_MAX_PAGES; any number of times before the document or error, @done rising and @of
 * the same. Returns: FALSE when the writer failed
 */
bool
dd_wire_write_progress(DdWireWriter *writer, uint32_t done, uint32_t of);
/*
 * Writes the stream of a document, or its rest. Returns: FALSE when the writer failed; the stream then stops short, which the other
 * side refuses. So it does when the document holds what no builder makes
 */
bool
dd_wire_write_document(DdWireWriter *writer, const DdDocument *document);
/*
 * Writes the stream of a failure, or its rest: code and message of @error; one that is not of DD_ERROR goes as
 * DD_ERROR_INTERNAL. The message is cut to DD_MAX_MESSAGE_BYTES, its control characters become blanks.
 * Returns: FALSE when the writer failed
 */
bool
dd_wire_write_error(DdWireWriter *writer, const GError *error);

typedef struct _DdWireDecoder DdWireDecoder;

/* Returns: (transfer full) */
DdWireDecoder *
dd_wire_decoder_new(void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL is fine */
void
dd_wire_decoder_free(DdWireDecoder *self);
/*
 * Takes the next bytes of the stream, any number. Returns: FALSE when they break a rule (DD_ERROR_INVALID_DATA) or pass a
 * maximum (DD_ERROR_TOO_LARGE); from then on everything is refused
 */
bool
dd_wire_decoder_feed(DdWireDecoder *self, const void *bytes, size_t len, GError **error);
/* Returns: TRUE when the stream has come to its end; bytes behind it are an error of feed */
bool
dd_wire_decoder_is_done(const DdWireDecoder *self);
/* Gives how many pages the worker has read of how many; 0 of 0 before it tells */
void
dd_wire_decoder_get_progress(const DdWireDecoder *self, uint32_t *done_out, uint32_t *of_out);
/*
 * Call once, when no more bytes come. Returns: (transfer full) the document; NULL with the error the worker sent (then it
 * was done), or with DD_ERROR_INVALID_DATA when the stream stops short or was refused before
 */
DdDocument *
dd_wire_decoder_finish(DdWireDecoder *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdWireDecoder, dd_wire_decoder_free)

G_END_DECLS

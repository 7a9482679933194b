/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wire.h: what a worker says over its pipe: one Document, or why there is none, in bounded frames. The side that decodes
 * holds the other for hostile: every length, count and value is checked, anything unknown ends it.
 *
 * A stream is "DDOC", the version (1 byte), then frames: type (1 byte), length (4 bytes, little endian), so many bytes.
 * frame.h has the types. A document has exactly one stream, and a stream that is accepted is the one of its document.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "document.h"

G_BEGIN_DECLS

#define DD_WIRE_VERSION 1

/* Writes all of @len bytes, some frames together. Returns: FALSE when it cannot; the encoder then stops */
typedef bool (*DdWireWriteFunc)(const void *bytes, size_t len, void *user_data);

/*
 * Writes the stream of a document. Returns: FALSE when @write failed; the stream then stops short, which the other side
 * refuses. So it does when the document holds what no builder makes
 */
bool
dd_wire_write_document(const DdDocument *document, DdWireWriteFunc write, void *user_data);
/*
 * Writes the stream of a failure: code and message of @error; one that is not of DD_ERROR goes as DD_ERROR_INTERNAL. The
 * message is cut to DD_MAX_MESSAGE_BYTES, its control characters become blanks. Returns: FALSE when @write failed
 */
bool
dd_wire_write_error(const GError *error, DdWireWriteFunc write, void *user_data);

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
/*
 * Call once, when no more bytes come. Returns: (transfer full) the document; NULL with the error the worker sent (then it
 * was done), or with DD_ERROR_INVALID_DATA when the stream stops short or was refused before
 */
DdDocument *
dd_wire_decoder_finish(DdWireDecoder *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdWireDecoder, dd_wire_decoder_free)

G_END_DECLS

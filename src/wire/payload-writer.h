/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * payload-writer.h: puts typed fields behind each other: numbers little endian, a string as its length (u32) and its bytes.
 * A value out of its range is not written; the writer remembers that it happened, so that one look at the end is enough.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
	GByteArray *bytes; /* of the caller; fields are added at its end */
	bool failed;       /* a value was out of range */
} DdPayloadWriter;

/* @value: from @least to @most, as in the functions below */
void
dd_payload_put_u8(DdPayloadWriter *self, uint8_t value, uint8_t least, uint8_t most);
void
dd_payload_put_u32(DdPayloadWriter *self, uint32_t value, uint32_t least, uint32_t most);
/* @text: NUL-terminated UTF-8 of at most @most bytes; NULL is written as "" */
void
dd_payload_put_string(DdPayloadWriter *self, const char *text, size_t most);

G_END_DECLS

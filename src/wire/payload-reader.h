/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * payload-reader.h: takes typed fields out of the payload of a frame, which is hostile. What payload-writer.h put there.
 * The functions return FALSE with DD_ERROR_INVALID_DATA, and leave their outputs alone, when the payload is too short or a
 * value is out of its range; a string that is too long is DD_ERROR_TOO_LARGE.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
	const uint8_t *at; /* of the caller; may be NULL when nothing is left */
	size_t left;       /* bytes */
} DdPayloadReader;

/* Takes a number from @least to @most */
bool
dd_payload_get_u8(
	DdPayloadReader *self, uint8_t least, uint8_t most, uint8_t *value_out, GError **error);
bool
dd_payload_get_u32(
	DdPayloadReader *self, uint32_t least, uint32_t most, uint32_t *value_out, GError **error);
/* Takes a string of at most @most bytes of UTF-8 without NUL. @text_out: (transfer full) */
bool
dd_payload_get_string(DdPayloadReader *self, size_t most, char **text_out, GError **error);
/* Returns: FALSE when there are bytes left */
bool
dd_payload_end(const DdPayloadReader *self, GError **error);

G_END_DECLS

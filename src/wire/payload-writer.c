/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payload-writer.h"

#include <string.h>

void
dd_payload_put_u8(DdPayloadWriter *self, uint8_t value, uint8_t least, uint8_t most)
{
	if (value < least || value > most)
		self->failed = true;
	else
		g_byte_array_append(self->bytes, &value, sizeof(value));
}

void
dd_payload_put_u32(DdPayloadWriter *self, uint32_t value, uint32_t least, uint32_t most)
{
	if (value < least || value > most) {
		self->failed = true;
		return;
	}
	uint32_t little = GUINT32_TO_LE(value);
	uint8_t bytes[sizeof(little)];
	memcpy(bytes, &little, sizeof(little));
	g_byte_array_append(self->bytes, bytes, sizeof(bytes));
}

void
dd_payload_put_string(DdPayloadWriter *self, const char *text, size_t most)
{
	size_t len = text != NULL ? strlen(text) : 0;
	if (len > most || len > G_MAXUINT32 ||
		!g_utf8_validate_len(text != NULL ? text : "", len, NULL)) {
		self->failed = true;
		return;
	}
	dd_payload_put_u32(self, (uint32_t)len, 0, G_MAXUINT32);
	if (len > 0)
		g_byte_array_append(self->bytes, (const guint8 *)text, (guint)len);
}

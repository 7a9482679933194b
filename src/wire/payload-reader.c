/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "payload-reader.h"

#include <string.h>

#include "error.h"

static bool
refuse(GError **error, DdError code, const char *why)
{
	g_set_error_literal(error, DD_ERROR, (gint)code, why);
	return false;
}

static void
skip(DdPayloadReader *self, size_t n)
{
	self->at += n;
	self->left -= n;
}

bool
dd_payload_get_u8(DdPayloadReader *self, uint8_t least, uint8_t most, uint8_t *value_out, GError **error)
{
	if (self->left < sizeof(uint8_t))
		return refuse(error, DD_ERROR_INVALID_DATA, "a field is missing");
	uint8_t value = self->at[0];
	if (value < least || value > most)
		return refuse(error, DD_ERROR_INVALID_DATA, "a number is out of range");
	skip(self, sizeof(value));
	*value_out = value;
	return true;
}

bool
dd_payload_get_u32(
	DdPayloadReader *self, uint32_t least, uint32_t most, uint32_t *value_out, GError **error)
{
	uint32_t value;
	if (self->left < sizeof(value))
		return refuse(error, DD_ERROR_INVALID_DATA, "a field is missing");
	memcpy(&value, self->at, sizeof(value));
	value = GUINT32_FROM_LE(value);
	if (value < least || value > most)
		return refuse(error, DD_ERROR_INVALID_DATA, "a number is out of range");
	skip(self, sizeof(value));
	*value_out = value;
	return true;
}

bool
dd_payload_get_string(DdPayloadReader *self, size_t most, char **text_out, GError **error)
{
	DdPayloadReader ahead = *self;
	uint32_t len;
	if (!dd_payload_get_u32(&ahead, 0, G_MAXUINT32, &len, error))
		return false;
	if (len > most)
		return refuse(error, DD_ERROR_TOO_LARGE, "a text is too long");
	if (len > ahead.left)
		return refuse(error, DD_ERROR_INVALID_DATA, "a text stops short");
	const char *text = len > 0 ? (const char *)ahead.at : "";
	if (!g_utf8_validate_len(text, len, NULL)) /* which refuses NUL too */
		return refuse(error, DD_ERROR_INVALID_DATA, "a text is no UTF-8 or holds NUL");
	*text_out = g_strndup(text, len);
	skip(&ahead, len);
	*self = ahead;
	return true;
}

bool
dd_payload_end(const DdPayloadReader *self, GError **error)
{
	if (self->left > 0)
		return refuse(error, DD_ERROR_INVALID_DATA, "bytes are left behind the last field");
	return true;
}

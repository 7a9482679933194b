/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json-writer.c: JSON with a buffer of its own over a FILE */
#include "json-writer.h"

#include "bytes.h"
#include "error.h"

#include <errno.h>
#include <math.h>
#include <string.h>

/* A number of this size or more is not written as a whole one: a double counts exactly only below */
#define WHOLE_MAX 9007199254740992.0

void
dd_json_init(DdJsonWriter *self, FILE *out)
{
	self->out = out;
	self->subject = NULL;
	self->len = 0;
	self->depth = 0;
	self->flat_from = DD_JSON_DEPTH;
	self->has_items[0] = false;
	self->failed = false;
	self->error_number = 0;
}

static void
write_out(DdJsonWriter *self, const char *bytes, size_t len)
{
	if (self->failed || len == 0)
		return;
	errno = 0;
	if (fwrite(bytes, 1, len, self->out) != len) {
		self->failed = true;
		self->error_number = errno;
	}
}

static void
flush(DdJsonWriter *self)
{
	write_out(self, self->buffer, self->len);
	self->len = 0;
}

bool
dd_json_finish(DdJsonWriter *self, GError **error)
{
	g_return_val_if_fail(self->depth == 0, FALSE);
	flush(self);
	if (!self->failed)
		return TRUE;
	g_set_error(error, DD_ERROR, DD_ERROR_IO, "cannot write: %s", g_strerror(self->error_number));
	return FALSE;
}

static void
put(DdJsonWriter *self, const char *bytes, size_t len)
{
	if (len > sizeof(self->buffer) - self->len) {
		flush(self);
		if (len >= sizeof(self->buffer)) {
			write_out(self, bytes, len);
			return;
		}
	}
	memcpy(self->buffer + self->len, bytes, len);
	self->len += len;
}

static void
put_byte(DdJsonWriter *self, char byte)
{
	if (self->len == sizeof(self->buffer))
		flush(self);
	self->buffer[self->len++] = byte;
}

/* Writes the escape of @byte, which cannot stand in a JSON string as it is. */
static void
put_escape(DdJsonWriter *self, unsigned char byte)
{
	static const char digits[] = "0123456789abcdef";
	static const char plain[] = "\"\\\b\f\n\r\t";
	static const char letter[] = "\"\\bfnrt";
	const char *at = memchr(plain, byte, sizeof(plain) - 1);
	if (at != NULL) {
		const char two[2] = {'\\', letter[at - plain]};
		put(self, two, sizeof(two));
		return;
	}
	const char six[6] = {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
	put(self, six, sizeof(six));
}

static bool
needs_escape(unsigned char byte)
{
	return byte < 0x20 || byte == '"' || byte == '\\' || byte == 0x7f;
}

/* Returns: how many bytes of @text need no escape */
static size_t
find_plain(const char *text, size_t len)
{
	size_t i = 0;
	for (; i + sizeof(uint64_t) <= len; i += sizeof(uint64_t)) {
		uint64_t bytes = dd_bytes_load(text + i);
		uint64_t found = dd_bytes_under(bytes, 0x20) | dd_bytes_equal(bytes, '"') |
				 dd_bytes_equal(bytes, '\\') | dd_bytes_equal(bytes, 0x7f);
		if (found != 0)
			return i + dd_bytes_first(found);
	}
	while (i < len && !needs_escape((unsigned char)text[i]))
		i++;
	return i;
}

static void
put_quoted(DdJsonWriter *self, const char *text)
{
	size_t len = strlen(text);
	put_byte(self, '"');
	while (len > 0) {
		size_t plain = find_plain(text, len);
		put(self, text, plain);
		text += plain;
		len -= plain;
		if (len > 0) {
			put_escape(self, (unsigned char)*text++);
			len--;
		}
	}
	put_byte(self, '"');
}

static void
put_break(DdJsonWriter *self)
{
	static const char blanks[DD_JSON_DEPTH + 1] = "            ";
	put_byte(self, '\n');
	put(self, blanks, MIN(self->depth, DD_JSON_DEPTH));
}

static bool
is_flat(const DdJsonWriter *self)
{
	return self->depth > self->flat_from;
}

/* Goes to where the next value of the open level stands and writes its key. */
static void
begin_value(DdJsonWriter *self, const char *key)
{
	if (self->depth > 0) {
		bool first = !self->has_items[self->depth];
		self->has_items[self->depth] = true;
		if (!first)
			put_byte(self, ',');
		if (!is_flat(self))
			put_break(self);
		else if (!first)
			put_byte(self, ' ');
	}
	if (key != NULL) {
		put_byte(self, '"');
		put(self, key, strlen(key));
		put(self, "\": ", 3);
	}
}

void
dd_json_open(DdJsonWriter *self, const char *key, char bracket, bool flat)
{
	g_return_if_fail(self->depth + 1 < DD_JSON_DEPTH);
	begin_value(self, key);
	put_byte(self, bracket);
	if (flat && self->flat_from > self->depth)
		self->flat_from = self->depth;
	self->depth++;
	self->has_items[self->depth] = false;
}

void
dd_json_close(DdJsonWriter *self, char bracket)
{
	g_return_if_fail(self->depth > 0);
	bool broken = self->has_items[self->depth] && !is_flat(self);
	self->depth--;
	if (broken)
		put_break(self);
	if (self->flat_from == self->depth)
		self->flat_from = DD_JSON_DEPTH;
	put_byte(self, bracket);
	if (self->depth == 0)
		put_byte(self, '\n');
}

void
dd_json_string(DdJsonWriter *self, const char *key, const char *value)
{
	begin_value(self, key);
	if (value != NULL)
		put_quoted(self, value);
	else
		put(self, "null", 4);
}

void
dd_json_uint(DdJsonWriter *self, const char *key, uint64_t value)
{
	char digits[24];
	size_t at = sizeof(digits);
	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	begin_value(self, key);
	put(self, digits + at, sizeof(digits) - at);
}

void
dd_json_bool(DdJsonWriter *self, const char *key, bool value)
{
	begin_value(self, key);
	if (value)
		put(self, "true", 4);
	else
		put(self, "false", 5);
}

void
dd_json_null(DdJsonWriter *self, const char *key)
{
	dd_json_string(self, key, NULL);
}

void
dd_json_double(DdJsonWriter *self, const char *key, double value)
{
	if (!isfinite(value)) {
		dd_json_null(self, key);
		return;
	}
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	if (fabs(value) < WHOLE_MAX && floor(value) >= value)
		g_ascii_formatd(text, sizeof(text), "%.0f", fabs(value) > 0 ? value : 0.0);
	else
		g_ascii_formatd(text, sizeof(text), "%.15g", value);
	double back = g_ascii_strtod(text, NULL);
	if (back < value || back > value)
		g_ascii_dtostr(text, sizeof(text), value);
	begin_value(self, key);
	put(self, text, strlen(text));
}

void
dd_json_percent(DdJsonWriter *self, const char *key, uint8_t percent)
{
	static const char whole[] = "1", zero[] = "0";
	char text[] = "0.00";
	begin_value(self, key);
	if (percent >= 100 || percent == 0) {
		put(self, percent == 0 ? zero : whole, 1);
		return;
	}
	text[2] = (char)('0' + percent / 10);
	text[3] = (char)('0' + percent % 10);
	put(self, text, percent % 10 == 0 ? 3 : 4);
}

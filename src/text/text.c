/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <string.h>

#include "compose-capitals.h"
#include "compose-cluster.h"
#include "detect.h"
#include "encoding.h"
#include "error.h"
#include "letter.h"
#include "maxima.h"

#define LINE_BYTES                                                                                 \
	64u          /* of a line, less than most have: room for their starts is asked for by it */
#define MARK_SHIFT 8 /* a way mark into the source for every 256 bytes of text */

/* The cluster that holds the text byte 256 * i: where it starts here and there */
typedef struct {
	uint32_t text;
	uint32_t source;
} WayMark;

struct _DdText {
	GByteArray *bytes; /* the file as given; holds the text too when nothing had to change */
	DdSource source;   /* the bytes behind the byte order mark */
	size_t bom;        /* its length */
	char *own;         /* the text when it is not in @bytes */
	char *text;        /* NUL-terminated */
	size_t len;
	WayMark *marks;  /* NULL when text and source are the same */
	uint32_t *lines; /* starts */
	uint32_t line_count;
	uint32_t *made; /* lines that dd_text_break made, rising; NULL: none */
	uint32_t made_count;
	bool recomposed;
};

/* Text that grows; its maximum follows from that of the file */
typedef struct {
	char *text;
	size_t len, room;
	WayMark *marks;
	size_t mark_count, mark_room;
} Output;

static void
reserve(Output *out, size_t more)
{
	if (out->room - out->len > more)
		return;
	out->room += MAX(out->room / 2, more + 64);
	out->text = g_realloc(out->text, out->room);
}

/* Notes that @n bytes of text now come from @source_at on */
static inline void
mark_way(Output *out, size_t source_at, size_t n)
{
	while (out->len + n > out->mark_count << MARK_SHIFT) {
		if (out->mark_count == out->mark_room) {
			out->mark_room += out->mark_room / 2 + 64;
			out->marks = g_renew(WayMark, out->marks, out->mark_room);
		}
		out->marks[out->mark_count++] = (WayMark){(uint32_t)out->len, (uint32_t)source_at};
	}
}

/* Returns: length of the plain UTF-8 character at @at, 0 when it needs a closer look */
static inline size_t
plain_length(const uint8_t *at, size_t left)
{
	uint8_t c = at[0];
	if (c < 0x7F)
		return c >= 0x20 || c == '\n' || c == '\t' || c == '\f';
	if (c >= 0xC3 && c <= 0xC6)
		return left >= 2 && (at[1] & 0xC0) == 0x80 ? 2 : 0;
	if (c == 0xE1 && left >= 3)
		return at[1] >= 0xB8 && at[1] <= 0xBB && (at[2] & 0xC0) == 0x80 ? 3 : 0;
	return 0;
}

/* Copies plain characters that plain ones follow. Returns: where it stopped */
static size_t
copy_plain_utf8(const DdSource *source, size_t at, Output *out)
{
	size_t n = plain_length(source->data + at, source->len - at);
	while (n > 0) {
		size_t next = at + n;
		size_t after = next < source->len
				       ? plain_length(source->data + next, source->len - next)
				       : 0;
		if (after == 0 && next < source->len)
			break;
		reserve(out, 4);
		mark_way(out, at, n);
		memcpy(out->text + out->len, source->data + at, n);
		out->len += n;
		at = next;
		n = after;
	}
	return at;
}

static size_t
copy_plain_decoded(const DdSource *source, size_t at, Output *out)
{
	size_t next = at;
	gunichar c = dd_source_next(source, &next);
	while (dd_cluster_is_plain(c)) {
		size_t after = next;
		gunichar following = next < source->len ? dd_source_next(source, &after) : '\n';
		if (!dd_cluster_is_plain(following))
			break;
		reserve(out, 4);
		size_t n = dd_utf8_encode(c, out->text + out->len);
		mark_way(out, at, n);
		out->len += n;
		at = next;
		if (at >= source->len)
			break;
		next = after;
		c = following;
	}
	return at;
}

/* Brings the source into NFC UTF-8, cluster by cluster */
static void
transform(DdText *self)
{
	const DdSource *source = &self->source;
	bool utf8 = source->encoding == DD_ENCODING_UTF8 && !source->misread;
	Output out = {.room = source->len + 64};
	out.text = g_malloc(out.room);
	DdCluster cluster;
	for (size_t at = 0; at < source->len;) {
		at = utf8 ? copy_plain_utf8(source, at, &out) : copy_plain_decoded(source, at, &out);
		if (at >= source->len)
			break;
		dd_cluster_read(source, at, &cluster);
		reserve(&out, cluster.len);
		mark_way(&out, at, cluster.len);
		memcpy(out.text + out.len, cluster.text, cluster.len);
		out.len += cluster.len;
		self->recomposed |= cluster.recomposed;
		at = cluster.end;
	}
	if (source->encoding == DD_ENCODING_TCVN3)
		dd_compose_raise_capitals(out.text, out.len);
	out.text[out.len] = '\0';
	self->own = g_realloc(out.text, out.len + 1);
	self->text = self->own;
	self->len = out.len;
	/* an empty text has no marks: one is needed to say "not the same" */
	self->marks = g_renew(WayMark, out.marks, MAX(out.mark_count, 1));
}

static bool
index_lines(DdText *self, GError **error)
{
	const char *at = self->text, *stop = at + self->len;
	size_t count = 0, room = self->len / LINE_BYTES + 1;
	self->lines = g_new(uint32_t, room);
	do {
		if (count == room) {
			room = MIN(room * 2, DD_MAX_LINES);
			self->lines = g_renew(uint32_t, self->lines, room);
		}
		if (count < DD_MAX_LINES)
			self->lines[count] = (uint32_t)(at - self->text);
		const char *end = memchr(at, '\n', (size_t)(stop - at));
		at = end != NULL ? end + 1 : stop;
		count++;
	} while (at < stop);
	if (count > DD_MAX_LINES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"tệp có %zu dòng, tối đa là %u; hãy chia thành nhiều tệp "
			"(%zu lines, the maximum is %u; split the file)",
			count, DD_MAX_LINES, count, DD_MAX_LINES);
		return false;
	}
	self->line_count = (uint32_t)count;
	self->lines = g_renew(uint32_t, self->lines, count);
	return true;
}

static bool
check_not_blank(const DdText *self, GError **error)
{
	for (size_t i = 0; i < self->len; i++) {
		if (strchr(" \t\n\f", self->text[i]) == NULL)
			return true;
	}
	g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
		"tệp rỗng hoặc chỉ có khoảng trắng; hãy kiểm tra lại tệp đã chọn "
		"(empty, or nothing but white space; check which file was given)");
	return false;
}

static bool
check_size(const GByteArray *bytes, GError **error)
{
	if (bytes->len == 0) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_EMPTY,
			"tệp rỗng; hãy kiểm tra lại tệp đã chọn "
			"(empty; check which file was given)");
		return false;
	}
	if (bytes->len <= DD_MAX_FILE_BYTES)
		return true;
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"tệp dài %u byte, tối đa là %u; hãy chia thành nhiều tệp "
		"(%u bytes, the maximum is %u; split the file)",
		bytes->len, DD_MAX_FILE_BYTES, bytes->len, DD_MAX_FILE_BYTES);
	return false;
}

/* Takes @bytes, checked for size */
static DdText *
text_new(GByteArray *bytes, const DdDetected *detected, GError **error)
{
	g_autoptr(DdText) self = g_new0(DdText, 1);
	self->bytes = bytes;
	self->bom = detected->bom;
	if (detected->clean) {
		guint8 nul = 0;
		self->len = bytes->len - detected->bom;
		g_byte_array_append(bytes, &nul, 1);
		self->text = (char *)bytes->data + detected->bom;
	}
	self->source = (DdSource){
		.data = bytes->data + detected->bom,
		.len = detected->clean ? self->len : bytes->len - detected->bom,
		.encoding = detected->encoding,
		.misread = detected->misread,
	};
	if (!detected->clean)
		transform(self);
	if (!check_not_blank(self, error) || !index_lines(self, error))
		return NULL;
	return g_steal_pointer(&self);
}

DdText *
dd_text_new_take(GByteArray *bytes, GError **error)
{
	g_autoptr(GByteArray) taken = bytes;
	DdDetected detected;
	if (!check_size(taken, error) || !dd_detect_encoding(taken->data, taken->len, &detected, error))
		return NULL;
	return text_new(g_steal_pointer(&taken), &detected, error);
}

DdText *
dd_text_new_take_encoded(GByteArray *bytes, DdEncoding encoding, GError **error)
{
	g_autoptr(GByteArray) taken = bytes;
	if (!check_size(taken, error))
		return NULL;
	DdDetected detected = {
		.encoding = encoding, .bom = dd_detect_bom(taken->data, taken->len, encoding)};
	size_t len = taken->len - detected.bom;
	detected.clean = encoding == DD_ENCODING_UTF8 &&
			 dd_utf8_scan_clean(taken->data + detected.bom, len) == len;
	return text_new(g_steal_pointer(&taken), &detected, error);
}

void
dd_text_free(DdText *self)
{
	if (self == NULL)
		return;
	g_clear_pointer(&self->bytes, g_byte_array_unref);
	g_free(self->own);
	g_free(self->marks);
	g_free(self->lines);
	g_free(self->made);
	g_free(self);
}

const char *
dd_text_get(const DdText *self, size_t *len_out)
{
	*len_out = self->len;
	return self->text;
}

void
dd_text_blank(DdText *self, size_t start, size_t end)
{
	end = MIN(end, self->len);
	start = MIN(start, end);
	if (start == end)
		return;
	/* half a character would be no UTF-8: the whole one goes */
	while (start > 0 && ((unsigned char)self->text[start] & 0xC0) == 0x80)
		start--;
	while (end < self->len && ((unsigned char)self->text[end] & 0xC0) == 0x80)
		end++;
	for (size_t i = start; i < end; i++) {
		if (self->text[i] != '\n')
			self->text[i] = ' ';
	}
}

void
dd_text_pull(DdText *self, size_t at)
{
	if (at + 1 >= self->len || (self->text[at] & 0x80) != 0 || (self->text[at + 1] & 0x80) != 0)
		return;
	self->text[at] = self->text[at + 1];
	self->text[at + 1] = ' ';
}

void
dd_text_break(DdText *self, const uint32_t *at, size_t n)
{
	if (n == 0 || self->made != NULL || n > DD_MAX_LINES - self->line_count)
		return;
	uint32_t *lines = g_new(uint32_t, self->line_count + n);
	self->made = g_new(uint32_t, n);
	uint32_t count = 0;
	for (size_t i = 0, line = 0; line < self->line_count || i < n;) {
		bool old = i == n || (line < self->line_count && self->lines[line] <= at[i]);
		if (!old && self->text[at[i]] != '\n') {
			self->text[at[i]] = '\n';
			self->made[self->made_count++] = count;
			lines[count++] = at[i] + 1;
		} else if (old) {
			lines[count++] = self->lines[line];
		}
		line += old;
		i += !old;
	}
	g_free(self->lines);
	self->lines = lines;
	self->line_count = count;
}

uint32_t
dd_text_line_of_file(const DdText *self, uint32_t line)
{
	uint32_t low = 0, high = self->made_count;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		if (self->made[middle] <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return line - low;
}

DdEncoding
dd_text_get_encoding(const DdText *self)
{
	return self->source.encoding;
}

bool
dd_text_had_bom(const DdText *self)
{
	return self->bom > 0;
}

bool
dd_text_was_misread(const DdText *self)
{
	return self->source.misread;
}

bool
dd_text_was_recomposed(const DdText *self)
{
	return self->recomposed && self->source.encoding <= DD_ENCODING_UTF16BE;
}

uint32_t
dd_text_get_line_count(const DdText *self)
{
	return self->line_count;
}

uint32_t
dd_text_get_line(const DdText *self, uint32_t n, uint32_t *end_out)
{
	g_return_val_if_fail(n < self->line_count, 0);
	if (n + 1 < self->line_count)
		*end_out = self->lines[n + 1] - 1;
	else
		*end_out = (uint32_t)(self->len - (self->len > self->lines[n] &&
							  self->text[self->len - 1] == '\n'));
	return self->lines[n];
}

/* The line of offset @at, which is one of [@low, @high) */
static uint32_t
find_line_between(const DdText *self, uint32_t at, uint32_t low, uint32_t high)
{
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (self->lines[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

uint32_t
dd_text_find_line(const DdText *self, uint32_t at)
{
	return find_line_between(self, at, 0, self->line_count);
}

uint32_t
dd_text_find_line_near(const DdText *self, uint32_t at, uint32_t near)
{
	uint32_t low = near, step = 1;
	if (near >= self->line_count || self->lines[near] > at)
		return dd_text_find_line(self, at);
	while (low + step < self->line_count && self->lines[low + step] <= at) {
		low += step;
		step *= 2;
	}
	return find_line_between(self, at, low, MIN(low + step, self->line_count));
}

/*
 * Returns: bytes of plain characters at @at, each followed by a plain one, that begin within the
 * next @most bytes
 */
static size_t
skip_plain_utf8(const DdSource *source, size_t at, size_t most)
{
	size_t skipped = 0;
	size_t n = plain_length(source->data + at, source->len - at);
	while (n > 0 && skipped + n <= most) {
		size_t next = at + skipped + n;
		size_t after = next < source->len
				       ? plain_length(source->data + next, source->len - next)
				       : 0;
		if (after == 0)
			break;
		skipped += n;
		n = after;
	}
	return skipped;
}

/* The way there by the marks. Not inlined: most texts are the source itself, and nothing is saved on the stack for those. */
G_GNUC_NO_INLINE static uint32_t
find_source(const DdText *self, uint32_t at)
{
	size_t text = self->marks[at >> MARK_SHIFT].text;
	size_t source = self->marks[at >> MARK_SHIFT].source;
	bool utf8 = self->source.encoding == DD_ENCODING_UTF8 && !self->source.misread;
	DdCluster cluster;
	for (;;) {
		size_t plain = utf8 ? skip_plain_utf8(&self->source, source, at - text) : 0;
		text += plain;
		source += plain;
		dd_cluster_read(&self->source, source, &cluster);
		if (text + cluster.len > at)
			return (uint32_t)(self->bom + source);
		text += cluster.len;
		source = cluster.end;
	}
}

uint32_t
dd_text_to_source(const DdText *self, uint32_t at)
{
	if (at >= self->len)
		return (uint32_t)(self->bom + self->source.len);
	return self->marks != NULL ? find_source(self, at) : (uint32_t)self->bom + at;
}

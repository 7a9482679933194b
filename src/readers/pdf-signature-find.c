/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-signature-find.c: /ByteRange is looked for in the whole file; around each one the object it stands in is read token by
 * token. Every byte is looked at a fixed number of times, however many there are and whatever they say.
 */
#include "pdf-signature-find.h"

#include <string.h>

#include "maxima.h"
#include "pdf-signature-time.h"

#define BYTE_RANGE "/ByteRange"
#define BYTE_RANGE_LEN (sizeof(BYTE_RANGE) - 1)
#define NUMBERS 4u
#define DIGITS 12u /* of an offset; the largest file has nine */

/* What a dictionary or array on the way says; arrays have nothing but their place */
typedef struct {
	bool array;
	unsigned n_ranges, n_contents;
	bool range_read;
	guint64 range[NUMBERS];
	gsize hex, hex_end; /* of /Contents */
	DdSubFilter sub_filter;
	int64_t time;
	int zone;
} Level;

typedef struct {
	const guint8 *bytes;
	gsize at, len;
	gsize budget; /* of bytes of the object that are no hexadecimal string */
	Level levels[DD_MAX_SIGNATURE_DEPTH];
	unsigned depth;
	GArray *found;
} Scan;

static bool
is_blank(guint8 byte)
{
	return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
	       byte == '\0';
}

static bool
is_delimiter(guint8 byte)
{
	return byte != '\0' && strchr("()<>[]{}/%", byte) != NULL;
}

static bool
is_regular(guint8 byte)
{
	return !is_blank(byte) && !is_delimiter(byte);
}

static bool
is_at(const Scan *self, const char *word)
{
	gsize n = strlen(word);
	return self->len - self->at >= n && memcmp(self->bytes + self->at, word, n) == 0;
}

static void
skip_blanks(Scan *self)
{
	while (self->at < self->len) {
		guint8 byte = self->bytes[self->at];
		if (byte == '%') {
			while (self->at < self->len && self->bytes[self->at] != '\n' &&
				self->bytes[self->at] != '\r')
				self->at++;
		} else if (is_blank(byte)) {
			self->at++;
		} else {
			return;
		}
	}
}

/* Passes a string in brackets, which may hold pairs of them. Returns: FALSE when it does not end */
static bool
skip_string(Scan *self)
{
	gsize open = 0, stop = MIN(self->len, self->at + DD_MAX_SIGNATURE_OBJECT_BYTES);
	for (; self->at < stop; self->at++) {
		guint8 byte = self->bytes[self->at];
		if (byte == '\\')
			self->at++;
		else if (byte == '(')
			open++;
		else if (byte == ')' && --open == 0) {
			self->at++;
			return true;
		}
	}
	self->at = stop;
	return false;
}

/* Passes a hexadecimal string. Returns: FALSE when it is too long or does not end; it is passed then as far as was looked */
static bool
skip_hex(Scan *self)
{
	gsize reach = MIN(self->len - self->at, (gsize)2 * DD_MAX_SIGNATURE_BYTES + 2);
	const guint8 *end = memchr(self->bytes + self->at, '>', reach);
	gsize passed = end != NULL ? (gsize)(end - self->bytes) + 1 - self->at : reach;
	self->at += passed;
	self->budget += passed; /* which is why it costs nothing of the object's own */
	return end != NULL;
}

/* Reads one number that is an offset. Returns: FALSE when something else stands there */
static bool
read_offset(Scan *self, guint64 *value_out)
{
	skip_blanks(self);
	if (self->at < self->len && self->bytes[self->at] == '+')
		self->at++;
	guint64 value = 0;
	unsigned digits = 0;
	for (; self->at < self->len && g_ascii_isdigit(self->bytes[self->at]); self->at++) {
		value = value * 10 + (guint64)(self->bytes[self->at] - '0');
		digits += value > 0 || digits == 0;
		if (digits > DIGITS)
			return false;
	}
	if (digits == 0 || (self->at < self->len && is_regular(self->bytes[self->at])))
		return false;
	*value_out = value;
	return true;
}

/* Reads "[a b c d]"; at its '['. What is none is left to be passed as an array */
static void
read_range(Scan *self, Level *level)
{
	gsize from = self->at++;
	guint64 range[NUMBERS] = {0};
	bool whole = true;
	for (unsigned i = 0; i < NUMBERS && whole; i++)
		whole = read_offset(self, &range[i]);
	skip_blanks(self);
	if (whole && self->at < self->len && self->bytes[self->at] == ']') {
		self->at++;
		memcpy(level->range, range, sizeof(range));
		level->range_read = true;
		return;
	}
	self->at = from;
}

/* Passes a name. Returns: its length; @name_out is not terminated */
static gsize
read_name(Scan *self, const char **name_out)
{
	gsize from = ++self->at;
	while (self->at < self->len && is_regular(self->bytes[self->at]))
		self->at++;
	*name_out = (const char *)self->bytes + from;
	return self->at - from;
}

static bool
is_name(const char *name, gsize len, const char *wanted)
{
	return len == strlen(wanted) && memcmp(name, wanted, len) == 0;
}

static DdSubFilter
find_sub_filter(const char *name, gsize len)
{
	static const struct {
		const char *name;
		DdSubFilter sub_filter;
	} known[] = {
		{"adbe.pkcs7.detached", DD_SUB_FILTER_DETACHED},
		{"ETSI.CAdES.detached", DD_SUB_FILTER_DETACHED},
		{"adbe.pkcs7.sha1", DD_SUB_FILTER_SHA1},
		{"ETSI.RFC3161", DD_SUB_FILTER_TIME_STAMP},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (is_name(name, len, known[i].name))
			return known[i].sub_filter;
	return DD_SUB_FILTER_OTHER;
}

/* Passes a key and, where the two say something of a signature, its value. Returns: FALSE when that has no end */
static bool
read_key(Scan *self, Level *level)
{
	const char *key = NULL;
	gsize key_len = read_name(self, &key);
	bool range = is_name(key, key_len, "ByteRange");
	bool contents = is_name(key, key_len, "Contents");
	level->n_ranges += range;
	level->n_contents += contents;
	skip_blanks(self);
	if (self->at >= self->len)
		return false;
	guint8 next = self->bytes[self->at];
	if (next == '/') {
		const char *value = NULL;
		gsize len = read_name(self, &value);
		if (is_name(key, key_len, "SubFilter"))
			level->sub_filter = find_sub_filter(value, len);
	} else if (range && next == '[') {
		read_range(self, level);
	} else if (contents && next == '<' && !is_at(self, "<<")) {
		level->hex = self->at;
		bool ended = skip_hex(self);
		level->hex_end = self->at;
		return ended;
	} else if (is_name(key, key_len, "M") && next == '(') {
		gsize from = self->at + 1;
		if (!skip_string(self))
			return false;
		level->time = dd_pdf_time_read(
			(const char *)self->bytes + from, self->at - from - 1, &level->zone);
	}
	return true;
}

/* Returns: TRUE when nothing but blanks follows, of which no reader of PDF makes anything */
static bool
is_end(const Scan *self, gsize from)
{
	for (; from < self->len; from++)
		if (!is_blank(self->bytes[from]))
			return false;
	return true;
}

static void
add_found(Scan *self, const Level *level)
{
	if (level->n_ranges == 0 || level->n_contents == 0 || level->hex_end == 0 ||
		self->found->len >= DD_MAX_SIGNATURES_SEEN)
		return;
	DdPdfSignature found = {
		.sub_filter = level->sub_filter,
		.time = level->time,
		.zone = level->zone,
		.end = level->hex_end, /* for the order, where the range says nothing */
	};
	const guint64 *range = level->range; /* each of at most twelve digits: sums cannot overflow */
	if (level->range_read) {
		bool fits = level->n_ranges == 1 && level->n_contents == 1 &&
			    range[0] + range[1] == level->hex && range[2] == level->hex_end &&
			    range[2] + range[3] <= self->len;
		found.range = fits ? DD_RANGE_FITS : DD_RANGE_WRONG;
		if (fits) {
			found.start = (gsize)range[0];
			found.hole = level->hex;
			found.hole_end = level->hex_end;
			found.end = (gsize)(range[2] + range[3]);
		}
	}
	g_array_append_val(self->found, found);
}

static bool
open_level(Scan *self, bool array)
{
	if (self->depth >= DD_MAX_SIGNATURE_DEPTH)
		return false;
	self->levels[self->depth++] = (Level){.array = array};
	self->at += array ? 1 : 2;
	return true;
}

static bool
close_level(Scan *self, bool array)
{
	Level *level = &self->levels[self->depth - 1];
	if (level->array != array)
		return false;
	if (!array)
		add_found(self, level);
	self->depth--;
	self->at += array ? 1 : 2;
	return true;
}

/* Passes one token. Returns: FALSE when the object is none */
static bool
pass_token(Scan *self)
{
	Level *level = self->depth > 0 ? &self->levels[self->depth - 1] : NULL;
	guint8 byte = self->bytes[self->at];
	if (is_at(self, "<<"))
		return open_level(self, false);
	if (level == NULL)
		return false; /* what is no dictionary has no signature */
	if (byte == '[')
		return open_level(self, true);
	if (byte == ']' || is_at(self, ">>"))
		return close_level(self, byte == ']');
	if (byte == '/' && !level->array)
		return read_key(self, level);
	if (byte == '(')
		return skip_string(self);
	if (byte == '<')
		return skip_hex(self);
	self->at++; /* a delimiter that says nothing here, or the first byte of a word */
	while (self->at < self->len && is_regular(byte) && is_regular(self->bytes[self->at]))
		self->at++;
	return true;
}

/* Reads the object whose content begins at the scan; afterwards this stands where it ended or could not be read */
static void
read_object(Scan *self)
{
	gsize len = self->len, from = self->at;
	self->depth = 0;
	self->budget = DD_MAX_SIGNATURE_OBJECT_BYTES;
	do {
		skip_blanks(self);
		if (self->at >= len || self->at - from > self->budget || !pass_token(self))
			return;
	} while (self->depth > 0);
}

/*
 * Returns: where the content of the last object begins that @from to @to see the start of ("12 0 obj"), 0 when none does.
 */
static gsize
find_object(const guint8 *bytes, gsize from, gsize to)
{
	for (gsize at = to; at >= from + 5; at--) {
		const guint8 *end = bytes + at;
		if (end[-1] == 'j' && end[-2] == 'b' && end[-3] == 'o' && is_blank(end[-4]) &&
			g_ascii_isdigit(end[-5]))
			return at;
	}
	return 0;
}

static gint
compare_ends(gconstpointer a, gconstpointer b)
{
	const DdPdfSignature *one = a, *other = b;
	return one->end < other->end ? -1 : one->end > other->end;
}

GArray *
dd_pdf_signatures_find(const guint8 *bytes, gsize len)
{
	g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(DdPdfSignature));
	g_autofree Scan *scan = g_new0(Scan, 1);
	scan->bytes = bytes;
	scan->len = len;
	scan->found = found;
	for (gsize from = 0; from < len;) {
		const guint8 *hit = memmem(bytes + from, len - from, BYTE_RANGE, BYTE_RANGE_LEN);
		if (hit == NULL)
			break;
		gsize at = (gsize)(hit - bytes);
		/* an object is read once: a second name in it lies behind where the reading ended, or in no dictionary */
		scan->at = find_object(bytes, from, at);
		if (scan->at != 0)
			read_object(scan);
		from = MAX(at + BYTE_RANGE_LEN, scan->at);
	}
	for (guint i = 0; i < found->len; i++) {
		DdPdfSignature *one = &g_array_index(found, DdPdfSignature, i);
		one->whole = one->range == DD_RANGE_FITS && one->start == 0 && is_end(scan, one->end);
	}
	g_array_sort(found, compare_ends);
	if (found->len > DD_MAX_SIGNATURES)
		g_array_remove_range(found, 0, found->len - DD_MAX_SIGNATURES);
	return g_steal_pointer(&found);
}

bool
dd_pdf_signatures_may_be(const guint8 *bytes, gsize len)
{
	return memmem(bytes, len, BYTE_RANGE, BYTE_RANGE_LEN) != NULL;
}

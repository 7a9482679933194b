/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * multipart.c: a body goes through one byte after the other, or from one carriage return to the next. A boundary holds none, so that what has been
 * matched of "\r\n--boundary" and fails begins again nowhere but at another carriage return: nothing is kept, and nothing read again
 */
#include "multipart.h"

#include "error.h"
#include "maxima.h"

#include <string.h>

#define BOUNDARY_MAX 70 /* RFC 2046, 5.1.1 */
#define BOUNDARY_LETTERS                                                                           \
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'()+_,-./:=? "

typedef enum {
	AT_MARK,   /* in the mark that begins the form or ends a part */
	AT_TAIL,   /* behind it: "\r\n" goes on, "--" ends */
	AT_HEADER, /* in the lines of a part */
	AT_BODY,
	AT_END, /* behind the last mark, where anything may stand */
} State;

struct _DdMultipart {
	DdMultipartSink sink;
	State state;
	char mark[BOUNDARY_MAX + 5]; /* "\r\n--boundary" */
	size_t mark_len, matched;
	char tail[2];
	size_t n_tail;
	GString *line; /* of a header, as far as it came */
	unsigned lines, parts;
	char *name, *file; /* of the part whose header is read */
};

static bool
fail(GError **error)
{
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"biểu mẫu multipart/form-data sai (a broken multipart/form-data)");
	return false;
}

static bool
fail_large(GError **error)
{
	g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
		"biểu mẫu có quá %d phần, hoặc phần đầu quá dài (over %d parts in the form, or "
		"their headers are too long)",
		DD_MAX_FORM_PARTS, DD_MAX_FORM_PARTS);
	return false;
}

/* Reads a value, in quotes or without. Returns: behind it, NULL when its quotes do not end; @out: it gets the value */
static const char *
read_value(const char *at, GString *out)
{
	g_string_truncate(out, 0);
	if (*at != '"') {
		size_t len = strcspn(at, "; \t");
		g_string_append_len(out, at, (gssize)len);
		return at + len;
	}
	for (at++; *at != '"'; at++) {
		if (at[0] == '\\' && (at[1] == '"' || at[1] == '\\'))
			at++;
		if (*at == '\0')
			return NULL;
		g_string_append_c(out, *at);
	}
	return at + 1;
}

/*
 * Finds the value of @name among the parameters of a field: behind its first semicolon, each with a "=". Returns: (transfer full) NULL when it is not
 * there, is there twice, or the field is broken
 */
static char *
find_parameter(const char *field, const char *name)
{
	g_autoptr(GString) value = g_string_new(NULL);
	g_autofree char *found = NULL;
	const char *at = field + strcspn(field, ";");
	while (at != NULL && *at == ';') {
		at += 1 + strspn(at + 1, " \t");
		size_t len = strcspn(at, "=; \t");
		bool wanted = len == strlen(name) && g_ascii_strncasecmp(at, name, len) == 0;
		if (at[len] != '=')
			return NULL;
		at = read_value(at + len + 1, value);
		if (at == NULL || (wanted && found != NULL))
			return NULL;
		if (wanted)
			found = g_strdup(value->str);
		at += strspn(at, " \t");
	}
	return at != NULL && *at == '\0' ? g_steal_pointer(&found) : NULL;
}

DdMultipart *
dd_multipart_new(const char *content_type, const DdMultipartSink *sink, GError **error)
{
	g_autofree char *boundary = find_parameter(content_type, "boundary");
	size_t len = boundary != NULL ? strlen(boundary) : 0;
	if (len == 0 || len > BOUNDARY_MAX || strspn(boundary, BOUNDARY_LETTERS) != len ||
		boundary[len - 1] == ' ') {
		fail(error);
		return NULL;
	}
	DdMultipart *self = g_new0(DdMultipart, 1);
	self->sink = *sink;
	g_snprintf(self->mark, sizeof(self->mark), "\r\n--%s", boundary);
	self->mark_len = len + 4;
	/* the first mark has no line before it */
	self->matched = 2;
	self->line = g_string_new(NULL);
	return self;
}

/* Takes the file's name without the folders that some programs send, and with the quotes that browsers write as %22 */
static char *
clean_file(const char *sent)
{
	const char *base = sent;
	for (const char *at = sent; *at != '\0'; at++)
		if (*at == '/' || *at == '\\')
			base = at + 1;
	GString *out = g_string_new(base);
	g_string_replace(out, "%22", "\"", 0);
	return g_string_free(out, FALSE);
}

/* Takes a line of a part's header. Only one field tells something; it comes once */
static bool
take_field(DdMultipart *self, const char *line, GError **error)
{
	static const char field[] = "Content-Disposition:";
	if (g_ascii_strncasecmp(line, field, sizeof(field) - 1) != 0)
		return true;
	const char *value = line + sizeof(field) - 1;
	value += strspn(value, " \t");
	if (self->name != NULL || g_ascii_strncasecmp(value, "form-data;", 10) != 0)
		return fail(error);
	g_autofree char *sent = find_parameter(value, "filename");
	self->name = find_parameter(value, "name");
	self->file = sent != NULL ? clean_file(sent) : NULL;
	return self->name != NULL || fail(error);
}

/* The header is over */
static bool
begin_part(DdMultipart *self, GError **error)
{
	if (self->name == NULL)
		return fail(error);
	self->state = AT_BODY;
	self->matched = 0;
	return self->sink.begin(self->name, self->file, self->sink.user_data, error);
}

static bool
take_line(DdMultipart *self, GError **error)
{
	GString *line = self->line;
	if (line->len == 0 || line->str[line->len - 1] != '\r' ||
		memchr(line->str, '\0', line->len) != NULL ||
		!g_utf8_validate(line->str, (gssize)line->len, NULL))
		return fail(error);
	g_string_truncate(line, line->len - 1);
	bool good = line->len == 0                       ? begin_part(self, error)
		    : self->lines++ >= DD_MAX_PART_LINES ? fail_large(error)
							 : take_field(self, line->str, error);
	g_string_truncate(line, 0);
	return good;
}

/* Each of these takes some of the bytes and says how many */

static bool
feed_header(DdMultipart *self, const char *bytes, size_t len, size_t *n_out, GError **error)
{
	const char *end = memchr(bytes, '\n', len);
	size_t n = end != NULL ? (size_t)(end - bytes) : len;
	*n_out = end != NULL ? n + 1 : n;
	if (n > DD_MAX_PART_LINE_BYTES - self->line->len)
		return fail_large(error);
	g_string_append_len(self->line, bytes, (gssize)n);
	return end == NULL || take_line(self, error);
}

/* What looked like a mark was none */
static bool
give_matched(DdMultipart *self, GError **error)
{
	size_t n = self->matched;
	self->matched = 0;
	return n == 0 || self->sink.take(self->mark, n, self->sink.user_data, error);
}

static bool
feed_body(DdMultipart *self, const char *bytes, size_t len, size_t *n_out, GError **error)
{
	if (self->matched == 0) {
		const char *next = memchr(bytes, '\r', len);
		*n_out = next != NULL ? (size_t)(next - bytes) : len;
		if (*n_out > 0 && !self->sink.take(bytes, *n_out, self->sink.user_data, error))
			return false;
		if (next == NULL)
			return true;
		self->matched = 1;
		(*n_out)++;
		return true;
	}
	*n_out = 0;
	if (*bytes != self->mark[self->matched])
		return give_matched(self, error);
	*n_out = 1;
	if (++self->matched < self->mark_len)
		return true;
	self->matched = 0;
	self->state = AT_TAIL;
	return self->sink.end(self->sink.user_data, error);
}

/* The mark that begins the form: nothing stands before it */
static bool
feed_mark(DdMultipart *self, const char *bytes, size_t *n_out, GError **error)
{
	*n_out = 1;
	if (*bytes != self->mark[self->matched])
		return fail(error);
	if (++self->matched == self->mark_len) {
		self->matched = 0;
		self->state = AT_TAIL;
	}
	return true;
}

static bool
feed_tail(DdMultipart *self, const char *bytes, size_t *n_out, GError **error)
{
	*n_out = 1;
	self->tail[self->n_tail++] = *bytes;
	if (self->n_tail < 2)
		return true;
	self->n_tail = 0;
	if (memcmp(self->tail, "--", 2) == 0) {
		self->state = AT_END;
		return true;
	}
	if (memcmp(self->tail, "\r\n", 2) != 0)
		return fail(error);
	if (self->parts++ >= DD_MAX_FORM_PARTS)
		return fail_large(error);
	g_clear_pointer(&self->name, g_free);
	g_clear_pointer(&self->file, g_free);
	self->lines = 0;
	self->state = AT_HEADER;
	return true;
}

bool
dd_multipart_feed(DdMultipart *self, const char *bytes, size_t len, GError **error)
{
	while (len > 0) {
		size_t n = len;
		bool good = true;
		switch (self->state) {
		case AT_MARK:
			good = feed_mark(self, bytes, &n, error);
			break;
		case AT_TAIL:
			good = feed_tail(self, bytes, &n, error);
			break;
		case AT_HEADER:
			good = feed_header(self, bytes, len, &n, error);
			break;
		case AT_BODY:
			good = feed_body(self, bytes, len, &n, error);
			break;
		case AT_END:
		default:
			break;
		}
		if (!good)
			return false;
		bytes += n;
		len -= n;
	}
	return true;
}

bool
dd_multipart_finish(const DdMultipart *self, GError **error)
{
	return self->state == AT_END || fail(error);
}

void
dd_multipart_free(DdMultipart *self)
{
	if (self == NULL)
		return;
	g_string_free(self->line, TRUE);
	g_free(self->name);
	g_free(self->file);
	g_free(self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sniff.h"

#include <stdbool.h>
#include <string.h>

#define SAMPLE_BYTES ((gsize)64 << 10) /* letters; each may take two bytes */
#define HEAD_BYTES 1024
#define LEAST_FIELDS 3
#define LEAST_RECORDS 3

/* One file's first bytes as ASCII, each other letter as 'x' */
typedef struct {
	char *text;
	gsize len;
	bool whole; /* all of the file */
} Sample;

/* Returns: the sample; NUL in the text when the file is binary */
static Sample
take_sample(const guint8 *bytes, gsize len)
{
	bool little = len >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE;
	bool big = len >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF;
	gsize step = little || big ? 2 : 1;
	bool marked = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
	gsize from = step == 2 ? 2 : marked ? 3 : 0;
	Sample sample = {.text = g_malloc(SAMPLE_BYTES + 1)};
	gsize at = from;
	for (; at + step <= len && sample.len < SAMPLE_BYTES; at += step) {
		guint8 low = big ? bytes[at + 1] : bytes[at];
		bool is_ascii = low < 0x80 && (step == 1 || (big ? bytes[at] : bytes[at + 1]) == 0);
		sample.text[sample.len++] = is_ascii ? (char)low : 'x';
	}
	sample.text[sample.len] = '\0';
	sample.whole = at + step > len;
	return sample;
}

/* Moves *@at behind a field. Returns: FALSE when a quote is not closed in the sample */
static bool
skip_field(const Sample *sample, gsize *at, char separator)
{
	const char *text = sample->text;
	gsize i = *at;
	if (i < sample->len && text[i] == '"') {
		for (i++; i < sample->len && (text[i] != '"' || text[i + 1] == '"'); i++)
			i += text[i] == '"' ? 1 : 0;
		if (i >= sample->len)
			return false;
	}
	while (i < sample->len && text[i] != separator && text[i] != '\n' && text[i] != '\r')
		i++;
	*at = i;
	return true;
}

/*
 * Programs write as many fields in each record, and no blank behind what parts them; people who write sentences do neither.
 * A record that the end of the sample cuts does not count.
 */
static bool
is_parted_by(const Sample *sample, char separator)
{
	gsize fields = 0, records = 0, n = 1, blanks = 0, parts = 0;
	for (gsize at = 0; at < sample->len;) {
		if (!skip_field(sample, &at, separator))
			break;
		if (at >= sample->len && !sample->whole)
			break;
		if (at < sample->len && sample->text[at] == separator) {
			at++;
			n++;
			parts++;
			blanks += at < sample->len && sample->text[at] == ' ' ? 1 : 0;
			if (at < sample->len)
				continue;
		}
		if (at < sample->len && sample->text[at] == '\r' && sample->text[at + 1] == '\n')
			at++;
		at++;
		bool is_empty = n == 1;
		if (!is_empty && fields != 0 && n != fields)
			return false;
		if (is_empty && at < sample->len)
			return false;
		fields = is_empty ? fields : n;
		records += is_empty ? 0 : 1;
		n = 1;
	}
	return fields >= LEAST_FIELDS && records >= LEAST_RECORDS && blanks * 8 <= parts;
}

static char
find_separator(const Sample *sample)
{
	static const char separators[] = {';', '\t', ','};
	if (memchr(sample->text, '\0', sample->len) != NULL)
		return '\0';
	if (sample->len > 5 && g_ascii_strncasecmp(sample->text, "sep=", 4) == 0)
		return sample->text[4];
	for (size_t i = 0; i < sizeof(separators); i++) {
		if (is_parted_by(sample, separators[i]))
			return separators[i];
	}
	return '\0';
}

/* Behind white space, the declaration of XML and comments, which programs put in front */
static bool
is_html(const Sample *sample)
{
	const char *at = sample->text;
	for (;;) {
		at += strspn(at, " \t\r\n\f");
		const char *end = g_str_has_prefix(at, "<!--")    ? strstr(at, "-->")
				  : g_str_has_prefix(at, "<?xml") ? strstr(at, ">")
								  : NULL;
		if (end == NULL)
			break;
		at = end + (*end == '-' ? 3 : 1);
	}
	bool is_root = g_ascii_strncasecmp(at, "<html", 5) == 0 &&
		       (at[5] == '>' || g_ascii_isspace(at[5]));
	return is_root || g_ascii_strncasecmp(at, "<!doctype html", 14) == 0;
}

/* Moves *@at behind a line that is a field of a header: "Name: value". Returns: TRUE when one stood there */
static bool
skip_header_field(const char **at, const char *end)
{
	const char *colon = *at;
	while (colon < end && (g_ascii_isalnum(*colon) || *colon == '-'))
		colon++;
	if (colon == *at || colon >= end || *colon != ':')
		return false;
	/* a line that begins with a blank goes on with the one before */
	const char *line = colon;
	do {
		line = memchr(line, '\n', (gsize)(end - line));
		line = line != NULL ? line + 1 : end;
	} while (line < end && (*line == ' ' || *line == '\t'));
	*at = line;
	return true;
}

/*
 * A header (RFC 5322, 2.2) with a field that no person writes, before anything that is no field. Letters of ours are 'x' in a sample and
 * would pass for a name, but the fields below have none.
 */
static bool
is_mail(const Sample *sample)
{
	static const char *const fields[] = {"MIME-Version: 1", "Message-ID: <",
		"Received: ", "Return-Path: ", "DKIM-Signature: ", "ARC-Seal: ", "Content-Type: text/",
		"Content-Type: multipart/"};
	const char *at = sample->text, *end = at + MIN(sample->len, HEAD_BYTES);
	/* a mailbox of Unix puts a line before */
	if (g_str_has_prefix(at, "From ")) {
		const char *line = memchr(at, '\n', (gsize)(end - at));
		at = line != NULL ? line + 1 : end;
	}
	while (at < end) {
		const char *field = at;
		if (!skip_header_field(&at, end))
			return false;
		for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
			if (g_ascii_strncasecmp(field, fields[i], strlen(fields[i])) == 0)
				return true;
	}
	return false;
}

DdSniff
dd_sniff(const guint8 *bytes, gsize len, char *separator_out)
{
	static const struct {
		const char *bytes;
		gsize len;
		DdSniff kind;
		gsize within; /* bytes from the beginning in which it stands */
	} magics[] = {
		{"PK\x03\x04", 4, DD_SNIFF_ZIP, 4},
		{"\xD0\xCF\x11\xE0", 4, DD_SNIFF_OLE, 4},
		{"{\\rtf", 5, DD_SNIFF_RTF, 5},
		/* a line of mail may stand before it: ISO 32000-1, annex H, note 13 */
		{"%PDF-", 5, DD_SNIFF_PDF, HEAD_BYTES},
		{"\x89PNG\r\n\x1A\n", 8, DD_SNIFF_IMAGE, 8},
		{"\xFF\xD8\xFF", 3, DD_SNIFF_IMAGE, 3}, /* JPEG */
		{"II*\0", 4, DD_SNIFF_IMAGE, 4},        /* TIFF, both byte orders */
		{"MM\0*", 4, DD_SNIFF_IMAGE, 4},
	};
	if (len == 0)
		return DD_SNIFF_OTHER;
	for (gsize i = 0; i < G_N_ELEMENTS(magics); i++)
		if (memmem(bytes, MIN(len, magics[i].within), magics[i].bytes, magics[i].len) != NULL)
			return magics[i].kind;
	Sample sample = take_sample(bytes, len);
	bool is_page = is_html(&sample);
	bool is_letter = !is_page && is_mail(&sample);
	char separator = is_page || is_letter ? '\0' : find_separator(&sample);
	g_free(sample.text);
	if (is_page)
		return DD_SNIFF_HTML;
	if (is_letter)
		return DD_SNIFF_MAIL;
	if (separator == '\0')
		return DD_SNIFF_OTHER;
	if (separator_out != NULL)
		*separator_out = separator;
	return separator == '\t' ? DD_SNIFF_TSV : DD_SNIFF_CSV;
}

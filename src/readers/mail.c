/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mail.c: mail (EML), and web pages saved as one (MHT, RFC 2557), by way of GMime: the text that the letter itself has is the Document, what
 * is attached are files inside of it. A module, since GMime brings libraries of encryption with it.
 */
#include "reader-module.h"

#include <gmime/gmime.h>
#include <iconv.h>
#include <string.h>

#include "error.h"
#include "html.h"
#include "maxima.h"
#include "member-kind.h"
#include "member-name.h"
#include "text.h"

#define MOST_DEPTH                                                                                 \
	32 /* parts inside of parts; forwarding nests three or four, and is a file of its own */

typedef struct {
	DdDocumentBuilder *builder;
	guint n_members;
	gsize held;     /* bytes of members kept */
	bool has_text;  /* some part of it is the letter's own */
	bool is_saved;  /* a page that was saved */
	GError *lost;   /* why the first part that could not be read could not */
	GError **error; /* of the reading */
} Letter;

static bool
is_type(GMimeObject *object, const char *type, const char *subtype)
{
	return g_mime_content_type_is_type(g_mime_object_get_content_type(object), type, subtype);
}

/* Returns: (transfer full) the bytes of a part without its transfer encoding, which never are more than the mail has */
static GByteArray *
take_content(GMimePart *part)
{
	GMimeDataWrapper *content = g_mime_part_get_content(part);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	if (content == NULL)
		return g_steal_pointer(&bytes);
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
	(void)g_mime_data_wrapper_write_to_stream(content, stream);
	g_object_unref(stream);
	return g_steal_pointer(&bytes);
}

/* Plain text: each line a paragraph, whatever encoding the header claims. A text that is none is left out. */
static bool
add_text(Letter *letter, GByteArray *bytes)
{
	g_autoptr(DdText) text = dd_text_new_take(bytes, NULL);
	uint32_t n = text != NULL ? dd_text_get_line_count(text) : 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t end, start = dd_text_get_line(text, i, &end);
		size_t len;
		g_autofree char *line = g_strndup(dd_text_get(text, &len) + start, end - start);
		if (!dd_document_builder_add_paragraph(
			    letter->builder, &(DdParagraph){.text = line}, letter->error))
			return false;
	}
	letter->has_text = letter->has_text || n > 0;
	return true;
}

/* A page that cannot be read is left out, as a text that is none is; of one that is too large the beginning stays. */
static bool
add_page(Letter *letter, GByteArray *bytes)
{
	g_autoptr(GError) error = NULL;
	if (dd_html_add(letter->builder, bytes->data, bytes->len, &error)) {
		letter->has_text = true;
		return true;
	}
	if (g_error_matches(error, DD_ERROR, DD_ERROR_INTERNAL)) {
		g_propagate_error(letter->error, g_steal_pointer(&error));
		return false;
	}
	if (g_error_matches(error, DD_ERROR, DD_ERROR_TOO_LARGE))
		dd_document_builder_add_note(letter->builder, DD_NOTE_CUT);
	if (letter->lost == NULL)
		letter->lost = g_steal_pointer(&error);
	return true;
}

static bool
add_body(Letter *letter, GMimePart *part)
{
	g_autoptr(GByteArray) bytes = take_content(part);
	if (bytes->len == 0)
		return true;
	if (!is_type(GMIME_OBJECT(part), "text", "html"))
		return add_text(letter, g_steal_pointer(&bytes));
	return add_page(letter, bytes);
}

/* @bytes: swallowed */
static bool
add_member(Letter *letter, const char *name, GByteArray *array)
{
	g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(array);
	gsize len;
	const guint8 *data = g_bytes_get_data(bytes, &len);
	g_autofree char *shown = dd_member_name(name);
	DdMember member = {.name = shown, .state = DD_MEMBER_OTHER};
	if (len > DD_MAX_MEMBERS_BYTES - letter->held)
		member.state = DD_MEMBER_TOO_LARGE;
	else if (dd_member_is_readable(data, len))
		member.state = DD_MEMBER_WHOLE;
	if (member.state == DD_MEMBER_WHOLE) {
		member.bytes = bytes;
		letter->held += len;
	}
	return dd_document_builder_add_member(letter->builder, &member, letter->error);
}

/* Returns: (transfer full) what a part is called, or its number where it is not */
static char *
dup_name(Letter *letter, GMimeObject *object)
{
	const char *name = GMIME_IS_PART(object) ? g_mime_part_get_filename(GMIME_PART(object)) : NULL;
	letter->n_members++;
	if (name != NULL && *name != '\0')
		return g_strdup(name);
	GMimeContentType *type = g_mime_object_get_content_type(object);
	const char *subtype = g_mime_content_type_get_media_subtype(type);
	return g_strdup_printf("%u.%s", letter->n_members, subtype != NULL ? subtype : "bin");
}

/* A mail that is attached: its subject is its name */
static bool
add_message(Letter *letter, GMimeMessagePart *part)
{
	GMimeMessage *message = g_mime_message_part_get_message(part);
	if (message == NULL)
		return true;
	const char *subject = g_mime_message_get_subject(message);
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	GMimeStream *stream = g_mime_stream_mem_new_with_byte_array(bytes);
	g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream), FALSE);
	(void)g_mime_object_write_to_stream(GMIME_OBJECT(message), NULL, stream);
	g_object_unref(stream);
	letter->n_members++;
	g_autofree char *name = subject != NULL && *subject != '\0'
					? g_strdup_printf("%s.eml", subject)
					: g_strdup_printf("%u.eml", letter->n_members);
	return add_member(letter, name, g_steal_pointer(&bytes));
}

/* What mail programs add for themselves, and nobody reads */
static bool
is_machinery(GMimeObject *object)
{
	return is_type(object, "application", "pkcs7-signature") ||
	       is_type(object, "application", "x-pkcs7-signature") ||
	       is_type(object, "application", "pgp-signature") || is_type(object, "text", "calendar");
}

static bool
add_part(Letter *letter, GMimePart *part)
{
	GMimeObject *object = GMIME_OBJECT(part);
	const char *disposition = g_mime_object_get_disposition(object);
	bool is_attached = g_mime_part_get_filename(part) != NULL ||
			   (disposition != NULL && g_ascii_strcasecmp(disposition, "attachment") == 0);
	if (!is_attached && (is_type(object, "text", "plain") || is_type(object, "text", "html")))
		return add_body(letter, part);
	if (is_machinery(object))
		return true;
	g_autofree char *name = dup_name(letter, object);
	return add_member(letter, name, take_content(part));
}

static bool
add_object(Letter *letter, GMimeObject *object, unsigned depth);

static bool
is_attachment(GMimeObject *object)
{
	const char *disposition = g_mime_object_get_disposition(object);
	return disposition != NULL && g_ascii_strcasecmp(disposition, "attachment") == 0;
}

/* Some programs say of no file that it is attached; scripts and fonts of a page that was saved are none. */
static bool
is_file(const Letter *letter, GMimeObject *object)
{
	return is_attachment(object) || (!letter->is_saved && is_type(object, "application", "*"));
}

/*
 * Returns: the last before @end of several forms of the same letter that can be read: they come in rising order (RFC 2046, 5.1.4);
 * -1 none
 */
static int
find_best(GMimeMultipart *parts, int end)
{
	for (int i = end - 1; i >= 0; i--) {
		GMimeObject *part = g_mime_multipart_get_part(parts, i);
		if (!is_attachment(part) && (GMIME_IS_MULTIPART(part) || is_type(part, "text", "html") ||
						    is_type(part, "text", "plain")))
			return i;
	}
	return -1;
}

/* Adds the best form that has a text */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): add_object stops at MOST_DEPTH */
add_best(Letter *letter, GMimeMultipart *parts, unsigned depth)
{
	bool had_text = letter->has_text;
	letter->has_text = false;
	for (int i = g_mime_multipart_get_count(parts); !letter->has_text;) {
		i = find_best(parts, i);
		if (i < 0)
			break;
		if (!add_object(letter, g_mime_multipart_get_part(parts, i), depth + 1))
			return false;
	}
	letter->has_text = letter->has_text || had_text;
	return true;
}

/* Of related parts the first is the letter, and the others its pictures, unless they are files. */
static bool
/* NOLINTNEXTLINE(misc-no-recursion): add_object stops at MOST_DEPTH */
add_parts(Letter *letter, GMimeMultipart *parts, unsigned depth)
{
	GMimeObject *object = GMIME_OBJECT(parts);
	bool is_related = is_type(object, "multipart", "related");
	bool is_one = is_type(object, "multipart", "alternative");
	if (is_one && !add_best(letter, parts, depth))
		return false;
	for (int i = 0; i < g_mime_multipart_get_count(parts); i++) {
		GMimeObject *part = g_mime_multipart_get_part(parts, i);
		if ((is_one || (is_related && i > 0)) && !is_file(letter, part))
			continue;
		if (!add_object(letter, part, depth + 1))
			return false;
	}
	return true;
}

static bool
/* NOLINTNEXTLINE(misc-no-recursion): at most MOST_DEPTH parts inside of each other */
add_object(Letter *letter, GMimeObject *object, unsigned depth)
{
	if (depth > MOST_DEPTH) {
		g_set_error_literal(letter->error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"thư lồng nhau quá sâu (too large: parts inside of parts too deep)");
		return false;
	}
	if (GMIME_IS_MULTIPART(object))
		return add_parts(letter, GMIME_MULTIPART(object), depth);
	if (GMIME_IS_MESSAGE_PART(object))
		return add_message(letter, GMIME_MESSAGE_PART(object));
	return !GMIME_IS_PART(object) || add_part(letter, GMIME_PART(object));
}

/* Who wrote to whom, when and about what: above the text, as the head of a page is */
static bool
add_header(Letter *letter, GMimeMessage *message)
{
	static const char *const names[] = {"From", "To", "Cc", "Date", "Subject"};
	if (!dd_document_builder_set_part(letter->builder, DD_PART_HEADER, letter->error))
		return false;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *raw = g_mime_object_get_header(GMIME_OBJECT(message), names[i]);
		if (raw == NULL)
			continue;
		g_autofree char *value = g_mime_utils_header_decode_text(NULL, raw);
		g_autofree char *valid = g_utf8_make_valid(value, -1);
		g_autofree char *line = g_strdup_printf("%s: %s", names[i], g_strstrip(valid));
		if (!dd_document_builder_add_paragraph(
			    letter->builder, &(DdParagraph){.text = line}, letter->error))
			return false;
	}
	return dd_document_builder_set_part(letter->builder, DD_PART_BODY, letter->error);
}

/* A page that was saved has no receiver and came by no way */
static bool
is_page(GMimeMessage *message)
{
	GMimeObject *object = GMIME_OBJECT(message);
	GMimeObject *root = g_mime_message_get_mime_part(message);
	return g_mime_object_get_header(object, "To") == NULL &&
	       g_mime_object_get_header(object, "Received") == NULL &&
	       (is_type(root, "multipart", "related") || is_type(root, "text", "html"));
}

/* Returns: FALSE with why nothing is in it */
static bool
check_any(Letter *letter)
{
	if (letter->has_text || letter->n_members > 0)
		return true;
	if (letter->lost != NULL)
		g_propagate_error(letter->error, g_steal_pointer(&letter->lost));
	else
		g_set_error_literal(
			letter->error, DD_ERROR, DD_ERROR_EMPTY, "thư rỗng (the mail is empty)");
	return false;
}

static DdDocument *
read_message(GMimeMessage *message, GError **error)
{
	GMimeObject *root = message != NULL ? g_mime_message_get_mime_part(message) : NULL;
	if (root == NULL) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "tệp thư hỏng; hãy lưu lại từ chương trình thư (broken mail; save it again)");
		return NULL;
	}
	bool is_saved = is_page(message);
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new(is_saved ? "MHT" : "EML");
	Letter letter = {.builder = builder, .is_saved = is_saved, .error = error};
	bool ok = (is_saved || add_header(&letter, message)) && add_object(&letter, root, 0) &&
		  check_any(&letter);
	g_clear_error(&letter.lost);
	return ok ? dd_document_builder_finish(builder, error) : NULL;
}

static DdDocument *
read_mail(const guint8 *bytes, gsize len, G_GNUC_UNUSED const DdReadContext *context, GError **error)
{
	GMimeStream *stream = g_mime_stream_mem_new_with_buffer((const char *)bytes, len);
	GMimeParser *parser = g_mime_parser_new_with_stream(stream);
	g_mime_parser_set_persist_stream(parser, TRUE);
	bool is_box = len >= 5 && memcmp(bytes, "From ", 5) == 0;
	if (is_box)
		g_mime_parser_set_format(parser, GMIME_FORMAT_MBOX);
	GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
	DdDocument *document = read_message(message, error);
	/* of a mailbox the first letter is read */
	if (document != NULL && is_box && !g_mime_parser_eos(parser))
		dd_document_add_note(document, DD_NOTE_CUT);
	if (message != NULL)
		g_object_unref(message);
	g_object_unref(parser);
	g_object_unref(stream);
	return document;
}

static const char sample[] =
	"From: =?UTF-8?B?U+G7nw==?= <a@b>\r\nTo: b@c\r\nSubject: =?ISO-8859-1?Q?=E1?=\r\n"
	"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
	"--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
	"<p>S=E1=BB=9F Y t=E1=BA=BF</p>\r\n"
	"--x\r\nContent-Type: text/plain; name*=UTF-8''k%E1%BA%BF.txt\r\n"
	"Content-Transfer-Encoding: base64\r\n\r\nS+G6vyBob+G6oWNoCg==\r\n--x--\r\n";

/* Without one such names come out broken */
static void
keep_converter(volatile iconv_t *kept_out, const char *charset)
{
	*kept_out = iconv_open("UTF-8", charset);
}

/* A first use of all that a file can use; charsets of headers that mail programs here write are loaded to stay. */
static bool
prepare(G_GNUC_UNUSED bool recognises, GError **error)
{
	static const char *const charsets[] = {"ISO-8859-1", "WINDOWS-1252", "WINDOWS-1258"};
	static iconv_t kept[G_N_ELEMENTS(charsets)];
	const DdReadContext nothing = {0};
	g_mime_init();
	for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++)
		keep_converter(&kept[i], charsets[i]);
	g_autoptr(DdDocument)
		read = read_mail((const guint8 *)sample, sizeof(sample) - 1, &nothing, error);
	return read != NULL;
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdReaderModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.prepare = prepare,
	.read = read_mail,
};

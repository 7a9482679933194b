/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "crowded-tag.h"
#include "error.h"
#include "html-story.h"
#include "maxima.h"
#include "text.h"

#define META_BYTES 4096 /* in which a page says its encoding */

typedef struct {
	htmlParserCtxt *parser;
	DdHtmlStory *story;
	GError *error; /* the parser is stopped then */
} Walk;

static void
judge(Walk *walk, bool ok)
{
	if (!ok)
		xmlStopParser(walk->parser);
}

static void
on_open(void *user, const xmlChar *name, const xmlChar **attributes)
{
	Walk *walk = user;
	if (walk->error == NULL)
		judge(walk, dd_html_story_open(walk->story, (const char *)name,
				    (const char **)attributes, &walk->error));
}

static void
on_close(void *user, const xmlChar *name)
{
	Walk *walk = user;
	if (walk->error == NULL)
		judge(walk, dd_html_story_close(walk->story, (const char *)name, &walk->error));
}

static void
on_text(void *user, const xmlChar *text, int len)
{
	Walk *walk = user;
	if (walk->error == NULL && len > 0)
		judge(walk, dd_html_story_add(
				    walk->story, (const char *)text, (size_t)len, &walk->error));
}

/*
 * Returns: (transfer full) the page as text. What it says of its encoding is asked only where the bytes do not tell: pages that
 * were saved anew often say what they were before. Windows-1258 has to be said, for it looks like the others.
 */
static DdText *
decode(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(GByteArray) copy = g_byte_array_sized_new((guint)len);
	g_byte_array_append(copy, bytes, (guint)len);
	const char *begin = len > 0 ? (const char *)bytes : "";
	g_autofree char *head = g_ascii_strdown(begin, (gssize)MIN(len, META_BYTES));
	bool is_told = strstr(head, "charset=windows-1258") != NULL ||
		       strstr(head, "charset=\"windows-1258\"") != NULL;
	if (is_told && !g_utf8_validate(begin, (gssize)len, NULL))
		return dd_text_new_take_encoded(g_steal_pointer(&copy), DD_ENCODING_CP1258, error);
	return dd_text_new_take(g_steal_pointer(&copy), error);
}

static void
parse(Walk *walk, const char *text, size_t len)
{
	htmlSAXHandler sax = {
		.startElement = on_open,
		.endElement = on_close,
		.characters = on_text,
		.cdataBlock = on_text,
		.ignorableWhitespace = on_text,
		.initialized = 1,
	};
	*walk->parser->sax = sax;
	walk->parser->userData = walk;
	/* UTF-8 whatever the page says: another encoding would be a module of iconv to open */
	xmlDoc *none = htmlCtxtReadMemory(walk->parser, text, (int)len, NULL, "UTF-8",
		HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
			HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
	if (none != NULL)
		xmlFreeDoc(none);
}

static bool
read_page(DdHtmlStory *story, const char *text, size_t len, GError **error)
{
	Walk walk = {.parser = htmlNewParserCtxt(), .story = story};
	if (walk.parser == NULL) {
		g_set_error_literal(
			error, DD_ERROR, DD_ERROR_INTERNAL, "lỗi bên trong (no HTML parser)");
		return false;
	}
	parse(&walk, text, len);
	htmlFreeParserCtxt(walk.parser);
	if (walk.error == NULL && dd_html_story_end(story, &walk.error))
		return true;
	(void)dd_html_story_leave(story, NULL);
	g_propagate_error(error, g_steal_pointer(&walk.error));
	return false;
}

bool
dd_html_add(DdDocumentBuilder *builder, const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(DdText) text = decode(bytes, len, error);
	if (text == NULL)
		return false;
	size_t n = 0;
	const char *chars = dd_text_get(text, &n);
	if (n > DD_MAX_PART_BYTES || dd_has_crowded_html_tag(chars, n)) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"trang quá lớn hoặc quá phức tạp; hãy mở bằng Word rồi lưu thành .docx "
			"(too "
			"complex: attributes or length)");
		return false;
	}
	g_autoptr(DdHtmlStory) story = dd_html_story_new(builder);
	return read_page(story, chars, n, error);
}

DdDocument *
dd_html_read(const guint8 *bytes, gsize len, GError **error)
{
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("HTML");
	return dd_html_add(builder, bytes, len, error) ? dd_document_builder_finish(builder, error)
						       : NULL;
}

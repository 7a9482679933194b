/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xml-test.c: name spaces by whatever prefix, texts in pieces, tags without an end */
#include <string.h>

#include "error.h"
#include "xml.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define MATH "http://schemas.openxmlformats.org/officeDocument/2006/math"

static const DdXmlName names[] = {
	{DD_XML_WORD, "p"}, {DD_XML_MATH, "p"}, {DD_XML_NONE, "p"}, {DD_XML_OTHER, "p"}};

/* Elements are shown by the number of their name, with the attribute "val" of Word; x is one without */
static bool
show_open(const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	g_autofree char *value = dd_xml_dup_attribute(xml, DD_XML_WORD, "val");
	g_autofree char *space = dd_xml_dup_attribute(xml, DD_XML_SPECIAL, "space");
	g_autofree char *plain = dd_xml_dup_attribute(xml, DD_XML_NONE, "val");
	g_string_append_printf(user, "<%d", name);
	if (value != NULL)
		g_string_append_printf(user, " w=%s", value);
	if (plain != NULL)
		g_string_append_printf(user, " =%s", plain);
	if (space != NULL)
		g_string_append_printf(user, " space=%s", space);
	return true;
}

static bool
show_close(G_GNUC_UNUSED const DdXml *xml, int name, void *user, G_GNUC_UNUSED GError **error)
{
	g_string_append_printf(user, "%d>", name);
	return true;
}

static bool
show_text(G_GNUC_UNUSED const DdXml *xml, const char *text, size_t len, void *user,
	G_GNUC_UNUSED GError **error)
{
	g_assert_true(g_utf8_validate(text, (gssize)len, NULL));
	g_string_append_len(user, text, (gssize)len);
	return true;
}

/* Returns: (transfer full) what is shown of the text; NULL with @error */
static GString *
show(const char *text, gsize len, GError **error)
{
	static const DdXmlHandler handler = {
		names, G_N_ELEMENTS(names), show_open, show_close, show_text};
	g_autofree char *exact = g_memdup2(text, len);
	g_autoptr(GBytes) part = g_bytes_new_static(exact, len);
	g_autoptr(GString) shown = g_string_new(NULL);
	return dd_xml_walk(part, &handler, shown, error) ? g_steal_pointer(&shown) : NULL;
}

static const struct {
	const char *label, *text, *shown;
} cases[] = {
	{"a prefix", "<w:p xmlns:w='" WORD "' w:val='1' val='2' x='3'/>", "<0 w=1 =20>"},
	{"another prefix", "<p1:p xmlns:p1='" WORD "' p1:val='1'>a</p1:p>", "<0 w=1a0>"},
	{"no prefix, of which attributes have none", "<p xmlns='" WORD "' val='1'/>", "<0 =10>"},
	{"no name space", "<p val='1'/>", "<2 =12>"},
	{"a strange one", "<a:p xmlns:a='u' a:val='1'/>", "<33>"},
	{"a prefix that nothing declares", "<a:p a:val='1'/>", "<33>"},
	{"one inside of another",
		"<w:p xmlns:w='" WORD "'><w:p xmlns:w='" MATH "' w:val='1'/><w:p w:val='2'/></w:p>",
		"<0<11><0 w=20>0>"},
	{"none inside of one", "<p xmlns='" WORD "'><p xmlns=''/><p xmlns='" MATH "'><p/></p><p/></p>",
		"<0<22><1<11>1><00>0>"},
	{"prefixes that begin alike",
		"<w:p xmlns:w='" WORD "' xmlns:w1='u'><w1:p w1:val='1'/></w:p>", "<0<33>0>"},
	{"signs", "<p val='&lt;&quot;&#x1EE3;'>&amp;<![CDATA[<b>]]>&#10;</p>", "<2 =<\"ợ&<b>\n2>"},
	{"white space that counts", "<p xml:space='preserve'> a </p>", "<2 space=preserve a 2>"},
	{"a mark of UTF-8, another encoding named",
		"\xEF\xBB\xBF<?xml version='1.0' encoding='windows-1258'?><p>đ</p>", "<2đ2>"},
};

static void
test_cases(void)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(GString) shown = show(cases[i].text, strlen(cases[i].text), &error);
		g_test_message("%s", cases[i].label);
		g_assert_no_error(error);
		g_assert_cmpstr(shown->str, ==, cases[i].shown);
	}
}

/* Texts of any length come whole, wherever a letter of several bytes lies between two pieces of the parser */
static void
test_pieces(void)
{
	for (gsize shift = 0; shift < 4; shift++) {
		g_autoptr(GString) text = g_string_new("<p>");
		g_autoptr(GString) inner = g_string_new(NULL);
		for (gsize i = 0; i < shift; i++)
			g_string_append_c(inner, 'x');
		for (gsize i = 0; i < 200000; i++)
			g_string_append(inner, i % 1000 == 0 ? "\n" : "ợ");
		g_string_append_printf(text, "%s</p>", inner->str);
		g_autoptr(GError) error = NULL;
		g_autoptr(GString) shown = show(text->str, text->len, &error);
		g_assert_no_error(error);
		g_assert_cmpuint(shown->len, ==, inner->len + strlen("<22>"));
		g_assert_nonnull(strstr(shown->str, inner->str));
	}
}

/* One tag, one comment, one name of 30 MB, also without an end: looked at a few times, and not once for each piece */
static void
test_long_tags(void)
{
	static const struct {
		const char *before, *behind;
		bool is_good;
	} tags[] = {{"<p val='", "'/>", true}, {"<p val='", "", false},
		{"<p><!--", "--></p>", true}, {"<p><!--", "", false}, {"<", "", false},
		{"<p><![CDATA[", "", false}, {"<p><?a ", "", false}};
	g_autofree char *filling = g_strnfill((gsize)30 << 20, 'x');
	for (size_t i = 0; i < G_N_ELEMENTS(tags); i++) {
		g_autofree char *text = g_strconcat(tags[i].before, filling, tags[i].behind, NULL);
		g_autoptr(GError) error = NULL;
		G_GNUC_UNUSED g_autoptr(GString) shown = show(text, strlen(text), &error);
		if (tags[i].is_good)
			g_assert_no_error(error);
		else
			g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
	}
}

/* A letter U+0000 is refused in each encoding, and nothing behind it is lost without a word */
static void
test_nul(void)
{
	static const char inner[] = "<p>a</p>";
	for (int way = 0; way < 6; way++) {
		bool is_wide = way >= 2, is_little = way % 4 >= 2;
		g_autoptr(GString) text = g_string_new(NULL);
		if (is_wide)
			g_string_append_len(text, is_little ? "\xFF\xFE" : "\xFE\xFF", 2);
		bool has_nul = way % 2 == 0;
		for (const char *at = inner; at < inner + strlen(inner) + has_nul; at++) {
			if (is_wide && !is_little)
				g_string_append_c(text, '\0');
			g_string_append_c(text, *at);
			if (is_wide && is_little)
				g_string_append_c(text, '\0');
		}
		g_autoptr(GError) error = NULL;
		g_autoptr(GString) shown = show(text->str, text->len, &error);
		if (has_nul) {
			g_assert_error(error, DD_ERROR, DD_ERROR_INVALID_DATA);
		} else {
			g_assert_no_error(error);
			g_assert_cmpstr(shown->str, ==, "<2a2>");
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/xml/name-spaces", test_cases);
	g_test_add_func("/xml/pieces", test_pieces);
	g_test_add_func("/xml/long-tags", test_long_tags);
	g_test_add_func("/xml/nul", test_nul);
	return g_test_run();
}

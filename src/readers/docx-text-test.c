/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-text-test.c: what is shown of a DOCX: runs, fields, changes, boxes, tables, parts */
#include <string.h>

#include "docx-test-support.h"
#include "docx.h"
#include "reader-table.h"

#define P(runs) "<w:p>" runs "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define RUN(properties, text) "<w:r><w:rPr>" properties "</w:rPr><w:t>" text "</w:t></w:r>"
#define FIELD(what) "<w:r><w:fldChar w:fldCharType=\"" what "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"
#define BOX(inner)                                                                                 \
	"<w:drawing><wps xmlns=\"urn:x\"><w:txbxContent>" inner "</w:txbxContent></wps></"         \
	"w:drawing>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(R(text)) "</w:tc>"
#define SPAN(n) "<w:gridSpan w:val=\"" #n "\"/>"
#define DOWN "<w:vMerge w:val=\"restart\"/>"
#define ON "<w:vMerge/>"

typedef struct {
	const char *name, *body, *shown;
} Case;

static const Case cases[] = {
	{"runs", P(R("Sở ") R("Nội vụ")), "Sở Nội vụ"},
	{"empty", P("") P(R("a")), "\na"},
	{"blanks of the file", P("<w:r><w:t> a\n b </w:t></w:r>" R(" c ")), "a  b c "},
	{"entities of XML", P(R("&lt;a&gt; &amp; &#7879;")), "<a> & ệ"},
	{"signs",
		P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t>"
		  "<w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t></w:r>"),
		"a\\tb\\nc\\nd-ef"},
	{"tab stops are no tabs",
		P("<w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>" R("a")), "a"},
	{"page breaks",
		P("<w:r><w:br w:type=\"page\"/><w:t>a</w:t><w:br w:type=\"page\"/></w:r>") P(R("b")),
		"a\nb"},
	{"text behind a page break",
		P("<w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r>"), "a\\nb"},
	{"symbols",
		P("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:sym w:font=\"Wingdings\" "
		  "w:char=\"F0FC\"/>"
		  "<w:sym w:font=\"Wingdings\" w:char=\"F04A\"/><w:sym w:font=\"Arial\" "
		  "w:char=\"0111\"/></w:r>"),
		"•✓đ"},
	{"private letters", P(RUN("<w:rFonts w:ascii=\"Wingdings\"/>", "&#xF0D8;") R(" a&#xF0B7;")),
		"➢ a•"},
	{"hyperlink, smart tag, control",
		P("<w:hyperlink>" R("a") "</w:hyperlink><w:smartTag>" R(
			"b") "</w:smartTag><w:sdt><w:sdtPr>"
			     "<w:placeholder/>" R("no") "</w:sdtPr><w:sdtContent>" R(
				     "c") "</w:sdtContent></w:sdt>"),
		"abc"},
	{"control around paragraphs",
		"<w:sdt><w:sdtContent>" P(R("a")) "</w:sdtContent></w:sdt>" P(R("b")), "a\nb"},
	{"field",
		P(R("trang ") FIELD("begin") CODE(" PAGE ") FIELD("separate") R("3") FIELD("end")
				R(".")),
		"trang 3."},
	{"field inside of a field's code",
		P(FIELD("begin") CODE("IF ") FIELD("begin") CODE("X") FIELD("separate") R("no")
				FIELD("end") FIELD("separate") R("yes") FIELD("end") R("!")),
		"yes!"},
	{"field over paragraphs",
		P(FIELD("begin") CODE("TOC") FIELD("separate") R("I")) P(R("II") FIELD("end")),
		"I\nII"},
	{"field that never ends", P(FIELD("begin") CODE("X")) P(R("a")), "\na"},
	{"simple field", P("<w:fldSimple w:instr=\"DATE\">" R("1/2") "</w:fldSimple>"), "1/2"},
	{"hidden", P(RUN("<w:vanish/>", "no") RUN("<w:vanish w:val=\"0\"/>", "yes")), "yes"},
	{"hidden paragraph",
		P("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" RUN("<w:vanish/>", "no")) P(R("a")), "a"},
	{"capitals", P(RUN("<w:caps/>", "về việc ư") RUN("<w:smallCaps/>", "nhỏ")), "VỀ VIỆC Ưnhỏ"},
	{"math", P("<m:oMath><m:r><m:t>x + 1</m:t></m:r></m:oMath>"), "x + 1"},
	{"spoken below",
		P("<w:r><w:ruby><w:rt>" R("no") "</w:rt><w:rubyBase>" R(
			"yes") "</w:rubyBase></w:ruby></w:r>"),
		"yes"},
	{"inserted, deleted, moved",
		P("<w:ins>" R("a") "</w:ins><w:del><w:r><w:delText>no</w:delText></w:r></"
				   "w:del><w:moveFrom>" R("no") "</w:moveFrom><w:moveTo>" R(
					   "b") "</w:moveTo>"),
		"ab"},
	{"deleted end of a paragraph",
		P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("a ")) P(R("b")), "a b"},
	{"deleted end of the last one", P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("a")), "a"},
	{"deleted paragraph",
		P("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del>" R("no") "</w:del>") P(R("b")), "b"},
	{"alternatives",
		P("<w:r><mc:AlternateContent><mc:Choice>" BOX(P(R(
			"box"))) "</mc:Choice><mc:Fallback>" BOX(P(R("no"))) "</mc:Fallback></"
									     "mc:AlternateContent><"
									     "/w:r>" R("a")),
		"a\n[box]"},
	{"fallback alone", P("<w:r><mc:AlternateContent><mc:Fallback><w:t>a</w:t></mc:Fallback></mc:AlternateContent></w:r>"),
		"a"},
	{"box with a table", P("<w:r>" BOX(TBL(TR(TC("", "c"))) P("")) "</w:r>" R("a")) P(R("b")),
		"a\n{@0 [c]}\n[]\nb"},
	{"box in a box", P("<w:r>" BOX(P("<w:r>" BOX(P(R("in"))) "</w:r>" R("out"))) "</w:r>" R("a")),
		"a\n[in]\n[out]"},
	{"notes and comments leave nothing",
		P(R("a") "<w:r><w:footnoteReference w:id=\"2\"/><w:commentReference "
			 "w:id=\"1\"/></w:r>" R("b")),
		"ab"},
	{"table", TBL(TR(TC("", "1") TC("", "2")) TR(TC("", "3") TC("", "4"))),
		"{@0 1; @1 2 / @0 3; @1 4}"},
	{"spans", TBL(TR(TC(SPAN(2), "1") TC("", "2")) TR(TC("", "3") TC(SPAN(2), "4"))),
		"{@0+2 1; @2 2 / @0 3; @1+2 4}"},
	{"merged downward",
		TBL(TR(TC(DOWN, "1") TC("", "2")) TR(TC(ON, "no") TC("", "3"))
				TR(TC(ON, "no") TC(DOWN, "4")) TR(TC("", "5") TC(ON, ""))),
		"{@0+1*3 1; @1 2 / @1 3 / @1+1*2 4 / @0 5}"},
	{"merged without a start", TBL(TR(TC(ON, "1") TC("", "2"))), "{@0 1; @1 2}"},
	{"merged in another width", TBL(TR(TC(DOWN SPAN(2), "1")) TR(TC(ON, "2") TC("", "3"))),
		"{@0+2 1 / @0 2; @1 3}"},
	{"merged to the right, the old way",
		TBL(TR(TC("<w:hMerge w:val=\"restart\"/>", "1") TC("<w:hMerge/>", "no") TC("", "2"))),
		"{@0+2 1; @2 2}"},
	{"grid before", TBL("<w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>" TC("", "1") "</w:tr>"),
		"{@2 1}"},
	{"grid before, too late",
		TBL(TR(TC(SPAN(2), "1") "<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" TC("", "2"))),
		"{@0+2 1; @2 2}"},
	{"deleted row",
		TBL(TR(TC(DOWN, "1")) "<w:tr><w:trPr><w:del/></w:trPr>" TC(ON, "no") "</w:tr>" TR(
			TC(ON, ""))),
		"{@0+1*2 1 / }"},
	{"deleted table", TBL("<w:tr><w:trPr><w:del/></w:trPr>" TC("", "no") "</w:tr>") P(R("a")), "a"},
	{"table in a table", TBL(TR("<w:tc>" P(R("1")) TBL(TR(TC("", "2"))) P("") "</w:tc>")),
		"{@0 1 ¶ {@0 2} ¶ }"},
	{"row in a control", TBL("<w:sdt><w:sdtContent>" TR(TC("", "1")) "</w:sdtContent></w:sdt>"),
		"{@0 1}"},
	{"out of place",
		"<w:tr/><w:tc/>" TBL(P(R("no")) TR(P(R("no")) TC("", "1"))) P(P(R("no")) R("a")),
		"{@0 1}\na"},
};

static void
test_text(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(DdDocument) document = dd_test_read(dd_test_docx(one->body, NULL, NULL));
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
	bool is_changed = strstr(one->name, "deleted") != NULL;
	g_assert_cmpint(dd_document_has_note(document, DD_NOTE_TRACKED_CHANGES), ==, is_changed);
	bool has_comments = strstr(one->name, "comments") != NULL;
	g_assert_cmpint(dd_document_has_note(document, DD_NOTE_COMMENTS), ==, has_comments);
}

typedef struct {
	const char *name, *body;
	DdParagraph is;
} Look;

static const char look_styles[] =
	"<w:docDefaults><w:pPrDefault><w:pPr><w:jc "
	"w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults>"
	"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name "
	"w:val=\"Normal\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"Đề mục &amp; "
	"tên\"/><w:basedOn w:val=\"N\"/>"
	"<w:pPr><w:jc w:val=\"center\"/><w:outlineLvl "
	"w:val=\"1\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"con\"/><w:basedOn "
	"w:val=\"H\"/></w:style>"
	"<w:style w:type=\"paragraph\" w:styleId=\"RING\"><w:basedOn w:val=\"RING\"/></w:style>"
	"<w:style w:type=\"character\" w:styleId=\"C\"><w:rPr><w:b/></w:rPr></w:style>"
	"<w:style w:type=\"table\" w:styleId=\"T\"><w:tblStylePr "
	"w:type=\"firstRow\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>"
	"</w:tblStylePr></w:style>";

static const Look looks[] = {
	{"plain", P(R("a")), {.style = "Normal", .align = DD_ALIGN_JUSTIFY}},
	{"bold", P(RUN("<w:b/>", "a") R(" ") RUN("<w:b w:val=\"true\"/>", "b")),
		{.style = "Normal", .align = DD_ALIGN_JUSTIFY, .bold = true}},
	{"bold in part", P(RUN("<w:b/>", "a") R("b")), {.style = "Normal", .align = DD_ALIGN_JUSTIFY}},
	{"bold of a character style", P(RUN("<w:rStyle w:val=\"C\"/>", "a")),
		{.style = "Normal", .align = DD_ALIGN_JUSTIFY, .bold = true}},
	{"style", P("<w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" R("a")),
		{.style = "Đề mục & tên", .align = DD_ALIGN_CENTRE, .bold = true, .heading = 2}},
	{"style based on it",
		P("<w:pPr><w:pStyle w:val=\"H2\"/><w:jc w:val=\"end\"/></w:pPr>" RUN(
			"<w:b w:val=\"0\"/>", "a")),
		{.style = "con", .align = DD_ALIGN_RIGHT, .heading = 2}},
	{"two styles that say bold",
		P("<w:pPr><w:pStyle w:val=\"H\"/></w:pPr>" RUN("<w:rStyle w:val=\"C\"/>", "a")),
		{.style = "Đề mục & tên", .align = DD_ALIGN_CENTRE, .heading = 2}},
	{"no heading", P("<w:pPr><w:pStyle w:val=\"H\"/><w:outlineLvl w:val=\"9\"/></w:pPr>" R("a")),
		{.style = "Đề mục & tên", .align = DD_ALIGN_CENTRE, .bold = true}},
	{"style based on itself", P("<w:pPr><w:pStyle w:val=\"RING\"/></w:pPr>" R("a")),
		{.align = DD_ALIGN_JUSTIFY}},
	{"no such style", P("<w:pPr><w:pStyle w:val=\"?\"/></w:pPr>" R("a")),
		{.style = "Normal", .align = DD_ALIGN_JUSTIFY}},
};

static void
test_look(gconstpointer data)
{
	const Look *one = data;
	g_autoptr(DdDocument) document = dd_test_read(dd_test_docx(one->body, NULL, look_styles));
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	g_assert_cmpuint(blocks->n, ==, 1);
	const DdParagraph *paragraph = &blocks->items[0].paragraph;
	g_assert_cmpstr(paragraph->style, ==, one->is.style);
	g_assert_cmpuint(paragraph->align, ==, one->is.align);
	g_assert_cmpuint(paragraph->heading, ==, one->is.heading);
	g_assert_cmpint(paragraph->bold, ==, one->is.bold);
}

/* Headers, footers and notes stand in parts of their own, which the sections name. */
static void
test_parts(void)
{
	g_autofree char *document = dd_test_part("document",
		"<w:body>" P(
			"<w:pPr><w:sectPr><w:headerReference w:type=\"first\" "
			"r:id=\"rId3\"/></w:sectPr></w:pPr>" R(
				"a")) "<w:sectPr><w:headerReference "
				      "r:id=\"rId3\"/><w:footerReference r:id=\"rId4\"/>"
				      "<w:footerReference r:id=\"rId99\"/></w:sectPr></w:body>");
	g_autofree char *header = dd_test_part("hdr", P(R("đầu trang")));
	g_autofree char *footer = dd_test_part("ftr", P(R("chân trang")));
	g_autofree char
		*notes = dd_test_part("footnotes", "<w:footnote w:type=\"separator\">" P(R("no")) "</w:footnote><w:footnote w:id=\"2\">" P(
							   "<w:r><w:footnoteRef/></w:r>" R(
								   " chú thích")) "</w:footnote>");
	const DdZipEntry entries[] = {
		{"[Content_Types].xml", dd_test_types()},
		{"_rels/.rels", dd_test_relationships()},
		{"word/Document.xml", document}, /* names are compared without regard to capitals */
		{"word/_rels/document.xml.rels", dd_test_main_relationships()},
		{"word/header1.xml", header},
		{"word/footer1.xml", footer},
		{"word/footnotes.xml", notes},
		{NULL, NULL},
	};
	g_autoptr(DdDocument) read = dd_test_read(dd_test_zip(entries));
	static const char *const shown[DD_PART_LAST] = {"a", "đầu trang", "chân trang", "chú thích"};
	g_assert_cmpstr(dd_document_get_kind(read), ==, "DOCX");
	for (guint part = 0; part < DD_PART_LAST; part++) {
		g_autofree char *found = dd_test_show(read, (DdPart)part);
		g_assert_cmpstr(found, ==, shown[part]);
	}
}

/* A document with macros is read without them; its type may stand for all parts of an ending. */
static void
test_macros(void)
{
	g_autofree char *document = dd_test_part("document", "<w:body>" P(R("a")) "</w:body>");
	const DdZipEntry entries[] = {
		{"[Content_Types].xml", "<Types "
					"xmlns=\"http://schemas.openxmlformats.org/package/2006/"
					"content-types\"><Default Extension=\"XML\" "
					"ContentType=\"application/"
					"vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"},
		{"_rels/.rels", dd_test_relationships()},
		{"word/document.xml", document},
		{NULL, NULL},
	};
	g_autoptr(DdDocument) read = dd_test_read(dd_test_zip(entries));
	g_assert_cmpstr(dd_document_get_kind(read), ==, "DOCM");
	g_assert_true(dd_document_has_note(read, DD_NOTE_MACROS));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strconcat("/docx/text/", cases[i].name, NULL);
		g_test_add_data_func(path, &cases[i], test_text);
	}
	for (size_t i = 0; i < G_N_ELEMENTS(looks); i++) {
		g_autofree char *path = g_strconcat("/docx/look/", looks[i].name, NULL);
		g_test_add_data_func(path, &looks[i], test_look);
	}
	g_test_add_func("/docx/parts", test_parts);
	g_test_add_func("/docx/macros", test_macros);
	return g_test_run();
}

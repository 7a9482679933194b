/* SPDX-License-Identifier: GPL-3.0-or-later */
/* docx-numbering-test.c: what stands before paragraphs that a program numbers */
#include <string.h>

#include "docx-number-format.h"
#include "docx-test-support.h"
#include "docx.h"
#include "maxima.h"
#include "reader-table.h"

#define P(properties, text) "<w:p><w:pPr>" properties "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUM(id, level)                                                                             \
	"<w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #id "\"/></w:numPr>"
#define ITEM(id, level, text) P(NUM(id, level), text)
#define LVL(level, start, format, pattern)                                                         \
	"<w:lvl w:ilvl=\"" #level "\"><w:start w:val=\"" #start "\"/><w:numFmt w:val=\"" format    \
	"\"/><w:lvlText w:val=\"" pattern "\"/></w:lvl>"
#define LVL_AND(level, format, pattern, more)                                                      \
	"<w:lvl w:ilvl=\"" #level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" more \
	"<w:lvlText w:val=\"" pattern "\"/></w:lvl>"
#define LIST(id, levels) "<w:abstractNum w:abstractNumId=\"" #id "\">" levels "</w:abstractNum>"
#define USE(id, list) "<w:num w:numId=\"" #id "\"><w:abstractNumId w:val=\"" #list "\"/></w:num>"
#define USE_AND(id, list, more)                                                                    \
	"<w:num w:numId=\"" #id "\"><w:abstractNumId w:val=\"" #list "\"/>" more "</w:num>"
#define OUTLINE                                                                                    \
	LIST(0, LVL(0, 1, "upperRoman", "%1.") LVL(1, 1, "decimal", "%2.")                         \
			LVL(2, 1, "lowerLetter", "%3)") LVL(3, 1, "decimal", "%2.%4."))            \
	USE(1, 0)
#define FONT(name) "<w:rPr><w:rFonts w:ascii=\"" name "\" w:hAnsi=\"" name "\"/></w:rPr>"

typedef struct {
	const char *name, *numbering, *styles, *body, *shown;
} Case;

static const Case cases[] = {
	{"levels", OUTLINE, NULL,
		ITEM(1, 0, "a") ITEM(1, 1, "b") ITEM(1, 2, "c") ITEM(1, 2, "d") ITEM(1, 1, "e")
			ITEM(1, 2, "f") ITEM(1, 0, "g") ITEM(1, 1, "h"),
		"I.|a\n1.|b\na)|c\nb)|d\n2.|e\na)|f\nII.|g\n1.|h"},
	{"several numbers in one", OUTLINE, NULL,
		ITEM(1, 1, "a") ITEM(1, 1, "b") ITEM(1, 3, "c") ITEM(1, 3, "d"),
		"1.|a\n2.|b\n2.1.|c\n2.2.|d"},
	{"a level above was never counted",
		LIST(0, LVL(0, 3, "decimal", "%1.") LVL(1, 1, "decimal", "%1.%2")) USE(1, 0), NULL,
		ITEM(1, 1, "a") ITEM(1, 0, "b") ITEM(1, 1, "c"), "3.1|a\n3.|b\n3.1|c"},
	{"start", LIST(0, LVL(0, 4, "decimalZero", "Bước %1:")) USE(1, 0), NULL,
		ITEM(1, 0, "a") ITEM(1, 0, "b"), "Bước 04:|a\nBước 05:|b"},
	{"words around", LIST(0, LVL(0, 1, "decimal", "Điều %1. ")) USE(1, 0), NULL,
		ITEM(1, 0, "a"), "Điều 1.|a"},
	{"two uses of a list count on", OUTLINE USE(2, 0), NULL,
		ITEM(1, 0, "a") ITEM(2, 0, "b") ITEM(1, 0, "c"), "I.|a\nII.|b\nIII.|c"},
	{"a use that begins anew",
		OUTLINE USE_AND(2,
			0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
		NULL, ITEM(1, 0, "a") ITEM(1, 0, "b") ITEM(2, 0, "c") ITEM(2, 0, "d"),
		"I.|a\nII.|b\nI.|c\nII.|d"},
	{"a use with a level of its own",
		OUTLINE USE_AND(2,
			0, "<w:lvlOverride w:ilvl=\"1\">" LVL(1, 7, "decimal", "(%2)") "</w:lvlOverride>"),
		NULL, ITEM(2, 0, "a") ITEM(2, 1, "b") ITEM(2, 1, "c"), "I.|a\n(7)|b\n(8)|c"},
	{"never restarts",
		LIST(0, LVL(0, 1, "upperRoman", "%1.") LVL_AND(
				1, "decimal", "Điều %2.", "<w:lvlRestart w:val=\"0\"/>")) USE(1, 0),
		NULL, ITEM(1, 0, "a") ITEM(1, 1, "b") ITEM(1, 0, "c") ITEM(1, 1, "d"),
		"I.|a\nĐiều 1.|b\nII.|c\nĐiều 2.|d"},
	{"restarts after the first level only",
		LIST(0, LVL(0, 1, "decimal", "%1") LVL(1, 1, "decimal", "%2") LVL_AND(
				2, "lowerLetter", "%3", "<w:lvlRestart w:val=\"1\"/>")) USE(1, 0),
		NULL,
		ITEM(1, 0, "x") ITEM(1, 1, "x") ITEM(1, 2, "x") ITEM(1, 1, "x") ITEM(1, 2, "x")
			ITEM(1, 0, "x") ITEM(1, 2, "x"),
		"1|x\n1|x\na|x\n2|x\nb|x\n2|x\na|x"},
	{"all digits",
		LIST(0, LVL(0, 2, "upperRoman", "%1.") LVL_AND(1, "decimal", "%1.%2.", "<w:isLgl/>"))
			USE(1, 0),
		NULL, ITEM(1, 0, "a") ITEM(1, 1, "b"), "II.|a\n2.1.|b"},
	{"no numbers", LIST(0, LVL(0, 1, "none", "") LVL(1, 1, "none", "Phụ lục%2")) USE(1, 0), NULL,
		ITEM(1, 0, "a") ITEM(1, 1, "b") P(NUM(0, 0), "c") ITEM(77, 0, "d") ITEM(1, 8, "e"),
		"a\nPhụ lục|b\nc\nd\ne"},
	{"bullets",
		LIST(0, LVL(0, 1, "bullet", "-") LVL_AND(1, "bullet", "o", FONT("Courier New"))
				LVL_AND(2, "bullet", "&#xF0A7;", FONT("Wingdings")) LVL_AND(3,
					"bullet", "&#xF0B7;", FONT("Symbol")) LVL_AND(4, "bullet",
					"&#xF02D;", FONT("Symbol")) LVL_AND(5, "bullet", "+", "")
					LVL_AND(6, "bullet", "Ø", FONT("Wingdings"))
						LVL_AND(7, "bullet", "–", "")) USE(1, 0),
		NULL,
		ITEM(1, 0, "x") ITEM(1, 1, "x") ITEM(1, 2, "x") ITEM(1, 3, "x") ITEM(1, 4, "x")
			ITEM(1, 5, "x") ITEM(1, 6, "x") ITEM(1, 7, "x"),
		"-|x\n◦|x\n•|x\n•|x\n-|x\n+|x\n•|x\n–|x"},
	{"through a style", OUTLINE,
		"<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:pPr>" NUM(
			1, 0) "</w:pPr></w:style>"
			      "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:basedOn "
			      "w:val=\"A\"/></w:style>"
			      "<w:style w:type=\"paragraph\" w:styleId=\"C\"><w:basedOn "
			      "w:val=\"A\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"
			      "</w:pPr></w:style>",
		P("<w:pStyle w:val=\"A\"/>", "a") P("<w:pStyle w:val=\"B\"/>", "b") P(
			"<w:pStyle w:val=\"C\"/>", "c") P("<w:pStyle w:val=\"A\"/>" NUM(0, 0), "d")
			P("<w:pStyle w:val=\"A\"/><w:numPr><w:ilvl w:val=\"2\"/></w:numPr>", "e"),
		"I.|a\nII.|b\n1.|c\nd\na)|e"},
	{"level that belongs to a style",
		LIST(0, LVL(0, 1, "upperRoman", "%1.")
				LVL_AND(1, "decimal", "%2.", "<w:pStyle w:val=\"B\"/>")) USE(1, 0),
		"<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:pPr><w:numPr><w:numId "
		"w:val=\"1\"/></w:numPr></w:pPr></w:style>",
		P("<w:pStyle w:val=\"B\"/>", "a") P("<w:pStyle w:val=\"B\"/>", "b"), "1.|a\n2.|b"},
	{"list kept in a style",
		LIST(0, "<w:styleLink w:val=\"S\"/>" LVL(0, 1, "lowerRoman", "%1)"))
			LIST(1, "<w:numStyleLink w:val=\"S\"/>") USE(1, 1) USE(2, 0),
		NULL, ITEM(1, 0, "a") ITEM(2, 0, "b"), "i)|a\nii)|b"},
	{"list kept in a style that names a use",
		LIST(0, LVL(0, 1, "lowerRoman", "%1)")) LIST(1, "<w:numStyleLink w:val=\"S\"/>")
			USE(1, 1) USE(2, 0),
		"<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId "
		"w:val=\"2\"/></w:numPr></w:pPr></w:style>",
		ITEM(1, 0, "a"), "i)|a"},
	{"in tables, in the order of the text", OUTLINE, NULL,
		ITEM(1, 0, "a") "<w:tbl><w:tr><w:tc>" ITEM(1, 0, "b") "</w:tc><w:tc>" ITEM(
			1, 0, "c") "</w:tc></w:tr></w:tbl>" ITEM(1, 0, "d"),
		"I.|a\n{@0 II.|b; @1 III.|c}\nIV.|d"},
	{"deleted paragraphs do not count", OUTLINE, NULL,
		ITEM(1, 0, "a") "<w:p><w:pPr>" NUM(
			1, 0) "<w:rPr><w:del/></w:rPr></w:pPr></w:p>" ITEM(1, 0, "b"),
		"I.|a\nII.|b"},
	{"in a box", OUTLINE, NULL,
		"<w:p><w:pPr>" NUM(1, 0) "</w:pPr><w:r><w:txbxContent>" ITEM(
			1, 0, "b") "</w:txbxContent><w:t>a</w:t></w:r></w:p>" ITEM(1, 0, "c"),
		"I.|a\nII.|[b]\nIII.|c"},
	{"a format that not all programs know",
		LIST(0, "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice "
			"Requires=\"w14\"><w:numFmt "
			"w:val=\"custom\"/></mc:Choice><mc:Fallback><w:numFmt "
			"w:val=\"lowerLetter\"/></mc:Fallback>"
			"</mc:AlternateContent><w:lvlText w:val=\"%1)\"/></w:lvl>") USE(1, 0),
		NULL, ITEM(1, 0, "a"), "a)|a"},
};

static void
test_numbering(gconstpointer data)
{
	const Case *one = data;
	g_autoptr(DdDocument)
		document = dd_test_read(dd_test_docx(one->body, one->numbering, one->styles));
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_cmpstr(shown, ==, one->shown);
}

static void
test_formats(void)
{
	static const struct {
		const char *word;
		uint32_t number;
		const char *shown;
	} rows[] = {
		{"decimal", 12, "12"},
		{"ordinal", 3, "3"},
		{NULL, 3, "3"},
		{"decimalZero", 9, "09"},
		{"decimalZero", 10, "10"},
		{"upperRoman", 1994, "MCMXCIV"},
		{"upperRoman", 0, "0"},
		{"upperRoman", 4000, "4000"},
		{"lowerRoman", 49, "xlix"},
		{"upperLetter", 26, "Z"},
		{"lowerLetter", 27, "aa"},
		{"lowerLetter", 54, "bbb"},
		{"lowerLetter", 0, "0"},
		{"lowerLetter", UINT32_MAX, "4294967295"},
		{"numberInDash", 2, "- 2 -"},
		{"decimalEnclosedParen", 2, "(2)"},
		{"none", 2, ""},
		{"bullet", 2, ""},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		dd_number_format_append(dd_number_format_parse(rows[i].word), rows[i].number, out);
		g_assert_cmpstr(out->str, ==, rows[i].shown);
	}
}

/* A pattern that would grow without end is cut between letters; a number as large as there is does not turn over. */
static void
test_long_pattern(void)
{
	g_autoptr(DdDocument) document = dd_test_read(dd_test_docx(ITEM(1, 0, "a") ITEM(1, 0, "b"),
		LIST(0, LVL(0, 99999999999, "decimal",
				"ộộộộộ%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1%1ộ")) USE(1, 0),
		NULL));
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	const char *number = blocks->items[1].paragraph.number;
	g_assert_cmpuint(strlen(number), <=, DD_MAX_NUMBER_BYTES);
	g_assert_true(g_str_has_prefix(number, "ộộộộộ21474836472147483647"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autofree char *path = g_strconcat("/docx/numbering/", cases[i].name, NULL);
		g_test_add_data_func(path, &cases[i], test_numbering);
	}
	g_test_add_func("/docx/number-formats", test_formats);
	g_test_add_func("/docx/long-pattern", test_long_pattern);
	return g_test_run();
}

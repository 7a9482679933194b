/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout-test.c: pages as offices lay them out, and pages that nobody would: what becomes of their words and lines */
#include "docx-test-support.h"
#include "layout-test-support.h"
#include "maxima.h"

#include <math.h>
#include <string.h>

#define MIDDLE ((TEST_LEFT + TEST_RIGHT) / 2)

/* The lines of a head, as NĐ 30/2020 has them: an office and the state's motto side by side */
static void
put_head(TestPages *pages)
{
	dd_test_centre(pages, 170, 60, "ỦY BAN NHÂN DÂN");
	dd_test_centre(pages, 420, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
	dd_test_centre(pages, 170, 78, "TỈNH BẮC AN");
	dd_test_centre(pages, 420, 78, "Độc lập - Tự do");
	dd_test_centre(pages, 170, 100, "Số: 12/KH-UBND");
	dd_test_centre(pages, 420, 100, "Bắc An, ngày 3 tháng 5");
}

#define HEAD                                                                                       \
	"{@0 ỦY BAN NHÂN DÂN ¶ TỈNH BẮC AN ¶ Số: 12/KH-UBND; "                         \
	"@1 CỘNG HÒA XÃ HỘI CHỦ NGHĨA ¶ Độc lập - Tự do ¶ Bắc An, ngày 3 tháng 5}"

static void
put_text(TestPages *pages, float top)
{
	dd_test_justify(pages, TEST_LEFT + 28, TEST_RIGHT, top,
		"Các sở, ban, ngành và Ủy ban nhân dân các xã chủ động phối hợp");
	dd_test_justify(pages, TEST_LEFT, TEST_RIGHT, top + TEST_LINE,
		"triển khai thực hiện nhiệm vụ được giao, báo cáo kết quả về Sở Nội");
	dd_test_put(pages, TEST_LEFT, top + 2 * TEST_LINE, "vụ trước ngày 15.");
}

#define TEXT                                                                                       \
	"Các sở, ban, ngành và Ủy ban nhân dân các xã chủ động phối hợp "      \
	"triển khai thực hiện nhiệm vụ được giao, báo cáo kết quả về Sở Nội vụ trước ngày 15."

static void
test_head(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_head(&pages);
	dd_test_centre(&pages, MIDDLE, 140, "KẾ HOẠCH");
	dd_test_centre(&pages, MIDDLE, 158, "Cải cách hành chính năm 2026");
	put_text(&pages, 200);
	dd_test_assert_body(&pages, HEAD "\nKẾ HOẠCH\nCải cách hành chính năm 2026\n" TEXT);
}

/* A title that stands as near below a head as the head's own lines */
static void
test_title_below_head(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_head(&pages);
	dd_test_centre(&pages, MIDDLE, 118, "KẾ HOẠCH");
	put_text(&pages, 160);
	dd_test_assert_body(&pages, HEAD "\nKẾ HOẠCH\n" TEXT);
}

static void
test_signature(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_text(&pages, 60);
	dd_test_put(&pages, TEST_LEFT, 140, "Nơi nhận:");
	dd_test_centre(&pages, 430, 140, "TM. ỦY BAN NHÂN DÂN");
	dd_test_put(&pages, TEST_LEFT, 158, "- Như Điều 3;");
	dd_test_centre(&pages, 430, 158, "CHỦ TỊCH");
	dd_test_put(&pages, TEST_LEFT, 176, "- Lưu: VT.");
	dd_test_centre(&pages, 430, 194, "Nguyễn Văn An");
	dd_test_assert_body(&pages, TEXT "\n{@0 Nơi nhận: ¶ - Như Điều 3; ¶ - Lưu: VT.; "
					 "@1 TM. ỦY BAN NHÂN DÂN ¶ CHỦ TỊCH ¶ Nguyễn Văn An}");
}

static void
test_paragraphs(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_text(&pages, 60);
	put_text(&pages, 120);
	dd_test_put(&pages, TEST_LEFT + 28, 180, "1. Mục tiêu");
	dd_test_put(&pages, TEST_LEFT + 28, 198, "a) Rà soát thủ tục;");
	dd_test_put(&pages, TEST_LEFT + 28, 216, "- Sở Y tế chủ trì.");
	dd_test_assert_body(
		&pages, TEXT "\n" TEXT "\n1. Mục tiêu\na) Rà soát thủ tục;\n- Sở Y tế chủ trì.");
}

static void
test_over_pages(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_text(&pages, 600);
	dd_test_justify(&pages, TEST_LEFT + 28, TEST_RIGHT, 700,
		"Giao Sở Tài chính chủ trì, phối hợp với các cơ quan bố trí kinh");
	dd_test_page(&pages);
	dd_test_put(&pages, TEST_LEFT, 60, "phí thực hiện.");
	put_text(&pages, 90);
	dd_test_assert_body(&pages, TEXT "\nGiao Sở Tài chính chủ trì, phối hợp với các cơ quan bố "
					 "trí kinh phí thực hiện.\n" TEXT);
}

/* A number that the end of a line broke is one word, a dash between words is not */
static void
test_broken_code(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_justify(&pages, TEST_LEFT + 28, TEST_RIGHT, 60,
		"Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh số 378/KH-");
	dd_test_justify(&pages, TEST_LEFT, TEST_RIGHT, 78,
		"SKHCN về việc triển khai công tác năm đối với các đơn vị sự nghiệp -");
	dd_test_put(&pages, TEST_LEFT, 96, "dịch vụ.");
	dd_test_assert_body(&pages, "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh số 378/KH-SKHCN về "
				    "việc triển khai công tác năm "
				    "đối với các đơn vị sự nghiệp - dịch vụ.");
}

static void
test_margins(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	for (unsigned i = 0; i < 4; i++) {
		if (i > 0)
			dd_test_page(&pages);
		g_autofree char *number = g_strdup_printf("%u", i + 1);
		if (i > 0)
			dd_test_centre(&pages, MIDDLE, 30, number);
		put_text(&pages, 150);
		dd_test_put(&pages, TEST_LEFT, 800, "Kế hoạch năm 2026 của tỉnh");
	}
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_lay(&pages, &error);
	g_assert_no_error(error);
	g_autofree char *body = dd_test_show(document, DD_PART_BODY);
	g_autofree char *header = dd_test_show(document, DD_PART_HEADER);
	g_autofree char *footer = dd_test_show(document, DD_PART_FOOTER);
	g_assert_cmpstr(body, ==, TEXT "\n" TEXT "\n" TEXT "\n" TEXT);
	g_assert_cmpstr(header, ==, "2\n3\n4");
	g_assert_cmpstr(footer, ==,
		"Kế hoạch năm 2026 của tỉnh\nKế hoạch năm 2026 của tỉnh\n"
		"Kế hoạch năm 2026 của tỉnh\nKế hoạch năm 2026 của tỉnh");
}

static const float lefts[] = {85, 125, 325, 540};

/* A table of three columns with lines at @tops */
static void
rule_table(TestPages *pages, const float *tops, size_t n)
{
	dd_test_across(pages, lefts[0], lefts[3], tops, n);
	dd_test_down(pages, lefts, G_N_ELEMENTS(lefts), tops[0], tops[n - 1]);
}

static void
put_row(TestPages *pages, float top, const char *one, const char *two, const char *three)
{
	const char *const cells[] = {one, two, three};
	for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
		if (*cells[i] != '\0')
			dd_test_put(pages, lefts[i] + 5, top, cells[i]);
}

static void
test_ruled(void)
{
	static const float tops[] = {100, 120, 156, 176};
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_put(&pages, TEST_LEFT, 70, "Phụ lục");
	rule_table(&pages, tops, G_N_ELEMENTS(tops));
	put_row(&pages, 103, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 123, "1", "Rà soát toàn bộ các thủ tục lớn", "Sở Nội vụ");
	put_row(&pages, 139, "", "hành chính", "");
	put_row(&pages, 159, "2", "Báo cáo", "");
	dd_test_put(&pages, TEST_LEFT, 190, "Hết.");
	dd_test_assert_body(&pages, "Phụ lục\n{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1 Rà soát "
				    "toàn bộ các thủ tục lớn hành chính; "
				    "@2 Sở Nội vụ / @0 2; @1 Báo cáo; @2 }\nHết.");
}

/* A year that a narrow cell broke is one number; what makes no year of four digits is none */
static void
test_broken_year(void)
{
	static const float tops[] = {100, 140, 180, 220};
	g_auto(TestPages) pages = dd_test_pages();
	rule_table(&pages, tops, G_N_ELEMENTS(tops));
	put_row(&pages, 103, "14/11/2", "Rà soát", "Sở Nội vụ");
	put_row(&pages, 119, "025", "", "");
	put_row(&pages, 143, "14/11/2", "Báo cáo", "Sở Nội vụ");
	put_row(&pages, 159, "2025", "", "");
	put_row(&pages, 183, "14/1112", "Báo cáo", "Sở Nội vụ");
	put_row(&pages, 199, "025", "", "");
	dd_test_assert_body(&pages,
		"{@0 14/11/2025; @1 Rà soát; @2 Sở Nội vụ / @0 14/11/2 2025; "
		"@1 Báo cáo; @2 Sở Nội vụ / @0 14/1112 025; @1 Báo cáo; @2 Sở Nội vụ}");
}

/* One cell over two columns, one over two rows */
static void
test_merged(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_rule(&pages, 85, 100, 540, 100);
	dd_test_rule(&pages, 85, 120, 540, 120);
	dd_test_rule(&pages, 85, 140, 325, 140);
	dd_test_rule(&pages, 85, 160, 540, 160);
	dd_test_rule(&pages, 85, 100, 85, 160);
	dd_test_rule(&pages, 125, 120, 125, 160);
	dd_test_rule(&pages, 325, 100, 325, 160);
	dd_test_rule(&pages, 540, 100, 540, 160);
	dd_test_put(&pages, 90, 103, "I. Nhiệm vụ chung");
	dd_test_put(&pages, 330, 103, "Chủ trì");
	put_row(&pages, 123, "1", "Rà soát", "");
	put_row(&pages, 143, "2", "Báo cáo", "");
	dd_test_put(&pages, 330, 133, "Sở Y tế");
	dd_test_assert_body(&pages, "{@0+2 I. Nhiệm vụ chung; @2 Chủ trì / @0 1; @1 Rà soát; "
				    "@2+1*2 Sở Y tế / @0 2; @1 Báo cáo}");
}

static void
test_heading_repeated(void)
{
	static const float tops[] = {700, 720, 740}, next[] = {60, 80, 100};
	g_auto(TestPages) pages = dd_test_pages();
	rule_table(&pages, tops, G_N_ELEMENTS(tops));
	put_row(&pages, 703, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 723, "1", "Rà soát", "Sở Y tế");
	dd_test_page(&pages);
	rule_table(&pages, next, G_N_ELEMENTS(next));
	put_row(&pages, 63, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 83, "2", "Báo cáo", "Sở Nội vụ");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1 Rà soát; @2 Sở Y tế / "
		"@0 2; @1 Báo cáo; @2 Sở Nội vụ}");
}

/* The second page of a table whose first ends with row 1 */
static void
put_first_half(TestPages *pages)
{
	static const float tops[] = {700, 720, 740};
	rule_table(pages, tops, G_N_ELEMENTS(tops));
	put_row(pages, 703, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(pages, 723, "1", "Rà soát toàn bộ các thủ tục lớn", "Sở Y tế");
	dd_test_page(pages);
}

static void
test_row_cut(void)
{
	static const float next[] = {60, 80, 100};
	g_auto(TestPages) pages = dd_test_pages();
	put_first_half(&pages);
	rule_table(&pages, next, G_N_ELEMENTS(next));
	put_row(&pages, 63, "", "hành chính", "");
	put_row(&pages, 83, "2", "Báo cáo", "Sở Nội vụ");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; "
		"@1 Rà soát toàn bộ các thủ tục lớn hành chính; @2 Sở Y tế / @0 2; "
		"@1 Báo cáo; @2 Sở Nội vụ}");
}

/* Justified text in a narrow cell: its gaps are no columns, and of two words beside each other none is left out */
static void
test_spread(void)
{
	static const float tops[] = {100, 120, 180};
	g_auto(TestPages) pages = dd_test_pages();
	rule_table(&pages, tops, G_N_ELEMENTS(tops));
	put_row(&pages, 103, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 123, "1", "Hội nghị hiệp thương", "");
	dd_test_justify(&pages, 330, 535, 123, "Ban Thường");
	dd_test_justify(&pages, 330, 535, 137, "trực Ủy ban");
	dd_test_justify(&pages, 330, 535, 151, "MTTQ Việt");
	dd_test_put(&pages, 330, 165, "Nam xã");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1 Hội nghị hiệp thương; "
		"@2 Ban Thường trực Ủy ban MTTQ Việt Nam xã}");
}

/* The end of the page cuts the row, and no line is drawn there */
static void
test_row_cut_open(void)
{
	static const float tops[] = {680, 700}, next[] = {80, 100};
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_across(&pages, 85, 540, tops, G_N_ELEMENTS(tops));
	dd_test_down(&pages, lefts, G_N_ELEMENTS(lefts), 680, 720);
	put_row(&pages, 683, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 703, "1", "Rà soát toàn bộ các thủ tục lớn", "Sở Y tế");
	dd_test_page(&pages);
	dd_test_across(&pages, 85, 540, next, G_N_ELEMENTS(next));
	dd_test_down(&pages, lefts, G_N_ELEMENTS(lefts), 60, 100);
	put_row(&pages, 63, "", "hành chính", "");
	put_row(&pages, 83, "2", "Báo cáo", "Sở Nội vụ");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; "
		"@1 Rà soát toàn bộ các thủ tục lớn hành chính; @2 Sở Y tế / @0 2; "
		"@1 Báo cáo; @2 Sở Nội vụ}");
}

/* What looks like the rest of a row, but below cells that are merged otherwise: a row of its own, and never two cells at one place */
static void
test_row_cut_merged(void)
{
	static const float tops[] = {700, 720, 740};
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_across(&pages, 85, 540, tops, G_N_ELEMENTS(tops));
	dd_test_rule(&pages, 85, 700, 85, 740);
	dd_test_rule(&pages, 125, 700, 125, 740);
	dd_test_rule(&pages, 325, 700, 325, 720);
	dd_test_rule(&pages, 540, 700, 540, 740);
	put_row(&pages, 703, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 723, "1", "Rà soát toàn bộ các thủ tục", "");
	dd_test_page(&pages);
	dd_test_rule(&pages, 85, 60, 540, 60);
	dd_test_rule(&pages, 85, 80, 325, 80);
	dd_test_rule(&pages, 85, 100, 540, 100);
	dd_test_down(&pages, lefts, G_N_ELEMENTS(lefts), 60, 100);
	put_row(&pages, 63, "", "hành chính", "sở nội vụ");
	put_row(&pages, 83, "2", "Báo cáo", "");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1+2 Rà soát toàn bộ các thủ tục / "
		"@0 ; @1 hành chính; @2+1*2 sở nội vụ / @0 2; @1 Báo cáo}");
}

static void
test_open_sides(void)
{
	static const float tops[] = {100, 120, 140};
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_across(&pages, lefts[0], lefts[3], tops, G_N_ELEMENTS(tops));
	dd_test_down(&pages, lefts + 1, 2, 100, 140);
	put_row(&pages, 103, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 123, "1", "Rà soát", "Sở Y tế");
	dd_test_assert_body(
		&pages, "{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1 Rà soát; @2 Sở Y tế}");
}

static void
test_without_lines(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	put_row(&pages, 100, "TT", "Nhiệm vụ", "Chủ trì");
	put_row(&pages, 120, "1", "Rà soát thủ tục", "Sở Y tế");
	put_row(&pages, 138, "", "hành chính", "");
	put_row(&pages, 158, "2", "Báo cáo", "Sở Nội vụ");
	dd_test_assert_body(&pages,
		"{@0 TT; @1 Nhiệm vụ; @2 Chủ trì / @0 1; @1 Rà soát thủ tục hành chính; "
		"@2 Sở Y tế / @0 2; @1 Báo cáo; @2 Sở Nội vụ}");
}

static void
test_places(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	dd_test_page(&pages); /* an empty page counts */
	dd_test_put(&pages, 100, 50, "Sở Y tế");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_lay(&pages, &error);
	g_assert_no_error(error);
	size_t n;
	const DdPage *sheets = dd_document_get_pages(document, &n);
	g_assert_cmpuint(n, ==, 2);
	g_assert_cmpuint(sheets[1].width, ==, 5950);
	g_assert_cmpuint(sheets[1].height, ==, 8420);
	const DdBlocks *blocks = dd_document_get_blocks(document, DD_PART_BODY);
	g_assert_cmpuint(blocks->n, ==, 1);
	g_assert_cmpuint(blocks->items[0].page, ==, 2);
	const DdParagraph *paragraph = &blocks->items[0].paragraph;
	g_assert_cmpuint(paragraph->n_places, ==, 3);
	const DdPlace *place = &paragraph->places[1];
	g_assert_cmpuint(place->start, ==, strlen("Sở "));
	g_assert_cmpuint(place->page, ==, 2);
	g_assert_cmpuint(place->left, ==, 1160);
	g_assert_cmpuint(place->right, ==, 1220);
	g_assert_cmpuint(place->top, ==, 500);
	g_assert_cmpuint(place->bottom, ==, 640);
}

/* Words and lines at places that are none are left out, and nothing else is */
static void
test_wild_places(void)
{
	static const float wild[] = {NAN, INFINITY, -INFINITY, 1e30F, -1e30F, 3e4F, -3e4F};
	g_auto(TestPages) pages = dd_test_pages();
	DdPageContent *page = pages.pages->pdata[0];
	page->width = NAN;
	page->height = 1e30F;
	for (unsigned side = 0; side < 5; side++)
		for (size_t i = 0; i < G_N_ELEMENTS(wild); i++) {
			float at[] = {100, 100, 120, 114, 14};
			at[side] = wild[i];
			DdPageWord word = {.text = "xa",
				.left = at[0],
				.top = at[1],
				.right = at[2],
				.bottom = at[3],
				.size = at[4]};
			dd_test_word(&pages, &word);
			dd_test_rule(&pages, at[0], at[1], at[2], at[1]);
			dd_test_rule(&pages, at[0], at[1], at[0], at[3]);
			dd_test_rule(&pages, at[0], at[1], at[2], at[3]);
		}
	dd_test_word(&pages,
		&(DdPageWord){
			.text = "", .left = 100, .right = 110, .top = 30, .bottom = 44, .size = 14});
	dd_test_put(&pages, 85, 300, "Sở Y tế");
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) document = dd_test_lay(&pages, &error);
	g_assert_no_error(error);
	g_autofree char *shown = dd_test_show(document, DD_PART_BODY);
	g_assert_nonnull(strstr(shown, "Sở Y tế"));
	g_assert_null(strstr(shown, "xa xa xa xa xa xa xa xa"));
	size_t n;
	const DdPage *sheets = dd_document_get_pages(document, &n);
	g_assert_cmpuint(sheets[0].width, ==, 0);
	g_assert_cmpuint(sheets[0].height, ==, G_MAXUINT16);
}

static gint64
time_laying(TestPages *pages)
{
	g_autoptr(GError) error = NULL;
	gint64 begun = g_get_monotonic_time();
	g_autoptr(DdDocument) document = dd_test_lay(pages, &error);
	g_assert_no_error(error);
	g_assert_cmpuint(dd_document_get_blocks(document, DD_PART_BODY)->n, >, 0);
	return g_get_monotonic_time() - begun;
}

/* Many words wherever they may stand, and as many lines: seconds at most, also in a slow build */
static void
test_crowded(void)
{
	static const char *const ways[] = {
		"on one place", "on one line", "below each other", "anywhere", "in columns"};
	for (unsigned way = 0; way < G_N_ELEMENTS(ways); way++) {
		g_auto(TestPages) pages = dd_test_pages();
		g_autoptr(GRand) rand = g_rand_new_with_seed(way);
		for (unsigned i = 0; i < 100000; i++) {
			float part = (float)i / 100000;
			const float xs[] = {100, 15000 * part, 100,
				(float)g_rand_double_range(rand, 0, 590),
				(float)(i % 6) * 90 + (i % 6 > 0 ? 12.0F : 0.0F)};
			const float ys[] = {100, 100, 15000 * part,
				(float)g_rand_double_range(rand, 0, 830), floorf((float)i / 6)};
			DdPageWord word = {.text = "tế",
				.left = xs[way],
				.right = xs[way] + 5,
				.top = ys[way],
				.bottom = ys[way] + 1,
				.size = 1};
			dd_test_word(&pages, &word);
		}
		for (unsigned i = 0; i < 2400; i++) {
			float at = (float)i / 4;
			dd_test_rule(&pages, i % 2 ? 20 : at, i % 2 ? at : 20, i % 2 ? 570 : at,
				i % 2 ? at : 800);
		}
		gint64 spent = time_laying(&pages);
		g_test_message("%s: %" G_GINT64_FORMAT " ms", ways[way], spent / 1000);
	}
}

/* So many lines are a drawing: none of them counts, no word is lost */
static void
test_many_rules(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	for (unsigned i = 0; i < 20000; i++)
		dd_test_rule(&pages, 10, (float)i / 25, 580, (float)i / 25);
	dd_test_put(&pages, 85, 300, "Sở Y tế");
	dd_test_assert_body(&pages, "Sở Y tế");
}

static void
test_empty(void)
{
	g_auto(TestPages) pages = dd_test_pages();
	for (unsigned i = 1; i < DD_MAX_PAGES; i++)
		dd_test_page(&pages);
	dd_test_assert_body(&pages, "");
	dd_test_page(&pages);
	g_autoptr(GError) error = NULL;
	g_autoptr(DdDocument) none = dd_test_lay(&pages, &error);
	g_assert_null(none);
	g_assert_nonnull(error);
}

/* A paragraph without an end is parted before a maximum refuses the whole file */
static void
test_endless(void)
{
	g_autofree char *word = g_strnfill(4000, 'a');
	g_auto(TestPages) pages = dd_test_pages();
	for (unsigned i = 0; i < 1500; i++)
		dd_test_word(&pages, &(DdPageWord){.text = word,
					     .left = 85,
					     .right = 540,
					     .top = (float)i * 10,
					     .bottom = (float)i * 10 + 9,
					     .size = 9});
	g_test_message("%" G_GINT64_FORMAT " ms", time_laying(&pages) / 1000);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/head", test_head);
	g_test_add_func("/layout/title-below-head", test_title_below_head);
	g_test_add_func("/layout/signature", test_signature);
	g_test_add_func("/layout/paragraphs", test_paragraphs);
	g_test_add_func("/layout/over-pages", test_over_pages);
	g_test_add_func("/layout/broken-code", test_broken_code);
	g_test_add_func("/layout/broken-year", test_broken_year);
	g_test_add_func("/layout/margins", test_margins);
	g_test_add_func("/layout/ruled", test_ruled);
	g_test_add_func("/layout/merged", test_merged);
	g_test_add_func("/layout/heading-repeated", test_heading_repeated);
	g_test_add_func("/layout/row-cut", test_row_cut);
	g_test_add_func("/layout/spread", test_spread);
	g_test_add_func("/layout/row-cut-open", test_row_cut_open);
	g_test_add_func("/layout/row-cut-merged", test_row_cut_merged);
	g_test_add_func("/layout/open-sides", test_open_sides);
	g_test_add_func("/layout/without-lines", test_without_lines);
	g_test_add_func("/layout/places", test_places);
	g_test_add_func("/layout/wild-places", test_wild_places);
	g_test_add_func("/layout/crowded", test_crowded);
	g_test_add_func("/layout/many-rules", test_many_rules);
	g_test_add_func("/layout/empty", test_empty);
	g_test_add_func("/layout/endless", test_endless);
	return g_test_run();
}

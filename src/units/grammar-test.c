/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grammar-test.c: names of units of every kind in sentences; posts, titles and kinds in a few capitals; legends of them */
#include <string.h>

#include "grammar-cases-test-support.h"
#include "names.h"

typedef DdGrammarCase Case;

#define SCHOOL "Trường THCS Nguyễn Du"

/* Values of cells in a school's plan */
static const Case cells[] = {
	{"HT", "Hiệu trưởng"},
	{"PHT Lê Văn Quang", "Phó Hiệu trưởng Lê Văn Quang"},
	{"PHT", "Phó Hiệu trưởng"},
	{"P.HT Lê Văn Quang", "Phó Hiệu trưởng Lê Văn Quang"},
	{"P. Hiệu trưởng", "Phó Hiệu trưởng"},
	{"P. Giám đốc Trần Thị B", "Phó Giám đốc Trần Thị B"},
	{"P.GĐ Trần Thị B", "Phó Giám đốc Trần Thị B"},
	{"TP Nguyễn Văn An", "Trưởng phòng Nguyễn Văn An"},
	{"UBND TP Hà Nội", "UBND thành phố Hà Nội"},
	{"UBND TP Cao Lãnh", "UBND thành phố Cao Lãnh"},
	{"Phòng Đào tạo & CTSV, Các Viện", "Phòng Đào tạo và Công tác sinh viên|Các Viện"},
	{"Phòng Quản trị &KTQL", "Phòng Quản trị &KTQL"},
	{"Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"},
	{"Tập đoàn Dệt may Đông Á, hợp tác xã, trường đại học",
		"Tập đoàn Dệt may Đông Á|hợp tác xã|trường đại học"},
	{"UBND TX. Kỳ Anh", "UBND thị xã Kỳ Anh"},
	{"TP. Hồ Chí Minh", "TP. Hồ Chí Minh"},
	{"CT UBND xã", "Chủ tịch UBND xã"},
	{"CT HĐND tỉnh", "Chủ tịch HĐND tỉnh"},
	{"PCT UBND tỉnh Lê Văn A", "Phó Chủ tịch UBND tỉnh Lê Văn A"},
	{"BT Đảng ủy xã", "Bí thư Đảng ủy xã"},
	{"PBT Nguyễn Thị Hoa", "Phó Bí thư Nguyễn Thị Hoa"},
	{"CVP, PCVP", "Chánh Văn phòng|Phó Chánh Văn phòng"},
	{"VT Trần Hữu Tài", "Viện trưởng Trần Hữu Tài"},
	{"TK Lê Thị Bình, PTK Trần Văn Cường",
		"Trưởng khoa Lê Thị Bình|Phó Trưởng khoa Trần Văn Cường"},
	{"BS.CKII Nguyễn Văn An", "BS.CKII Nguyễn Văn An"},
	{"ThS.BS. Lê Thị Hà", "ThS.BS. Lê Thị Hà"},
	{"BS Trần Minh, ĐD Lê Hoa", "BS Trần Minh|ĐD Lê Hoa"},
	{"BGH, TTCM, GVCN", "Ban Giám hiệu|Tổ trưởng chuyên môn|Giáo viên chủ nhiệm"},
	{"P.TCCB", "Phòng Tổ chức cán bộ"},
	{"P.XYZ, P.KH-TC", "P.XYZ|Phòng Kế hoạch - Tài chính"},
	{"TT.CNTT; K. Dược; K.KSNK",
		"Trung tâm Công nghệ thông tin|Khoa Dược|Khoa Kiểm soát nhiễm khuẩn"},
	{"K. Nội Tim mạch, K. Ngoại", "Khoa Nội Tim mạch|Khoa Ngoại"},
	{"BM. Toán, BM Lý", "Bộ môn Toán|BM Lý"},
	{"TT. Tỉnh ủy, TT. HĐND tỉnh", "Thường trực Tỉnh ủy|Thường trực HĐND tỉnh"},
	{"Các PCT UBND tỉnh", "Các Phó Chủ tịch UBND tỉnh"},
	{"Công an TP Đà Nẵng", "Công an thành phố Đà Nẵng"},
	{"GĐ Sở Y tế", "Giám đốc Sở Y tế"},
	{"Phòng GDTrH-GDTX, Phòng GDTH và Phòng GDMN",
		"Phòng Giáo dục Trung học - Giáo dục Thường xuyên|Phòng Giáo dục Tiểu học|Phòng "
		"Giáo dục Mầm non"},
	{"Thường trực Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh; Đài Khí tượng "
	 "thủy văn tỉnh",
		"Thường trực Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh|Đài Khí "
		"tượng Thủy văn tỉnh"},
	{"Khoa Nội, Ngoại, Sản, Nhi", "Khoa Nội|Khoa Ngoại|Khoa Sản|Khoa Nhi"},
	{"PGĐ BS.CKII Trần Văn An", "Phó Giám đốc BS.CKII Trần Văn An"},
	{"TP KHTH; TK các khoa", "Trưởng phòng Kế hoạch - Tổng hợp|Trưởng khoa các khoa"},
	{"UBND các xã, phường ven biển", "UBND các xã, phường ven biển"},
	{"TP Tổ chức - Cán bộ", "Trưởng phòng Tổ chức - Cán bộ"},
	{"PTP Giáo dục và Đào tạo Nguyễn Văn A",
		"Phó Trưởng phòng Giáo dục và Đào tạo Nguyễn Văn A"},
	{"Trưởng phòng Kinh tế xã", "Trưởng phòng Kinh tế xã"},
	{"Trưởng phòng Nguyễn Văn Hùng", "Trưởng phòng Nguyễn Văn Hùng"},
	{"CVP HĐND&UBND xã; PCVP UBND tỉnh",
		"Chánh Văn phòng HĐND&UBND xã|Phó Chánh Văn phòng UBND tỉnh"},
	{"BT Chi bộ các thôn", "Bí thư Chi bộ các thôn"},
	{"CA xã, BCHQS xã, BCHQS tỉnh",
		"Công an xã|Ban Chỉ huy quân sự xã|Bộ Chỉ huy quân sự tỉnh"},
	{"Giám đốc Bệnh viện; Hiệu trưởng Trường", "Giám đốc Bệnh viện|Hiệu trưởng Trường"},
};

static const Case brief_sentences[] = {
	{"Giao PHT Lê Văn Quang chủ trì, phối hợp với BGH xây dựng",
		"Phó Hiệu trưởng Lê Văn Quang / Ban Giám hiệu"},
	{"Giao Đ/c PCT UBND xã chỉ đạo", "Đ/c Phó Chủ tịch UBND xã"},
	{"P.TCCB chủ trì, phối hợp với P.ĐT và K.CNTT rà soát",
		"Phòng Tổ chức cán bộ / Phòng Đào tạo|Khoa Công nghệ thông tin"},
};

/* What the legend and the brackets below say */
static const char legend[] =
	"Ghi chú: P.TCCB: Phòng Tổ chức - Cán bộ; P.KT&ĐBCLGD: Phòng Khảo thí\n"
	"và Đảm bảo chất lượng giáo dục; "
	"TT.QHDN: Trung tâm Quan hệ doanh nghiệp; K. Nội TH: Khoa Nội tổng "
	"hợp; KH-TC = Kế hoạch - Tài chính; "
	"P.NV/TH: Phòng Nghiệp vụ tổng hợp; VP Sở: Văn phòng Sở; "
	"PTK: Phó Trưởng khu";
static const char brackets[] = "Phòng Quản lý đào tạo (viết tắt: P. QLĐT) và Trung tâm Khởi nghiệp "
			       "sáng tạo (TT.KNST), Bệnh viện Đa khoa "
			       "huyện (gọi tắt là BV. ĐK)";
static const Case learned[] = {
	{"P.TCCB", "Phòng Tổ chức - Cán bộ"},
	{"P.KT&ĐBCLGD", "Phòng Khảo thí và Đảm bảo chất lượng giáo dục"},
	{"TT.QHDN, TT QHDN", "Trung tâm Quan hệ doanh nghiệp|Trung tâm Quan hệ doanh nghiệp"},
	{"K. Nội TH", "Khoa Nội tổng hợp"},
	{"Phòng KH-TC", "Phòng Kế hoạch - Tài chính"},
	{"P.NV/TH", "Phòng Nghiệp vụ tổng hợp"},
	{"P. QLĐT, P.QLĐT", "Phòng Quản lý đào tạo|Phòng Quản lý đào tạo"},
	{"TT.KNST, TT KNST", "Trung tâm Khởi nghiệp sáng tạo|Trung tâm Khởi nghiệp sáng tạo"},
	{"BV.ĐK", "Bệnh viện Đa khoa huyện"},
	{"VP Sở", "Văn phòng Sở"},
};

typedef struct {
	DdLexicon *lexicon;
	DdDirectory *directory;
	DdLocalNames *local;
	DdArena *arena;
} Fixture;

static void
set_up(Fixture *self, gconstpointer data)
{
	(void)data;
	self->lexicon = dd_lexicon_new();
	self->directory = dd_directory_new(self->lexicon, NULL, NULL);
	self->local = dd_local_names_new();
	self->arena = dd_arena_new();
}

static void
tear_down(Fixture *self, gconstpointer data)
{
	(void)data;
	dd_arena_free(self->arena);
	dd_local_names_free(self->local);
	dd_directory_free(self->directory);
	dd_lexicon_free(self->lexicon);
}

static void
append(GString *out, const char *between, const DdFieldList *list)
{
	for (size_t i = 0; i < list->n; i++)
		g_string_append_printf(out, "%s%s",
			i > 0          ? "|"
			: out->len > 0 ? between
				       : "",
			list->items[i].value);
}

/* All lists of the sentence, or all of it as one value */
static void
read_names(Fixture *self, const char *text, bool sentence, GString *out)
{
	g_auto(DdTokens) tokens = {0};
	DdFieldList list;
	dd_tokens_scan(&tokens, self->lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
	if (!sentence) {
		dd_names_parse(self->directory, self->local, &tokens, 0, tokens.n, self->arena, &list);
		append(out, "|", &list);
		return;
	}
	for (size_t at = 0; at < tokens.n;) {
		size_t used = dd_names_read(
			self->directory, self->local, &tokens, at, tokens.n, self->arena, &list);
		at += MAX(used, 1);
		if (used > 0)
			append(out, " / ", &list);
	}
}

static void
check(Fixture *self, const Case *cases, size_t n, bool sentence)
{
	unsigned failed = 0;
	for (size_t i = 0; i < n; i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		read_names(self, cases[i].text, sentence, out);
		/* case of letters is the clerk's */
		g_autofree char *a = g_utf8_casefold(out->str, -1),
				*b = g_utf8_casefold(cases[i].names, -1);
		if (strcmp(a, b) == 0)
			continue;
		g_test_message("%s\n  got  %s\n  want %s", cases[i].text, out->str, cases[i].names);
		failed++;
	}
	g_assert_cmpuint(failed, ==, 0);
}

static void
test_sentences(Fixture *self, gconstpointer data)
{
	(void)data;
	check(self, dd_grammar_sentences, dd_n_grammar_sentences, true);
}

static void
test_brief(Fixture *self, gconstpointer data)
{
	(void)data;
	dd_local_names_set_issuer(self->local, SCHOOL);
	check(self, cells, G_N_ELEMENTS(cells), false);
	check(self, brief_sentences, G_N_ELEMENTS(brief_sentences), true);
}

static void
test_learned(Fixture *self, gconstpointer data)
{
	(void)data;
	g_auto(DdTokens) tokens = {0};
	dd_tokens_scan(&tokens, self->lexicon, DD_DAMAGE_NONE, legend, 0, strlen(legend));
	bool whole = false;
	g_assert_true(dd_local_names_learn_legend(
		self->local, self->directory, &tokens, self->arena, &whole));
	g_assert_true(whole);
	dd_tokens_scan(&tokens, self->lexicon, DD_DAMAGE_NONE, brackets, 0, strlen(brackets));
	dd_local_names_learn(self->local, self->directory, &tokens, self->arena);
	check(self, learned, G_N_ELEMENTS(learned), false);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add("/grammar/sentences", Fixture, NULL, set_up, test_sentences, tear_down);
	g_test_add("/grammar/brief", Fixture, NULL, set_up, test_brief, tear_down);
	g_test_add("/grammar/learned", Fixture, NULL, set_up, test_learned, tear_down);
	return g_test_run();
}

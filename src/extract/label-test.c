/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label-test.c: labels of fields and heads of columns, clean and scanned, and sentences that only look like them */
#include "label.h"

#include <string.h>

typedef struct {
	const char *text;
	DdLabel label;
	size_t len; /* tokens with the ':' */
} Case;

static const Case clean[] = {
	{"Đơn vị chủ trì: Sở A", DD_LABEL_LEAD, 5},
	{"ĐƠN VỊ CHỦ TRÌ: Sở A", DD_LABEL_LEAD, 5},
	{"Cơ quan chủ trì thực hiện: Sở A", DD_LABEL_LEAD, 7},
	{"Chủ trì: Sở A", DD_LABEL_LEAD, 3},
	{"Chủ trì : Sở A", DD_LABEL_LEAD, 3},
	{"Đơn vị thực hiện: Phòng B", DD_LABEL_LEAD, 5},
	{"Cơ quan, đơn vị phối hợp: các sở", DD_LABEL_COORDINATE, 8},
	{"Phối hợp: Công an", DD_LABEL_COORDINATE, 3},
	{"Lãnh đạo phụ trách: ông A", DD_LABEL_DIRECTOR, 5},
	{"Chỉ đạo thực hiện: Phó Giám đốc", DD_LABEL_DIRECTOR, 5},
	{"Theo dõi, đôn đốc: Văn phòng", DD_LABEL_MONITOR, 6},
	{"Thời gian thực hiện: Quý I", DD_LABEL_TIME, 5},
	{"Thời hạn hoàn thành: 30/6", DD_LABEL_TIME, 5},
	{"Tiến độ: 2025", DD_LABEL_TIME, 3},
	{"Sản phẩm: Báo cáo", DD_LABEL_PRODUCT, 3},
	{"Kết quả đầu ra: Báo cáo", DD_LABEL_PRODUCT, 5},
	{"Giải pháp thực hiện: tuyên truyền", DD_LABEL_SOLUTION, 5},
	{"Kinh phí: 50 triệu", DD_LABEL_FUNDING, 3},
	{"Nội dung: rà soát", DD_LABEL_CONTENT, 3},
	{"Địa điểm: Hội trường", DD_LABEL_PLACE, 3},
	{"Thành phần tham dự: đại biểu", DD_LABEL_PEOPLE, 5},
	{"Ghi chú: không", DD_LABEL_NOTE, 3},
	{"Chỉ tiêu: 80%", DD_LABEL_TARGET, 3},
	{"Đối tượng áp dụng: công chức", DD_LABEL_OTHER, 5},
	/* no labels */
	{"Đơn vị chủ trì Sở A", DD_LABEL_NONE, 0},
	{"Thực hiện Nghị quyết số 57: sở nào chậm", DD_LABEL_NONE, 0},
	{"Đơn vị chủ trì. Sau đó: x", DD_LABEL_NONE, 0},
	{"Căn cứ: Luật", DD_LABEL_NONE, 0},
	{"phối hợp): phát tờ rơi", DD_LABEL_NONE, 0},
	{"Đơn vị chủ trì (chính): Sở A", DD_LABEL_LEAD, 8},
	{"Kinh phí của các đơn vị được giao trong dự toán năm 2025 của Sở: x", DD_LABEL_NONE, 0},
	{"don vi chu tri: Sở A", DD_LABEL_NONE, 0},
	{": Sở A", DD_LABEL_NONE, 0},
	{"", DD_LABEL_NONE, 0},
};

/* As scanners without a Vietnamese model give them */
static const Case damaged[] = {
	{"Don vi chu tri: S& A", DD_LABEL_LEAD, 5},
	{"Đơn vị chú tri: Sở A", DD_LABEL_LEAD, 5},
	{"Don vi cht tri: S& A", DD_LABEL_LEAD, 5},
	{"Dơn vi chù tri: 86 A", DD_LABEL_LEAD, 5},
	{"Co quan phdi hop: cac so", DD_LABEL_COORDINATE, 5},
	{"Thoi gian thuc hién: Quy I", DD_LABEL_TIME, 5},
	{"Thdi gian hoan thanh: 2020", DD_LABEL_TIME, 5},
	{"San pham: Bao cao", DD_LABEL_PRODUCT, 3},
	{"Kinh phi: khong", DD_LABEL_FUNDING, 3},
	{"Ghi ro: khong", DD_LABEL_NONE, 0},
	{"Cac co quan sau day: x", DD_LABEL_NONE, 0},
	{"Don vi chu tri S& A", DD_LABEL_NONE, 0},
};

static const Case columns[] = {
	{"TT", DD_LABEL_NUMBER, 0},
	{"STT", DD_LABEL_NUMBER, 0},
	{"Số\nTT", DD_LABEL_NUMBER, 0},
	{"Nội dung công việc", DD_LABEL_CONTENT, 0},
	{"Nhiệm vụ/giải pháp", DD_LABEL_CONTENT, 0},
	{"Cơ quan chủ trì", DD_LABEL_LEAD, 0},
	{"Cơ quan,\nđơn vị chủ trì", DD_LABEL_LEAD, 0},
	{"Đơn vị phối hợp", DD_LABEL_COORDINATE, 0},
	{"Thời gian hoàn thành", DD_LABEL_TIME, 0},
	{"Thời gian", DD_LABEL_TIME, 0},
	{"Sản phẩm dự kiến", DD_LABEL_PRODUCT, 0},
	{"Cơ quan", DD_LABEL_AGENCY, 0},
	{"Ngày", DD_LABEL_DAY, 0},
	{"Địa điểm", DD_LABEL_PLACE, 0},
	{"Ghi chú", DD_LABEL_NOTE, 0},
	{"Sản phẩm/ Ghi chú", DD_LABEL_PRODUCT, 0},
	{"Nhiệm vụ được giao", DD_LABEL_CONTENT, 0},
	{"Vụ, cục được giao", DD_LABEL_LEAD, 0},
	{"Hạn chót", DD_LABEL_TIME, 0},
	{"Chi bộ được kiểm tra, giám sát", DD_LABEL_AGENCY, 0},
	{"Tổ chức được thanh tra", DD_LABEL_AGENCY, 0},
	{"Cơ sở, địa phương được giám sát", DD_LABEL_AGENCY, 0},
	{"Nội dung được kiểm tra", DD_LABEL_CONTENT, 0},
	{"Tổ chức kiểm tra, giám sát", DD_LABEL_MONITOR, 0},
	{"Hình thức sản phẩm", DD_LABEL_PRODUCT, 0},
	{"Loại văn bản", DD_LABEL_PRODUCT, 0},
	{"Văn bản giao", DD_LABEL_OTHER, 0},
	{"Văn bản giao nhiệm vụ", DD_LABEL_OTHER, 0},
	{"Cơ quan được giao", DD_LABEL_LEAD, 0},
	{"Dân số", DD_LABEL_NONE, 0},
	{"", DD_LABEL_NONE, 0},
};

typedef struct {
	DdLexicon *lexicon;
	DdLabelGrammar *labels;
	DdTokens tokens;
} Fixture;

static void
set_up(Fixture *self, gconstpointer unused)
{
	(void)unused;
	self->lexicon = dd_lexicon_new();
	self->labels = dd_label_grammar_new(self->lexicon);
}

static void
tear_down(Fixture *self, gconstpointer unused)
{
	(void)unused;
	dd_tokens_clear(&self->tokens);
	dd_label_grammar_free(self->labels);
	dd_lexicon_free(self->lexicon);
}

static void
check(Fixture *self, const Case *rows, size_t n, DdDamage damage)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = 0;
		dd_tokens_scan(&self->tokens, self->lexicon, damage, rows[i].text, 0,
			strlen(rows[i].text));
		g_test_message("\"%s\"", rows[i].text);
		g_assert_cmpint(
			dd_label_match(self->labels, &self->tokens, 0, &len), ==, rows[i].label);
		g_assert_cmpuint(len, ==, rows[i].len);
	}
}

static void
test_clean(Fixture *self, gconstpointer unused)
{
	(void)unused;
	check(self, clean, G_N_ELEMENTS(clean), DD_DAMAGE_NONE);
}

static void
test_damaged(Fixture *self, gconstpointer unused)
{
	(void)unused;
	check(self, damaged, G_N_ELEMENTS(damaged), DD_DAMAGE_HEAVY);
}

/* What clean text says stays true when a scan is suspected */
static void
test_clean_words_in_a_scan(Fixture *self, gconstpointer unused)
{
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(clean); i++) {
		size_t len = 0;
		if (clean[i].label == DD_LABEL_NONE)
			continue;
		dd_tokens_scan(&self->tokens, self->lexicon, DD_DAMAGE_HEAVY, clean[i].text, 0,
			strlen(clean[i].text));
		g_test_message("\"%s\"", clean[i].text);
		g_assert_cmpint(
			dd_label_match(self->labels, &self->tokens, 0, &len), ==, clean[i].label);
		g_assert_cmpuint(len, ==, clean[i].len);
	}
}

static void
test_columns(Fixture *self, gconstpointer unused)
{
	(void)unused;
	for (size_t i = 0; i < G_N_ELEMENTS(columns); i++) {
		dd_tokens_scan(&self->tokens, self->lexicon, DD_DAMAGE_NONE, columns[i].text, 0,
			strlen(columns[i].text));
		g_test_message("\"%s\"", columns[i].text);
		g_assert_cmpint(dd_label_of_column(self->labels, &self->tokens, 0, self->tokens.n),
			==, columns[i].label);
	}
	static const char broken[] = "Chủ frì";
	dd_tokens_scan(&self->tokens, self->lexicon, DD_DAMAGE_NONE, broken, 0, strlen(broken));
	g_assert_cmpint(dd_label_of_column(self->labels, &self->tokens, 0, self->tokens.n), ==,
		DD_LABEL_NONE);
	dd_tokens_scan(&self->tokens, self->lexicon, DD_DAMAGE_LIGHT, broken, 0, strlen(broken));
	g_assert_cmpint(dd_label_of_column(self->labels, &self->tokens, 0, self->tokens.n), ==,
		DD_LABEL_LEAD);
}

/* A cell of running text is no head of a column, whatever words it holds */
static void
test_long_cell(Fixture *self, gconstpointer unused)
{
	GString *text = g_string_new("đơn vị chủ trì");
	(void)unused;
	for (int i = 0; i < 100; i++)
		g_string_append(text, " và các đơn vị");
	dd_tokens_scan(&self->tokens, self->lexicon, DD_DAMAGE_NONE, text->str, 0, text->len);
	g_assert_cmpint(dd_label_of_column(self->labels, &self->tokens, 0, self->tokens.n), ==,
		DD_LABEL_NONE);
	g_string_free(text, TRUE);
}

#define ADD(name, function) g_test_add("/label/" name, Fixture, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("clean", test_clean);
	ADD("damaged", test_damaged);
	ADD("clean-words-in-a-scan", test_clean_words_in_a_scan);
	ADD("columns", test_columns);
	ADD("long-cell", test_long_cell);
	return g_test_run();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* token-test.c: words, numbers and signs with their places and flags, and how far a text can be trusted */
#include "token.h"

#include <string.h>

#include "maxima.h"

static void
scan(DdTokens *tokens, const DdLexicon *lexicon, const char *text)
{
	dd_tokens_scan(tokens, lexicon, DD_DAMAGE_NONE, text, 0, strlen(text));
}

/* Tokens as text, parted by '|': what was read must be what is there, in order, nothing lost but white space */
static char *
join(const DdTokens *tokens)
{
	GString *out = g_string_new(NULL);
	for (size_t i = 0; i < tokens->n; i++) {
		if (i > 0)
			g_string_append_c(out, '|');
		g_string_append_len(out, tokens->text + tokens->items[i].start, tokens->items[i].len);
	}
	return g_string_free(out, FALSE);
}

static void
test_split(void)
{
	static const struct {
		const char *text, *tokens;
	} cases[] = {
		{"", ""},
		{" \n\t ", ""},
		{"Sở Nội vụ chủ trì", "Sở|Nội|vụ|chủ|trì"},
		{"Số: 12/KH-UBND", "Số|:|12|/|KH|-|UBND"},
		{"ngày 05/02/2025.", "ngày|05|/|02|/|2025|."},
		{"QLCN&CN", "QLCN|&|CN"},
		{"1.1. Rà soát", "1|.|1|.|Rà|soát"},
		{"80% trường", "80|%|trường"},
		{"A–B", "A|–|B"},
		{"2tháng", "2|tháng"},
		{"a😀b", "a|😀|b"},
	};
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		scan(&tokens, lexicon, cases[i].text);
		g_autofree char *joined = join(&tokens);
		g_assert_cmpstr(joined, ==, cases[i].tokens);
	}
}

/* Two words that lost the blank between them; a word of its own making stays whole */
static void
test_glued(void)
{
	static const char *const known[] = {"chủ", "trì", "ngày", "tổ", "chức", "phê", "sở"};
	static const struct {
		const char *text, *tokens;
	} cases[] = {
		{"Du lịchchủ trì", "Du|lịch|chủ|trì"}, {"Chính phủngày 25", "Chính|phủ|ngày|25"},
		{"70-TB/TWngày 06", "70|-|TB|/|TW|ngày|06"}, {"719/QĐ-TTgngày", "719|/|QĐ|-|TTg|ngày"},
		{"PHÊDUYỆT", "PHÊ|DUYỆT"}, {"SởNông", "Sở|Nông"}, {"lII", "lII"},
		{"Krông Nô", "Krông|Nô"}, {"vắcxin", "vắcxin"}, /* neither half is known */
		{"chủđtrì", "chủđtrì"},                         /* no two syllables */
		{"tổchứcsở", "tổchứcsở"},                       /* three */
		{"HĐND", "HĐND"}, {"chuchu", "chuchu"},         /* no mark */
	};
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		dd_lexicon_add(lexicon, known[i], strlen(known[i]));
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		scan(&tokens, lexicon, cases[i].text);
		g_autofree char *joined = join(&tokens);
		g_assert_cmpstr(joined, ==, cases[i].tokens);
	}
	scan(&tokens, lexicon, "Chính phủngày");
	g_assert_cmpuint(tokens.items[2].flags & DD_TOKEN_SPACE, ==, DD_TOKEN_SPACE);
	g_assert_true(tokens.glued);
}

static void
test_kinds(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	scan(&tokens, lexicon, "Sở GD\t12\n– x 99999999999");
	static const struct {
		DdTokenKind kind;
		uint8_t flags;
		uint32_t value;
	} expected[] = {
		{DD_TOKEN_WORD, DD_TOKEN_SPACE | DD_TOKEN_CAP | DD_TOKEN_MARKED, 0},
		{DD_TOKEN_WORD, DD_TOKEN_SPACE | DD_TOKEN_CAP | DD_TOKEN_UPPER, 0},
		{DD_TOKEN_NUMBER, DD_TOKEN_SPACE | DD_TOKEN_TAB, 12},
		{DD_TOKEN_SIGN, DD_TOKEN_SPACE | DD_TOKEN_LINE, '-'},
		{DD_TOKEN_WORD, DD_TOKEN_SPACE, 0},
		{DD_TOKEN_NUMBER, DD_TOKEN_SPACE, UINT32_MAX},
	};
	g_assert_cmpuint(tokens.n, ==, G_N_ELEMENTS(expected));
	for (size_t i = 0; i < tokens.n; i++) {
		g_test_message("token %zu", i);
		g_assert_cmpuint(tokens.items[i].kind, ==, expected[i].kind);
		g_assert_cmpuint(tokens.items[i].flags, ==, expected[i].flags);
		g_assert_cmpuint(tokens.items[i].value, ==, expected[i].value);
	}
	g_assert_true(dd_token_is_cap(&tokens, 0));
	g_assert_false(dd_token_is_cap(&tokens, 4));
	g_assert_true(dd_token_is_sign(&tokens, 3, '-'));
	g_assert_false(dd_token_is_sign(&tokens, 3, ':'));
	g_assert_cmpuint(dd_token_end(&tokens, 0), ==, strlen("Sở"));
	g_assert_true(dd_token_is_text(&tokens, 0, "Sở"));
	g_assert_false(dd_token_is_text(&tokens, 0, "sở"));
	g_assert_false(dd_token_is_text(&tokens, 0, "S"));
	g_assert_true(dd_token_is_text_nocase(&tokens, 0, "sở"));
}

/* Grammars look one token behind the last without asking */
static void
test_behind_the_last(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	static const char *const texts[] = {"", "a", "a b "};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		scan(&tokens, lexicon, texts[i]);
		const DdToken *last = &tokens.items[tokens.n];
		g_assert_cmpuint(last->kind, ==, DD_TOKEN_SIGN);
		g_assert_cmpuint(last->value, ==, 0);
		g_assert_cmpuint(last->start, ==, strlen(texts[i]));
		g_assert_false(dd_token_is_sign(&tokens, tokens.n, 0));
		g_assert_false(dd_token_is_cap(&tokens, tokens.n));
		g_assert_false(dd_token_is_text(&tokens, tokens.n, ""));
	}
}

/* A stretch of a longer text: offsets are those of the text, nothing outside is read */
static void
test_stretch(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	const char *text = "xưa Sở Y tế nay";
	size_t start = strlen("xưa "), end = strlen("xưa Sở Y tế");
	dd_tokens_scan(&tokens, lexicon, DD_DAMAGE_NONE, text, start, end);
	g_autofree char *joined = join(&tokens);
	g_assert_cmpstr(joined, ==, "Sở|Y|tế");
	g_assert_cmpuint(tokens.items[0].start, ==, start);
	g_assert_cmpuint(dd_token_end(&tokens, 2), ==, end);
}

static void
test_words(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	uint16_t tri = dd_lexicon_add(lexicon, "trì", strlen("trì"));
	uint16_t fold = dd_lexicon_get_fold(lexicon, tri);
	uint16_t hoach = dd_lexicon_get_fold(
		lexicon, dd_lexicon_add(lexicon, "hoạch", strlen("hoạch")));
	uint16_t colon = dd_lexicon_add(lexicon, ":", 1);
	const struct {
		const char *text;
		DdDamage damage;
		uint16_t word, fold;
	} cases[] = {
		{"trì", DD_DAMAGE_NONE, tri, fold},
		{"TRÌ", DD_DAMAGE_NONE, tri, fold},
		{"tri", DD_DAMAGE_NONE, 0, fold},
		{"trí", DD_DAMAGE_HEAVY, 0, fold},
		{"hosch", DD_DAMAGE_NONE, 0, 0},
		{"hosch", DD_DAMAGE_LIGHT, 0, hoach},
		{"hosch", DD_DAMAGE_HEAVY, 0, hoach},
		{"hoắc", DD_DAMAGE_HEAVY, 0, 0},  /* a syllable is not guessed at */
		{"HOSCH", DD_DAMAGE_HEAVY, 0, 0}, /* nor an abbreviation */
		{":", DD_DAMAGE_NONE, colon, dd_lexicon_get_fold(lexicon, colon)},
		{"xyz", DD_DAMAGE_NONE, 0, 0},
	};
	g_auto(DdTokens) tokens = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		dd_tokens_scan(
			&tokens, lexicon, cases[i].damage, cases[i].text, 0, strlen(cases[i].text));
		g_test_message("%s", cases[i].text);
		g_assert_cmpuint(tokens.n, ==, 1);
		g_assert_cmpuint(tokens.items[0].word, ==, cases[i].word);
		g_assert_cmpuint(tokens.items[0].fold, ==, cases[i].fold);
	}
}

/* One line without end: tokens are bounded, a word without end is cut, at a letter's edge */
static void
test_bounds(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < 2u * DD_MAX_PARAGRAPH_TOKENS; i++)
		g_string_append(text, "ế ");
	scan(&tokens, lexicon, text->str);
	g_assert_cmpuint(tokens.n, ==, DD_MAX_PARAGRAPH_TOKENS);
	g_string_truncate(text, 0);
	for (size_t i = 0; i < 100000; i++)
		g_string_append(text, "ế");
	scan(&tokens, lexicon, text->str);
	for (size_t i = 0; i < tokens.n; i++) {
		g_assert_cmpuint(tokens.items[i].len % strlen("ế"), ==, 0);
		g_assert_cmpuint(tokens.items[i].kind, ==, DD_TOKEN_WORD);
	}
	g_string_truncate(text, 0);
	for (size_t i = 0; i < 100000; i++)
		g_string_append_c(text, '7');
	scan(&tokens, lexicon, text->str);
	g_assert_cmpuint(tokens.items[0].value, ==, UINT32_MAX);
	g_string_free(text, TRUE);
}

static void
test_damage(void)
{
	static const char clean[] = "căn cứ kế hoạch của ủy ban nhân dân tỉnh về việc triển khai "
				    "thực hiện nhiệm vụ chuyển đổi số "
				    "các sở ban ngành phối hợp tổ chức thực hiện báo cáo kết quả "
				    "về sở trước ngày quy định ";
	static const char bare[] = "can cu ke hoach cua uy ban nhan dan tinh ve viec trien khai "
				   "thuc hien nhiem vu chuyen doi so "
				   "cac so ban nganh phoi hop to chuc thuc hien bao cao ket qua ve "
				   "so truoc ngay quy dinh ";
	static const char broken[] = "căn cw kê hoacb cia ủy bnn nhân dên tinh vê viéc trién khni "
				     "thwc hiên nhiémv vu chuyén dồi sô "
				     "cac sé bnn ngành phôi hơp td chirc thuc hiên bdo cdo két quà "
				     "vé so truóc ngdy quy djnh ";
	static const struct {
		const char *text;
		size_t times;
		DdDamage damage;
	} cases[] = {
		{clean, 1, DD_DAMAGE_NONE},
		{clean, 2000, DD_DAMAGE_NONE},
		{bare, 1, DD_DAMAGE_HEAVY},
		{bare, 2000, DD_DAMAGE_HEAVY},
		{broken, 1, DD_DAMAGE_HEAVY},
		{broken, 2000, DD_DAMAGE_HEAVY},
		{"", 1, DD_DAMAGE_NONE},
		{"bao cao ket qua", 1, DD_DAMAGE_NONE}, /* too little to judge by */
		/* words of other tongues */
		{"Cấp phát vitamin cho trẻ em, đăng ký trên website, gửi email và video trực "
		 "tuyến. ",
			20, DD_DAMAGE_NONE},
	};
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		GString *text = g_string_new(NULL);
		for (size_t n = 0; n < cases[i].times; n++)
			g_string_append(text, cases[i].text);
		g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==, cases[i].damage);
		g_string_free(text, TRUE);
	}
}

/* One word in forty mistaken: the marks still count, mistaken words are matched nearly */
static void
test_light_damage(void)
{
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	GString *text = g_string_new(NULL);
	for (int n = 0; n < 50; n++)
		g_string_append(text, "các sở ban ngành phối hợp tổ chức thực hiện báo cáo kết quả "
				      "về sở trước ngày quy định để tổng hợp "
				      "và các đơn vị có liên quan thực hiệm các nhiệm vụ được giao "
				      "trong kế hoạch này ");
	g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==, DD_DAMAGE_NONE);
	g_string_truncate(text, 0);
	for (int n = 0; n < 50; n++)
		g_string_append(text, "các sở ban ngành phối hợp tổ chức thwc hiện báo cáo kết quả "
				      "về sở trước ngày quy định để tổng hợp "
				      "và các đơn vị có liên quan thực hiện các nhiệm vụ đưgc giao "
				      "trong kế hoạch này ");
	g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==, DD_DAMAGE_LIGHT);
	/* the hours of a programme are no broken words */
	g_string_assign(text, "");
	for (int n = 0; n < 20; n++)
		g_string_append(
			text, "08h00 đón tiếp đại biểu; 08h30 khai mạc hội nghị; 17h15 bế mạc; ");
	g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==, DD_DAMAGE_NONE);
	/* "vê", "cúa", "nguôn" are syllables that no office writes; "hiên" of a name counts not, nor does one alone */
	static const char *const ghosts[] = {"vê", "cúa", "nguôn"};
	for (unsigned n = 1; n <= 3; n++) {
		g_string_assign(text, "");
		for (int k = 0; k < 20; k++)
			g_string_append(text,
				"các sở ban ngành phối hợp tổ chức thực hiện báo cáo kết quả "
				"về sở trước ngày quy định để tổng hợp ");
		for (unsigned k = 0; k < n; k++)
			g_string_append_printf(text, "%s việc này ", ghosts[k]);
		g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==,
			n == 3 ? DD_DAMAGE_LIGHT : DD_DAMAGE_NONE);
	}
	/* each mistaken word is a syllable; those that end in a stop have lost the tone that all such have */
	static const char whole[] = "các sở ban ngành phối hợp tổ chức thực hiện báo cáo kết quả "
				    "về sở trước ngày quy định để tổng hợp ";
	for (unsigned slips = 0; slips <= 3; slips++) {
		g_string_assign(text, "");
		for (int n = 0; n < 20; n++)
			g_string_append(text, whole);
		for (unsigned n = 0; n < slips; n++)
			g_string_append(text, "các tô báo cáo kêt quả về sở ");
		g_assert_cmpint(dd_damage_judge(lexicon, text->str, text->len), ==,
			slips == 3 ? DD_DAMAGE_LIGHT : DD_DAMAGE_NONE);
	}
	g_string_free(text, TRUE);
}

/* In a bad scan a word keeps the digits and strokes that stand for letters and marks; figures stay figures */
static void
test_broken_words(void)
{
	static const struct {
		const char *text;
		DdDamage damage;
		const char *tokens;
	} cases[] = {
		{"h6i nghi", DD_DAMAGE_HEAVY, "h6i|nghi"},
		{"CHU'C", DD_DAMAGE_HEAVY, "CHU'C"},
		{"h6i CHU'C", DD_DAMAGE_NONE, "h|6|i|CHU|'|C"},
		{"2024/QH15", DD_DAMAGE_HEAVY, "2024|/|QH|15"},
		{"12 xa", DD_DAMAGE_HEAVY, "12|xa"},
		{"nam2020", DD_DAMAGE_HEAVY, "nam|2020"},
		{"xa'", DD_DAMAGE_HEAVY, "xa|'"},
	};
	g_autoptr(DdLexicon) lexicon = dd_lexicon_new();
	g_auto(DdTokens) tokens = {0};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		dd_tokens_scan(
			&tokens, lexicon, cases[i].damage, cases[i].text, 0, strlen(cases[i].text));
		g_autofree char *joined = join(&tokens);
		g_assert_cmpstr(joined, ==, cases[i].tokens);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/token/split", test_split);
	g_test_add_func("/token/glued", test_glued);
	g_test_add_func("/token/kinds", test_kinds);
	g_test_add_func("/token/behind-the-last", test_behind_the_last);
	g_test_add_func("/token/stretch", test_stretch);
	g_test_add_func("/token/words", test_words);
	g_test_add_func("/token/broken-words", test_broken_words);
	g_test_add_func("/token/bounds", test_bounds);
	g_test_add_func("/token/damage", test_damage);
	g_test_add_func("/token/light-damage", test_light_damage);
	return g_test_run();
}

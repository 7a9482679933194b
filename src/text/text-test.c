/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text-test.c: every encoding there and back, every character traced to its byte */
#include "text.h"

#include <string.h>

#include "encode-test-support.h"
#include "error.h"

/* A page with all 134 marked letters, small and capital; no words but those that officials write */
static const char page[] =
	"ỦY BAN NHÂN DÂN TỈNH        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
	"Số: 15/KH-UBND                  Độc lập - Tự do - Hạnh phúc\n"
	"\n"
	"KẾ HOẠCH\n"
	"Triển khai thực hiện nhiệm vụ chuyển đổi số năm 2025\n"
	"I. MỤC ĐÍCH, YÊU CẦU\n"
	"1. Đẩy mạnh việc ứng dụng công nghệ thông tin trong quản lý; khắc phục những hạn chế đã "
	"chỉ ra, bảo đảm an toàn.\n"
	"2. Sở Khoa học và Công nghệ chủ trì, phối hợp với các sở, ngành, UBND các huyện, thị xã, "
	"thành phố tổ chức thực\n"
	"hiện; báo cáo trước ngày 15/12 hằng quý. Cơ quan nào chậm trễ sẽ bị nhắc nhở, kỷ luật.\n"
	"\ta) Rà soát, sửa đổi, bổ sung quy chế; gửi về Văn phòng để tổng hợp, trình Chủ tịch xem "
	"xét, quyết định.\n"
	"\tb) Bồi dưỡng kỹ năng số cho cán bộ, cử tuyển giữ chỗ; mở rộng mạng lưới đến từng ấp, "
	"bản, tổ dân phố.\n"
	"\tđ) Thẩm định chặt chẽ; những chữ ít gặp: ẵm ngửa, dằng dặc, bẽ bàng, quẩn quanh, bẫy, "
	"ngỡ ngàng, lỡ dở, ỹ, ỵ.\n"
	"III. TỔ CHỨC THỰC HIỆN: CÁC SỞ, NGÀNH PHỐI HỢP CHẶT CHẼ, KỊP THỜI; HẰNG THÁNG GỬI BÁO CÁO "
	"VỀ SỞ NỘI VỤ\n"
	"àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ\n"
	"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ\n";

static GByteArray *
bytes_of(const char *text, size_t len)
{
	GByteArray *bytes = g_byte_array_new();
	g_byte_array_append(bytes, (const guint8 *)text, (guint)len);
	return bytes;
}

static GByteArray *
bytes_of_string(const char *text)
{
	return bytes_of(text, strlen(text));
}

/* Reads @bytes (taken), which have to be fine */
static DdText *
read_fine(GByteArray *bytes)
{
	g_autoptr(GError) error = NULL;
	DdText *text = dd_text_new_take(bytes, &error);
	g_assert_no_error(error);
	g_assert_nonnull(text);
	return text;
}

static const char *
string_of(const DdText *text)
{
	size_t len;
	const char *string = dd_text_get(text, &len);
	g_assert_cmpuint(strlen(string), ==, len);
	return string;
}

/*
 * What can be had back: TCVN3 loses the case of marked capitals in words that are not all capitals
 */
static void
assert_came_back(const DdText *text, const char *wanted, DdEncoding encoding)
{
	if (encoding != DD_ENCODING_TCVN3) {
		g_assert_cmpstr(string_of(text), ==, wanted);
		return;
	}
	g_autofree char *a = g_utf8_casefold(string_of(text), -1);
	g_autofree char *b = g_utf8_casefold(wanted, -1);
	g_assert_cmpstr(a, ==, b);
}

static void
test_round_trips(void)
{
	for (DdEncoding e = DD_ENCODING_UTF8; e < DD_ENCODING_LAST; e++) {
		g_autoptr(GByteArray) bytes = dd_test_encode(page, e);
		g_autoptr(DdText) text = read_fine(bytes_of((const char *)bytes->data, bytes->len));
		g_assert_cmpstr(dd_encoding_get_name(dd_text_get_encoding(text)), ==,
			dd_encoding_get_name(e));
		assert_came_back(text, page, e);
		g_assert_false(dd_text_was_recomposed(text));
		g_assert_false(dd_text_had_bom(text));
		g_assert_cmpuint(dd_text_get_line_count(text), ==, 15);
		g_autoptr(DdText) told = dd_text_new_take_encoded(g_steal_pointer(&bytes), e, NULL);
		g_assert_cmpstr(string_of(told), ==, string_of(text));
	}
}

static void
test_short_ones(void)
{
	static const char *const shorts[] = {
		"Kế hoạch", "Sở Nội vụ chủ trì, phối hợp", "thời hạn: tháng 12 hằng năm"};
	for (size_t i = 0; i < G_N_ELEMENTS(shorts); i++) {
		for (DdEncoding e = DD_ENCODING_TCVN3; e < DD_ENCODING_LAST; e++) {
			g_autoptr(DdText) text = read_fine(dd_test_encode(shorts[i], e));
			assert_came_back(text, shorts[i], e);
		}
	}
}

static void
test_misread(void)
{
	static const DdEncoding encodings[] = {
		DD_ENCODING_TCVN3, DD_ENCODING_VNI, DD_ENCODING_CP1258, DD_ENCODING_UTF8};
	for (size_t i = 0; i < G_N_ELEMENTS(encodings); i++) {
		g_autoptr(GByteArray) bytes = dd_test_encode(page, encodings[i]);
		g_autoptr(DdText) text = read_fine(dd_test_misread(bytes));
		g_assert_cmpint(dd_text_get_encoding(text), ==, encodings[i]);
		assert_came_back(text, page, encodings[i]);
	}
	g_autoptr(DdText) tcvn3 = read_fine(bytes_of_string("KÕ ho¹ch cña Së Néi vô\n"));
	g_assert_cmpstr(string_of(tcvn3), ==, "Kế hoạch của Sở Nội vụ\n");
	g_autoptr(DdText) vni = read_fine(bytes_of_string("Keá hoaïch cuûa Sôû Noäi vuï\n"));
	g_assert_cmpstr(string_of(vni), ==, "Kế hoạch của Sở Nội vụ\n");
	g_autoptr(DdText)
		french = read_fine(bytes_of_string("Le café crème de l’Élysée à Noël, où çà ?\n"));
	g_assert_cmpstr(string_of(french), ==, "Le café crème de l’Élysée à Noël, où çà ?\n");
}

/* TCVN3 in a font of capitals: the letters of the file are small, those on the paper were not */
static void
test_tcvn3_capitals(void)
{
	static const char *const kept[] = {
		"KẾ HOẠCH",
		"SỞ Y TẾ\tSở KH&CN chủ trì",
		"ỦY BAN NHÂN DÂN  Sở Nội vụ",
		"đ) UBND TỈNH giao Sở TT&TT",
		"Xã KH&CN TAND",
		"XÃ IA DRÔNG",
		"Nguyễn Thị Ngọc Ánh",
		"5. Ủy ban Mặt trận và ủy viên Ủy ban",
		"- Ứng dụng chữ ký số. Ổn định thị trường ở các xã",
		"b) Ấn định thời gian của\nở nhiều nơi",
		"   - Ổn định thị trường -  ở các xã (b) ở các tỉnh.   Ấn định",
		"II-  Ứng dụng chữ ký số\n  ở nhiều nơi",
	};
	for (size_t i = 0; i < G_N_ELEMENTS(kept); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdText) text = NULL;
		g_autoptr(GByteArray) bytes = dd_test_encode(kept[i], DD_ENCODING_TCVN3);
		text = dd_text_new_take_encoded(g_steal_pointer(&bytes), DD_ENCODING_TCVN3, &error);
		g_assert_no_error(error);
		g_assert_cmpstr(string_of(text), ==, kept[i]);
	}
}

typedef struct {
	const char *in, *out;
} Pair;

static void
test_forms(void)
{
	static const Pair pairs[] = {
		{"a\r\nb\rc\nd", "a\nb\nc\nd"},
		{"x\r\r\ny", "x\n\ny"},
		{"tab\tff\fvt\vesc\x1B.", "tab\tff\fvt esc ."},
		{"a\xC2\xA0"
		 "b\xE2\x80\x83"
		 "c\xE3\x80\x80"
		 "d\xE2\x80\xAF"
		 "e",
			"a b c d e"},
		{"chủ\xE2\x80\x8B trì\xC2\xAD\xEF\xBB\xBF!", "chủ trì!"},
		{"a\xE2\x80\xA8"
		 "b\xE2\x80\xA9"
		 "c",
			"a b c"},
		{"ﬁ ﬂ ﬀ ﬃ ﬄ ﬃ\xCC\xA3", "fi fl ff ffi ffl ffị"},
		{"\xEF\x82\xB7 một \xEF\x80\xAD hai", "• một - hai"},
		{"hoà hòa uỷ ủy", "hoà hòa uỷ ủy"},
		{"hoa\xCC\x80 ho\xCC\x80"
		 "a",
			"hoà hòa"},
		{"e\xCC\x82\xCC\x81 e\xCC\x81\xCC\x82 ê\xCC\x81 é\xCC\x82", "ế ế ế ế"},
		{"o\xCC\x9B\xCC\xA3 o\xCC\xA3\xCC\x9B ơ\xCC\xA3 ọ\xCC\x9B", "ợ ợ ợ ợ"},
		{"A\xCC\x86\xCC\x83 \xC3\x83\xCC\x86", "Ẵ Ẵ"},
		{"ế\xCC\x81", "ế"},
		{"a\xE2\x80\x8B\xCC\x81", "á"},
		{"a\xCD\x80 a\xCD\x81", "à á"},
		{"c\xCC\xA7 o\xCC\x88 \xE2\x84\xAB", "ç ö Å"},
		{"q\xCC\x81 \xCC\x81x", "q\xCC\x81 \xCC\x81x"},
		{"\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8", "각"},
		{"日本 Ελλάδα русский", "日本 Ελλάδα русский"},
		{"\xEF\xBB\xBFmột", "một"},
		{"\xEF\xBF\xBD.\xEF\xBF\xBE.", " . ."},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_autoptr(DdText) text = read_fine(bytes_of_string(pairs[i].in));
		g_assert_cmpstr(string_of(text), ==, pairs[i].out);
		/* reading what was read changes nothing */
		g_autoptr(DdText) again = read_fine(bytes_of_string(pairs[i].out));
		g_assert_cmpstr(string_of(again), ==, pairs[i].out);
	}
}

static void
test_same_memory(void)
{
	GByteArray *bytes = bytes_of_string(page);
	g_autoptr(DdText) text = read_fine(bytes);
	g_assert_true(string_of(text) == (const char *)bytes->data);
	g_assert_cmpstr(string_of(text), ==, page);
	g_autofree char *with_bom = g_strconcat("\xEF\xBB\xBF", page, NULL);
	g_autoptr(DdText) marked = read_fine(bytes_of_string(with_bom));
	g_assert_true(dd_text_had_bom(marked));
	g_assert_cmpstr(string_of(marked), ==, page);
	g_assert_cmpuint(dd_text_to_source(marked, 0), ==, 3);
	g_assert_cmpuint(dd_text_to_source(marked, 7), ==, 10);
}

typedef GByteArray *(*Encoder)(const char *utf8);

static GByteArray *
encode_nfd(const char *utf8)
{
	g_autofree char *out = dd_test_decompose(utf8, DD_TEST_MARKS_NFD);
	return bytes_of_string(out);
}

static GByteArray *
encode_tone_last(const char *utf8)
{
	g_autofree char *out = dd_test_decompose(utf8, DD_TEST_MARKS_TONE_LAST);
	return bytes_of_string(out);
}

static GByteArray *
encode_tone_first(const char *utf8)
{
	g_autofree char *out = dd_test_decompose(utf8, DD_TEST_MARKS_TONE_FIRST);
	return bytes_of_string(out);
}

static GByteArray *
encode_crlf(const char *utf8)
{
	g_auto(GStrv) lines = g_strsplit(utf8, "\n", -1);
	g_autofree char *out = g_strjoinv("\r\n", lines);
	return bytes_of_string(out);
}

static GByteArray *
encode_cr(const char *utf8)
{
	g_auto(GStrv) lines = g_strsplit(utf8, "\n", -1);
	g_autofree char *out = g_strjoinv("\r", lines);
	return bytes_of_string(out);
}

/* Every character of @text has to lead to where its own bytes begin in the source */
static void
assert_traced(const DdText *text, const char *wanted, Encoder encoder, DdEncoding encoding, size_t bom)
{
	size_t source = bom;
	for (const char *at = wanted; *at != '\0'; at = g_utf8_next_char(at)) {
		char one[8] = {0};
		memcpy(one, at, (size_t)(g_utf8_next_char(at) - at));
		g_assert_cmpuint(dd_text_to_source(text, (uint32_t)(at - wanted)), ==, source);
		g_autoptr(GByteArray) bytes = encoder != NULL ? encoder(one)
							      : dd_test_encode(one, encoding);
		source += bytes->len;
	}
	g_assert_cmpuint(dd_text_to_source(text, (uint32_t)strlen(wanted)), ==, source);
}

static void
test_traces(void)
{
	static const Encoder encoders[] = {
		encode_nfd, encode_tone_last, encode_tone_first, encode_crlf, encode_cr};
	for (size_t i = 0; i < G_N_ELEMENTS(encoders); i++) {
		g_autoptr(DdText) text = read_fine(encoders[i](page));
		g_assert_cmpstr(string_of(text), ==, page);
		g_assert_cmpint(dd_text_was_recomposed(text), ==, i < 3);
		g_assert_cmpuint(dd_text_get_line_count(text), ==, 15);
		assert_traced(text, page, encoders[i], DD_ENCODING_UTF8, 0);
	}
	for (DdEncoding e = DD_ENCODING_UTF8; e < DD_ENCODING_LAST; e++) {
		g_autoptr(DdText) text = read_fine(dd_test_encode(page, e));
		assert_traced(text, page, NULL, e, 0);
	}
	static const struct {
		DdEncoding encoding;
		const char *bom;
		size_t len;
	} boms[] = {{DD_ENCODING_UTF16LE, "\xFF\xFE", 2}, {DD_ENCODING_UTF16BE, "\xFE\xFF", 2},
		{DD_ENCODING_UTF8, "\xEF\xBB\xBF", 3}};
	for (size_t i = 0; i < G_N_ELEMENTS(boms); i++) {
		g_autoptr(GByteArray) body = dd_test_encode(page, boms[i].encoding);
		GByteArray *bytes = bytes_of(boms[i].bom, boms[i].len);
		g_byte_array_append(bytes, body->data, body->len);
		g_autoptr(DdText) text = read_fine(bytes);
		g_assert_true(dd_text_had_bom(text));
		g_assert_cmpstr(string_of(text), ==, page);
		assert_traced(text, page, NULL, boms[i].encoding, boms[i].len);
	}
}

static void
test_lines(void)
{
	static const struct {
		const char *in;
		uint32_t count;
	} cases[] = {
		{"a", 1},
		{"a\n", 1},
		{"a\nb", 2},
		{"a\n\n", 2},
		{"\n\na", 3},
		{"a\r\nb\r\n", 2},
		{"a\rb\rc", 3},
		{"a\fb\nc", 2},
		{"a\r\n\r\nb", 3},
		{"a\xE2\x80\xA8"
		 "b",
			1},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(DdText) text = read_fine(bytes_of_string(cases[i].in));
		g_assert_cmpuint(dd_text_get_line_count(text), ==, cases[i].count);
	}
	g_autoptr(DdText) text = read_fine(bytes_of_string("một\n\nhai ba\n"));
	uint32_t end;
	g_assert_cmpuint(dd_text_get_line(text, 0, &end), ==, 0);
	g_assert_cmpuint(end, ==, 5);
	g_assert_cmpuint(dd_text_get_line(text, 1, &end), ==, 6);
	g_assert_cmpuint(end, ==, 6);
	g_assert_cmpuint(dd_text_get_line(text, 2, &end), ==, 7);
	g_assert_cmpuint(end, ==, 13);
	static const uint32_t lines[] = {0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2, 2, 2};
	for (uint32_t at = 0; at < G_N_ELEMENTS(lines); at++)
		g_assert_cmpuint(dd_text_find_line(text, at), ==, lines[at]);
}

static void
test_errors(void)
{
	static const struct {
		const char *bytes;
		size_t len;
		DdError code;
	} cases[] = {
		{"", 0, DD_ERROR_EMPTY},
		{" \n\t\r\n\f ", 8, DD_ERROR_EMPTY},
		{"\xEF\xBB\xBF", 3, DD_ERROR_EMPTY},
		{"\xFF\xFE", 2, DD_ERROR_EMPTY},
		{"\xC2\xA0\xE2\x80\x8B", 5, DD_ERROR_EMPTY},
		{"\0\0\0", 3, DD_ERROR_EMPTY},
		{"%PDF-1.7\nxyz", 12, DD_ERROR_UNSUPPORTED},
		{"PK\3\4......", 10, DD_ERROR_UNSUPPORTED},
		{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....", 12, DD_ERROR_UNSUPPORTED},
		{"\x89PNG\r\n\x1A\n", 8, DD_ERROR_UNSUPPORTED},
		{"{\\rtf1 a}", 9, DD_ERROR_UNSUPPORTED},
		{"ab\0\0\0c\0\0\1\2\0\0\0\0\0\xFF\xFE\0\0\0\0", 21, DD_ERROR_INVALID_DATA},
		{"\x93\xFA\x96\x7B\x8C\xEA\x82\xCC\x95\xB6\x8F\xCD\x82\xC5\x82\xB7", 16,
			DD_ERROR_INVALID_DATA},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(DdText)
			text = dd_text_new_take(bytes_of(cases[i].bytes, cases[i].len), &error);
		g_test_message("case %zu", i);
		g_assert_null(text);
		g_assert_error(error, DD_ERROR, (int)cases[i].code);
	}
}

static void
test_too_many_lines(void)
{
	size_t n = (8u << 20) + 2;
	GByteArray *bytes = g_byte_array_sized_new((guint)n);
	g_byte_array_set_size(bytes, (guint)n);
	memset(bytes->data, '\n', n);
	bytes->data[0] = 'a';
	g_autoptr(GError) error = NULL;
	g_autoptr(DdText) text = dd_text_new_take(bytes, &error);
	g_assert_null(text);
	g_assert_error(error, DD_ERROR, DD_ERROR_TOO_LARGE);
}

static void
test_damage(void)
{
	/* one broken byte in a page of UTF-8 becomes a space and nothing else moves */
	g_autofree char *damaged = g_strdup(page);
	char *hit = strstr(damaged, "Triển") + 3;
	*hit = '\xFF';
	g_autoptr(DdText) text = read_fine(bytes_of_string(damaged));
	g_assert_cmpint(dd_text_get_encoding(text), ==, DD_ENCODING_UTF8);
	g_assert_nonnull(strstr(string_of(text), "Tri   n khai thực hiện nhiệm vụ"));
	/* half a pair of surrogates and a lone byte at the end */
	g_autoptr(DdText) wide = read_fine(bytes_of("a\0 \0b\0\x00\xD8"
						    "c\0\x01\xDC.\0x",
		15));
	g_assert_cmpint(dd_text_get_encoding(wide), ==, DD_ENCODING_UTF16LE);
	g_assert_cmpstr(string_of(wide), ==, "a b c . ");
	g_autoptr(DdText) pair = read_fine(bytes_of("a\0 \0b\0\x3D\xD8\x00\xDE", 10));
	g_assert_cmpstr(string_of(pair), ==, "a b😀");
	g_autoptr(DdText) nul = read_fine(bytes_of("Kế\0hoạch", 12));
	g_assert_cmpstr(string_of(nul), ==, "Kế hoạch");
	/* a run of the invisible may be long but not free */
	GString *run = g_string_new("a");
	for (int i = 0; i < 1000; i++)
		g_string_append(run, "\xE2\x80\x8B");
	for (int i = 0; i < 1000; i++)
		g_string_append(run, "\xCC\x81");
	g_autofree char *long_run = g_string_free(run, FALSE);
	g_autoptr(DdText) bounded = read_fine(bytes_of_string(long_run));
	g_assert_true(g_utf8_validate(string_of(bounded), -1, NULL));
}

static void
test_blank(void)
{
	g_autoptr(DdText) text = read_fine(bytes_of_string("một\nhai bốn"));
	dd_text_blank(text, 4, 8);
	g_assert_cmpstr(string_of(text), ==, "mộ \n  i bốn");
	/* half a letter takes the whole one with it */
	dd_text_blank(text, 2, 3);
	g_assert_cmpstr(string_of(text), ==, "m    \n  i bốn");
	dd_text_blank(text, 100, 200);
}

/* Pieces that files are made of, whole and broken */
static const char *const pieces[] = {
	"a",
	" ",
	"\n",
	"\r",
	"\r\n",
	"\t",
	"\f",
	"ế",
	"ơ",
	"đ",
	"Ậ",
	"o\xCC\x9B\xCC\xA3",
	"â\xCC\x81",
	"u\xCC\xA3",
	"\xCC\x81",
	"\xCC\xA3",
	"\xE2\x80\x8B",
	"\xC2\xA0",
	"\xC2\xAD",
	"ﬃ",
	"–",
	"…",
	"\xEF\x82\xB7",
	"\xE1\xBA",
	"\xC3",
	"\xFF",
	"😀",
	"日",
	"\xE2\x84\xAB",
	"\xE1\x86\xA8",
	"\xE1\x84\x80",
	"\xE1\x85\xA1",
	"kế hoạch ",
	"Sở Nội vụ ",
	"\x01",
};

static uint32_t
count_line_ends(const guint8 *data, size_t len)
{
	uint32_t n = 0;
	for (size_t i = 0; i < len; i++)
		n += data[i] == '\n' ? i == 0 || data[i - 1] != '\r' : data[i] == '\r';
	return n;
}

static uint32_t
count_newlines(const char *text)
{
	uint32_t n = 0;
	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

static void
test_random(void)
{
	for (int round = 0; round < 300; round++) {
		GByteArray *bytes = bytes_of_string("kế hoạch ");
		int n = g_test_rand_int_range(1, 600);
		for (int i = 0; i < n; i++) {
			const char *piece = pieces[g_test_rand_int_range(0, G_N_ELEMENTS(pieces))];
			g_byte_array_append(bytes, (const guint8 *)piece, (guint)strlen(piece));
		}
		uint32_t line_ends = count_line_ends(bytes->data, bytes->len);
		uint32_t source_len = bytes->len;
		g_autofree guint8 *copy = g_memdup2(bytes->data, bytes->len);
		g_autoptr(GError) error = NULL;
		g_autoptr(DdText) text = dd_text_new_take_encoded(bytes, DD_ENCODING_UTF8, &error);
		g_assert_no_error(error);
		const char *string = string_of(text);
		g_assert_true(g_utf8_validate(string, -1, NULL));
		g_autofree char *nfc = g_utf8_normalize(string, -1, G_NORMALIZE_NFC);
		g_assert_cmpstr(string, ==, nfc);
		g_assert_cmpuint(count_newlines(string), ==, line_ends);
		uint32_t last = 0;
		for (uint32_t at = 0; string[at] != '\0'; at++) {
			uint32_t source = dd_text_to_source(text, at);
			g_assert_cmpuint(source, >=, last);
			g_assert_cmpuint(source, <, source_len);
			/* ASCII stands for itself, for what becomes a space, or for a line end */
			if (g_ascii_isalpha(string[at]) && copy[source] < 0x80)
				g_assert_cmpint(string[at], ==, copy[source]);
			if (string[at] == '\n')
				g_assert_true(copy[source] == '\n' || copy[source] == '\r');
			last = source;
		}
		g_assert_cmpuint(dd_text_to_source(text, (uint32_t)strlen(string)), ==, source_len);
	}
}

/* Lines that are made count as lines of the text, and stand in those of the file */
static void
test_break(void)
{
	g_autoptr(DdText) text = read_fine(bytes_of_string("ab|cd\nef|gh|\nij"));
	static const uint32_t at[] = {2, 8, 11};
	static const struct {
		uint32_t start, end, of_file;
	} lines[] = {{0, 2, 0}, {3, 5, 0}, {6, 8, 1}, {9, 11, 1}, {12, 12, 1}, {13, 15, 2}};
	dd_text_break(text, at, G_N_ELEMENTS(at));
	g_assert_cmpuint(dd_text_get_line_count(text), ==, G_N_ELEMENTS(lines));
	for (uint32_t i = 0; i < G_N_ELEMENTS(lines); i++) {
		uint32_t end, start = dd_text_get_line(text, i, &end);
		g_assert_cmpuint(start, ==, lines[i].start);
		g_assert_cmpuint(end, ==, lines[i].end);
		g_assert_cmpuint(dd_text_find_line(text, start), ==, i);
		g_assert_cmpuint(dd_text_line_of_file(text, i), ==, lines[i].of_file);
	}
}

static void
test_random_bytes(void)
{
	for (int round = 0; round < 400; round++) {
		GByteArray *bytes = g_byte_array_new();
		int n = g_test_rand_int_range(1, 900);
		for (int i = 0; i < n; i++) {
			guint8 byte = (guint8)g_test_rand_int_range(round % 2 == 0 ? 0 : 32, 256);
			g_byte_array_append(bytes, &byte, 1);
		}
		guint len = bytes->len;
		DdEncoding encoding = (DdEncoding)(round % DD_ENCODING_LAST);
		g_autoptr(GError) error = NULL;
		g_autoptr(DdText) text = round % 3 == 0
						 ? dd_text_new_take(bytes, &error)
						 : dd_text_new_take_encoded(bytes, encoding, &error);
		g_assert_true((text == NULL) == (error != NULL));
		if (text == NULL)
			continue;
		g_assert_true(g_utf8_validate(string_of(text), -1, NULL));
		uint32_t last = 0;
		for (uint32_t at = 0; at < strlen(string_of(text)); at++) {
			g_assert_cmpuint(dd_text_to_source(text, at), >=, last);
			last = dd_text_to_source(text, at);
			g_assert_cmpuint(last, <, len);
		}
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/text/round-trips", test_round_trips);
	g_test_add_func("/text/short", test_short_ones);
	g_test_add_func("/text/misread", test_misread);
	g_test_add_func("/text/tcvn3-capitals", test_tcvn3_capitals);
	g_test_add_func("/text/forms", test_forms);
	g_test_add_func("/text/same-memory", test_same_memory);
	g_test_add_func("/text/traces", test_traces);
	g_test_add_func("/text/lines", test_lines);
	g_test_add_func("/text/errors", test_errors);
	g_test_add_func("/text/too-many-lines", test_too_many_lines);
	g_test_add_func("/text/damage", test_damage);
	g_test_add_func("/text/blank", test_blank);
	g_test_add_func("/text/random", test_random);
	g_test_add_func("/text/random-bytes", test_random_bytes);
	g_test_add_func("/text/break", test_break);
	return g_test_run();
}

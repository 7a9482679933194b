/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-segments.c: the segments that names of offices and posts are made of; provinces in a letterhead */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "near.h"
#include "syllable.h"

#define FOLD_MAX 160u
#define WORDS_MAX 40u
#define SAMPLE_BYTES 65536u

/* Segments of names of offices and posts with their capitals (NĐ 30/2020, Annex II); the longest that fits counts. */
static const struct {
	const char *text;
	unsigned flags;
} segments[] = {
#define K DD_SEGMENT_KIND
#define P DD_SEGMENT_POST
#define N DD_SEGMENT_PROPER
#define O DD_SEGMENT_OWN
	/* words that only begin like a kind of office */
	{"Ban hành", 0},
	{"Ban bố", 0},
	{"Bộ máy", 0},
	{"Bộ tiêu chí", 0},
	{"Bộ quy tắc", 0},
	{"Bộ thủ tục", 0},
	{"Bộ đơn giá", 0},
	{"Hội nghị", 0},
	{"Hội nhập", 0},
	{"Hội thi", 0},
	{"Hội thảo", 0},
	{"Sở hữu", 0},
	{"Đoàn kết", 0},
	{"Viện trợ", 0},
	{"Trường hợp", 0},
	{"Ủy ban nhân dân", K},
	{"UBND", K},
	{"Hội đồng nhân dân", K},
	{"HĐND", K},
	{"Ủy ban Mặt trận Tổ quốc Việt Nam", K},
	{"Ủy ban MTTQ Việt Nam", K},
	{"UBMTTQ", K},
	{"Mặt trận Tổ quốc Việt Nam", K},
	{"Mặt trận Tổ quốc", 0},
	{"Ủy ban Kiểm tra", K},
	{"Ủy ban Dân tộc", K},
	{"Ủy ban", K},
	{"Quốc hội", K},
	{"Ủy ban Thường vụ Quốc hội", K},
	{"Chính phủ", K},
	{"Văn phòng Chính phủ", K},
	{"Bộ Chỉ huy Quân sự", K},
	{"Ban Chỉ huy Quân sự", K},
	{"Bộ Chỉ huy Bộ đội Biên phòng", K},
	{"Bộ Tư lệnh", K},
	{"Bộ", K},
	{"Sở", K},
	{"Tổng cục", K},
	{"Chi cục", K},
	{"Cục", K},
	{"Cục Quản lý Khám, chữa bệnh", K},
	{"Vụ", K},
	{"Ban Quản lý dự án", K},
	{"Ban Quản lý", K},
	{"BQL", K},
	{"Ban Chỉ đạo", K},
	{"BCĐ", K},
	{"Ban Chấp hành", K},
	{"BCH", K},
	{"Ban Thường vụ", K},
	{"Ban Thường trực", K},
	{"Ban Tổ chức", K},
	{"Ban Tuyên giáo", K},
	{"Ban Tuyên giáo và Dân vận", K},
	{"Ban Dân vận", K},
	{"Ban Nội chính", K},
	{"Ban Chỉ huy", K},
	{"Ban Giám đốc", K},
	{"Ban", K},
	{"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân", K},
	{"Văn phòng", K},
	{"Phòng", K},
	{"Trường", K | O},
	{"Trường Đại học", K | O},
	{"Đại học", K | O},
	{"Học viện", K | O},
	{"Cao đẳng", 0},
	{"Trường Cao đẳng", K | O},
	{"Trường Chính trị", K | O},
	{"Trung học phổ thông", N},
	{"Trung học cơ sở", N},
	{"Tiểu học", N},
	{"Mầm non", N},
	{"Mẫu giáo", N},
	{"THPT", N},
	{"THCS", N},
	{"Tiểu học và Trung học cơ sở", N},
	{"Phổ thông Dân tộc nội trú", N},
	{"Phổ thông Dân tộc bán trú", N},
	{"Bệnh viện", K | O | N},
	{"Ung bướu", 0},
	{"Tâm thần", 0},
	{"Da liễu", 0},
	{"Nội tiết", 0},
	{"Lão khoa", 0},
	{"Tim mạch", 0},
	{"Bệnh nhiệt đới", 0},
	{"Truyền máu Huyết học", 0},
	{"Huyết học - Truyền máu", 0},
	{"Chấn thương Chỉnh hình", 0},
	{"Y Dược", 0},
	{"Quân y", 0},
	{"Điều dưỡng", 0},
	{"Hữu nghị", 0},
	{"Bệnh viện Đa khoa", K | O | N},
	{"Đa khoa", N},
	{"Đa khoa khu vực", N},
	{"Sản - Nhi", 0},
	{"Sản Nhi", 0},
	{"Phụ sản", 0},
	{"Phụ sản - Nhi", 0},
	{"Nhi đồng", 0},
	{"Y học cổ truyền", 0},
	{"Y Dược cổ truyền", 0},
	{"Phục hồi chức năng", 0},
	{"Lao và Bệnh phổi", 0},
	{"Răng Hàm Mặt", 0},
	{"Tai Mũi Họng", 0},
	{"Trung tâm Y tế", K},
	{"Trung tâm Kiểm soát bệnh tật", K},
	{"Trung tâm", K},
	{"Trạm Y tế", K},
	{"Trạm", K},
	{"Viện", K | O},
	{"Viện kiểm sát nhân dân", K},
	{"Viện kiểm sát nhân dân tối cao", K | DD_SEGMENT_OWN},
	{"Tòa án nhân dân", K},
	{"Tòa án nhân dân tối cao", K | DD_SEGMENT_OWN},
	{"Thanh tra", K},
	{"Kiểm toán nhà nước", K},
	{"Công an", K},
	{"Kho bạc Nhà nước", K},
	{"Ngân hàng Nhà nước", K},
	{"Ngân hàng Nhà nước Việt Nam", K},
	{"Ngân hàng Chính sách xã hội", K},
	{"Ngân hàng", K},
	{"Bảo hiểm xã hội", K},
	{"Bảo hiểm xã hội Việt Nam", K},
	{"Tổng Liên đoàn Lao động Việt Nam", K},
	{"Liên đoàn Lao động", K},
	{"Liên đoàn", K},
	{"Công đoàn", K},
	{"Hội Nông dân", K},
	{"Hội Liên hiệp Phụ nữ", K},
	{"Hội Cựu chiến binh", K},
	{"Hội Chữ thập đỏ", K},
	{"Hội", K},
	{"Hội đồng", K},
	{"Liên minh Hợp tác xã", K},
	{"Liên hiệp các Hội Khoa học và Kỹ thuật", K},
	{"Đoàn Thanh niên Cộng sản Hồ Chí Minh", K},
	{"Đoàn TNCS Hồ Chí Minh", K},
	{"Đoàn kiểm tra", K},
	{"Đoàn", K},
	{"Tỉnh đoàn", K | N},
	{"Huyện đoàn", K | N},
	{"Thành đoàn", K | N},
	{"Đảng bộ", K},
	{"Đảng ủy", K},
	{"Tỉnh ủy", K | N},
	{"Huyện ủy", K | N},
	{"Thành ủy", K | N},
	{"Thị ủy", K | N},
	{"Quận ủy", K | N},
	{"Chi bộ", K},
	{"Công ty", K | O},
	{"Tổng công ty", K | O},
	{"Tập đoàn", K | O},
	{"Công ty Cổ phần", K | O},
	{"Công ty TNHH", K | O},
	{"Điện lực", K},
	{"Bưu điện", K},
	{"Đài Phát thanh và Truyền hình", K},
	{"Đài Phát thanh - Truyền hình", K},
	{"Báo", K},
	{"Thư viện", K},
	{"Bảo tàng", K},
	{"Cục Thuế", K},
	{"Chi cục Thuế", K},
	{"Thuế", K},
	{"Cục Thống kê", K},
	{"Cục Hải quan", K},
	{"Quỹ", K},
	{"Tổ", K},
	{"Hạt Kiểm lâm", K},
	{"Vườn Quốc gia", K | N},
	{"Khu kinh tế", 0},
	{"Tòa án", K},
	{"Khoa học và Công nghệ", 0},
	{"Khoa học Công nghệ", 0},
	{"Giáo dục và Đào tạo", 0},
	{"Kế hoạch và Đầu tư", 0},
	{"Kế hoạch và Tài chính", 0},
	{"Tài nguyên và Môi trường", 0},
	{"Nông nghiệp và Phát triển nông thôn", 0},
	{"Nông nghiệp và Môi trường", 0},
	{"Lao động - Thương binh và Xã hội", 0},
	{"Văn hóa, Thể thao và Du lịch", 0},
	{"Văn hóa và Thể thao", 0},
	{"Văn hóa - Xã hội", 0},
	{"Văn hóa và Thông tin", 0},
	{"Thông tin và Truyền thông", 0},
	{"Giao thông vận tải", 0},
	{"Công Thương", 0},
	{"Tài chính", 0},
	{"Nội vụ", 0},
	{"Tư pháp", 0},
	{"Y tế", 0},
	{"Xây dựng", 0},
	{"Du lịch", 0},
	{"Ngoại vụ", 0},
	{"Ngoại giao", 0},
	{"Quốc phòng", 0},
	{"Dân tộc và Tôn giáo", 0},
	{"Dân tộc", 0},
	{"Quy hoạch - Kiến trúc", 0},
	{"Kinh tế", 0},
	{"Kinh tế và Hạ tầng", 0},
	{"Kinh tế, Hạ tầng và Đô thị", 0},
	{"Quản lý đô thị", 0},
	{"Tài chính - Kế hoạch", 0},
	{"Việt Nam", N},
	{"Trung ương", 0},
	{"Hồ Chí Minh", N},
	{"Nhân dân", 0},
	{"Nhà nước", 0},
	{"Quốc gia", 0},
	{"Chủ tịch", P},
	{"Phó Chủ tịch", P},
	{"Giám đốc", P},
	{"Phó Giám đốc", P},
	{"Tổng Giám đốc", P},
	{"Phó Tổng Giám đốc", P},
	{"Bộ trưởng", P},
	{"Thứ trưởng", P},
	{"Thủ tướng", P},
	{"Thủ tướng Chính phủ", P},
	{"Phó Thủ tướng", P},
	{"Tổng Bí thư", P},
	{"Chánh Văn phòng", P},
	{"Phó Chánh Văn phòng", P},
	{"Chánh Thanh tra", P},
	{"Phó Chánh Thanh tra", P},
	{"Chánh án", P},
	{"Phó Chánh án", P},
	{"Viện trưởng", P},
	{"Phó Viện trưởng", P},
	{"Hiệu trưởng", P},
	{"Phó Hiệu trưởng", P},
	{"Bí thư", P},
	{"Phó Bí thư", P},
	{"Thường trực", 0},
	{"Bí thư Thường trực", P},
	{"Phó Bí thư Thường trực", P},
	{"Trưởng ban", P},
	{"Phó Trưởng ban", P},
	{"Trưởng phòng", P},
	{"Phó Trưởng phòng", P},
	{"Phó trưởng phòng", P},
	{"Trưởng đoàn", P},
	{"Phó Trưởng đoàn", P},
	{"Cục trưởng", P},
	{"Phó Cục trưởng", P},
	{"Vụ trưởng", P},
	{"Phó Vụ trưởng", P},
	{"Tổng Cục trưởng", P},
	{"Phó Tổng Cục trưởng", P},
	{"Chi cục trưởng", P},
	{"Phó Chi cục trưởng", P},
	{"Chủ nhiệm", P},
	{"Phó Chủ nhiệm", P},
	{"Tổng Thanh tra", P},
	{"Thống đốc", P},
	{"Phó Thống đốc", P},
	{"Trưởng khoa", P},
	{"Tổ trưởng", P},
	{"Tổng Biên tập", P},
	{"Ủy viên Ban Thường vụ", P},
	{"Ủy viên Thường trực", P},
	{"Phó Tổng Thanh tra", P},
	{"Chỉ huy trưởng", P},
	{"Chính ủy", P},
	{"Trưởng Công an", P},
	{"Phó Trưởng Công an", P},
	{"Phụ trách", P},
	{"Quyền Giám đốc", P},
	{"Quyền Chủ tịch", P},
	{"Hạt trưởng", P},
	{"Trạm trưởng", P},
	{"Thủ trưởng", P},
	{"Tổng Kiểm toán nhà nước", P},
	{"Kế toán trưởng", P},
	{"Trưởng trạm", P},
	{"Phó Chính ủy", P},
	{"Trưởng Ban", P},
	{"Phó Tư lệnh", P},
	{"Tư lệnh", P},
	{"Khoa", K},
	{"Khoa học", 0},
	{"Bộ môn", K},
	{"Thi hành án dân sự", K},
	{"Cục Thi hành án dân sự", K},
	{"cơ sở", 0},
	{"Thuế cơ sở", K},
	{"Phòng, chống", 0},
	{"Phòng, chống tội phạm", 0},
	{"Phòng, chống thiên tai", 0},
	{"Phòng, chống ma túy", 0},
	{"Phòng, chống tham nhũng", 0},
	{"ngành Giáo dục", 0},
	{"ngành Y tế", 0},
	{"quốc gia", 0},
	{"miền Bắc", 0},
	{"miền Trung", 0},
	{"miền Nam", 0},
	{"khu vực", DD_SEGMENT_LEVEL},
	{"thành phố", DD_SEGMENT_LEVEL},
	{"tỉnh", DD_SEGMENT_LEVEL},
	{"huyện", DD_SEGMENT_LEVEL},
	{"quận", DD_SEGMENT_LEVEL},
	{"thị xã", DD_SEGMENT_LEVEL},
	{"thị trấn", DD_SEGMENT_LEVEL},
	{"xã", DD_SEGMENT_LEVEL},
	{"phường", DD_SEGMENT_LEVEL},
	{"đặc khu", DD_SEGMENT_LEVEL},
	{"TP.", DD_SEGMENT_LEVEL},
	{"TP", DD_SEGMENT_LEVEL},
#undef K
#undef P
#undef N
#undef O
};

/* Returns: TRUE when the words have the same letters, marks counted, wherever a tone is written */
static bool
same_letters(const char *text, size_t len, const char *word)
{
	unsigned tones[2] = {0}, n[2] = {0};
	uint8_t bases[2][24];
	const char *at[2] = {text, word}, *ends[2] = {text + len, word + strlen(word)};
	for (int i = 0; i < 2; i++)
		while (at[i] < ends[i]) {
			gunichar c;
			at[i] += dd_utf8_next(at[i], ends[i], &c);
			DdLetter letter = dd_letter_of(c);
			if (letter.base == 0)
				continue;
			if (n[i] == G_N_ELEMENTS(bases[i]))
				return false;
			bases[i][n[i]++] = letter.base;
			tones[i] = letter.tone != 0 ? letter.tone : tones[i];
		}
	return n[0] == n[1] && tones[0] == tones[1] && memcmp(bases[0], bases[1], n[0]) == 0;
}

/* Bare first letters of the first two words: a cheap look before the dear comparison */
typedef struct {
	char first, second; /* 0: no such word */
} Initials;

static char
fold_at(const char *text, const char *end)
{
	gunichar c;
	if (text >= end)
		return 0;
	if ((unsigned char)*text < 0x80)
		return dd_letters_ascii[(unsigned char)*text].fold;
	(void)dd_utf8_next(text, end, &c);
	return dd_letter_of(c).fold;
}

static Initials
initials_of(const char *text, size_t len)
{
	const char *end = text + len, *second = memchr(text, ' ', len);
	while (second != NULL && second < end && *second == ' ')
		second++;
	return (Initials){fold_at(text, end), second != NULL ? fold_at(second, end) : 0};
}

static bool
may_begin(const DdContext *context, Initials initials, const char *segment)
{
	if (context->damage == DD_DAMAGE_HEAVY)
		return true;
	if (fold_at(segment, segment + 4) != initials.first)
		return false;
	const char *second = strchr(segment, ' ');
	return second == NULL || fold_at(second + 1, second + 5) == initials.second;
}

/*
 * In damaged text one half edit in @share letters is forgiven.
 * Returns: bytes of @text that spell @segment, a whole number of words; 0 when they do not
 */
static size_t
match_segment(
	const DdContext *context, const char *text, size_t len, const char *segment, unsigned share)
{
	char want[64], found[64];
	size_t n = dd_near_fold(segment, strlen(segment), want, sizeof(want)), words = 1, end = 0;
	for (size_t i = 0; i < n; i++)
		words += want[i] == ' ';
	for (size_t w = 0; w < words; w++) {
		while (end < len && (unsigned char)text[end] <= ' ')
			end++;
		while (end < len && (unsigned char)text[end] > ' ')
			end++;
	}
	size_t whole = end;
	while (end > 0 && strchr(",;.:", text[end - 1]) != NULL &&
		segment[strlen(segment) - 1] != text[end - 1])
		end--;
	size_t m = dd_near_fold(text, MIN(end, 120), found, sizeof(found));
	unsigned max = context->damage == DD_DAMAGE_HEAVY   ? (unsigned)n / share
		       : context->damage == DD_DAMAGE_LIGHT ? (unsigned)n / 8
							    : 0;
	if (words == 1 && context->damage == DD_DAMAGE_NONE && !same_letters(text, end, segment))
		return 0; /* "VIÊN" is not "Viện" */
	bool same = m == n && memcmp(found, want, n) == 0;
	if (whole == 0 || found[0] == '\0' || (max == 0 && !same))
		return 0;
	return same || dd_near_distance(found, m, want, n, max) <= max ? end : 0;
}

const char *
dd_head_segment_find(const DdContext *context, const char *text, size_t len, unsigned *flags_out,
	size_t *len_out)
{
	const char *found = NULL;
	Initials initials = initials_of(text, len);
	*len_out = 0;
	*flags_out = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(segments); i++) {
		if (!may_begin(context, initials, segments[i].text))
			continue;
		size_t n = match_segment(context, text, len, segments[i].text, 6);
		if (n > *len_out) {
			*len_out = n;
			*flags_out = segments[i].flags;
			found = segments[i].text;
		}
	}
	return found;
}

unsigned
dd_head_segment_at(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	unsigned flags;
	(void)dd_head_segment_find(context, text, len, &flags, len_out);
	return flags;
}

const char *
dd_head_province_at(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	size_t n_provinces;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces);
	const char *found = NULL;
	Initials initials = initials_of(text, len);
	*len_out = 0;
	for (size_t i = 0; i < n_provinces; i++) {
		if (!may_begin(context, initials, provinces[i].name))
			continue;
		size_t n = match_segment(context, text, len, provinces[i].name, 4);
		if (n > *len_out) {
			*len_out = n;
			found = provinces[i].name;
		}
	}
	return found;
}

const DdProvince *
dd_head_province_near(const DdContext *context, const char *name)
{
	char want[FOLD_MAX], have[64];
	size_t n = dd_near_fold(name, strlen(name), want, sizeof(want)), n_provinces;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces),
			 *found = NULL;
	unsigned max = context->damage == DD_DAMAGE_NONE ? 0 : (unsigned)n / 4, best = max + 1;
	bool tie = false;
	for (size_t i = 0; i < n_provinces; i++) {
		size_t m = dd_near_fold(
			provinces[i].name, strlen(provinces[i].name), have, sizeof(have));
		unsigned distance = dd_near_distance(want, n, have, m, max);
		tie = distance == best ? true : distance < best ? false : tie;
		if (distance < best) {
			best = distance;
			found = &provinces[i];
		}
	}
	return best <= max && !tie ? found : NULL;
}

const DdProvince *
dd_head_province_frequent(const DdContext *context)
{
	size_t n_provinces, best = 0;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces);
	g_autofree unsigned *counts = g_new0(unsigned, n_provinces + 1);
	const char *at = context->chars, *end = context->chars + MIN(context->len, SAMPLE_BYTES);
	static const char cue[] = "tỉnh ";
	while ((at = dd_head_search(at, (size_t)(end - at), cue)) != NULL) {
		at += sizeof(cue) - 1;
		for (size_t i = 0; i < n_provinces; i++) {
			size_t n = strlen(provinces[i].name);
			if ((size_t)(end - at) > n && memcmp(at, provinces[i].name, n) == 0)
				counts[i]++;
			best = counts[i] > counts[best] ? i : best;
		}
	}
	return counts[best] > 0 ? &provinces[best] : NULL;
}

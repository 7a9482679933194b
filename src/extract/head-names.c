/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-names.c: names in capitals put into normal letters; the issuer put together from its lines; provinces, persons */
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
	{"Ủy ban nhân dân", K}, {"UBND", K}, {"Hội đồng nhân dân", K}, {"HĐND", K}, {"Ủy ban Mặt trận Tổ quốc Việt Nam", K},
	{"Ủy ban MTTQ Việt Nam", K}, {"UBMTTQ", K}, {"Mặt trận Tổ quốc Việt Nam", K}, {"Mặt trận Tổ quốc", 0},
	{"Ủy ban Kiểm tra", K}, {"Ủy ban Dân tộc", K}, {"Ủy ban", K}, {"Quốc hội", K}, {"Ủy ban Thường vụ Quốc hội", K},
	{"Chính phủ", K}, {"Văn phòng Chính phủ", K}, {"Bộ Chỉ huy Quân sự", K}, {"Ban Chỉ huy Quân sự", K},
	{"Bộ Chỉ huy Bộ đội Biên phòng", K}, {"Bộ Tư lệnh", K}, {"Bộ", K}, {"Sở", K}, {"Tổng cục", K}, {"Chi cục", K},
	{"Cục", K}, {"Vụ", K}, {"Ban Quản lý dự án", K}, {"Ban Quản lý", K}, {"BQL", K}, {"Ban Chỉ đạo", K}, {"BCĐ", K},
	{"Ban Chấp hành", K}, {"BCH", K}, {"Ban Thường vụ", K}, {"Ban Thường trực", K}, {"Ban Tổ chức", K}, {"Ban Tuyên giáo", K},
	{"Ban Tuyên giáo và Dân vận", K}, {"Ban Dân vận", K}, {"Ban Nội chính", K}, {"Ban Chỉ huy", K}, {"Ban Giám đốc", K}, {"Ban", K},
	{"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân", K}, {"Văn phòng", K}, {"Phòng", K},
	{"Trường", K | O}, {"Trường Đại học", K | O}, {"Đại học", K | O}, {"Học viện", K | O}, {"Cao đẳng", 0}, {"Trường Cao đẳng", K | O},
	{"Trường Chính trị", K | O}, {"Trung học phổ thông", N}, {"Trung học cơ sở", N}, {"Tiểu học", N}, {"Mầm non", N}, {"Mẫu giáo", N},
	{"THPT", N}, {"THCS", N}, {"Tiểu học và Trung học cơ sở", N}, {"Phổ thông Dân tộc nội trú", N}, {"Phổ thông Dân tộc bán trú", N},
	{"Bệnh viện", K | O}, {"Bệnh viện Đa khoa", K | O | N}, {"Đa khoa", N}, {"Đa khoa khu vực", N}, {"Sản - Nhi", 0},
	{"Trung tâm Y tế", K}, {"Trung tâm Kiểm soát bệnh tật", K}, {"Trung tâm", K}, {"Trạm Y tế", K}, {"Trạm", K}, {"Viện", K | O},
	{"Viện kiểm sát nhân dân", K}, {"Tòa án nhân dân", K}, {"Thanh tra", K}, {"Kiểm toán nhà nước", K}, {"Công an", K}, {"Kho bạc Nhà nước", K},
	{"Ngân hàng Nhà nước", K}, {"Ngân hàng Nhà nước Việt Nam", K}, {"Ngân hàng Chính sách xã hội", K}, {"Ngân hàng", K}, {"Bảo hiểm xã hội", K}, {"Bảo hiểm xã hội Việt Nam", K},
	{"Tổng Liên đoàn Lao động Việt Nam", K}, {"Liên đoàn Lao động", K}, {"Liên đoàn", K}, {"Công đoàn", K}, {"Hội Nông dân", K},
	{"Hội Liên hiệp Phụ nữ", K}, {"Hội Cựu chiến binh", K}, {"Hội Chữ thập đỏ", K}, {"Hội", K}, {"Hội đồng", K}, {"Liên minh Hợp tác xã", K},
	{"Liên hiệp các Hội Khoa học và Kỹ thuật", K}, {"Đoàn Thanh niên Cộng sản Hồ Chí Minh", K}, {"Đoàn TNCS Hồ Chí Minh", K}, {"Đoàn kiểm tra", K}, {"Đoàn", K}, {"Tỉnh đoàn", K | N}, {"Huyện đoàn", K | N}, {"Thành đoàn", K | N},
	{"Đảng bộ", K}, {"Đảng ủy", K}, {"Tỉnh ủy", K | N}, {"Huyện ủy", K | N}, {"Thành ủy", K | N}, {"Thị ủy", K | N}, {"Quận ủy", K | N}, {"Chi bộ", K},
	{"Công ty", K | O}, {"Tổng công ty", K | O}, {"Tập đoàn", K | O}, {"Công ty Cổ phần", K | O}, {"Công ty TNHH", K | O}, {"Điện lực", K}, {"Bưu điện", K},
	{"Đài Phát thanh và Truyền hình", K}, {"Đài Phát thanh - Truyền hình", K}, {"Báo", K}, {"Thư viện", K}, {"Bảo tàng", K}, {"Cục Thuế", K}, {"Chi cục Thuế", K}, {"Thuế", K},
	{"Cục Thống kê", K}, {"Cục Hải quan", K}, {"Quỹ", K}, {"Tổ", K}, {"Hạt Kiểm lâm", K}, {"Vườn Quốc gia", K | N}, {"Khu kinh tế", 0}, {"Tòa án", K},
	{"Khoa học và Công nghệ", 0}, {"Khoa học Công nghệ", 0}, {"Giáo dục và Đào tạo", 0}, {"Kế hoạch và Đầu tư", 0}, {"Kế hoạch và Tài chính", 0}, {"Tài nguyên và Môi trường", 0},
	{"Nông nghiệp và Phát triển nông thôn", 0}, {"Nông nghiệp và Môi trường", 0}, {"Lao động - Thương binh và Xã hội", 0},
	{"Văn hóa, Thể thao và Du lịch", 0}, {"Văn hóa và Thể thao", 0}, {"Văn hóa - Xã hội", 0}, {"Văn hóa và Thông tin", 0}, {"Thông tin và Truyền thông", 0}, {"Giao thông vận tải", 0},
	{"Công Thương", 0}, {"Tài chính", 0}, {"Nội vụ", 0}, {"Tư pháp", 0}, {"Y tế", 0}, {"Xây dựng", 0}, {"Du lịch", 0}, {"Ngoại vụ", 0}, {"Ngoại giao", 0}, {"Quốc phòng", 0},
	{"Dân tộc và Tôn giáo", 0}, {"Dân tộc", 0}, {"Quy hoạch - Kiến trúc", 0}, {"Kinh tế", 0}, {"Kinh tế và Hạ tầng", 0}, {"Kinh tế, Hạ tầng và Đô thị", 0}, {"Quản lý đô thị", 0},
	{"Tài chính - Kế hoạch", 0}, {"Việt Nam", N}, {"Trung ương", 0}, {"Hồ Chí Minh", N}, {"Nhân dân", 0}, {"Nhà nước", 0}, {"Quốc gia", 0},
	{"Chủ tịch", P}, {"Phó Chủ tịch", P}, {"Giám đốc", P}, {"Phó Giám đốc", P}, {"Tổng Giám đốc", P}, {"Phó Tổng Giám đốc", P}, {"Bộ trưởng", P},
	{"Thứ trưởng", P}, {"Thủ tướng", P}, {"Thủ tướng Chính phủ", P}, {"Phó Thủ tướng", P}, {"Tổng Bí thư", P}, {"Chánh Văn phòng", P}, {"Phó Chánh Văn phòng", P}, {"Chánh Thanh tra", P},
	{"Phó Chánh Thanh tra", P}, {"Chánh án", P}, {"Phó Chánh án", P}, {"Viện trưởng", P}, {"Phó Viện trưởng", P}, {"Hiệu trưởng", P}, {"Phó Hiệu trưởng", P},
	{"Bí thư", P}, {"Phó Bí thư", P}, {"Thường trực", 0}, {"Bí thư Thường trực", P}, {"Phó Bí thư Thường trực", P}, {"Trưởng ban", P}, {"Phó Trưởng ban", P}, {"Trưởng phòng", P}, {"Phó Trưởng phòng", P}, {"Phó trưởng phòng", P},
	{"Trưởng đoàn", P}, {"Phó Trưởng đoàn", P}, {"Cục trưởng", P}, {"Phó Cục trưởng", P}, {"Vụ trưởng", P}, {"Phó Vụ trưởng", P}, {"Tổng Cục trưởng", P}, {"Phó Tổng Cục trưởng", P}, {"Chi cục trưởng", P},
	{"Phó Chi cục trưởng", P}, {"Chủ nhiệm", P}, {"Phó Chủ nhiệm", P}, {"Tổng Thanh tra", P}, {"Thống đốc", P}, {"Phó Thống đốc", P}, {"Trưởng khoa", P}, {"Tổ trưởng", P}, {"Tổng Biên tập", P}, {"Ủy viên Ban Thường vụ", P}, {"Ủy viên Thường trực", P}, {"Phó Tổng Thanh tra", P},
	{"Chỉ huy trưởng", P}, {"Chính ủy", P}, {"Trưởng Công an", P}, {"Phó Trưởng Công an", P}, {"Phụ trách", P}, {"Quyền Giám đốc", P}, {"Quyền Chủ tịch", P}, {"Hạt trưởng", P}, {"Trạm trưởng", P}, {"Thủ trưởng", P}, {"Tổng Kiểm toán nhà nước", P}, {"Kế toán trưởng", P}, {"Trưởng trạm", P}, {"Phó Chính ủy", P}, {"Trưởng Ban", P}, {"Phó Tư lệnh", P}, {"Tư lệnh", P},
	{"thành phố", DD_SEGMENT_LEVEL}, {"tỉnh", DD_SEGMENT_LEVEL}, {"huyện", DD_SEGMENT_LEVEL}, {"quận", DD_SEGMENT_LEVEL}, {"thị xã", DD_SEGMENT_LEVEL}, {"thị trấn", DD_SEGMENT_LEVEL}, {"xã", DD_SEGMENT_LEVEL},
	{"phường", DD_SEGMENT_LEVEL}, {"đặc khu", DD_SEGMENT_LEVEL}, {"TP.", DD_SEGMENT_LEVEL}, {"TP", DD_SEGMENT_LEVEL},
#undef K
#undef P
#undef N
#undef O
};

/* Provinces and cities under the centre before 1 July 2025; the 34 of today bear names of these */
static const char *const provinces[] = {
	"An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương", "Bình Định",
	"Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai",
	"Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình",
	"Hồ Chí Minh", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng",
	"Long An", "Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam",
	"Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa",
	"Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái",
};
static const char *const cities[] = {"Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ", "Huế"};

static const char *const surnames[] = {
	"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh",
	"Trương", "Lâm", "Đoàn", "Mai", "Cao", "Tạ", "Hà", "Chu", "Thái", "Trịnh", "Đào", "Lương", "Tô", "Vương", "Tăng", "Lưu", "Nông",
	"Hứa", "Quách", "Kiều", "Thạch", "Lò", "Giàng", "Vàng", "Sùng", "Thào", "Triệu", "Đàm", "Phùng", "Tống", "Doãn", "Nghiêm",
	"Châu", "Quàng", "Cầm", "Tòng", "Lầu", "Hạng", "Hầu", "Phàn", "Văn", "Khổng", "Mạc", "Ma", "La", "Lục", "Ninh", "Từ", "Sầm",
	"Vi", "Viên", "Bạch", "Khương", "Thân", "Tiêu", "Ông", "Âu", "Kim", "Danh", "Sơn", "Điểu", "Ksor", "Siu", "Nay", "Ka", "Y", "A",
};
/* Middle and given names whose bare letters are hardly ever another name */
static const char *const given[] = {
	"Thị", "Văn", "Ngọc", "Quốc", "Hữu", "Minh", "Thanh", "Xuân", "Công", "Đình", "Hồng", "Thu", "Trung", "Quang", "Bá", "Duy",
	"Tấn", "Viết", "Trọng", "Phương", "Bích", "Lan", "Nam", "Sơn", "Tuấn", "Thắng", "Hiếu", "Hải", "Hương", "Hạnh", "Vinh",
	"Khánh", "Phúc", "Long", "Nga", "Huyền", "Mai", "Linh", "Trang", "Lệ", "Yến", "Hoài", "Diệu", "Nhung", "Loan", "Thủy",
};

static bool
same_fold(const char *a, const char *b)
{
	char x[64], y[64];
	size_t n = dd_near_fold(a, strlen(a), x, sizeof(x));
	return dd_near_fold(b, strlen(b), y, sizeof(y)) == n && memcmp(x, y, n) == 0;
}

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

/* Returns: bytes of @text that spell @segment, a whole number of words; 0 when they do not */
static size_t
match_segment(const DdContext *context, const char *text, size_t len, const char *segment)
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
	while (end > 0 && strchr(",;.:", text[end - 1]) != NULL && segment[strlen(segment) - 1] != text[end - 1])
		end--;
	size_t m = dd_near_fold(text, MIN(end, 120), found, sizeof(found));
	unsigned max = context->damage == DD_DAMAGE_HEAVY ? (unsigned)n / 6 : 0;
	if (words == 1 && context->damage == DD_DAMAGE_NONE && !same_letters(text, end, segment))
		return 0; /* "VIÊN" is not "Viện" */
	if (whole == 0 || found[0] == '\0' || (max == 0 && (m != n || memcmp(found, want, n) != 0)))
		return 0;
	return dd_near_distance(found, m, want, n, max) <= max ? end : 0;
}

/* Returns: index of the longest segment at @text, -1 none */
static int
find_segment(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	int found = -1;
	Initials initials = initials_of(text, len);
	*len_out = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(segments); i++) {
		if (!may_begin(context, initials, segments[i].text))
			continue;
		size_t n = match_segment(context, text, len, segments[i].text);
		if (n > *len_out) {
			*len_out = n;
			found = (int)i;
		}
	}
	return found;
}

unsigned
dd_head_segment_at(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	int i = find_segment(context, text, len, len_out);
	return i < 0 ? 0 : segments[i].flags;
}

static const char *
find_province(const DdContext *context, const char *text, size_t len, size_t *len_out)
{
	const char *found = NULL;
	Initials initials = initials_of(text, len);
	*len_out = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
		if (!may_begin(context, initials, provinces[i]))
			continue;
		size_t n = match_segment(context, text, len, provinces[i]);
		if (n > *len_out) {
			*len_out = n;
			found = provinces[i];
		}
	}
	return found;
}

/* Writes [@text, @len) with the capitals of @model, whose words are as many; @restore takes the model's letters too */
static void
append_like(GString *out, const char *text, size_t len, const char *model, bool restore)
{
	const char *at = text, *end = text + len, *m = model;
	if (restore) {
		g_string_append(out, model);
		return;
	}
	bool start = true, upper = false;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		if (start) {
			gunichar w = g_utf8_get_char(m);
			const char *next = strchr(m, ' ');
			/* "UBND": as in the model, all of it */
			gunichar second = w != 0 ? g_utf8_get_char(g_utf8_next_char(m)) : 0;
			upper = g_unichar_isupper(second);
			g_string_append_unichar(out, g_unichar_isupper(w) ? g_unichar_toupper(c) : g_unichar_tolower(c));
			m = next != NULL ? next + 1 : m + strlen(m);
			start = false;
		} else {
			g_string_append_unichar(out, upper ? g_unichar_toupper(c) : g_unichar_tolower(c));
		}
		if (c == ' ')
			start = true;
	}
}

static bool
is_small_word(const char *fold)
{
	static const char *const words[] = {"va", "cua", "ve", "cac", "voi", "cho", "trong", "tai", "thuoc", "nhung", "truc"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i], fold) == 0)
			return true;
	return false;
}

/* Abbreviations stay in capitals: no vowel, a digit, "&", or no syllable and not part of a proper name */
static bool
is_abbreviation(const char *word, size_t len, const char *fold, bool proper)
{
	static const char *const known[] = {"ubnd", "hdnd", "mttq", "ubmttq", "tnhh", "mtv", "hcm", "tncs", "ldld", "lhpn", "kcn", "gdtx", "vhttdl", "tw"};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (strcmp(known[i], fold) == 0)
			return true;
	if (strpbrk(fold, "aeiouy") == NULL || strpbrk(fold, "&0123456789/") != NULL)
		return true;
	return !proper && strlen(fold) > 3 && !dd_syllable_is_valid(word, len);
}

typedef struct {
	bool first, cap, proper;
} CaseState;

static void
append_word(GString *out, const char *word, size_t len, CaseState *state)
{
	char fold[64];
	size_t letters = len;
	while (letters > 1 && strchr(",;.:)", word[letters - 1]) != NULL)
		letters--;
	(void)dd_near_fold(word, letters, fold, sizeof(fold));
	bool small = !state->first && is_small_word(fold) && !state->proper;
	bool va = !state->first && strcmp(fold, "va") == 0;
	bool capital = (state->cap || state->proper) && !small && !va;
	bool abbreviation = is_abbreviation(word, letters, fold, state->proper);
	const char *at = word, *end = word + len;
	bool start = true;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		g_string_append_unichar(out, abbreviation || (start && capital) ? c : g_unichar_tolower(c));
		start = (c == '-' || c == '(' || c == '\'') && capital;
	}
	state->cap = small || va || word[len - 1] == ',' || strcmp(fold, "-") == 0 || fold[0] == '\0';
	state->proper = state->proper && word[len - 1] != ',' && !va;
	state->first = false;
}

const char *
dd_head_name_case(DdContext *context, const char *text)
{
	g_autoptr(GString) out = g_string_new(NULL);
	bool restore = context->damage == DD_DAMAGE_HEAVY;
	CaseState state = {true, true, false};
	size_t len = strlen(text), at = 0;
	while (at < len) {
		size_t n = 0, p = 0;
		if (text[at] == ' ') {
			g_string_append_c(out, ' ');
			at++;
			continue;
		}
		int i = find_segment(context, text + at, len - at, &n);
		const char *province = find_province(context, text + at, len - at, &p);
		bool level = i >= 0 && (segments[i].flags & DD_SEGMENT_LEVEL) != 0;
		if (province != NULL && p >= n && (p > n || state.proper)) {
			append_like(out, text + at, p, province, restore);
			at += p;
			state = (CaseState){false, true, true};
		} else if (i >= 0 && (state.cap || strchr(segments[i].text, ' ') != NULL || level) && (!state.proper || level || (segments[i].flags & DD_SEGMENT_KIND && n > 6))) {
			append_like(out, text + at, n, segments[i].text, restore);
			at += n;
			state = (CaseState){false, true, level || (segments[i].flags & DD_SEGMENT_PROPER) != 0};
		} else {
			size_t end = at + strcspn(text + at, " ");
			append_word(out, text + at, end - at, &state);
			at = end;
		}
	}
	if (out->len > 0) { /* the first letter is a capital in any case: "Tỉnh đoàn" */
		g_autofree char *rest = g_strdup(g_utf8_next_char(out->str));
		gunichar first = g_unichar_toupper(g_utf8_get_char(out->str));
		g_string_truncate(out, 0);
		g_string_append_unichar(out, first);
		g_string_append(out, rest);
	}
	return dd_arena_strdup(context->arena, out->str);
}

const char *
dd_head_province_near(const DdContext *context, const char *name)
{
	char want[FOLD_MAX], have[64];
	size_t n = dd_near_fold(name, strlen(name), want, sizeof(want));
	unsigned max = context->damage == DD_DAMAGE_NONE ? 0 : (unsigned)n / 4, best = max + 1;
	const char *found = NULL;
	bool tie = false;
	for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
		size_t m = dd_near_fold(provinces[i], strlen(provinces[i]), have, sizeof(have));
		unsigned distance = dd_near_distance(want, n, have, m, max);
		tie = distance == best ? true : distance < best ? false : tie;
		if (distance < best) {
			best = distance;
			found = provinces[i];
		}
	}
	return best <= max && !tie ? found : NULL;
}

const char *
dd_head_province_frequent(const DdContext *context)
{
	unsigned counts[G_N_ELEMENTS(provinces)] = {0};
	const char *at = context->chars, *end = context->chars + MIN(context->len, SAMPLE_BYTES);
	size_t best = 0;
	static const char cue[] = "tỉnh ";
	while ((at = g_strstr_len(at, end - at, cue)) != NULL) {
		at += sizeof(cue) - 1;
		for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
			size_t n = strlen(provinces[i]);
			if ((size_t)(end - at) > n && memcmp(at, provinces[i], n) == 0)
				counts[i]++;
			best = counts[i] > counts[best] ? i : best;
		}
	}
	return counts[best] > 0 ? provinces[best] : NULL;
}

static bool
is_city(const char *province)
{
	for (size_t i = 0; i < G_N_ELEMENTS(cities); i++)
		if (strcmp(cities[i], province) == 0)
			return true;
	return false;
}

static const char *
last_level(const char *name, const char **proper_out)
{
	static const char *const levels[] = {"tỉnh", "thành phố", "thị xã", "thị trấn", "huyện", "quận", "phường", "xã", "đặc khu"};
	const char *found = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		g_autofree char *cue = g_strconcat(" ", levels[i], " ", NULL), *tail = g_strconcat(" ", levels[i], NULL);
		const char *at = strstr(name, cue);
		if (at != NULL && (found == NULL || at + 1 < found)) {
			found = at + 1;
			*proper_out = at + strlen(cue);
		} else if (g_str_has_suffix(name, tail) && found == NULL) {
			found = name + strlen(name) - strlen(levels[i]);
			*proper_out = NULL;
		}
	}
	return found;
}

/* Returns: "tỉnh Quảng Ngãi" from the superior or from the place line, NULL when neither tells */
static const char *
place_of(DdContext *context, const char *superior)
{
	const char *proper = NULL, *level = superior != NULL ? last_level(superior, &proper) : NULL;
	if (level != NULL && proper != NULL)
		return level;
	if (superior != NULL) {
		static const char *const seats[] = {"Tỉnh ủy ", "Huyện ủy ", "Thành ủy ", "Thị ủy ", "Quận ủy "};
		static const char *const words[] = {"tỉnh ", "huyện ", "thành phố ", "thị xã ", "quận "};
		for (size_t i = 0; i < G_N_ELEMENTS(seats); i++)
			if (g_str_has_prefix(superior, seats[i])) {
				g_autofree char *named = g_strconcat(words[i], superior + strlen(seats[i]), NULL);
				return dd_arena_strdup(context->arena, named);
			}
		return NULL;
	}
	const char *place = context->reading->document.place.value;
	const char *province = place != NULL ? dd_head_province_near(context, place) : NULL;
	if (province == NULL && place == NULL)
		province = dd_head_province_frequent(context);
	if (province == NULL)
		return NULL;
	g_autofree char *named = g_strconcat(is_city(province) ? "thành phố " : "tỉnh ", province, NULL);
	return dd_arena_strdup(context->arena, named);
}

const char *
dd_head_issuer_complete(DdContext *context, const char *issuer, const char *superior)
{
	size_t len = 0;
	const char *proper = NULL, *level = last_level(issuer, &proper);
	unsigned flags = dd_head_segment_at(context, issuer, strlen(issuer), &len);
	bool local = superior == NULL || strstr(superior, "nhân dân") != NULL || strstr(superior, "UBND") != NULL ||
		     strstr(superior, " ủy") != NULL;
	bool bare = level != NULL && proper == NULL; /* "Công đoàn Viên chức tỉnh" under "LĐLĐ tỉnh Bắc Giang" */
	if ((level != NULL && proper != NULL) || (flags & (DD_SEGMENT_OWN | DD_SEGMENT_PROPER)) != 0 || (!local && !bare))
		return issuer;
	bool central = g_str_has_prefix(issuer, "Bộ ") && !g_str_has_prefix(issuer, "Bộ Chỉ huy");
	if (superior == NULL && level == NULL && (central || (!g_str_has_prefix(issuer, "Sở ") && !g_str_has_suffix(issuer, "nhân dân"))))
		return issuer;
	const char *place = place_of(context, superior);
	if (place == NULL)
		return issuer;
	const char *name = NULL;
	(void)last_level(place, &name);
	name = strchr(place, ' ');
	if (g_str_has_prefix(place, "thành phố ") || g_str_has_prefix(place, "thị ") || g_str_has_prefix(place, "đặc khu "))
		name = strchr(name + 1, ' ');
	if (name != NULL && strstr(issuer, name + 1) != NULL)
		return issuer; /* "Sở Y tế Hà Giang" under "UBND tỉnh Hà Giang" */
	g_autofree char *full = level != NULL && name != NULL && strncmp(level, place, strlen(level)) == 0
					? g_strconcat(issuer, name, NULL)
					: level != NULL ? g_strdup(issuer) : g_strconcat(issuer, " ", place, NULL);
	return dd_arena_strdup(context->arena, full);
}

/* Returns: TRUE when @line goes on with the name of the lines before it */
static bool
continues_name(const DdContext *context, const char *before, const char *line)
{
	size_t len = 0;
	char fold[FOLD_MAX];
	size_t n = dd_near_fold(before, strlen(before), fold, sizeof(fold));
	if (n > 0 && (strchr(",-&", fold[n - 1]) != NULL || g_str_has_suffix(fold, " va") || g_str_has_suffix(fold, " cua")))
		return true;
	if (n > 0 && (strcmp(fold, "van phong") == 0 || strcmp(fold, "ban thuong vu") == 0 || strcmp(fold, "ban chap hanh") == 0))
		return true;
	/* "HỘI ĐỒNG NHÂN DÂN VÀ / ỦY BAN", "TỔNG LIÊN ĐOÀN": a kind begins another name */
	return (dd_head_segment_at(context, line, strlen(line), &len) & (DD_SEGMENT_KIND | DD_SEGMENT_POST)) == 0;
}

void
dd_head_issuer(DdContext *context, GPtrArray *lines, const char **issuer_out, const char **superior_out)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < lines->len; i++) {
		const char *line = g_ptr_array_index(lines, i);
		char **last = names->len > 0 ? (char **)&names->pdata[names->len - 1] : NULL;
		if (last == NULL || !continues_name(context, *last, line)) {
			g_ptr_array_add(names, g_strdup(line));
			continue;
		}
		char *joined = g_strconcat(*last, " ", line, NULL);
		g_free(*last);
		*last = joined;
	}
	*issuer_out = *superior_out = NULL;
	if (names->len == 0)
		return;
	*issuer_out = dd_head_name_case(context, g_ptr_array_index(names, names->len - 1));
	if (names->len > 1)
		*superior_out = dd_head_name_case(context, g_ptr_array_index(names, names->len - 2));
	if (*superior_out != NULL)
		*superior_out = dd_head_issuer_complete(context, *superior_out, NULL);
	*issuer_out = dd_head_issuer_complete(context, *issuer_out, *superior_out);
}

/* Leaves out "BS. CKII", "TS.", "Đại tá", "Ông" before a name (NĐ 30/2020: no academic titles) */
static const char *
skip_titles(const char *text, const char *end)
{
	static const char *const titles[] = {"ts", "ths", "pgs", "gs", "bs", "bscki", "bsckii", "bsck1", "bsck2", "cki", "ckii", "ck1", "ck2", "ks", "ds", "dd", "cn", "ngnd", "ngut", "ttnd",
		"ttut", "ong", "ba", "dc", "ls", "kts", "pgs.ts", "gs.ts", "ths.bs", "ts.bs", "ths.", "bs.cki", "bs.ckii", "pgs.ts.bs", "vs"};
	static const char *const ranks[] = {"dai ta", "thuong ta", "trung ta", "thieu ta", "dai uy", "thuong uy", "thieu tuong", "trung tuong",
		"thuong tuong", "dai tuong", "luat su", "bac si", "dong chi"};
	for (;;) {
		const char *word = text;
		while (word < end && *word == ' ')
			word++;
		const char *stop = word;
		while (stop < end && *stop != ' ')
			stop++;
		char fold[64], two[64];
		size_t n = dd_near_fold(word, (size_t)(stop - word), fold, sizeof(fold));
		const char *second = stop < end ? stop + 1 : stop;
		while (second < end && *second != ' ')
			second++;
		(void)dd_near_fold(word, (size_t)(second - word), two, sizeof(two));
		bool dotted = n > 0 && fold[n - 1] == '.';
		while (n > 0 && (fold[n - 1] == '.' || fold[n - 1] == ','))
			fold[--n] = '\0';
		const char *next = NULL;
		for (size_t i = 0; i < G_N_ELEMENTS(titles) && next == NULL; i++) {
			bool spoken = strcmp(titles[i], "ong") == 0 || strcmp(titles[i], "ba") == 0;
			bool abbreviated = spoken || dotted || (stop - word >= 2 && g_ascii_isupper(word[0]) && !g_ascii_islower(word[1])) || strcmp(fold, "ths") == 0;
			if (strcmp(titles[i], fold) == 0 && abbreviated)
				next = stop;
		}
		for (size_t i = 0; i < G_N_ELEMENTS(ranks) && next == NULL; i++)
			if (strcmp(ranks[i], two) == 0)
				next = second;
		if (next == NULL || next >= end)
			return word;
		text = next;
	}
}

/* Puts the marks back on common names of a broken scan */
static void
restore_names(const DdContext *context, GString *out, const char *word, size_t len, bool first)
{
	const char *const *table = first ? surnames : given;
	size_t n = first ? G_N_ELEMENTS(surnames) : G_N_ELEMENTS(given);
	g_autofree char *copy = g_strndup(word, len);
	for (size_t i = 0; i < n && context->damage == DD_DAMAGE_HEAVY; i++)
		if (same_fold(table[i], copy)) {
			g_string_append(out, table[i]);
			return;
		}
	const char *at = copy;
	for (bool start = true; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		g_string_append_unichar(out, start ? g_unichar_toupper(c) : g_unichar_tolower(c));
		start = c == '\'' || c == '-';
	}
}

bool
dd_head_is_person(const DdContext *context, const char *text, size_t len, bool sure, const char **name_out, DdArena *arena)
{
	const char *end = text + len, *at = skip_titles(text, end);
	unsigned words = 0, upper_words = 0;
	g_autoptr(GString) out = g_string_new(NULL);
	bool known = false;
	while (at < end) {
		if (*at == ' ') {
			at++;
			continue;
		}
		const char *stop = at;
		gunichar c = 0;
		unsigned upper = 0, letters = 0;
		while (stop < end && (unsigned char)*stop > ' ') {
			stop += dd_utf8_next(stop, end, &c);
			DdLetter letter = dd_letter_of(c);
			if (letter.base == 0 && c != '\'' && c != '-' && c != 0x2019)
				return false;
			upper += letter.upper;
			letters++;
			if (letters == 1 && !letter.upper)
				return false;
		}
		bool all = upper == letters && letters > 1;
		if (letters > 8 || (upper > 1 && !all && memchr(at, '-', (size_t)(stop - at)) == NULL))
			return false;
		upper_words += all;
		if (words == 0) {
			g_autofree char *first = g_strndup(at, (size_t)(stop - at));
			for (size_t i = 0; i < G_N_ELEMENTS(surnames) && !known; i++)
				known = same_fold(surnames[i], first);
		} else {
			g_string_append_c(out, ' ');
		}
		restore_names(context, out, at, (size_t)(stop - at), words == 0);
		words++;
		at = stop;
	}
	if (words < 2 || words > 6 || (upper_words > 0 && (upper_words < words - 1 || !known)) || (!known && !sure))
		return false;
	size_t n;
	if (upper_words == 0 && !known && find_province(context, text, len, &n) != NULL)
		return false;
	*name_out = dd_arena_strdup(arena, out->str);
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-person.c: is this a person's name, without titles, with its marks back where a scan lost them */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "near.h"
#include "syllable.h"

#define FOLD_MAX 160u
#define WORDS_MAX 40u
#define SAMPLE_BYTES 65536u

static const char *const surnames[] = {
	"Nguyễn",
	"Trần",
	"Lê",
	"Phạm",
	"Hoàng",
	"Huỳnh",
	"Phan",
	"Vũ",
	"Võ",
	"Đặng",
	"Bùi",
	"Đỗ",
	"Hồ",
	"Ngô",
	"Dương",
	"Lý",
	"Đinh",
	"Trương",
	"Lâm",
	"Đoàn",
	"Mai",
	"Cao",
	"Tạ",
	"Hà",
	"Chu",
	"Thái",
	"Trịnh",
	"Đào",
	"Lương",
	"Tô",
	"Vương",
	"Tăng",
	"Lưu",
	"Nông",
	"Hứa",
	"Quách",
	"Kiều",
	"Thạch",
	"Lò",
	"Giàng",
	"Vàng",
	"Sùng",
	"Thào",
	"Triệu",
	"Đàm",
	"Phùng",
	"Tống",
	"Doãn",
	"Nghiêm",
	"Châu",
	"Quàng",
	"Cầm",
	"Tòng",
	"Lầu",
	"Hạng",
	"Hầu",
	"Phàn",
	"Văn",
	"Khổng",
	"Mạc",
	"Ma",
	"La",
	"Lục",
	"Ninh",
	"Từ",
	"Sầm",
	"Vi",
	"Viên",
	"Bạch",
	"Khương",
	"Thân",
	"Tiêu",
	"Ông",
	"Âu",
	"Kim",
	"Danh",
	"Sơn",
	"Điểu",
	"Ksor",
	"Siu",
	"Nay",
	"Ka",
	"Y",
	"A",
};
/* Middle and given names whose bare letters are hardly ever another name */
static const char *const given[] = {
	"Thị",
	"Văn",
	"Ngọc",
	"Quốc",
	"Hữu",
	"Minh",
	"Thanh",
	"Xuân",
	"Công",
	"Đình",
	"Hồng",
	"Thu",
	"Trung",
	"Quang",
	"Bá",
	"Duy",
	"Tấn",
	"Viết",
	"Trọng",
	"Phương",
	"Bích",
	"Lan",
	"Nam",
	"Sơn",
	"Tuấn",
	"Thắng",
	"Hiếu",
	"Hải",
	"Hương",
	"Hạnh",
	"Vinh",
	"Khánh",
	"Phúc",
	"Long",
	"Nga",
	"Huyền",
	"Mai",
	"Linh",
	"Trang",
	"Lệ",
	"Yến",
	"Hoài",
	"Diệu",
	"Nhung",
	"Loan",
	"Thủy",
};

static bool
same_fold(const char *a, const char *b)
{
	char x[64], y[64];
	size_t n = dd_near_fold(a, strlen(a), x, sizeof(x));
	return dd_near_fold(b, strlen(b), y, sizeof(y)) == n && memcmp(x, y, n) == 0;
}

/* Leaves out "BS. CKII", "TS.", "Đại tá", "Ông" before a name (NĐ 30/2020: no academic titles) */
static const char *
skip_titles(const char *text, const char *end)
{
	static const char *const titles[] = {"ts", "ths", "pgs", "gs", "bs", "bscki", "bsckii",
		"bsck1", "bsck2", "cki", "ckii", "ck1", "ck2", "ks", "ds", "dd", "cn", "ngnd",
		"ngut", "ttnd", "ttut", "ong", "ba", "dc", "ls", "kts", "pgs.ts", "gs.ts", "ths.bs",
		"ts.bs", "ths.", "bs.cki", "bs.ckii", "pgs.ts.bs", "vs"};
	static const char *const ranks[] = {"dai ta", "thuong ta", "trung ta", "thieu ta", "dai uy",
		"thuong uy", "thieu tuong", "trung tuong", "thuong tuong", "dai tuong", "luat su",
		"bac si", "dong chi"};
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
			bool abbreviated = spoken || dotted ||
					   (stop - word >= 2 && g_ascii_isupper(word[0]) &&
						   !g_ascii_islower(word[1])) ||
					   strcmp(fold, "ths") == 0;
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
dd_head_is_person(const DdContext *context, const char *text, size_t len, bool sure,
	const char **name_out, DdArena *arena)
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
	if (words < 2 || words > 6 || (upper_words > 0 && (upper_words < words - 1 || !known)) ||
		(!known && !sure))
		return false;
	size_t n;
	if (upper_words == 0 && !known && dd_head_province_at(context, text, len, &n) != NULL)
		return false;
	*name_out = dd_arena_strdup(arena, out->str);
	return true;
}

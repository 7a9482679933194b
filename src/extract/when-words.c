/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when-words.c: the words and numbers of expressions of time, also where a scan has broken them */
#include <string.h>

#include "letter.h"
#include "when-scan.h"

#define NEAR_LETTERS 11u
#define DIGITS_MAX 4u

typedef struct {
	uint8_t word; /* DdWord */
	const char *text;
} Spelling;

/* The first spelling of a word is the one that near-matching compares with. */
static const Spelling spellings[] = {
	{DD_W_NAM, "năm"},
	{DD_W_QUY, "quý"},
	{DD_W_QUY, "quí"},
	{DD_W_THANG, "tháng"},
	{DD_W_TUAN, "tuần"},
	{DD_W_NGAY, "ngày"},
	{DD_W_HOUR, "giờ"},
	{DD_W_HOUR, "h"},
	{DD_W_PHUT, "phút"},
	{DD_W_HANG, "hằng"},
	{DD_W_HANG, "hàng"},
	{DD_W_HANG, "mỗi"},
	{DD_W_CA, "cả"},
	{DD_W_CA, "suốt"},
	{DD_W_CA, "quanh"},
	{DD_W_TRONG, "trong"},
	{DD_W_VAO, "vào"},
	{DD_W_DAU, "đầu"},
	{DD_W_GIUA, "giữa"},
	{DD_W_CUOI, "cuối"},
	{DD_W_NUA, "nửa"},
	{DD_W_TU, "từ"},
	{DD_W_NAY, "nay"},
	{DD_W_DEN, "đến"},
	{DD_W_DEN, "tới"},
	{DD_W_HET, "hết"},
	{DD_W_TRUOC, "trước"},
	{DD_W_SAU, "sau"},
	{DD_W_KHI, "khi"},
	{DD_W_XONG, "xong"},
	{DD_W_HOAN, "hoàn"},
	{DD_W_THANH, "thành"},
	{DD_W_CHAM, "chậm"},
	{DD_W_CHAM, "muộn"},
	{DD_W_NHAT, "nhất"},
	{DD_W_DINH, "định"},
	{DD_W_KY, "kỳ"},
	{DD_W_KY, "kì"},
	{DD_W_LAN, "lần"},
	{DD_W_MOT, "một"},
	{DD_W_THUONG, "thường"},
	{DD_W_XUYEN, "xuyên"},
	{DD_W_LIEN, "liên"},
	{DD_W_TUC, "tục"},
	{DD_W_GIAI, "giai"},
	{DD_W_DOAN, "đoạn"},
	{DD_W_NHIEM, "nhiệm"},
	{DD_W_VA, "và"},
	{DD_W_CAC, "các"},
	{DD_W_CAC, "những"},
	{DD_W_TIEP, "tiếp"},
	{DD_W_THEO, "theo"},
	{DD_W_TRO, "trở"},
	{DD_W_DI, "đi"},
	{DD_W_CUA, "của"},
	{DD_W_KE, "kể"},
	{DD_W_LAM, "làm"},
	{DD_W_VIEC, "việc"},
	{DD_W_NEU, "nếu"},
	{DD_W_TUY, "tùy"},
	{DD_W_CAN, "căn"},
	{DD_W_LEAD, "thực"},
	{DD_W_LEAD, "hiện"},
	{DD_W_LEAD, "dự"},
	{DD_W_LEAD, "kiến"},
	{DD_W_LEAD, "khoảng"},
	{DD_W_LEAD, "phấn"},
	{DD_W_LEAD, "đấu"},
	{DD_W_LEAD, "triển"},
	{DD_W_LEAD, "khai"},
	{DD_W_LEAD, "phải"},
	{DD_W_LEAD, "là"},
	{DD_W_LEAD, "ban"},
	{DD_W_LEAD, "hành"},
	{DD_W_LEAD, "tổ"},
	{DD_W_LEAD, "chức"},
	{DD_W_LEAD, "trình"},
	{DD_W_LEAD, "điểm"},
	{DD_W_THOI, "thời"},
	{DD_W_GIAN, "gian"},
	{DD_W_HAN, "hạn"},
	{DD_W_VONG, "vòng"},
	{DD_W_NHU, "như"},
	{DD_W_BAO, "báo"},
	{DD_W_CAO, "cáo"},
	{DD_W_NOUN, "hoạch"},
	{DD_W_NOUN, "toán"},
	{DD_W_NOUN, "ngân"},
	{DD_W_NOUN, "vụ"},
	{DD_W_NOUN, "chương"},
	{DD_W_NOUN, "phí"},
	{DD_W_NOUN, "mục"},
	{DD_W_NOUN, "tiêu"},
	{DD_W_NOUN, "tỷ"},
	{DD_W_NOUN, "tỉ"},
	{DD_W_NOUN, "tăng"},
	{DD_W_NOUN, "giảm"},
	{DD_W_NOUN, "bình"},
	{DD_W_NOUN, "thu"},
	{DD_W_NOUN, "%"},
	{DD_W_BAT, "bắt"},
	{DD_W_KET, "kết"},
	{DD_W_THUC, "thúc"},
	{DD_W_HOC, "học"},
	{DD_W_SAU_6, "sáu"},
	{DD_W_QUA, "quá"},
	{DD_W_MAKE, "dựng"},
	{DD_W_MAKE, "bản"},
	{DD_W_MAKE, "thảo"},
	{DD_W_MAKE, "lập"},
	{DD_W_MAKE, "thiện"},
	{DD_W_PAPER, "cương"},
	{DD_W_PAPER, "bị"},
	{DD_W_PAPER, "độ"},
	{DD_W_TONG, "tổng"},
	{DD_W_HOP, "hợp"},
	{DD_W_CO, "có"},
	{DD_W_CO, "được"},
	{DD_W_ORDER, "lệnh"},
	{DD_W_ORDER, "yêu"},
	{DD_W_ORDER, "chỉ"},
	{DD_W_ORDER, "đề"},
	{DD_W_DIP, "dịp"},
	{DD_W_MUA, "mùa"},
	{DD_W_STORM, "mưa"},
	{DD_W_STORM, "bão"},
	{DD_W_STORM, "lũ"},
	{DD_W_STORM, "lụt"},
	{DD_W_STORM, "tết"},
	{DD_W_PREP, "đối"},
	{DD_W_PREP, "cho"},
	{DD_W_TAI, "tại"},
	{DD_W_PREP, "trên"},
	{DD_W_PREP, "để"},
	{DD_W_PREP, "nhằm"},
	{DD_W_PREP, "bằng"},
	{DD_W_DATA, "liệu"},
	{DD_W_MEET, "họp"},
	{DD_W_DU, "đủ"},
	{DD_W_DOI, "dõi"},
};

static void
bare_letters(const char *at, size_t len, char *bare, size_t size)
{
	const char *end = at + len;
	size_t n = 0;
	while (at < end && n + 1 < size) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		char fold = dd_letter_of(c).fold;
		/* scanners read "rn" for "m", "ri" for "n", "ii" for "u" */
		char last = n > 0 ? bare[n - 1] : '\0';
		if (last == 'r' && (fold == 'n' || fold == 'i'))
			bare[n - 1] = fold == 'n' ? 'm' : 'n';
		else if (last == 'i' && fold == 'i')
			bare[n - 1] = 'u';
		else if (fold != 0)
			bare[n++] = fold;
	}
	bare[n] = '\0';
}

DdTimeGrammar *
dd_time_grammar_new(DdLexicon *lexicon)
{
	DdTimeGrammar *self = g_new0(DdTimeGrammar, 1);
	uint16_t ids[G_N_ELEMENTS(spellings)];
	for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++) {
		ids[i] = dd_lexicon_add(lexicon, spellings[i].text, strlen(spellings[i].text));
		self->n_words = MAX(self->n_words, ids[i] + 1u);
		self->n_folds = MAX(self->n_folds, dd_lexicon_get_fold(lexicon, ids[i]) + 1u);
	}
	self->by_word = g_new0(uint8_t, self->n_words);
	self->by_fold = g_new0(uint8_t, self->n_folds);
	for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++) {
		uint16_t fold = dd_lexicon_get_fold(lexicon, ids[i]);
		char *bare = self->bare[spellings[i].word];
		self->by_word[ids[i]] = spellings[i].word;
		if (self->by_fold[fold] == DD_W_NONE)
			self->by_fold[fold] = spellings[i].word;
		if (bare[0] == '\0')
			bare_letters(spellings[i].text, strlen(spellings[i].text), bare,
				sizeof(self->bare[0]));
	}
	return self;
}

void
dd_time_grammar_free(DdTimeGrammar *self)
{
	if (self == NULL)
		return;
	g_free(self->by_word);
	g_free(self->by_fold);
	g_free(self);
}

DdTimeScan
dd_time_scan_make(const DdTimeGrammar *grammar, const DdTokens *tokens, size_t to, int year, bool value)
{
	return (DdTimeScan){
		.grammar = grammar,
		.tokens = tokens,
		.to = MIN(to, tokens->n),
		.year = year,
		.bare = value || tokens->damage == DD_DAMAGE_HEAVY,
		.broken = tokens->damage != DD_DAMAGE_NONE,
		.cued = value,
	};
}

DdWord
dd_time_bare_word(const DdTimeScan *scan, const DdToken *token)
{
	/* a word that another grammar knows with these very marks is that word */
	bool bare = scan->bare || (scan->broken && token->word == 0);
	if (!bare || token->fold == 0 || token->fold >= scan->grammar->n_folds)
		return DD_W_NONE;
	if (scan->tokens->damage == DD_DAMAGE_NONE && token->word != 0)
		return DD_W_NONE;
	return scan->grammar->by_fold[token->fold];
}

/* Edit distance of two short words, at most @limit + 1 */
static unsigned
distance(const char *a, const char *b)
{
	unsigned row[NEAR_LETTERS + 2];
	size_t n = strlen(b);
	for (size_t j = 0; j <= n; j++)
		row[j] = (unsigned)j;
	for (size_t i = 0; a[i] != '\0'; i++) {
		unsigned diagonal = row[0];
		row[0] = (unsigned)i + 1;
		for (size_t j = 1; j <= n; j++) {
			unsigned cost = diagonal + (a[i] != b[j - 1]);
			diagonal = row[j];
			row[j] = MIN(cost, 1 + MIN(row[j], row[j - 1]));
		}
	}
	return row[n];
}

bool
dd_time_is_nearly(const DdTimeScan *scan, size_t i, DdWord word)
{
	if (i >= scan->to)
		return false;
	DdWord known = dd_time_word(scan, i);
	const DdToken *token = &scan->tokens->items[i];
	const char *want = scan->grammar->bare[word];
	size_t len = strlen(want);
	char bare[NEAR_LETTERS + 1];
	if (token->kind != DD_TOKEN_WORD || len < 3 || token->len > 2 * NEAR_LETTERS)
		return false;
	if (scan->tokens->damage == DD_DAMAGE_LIGHT && token->word != 0)
		return false;
	bare_letters(scan->tokens->text + token->start, token->len, bare, sizeof(bare));
	if (strcmp(bare, want) == 0)
		return true;
	if (known != DD_W_NONE || (len == 3 && bare[0] != want[0]))
		return false;
	return distance(bare, want) <= (len >= 6 ? 2 : 1);
}

size_t
dd_time_torn(const DdTimeScan *scan, size_t i, DdWord word)
{
	const char *want = scan->grammar->bare[word];
	char bare[NEAR_LETTERS + 1] = "";
	size_t n = 0, at = i;
	if (!scan->broken || i + 2 >= scan->to || scan->tokens->items[i].kind != DD_TOKEN_WORD ||
		scan->tokens->items[i + 1].kind != DD_TOKEN_NUMBER)
		return 0;
	for (; at < i + 3; at++) {
		const DdToken *part = &scan->tokens->items[at];
		if ((at > i && (part->flags & DD_TOKEN_SPACE)) || n + part->len > NEAR_LETTERS)
			return 0;
		if (part->kind == DD_TOKEN_NUMBER)
			bare[n++] = '?';
		else
			bare_letters(scan->tokens->text + part->start, part->len, bare + n,
				sizeof(bare) - n);
		n = strlen(bare);
	}
	/* the digit stands for one letter or two */
	return distance(bare, want) <= 2 ? 3 : 0;
}

/* Returns: the digit that a letter is mistaken for, -1 none */
static int
digit_of(char c)
{
	if (g_ascii_isdigit(c))
		return c - '0';
	if (c == 'o' || c == 'O')
		return 0;
	return c == 'l' || c == 'I' || c == 'i' ? 1 : -1;
}

static bool
is_glued_slash(const DdTimeScan *scan, size_t i)
{
	return dd_time_sign(scan, i, '/') && !(scan->tokens->items[i].flags & DD_TOKEN_SPACE) &&
	       i + 1 < scan->to && !(scan->tokens->items[i + 1].flags & DD_TOKEN_SPACE);
}

/* Joins digits with letters that look like digits and stand glued to them. */
static int
broken_number(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	int value = 0;
	unsigned digits = 0;
	bool real = false;
	size_t at = i;
	for (; at < scan->to; at++) {
		const DdToken *token = &scan->tokens->items[at];
		if (token->kind == DD_TOKEN_SIGN || (at > i && (token->flags & DD_TOKEN_SPACE)))
			break;
		real = real || token->kind == DD_TOKEN_NUMBER;
		for (size_t k = 0; k < token->len; k++) {
			int digit = digit_of(scan->tokens->text[token->start + k]);
			if (digit < 0 || ++digits > DIGITS_MAX)
				return -1;
			value = value * 10 + digit;
		}
	}
	if (!real)
		return -1;
	*len_out = at - i;
	return value;
}

/* Is a number glued to a word: "l5", "3O"? */
static bool
is_mixed(const DdTimeScan *scan, size_t i)
{
	if (i + 1 >= scan->to)
		return false;
	const DdToken *token = &scan->tokens->items[i], *next = token + 1;
	return !(next->flags & DD_TOKEN_SPACE) && next->kind != DD_TOKEN_SIGN &&
	       (next->kind == DD_TOKEN_NUMBER) != (token->kind == DD_TOKEN_NUMBER);
}

int
dd_time_number(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	if (i >= scan->to)
		return -1;
	const DdToken *token = &scan->tokens->items[i];
	/* "ngàyl5/11": the first digit went to the word before */
	if (scan->broken && token->kind == DD_TOKEN_NUMBER && token->len < 2 && i > 0 &&
		!(token->flags & DD_TOKEN_SPACE) && scan->tokens->items[i - 1].kind == DD_TOKEN_WORD &&
		scan->tokens->items[i - 1].word == 0 && scan->tokens->text[token->start - 1] == 'l') {
		*len_out = 1;
		return 10 + (int)token->value;
	}
	if (token->kind != DD_TOKEN_SIGN) {
		/* "l5/12", "3O/5": a slash shows a date in text that is not broken otherwise */
		size_t len = 0;
		int value = scan->broken || is_mixed(scan, i) ? broken_number(scan, i, &len) : -1;
		if (value >= 0 && (scan->broken || is_glued_slash(scan, i + len) ||
					  (i > 0 && is_glued_slash(scan, i - 1)))) {
			*len_out = len;
			return value;
		}
	}
	if (token->kind != DD_TOKEN_NUMBER || token->len > DIGITS_MAX)
		return -1;
	*len_out = 1;
	return (int)token->value;
}

int
dd_time_quarter(const DdTimeScan *scan, size_t i, size_t *len_out)
{
	static const char *const romans[] = {"I", "II", "III", "IV"};
	if (i >= scan->to)
		return -1;
	const DdToken *token = &scan->tokens->items[i];
	char roman[5] = "";
	size_t n = 0;
	*len_out = 1;
	if (token->kind == DD_TOKEN_NUMBER && token->len <= 2 && token->value >= 1 &&
		token->value <= 4 &&
		!(scan->broken && i + 1 < scan->to && scan->tokens->items[i + 1].kind == DD_TOKEN_WORD &&
			!(scan->tokens->items[i + 1].flags & DD_TOKEN_SPACE)))
		return (int)token->value;
	if (token->kind == DD_TOKEN_SIGN || token->len > 4)
		return -1;
	for (size_t at = i; at < scan->to && n < 4; at++) {
		const DdToken *part = &scan->tokens->items[at];
		if (part->kind == DD_TOKEN_SIGN || (at > i && (part->flags & DD_TOKEN_SPACE)) ||
			part->len > 4)
			break;
		for (size_t k = 0; k < part->len && n < 4; k++) {
			char c = scan->tokens->text[part->start + k];
			/* "Quý Il", "Quý lI": a small L is often typed or read for I */
			roman[n++] = c == 'l' || c == 'i' || (c == '1' && scan->broken) ? 'I'
				     : c == 'v'                                         ? 'V'
											: c;
		}
		*len_out = at - i + 1;
	}
	for (int value = 0; value < 4; value++)
		if (strcmp(roman, romans[value]) == 0)
			return value + 1;
	return -1;
}

const char *
dd_time_quote(const DdTokens *tokens, size_t from, size_t to, DdArena *arena)
{
	while (from < to && tokens->items[from].kind == DD_TOKEN_SIGN &&
		tokens->items[from].value != '(')
		from++;
	while (to > from && tokens->items[to - 1].kind == DD_TOKEN_SIGN &&
		tokens->items[to - 1].value != ')' && tokens->items[to - 1].value != '%')
		to--;
	if (from >= to)
		return NULL;
	uint32_t start = tokens->items[from].start;
	uint32_t end = dd_token_end(tokens, to - 1);
	return dd_arena_fold(arena, tokens->text + start, end - start);
}

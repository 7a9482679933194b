/* SPDX-License-Identifier: GPL-3.0-or-later */
/* password-rule.c: what is left of a password without what can be guessed; in memory of its own, which is wiped */
#include "password-rule.h"

#include "error.h"
#include "letter.h"
#include "maxima.h"
#include "secret.h"

#include <string.h>

#define LEFT_LETTERS 6 /* that must be left */
#define LEFT_KINDS 4   /* of them, different ones */
#define RUN 3          /* letters or digits in a row: "abc", "111", "321" */
#define NAME_LETTERS 3 /* a shorter part of a name does not count */
#define OTHER '\x01'   /* a letter that is none of a to z */

/* Words that people take, without marks: passwords, keyboards, greetings, places */
static const char *const common[] = {"matkhau", "password", "passwd", "pass", "admin", "quantri",
	"root", "user", "login", "dangnhap", "dondoc", "vanthu", "vietnam", "hanoi", "saigon",
	"qwerty", "asdf", "zxcv", "qaz", "wsx", "iloveyou", "love", "anhyeuem", "emyeuanh", "yeu",
	"welcome", "hello", "xinchao", "letmein", "default", "changeme", "doimatkhau", "secret",
	"master", "ubnd", "office"};

typedef struct {
	char plain[DD_MAX_PASSWORD_BYTES + 1]; /* one for each letter, small, without marks */
	char leet[DD_MAX_PASSWORD_BYTES + 1]; /* the same, with digits and signs as the letters they stand for */
	bool guessed[DD_MAX_PASSWORD_BYTES];
	size_t n, n_typed;
} Word;

static void
clear_word(Word *self)
{
	dd_secret_wipe(self, sizeof(*self));
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Word, clear_word)

/* Returns: the letter a to z that @c is without its marks, the sign itself, or OTHER */
static char
bare(gunichar c)
{
	DdLetter letter = dd_letter_of(c);
	if (letter.fold != 0)
		return letter.fold;
	return c < 128 ? (char)c : OTHER;
}

static bool
is_letter(char c)
{
	return g_ascii_isalnum(c) || c == OTHER;
}

static char
unleet(char c)
{
	static const char signs[] = "01345789@$!|", letters[] = "oieastbgasii";
	const char *at = c != '\0' ? strchr(signs, c) : NULL;
	return at != NULL ? letters[at - signs] : c;
}

/* @text is UTF-8; blanks, and signs that stand for no letter, part words and hide none. Returns: FALSE when it is too long */
static bool
read_word(const char *text, Word *out)
{
	for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (g_unichar_ismark(c))
			continue;
		if (++out->n_typed > DD_MAX_PASSWORD_BYTES)
			return false;
		char plain = bare(c), leet = unleet(plain);
		if (!is_letter(plain) && leet == plain)
			continue;
		out->plain[out->n] = plain;
		out->leet[out->n] = leet;
		out->n++;
	}
	return true;
}

static void
cross_out(Word *self, const char *part, size_t len)
{
	for (size_t i = 0; i + len <= self->n; i++)
		if (memcmp(self->plain + i, part, len) == 0 || memcmp(self->leet + i, part, len) == 0)
			memset(self->guessed + i, true, len);
}

/* The words of a name, and all of them run together */
static void
cross_out_name(Word *self, const char *name)
{
	if (name == NULL || !g_utf8_validate(name, -1, NULL))
		return;
	g_auto(GStrv) words = g_strsplit_set(name, " .-_@", DD_MAX_ACCOUNT_NAME_BYTES);
	for (char **word = words; *word != NULL; word++) {
		Word read = {0};
		(void)read_word(*word, &read); /* of a long one the beginning */
		if (read.n >= NAME_LETTERS)
			cross_out(self, read.plain, read.n);
	}
	Word whole = {0};
	(void)read_word(name, &whole);
	if (whole.n >= NAME_LETTERS)
		cross_out(self, whole.plain, whole.n);
}

/* Letters or digits that go on by the same step of -1, 0 or 1 */
static void
cross_out_runs(Word *self)
{
	size_t start = 0;
	int step = 2;
	for (size_t i = 1; i <= self->n; i++) {
		int now = i < self->n && g_ascii_isalnum(self->plain[i])
				  ? self->plain[i] - self->plain[i - 1]
				  : 2;
		if (now == step && ABS(step) <= 1)
			continue;
		if (ABS(step) <= 1 && i - start >= RUN)
			memset(self->guessed + start, true, i - start);
		start = i - 1;
		step = now;
	}
}

static void
cross_out_years(Word *self)
{
	for (size_t i = 0; i + 4 <= self->n; i++)
		if ((memcmp(self->plain + i, "19", 2) == 0 || memcmp(self->plain + i, "20", 2) == 0) &&
			g_ascii_isdigit(self->plain[i + 2]) && g_ascii_isdigit(self->plain[i + 3]))
			memset(self->guessed + i, true, 4);
}

static bool
is_enough_left(const Word *self)
{
	bool seen[256] = {false};
	size_t left = 0, kinds = 0;
	for (size_t i = 0; i < self->n; i++) {
		unsigned char c = (unsigned char)self->plain[i];
		if (self->guessed[i] || !is_letter(self->plain[i]))
			continue;
		left++;
		kinds += seen[c] ? 0 : 1;
		seen[c] = true;
	}
	return left >= LEFT_LETTERS && kinds >= LEFT_KINDS;
}

bool
dd_password_rule_check(const char *password, const char *name, const char *unit, GError **error)
{
	g_auto(Word) word = {0};
	if (!g_utf8_validate(password, -1, NULL) || !read_word(password, &word)) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "mật khẩu phải là UTF-8, tối đa %d byte (the password must be UTF-8 of at most %d bytes)",
			DD_MAX_PASSWORD_BYTES, DD_MAX_PASSWORD_BYTES);
		return false;
	}
	if (word.n_typed < DD_PASSWORD_MIN_LETTERS) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INVALID_DATA, "mật khẩu phải có ít nhất %d ký tự (the password needs at least %d letters)",
			DD_PASSWORD_MIN_LETTERS, DD_PASSWORD_MIN_LETTERS);
		return false;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
		cross_out(&word, common[i], strlen(common[i]));
	cross_out_name(&word, name);
	cross_out_name(&word, unit);
	cross_out_runs(&word);
	cross_out_years(&word);
	if (is_enough_left(&word))
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"mật khẩu dễ đoán: bỏ tên, từ thường dùng, dãy số thì còn quá ít; hãy dùng vài từ "
		"không liên quan (the password is "
		"easy to guess: little is left without names, common words and numbers in a row; "
		"take some words that have nothing to do with each other)");
	return false;
}

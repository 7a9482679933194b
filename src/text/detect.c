/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "detect.h"

#include <string.h>

#include "detect-score.h"
#include "encoding.h"
#include "error.h"

#define COUNT_SAMPLE (64u << 10) /* bytes in which controls and zeros are counted */
#define SURE_LETTERS 400u        /* of them a fifth as today's are: that is no text misread */
#define SCORE_SAMPLE (16u << 10) /* bytes that are decoded in every encoding: some 3,000 words */
#define QUICK_SAMPLE                                                                               \
	(3u << 10) /* the same for what is valid UTF-8 and next to never anything else */

/* The first bytes of files that people take for text; what has to be done with each is the same */
static const struct {
	const char *bytes;
	uint8_t len;
	const char *name;
} magics[] = {
	{"%PDF", 4, "PDF"},
	{"%!PS", 4, "PostScript"},
	{"PK\3\4", 4, "DOCX, XLSX, ODT, ZIP"},
	{"PK\5\6", 4, "ZIP"},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, "DOC, XLS, PPT"},
	{"{\\rtf", 5, "RTF"},
	{"\x89PNG", 4, "PNG"},
	{"\xFF\xD8\xFF", 3, "JPEG"},
	{"GIF8", 4, "GIF"},
	{"II*\0", 4, "TIFF"},
	{"MM\0*", 4, "TIFF"},
	{"AT&TFORM", 8, "DjVu"},
	{"\x1F\x8B", 2, "GZIP"},
	{"7z\xBC\xAF\x27\x1C", 6, "7-Zip"},
	{"Rar!\x1A\x07", 6, "RAR"},
	{"\xFD"
	 "7zXZ",
		5, "XZ"},
	{"\x7F"
	 "ELF",
		4, "ELF"},
	{"SQLite format 3", 15, "SQLite"},
	{"\xFF\xFE\0\0", 4, "UTF-32"},
	{"\0\0\xFE\xFF", 4, "UTF-32"},
};

/* in the order in which they win when two are equally good: the frequent one first */
static const DdEncoding legacy[] = {DD_ENCODING_TCVN3, DD_ENCODING_TCVN1, DD_ENCODING_VNI,
	DD_ENCODING_CP1258, DD_ENCODING_VISCII};

size_t
dd_detect_bom(const uint8_t *data, size_t len, DdEncoding encoding)
{
	if (encoding == DD_ENCODING_UTF8)
		return len >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	if (encoding == DD_ENCODING_UTF16LE)
		return len >= 2 && memcmp(data, "\xFF\xFE", 2) == 0 ? 2 : 0;
	if (encoding == DD_ENCODING_UTF16BE)
		return len >= 2 && memcmp(data, "\xFE\xFF", 2) == 0 ? 2 : 0;
	return 0;
}

static bool
check_magic(const uint8_t *data, size_t len, GError **error)
{
	for (size_t i = 0; i < G_N_ELEMENTS(magics); i++) {
		if (len < magics[i].len || memcmp(data, magics[i].bytes, magics[i].len) != 0)
			continue;
		g_set_error(error, DD_ERROR, DD_ERROR_UNSUPPORTED,
			"tệp %s chưa đọc được; hãy lưu thành tệp .docx, hoặc .txt mã UTF-8, rồi "
			"đọc lại "
			"(not plain text: %s; save it as .docx, or as .txt in UTF-8, and read "
			"that)",
			magics[i].name, magics[i].name);
		return false;
	}
	return true;
}

static bool
is_text_control(uint8_t byte)
{
	return byte == '\t' || byte == '\n' || byte == '\v' || byte == '\f' || byte == '\r' ||
	       byte == 0x1A;
}

/*
 * Text in UTF-16 is two fifths ASCII at least, spaces alone are a fifth; next to no pair is a
 * control
 */
static bool
is_utf16(const uint8_t *data, size_t len, size_t high)
{
	size_t pairs = MIN(len, COUNT_SAMPLE) / 2;
	size_t ascii = 0, controls = 0;
	if (memchr(data, 0, 2 * pairs) == NULL) /* as in nearly every file */
		return false;
	for (size_t i = 0; i < pairs; i++) {
		uint8_t low = data[2 * i + 1 - high];
		if (data[2 * i + high] != 0)
			continue;
		if (low < 0x20 && !is_text_control(low))
			controls++;
		else if (low < 0x80)
			ascii++;
	}
	return pairs >= 2 && ascii * 5 >= pairs * 2 && controls * 50 <= pairs;
}

static bool
check_binary(const uint8_t *data, size_t len, GError **error)
{
	size_t n = MIN(len, COUNT_SAMPLE);
	size_t zeros = 0, controls = 0;
	for (size_t i = 0; i < n; i++) {
		zeros += data[i] == 0;
		controls += (data[i] < 0x20 && !is_text_control(data[i])) || data[i] == 0x7F;
	}
	if (zeros <= MAX(8, n / 64) && controls <= MAX(16, n / 20))
		return true;
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"tệp không phải văn bản (dữ liệu nhị phân); hãy lưu thành tệp .docx, hoặc .txt mã "
		"UTF-8, rồi đọc lại "
		"(not plain text: binary data; save it as .docx, or as .txt in UTF-8, and read "
		"that)");
	return false;
}

/* Returns: bytes that are no UTF-8; @letters_out: well-formed characters outside ASCII */
static size_t
count_broken(const uint8_t *data, size_t len, size_t *letters_out)
{
	size_t broken = 0;
	*letters_out = 0;
	for (size_t at = 0; at < len;) {
		gunichar c;
		size_t n = dd_utf8_decode(data + at, data + len, &c);
		broken += n == 0;
		*letters_out += n > 1;
		at += n > 0 ? n : 1;
	}
	return broken;
}

/*
 * Returns: where a sample that says something begins: a little before the first byte outside ASCII
 */
static size_t
sample_start(const uint8_t *data, size_t len)
{
	size_t at = 0;
	while (at < len && data[at] < 0x80)
		at++;
	for (int i = 0; i < 64 && at > 0 && data[at - 1] != ' ' && data[at - 1] != '\n'; i++)
		at--;
	return at;
}

/*
 * UTF-8 of today is full of U+1EA0–1EFF (E1 BA, E1 BB), text misread in another encoding has none
 */
static bool
has_vietnamese_letters(const uint8_t *data, size_t len)
{
	size_t n = MIN(len, COUNT_SAMPLE);
	size_t others = 0, letters = 0;
	for (size_t i = 0; i + 1 < n;) {
		uint8_t some_others = 0,
			some_letters = 0; /* so narrow that sixteen bytes are counted at a time */
		for (size_t stop = MIN(i + UINT8_MAX, n - 1); i < stop; i++) {
			some_others = (uint8_t)(some_others + (data[i] >= 0xC0));
			some_letters = (uint8_t)(some_letters +
						 ((data[i] == 0xE1) & ((data[i + 1] & 0xFE) == 0xBA)));
		}
		others += some_others;
		letters += some_letters;
		if (others >= SURE_LETTERS && letters * 5 >= others) /* as in nearly every file */
			return true;
	}
	return others == 0 || letters * 20 >= others;
}

/*
 * Looks for the best of the old encodings. Returns: its score; @detected_out is touched when it
 * beats @best
 */
static DdScore
try_legacy(const DdSource *source, size_t most, DdScore best, DdDetected *detected_out)
{
	for (size_t i = 0; i < G_N_ELEMENTS(legacy); i++) {
		DdSource tried = *source;
		tried.encoding = legacy[i];
		DdScore score = dd_detect_score(&tried, most);
		if ((int64_t)score.good - score.bad <= (int64_t)best.good - best.bad)
			continue;
		best = score;
		detected_out->encoding = legacy[i];
		detected_out->misread = source->misread;
	}
	return best;
}

/*
 * Valid UTF-8 may still hold the wrong letters: bytes of TCVN3 or VNI, or UTF-8 itself, read as
 * Windows-1252 and saved
 */
static void
look_for_misreading(const uint8_t *data, size_t len, DdDetected *detected_out)
{
	size_t start = sample_start(data, len);
	if (start >= len || has_vietnamese_letters(data + start, len - start))
		return;
	DdSource source = {.data = data + start, .len = len - start, .encoding = DD_ENCODING_UTF8};
	DdScore plain = dd_detect_score(&source, QUICK_SAMPLE);
	if (plain.bad == 0)
		return;
	source.misread = true;
	DdDetected found = *detected_out;
	DdScore best = dd_detect_score(&source, QUICK_SAMPLE);
	found.misread = true;
	best = try_legacy(&source, QUICK_SAMPLE, best, &found);
	/* a name or two in a foreign language must not turn a file over */
	if (best.good >= 3 && best.good >= best.bad * 2 && best.good > plain.good &&
		best.bad < plain.bad) {
		*detected_out = found;
		detected_out->clean = false;
	}
}

static bool
choose_legacy(const uint8_t *data, size_t len, size_t broken, DdDetected *detected_out, GError **error)
{
	size_t start = sample_start(data, len);
	DdSource source = {.data = data + start, .len = len - start, .encoding = DD_ENCODING_UTF8};
	DdScore best = try_legacy(
		&source, SCORE_SAMPLE, dd_detect_score(&source, SCORE_SAMPLE), detected_out);
	if (best.good >= best.bad)
		return true;
	/*
	 * a few foreign letters in ASCII: no evidence, but Windows-1258 keeps the accents of
	 * western Europe
	 */
	if (broken * 20 <= len) {
		detected_out->encoding = DD_ENCODING_CP1258;
		return true;
	}
	g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
		"không nhận ra bảng mã của tệp; hãy lưu lại dưới dạng UTF-8 rồi đọc lại "
		"(unknown encoding; save the file as UTF-8 and read it again)");
	return false;
}

static bool
detect_bytes(const uint8_t *data, size_t len, DdDetected *found, GError **error)
{
	found->clean = dd_utf8_scan_clean(data + found->bom, len - found->bom) == len - found->bom;
	if (!found->clean && !check_binary(data, len, error)) /* clean text has no controls */
		return false;
	size_t letters = 0;
	size_t broken = found->clean || g_utf8_validate((const char *)data, (gssize)len, NULL)
				? 0
				: count_broken(data, len, &letters);
	if (broken == 0) {
		look_for_misreading(data, len, found);
		return true;
	}
	/* a few damaged places do not make it another encoding */
	if (found->bom > 0 || broken * 100 <= letters)
		return true;
	return choose_legacy(data, len, broken, found, error);
}

bool
dd_detect_encoding(const uint8_t *data, size_t len, DdDetected *detected_out, GError **error)
{
	if (!check_magic(data, len, error))
		return false;
	static const DdEncoding marked[] = {DD_ENCODING_UTF16LE, DD_ENCODING_UTF16BE, DD_ENCODING_UTF8};
	DdDetected found = {.encoding = DD_ENCODING_UTF8};
	for (size_t i = 0; i < G_N_ELEMENTS(marked) && found.bom == 0; i++) {
		found.bom = dd_detect_bom(data, len, marked[i]);
		if (found.bom > 0)
			found.encoding = marked[i];
	}
	bool wide = found.bom == 2;
	if (found.bom == 0 && is_utf16(data, len, 1)) {
		found.encoding = DD_ENCODING_UTF16LE;
		wide = true;
	} else if (found.bom == 0 && is_utf16(data, len, 0)) {
		found.encoding = DD_ENCODING_UTF16BE;
		wide = true;
	}
	if (!wide && !detect_bytes(data, len, &found, error))
		return false;
	*detected_out = found;
	return true;
}

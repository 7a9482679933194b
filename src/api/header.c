/* SPDX-License-Identifier: GPL-3.0-or-later */
/* header.c: header fields, read from left to right without copies of what is not wanted */
#include "header.h"

#include <arpa/inet.h>
#include <string.h>

#define REQUEST_ID_MAX 64
#define WEIGHT_ONE 1000   /* q=1, in thousandths */
#define VERSION_DIGITS 18 /* of a number that fits 63 bits */

/* A piece of a field between commas or semicolons, without the blanks around it */
typedef struct {
	const char *text;
	size_t len;
} Piece;

/* Takes the next piece of @field, which ends at @separator. Returns: FALSE at the end */
static bool
next_piece(const char **field, char separator, Piece *out)
{
	const char *at = *field;
	if (at == NULL || *at == '\0')
		return false;
	const char *end = strchr(at, separator);
	*field = end != NULL ? end + 1 : at + strlen(at);
	size_t len = (size_t)((end != NULL ? end : *field) - at);
	while (len > 0 && (*at == ' ' || *at == '\t')) {
		at++;
		len--;
	}
	while (len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t'))
		len--;
	*out = (Piece){at, len};
	return true;
}

static bool
is_word(Piece piece, const char *word)
{
	return piece.len == strlen(word) && g_ascii_strncasecmp(piece.text, word, piece.len) == 0;
}

/* Reads "0.75" as 750. Returns: 0 for what is no weight (RFC 9110, 12.4.2): it is not known to be wanted */
static unsigned
read_weight(Piece piece)
{
	static const unsigned steps[] = {WEIGHT_ONE, 0, 100, 10, 1};
	unsigned weight = 0;
	if (piece.len == 0 || piece.len > G_N_ELEMENTS(steps))
		return 0;
	for (size_t i = 0; i < piece.len; i++) {
		bool good = i == 1 ? piece.text[i] == '.' : g_ascii_isdigit(piece.text[i]);
		if (!good)
			return 0;
		weight += i == 1 ? 0 : steps[i] * (unsigned)g_ascii_digit_value(piece.text[i]);
	}
	return weight <= WEIGHT_ONE ? weight : 0;
}

/* Parts @piece at its first semicolon. Returns: the weight behind it, of 1000 */
static unsigned
cut_weight(Piece *piece)
{
	const char *end = memchr(piece->text, ';', piece->len);
	if (end == NULL)
		return WEIGHT_ONE;
	g_autofree char *rest = g_strndup(end + 1, (size_t)(piece->text + piece->len - end - 1));
	piece->len = (size_t)(end - piece->text);
	while (piece->len > 0 &&
		(piece->text[piece->len - 1] == ' ' || piece->text[piece->len - 1] == '\t'))
		piece->len--;
	const char *at = rest;
	for (Piece one; next_piece(&at, ';', &one);)
		if (one.len >= 2 && g_ascii_strncasecmp(one.text, "q=", 2) == 0)
			return read_weight((Piece){one.text + 2, one.len - 2});
	return WEIGHT_ONE;
}

char *
dd_header_get_cookie(const char *field, const char *name)
{
	size_t len = strlen(name);
	Piece piece, found = {NULL, 0};
	while (next_piece(&field, ';', &piece)) {
		if (piece.len <= len || piece.text[len] != '=' || memcmp(piece.text, name, len) != 0)
			continue;
		if (found.text != NULL)
			return NULL; /* which one is meant somebody else might see otherwise */
		found = (Piece){piece.text + len + 1, piece.len - len - 1};
	}
	return found.text != NULL ? g_strndup(found.text, found.len) : NULL;
}

const char *
dd_header_get_bearer(const char *field)
{
	static const char scheme[] = "Bearer ";
	if (field == NULL || g_ascii_strncasecmp(field, scheme, sizeof(scheme) - 1) != 0)
		return NULL;
	field += sizeof(scheme) - 1;
	return field + strspn(field, " ");
}

DdCoding
dd_header_pick_coding(const char *field)
{
	static const char *const names[] = {"identity", "gzip", "br"};
	unsigned weights[G_N_ELEMENTS(names)] = {0}, others = 0;
	bool named[G_N_ELEMENTS(names)] = {false};
	for (Piece piece; next_piece(&field, ',', &piece);) {
		unsigned weight = cut_weight(&piece);
		if (is_word(piece, "*"))
			others = weight;
		for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
			if (!named[i] && is_word(piece, names[i])) {
				named[i] = true;
				weights[i] = weight;
			}
	}
	/* what is not coded is taken by all, and liked better only where it is said */
	for (size_t i = DD_CODING_GZIP; i < G_N_ELEMENTS(names); i++)
		if (!named[i])
			weights[i] = others;
	DdCoding best = weights[DD_CODING_BROTLI] >= weights[DD_CODING_GZIP] ? DD_CODING_BROTLI
									     : DD_CODING_GZIP;
	return weights[best] > 0 && weights[best] >= weights[DD_CODING_NONE] ? best : DD_CODING_NONE;
}

bool
dd_header_accepts_type(const char *field, const char *type)
{
	if (field == NULL || *field == '\0')
		return true;
	g_autofree char *family = g_strdup_printf("%.*s/*", (int)strcspn(type, "/"), type);
	for (Piece piece; next_piece(&field, ',', &piece);)
		if (cut_weight(&piece) > 0 &&
			(is_word(piece, type) || is_word(piece, family) || is_word(piece, "*/*")))
			return true;
	return false;
}

bool
dd_header_is_type(const char *field, const char *type)
{
	Piece piece;
	return next_piece(&field, ';', &piece) && is_word(piece, type);
}

/* Takes the mark of a weak one off */
static Piece
strip_weak(Piece piece)
{
	return piece.len > 2 && memcmp(piece.text, "W/", 2) == 0
		       ? (Piece){piece.text + 2, piece.len - 2}
		       : piece;
}

bool
dd_header_matches(const char *field, const char *etag)
{
	for (Piece piece; next_piece(&field, ',', &piece);) {
		piece = strip_weak(piece);
		if ((piece.len == 1 && *piece.text == '*') ||
			(piece.len == strlen(etag) && memcmp(piece.text, etag, piece.len) == 0))
			return true;
	}
	return false;
}

bool
dd_header_get_version(const char *field, int64_t *version_out)
{
	Piece piece, other;
	int64_t version = 0;
	if (!next_piece(&field, ',', &piece) || next_piece(&field, ',', &other))
		return false;
	piece = strip_weak(piece);
	if (piece.len < 3 || piece.text[0] != '"' || piece.text[piece.len - 1] != '"')
		return false;
	size_t at = 1;
	for (; at <= VERSION_DIGITS && g_ascii_isdigit(piece.text[at]); at++)
		version = version * 10 + g_ascii_digit_value(piece.text[at]);
	if (at == 1 || (piece.text[at] != '"' && piece.text[at] != '.'))
		return false;
	*version_out = version;
	return true;
}

/* Reads digits from @text on. Returns: behind them, NULL when there is none, or too many */
static const char *
read_digits(const char *text, uint64_t *out)
{
	size_t n = 0;
	*out = 0;
	for (; n < VERSION_DIGITS && g_ascii_isdigit(text[n]); n++)
		*out = *out * 10 + (uint64_t)g_ascii_digit_value(text[n]);
	return n > 0 && !g_ascii_isdigit(text[n]) ? text + n : NULL;
}

DdRangeKind
dd_header_get_range(const char *field, uint64_t size, uint64_t *first_out, uint64_t *last_out)
{
	static const char unit[] = "bytes=";
	uint64_t first = 0, last = size - 1;
	if (field == NULL || strncmp(field, unit, sizeof(unit) - 1) != 0)
		return DD_RANGE_ALL;
	const char *at = field + sizeof(unit) - 1;
	if (*at == '-') { /* the last bytes, so many */
		at = read_digits(at + 1, &last);
		if (at == NULL || *at != '\0')
			return DD_RANGE_ALL;
		if (last == 0 || size == 0)
			return DD_RANGE_OUTSIDE;
		first = size - MIN(last, size);
		last = size - 1;
	} else {
		at = read_digits(at, &first);
		if (at == NULL || *at != '-')
			return DD_RANGE_ALL;
		if (at[1] != '\0' &&
			((at = read_digits(at + 1, &last)) == NULL || *at != '\0' || last < first))
			return DD_RANGE_ALL;
		if (first >= size)
			return DD_RANGE_OUTSIDE;
		last = MIN(last, size - 1);
	}
	*first_out = first;
	*last_out = last;
	return DD_RANGE_PART;
}

bool
dd_header_is_request_id(const char *field)
{
	size_t len = 0;
	for (; field[len] != '\0'; len++)
		if (len == REQUEST_ID_MAX ||
			(!g_ascii_isalnum(field[len]) && strchr("-_.", field[len]) == NULL))
			return false;
	return len > 0;
}

static bool
is_address(const char *text)
{
	struct in6_addr buffer;
	return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1;
}

char *
dd_header_get_client(const char *field, const char *peer, const char *const *proxies)
{
	g_autofree char *client = g_strdup(peer);
	if (field == NULL || proxies == NULL || !g_strv_contains(proxies, peer))
		return g_steal_pointer(&client);
	/* from the right: what stands to the left of a proxy's word anybody may have written */
	for (size_t end = strlen(field); end > 0;) {
		size_t begin = end;
		while (begin > 0 && field[begin - 1] != ',')
			begin--;
		g_autofree char *one = g_strndup(field + begin, end - begin);
		g_strstrip(one);
		if (!is_address(one))
			break;
		g_free(client);
		client = g_steal_pointer(&one);
		if (!g_strv_contains(proxies, client))
			break;
		end = begin > 0 ? begin - 1 : 0;
	}
	return g_steal_pointer(&client);
}

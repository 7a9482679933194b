/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoding-scan.c: is this UTF-8 as it has to be? One look-up and one shift for a byte */
#include "compose-cluster.h"
#include "compose.h"
#include "encoding.h"

/*
 * A small automaton: row b holds, six bits for each state, where byte b leads from there; a state
 * is its bit offset. It knows the characters that Vietnamese text is made of and stops at all
 * others, which are then looked at one by one.
 */
enum {
	AT_START = 0,
	AT_ONE_MORE = 6, /* any continuation byte */
	AT_C2 = 12,
	AT_E1 = 18,
	AT_E2 = 24,
	AT_E2_80 = 30,
	AT_TWO_MORE = 36,
	AT_STOP = 42,
};

#define CHUNK 256 /* bytes between two looks at the state */
#define STRIDE 8  /* bytes without a look at the end: the compiler writes the steps out */
#define STATE_MASK 63u

static void
lead(uint64_t *rows, unsigned from, unsigned first, unsigned last, unsigned to)
{
	for (unsigned byte = first; byte <= last; byte++)
		rows[byte] = (rows[byte] & ~((uint64_t)STATE_MASK << from)) | (uint64_t)to << from;
}

static void
make_rows(uint64_t rows[256])
{
	for (unsigned byte = 0; byte < 256; byte++) {
		rows[byte] = 0;
		for (unsigned state = AT_START; state <= AT_STOP; state += 6)
			rows[byte] |= (uint64_t)AT_STOP << state;
	}
	lead(rows, AT_START, 0x20, 0x7E, AT_START);
	lead(rows, AT_START, '\t', '\n', AT_START);
	lead(rows, AT_START, '\f', '\f', AT_START);
	lead(rows, AT_START, 0xC2, 0xC2, AT_C2);
	lead(rows, AT_START, 0xC3, 0xC6, AT_ONE_MORE);
	lead(rows, AT_START, 0xE1, 0xE1, AT_E1);
	lead(rows, AT_START, 0xE2, 0xE2, AT_E2);
	lead(rows, AT_START, 0xE4, 0xE9, AT_TWO_MORE); /* Chinese */
	lead(rows, AT_ONE_MORE, 0x80, 0xBF, AT_START);
	lead(rows, AT_TWO_MORE, 0x80, 0xBF, AT_ONE_MORE);
	lead(rows, AT_C2, 0xA1, 0xAC, AT_START); /* not U+00AD, the soft hyphen */
	lead(rows, AT_C2, 0xAE, 0xBF, AT_START);
	lead(rows, AT_E1, 0xB8, 0xBB, AT_ONE_MORE); /* U+1E00–1EFF */
	lead(rows, AT_E2, 0x80, 0x80, AT_E2_80);
	lead(rows, AT_E2, 0x86, 0x89, AT_ONE_MORE); /* arrows, mathematics */
	lead(rows, AT_E2, 0x94, 0x9E, AT_ONE_MORE); /* frames and bullets */
	lead(rows, AT_E2_80, 0x90, 0xA7, AT_START); /* U+2010–2027: dashes, quotes, • … */
	lead(rows, AT_E2_80, 0xB0, 0xBF, AT_START);
}

/*
 * Looks at the characters from @at until behind @stop. Returns: where it ended; @clean_out FALSE:
 * the one that is not clean
 */
static size_t
look_closely(const uint8_t *data, size_t len, size_t at, size_t stop, bool *clean_out)
{
	*clean_out = true;
	while (at < stop) {
		gunichar c;
		size_t n = dd_utf8_decode(data + at, data + len, &c);
		if (n == 0 || !dd_cluster_is_clean(c)) {
			*clean_out = false;
			return at;
		}
		at += n;
	}
	return at;
}

/*
 * Returns: the start of the character that @at may be inside of; what lies before @at is known to
 * be well-formed
 */
static size_t
back_to_start(const uint8_t *data, size_t at)
{
	for (int i = 0; i < 4 && at > 0; i++) {
		if (data[at - 1] < 0x80)
			return at;
		at--;
		if (data[at] >= 0xC0)
			return at;
	}
	return at;
}

size_t
dd_utf8_scan_clean(const uint8_t *data, size_t len)
{
	uint64_t rows[256];
	make_rows(rows);
	size_t at = 0;
	uint64_t state = AT_START;
	while (at < len) {
		size_t stop = len - at > CHUNK ? at + CHUNK : len, i = at;
		for (; stop - i >= STRIDE; i += STRIDE)
			for (size_t k = 0; k < STRIDE; k++)
				state = rows[data[i + k]] >> (state & STATE_MASK);
		for (; i < stop; i++)
			state = rows[data[i]] >> (state & STATE_MASK);
		if ((state & STATE_MASK) != AT_STOP &&
			(stop < len || (state & STATE_MASK) == AT_START)) {
			at = stop;
			continue;
		}
		bool clean;
		at = look_closely(data, len, back_to_start(data, at), stop, &clean);
		if (!clean)
			return at;
		state = AT_START;
	}
	return len;
}

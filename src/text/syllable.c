/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "syllable.h"

#include <string.h>

#include "letter.h"
#include "once.h"

static const char *const onset_words[] = {
	"b",
	"c",
	"ch",
	"d",
	"đ",
	"g",
	"gh",
	"gi",
	"h",
	"k",
	"kh",
	"l",
	"m",
	"n",
	"ng",
	"ngh",
	"nh",
	"p",
	"ph",
	"q",
	"r",
	"s",
	"t",
	"th",
	"tr",
	"v",
	"x",
};

static const char *const rime_words[] = {
	"a",
	"ac",
	"ach",
	"ai",
	"am",
	"an",
	"ang",
	"anh",
	"ao",
	"ap",
	"at",
	"au",
	"ay",
	"ăc",
	"ăm",
	"ăn",
	"ăng",
	"ăp",
	"ăt",
	"âc",
	"âm",
	"ân",
	"âng",
	"âp",
	"ât",
	"âu",
	"ây",
	"e",
	"ec",
	"em",
	"en",
	"eng",
	"eo",
	"ep",
	"et",
	"ê",
	"êch",
	"êm",
	"ên",
	"ênh",
	"êp",
	"êt",
	"êu",
	"i",
	"ia",
	"ich",
	"iêc",
	"iêm",
	"iên",
	"iêng",
	"iêp",
	"iêt",
	"iêu",
	"im",
	"in",
	"inh",
	"ip",
	"it",
	"iu",
	"o",
	"oa",
	"oac",
	"oach",
	"oai",
	"oam",
	"oan",
	"oang",
	"oanh",
	"oao",
	"oap",
	"oat",
	"oay",
	"oăc",
	"oăm",
	"oăn",
	"oăng",
	"oăt",
	"oc",
	"oe",
	"oen",
	"oeo",
	"oet",
	"oi",
	"om",
	"on",
	"ong",
	"ooc",
	"oong",
	"op",
	"ot",
	"ô",
	"ôc",
	"ôi",
	"ôm",
	"ôn",
	"ông",
	"ôp",
	"ôt",
	"ơ",
	"ơi",
	"ơm",
	"ơn",
	"ơp",
	"ơt",
	"u",
	"ua",
	"uân",
	"uâng",
	"uât",
	"uây",
	"uc",
	"uê",
	"uêch",
	"uênh",
	"ui",
	"um",
	"un",
	"ung",
	"uơ",
	"up",
	"ut",
	"uy",
	"uya",
	"uych",
	"uyên",
	"uyêt",
	"uynh",
	"uyt",
	"uyu",
	"uôc",
	"uôi",
	"uôm",
	"uôn",
	"uông",
	"uôt",
	"ư",
	"ưa",
	"ưc",
	"ưi",
	"ưm",
	"ưn",
	"ưng",
	"ưt",
	"ưu",
	"ươc",
	"ươi",
	"ươm",
	"ươn",
	"ương",
	"ươp",
	"ươt",
	"ươu",
	"y",
	"yêm",
	"yên",
	"yêng",
	"yêt",
	"yêu",
	"uac",
	"uach",
	"uai",
	"uan",
	"uang",
	"uanh",
	"uao",
	"uat",
	"uau",
	"uay",
	"uăc",
	"uăn",
	"uăng",
	"uăt",
	"uăp",
	"ue",
	"uen",
	"ueo",
	"uet",
	"uên",
	"uêt",
	"uin",
	"uit",
};

#define SLOT_BITS 10 /* of a set: at most a quarter of it is taken */

/* A set of packed letters; open addressing, 0: free */
typedef struct {
	uint64_t slots[1u << SLOT_BITS];
} Set;

typedef struct {
	Set onsets, rimes;
} Tables;

G_STATIC_ASSERT(G_N_ELEMENTS(rime_words) * 4 <= 1u << SLOT_BITS);

/* Packs up to DD_SYLLABLE_LETTERS base letters, six bits each. */
static uint64_t
pack(const uint8_t *bases, size_t n)
{
	uint64_t key = 0;
	for (size_t i = 0; i < n; i++)
		key = key << 6 | bases[i];
	return key;
}

/* The place of @key, or the free one where it is to stand */
static size_t
slot_of(const Set *set, uint64_t key)
{
	const size_t mask = (1u << SLOT_BITS) - 1;
	size_t slot = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - SLOT_BITS));
	while (set->slots[slot] != 0 && set->slots[slot] != key)
		slot = (slot + 1) & mask;
	return slot;
}

/* Returns: number of letters, 0 when the word is too long, has a foreign character or more than one tone */
static size_t
bases_of(const char *word, size_t len, uint8_t bases[DD_SYLLABLE_LETTERS])
{
	const unsigned char *at = (const unsigned char *)word, *end = at + len;
	size_t n = 0;
	int tones = 0;
	while (at < end) {
		unsigned letter_len;
		DdLetter letter = dd_letter_at(at, end, &letter_len);
		at += letter_len;
		if (letter.base == 0 || n == DD_SYLLABLE_LETTERS)
			return 0;
		tones += letter.tone != 0;
		bases[n++] = letter.base;
	}
	return tones > 1 ? 0 : n;
}

static void
fill(Set *set, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint8_t bases[DD_SYLLABLE_LETTERS] = {0};
		uint64_t key = pack(bases, bases_of(words[i], strlen(words[i]), bases));
		set->slots[slot_of(set, key)] = key;
	}
}

static const Tables *
get_tables(void)
{
	static DdOnce once = DD_ONCE_INIT;
	static Tables tables; /* filled once, only read afterwards */
	if (dd_once_enter(&once)) {
		fill(&tables.onsets, onset_words, G_N_ELEMENTS(onset_words));
		fill(&tables.rimes, rime_words, G_N_ELEMENTS(rime_words));
		dd_once_leave(&once);
	}
	return &tables;
}

static bool
has(const Set *set, uint64_t key)
{
	return set->slots[slot_of(set, key)] == key;
}

bool
dd_syllable_fits(const uint8_t *bases, size_t n)
{
	const Tables *tables = get_tables();
	for (size_t onset = 0; onset <= 3 && onset < n; onset++) {
		if (onset > 0 && !has(&tables->onsets, pack(bases, onset)))
			continue;
		if (has(&tables->rimes, pack(bases + onset, n - onset)))
			return true;
	}
	return false;
}

bool
dd_syllable_is_valid(const char *word, size_t len)
{
	uint8_t bases[DD_SYLLABLE_LETTERS];
	return dd_syllable_fits(bases, bases_of(word, len, bases));
}

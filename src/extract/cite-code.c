/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-code.c: codes of kinds and bodies in numbers: put right where a scanner broke them, parted where a hyphen is lost */
#include "cite-code.h"

#include <string.h>

#include "cite-words.h"

#define ANY_LETTER 2   /* what a letter that scanners do not confuse counts for */
#define MAX_MISTAKES 2 /* letters put right in one part */

/* Bodies and kinds in numbers; the order decides between equally near ones */
static const char *const codes[] = {
	"NQ",
	"QĐ",
	"KH",
	"KL",
	"CT",
	"NĐ",
	"CP",
	"TTg",
	"TW",
	"TU",
	"UBND",
	"HĐND",
	"TT",
	"CTr",
	"TTr",
	"TB",
	"HD",
	"BC",
	"BCĐ",
	"QC",
	"VBHN",
	"TTLT",
	"CV",
	"CĐ",
	"VPCP",
	"BTTTT",
	"BTC",
	"BNV",
	"BKHCN",
	"BKHĐT",
	"BGDĐT",
	"BYT",
	"BTP",
	"BTNMT",
	"BNNPTNT",
	"BNNMT",
	"BXD",
	"BGTVT",
	"BLĐTBXH",
	"BVHTTDL",
	"BCT",
	"BCA",
	"BQP",
	"TTĐT",
	"ĐA",
	"PA",
	"BTGTW",
	"BTCTW",
	"UBTVQH",
	"QyĐ",
	"CTHĐ",
	"BCĐTW",
	"HU",
	"ĐU",
	"PCTT",
	"SKHCN",
};

/* Splits "HĐND" into letters with Đ as one. Returns: number of letters */
static size_t
letters_of(const char *text, size_t len, char out[16])
{
	size_t n = 0;
	for (size_t i = 0; i < len && n < 16; i++) {
		unsigned char c = (unsigned char)text[i];
		if (c == 0xC4 && i + 1 < len) {
			out[n++] = '#';
			i++;
		} else if (c < 0x80) {
			out[n++] = (char)c;
		} else if ((c & 0xC0) == 0xC0) {
			out[n++] = '?';
		}
	}
	return n;
}

/* Do scanners take the letter @good for @bad? */
static bool
confused(char good, char bad)
{
	static const char pairs[] = "#D#P#E#B#?QOHIHEHNHLUVNHTITlTYTFDOCGGCOQBDSBgqKXVYNM";
	for (size_t i = 0; i + 1 < sizeof(pairs); i += 2)
		if (pairs[i] == good && pairs[i + 1] == bad)
			return true;
	return false;
}

static unsigned
mistakes(const char *good, const char *bad, size_t bad_len)
{
	char a[16], b[16];
	size_t n = letters_of(good, strlen(good), a), m = letters_of(bad, bad_len, b);
	if (n != m)
		return MAX_MISTAKES + 1;
	unsigned wrong = 0;
	for (size_t i = 0; i < n; i++)
		if (a[i] != b[i])
			wrong += confused(a[i], b[i]) ? 1 : ANY_LETTER;
	return n < 3 && wrong >= ANY_LETTER ? MAX_MISTAKES + 1 : wrong;
}

/* Bodies that stand in most numbers and that no other body's letters are near */
static bool
is_common(const char *code)
{
	static const char *const common[] = {"UBND", "HĐND", "VPCP", "UBTVQH", "VBHN", "TTLT"};
	for (size_t i = 0; i < G_N_ELEMENTS(common); i++)
		if (strcmp(common[i], code) == 0)
			return true;
	return false;
}

const char *
dd_cite_code_restore(const char *text, size_t len, uint8_t type)
{
	const char *wanted = dd_cite_type_get(type)->code;
	if (wanted != NULL && mistakes(wanted, text, len) == 0)
		return NULL;
	const char *best = NULL;
	unsigned least = MAX_MISTAKES + 1;
	if (wanted != NULL && len > 1)
		least = MIN(least, mistakes(wanted, text, len));
	if (least <= MAX_MISTAKES)
		best = wanted;
	for (size_t i = 0; i < G_N_ELEMENTS(codes); i++) {
		unsigned wrong = mistakes(codes[i], text, len);
		if (wrong >= ANY_LETTER && !is_common(codes[i])) /* SYT is not BYT */
			continue;
		if (wrong == 0)
			return NULL;
		if (wrong < least && strlen(codes[i]) > 1) {
			least = wrong;
			best = codes[i];
		}
	}
	return best;
}

/* A hyphen at the end of a line is often lost: "6138/UBND-" and "KGVX" on the next become "6138/UBNDKGVX" */
static const char *const kinds[] = {"NQ", "QĐ", "KH", "CT", "NĐ", "KL", "TB", "HD", "BC", "TTr",
	"CTr", "TT", "CV", "CĐ", "QC", "ĐA", "PA", "CTHĐ", "VBHN", "BB", "GM", "HDLN", "QyĐ"};

static const char *const issuers[] = {
	"CP",
	"TTg",
	"TW",
	"TU",
	"HU",
	"QU",
	"ĐU",
	"ĐUK",
	"UB",
	"UBND",
	"HĐND",
	"UBTVQH",
	"VPCP",
	"MTTQ",
	"MTTW",
	"BCĐ",
	"BCĐTW",
	"BTGTW",
	"BTCTW",
	"BTGDVTW",
	"TLĐ",
	"TANDTC",
	"VKSTC",
	"VKSNDTC",
	"HĐTP",
	"TTCP",
	"KTNN",
	"NHNN",
	"UBDT",
	"BCA",
	"BCT",
	"BDTTG",
	"BGDĐT",
	"BGTVT",
	"BKHCN",
	"BKHĐT",
	"BLĐTBXH",
	"BNG",
	"BNN",
	"BNNMT",
	"BNNPTNT",
	"BNV",
	"BQP",
	"BTC",
	"BTNMT",
	"BTP",
	"BTTTT",
	"BVHTTDL",
	"BXD",
	"BYT",
	"SCT",
	"SDL",
	"SDTTG",
	"SGDĐT",
	"SGTVT",
	"SKHCN",
	"SKHĐT",
	"SLĐTBXH",
	"SNNMT",
	"SNNPTNT",
	"SNV",
	"SNgV",
	"STC",
	"STNMT",
	"STP",
	"STTTT",
	"SVHTT",
	"SVHTTDL",
	"SXD",
	"SYT",
};

/* Rooms within offices, as letters name them behind the office */
static const char *const rooms[] = {
	"KGVX",
	"VX",
	"VXNV",
	"KT",
	"KTN",
	"KTNN",
	"KTTH",
	"KTTC",
	"NC",
	"NCPC",
	"NV",
	"TH",
	"NN",
	"NL",
	"NLN",
	"NNMT",
	"NNTN",
	"NNTNMT",
	"TNMT",
	"XD",
	"XDCB",
	"XDNĐ",
	"CN",
	"CNN",
	"CNXD",
	"CNTT",
	"TC",
	"TCKH",
	"ĐT",
	"ĐTXD",
	"GT",
	"GTXD",
	"HC",
	"HCC",
	"CCHC",
	"KSTT",
	"KSTTHC",
	"TTHC",
	"KHCN",
	"KHTC",
	"KHTH",
	"QHQT",
	"QHĐP",
	"TCCB",
	"TCCV",
	"TCD",
	"TKBT",
	"VHXH",
	"VP",
	"PC",
	"PCTT",
	"CQĐP",
	"CCVC",
	"HTQT",
	"GDTrH",
	"GDTH",
	"GDMN",
	"GDTX",
	"GDĐH",
	"GDCTHSSV",
	"QLCL",
	"QLKT",
	"QLN",
	"QLNN",
	"NVY",
	"NVD",
};

static bool
is_one_of(const char *const *list, size_t n, const char *text, size_t len)
{
	for (size_t i = 0; i < n; i++)
		if (strncmp(list[i], text, len) == 0 && list[i][len] == '\0')
			return true;
	return false;
}

bool
dd_cite_code_is_kind(const char *text, size_t len)
{
	return is_one_of(kinds, G_N_ELEMENTS(kinds), text, len);
}

bool
dd_cite_code_is_office(const char *text, size_t len)
{
	return is_one_of(issuers, G_N_ELEMENTS(issuers), text, len) ||
	       is_one_of(rooms, G_N_ELEMENTS(rooms), text, len);
}

size_t
dd_cite_code_split(const char *text, size_t len, bool first)
{
	if (len < 4 || dd_cite_code_is_office(text, len)) /* Thanh tra Chính phủ is TTCP */
		return 0;
	for (size_t i = 0; first && i < G_N_ELEMENTS(kinds); i++) {
		size_t n = strlen(kinds[i]);
		if (n < len && strncmp(kinds[i], text, n) == 0 &&
			is_one_of(issuers, G_N_ELEMENTS(issuers), text + n, len - n))
			return n;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(issuers); i++) {
		size_t n = strlen(issuers[i]);
		if (n >= 4 && n < len && strncmp(issuers[i], text, n) == 0 &&
			is_one_of(rooms, G_N_ELEMENTS(rooms), text + n, len - n))
			return n;
	}
	return 0;
}

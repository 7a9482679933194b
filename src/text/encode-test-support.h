/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encode-test-support.h: for tests only: text as old files hold it */
#pragma once

#include <glib.h>

#include "text.h"

G_BEGIN_DECLS

/* how a marked letter is taken apart */
typedef enum {
	DD_TEST_MARKS_NFD,       /* as Unicode orders them: a, dot below, circumflex */
	DD_TEST_MARKS_TONE_LAST, /* as Windows types them: â, dot below */
	DD_TEST_MARKS_TONE_FIRST /* the tone before the circumflex, the breve or the horn */
} DdTestMarks;

/*
 * @utf8: NUL-terminated, in NFC. Character by character, so the bytes of a prefix are a prefix of
 * the bytes; no byte order mark. TCVN3 writes marked capitals other than Ă Â Ê Ô Ơ Ư Đ as small
 * letters, as its fonts of capitals do; what an encoding has no code for becomes a plain sign ('-',
 * '"', '?').
 * Returns: (transfer full)
 */
GByteArray *
dd_test_encode(const char *utf8, DdEncoding encoding);
/* Returns: (transfer full) @utf8 with its Vietnamese letters taken apart, NUL-terminated */
char *
dd_test_decompose(const char *utf8, DdTestMarks order);
/*
 * Returns: (transfer full) @bytes read as Windows-1252 and stored as UTF-8: "Kế hoạch" in TCVN3
 * becomes "KÕ ho¹ch"
 */
GByteArray *
dd_test_misread(const GByteArray *bytes);

G_END_DECLS

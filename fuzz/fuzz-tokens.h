/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fuzz-tokens.h: any bytes as the tokens that a grammar gets to see; the first byte chooses how far letters are trusted */
#pragma once

#include "fuzz.h"
#include "text.h"
#include "token.h"

/* Returns: (transfer full) the text that @tokens_out points into, or NULL when the bytes are no text */
DdText *
fuzz_tokens(const DdLexicon *lexicon, const uint8_t *data, size_t size, DdTokens *tokens_out);

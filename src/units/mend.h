/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mend.h: names of a bad scan are restored, and read once more as clean text */
#pragma once

#include "names.h"

G_BEGIN_DECLS

/* A stretch of a bad scan, restored */
typedef struct {
	const char *text; /* in the arena */
	uint32_t start;   /* of the stretch in the broken text */
	DdRestoredWord *words;
	size_t n;
	uint8_t confidence;
} DdMended;

/* Returns: TRUE when names of a bad scan are worth a second reading */
bool
dd_names_need_mending(const DdTokens *tokens, const DdFieldList *list);
/* Restores tokens [@from, @to). Returns: FALSE when that is not sure enough or too long */
bool
dd_mend(const DdDirectory *directory, const DdTokens *tokens, size_t from, size_t to,
	DdArena *arena, DdMended *mended_out);
/* Puts @names, read from the restored text, into @list when they are better. Returns: FALSE when they are not */
bool
dd_names_take_mended(const DdMended *mended, DdFieldList *names, DdFieldList *list);
/* Returns: the token of the broken text behind offset @out of the restored one */
size_t
dd_mended_token(const DdMended *mended, const DdTokens *tokens, size_t from, size_t to, uint32_t out);

G_END_DECLS

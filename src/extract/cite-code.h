/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cite-code.h: codes of kinds and bodies in the numbers of documents */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <glib.h>

G_BEGIN_DECLS

/* Returns: the code of @type's numbers that the scanner saw as @text; NULL when it is right or nothing near */
const char *
dd_cite_code_restore(const char *text, size_t len, uint8_t type);
/* Returns: TRUE when @text is surely the code of a kind of document, also where signs are lost: "KH" */
bool
dd_cite_code_is_kind(const char *text, size_t len);
/* Returns: the kind whose code @text is, and no body's: "KH" is a "Kế hoạch"; NULL none */
const char *
dd_cite_code_name(const char *text, size_t len);
/* Returns: the code of the kind @name, NULL when it has none */
const char *
dd_cite_code_of(const char *name);
/* Returns: TRUE when @text is the code of an office or of a room within one: "TW", "KGVX" */
bool
dd_cite_code_is_office(const char *text, size_t len);
/*
 * Returns: bytes of the first of the two codes that lost the hyphen between them ("KHUBND", "UBNDKGVX"), 0 when @text is
 * one. @first: it stands right behind the digits
 */
size_t
dd_cite_code_split(const char *text, size_t len, bool first);

G_END_DECLS

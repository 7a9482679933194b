/* SPDX-License-Identifier: GPL-3.0-or-later */
/* language.h: the table of Vietnamese that is built into the program (docs/language.md), as dd_ngrams_new takes it */
#pragma once

#include <stddef.h>

extern const unsigned char dd_language_table[];
extern const size_t dd_language_size;

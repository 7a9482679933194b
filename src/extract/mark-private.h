/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mark-private.h: shared by the parts that read marks: values of letters and of Roman numbers */
#pragma once

#include "mark.h"

G_BEGIN_DECLS

/* Returns: the place of the letter [@at, @at + @len) in a list (a is 1, đ is 5), 0 when it is none */
uint32_t
dd_mark_letter_value(const char *at, size_t len);
/* Returns: the value of a well-formed Roman number of @len letters, 0 otherwise */
uint32_t
dd_mark_roman_value(const char *at, size_t len);

G_END_DECLS

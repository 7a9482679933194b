/* SPDX-License-Identifier: GPL-3.0-or-later */
/* detect-score.h: how much like Vietnamese bytes look in one encoding */
#pragma once

#include <glib.h>
#include <stdint.h>

#include "encoding.h"

G_BEGIN_DECLS

/* Words with at least one character outside ASCII; all others say nothing about the encoding */
typedef struct {
	uint32_t good; /* built like a Vietnamese syllable */
	uint32_t bad;
} DdScore;

/* Returns: the score of the first @most bytes of @source; broken bytes count as bad words */
DdScore
dd_detect_score(const DdSource *source, size_t most);

G_END_DECLS

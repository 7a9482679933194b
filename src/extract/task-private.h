/* SPDX-License-Identifier: GPL-3.0-or-later */
/* task-private.h: what the reader of tasks keeps for each paragraph */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

#define HEADING_TIME_TOKENS 8u /* a heading that is a time has no more words */
#define HEADING_NAME_TOKENS 12u /* a heading that is a name has no more words */
#define PLAIN_TASK_TOKENS 8u   /* a shorter paragraph without a number is no task */

typedef struct {
	uint32_t heading;           /* index + 1 of what it gives to its items, 0: nothing */
	uint32_t last_child;        /* paragraph of its last item */
	uint32_t labelled_children; /* items right under it that carry labelled fields */
	uint8_t label_mark;         /* DdMark of its first labelled field */
	bool labelled;              /* labelled fields follow it */
	bool nested;                /* numbered items stand under one of its items */
	bool extends;               /* a plain paragraph that goes on with a labelled field */
} DdBlockFacts;

G_END_DECLS

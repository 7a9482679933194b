/* SPDX-License-Identifier: GPL-3.0-or-later */
/* outline-private.h: shared by the two halves of the outline */
#pragma once

#include "mark.h"
#include "outline.h"

G_BEGIN_DECLS

/* One open level of the outline */
typedef struct {
	DdMarkFound mark;
	size_t para;     /* index of its paragraph */
	const char *id;
	uint32_t bullets; /* bullets of each nested kind counted so far */
} DdOutlineLevel;

G_END_DECLS

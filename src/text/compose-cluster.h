/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compose-cluster.h: a letter with its marks, a line end: what becomes text on its own */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

#include "encoding.h"

G_BEGIN_DECLS

#define DD_CLUSTER_BYTES 640 /* DD_COMPOSE_OUT characters of 4 bytes */

typedef struct {
	size_t end;      /* where the next one starts in the source */
	size_t len;      /* bytes of text, 0 for what is dropped */
	bool recomposed; /* it was not in NFC */
	char text[DD_CLUSTER_BYTES];
} DdCluster;

/*
 * Reads the cluster at @pos (< len) of @source. What it gives depends on the bytes from @pos on
 * only, so a reading may start anew wherever a cluster started; at most a few hundred source bytes
 * are taken for one byte of text.
 */
void
dd_cluster_read(const DdSource *source, size_t pos, DdCluster *cluster_out);
/*
 * Returns: TRUE when @c is text as it stands: in NFC, no mark, no odd space, control or ligature,
 * no CR
 */
bool
dd_cluster_is_clean(gunichar c);
/*
 * Returns: TRUE, at once, for the most frequent clean characters; any two of them side by side are
 * two clusters
 */
bool
dd_cluster_is_plain(gunichar c);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member-kind.h: whether a file inside of a file is worth taking out */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_MEMBER_HEAD_BYTES ((gsize)64 << 10) /* tell it */

/* @len: of the whole file, or DD_MEMBER_HEAD_BYTES and more of its beginning. Returns: TRUE for a kind that a worker reads, and for plain text */
bool
dd_member_is_readable(const guint8 *bytes, gsize len);

G_END_DECLS

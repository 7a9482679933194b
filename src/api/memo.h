/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * memo.h: answers that were made of the store as it is, kept until it changes. Every change has a record, so that the number of the last one
 * tells whether it did. Threads share one
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _DdMemo DdMemo;

/* Returns: (transfer full) */
DdMemo *
dd_memo_new(void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL is fine */
void
dd_memo_free(DdMemo *self);
/* @seq: of the last record, as it was read for this request; @key: all else that the answer rests on. Returns: (transfer full) (nullable) what was kept for both */
GBytes *
dd_memo_find(DdMemo *self, int64_t seq, const char *key) G_GNUC_WARN_UNUSED_RESULT;
/* Keeps @answer, in which all is as of @seq. What is older than what is kept already is not */
void
dd_memo_keep(DdMemo *self, int64_t seq, const char *key, GBytes *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdMemo, dd_memo_free)

G_END_DECLS

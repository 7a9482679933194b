/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * write-group.h: changes of several requests that are kept by one commit, and so by one wait for the disk. Who asked is answered behind it,
 * and what fails for all of them is done again, each by itself. Of one thread
 */
#pragma once

#include "store-pool.h"

G_BEGIN_DECLS

typedef enum {
	DD_GROUP_KEPT,   /* what was done lasts */
	DD_GROUP_UNDONE, /* nothing of it is there; it is to be done again outside of a group */
	DD_GROUP_UNSURE, /* nobody knows: a server was lost during the commit */
} DdGroupOutcome;

/* Told what became of @item: once, from dd_write_group_leave or dd_write_group_settle */
typedef void (*DdGroupEnd)(gpointer item, DdGroupOutcome outcome);

typedef struct _DdWriteGroup DdWriteGroup;

/* @pool: lent. Returns: (transfer full) */
DdWriteGroup *
dd_write_group_new(DdStorePool *pool) G_GNUC_WARN_UNUSED_RESULT;
/* It is settled. NULL is fine */
void
dd_write_group_free(DdWriteGroup *self);
/* Begins a group where none is open. Returns: (transfer none) its store, until dd_write_group_leave; NULL as of dd_store_pool_take and dd_change_begin */
DdStore *
dd_write_group_enter(DdWriteGroup *self, int64_t now, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * What was entered for is done. @good: FALSE when the store failed it, which undoes the group. Settles it when it is undone, has
 * DD_MAX_GROUP_CHANGES or is open for DD_MAX_GROUP_MILLISECONDS
 */
void
dd_write_group_leave(DdWriteGroup *self, bool good, DdGroupEnd end, gpointer item);
/* Commits what is open; nobody else may change the store from this thread before */
void
dd_write_group_settle(DdWriteGroup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdWriteGroup, dd_write_group_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-group.c: changes of several requests that are kept by one commit */
#include "write-group.h"

#include "error.h"
#include "maxima.h"

typedef struct {
	DdGroupEnd end;
	gpointer item;
} Member;

struct _DdWriteGroup {
	DdStorePool *pool;
	DdStore *store; /* NULL: none is open */
	DdChangeGroup changes;
	GArray *members; /* of Member */
	gint64 began;    /* by g_get_monotonic_time */
};

DdWriteGroup *
dd_write_group_new(DdStorePool *pool)
{
	DdWriteGroup *self = g_new0(DdWriteGroup, 1);
	self->pool = pool;
	self->members = g_array_new(FALSE, FALSE, sizeof(Member));
	return self;
}

void
dd_write_group_free(DdWriteGroup *self)
{
	if (self == NULL)
		return;
	g_array_unref(self->members);
	g_free(self);
}

DdStore *
dd_write_group_enter(DdWriteGroup *self, int64_t now, GError **error)
{
	if (self->store != NULL)
		return self->store;
	DdStore *store = dd_store_pool_take(self->pool, now, error);
	if (store == NULL)
		return NULL;
	if (!dd_change_group_begin(store, &self->changes, error)) {
		dd_change_group_clear(&self->changes);
		dd_store_pool_give(self->pool, store, true);
		return NULL;
	}
	self->store = store;
	self->began = g_get_monotonic_time();
	return store;
}

static void
close_group(DdWriteGroup *self, bool good)
{
	g_autoptr(GError) error = NULL;
	bool kept = good && dd_change_group_commit(&self->changes, &error);
	DdGroupOutcome outcome = kept ? DD_GROUP_KEPT : DD_GROUP_UNDONE;
	if (g_error_matches(error, DD_ERROR, DD_ERROR_UNSURE))
		outcome = DD_GROUP_UNSURE;
	if (error != NULL)
		g_message("%s", error->message);
	dd_change_group_clear(&self->changes);
	dd_store_pool_give(self->pool, g_steal_pointer(&self->store), !kept);
	for (guint i = 0; i < self->members->len; i++) {
		const Member *one = &g_array_index(self->members, Member, i);
		one->end(one->item, outcome);
	}
	g_array_set_size(self->members, 0);
}

void
dd_write_group_leave(DdWriteGroup *self, bool good, DdGroupEnd end, gpointer item)
{
	const Member one = {end, item};
	g_array_append_val(self->members, one);
	gint64 open = g_get_monotonic_time() - self->began;
	if (!good || self->members->len >= DD_MAX_GROUP_CHANGES ||
		open >= (gint64)DD_MAX_GROUP_MILLISECONDS * 1000)
		close_group(self, good);
}

void
dd_write_group_settle(DdWriteGroup *self)
{
	if (self->store != NULL)
		close_group(self, true);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * once.h: what the first of several threads makes, and all read. By POSIX, as all locks: the thread sanitizer sees neither g_once nor
 * g_once_init_enter, and takes what they guard for unguarded
 */
#pragma once

#include <glib.h>
#include <pthread.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
	pthread_mutex_t mutex;
	bool ready; /* atomic */
} DdOnce;

#define DD_ONCE_INIT                                                                               \
	{                                                                                          \
		PTHREAD_MUTEX_INITIALIZER, false                                                   \
	}

/* Returns: TRUE with the lock, when it is not made yet; for dd_once_enter alone */
bool
dd_once_lock(DdOnce *self);
/* Returns: TRUE for the first who comes, who is to make the thing and to call dd_once_leave; the others wait for that and get FALSE. Not for what needs itself while it is made */
static inline bool
dd_once_enter(DdOnce *self)
{
	return !__atomic_load_n(&self->ready, __ATOMIC_ACQUIRE) && dd_once_lock(self);
}
/* What was made before is seen by all who get FALSE from now on */
void
dd_once_leave(DdOnce *self);

G_END_DECLS

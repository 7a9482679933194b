/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "once.h"

bool
dd_once_lock(DdOnce *self)
{
	pthread_mutex_lock(&self->mutex);
	if (!self->ready)
		return true;
	pthread_mutex_unlock(&self->mutex);
	return false;
}

void
dd_once_leave(DdOnce *self)
{
	__atomic_store_n(&self->ready, true, __ATOMIC_RELEASE);
	pthread_mutex_unlock(&self->mutex);
}

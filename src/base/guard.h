/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guard.h: connections, how many one client may hold, and until when each may keep us waiting; one that is slower is closed, however busy it looks */
#pragma once

#include <glib.h>
#include <stdbool.h>

#include "network.h"

G_BEGIN_DECLS

typedef struct _DdGuard DdGuard;
typedef struct _DdGuarded DdGuarded;

/* Starts the thread that looks at them each second. @share: connections of one client at a time, 0 any number. Returns: (transfer full) or NULL with DD_ERROR_IO */
DdGuard *
dd_guard_new(unsigned share, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* All must have been dropped */
void
dd_guard_free(DdGuard *self);
/*
 * Adds the connection at descriptor @fd (lent until it is dropped), with @seconds from now. @client: whose it is, NULL of one that is not counted;
 * one that is over the client's share is shut down at once. Returns: (transfer none) for dd_guard_drop
 */
DdGuarded *
dd_guard_add(DdGuard *self, int fd, const DdNetwork *client, unsigned seconds);
void
dd_guard_drop(DdGuard *self, DdGuarded *one);
/* Gives it @seconds from now; 0: as long as it takes */
void
dd_guarded_set(DdGuarded *self, unsigned seconds);
/* Returns: connections that are there */
unsigned
dd_guard_count(DdGuard *self);
/* Returns: connections that were closed for being slow, since it was started */
unsigned
dd_guard_count_closed(DdGuard *self);
/* Returns: connections that were shut down for being over their client's share */
unsigned
dd_guard_count_refused(DdGuard *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdGuard, dd_guard_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* guard.h: connections and until when each may keep us waiting; one that is slower is closed, however busy it looks */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _DdGuard DdGuard;
typedef struct _DdGuarded DdGuarded;

/* Starts the thread that looks at them each second. Returns: (transfer full) or NULL with DD_ERROR_IO */
DdGuard *
dd_guard_new(GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* All must have been dropped */
void
dd_guard_free(DdGuard *self);
/* Adds the connection at descriptor @fd (lent until it is dropped), with @seconds from now. Returns: (transfer none) for dd_guard_drop */
DdGuarded *
dd_guard_add(DdGuard *self, int fd, unsigned seconds);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdGuard, dd_guard_free)

G_END_DECLS

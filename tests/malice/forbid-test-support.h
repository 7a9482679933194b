/* SPDX-License-Identifier: GPL-3.0-or-later */
/* forbid-test-support.h: a kernel that does not know a call */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* From now on @call fails with ENOSYS, for this process and all that it starts. Returns: FALSE when that cannot be */
bool
forbid_call(int call);

G_END_DECLS

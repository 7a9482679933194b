/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office-run.h: one run of an office program, boxed in and watched */
#pragma once

#include <glib.h>

#include "office-folder.h"
#include "office-status.h"

G_BEGIN_DECLS

/*
 * Has @program convert the file in/plan.OLD of the folder into out/plan.KIND, as LibreOffice's soffice.bin does, and waits for its end.
 * It is ended when it writes too much, when nobody reads descriptor 1 any more, and when @signals (of signalfd) tells of one.
 * Returns: DD_OFFICE_DONE when it ended by itself and as if all were well, with a file or without; else what became of it, with @error for who looks at
 * stderr. No process is left in any case
 */
DdOfficeStatus
dd_office_run(const DdOfficeFolder *folder, const char *program, const char *old, const char *kind,
	int signals, GError **error);

G_END_DECLS

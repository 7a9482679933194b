/* SPDX-License-Identifier: GPL-3.0-or-later */
/* found.h: readings of the files that were asked for, and of what is inside of them */
#pragma once

#include <dondoc/dondoc.h>
#include <stdbool.h>

#include "open-members.h"

G_BEGIN_DECLS

/* Returns: (transfer full) the reading of what was found, which is swallowed; NULL as of dd_reader_read */
DdReading *
dd_found_read(const DdReader *reader, const DdFileFound *found, const char *name, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* @members_out: how many files are inside of it. Returns: TRUE when these are all there is, as in an archive */
bool
dd_found_is_wrapping(const DdFileFound *found, size_t *members_out);
/* Returns: FALSE for a mail whose files are read, a cover letter: nothing by itself unless it asks something of somebody */
bool
dd_found_is_worth(const DdReading *reading, bool has_members);

G_END_DECLS

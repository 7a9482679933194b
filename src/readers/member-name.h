/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member-name.h: names of files inside of files, whatever letters their writer had */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/*
 * Brings the bytes of a name into NFC UTF-8: taken as UTF-8 where they are valid, else in the Vietnamese encoding that src/text
 * finds in them, else as CP437, which APPNOTE 4.4.4 prescribes for all others. '\' becomes '/'; cut to DD_MAX_MEMBER_NAME_BYTES.
 * Returns: (transfer full), "?" for an empty one
 */
char *
dd_member_name(const char *bytes) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE for files that systems put into archives for themselves: "__MACOSX/…", "Thumbs.db" */
bool
dd_member_is_litter(const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note.h"

const char *
dd_note_to_string(DdNote note)
{
	static const char *const words[DD_NOTE_LAST] = {"tracked-changes", "comments", "macros",
		"cut", "recognised", "unread-pages", "bad-text", "hidden", "converted", "packed",
		"no-recogniser"};
	g_return_val_if_fail(note < DD_NOTE_LAST, NULL);
	return words[note];
}

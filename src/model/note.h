/* SPDX-License-Identifier: GPL-3.0-or-later */
/* note.h: what a reader has to say about a file as a whole */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
	DD_NOTE_TRACKED_CHANGES, /* had changes not yet accepted; read as if they were */
	DD_NOTE_COMMENTS,        /* had comments, which are not read */
	DD_NOTE_MACROS,          /* had macros, which are not read */
	DD_NOTE_CUT,             /* a maximum was reached; what is behind is missing */
	DD_NOTE_RECOGNISED,   /* pages are images; their letters were recognised and may be wrong */
	DD_NOTE_UNREAD_PAGES, /* has pages that are images, and nobody was there to recognise them */
	DD_NOTE_BAD_TEXT, /* had a text, nonsense or badly recognised: what its pages show was read */
	DD_NOTE_HIDDEN,   /* had hidden sheets, which are not read */
	DD_NOTE_CONVERTED, /* was an old kind of file, and converted before it was read */
	DD_NOTE_PACKED,    /* is nothing but files packed together, which were not unpacked */
	DD_NOTE_NO_RECOGNISER, /* its unread pages wait for one that is not installed; its caller says so */
	DD_NOTE_LAST
} DdNote;

/* Returns: (transfer none) a word for programs: "tracked-changes" */
const char *
dd_note_to_string(DdNote note);

G_END_DECLS

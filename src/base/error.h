/* SPDX-License-Identifier: GPL-3.0-or-later */
/* error.h: the one error domain of the program */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each code exists because a caller acts on it differently. */
typedef enum {
	DD_ERROR_INVALID_DATA, /* the bytes are not what they claim to be */
	DD_ERROR_UNSUPPORTED,  /* a kind of file this program does not read */
	DD_ERROR_TOO_LARGE,    /* over a maximum of maxima.h */
	DD_ERROR_EMPTY,        /* nothing to read: no bytes, or white space only */
	DD_ERROR_IO,           /* the operating system refused */
	DD_ERROR_INTERNAL,     /* a bug of ours */
	DD_ERROR_OLD_TEXT,     /* Word of before 2007: to be converted first */
	DD_ERROR_OLD_SHEET,    /* Excel of before 2007: the same */
	DD_ERROR_PASSWORD,     /* encrypted: needs a password, or another one */
	DD_ERROR_UNAVAILABLE, /* a server out of reach, or a store that others hold: try again later */
	DD_ERROR_CONFLICT,    /* what is there already, or has changed meanwhile, says no */
	DD_ERROR_MISSING,     /* something that was needed was not given: a reason, a result */
	DD_ERROR_FORBIDDEN, /* not to this person */
	DD_ERROR_NO_SPACE,  /* the disk is full; nothing was written: make room, then again */
	DD_ERROR_UNSURE, /* the store was lost while a change was being kept: it may be there or not, look first */
	DD_ERROR_LAST
} DdError;

#define DD_ERROR (dd_error_quark())

GQuark
dd_error_quark(void);
/* Sets DD_ERROR_PASSWORD: the file needs a password, or when one was @given, another one */
void
dd_error_set_password(GError **error, gboolean given);

G_END_DECLS

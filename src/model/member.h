/* SPDX-License-Identifier: GPL-3.0-or-later */
/* member.h: a file inside of a file, as a Document holds it */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What became of a file inside of a file */
typedef enum {
	DD_MEMBER_WHOLE,          /* its bytes are there */
	DD_MEMBER_OTHER,          /* of a kind that is not read */
	DD_MEMBER_ENCRYPTED,      /* needs a password */
	DD_MEMBER_WRONG_PASSWORD, /* needs another one */
	DD_MEMBER_TOO_LARGE,      /* a maximum was reached */
	DD_MEMBER_METHOD,         /* packed in a way that is not read */
	DD_MEMBER_BROKEN,
	DD_MEMBER_LAST
} DdMemberState;

/* A file inside of a file (ZIP, mail) */
typedef struct {
	const char *name; /* with its folders, as it is shown; never a path to open. Not unique */
	GBytes *bytes;    /* NULL unless it is whole */
	DdMemberState state;
} DdMember;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* page.h: the page that people use, as the build put it into the program (scripts/build-page) */
#pragma once

#include "answer.h"

G_BEGIN_DECLS

typedef struct {
	const guint8 *bytes;
	size_t len;
} DdPageBytes;

/* One file of the page; the bytes lie in the program and are sent from there */
typedef struct {
	const char *path; /* "/assets/main-5XK2.js"; "/index.html" is the page itself */
	const char *type;
	const char *hash;                /* 32 hexadecimal digits, of what is in it */
	DdPageBytes plain, gzip, brotli; /* len 0: it does not become smaller so */
} DdPageFile;

/* Made by the build, by path; none in a build without the page */
extern const DdPageFile dd_page_files[];
extern const size_t dd_n_page_files;

/*
 * Answers what a browser asks for of the page: a file of it, or the page itself for any path that is none of the API's, since the page tells
 * its own apart. @path: as it was sent; @accept_encoding: the field (nullable). Returns: FALSE when the path is not the page's; nothing is said then
 */
bool
dd_page_answer(const char *path, const char *accept_encoding, DdAnswer *answer);

G_END_DECLS

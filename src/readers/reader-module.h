/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reader-module.h: readers that rest on large libraries are modules of their own, loaded when a file needs them: what a DOCX
 * does not need, it does not wait for. A module exports one symbol, "dd_reader_module".
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "document-builder.h"
#include "page-content.h"

G_BEGIN_DECLS

#define DD_READER_MODULE_VERSION 2
#define DD_READER_MODULE_SYMBOL "dd_reader_module"

/* Tells that @done of @of pages are read. @done rises */
typedef void (*DdReadProgressFunc)(uint32_t done, uint32_t of, void *user_data);

typedef struct _DdRecogniser DdRecogniser;

typedef struct _DdReaderModule DdReaderModule;

/* What "dd_reader_module" of the checker of signatures is */
typedef struct {
	uint32_t version;
	/* Before the sandbox: loads the authorities that are trusted. Returns: (transfer full) what add takes, NULL with @error */
	void *(*prepare)(GError **error);
	/* Adds the signatures of a PDF. Returns: FALSE when @builder takes no more of them */
	bool (*add)(const void *trust, const guint8 *bytes, gsize len, DdDocumentBuilder *builder,
		GError **error);
	void (*free)(void *trust);
} DdSignatureModule;

/* What "dd_reader_module" of the opener of office files with a password is. Nothing is to be prepared for it */
typedef struct {
	uint32_t version;
	/* Returns: (transfer full) the office file inside; NULL with @error. @password: NULL none */
	GByteArray *(*open)(const guint8 *bytes, gsize len, const char *password, GError **error);
} DdDecryptModule;

/* What a reader is given besides the bytes */
typedef struct {
	const DdSignatureModule *signatures; /* NULL: no signature is in the file */
	void *trust;                         /* for it */
	const DdRecogniser *recogniser;      /* NULL: pages that are images stay unread */
	const DdReaderModule *unpacker;      /* of files packed together; NULL: they stay packed */
	const DdDecryptModule *decryptor;    /* NULL: the file is no office file with a password */
	const char *password;                /* of the file; NULL none */
	DdReadProgressFunc progress;         /* NULL is fine */
	void *user_data;
} DdReadContext;

/* What "dd_reader_module" of a reader of files is */
struct _DdReaderModule {
	uint32_t version; /* DD_READER_MODULE_VERSION it was built for */
	/*
	 * Makes what the libraries make at first use, out of files; before the sandbox. @recognises: letters of pages will have to be
	 * drawn as they should look. Returns: FALSE with @error
	 */
	bool (*prepare)(bool recognises, GError **error);
	/* Reads one whole file, inside of the sandbox. Returns: as DdReadFunc of reader-table.h */
	DdDocument *(*read)(
		const guint8 *bytes, gsize len, const DdReadContext *context, GError **error);
};

/* An image of a page: 4 bytes a pixel, blue, green, red and one unused */
typedef struct {
	guint8 *pixels;
	uint32_t width, height, stride; /* of a row, in bytes */
	float dpi;                      /* pixels an inch, more than 0 */
} DdPageImage;

/* Pages to recognise */
typedef struct {
	uint32_t n;
	/*
	 * Gives the image of page @i (0-based); @image_out->pixels: (transfer full), of g_malloc. Called for each page once, in their
	 * order, by the thread that called recognise. Returns: FALSE with @error when there is none: recognise ends with it
	 */
	bool (*draw)(uint32_t i, DdPageImage *image_out, void *user_data, GError **error);
	/* Takes what page @i shows: (transfer full). In any order, by the thread that called recognise */
	void (*take)(uint32_t i, DdPageContent *content, void *user_data);
	void *user_data;
} DdRecogniseJob;

/* What "dd_reader_module" of the recogniser is: a reader of images that also reads the pages of others */
struct _DdRecogniser {
	DdReaderModule reader;
	/* Starts the threads, which come under the sandbox with all others; before its last step. Returns: FALSE with @error */
	bool (*start)(GError **error);
	/* Recognises several pages at once. Returns: FALSE with @error */
	bool (*recognise)(const DdRecogniseJob *job, GError **error);
};

G_END_DECLS

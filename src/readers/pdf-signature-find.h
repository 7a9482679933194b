/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-signature-find.h: where the signatures of a PDF stand and which bytes they are over, told from the bytes alone: a
 * signature is over offsets of the file, and libraries for pages do not tell them.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef enum {
	DD_SUB_FILTER_OTHER,      /* of a form that is not checked here */
	DD_SUB_FILTER_DETACHED,   /* adbe.pkcs7.detached, ETSI.CAdES.detached */
	DD_SUB_FILTER_SHA1,       /* adbe.pkcs7.sha1: signs the SHA-1 of the bytes */
	DD_SUB_FILTER_TIME_STAMP, /* ETSI.RFC3161: an authority's stamp on the whole file */
	DD_SUB_FILTER_LAST
} DdSubFilter;

typedef enum {
	DD_RANGE_NONE,  /* no four numbers: a place kept for a signature, or a form nobody writes */
	DD_RANGE_WRONG, /* not in the file, or what they leave out is not the signature itself */
	DD_RANGE_FITS,
	DD_RANGE_LAST
} DdRangeState;

/* One signature. The offsets hold for DD_RANGE_FITS only: start <= hole < hole_end <= end <= length of the file */
typedef struct {
	DdRangeState range;
	DdSubFilter sub_filter;
	gsize start, end;     /* of what is signed */
	gsize hole, hole_end; /* the hexadecimal string inside, '<' and '>' included, which is not */
	int64_t time;         /* that its dictionary tells, seconds since 1970 in UTC, 0 none */
	int zone;             /* of that, seconds before UTC */
	bool whole; /* from the first byte of the file to the last, save blanks behind the end */
} DdPdfSignature;

/*
 * Finds the dictionaries with /ByteRange and /Contents, by the end of what they are over: the order they were made in. Of more
 * than DD_MAX_SIGNATURES the last ones. Names that are spelled with '#' are not found. What lies inside of streams is
 * no object of this file and not found, save a whole PDF that lies there unpacked. Returns: (transfer full) DdPdfSignature,
 * never NULL
 */
GArray *
dd_pdf_signatures_find(const guint8 *bytes, gsize len) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: TRUE when a PDF may have signatures; FALSE is sure. Costs one look over the bytes */
bool
dd_pdf_signatures_may_be(const guint8 *bytes, gsize len);

G_END_DECLS

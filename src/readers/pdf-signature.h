/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-signature.h: the signatures of a PDF, each checked over the bytes it is said to be over */
#pragma once

#include <glib.h>

#include "document-builder.h"
#include "trust.h"

G_BEGIN_DECLS

/*
 * Checks the signatures of the PDF @bytes and adds them to @builder in the order they were made. @anchors: NULL when nobody is trusted
 * in particular. No signature is no failure, and neither is a broken one. Returns: FALSE when @builder takes no more of them
 */
bool
dd_pdf_signatures_add(const guint8 *bytes, gsize len, const DdTrustAnchors *anchors,
	DdDocumentBuilder *builder, GError **error);
/*
 * Has GnuTLS do what it does at first use, while it may open files: tables of algorithms, checks of itself, seeds. TZ is set in
 * the environment, as the worker has it: without it the C library looks for a file each time. Returns: FALSE with
 * DD_ERROR_INTERNAL when it does not work
 */
bool
dd_pdf_signatures_warm_up(GError **error);

G_END_DECLS

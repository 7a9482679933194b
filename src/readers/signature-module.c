/* SPDX-License-Identifier: GPL-3.0-or-later */
/* signature-module.c: the checking of signatures as a module of its own: only a file that is signed waits for GnuTLS */
#include "pdf-signature.h"
#include "reader-module.h"
#include "trust.h"

#define TRUST_FOLDER "/etc/dondoc/trust"

static void *
prepare_trust(GError **error)
{
	if (!dd_pdf_signatures_warm_up(error))
		return NULL;
	const char *folder = g_getenv("DONDOC_TRUST");
	return dd_trust_anchors_load(folder != NULL ? folder : TRUST_FOLDER);
}

static bool
add(const void *trust, const guint8 *bytes, gsize len, DdDocumentBuilder *builder, GError **error)
{
	return dd_pdf_signatures_add(bytes, len, trust, builder, error);
}

static void
free_trust(void *trust)
{
	dd_trust_anchors_free(trust);
}

/* NOLINTNEXTLINE(readability-identifier-naming): the name that all modules export */
__attribute__((visibility("default"))) const DdSignatureModule dd_reader_module = {
	.version = DD_READER_MODULE_VERSION,
	.prepare = prepare_trust,
	.add = add,
	.free = free_trust,
};

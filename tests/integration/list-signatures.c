/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * list-signatures.c: the signatures of a PDF, a line each with tabs between, for signatures.py. They are checked in the worker's
 * sandbox, where the build has one. usage: list-signatures FILE [TRUST]
 */
#include <dondoc/reading.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "maxima.h"
#include "pdf-signature.h"
#include "sandbox.h"

static const char *
shown(const char *text)
{
	return text != NULL ? text : "";
}

/* Returns: (transfer full) a line for each signature */
static GString *
list(const DdDocument *document)
{
	size_t n = 0;
	const DdSignature *signatures = dd_document_get_signatures(document, &n);
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < n; i++)
		g_string_append_printf(text, "%s\t%s\t%s\t%" PRId64 "\t%s\t%s\t%s\t%s\n",
			shown(signatures[i].signer), shown(signatures[i].organisation),
			shown(signatures[i].authority), signatures[i].time,
			dd_signature_state_to_string(signatures[i].state),
			dd_trust_to_string(signatures[i].trust),
			signatures[i].time_stamped ? "stamped" : "own",
			signatures[i].whole ? "whole" : "part");
	return text;
}

int
main(int argc, char **argv)
{
	const DdSandboxLimits limits = {.memory_bytes = DD_MAX_WORKER_MEMORY_BYTES,
		.cpu_seconds = DD_MAX_WORKER_CPU_SECONDS};
	g_autoptr(GError) error = NULL;
	g_autofree char *bytes = NULL;
	gsize len = 0;
	g_setenv("TZ", "UTC0", TRUE); /* as the worker does */
	if (argc < 2 || !g_file_get_contents(argv[1], &bytes, &len, &error) ||
		!dd_pdf_signatures_warm_up(&error)) {
		fprintf(stderr, "%s\n", error != NULL ? error->message : "usage");
		return 2;
	}
	g_autoptr(DdTrustAnchors) anchors = argc > 2 ? dd_trust_anchors_load(argv[2]) : NULL;
	/* from here on as in the worker */
	if (!dd_sandbox_enter(&limits, &error)) {
		fprintf(stderr, "%s\n", error->message);
		return 3;
	}
	g_autoptr(DdDocumentBuilder) builder = dd_document_builder_new("PDF");
	if (!dd_pdf_signatures_add((const guint8 *)bytes, len, anchors, builder, &error))
		return 1;
	g_autoptr(DdDocument) document = dd_document_builder_finish(builder, &error);
	if (document == NULL)
		return 1;
	g_autoptr(GString) text = list(document);
	return write(STDOUT_FILENO, text->str, text->len) == (ssize_t)text->len ? 0 : 1;
}

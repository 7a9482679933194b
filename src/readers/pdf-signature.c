/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-signature.c: from offsets of the file to signatures of the Document */
#include "pdf-signature.h"

#include <gnutls/gnutls.h>
#include <string.h>
#include <time.h>

#include "error.h"
#include "maxima.h"
#include "pdf-signature-cms.h"
#include "pdf-signature-find.h"

#define CLOCK_SECONDS 120 /* between two looks at the clock while one signature is made */

/* Returns: (transfer full) the bytes of the hexadecimal string @text, NULL when something else stands in it */
static GBytes *
read_hex(const guint8 *text, gsize len)
{
	g_autoptr(GByteArray) out = g_byte_array_sized_new((guint)(len / 2 + 1));
	guint8 byte = 0;
	bool half = false;
	for (gsize i = 0; i < len; i++) {
		int digit = g_ascii_xdigit_value((char)text[i]);
		if (digit < 0) {
			if (text[i] != '\0' && !g_ascii_isspace((char)text[i]))
				return NULL;
			continue;
		}
		byte = (guint8)(byte << 4 | digit);
		half = !half;
		if (!half)
			g_byte_array_append(out, &byte, 1);
	}
	return half ? NULL : g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

/* Returns: (transfer full) a copy of what @found is over, in one piece; NULL when there is no room for it */
static GBytes *
join_ranges(const guint8 *bytes, const DdPdfSignature *found)
{
	gsize before = found->hole - found->start, behind = found->end - found->hole_end;
	guint8 *joined = g_try_malloc(before + behind + 1);
	if (joined == NULL)
		return NULL;
	memcpy(joined, bytes + found->start, before);
	memcpy(joined + before, bytes + found->hole_end, behind);
	return g_bytes_new_take(joined, before + behind);
}

/*
 * A signature's own time is UTC by its rules; some programs of offices write what the clock on the wall says. The dictionary tells
 * it with its zone, and is signed as well.
 */
static bool
is_local_clock(const DdPdfSignature *found, int64_t time)
{
	return found->time > 0 && found->zone != 0 &&
	       ABS(time - (found->time + found->zone)) <= CLOCK_SECONDS;
}

static void
check(const guint8 *bytes, const DdPdfSignature *found, const DdTrustAnchors *anchors,
	gsize *budget, DdCmsVerdict *out)
{
	out->time = found->time;
	if (found->range == DD_RANGE_WRONG)
		out->state = DD_SIGNATURE_BROKEN;
	gsize size = found->hole - found->start + found->end - found->hole_end;
	if (found->range != DD_RANGE_FITS || found->sub_filter == DD_SUB_FILTER_OTHER || size > *budget)
		return;
	*budget -= size;
	g_autoptr(GBytes) cms = read_hex(bytes + found->hole + 1, found->hole_end - found->hole - 2);
	if (cms == NULL) {
		out->state = DD_SIGNATURE_BROKEN;
		return;
	}
	g_autoptr(GBytes) joined = join_ranges(bytes, found);
	if (joined == NULL)
		return;
	dd_cms_check(cms, found->sub_filter, joined, anchors, out);
	if (!out->time_stamped && is_local_clock(found, out->time))
		out->time = found->time;
}

bool
dd_pdf_signatures_add(const guint8 *bytes, gsize len, const DdTrustAnchors *anchors,
	DdDocumentBuilder *builder, GError **error)
{
	g_autoptr(GArray) found = dd_pdf_signatures_find(bytes, len);
	gsize budget = DD_MAX_SIGNED_BYTES;
	/* the last ones first: should there be too much to look at, they are over what the first are over */
	DdCmsVerdict verdicts[DD_MAX_SIGNATURES] = {0};
	for (guint i = found->len; i > 0; i--)
		check(bytes, &g_array_index(found, DdPdfSignature, i - 1), anchors, &budget,
			&verdicts[i - 1]);
	bool added = true;
	for (guint i = 0; i < found->len; i++) {
		DdCmsVerdict *verdict = &verdicts[i];
		DdSignature signature = {
			.signer = verdict->signer,
			.organisation = verdict->organisation,
			.authority = verdict->authority,
			.time = verdict->time,
			.state = verdict->state,
			.trust = verdict->trust,
			.time_stamped = verdict->time_stamped,
			.whole = g_array_index(found, DdPdfSignature, i).whole,
		};
		added = added && dd_document_builder_add_signature(builder, &signature, error);
		dd_cms_verdict_clear(verdict);
	}
	return added;
}

bool
dd_pdf_signatures_warm_up(GError **error)
{
	tzset(); /* GnuTLS asks the C library for times; the place of the clock may be a file */
	int status = gnutls_global_init();
	if (status < 0) {
		g_set_error(error, DD_ERROR,
			DD_ERROR_INTERNAL, "không kiểm tra được chữ ký số; hãy cài lại (signatures cannot be checked: %s)",
			gnutls_strerror(status));
		return false;
	}
	return true;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pdf-signature-cms.h: what one signature, in the form of CMS, says of the bytes it is over */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>

#include "pdf-signature-find.h"
#include "trust.h"

G_BEGIN_DECLS

/* What was found; texts are owned */
typedef struct {
	DdSignatureState state;
	DdTrust trust;
	int64_t time; /* as in DdSignature */
	bool time_stamped;
	char *signer, *organisation, *authority; /* UTF-8 in NFC, NULL unknown */
} DdCmsVerdict;

void
dd_cms_verdict_clear(DdCmsVerdict *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdCmsVerdict, dd_cms_verdict_clear)

/*
 * Checks @cms (zeros behind it do no harm), which is of form @sub_filter, over @signed_bytes. @anchors: NULL none. Never
 * fails: what cannot be made out is said in @out, which is all zero before
 */
void
dd_cms_check(GBytes *cms, DdSubFilter sub_filter, GBytes *signed_bytes,
	const DdTrustAnchors *anchors, DdCmsVerdict *out);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trust.h: the authorities that the administrator trusts, and whether one stands behind a signer */
#pragma once

#include <dondoc/reading.h>
#include <glib.h>
#include <gnutls/x509.h>

G_BEGIN_DECLS

typedef struct _DdTrustAnchors DdTrustAnchors;

/*
 * Loads the certificates of all files of folder @path whose names end in .pem, .crt or .cer, in PEM or DER. What is none is
 * passed over, and so is what goes beyond DD_MAX_TRUST_…. Returns: (transfer full) never NULL; without any when there is no
 * such folder
 */
DdTrustAnchors *
dd_trust_anchors_load(const char *path) G_GNUC_WARN_UNUSED_RESULT;
void
dd_trust_anchors_free(DdTrustAnchors *self);
/* Returns: how many certificates there are */
gsize
dd_trust_anchors_count(const DdTrustAnchors *self);
/*
 * @others: certificates that came with the signature, for the way from the signer to an anchor. @time: of signing, seconds since
 * 1970, at which all on the way must have been valid. Returns: DD_TRUST_UNCHECKED when @self is NULL or has none
 */
DdTrust
dd_trust_judge(const DdTrustAnchors *self, gnutls_x509_crt_t signer,
	const gnutls_x509_crt_t *others, gsize n_others, int64_t time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdTrustAnchors, dd_trust_anchors_free)

G_END_DECLS

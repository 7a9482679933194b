/* SPDX-License-Identifier: GPL-3.0-or-later */
/* certificate-name.h: names out of certificates, as people read them */
#pragma once

#include <glib.h>
#include <gnutls/x509.h>

G_BEGIN_DECLS

/*
 * Returns: (transfer full) the last part of @dn of kind @oid, the nearest to its holder: UTF-8 in NFC of at most
 * DD_MAX_SIGNER_BYTES, without controls; NULL when there is none
 */
char *
dd_certificate_name(gnutls_x509_dn_t dn, const char *oid) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

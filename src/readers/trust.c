/* SPDX-License-Identifier: GPL-3.0-or-later */
/* trust.c: anchors in a list of GnuTLS, which knows what a chain must be; when it must have been valid is asked here */
#include "trust.h"

#include <stdbool.h>
#include <stdio.h>

#include "maxima.h"

struct _DdTrustAnchors {
	gnutls_x509_trust_list_t list; /* owns its certificates */
	gsize n;
};

/*
 * Certificates of state authorities were signed with SHA-1 until 2020 and what they signed is in use. MD5, with which certificates were
 * forged, stays refused. Times are asked at the time of signing, which this version of GnuTLS cannot be told.
 */
#define CHAIN_FLAGS (GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 | GNUTLS_VERIFY_DISABLE_TIME_CHECKS)

static bool
is_certificate_name(const char *name)
{
	return g_str_has_suffix(name, ".pem") || g_str_has_suffix(name, ".crt") ||
	       g_str_has_suffix(name, ".cer");
}

/* Reads at most DD_MAX_TRUST_BYTES. Returns: NULL when there are more or it cannot be read */
static guint8 *
read_small(const char *path, gsize *len_out)
{
	FILE *file = fopen(path, "rbe");
	if (file == NULL)
		return NULL;
	g_autofree guint8 *bytes = g_malloc(DD_MAX_TRUST_BYTES + 1);
	gsize len = fread(bytes, 1, DD_MAX_TRUST_BYTES + 1, file);
	bool whole = ferror(file) == 0 && len <= DD_MAX_TRUST_BYTES;
	fclose(file);
	*len_out = len;
	return whole ? g_steal_pointer(&bytes) : NULL;
}

static void
add_file(DdTrustAnchors *self, const char *path)
{
	gsize len = 0;
	g_autofree guint8 *bytes = g_file_test(path, G_FILE_TEST_IS_REGULAR) ? read_small(path, &len)
									     : NULL;
	if (bytes == NULL)
		return;
	gnutls_datum_t datum = {bytes, (unsigned)len};
	gnutls_x509_crt_t *certificates = NULL;
	unsigned n = 0;
	int status = gnutls_x509_crt_list_import2(&certificates, &n, &datum, GNUTLS_X509_FMT_PEM, 0);
	if (status < 0)
		status = gnutls_x509_crt_list_import2(
			&certificates, &n, &datum, GNUTLS_X509_FMT_DER, 0);
	if (status < 0)
		return;
	for (unsigned i = 0; i < n; i++) {
		/* the list owns those that it takes */
		if (self->n < DD_MAX_TRUST_ANCHORS &&
			gnutls_x509_trust_list_add_cas(self->list, &certificates[i], 1, 0) == 1)
			self->n++;
		else
			gnutls_x509_crt_deinit(certificates[i]);
	}
	gnutls_free(certificates);
}

DdTrustAnchors *
dd_trust_anchors_load(const char *path)
{
	g_autoptr(DdTrustAnchors) self = g_new0(DdTrustAnchors, 1);
	g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
	if (folder == NULL || gnutls_x509_trust_list_init(&self->list, 0) < 0)
		return g_steal_pointer(&self);
	const char *name;
	for (unsigned n = 0; n < DD_MAX_TRUST_FILES && (name = g_dir_read_name(folder)) != NULL;) {
		if (!is_certificate_name(name))
			continue;
		g_autofree char *file = g_build_filename(path, name, NULL);
		add_file(self, file);
		n++;
	}
	return g_steal_pointer(&self);
}

void
dd_trust_anchors_free(DdTrustAnchors *self)
{
	if (self == NULL)
		return;
	if (self->list != NULL)
		gnutls_x509_trust_list_deinit(self->list, 1);
	g_free(self);
}

gsize
dd_trust_anchors_count(const DdTrustAnchors *self)
{
	return self->n;
}

static bool
is_valid_at(gnutls_x509_crt_t certificate, int64_t time)
{
	return time >= (int64_t)gnutls_x509_crt_get_activation_time(certificate) &&
	       time <= (int64_t)gnutls_x509_crt_get_expiration_time(certificate);
}

/* Returns: one of @others that issued @certificate, NULL */
static gnutls_x509_crt_t
find_issuer(gnutls_x509_crt_t certificate, const gnutls_x509_crt_t *others, gsize n_others)
{
	for (gsize i = 0; i < n_others; i++)
		if (gnutls_x509_crt_check_issuer(certificate, others[i]) != 0 &&
			gnutls_x509_crt_equals(certificate, others[i]) == 0)
			return others[i];
	return NULL;
}

DdTrust
dd_trust_judge(const DdTrustAnchors *self, gnutls_x509_crt_t signer,
	const gnutls_x509_crt_t *others, gsize n_others, int64_t time)
{
	if (self == NULL || self->n == 0)
		return DD_TRUST_UNCHECKED;
	gnutls_x509_crt_t chain[DD_MAX_TRUST_CHAIN] = {signer}, anchor = NULL;
	unsigned n = 1;
	bool valid = is_valid_at(signer, time);
	while (gnutls_x509_trust_list_get_issuer(self->list, chain[n - 1], &anchor, 0) < 0) {
		gnutls_x509_crt_t next = find_issuer(chain[n - 1], others, n_others);
		if (next == NULL || n == DD_MAX_TRUST_CHAIN)
			return DD_TRUST_UNKNOWN;
		chain[n++] = next;
		valid = valid && is_valid_at(next, time);
	}
	valid = valid && is_valid_at(anchor, time);
	unsigned status = 0;
	if (gnutls_x509_trust_list_verify_crt2(
		    self->list, chain, n, NULL, 0, CHAIN_FLAGS, &status, NULL) < 0 ||
		status != 0)
		return DD_TRUST_UNKNOWN;
	return valid ? DD_TRUST_GIVEN : DD_TRUST_EXPIRED;
}

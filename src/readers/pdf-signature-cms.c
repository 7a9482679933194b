/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pdf-signature-cms.c: GnuTLS reads and verifies; what it is not told by PDF is told here: which bytes, whose certificate, and
 * what an authority's time stamp was put on.
 */
#include "pdf-signature-cms.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/pkcs7.h>
#include <string.h>

#include "certificate-name.h"
#include "der.h"
#include "maxima.h"
#include "pdf-signature-time.h"

#define OID_TIME_STAMP_TOKEN "1.2.840.113549.1.9.16.2.14"
#define OID_STAMP_CONTENT "1.2.840.113549.1.9.16.1.4"

/*
 * State authorities signed with SHA-1 until 2020, and services for signing use it to this day. What was said then is still what
 * was signed: that SHA-1 is weak lets a signer prepare two files, not somebody else change one. MD5 likewise.
 */
#define SIGNATURE_FLAGS (GNUTLS_VERIFY_ALLOW_SIGN_WITH_SHA1 | GNUTLS_VERIFY_ALLOW_BROKEN)

/* One signed message and its certificates */
typedef struct {
	gnutls_pkcs7_t pkcs7;
	gnutls_pkcs7_signature_info_st info;
	bool has_info;
	gnutls_x509_crt_t certificates[DD_MAX_SIGNATURE_CERTIFICATES];
	gsize n_certificates;
	gnutls_x509_crt_t signer; /* one of them, NULL */
} Message;

static void
clear_message(Message *self)
{
	for (gsize i = 0; i < self->n_certificates; i++)
		gnutls_x509_crt_deinit(self->certificates[i]);
	if (self->has_info)
		gnutls_pkcs7_signature_info_deinit(&self->info);
	if (self->pkcs7 != NULL)
		gnutls_pkcs7_deinit(self->pkcs7);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Message, clear_message)

typedef struct {
	gnutls_datum_t datum;
} Owned;

static void
clear_owned(Owned *self)
{
	gnutls_free(self->datum.data);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Owned, clear_owned)

void
dd_cms_verdict_clear(DdCmsVerdict *self)
{
	g_free(self->signer);
	g_free(self->organisation);
	g_free(self->authority);
}

static bool
is_same(const gnutls_datum_t *a, const gnutls_datum_t *b)
{
	return a->size > 0 && a->size == b->size && memcmp(a->data, b->data, a->size) == 0;
}

/* Is it the certificate that the signature names, by issuer and number or by its key? */
static bool
is_signer(const Message *self, gnutls_x509_crt_t certificate)
{
	guint8 buffer[128];
	gnutls_datum_t own = {buffer, 0}, issuer = {NULL, 0};
	size_t size = sizeof(buffer);
	if (self->info.issuer_keyid.size > 0) {
		if (gnutls_x509_crt_get_subject_key_id(certificate, buffer, &size, NULL) < 0)
			return false;
		own.size = (unsigned)size;
		return is_same(&own, &self->info.issuer_keyid);
	}
	if (gnutls_x509_crt_get_serial(certificate, buffer, &size) < 0)
		return false;
	own.size = (unsigned)size;
	if (!is_same(&own, &self->info.signer_serial) ||
		gnutls_x509_crt_get_raw_issuer_dn(certificate, &issuer) < 0)
		return false;
	bool same = is_same(&issuer, &self->info.issuer_dn);
	gnutls_free(issuer.data);
	return same;
}

static void
take_certificates(Message *self)
{
	for (unsigned i = 0; i < DD_MAX_SIGNATURE_CERTIFICATES; i++) {
		g_auto(Owned) raw = {{NULL, 0}};
		if (gnutls_pkcs7_get_crt_raw2(self->pkcs7, i, &raw.datum) < 0)
			return;
		gnutls_x509_crt_t certificate;
		if (gnutls_x509_crt_init(&certificate) < 0)
			return;
		if (gnutls_x509_crt_import(certificate, &raw.datum, GNUTLS_X509_FMT_DER) < 0) {
			gnutls_x509_crt_deinit(certificate);
			continue;
		}
		self->certificates[self->n_certificates++] = certificate;
		if (self->signer == NULL && is_signer(self, certificate))
			self->signer = certificate;
	}
}

/* Reads the message that @bytes begin with. Returns: FALSE when there is none */
static bool
open_message(Message *self, const guint8 *bytes, gsize len)
{
	gsize own = dd_der_measure(bytes, len);
	if (own == 0 || own > DD_MAX_SIGNATURE_MESSAGE_BYTES || gnutls_pkcs7_init(&self->pkcs7) < 0)
		return false;
	gnutls_datum_t datum = {(guint8 *)bytes, (unsigned)own}; /* only read */
	if (gnutls_pkcs7_import(self->pkcs7, &datum, GNUTLS_X509_FMT_DER) < 0 ||
		gnutls_pkcs7_get_signature_info(self->pkcs7, 0, &self->info) < 0)
		return false;
	self->has_info = true;
	take_certificates(self);
	return true;
}

/*
 * Verifies with a certificate of the signer's key and of nothing else: GnuTLS refuses one that has expired by now, and no
 * flag changes that. Whether it was valid is a question of trust, and of the time of signing. Returns: a code of GnuTLS
 */
static int
verify_key(const Message *self, const gnutls_datum_t *signed_bytes)
{
	gnutls_pubkey_t key = NULL;
	gnutls_x509_crt_t bare = NULL;
	int status = gnutls_pubkey_init(&key);
	if (status >= 0)
		status = gnutls_x509_crt_init(&bare);
	if (status >= 0)
		status = gnutls_pubkey_import_x509(key, self->signer, 0);
	if (status >= 0)
		status = gnutls_x509_crt_set_pubkey(bare, key);
	if (status >= 0)
		status = gnutls_x509_crt_set_activation_time(bare, 0);
	if (status >= 0)
		status = gnutls_x509_crt_set_expiration_time(
			bare, GNUTLS_X509_NO_WELL_DEFINED_EXPIRATION);
	if (status >= 0)
		status = gnutls_pkcs7_verify_direct(
			self->pkcs7, bare, 0, signed_bytes, SIGNATURE_FLAGS);
	if (bare != NULL)
		gnutls_x509_crt_deinit(bare);
	if (key != NULL)
		gnutls_pubkey_deinit(key);
	return status;
}

/* @signed_bytes: NULL for those inside of the message */
static DdSignatureState
verify(const Message *self, const gnutls_datum_t *signed_bytes)
{
	int status = self->signer != NULL ? verify_key(self, signed_bytes)
					  : GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM;
	switch (MIN(status, 0)) {
	case 0:
		return DD_SIGNATURE_VALID;
	case GNUTLS_E_UNSUPPORTED_SIGNATURE_ALGORITHM:
	case GNUTLS_E_UNKNOWN_ALGORITHM:
	case GNUTLS_E_UNKNOWN_HASH_ALGORITHM:
	case GNUTLS_E_UNKNOWN_PK_ALGORITHM:
	case GNUTLS_E_INSUFFICIENT_SECURITY:
	case GNUTLS_E_UNIMPLEMENTED_FEATURE:
	case GNUTLS_E_ECC_UNSUPPORTED_CURVE:
	case GNUTLS_E_MEMORY_ERROR:
		return DD_SIGNATURE_UNREADABLE;
	default:
		return DD_SIGNATURE_BROKEN;
	}
}

static void
take_names(const Message *self, DdCmsVerdict *out)
{
	gnutls_x509_dn_t subject = NULL, issuer = NULL;
	if (self->signer == NULL || gnutls_x509_crt_get_subject(self->signer, &subject) < 0 ||
		gnutls_x509_crt_get_issuer(self->signer, &issuer) < 0)
		return;
	out->signer = dd_certificate_name(subject, GNUTLS_OID_X520_COMMON_NAME);
	out->organisation = dd_certificate_name(subject, GNUTLS_OID_X520_ORGANIZATION_NAME);
	out->authority = dd_certificate_name(issuer, GNUTLS_OID_X520_COMMON_NAME);
}

/* Finds the hash that an AlgorithmIdentifier names. Returns: GNUTLS_DIG_UNKNOWN when it is none of those in use */
static gnutls_digest_algorithm_t
find_digest(DdDer algorithm)
{
	static const struct {
		const char *oid; /* as it stands in DER */
		unsigned len;
		gnutls_digest_algorithm_t digest;
	} known[] = {
		{"\x2b\x0e\x03\x02\x1a", 5, GNUTLS_DIG_SHA1},
		{"\x60\x86\x48\x01\x65\x03\x04\x02\x01", 9, GNUTLS_DIG_SHA256},
		{"\x60\x86\x48\x01\x65\x03\x04\x02\x02", 9, GNUTLS_DIG_SHA384},
		{"\x60\x86\x48\x01\x65\x03\x04\x02\x03", 9, GNUTLS_DIG_SHA512},
		{"\x60\x86\x48\x01\x65\x03\x04\x02\x04", 9, GNUTLS_DIG_SHA224},
	};
	DdDer oid;
	if (!dd_der_take(&algorithm, DD_DER_OID, &oid))
		return GNUTLS_DIG_UNKNOWN;
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (oid.len == known[i].len && memcmp(oid.at, known[i].oid, oid.len) == 0)
			return known[i].digest;
	return GNUTLS_DIG_UNKNOWN;
}

static bool
is_hash_of(const gnutls_datum_t *bytes, gnutls_digest_algorithm_t digest, const DdDer *hash)
{
	guint8 own[64];
	return digest != GNUTLS_DIG_UNKNOWN && gnutls_hash_get_len(digest) == hash->len &&
	       hash->len <= sizeof(own) &&
	       gnutls_hash_fast(digest, bytes->data, bytes->size, own) == 0 &&
	       memcmp(own, hash->at, hash->len) == 0;
}

/*
 * TSTInfo ::= SEQUENCE { version, policy, messageImprint { algorithm, hash }, serialNumber, genTime, … }.
 * Returns: the time, when the stamp is on @stamped; 0 when it is on something else or none
 */
static int64_t
read_stamp(DdDer stamp, const gnutls_datum_t *stamped)
{
	DdDer info, imprint, algorithm, hash, time, unused;
	if (!dd_der_take(&stamp, DD_DER_SEQUENCE, &info) ||
		!dd_der_take(&info, DD_DER_INTEGER, &unused) ||
		!dd_der_take(&info, DD_DER_OID, &unused) ||
		!dd_der_take(&info, DD_DER_SEQUENCE, &imprint) ||
		!dd_der_take(&info, DD_DER_INTEGER, &unused) ||
		!dd_der_take(&info, DD_DER_TIME, &time) ||
		!dd_der_take(&imprint, DD_DER_SEQUENCE, &algorithm) ||
		!dd_der_take(&imprint, DD_DER_OCTETS, &hash) ||
		!is_hash_of(stamped, find_digest(algorithm), &hash))
		return 0;
	return dd_stamp_time_read((const char *)time.at, time.len);
}

/* Does the certificate say that it is for time stamps? One that says nothing would count as for everything */
static bool
is_for_stamps(gnutls_x509_crt_t certificate)
{
	char oid[64];
	size_t size = sizeof(oid);
	return gnutls_x509_crt_get_key_purpose_oid(certificate, 0, oid, &size, NULL) >= 0 &&
	       strcmp(oid, GNUTLS_KP_TIME_STAMPING) == 0; /* the only one, says RFC 3161 */
}

/*
 * Checks a time stamp token. Its certificate must be one for time stamps. Returns: its time, 0 when it is not one or not on
 * @stamped; the state is told where the signature itself could not be judged
 */
static int64_t
check_token(const Message *token, const gnutls_datum_t *stamped, DdSignatureState *state_out)
{
	*state_out = verify(token, NULL);
	if (*state_out != DD_SIGNATURE_VALID)
		return 0;
	g_auto(Owned) content = {{NULL, 0}};
	const char *kind = gnutls_pkcs7_get_embedded_data_oid(token->pkcs7);
	int64_t time = 0;
	if (kind != NULL && strcmp(kind, OID_STAMP_CONTENT) == 0 && is_for_stamps(token->signer) &&
		gnutls_pkcs7_get_embedded_data(token->pkcs7, 0, &content.datum) >= 0)
		time = read_stamp((DdDer){content.datum.data, content.datum.size}, stamped);
	*state_out = time > 0 ? DD_SIGNATURE_VALID : DD_SIGNATURE_BROKEN;
	return time;
}

static DdTrust
judge(const Message *self, const DdTrustAnchors *anchors, int64_t time)
{
	return self->signer == NULL && anchors != NULL && dd_trust_anchors_count(anchors) > 0
		       ? DD_TRUST_UNKNOWN
		       : dd_trust_judge(anchors, self->signer, self->certificates,
				 self->n_certificates, time);
}

/*
 * Looks for a stamp on the signature and takes its time. Where authorities were given, one of them must stand behind the
 * stamp: else a signer could stamp for himself.
 */
static void
take_stamped_time(const Message *self, const DdTrustAnchors *anchors, DdCmsVerdict *out)
{
	for (unsigned i = 0; i < DD_MAX_SIGNATURE_CERTIFICATES; i++) {
		g_auto(Owned) raw = {{NULL, 0}};
		g_auto(Message) token = {0};
		char *oid = NULL; /* lent */
		if (gnutls_pkcs7_get_attr(self->info.unsigned_attrs, i, &oid, &raw.datum, 0) < 0)
			return;
		if (strcmp(oid, OID_TIME_STAMP_TOKEN) != 0 ||
			!open_message(&token, raw.datum.data, raw.datum.size))
			continue;
		DdSignatureState state;
		int64_t time = check_token(&token, &self->info.sig, &state);
		DdTrust trust = judge(&token, anchors, time);
		if (time == 0 || (trust != DD_TRUST_GIVEN && trust != DD_TRUST_UNCHECKED))
			continue;
		out->time = time;
		out->time_stamped = true;
		return;
	}
}

void
dd_cms_check(GBytes *cms, DdSubFilter sub_filter, GBytes *signed_bytes,
	const DdTrustAnchors *anchors, DdCmsVerdict *out)
{
	gsize len = 0, n = 0;
	const guint8 *bytes = g_bytes_get_data(cms, &len);
	gnutls_datum_t range = {(guint8 *)g_bytes_get_data(signed_bytes, &n), 0}; /* only read */
	range.size = (unsigned)n;
	g_auto(Message) message = {0};
	if (!open_message(&message, bytes, len)) {
		bool large = dd_der_measure(bytes, len) > DD_MAX_SIGNATURE_MESSAGE_BYTES;
		out->state = large ? DD_SIGNATURE_UNREADABLE : DD_SIGNATURE_BROKEN;
		return;
	}
	take_names(&message, out);
	if (sub_filter == DD_SUB_FILTER_TIME_STAMP) {
		int64_t time = check_token(&message, &range, &out->state);
		out->time = time > 0 ? time : out->time;
		out->time_stamped = time > 0;
	} else {
		bool inside = sub_filter == DD_SUB_FILTER_SHA1;
		out->state = verify(&message, inside ? NULL : &range);
		if (message.info.signing_time > 0)
			out->time = message.info.signing_time;
		if (out->state == DD_SIGNATURE_VALID && inside) {
			g_auto(Owned) hash = {{NULL, 0}};
			bool same = gnutls_pkcs7_get_embedded_data(message.pkcs7, 0, &hash.datum) >= 0;
			const DdDer der = {hash.datum.data, hash.datum.size};
			same = same && is_hash_of(&range, GNUTLS_DIG_SHA1, &der);
			out->state = same ? DD_SIGNATURE_VALID : DD_SIGNATURE_BROKEN;
		}
		if (out->state == DD_SIGNATURE_VALID)
			take_stamped_time(&message, anchors, out);
	}
	out->trust = judge(&message, anchors, out->time);
}

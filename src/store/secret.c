/* SPDX-License-Identifier: GPL-3.0-or-later */
/* secret.c: by libsodium */
#include "secret.h"

#include "error.h"
#include "maxima.h"
#include "once.h"

#include <sodium.h>
#include <string.h>
#include <utf8proc.h>

/*
 * argon2id as RFC 9106 section 4 recommends it where memory is dear: three passes over 64 MiB. When these rise, passwords are hashed anew as
 * their owners sign in.
 */
static const struct {
	unsigned long long passes;
	size_t bytes;
} cost = {3, (size_t)64 << 20};

/* What nobody's password is, in the form and at the cost of one: who tries a name that is not there waits as long */
#define NOBODY                                                                                     \
	"$argon2id$v=19$m=65536,t=3,p=1$AAAAAAAAAAAAAAAAAAAAAA$"                                   \
	"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static void
begin(void)
{
	/* looks for fast instructions, once; what fails is the machine's source of random bytes, and then nothing goes */
	static DdOnce once = DD_ONCE_INIT;
	if (dd_once_enter(&once)) {
		if (sodium_init() < 0)
			g_critical("libsodium cannot start");
		dd_once_leave(&once);
	}
}

void
dd_secret_make(DdSecret *self)
{
	begin();
	randombytes_buf(self->bytes, sizeof(self->bytes));
}

char *
dd_secret_format(const DdSecret *self, char buffer[DD_SECRET_TEXT])
{
	return sodium_bin2base64(buffer, DD_SECRET_TEXT, self->bytes, sizeof(self->bytes),
		sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool
dd_secret_parse(const char *text, DdSecret *out)
{
	DdSecret secret;
	size_t len = 0;
	const char *end = NULL;
	if (strnlen(text, DD_SECRET_TEXT) != DD_SECRET_TEXT - 1 ||
		sodium_base642bin(secret.bytes, sizeof(secret.bytes), text, DD_SECRET_TEXT - 1,
			NULL, &len, &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
		len != sizeof(secret.bytes) || *end != '\0')
		return false;
	/* libsodium 1.0.18 reads the byte 0xff as "_" */
	char again[DD_SECRET_TEXT];
	bool same = sodium_memcmp(dd_secret_format(&secret, again), text, DD_SECRET_TEXT) == 0;
	if (same)
		*out = secret;
	dd_secret_wipe(again, sizeof(again));
	dd_secret_wipe(&secret, sizeof(secret));
	return same;
}

DdHash
dd_secret_digest(const DdSecret *self)
{
	return dd_hash_of(self->bytes, sizeof(self->bytes));
}

bool
dd_secret_equals(const DdSecret *a, const DdSecret *b)
{
	return sodium_memcmp(a->bytes, b->bytes, sizeof(a->bytes)) == 0;
}

void
dd_secret_wipe(void *memory, size_t len)
{
	sodium_memzero(memory, len);
}

/* A password as code points, then as the bytes of their normal form */
typedef struct {
	utf8proc_int32_t points[4 * DD_MAX_PASSWORD_BYTES + 1];
	size_t len; /* bytes, which begin where the points did */
} Normal;

static void
clear_normal(Normal *self)
{
	sodium_memzero(self, sizeof(*self));
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Normal, clear_normal)

/* In memory of our own, which is wiped. Keyboards put letters together in several ways, and one password is typed on several */
static bool
normalise(const char *password, Normal *out, GError **error)
{
	const utf8proc_option_t form = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	size_t len = strnlen(password, DD_MAX_PASSWORD_BYTES + 1);
	if (len > DD_MAX_PASSWORD_BYTES) {
		g_set_error(error, DD_ERROR, DD_ERROR_TOO_LARGE,
			"mật khẩu quá dài, tối đa %d byte (the password is longer than %d bytes)",
			DD_MAX_PASSWORD_BYTES, DD_MAX_PASSWORD_BYTES);
		return false;
	}
	utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)password,
		(utf8proc_ssize_t)len, out->points, G_N_ELEMENTS(out->points) - 1, form);
	if (n >= 0 && n < (utf8proc_ssize_t)G_N_ELEMENTS(out->points))
		n = utf8proc_reencode(out->points, n, form);
	else
		n = -1;
	if (n < 0) {
		g_set_error_literal(error, DD_ERROR, DD_ERROR_INVALID_DATA,
			"mật khẩu phải là UTF-8 (the password must be UTF-8)");
		return false;
	}
	out->len = (size_t)n;
	return true;
}

char *
dd_secret_hash_password(const char *password, GError **error)
{
	char kept[crypto_pwhash_STRBYTES];
	g_auto(Normal) normal = {0};
	begin();
	if (!normalise(password, &normal, error))
		return NULL;
	if (crypto_pwhash_str_alg(kept, (const char *)normal.points, normal.len, cost.passes,
		    cost.bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
		g_set_error_literal(error, DD_ERROR,
			DD_ERROR_UNAVAILABLE, "không đủ bộ nhớ để băm mật khẩu; hãy thử lại (no memory to hash the password; try again)");
		return NULL;
	}
	return g_strdup(kept);
}

bool
dd_secret_verify_password(const char *kept, const char *password)
{
	g_auto(Normal) normal = {0};
	char text[crypto_pwhash_STRBYTES];
	begin();
	g_strlcpy(text, kept != NULL ? kept : NOBODY, sizeof(text));
	bool good = normalise(password, &normal, NULL);
	bool same = crypto_pwhash_str_verify(
			    text, (const char *)normal.points, good ? normal.len : 0) == 0;
	return good && same && kept != NULL;
}

bool
dd_secret_is_dated(const char *kept)
{
	char text[crypto_pwhash_STRBYTES];
	g_strlcpy(text, kept, sizeof(text));
	return crypto_pwhash_str_needs_rehash(text, cost.passes, cost.bytes) != 0;
}

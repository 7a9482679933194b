/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totp.c: by liboath */
#include "totp.h"

#include "secret.h"

#include <liboath/oath.h>
#include <string.h>

#define STEP 30 /* seconds */
#define DIGITS 6
#define ISSUER "Đôn Đốc"

G_STATIC_ASSERT(DD_TOTP_BYTES <= DD_SECRET_BYTES);

void
dd_totp_make(unsigned char secret[DD_TOTP_BYTES])
{
	DdSecret made;
	dd_secret_make(&made);
	memcpy(secret, made.bytes, DD_TOTP_BYTES);
	dd_secret_wipe(&made, sizeof(made));
}

/* Returns: TRUE when @code is that of @step, in a time that does not tell how much of it is right */
static bool
is_code_of(const void *secret, size_t len, int64_t step, const char *code)
{
	char right[DIGITS + 1] = {0};
	int differ = 0;
	if (oath_totp_generate(secret, len, (time_t)(step * STEP), STEP, 0, DIGITS, right) != OATH_OK)
		return false;
	for (size_t i = 0; i < DIGITS; i++)
		differ |= right[i] ^ code[i];
	dd_secret_wipe(right, sizeof(right));
	return differ == 0;
}

bool
dd_totp_check(const void *secret, size_t len, int64_t now, const char *code, int64_t used,
	int64_t *step_out)
{
	if (strnlen(code, DIGITS + 1) != DIGITS || now < STEP)
		return false;
	int64_t first = MAX(now / STEP - 1, used + 1);
	for (int64_t step = first; step <= now / STEP + 1; step++)
		if (is_code_of(secret, len, step, code)) {
			*step_out = step;
			return true;
		}
	return false;
}

char *
dd_totp_format(const void *secret, size_t len)
{
	char *text = NULL;
	if (oath_base32_encode(secret, len, &text, NULL) != OATH_OK)
		return NULL;
	/* without the padding, which telephones do not want */
	char *out = g_strndup(text, strcspn(text, "="));
	dd_secret_wipe(text, strlen(text));
	free(text); /* liboath takes it by malloc */
	return out;
}

bool
dd_totp_parse(const char *text, unsigned char secret[DD_TOTP_BYTES])
{
	char *bytes = NULL;
	size_t len = 0;
	if (oath_base32_decode(text, strlen(text), &bytes, &len) != OATH_OK)
		return false;
	bool good = len == DD_TOTP_BYTES;
	if (good)
		memcpy(secret, bytes, DD_TOTP_BYTES);
	dd_secret_wipe(bytes, len);
	free(bytes);
	return good;
}

char *
dd_totp_uri(const void *secret, size_t len, const char *account)
{
	g_autofree char *text = dd_totp_format(secret, len);
	if (text == NULL)
		return NULL;
	g_autofree char *issuer = g_uri_escape_string(ISSUER, NULL, FALSE);
	g_autofree char *name = g_uri_escape_string(account, NULL, FALSE);
	char *uri = g_strdup_printf(
		"otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d",
		issuer, name, text, issuer, DIGITS, STEP);
	dd_secret_wipe(text, strlen(text));
	return uri;
}

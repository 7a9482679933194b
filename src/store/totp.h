/* SPDX-License-Identifier: GPL-3.0-or-later */
/* totp.h: one-time codes by the clock (RFC 6238): SHA-1, six digits, 30 seconds, as all programs for telephones have it */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

#define DD_TOTP_BYTES 20 /* of a secret: as many as SHA-1 gives (RFC 4226, section 4) */

/* Makes a new secret */
void
dd_totp_make(unsigned char secret[DD_TOTP_BYTES]);
/*
 * Returns: TRUE when @code is one of @now, or of the step before or behind, which a clock that is a little wrong may show; and of a later step
 * than @used, so that none is taken twice. @step_out: its step
 */
bool
dd_totp_check(const void *secret, size_t len, int64_t now, const char *code, int64_t used,
	int64_t *step_out);
/* Returns: (transfer full) the secret in the letters that people type (RFC 4648, base32 without padding) */
char *
dd_totp_format(const void *secret, size_t len) G_GNUC_WARN_UNUSED_RESULT;
/* Reads that. Returns: FALSE when @text is no secret of DD_TOTP_BYTES */
bool
dd_totp_parse(const char *text, unsigned char secret[DD_TOTP_BYTES]);
/* Returns: (transfer full) the URI otpauth://totp/… that is given to a telephone, which holds the secret */
char *
dd_totp_uri(const void *secret, size_t len, const char *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

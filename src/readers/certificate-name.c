/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * certificate-name.c: GnuTLS gives names with escapes for LDAP; here they are read as they stand. No converter of the C library
 * is used, which would be a file to load.
 */
#include "certificate-name.h"

#include <string.h>

#include "maxima.h"

#define PARTS_MAX 64
#define VALUES_MAX 8 /* of one part */

/* Kinds of text in ASN.1 */
enum {
	TAG_UTF8 = 12,
	TAG_PRINTABLE = 19,
	TAG_TELETEX = 20,
	TAG_IA5 = 22,
	TAG_UNIVERSAL = 28,
	TAG_BMP = 30
};

/* Reads letters of @width bytes each, the highest first. What is no letter is left out */
static char *
read_wide(const guint8 *bytes, gsize len, unsigned width)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (gsize at = 0; len - at >= width && text->len < DD_MAX_SIGNER_BYTES; at += width) {
		guint32 letter = 0;
		for (unsigned i = 0; i < width; i++)
			letter = letter << 8 | bytes[at + i];
		if (g_unichar_validate(letter))
			g_string_append_unichar(text, letter);
	}
	return g_string_free(g_steal_pointer(&text), FALSE);
}

static char *
read_value(const gnutls_x509_ava_st *ava)
{
	switch (ava->value_tag) {
	case TAG_UTF8:
	case TAG_PRINTABLE:
	case TAG_IA5:
		return g_utf8_make_valid((const char *)ava->value.data,
			(gssize)MIN(ava->value.size, 4u * DD_MAX_SIGNER_BYTES));
	case TAG_TELETEX: /* which all that write it take for Latin-1 */
		return read_wide(ava->value.data, ava->value.size, 1);
	case TAG_BMP:
		return read_wide(ava->value.data, ava->value.size, 2);
	case TAG_UNIVERSAL:
		return read_wide(ava->value.data, ava->value.size, 4);
	default:
		return NULL;
	}
}

/* Returns: (transfer full) @raw in NFC, with single blanks for what is no letter or sign, not too long; NULL for nothing */
static char *
tidy(const char *raw)
{
	g_autofree char *composed = g_utf8_normalize(raw, -1, G_NORMALIZE_NFC);
	g_autoptr(GString) text = g_string_new(NULL);
	for (const char *at = composed; at != NULL && *at != '\0'; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		gsize len = (gsize)(g_utf8_next_char(at) - at);
		if (text->len + len > DD_MAX_SIGNER_BYTES)
			break;
		if (g_unichar_isgraph(letter) && g_unichar_type(letter) != G_UNICODE_FORMAT)
			g_string_append_len(text, at, (gssize)len);
		else if (text->len > 0 && text->str[text->len - 1] != ' ')
			g_string_append_c(text, ' ');
	}
	g_strchomp(text->str);
	return *text->str != '\0' ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

char *
dd_certificate_name(gnutls_x509_dn_t dn, const char *oid)
{
	g_autofree char *raw = NULL;
	for (int part = 0; part < PARTS_MAX; part++) {
		for (int value = 0; value < VALUES_MAX; value++) {
			gnutls_x509_ava_st ava = {0};
			if (gnutls_x509_dn_get_rdn_ava(dn, part, value, &ava) < 0)
				break;
			if (strcmp((const char *)ava.oid.data, oid) != 0)
				continue;
			g_free(raw);
			raw = read_value(&ava);
		}
	}
	return raw != NULL ? tidy(raw) : NULL;
}

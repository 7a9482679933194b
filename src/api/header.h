/* SPDX-License-Identifier: GPL-3.0-or-later */
/* header.h: values of header fields of a request (RFC 9110, RFC 6265); all are hostile text, and none is ever written into an answer */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Returns: (transfer full) the value of the cookie @name in a Cookie field (nullable); NULL when it is not there, or there twice */
char *
dd_header_get_cookie(const char *field, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) what stands behind "Bearer " in an Authorization field (nullable), NULL when it is something else */
const char *
dd_header_get_bearer(const char *field);
typedef enum { DD_CODING_NONE, DD_CODING_GZIP, DD_CODING_BROTLI } DdCoding;

/*
 * Returns: the coding that an Accept-Encoding field (nullable) likes best of ours, by its weights, "*" among them (RFC 9110, 12.5.3); of equals
 * brotli. DD_CODING_NONE when it likes none, or what is not coded better
 */
DdCoding
dd_header_pick_coding(const char *field);
/* Returns: TRUE when an Accept field (NULL: anything) takes @type ("application/json"), its family, or anything */
bool
dd_header_accepts_type(const char *field, const char *type);
/* Returns: TRUE when a Content-Type field (nullable) is @type; parameters behind it are left out of account */
bool
dd_header_is_type(const char *field, const char *type);
/* Returns: TRUE when an If-None-Match field (nullable) names @etag (with its quotes), weak or strong, or "*" */
bool
dd_header_matches(const char *field, const char *etag);
/*
 * Reads the version of an If-Match field: "7" in quotes, as of the ETag of a task, also weak and with a day behind a point. Returns:
 * FALSE when it is none, or several
 */
bool
dd_header_get_version(const char *field, int64_t *version_out);

typedef enum {
	DD_RANGE_ALL, /* no range, or one that is not understood: the whole is sent */
	DD_RANGE_PART,
	DD_RANGE_OUTSIDE, /* nothing of it is there */
} DdRangeKind;

/* Reads a Range field (nullable) with one range over @size bytes. @first_out, @last_out: of the part, both inside */
DdRangeKind
dd_header_get_range(const char *field, uint64_t size, uint64_t *first_out, uint64_t *last_out);

/* Returns: TRUE when a request's own id may be taken: 1 to 64 letters, digits, "-", "_" or "." */
bool
dd_header_is_request_id(const char *field);
/*
 * Returns: (transfer full) the client's address by an X-Forwarded-For field, when @peer is one of the named @proxies (NULL-terminated,
 * nullable): the last one in it that is no proxy. Else, and where that is no address, @peer
 */
char *
dd_header_get_client(const char *field, const char *peer, const char *const *proxies)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

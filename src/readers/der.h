/* SPDX-License-Identifier: GPL-3.0-or-later */
/* der.h: the few looks into DER that libraries for signatures do not offer */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_DER_INTEGER 0x02
#define DD_DER_OCTETS 0x04
#define DD_DER_OID 0x06
#define DD_DER_TIME 0x18 /* GeneralizedTime */
#define DD_DER_SEQUENCE 0x30

/* A stretch of bytes, lent */
typedef struct {
	const guint8 *at;
	gsize len;
} DdDer;

/* Passes the next element, of tag @tag. Returns: FALSE when something else stands there; nothing changes then */
bool
dd_der_take(DdDer *self, guint8 tag, DdDer *content_out);
/*
 * Returns: how many bytes the first element takes, 0 when it does not end in @bytes. Elements may be of indefinite length, as
 * in BER, up to 16 inside of each other
 */
gsize
dd_der_measure(const guint8 *bytes, gsize len);

G_END_DECLS

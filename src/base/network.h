/* SPDX-License-Identifier: GPL-3.0-or-later */
/* network.h: which network an address belongs to: what counts as one client, for rates, connections and failures to sign in */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_NETWORK_BYTES 16

/*
 * An IPv4 address (as ::ffff:a.b.c.d), or the first 64 bits of an IPv6 address with zeros behind them: a household is given at least that much
 * (RFC 6177), so that whoever has one IPv6 address has all of its network
 */
typedef struct {
	guint8 bytes[DD_NETWORK_BYTES];
} DdNetwork;

/* Reads an address in text. Returns: FALSE when it is none; @out is then as it was */
bool
dd_network_parse(const char *address, DdNetwork *out);
/* Returns: TRUE of this machine itself: 127.0.0.0/8, ::1 */
bool
dd_network_is_own(const DdNetwork *self);
/*
 * Returns: (transfer full) @origin, from where something came, with the address behind its first colon cut to its network:
 * "api:2001:db8:0:1::/64" of "api:2001:db8:0:1::7". What is no IPv6 address stays as it is
 */
char *
dd_network_cut_origin(const char *origin) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

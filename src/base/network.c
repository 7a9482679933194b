/* SPDX-License-Identifier: GPL-3.0-or-later */
/* network.c: addresses and the networks they are of */
#include "network.h"

#include <arpa/inet.h>
#include <string.h>

static const guint8 mapped[12] = {
	[10] = 0xff, [11] = 0xff}; /* an IPv4 address in IPv6 (RFC 4291, 2.5.5.2) */

static bool
is_mapped(const DdNetwork *self)
{
	return memcmp(self->bytes, mapped, sizeof(mapped)) == 0;
}

bool
dd_network_parse(const char *address, DdNetwork *out)
{
	DdNetwork network = {{0}};
	if (inet_pton(AF_INET, address, network.bytes + sizeof(mapped)) == 1)
		memcpy(network.bytes, mapped, sizeof(mapped));
	else if (inet_pton(AF_INET6, address, network.bytes) != 1)
		return false;
	/* ::1 is of the network that nobody else has */
	if (!is_mapped(&network))
		memset(network.bytes + 8, 0, 8);
	*out = network;
	return true;
}

bool
dd_network_is_own(const DdNetwork *self)
{
	static const DdNetwork none;
	return is_mapped(self) ? self->bytes[sizeof(mapped)] == 127
			       : memcmp(self, &none, sizeof(none)) == 0;
}

char *
dd_network_cut_origin(const char *origin)
{
	const char *colon = strchr(origin, ':');
	char text[INET6_ADDRSTRLEN];
	DdNetwork network;
	if (colon == NULL || strchr(colon + 1, ':') == NULL || !dd_network_parse(colon + 1, &network))
		return g_strdup(origin);
	if (is_mapped(&network)) {
		inet_ntop(AF_INET, network.bytes + sizeof(mapped), text, sizeof(text));
		return g_strdup_printf("%.*s%s", (int)(colon + 1 - origin), origin, text);
	}
	inet_ntop(AF_INET6, network.bytes, text, sizeof(text));
	return g_strdup_printf("%.*s%s/64", (int)(colon + 1 - origin), origin, text);
}

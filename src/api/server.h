/* SPDX-License-Identifier: GPL-3.0-or-later */
/* server.h: the HTTP server: started, asked for its address, stopped without losing what it has accepted */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

#include "settings.h"

G_BEGIN_DECLS

typedef struct _DdServer DdServer;

/*
 * Starts to answer. @settings is lent, @url is the store's, which must be there; @now: what time it is, seconds since 1970, from which its
 * clock goes on. SIGPIPE must be ignored. Returns: (transfer full) or NULL: as of dd_store_open; DD_ERROR_IO (an address that is taken, a
 * certificate that cannot be read), DD_ERROR_INVALID_DATA (no address)
 */
DdServer *
dd_server_start(const DdSettings *settings, const char *url, int64_t now, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Returns: (transfer none) "http://127.0.0.1:8080": where it really listens */
const char *
dd_server_get_address(const DdServer *self);
/* Takes no new connections, ends the requests that it has accepted (at most DD_MAX_STOP_SECONDS), frees all. NULL is fine */
void
dd_server_stop(DdServer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdServer, dd_server_stop)

G_END_DECLS

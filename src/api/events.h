/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * events.h: streams that tell what changed (server-sent events, https://html.spec.whatwg.org/multipage/server-sent-events.html): ids and kinds, no
 * contents. Their ids are numbers of the record, which are the same on every server of a store
 */
#pragma once

#include <microhttpd.h>

#include "guard.h"
#include "sign-in.h"
#include "store-pool.h"

G_BEGIN_DECLS

typedef struct _DdEvents DdEvents;
typedef struct _DdListener DdListener;

/*
 * Starts the thread that looks at the record once a second for all listeners together. @most: listeners at once. @ahead: as of dd_runner_new.
 * Returns: (transfer full) or NULL with DD_ERROR_IO
 */
DdEvents *
dd_events_new(DdStorePool *pool, unsigned most, int64_t ahead, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* What somebody wants to hear; who is copied */
typedef struct {
	const DdIdentity *who;
	int64_t job;   /* of this job alone; 0 of all that who may see */
	int64_t after; /* number of the record behind which it begins */
} DdListenOrder;

typedef enum {
	DD_LISTEN_GOOD,
	DD_LISTEN_FULL,     /* as many as there may be, or the server ends */
	DD_LISTEN_TOO_MANY, /* of this account: DD_MAX_ACCOUNT_LISTENERS */
} DdListenOutcome;

/* @out: (transfer full) a listener that hears from now on, with @first (text of events) before all else */
DdListenOutcome
dd_events_listen(DdEvents *self, const DdListenOrder *order, const char *first, DdListener **out);
/* Nothing more comes: it ends behind what was said to it */
void
dd_listener_end(DdListener *self);
/* Returns: (transfer full) a response that tells on @connection, or NULL; it takes the listener over, @guarded is lent for as long */
struct MHD_Response *
dd_listener_respond(DdListener *self, struct MHD_Connection *connection, DdGuarded *guarded);
void
dd_listener_free(DdListener *self);
/* Returns: listeners that there are */
unsigned
dd_events_count(DdEvents *self);
/* Ends all of them, and takes no more */
void
dd_events_stop(DdEvents *self);
/* All listeners must be gone. NULL is fine */
void
dd_events_free(DdEvents *self);

/* Returns: (transfer full) an event as text: @seq 0: without an id; @json: (transfer full) its data, an object of jansson */
char *
dd_event_format(int64_t seq, const char *kind, void *json);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdEvents, dd_events_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DdListener, dd_listener_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* server-private.h: what the parts of the server share */
#pragma once

#include <microhttpd.h>
#include <netinet/in.h>

#include "directory-watch.h"
#include "events.h"
#include "guard.h"
#include "job-runner.h"
#include "lane.h"
#include "log.h"
#include "memo.h"
#include "metrics.h"
#include "rate.h"
#include "route.h"
#include "server.h"
#include "store-pool.h"
#include "vouch.h"
#include "write-group.h"

G_BEGIN_DECLS

/* Names the session. Of TLS: a name that neither a neighbour in the domain nor who meddles with plain HTTP can set (RFC 6265bis, 4.1.3.2) */
#define DD_COOKIE(secure) ((secure) ? "__Host-dondoc" : "dondoc")
#define DD_REQUEST_ID 65 /* bytes of the id of a request, with NUL */

/* All but active, uploads and stopping is set before the first request and stays */
struct _DdServer {
	struct MHD_Daemon *daemon;
	int listener; /* the daemon's, which closes it */
	DdStorePool *pool;
	DdLaneQueue *lanes[DD_LANE_LAST]; /* NULL of DD_LANE_READ; of those for who vouches where nobody does */
	DdWriteGroup *group;              /* of the thread of DD_LANE_WRITE alone */
	DdVouch *vouch;                   /* NULL nobody */
	DdRunner *runner;
	DdEvents *events;
	DdDirectoryWatch *watch; /* NULL: nobody looks */
	DdGuard *guard;
	DdRateTable *rate;
	DdMetrics *metrics;
	DdMemo *memo;
	DdLogForm log;
	char **proxies; /* NULL none */
	char *address;
	char *certificate, *key; /* in PEM */
	bool tls;
	gint64 started;   /* by g_get_monotonic_time */
	int64_t ahead;    /* seconds that its clock is before that of the machine: --now */
	unsigned active;  /* requests between their header and the end of their answer; atomic */
	unsigned uploads; /* forms with files that come or wait now; atomic */
	bool stopping;    /* atomic */
};

/* Returns: what time it is, seconds since 1970 */
int64_t
dd_server_get_now(const DdServer *self);

typedef enum {
	DD_EXCHANGE_NEW,  /* the header is not there yet */
	DD_EXCHANGE_BODY, /* the body comes */
	DD_EXCHANGE_AWAY, /* a lane has it; the connection is suspended */
	DD_EXCHANGE_ANSWERED,
	DD_EXCHANGE_SENT,
} DdExchangeState;

/* A request and its answer */
typedef struct {
	DdServer *server;
	struct MHD_Connection *connection;
	DdGuarded *guarded; /* lent */
	char *target;
	DdExchangeState state;
	DdRouteMatch match;
	DdQuery query;
	DdArena *arena;
	char id[DD_REQUEST_ID];
	const char *method; /* as a route has it, or "-" */
	char *client, *session, *origin;
	DdIdentity who;
	bool known;              /* who is set */
	bool page;               /* what is asked for is of the page */
	DdLane lane;             /* that handles it */
	bool secure, head, drop; /* drop: the body is over its limit, and not kept */
	GByteArray *body;
	DdUpload *upload; /* of a route that takes files */
	DdAnswer answer;
	size_t sent; /* bytes of the body of the answer */
	gint64 began;
} DdExchange;

/* Writes the address at the other end, a proxy's or the client's, "?" when it has none */
void
dd_peer_format(struct MHD_Connection *connection, char buffer[INET6_ADDRSTRLEN]);
/* Returns: (transfer full) one for a request that begins with @target */
DdExchange *
dd_exchange_new(DdServer *server, const char *target, struct MHD_Connection *connection);
/* Ends it: counts it, tells of it, frees it */
void
dd_exchange_free(DdExchange *self);
/* The header is there: holds it against limits, routes and rights. What is wrong with it is then the answer */
void
dd_exchange_begin(DdExchange *self, const char *method);
/* Returns: TRUE when the header says that a body comes */
bool
dd_exchange_has_body(const DdExchange *self);
/* Takes a piece of the body */
void
dd_exchange_take(DdExchange *self, const char *bytes, size_t len);
/*
 * The body is there: runs the handler. Returns: FALSE when that is done elsewhere: the connection is suspended, and resumed when the answer
 * is there, which may be before this returns: nothing is to be touched then
 */
bool
dd_exchange_run(DdExchange *self);
/* Sends the answer. Returns: of MHD_queue_response */
enum MHD_Result
dd_exchange_send(DdExchange *self);
/* Returns: (transfer none) a header field of the request, NULL when it is not there */
const char *
dd_exchange_get_field(const DdExchange *self, const char *name);

G_END_DECLS

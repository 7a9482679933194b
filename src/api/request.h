/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request.h: a request as a handler gets it: taken apart, within its limits, from somebody who is known */
#pragma once

#include "answer.h"
#include "arena.h"
#include "query.h"
#include "sign-in.h"
#include "upload.h"

G_BEGIN_DECLS

typedef struct _DdServer DdServer;

/* All is lent for as long as the handler runs */
typedef struct {
	DdServer *server;
	DdStore *store; /* of this thread, while the handler runs; NULL of a route that needs none */
	DdArena *arena;
	const DdIdentity *who; /* NULL: not known, of a route that is open to all */
	const char *session;   /* what the cookie holds; NULL: who asks has a token, or nothing */
	DdActor actor;         /* for changes: now, the account's name, where it comes from */
	const char *target;    /* as it was asked for, with the query */
	const DdQuery *query;
	int64_t id;       /* of "{id}" in the path */
	const char *hash; /* of "{hash}" in the path */
	const char *cookies, *content_type, *if_match, *last_event,
		*accept; /* header fields; NULL not there */
	const guint8 *body;
	size_t body_len;
	const DdUpload *upload; /* of a route that takes files; its body is NULL */
	DdLane lane;            /* that it runs in */
	bool secure;            /* it came by TLS, or by a proxy that says so */
} DdRequest;

/*
 * Answers a request. Returns: FALSE with an error, which dd_answer_fail makes a problem of; a handler that has a better word makes the
 * problem itself and returns TRUE
 */
typedef bool (*DdHandler)(const DdRequest *request, DdAnswer *answer, GError **error);

typedef struct {
	const char *method, *pattern; /* "GET", "/api/v1/tasks/{id}" */
	DdHandler run;
	DdLane lane;
	bool open;       /* no one needs to be known */
	bool enrols;     /* open to a session that has to take one-time codes into use first */
	DdAction action; /* what role and scope must allow in any standing; DD_ACTION_LAST: nothing */
	unsigned scope;                /* of DdScope */
	size_t body_max;               /* bytes; 0: there is none */
	const char *body_type;         /* of the body, NULL: any */
	bool streams;                  /* the answer is a stream of events */
	bool takes_files;              /* the body is a form, kept as it comes */
	const char *const *parameters; /* that the query may have, NULL-terminated */
	bool any_parameters;           /* others, too, which are passed over */
	bool no_store;                 /* it needs none */
	bool grouped; /* of DD_LANE_WRITE: it is kept together with other changes, so it may be run twice, and leaves nothing but in the store */
	bool keeps; /* the answer rests on the store, the day, what who asks may see by role and unit, and the target alone (kept.h) */
	const char *const *also; /* types that it answers with, too, where JSON is not accepted, NULL-terminated; NULL: none */
	bool other_type; /* what it answers is no JSON, whatever Accept says */
} DdRoute;

G_END_DECLS

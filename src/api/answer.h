/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.h: what a handler makes of a request: a status and JSON or bytes; only the server writes HTTP */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "hash.h"
#include "header.h"
#include "json-writer.h"
#include "lane.h"

G_BEGIN_DECLS

/* What went wrong, as problem objects of RFC 9457 name it; each has one status and a title in two languages */
typedef enum {
	DD_PROBLEM_BAD_REQUEST,
	DD_PROBLEM_UNAUTHORISED, /* who asks is not known */
	DD_PROBLEM_WRONG_SIGN_IN,
	DD_PROBLEM_CODE_NEEDED,
	DD_PROBLEM_CODE_UNENROLED,
	DD_PROBLEM_SIGN_IN_AGAIN,
	DD_PROBLEM_NO_ACCOUNT,
	DD_PROBLEM_FORBIDDEN,
	DD_PROBLEM_BAD_CSRF,
	DD_PROBLEM_NOT_FOUND,
	DD_PROBLEM_METHOD,
	DD_PROBLEM_NOT_ACCEPTABLE,
	DD_PROBLEM_CONFLICT,
	DD_PROBLEM_STALE, /* If-Match names another version */
	DD_PROBLEM_TOO_LARGE,
	DD_PROBLEM_TARGET_TOO_LONG,
	DD_PROBLEM_MEDIA_TYPE,
	DD_PROBLEM_RANGE,
	DD_PROBLEM_UNPROCESSABLE,
	DD_PROBLEM_NEEDS_MATCH, /* If-Match is missing */
	DD_PROBLEM_TOO_MANY,
	DD_PROBLEM_HEADERS_TOO_LARGE,
	DD_PROBLEM_INTERNAL,
	DD_PROBLEM_UNAVAILABLE,
	DD_PROBLEM_UNSURE, /* it is not known whether a change was kept */
	DD_PROBLEM_NO_SPACE,
	DD_PROBLEM_LAST
} DdProblem;

typedef struct _DdListener DdListener;
typedef struct _DdStore DdStore;

/* What makes a body piece by piece, while it is sent: between two nothing of the store is held, however slow the client is */
typedef struct {
	/* Writes the next piece. @end_out: it was the last one. Returns: FALSE with an error, which breaks the answer off */
	bool (*more)(void *data, DdStore *store, FILE *out, bool *end_out, GError **error);
	void *data;
	void (*free)(void *data); /* NULL: there is no source */
} DdSource;

#define DD_ETAG_BUFFER 64

typedef struct {
	unsigned status;  /* of HTTP; 0: nothing is said yet */
	const char *type; /* static; of the body */
	GBytes *body;     /* NULL none */
	DdCoding coding;  /* that the body is in already */
	const char *policy,
		*keep; /* static; of the page: Content-Security-Policy, Cache-Control; NULL those of the API */
	char etag[DD_ETAG_BUFFER]; /* "" none; with its quotes */
	char *location;            /* path of what was made; NULL */
	char *cookie;              /* field Set-Cookie; NULL */
	char *old_cookie;          /* another one, to be forgotten; NULL */
	char *name;                /* of the file that is sent, for Content-Disposition; NULL */
	const char *allow;         /* methods, of DD_PROBLEM_METHOD */
	unsigned retry_after;      /* seconds; 0 none */
	DdListener *listener;      /* who hears a stream of events, which is then the body; NULL */
	/* a file of the store instead of a body: read as it is sent, of which a part may be asked for */
	bool has_file;
	DdHash file;
	uint64_t size;        /* of all of it; also of DD_PROBLEM_RANGE */
	uint64_t first, last; /* of the part that is sent (206) */
	DdSource source;      /* instead of a body */
	bool kept;            /* a change was made, whatever becomes of showing it */
	DdLane again; /* nothing is said yet: the handler is to be run again in that lane; DD_LANE_READ: not */
	bool broken; /* the store failed it: the connection is to be looked at before it is used again */
	/* while JSON is written */
	FILE *stream;
	char *text;
	size_t len;
	DdJsonWriter *json;
} DdAnswer;

/* Begins JSON with @status. Returns: (transfer none) the writer, for dd_answer_end */
DdJsonWriter *
dd_answer_begin(DdAnswer *self, unsigned status);
/* Ends what dd_answer_begin began. Returns: FALSE with DD_ERROR_IO when there was no memory for it */
bool
dd_answer_end(DdAnswer *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Makes the answer JSON that was written before, with status 200 */
void
dd_answer_set_json(DdAnswer *self, GBytes *body);
/* Makes the answer a problem, whatever it was. @detail: (nullable) what exactly, Vietnamese with the English in brackets, for who asked */
void
dd_answer_problem(DdAnswer *self, DdProblem problem, const char *detail);
/*
 * The same, left open for members of its own: between this and dd_answer_end, which then closes nothing but the text; the caller closes the
 * object. Returns: (transfer none) the writer
 */
DdJsonWriter *
dd_answer_begin_problem(DdAnswer *self, DdProblem problem, const char *detail);
/*
 * Makes the answer the problem that belongs to @error: one table of codes. What is our own or the system's fault is not told in detail. Of an
 * answer whose change is kept already it becomes one without a body (204)
 */
void
dd_answer_fail(DdAnswer *self, const GError *error);
/* Makes the answer the file with that hash in the store, of @size bytes, called @name, as bytes to be kept: it came from anybody */
void
dd_answer_set_file(DdAnswer *self, const DdHash *hash, uint64_t size, const char *name);
/* Makes the answer what @source makes (swallowed), of that type, to be kept as a file called @name */
void
dd_answer_set_source(DdAnswer *self, const char *type, const char *name, DdSource source);
/* Sets the entity tag of a thing of that version, as it is told on @day, and by what else @day names ("" for one that is told alike each day) */
void
dd_answer_set_etag(DdAnswer *self, int64_t version, const char *day);
void
dd_answer_clear(DdAnswer *self);

/* Returns: (transfer none) the word that ends the type of @problem ("urn:dondoc:problem:not-found") */
const char *
dd_problem_to_string(DdProblem problem);
unsigned
dd_problem_get_status(DdProblem problem);
/* Returns: the problem that belongs to @error: one table of codes */
DdProblem
dd_problem_of_error(const GError *error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdAnswer, dd_answer_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libpq.h: the functions of libpq that the driver calls, as libpq_….call. The library brings some twenty others with it (OpenSSL, Kerberos,
 * LDAP), which cost every start 7 ms: so it is loaded when the first PostgreSQL store is opened, and an office with SQLite need not have it.
 */
#pragma once

#include <glib.h>
#include <libpq-fe.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define DD_LIBPQ_FUNCTIONS(X)                                                                      \
	X(PQclear)                                                                                 \
	X(PQcmdStatus)                                                                             \
	X(PQconnectdbParams)                                                                       \
	X(PQconninfoFree)                                                                          \
	X(PQconninfoParse)                                                                         \
	X(PQconsumeInput)                                                                          \
	X(PQenterPipelineMode)                                                                     \
	X(PQerrorMessage)                                                                          \
	X(PQexitPipelineMode)                                                                      \
	X(PQfinish)                                                                                \
	X(PQflush)                                                                                 \
	X(PQftype)                                                                                 \
	X(PQgetResult)                                                                             \
	X(PQgetisnull)                                                                             \
	X(PQgetlength)                                                                             \
	X(PQgetvalue)                                                                              \
	X(PQisBusy)                                                                                \
	X(PQntuples)                                                                               \
	X(PQparameterStatus)                                                                       \
	X(PQpipelineSync)                                                                          \
	X(PQresultErrorField)                                                                      \
	X(PQresultStatus)                                                                          \
	X(PQsendPrepare)                                                                           \
	X(PQsendQuery)                                                                             \
	X(PQsendQueryPrepared)                                                                     \
	X(PQserverVersion)                                                                         \
	X(PQsetNoticeReceiver)                                                                     \
	X(PQsetnonblocking)                                                                        \
	X(PQsocket)                                                                                \
	X(PQstatus)                                                                                \
	X(PQtransactionStatus)

typedef struct {
/* NOLINTNEXTLINE(bugprone-macro-parentheses): a member's name */
#define DD_LIBPQ_MEMBER(name) __typeof__(&name) name;
	DD_LIBPQ_FUNCTIONS(DD_LIBPQ_MEMBER)
#undef DD_LIBPQ_MEMBER
} DdLibpq;

/* Set once, by the first dd_libpq_load */
extern DdLibpq libpq;

/* Loads the library if nobody did; threads may call it at once. Returns: FALSE when it is not installed; DD_ERROR_UNSUPPORTED says what to do */
bool
dd_libpq_load(GError **error);

G_END_DECLS

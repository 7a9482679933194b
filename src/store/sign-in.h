/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sign-in.h: signing in, and who it is that a session or an API token stands for */
#pragma once

#include "account.h"
#include "secret.h"

#include <glib.h>

G_BEGIN_DECLS

/* What one may do through a session or token, besides what one's role allows */
typedef enum {
	DD_SCOPE_READ = 1 << 0,
	DD_SCOPE_WRITE = 1 << 1,
	DD_SCOPE_ADMIN = 1 << 2, /* accounts, settings */
	DD_SCOPE_ALL = DD_SCOPE_READ | DD_SCOPE_WRITE | DD_SCOPE_ADMIN
} DdScope;

/* Who asks: as its account is now, not as it was when it signed in. Strings lie in the arena that was given */
typedef struct {
	int64_t account;
	const char *name;
	DdRole role;
	const char *unit; /* NULL the whole office */
	DdWay way;
	bool has_totp;
	bool must_enrol; /* a session that may take one-time codes into use and nothing else: the office demands them, and there are none yet */
	unsigned scopes; /* of DdScope */
	int64_t proved_at; /* of a session: when its owner last proved who that is; 0: a provider does not say */
	int64_t token; /* number of the API token, 0: it is a session */
	DdSecret csrf; /* of a session: what each change must come with */
	int64_t expires_at;
	bool stale; /* its use should be noted: dd_session_touch, dd_token_touch */
} DdIdentity;

typedef enum {
	DD_SIGN_IN_DONE,
	DD_SIGN_IN_WRONG, /* name, password or code, or disabled: it is not told which */
	DD_SIGN_IN_CODE,  /* the password is right; a one-time code is needed, too */
	DD_SIGN_IN_WAIT,  /* too many failures: nothing was looked at */
	DD_SIGN_IN_NO_ACCOUNT, /* who it is was proved outside, but there is no account for that person, and none may be made */
} DdSignInOutcome;

typedef struct {
	const char *name, *password;
	const char *code; /* NULL none */
} DdSignIn;

typedef struct {
	DdSignInOutcome outcome;
	int64_t wait;    /* seconds, of DD_SIGN_IN_WAIT */
	int64_t account; /* of DD_SIGN_IN_DONE, as what follows */
	DdSecret token;  /* names the session, to whom it is given only; kept as a hash */
	DdSecret csrf;
	int64_t expires_at;
} DdSignedIn;

/*
 * Signs in and begins a session. @voucher: (nullable) who is asked about names that are not the store's own. @actor: now, and origin: where the attempt comes from, such as the address of a machine or network, by
 * which failures are counted; who is not looked at. Takes some 0.1 s, whatever comes of it but DD_SIGN_IN_WAIT; in no transaction.
 * Returns: FALSE when it could not be judged: as of dd_db_query, DD_ERROR_TOO_LARGE (origin). @out holds secrets: to be wiped
 */
bool
dd_account_sign_in(DdStore *self, const DdSignIn *what, const DdVoucher *voucher,
	const DdActor *actor, DdSignedIn *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* By which way @name (from anybody) signs in. @found_out: FALSE: there is no such account */
bool
dd_account_get_way(DdStore *self, const char *name, DdWay *way_out, bool *found_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

/* What a provider says of the session that is begun; strings are lent, NULL not said */
typedef struct {
	const char *sid, *id_token;
	int64_t proved_at; /* when the person last proved to be it there; 0 not said */
} DdSessionOf;

/* Signs in whom a provider vouches for, and begins a session. Returns: as of dd_account_sign_in; DD_ERROR_CONFLICT (the last administrator) */
bool
dd_account_sign_in_vouched(DdStore *self, const DdVouched *vouched, const DdSessionOf *of,
	const DdActor *actor, DdSignedIn *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* An account that somebody outside vouched for, and that is in use: it has sessions, or API tokens. Strings lie in the arena that was given */
typedef struct {
	int64_t account;
	const char *name, *subject;
} DdVouchedUse;

/* Returns: (transfer full) DdVouchedUse of @way by number, behind @after, at most @limit; NULL: as of dd_db_query */
GArray *
dd_vouched_list(DdStore *self, DdWay way, int64_t after, unsigned limit, DdArena *arena,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Has the account of @vouched be as that says now, without signing in: one that is refused, or lacks the unit that it needs, loses its sessions and API
 * tokens. @refused_out: whether it may have none. Returns: as of dd_account_sign_in_vouched
 */
bool
dd_vouched_follow(DdStore *self, const DdVouched *vouched, const DdActor *actor, bool *refused_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @out: what the provider said when that session was begun, NULL nothing, or no session */
bool
dd_session_get_id_token(DdStore *self, const char *token, DdArena *arena, const char **out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Ends, with a record, sessions that a provider vouched for, begun no later than @before: of the person @subject, of its session @sid, or
 * of both when neither is NULL. @count_out: how many there were
 */
bool
dd_session_end_vouched(DdChange *change, const char *subject, const char *sid, int64_t before,
	int64_t *count_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/*
 * Finds whose session @token (text of a DdSecret, from anybody) names. @found_out: FALSE for what names none, and for a session that was
 * ended, has expired, was idle too long, is from the future, or whose account is disabled. Reads only
 */
bool
dd_session_find(DdStore *self, const char *token, int64_t now, DdArena *arena, DdIdentity *out,
	bool *found_out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Notes that the session was used; where dd_session_find says that this is stale */
bool
dd_session_touch(DdStore *self, const char *token, int64_t now, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Ends the session of @token, with its record. @ended_out: FALSE when there is none */
bool
dd_session_end(DdChange *change, const char *token, bool *ended_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* A session that is there. Strings lie in the arena that was given */
typedef struct {
	DdHash hash; /* by which it is known; it opens nothing */
	int64_t created_at;
	int64_t seen_at; /* to within a minute */
	int64_t expires_at;
	const char *origin; /* from where it was begun */
} DdStoredSession;

/* Returns: (transfer full) DdStoredSession of @account, the latest first, at most DD_MAX_SESSIONS; NULL: as of dd_db_query */
GArray *
dd_session_list(DdStore *self, int64_t account, int64_t now, DdArena *arena, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;
/* Ends the session of @account that has that hash, with its record. @ended_out: FALSE when there is none */
bool
dd_session_end_own(DdChange *change, int64_t account, const DdHash *hash, bool *ended_out,
	GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Ends all sessions of @account, with one record. @count_out: (nullable) how many there were */
bool
dd_session_end_all(DdChange *change, int64_t account, int64_t *count_out, GError **error)
	G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who may use the store: accounts, their sessions and API tokens, and what is counted of attempts to sign in.
-- No secret is kept that opens anything by itself: of passwords argon2id, of sessions and tokens BLAKE2b; only the secret of one-time
-- codes must be kept as it is, for it is what they are computed of.

INSERT INTO counter (name, last) VALUES ('account', 0), ('api_token', 0);

-- Never removed, for the record speaks of them: who has left is disabled.
CREATE TABLE account (
	id {int} PRIMARY KEY,
	name TEXT NOT NULL,
	-- the name folded (identity.h): one account of it
	name_key TEXT NOT NULL,
	role TEXT NOT NULL,
	-- identifier or name of the unit; NULL the whole office
	unit TEXT,
	-- argon2id with its parameters, as of RFC 9106; NULL nobody signs in with a password
	password TEXT,
	-- secret of one-time codes (RFC 6238), NULL none; step of the last code that was taken: none counts twice
	totp {blob},
	totp_step {int} NOT NULL,
	failures {int} NOT NULL,
	failed_at {int} NOT NULL,
	locked_until {int} NOT NULL,
	disabled {bool} NOT NULL,
	created_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX account_name ON account (name_key);

CREATE TABLE session (
	hash {blob} PRIMARY KEY CHECK (length(hash) = 32),
	account_id {int} NOT NULL REFERENCES account (id),
	-- what a page sends along with each change, so that no other page can
	csrf {blob} NOT NULL CHECK (length(csrf) = 32),
	created_at {int} NOT NULL,
	seen_at {int} NOT NULL,
	expires_at {int} NOT NULL,
	origin TEXT NOT NULL
){strict};
CREATE INDEX session_account ON session (account_id, created_at);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE api_token (
	id {int} PRIMARY KEY,
	hash {blob} NOT NULL CHECK (length(hash) = 32),
	account_id {int} NOT NULL REFERENCES account (id),
	name TEXT NOT NULL,
	-- "read write admin", some of them
	scopes TEXT NOT NULL,
	created_at {int} NOT NULL,
	expires_at {int} NOT NULL,
	used_at {int}
){strict};
CREATE UNIQUE INDEX api_token_hash ON api_token (hash);
CREATE INDEX api_token_account ON api_token (account_id, id);

-- From where an account was signed in to: failures elsewhere do not keep its owner out there.
CREATE TABLE known_origin (
	account_id {int} NOT NULL REFERENCES account (id),
	origin TEXT NOT NULL,
	used_at {int} NOT NULL,
	failures {int} NOT NULL,
	failed_at {int} NOT NULL,
	locked_until {int} NOT NULL,
	PRIMARY KEY (account_id, origin)
){strict};

-- Failures by origin, and by names that nobody has, which are held back like others; the oldest are given up.
CREATE TABLE attempt (
	key TEXT PRIMARY KEY,
	failures {int} NOT NULL,
	failed_at {int} NOT NULL,
	locked_until {int} NOT NULL
){strict};
CREATE INDEX attempt_failed ON attempt (failed_at, key);

-- What the office demands of a role; a role without a row has no demand.
CREATE TABLE role_rule (
	role TEXT PRIMARY KEY,
	totp {bool} NOT NULL
){strict};

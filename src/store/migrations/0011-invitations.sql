-- SPDX-License-Identifier: GPL-3.0-or-later
-- With an invitation somebody sets the password of an account once, so that nobody else ever knows it. One of each account at a time;
-- a new password ends it, and so does disabling the account.

CREATE TABLE invitation (
	account_id {int} PRIMARY KEY REFERENCES account (id),
	hash {blob} NOT NULL CHECK (length(hash) = 32),
	created_at {int} NOT NULL,
	expires_at {int} NOT NULL
){strict};
CREATE UNIQUE INDEX invitation_hash ON invitation (hash);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Other ways to sign in than a password of the store's own: a directory (LDAP), a provider (OpenID Connect).

ALTER TABLE account ADD COLUMN way TEXT NOT NULL DEFAULT 'local' CHECK (way IN ('local', 'ldap', 'oidc'));
-- What directory or provider calls this person for ever, whatever the name becomes; NULL before the first sign-in
ALTER TABLE account ADD COLUMN subject TEXT;
CREATE UNIQUE INDEX account_subject ON account (way, subject);

-- Of a session that a provider vouched for: how the provider names its own, and what it said of the person, which it wants back at the end
ALTER TABLE session ADD COLUMN sid TEXT;
ALTER TABLE session ADD COLUMN id_token TEXT;
CREATE INDEX session_sid ON session (sid);

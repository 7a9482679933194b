-- SPDX-License-Identifier: GPL-3.0-or-later
-- When who began a session last proved who that is: at a provider that may be long before. 0: it does not say.
ALTER TABLE session ADD COLUMN proved_at {int} NOT NULL DEFAULT 0;

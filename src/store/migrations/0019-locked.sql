-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs whose file wants a password wait for one. The password itself is never here.
-- since when, by the clock of the records; NULL: it asks for none
ALTER TABLE job ADD COLUMN locked_at {int};
ALTER TABLE job ADD COLUMN wrong_passwords {int} NOT NULL DEFAULT 0;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Jobs that somebody is about to cancel: their own rows are held by who keeps what they found.
CREATE TABLE job_wish (
	job_id {int} PRIMARY KEY,
	-- by the clock of the database
	asked_at {int} NOT NULL
){strict};

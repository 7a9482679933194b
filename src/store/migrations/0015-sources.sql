-- SPDX-License-Identifier: GPL-3.0-or-later
-- The text that a reading was made of, as the page shows it beside what was read; readings of before have none.
CREATE TABLE source (
	reading_id {int} PRIMARY KEY REFERENCES reading (id),
	-- lines, pages and where each value stands (src/jobs/source.h)
	json TEXT NOT NULL
){strict};

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Days off and made up that the office says itself. A year that has rows here has these and no others; one without is as it is built in.
CREATE TABLE holiday_year (
	year {int} PRIMARY KEY,
	-- which rises with each change, also when the year is given back to what is built in
	version {int} NOT NULL
){strict};

CREATE TABLE holiday (
	year {int} NOT NULL REFERENCES holiday_year (year),
	position {int} NOT NULL,
	first TEXT NOT NULL,
	last TEXT NOT NULL,
	what TEXT NOT NULL,
	name TEXT NOT NULL,
	source TEXT NOT NULL,
	PRIMARY KEY (year, position)
){strict};

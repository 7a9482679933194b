-- SPDX-License-Identifier: GPL-3.0-or-later
-- Counts of followed tasks by the unit that leads, kept up with each step. What depends on the day is not among them: see count.h.

CREATE TABLE unit_count (
	-- of the directory; 0: of a name that is none of it
	unit_id {int} NOT NULL,
	-- '' of a unit of the directory, whichever of its names a plan used
	lead_key TEXT{exact} NOT NULL,
	state TEXT NOT NULL,
	-- a word of lateness.h, "running" or "paused"
	outcome TEXT NOT NULL,
	n {int} NOT NULL,
	PRIMARY KEY (unit_id, lead_key, state, outcome)
){keyed};

-- Of what is running: how many fall due in a year (2026), a month (202611) and on a day (20261122)
CREATE TABLE due_count (
	period {int} NOT NULL,
	unit_id {int} NOT NULL,
	lead_key TEXT{exact} NOT NULL,
	n {int} NOT NULL,
	PRIMARY KEY (period, unit_id, lead_key)
){keyed};

-- As a lead that is none of the directory is shown: the way its name was spelt first
CREATE TABLE lead_name (
	lead_key TEXT{exact} PRIMARY KEY,
	lead TEXT NOT NULL
){strict};

-- the lists that are asked for most; as short as what is still to be done, however much an office has behind it
CREATE INDEX follow_open ON follow (lead_key, due_order, task_id) WHERE open;
CREATE INDEX follow_unit_open ON follow (unit_id, due_order, task_id) WHERE open;
CREATE INDEX follow_until ON follow (until) WHERE until IS NOT NULL;
INSERT INTO derived (name, rules) VALUES ('count', 0);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Following tasks up: what is settled of each, the days on which it falls due, and every step that was taken with it.

-- One row for each task that a person approved. The state is the task's own; whether it is late is told for a day and kept nowhere.
CREATE TABLE follow (
	task_id {int} PRIMARY KEY REFERENCES task (id),
	-- the one unit that answers for it, as it was read or as a person settled it
	lead TEXT NOT NULL,
	lead_key TEXT NOT NULL,
	due_kind TEXT NOT NULL,
	open {bool} NOT NULL,
	-- of its occurrence that is worked on; without a day due_order is 9999-12-31, behind all others
	position {int} NOT NULL,
	due TEXT,
	due_order TEXT NOT NULL,
	percent {int} NOT NULL CHECK (percent BETWEEN 0 AND 100),
	-- the day of the submission that waits or was accepted, and whose it was
	stopped TEXT,
	submitted_by TEXT,
	-- of a pause
	until TEXT
){strict};
CREATE INDEX follow_lead ON follow (lead_key, due_order, task_id);
CREATE INDEX follow_due ON follow (due_order, task_id);

-- The times a task falls due; rule says why that day (src/work/due.h)
CREATE TABLE occurrence (
	task_id {int} NOT NULL REFERENCES follow (task_id),
	position {int} NOT NULL,
	start TEXT,
	due TEXT,
	-- the day by the document, where due was moved behind days off
	said TEXT,
	what TEXT,
	rule TEXT NOT NULL,
	-- the day of the submission that was accepted
	stopped TEXT,
	PRIMARY KEY (task_id, position)
){strict};

-- The history of a task: never changed. State, due, percent and stopped are those behind the step, so that a report of a past day finds them.
CREATE TABLE step (
	task_id {int} NOT NULL REFERENCES task (id),
	position {int} NOT NULL,
	at {int} NOT NULL,
	who TEXT NOT NULL,
	role TEXT NOT NULL,
	unit TEXT,
	action TEXT NOT NULL,
	occurrence {int} NOT NULL,
	state TEXT NOT NULL,
	due TEXT,
	percent {int} NOT NULL,
	stopped TEXT,
	reason TEXT,
	document TEXT,
	product TEXT,
	proof TEXT,
	done TEXT,
	next TEXT,
	difficulty TEXT,
	proposal TEXT,
	until TEXT,
	PRIMARY KEY (task_id, position)
){strict};

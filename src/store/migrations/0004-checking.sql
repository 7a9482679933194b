-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person says of a draft before it is issued. What was read stays in task and assignment as it was; who asks what a task is asks
-- task_now and assignment_now.

-- A task that a person added: nothing of it was read, all of it stands in settled.
ALTER TABLE task ADD COLUMN added {bool} NOT NULL DEFAULT FALSE;

-- A task as a person has it: one row, with all of it, for each of which somebody changed anything.
CREATE TABLE settled (
	task_id {int} PRIMARY KEY REFERENCES task (id),
	label TEXT NOT NULL,
	heading TEXT,
	text TEXT,
	time_raw TEXT,
	time_json TEXT NOT NULL,
	product TEXT
){strict};

-- Who has to do with it then: all of them, or nobody.
CREATE TABLE settled_assignment (
	task_id {int} NOT NULL REFERENCES settled (task_id),
	role TEXT NOT NULL CHECK (role IN ('lead', 'coordinate', 'director', 'monitor')),
	position {int} NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	PRIMARY KEY (task_id, role, position)
){strict};
CREATE INDEX settled_assignment_name ON settled_assignment (name_key, role);

-- What was changed, never changed itself: one row for each field, of the step of that position, which says who, when and why. The first was of a
-- field is what was read. Names stand in lines of their own.
CREATE TABLE correction (
	task_id {int} NOT NULL,
	position {int} NOT NULL,
	field TEXT NOT NULL,
	was TEXT,
	now TEXT,
	PRIMARY KEY (task_id, position, field),
	FOREIGN KEY (task_id, position) REFERENCES step (task_id, position)
){strict};

CREATE VIEW task_now AS SELECT t.id, t.reading_id, t.position, t.line_start, t.line_end, t.confidence, t.state, t.version, t.added,
	s.task_id IS NOT NULL AS edited,
	CASE WHEN s.task_id IS NULL THEN t.label ELSE s.label END AS label,
	CASE WHEN s.task_id IS NULL THEN t.heading ELSE s.heading END AS heading,
	CASE WHEN s.task_id IS NULL THEN t.text ELSE s.text END AS text,
	CASE WHEN s.task_id IS NULL THEN t.time_raw ELSE s.time_raw END AS time_raw,
	CASE WHEN s.task_id IS NULL THEN t.time_json ELSE s.time_json END AS time_json,
	CASE WHEN s.task_id IS NULL THEN t.product ELSE s.product END AS product
	FROM task t LEFT JOIN settled s ON s.task_id = t.id;

CREATE VIEW assignment_now AS
	SELECT a.task_id, a.role, a.position, a.name, a.name_key, a.confidence FROM assignment a
	WHERE NOT EXISTS (SELECT 1 FROM settled s WHERE s.task_id = a.task_id)
	UNION ALL SELECT p.task_id, p.role, p.position, p.name, p.name_key, CAST(100 AS {int}) FROM settled_assignment p;

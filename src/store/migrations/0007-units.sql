-- SPDX-License-Identifier: GPL-3.0-or-later
-- The directory of units: who there is and was, by which names, what came of those that ended, and what people settled of names in plans.
INSERT INTO counter (name, last) VALUES ('unit', 0);

CREATE TABLE unit (
	id {int} PRIMARY KEY,
	-- its identifier by QĐ 20/2020/QĐ-TTg, or a key of the office's own
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	kind TEXT NOT NULL,
	-- may be a unit that came later, so that no engine's order of rows keeps it (dondoc check does)
	parent_id {int},
	-- both days count
	valid_from TEXT,
	valid_to TEXT
){strict};

-- All names of a unit, folded for finding: its own, that without its place, others, and the collectives that it is a member of.
CREATE TABLE unit_name (
	unit_id {int} NOT NULL REFERENCES unit (id),
	position {int} NOT NULL,
	what TEXT NOT NULL CHECK (what IN ('name', 'place', 'short', 'alias', 'abbreviation', 'group')),
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	PRIMARY KEY (unit_id, position)
){strict};
CREATE INDEX unit_name_key ON unit_name (name_key, unit_id);

-- Which unit took over the work of another one: all of it, or that of a field.
CREATE TABLE unit_succession (
	from_id {int} NOT NULL REFERENCES unit (id),
	to_id {int} NOT NULL REFERENCES unit (id),
	-- sealed in its order, which must not be that of a server's language
	field TEXT{exact} NOT NULL,
	from_day TEXT NOT NULL,
	document TEXT NOT NULL,
	PRIMARY KEY (from_id, to_id, field)
){strict};

-- Which unit a person said a name means: in one document, or (0) in all.
CREATE TABLE unit_settlement (
	name_key TEXT{exact} NOT NULL,
	document_id {int} NOT NULL,
	name TEXT NOT NULL,
	unit_id {int} NOT NULL REFERENCES unit (id),
	PRIMARY KEY (name_key, document_id)
){strict};
CREATE INDEX unit_settlement_unit ON unit_settlement (unit_id, document_id, name_key);

-- The unit of the directory that answers for a task, where its lead is surely one: by a settlement, else by a name of one unit only.
ALTER TABLE follow ADD COLUMN unit_id {int} REFERENCES unit (id);
CREATE INDEX follow_unit ON follow (unit_id, due_order, task_id);

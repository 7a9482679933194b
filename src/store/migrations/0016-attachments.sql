-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files that come with a report or a submission: products and proof. The bytes are rows of file, as those of documents are.
INSERT INTO counter (name, last) VALUES ('attachment', 0);

CREATE TABLE attachment (
	id {int} PRIMARY KEY,
	task_id {int} NOT NULL REFERENCES task (id),
	file_hash {blob} NOT NULL REFERENCES file (hash),
	name TEXT NOT NULL,
	who TEXT NOT NULL,
	added_at {int} NOT NULL,
	-- position of the step that came with it; NULL: it is there, and no step has named it yet
	step {int}
){strict};
CREATE INDEX attachment_task ON attachment (task_id, id);
CREATE INDEX attachment_file ON attachment (file_hash);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The file of a job comes in pieces, each in a change of its own, so that nobody waits until all of a large one is written.
CREATE TABLE job_piece (
	-- of a job that is added when all pieces are there, so no reference
	job_id {int} NOT NULL,
	position {int} NOT NULL,
	-- by the clock of the database
	added_at {int} NOT NULL,
	content {blob} NOT NULL,
	PRIMARY KEY (job_id, position)
){strict};
INSERT INTO job_piece (job_id, position, added_at, content) SELECT job_id, 0, 0, content FROM job_file;
DROP TABLE job_file;

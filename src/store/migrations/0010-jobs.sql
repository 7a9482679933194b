-- SPDX-License-Identifier: GPL-3.0-or-later
-- Work that servers do by themselves, shared by all servers of a store: files that came and are to be read.
INSERT INTO counter (name, last) VALUES ('job', 0);

CREATE TABLE job (
	id {int} PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('import')),
	state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
	-- who asked for it, and from where
	who TEXT NOT NULL,
	origin TEXT NOT NULL,
	-- of the file
	name TEXT NOT NULL,
	size {int} NOT NULL,
	stage TEXT NOT NULL CHECK (stage IN ('waiting', 'opening', 'converting', 'recognising', 'keeping', 'ended')),
	pages_done {int} NOT NULL,
	pages {int} NOT NULL,
	-- why it failed; NULL it did not
	message TEXT,
	-- how often it was begun
	tries {int} NOT NULL,
	-- which server works at it, NULL none, and until when others leave it alone, by the clock of the database
	owner TEXT,
	leased_until {int} NOT NULL,
	created_at {int} NOT NULL,
	ended_at {int}
){strict};
CREATE INDEX job_open ON job (id) WHERE state IN ('waiting', 'running');
CREATE INDEX job_ended ON job (ended_at);

-- The file of a job that has not ended; apart, for the row of a job is written again and again.
CREATE TABLE job_file (
	job_id {int} PRIMARY KEY REFERENCES job (id),
	content {blob} NOT NULL
){strict};

-- What was found in it, told once: a server that takes over another one's job finds what that one kept.
CREATE TABLE job_found (
	job_id {int} NOT NULL REFERENCES job (id),
	-- name of the document in the file, "" the file itself
	inside TEXT{exact} NOT NULL,
	position {int} NOT NULL,
	result TEXT NOT NULL CHECK (result IN ('new', 'form', 'same', 'failed')),
	document_id {int},
	tasks {int} NOT NULL,
	citations {int} NOT NULL,
	remarks {int} NOT NULL,
	message TEXT,
	PRIMARY KEY (job_id, inside)
){strict};

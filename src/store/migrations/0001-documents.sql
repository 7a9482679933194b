-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files, the documents that they are forms of, what was read out of them, and the record of every change.
-- Days are texts YYYY-MM-DD, moments are seconds since 1970 in UTC, hashes BLAKE2b of 256 bits.

-- The last number given to a row of each kind: counted here, and not by the engine, so that numbers are the same in both and
-- stay the same when an office moves from one to the other. Who writes holds the row of audit_head, so nobody counts beside.
CREATE TABLE counter (
	name TEXT PRIMARY KEY,
	last {int} NOT NULL
){strict};
INSERT INTO counter (name, last) VALUES ('document', 0), ('reading', 0), ('task', 0);

CREATE TABLE file (
	hash {blob} PRIMARY KEY CHECK (length(hash) = 32),
	size {int} NOT NULL,
	kind TEXT NOT NULL,
	added_at {int} NOT NULL,
	content {blob} NOT NULL
){strict};

-- A document that was read, or that was only heard of because another one cites it.
CREATE TABLE document (
	id {int} PRIMARY KEY,
	known {bool} NOT NULL,
	type TEXT,
	number TEXT,
	date TEXT,
	issuer TEXT,
	title TEXT,
	signer TEXT,
	-- what of number and issuer (or, without a number, of the words it is cited by) tells it from others: see identity.h
	number_key TEXT,
	issuer_key TEXT
){strict};
CREATE INDEX document_number ON document (number_key, date, id);

-- The ways in which a document came: each a file, or a file inside of one (name_inside).
CREATE TABLE form (
	file_hash {blob} NOT NULL REFERENCES file (hash),
	name_inside TEXT NOT NULL,
	document_id {int} NOT NULL REFERENCES document (id),
	name TEXT NOT NULL,
	added_at {int} NOT NULL,
	PRIMARY KEY (file_hash, name_inside)
){strict};
CREATE INDEX form_document ON form (document_id);

-- What a version of the program read out of a form; hash is that of the rows of its tasks as they were read.
CREATE TABLE reading (
	id {int} PRIMARY KEY,
	document_id {int} NOT NULL REFERENCES document (id),
	file_hash {blob} NOT NULL,
	name_inside TEXT NOT NULL,
	state TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
	program TEXT NOT NULL,
	added_at {int} NOT NULL,
	hash {blob} NOT NULL CHECK (length(hash) = 32),
	json TEXT NOT NULL,
	FOREIGN KEY (file_hash, name_inside) REFERENCES form (file_hash, name_inside)
){strict};
CREATE INDEX reading_document ON reading (document_id);

-- A task as it was read; only state and version change. time_json has the shape of a reading's "time".
CREATE TABLE task (
	id {int} PRIMARY KEY,
	reading_id {int} NOT NULL REFERENCES reading (id),
	position {int} NOT NULL,
	label TEXT NOT NULL,
	heading TEXT,
	text TEXT,
	line_start {int} NOT NULL,
	line_end {int} NOT NULL,
	time_raw TEXT,
	time_json TEXT NOT NULL,
	product TEXT,
	confidence {int} NOT NULL,
	state TEXT NOT NULL,
	version {int} NOT NULL
){strict};
CREATE UNIQUE INDEX task_reading ON task (reading_id, position);
CREATE INDEX task_state ON task (state);

-- Who has to do with a task, as the document names them; name_key is the name folded, for finding
CREATE TABLE assignment (
	task_id {int} NOT NULL REFERENCES task (id),
	role TEXT NOT NULL CHECK (role IN ('lead', 'coordinate', 'director', 'monitor')),
	position {int} NOT NULL,
	name TEXT NOT NULL,
	name_key TEXT NOT NULL,
	confidence {int} NOT NULL,
	PRIMARY KEY (task_id, role, position)
){strict};
CREATE INDEX assignment_name ON assignment (name_key, role);

-- What a document cites, as it stands there, and which document that is.
CREATE TABLE citation (
	reading_id {int} NOT NULL REFERENCES reading (id),
	position {int} NOT NULL,
	document_id {int} NOT NULL REFERENCES document (id),
	relation TEXT NOT NULL,
	clause TEXT,
	raw TEXT NOT NULL,
	line {int} NOT NULL,
	confidence {int} NOT NULL,
	PRIMARY KEY (reading_id, position)
){strict};
CREATE INDEX citation_document ON citation (document_id, relation);

-- The record: nothing in it is ever changed. was_json and now_json say what changed, hash covers all of a row and the hash
-- of the row before.
CREATE TABLE audit (
	seq {int} PRIMARY KEY,
	at {int} NOT NULL,
	who TEXT NOT NULL,
	origin TEXT NOT NULL,
	action TEXT NOT NULL,
	object TEXT NOT NULL,
	object_id {int} NOT NULL,
	was_json TEXT,
	now_json TEXT,
	why TEXT,
	previous {blob} NOT NULL,
	hash {blob} NOT NULL
){strict};
CREATE INDEX audit_object ON audit (object, object_id);

-- Its last row; who writes holds this one, so that there is one writer at a time in both engines.
CREATE TABLE audit_head (
	id {int} PRIMARY KEY CHECK (id = 1),
	seq {int} NOT NULL,
	hash {blob} NOT NULL
){strict};
-- only sqlite
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, zeroblob(32));
CREATE TRIGGER audit_keep BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the record is never changed'); END;
CREATE TRIGGER audit_stay BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the record is never changed'); END;
-- only pgsql
INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));
CREATE FUNCTION audit_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the record is never changed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_keep BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
	FOR EACH STATEMENT EXECUTE FUNCTION audit_keep();
-- both

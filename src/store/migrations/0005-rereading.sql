-- SPDX-License-Identifier: GPL-3.0-or-later
-- A document read again from the same form, by another version of the program or with another list of units. It changes nothing of the reading that
-- counts and of what persons made of it: a person sees the difference, and corrects.
CREATE TABLE rereading (
	id {int} PRIMARY KEY,
	document_id {int} NOT NULL REFERENCES document (id),
	program TEXT NOT NULL,
	added_at {int} NOT NULL,
	hash {blob} NOT NULL CHECK (length(hash) = 32),
	json TEXT NOT NULL
){strict};
CREATE INDEX rereading_document ON rereading (document_id, id);
INSERT INTO counter (name, last) VALUES ('rereading', 0);

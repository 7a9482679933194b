-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is searched: one row for each stretch of text, of a few hundred words at most, and an index over its words.

-- Derived from other tables, save the text of documents, which stands here alone. Numbers rise, so that the newest is the highest.
CREATE TABLE search_item (
	id {int} PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('document', 'text', 'task', 'note')),
	document_id {int} NOT NULL REFERENCES document (id),
	task_id {int} REFERENCES task (id),
	-- of a note: the position of its step
	step {int},
	-- of a text that is longer than one row: which part, from 0
	part {int} NOT NULL,
	-- of the document, or of the note
	day TEXT,
	-- who has to do with it: keys made of names, with a blank between
	units TEXT NOT NULL,
	body TEXT NOT NULL
){strict};
CREATE INDEX search_item_task ON search_item (task_id, id) WHERE task_id IS NOT NULL;
CREATE INDEX search_item_document ON search_item (document_id, id) WHERE task_id IS NULL;
INSERT INTO counter (name, last) VALUES ('search', 0);

-- only sqlite
CREATE VIRTUAL TABLE search_words USING fts5 (bare, marked, facet, content = '', tokenize = 'ascii');
-- only pgsql
ALTER TABLE search_item ADD COLUMN words tsvector;
CREATE INDEX search_words ON search_item USING gin (words) WITH (gin_pending_list_limit = 256);
-- both

-- All words of a to z that are in the index, also from behind: what is typed wrongly is near to one of them. Words stay when their text goes.
-- only sqlite
CREATE TABLE search_word (word TEXT PRIMARY KEY, backward TEXT NOT NULL) STRICT;
-- only pgsql
CREATE TABLE search_word (word TEXT COLLATE "C" PRIMARY KEY, backward TEXT COLLATE "C" NOT NULL);
-- both
CREATE INDEX search_word_backward ON search_word (backward);

-- By which rules a table that is derived from others was made; 0: it is to be made anew
CREATE TABLE derived (
	name TEXT PRIMARY KEY,
	rules {int} NOT NULL
){strict};
INSERT INTO derived (name, rules) VALUES ('search', 0);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Lists of followed tasks by state, by when they changed and by unit: each along an index.

-- As task and step have them, for an index goes over one table: set with each step
ALTER TABLE follow ADD COLUMN state TEXT NOT NULL DEFAULT '';
ALTER TABLE follow ADD COLUMN changed {int} NOT NULL DEFAULT 0;
UPDATE follow SET state = (SELECT t.state FROM task t WHERE t.id = follow.task_id),
	changed = COALESCE((SELECT s.at FROM step s WHERE s.task_id = follow.task_id ORDER BY s.position DESC LIMIT 1), 0);

CREATE INDEX follow_state ON follow (state, due_order, task_id);
CREATE INDEX follow_changed ON follow (changed, task_id);
CREATE INDEX follow_open_due ON follow (due_order, task_id) WHERE open;
-- who issues documents
CREATE INDEX document_issuer ON document (issuer_key);
-- only pgsql
CREATE INDEX follow_lead_exact ON follow (lead_key COLLATE "C", due_order COLLATE "C", task_id);
-- both

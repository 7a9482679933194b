-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person settles of a task that is followed: who leads from now on, and days that the document does not have.

-- Who led behind the step, so that a past day is counted for whoever led then; it did not change before this step of the schema.
ALTER TABLE step ADD COLUMN lead TEXT;
ALTER TABLE step ADD COLUMN lead_key TEXT;
UPDATE step SET lead = (SELECT f.lead FROM follow f WHERE f.task_id = step.task_id),
	lead_key = (SELECT f.lead_key FROM follow f WHERE f.task_id = step.task_id);
-- the day of an event was the only thing that was corrected so far
UPDATE step SET action = 'event' WHERE action = 'correct';

-- Of a day that a person gave: how often it was corrected, and the day before that.
ALTER TABLE occurrence ADD COLUMN changes {int} NOT NULL DEFAULT 0;
ALTER TABLE occurrence ADD COLUMN was TEXT;

-- There are more days than are kept.
ALTER TABLE follow ADD COLUMN truncated {bool} NOT NULL DEFAULT FALSE;

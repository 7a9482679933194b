-- SPDX-License-Identifier: GPL-3.0-or-later
-- Files of tasks that no step came with: they are looked for all the time, and there are hardly any.
CREATE INDEX attachment_unused ON attachment (added_at) WHERE step IS NULL;

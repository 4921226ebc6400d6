-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the index of bodies has forgotten of pruned calls takes room in it until its parts are merged: so many calls, so
-- many bytes of bodies. merging: 1 while that is under way.
ALTER TABLE call_index ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;
ALTER TABLE call_index ADD COLUMN forgotten_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE call_index ADD COLUMN merging INTEGER NOT NULL DEFAULT 0 CHECK (merging IN (0, 1));
UPDATE call_index SET forgotten = COALESCE((SELECT MIN(id) - 1 FROM call), indexed_to);

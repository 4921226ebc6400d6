-- SPDX-License-Identifier: GPL-3.0-or-later
-- Records by their last change: what came in or changed last is on top of a list that is ordered by it.
CREATE INDEX activity_updated ON activity (updated_at, id);
CREATE INDEX sale_updated ON sale (updated_at, id);

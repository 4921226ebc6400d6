-- Questions to the records that the overview answers. source: 0 activities, 1 sales. measure: 0 count, 1 value.
-- types: a JSON array, empty for all. grouping: 0 agent, 1 team, 2 product, 3 type, 4 day. period: the present day (0),
-- week (1), month (2) or year (3).
CREATE TABLE metric (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    source INTEGER NOT NULL CHECK (source IN (0, 1)),
    measure INTEGER NOT NULL CHECK (measure IN (0, 1)),
    types TEXT NOT NULL DEFAULT '[]',
    grouping INTEGER NOT NULL CHECK (grouping BETWEEN 0 AND 4),
    period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 3)
) STRICT;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- AUTOINCREMENT writes a page more with each call: the writer numbers calls itself. removed_to: the highest number that
-- pruned calls had; none of them is given again. What is stored of "call" stays as it is (SQLite, ALTER TABLE, 8).
CREATE TABLE call_number (removed_to INTEGER NOT NULL) STRICT;
INSERT INTO call_number SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'call'), 0);
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = REPLACE(sql, 'INTEGER PRIMARY KEY AUTOINCREMENT', 'INTEGER PRIMARY KEY')
WHERE type = 'table' AND name = 'call';
PRAGMA writable_schema = RESET;
DELETE FROM sqlite_sequence WHERE name = 'call';

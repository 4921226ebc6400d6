-- What the writer adds about calls when it has nothing else to do: the trigrams of their bodies, and the calls of each
-- record. Calls above indexed_to are not in them yet, and are looked through as they are.

-- detail=none: which calls hold a trigram, and not where; a search looks through those that hold all of them.
CREATE VIRTUAL TABLE call_search USING fts5 (body, content = '', columnsize = 0, detail = none, tokenize = 'trigram');

CREATE TABLE record_call (
    endpoint INTEGER NOT NULL CHECK (endpoint IN (0, 1)),
    record_id INTEGER NOT NULL,
    call_id INTEGER NOT NULL,
    PRIMARY KEY (endpoint, record_id, call_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE call_index (
    indexed_to INTEGER NOT NULL
) STRICT;
INSERT INTO call_index (indexed_to) VALUES (0);

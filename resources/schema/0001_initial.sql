-- SalesDesk's first schema. Times are UTC milliseconds, money integer cents, flags 0 or 1.
-- Records refer to identities, identities to entities: whom a record belongs to is resolved when read.

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE provider (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    type TEXT NOT NULL,
    create_users INTEGER NOT NULL DEFAULT 1 CHECK (create_users IN (0, 1)),
    manage_teams INTEGER NOT NULL DEFAULT 1 CHECK (manage_teams IN (0, 1)),
    rate_limit INTEGER NOT NULL DEFAULT 0,
    signing INTEGER NOT NULL DEFAULT 0 CHECK (signing IN (0, 1)),
    signing_secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    archived_at INTEGER,
    last_call_at INTEGER
) STRICT;
CREATE UNIQUE INDEX provider_name ON provider (name_folded) WHERE archived_at IS NULL;

CREATE TABLE api_key (
    id INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    label TEXT NOT NULL,
    hint TEXT NOT NULL,
    sha256 BLOB NOT NULL UNIQUE,
    sealed BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE INDEX api_key_provider ON api_key (provider_id);

-- Agents (kind 0), teams (1) and products (2). AUTOINCREMENT: a number is never given twice, so that an undone
-- creation cannot be mistaken for another entity.
CREATE TABLE entity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    email TEXT,
    email_folded TEXT,
    team_id INTEGER REFERENCES entity (id),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    created_at INTEGER NOT NULL,
    CHECK (kind = 0 OR (email IS NULL AND team_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX entity_email ON entity (email_folded) WHERE email_folded IS NOT NULL;
CREATE INDEX entity_name ON entity (kind, name_folded);
CREATE INDEX entity_team ON entity (team_id) WHERE team_id IS NOT NULL;

-- External identities. record_count and value_cents are kept by the writer, in the transaction of the record.
CREATE TABLE identity (
    id INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    external_id TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    name_folded TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    team_identity_id INTEGER REFERENCES identity (id),
    entity_id INTEGER REFERENCES entity (id),
    linked_by TEXT NOT NULL DEFAULT '',
    unlinked_by_person INTEGER NOT NULL DEFAULT 0 CHECK (unlinked_by_person IN (0, 1)),
    ignored INTEGER NOT NULL DEFAULT 0 CHECK (ignored IN (0, 1)),
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    record_count INTEGER NOT NULL DEFAULT 0,
    value_cents INTEGER NOT NULL DEFAULT 0,
    UNIQUE (provider_id, kind, external_id)
) STRICT;
CREATE INDEX identity_queue ON identity (value_cents DESC, record_count DESC, id) WHERE entity_id IS NULL AND ignored = 0;
CREATE INDEX identity_entity ON identity (entity_id) WHERE entity_id IS NOT NULL;
CREATE INDEX identity_team ON identity (team_identity_id) WHERE team_identity_id IS NOT NULL;

-- value keeps the sender's digits; value_cents is set when it is money.
CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    external_id TEXT NOT NULL,
    type TEXT NOT NULL,
    agent_identity_id INTEGER NOT NULL REFERENCES identity (id),
    team_identity_id INTEGER REFERENCES identity (id),
    moment INTEGER NOT NULL,
    contact_key TEXT,
    value TEXT,
    value_is_money INTEGER NOT NULL DEFAULT 0 CHECK (value_is_money IN (0, 1)),
    value_cents INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (provider_id, external_id)
) STRICT;
CREATE INDEX activity_moment ON activity (moment, id);

CREATE TABLE sale (
    id INTEGER PRIMARY KEY,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    external_id TEXT NOT NULL,
    agent_identity_id INTEGER NOT NULL REFERENCES identity (id),
    team_identity_id INTEGER REFERENCES identity (id),
    product_identity_id INTEGER NOT NULL REFERENCES identity (id),
    sold_at INTEGER NOT NULL,
    cancelled_at INTEGER,
    is_retention INTEGER NOT NULL DEFAULT 0 CHECK (is_retention IN (0, 1)),
    contract_value_cents INTEGER,
    contact_key TEXT,
    electricity_usage TEXT,
    electricity_return TEXT,
    gas_usage TEXT,
    connection_count INTEGER,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    UNIQUE (provider_id, external_id)
) STRICT;
CREATE INDEX sale_sold_at ON sale (sold_at, id);

-- The log's list reads these narrow rows alone. endpoint: 0 activities, 1 sales. reason: the stable word.
-- AUTOINCREMENT: a pruned call's number is never given again.
CREATE TABLE call (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at INTEGER NOT NULL,
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    endpoint INTEGER NOT NULL CHECK (endpoint IN (0, 1)),
    status INTEGER NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    key_id INTEGER,
    record_external_id TEXT NOT NULL DEFAULT '',
    agent_external_id TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',
    record_id INTEGER,
    duration_us INTEGER NOT NULL,
    body_size INTEGER NOT NULL,
    replay_of INTEGER
) STRICT;
CREATE INDEX call_provider ON call (provider_id, id);
CREATE INDEX call_refused ON call (status, id) WHERE status >= 400;

-- headers: the request's lines, masked, "Name: value" joined by CR LF. body: at most 64 KiB.
-- notes: {"errors":[…],"warnings":[…]}; changes: [{"field","before","after"}]; identities: [ids]. NULL for nothing.
CREATE TABLE call_content (
    call_id INTEGER PRIMARY KEY REFERENCES call (id) ON DELETE CASCADE,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    peer TEXT NOT NULL,
    content_type TEXT NOT NULL,
    headers BLOB NOT NULL,
    body BLOB NOT NULL,
    answer BLOB NOT NULL,
    notes TEXT,
    moment_sent TEXT,
    moment_read TEXT,
    moment_utc INTEGER,
    changes TEXT,
    identities TEXT
) STRICT;

-- Calls by their sender's webhook-id: one that comes again is answered as the first was.
CREATE TABLE webhook_message (
    provider_id INTEGER NOT NULL REFERENCES provider (id),
    message_id TEXT NOT NULL,
    call_id INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
    PRIMARY KEY (provider_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_message_call ON webhook_message (call_id);

-- Requests that are only counted.
CREATE TABLE unlogged (
    reason TEXT PRIMARY KEY,
    count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The history of decisions on identities. decider_kind: 0 a person, 1 a rule. A step is undone as a whole.
CREATE TABLE decision_step (
    id INTEGER PRIMARY KEY,
    decider_kind INTEGER NOT NULL CHECK (decider_kind IN (0, 1)),
    decider TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    undone_at INTEGER,
    undone_by TEXT
) STRICT;

-- One row per identity of a step: its pointer and flags before and after, and what came with it: the entity that was
-- made for it, and the agent that was moved to a team.
CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES decision_step (id),
    identity_id INTEGER NOT NULL REFERENCES identity (id),
    entity_before INTEGER,
    entity_after INTEGER,
    linked_by_before TEXT NOT NULL DEFAULT '',
    unlinked_by_person_before INTEGER NOT NULL DEFAULT 0,
    ignored_before INTEGER NOT NULL DEFAULT 0,
    ignored_after INTEGER NOT NULL DEFAULT 0,
    created_entity INTEGER
) STRICT;
CREATE INDEX decision_step_rows ON decision (step_id);
CREATE INDEX decision_identity ON decision (identity_id);

-- Agents that a step moved to another team ("Manage teams"). agent_id refers to no row: undoing the making of an
-- agent removes it, and the history of its move stays.
CREATE TABLE decision_team_move (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES decision_step (id),
    agent_id INTEGER NOT NULL,
    team_before INTEGER,
    team_after INTEGER
) STRICT;
CREATE INDEX decision_team_move_step ON decision_team_move (step_id);

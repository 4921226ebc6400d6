-- Linking: who is called the same elsewhere, suggestions that were rejected, merged entities, and a history that can be
-- done again as well as undone.

-- The name as names are compared, without case, accents and order; '' for one that says nothing ("test").
ALTER TABLE identity ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE identity SET name_key = name_key(name);
CREATE INDEX identity_name_key ON identity (name_key, kind, entity_id);

-- A duplicate that was merged: its identities point at the other one now.
ALTER TABLE entity ADD COLUMN merged_into INTEGER REFERENCES entity (id);
CREATE INDEX entity_merged ON entity (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE rejected_suggestion (
    identity_id INTEGER NOT NULL REFERENCES identity (id),
    entity_id INTEGER NOT NULL REFERENCES entity (id),
    PRIMARY KEY (identity_id, entity_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX rejected_suggestion_entity ON rejected_suggestion (entity_id);

-- kind: link, create, unlink, ignore, unignore, reject, merge, team, import. undo_order: the steps that can be done
-- again, the one undone last with the highest number; NULL once something new was decided.
ALTER TABLE decision_step ADD COLUMN kind TEXT NOT NULL DEFAULT 'link';
ALTER TABLE decision_step ADD COLUMN undo_order INTEGER;
CREATE INDEX decision_step_undone ON decision_step (undo_order) WHERE undo_order IS NOT NULL;

-- reason: the stable words of why the suggestion was made, '' where a person chose.
ALTER TABLE decision ADD COLUMN linked_by_after TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN unlinked_by_person_after INTEGER NOT NULL DEFAULT 0;
ALTER TABLE decision ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE decision ADD COLUMN rejected_entity INTEGER;

UPDATE decision SET
    linked_by_after = CASE
        WHEN ignored_before <> ignored_after OR entity_before IS entity_after THEN linked_by_before
        WHEN entity_after IS NULL THEN ''
        ELSE (SELECT decider FROM decision_step s WHERE s.id = step_id) END,
    unlinked_by_person_after = CASE
        WHEN ignored_before <> ignored_after OR entity_before IS entity_after THEN unlinked_by_person_before
        WHEN (SELECT decider_kind FROM decision_step s WHERE s.id = step_id) = 1 THEN unlinked_by_person_before
        ELSE entity_after IS NULL END;
UPDATE decision_step SET kind = coalesce((
    SELECT CASE
        WHEN d.ignored_before < d.ignored_after THEN 'ignore'
        WHEN d.ignored_before > d.ignored_after THEN 'unignore'
        WHEN d.created_entity IS NOT NULL THEN 'create'
        WHEN d.entity_after IS NULL THEN 'unlink'
        WHEN d.entity_before IS d.entity_after THEN 'team'
        ELSE 'link' END
    FROM decision d WHERE d.step_id = decision_step.id ORDER BY d.id LIMIT 1), 'link');

-- Entities that a step made (created = 1: as it made them, in the columns "after") or changed. entity_id refers to no
-- row: undoing the making of one removes it.
CREATE TABLE decision_entity (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES decision_step (id),
    entity_id INTEGER NOT NULL,
    created INTEGER NOT NULL CHECK (created IN (0, 1)),
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    email_before TEXT,
    email_after TEXT,
    team_before INTEGER,
    team_after INTEGER,
    active_before INTEGER NOT NULL,
    active_after INTEGER NOT NULL,
    merged_before INTEGER,
    merged_after INTEGER
) STRICT;
CREATE INDEX decision_entity_step ON decision_entity (step_id);
INSERT INTO decision_entity (step_id, entity_id, created, kind, name, created_at, email_after, active_before, active_after)
    SELECT d.step_id, e.id, 1, e.kind, e.name, e.created_at, e.email, 0, 1
    FROM decision d JOIN entity e ON e.id = d.created_entity ORDER BY d.id;
ALTER TABLE decision DROP COLUMN created_entity;
CREATE INDEX decision_step_person ON decision_step (id) WHERE decider_kind = 0 AND undone_at IS NULL;

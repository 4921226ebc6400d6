-- SPDX-License-Identifier: GPL-3.0-or-later
-- How many of an identity's records are sales; the others are activities. The writer keeps it with record_count.
ALTER TABLE identity ADD COLUMN sale_count INTEGER NOT NULL DEFAULT 0;
UPDATE identity SET sale_count = counted.sales
FROM (
    SELECT identity_id, COUNT(*) AS sales FROM (
        SELECT agent_identity_id AS identity_id FROM sale
        UNION ALL
        SELECT team_identity_id FROM sale WHERE team_identity_id IS NOT NULL
        UNION ALL
        SELECT product_identity_id FROM sale
    ) GROUP BY identity_id
) counted WHERE counted.identity_id = identity.id;

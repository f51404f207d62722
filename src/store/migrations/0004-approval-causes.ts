import type { Migration } from "./migration.ts";

/**
 * Approvals are bound to more, and each names what asks. Questions still open were bound to less than what runs now: they end as expired, and the
 * work that waits asks anew.
 */
export const approvalCauses: Migration = {
  version: 4,
  name: "approval-causes",
  sql: `
DROP INDEX approvals_open;
ALTER TABLE approvals ADD COLUMN cause TEXT NOT NULL DEFAULT '';
UPDATE approvals SET
  content = json_set(content, '$.state', json_object('kind', 'expired', 'at', json_extract(content, '$.expiresAt'))),
  state = 'expired'
WHERE state IN ('pending', 'approved');
UPDATE approvals SET content = json_set(content, '$.state.words', NULL) WHERE state = 'denied';
UPDATE approvals SET content =
  json_set(content, '$.state.scope', 'once', '$.state.usedAt', json_extract(content, '$.state.at'))
WHERE state = 'used';
UPDATE approvals SET
  cause = 'before:' || id,
  content = json_set(
    json_remove(content, '$.subject.network'),
    '$.risk', 'medium',
    '$.remindAt', NULL,
    '$.subject.kind', 'run',
    '$.subject.paths', json_array(),
    '$.subject.image', '',
    '$.subject.hosts', json_array(),
    '$.subject.maxCostUsd', NULL
  );
CREATE UNIQUE INDEX approvals_open ON approvals (task_id, cause) WHERE state IN ('pending', 'approved');
CREATE INDEX approvals_of_task ON approvals (task_id, id);
`,
};

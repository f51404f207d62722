import type { Incoming } from "../../src/core/incoming.ts";
import type { Approval } from "../../src/core/policy/approvals/approval.ts";
import type { PipelineStep, RunReport } from "../../src/core/pipelines/pipeline.ts";
import type { Outgoing } from "../../src/core/ports/messenger.ts";
import type { CheckRun, Proof } from "../../src/core/tasks/proof.ts";
import type { Task, TaskState } from "../../src/core/tasks/task.ts";
import type { Block } from "../../src/lib/blocks.ts";
import { instant } from "../../src/lib/time.ts";

export const AT = instant(1_700_000_000_000);
export const LATER = instant(AT + 1000);
export const LAST = instant(AT + 2000);

/** Values that use every optional field at least once. */
export const incoming = (sourceId: string, text = "hello"): Incoming => ({
  source: "telegram",
  sourceId,
  chat: { chatId: -100_123, threadId: 4 },
  chatKind: "group",
  from: { userId: 7, name: "Zoë" },
  at: AT,
  kind: "text",
  messageId: 12,
  text,
  replyTo: null,
});
const BLOCKS: readonly Block[] = [
  { kind: "heading", level: 2, inline: ["Title ", { kind: "bold", children: ["of ", { kind: "code", text: "x" }] }] },
  { kind: "paragraph", inline: [{ kind: "link", url: "https://example.org/", children: ["link"] }] },
  { kind: "list", ordered: false, start: 1, items: [{ checked: true, blocks: [] }, { blocks: [{ kind: "divider" }] }] },
  { kind: "details", summary: [{ kind: "time", at: AT, text: "now" }], blocks: [{ kind: "quote", blocks: [] }] },
  { kind: "table", header: [["a"], ["b"]], rows: [[["1"], ["2 🙂"]]] },
  { kind: "code", language: "ts", text: "let x = `a`;\n\u0000" },
];
export const outgoing = (key: string, text: string): Outgoing => ({
  key,
  chat: { chatId: 5, threadId: null },
  replyTo: 3,
  anchor: "Working",
  blocks: [...BLOCKS, { kind: "paragraph", inline: [text] }],
  keyboard: [[{ text: "Stop", data: "v1:task:1:stop", style: "danger" }]],
  file: { name: "a.diff", content: "diff" },
  silent: true,
});
const STEP: PipelineStep = {
  id: "node:test",
  title: "npm test",
  kind: "test",
  argv: ["npm", "test"],
  cwd: "",
  env: { CI: "1" },
  network: "none",
  timeoutMs: 60_000,
  results: { parser: "junit", from: { file: "junit.xml" } },
  because: "package.json:5 has a test script",
};
const CHECK_RUN: CheckRun = {
  checkId: "node:test",
  commit: "a".repeat(40),
  outcome: "red",
  exitCode: 1,
  passed: 2,
  failed: [{ id: "f", name: "adds", file: "a.test.ts", line: 3, message: "expected 3" }],
  skipped: 0,
  passedIds: ["p1", "p2"],
  outputHash: "b".repeat(64),
  durationMs: 12.5,
};
const PROOF: Proof = { base: "a".repeat(40), commit: null, before: [CHECK_RUN], after: [] };

export const STATES: { readonly [Kind in TaskState["kind"]]: Extract<TaskState, { kind: Kind }> } = {
  planned: { kind: "planned" },
  cancelled: { kind: "cancelled", at: AT },
  queued: { kind: "queued", at: AT },
  running: { kind: "running", phase: "working", startedAt: AT, red: [CHECK_RUN] },
  interrupted: { kind: "interrupted", at: AT, reason: "the process ended", red: [CHECK_RUN] },
  ended: {
    kind: "ended",
    startedAt: AT,
    endedAt: AT,
    outcome: {
      kind: "done",
      summary: "Added",
      commit: "c".repeat(40),
      proof: PROOF,
      verdict: { kind: "applied", branch: "sparks/1", at: AT, by: "Zoë" },
    },
  },
};
export const task = (origin: string, state: TaskState = STATES.planned): Omit<Task, "id"> => ({
  origin,
  goal: "Add a test",
  repositoryId: 1,
  spark: "coder",
  chat: { chatId: 5, threadId: null },
  requestedBy: 7,
  createdAt: AT,
  plan: {
    version: 1,
    title: "Add a test",
    summary: "Adds one",
    steps: [{ text: "write it", risk: "low" }],
    criteria: [{ text: "it passes", checkId: "node:test" }],
    checks: [STEP],
    prepare: [],
  },
  base: "a".repeat(40),
  state,
});
export const approval = (taskId: number, hash: string): Omit<Approval, "id" | "state"> => ({
  taskId,
  hash,
  cause: "call:0",
  subject: {
    kind: "run",
    tool: "shell",
    command: ["rm", "-rf", "build"],
    paths: [],
    directory: "",
    image: "docker sparks-sandbox:1 sha256:0",
    hosts: ["pypi.org"],
    content: "",
    commit: "a".repeat(40),
    maxCostUsd: 2.5,
  },
  reason: "removes files",
  risk: "medium",
  askedAt: AT,
  remindAt: instant(AT + 30_000),
  expiresAt: instant(AT + 60_000),
});
export const REPORT: RunReport = {
  outcome: "failed",
  commit: "a".repeat(40),
  durationMs: 10,
  steps: [
    {
      stepId: "node:test",
      title: "npm test",
      kind: "test",
      command: ["npm", "test"],
      outcome: "failed",
      exitCode: 1,
      durationMs: 9,
      tests: [
        {
          id: "t",
          name: "adds",
          suite: ["sum"],
          file: null,
          line: null,
          status: "failed",
          durationMs: null,
          message: "no",
        },
      ],
      stdout: "out",
      stderr: "",
      notes: ["one failed"],
    },
  ],
};

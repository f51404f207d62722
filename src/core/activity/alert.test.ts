import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import type { AlertRule } from "../ports/alerts.ts";
import { judgeMatch, matcherOf, READY_MADE } from "./alert.ts";
import { summaryOf } from "./summary.ts";

const RULE: AlertRule = {
  id: 1,
  chatId: 7,
  name: "r",
  field: "any",
  match: { kind: "contains", text: "x" },
  count: 1,
  windowMs: 1000,
  severity: "warning",
  coolDownMs: 500,
  everywhere: false,
  enabled: true,
  lastFiredAt: null,
  heldBack: 0,
};
const about = { chatId: 7, userId: null, taskId: null, runId: null, spark: null, tool: null };
function row(event: Event, chatId: number | null = 7): ActivityRow {
  return { id: 1, at: instant(0), event, summary: summaryOf(event), about: { ...about, chatId }, hash: "" };
}
const ended: Event = { kind: "task.ended", taskId: 3, outcome: "failed", because: "disk_full at 100%" };

test.each([
  [{ field: "kind", match: { kind: "contains", text: "TASK.end" } }, true],
  [{ field: "kind", match: { kind: "regex", text: "^task\\.ended$" } }, true],
  [{ field: "summary", match: { kind: "regex", text: "ended: (failed|gave-up)" } }, true],
  [{ field: "detail", match: { kind: "contains", text: "disk_full" } }, true],
  // No wildcards hide in a plain text.
  [{ field: "any", match: { kind: "contains", text: "disk%full" } }, false],
  [{ field: "detail", match: { kind: "contains", text: "diskXfull" } }, false],
  [{ field: "tool", match: { kind: "contains", text: "shell" } }, false],
  [{ field: "any", match: { kind: "regex", text: "100%" } }, true],
] as const)("%j on a failed task: %s", (part, expected) => {
  expect(matcherOf({ ...RULE, ...part })(row(ended))).toBe(expected);
});
test("rows of other chats are matched only by a rule for all, and alerts never ring for themselves", () => {
  const kinds = { ...RULE, field: "kind", match: { kind: "contains", text: "" } } as const;
  expect(matcherOf(kinds)(row(ended, 8))).toBe(false);
  expect(matcherOf(kinds)(row(ended, null))).toBe(true);
  expect(matcherOf({ ...kinds, everywhere: true })(row(ended, 8))).toBe(true);
  const fired: Event = { kind: "alert.fired", ruleId: 1, name: "r", severity: "info", rowId: 1, chatId: 7 };
  expect(matcherOf(kinds)(row(fired))).toBe(false);
});
test("what the bot says of a thing, and the command that makes the rule, are not the thing", () => {
  const rule = matcherOf({ ...RULE, field: "any", match: { kind: "contains", text: "npm ERR" } });
  const from = { source: "telegram", sourceId: "1", chatId: 7, userId: 7, name: "Ada", what: "command" };
  expect(rule(row({ kind: "update.received", ...from, text: '/alerts add npm any contains "npm ERR"' }))).toBe(false);
  expect(rule(row({ kind: "message.sent", key: "update:1:reply", chatId: 7, edits: 0, text: "Added: npm ERR" }))).toBe(
    false,
  );
  expect(rule(row({ kind: "update.received", ...from, text: "it says npm ERR" }))).toBe(true);
});
test("an expression that would take for ever elsewhere takes no time here", () => {
  const slow = matcherOf({ ...RULE, match: { kind: "regex", text: "^(a+)+$" } });
  const event: Event = { kind: "fault", doing: "x", code: "y", detail: `${"a".repeat(50_000)}!` };
  expect(slow(row(event))).toBe(false);
});
test("a rule tells only when the window is full, and never twice within its cool-down", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(800), { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(2000),
      (gaps, count, coolDownMs) => {
        let rule: AlertRule = { ...RULE, count, coolDownMs };
        const [seen, told]: [number[], number[]] = [[], []];
        let now = 10_000;
        for (const gap of gaps) {
          now += gap;
          const verdict = judgeMatch(rule, seen, now);
          seen.push(now);
          const within = seen.filter((at) => at > now - rule.windowMs).length;
          if (verdict === "counted") expect(within).toBeLessThan(count);
          else expect(within).toBeGreaterThanOrEqual(count);
          if (verdict !== "fires") continue;
          expect(now - (told.at(-1) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(coolDownMs);
          told.push(now);
          rule = { ...rule, lastFiredAt: instant(now) };
        }
      },
    ),
  );
});
test("each ready-made rule matches what it is for", () => {
  const examples: Readonly<Record<string, Event>> = {
    "task-failed": ended,
    interrupted: { kind: "task.interrupted", taskId: 1, reason: "x" },
    stranger: { kind: "stranger.refused", userId: 1, chatId: 7 },
    "kept-inside": {
      kind: "sandbox.egress",
      owner: "task-1",
      host: "evil.example",
      port: 443,
      allowed: false,
      bytes: 0,
      reason: "not among the hosts",
    },
    "refused-often": {
      kind: "tool.called",
      taskId: 1,
      tool: "shell",
      decision: "denied by policy",
      outcome: "failed",
      ms: 1,
      arguments: "{}",
      result: "",
    },
    "many-faults": { kind: "fault", doing: "a", code: "b", detail: "c" },
    unsaid: { kind: "message.refused", key: "k", chatId: 7, reason: "r" },
    settings: { kind: "setting.changed", key: "a", from: "1", to: "2", by: 1, byName: "Ada" },
  };
  expect(Object.keys(examples).sort()).toEqual(READY_MADE.map(({ name }) => name).sort());
  for (const definition of READY_MADE) {
    const matches = matcherOf({ ...RULE, ...definition });
    const example = examples[definition.name];
    expect(example !== undefined && matches(row(example)), definition.name).toBe(true);
    expect(matches(row({ kind: "app.stopped" })), definition.name).toBe(false);
  }
});

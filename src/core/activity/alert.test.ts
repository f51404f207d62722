import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../lib/time.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";
import type { AlertRule } from "../ports/alerts.ts";
import { judgeMatch, matcherOf, READY_MADE, type Match } from "./alert.ts";
import { readRule } from "./read-rule.ts";
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
  expect(matcherOf({ ...RULE, ...part })(row(ended))).toBe(expected ? 1 : null);
});
test("rows of other chats are matched only by a rule for all, and alerts never ring for themselves", () => {
  const kinds = { ...RULE, field: "kind", match: { kind: "contains", text: "" } } as const;
  expect(matcherOf(kinds)(row(ended, 8))).toBeNull();
  expect(matcherOf(kinds)(row(ended, null))).toBe(1);
  expect(matcherOf({ ...kinds, everywhere: true })(row(ended, 8))).toBe(1);
  const fired: Event = { kind: "alert.fired", ruleId: 1, name: "r", severity: "info", rowId: 1, chatId: 7 };
  expect(matcherOf(kinds)(row(fired))).toBeNull();
});
test("what the bot says of a thing, and the command that makes the rule, are not the thing", () => {
  const rule = matcherOf({ ...RULE, field: "any", match: { kind: "contains", text: "npm ERR" } });
  const from = { source: "telegram", sourceId: "1", chatId: 7, userId: 7, name: "Ada", what: "command" };
  expect(rule(row({ kind: "update.received", ...from, text: '/alerts add npm any contains "npm ERR"' }))).toBeNull();
  expect(
    rule(row({ kind: "message.sent", key: "update:1:reply", chatId: 7, edits: 0, text: "Added: npm ERR" })),
  ).toBeNull();
  expect(rule(row({ kind: "update.received", ...from, text: "it says npm ERR" }))).toBe(1);
});
const called = (costUsd: number | null, ms = 10): Event => ({
  kind: "model.called",
  taskId: null,
  purpose: "talk",
  model: "small",
  inputTokens: 1,
  outputTokens: 1,
  costUsd,
  ms,
});
test("a list is matched when one of it is, and its numbers are added up together", () => {
  const recalled = (...memoryIds: number[]): Event => ({
    kind: "memory.recalled",
    memoryIds,
    how: "unasked",
    taskId: 1,
  });
  const ids = { ...RULE, field: "memoryIds" } as const;
  expect(matcherOf({ ...ids, match: { kind: "above", text: "8" } })(row(recalled(4, 9)))).toBe(1);
  expect(matcherOf({ ...ids, match: { kind: "above", text: "9" } })(row(recalled(4, 9)))).toBeNull();
  expect(matcherOf({ ...ids, match: { kind: "above", text: "1", sum: true } })(row(recalled(4, 9)))).toBe(13);
  expect(matcherOf({ ...ids, match: { kind: "regex", text: "^4$" } })(row(recalled(4, 9)))).toBe(1);
});
test("any fact of an entry is looked at by its name, and a number by how large it is", () => {
  const rule = (...words: string[]) => {
    const read = readRule(["r", ...words]);
    if (typeof read === "string") throw new Error(read);
    return matcherOf({ ...RULE, ...read });
  };
  expect(rule("model", "contains", "SMALL")(row(called(0)))).toBe(1);
  expect(rule("model", "contains", "large")(row(called(0)))).toBeNull();
  expect(rule("ms", "above", "100")(row(called(0, 101)))).toBe(1);
  expect(rule("ms", "above", "100")(row(called(0, 100)))).toBeNull();
  expect(rule("costusd", "above", "0")(row(called(null)))).toBeNull();
  expect(rule("costUsd", "above", "0")(row(ended))).toBeNull();
  expect(rule("ms", "below", "10")(row(called(0, 9)))).toBe(1);
  expect(rule("ms", "below", "10")(row(called(0, 10)))).toBeNull();
  expect(rule("ms", "below", "10")(row(ended))).toBeNull();
  // A number that stands in a text, what lies inside a call's arguments, and what the bot said how often.
  const set: Event = { kind: "setting.changed", key: "a", from: "1", to: "20", by: 1, byName: "Ada" };
  expect(rule("to", "above", "5")(row(set))).toBe(1);
  const tool = { kind: "tool.called", taskId: 1, tool: "shell", decision: "allowed", outcome: "ok", ms: 1 } as const;
  const shell: Event = { ...tool, arguments: '{"command":"rm -rf x","timeout_ms":9000}', result: "" };
  expect(rule("arguments.command", "matches", "^rm ")(row(shell))).toBe(1);
  expect(rule("arguments.timeout_ms", "above", "8000")(row(shell))).toBe(1);
  expect(rule("arguments.command", "contains", "timeout")(row(shell))).toBeNull();
  expect(rule("edits", "above", "5")(row({ kind: "message.sent", key: "k", chatId: 7, edits: 6, text: "x" }))).toBe(1);
});
test("numbers added up over a window tell when they pass what is said, and not before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 50 })), { maxLength: 40 }),
      (calls) => {
        const rule = {
          ...RULE,
          field: "costUsd",
          match: { kind: "above", text: "60", sum: true },
          coolDownMs: 0,
        } as const;
        const matches = matcherOf(rule);
        const seen: Match[] = [];
        let now = 10_000;
        for (const [gap, costUsd] of calls) {
          now += gap;
          const weight = matches(row(called(costUsd)));
          if (weight === null) continue;
          const verdict = judgeMatch(rule, seen, { at: now, weight });
          seen.push({ at: now, weight });
          const sum = seen.filter(({ at }) => at > now - rule.windowMs).reduce((all, one) => all + one.weight, 0);
          expect(verdict).toBe(sum > 60 ? "fires" : "counted");
        }
      },
    ),
  );
});
test.each([
  [["x"], "comes a field, such as"],
  [
    ["x", "sumary", "contains", "a"],
    'No entry has a field "sumary". Did you mean summary? /alerts fields lists them all.',
  ],
  [["x", "xyzzyxyzzy", "contains", "a"], 'No entry has a field "xyzzyxyzzy". /alerts fields'],
  [["x", `arguments.${"a".repeat(90)}`, "contains", "a"], "No entry has a field"],
  [["x", "ms", "under", "3"], "contains, matches, above or below"],
  [["x", "ms", "below", "3", "in", "1h"], "So many in so long"],
  [["x", "ms", "above", "many"], "is no number"],
  [["x", "ms", "above", "3", "in", "2d"], "at most 1d"],
  [["x", "ms", "contains", "3", "in", "1h"], "So many in so long"],
  [["x", "ms", "above", "3", "to", "there"], "After to comes a chat's number"],
  [["x", "any", "contains", "a", "3", "in", "soon"], "at most 1d"],
  [["x", "any", "contains", "a", "quiet"], "After quiet comes a time"],
  [["x", "any", "contains", "a", "b"], "stands in quotes"],
])("%j is no rule: %s", (words, problem) => {
  expect(readRule(words)).toContain(problem);
});
test("the words after a rule may come in any order", () => {
  const words = ["critical", "3 in 10m", "quiet 0", "to -100123"];
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (order) => {
      expect(readRule(["x", "any", "contains", "a", ...order.join(" ").split(" ")])).toMatchObject({
        severity: "critical",
        count: 3,
        windowMs: 600_000,
        coolDownMs: 0,
        alsoTo: [-100123],
      });
    }),
  );
});
test("an expression that would take for ever elsewhere takes no time here", () => {
  const slow = matcherOf({ ...RULE, match: { kind: "regex", text: "^(a+)+$" } });
  const event: Event = { kind: "fault", doing: "x", code: "y", detail: `${"a".repeat(50_000)}!` };
  expect(slow(row(event))).toBeNull();
});
test("a rule tells only when the window is full, and never twice within its cool-down", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(800), { maxLength: 60 }),
      fc.integer({ min: 1, max: 4 }),
      fc.nat(2000),
      (gaps, count, coolDownMs) => {
        let rule: AlertRule = { ...RULE, count, coolDownMs };
        const seen: Match[] = [];
        const told: number[] = [];
        let now = 10_000;
        for (const gap of gaps) {
          now += gap;
          const verdict = judgeMatch(rule, seen, { at: now, weight: 1 });
          seen.push({ at: now, weight: 1 });
          const within = seen.filter(({ at }) => at > now - rule.windowMs).length;
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
    spending: called(0.5),
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
    expect(example === undefined ? null : matches(row(example)), definition.name).not.toBeNull();
    expect(matches(row({ kind: "app.stopped" })), definition.name).toBeNull();
  }
});

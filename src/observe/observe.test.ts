import { readFileSync, statSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { Fault } from "../core/fault.ts";
import type { Event } from "../core/events.ts";
import { createRedactor } from "../lib/redact.ts";
import { Secret } from "../lib/secret.ts";
import { instant } from "../lib/time.ts";
import { openStore } from "../store/store.ts";
import { createActivityLog } from "./activity-log.ts";
import { createEmit } from "./emit.ts";
import { createLog } from "./log.ts";

function terminal(isTTY: boolean) {
  const lines: string[] = [];
  return { isTTY, lines, write: (text: string) => lines.push(text) };
}
const clock = { now: () => instant(1_700_000_000_000), sleep: async () => undefined };
const redact = createRedactor(["long-enough"]);
const quiet = () => createLog({ level: "error", terminal: terminal(false), file: null, secrets: [] });

test("events reach the log by their level and the activity in order", async () => {
  await using store = await openStore({ path: ":memory:" });
  const out = terminal(false);
  const log = createLog({ level: "info", terminal: out, file: null, secrets: [] });
  const emit = createEmit({ log, activity: store.activity, clock, redact, onKept: () => undefined });
  const events: Event[] = Array.from({ length: 500 }, (_, at) => ({ kind: "task.started", taskId: at }));
  events.push({ kind: "update.handled", source: "telegram", sourceId: "1", ms: 2 });
  events.push({ kind: "fault", doing: "x", code: "y", detail: "z" });
  for (const event of events) emit(event);
  await emit.flush();
  expect((await store.activity.read({ limit: 1000 })).map(({ event }) => event)).toEqual(events);
  expect(out.lines).toHaveLength(501);
  expect(JSON.parse(out.lines.at(-1) ?? "")).toMatchObject({
    level: 50,
    msg: "fault",
    doing: "x",
    code: "y",
    detail: "z",
  });
});
test("who asks the record is told of what has just happened, and waits for nothing that comes later", async () => {
  await using store = await openStore({ path: ":memory:" });
  const emit = createEmit({ log: quiet(), activity: store.activity, clock, redact, onKept: () => undefined });
  const record = createActivityLog(store.activity, () => emit.settled());
  for (let taskId = 1; taskId <= 3; taskId += 1) {
    emit({ kind: "task.started", taskId });
    const rows = record.read({ limit: 10 });
    const found = record.search("started", { limit: 10 });
    emit({ kind: "task.resumed", taskId, phase: "working" });
    expect((await rows).filter(({ event }) => event.kind === "task.started")).toHaveLength(taskId);
    expect((await found).total).toBe(taskId);
  }
  await emit.settled();
  await emit.flush();
});
test("a store that fails stops nothing, and what was lost is told", async () => {
  await using store = await openStore({ path: ":memory:" });
  const out = terminal(false);
  const log = createLog({ level: "info", terminal: out, file: null, secrets: [] });
  let calls = 0;
  const activity = {
    ...store.activity,
    append: async (...given: Parameters<typeof store.activity.append>) => {
      calls += 1;
      if (calls <= 2) throw new Fault("store.full", { path: "x" });
      await store.activity.append(...given);
    },
  };
  const emit = createEmit({ log, activity, clock, redact, onKept: () => undefined });
  emit({ kind: "app.stopped" });
  emit({ kind: "repository.removed", name: "a" });
  await emit.flush();
  emit({ kind: "repository.removed", name: "b" });
  await emit.flush();
  expect((await store.activity.read({ limit: 9 })).map(({ event }) => event)).toEqual([
    { kind: "repository.removed", name: "b" },
    { kind: "log.lost", count: 2 },
  ]);
  expect(out.lines.filter((line) => line.includes("activity.not-kept"))).toHaveLength(2);
});
test("what does not fit into memory is counted, not silently gone", async () => {
  await using store = await openStore({ path: ":memory:" });
  const out = terminal(false);
  const log = createLog({ level: "error", terminal: out, file: null, secrets: [] });
  const held = Promise.withResolvers<void>();
  const activity = { ...store.activity, append: async () => held.promise };
  const emit = createEmit({ log, activity, clock, redact, onKept: () => undefined });
  for (let count = 0; count < 10_003; count += 1) emit({ kind: "app.stopped" });
  held.resolve();
  await emit.flush();
  expect(out.lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ msg: "activity.not-kept", events: 3 }]);
});
test("no secret is written, neither known ones nor what looks like one", () => {
  using folder = temporaryFolder();
  const out = terminal(true);
  const file = folder.at("logs", "sparks.log");
  const secrets = [new Secret('quo"ted\\secret'), new Secret("short"), new Secret("long-enough")];
  const log = createLog({ level: "info", terminal: out, file, secrets });
  log.info(
    { a: 'x quo"ted\\secret', b: { c: "long-enough" }, d: `bot123456789:${"A".repeat(35)}`.slice(3) },
    "said sk-0123456789abcdef0123",
  );
  const written = out.lines.join("") + readFileSync(file, "utf8");
  expect(written).not.toMatch(/quo|long-enough|AAAA|sk-/u);
  expect(written).toContain("[secret]");
  expect(statSync(file).mode & 0o077).toBe(0);
});
test("a terminal gets short lines that no value can break out of", () => {
  const out = terminal(true);
  const log = createLog({ level: "info", terminal: out, file: null, secrets: [] });
  log.warn({ taskId: 12, name: "a b\u001b[2J\u009b\n" }, "task.interrupted");
  expect(out.lines.join("")).toMatch(
    /^\d\d:\d\d:\d\d ! task\.interrupted taskId=12 name="a b\\u001b\[2J\\u009b\\n"\n$/u,
  );
});
test("the file is put aside when it is large, and a file that cannot be written stops nothing", () => {
  using folder = temporaryFolder();
  const file = folder.at("sparks.log");
  writeFileSync(file, "x".repeat(10 * 1024 * 1024 + 1));
  const out = terminal(false);
  const log = createLog({ level: "info", terminal: out, file, secrets: [] });
  log.info("one");
  log.info("two");
  expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(2);
  expect(statSync(`${file}.1`).size).toBe(10 * 1024 * 1024 + 1);
  expect(() => quiet().error("fine")).not.toThrow();
});

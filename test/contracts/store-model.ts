import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Fence, Store } from "../../src/core/ports/store.ts";
import type { TaskState } from "../../src/core/tasks/task.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, outgoing, STATES, task } from "./store-samples.ts";

type ModelTask = { id: number; state: TaskState; holder: string | null; until: number; token: number };
type QueueModel = { now: number; readonly tasks: ModelTask[]; readonly fences: Fence[] };
type QueueCommand = fc.AsyncCommand<QueueModel, Store>;
type Kind = TaskState["kind"];
const KINDS = Object.keys(STATES) as Kind[];
const HOLDERS = ["w1", "w2"];

/** Runs random commands on the queue and on a plain array, which must agree after each. */
export function testQueueModel(open: () => Promise<Store & AsyncDisposable>): void {
  test("the queue does what a plain list of tasks would do", async () => {
    const commands = fc.commands(
      [
        fc.constantFrom(...KINDS).map(add),
        fc.tuple(fc.nat(), fc.constantFrom(...KINDS), fc.constantFrom(...KINDS), fc.option(fc.nat())).map(move),
        fc.tuple(fc.constantFrom(...HOLDERS), fc.integer({ min: 1, max: 30 })).map(claim),
        fc.tuple(fc.nat(), fc.integer({ min: 1, max: 30 })).map(heartbeat),
        fc.constantFrom(...HOLDERS).map(releaseOthers),
        fc.integer({ min: 1, max: 20 }).map(wait),
      ],
      { maxCommands: 60 },
    );
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        await using store = await open();
        await fc.asyncModelRun(() => ({ model: { now: AT, tasks: [], fences: [] }, real: store }), run);
      }),
      { numRuns: 60 },
    );
  });
}
function command(name: string, run: (model: QueueModel, store: Store) => Promise<void>): QueueCommand {
  return { check: () => true, run, toString: () => name };
}
function at(kind: Kind, now: number): TaskState {
  return kind === "queued" ? { kind, at: instant(now) } : STATES[kind];
}
function add(kind: Kind): QueueCommand {
  return command(`add ${kind}`, async (model, store) => {
    const state = at(kind, model.now);
    const { id } = await store.tasks.add(task(`t${model.tasks.length}`, state));
    model.tasks.push({ id, state, holder: null, until: 0, token: 0 });
  });
}
function move([index, from, to, fenceIndex]: [number, Kind, Kind, number | null]): QueueCommand {
  return command(`move ${index} ${from} → ${to} by fence ${fenceIndex}`, async (model, store) => {
    const known = model.tasks[index % Math.max(1, model.tasks.length)];
    if (known === undefined) return;
    const fence = fenceIndex === null ? undefined : model.fences[fenceIndex % Math.max(1, model.fences.length)];
    const allowed = known.state.kind === from && (fence === undefined || isHeld(known, fence));
    const state = at(to, model.now);
    const content = task(`t${model.tasks.indexOf(known)}`, state);
    expect(await store.tasks.move({ id: known.id, ...content }, from, fence)).toBe(allowed);
    if (allowed) {
      known.state = state;
      if (to !== "running" && to !== from) known.holder = null;
    }
    expect((await store.tasks.get(known.id))?.state).toEqual(known.state);
  });
}
function claim([holder, length]: [string, number]): QueueCommand {
  return command(`claim by ${holder} for ${length}`, async (model, store) => {
    const expected = nextOf(model);
    const until = model.now + length;
    const got = await store.tasks.claim(holder, instant(model.now), { until: instant(until) });
    expect(got?.task.id).toBe(expected?.id);
    if (expected === undefined || got === null) return;
    Object.assign(expected, { holder, until, token: got.fence.token });
    expect(model.fences.filter((fence) => fence.taskId === expected.id && fence.token >= got.fence.token)).toEqual([]);
    model.fences.push(got.fence);
  });
}
function heartbeat([index, length]: [number, number]): QueueCommand {
  return command(`heartbeat ${index} for ${length}`, async (model, store) => {
    const fence = model.fences[index % Math.max(1, model.fences.length)];
    const known = model.tasks.find(({ id }) => id === fence?.taskId);
    if (fence === undefined || known === undefined) return;
    const alive = isHeld(known, fence) && isClaimable(known);
    expect(await store.tasks.heartbeat(fence, instant(model.now + length))).toBe(alive);
    if (alive) known.until = model.now + length;
  });
}
function releaseOthers(holder: string): QueueCommand {
  return command(`release others than ${holder}`, async (model, store) => {
    const others = model.tasks.filter((known) => known.holder !== null && known.holder !== holder);
    expect(await store.tasks.releaseOthers(holder)).toBe(others.length);
    for (const other of others) other.holder = null;
  });
}
function wait(ms: number): QueueCommand {
  return command(`wait ${ms}`, async (model) => {
    model.now += ms;
  });
}
function isHeld(known: ModelTask, fence: Fence): boolean {
  return known.id === fence.taskId && known.holder === fence.holder && known.token === fence.token;
}
function isClaimable({ state }: ModelTask): boolean {
  return state.kind === "running" || state.kind === "queued";
}
function nextOf({ tasks, now }: QueueModel): ModelTask | undefined {
  const free = tasks.filter((known) => isClaimable(known) && (known.holder === null || known.until <= now));
  const order = ({ state }: ModelTask) => (state.kind === "queued" ? state.at : 0);
  return free.sort((a, b) => order(a) - order(b) || a.id - b.id)[0];
}

type ModelMessage = { text: string; version: number; delivered: number; dead: string | null };

/** Puts and receipts in any order, against a map. */
export function testOutboxModel(open: () => Promise<Store & AsyncDisposable>): void {
  const key = fc.constantFrom("a", "b", "c");
  const put = fc.record({ kind: fc.constant("put" as const), key, text: fc.constantFrom("one", "two", "three") });
  const receipt = fc.record({
    kind: fc.constant("receipt" as const),
    key,
    back: fc.option(fc.nat(2)),
    dead: fc.option(fc.constant("blocked")),
  });
  test("the outbox never forgets a version that was not delivered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(put, receipt), { maxLength: 40 }), async (acts) => {
        await using store = await open();
        const model = new Map<string, ModelMessage>();
        for (const act of acts) {
          const known = model.get(act.key);
          if (act.kind === "put") {
            const version = known === undefined ? 1 : known.version + (known.text === act.text ? 0 : 1);
            const dead = version === known?.version ? known.dead : null;
            model.set(act.key, { text: act.text, version, delivered: known?.delivered ?? 0, dead });
            expect((await store.outbox.put(outgoing(act.key, act.text), AT)).version).toBe(version);
          } else if (known !== undefined) {
            const deliveredVersion = act.back === null ? null : Math.max(0, known.version - act.back);
            await store.outbox.receipt(act.key, { messageIds: [1], deliveredVersion, dead: act.dead });
            known.delivered = deliveredVersion ?? known.delivered;
            known.dead = act.dead;
          }
          const due = [...model].filter(([, row]) => row.delivered < row.version && row.dead === null);
          expect((await store.outbox.due()).map((row) => row.key)).toEqual(due.map(([name]) => name));
        }
      }),
      { numRuns: 60 },
    );
  });
}

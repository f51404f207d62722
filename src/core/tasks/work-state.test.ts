import { expect, test } from "vitest";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import { openJournal } from "../agent/journal.ts";
import type { Event } from "../events.ts";
import { Fault } from "../fault.ts";
import type { Repository } from "../ports/store.ts";
import type { TaskRunnerDependencies, TaskRunnerOptions } from "./deps.ts";
import { createNetworkLedger } from "./network-use.ts";
import type { Task } from "./task.ts";
import { workTask } from "./work.ts";
import { ClaimLost, enter, noteNetwork, type Work } from "./work-state.ts";

const REACHED = {
  kind: "sandbox.egress",
  owner: "task-1-x",
  host: "example.org",
  port: 443,
  allowed: true,
  bytes: 5,
} as Event;
const TASK = {
  id: 1,
  base: "base",
  repositoryId: 1,
  chat: null,
  state: { kind: "running", phase: "working", startedAt: 0, red: [] },
} as unknown as Work["task"];

/** A task's work and what it keeps. `holds`: whether the claim is still its own. */
function world(holds = true) {
  const [kept, told]: [Task[], string[]] = [[], []];
  const network = createNetworkLedger();
  const deps = {
    network,
    clock: createHandClock(),
    emit: ({ kind }: Event) => void told.push(kind),
    teller: { card: async () => void told.push("card") },
    store: {
      tasks: {
        move: async (task: Task) => {
          if (holds) kept.push(task);
          return holds;
        },
      },
      repositories: { get: async () => ({ id: 1 }) },
      steps: { list: async () => [], append: async () => undefined },
    },
    delivery: { remoteOf: async () => null },
    spark() {
      network.note(REACHED);
      throw new Fault("sandbox.unreachable", { reason: "it went away" } as never);
    },
  } as unknown as TaskRunnerDependencies;
  return { kept, told, network, deps };
}
const FENCE = { taskId: 1 } as Work["fence"];
async function workOf(deps: TaskRunnerDependencies): Promise<Work> {
  const { steps } = deps.store;
  return {
    task: TASK,
    repository: { id: 1 } as Repository,
    journal: await openJournal({ taskId: 1, base: "base" }, { steps, clock: deps.clock }),
    fence: FENCE,
    options: {} as TaskRunnerOptions,
    deps,
    signal: new AbortController().signal,
    remote: null,
    fileOrigins: [],
    progress: { tool: null, lastLines: [] },
  };
}

test("what was reached is kept without a phase being told a second time", async () => {
  const { deps, network, kept, told } = world();
  network.begin(1, []);
  await noteNetwork(await workOf(deps));
  expect(kept).toEqual([]);
  network.note(REACHED);
  await noteNetwork(await workOf(deps));
  expect(kept.map((task) => task.network)).toMatchObject([[{ host: "example.org", requests: 1, bytes: 5 }]]);
  expect(told).toEqual([]);
});
test("what was reached is kept as well when the work breaks", async () => {
  const { deps, kept } = world();
  const { signal } = new AbortController();
  await expect(workTask({ task: TASK, fence: FENCE }, {} as TaskRunnerOptions, deps, signal)).rejects.toThrow(Fault);
  expect(kept.at(-1)?.network).toMatchObject([{ host: "example.org", requests: 1 }]);
});
test("who lost the claim enters no phase, and keeps nothing of what was reached", async () => {
  const { deps, network, kept, told } = world(false);
  network.begin(1, []);
  network.note(REACHED);
  const work = await workOf(deps);
  await expect(enter(work, "working")).rejects.toThrow(ClaimLost);
  await noteNetwork(work);
  expect([kept, told, work.task]).toEqual([[], [], TASK]);
});

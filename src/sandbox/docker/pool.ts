import { chown } from "node:fs/promises";
import type { SandboxSpec } from "../../core/ports/sandbox.ts";
import type { WorkspacePlace } from "../../core/ports/workspaces.ts";
import { removeTree } from "../../lib/remove-tree.ts";
import type { Clock } from "../../lib/time.ts";
import type { ContainerBody } from "./container-body.ts";
import { fits, planPool, type WarmOptions } from "./pool-plan.ts";
import type { Link } from "../session.ts";

/** A container of nobody yet: its runner waits for its first word, its workspace is an empty folder of its own. */
export type Warm = {
  readonly link: Link;
  readonly body: ContainerBody;
  /** The folder on the host that is its workspace; absolute, without links. */
  readonly folder: string;
  readonly limits: WarmOptions["limits"];
  /** What its control group takes now. */
  memoryBytes(signal: AbortSignal): Promise<number>;
};
/**
 * Containers that were started before anybody needs them, each for one task and never used again. Whoever makes a
 * workspace takes a place and fills its folder; opening a sandbox on that folder then finds the container running.
 */
export interface WarmPool extends AsyncDisposable {
  /** From now on it is kept full. */
  start(): void;
  /** The folder of the one that waited longest; null when none is ready. Closing the place removes folder and container. */
  place(): Promise<WorkspacePlace | null>;
  facts(signal: AbortSignal): Promise<PoolFacts>;
}
type PoolFacts = {
  readonly wanted: number;
  readonly ready: number;
  /** Of those that are ready, together. */
  readonly memoryBytes: number;
  /** Why the last one could not be made; null when it could. */
  readonly problem: string | null;
};
/** The sandbox's own side of the pool. */
export type PoolDesk = WarmPool & {
  /** Hands over the container that waits at a workspace; undefined when there is none or it was made for other limits. */
  claim(folder: string, spec: SandboxSpec): Promise<Warm | undefined>;
  /** Whose a container of the pool is: null while nobody's, undefined when it is none of this pool's. */
  ownerOf(id: string): string | null | undefined;
};
type Entry = Warm & { readonly since: number };
type State = {
  readonly ready: Entry[];
  readonly placed: Map<string, Entry>;
  /** Container id → owner. */
  readonly claimed: Map<string, string>;
  /** What could not be removed yet. */
  readonly condemned: Set<Entry>;
  readonly stop: AbortController;
  filling: Promise<void> | null;
  refill: NodeJS.Timeout | undefined;
  problem: string | null;
};
type Dependencies = { readonly make: (signal: AbortSignal) => Promise<Warm>; readonly clock: Pick<Clock, "now"> };

/** How often those that wait are looked at, and what failed is tried again. */
const LOOK_MS = 5000;
/** Making another one takes a processor for a while, which the task that took the last has a better use for. */
const REFILL_MS = 250;

export function createWarmPool(options: WarmOptions, deps: Dependencies): PoolDesk {
  const state: State = {
    ready: [],
    placed: new Map(),
    claimed: new Map(),
    condemned: new Set(),
    stop: new AbortController(),
    filling: null,
    refill: undefined,
    problem: null,
  };
  let looks: NodeJS.Timeout | undefined;
  const look = (): void => {
    if (looks === undefined || state.stop.signal.aborted) return;
    state.filling ??= fill(state, options, { ...deps, lost: soon }).finally(() => (state.filling = null));
  };
  const soon = (): void => {
    clearTimeout(state.refill);
    state.refill = setTimeout(look, REFILL_MS).unref();
  };
  return {
    start() {
      looks ??= setInterval(look, LOOK_MS).unref();
      look();
    },
    async place() {
      const entry = takeOldest(state, options, deps.clock.now());
      soon();
      if (entry === undefined) return null;
      // Git works in no folder of another user. It goes back to the container's with all in it when the sandbox is opened.
      if (process.getuid?.() !== 0 || (await isGiven(entry, 0))) return placeOf(state, entry);
      await placeOf(state, entry)[Symbol.asyncDispose]();
      return null;
    },
    async claim(folder, { owner, network, limits }) {
      const entry = network === "none" ? state.placed.get(folder) : undefined;
      if (entry === undefined) return undefined;
      state.placed.delete(folder);
      if (!fits(entry.limits, limits)) {
        await entry.link.destroy().catch(() => undefined); // it ends with this process at the latest
        return undefined;
      }
      state.claimed.set(entry.link.id, owner);
      void entry.link.ended.then(() => state.claimed.delete(entry.link.id));
      return entry;
    },
    ownerOf(id) {
      const waits = [...state.ready, ...state.placed.values()].some(({ link }) => link.id === id);
      return waits ? null : state.claimed.get(id);
    },
    facts: (signal) => factsOf(state, options, signal),
    async [Symbol.asyncDispose]() {
      state.stop.abort();
      clearInterval(looks);
      clearTimeout(state.refill);
      await state.filling;
      for (const entry of [...state.ready.splice(0), ...state.placed.values()]) state.condemned.add(entry);
      state.placed.clear();
      await clear(state);
    },
  };
}

function takeOldest(state: State, options: WarmOptions, now: number): Entry | undefined {
  const retire = new Set(planPool(state.ready, options, now).retire);
  const entry = state.ready.find((each) => !retire.has(each));
  if (entry === undefined || state.stop.signal.aborted) return undefined;
  state.ready.splice(state.ready.indexOf(entry), 1);
  state.placed.set(entry.folder, entry);
  return entry;
}
function placeOf(state: State, entry: Entry): WorkspacePlace {
  return {
    folder: entry.folder,
    async [Symbol.asyncDispose]() {
      if (state.placed.delete(entry.folder)) await condemn(state, entry);
      await removeFolder(entry);
    },
  };
}
async function isGiven({ folder }: Warm, user: number): Promise<boolean> {
  return chown(folder, user, user).then(
    () => true,
    () => false, // somebody removed it
  );
}
/** Until there are as many as are wanted, or one could not be made; then the next look tries again. */
async function fill(
  state: State,
  options: WarmOptions,
  { make, clock, lost }: Dependencies & { readonly lost: () => void },
): Promise<void> {
  while (!state.stop.signal.aborted) {
    const { retire, missing } = planPool(state.ready, options, clock.now());
    for (const entry of retire) {
      state.ready.splice(state.ready.indexOf(entry), 1);
      state.condemned.add(entry);
    }
    await clear(state);
    if (missing === 0) return;
    try {
      add(state, { ...(await make(state.stop.signal)), since: clock.now() }, lost);
      state.problem = null;
    } catch (error) {
      state.problem = error instanceof Error ? error.message : String(error);
      return;
    }
  }
}
function add(state: State, entry: Entry, lost: () => void): void {
  state.ready.push(entry);
  void dropWhenEnded(state, entry, lost);
}
async function dropWhenEnded(state: State, entry: Entry, lost: () => void): Promise<void> {
  await entry.link.ended;
  const at = state.ready.indexOf(entry);
  if (at < 0) return; // whoever took it learns it from the link
  state.ready.splice(at, 1);
  lost();
  await condemn(state, entry);
}
async function condemn(state: State, entry: Entry): Promise<void> {
  state.condemned.add(entry);
  await clear(state);
}
async function clear({ condemned }: State): Promise<void> {
  for (const entry of condemned) {
    const gone = await entry.link.destroy().then(
      () => true,
      () => false, // the engine does not answer: the next look, or the next start, removes it
    );
    if (!gone) continue;
    condemned.delete(entry);
    await removeFolder(entry);
  }
}
async function removeFolder({ folder }: Warm): Promise<void> {
  await removeTree(folder).catch(() => undefined); // the next start sweeps it away, or says why not
}
async function factsOf(state: State, { count }: WarmOptions, signal: AbortSignal): Promise<PoolFacts> {
  const ready = [...state.ready];
  const sizes = await Promise.all(ready.map((entry) => entry.memoryBytes(signal).catch(() => 0)));
  const memoryBytes = sizes.reduce((sum, each) => sum + each, 0);
  return { wanted: count, ready: ready.length, memoryBytes, problem: state.problem };
}

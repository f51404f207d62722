import { repeat } from "../../lib/repeat.ts";
import { createTurns } from "../../lib/turns.ts";
import { Fault, type FaultCode, isFault } from "../fault.ts";
import type { Approval } from "../policy/approvals/approval.ts";
import { PULL_CAUSE } from "../policy/approvals/approvals.ts";
import type { Repository } from "../ports/store.ts";
import type { Task } from "../tasks/task.ts";
import type { TaskRemote } from "../tools/remote.ts";
import { tellForgeFault } from "../tools/forge-words.ts";
import { afterDiscarding, orderClosing, orderMerge, orderOpening, type Told } from "./orders.ts";
import { decideOpening, openIt, takeUpAnswer } from "./open-pull.ts";
import { freshPull, type Pull } from "./pull.ts";
import { hostedOf, keep, left, openScene, type PullDependencies, type PullOptions, type Scene } from "./scene.ts";
import { createTaskRemote } from "./task-remote.ts";
import { mergeIt, watchPull } from "./watch-pull.ts";

/** Brings proved work to a code host: pushed, opened, watched, merged or left, over restarts. */
export interface Pulls extends AsyncDisposable {
  /** Takes up what was under way, and looks at what is open from now on. */
  start(): void;
  /** Kept before a task ends well, so that a crash in between loses nothing; `wake` once it has ended. */
  expect(task: Task): Promise<void>;
  wake(): void;
  /** Goes on where a person decided. */
  takeUp(approval: Approval): void;
  get(taskId: number): Promise<Pull | null>;
  /** A person's own word: it needs no other yes. */
  open(taskId: number, by: string): Promise<Told>;
  merge(taskId: number, by: string): Promise<Told>;
  close(taskId: number): Promise<Told>;
  /** The task's change was discarded. @returns its pull request as it is now; null: there never was one */
  discarded(taskId: number): Promise<Pull | null>;
  /** What a task's tools may do there; null: its repository is on no code host. */
  remoteOf(task: Task, repository: Repository): Promise<TaskRemote | null>;
  /** Resolves when nothing is being looked at. */
  idle(): Promise<void>;
}

export function createPulls(options: PullOptions, deps: PullDependencies): Pulls {
  const { store, clock, emit } = deps;
  const closing = new AbortController();
  const { signal } = closing;
  // What a person orders and what goes on by itself never cross.
  const { inTurn, idle } = createTurns();
  let polling: AsyncDisposable | undefined;

  async function look(): Promise<void> {
    for (const pull of await store.pulls.underWay()) {
      if (signal.aborted) return;
      await advance(pull).catch((error: unknown) => tellFault(pull, error));
    }
  }
  function wake(): void {
    inTurn(look).catch((error: unknown) => tellFault(null, error));
  }
  function tellFault(pull: Pull | null, error: unknown): void {
    if (signal.aborted) return;
    const doing = pull === null ? "looking at pull requests" : `looking at the pull request of task ${pull.taskId}`;
    emit({
      kind: "fault",
      doing,
      code: "pulls",
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
  /** Steps for as long as something comes of them. */
  async function advance(first: Pull): Promise<Pull> {
    const scene = await openScene(first.taskId, options, deps, signal);
    if (scene === null) return first;
    let pull = first;
    for (;;) {
      const next = await stepSafely(pull, scene);
      if (next.state.kind === pull.state.kind) return next;
      pull = next;
    }
  }
  const advanced = (pull: Pull) => advance(pull);
  return {
    start() {
      polling = repeat(() => inTurn(look), {
        everyMs: options.pollMs,
        clock,
        failed: (error) => tellFault(null, error),
      });
    },
    async expect(task) {
      const repository = await store.repositories.get(task.repositoryId);
      if (repository === null || (await hostedOf(repository, deps, signal)) === null) return;
      // A look under way would else write what it found over this, and what was proved would never be pushed.
      await inTurn(async () => {
        const known = await store.pulls.get(task.id);
        await store.pulls.put({ ...(known ?? freshPull(task.id)), pushed: null, state: { kind: "expected" } });
      });
    },
    wake,
    takeUp({ cause }) {
      if (cause.startsWith(PULL_CAUSE)) wake();
    },
    get: (taskId) => store.pulls.get(taskId),
    open: (taskId, by) =>
      inTurn(async () => orderOpening(await openScene(taskId, options, deps, signal), { by, advance: advanced })),
    merge: (taskId, by) =>
      inTurn(async () => orderMerge(await openScene(taskId, options, deps, signal), { by, advance: advanced })),
    close: (taskId) => inTurn(async () => orderClosing(await openScene(taskId, options, deps, signal))),
    discarded: (taskId) => inTurn(async () => afterDiscarding(await openScene(taskId, options, deps, signal))),
    async remoteOf(task, repository) {
      const hosted = await hostedOf(repository, deps, signal);
      return hosted === null
        ? null
        : createTaskRemote({ task, repository, hosted }, { options, deps, inTurn, advance: advanced });
    },
    idle,
    async [Symbol.asyncDispose]() {
      closing.abort();
      await polling?.[Symbol.asyncDispose]();
      await idle();
    },
  };
}
function step(pull: Pull, scene: Scene): Promise<Pull> {
  const { state } = pull;
  switch (state.kind) {
    case "expected":
      return decideOpening(pull, scene);
    case "asked":
      return takeUpAnswer({ ...pull, state }, scene);
    case "opening":
      return openIt({ ...pull, state }, scene);
    case "open":
      return watchPull({ ...pull, state }, scene);
    case "merging":
      return mergeIt({ ...pull, state }, scene);
    case "merged":
    case "closed":
    case "left":
      return Promise.resolve(pull);
  }
}
/** Trying again could give another end. */
const PASSING = new Set<FaultCode>(["forge.unreachable", "forge.rate-limited"]);
const PASSING_GIT =
  /could not resolve|timed out|failed to connect|connection (?:refused|reset)|the requested url returned error: 5|took longer/i;
/** What the outside did wrong is kept and told: it is tried again with the next look, or left until a person says so. */
async function stepSafely(pull: Pull, scene: Scene): Promise<Pull> {
  try {
    return await step(pull, scene);
  } catch (error) {
    scene.signal.throwIfAborted();
    if (!(error instanceof Fault)) throw error;
    const now = (await scene.deps.store.pulls.get(pull.taskId)) ?? pull;
    const reason = tellForgeFault(error);
    const passes =
      PASSING.has(error.code) || (isFault(error, "repository.git-failed") && PASSING_GIT.test(error.data.detail));
    if (passes || now.state.kind === "open" || now.state.kind === "merging")
      return now.trouble === reason ? now : keep({ ...now, trouble: reason }, scene);
    return keep(left(now, reason, { told: true }), scene);
  }
}

import { type Clock, type Instant, instant } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { ApprovalStore } from "../../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Answer, Approval, ApprovalState, ApprovalSubject, Scope } from "./approval.ts";
import { approvedBy, findAnswer, findLike } from "./earlier.ts";
import { createExpiryWatch } from "./expiry-watch.ts";
import { grantOf } from "./like.ts";
import { createWaiting } from "./waiting.ts";

type Question = {
  readonly taskId: number;
  readonly cause: string;
  readonly reason: string;
  readonly risk: Approval["risk"];
  /** What would run if it ran now: asked again when a yes is taken up, since the world may have moved meanwhile. */
  readonly subject: () => Promise<ApprovalSubject>;
};
type Patience = {
  readonly signal: AbortSignal;
  /** How long it is waited for; 0: not at all. */
  readonly waitMs: number;
};
export type Decision =
  | { readonly kind: "approve"; readonly scope: Scope; readonly words?: string }
  | { readonly kind: "deny"; readonly words: string | null };
type Person = { readonly userId: number; readonly name: string };
export interface Approvals extends AsyncDisposable {
  /** Expires what ran out while nobody looked, tells what may not have been told, and watches the rest. */
  start(): Promise<void>;
  ask(question: Question, patience: Patience): Promise<Answer>;
  /** A person's press, which may come many times. Who may decide is the caller's to know. */
  decide(id: number, by: Person, decision: Decision): Promise<"decided" | "already" | "expired" | "unknown">;
  /** The approval that a person gave to all that is like this, if there is one in this task. */
  like(taskId: number, subject: ApprovalSubject): Promise<Approval | null>;
  /** What came of a question of the work that is over: it is not asked twice, also after a crash. */
  answered(taskId: number, cause: string, subject: ApprovalSubject): Promise<Answer | null>;
  /** Voids what a task still asks for: its `work`, which is over, or what was to come of that on a code host, which is settled. */
  close(taskId: number, which?: "work" | "pull"): Promise<void>;
}
export type ApprovalsOptions = {
  readonly expiryMs: number;
  /** After so long people are reminded, once; null for never. */
  readonly remindMs: number | null;
};
export type ApprovalsDependencies = {
  readonly store: ApprovalStore;
  /** The subject as it is stored: without secrets. What is asked and what is taken up must be the same words. */
  readonly storable?: (subject: ApprovalSubject) => ApprovalSubject;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Shows an approval as it is; called after each change, and again with the same after a restart. */
  readonly announce: (approval: Approval) => Promise<void>;
  /** Called once the time for it has come, and perhaps again after a restart. */
  readonly remind: (approval: Approval) => Promise<void>;
};
const LATEST = 50;
/** How causes begin of what is asked about a task's pull request: such questions live on when the work is over. */
export const PULL_CAUSE = "pull:";

export function createApprovals(options: ApprovalsOptions, deps: ApprovalsDependencies): Approvals {
  const { store, clock, emit, announce, storable = (subject) => subject } = deps;
  const closing = new AbortController();
  const waiting = createWaiting();
  const expiry = createExpiryWatch({
    clock,
    emit,
    remind: deps.remind,
    expire: async (approval) => move(approval, "pending", { kind: "expired", at: clock.now() }),
    untilDecided: waiting.untilWoken,
  });

  /** Stored, then told. @returns false when somebody else moved it first */
  async function move({ id, taskId }: Approval, from: "pending" | "approved", to: ApprovalState): Promise<boolean> {
    if (!(await store.move(id, from, to))) return false;
    emit({
      kind: "approval.decided",
      approvalId: id,
      taskId,
      decision: to.kind,
      by: "byName" in to ? to.byName : "nobody",
    });
    try {
      // Told before whoever waits goes on: what they tell of it comes after this, not before.
      const now = await store.get(id);
      if (now !== null) await announce(now);
    } finally {
      waiting.wake(id);
    }
    return true;
  }
  /** What stands about the question now: an answer, or null while nobody decided. */
  async function settle(id: number, question: Question): Promise<Answer | "changed" | null> {
    const approval = await store.get(id);
    const state = approval?.state;
    if (approval === null || state === undefined) return "changed";
    if (state.kind === "pending") return null;
    if (state.kind === "denied") return { kind: "denied", byName: state.byName, words: state.words };
    if (state.kind === "expired")
      return approval.subject.kind === "ask" ? { kind: "expired" } : { kind: "waiting", approvalId: id };
    if (state.kind !== "approved") return "changed";
    const now = approvalHash(storable(await question.subject()));
    // The row's own subject is looked at as well: what was shown, what was stored and what runs are one thing.
    if (now !== approval.hash || approvalHash(approval.subject) !== approval.hash) {
      await move(approval, "approved", { kind: "void", at: clock.now(), why: CHANGED });
      return "changed";
    }
    const used = await move(approval, "approved", { ...state, kind: "used", usedAt: clock.now() });
    return used ? approvedBy(approval.id, state) : "changed";
  }
  async function waitFor(id: number, question: Question, patience: Patience): Promise<Answer | "changed"> {
    const over = new AbortController();
    const stop = AbortSignal.any([patience.signal, closing.signal]);
    const enough = clock.sleep(patience.waitMs, AbortSignal.any([stop, over.signal]));
    try {
      for (;;) {
        const change = waiting.next(id);
        // Registered before it looks: a button pressed in between is not missed.
        const answer = await settle(id, question);
        if (answer !== null) return answer;
        if (stop.aborted) return { kind: "stopped" };
        const first = await Promise.race([change.then(() => "changed"), enough.then(() => "enough")]);
        if (first === "changed") continue;
        return stop.aborted ? { kind: "stopped" } : { kind: "waiting", approvalId: id };
      }
    } finally {
      over.abort();
    }
  }
  async function askOnce(question: Question): Promise<Approval> {
    const { taskId, cause, reason, risk } = question;
    const subject = storable(await question.subject());
    const askedAt = clock.now();
    const { approval, voided } = await store.ask(
      {
        taskId,
        cause,
        subject,
        reason,
        risk,
        hash: approvalHash(subject),
        askedAt,
        remindAt: options.remindMs === null ? null : instant(askedAt + options.remindMs),
        expiresAt: instant(askedAt + options.expiryMs),
      },
      { at: askedAt, why: CHANGED },
    );
    for (const old of voided) {
      waiting.wake(old.id);
      await announce(old);
    }
    if (approval.state.kind === "pending") {
      emit({
        kind: "approval.asked",
        approvalId: approval.id,
        taskId,
        hash: approval.hash,
        action: [approval.subject.tool, ...approval.subject.command].join(" ").slice(0, 500).toWellFormed(),
        reason: approval.reason,
      });
      await announce(approval);
      expiry.watch(approval);
    }
    return approval;
  }

  return {
    async start() {
      for (const approval of await store.list({ limit: LATEST })) await announce(approval);
      for (const approval of await store.pending()) expiry.watch(approval);
    },
    async ask(question, patience) {
      for (;;) {
        const { id } = await askOnce(question);
        const answer = await waitFor(id, question, patience);
        if (answer !== "changed") return answer;
        if (patience.signal.aborted || closing.signal.aborted) return { kind: "stopped" };
      }
    },
    async decide(id, by, decision) {
      const approval = await store.get(id);
      if (approval === null) return "unknown";
      if (approval.state.kind === "expired") return "expired";
      if (approval.state.kind !== "pending") return "already";
      const at: Instant = clock.now();
      if (approval.expiresAt <= at) {
        await move(approval, "pending", { kind: "expired", at });
        return "expired";
      }
      return (await move(approval, "pending", decided(decision, by, at, approval))) ? "decided" : "already";
    },
    like: (taskId, subject) => findLike(store, taskId, subject),
    answered: (taskId, cause, subject) => findAnswer(store, { taskId, cause, subject: storable(subject) }),
    async close(taskId, which = "work") {
      const why = which === "work" ? "the task is over" : "it is settled";
      const state: ApprovalState = { kind: "void", at: clock.now(), why };
      const open = await store.list({ taskId, states: ["pending", "approved"], limit: 1000 });
      for (const approval of open.filter(({ cause }) => cause.startsWith(PULL_CAUSE) === (which === "pull")))
        if (approval.state.kind === "pending" || approval.state.kind === "approved")
          await move(approval, approval.state.kind, state);
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await expiry[Symbol.asyncDispose]();
    },
  };
}
const CHANGED = "what would run changed meanwhile";
function decided(decision: Decision, by: Person, at: Instant, { subject }: Approval): ApprovalState {
  const person = { by: by.userId, byName: by.name, at };
  if (decision.kind === "deny") return { kind: "denied", words: decision.words, ...person };
  // Where nothing could be like it, a yes is for once.
  const words = decision.words === undefined ? {} : { words: decision.words };
  return { kind: "approved", scope: grantOf(subject) === null ? "once" : decision.scope, ...words, ...person };
}

import { type Clock, type Instant, instant } from "../../lib/time.ts";
import type { Emit } from "../events.ts";
import type { ApprovalStore } from "../ports/store.ts";
import { approvalHash } from "./approval-hash.ts";
import type { Approval, ApprovalSubject } from "./approval.ts";

type Answer =
  | { readonly kind: "approved"; readonly byName: string }
  | { readonly kind: "denied"; readonly byName: string }
  | { readonly kind: "expired" }
  /** Waiting was given up: the signal was aborted. The question stays open and is taken up when it is asked again. */
  | { readonly kind: "stopped" };
type Decider = { readonly userId: number; readonly name: string };
export interface Approvals extends AsyncDisposable {
  /** Expires what ran out while nobody looked, and watches the rest. */
  start(): Promise<void>;
  /** Asks a person and waits. "approved" is given once: the approval is used up before this resolves. */
  ask(
    question: { readonly taskId: number; readonly subject: ApprovalSubject; readonly reason: string },
    signal: AbortSignal,
  ): Promise<Answer>;
  /** A person's press. The same button pressed by many, many times, decides once. */
  decide(id: number, by: Decider, approve: boolean): Promise<"decided" | "already" | "expired" | "unknown">;
}
export type ApprovalsDependencies = {
  readonly store: ApprovalStore;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Shows the question to people; also called, with the approval as it then is, once it has been decided or has expired. */
  readonly announce: (approval: Approval) => Promise<void>;
};

export function createApprovals({ expiryMs }: { expiryMs: number }, deps: ApprovalsDependencies): Approvals {
  const { store, clock, emit, announce } = deps;
  const closing = new AbortController();
  const waiters = new Map<number, Set<() => void>>();
  const watches = new Map<number, Promise<void>>();

  async function expire(approval: Approval): Promise<void> {
    const moved = await store.move(approval.id, "pending", { kind: "expired", at: clock.now() });
    if (moved) await tell(approval, "expired", "nobody");
  }
  async function tell(approval: Approval, decision: string, by: string): Promise<void> {
    emit({ kind: "approval.decided", approvalId: approval.id, taskId: approval.taskId, decision, by });
    for (const wake of waiters.get(approval.id) ?? []) wake();
    await announce((await store.get(approval.id)) ?? approval);
  }
  function watch(approval: Approval): void {
    if (watches.has(approval.id)) return;
    watches.set(
      approval.id,
      watchUntilExpiry(approval).finally(() => watches.delete(approval.id)),
    );
  }
  async function watchUntilExpiry(approval: Approval): Promise<void> {
    try {
      await clock.sleep(Math.max(0, approval.expiresAt - clock.now()), closing.signal);
      if (!closing.signal.aborted) await expire(approval);
    } catch (error) {
      emit({ kind: "fault", doing: `expiring approval ${approval.id}`, code: "approvals", detail: String(error) });
    }
  }

  async function settled(id: number): Promise<Answer | null> {
    const approval = await store.get(id);
    const state = approval?.state ?? { kind: "expired", at: clock.now() };
    if (state.kind === "pending") return null;
    if (state.kind === "denied") return { kind: "denied", byName: state.byName };
    if (state.kind !== "approved") return { kind: "expired" };
    const used = await store.move(id, "approved", { ...state, kind: "used", at: clock.now() });
    return used ? { kind: "approved", byName: state.byName } : { kind: "expired" };
  }
  async function waitFor(id: number, signal: AbortSignal): Promise<Answer> {
    const stop = AbortSignal.any([signal, closing.signal]);
    for (;;) {
      const change = nextChange(waiters, id, stop);
      // Registered before it looks: a button pressed in between is not missed.
      const answer = await settled(id);
      if (answer !== null) return answer;
      if (stop.aborted) return { kind: "stopped" };
      await change;
    }
  }

  return {
    async start() {
      for (const approval of await store.pending()) {
        if (approval.expiresAt <= clock.now()) await expire(approval);
        else watch(approval);
      }
    },
    async ask({ taskId, subject, reason }, signal) {
      const askedAt = clock.now();
      const expiresAt: Instant = instant(askedAt + expiryMs);
      const approval = await store.ask({ taskId, subject, reason, hash: approvalHash(subject), askedAt, expiresAt });
      if (approval.state.kind === "pending") {
        emit({ kind: "approval.asked", approvalId: approval.id, taskId, hash: approval.hash });
        await announce(approval);
        watch(approval);
      }
      return waitFor(approval.id, signal);
    },
    async decide(id, by, approve) {
      const approval = await store.get(id);
      if (approval === null) return "unknown";
      if (approval.state.kind === "expired") return "expired";
      if (approval.state.kind !== "pending") return "already";
      const at = clock.now();
      if (approval.expiresAt <= at) {
        await expire(approval);
        return "expired";
      }
      const kind = approve ? "approved" : "denied";
      if (!(await store.move(id, "pending", { kind, by: by.userId, byName: by.name, at }))) return "already";
      await tell(approval, kind, by.name);
      return "decided";
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await Promise.all(watches.values());
    },
  };
}

/** Resolves when `id` is decided or expires, or when `signal` is aborted. */
function nextChange(waiters: Map<number, Set<() => void>>, id: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const waiting = waiters.get(id) ?? new Set();
  waiters.set(id, waiting.add(wake));
  signal.addEventListener("abort", wake, { once: true });
  function wake(): void {
    waiting.delete(wake);
    if (waiting.size === 0) waiters.delete(id);
    signal.removeEventListener("abort", wake);
    resolve();
  }
  if (signal.aborted) wake();
  return promise;
}

import type { Instant } from "../../../lib/time.ts";
import type { Origin } from "../taint.ts";
import type { Risk } from "../intent.ts";

/** A question that only a person may answer, bound to the hash of exactly what will run, good for one use. */
export type Approval = {
  readonly id: number;
  readonly taskId: number;
  /** SHA-256, hex, of the canonical JSON of `subject`. */
  readonly hash: string;
  /**
   * What asks: `call:7` is the task's eighth tool call. While it is open nothing else of the same cause is; the same cause with another
   * subject makes it void.
   */
  readonly cause: string;
  readonly subject: ApprovalSubject;
  /** What the policy found. */
  readonly reason: string;
  readonly risk: Risk;
  readonly askedAt: Instant;
  /** When people are reminded, once; null for never. */
  readonly remindAt: Instant | null;
  readonly expiresAt: Instant;
  readonly state: ApprovalState;
};
/** Exactly what will run: whatever decides the effect stands here, and a change of any of it is another question. */
export type ApprovalSubject = {
  /**
   * `ask`: a question of the work; `content` is the question, `command` what can be chosen. `deed`: something is done on a code host;
   * `command` names the repository and what in it.
   */
  readonly kind: "look" | "edit" | "run" | "fetch" | "call" | "remember" | "outsource" | "spend" | "ask" | "deed";
  readonly tool: string;
  readonly command: readonly string[];
  readonly paths: readonly string[];
  /** Relative to the workspace, "" for its root. */
  readonly directory: string;
  /** The sandbox it runs in: its kind, and the image by name and digest where there is one. */
  readonly image: string;
  /** The only hosts it could reach, sorted; none: no network. */
  readonly hosts: readonly string[];
  /** Everything else that decides the effect: the text to be written, the diff. */
  readonly content: string;
  /** Commit of the workspace when it was asked. */
  readonly commit: string;
  /** The most the task may spend in all; null: no limit. */
  readonly maxCostUsd: number | null;
  /** The strangers whose texts the task had read when it asked; absent: none. */
  readonly read?: readonly Origin[];
  /** What of that reads like orders, and where it was read: the newest of it; absent: none. */
  readonly found?: readonly string[];
};
/** `task`: what is like it may run as well, within the same task; see `like.ts`. */
export type Scope = "once" | "task";
type Decided = { readonly by: number; readonly byName: string; readonly at: Instant };
/** pending → approved → used; pending → denied | expired; pending or approved → void. */
export type ApprovalState =
  | { readonly kind: "pending" }
  /** Decided, and not yet taken up by the work that waits. `words`: what was answered to a question. */
  | ({ readonly kind: "approved"; readonly scope: Scope; readonly words?: string } & Decided)
  /** `words`: what the person said about it, if anything. */
  | ({ readonly kind: "denied"; readonly words: string | null } & Decided)
  | { readonly kind: "expired"; readonly at: Instant }
  /** What would run is another by now; it was asked anew. */
  | { readonly kind: "void"; readonly at: Instant; readonly why: string }
  | ({ readonly kind: "used"; readonly scope: Scope; readonly usedAt: Instant; readonly words?: string } & Decided);
/** What came of asking. */
export type Answer =
  /** Given once: the approval is used up before this is told. */
  | { readonly kind: "approved"; readonly byName: string; readonly approvalId: number; readonly words?: string }
  | { readonly kind: "denied"; readonly byName: string; readonly words: string | null }
  /** Nobody has decided yet, or the time to decide is over. Asking again takes the decision up, or asks anew. */
  | { readonly kind: "waiting"; readonly approvalId: number }
  /** Nobody answered a question of the work while there was time. */
  | { readonly kind: "expired" }
  /** Waiting was given up: the signal was aborted. */
  | { readonly kind: "stopped" };

import type { Instant } from "../../lib/time.ts";

/** A question that only a person may answer, bound to the hash of exactly what will run, good for one use. */
export type Approval = {
  readonly id: number;
  readonly taskId: number;
  /** SHA-256, hex, of the canonical JSON of `subject`. */
  readonly hash: string;
  readonly subject: ApprovalSubject;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly expiresAt: Instant;
  readonly state: ApprovalState;
};
/** Exactly what will run. `content` is everything else that decides the effect: the text to be written, the diff. */
export type ApprovalSubject = {
  readonly tool: string;
  readonly command: readonly string[];
  readonly directory: string;
  readonly network: "none" | "registries";
  readonly content: string;
  /** Commit of the workspace when it was asked. */
  readonly commit: string;
};
export type ApprovalState =
  | { readonly kind: "pending" }
  | { readonly kind: "approved" | "denied"; readonly by: number; readonly byName: string; readonly at: Instant }
  | { readonly kind: "expired"; readonly at: Instant }
  | { readonly kind: "used"; readonly by: number; readonly byName: string; readonly at: Instant };

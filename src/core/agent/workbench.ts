import type { StepKind, StepReport } from "../pipelines/pipeline.ts";
import type { Network } from "../policy/decide.ts";
import type { SandboxDoor, SandboxSession } from "../ports/sandbox.ts";

/** The place a task is worked at: a copy of the repository in a sandbox, whose changes are kept one by one. */
export interface Workbench {
  readonly session: SandboxSession;
  /** Runs `use` in a second sandbox on the same workspace that reaches this, and closes it. */
  online<T>(
    network: Exclude<Network, "none">,
    use: (session: SandboxSession) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T>;
  /** Runs `use` in a second sandbox on the same workspace that has this door and no network besides, and closes it. */
  withDoor<T>(door: SandboxDoor, use: (session: SandboxSession) => Promise<T>): Promise<T>;
  /** All of them, or those of some kinds. */
  runChecks(signal: AbortSignal, kinds?: readonly StepKind[]): Promise<readonly StepReport[]>;
  /** Keeps the workspace as it is now. */
  snapshot(signal: AbortSignal): Promise<Snapshot>;
}
export type Snapshot =
  | { readonly kind: "kept"; readonly commit: string }
  /** It holds what may not become part of a repository; nothing new was kept. */
  | { readonly kind: "refused"; readonly reason: string };

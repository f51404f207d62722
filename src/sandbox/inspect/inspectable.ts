import type { Guarantee, Sandbox, SandboxSession } from "../../core/ports/sandbox.ts";
import type { Guard } from "./guards.ts";
import type { WarmPool } from "../docker/pool.ts";

/** A sandbox that can be looked at from outside. */
export interface InspectableSandbox extends Sandbox {
  /** Null where nothing is held ready. */
  readonly pool: WarmPool | null;
  /** What the engine or the kernel says now of a session of this sandbox that is open. */
  guards(session: SandboxSession, signal: AbortSignal): Promise<readonly Guard[]>;
  /** What would harden this machine further, and whether it has it. */
  host(signal: AbortSignal): Promise<readonly Guarantee[]>;
}

/** What the handlers of methods and of people's acts work with. */
import type { UserFromGetMe } from "@grammyjs/types";
import type { EmulatorClock } from "./clock.ts";
import type { Drafts } from "./drafts.ts";
import type { FaultPlan } from "./faults.ts";
import type { FileBytes } from "./files.ts";
import type { MethodName, Payload, Upload } from "./parameters.ts";
import type { RateLimiter } from "./rate.ts";
import type { Store } from "./store.ts";
import type { UpdateQueue } from "./updates.ts";

export type Context = {
  readonly bot: UserFromGetMe;
  readonly clock: EmulatorClock;
  readonly store: Store;
  readonly bytes: FileBytes;
  readonly updates: UpdateQueue;
  readonly drafts: Drafts;
  readonly rates: RateLimiter;
  readonly faults: FaultPlan;
};
export type Call = {
  readonly files: ReadonlyMap<string, Upload>;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
};
type Handler<M extends MethodName> = (context: Context, payload: Payload<M>, call: Call) => unknown;
export type Handlers<M extends MethodName> = { readonly [K in M]: Handler<K> };

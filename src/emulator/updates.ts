/** The queue between people and the bot, and the one poller that may empty it. */
import type { Update } from "@grammyjs/types";
import type { EmulatorClock } from "./clock.ts";
import { Refusal } from "./failure.ts";
import type { Change } from "./state.ts";
import type { Store } from "./store.ts";

export type UpdateBody = Omit<Update, "update_id">;
type PollOptions = {
  readonly offset?: number;
  readonly limit?: number;
  readonly timeout?: number;
  readonly allowed_updates?: readonly string[];
};
export interface UpdateQueue {
  /** The changes that queue these; empty for kinds the bot did not ask for. Commit them with what caused them. */
  changes(...bodies: UpdateBody[]): Change[];
  poll(options: PollOptions, signal: AbortSignal): Promise<Update[]>;
  /** Not yet confirmed and not too old, oldest first. */
  pending(): readonly Update[];
  /** The next answer holds its updates twice. */
  duplicateNext(): void;
  /** True once after `duplicateNext`. */
  takeDuplicate(): boolean;
  dropPending(): void;
  setAllowed(types: readonly string[] | undefined): void;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** Sent only to those who ask for them by name. */
const ON_REQUEST = new Set(["chat_member", "message_reaction", "message_reaction_count"]);
const TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

export function createUpdateQueue(store: Store, clock: EmulatorClock): UpdateQueue {
  const { state } = store;
  let current: { end: (why: "conflict" | "wake" | "over") => void } | undefined;
  let duplicate = false;

  store.onCommit((changes) => {
    if (changes.some(({ t }) => t === "update")) current?.end("wake");
  });
  const isWanted = (type: string): boolean =>
    state.allowedUpdates === null ? !ON_REQUEST.has(type) : state.allowedUpdates.includes(type);
  const prune = (): void => {
    const expired = state.updates.findLast(({ at }) => at < clock.now() - DAY_MS);
    if (expired !== undefined) store.commit([{ t: "confirm", upTo: expired.update.update_id }]);
  };
  const pending = (): Update[] => {
    prune();
    return state.updates.map(({ update }) => update);
  };
  const takeDuplicate = (): boolean => {
    const taken = duplicate;
    duplicate = false;
    return taken;
  };
  const confirm = (offset: number): void => {
    const kept = offset < 0 ? state.updates.at(offset) : undefined;
    const upTo = offset < 0 ? (kept?.update.update_id ?? 0) - 1 : offset - 1;
    if (state.updates.some(({ update }) => update.update_id <= upTo)) store.commit([{ t: "confirm", upTo }]);
  };
  /** Waits until something may have come; false when the time is over or the client has gone. */
  const wait = (ms: number, signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const poller = { end: (why: "conflict" | "wake" | "over") => finish(why) };
      const stopTimer = clock.after(ms, () => finish("over"));
      const onAbort = (): void => finish("over");
      const finish = (why: "conflict" | "wake" | "over"): void => {
        if (current === poller) current = undefined;
        stopTimer();
        signal.removeEventListener("abort", onAbort);
        if (why === "conflict") reject(new Refusal(409, TERMINATED));
        else resolve(why === "wake");
      };
      current = poller;
      signal.addEventListener("abort", onAbort, { once: true });
    });
  const setAllowed = (types: readonly string[] | undefined): void => {
    if (types === undefined) return;
    const next = types.length === 0 ? null : [...types];
    if (JSON.stringify(next) !== JSON.stringify(state.allowedUpdates)) store.commit([{ t: "allowed", types: next }]);
  };
  return {
    changes(...bodies) {
      let id = state.lastUpdateId;
      return bodies.flatMap((body): Change[] => {
        if (!Object.keys(body).every(isWanted)) return [];
        id += 1;
        return [{ t: "update", at: clock.now(), update: { update_id: id, ...body } }];
      });
    },
    async poll({ offset = 0, limit = 100, timeout = 0, allowed_updates }, signal) {
      if (state.webhook !== null) throw new Refusal(409, WEBHOOK_ACTIVE);
      current?.end("conflict");
      setAllowed(allowed_updates);
      if (offset !== 0) confirm(offset);
      const deadline = clock.now() + Math.min(Math.max(0, timeout), 50) * 1000;
      while (pending().length === 0 && clock.now() < deadline && !signal.aborted) {
        if (!(await wait(deadline - clock.now(), signal))) break;
      }
      const batch = pending().slice(0, limit < 1 || limit > 100 ? 100 : limit);
      return batch.length > 0 && takeDuplicate() ? batch.flatMap((update) => [update, update]) : batch;
    },
    pending,
    duplicateNext() {
      duplicate = true;
    },
    takeDuplicate,
    dropPending() {
      const last = state.updates.at(-1);
      if (last !== undefined) store.commit([{ t: "confirm", upTo: last.update.update_id }]);
    },
    setAllowed,
  };
}

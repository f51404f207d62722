/** The numbered stream of what the page shows, with the newest events kept for those who come back. */
import type { LocalEvent } from "./client-api.ts";

export type UnnumberedEvent = LocalEvent extends infer E ? (E extends { seq: number } ? Omit<E, "seq"> : never) : never;

export interface Feed {
  readonly seq: number;
  emit(event: UnnumberedEvent): void;
  /** True when every event after `after` is still here. */
  reaches(after: number): boolean;
  /**
   * Events after `after`, first the kept, then the new as they come, each once. Listening starts with the call, not with the first
   * `next`. Ends with `signal` or with the feed.
   */
  follow(after: number, signal?: AbortSignal): AsyncIterableIterator<LocalEvent>;
  close(): void;
}

export function createFeed(startSeq: number, ringSize: number): Feed {
  const ring: LocalEvent[] = [];
  const listeners = new Set<() => void>();
  let seq = startSeq;
  let closed = false;
  const wakeAll = (): void => {
    for (const listener of listeners) listener();
  };
  const oldest = (): number => ring[0]?.seq ?? seq + 1;

  async function* iterate(from: number, signal: AbortSignal | undefined): AsyncGenerator<LocalEvent> {
    let at = from;
    for (;;) {
      if (closed || signal?.aborted === true) return;
      const next = ring[at + 1 - oldest()];
      if (next !== undefined && at + 1 >= oldest()) {
        at = next.seq;
        yield next;
        continue;
      }
      if (at + 1 < oldest()) return; // a reader this slow must start again from the state
      await nextWake(listeners, signal);
    }
  }
  return {
    get seq() {
      return seq;
    },
    emit(event) {
      seq += 1;
      ring.push({ ...event, seq });
      if (ring.length > ringSize) ring.shift();
      wakeAll();
    },
    reaches: (after) => after <= seq && after + 1 >= oldest(),
    follow: (after, signal) => iterate(after, signal),
    close() {
      closed = true;
      wakeAll();
    },
  };
}

function nextWake(listeners: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      listeners.delete(wake);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    listeners.add(wake);
    signal?.addEventListener("abort", wake, { once: true });
  });
}

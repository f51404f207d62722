/** Work in order per key, keys side by side. */
export interface Mailboxes {
  /** Runs `work` after all earlier work of `key` has ended. `work` must not reject. */
  push(key: number, work: () => Promise<void>): void;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
}
export function createMailboxes(): Mailboxes {
  const tails = new Map<number, Promise<void>>();
  return {
    push(key, work) {
      const tail = (tails.get(key) ?? Promise.resolve()).then(work);
      tails.set(key, tail);
      void tail.finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    },
    async idle() {
      while (tails.size > 0) await Promise.allSettled(tails.values());
    },
  };
}

/** Who waits for which approval, in this process. */
export interface Waiting {
  /** Resolves when `id` is woken next. */
  next(id: number): Promise<void>;
  /** Aborted when `id` is woken next. */
  untilWoken(id: number): AbortSignal;
  wake(id: number): void;
}
export function createWaiting(): Waiting {
  const waiters = new Map<
    number,
    { readonly promise: Promise<void>; readonly woken: AbortController; resolve(): void }
  >();
  function entry(id: number) {
    const known = waiters.get(id);
    if (known !== undefined) return known;
    const fresh = { ...Promise.withResolvers<void>(), woken: new AbortController() };
    waiters.set(id, fresh);
    return fresh;
  }
  return {
    next: (id) => entry(id).promise,
    untilWoken: (id) => entry(id).woken.signal,
    wake(id) {
      const known = waiters.get(id);
      waiters.delete(id);
      known?.woken.abort();
      known?.resolve();
    },
  };
}

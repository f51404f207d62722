/** Work that is done one after the other, in the order it was given. */
export type Turns = {
  /** Waits for all that was given before; what that throws is its own giver's alone. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing waits and nothing is being done. */
  idle(): Promise<void>;
};
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    inTurn(work) {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    async idle() {
      for (let under: unknown = null; under !== last;) {
        under = last;
        await last;
      }
    },
  };
}

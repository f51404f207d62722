import { expect, test } from "vitest";
import { repeat } from "./repeat.ts";

function handClock() {
  const waiting: (() => void)[] = [];
  return {
    tick: () => waiting.splice(0).forEach((wake) => wake()),
    sleep: (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener("abort", () => resolve(), { once: true });
        if (signal?.aborted === true) resolve();
      }),
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test("a round that fails is told, and the next comes", async () => {
  const clock = handClock();
  const failures: unknown[] = [];
  let rounds = 0;
  await using _ = repeat(
    () => {
      rounds += 1;
      return rounds === 1 ? Promise.reject(new Error("first")) : Promise.resolve();
    },
    { everyMs: 1000, clock, failed: (error) => failures.push(error) },
  );
  await turn();
  expect(failures).toEqual([new Error("first")]);
  clock.tick();
  await turn();
  expect(rounds).toBe(2);
});
test("closing ends the round under way, waits for it, and begins no other", async () => {
  let ended = false;
  let rounds = 0;
  const running = repeat(
    (signal) => {
      rounds += 1;
      return new Promise<void>((resolve) => {
        signal.addEventListener("abort", () => setImmediate(() => resolve(void (ended = true))));
      });
    },
    { everyMs: 1000, clock: handClock(), failed: (error) => expect.fail(String(error)) },
  );
  await running[Symbol.asyncDispose]();
  expect({ ended, rounds }).toEqual({ ended: true, rounds: 1 });
});

import { expect, test } from "vitest";
import { createHandClock } from "../../../test/support/hand-clock.ts";
import { instant } from "../../lib/time.ts";
import { openStore } from "../../store/store.ts";
import { startHooks } from "./alerts.ts";

test("what a webhook does not take is posted again later, longer each time, over a restart, and given up after a day", async () => {
  await using store = await openStore({ path: ":memory:" });
  const clock = createHandClock(1_000_000);
  await store.alerts.addHook("alert:1:2", "body", instant(1_000_000));
  await store.alerts.addHook("alert:1:2", "body", instant(1_000_000));
  const posted: number[] = [];
  const faults: string[] = [];
  const start = () =>
    startHooks({
      store: store.alerts,
      clock,
      emit: (event) => void faults.push(event.kind === "fault" ? event.detail : event.kind),
      async post() {
        posted.push(clock.now());
        return false;
      },
    });
  for (let day = 0; day < 2; day += 1) {
    const hooks = start();
    for (let minute = 0; minute < 18 * 60; minute += 1) {
      await clock.untilSleeping(2000);
      clock.advance(60_000);
    }
    await hooks[Symbol.asyncDispose]();
  }
  const minutes = posted.slice(1).map((at, index) => Math.round((at - (posted[index] ?? 0)) / 60_000));
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
  expect(faults).toEqual(["alert:1:2 was given up"]);
});

import { expect, test } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../src/lib/time.ts";
import { createHandClock } from "../support/hand-clock.ts";
import { startScripted } from "../support/scripted-app.ts";

test("a night in which nobody says anything costs no call of a model, though its timers run", async () => {
  const clock = createHandClock(Date.now());
  await using run = await startScripted([], { clock });
  await run.app.says("/plan");
  await run.app.until(/What should be so when it is done/);
  for (let passed = 0; passed < 12 * HOUR_MS; passed += MINUTE_MS) {
    clock.advance(MINUTE_MS);
    await new Promise((resolve) => setImmediate(resolve));
  }
  // The interview has expired by itself: time did pass for the program.
  await run.app.until(/has expired/);
  expect(run.model.requests).toEqual([]);
});

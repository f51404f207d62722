import { expect, test } from "vitest";
import { openStore } from "../../src/store/store.ts";
import { runDelivery } from "../support/delivery-world.ts";

test("whatever is lost, late, doubled or refused, and whenever the process dies, each text is seen exactly once", async () => {
  const totals = { faults: 0, kills: 0, ambiguous: 0 };
  for (let seed = 1; seed <= 1500; seed += 1) {
    const { problems, faults, kills, ambiguous } = await runDelivery(seed);
    expect(problems, `seed ${seed}`).toEqual([]);
    totals.faults += faults;
    totals.kills += kills;
    totals.ambiguous += ambiguous;
  }
  // The world must not have been kind.
  expect(totals.faults).toBeGreaterThan(3000);
  expect(totals.kills).toBeGreaterThan(800);
  expect(totals.ambiguous).toBeGreaterThan(300);
});
test("the same on SQLite", async () => {
  for (let seed = 9000; seed < 9040; seed += 1) {
    await using store = await openStore({ path: ":memory:" });
    expect((await runDelivery(seed, store.outbox)).problems, `seed ${seed}`).toEqual([]);
  }
});

import { expect, test } from "vitest";
import { createHandClock } from "../../../../test/support/hand-clock.ts";
import { instant } from "../../../lib/time.ts";
import { openStore } from "../../../store/store.ts";
import type { ActivityRow } from "../../ports/activity.ts";
import { createAlerts, startHooks } from "./alerts.ts";

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
test("what rules look back for is read once, and each counts what is within its own window", async () => {
  await using store = await openStore({ path: ":memory:" });
  const clock = createHandClock(10_000_000);
  const rule = {
    chatId: 7,
    field: "kind",
    match: { kind: "contains", text: "app.stopped" },
    severity: "info",
    coolDownMs: 0,
    everywhere: false,
    enabled: true,
  } as const;
  await store.alerts.add({ ...rule, name: "short", count: 2, windowMs: 60_000 });
  await store.alerts.add({ ...rule, name: "long", count: 3, windowMs: 600_000 });
  const at = (agoMs: number) => instant(clock.now() - agoMs);
  const stopped = { kind: "app.stopped" } as const;
  await store.activity.append([500_000, 300_000].map((agoMs) => ({ event: stopped, at: at(agoMs) })));
  await store.alerts.setCursor(2);
  let reads = 0;
  let look: (row: ActivityRow) => void = () => undefined;
  const told: string[] = [];
  const alerts = createAlerts({
    activity: {
      ...store.activity,
      read(options) {
        reads += 1;
        return store.activity.read(options);
      },
      subscribe(listener) {
        look = listener;
        return { [Symbol.dispose]: () => undefined };
      },
    },
    store: store.alerts,
    messenger: { put: async ({ anchor }: { readonly anchor: string }) => void told.push(anchor) } as never,
    clock,
    emit: () => undefined,
    hooks: false,
  });
  await alerts.start();
  expect(reads).toBe(1);
  await store.activity.append([{ event: stopped, at: at(0) }]);
  for (const row of await store.activity.read({ limit: 1 })) look(row);
  await alerts.idle();
  await alerts[Symbol.asyncDispose]();
  expect(told).toEqual(["🔔 long"]);
});

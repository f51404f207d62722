import { expect, test } from "vitest";
import { createHandClock } from "../../../../test/support/hand-clock.ts";
import { plainText } from "../../../lib/blocks-text.ts";
import { SECOND_MS } from "../../../lib/time.ts";
import { createActivityLog } from "../../../observe/activity-log.ts";
import { openStore } from "../../../store/store.ts";
import type { Event } from "../../events.ts";
import type { Outgoing } from "../../ports/messenger.ts";
import { createWatches } from "./watches.ts";

const CHAT = { chatId: 7, threadId: null };
async function world() {
  const store = await openStore({ path: ":memory:" });
  const activity = createActivityLog(store.activity);
  const clock = createHandClock(1_000_000_000);
  const shown: string[] = [];
  const keys = new Set<string>();
  const messenger = {
    put: async ({ key, blocks }: Outgoing) => {
      keys.add(key);
      shown.push(plainText(blocks));
    },
    toast: async () => undefined,
    react: () => undefined,
    typing: () => undefined,
    draft: () => undefined,
  };
  const open = () => createWatches({ activity, store: store.watches, messenger, clock, emit: () => undefined });
  /** All in the same millisecond. */
  const happen = async (from: number, to: number) => {
    const events = Array.from({ length: to - from }, (_, index): Event => {
      return { kind: "message.refused", key: `k${from + index}`, chatId: 7, reason: `needle ${from + index}.` };
    });
    await store.activity.append(events.map((event) => ({ event, at: clock.now() })));
    activity.kept();
    await activity.idle();
  };
  return { store, clock, shown, keys, open, happen };
}
const needles = (text: string | undefined) => [...(text ?? "").matchAll(/needle (\d+)\./g)].map(([, at]) => Number(at));
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

test("of a thousand things in one moment each is counted once, over a restart, and the newest stand in their order", async () => {
  const { store, clock, shown, keys, open, happen } = await world();
  await using _ = store;
  const watches = open();
  await watches.begin({ rowId: 1, chat: CHAT, spanMs: 600 * SECOND_MS, words: "needle" });
  await clock.untilSleeping(2 * SECOND_MS);
  await happen(0, 500);
  clock.advance(2 * SECOND_MS);
  await clock.untilSleeping(2 * SECOND_MS);
  expect(needles(shown.at(-1))).toEqual(upTo(485, 500));
  expect(shown.at(-1)).toContain("485 earlier ones");
  await watches[Symbol.asyncDispose]();
  // What came while nobody ran is shown as well.
  await happen(500, 700);
  const again = open();
  await again.start();
  await clock.untilSleeping(2 * SECOND_MS);
  await happen(700, 1000);
  await again.stop(7);
  expect(shown.at(-1)).toContain("1000 in all");
  expect(needles(shown.at(-1))).toEqual(upTo(985, 1000));
  expect([...keys]).toEqual(["watch:1"]);
  await again[Symbol.asyncDispose]();
});

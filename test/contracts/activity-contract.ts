import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/core/events.ts";
import type { Store } from "../../src/core/ports/store.ts";
import { instant } from "../../src/lib/time.ts";
import { AT, LATER, task } from "./store-samples.ts";

/** What every store promises of what happened. */
export function describeActivity(
  name: string,
  open: () => Promise<Pick<Store, "tasks" | "activity"> & AsyncDisposable>,
): void {
  describe(`activity of ${name}`, () => {
    test("activity is read from a place on, or its newest, in order, by task, chat and kind", async () => {
      await using store = await open();
      const { id: taskId } = await store.tasks.add(task("a"));
      const events: Event[] = [
        { kind: "task.started", taskId },
        { kind: "app.stopped" },
        { kind: "task.phase", taskId, phase: "working" },
        { kind: "stranger.refused", userId: 3, chatId: 8 },
      ];
      await store.activity.append(events.slice(0, 3).map((event) => ({ event, at: AT })));
      await store.activity.append([{ event: { kind: "stranger.refused", userId: 3, chatId: 8 }, at: LATER }]);
      const all = await store.activity.read({ limit: 9 });
      expect(all.map((row) => row.event)).toEqual(events);
      expect(all.map((row) => row.id)).toEqual([1, 2, 3, 4]);
      expect(all[0]?.about).toMatchObject({ taskId, chatId: task("a").chat?.chatId, spark: task("a").spark });
      expect(await store.activity.read({ limit: 2 })).toEqual(all.slice(-2));
      expect(await store.activity.read({ limit: 2, after: 1 })).toEqual(all.slice(1, 3));
      expect(await store.activity.read({ limit: 2, before: 4 })).toEqual(all.slice(1, 3));
      expect(await store.activity.read({ limit: 9, taskId })).toEqual([all[0], all[2]]);
      expect(await store.activity.read({ limit: 9, chatId: 8 })).toEqual([all[3]]);
      expect(await store.activity.read({ limit: 9, chatId: 8, orNoChat: true })).toEqual([all[1], all[3]]);
      expect(await store.activity.read({ limit: 9, kinds: ["app.stopped"] })).toEqual([all[1]]);
      expect(await store.activity.read({ limit: 9, since: LATER })).toEqual([all[3]]);
    });
    test("activity is found by its words, newest first, page by page, whatever is typed", async () => {
      await using store = await open();
      const fault = (detail: string): Event => ({ kind: "fault", doing: "saying", code: "x", detail });
      const said = ["the cart is Größe 12", "the wagon", "a cart again", "carton"].map(fault);
      await store.activity.append(said.map((event) => ({ event, at: AT })));
      const ids = async (text: string) => (await store.activity.search(text, { limit: 9 })).rows.map((row) => row.id);
      expect(await ids("cart")).toEqual([3, 1]);
      expect(await ids("CART*")).toEqual([4, 3, 1]);
      expect(await ids("grosse")).toEqual([]);
      expect(await ids("größe cart")).toEqual([1]);
      expect(await ids('"cart again"')).toEqual([3]);
      expect(await store.activity.search("cart*", { limit: 1, before: 4 })).toMatchObject({
        total: 3,
        rows: [{ id: 3 }],
      });
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string({ unit: "binary" }), fc.string()), async (text) => {
          const { rows, total } = await store.activity.search(text, { limit: 9 });
          expect(rows.length).toBe(total);
        }),
      );
      expect(await ids('NEAR(cart, "again") OR cart NOT x AND ^cart col:cart')).toEqual([]);
    });
    test("what somebody said with a command is left out of rows and of their count where that is asked for", async () => {
      await using store = await open();
      const said = (text: string): Event => ({
        kind: "update.received",
        ...{ source: "a", sourceId: text, chatId: 8, userId: 3, name: "Ada", what: "text", text },
      });
      const fault: Event = { kind: "fault", doing: "/search", code: "x", detail: "cart" };
      const events = [said("a cart"), said("/search cart"), fault, said("/search@sparks_bot cart")];
      await store.activity.append(events.map((event) => ({ event, at: AT })));
      const found = await store.activity.search("cart", { limit: 9, notSaying: "/search" });
      expect(found).toMatchObject({ total: 2, rows: [{ id: 3 }, { id: 1 }] });
      expect(await store.activity.read({ limit: 9, notSaying: "/search" })).toMatchObject([{ id: 1 }, { id: 3 }]);
      expect((await store.activity.search("cart", { limit: 9 })).total).toBe(4);
    });
    test("activity that is pruned leaves the rest whole", async () => {
      await using store = await open();
      const at = (index: number) => instant(AT + index);
      const entries = Array.from({ length: 50 }, (_, index) => ({
        event: { kind: "task.started", taskId: index } as const,
        at: at(index),
      }));
      await store.activity.append(entries);
      expect(await store.activity.prune({ before: at(10), maxBytes: 1e9 })).toBe(10);
      expect(await store.activity.verify()).toMatchObject({ kind: "whole", rows: 40, from: 11 });
      expect((await store.activity.search("task", { limit: 99 })).total).toBe(40);
      await store.activity.prune({ before: AT, maxBytes: 400 });
      const left = await store.activity.read({ limit: 99 });
      expect(left.length).toBeLessThan(10);
      expect(left.length).toBeGreaterThan(2);
      await store.activity.append(entries.slice(0, 1));
      expect(await store.activity.verify()).toMatchObject({ kind: "whole", rows: left.length + 1 });
    });
  });
}

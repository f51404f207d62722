import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

test("one begins when the one before is over, also when that threw, and each is told its own end", async () => {
  const { inTurn, idle } = createTurns();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const order: string[] = [];
  const first = inTurn(async () => {
    order.push("first begins");
    await held;
    order.push("first ends");
    throw new Error("first failed");
  });
  const second = inTurn(async () => order.push("second"));
  const idled = idle().then(() => order.push("idle"));
  const third = second.then(() => inTurn(async () => order.push("third, given by the second")));
  letGo();
  await expect(first).rejects.toThrow("first failed");
  expect(await second).toBe(3);
  await third;
  await idled;
  expect(order).toEqual(["first begins", "first ends", "second", "third, given by the second", "idle"]);
});

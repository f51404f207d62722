import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Cart } from "../src/cart.js";

const lamp = { id: "lamp", cents: 2500 };
const desk = { id: "desk", cents: 7500 };

describe("the cart", () => {
  test("adds up what is in it", () => {
    const cart = new Cart().add(lamp, 2).add(desk);
    assert.equal(cart.count, 3);
    assert.equal(cart.subtotal, 12_500);
  });

  test("refuses half a lamp", () => {
    assert.throws(() => new Cart().add(lamp, 0.5), RangeError);
  });

  test("takes ten percent off with WELCOME10", () => {
    assert.equal(new Cart().add(lamp).useCode("welcome10").total, 2250);
  });

  test("gives BULK20 from one hundred euros on", () => {
    const cart = new Cart().add(lamp).add(desk).useCode("BULK20");
    assert.equal(cart.subtotal, 10_000);
    assert.equal(cart.total, 8000);
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatPrice, percentOf } from "../src/price.js";

test("a price is shown with two digits after the point", () => {
  assert.equal(formatPrice(1234), "€12.34");
  assert.equal(formatPrice(5), "€0.05");
});

test("a negative price keeps its sign in front", () => {
  assert.equal(formatPrice(-250), "-€2.50");
});

test("a share is rounded to whole cents", () => {
  assert.equal(percentOf(999, 10), 100);
});

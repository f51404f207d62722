import * as fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, listedPrices, type Priced, worstCostOf } from "./prices.ts";

function priced(model: string, more: Partial<Priced> = {}): Priced {
  return { provider: "openai", model, local: false, ...more };
}
const million = { inputTokens: 1_000_000, cachedTokens: 0, outputTokens: 1_000_000 };

test("input, cached input and output each have their price", () => {
  const tokens = { inputTokens: 1000, cachedTokens: 400, outputTokens: 100 };
  expect(costOf(tokens, priced("gpt-4.1"))).toBeCloseTo((600 * 2 + 400 * 0.5 + 100 * 8) / 1e6, 12);
});

test("vendor, date and dots in a name do not hide its price", () => {
  const names = ["claude-sonnet-4-5", "claude-sonnet-4.5", "anthropic/claude-sonnet-4.5", "claude-sonnet-4-5-20250929"];
  expect(names.map((name) => costOf(million, priced(name)))).toEqual([18, 18, 18, 18]);
  expect(costOf(million, priced("gpt-4o-2024-08-06"))).toBe(12.5);
});

test("a model that is not in the table has an unknown price, not one that looks alike", () => {
  for (const name of ["gpt-5-mini-special", "gpt", "", "constructor", "some/model:free"]) {
    expect(costOf(million, priced(name))).toBeNull();
  }
});

test("a request beyond the threshold pays the long price for all of it", () => {
  const at = (inputTokens: number) => costOf({ inputTokens, cachedTokens: 0, outputTokens: 0 }, priced("gpt-5.4"));
  expect(at(272_000)).toBeCloseTo(0.272 * 2.5, 9);
  expect(at(272_001)).toBeCloseTo(0.272001 * 5, 9);
});

test("what runs here, or is recorded, costs nothing", () => {
  expect(costOf(million, priced("qwen3", { local: true }))).toBe(0);
  expect(costOf(million, priced("gpt-5", { provider: "recorded" }))).toBe(0);
});

test("a server on this machine that names a model of the list may be a proxy, and is not taken for free", () => {
  const proxied = priced("openai/gpt-5.2-2025-12-11", { provider: "compatible", local: true });
  expect(costOf(million, proxied)).toBe(1.75 + 14);
  expect(worstCostOf(100_000, 8192, proxied)).toBeCloseTo(0.1 * 1.75 + 0.008192 * 14, 9);
  const prices = { input: 0, cached: 0, output: 0 };
  expect(costOf(million, { ...proxied, prices })).toBe(0);
});

test("prices in the options take the place of the table", () => {
  const prices = { input: 1, cached: 0.5, output: 2 };
  expect(costOf(million, priced("gpt-5", { prices }))).toBe(3);
  expect(costOf(million, priced("unheard-of", { prices }))).toBe(3);
});

test("the worst case of a request is never less than what any count of its tokens costs", () => {
  const models = fc.constantFrom("gpt-5.4", "claude-haiku-5.5", "gpt-4.1", "claude-fable-5-1");
  fc.assert(
    fc.property(
      models,
      fc.nat(2_000_000),
      fc.nat(100_000),
      fc.float({ min: 0, max: 1, noNaN: true }),
      (name, bytes, most, share) => {
        const inputTokens = Math.floor(bytes * share);
        const tokens = {
          inputTokens,
          cachedTokens: Math.floor(inputTokens * share),
          outputTokens: Math.floor(most * share),
        };
        expect(costOf(tokens, priced(name)) ?? 0).toBeLessThanOrEqual(
          (worstCostOf(bytes, most, priced(name)) ?? 0) + 1e-9,
        );
      },
    ),
  );
  expect(worstCostOf(10, 10, priced("unheard-of"))).toBeNull();
});

test.each([
  ["prices for a token", { prompt: "0.000001", completion: "0.000004" }, { input: 1, cached: 1, output: 4 }],
  [
    "a cache",
    { prompt: "1e-6", completion: "4e-6", input_cache_read: "1e-7", input_cache_write: "2e-6" },
    { input: 2, cached: 0.1, output: 4 },
  ],
  ["nothing to pay", { prompt: "0", completion: "0" }, { input: 0, cached: 0, output: 0 }],
  ["a price that depends", { prompt: "-1", completion: "-1" }, null],
  ["no number", { prompt: "", completion: null }, null],
  ["nothing", undefined, null],
])("of a list of models: %s", (_name, pricing, expected) => {
  const prices = listedPrices({ id: "some/model", pricing });
  if (expected === null || prices === null) return expect(prices).toBe(expected);
  expect([prices.input, prices.cached, prices.output].map((usd) => Math.round(usd * 1e6) / 1e6)).toEqual([
    expected.input,
    expected.cached,
    expected.output,
  ]);
});

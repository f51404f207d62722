import { expect, test } from "vitest";
import { costOf, type Priced } from "./prices.ts";

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

test("prices in the options take the place of the table", () => {
  const prices = { input: 1, cached: 0.5, output: 2 };
  expect(costOf(million, priced("gpt-5", { prices }))).toBe(3);
  expect(costOf(million, priced("unheard-of", { prices }))).toBe(3);
});

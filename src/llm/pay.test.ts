import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  faultOf,
  neverAborted as signal,
  providerAt,
  startModel,
  workRequest,
} from "../../test/support/model-client.ts";
import { cuts, fails, openScriptedModel, says, type Scripted } from "../../test/support/scripted-model.ts";
import type { Purse } from "../core/ports/model.ts";

const PRICES = { input: 100, cached: 10, output: 1000 };
/** What the server would charge: every request whose answer began, by what it counted. */
const CHARGE_USD = (100 * PRICES.input + 20 * PRICES.output) / 1_000_000;

function purseOf(capUsd: number) {
  const entries: { reserved: number; spent: number | null }[] = [];
  const spent = () => entries.reduce((sum, entry) => sum + (entry.spent ?? entry.reserved), 0);
  const purse: Purse = {
    async reserve(worstUsd) {
      if (worstUsd === null || spent() + worstUsd > capUsd)
        return { kind: "empty", purse: "task", name: "", spentUsd: spent(), capUsd, fillsAt: null };
      const entry = { reserved: worstUsd, spent: null as number | null };
      entries.push(entry);
      return { kind: "set-aside", settle: async (usd) => void (entry.spent = usd) };
    },
  };
  return { purse, entries, spent };
}
const provider = (baseUrl: string) => providerAt(baseUrl, { prices: PRICES });

/** Tries again at once. */
const AT_ONCE = { retries: { baseMs: 0 } };

test("each request is paid for by itself: what was turned away costs nothing, what broke off costs the most it could", async () => {
  await using server = await openScriptedModel([fails(500), says("One."), cuts(3), says("Two.")]);
  const { model } = startModel([provider(server.baseUrl)], AT_ONCE);
  const { purse, entries } = purseOf(100);
  expect((await model.complete(workRequest, { signal, purse })).text).toBe("One.");
  expect((await model.complete(workRequest, { signal, purse })).text).toBe("Two.");
  const worst = entries[0]?.reserved ?? 0;
  expect(worst).toBeGreaterThan((workRequest.maxOutputTokens * PRICES.output) / 1_000_000);
  expect(entries.map(({ spent }) => spent)).toEqual([0, CHARGE_USD, worst, CHARGE_USD]);
});

test("what could cost more than is left is not asked, of no provider", async () => {
  await using server = await openScriptedModel([]);
  const { model, events } = startModel([provider(server.baseUrl), provider(server.baseUrl)]);
  const fault = await faultOf(model.complete(workRequest, { signal, purse: purseOf(0.5).purse }));
  expect(fault.code).toBe("model.over-budget");
  expect(events).toEqual([]);
});

test("however requests fail, are tried again and fall back, no more is charged than the purse holds", async () => {
  const answer = fc.constantFrom("says", "cuts", "fails" as const);
  const scripted = { says: says("x"), cuts: cuts(3), fails: fails(500) } satisfies Record<string, Scripted>;
  const answers = fc.array(answer, { minLength: 24, maxLength: 24 });
  const cap = fc.double({ min: 0, max: 5, noNaN: true });
  await fc.assert(
    fc.asyncProperty(answers, cap, async (kinds, capUsd) => {
      const server = await openScriptedModel(kinds.map((kind) => scripted[kind]));
      const { model } = startModel([provider(server.baseUrl), provider(server.baseUrl)], AT_ONCE);
      const { purse, spent } = purseOf(capUsd);
      for (let call = 0; call < 3; call += 1)
        await model.complete(workRequest, { signal, purse }).catch(() => undefined);
      const begun = kinds.slice(0, server.requests.length).filter((kind) => kind !== "fails").length;
      expect(begun * CHARGE_USD).toBeLessThanOrEqual(capUsd + 1e-9);
      expect(spent()).toBeLessThanOrEqual(capUsd + 1e-9);
      await closed(server);
    }),
    { numRuns: 15 },
  );
});
/** What is left of the script is no mistake here. */
async function closed(server: AsyncDisposable): Promise<void> {
  try {
    await server[Symbol.asyncDispose]();
  } catch (error) {
    expect(String(error)).toContain("scripted replies were asked for");
  }
}

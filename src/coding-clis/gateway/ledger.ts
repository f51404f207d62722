import type { EmptyPurse } from "../../core/ports/model.ts";
import type { Counted } from "./wire.ts";

/** What one run spent, in USD and in tokens that were told, and the purse that was empty when it wanted more, and what for; null: none was. */
export type Spent = {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  readonly empty: (EmptyPurse & { readonly worstUsd: number }) | null;
};
export type Ledger = {
  asked(costUsd: number, counted: Counted): void;
  refused(empty: EmptyPurse, worstUsd: number): void;
  spent(): Spent;
};
export function createLedger(): Ledger {
  let so: Spent = { requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0, empty: null };
  return {
    asked(costUsd, { fresh, cached, written, writtenLong, output }) {
      so = {
        ...so,
        requests: so.requests + 1,
        inputTokens: so.inputTokens + fresh + cached + written + writtenLong,
        outputTokens: so.outputTokens + output,
        costUsd: so.costUsd + costUsd,
      };
    },
    refused(empty, worstUsd) {
      so = { ...so, empty: { ...empty, worstUsd } };
    },
    spent: () => so,
  };
}

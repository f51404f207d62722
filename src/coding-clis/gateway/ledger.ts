import type { EmptyPurse } from "../../core/ports/model.ts";

/** What one run spent, in USD, and the purse that was empty when it wanted more; null: none was. */
export type Spent = { readonly requests: number; readonly costUsd: number; readonly empty: EmptyPurse | null };
export type Ledger = {
  asked(costUsd: number): void;
  refused(empty: EmptyPurse): void;
  spent(): Spent;
};
export function createLedger(): Ledger {
  let so: Spent = { requests: 0, costUsd: 0, empty: null };
  return {
    asked(costUsd) {
      so = { ...so, requests: so.requests + 1, costUsd: so.costUsd + costUsd };
    },
    refused(empty) {
      so = { ...so, empty };
    },
    spent: () => so,
  };
}

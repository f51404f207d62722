import { scan } from "../../src/core/policy/scan/scan.ts";
import type { Model } from "../../src/core/policy/scan/wording/model.ts";
import type { Prepared, Row } from "./examples.ts";

const ORDINARY = "ordinary";
/** What the scanner makes of each list with weights that have not seen it. Each line: percent flagged of each tier. */
export function measure(
  rows: readonly Row[],
  prepared: readonly Prepared[],
  train: (of: readonly Prepared[]) => Model,
) {
  const lists = [...new Set(rows.map(({ list }) => list))];
  for (const list of lists) {
    const model = train(prepared.filter(({ row }) => row.list !== list));
    const tiers = Map.groupBy(
      rows.filter((row) => row.list === list),
      ({ label, tier }) => (label === "benign" && tier !== ORDINARY ? "look-alikes" : tier),
    );
    const told = [...tiers].map(([tier, some]) => {
      const flagged = some.filter((row) => scan(row, undefined, model).verdict !== "pass").length;
      return `${tier} ${((100 * flagged) / some.length).toFixed(1)} % of ${some.length}`;
    });
    console.log(`${list}: ${told.join(", ")}`);
  }
}

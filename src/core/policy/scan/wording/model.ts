import passages from "./passages.json" with { type: "json" };
import together from "./together.json" with { type: "json" };
import { readWeights, type Weights } from "./weights.ts";
import windows from "./windows.json" with { type: "json" };

/**
 * How much each reading adds to the logit of an order: that of a window and of the passage it stands in, the logarithm of how long the
 * whole is, and each unit of weight that rules found. Fitted on lists that the weights had not seen.
 */
export type Together = {
  readonly window: number;
  readonly passage: number;
  readonly length: number;
  readonly rules: number;
  readonly bias: number;
};
/** Both ways of reading: a sentence or two by themselves, and the passage that they stand in. */
export type Model = { readonly windows: Weights; readonly passages: Weights; readonly together: Together };

let own: Model | undefined;
/** The trained one. Read at the first scan: most processes that load this never scan. */
export function ownModel(): Model {
  own ??= { windows: readWeights(windows), passages: readWeights(passages), together };
  return own;
}

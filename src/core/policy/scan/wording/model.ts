import passages from "./passages.json" with { type: "json" };
import { readWeights, type Weights } from "./weights.ts";
import windows from "./windows.json" with { type: "json" };

/** Both ways of reading: a sentence or two by themselves, and the passage that they stand in. */
export type Model = { readonly windows: Weights; readonly passages: Weights };

let own: Model | undefined;
/** The trained one. Read at the first scan: most processes that load this never scan. */
export function ownModel(): Model {
  own ??= { windows: readWeights(windows), passages: readWeights(passages) };
  return own;
}

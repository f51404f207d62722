import { type LetterWeights, readLetterWeights } from "./letters.ts";
import letters from "./letters.json" with { type: "json" };
import { type MeaningWeights, readMeaningWeights } from "./meanings.ts";
import meanings from "./meanings.json" with { type: "json" };

/** Both ways of reading a sentence: by its letters and words, and by what it is about in whatever language. */
export type Model = { readonly letters: LetterWeights; readonly meanings: MeaningWeights };

let own: Model | undefined;
/** The trained one. Read at the first scan: most processes that load this never scan. */
export function ownModel(): Model {
  own ??= { letters: readLetterWeights(letters), meanings: readMeaningWeights(meanings) };
  return own;
}

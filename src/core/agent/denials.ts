import type { AnsweredCall } from "./journal.ts";

/** How a denied call is answered; read back from the journal, so the two stand together. */
const WORDS = {
  policy: "not allowed: ",
  person: "denied by a person: ",
  nobody: "not allowed, as nobody could be asked: ",
} as const;
export type Denier = keyof typeof WORDS;
const ADVICE = "Find a way without it, or finish and say what is missing.";

const NO_WAY_AROUND =
  "Do not try to reach the same in another way. Find a way to the goal that does without it, or finish and say what is missing.";

/** @param words what the person who denied it said about it; they are the person's own, and count as such */
export function denialText(by: Denier, why: string, words?: string): string {
  if (by !== "person") return `${WORDS[by]}${why}. ${ADVICE}`;
  const said = words === undefined ? "" : `\nWhat they said about it: ${words.trim()}`;
  return `${WORDS.person}${why}. ${NO_WAY_AROUND}${said}`;
}
/** The denials among the answers, oldest first. */
function denialsIn(answered: readonly AnsweredCall[]): readonly { readonly by: Denier; readonly action: string }[] {
  return answered.flatMap(({ text }) => {
    const match =
      /^Failed: (not allowed: |denied by a person: |not allowed, as nobody could be asked: )([^]*?)\. (?:Find a way|Do not try to reach)/.exec(
        text,
      );
    const [, words = "", action = ""] = match ?? [];
    const by = (["policy", "person", "nobody"] as const).find((denier) => WORDS[denier] === words);
    return by === undefined ? [] : [{ by, action }];
  });
}
/** A person said no twice, or nobody was there three times: trying on is of no use. */
const LIMITS = { person: 2, nobody: 3 } as const;
export function endingDenial(
  answered: readonly AnsweredCall[],
): { readonly by: "person" | "nobody"; readonly action: string } | null {
  const denials = denialsIn(answered);
  const last = denials.at(-1);
  if (last === undefined || last.by === "policy") return null;
  const { by, action } = last;
  return denials.filter((denial) => denial.by === by).length >= LIMITS[by] ? { by, action } : null;
}

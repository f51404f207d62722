/**
 * What a person typed, as a query of FTS5 in which nothing is an operator: every word must occur, "a phrase" as it stands, and `begin*`
 * stands for all words that begin so.
 * @returns null when it holds no letter or digit that could be looked for
 */
export function searchWords(text: string): string | null {
  const terms = [...text.normalize("NFC").matchAll(/"([^"]*)"?|([^\s"]+)/gu)].flatMap((match) => {
    const phrase = match[1] ?? match[2] ?? "";
    if (!/[\p{L}\p{N}]/u.test(phrase)) return [];
    const star = match[1] === undefined && phrase.endsWith("*") ? "*" : "";
    return [`"${phrase.replaceAll(/["\0]/gu, " ")}"${star}`];
  });
  return terms.length === 0 ? null : terms.slice(0, MOST_TERMS).join(" ");
}
const MOST_TERMS = 32;

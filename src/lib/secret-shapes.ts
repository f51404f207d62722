/** A place in a text, in UTF-16 units; `end` is not part of it. */
export type Span = { readonly start: number; readonly end: number };
/** What a kind of secret looks like, whoever's it is. The group `secret`, if there is one, is what is taken out. */
export type SecretShape = { readonly pattern: RegExp; readonly isSecret?: (found: string) => boolean };

const hasDigit = (text: string): boolean => /[0-9]/u.test(text);
/** One run of letters and digits that no word is: hyphenated names are none. */
const hasDenseRun = (text: string): boolean => (text.match(/[A-Za-z0-9]{16,}/gu) ?? []).some(hasDigit);

/**
 * Well-known tokens. Each begins with what nothing else begins with, so commit ids, UUIDs and the checksums of lock files stay. No
 * pattern looks at a place twice: repetitions are bounded, or begin where no other match can.
 */
export const LEAVING_SHAPES: readonly SecretShape[] = [
  // In a Bot API address a token follows the letters "bot" directly, so a word boundary must not be asked for.
  { pattern: /(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}/gu },
  { pattern: /(?<![A-Za-z0-9])(?:sk|rk|gsk|xai)[-_][A-Za-z0-9_-]{16,}/gu, isSecret: hasDenseRun },
  { pattern: /(?<![A-Za-z0-9])gh[pousr]_[A-Za-z0-9]{20,}/gu },
  { pattern: /(?<![A-Za-z0-9])github_pat_\w{20,}/gu },
  { pattern: /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt)-[\w-]{16,}/gu },
  { pattern: /(?<![A-Za-z0-9])xox[abceoprs]-[\w-]{10,}/gu, isSecret: (found) => /[0-9]{6}/u.test(found) },
  { pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/gu },
  { pattern: /(?<![A-Za-z0-9])AIza[\w-]{35}/gu },
  { pattern: /(?<![A-Za-z0-9])(?:npm|hf)_[A-Za-z0-9]{30,}/gu },
  { pattern: /(?<![\w-])eyJ[\w-]{8,4096}\.eyJ[\w-]{8,8192}\.[\w-]{16,}/gu },
  { pattern: /\bBearer\s{1,8}(?<secret>[A-Za-z0-9._~+/=-]{8,})/giu, isSecret: (found) => /[0-9._~+/=]/u.test(found) },
  {
    pattern:
      /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:(?:\\[nrt]|[\s"',>|])*[A-Za-z0-9+/=]{16,})*(?:(?:\\[nrt]|[\s"',>|]){0,40}[A-Za-z0-9+/=]{0,15}(?:\\[nrt]|[\s"',>|]){0,40}-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/gu,
  },
  // A password, or a token in the place of a name, in an address.
  { pattern: /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/(?<secret>[^\s/@:"'<>]{0,200}:[^\s/@"'<>]{1,300})@/giu },
  {
    pattern: /(?<![a-z0-9+.-])https?:\/\/(?<secret>[A-Za-z0-9_-]{16,300})@/giu,
    isSecret: hasDigit,
  },
];
/** Servers quote the key they refuse, some with stars in it. */
export const QUOTED_KEY: SecretShape = { pattern: /\b(?:sk|pk|rk|gsk|xai|or)-[\w*-]{6,}/gu };

export function shapeSpans(text: string, shapes: readonly SecretShape[]): Span[] {
  const spans: Span[] = [];
  // The patterns themselves are asked, and not copies of them, which `matchAll` would make for each text.
  for (const { pattern, isSecret } of shapes) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const found = match.groups?.["secret"] ?? match[0];
      const start = match.index + match[0].indexOf(found);
      if (isSecret === undefined || isSecret(found)) spans.push({ start, end: start + found.length });
    }
  }
  return spans;
}

import type { Secret } from "../lib/secret.ts";

const MASK = "[secret]";
/** What looks like a key, also one that is not ours: servers quote the key they refuse, some with stars in it. */
const KEY_SHAPES = [/\b(?:sk|pk|rk|gsk|xai|or)-[\w*-]{6,}/g, /\bBearer\s+[^\s"']+/gi];

/** Takes keys out of text that a server sent. */
export function createRedactor(secrets: readonly (Secret | undefined)[]): (text: string) => string {
  const known = secrets.flatMap((secret) => {
    const value = secret?.reveal() ?? "";
    return value === "" ? [] : [value];
  });
  return (text) => {
    let clean = text;
    for (const value of known) clean = clean.replaceAll(value, MASK);
    for (const shape of KEY_SHAPES) clean = clean.replaceAll(shape, MASK);
    return clean;
  };
}

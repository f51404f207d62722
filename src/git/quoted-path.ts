const ESCAPES: Readonly<Record<string, string>> = {
  a: "\u0007",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};
/**
 * A path as git writes it, with its C-style quoting of control characters, quotes and (by its settings) other bytes.
 * @param text one character a byte
 * @returns the path; null when its quotes are damaged
 */
export function readQuotedPath(text: string): string | null {
  if (!text.startsWith('"')) return decode(text);
  if (!/^"(?:[^"\\]|\\[0-3][0-7]{2}|\\[abtnvfr"\\])*"$/u.test(text)) return null;
  return decode(
    text
      .slice(1, -1)
      .replaceAll(/\\([0-7]{3}|.)/gu, (_, code: string) =>
        code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
      ),
  );
}
function decode(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}

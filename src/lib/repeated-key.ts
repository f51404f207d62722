/**
 * The first key that stands twice in one object of a JSON text. Parsers differ in which of the two counts, so a text that is
 * judged by one and used by another must have none.
 * @param text valid JSON
 * @returns null when there is none
 */
export function repeatedKey(text: string): string | null {
  const objects: (Set<string> | null)[] = []; // null for a list
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === "{") objects.push(new Set());
    else if (character === "[") objects.push(null);
    else if (character === "}" || character === "]") objects.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const keys = objects.at(-1);
      if (keys !== null && keys !== undefined && isKey(text, end)) {
        const key = JSON.parse(text.slice(at, end)) as string;
        if (keys.has(key)) return key;
        keys.add(key);
      }
      at = end - 1;
    }
  }
  return null;
}
function isKey(text: string, end: number): boolean {
  let at = end;
  while (" \t\r\n".includes(text[at] ?? "x")) at += 1;
  return text[at] === ":";
}
/** Where the text goes on behind the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

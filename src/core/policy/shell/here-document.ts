import { readDollar } from "./dollar.ts";
import { type Cursor, type Part, UnknownSyntax } from "./syntax.ts";

/** `<<'EOF'` whose text is still to come; it is put into `word` once it is read. */
export type HereDocument = {
  readonly end: string;
  /** Its delimiter stood in quotes: nothing in its text is special. */
  readonly quoted: boolean;
  /** `<<-`: tabs at the beginning of a line do not count. */
  readonly strips: boolean;
  readonly word: Part[];
};

/** Reads the delimiter behind `<<`. @throws UnknownSyntax at one of an unusual form */
export function openDocument(cursor: Cursor, strips: boolean): HereDocument {
  const found = /^[ \t]*(?:'([\w.-]+)'|"([\w.-]+)"|\\?([\w.-]+))(?=[ \t\n;&|<>)]|$)/.exec(cursor.text.slice(cursor.at));
  if (found === null) throw new UnknownSyntax("a here-document of an unusual form");
  const [whole, single, double, plain] = found;
  cursor.at += whole.length;
  const quoted = plain === undefined || whole.includes("\\");
  return { end: single ?? double ?? plain ?? "", quoted, strips, word: [] };
}
/**
 * Reads the texts of those that a line has opened, from the beginning of the next line on.
 * @param skipNested moves the cursor from behind a `$(` to behind the bracket that closes it
 */
export function readDocuments(
  cursor: Cursor,
  documents: readonly HereDocument[],
  skipNested: (cursor: Cursor) => void,
): void {
  for (const document of documents) {
    const text = readLines(cursor, document);
    if (document.quoted) document.word.push({ kind: "text", text, quoted: true });
    else document.word.push(...expansionsIn(text, skipNested));
  }
}
function readLines(cursor: Cursor, { end, strips }: HereDocument): string {
  const lines: string[] = [];
  while (cursor.at < cursor.text.length) {
    const at = cursor.text.indexOf("\n", cursor.at);
    const stop = at === -1 ? cursor.text.length : at;
    const whole = cursor.text.slice(cursor.at, stop);
    const line = strips ? whole.replace(/^\t+/, "") : whole;
    // The new line behind the last one still ends the command before it.
    cursor.at = line === end ? stop : Math.min(stop + 1, cursor.text.length);
    if (line === end) return lines.join("\n");
    lines.push(line);
  }
  throw new UnknownSyntax("a here-document is opened and never closed");
}
/** As in double quotes, but that quotes are letters (POSIX 2.7.4). */
function expansionsIn(text: string, skipNested: (cursor: Cursor) => void): readonly Part[] {
  // such a line would have been joined to the next before its end was looked for
  if (/\\(\n|$)/.test(text)) throw new UnknownSyntax("a line of a here-document ends in a backslash");
  const parts: Part[] = [];
  const cursor: Cursor = { text, at: 0 };
  while (cursor.at < text.length) {
    const at = text.slice(cursor.at).search(/[$`\\]/);
    const stop = at === -1 ? text.length : cursor.at + at;
    if (stop > cursor.at) parts.push({ kind: "text", text: text.slice(cursor.at, stop), quoted: true });
    cursor.at = stop;
    if (text.charAt(stop) === "\\") {
      const next = text.charAt(stop + 1);
      parts.push({ kind: "text", text: /[$`\\]/.test(next) ? next : `\\${next}`, quoted: true });
      cursor.at += 2;
    } else if (stop < text.length) parts.push(readDollar(cursor, true, skipNested));
  }
  return parts;
}

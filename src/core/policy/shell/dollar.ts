import { type Change, type Cursor, type Part, UnknownSyntax } from "./syntax.ts";

/**
 * Reads what starts with `$` or a backtick.
 * @param skipNested moves the cursor from behind a `$(` to behind the bracket that closes it
 * @throws UnknownSyntax at arithmetic of more than numbers and names, `$'…'`, and parameters that are more than a name
 */
export function readDollar(cursor: Cursor, quoted: boolean, skipNested: (cursor: Cursor) => void): Part {
  const { text, at } = cursor;
  if (text.charAt(at) === "`") return readBackticks(cursor, quoted);
  const next = text.charAt(at + 1);
  if (next === "(") return readOutput(cursor, quoted, skipNested);
  if (next === "{") return readBraced(cursor, quoted);
  if (next === "[") throw new UnknownSyntax("`$[` calculates");
  if (!quoted && (next === "'" || next === '"')) throw new UnknownSyntax(`\`$${next}\` spells out characters`);
  const name = /^(?:[A-Za-z_]\w*|[0-9?#$!@*-])/.exec(text.slice(at + 1))?.[0];
  cursor.at += 1 + (name?.length ?? 0);
  return name === undefined ? { kind: "text", text: "$", quoted: true } : { kind: "variable", name, quoted };
}

function readOutput(cursor: Cursor, quoted: boolean, skipNested: (cursor: Cursor) => void): Part {
  const { text, at } = cursor;
  if (text.startsWith("$((", at)) return readNumber(cursor, skipNested);
  cursor.at += 2;
  skipNested(cursor);
  return { kind: "output", script: text.slice(at + 2, cursor.at - 1), quoted };
}
const NUMERIC = /^(?:==|<=|>=|!=|[\d\s+*/%<>&|^~!?:()-]|\$?[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})/;
/**
 * Numbers, names, what joins them, and commands that put out a number. An assignment or an element of a list in it is not read here, nor
 * what begins with a third bracket or closes one too many, which are commands.
 */
function readNumber(cursor: Cursor, skipNested: (cursor: Cursor) => void): Part {
  const { text } = cursor;
  const scripts: string[] = [];
  let inner = "";
  let depth = 0;
  cursor.at += 3;
  while (depth > 0 || !text.startsWith("))", cursor.at)) {
    const nested = text.startsWith("$(", cursor.at) && !text.startsWith("$((", cursor.at);
    const piece = nested ? "0" : NUMERIC.exec(text.slice(cursor.at))?.[0];
    if (piece === "(") depth += 1;
    if (piece === ")") depth -= 1;
    if (piece === undefined || depth < 0 || (inner === "" && piece === "("))
      throw new UnknownSyntax("`$((` calculates");
    const start = cursor.at;
    cursor.at += nested ? 2 : piece.length;
    if (nested) skipNested(cursor);
    if (nested) scripts.push(text.slice(start + 2, cursor.at - 1));
    inner += nested ? " 0 " : piece;
  }
  if (/\+\+|--|<<=|>>=/.test(inner)) throw new UnknownSyntax("`$((` calculates");
  cursor.at += 2;
  return { kind: "number", names: inner.match(/[A-Za-z_]\w*/g) ?? [], scripts };
}
function readBraced(cursor: Cursor, quoted: boolean): Part {
  const rest = cursor.text.slice(cursor.at);
  const found = /^\$\{([A-Za-z_]\w*|[0-9?@*#])\}/.exec(rest) ?? readChange(rest);
  if (found === null) throw new UnknownSyntax("`${…}` is more than a name");
  cursor.at += found[0].length;
  const change = "change" in found ? { change: found.change } : {};
  return { kind: "variable", name: found[1] ?? "", quoted, ...change };
}
/** What is cut off is letters, or all up to or from the last slash or dot. */
const CUT = /^\$\{([A-Za-z_]\w*)(%%|%|##|#)([\w./-]+|\/\*|\.\*|\*\/|\*\.)\}/;
function readChange(text: string): { 0: string; 1: string; change: Change } | null {
  const [length, counted = ""] = /^\$\{#([A-Za-z_]\w*)\}/.exec(text) ?? [];
  if (length !== undefined) return { 0: length, 1: counted, change: { kind: "length" } };
  const [whole, name = "", mark = "", given = ""] =
    CUT.exec(text) ?? /^\$\{([A-Za-z_]\w*)(:?-)([\w./:@%+,-]*)\}/.exec(text) ?? [];
  if (whole === undefined) return null;
  if (mark === "-" || mark === ":-")
    return { 0: whole, 1: name, change: { kind: "otherwise", other: given, whenEmpty: mark === ":-" } };
  const fits = /^[%#]/.test(mark) && (!given.includes("*") || CUTS.has(mark + given));
  const cut = mark === "%%" || mark === "%" || mark === "##" || mark === "#" ? mark : null;
  return fits && cut !== null ? { 0: whole, 1: name, change: { kind: "cut", mark: cut, pattern: given } } : null;
}
const CUTS: ReadonlySet<string> = new Set(["%/*", "%.*", "##*/", "##*."]);
function readBackticks(cursor: Cursor, quoted: boolean): Part {
  const start = cursor.at + 1;
  const end = cursor.text.indexOf("`", start);
  if (end === -1) throw new UnknownSyntax("a ` is opened and never closed");
  const script = cursor.text.slice(start, end);
  if (script.includes("\\")) throw new UnknownSyntax("a backslash stands between backticks");
  cursor.at = end + 1;
  return { kind: "output", script, quoted };
}

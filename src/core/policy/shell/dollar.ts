import { type Cursor, type Part, UnknownSyntax } from "./syntax.ts";

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
  if (text.startsWith("$((", at)) return readNumber(cursor);
  cursor.at += 2;
  skipNested(cursor);
  return { kind: "output", script: text.slice(at + 2, cursor.at - 1), quoted };
}
/** Numbers, names and what joins them. An assignment, an element of a list or a command in it is not read here. */
function readNumber(cursor: Cursor): Part {
  const found = /^\$\(\(((?:[\d\s+*/%<>&|^~!?:()-]|==|<=|>=|!=|\$?[A-Za-z_]\w*|\$\{[A-Za-z_]\w*\})*?)\)\)/.exec(
    cursor.text.slice(cursor.at),
  );
  const inner = found?.[1];
  if (found === null || inner === undefined || !isBalanced(inner) || /\+\+|--/.test(inner))
    throw new UnknownSyntax("`$((` calculates");
  cursor.at += found[0].length;
  return { kind: "number", names: inner.match(/[A-Za-z_]\w*/g) ?? [] };
}
/** `$((a) | (b))` runs commands. */
function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
function readBraced(cursor: Cursor, quoted: boolean): Part {
  const found = /^\$\{([A-Za-z_]\w*|[0-9?@*#])\}/.exec(cursor.text.slice(cursor.at));
  if (found === null) throw new UnknownSyntax("`${…}` is more than a name");
  cursor.at += found[0].length;
  return { kind: "variable", name: found[1] ?? "", quoted };
}
function readBackticks(cursor: Cursor, quoted: boolean): Part {
  const start = cursor.at + 1;
  const end = cursor.text.indexOf("`", start);
  if (end === -1) throw new UnknownSyntax("a ` is opened and never closed");
  const script = cursor.text.slice(start, end);
  if (script.includes("\\")) throw new UnknownSyntax("a backslash stands between backticks");
  cursor.at = end + 1;
  return { kind: "output", script, quoted };
}

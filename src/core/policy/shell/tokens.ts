import { readDollar } from "./dollar.ts";
import { type HereDocument, openDocument, readDocuments } from "./here-document.ts";
import { type Cursor, type Part, UnknownSyntax, type Word } from "./syntax.ts";

export type Token =
  | { readonly kind: "word"; readonly word: Word }
  | { readonly kind: "operator"; readonly operator: string }
  /** A here-document, its text as one word. */
  | { readonly kind: "here"; readonly word: Word };

/** Longest first. */
const OPERATORS = ["&&", "||", ";;", "&>>", "<<<", "<<-", "|&", "&>", ">>", ">&", ">|", "<<", "<&", "<>"];
const SINGLE = ";&|()<>\n";
type Reading = {
  readonly cursor: Cursor;
  readonly tokens: Token[];
  parts: Part[] | null;
  /** Here-documents whose text begins behind the end of this line. */
  readonly open: HereDocument[];
};

/**
 * Reads up to the end of the text or, inside `$(`, to the bracket that closes it, which the cursor is left behind.
 * @throws UnknownSyntax at what is not read here
 */
export function readTokens(cursor: Cursor, inside: boolean): readonly Token[] {
  const reading: Reading = { cursor, tokens: [], parts: null, open: [] };
  let depth = 0;
  while (cursor.at < cursor.text.length) {
    const char = cursor.text.charAt(cursor.at);
    if (char === ")" && inside && depth === 0) {
      endTokens(reading);
      cursor.at += 1;
      return reading.tokens;
    }
    if (char === "(") depth += 1;
    if (char === ")") depth -= 1;
    readOne(reading, char);
  }
  if (inside) throw new UnknownSyntax("a `$(` is opened and never closed");
  endTokens(reading);
  return reading.tokens;
}
function endTokens(reading: Reading): void {
  endWord(reading);
  if (reading.open.length > 0) throw new UnknownSyntax("a here-document is opened and never closed");
}

function readOne(reading: Reading, char: string): void {
  const { cursor, open } = reading;
  const { at } = cursor;
  readNext(reading, char);
  // shells differ in which of the two comes first
  if (open.length > 0 && char !== "\n" && cursor.text.slice(at, cursor.at).includes("\n"))
    throw new UnknownSyntax("a line is broken before a here-document");
}
function readNext(reading: Reading, char: string): void {
  const { cursor } = reading;
  if (SINGLE.includes(char)) readOperator(reading);
  else if (char === " " || char === "\t") {
    endWord(reading);
    cursor.at += 1;
  } else if (char === "#" && reading.parts === null) skipComment(cursor);
  else if (char === "\\") readEscaped(reading);
  else if (char === "'") addPart(reading, { kind: "text", text: readSingleQuoted(cursor), quoted: true });
  else if (char === '"') readDoubleQuoted(reading);
  else if (char === "$" || char === "`") addPart(reading, readDollar(cursor, false, skipNested));
  else {
    cursor.at += 1;
    addPart(reading, { kind: "text", text: char, quoted: false });
  }
}

function readOperator(reading: Reading): void {
  const { cursor } = reading;
  const { text, at } = cursor;
  if (text.startsWith("<(", at) && reading.parts === null) return readFile(reading);
  const operator = OPERATORS.find((known) => text.startsWith(known, at)) ?? text.charAt(at);
  if (operator === "(" && reading.parts !== null) throw new UnknownSyntax("a bracket stands inside a word");
  if (text.startsWith("((", at)) throw new UnknownSyntax("`((` calculates");
  // `2>` names the stream that goes; which one it is makes no difference here. What comes in by another than 0 is not its input.
  if (/^[<>]/.test(operator) && /^\d+$/.test(plainText(reading.parts ?? []) ?? "")) {
    if (operator.startsWith("<") && plainText(reading.parts ?? []) !== "0")
      throw new UnknownSyntax("it is given something to read beside its input");
    reading.parts = null;
  }
  endWord(reading);
  cursor.at += operator.length;
  if (operator === "<<" || operator === "<<-") {
    const document = openDocument(cursor, operator === "<<-");
    reading.open.push(document);
    reading.tokens.push({ kind: "here", word: document.word });
    return;
  }
  reading.tokens.push({ kind: "operator", operator });
  if (operator === "\n") readDocuments(cursor, reading.open.splice(0), skipNested);
}
/** Only where a word begins: inside of one it would be text to some shells. */
function readFile(reading: Reading): void {
  const { cursor } = reading;
  const start = cursor.at + 2;
  cursor.at = start;
  skipNested(cursor);
  addPart(reading, { kind: "file", script: cursor.text.slice(start, cursor.at - 1) });
}
function skipComment(cursor: Cursor): void {
  const end = cursor.text.indexOf("\n", cursor.at);
  cursor.at = end === -1 ? cursor.text.length : end;
}
function readEscaped(reading: Reading): void {
  const next = reading.cursor.text.charAt(reading.cursor.at + 1);
  if (next === "") throw new UnknownSyntax("it ends in a lone backslash");
  if (next === "\n") refuseInside(reading.cursor);
  reading.cursor.at += 2;
  if (next !== "\n") addPart(reading, { kind: "text", text: next, quoted: true });
}
/** A shell joins broken lines before it looks for words: `$\` above `(…)` is a substitution, and `<\` above `<` a here-document. */
function refuseInside({ text, at }: Cursor): void {
  if (!/[ \t\n]/.test(text.charAt(at - 1))) throw new UnknownSyntax("a line is broken inside a word");
}
function readSingleQuoted(cursor: Cursor): string {
  const end = cursor.text.indexOf("'", cursor.at + 1);
  if (end === -1) throw new UnknownSyntax("a ' is opened and never closed");
  const text = cursor.text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return text;
}
/** Inside `"…"` a backslash only takes away what these characters mean (POSIX 2.2.3). */
const ESCAPABLE = '$`"\\';
function readDoubleQuoted(reading: Reading): void {
  const { cursor } = reading;
  const { text } = cursor;
  addPart(reading, { kind: "text", text: "", quoted: true });
  cursor.at += 1;
  while (text.charAt(cursor.at) !== '"') {
    if (cursor.at >= text.length) throw new UnknownSyntax('a " is opened and never closed');
    addPart(reading, readInsideDouble(cursor));
  }
  cursor.at += 1;
}
function readInsideDouble(cursor: Cursor): Part {
  const { text, at } = cursor;
  const char = text.charAt(at);
  if (char === "$" || char === "`") return readDollar(cursor, true, skipNested);
  const next = text.charAt(at + 1);
  const escape = char === "\\" && next !== "" && (ESCAPABLE.includes(next) || next === "\n");
  if (escape && next === "\n") refuseInside(cursor);
  cursor.at += escape ? 2 : 1;
  if (!escape) return { kind: "text", text: char, quoted: true };
  return { kind: "text", text: next === "\n" ? "" : next, quoted: true };
}

function skipNested(cursor: Cursor): void {
  readTokens(cursor, true);
}

/** Neighbours of one kind become one part. */
function addPart(reading: Reading, part: Part): void {
  const parts = (reading.parts ??= []);
  const last = parts.at(-1);
  if (part.kind === "text" && last?.kind === "text" && last.quoted === part.quoted)
    parts[parts.length - 1] = { ...part, text: last.text + part.text };
  else parts.push(part);
}
function endWord(reading: Reading): void {
  if (reading.parts !== null) reading.tokens.push({ kind: "word", word: reading.parts });
  reading.parts = null;
}
/** @returns the text of a word without quotes or expansions, null of any other */
export function plainText(word: Word): string | null {
  const [part, more] = word;
  return part?.kind === "text" && !part.quoted && more === undefined ? part.text : null;
}

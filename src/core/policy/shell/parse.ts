import { type Assignment, type Branch, type Node, type Redirect, UnknownSyntax, type Word } from "./syntax.ts";
import { counts, isRead } from "./loops.ts";
import {
  expectWord,
  operatorAt,
  type Parser,
  peek,
  readRedirects,
  readWord,
  reservedAt,
  shown,
  skipNewlines,
} from "./reader.ts";
import { plainText, readTokens, type Token } from "./tokens.ts";

export type Parsed =
  | { readonly kind: "script"; readonly body: Node }
  /** Nothing can be said about it: `why` names the first thing that is not understood. */
  | { readonly kind: "unknown"; readonly why: string };

const MAX_SCRIPT_LENGTH = 20_000;
/** What a shell would run, or that it cannot be told. Never throws. */
export function parseScript(script: string): Parsed {
  if (script.length > MAX_SCRIPT_LENGTH) return { kind: "unknown", why: "it is too long to be read" };
  try {
    const parser: Parser = { tokens: readTokens({ text: script, at: 0 }, false), at: 0, depth: 0 };
    const body = readList(parser, []);
    if (parser.at < parser.tokens.length) throw new UnknownSyntax(`\`${shown(peek(parser))}\` stands where none may`);
    return { kind: "script", body };
  } catch (error) {
    if (error instanceof UnknownSyntax) return { kind: "unknown", why: error.message };
    // A script that nests thousands deep ends the reader's stack before it ends the reader.
    if (error instanceof RangeError) return { kind: "unknown", why: "it nests too deep" };
    throw error;
  }
}

const MAX_DEPTH = 24;

function readList(parser: Parser, until: readonly string[]): Node {
  parser.depth += 1;
  if (parser.depth > MAX_DEPTH) throw new UnknownSyntax("it nests too deep");
  const nodes: Node[] = [];
  skipNewlines(parser);
  while (parser.at < parser.tokens.length && !isEnd(parser, until)) {
    nodes.push(readChain(parser, until));
    if (!readSeparator(parser)) break;
  }
  parser.depth -= 1;
  return { kind: "list", nodes };
}
/** @returns whether another command may follow */
function readSeparator(parser: Parser): boolean {
  const operator = operatorAt(parser);
  if (operator === "&") throw new UnknownSyntax("`&` leaves it running in the background");
  if (operator !== ";" && operator !== "\n") return false;
  parser.at += 1;
  skipNewlines(parser);
  return true;
}
function readChain(parser: Parser, until: readonly string[]): Node {
  const first = readPipe(parser);
  const rest: { after: "&&" | "||"; node: Node }[] = [];
  for (let after = operatorAt(parser); after === "&&" || after === "||"; after = operatorAt(parser)) {
    parser.at += 1;
    skipNewlines(parser);
    if (parser.at >= parser.tokens.length || isEnd(parser, until)) throw new UnknownSyntax(`nothing follows ${after}`);
    rest.push({ after, node: readPipe(parser) });
  }
  return rest.length === 0 ? first : { kind: "chain", first, rest };
}
function isEnd(parser: Parser, until: readonly string[]): boolean {
  if (operatorAt(parser) === ")" || operatorAt(parser) === ";;") return true;
  const word = reservedAt(parser);
  return word !== null && until.includes(word);
}
function readPipe(parser: Parser): Node {
  const negated = reservedAt(parser) === "!";
  if (negated) parser.at += 1;
  // elsewhere it is a program that is given another
  if (reservedAt(parser) === "time" && isBracket(parser.tokens[parser.at + 1])) parser.at += 1;
  const commands = [readCommand(parser)];
  while (operatorAt(parser) === "|") {
    parser.at += 1;
    skipNewlines(parser);
    commands.push(readCommand(parser));
  }
  const [only, more] = commands;
  const node: Node = more === undefined && only !== undefined ? only : { kind: "pipe", commands };
  return negated ? { kind: "not", node } : node;
}

function isBracket(token: Token | undefined): boolean {
  return token?.kind === "operator" ? token.operator === "(" : token?.kind === "word" && plainText(token.word) === "{";
}
/** Words that start what is not understood here. */
const REFUSED = new Set(["until", "select", "function", "coproc"]);
function readCommand(parser: Parser): Node {
  const reserved = reservedAt(parser);
  if (reserved !== null && REFUSED.has(reserved)) throw new UnknownSyntax(`\`${reserved}\` is not understood`);
  if (operatorAt(parser) === "(") return readSubshell(parser, ")");
  if (reserved === "{") return readSubshell(parser, "}");
  if (reserved === "while") return readLoop(parser);
  if (reserved === "if") return redirected(parser, readIf(parser));
  if (reserved === "case") return redirected(parser, readCase(parser));
  if (reserved === "for") return redirected(parser, readFor(parser));
  return reserved === "[[" ? readTest(parser) : readSimple(parser);
}
/** Where its output goes, as a command of its own: it is looked up before anything in it runs. */
function redirected(parser: Parser, body: Node): Node {
  const redirects = readRedirects(parser);
  if (redirects.length === 0) return body;
  if (redirects.some(({ to }) => to !== "write")) throw new UnknownSyntax("a group is given what it reads");
  return { kind: "list", nodes: [{ kind: "simple", assignments: [], words: [], redirects }, body] };
}
/** A group in braces keeps what it assigns, which as a subshell it would not: taken as a list with its redirections beside it. */
function readSubshell(parser: Parser, close: ")" | "}"): Node {
  parser.at += 1;
  const body = readList(parser, close === "}" ? ["}"] : []);
  if (close === ")" ? operatorAt(parser) !== ")" : reservedAt(parser) !== "}")
    throw new UnknownSyntax("a bracket is opened and never closed");
  parser.at += 1;
  if (close === "}") return redirected(parser, body);
  return { kind: "subshell", body, redirects: readRedirects(parser) };
}
function readIf(parser: Parser): Node {
  const branches: { test: Node; body: Node }[] = [];
  do {
    parser.at += 1;
    const test = readList(parser, ["then"]);
    expectWord(parser, "then");
    branches.push({ test, body: readList(parser, ["elif", "else", "fi"]) });
  } while (reservedAt(parser) === "elif");
  let otherwise: Node | null = null;
  if (reservedAt(parser) === "else") {
    parser.at += 1;
    otherwise = readList(parser, ["fi"]);
  }
  expectWord(parser, "fi");
  return { kind: "if", branches, otherwise };
}
function readFor(parser: Parser): Node {
  parser.at += 1;
  const name = reservedAt(parser);
  if (name === null || !/^[A-Za-z_]\w*$/.test(name)) throw new UnknownSyntax("a `for` of an unusual form");
  parser.at += 1;
  expectWord(parser, "in");
  const words: Word[] = [];
  for (let token = peek(parser); token?.kind === "word"; token = peek(parser)) {
    words.push(token.word);
    parser.at += 1;
  }
  if (operatorAt(parser) !== ";" && operatorAt(parser) !== "\n") throw new UnknownSyntax("a `for` of an unusual form");
  parser.at += 1;
  skipNewlines(parser);
  expectWord(parser, "do");
  const body = readList(parser, ["done"]);
  expectWord(parser, "done");
  return { kind: "for", name, words, body };
}

function readCase(parser: Parser): Node {
  parser.at += 1;
  const word = readWord(parser);
  skipNewlines(parser);
  expectWord(parser, "in");
  skipNewlines(parser);
  const branches: Branch[] = [];
  while (reservedAt(parser) !== "esac") {
    branches.push({ patterns: readPatterns(parser), body: readList(parser, ["esac"]) });
    if (operatorAt(parser) === ";;") parser.at += 1;
    else if (reservedAt(parser) !== "esac") throw new UnknownSyntax("`esac` is missing");
    skipNewlines(parser);
  }
  parser.at += 1;
  return { kind: "case", word, branches };
}
function readPatterns(parser: Parser): readonly Word[] {
  if (operatorAt(parser) === "(") parser.at += 1;
  const patterns = [readWord(parser)];
  for (; operatorAt(parser) === "|"; patterns.push(readWord(parser))) parser.at += 1;
  if (operatorAt(parser) !== ")") throw new UnknownSyntax("a `case` of an unusual form");
  parser.at += 1;
  return patterns;
}
/** `[[ … ]]` of words alone: a shell that does not know it takes what joins or compares them for its own. */
function readTest(parser: Parser): Node {
  const words: Word[] = [];
  while (words.length === 0 || plainText(words.at(-1) ?? []) !== "]]") words.push(readWord(parser));
  return { kind: "simple", assignments: [], words, redirects: readRedirects(parser) };
}

/** Only a loop that ends with its input, or counts: whether another does is more than can be told. */
function readLoop(parser: Parser): Node {
  parser.at += 1;
  const list = readList(parser, ["do"]);
  expectWord(parser, "do");
  const body = readList(parser, ["done"]);
  expectWord(parser, "done");
  const [test, more] = list.kind === "list" ? list.nodes : [];
  if (
    test?.kind !== "simple" ||
    more !== undefined ||
    test.redirects.length > 0 ||
    !(isRead(test) || counts(test, body))
  )
    throw new UnknownSyntax("a `while` that may never end");
  return { kind: "loop", test, body, redirects: readRedirects(parser) };
}
function readSimple(parser: Parser): Node {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  const start = parser.at;
  for (;;) {
    redirects.push(...readRedirects(parser));
    const token = peek(parser);
    if (token?.kind !== "word") break;
    parser.at += 1;
    const assignment = words.length === 0 ? assignmentOf(token.word) : null;
    if (assignment === null) words.push(token.word);
    else assignments.push(assignment);
  }
  if (parser.at === start) throw new UnknownSyntax(`\`${shown(peek(parser))}\` stands where a command should`);
  if (operatorAt(parser) === "(") throw new UnknownSyntax("it defines a function or a list");
  return { kind: "simple", assignments, words, redirects };
}
function assignmentOf(word: Word): Assignment | null {
  const [first, ...rest] = word;
  if (first?.kind !== "text" || first.quoted) return null;
  const found = /^([A-Za-z_]\w*)=([^]*)$/.exec(first.text);
  if (found === null) return null;
  return { name: found[1] ?? "", value: [{ kind: "text", text: found[2] ?? "", quoted: false }, ...rest] };
}

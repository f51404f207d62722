import { type Redirect, UnknownSyntax, type Word } from "./syntax.ts";
import { plainText, type Token } from "./tokens.ts";

export type Parser = { readonly tokens: readonly Token[]; at: number; depth: number };

export function peek(parser: Parser): Token | undefined {
  return parser.tokens[parser.at];
}
export function operatorAt(parser: Parser): string | null {
  const token = peek(parser);
  return token?.kind === "operator" ? token.operator : null;
}
export function reservedAt(parser: Parser): string | null {
  const token = peek(parser);
  return token?.kind === "word" ? plainText(token.word) : null;
}
export function expectWord(parser: Parser, word: string): void {
  if (reservedAt(parser) !== word) throw new UnknownSyntax(`\`${word}\` is missing`);
  parser.at += 1;
}
export function skipNewlines(parser: Parser): void {
  while (operatorAt(parser) === "\n") parser.at += 1;
}
export function shown(token: Token | undefined): string {
  if (token === undefined) return "the end";
  if (token.kind === "here") return "<<";
  return token.kind === "operator" ? token.operator.replace("\n", "a new line") : (plainText(token.word) ?? "a word");
}
export function readWord(parser: Parser): Word {
  const token = peek(parser);
  if (token?.kind !== "word") throw new UnknownSyntax(`\`${shown(token)}\` stands where a word should`);
  parser.at += 1;
  return token.word;
}

const WRITES = new Set([">", ">>", ">|", "&>", "&>>"]);
export function readRedirects(parser: Parser): readonly Redirect[] {
  const redirects: Redirect[] = [];
  for (;;) {
    const next = peek(parser);
    if (next?.kind === "here") {
      redirects.push({ to: "text", target: next.word });
      parser.at += 1;
      continue;
    }
    const operator = operatorAt(parser);
    if (operator === null || !/[<>]/.test(operator)) return redirects;
    const token = parser.tokens[parser.at + 1];
    if (token?.kind !== "word") throw new UnknownSyntax(`nothing follows ${operator}`);
    parser.at += 2;
    const stream = /^(\d+|-)$/.test(plainText(token.word) ?? "");
    if (WRITES.has(operator) || (operator === ">&" && !stream)) redirects.push({ to: "write", target: token.word });
    else if (operator === "<") redirects.push({ to: "read", target: token.word });
    else if (operator === "<<<") redirects.push({ to: "text", target: token.word });
    else if (!((operator === ">&" || operator === "<&") && stream))
      throw new UnknownSyntax(`\`${operator}\` is not understood`);
  }
}

import type { Node, Word } from "./syntax.ts";
import { plainText } from "./tokens.ts";

type Simple = Extract<Node, { kind: "simple" }>;
export function isRead({ words: [first] }: Simple): boolean {
  return first !== undefined && plainText(first) === "read";
}
/** `[ $i -lt 3 ]` with a body that works its variable out of itself. */
export function counts({ words }: Simple, body: Node): boolean {
  const [program, left, operator, right] = words.map((word) => plainText(word));
  const tests = /^(test|\[|\[\[)$/.test(program ?? "") && /^-(lt|le|gt|ge|ne)$/.test(operator ?? "");
  const name = words.slice(1).flatMap(variableOf)[0];
  const bound = [left, right].some((text) => /^\d{1,4}$/.test(text ?? ""));
  return (
    tests && bound && name !== undefined && body.kind === "list" && body.nodes.some((node) => advances(node, name))
  );
}
function variableOf(word: Word): readonly string[] {
  return word.flatMap((part) => (part.kind === "variable" ? [part.name] : []));
}
function advances(node: Node, name: string): boolean {
  if (node.kind !== "simple" || node.words.length > 0) return false;
  return node.assignments.some(
    (set) => set.name === name && set.value.some((part) => part.kind === "number" && part.names.includes(name)),
  );
}

/** The same value with every text in it cleaned, names of fields included; what stands at `kind` is a word of ours. */
export function redactTree<Tree>(tree: Tree, redact: (text: string) => string): Tree;
export function redactTree(tree: unknown, redact: (text: string) => string): unknown {
  if (typeof tree === "string") return redact(tree);
  if (Array.isArray(tree)) return tree.map((item: unknown) => redactTree(item, redact));
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      redact(key),
      key === "kind" ? value : redactTree<unknown>(value, redact),
    ]),
  );
}
/**
 * JSON stays JSON: what is taken out may stand across the marks of its form, so each text in it is cleaned by itself. What is no JSON is
 * cleaned as it is.
 */
export function redactJson(text: string, redact: (text: string) => string): string {
  const clean = redact(text);
  if (clean === text || !/^\s*[[{"]/u.test(text)) return clean;
  try {
    const end = /\s*$/u.exec(text)?.[0] ?? "";
    return JSON.stringify(redactTree<unknown>(JSON.parse(text), redact)) + end;
  } catch {
    return clean;
  }
}

/**
 * What changed between two texts, line by line: lines gone with `- `, lines come with `+ `, common ones beside a change with two blanks, and `…` for
 * the rest. "" when they are the same.
 */
export function lineChanges(before: string, after: string): string {
  if (before === after) return "";
  const [old, now] = [before.split("\n"), after.split("\n")];
  const marked = old.length * now.length > MOST_CELLS ? replaced(old, now) : walk(old, now, commonLengths(old, now));
  return withoutFar(marked).join("\n");
}
/** Beyond it, all of the one stands before all of the other. */
const MOST_CELLS = 4_000_000;
const NEAR = 2;

type Marked = { readonly mark: " " | "-" | "+"; readonly line: string };
function replaced(old: readonly string[], now: readonly string[]): Marked[] {
  return [...old.map((line): Marked => ({ mark: "-", line })), ...now.map((line): Marked => ({ mark: "+", line }))];
}
/** Row-major: how long the longest common subsequence of what follows both places is. */
function commonLengths(old: readonly string[], now: readonly string[]): Uint32Array {
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        old[i] === now[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return lengths;
}
function walk(old: readonly string[], now: readonly string[], lengths: Uint32Array): Marked[] {
  const width = now.length + 1;
  const marked: Marked[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]];
    if (gone !== undefined && gone === come) {
      marked.push({ mark: " ", line: gone });
      i += 1;
      j += 1;
    } else if (
      gone !== undefined &&
      (come === undefined || (lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
    ) {
      marked.push({ mark: "-", line: gone });
      i += 1;
    } else {
      marked.push({ mark: "+", line: come ?? "" });
      j += 1;
    }
  }
  return marked;
}
function withoutFar(marked: readonly Marked[]): string[] {
  const lines: string[] = [];
  for (const [at, { mark, line }] of marked.entries()) {
    const near = marked.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((other) => other.mark !== " ");
    if (near) lines.push(`${mark} ${line}`);
    else if (lines.at(-1) !== "…") lines.push("…");
  }
  return lines;
}

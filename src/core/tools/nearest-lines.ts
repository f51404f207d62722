const MAX_LINES = 20_000;

/** Where in `text` the lines most like `wanted` stand, as a sentence with those lines, for a model whose edit found nothing. */
export function nearestLines(text: string, wanted: string): string {
  const lines = text.split(/\r?\n/).slice(0, MAX_LINES);
  const sought = wanted.replace(/^(\r?\n)+|(\r?\n)+$/g, "").split(/\r?\n/);
  const best = bestWindow(lines, sought);
  if (best === null) return "Nothing in the file is like it: read the file again.";
  const found = lines.slice(best.start, best.start + Math.min(sought.length, 30));
  const same = best.score === sought.length ? "It differs in white space only. " : "";
  return `${same}The nearest lines, from line ${best.start + 1}:\n${found.join("\n")}`;
}

function bestWindow(lines: readonly string[], sought: readonly string[]): { start: number; score: number } | null {
  let best: { start: number; score: number } | null = null;
  for (let start = 0; start <= Math.max(0, lines.length - sought.length); start += 1) {
    const score = sought.reduce((sum, line, at) => sum + similarity(lines[start + at] ?? "", line), 0);
    if (score > (best?.score ?? sought.length * 0.3)) best = { start, score };
  }
  return best;
}
/** 1 for lines that are the same but for white space, else the share of words they have in common, up to 0.9. */
function similarity(a: string, b: string): number {
  const [left, right] = [squeezed(a), squeezed(b)];
  if (left === right) return 1;
  const words = new Set(left.match(/\w+/g) ?? []);
  const others = new Set(right.match(/\w+/g) ?? []);
  const common = [...words].filter((word) => others.has(word)).length;
  const all = words.size + others.size - common;
  return all === 0 ? 0 : (0.9 * common) / all;
}
function squeezed(line: string): string {
  return line.replaceAll(/\s+/g, "");
}

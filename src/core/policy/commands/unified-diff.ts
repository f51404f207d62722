/*
 * A patch that stands in the command itself. Programs that apply patches are lenient and understand more than one form, some of which run
 * an editor, so only what is plainly a unified diff of plain files is read.
 */
const PATH = String.raw`[\w.@+-]+(?:/[\w.@+-]+)*`;
const NAME = new RegExp(`^(?:---|\\+\\+\\+) (/dev/null|${PATH})(?:\\t[^"]*)?$`);
const HEADERS: readonly RegExp[] = [
  new RegExp(`^diff --git (${PATH}) (${PATH})$`),
  new RegExp(`^(?:rename|copy) (?:from|to) (${PATH})$`),
  /^index [0-9a-f]+\.\.[0-9a-f]+(?: 100(?:644|755))?$/,
  /^(?:old|new|new file|deleted file) mode 100(?:644|755)$/,
  /^(?:similarity|dissimilarity) index \d+%$/,
];
const HUNK = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/;

/** @returns the names in it as they stand there, with `a/` and `b/`; null of anything but a unified diff */
export function namesInDiff(text: string): readonly string[] | null {
  const lines = text.replace(/\n+$/, "").split("\n");
  const names: string[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const before = NAME.exec(line)?.[1];
    if (before !== undefined && line.startsWith("---")) {
      const after = NAME.exec(lines[at + 1] ?? "")?.[1];
      const end = after === undefined ? null : afterHunks(lines, at + 2);
      if (after === undefined || end === null) return null;
      names.push(...[before, after].filter((name) => name !== "/dev/null"));
      at = end;
    } else {
      const found = HEADERS.map((form) => form.exec(line)).find((match) => match !== null);
      if (found === undefined && line !== "") return null;
      names.push(...(found?.slice(1) ?? []));
      at += 1;
    }
  }
  return names.length === 0 ? null : names;
}
/** @returns the line behind them; null where the lines are not as many as a hunk says, or there is none */
function afterHunks(lines: readonly string[], start: number): number | null {
  let at = start;
  for (let hunk = HUNK.exec(lines[at] ?? ""); hunk !== null; hunk = HUNK.exec(lines[at] ?? "")) {
    let left = [Number(hunk[1] ?? 1), Number(hunk[2] ?? 1)] as const;
    for (at += 1; left[0] > 0 || left[1] > 0 || (lines[at] ?? "").startsWith("\\"); at += 1) {
      const line = lines[at];
      if (line === undefined) return null;
      const mark = line === "" ? " " : line.charAt(0);
      if (!" +-\\".includes(mark)) return null;
      left = [left[0] - (mark === " " || mark === "-" ? 1 : 0), left[1] - (mark === " " || mark === "+" ? 1 : 0)];
      if (left[0] < 0 || left[1] < 0) return null;
    }
  }
  return at === start ? null : at;
}

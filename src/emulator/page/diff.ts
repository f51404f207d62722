export type DiffLine = {
  readonly kind: "added" | "removed" | "hunk" | "header" | "same";
  readonly text: string;
};

const headers =
  /^(diff --git |index [0-9a-f]|--- |\+\+\+ |new file mode|deleted file mode|old mode|new mode|similarity |rename |copy |Binary files )/u;
const hunk = /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/u;

/** Whether a text reads as a unified diff, whatever its file is called. */
export function looksLikeDiff(text: string): boolean {
  return /^(diff --git |--- .+\n\+\+\+ )/mu.test(text) && /^@@ /mu.test(text);
}

/**
 * Sorts the lines of a unified diff. Inside a hunk the counts of its header say how many lines belong to it, so a
 * removed line that begins with "-- " is not taken for a file header.
 */
export function diffLines(text: string): DiffLine[] {
  let oldLeft = 0;
  let newLeft = 0;
  return text
    .replace(/\n$/u, "")
    .split("\n")
    .map((line) => {
      const counts = hunk.exec(line);
      if (counts !== null) {
        oldLeft = Number(counts[1] ?? 1);
        newLeft = Number(counts[2] ?? 1);
        return { kind: "hunk", text: line };
      }
      if (oldLeft <= 0 && newLeft <= 0 && headers.test(line)) return { kind: "header", text: line };
      if (line.startsWith("+") && newLeft > 0) return ((newLeft -= 1), { kind: "added", text: line });
      if (line.startsWith("-") && oldLeft > 0) return ((oldLeft -= 1), { kind: "removed", text: line });
      if (!line.startsWith("\\")) [oldLeft, newLeft] = [oldLeft - 1, newLeft - 1];
      return { kind: "same", text: line };
    });
}

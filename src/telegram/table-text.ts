import { graphemesOf } from "./graphemes.ts";

const WIDE =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/u;

/** Columns on a screen of fixed width: wide characters (CJK, emoji) take two. */
function width(text: string): number {
  let sum = 0;
  for (const { segment } of graphemesOf(text)) sum += WIDE.test(segment) ? 2 : 1;
  return sum;
}
/** Rows of cells, all of one line, as columns of a fixed-width font; the first row is the header. Null when wider than `most` columns. */
export function tableText(rows: readonly (readonly string[])[], most: number): string | null {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => width(row[column] ?? ""))),
  );
  if (widths.reduce((sum, wide) => sum + wide + BETWEEN, -BETWEEN) > most) return null;
  const [header, ...lines] = rows.map((row) => rowText(row, widths));
  return [header ?? "", widths.map((wide) => "─".repeat(wide)).join("─┼─"), ...lines].join("\n");
}
const BETWEEN = " │ ".length;
function rowText(row: readonly string[], widths: readonly number[]): string {
  return widths
    .map((wide, column) => (row[column] ?? "") + " ".repeat(wide - width(row[column] ?? "")))
    .join(" │ ")
    .trimEnd();
}

/** The last lines of a text that are not blank, each at most 200 characters long. */
export function lastLines(text: string, count: number): readonly string[] {
  const lines = text
    .slice(-20_000)
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== "");
  return lines.slice(-count).map((line) => line.slice(0, 200).toWellFormed());
}

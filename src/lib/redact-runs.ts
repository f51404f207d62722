import type { Span } from "./secret-shapes.ts";

/** A stretch of a text that is base64 or hexadecimal of another text. */
export type EncodedRun = Span & { readonly decoded: string };

/** Over several lines as well, as programs write it; a line of words or code is none of them. */
const RUN = /[\w+/-]{24,}(?:\r?\n[\w+/-]{1,200}(?![\w+/-]|[ \t]+[\w=(]))*={0,2}/gu;
const HEXADECIMAL = /^(?:[0-9a-f]{2})+$/iu;
/** Letters, digits and signs, also of two bytes each. */
const TEXT = /^[\t\n\r\u0020-\u007E\0]*/u;
const LEAST_TEXT = 12;

/** What in a text is a text itself, written in letters and digits; bytes of anything else are left. */
export function encodedRuns(text: string): EncodedRun[] {
  const runs: EncodedRun[] = [];
  RUN.lastIndex = 0;
  for (let found = RUN.exec(text); found !== null; found = RUN.exec(text)) {
    const [run] = found;
    const span = { start: found.index, end: found.index + run.length };
    for (const decoded of decodings(run)) runs.push({ ...span, decoded });
  }
  return runs;
}
function decodings(run: string): string[] {
  const head = run.slice(0, 24);
  return (["hex", "base64"] as const).flatMap((coding) => {
    if (coding === "hex" && !HEXADECIMAL.test(head)) return [];
    // Nearly all runs are names and hashes: their beginning is no text, and the rest need not be looked at.
    if (beginningOf(head, coding).length < LEAST_TEXT) return [];
    const decoded = beginningOf(run, coding);
    return decoded.length < LEAST_TEXT ? [] : [decoded];
  });
}
/** As far as it is text. */
function beginningOf(run: string, coding: "hex" | "base64"): string {
  const bytes = Buffer.from(coding === "hex" ? run.replaceAll(/\s/gu, "") : run, coding);
  return TEXT.exec(bytes.toString("latin1"))?.[0] ?? "";
}

import type { Span } from "./secret-shapes.ts";

/** A stretch of a text that is base64 or hexadecimal of another text. */
export type EncodedRun = Span & { readonly decoded: string };

/** Lines as programs write such a text; a line of words or code is none of them. */
const BLOCK = /[\w+/-]{24,}(?:\r?\n[\w+/-]{1,200}(?![\w+/-]|[ \t]+[\w=(]))*={0,2}/gu;
const LINE = /[\w+/=-]+/gu;
const HEXADECIMAL = /^(?:[0-9a-f]{2})+$/iu;
/** Letters, digits and signs, also of two bytes each. */
const TEXT = /^[\t\n\r\u0020-\u007E\0]*/u;
const LEAST_TEXT = 12;

/** What in a text is a text itself, written in letters and digits; bytes of anything else are left. */
export function encodedRuns(text: string): EncodedRun[] {
  return [...text.matchAll(BLOCK)].flatMap(({ 0: block, index }) =>
    runsOf(block).flatMap(({ start, end }) =>
      decodings(block.slice(start, end)).map((decoded) => ({ start: index + start, end: index + end, decoded })),
    ),
  );
}
/** Each line by itself, and those that were one before it was broken into lines: all of one length but the last. */
function runsOf(block: string): readonly Span[] {
  const lines = Array.from(block.matchAll(LINE), ({ 0: line, index }) => ({ start: index, end: index + line.length }));
  const broken: { start: number; end: number; length: number; goesOn: boolean }[] = [];
  for (const { start, end } of lines) {
    const last = broken.at(-1);
    const length = end - start;
    if (last === undefined || !last.goesOn || length > last.length) broken.push({ start, end, length, goesOn: true });
    else Object.assign(last, { end, goesOn: length === last.length });
  }
  return [...lines, ...broken.filter(({ start, end, length }) => end - start > length)];
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

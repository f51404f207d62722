import { nearestLines } from "../nearest-lines.ts";
import type { Hunk } from "./patch-plan.ts";

type Applied = { readonly text: string } | { readonly problem: string };
type Found = { readonly at: number } | { readonly problem: string };

/**
 * A file's text with all hunks in it, in their order. Each must stand exactly where its header says, or in exactly one place after the one before.
 * Line ends stay those of the file.
 */
export function applyHunks(text: string, hunks: readonly Hunk[]): Applied {
  const windows = text.includes("\r\n") && !/(^|[^\r])\n/.test(text);
  const plain = windows ? text.replaceAll("\r\n", "\n") : text;
  const lines = plain === "" ? [] : plain.replace(/\n$/, "").split("\n");
  let endsOpen = plain !== "" && !plain.endsWith("\n");
  let [from, moved] = [0, 0];
  for (const [index, hunk] of hunks.entries()) {
    const found = placeOf(lines, hunk, { from, moved });
    if ("problem" in found) return { problem: `hunk ${index + 1}: ${found.problem}` };
    const isEnd = found.at + hunk.old.length === lines.length;
    if (hunk.oldOpen && !isEnd) return { problem: `hunk ${index + 1}: its last line is not the last of the file` };
    lines.splice(found.at, hunk.old.length, ...hunk.text);
    if (isEnd && (hunk.textOpen || hunk.oldOpen)) endsOpen = hunk.textOpen;
    from = found.at + hunk.text.length;
    moved += hunk.text.length - hunk.old.length;
  }
  const whole = lines.join("\n") + (endsOpen || lines.length === 0 ? "" : "\n");
  return { text: windows ? whole.replaceAll("\n", "\r\n") : whole };
}

function placeOf(lines: readonly string[], hunk: Hunk, { from, moved }: { from: number; moved: number }): Found {
  if (hunk.old.length === 0) {
    if (lines.length === 0) return { at: 0 };
    // With no old lines, the number is of the line after which it goes.
    const at = (hunk.line ?? -1) + moved;
    return hunk.line !== null && at >= from && at <= lines.length
      ? { at }
      : { problem: "it only adds lines, and where is not said: give it the lines before and after" };
  }
  const stated = hunk.line === null ? -1 : hunk.line - 1 + moved;
  if (stated >= from && standsAt(lines, hunk.old, stated)) return { at: stated };
  const places: number[] = [];
  for (let at = from; at + hunk.old.length <= lines.length; at += 1) if (standsAt(lines, hunk.old, at)) places.push(at);
  const [only] = places;
  if (places.length === 1 && only !== undefined) return { at: only };
  if (places.length > 1)
    return {
      problem: `its lines stand at ${places.length} places, from lines ${places
        .map((at) => at + 1)
        .slice(0, 10)
        .join(", ")}: give it more lines around`,
    };
  return { problem: `its old lines do not stand in the file. ${nearestLines(lines.join("\n"), hunk.old.join("\n"))}` };
}
function standsAt(lines: readonly string[], sought: readonly string[], at: number): boolean {
  return sought.every((line, index) => lines[at + index] === line);
}

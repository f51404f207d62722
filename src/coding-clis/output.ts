import { parseJson } from "../lib/parse-json.ts";
import type { Harness } from "./harness.ts";

/** Longer lines are let go: a tool's whole output may stand in one. */
const MOST_LINE = 1024 ** 2;

export type Output = { readonly said: string; readonly problem: string | null };
/** Reads what a coding CLI prints, a JSON value a line; what is none is let go. */
export function createReader(harness: Pick<Harness, "read">): { hear(text: string): readonly string[]; so(): Output } {
  let waiting = "";
  let so: Output = { said: "", problem: null };
  const take = (line: string): readonly string[] => {
    const { doing = [], said, problem } = harness.read(parse(line));
    so = { said: said ?? so.said, problem: problem ?? (said === undefined ? so.problem : null) };
    return doing;
  };
  return {
    hear(text) {
      const lines = (waiting + text).split("\n");
      waiting = (lines.pop() ?? "").slice(-MOST_LINE);
      return lines.flatMap(take);
    },
    so: () => {
      take(waiting);
      waiting = "";
      return so;
    },
  };
}
function parse(line: string): Readonly<Record<string, unknown>> {
  const value = parseJson(line);
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

import { compilePattern } from "../../lib/pattern.ts";
import type { AlertRule } from "../ports/alerts.ts";

/** What the values of a field count for: null when none of them matches, 1 when one does, their sum where numbers are added up. */
export type Weigher = (values: readonly string[]) => number | null;
/** `contains` and expressions do not mind case. */
export function weigherOf({ kind, text, sum }: AlertRule["match"]): Weigher {
  if (kind === "above" || kind === "below") {
    const bound = Number(text);
    return (values) => {
      const numbers = values.flatMap(numberIn);
      if (sum === true) return numbers.reduce((all, one) => all + Math.max(0, one), 0) || null;
      return numbers.some((number) => (kind === "above" ? number > bound : number < bound)) ? 1 : null;
    };
  }
  const test = testOf(kind, text);
  return (values) => (values.some(test) ? 1 : null);
}
/** Also one that stands in a text. */
function numberIn(value: string): readonly number[] {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? [number] : [];
}
function testOf(kind: "contains" | "regex", text: string): (value: string) => boolean {
  if (kind === "contains") {
    const wanted = text.toLowerCase();
    return (value) => value.toLowerCase().includes(wanted);
  }
  const pattern = compilePattern(text);
  return typeof pattern === "string" ? () => false : (value) => pattern.test(value);
}

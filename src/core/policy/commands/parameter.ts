import type { Change } from "../shell/syntax.ts";
import { STEERING, standsFor } from "../paths/notable.ts";
import { type Field, literal, NUMBER, UNKNOWN } from "./scene.ts";

/** What `${…}` gives. @param fields what the variable stands for */
export function changed(fields: readonly Field[], change: Change | undefined): readonly Field[] {
  const [field, more] = fields;
  if (change === undefined) return fields;
  if (change.kind === "length") return NUMBER;
  if (more !== undefined || field?.known === false) return [UNKNOWN];
  if (change.kind === "cut") return [field === undefined ? literal("") : cut(field, change)];
  if (field !== undefined && (field.text !== "" || !change.whenEmpty)) return fields;
  return change.other === "" ? [] : [literal(change.other)];
}
/** Of a value that stands for files, only where the rest is the same for all of them. */
function cut(field: Field, { mark, pattern }: Extract<Change, { kind: "cut" }>): Field {
  const { text, glob } = field;
  const fromEnd = mark.startsWith("%");
  if (!pattern.includes("*")) {
    const fits = fromEnd ? text.endsWith(pattern) : text.startsWith(pattern);
    if (!fits) return glob ? UNKNOWN : field;
    return left(field, fromEnd ? text.slice(0, text.length - pattern.length) : text.slice(pattern.length));
  }
  const letter = pattern.replace("*", "");
  const at = text.lastIndexOf(letter);
  if (glob && (letter === "/" || at === -1 || /[*?[]/.test(text.slice(at)))) return UNKNOWN;
  if (at === -1) return field;
  return left(field, fromEnd ? text.slice(0, at) : text.slice(at + 1));
}
/** `AGENTS.md.bak` without its end is no file that may well be among many, but one that was meant; `x.npmrc` begins with no dot. */
function left(field: Field, text: string): Field {
  if (!field.glob) return { ...field, text };
  const name = text.slice(text.lastIndexOf("/") + 1);
  if (!field.text.startsWith(text) && /^([*?[]|$)/.test(name)) return UNKNOWN;
  return { ...field, text, among: STEERING.filter((path) => standsFor(name, path)) };
}

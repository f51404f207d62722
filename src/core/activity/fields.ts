import { nearestName } from "../../lib/nearest-name.ts";
import type { Event } from "../events.ts";
import type { ActivityRow } from "../ports/activity.ts";

type Leaf = string | number | boolean | null | undefined;
/** What a list holds, or the value itself: of a list each one is looked at. */
type Each<Value> = NonNullable<Value> extends readonly (infer One)[] ? One : NonNullable<Value>;
type PathsOf<Thing> = Thing extends unknown
  ? {
      [Key in keyof Thing & string]-?: Each<Thing[Key]> extends Leaf ? Key : `${Key}.${PathsOf<Each<Thing[Key]>>}`;
    }[keyof Thing & string]
  : never;
type ValueAt<Thing, Path> = Thing extends unknown
  ? Path extends keyof Thing
    ? Each<Thing[Path]>
    : Path extends `${infer Head}.${infer Rest}`
      ? Head extends keyof Thing
        ? ValueAt<Each<Thing[Head]>, Rest>
        : never
      : never
  : never;
type EventField = PathsOf<Event>;
type KindOf<Value> = [Extract<Value, number>] extends [never]
  ? "text"
  : [Exclude<Value, number | null | undefined>] extends [never]
    ? "number"
    : "either";
/** Fields of every entry, whatever happened: of the row, and of what it is about. `any` is all its words. */
const ROW_FIELDS = {
  any: "text",
  summary: "text",
  detail: "text",
  chatId: "number",
  userId: "number",
  taskId: "number",
  runId: "number",
  spark: "text",
  tool: "text",
} as const;
/** Every fact of every event by its path, with what it holds: the compiler wants each that there is, and no other. */
const EVENT_FIELDS: { readonly [Path in EventField]: KindOf<ValueAt<Event, Path>> } = {
  action: "text",
  allowed: "text",
  approvalId: "number",
  arguments: "text",
  attempt: "number",
  because: "text",
  branch: "text",
  button: "text",
  by: "either",
  byName: "text",
  bytes: "number",
  change: "text",
  chatId: "number",
  code: "text",
  commit: "text",
  costUsd: "number",
  count: "number",
  decision: "text",
  detail: "text",
  doing: "text",
  edits: "number",
  excerpt: "text",
  failed: "number",
  fault: "text",
  from: "text",
  goal: "text",
  hash: "text",
  home: "text",
  host: "text",
  how: "text",
  id: "text",
  inbox: "number",
  inputTokens: "number",
  key: "text",
  kind: "text",
  memoryId: "number",
  memoryIds: "number",
  model: "text",
  ms: "number",
  name: "text",
  number: "number",
  outcome: "text",
  outputTokens: "number",
  owner: "text",
  passed: "number",
  phase: "text",
  port: "number",
  purpose: "text",
  read: "text",
  readyMs: "number",
  reason: "text",
  removedSandboxes: "number",
  repository: "text",
  result: "text",
  role: "text",
  rowId: "number",
  ruleId: "number",
  rules: "text",
  runId: "number",
  sandbox: "text",
  score: "number",
  server: "text",
  severity: "text",
  slug: "text",
  source: "text",
  sourceId: "text",
  spark: "text",
  state: "text",
  step: "text",
  surface: "text",
  taskId: "number",
  tasks: "number",
  text: "text",
  title: "text",
  to: "text",
  tool: "text",
  userId: "number",
  version: "number",
  waitMs: "number",
  was: "text",
  what: "text",
  why: "text",
  wish: "text",
};
export type KnownField = EventField | keyof typeof ROW_FIELDS;
const KINDS: ReadonlyMap<string, "text" | "number" | "either"> = new Map(
  Object.entries({ ...EVENT_FIELDS, ...ROW_FIELDS }),
);
/** Texts that hold JSON: what a path names below them is looked for in it. */
const JSON_FIELDS: readonly KnownField[] = ["arguments", "result"];

/** The field as it is written, whatever the case it was typed in; null when no entry has it. */
export function findField(typed: string): string | null {
  for (const name of KINDS.keys()) if (name.toLowerCase() === typed.toLowerCase()) return name;
  const holder = JSON_FIELDS.find((name) => typed.toLowerCase().startsWith(`${name}.`));
  const below = holder === undefined ? "" : typed.slice(holder.length + 1);
  return holder !== undefined && below.split(".").every((key) => key !== "") ? `${holder}.${below}` : null;
}
const MOST_NEAR = 3;
/** Fields that may have been meant, the nearest first. */
export function nearFields(typed: string): readonly string[] {
  const names = [...KINDS.keys()];
  const word = typed.toLowerCase();
  const near = nearestName(word, names);
  const alike = names.filter(
    (name) =>
      word.length >= 3 && name.length >= 3 && (name.toLowerCase().includes(word) || word.includes(name.toLowerCase())),
  );
  return [...new Set([...(near === null ? [] : [near]), ...alike])].slice(0, MOST_NEAR);
}
/** Every field by name: those that hold numbers, and the others. */
export function listFields(): { readonly numbers: readonly string[]; readonly texts: readonly string[] } {
  const names = [...KINDS.keys()].toSorted((a, b) => a.localeCompare(b, "en"));
  return {
    numbers: names.filter((name) => KINDS.get(name) !== "text"),
    texts: names.filter((name) => KINDS.get(name) === "text"),
  };
}
/** What stands in the field, each of a list by itself; nothing where the entry has no such field. */
export function valuesOf(row: ActivityRow, field: string): readonly string[] {
  switch (field) {
    case "any":
      return [[row.event.kind, row.summary, ...textsIn(row.event)].join("\n")];
    case "summary":
      return [row.summary];
    case "detail":
      return [textsIn(row.event).join("\n")];
    case "chatId":
    case "userId":
    case "taskId":
    case "runId":
    case "spark":
    case "tool":
      // A task's chat and spark are known of its entries, though they do not say them.
      return leavesAt(row.about[field], []);
  }
  return leavesAt(row.event, field.split("."));
}
function leavesAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesAt(one, path));
  const [head, ...rest] = path;
  if (head === undefined) return isFact(value) ? [String(value)] : [];
  if (typeof value === "string") return leavesOfJson(value, path);
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, head)) return [];
  return leavesAt(Object.entries(value).find(([key]) => key === head)?.[1], rest);
}
function isFact(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
/** Of a text that was too long to be kept whole all is looked at: better once too often than never. */
function leavesOfJson(text: string, path: readonly string[]): readonly string[] {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? leavesAt(value, path) : [];
  } catch {
    return text.startsWith("{") ? [text] : [];
  }
}
function textsIn(event: Event): readonly string[] {
  return Object.values(event).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string"),
  );
}

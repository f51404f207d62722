import type { z } from "zod";
import { nearestName } from "../lib/nearest-name.ts";

/** One sentence for each thing that is wrong, the key first, as it stands in the file. `known` gives the names allowed at a path. */
export function problemsOf(
  error: z.ZodError,
  { value, known }: { value: unknown; known: (path: readonly PropertyKey[]) => readonly string[] },
): readonly { path: readonly PropertyKey[]; text: string }[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        text: unknownKey([...issue.path, key], known(issue.path)),
      }));
    }
    return [{ path: issue.path, text: `${dotted(issue.path)} ${describe(issue, valueAt(value, issue.path))}` }];
  });
}
export function dotted(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "the file" : path.map(String).join(".");
}
function unknownKey(path: readonly PropertyKey[], names: readonly string[]): string {
  const nearest = nearestName(String(path.at(-1)), names);
  const hint = nearest === null ? `known here: ${names.join(", ")}` : `did you mean ${nearest}?`;
  return `${dotted(path)} is not a known key (${hint})`;
}
function describe(issue: z.core.$ZodIssue, value: unknown): string {
  const is = value === undefined ? "" : `, not ${show(value)}`;
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? "is missing" : `must be ${TYPES[issue.expected] ?? issue.expected}${is}`;
    case "too_small":
      return `must be ${measure(issue.origin)}at least ${issue.minimum}${is}`;
    case "too_big":
      return `must be ${measure(issue.origin)}at most ${issue.maximum}${is}`;
    case "invalid_value":
      return `must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(" or ")}${is}`;
    case "custom":
    case "invalid_element":
    case "invalid_format":
    case "invalid_key":
    case "invalid_union":
    case "not_multiple_of":
    case "unrecognized_keys":
      return `${issue.message}${is}`;
  }
}
const TYPES: Readonly<Record<string, string>> = {
  int: "a whole number",
  number: "a number",
  string: "text in quotes",
  boolean: "true or false",
  array: "a list",
  object: "a table",
};
function measure(origin: string): string {
  if (origin === "string") return "text whose length is ";
  return origin === "array" ? "a list whose length is " : "";
}
function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[name] : undefined),
    value,
  );
}

import { readFileSync } from "node:fs";

/** One change to the template's body; places are JSON pointers, `-` appends, and `seccomp` changes the profile in it. */
export type Row = {
  readonly id: string;
  readonly verdict: "allow" | "deny";
  /** Which field must be named. */
  readonly field?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly drop?: readonly string[];
  readonly seccomp?: Readonly<Record<string, unknown>>;
};
/** The table of changes, for a home in this folder. */
export function attackRows(home: string): Row[] {
  return readFileSync(new URL("../attack/containers.jsonl", import.meta.url), "utf8")
    .replaceAll("@HOME@", home)
    .trim()
    .split("\n")
    .map((line): Row => JSON.parse(line) as Row);
}

type Node = Record<string, unknown>;
function placeOf(root: unknown, pointer: string): { holder: Node; key: string } {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/"));
  const last = keys.pop() ?? "";
  const holder = keys.reduce((node, key) => node[key] as Node, root as Node);
  return { holder, key: last === "-" ? String((holder as unknown as unknown[]).length) : last };
}
function set(root: unknown, pointer: string, value: unknown): void {
  const { holder, key } = placeOf(root, pointer);
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
/** Changes a copy of a body, which must be plain JSON. */
export function applied(body: unknown, { set: values = {}, drop = [], seccomp }: Row): unknown {
  if (seccomp !== undefined) {
    const options = (body as { HostConfig: { SecurityOpt: string[] } }).HostConfig.SecurityOpt;
    const profile: unknown = JSON.parse((options[1] ?? "").replace("seccomp=", ""));
    for (const [pointer, value] of Object.entries(seccomp)) set(profile, pointer, value);
    options[1] = `seccomp=${JSON.stringify(profile)}`;
  }
  for (const [pointer, value] of Object.entries(values)) set(body, pointer, value);
  for (const pointer of drop) {
    const { holder, key } = placeOf(body, pointer);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  }
  return body;
}

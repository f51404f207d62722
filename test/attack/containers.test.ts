import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config/config.ts";
import { openTemplate } from "../../src/compose-sandbox.ts";

const HOME = "/srv/ada/.sparks";
const desk = openTemplate(DEFAULT_CONFIG, HOME);

/** One change to the template's body; places are JSON pointers, `-` appends, and `seccomp` changes the profile in it. */
type Row = {
  readonly id: string;
  readonly verdict: "allow" | "deny";
  /** Which field must be named. */
  readonly field?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly drop?: readonly string[];
  readonly seccomp?: Readonly<Record<string, unknown>>;
};
const rows = readFileSync(new URL("containers.jsonl", import.meta.url), "utf8")
  .replaceAll("@HOME@", HOME)
  .trim()
  .split("\n")
  .map((line): Row => JSON.parse(line) as Row);

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
function applied({ set: values = {}, drop = [], seccomp }: Row): unknown {
  const body = JSON.parse(JSON.stringify(desk.body)) as { User: string; HostConfig: { SecurityOpt: string[] } };
  if (seccomp !== undefined) {
    const options = body.HostConfig.SecurityOpt;
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

test("the table has what it is said to have", () => {
  expect(rows.filter(({ verdict }) => verdict === "deny").length).toBeGreaterThan(250);
  expect(rows.filter(({ verdict }) => verdict === "allow").length).toBeGreaterThan(40);
});
test.each(rows)("$id: $verdict", (row) => {
  const problems = desk.problemsOf(applied(row));
  if (row.verdict === "allow") expect(problems).toEqual([]);
  else expect(problems.map(({ field }) => field)).toContain(row.field);
});
test("one weakening is told once, and nothing else is blamed", () => {
  const blamed = rows
    .filter(({ verdict, seccomp, id }) => verdict === "deny" && seccomp === undefined && !id.startsWith("user-"))
    .filter((row) => {
      const fields = desk.problemsOf(applied(row)).map(({ field }) => field.replace(/^HostConfig\.?/, ""));
      return fields.some(
        (field) => field.split(/[[.]/)[0] !== row.field?.replace(/^HostConfig\.?/, "").split(/[[.]/)[0],
      );
    });
  expect(blamed.map(({ id }) => id)).toEqual([]);
});
test("what is no body at all is refused", () => {
  for (const body of [null, undefined, 7, "x", [], {}, [desk.body]]) expect(desk.problemsOf(body)).not.toEqual([]);
});
test("no field's name is accepted in another case, whatever stands in it", () => {
  const host = Object.keys(desk.body.HostConfig);
  const name = fc
    .tuple(fc.constantFrom(...host), fc.func(fc.boolean()))
    .map(([known, pick]) =>
      [...known].map((letter, index) => (pick(index) ? letter.toUpperCase() : letter.toLowerCase())).join(""),
    );
  fc.assert(
    fc.property(name, fc.jsonValue(), (odd, value) => {
      fc.pre(!host.includes(odd));
      const body = { ...desk.body, HostConfig: { ...desk.body.HostConfig, [odd]: value } };
      expect(desk.problemsOf(body).map(({ field }) => field)).toContain(`HostConfig.${odd}`);
    }),
  );
});
test("no number is accepted that gives more than the template, or none", () => {
  const fields = ["PidsLimit", "Memory", "MemorySwap", "NanoCpus", "CpuShares", "ShmSize"] as const;
  const number = fc.oneof(fc.integer(), fc.maxSafeNat(), fc.double(), fc.constantFrom(0, -1, 1, 2));
  fc.assert(
    fc.property(fc.constantFrom(...fields), number, (field, value) => {
      const body = { ...desk.body, HostConfig: { ...desk.body.HostConfig, [field]: value } };
      const isLess = value > 0 && value <= desk.body.HostConfig[field];
      if (!isLess) expect(desk.problemsOf(body)).not.toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
test("a body of another home is judged by the roots of that home", () => {
  const other = openTemplate(DEFAULT_CONFIG, "/home/grace/.sparks");
  expect(desk.problemsOf(other.body)).toEqual([]);
  const lying = { ...other.body, Labels: { ...other.body.Labels, "sparks.home": "0123456789abcdef" } };
  expect(desk.problemsOf(lying).map(({ field }) => field)).toContain("HostConfig.Mounts[0].Source");
});

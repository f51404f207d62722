import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_CONFIG } from "../../src/config/config.ts";
import { runCli } from "../../src/cli/program.ts";
import { openTemplate } from "../../src/compose/sandbox.ts";
import { instant } from "../../src/lib/time.ts";
import { temporaryFolder } from "../support/folder.ts";
import { applied, attackRows } from "../support/container-rows.ts";

const HOME = "/srv/ada/.sparks";
const NOW = instant(Date.UTC(2026, 10, 20));
const desk = openTemplate(DEFAULT_CONFIG, HOME, NOW);

const rows = attackRows(HOME);
const copy = (): unknown => JSON.parse(JSON.stringify(desk.body));

test("the table has what it is said to have", () => {
  expect(rows.filter(({ verdict }) => verdict === "deny").length).toBeGreaterThan(250);
  expect(rows.filter(({ verdict }) => verdict === "allow").length).toBeGreaterThan(40);
});
test.each(rows)("$id: $verdict", (row) => {
  const problems = desk.problemsOf(applied(copy(), row));
  if (row.verdict === "allow") expect(problems).toEqual([]);
  else expect(problems.map(({ field }) => field)).toContain(row.field);
});
test("one weakening is told once, and nothing else is blamed", () => {
  const blamed = rows
    .filter(({ verdict, seccomp, id }) => verdict === "deny" && seccomp === undefined && !id.startsWith("user-"))
    .filter((row) => {
      const fields = desk.problemsOf(applied(copy(), row)).map(({ field }) => field.replace(/^HostConfig\.?/, ""));
      return fields.some(
        (field) => field.split(/[[.]/)[0] !== row.field?.replace(/^HostConfig\.?/, "").split(/[[.]/)[0],
      );
    });
  expect(blamed.map(({ id }) => id)).toEqual([]);
});
test("what sparks sandbox template prints is accepted by sparks sandbox validate, and refused once it is weakened", async () => {
  const sparks = async (argv: readonly string[], input: string): Promise<{ exit: number; out: string }> => {
    let out = "";
    const unused = async (): Promise<never> => Promise.reject(new Error("no daemon is needed"));
    const terminal = {
      interactive: false,
      write: (text: string) => void (out += text),
      error: (line: string) => void (out += `${line}\n`),
      live: () => undefined,
      async *lines() {
        yield* input.split("\n");
      },
    };
    const world = { version: "0", terminal, signal: new AbortController().signal, sandboxTemplate: () => desk };
    return {
      exit: await runCli(argv, {
        ...world,
        up: unused,
        connect: unused,
        checkConfig: unused,
        codingClis: { list: () => [], install: unused },
        secrets: { open: unused, read: unused },
      }),
      out,
    };
  };
  const { exit, out } = await sparks(["sandbox", "template", "--json"], "");
  expect(exit).toBe(0);
  expect(await sparks(["sandbox", "validate", "-"], out)).toEqual({ exit: 0, out: "accepted\n" });
  const lines = `${JSON.stringify({ id: "a", body: JSON.parse(out) as unknown })}\n${JSON.stringify({
    id: "b",
    body: { ...(JSON.parse(out) as object), User: "0:0" },
  })}`;
  const judged = await sparks(["sandbox", "validate", "-", "--json"], lines);
  expect(judged.exit).toBe(1);
  expect(
    judged.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as unknown),
  ).toEqual([
    { id: "a", verdict: "allow", problems: [] },
    { id: "b", verdict: "deny", problems: [{ field: "User", why: "must be two numbers above 0, as 10001:10001" }] },
  ]);
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
test("what a body mounts is followed on this machine's disk, and may lead nowhere else", () => {
  using folder = temporaryFolder();
  const home = folder.at("home");
  mkdirSync(join(home, "workspaces/task-1"), { recursive: true });
  mkdirSync(join(home, "run/d/s-000000000000"), { recursive: true });
  writeFileSync(join(home, "run/d/s-000000000000/hosts"), "");
  writeFileSync(join(home, "workspaces/file"), "");
  symlinkSync("/etc", join(home, "workspaces/out"));
  symlinkSync("task-1", join(home, "workspaces/aside"));
  symlinkSync("round", join(home, "workspaces/round"));
  mkdirSync(join(home, "run/d/s-1"));
  symlinkSync("/etc/passwd", join(home, "run/d/s-1/hosts"));
  symlinkSync(home, folder.at("by-link"));
  const judged = (change: (mounts: { Source: string }[]) => void, at = home): readonly object[] => {
    const { body, problemsOf } = openTemplate(DEFAULT_CONFIG, at, NOW);
    const changed = structuredClone(body);
    change(changed.HostConfig.Mounts);
    return problemsOf(changed);
  };
  const to = (name: string) => (mounts: { Source: string }[]) => {
    for (const mount of mounts.slice(0, 1)) mount.Source = join(home, "workspaces", name);
  };
  const source = (index: number, why: string) => [{ field: `HostConfig.Mounts[${index}].Source`, why }];
  expect(judged(to("task-1"))).toEqual([]);
  expect(judged(to("not-there"))).toEqual([]);
  expect(judged(() => undefined, folder.at("by-link"))).toEqual([]);
  expect(judged(to("out"))).toEqual(source(0, "must not lead to /etc"));
  expect(judged(to("aside"))).toEqual(source(0, `must not lead to ${realpathSync(home)}/workspaces/task-1`));
  expect(judged(to("round"))).toEqual(source(0, "cannot be followed to its end"));
  expect(judged(to("file"))).toEqual(source(0, "must be a folder"));
  const hosts = judged((mounts) => {
    for (const mount of mounts.slice(1)) mount.Source = mount.Source.replace("s-000000000000", "s-1");
  });
  expect(hosts).toEqual(source(2, "must not lead to /etc/passwd"));
});
test("a root that is meant twice is named once", () => {
  const body = JSON.parse(JSON.stringify(desk.body)) as { HostConfig: { Mounts: { Source: string }[] } };
  for (const mount of body.HostConfig.Mounts.slice(1, 2)) mount.Source = "/etc";
  expect(desk.problemsOf(body)).toContainEqual({
    field: "HostConfig.Mounts[1].Source",
    why: `must be below ${HOME}/run/d`,
  });
});
test("a body of another home is judged by the roots of that home", () => {
  const other = openTemplate(DEFAULT_CONFIG, "/home/grace/.sparks", NOW);
  expect(desk.problemsOf(other.body)).toEqual([]);
  const lying = { ...other.body, Labels: { ...other.body.Labels, "sparks.home": "0123456789abcdef" } };
  expect(desk.problemsOf(lying).map(({ field }) => field)).toContain("HostConfig.Mounts[0].Source");
});

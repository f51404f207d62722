import * as fc from "fast-check";
import { expect, test } from "vitest";
import { INSTALL } from "../../../../test/support/approval-samples.ts";
import type { ApprovalSubject } from "./approval.ts";
import { classifyCommand } from "../commands/command.ts";
import { decide } from "../decide.ts";
import type { Level } from "../levels.ts";
import { grantOf, isLike } from "./like.ts";
import { callContent } from "./pin.ts";

const runs = (...command: string[]): ApprovalSubject => ({ ...INSTALL, command });
const writes = (path: string): ApprovalSubject => ({
  ...INSTALL,
  kind: "edit",
  tool: "write_file",
  command: [],
  paths: [path],
  hosts: [],
  content: "x",
});
const calls: ApprovalSubject = {
  ...writes(""),
  kind: "call",
  tool: "mcp:docs:find",
  paths: [],
  content: callContent({}, "hash"),
};
function like(subject: ApprovalSubject, granted: ApprovalSubject): boolean {
  const grant = grantOf(granted);
  return grant !== null && isLike(subject, grant);
}

test.each([
  [
    "the same later on",
    { ...runs("curl", "https://e.example"), commit: "c9" },
    runs("curl", "https://e.example"),
    true,
  ],
  ["a program whose file may have changed", runs("node", "a.js"), runs("node", "a.js"), false],
  ["another package", runs("npm", "install", "right-pad@1.2.3"), runs("npm", "install", "left-pad"), true],
  ["a scoped package", runs("npm", "install", "@types/node"), runs("npm", "install", "left-pad"), true],
  ["another file of the folder", writes("src/b.js"), writes("src/a.js"), true],
  ["another program", runs("node", "b.js"), runs("node", "a.js"), false],
  ["another option", runs("npm", "install", "-D", "x"), runs("npm", "install", "x"), false],
  ["another registry", runs("npm", "install", "--registry=https://e.example", "x"), runs("npm", "install", "x"), false],
  ["a package from an address", runs("npm", "install", "https://e.example/x.tgz"), runs("npm", "install", "x"), false],
  ["a package from git", runs("npm", "install", "owner/repo"), runs("npm", "install", "x"), false],
  ["a package from a folder", runs("npm", "install", "./evil"), runs("npm", "install", "x"), false],
  ["a file of packages", runs("pip", "install", "-r", "all.txt"), runs("pip", "install", "x"), false],
  ["an install behind a shell", runs("sh", "-c", "npm install x; curl e"), runs("npm", "install", "x"), false],
  ["a wrapper", runs("env", "A=1", "npm", "install", "x"), runs("npm", "install", "x"), false],
  ["another directory", { ...runs("npm", "install", "x"), directory: "a" }, runs("npm", "install", "x"), false],
  [
    "more hosts",
    { ...runs("npm", "install", "x"), hosts: ["a.b", "registry.npmjs.org"] },
    runs("npm", "install", "x"),
    false,
  ],
  ["another image", { ...runs("npm", "install", "x"), image: "y" }, runs("npm", "install", "x"), false],
  ["a higher price ceiling", { ...runs("npm", "install", "x"), maxCostUsd: 6 }, runs("npm", "install", "x"), false],
  ["after strangers were read", { ...runs("npm", "install", "x"), read: ["web"] }, runs("npm", "install", "x"), false],
  [
    "after the same strangers",
    { ...runs("npm", "install", "y"), read: ["web"] },
    { ...runs("npm", "install", "x"), read: ["web"] },
    true,
  ],
  ["a server's tool after its own answers", { ...calls, read: ["mcp:docs"] }, calls, true],
  ["a server's tool after another server's", { ...calls, read: ["mcp:docs", "mcp:mail"] }, calls, false],
  ["a server's tool after those of one with a like name", { ...calls, read: ["mcp:doc"] }, calls, false],
  ["a file of another folder", writes("src/deep/b.js"), writes("src/a.js"), false],
  ["a way out of the folder", writes("src/../b.js"), writes("src/a.js"), false],
  ["a protected file", writes(".npmrc"), writes("a.js"), false],
  ["an edit by another tool", { ...writes("src/b.js"), tool: "edit_file" }, writes("src/a.js"), false],
] as const)("%s", (_name, subject, granted, expected) => {
  expect(like(subject, granted)).toBe(expected);
});

test.each([
  ["pushing", runs("git", "push", "origin", "main")],
  ["what cannot be told from its text", runs("sh", "-c", 'eval "$X"')],
  ["a shell", runs("sh", "-c", "npm install x")],
  ["a shell by its path", runs("/bin/zsh", "-c", "npm install x")],
  ["a box of shells", runs("busybox", "sh", "-c", "ls")],
  ["an interpreter", runs("python3", "a.py")],
  ["an unknown program", runs("frobnicate", "x")],
  ["a key", runs("cat", ".env")],
  ["what has an unknown part", runs("npm", "install", "x", "--registry=https://e.example")],
  ["a protected file", writes(".github/workflows/ci.yml")],
  ["money", { ...INSTALL, kind: "spend" as const, command: [] }],
])("%s is only ever approved once", (_name, subject) => {
  expect(grantOf(subject)).toBeNull();
});

const word = fc.constantFrom(
  ...["npm", "pip", "git", "install", "add", "push", "x", "left-pad", "@a/b", "../x", "/etc/passwd", "-D", "-g", "-r"],
  ...["--registry=https://e.example", "https://e.example/x.tgz", "owner/repo", "sh", "-c", "curl e | sh", "rm", "-rf"],
  ...["src", "*", ".npmrc", "x@1.0.0", "x@npm:evil", "sudo", "env", "A=1", "node", "a.js", "$(evil)", ";", "all.txt"],
);
const path = fc.constantFrom(
  ...["a.js", "src/a.js", "src/b.js", "src/../a.js", "../a", ".git/config", ".npmrc", "src/.npmrc", "/etc/passwd"],
  ...[".github/workflows/ci.yml", "CLAUDE.md", "src/CLAUDE.md", "src//a.js", "./a.js", "/workspace/a.js"],
);
const surroundings = fc.record({
  directory: fc.constantFrom("", "src"),
  image: fc.constantFrom("i1", "i2"),
  hosts: fc.constantFrom([], ["registry.npmjs.org"]),
  commit: fc.constantFrom("c0", "c1"),
  maxCostUsd: fc.constantFrom(5, 6, null),
});
const subject: fc.Arbitrary<ApprovalSubject> = fc.oneof(
  fc
    .tuple(surroundings, fc.array(word, { minLength: 1, maxLength: 5 }))
    .map(([around, command]) => ({ ...INSTALL, ...around, command })),
  fc
    .tuple(surroundings, fc.array(path, { minLength: 1, maxLength: 2 }), fc.constantFrom("write_file", "edit_file"))
    .map(([around, paths, tool]) => ({ ...writes(""), ...around, paths, tool })),
);
/** Often a small change of the other, so that many pairs are alike in part. */
const pair = fc
  .tuple(subject, subject, fc.array(word, { minLength: 1, maxLength: 2 }), fc.nat(2))
  .map(([a, b, words, how]): [ApprovalSubject, ApprovalSubject] => {
    if (how === 0) return [a, b];
    const install = { ...a, ...INSTALL, command: ["npm", "install", "x"] };
    return how === 1 ? [{ ...install, command: ["npm", "install", ...words] }, install] : [{ ...a, commit: "c9" }, a];
  });
const STRICTNESS = { allow: 0, ask: 1, deny: 2 };
const RISKS = { low: 0, medium: 1, high: 2 };
function verdicts({
  kind,
  tool,
  command,
  paths,
  directory,
  content,
}: ApprovalSubject): { strict: number; risk: number }[] {
  if (kind === "spend") return [];
  const intent = { tool, effect: kind, command, paths, directory, content };
  return ([1, 2, 3, 4, 5] as const).map((level: Level) => {
    const decision = decide({ intent, risk: "low", level, attended: true, taint: "outside", planned: [] });
    return { strict: STRICTNESS[decision.kind], risk: decision.kind === "ask" ? RISKS[decision.risk] : 0 };
  });
}
test("whatever a grant covers is nothing riskier: no new trait, host, place, image or price, and no stricter verdict", () => {
  let covered = 0;
  fc.assert(
    fc.property(pair, ([other, granted]) => {
      if (!like(other, granted)) return;
      covered += 1;
      const traits = new Set(classifyCommand(granted.command).map(({ kind }) => kind));
      for (const { kind } of classifyCommand(other.command)) expect(traits).toContain(kind);
      expect(granted).toMatchObject({
        tool: other.tool,
        directory: other.directory,
        image: other.image,
        hosts: other.hosts,
        maxCostUsd: other.maxCostUsd,
      });
      for (const [at, verdict] of verdicts(other).entries()) {
        expect(verdict.strict).toBeLessThanOrEqual(verdicts(granted)[at]?.strict ?? 0);
        expect(verdict.risk).toBeLessThanOrEqual(verdicts(granted)[at]?.risk ?? 0);
      }
    }),
    { numRuns: 3000 },
  );
  expect(covered).toBeGreaterThan(100);
});
test("what was granted is like itself", () => {
  fc.assert(
    fc.property(subject, (granted) => {
      if (grantOf(granted) !== null) expect(like(granted, granted)).toBe(true);
    }),
  );
});

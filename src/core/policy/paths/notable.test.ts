import fc from "fast-check";
import { expect, test } from "vitest";
import { EVERYTHING, mayStandFor, standsFor, STEERING, surelyStandsFor } from "./notable.ts";

const hidden = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

test("a pattern that hides any letters of a name still stands for it", () => {
  const places = fc.array(fc.tuple(fc.nat(60), fc.constantFrom("?", "*", "[a-z]")), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.constantFrom(...EVERYTHING), places, (path, hiding) => {
      const marks = new Map(hiding.map(([at, by]) => [at % path.length, by]));
      const pattern = [...path].map((letter, at) => marks.get(at) ?? letter).join("");
      expect(standsFor(pattern, path)).toBe(true);
    }),
  );
});

test("a file that others run is found behind any one letter that a shell's pattern hides in its name", () => {
  for (const path of STEERING)
    for (const [at, letter] of [...path].entries())
      if (letter !== "/" && !(letter === "." && (at === 0 || path[at - 1] === "/")))
        expect(mayStandFor(hidden(path, at, "?")), hidden(path, at, "?")).not.toBeNull();
});

test.each(["*", "*.md", "*.yml", "src/*.ts", "docs/*.md", "README*", "test*.json", "*/", ".e*", "**/*.ts"])(
  "%s is meant for other files",
  (pattern) => {
    expect(mayStandFor(pattern)).toBeNull();
  },
);

test("a pattern of very many stars is told at once", () => {
  expect(standsFor("*a".repeat(5000), ".github/workflows/ci.yml")).toBe(true);
  expect(mayStandFor(`${"*a".repeat(5000)}/x`)).toBeNull();
}, 500);

test("a pattern of very many folders is told at once", () => {
  expect(mayStandFor(`${"a/".repeat(2000)}*`)).not.toBeNull();
  expect(mayStandFor(`${"x?x/".repeat(38)}x`)).toBeNull();
}, 500);

test.each([
  "*/CLAUD?.md",
  "*/*/AGENT*.md",
  ".github/*/ci.yml",
  ".github/*.yml",
  "packages/*/.mcp.js?n",
  "*/lefthook.y*",
])("%s may stand for a file that others run", (pattern) => {
  expect(mayStandFor(pattern)).not.toBeNull();
});

test.each([
  ["CLAUDE.md", "CLAUDE.md", true],
  ["*.md", "CLAUDE.md", true],
  ["claude.md", "CLAUDE.md", false],
  ["[x]LAUDE.md", "CLAUDE.md", false],
  ["*C*L*A*U*D*E*", "CLAUDE.md", false],
])("%s surely stands for %s: %s", (pattern, path, expected) => {
  expect(surelyStandsFor(pattern, path)).toBe(expected);
});

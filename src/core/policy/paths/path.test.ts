import * as fc from "fast-check";
import { expect, test } from "vitest";
import { checkNames, checkPlace, readingsOf, textProblem } from "./path.ts";

const secret = fc.constantFrom(
  ".env",
  ".env.local",
  "id_rsa",
  ".npmrc",
  "server.key",
  "credentials.json",
  ".netrc",
  ".ssh",
);
const folder = fc.constantFrom("", "src/", "a b/c/", "./", "x/../", "ünï/", "/workspace/");
const unseen = fc.constantFrom("", "\u200B", "\u200D", "\u00AD", "\uFEFF", "\u2060", "\u{E0061}", "\uFE0F");
const ending = fc.constantFrom("", ".", " ", "..", ". .", "::$DATA", ":x");
const wide = (text: string): string =>
  text.replaceAll(/[!-.0-~]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0));

test("a secret stays one in every spelling that some file system takes for it", () => {
  fc.assert(
    fc.property(folder, secret, fc.nat(), unseen, ending, fc.boolean(), (below, name, cases, mark, end, full) => {
      const cased = [...name].map((char, at) => ((cases >> at) & 1 ? char.toUpperCase() : char));
      cased.splice(cases % name.length, 0, mark);
      const path = `${below}${full ? wide(cased.join("")) : cased.join("")}${end}`;
      for (const op of ["read", "write", "delete"] as const)
        expect(checkNames(path, op), path).toMatchObject({ verdict: "deny" });
    }),
    { numRuns: 1000 },
  );
});
test("names of source code and prose are never refused, even where a secret's name is part of them", () => {
  const word = fc.constantFrom(
    "env",
    "secrets",
    "credentials",
    "id_rsa",
    "key",
    "npmrc",
    "history",
    "netrc",
    "kubeconfig",
  );
  const code = fc.constantFrom("ts", "py", "go", "rs", "md", "tsx", "css", "java", "html");
  fc.assert(
    fc.property(folder, word, fc.constantFrom("", ".test", "-form", "_reader"), code, (below, name, middle, kind) => {
      expect(checkNames(`${below}${name}${middle}.${kind}`, "write")).toEqual({ verdict: "allow" });
    }),
  );
});
test("whatever is asked is answered, and no reading of a path is lost", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (path) => {
      expect(textProblem(path) ?? "").toBeTypeOf("string");
      expect(readingsOf(path)[0]).toBe(path);
      for (const reading of readingsOf(path)) expect(checkNames(reading, "write").verdict).toMatch(/^(allow|deny)$/);
    }),
  );
});
test("a file of two names is read when both are below the folder and neither is a secret's", () => {
  const read = (others: readonly string[]) =>
    checkPlace({ path: "a.txt", entry: "file", names: 2, others }, "read").verdict;
  expect([["b.txt"], [".env"], [".git/config"], []].map(read)).toEqual(["allow", "deny", "deny", "deny"]);
});
test("a file of two names may be read and lost, not changed", () => {
  const place = { path: "a.txt", entry: "file", names: 2 } as const;
  expect((["read", "delete", "write"] as const).map((op) => checkPlace(place, op).verdict)).toEqual([
    "allow",
    "allow",
    "deny",
  ]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { isBareOption } from "./unlisted.ts";

test("what only says how to check, count or tell is bare", () => {
  for (const text of ["--strict", "--fail-fast", "--maxFailures=3", "--no-header", "--level=warning", "--only=a,b"])
    expect(isBareOption(text), text).toBe(true);
});
test("what runs, loads, writes or reaches is not, however its name is written", () => {
  const reaching = fc.constantFrom("exec", "plugin", "config", "output", "require", "host", "url", "env");
  const word = fc.constantFrom("", "fast", "max", "with");
  fc.assert(
    fc.property(word, reaching, word, fc.boolean(), (before, name, after, camel) => {
      const parts = [before, name, after].filter((part) => part !== "");
      const joined = camel
        ? parts.map((part, at) => (at === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1))).join("")
        : parts.join("-");
      expect(isBareOption(`--${joined}`)).toBe(false);
      expect(isBareOption(`--${joined}=x`)).toBe(false);
    }),
  );
});
test("a value that could be a place, an address or a command is no bare word", () => {
  for (const value of ["/tmp/x", "../x", "./x.js", "a.b", "https://x", "sh -c id", "$(id)", "~", "a:b"])
    expect(isBareOption(`--level=${value}`), value).toBe(false);
});

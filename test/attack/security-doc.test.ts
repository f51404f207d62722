import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const top = new URL("../../", import.meta.url);
const text = readFileSync(new URL("SECURITY.md", top), "utf8");

test("every promise of SECURITY.md names a test that exists", () => {
  const promises = text.split(/^(?=\d+\. )/gmu).slice(1);
  expect(promises.length).toBeGreaterThan(20);
  for (const [at, promise] of promises.entries()) {
    expect(promise.startsWith(`${at + 1}. `), promise).toBe(true);
    const named = [...promise.matchAll(/`((?:test|src)\/[^`]+)`: "([^"]+)"/gu)];
    expect(named, promise).not.toEqual([]);
    for (const [, file = "", name = ""] of named)
      expect(readFileSync(new URL(file, top), "utf8").includes(`"${name}"`), `${file}: ${name}`).toBe(true);
  }
});

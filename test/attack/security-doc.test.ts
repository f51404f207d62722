import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const top = new URL("../../", import.meta.url);
const text = readFileSync(new URL("SECURITY.md", top), "utf8");

test("every promise of SECURITY.md names a test that exists", () => {
  const promises = text.match(/^\d+\. /gmu) ?? [];
  const named = [...text.matchAll(/`((?:test|src)\/[^`]+)`: "([^"]+)"/gu)];
  expect(named.length).toBeGreaterThan(0);
  expect(named).toHaveLength(promises.length);
  for (const [, file = "", name = ""] of named)
    expect(readFileSync(new URL(file, top), "utf8").includes(`"${name}"`), `${file}: ${name}`).toBe(true);
});

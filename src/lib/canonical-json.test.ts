import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";

/** The same value with the members of each object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, turned(member)]),
  );
}
test("it is JSON of the same value, whatever order the members stand in", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(turned(value))).toBe(text);
    }),
  );
});
test("members stand in the order of their UTF-16 units, those without a value are left out, and there are no spaces", () => {
  expect(canonicalJson({ b: [1, undefined, -0], a: undefined, "10": null, "2": Number.NaN, ž: "ž", B: true })).toBe(
    '{"10":null,"2":null,"B":true,"b":[1,null,0],"ž":"ž"}',
  );
  expect(canonicalJson(undefined)).toBe("null");
});

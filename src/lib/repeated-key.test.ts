import fc from "fast-check";
import { expect, test } from "vitest";
import { repeatedKey } from "./repeated-key.ts";

test.each([
  ['{"a":1,"b":2,"a":3}', "a"],
  ['{"x":{"a":1,"\\u0061" \n :2}}', "a"],
  ['[{"q":[{}]},{"k":"k","k":1}]', "k"],
  ['{"":1,"":2}', ""],
])("%s repeats %j", (text, key) => {
  expect(repeatedKey(text)).toBe(key);
});
test("what was written from a value repeats no key, whatever its texts hold", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      expect(repeatedKey(JSON.stringify(value, null, indent))).toBeNull();
    }),
  );
});
test("a key that was put into an object a second time is found", () => {
  const entries = fc.array(fc.tuple(fc.string(), fc.jsonValue()), { minLength: 1 });
  fc.assert(
    fc.property(entries, fc.nat(), fc.nat(), (list, from, to) => {
      const pairs = [...new Map(list)].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
      const again = pairs[from % pairs.length] ?? "";
      const key = JSON.parse(`{${again}}`) as object;
      pairs.splice(to % (pairs.length + 1), 0, again);
      expect(repeatedKey(`{${pairs.join(",")}}`)).toBe(Object.keys(key)[0]);
    }),
  );
});

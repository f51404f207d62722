import { expect, test } from "vitest";
import { rememberTexts } from "./remember-texts.ts";

test("a short text is worked out once, a long one each time, and never another's answer is given", () => {
  const asked: string[] = [];
  const remembered = rememberTexts((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  expect([remembered("a"), remembered("b"), remembered("a")]).toEqual(["A", "B", "A"]);
  expect(asked).toEqual(["a", "b"]);
  const long = "x".repeat(2001);
  expect([remembered(long), remembered(long)]).toEqual([long.toUpperCase(), long.toUpperCase()]);
  expect(asked).toHaveLength(4);
});
test("what is kept does not grow without end", () => {
  let asked = 0;
  const remembered = rememberTexts((text) => {
    asked += 1;
    return text;
  });
  for (let index = 0; index < 2000; index += 1) remembered(`text ${index}`);
  remembered("text 0");
  expect(asked).toBe(2001);
});

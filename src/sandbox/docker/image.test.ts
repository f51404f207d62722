import { expect, test } from "vitest";
import { imageRemedy, SANDBOX_IMAGE } from "./image.ts";

test("only Sparks' own image comes from its script", () => {
  expect(imageRemedy(SANDBOX_IMAGE)).toEqual({ fix: "sh scripts/sandbox-image.sh", isCommand: true });
  const { fix, isCommand } = imageRemedy("no-such:1");
  expect(isCommand).toBe(false);
  expect(fix).toContain("no-such:1");
  expect(fix).not.toContain("scripts");
});

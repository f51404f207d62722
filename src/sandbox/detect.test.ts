import { expect, test } from "vitest";
import { pickRuntime } from "./detect.ts";

test.each([
  ["auto", ["runc", "runsc", "nvidia"], "runsc"],
  ["auto", ["io.containerd.runc.v2", "runc"], "runc"],
  ["auto", ["crun"], undefined],
  ["runc", ["runc", "runsc"], "runc"],
  ["runsc", ["runsc"], "runsc"],
] as const)("%s of %j is %s", (wish, listed, runtime) => {
  expect(pickRuntime(wish, listed)).toEqual({ runtime, problem: null });
});
test("a wished runtime that is not there is refused, and no weaker one taken", () => {
  expect(pickRuntime("runsc", ["runc"])).toMatchObject({
    runtime: undefined,
    problem: { reason: "the Docker engine has no runtime runsc (it has runc)" },
  });
});

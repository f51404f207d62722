import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the program is read without Node's own fetch", () => {
  const program = JSON.stringify(new URL("../run.ts", import.meta.url).href);
  const told = execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `await import(${program}); console.log(process.moduleLoadList.join("\\n"));`],
    { encoding: "utf8" },
  ).split("\n");
  expect(told).toContain("NativeModule _http_client");
  expect(told.filter((name) => name.includes("deps/undici"))).toEqual([]);
});

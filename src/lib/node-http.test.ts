import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

test("the program is read without Node's own fetch", () => {
  const program = ["run.ts", "compose/compose.ts", "emulator/emulator.ts"]
    .map((file) => `await import(${JSON.stringify(new URL(`../${file}`, import.meta.url).href)});`)
    .join("\n");
  const told = execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `${program} console.log(process.moduleLoadList.join("\\n"));`],
    { encoding: "utf8" },
  ).split("\n");
  expect(told).toContain("NativeModule _http_client");
  expect(told.filter((name) => name.includes("deps/undici"))).toEqual([]);
});

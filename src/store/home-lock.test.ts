import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { isFault } from "../core/fault.ts";
import { lockHome } from "./home-lock.ts";

const HOLDER = `
import { lockHome } from ${JSON.stringify(new URL("./home-lock.ts", import.meta.url).href)};
globalThis.lock = await lockHome(process.argv[1], process.pid);
process.stdout.write("held");
setInterval(() => {}, 1000);`;

async function lockError(home: string): Promise<unknown> {
  return lockHome(home, process.pid).then(
    () => "taken",
    (error: unknown) => error,
  );
}

test("a home that another process holds is refused with its pid, and free at once after kill -9", async () => {
  using folder = temporaryFolder();
  const home = folder.at("home");
  const child = spawn(process.execPath, ["--input-type=module", "-e", HOLDER, home], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  const error = await lockError(home);
  expect(isFault(error, "home.locked") && error.data).toEqual({ home, pid: child.pid });
  child.kill("SIGKILL");
  await once(child, "exit");
  await using _ = await lockHome(home, process.pid);
});

test("the same process cannot take a home twice, and can again after closing", async () => {
  using folder = temporaryFolder();
  {
    await using _ = await lockHome(folder.path, 4711);
    const error = await lockError(folder.path);
    expect(isFault(error, "home.locked") && error.data.pid).toBe(4711);
    rmSync(folder.at("lock.pid"));
    const unnamed = await lockError(folder.path);
    expect(isFault(unnamed, "home.locked") && unnamed.data.pid).toBe(0);
  }
  await using _ = await lockHome(folder.path, process.pid);
});

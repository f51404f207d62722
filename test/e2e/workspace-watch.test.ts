import { execFile, execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const MIB = 1024 ** 2;
/** Whoever it is that the program runs as, it is not root here: root reads all. */
const OWNER = process.getuid?.() === 0 ? 12_345 : null;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sparks-watch-"));
  if (OWNER !== null) chownSync(folder, OWNER, OWNER);
});
afterEach(() => {
  execFileSync("chmod", ["-R", "u+rwx", folder]);
  rmSync(folder, { recursive: true });
});

/** Watches the folder, as a user who is not root, until the sandbox would be ended. @returns why */
async function watched(limitBytes: number): Promise<string> {
  const source = new URL("../../src/sandbox/workspace-watch.ts", import.meta.url).href;
  const script = `import { watchWorkspace } from ${JSON.stringify(source)};
    const link = { ended: new Promise(() => {}), destroy: async () => {} };
    setTimeout(() => {}, 60_000);
    console.log(await watchWorkspace(link, ${JSON.stringify(folder)}, ${limitBytes}).ended);
    process.exit(0);`;
  const node = [process.execPath, "--input-type=module", "--eval", script];
  const user = ["setpriv", `--reuid=${OWNER}`, `--regid=${OWNER}`, "--clear-groups"];
  const [program = "", ...args] = OWNER === null ? node : [...user, ...node];
  const { stdout } = await promisify(execFile)(program, args, { cwd: "/" });
  return stdout.trim();
}
function make(name: string, bytes: number): void {
  const place = path.join(folder, name);
  writeFileSync(place, Buffer.alloc(bytes, 1));
  if (OWNER !== null) chownSync(place, OWNER, OWNER);
}

describe("what a workspace takes of the disk", () => {
  test("is seen in folders that were closed to their owner", async () => {
    mkdirSync(path.join(folder, "h"));
    make("h/big", 3 * MIB);
    if (OWNER !== null) chownSync(path.join(folder, "h"), OWNER, OWNER);
    chmodSync(path.join(folder, "h"), 0);
    expect(await watched(MIB)).toBe("its workspace took more than 1 MiB of the disk");
  });
  test("is seen by the number of files that take none", async () => {
    for (let n = 0; n < 1100; n += 1) make(`f${n}`, 0);
    expect(await watched(MIB)).toBe("its workspace held more than 1024 files");
  });
  test.skipIf(OWNER === null)("ends the sandbox when it cannot be told twice running", async () => {
    mkdirSync(path.join(folder, "somebody-elses"), { mode: 0o700 });
    expect(await watched(64 * MIB)).toBe("what its workspace takes of the disk could not be told");
  });
  test.skipIf(OWNER === null)("ends the sandbox when the disk is nearly full, whoever took it", async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=40m", "tmpfs", folder]);
    try {
      const ended = watched(1024 * MIB);
      const full = setTimeout(() => make("big", 39 * MIB), 1500);
      expect(await ended).toBe("the disk of its workspace was nearly full");
      clearTimeout(full);
    } finally {
      execFileSync("umount", [folder]);
    }
  });
});

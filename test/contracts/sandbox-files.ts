import { readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { defaults, never, type SandboxBench } from "./sandbox-bench.ts";

/** What a sandbox promises of the files of its workspace: what is read, written and refused, whatever links lead where. */
export function testFiles(bench: SandboxBench): void {
  const { out, sh } = bench;

  test("a file is written with its folders, replaced whole, and read in parts", async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, index) => index % 256);
    expect(await bench.session.write("d/e/f.bin", bytes, { signal: never })).toEqual({
      kind: "written",
      created: true,
    });
    expect(await bench.session.write("d/e/f.bin", bytes, { signal: never })).toEqual({
      kind: "written",
      created: false,
    });
    const part = await bench.session.read("d/e/f.bin", { offset: 1000, maxBytes: 500, signal: never });
    expect(part).toEqual({ kind: "read", content: bytes.slice(1000, 1500), size: 3000 });
    const beyond = await bench.session.read("d/e/f.bin", { offset: 9999, maxBytes: 500, signal: never });
    expect(beyond).toEqual({ kind: "read", content: new Uint8Array(), size: 3000 });
    expect(Uint8Array.from(await readFile(path.join(bench.workspace, "d/e/f.bin")))).toEqual(bytes);
  });
  test("a part of a file that cannot be is a mistake of whoever asks, and the sandbox goes on", async () => {
    for (const part of [
      { offset: -1, maxBytes: 5 },
      { offset: Number.NaN, maxBytes: 5 },
      { offset: 0.5, maxBytes: 5 },
      { offset: 0, maxBytes: -5 },
      { offset: 0, maxBytes: Number.NaN },
    ])
      await expect(bench.session.read("d/e/f.bin", { ...part, signal: never })).rejects.toThrow(RangeError);
    expect(await out("echo alive")).toBe("alive");
  });
  test("a request at which the runner throws is refused, and the sandbox goes on", async () => {
    const odd = JSON.parse("5") as string;
    const refused = { kind: "refused", why: "not-permitted" };
    expect(await bench.session.read(odd, { maxBytes: 5, signal: never })).toEqual(refused);
    expect(await bench.session.locate(odd, { signal: never })).toEqual(refused);
    expect(await bench.session.write(odd, Buffer.from("x"), { signal: never })).toEqual(refused);
    const run = await bench.session.run({ argv: ["true"], cwd: odd }, defaults);
    expect(run).toMatchObject({ kind: "not-started" });
    expect(await out("echo alive")).toBe("alive");
  });
  test("replacing keeps the file's mode", async () => {
    await bench.session.write("tool.sh", Buffer.from("#!/bin/sh\necho 1\n"), { signal: never });
    await sh("chmod 755 tool.sh");
    await bench.session.write("tool.sh", Buffer.from("#!/bin/sh\necho 2\n"), { signal: never });
    expect(await out("./tool.sh")).toBe("2");
  });
  test.each([
    ["../x", "outside"],
    ["/etc/passwd", "outside"],
    ["a/../../x", "outside"],
    ["nul\0", "outside"],
    ["to-etc", "outside"],
    ["to-root/etc/passwd", "outside"],
    ["none", "missing"],
    ["plain-file/x", "missing"],
    ["loop", "missing"],
    [".", "folder"],
    ["folder", "folder"],
    ["fifo", "not-a-file"],
    ["socket", "not-a-file"],
    ["closed", "not-permitted"],
  ])("reading %j is refused: %s", async (place, why) => {
    await sh(`ln -sfn /etc/passwd to-etc; ln -sfn / to-root; ln -sfn loop loop; mkdir -p folder; touch plain-file closed; chmod 0 closed
      test -p fifo || mkfifo fifo; test -S socket || node -e 'const s=require("net").createServer().listen("socket",()=>process.exit(0))'`);
    expect(await bench.session.read(place, { maxBytes: 10, signal: never })).toEqual({ kind: "refused", why });
  });
  test.each([
    ["../x", "outside"],
    ["/tmp/x", "outside"],
    ["to-tmp/x", "outside"],
    ["dangling", "outside"],
    ["folder2", "folder"],
    ["fifo2", "not-a-file"],
    [".", "folder"],
    ["plain2/x", "missing"],
  ])("writing %j is refused: %s", async (place, why) => {
    await sh(
      "ln -sfn /tmp to-tmp; ln -sfn /tmp/none dangling; mkdir -p folder2; test -p fifo2 || mkfifo fifo2; touch plain2",
    );
    expect(await bench.session.write(place, Buffer.from("x"), { signal: never })).toEqual({ kind: "refused", why });
    expect(await out("ls /tmp | grep -c x")).toBe("0");
  });
  test("a link to a file inside is followed, and stays a link", async () => {
    await sh("mkdir -p real; echo old > real/file; ln -sfn real/file link");
    await bench.session.write("link", Buffer.from("new"), { signal: never });
    expect(await out("cat real/file; readlink link")).toBe("newreal/file");
  });
  test.each([
    ["located/a.txt", { kind: "at", path: "located/a.txt", entry: "file" }],
    ["located/../located//./a.txt", { kind: "at", path: "located/a.txt", entry: "file" }],
    ["located/by-name", { kind: "at", path: "located/a.txt", entry: "file" }],
    ["located/by-folder/a.txt", { kind: "at", path: "located/a.txt", entry: "file" }],
    ["located/by-folder/new/b.txt", { kind: "at", path: "located/new/b.txt", entry: "nothing" }],
    ["located", { kind: "at", path: "located", entry: "folder" }],
    [".", { kind: "at", path: "", entry: "folder" }],
    ["located/pipe", { kind: "at", path: "located/pipe", entry: "special" }],
    ["none/at/all", { kind: "at", path: "none/at/all", entry: "nothing" }],
    ["located/away", { kind: "refused", why: "outside" }],
    ["located/away/x", { kind: "refused", why: "outside" }],
    ["located/dangling", { kind: "refused", why: "outside" }],
    ["../x", { kind: "refused", why: "outside" }],
    ["/etc/passwd", { kind: "refused", why: "outside" }],
    ["nul\0", { kind: "refused", why: "outside" }],
  ])("where %j leads is told", async (place, where) => {
    await sh(`mkdir -p located; touch located/a.txt; ln -sfn a.txt located/by-name; ln -sfn ../located located/by-folder
      ln -sfn /etc located/away; ln -sfn /etc/none located/dangling; test -p located/pipe || mkfifo located/pipe`);
    expect(await bench.session.locate(place, { signal: never })).toEqual(where);
  });
  test("links that the host's owner made to the outside show nothing of the host", async () => {
    const secret = path.join(bench.base, "secret");
    await writeFile(secret, "host secret");
    await symlink(secret, path.join(bench.workspace, "to-host"));
    const answer = await bench.session.read("to-host", { maxBytes: 100, signal: never });
    expect(answer.kind).toBe("refused");
    expect(await out("cat to-host 2>/dev/null")).toBe("");
  });
  test("a folder that is swapped for a link while it is read shows nothing of outside the workspace", async () => {
    await sh("mkdir -p swapped; echo inside > swapped/passwd");
    const swaps = `const fs = require("fs"); for (;;) {
      fs.renameSync("swapped", "aside"); fs.symlinkSync("/etc", "swapped"); fs.unlinkSync("swapped"); fs.renameSync("aside", "swapped"); }`;
    const stop = new AbortController();
    const swapping = bench.session.run(
      { argv: ["node", "-e", swaps] },
      { ...defaults, timeoutMs: 60_000, signal: stop.signal },
    );
    const seen = { inside: 0, refused: 0 };
    // Both must really have happened, else nothing was swapped under our feet.
    for (let looks = 0; looks < 5000 || seen.inside === 0 || seen.refused === 0; looks += 1) {
      const found = await bench.session.read("swapped/passwd", { maxBytes: 100, signal: never });
      if (found.kind === "read") expect(Buffer.from(found.content).toString()).toBe("inside\n");
      seen[found.kind === "read" ? "inside" : "refused"] += 1;
    }
    stop.abort();
    await swapping;
    await sh("rm -rf swapped aside");
  });
}

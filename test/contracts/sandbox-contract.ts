import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunOptions, RunResult, Sandbox, SandboxSession, SandboxSpec } from "../../src/core/ports/sandbox.ts";
import type { Held } from "../support/sandbox-options.ts";
import { isFault } from "../../src/core/fault.ts";

export type SandboxMaker = {
  /** A sandbox of a home of its own; `home` tells several apart. */
  readonly make: (home: string, runFolder: string) => Sandbox;
  /** Program text of a child that runs `command` in a session of its own, prints when that has said something, and waits. */
  readonly childScript: (home: string, runFolder: string, held: Held) => string;
  /** Why it cannot be tried here; null when it must work. */
  readonly skip: string | null;
};
const MIB = 1024 * 1024;
const never = new AbortController().signal;
const defaults: RunOptions = { timeoutMs: 20_000, outputBytes: 64 * 1024, signal: never };
const limits = { memoryBytes: 512 * MIB, cpus: 1, processes: 128, fileBytes: 64 * MIB, wallClockMs: 600_000 };

/** What every sandbox promises. The session is shared by tests that leave it as they found it. */
export function describeSandbox(name: string, { make, childScript, skip }: SandboxMaker): void {
  describe.skipIf(skip !== null)(`sandbox by ${name}${skip === null ? "" : `: ${skip}`}`, () => {
    let base = "";
    let sandbox: Sandbox;
    let session: SandboxSession;
    let workspace = "";
    const home = `test${process.pid}`;
    const newWorkspace = async (): Promise<string> => {
      const folder = path.join(base, `w${Math.random().toString(36).slice(2)}`);
      await mkdir(folder);
      return folder;
    };
    const spec = async (more: Partial<SandboxSpec> = {}): Promise<SandboxSpec> => ({
      owner: "task-1",
      workspace: await newWorkspace(),
      network: "none",
      limits,
      ...more,
    });
    const run = async (argv: readonly [string, ...string[]], more: Partial<RunOptions> = {}): Promise<RunResult> =>
      session.run({ argv }, { ...defaults, ...more });
    const sh = async (script: string, more: Partial<RunOptions> = {}): Promise<RunResult> =>
      run(["sh", "-c", script], more);
    const out = async (script: string): Promise<string> => (await sh(script)).stdout.text.trim();

    beforeAll(async () => {
      base = await mkdtemp(path.join(tmpdir(), "sparks-sandbox-"));
      sandbox = make(home, path.join(base, "run"));
      const opened = await spec();
      workspace = opened.workspace;
      session = await sandbox.open(opened, never);
    });
    afterAll(async () => {
      await session?.[Symbol.asyncDispose]();
      await sandbox.reap(new Set(), never);
      await rm(base, { recursive: true, force: true });
    });

    test("it says what work would run in, the same each time", async () => {
      const image = await sandbox.image(never);
      expect(image).toContain(sandbox.kind);
      expect(await sandbox.image(never)).toBe(image);
      if (sandbox.kind === "docker") expect(image).toMatch(/sha256:[0-9a-f]{64}$/);
    });
    test("an exit code is an answer, and both streams are kept apart", async () => {
      const result = await sh("echo out; echo err >&2; exit 7");
      expect(result).toMatchObject({ kind: "exited", code: 7 });
      expect(result.stdout).toEqual({ text: "out\n", bytes: 4, truncated: false });
      expect(result.stderr).toEqual({ text: "err\n", bytes: 4, truncated: false });
    });
    test("a program that dies of a signal says which", async () => {
      expect(await sh("kill -SEGV $$")).toMatchObject({ kind: "signalled", signal: "SIGSEGV" });
    });
    test("arguments arrive exactly as given", async () => {
      const given = ["a b", "line\nbreak", "🧰 é", "", "$HOME `id` \\ '\"", "-n", "*"];
      const print = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
      const result = await run(["node", "-e", print, "--", ...given]);
      expect(JSON.parse(result.stdout.text)).toEqual(given);
    });
    test("stdin, environment and folder arrive", async () => {
      await session.write("sub/x", Buffer.from("1"), { signal: never });
      const command = { argv: ["sh", "-c", 'cat; printf "%s" "$WORD"; pwd'] as const, cwd: "sub" };
      const result = await session.run({ ...command, env: { WORD: "ü =1" }, stdin: "in 🧰\n" }, defaults);
      expect(result.stdout.text).toBe("in 🧰\nü =1/workspace/sub\n");
    });
    test("what is written while a program runs arrives at once, and its end is told", async () => {
      const said = Promise.withResolvers<void>();
      async function* input(): AsyncGenerator<string> {
        yield "first ü\n";
        await said.promise;
        yield "second\n";
      }
      const heard: string[] = [];
      const onOutput = (_: string, text: string): void => {
        heard.push(text);
        if (heard.join("").includes("first ü\n")) said.resolve();
      };
      const command = { argv: ["sh", "-c", "cat; echo over"] as const, input: input() };
      const result = await session.run(command, { ...defaults, onOutput });
      expect(result).toMatchObject({ kind: "exited", code: 0 });
      expect(result.stdout.text).toBe("first ü\nsecond\nover\n");
    });
    test("a program that ends before its input does lets go of it", async () => {
      const released = Promise.withResolvers<void>();
      async function* input(): AsyncGenerator<string> {
        try {
          for (;;) yield "more\n";
        } finally {
          released.resolve();
        }
      }
      const command = { argv: ["head", "-n", "1"] as const, input: input() };
      expect((await session.run(command, defaults)).stdout.text).toBe("more\n");
      await released.promise;
    });
    test("a big stdin that nobody reads harms nothing", async () => {
      const stdin = "x".repeat(5 * MIB);
      expect(await session.run({ argv: ["true"], stdin }, defaults)).toMatchObject({ kind: "exited", code: 0 });
      expect((await session.run({ argv: ["wc", "-c"], stdin }, defaults)).stdout.text.trim()).toBe(String(5 * MIB));
    });
    test("what cannot start says why", async () => {
      await session.write("plain", Buffer.from("text"), { signal: never });
      expect(await run(["no-such-program-here"])).toMatchObject({ kind: "not-started" });
      expect(await run(["./plain"])).toMatchObject({ kind: "not-started" });
      expect(await session.run({ argv: ["true"], cwd: "gone" }, defaults)).toMatchObject({ kind: "not-started" });
      expect(await session.run({ argv: ["true"], cwd: "../etc" }, defaults)).toMatchObject({ kind: "not-started" });
      expect(await run(["echo", "nul\0"])).toMatchObject({ kind: "not-started" });
    });
    test("a timeout kills what hides in sessions of its own, soon", async () => {
      const hidden = "setsid sh -c 'trap \"\" TERM HUP; env -i sleep 987654' & env -i setsid -f sleep 987654; sleep 60";
      const result = await sh(`echo begun; ${hidden}`, { timeoutMs: 500 });
      expect(result.kind).toBe("timed-out");
      expect(result.stdout.text).toBe("begun\n");
      expect(result.durationMs).toBeLessThan(3000);
      expect(await out("cat /proc/[0-9]*/cmdline | grep -ac '98765[4]'")).toBe("0");
    });
    test("an abort ends a call as a timeout does, and the session goes on", async () => {
      const stop = new AbortController();
      const running = sh("echo up; setsid sleep 987655 & sleep 60", {
        signal: stop.signal,
        onOutput: () => stop.abort(),
      });
      expect((await running).kind).toBe("stopped");
      expect(await out("cat /proc/[0-9]*/cmdline | grep -ac '98765[5]'")).toBe("0");
      expect((await run(["true"], { signal: stop.signal })).kind).toBe("stopped");
    });
    test("a timeout of one call leaves another call alone", async () => {
      const other = sh("sleep 2; echo fine");
      expect((await sh("setsid sleep 60 & sleep 60", { timeoutMs: 300 })).kind).toBe("timed-out");
      expect(await other).toMatchObject({ kind: "exited", stdout: { text: "fine\n" } });
    });
    test("a background process outlives its call, and does not hold it up", async () => {
      const result = await sh("(sleep 30; echo late) & echo now");
      expect(result).toMatchObject({ kind: "exited", code: 0, stdout: { text: "now\n" } });
      expect(result.durationMs).toBeLessThan(2500);
    });
    test("a flood of 100 MB is counted, capped, and costs little memory", async () => {
      const before = process.memoryUsage().rss;
      const result = await sh("head -c 100000000 /dev/zero | tr '\\0' x", { outputBytes: 10_000, timeoutMs: 60_000 });
      expect(result.kind).toBe("exited");
      expect(result.stdout.bytes).toBe(100_000_000);
      expect(result.stdout.truncated).toBe(true);
      expect(result.stdout.text).toContain("99990000 bytes left out");
      expect(result.stdout.text.length).toBeLessThan(10_100);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MIB);
    });
    test("an endless printer is ended by its deadline", async () => {
      expect((await run(["yes"], { timeoutMs: 700, outputBytes: 1000 })).kind).toBe("timed-out");
    });
    test("invalid UTF-8 becomes valid text", async () => {
      const result = await sh("printf 'a\\377\\303(\\360\\237'");
      expect(result.stdout.bytes).toBe(6 - 0);
      expect(result.stdout.text.isWellFormed()).toBe(true);
      expect(result.stdout.text.startsWith("a\uFFFD\uFFFD(")).toBe(true);
    });
    test("output is told as it comes, in whole characters", async () => {
      const heard: string[] = [];
      await sh("printf '\\360\\237'; sleep 0.2; printf '\\247\\260'", {
        onOutput: (_stream, text) => heard.push(text),
      });
      expect(heard).toEqual(["🧰"]);
    });
    test("calls at once do not mix", async () => {
      const numbers = Array.from({ length: 20 }, (_, index) => index);
      const results = await Promise.all(numbers.map(async (n) => sh(`echo ${n}; sleep 0.1; echo ${n} >&2; exit ${n}`)));
      for (const [n, result] of results.entries())
        expect(result).toMatchObject({ code: n, stdout: { text: `${n}\n` }, stderr: { text: `${n}\n` } });
    });

    test("there is no network: no route, no names, only loopback", async () => {
      const script = `
        const net = require("node:net"), dns = require("node:dns").promises, os = require("node:os");
        const reach = (host, port) => new Promise((done) => {
          const socket = net.connect({ host, port, timeout: 3000 }, () => done("connected"));
          socket.on("error", (error) => done(error.code)); socket.on("timeout", () => done("timeout"));
        });
        (async () => console.log(JSON.stringify([await reach("1.1.1.1", 443), await reach("172.17.0.1", 2375),
          await dns.lookup("registry.npmjs.org").then(() => "resolved", (error) => error.code),
          Object.keys(os.networkInterfaces()).filter((name) => name !== "lo"), process.env.HTTPS_PROXY ?? null])))();`;
      const [far, near, name, interfaces, proxy] = JSON.parse(
        (await run(["node", "-e", script])).stdout.text,
      ) as string[];
      expect([far, near]).toEqual(["ENETUNREACH", "ENETUNREACH"]);
      expect(name).toMatch(/EAI_AGAIN|ENOTFOUND/);
      expect(interfaces).toEqual([]);
      expect(proxy).toBeNull();
    });
    test("localhost works inside", async () => {
      const script = `const server = require("node:http").createServer((q, a) => a.end("yes")).listen(0, async () => {
        console.log(await (await fetch("http://localhost:" + server.address().port)).text()); process.exit(0); });`;
      expect((await run(["node", "-e", script])).stdout.text).toBe("yes\n");
    });
    test("the root is read-only; workspace, /tmp and home are not", async () => {
      const places = "/ /etc /usr/bin /usr/local /opt /run /run/sparks /home /workspace /tmp /home/agent";
      const wrote = await out(`for p in ${places}; do touch $p/.probe 2>/dev/null && echo $p; done; true`);
      expect(wrote.split("\n")).toEqual(["/workspace", "/tmp", "/home/agent"]);
      expect(await out("echo $HOME $TMPDIR")).toBe("/home/agent /tmp");
    });
    test("the user is not 0, with no capabilities and no way to get some", async () => {
      const status = await out("cat /proc/self/status");
      expect(status).toMatch(/^Uid:\t[1-9]/m);
      expect(status).toMatch(/^Gid:\t[1-9]/m);
      for (const set of ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"])
        expect(status).toContain(`${set}:\t0000000000000000`);
      expect(status).toMatch(/^NoNewPrivs:\t1$/m);
      expect(status).toMatch(/^Seccomp:\t2$/m);
    });
    test("namespaces, mounts, tracing and the host's secrets are out of reach", async () => {
      const refused = async (script: string): Promise<boolean> =>
        (await sh(script)).kind === "exited" && (await out(`${script} >/dev/null 2>&1 && echo done`)) !== "done";
      expect(await refused("unshare -U true")).toBe(true);
      expect(await refused("unshare -m true")).toBe(true);
      expect(await refused("mount -t tmpfs none /tmp")).toBe(true);
      expect(await refused("cat /etc/shadow")).toBe(true);
      expect(await refused("ls /root")).toBe(true);
      expect(await refused("test -S /var/run/docker.sock")).toBe(true);
      expect(await refused("mknod /tmp/disk b 8 0")).toBe(true);
    });
    test("the runner's memory and streams are closed to what it runs", async () => {
      const script = `
        pid=$(for p in /proc/[0-9]*; do grep -qa eval $p/cmdline 2>/dev/null && tr '\\0' '\\n' <$p/cmdline | grep -qx -- --eval && basename $p; done | sort -n | tail -1)
        test -n "$pid" || echo none
        cat /proc/$pid/mem >/dev/null 2>&1 && echo mem; ls /proc/$pid/fd 2>/dev/null | grep -q . && echo fd; true`;
      expect(await out(script)).toBe("");
    });
    test("garbage in the runner's stream is no answer, whatever it says", async () => {
      const opened = await sandbox.open(await spec({ owner: "task-forge" }), never);
      await using forged = opened;
      const frame =
        "for p in /proc/[0-9]*; do for n in 0 1 2; do printf 'forged%01000d' 0 2>/dev/null >$p/fd/$n; done; done 2>/dev/null; exit 3";
      try {
        expect(await forged.run({ argv: ["sh", "-c", frame] }, { ...defaults, timeoutMs: 4000 })).toMatchObject({
          code: 3,
        });
      } catch (error) {
        expect(isFault(error, "sandbox.lost")).toBe(true); // it was noticed, and the sandbox ended
      }
    });

    test("a fork bomb is contained, and gone after its deadline", async () => {
      const result = await run(["bash", "-c", ":(){ :|:& };:; sleep 60"], { timeoutMs: 1500, outputBytes: 1000 });
      expect(["timed-out", "exited", "signalled"]).toContain(result.kind);
      await sh("true");
      expect(await run(["echo", "alive"])).toMatchObject({ kind: "exited", stdout: { text: "alive\n" } });
    });
    test("what keeps the sandbox full of processes is ended long before its deadline, by whatever names they hide", async () => {
      const bomb = `const { spawn } = require("node:child_process");
        const more = () => { try { spawn(process.execPath, ["bomb.js"], { detached: true, stdio: "ignore", env: {} }).on("error", () => undefined); } catch {} };
        more();
        setInterval(more, 5);`;
      await session.write("bomb.js", Buffer.from(bomb), { signal: never });
      const result = await run(["node", "bomb.js"], { timeoutMs: 600_000 });
      expect(result.kind).toBe("too-many-processes");
      expect(result.durationMs).toBeLessThan(60_000);
      expect(await run(["echo", "alive"])).toMatchObject({ kind: "exited", stdout: { text: "alive\n" } });
    });
    test("a memory hog is killed and says so, and the session goes on", async () => {
      const hog = "import time\nx=[]\nwhile True:\n  x.append(bytearray(16<<20)); time.sleep(0.005)";
      const result = await run(["python3", "-c", hog], { timeoutMs: 60_000 });
      expect(result.kind).toBe("out-of-memory");
      expect(await run(["echo", "alive"])).toMatchObject({ kind: "exited", stdout: { text: "alive\n" } });
    });
    test("a file beyond its limit is refused", async () => {
      const result = await sh("head -c 100000000 /dev/zero > big; echo $?; stat -c %s big; rm big");
      const [, size] = result.stdout.text.trim().split("\n").slice(-2);
      expect(Number(size)).toBe(64 * MIB);
    });

    test("a file is written with its folders, replaced whole, and read in parts", async () => {
      const bytes = Uint8Array.from({ length: 3000 }, (_, index) => index % 256);
      expect(await session.write("d/e/f.bin", bytes, { signal: never })).toEqual({ kind: "written", created: true });
      expect(await session.write("d/e/f.bin", bytes, { signal: never })).toEqual({ kind: "written", created: false });
      const part = await session.read("d/e/f.bin", { offset: 1000, maxBytes: 500, signal: never });
      expect(part).toEqual({ kind: "read", content: bytes.slice(1000, 1500), size: 3000 });
      const beyond = await session.read("d/e/f.bin", { offset: 9999, maxBytes: 500, signal: never });
      expect(beyond).toEqual({ kind: "read", content: new Uint8Array(), size: 3000 });
      expect(Uint8Array.from(await readFile(path.join(workspace, "d/e/f.bin")))).toEqual(bytes);
    });
    test("replacing keeps the file's mode", async () => {
      await session.write("tool.sh", Buffer.from("#!/bin/sh\necho 1\n"), { signal: never });
      await sh("chmod 755 tool.sh");
      await session.write("tool.sh", Buffer.from("#!/bin/sh\necho 2\n"), { signal: never });
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
      expect(await session.read(place, { maxBytes: 10, signal: never })).toEqual({ kind: "refused", why });
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
      expect(await session.write(place, Buffer.from("x"), { signal: never })).toEqual({ kind: "refused", why });
      expect(await out("ls /tmp | grep -c x")).toBe("0");
    });
    test("a link to a file inside is followed, and stays a link", async () => {
      await sh("mkdir -p real; echo old > real/file; ln -sfn real/file link");
      await session.write("link", Buffer.from("new"), { signal: never });
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
      expect(await session.locate(place, { signal: never })).toEqual(where);
    });
    test("links that the host's owner made to the outside show nothing of the host", async () => {
      const secret = path.join(base, "secret");
      await writeFile(secret, "host secret");
      await symlink(secret, path.join(workspace, "to-host"));
      const answer = await session.read("to-host", { maxBytes: 100, signal: never });
      expect(answer.kind).toBe("refused");
      expect(await out("cat to-host 2>/dev/null")).toBe("");
    });

    test("closing removes it, twice is harmless, and calls after it are faults", async () => {
      const opened = await sandbox.open(await spec({ owner: "task-close" }), never);
      const before = await sandbox.live(never);
      const running = opened.run({ argv: ["sleep", "60"] }, defaults).catch((error: unknown) => error);
      await opened[Symbol.asyncDispose]();
      await opened[Symbol.asyncDispose]();
      expect(isFault(await running, "sandbox.lost")).toBe(true);
      expect(await sandbox.live(never)).toBe(before - 1);
      await expect(opened.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
      await expect(opened.read("x", { maxBytes: 1, signal: never })).rejects.toMatchObject({ code: "sandbox.lost" });
    });
    test("a workspace that takes more of the disk than it may ends its sandbox, and says so", async () => {
      const opened = await spec({ owner: "task-full" });
      await using full = await sandbox.open(opened, never);
      const script = "for n in 1 2 3 4 5 6; do head -c 60000000 /dev/zero > big$n; done; sleep 60";
      const lost = full.run({ argv: ["sh", "-c", script] }, { ...defaults, timeoutMs: 60_000 });
      await expect(lost).rejects.toMatchObject({
        code: "sandbox.lost",
        data: { reason: "its workspace took more than 256 MiB of the disk" },
      });
      await rm(opened.workspace, { recursive: true });
    });
    test("its wall clock ends it", async () => {
      await using opened = await sandbox.open(await spec({ limits: { ...limits, wallClockMs: 1200 } }), never);
      await expect(opened.run({ argv: ["sleep", "60"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
    });
    test("a program that kills all it can loses the sandbox, and only that", async () => {
      await using opened = await sandbox.open(await spec({ owner: "task-kill" }), never);
      const ended = opened.run({ argv: ["sh", "-c", "kill -9 -1; sleep 60"] }, defaults);
      await expect(ended).rejects.toMatchObject({ code: "sandbox.lost" });
      expect(await run(["true"])).toMatchObject({ kind: "exited", code: 0 });
    });
    test("a program that stops its runner is ended by the host, with all that it left", async () => {
      await using opened = await sandbox.open(await spec({ owner: "task-stop" }), never);
      const result = await opened.run(
        { argv: ["sh", "-c", `setsid sleep 900${process.pid} & kill -STOP -1; sleep 60`] },
        { ...defaults, timeoutMs: 500 },
      );
      expect(result.kind).toBe("timed-out");
      await expect(opened.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
      await opened[Symbol.asyncDispose]();
      await expect.poll(async () => statesOf(`900${process.pid}`), { timeout: 5000 }).toEqual([]);
    });
    test("opening can be stopped and leaves nothing", async () => {
      const before = await sandbox.live(never);
      await expect(sandbox.open(await spec(), AbortSignal.abort())).rejects.toThrow(/abort|lost/i);
      expect(await sandbox.live(never)).toBe(before);
    });
    test("reaping takes what is not kept, and leaves other homes alone", async () => {
      const elsewhere = make(`${home}b`, path.join(base, "other"));
      await using other = await elsewhere.open(await spec({ owner: "task-9" }), never);
      await using gone = await sandbox.open(await spec({ owner: "task-gone" }), never);
      await using kept = await sandbox.open(await spec({ owner: "task-kept" }), never);
      expect(await sandbox.reap(new Set(["task-1", "task-kept"]), never)).toBe(1);
      await expect(gone.run({ argv: ["true"] }, defaults)).rejects.toMatchObject({ code: "sandbox.lost" });
      for (const left of [other, kept, session])
        expect(await left.run({ argv: ["true"] }, defaults)).toMatchObject({ kind: "exited", code: 0 });
    });
    test.each([
      ["its sandbox is gone within seconds", ":", false],
      ["a sandbox that has stopped its runner is gone, at the latest when the next start reaps", "kill -STOP -1", true],
    ])("when the host process is killed, %s", async (_title, trick, mayReap) => {
      const homeOfChild = `${home}${mayReap ? "d" : "c"}`;
      const folder = path.join(base, `child-${mayReap}`);
      const mark = `${mayReap ? 8 : 7}00${process.pid}`;
      const script = path.join(import.meta.dirname, `child-${name}-${process.pid}.tmp.ts`);
      const command = `setsid sleep ${mark} & echo up; sleep 0.2; ${trick}; sleep ${mark}`;
      await writeFile(script, childScript(homeOfChild, folder, { workspace: await newWorkspace(), command }));
      const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
      try {
        await once(child.stdout, "data");
        const watcher = make(homeOfChild, folder);
        expect(await watcher.live(never)).toBe(1);
        await expect.poll(async () => statesOf(mark)).toContain(mayReap ? "T" : "S");
        child.kill("SIGKILL");
        await once(child, "exit");
        if (mayReap) await watcher.reap(new Set(), never);
        await expect.poll(async () => watcher.live(never), { timeout: 5000 }).toBe(0);
        await expect.poll(async () => statesOf(mark), { timeout: 5000 }).toEqual([]);
      } finally {
        child.kill("SIGKILL");
        await rm(script);
      }
    });
  });
}
/** The states of all processes of this machine, in sandboxes or not, that have this argument. */
async function statesOf(argument: string): Promise<string[]> {
  const found: string[] = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const words = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
    if (words.split("\0").includes(argument)) found.push(/^State:\t(\S)/m.exec(status)?.[1] ?? "?");
  }
  return found;
}

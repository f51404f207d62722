import { expect, test } from "vitest";
import { defaults, MIB, never, type SandboxBench } from "./sandbox-bench.ts";

/** What a sandbox promises of the programs that run in it: how they start, what they say and how they end. */
export function testPrograms(bench: SandboxBench): void {
  const { out, run, sh } = bench;

  test("it says what work would run in, the same each time", async () => {
    const image = await bench.sandbox.image(never);
    expect(image).toContain(bench.sandbox.kind);
    expect(await bench.sandbox.image(never)).toBe(image);
    if (bench.sandbox.kind === "docker") expect(image).toMatch(/sha256:[0-9a-f]{64}$/);
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
    await bench.session.write("sub/x", Buffer.from("1"), { signal: never });
    const command = { argv: ["sh", "-c", 'cat; printf "%s" "$WORD"; pwd'] as const, cwd: "sub" };
    const result = await bench.session.run({ ...command, env: { WORD: "ü =1" }, stdin: "in 🧰\n" }, defaults);
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
    const result = await bench.session.run(command, { ...defaults, onOutput });
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
    expect((await bench.session.run(command, defaults)).stdout.text).toBe("more\n");
    await released.promise;
  });
  test("a big stdin that nobody reads harms nothing", async () => {
    const stdin = "x".repeat(5 * MIB);
    expect(await bench.session.run({ argv: ["true"], stdin }, defaults)).toMatchObject({ kind: "exited", code: 0 });
    expect((await bench.session.run({ argv: ["wc", "-c"], stdin }, defaults)).stdout.text.trim()).toBe(String(5 * MIB));
  });
  test("what cannot start says why", async () => {
    await bench.session.write("plain", Buffer.from("text"), { signal: never });
    expect(await run(["no-such-program-here"])).toMatchObject({ kind: "not-started" });
    expect(await run(["./plain"])).toMatchObject({ kind: "not-started" });
    expect(await bench.session.run({ argv: ["true"], cwd: "gone" }, defaults)).toMatchObject({ kind: "not-started" });
    expect(await bench.session.run({ argv: ["true"], cwd: "../etc" }, defaults)).toMatchObject({ kind: "not-started" });
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
}

import { expect, test } from "vitest";
import { isFault } from "../../src/core/fault.ts";
import { defaults, MIB, never, type SandboxBench } from "./sandbox-bench.ts";

/** What no program in a sandbox gets past: network, root, capabilities, processes, memory, sizes. */
export function testWalls(bench: SandboxBench): void {
  const { out, run, sh, spec } = bench;

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
    const opened = await bench.sandbox.open(await spec({ owner: "task-forge" }), never);
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
    await bench.session.write("bomb.js", Buffer.from(bomb), { signal: never });
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
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startApp, TOKEN } from "../support/app.ts";
import { findCanaries, newCanary } from "../support/canaries.ts";

/** Everything that a program in a sandbox can read of where it is: variables, processes, mounts, and the files that are not the system's. */
const LOOK = [
  "env",
  "cat /proc/*/environ 2>/dev/null | tr '\\0' '\\n'",
  "cat /proc/*/cmdline 2>/dev/null | tr '\\0' '\\n'",
  "cat /proc/self/mounts",
  "find / -xdev -type f -size -200k -not -path '/proc/*' -not -path '/usr/*' -not -path '/lib*' 2>/dev/null | xargs -r cat 2>/dev/null",
  "find /run /tmp /home /etc /opt /workspace -size -200k -type f 2>/dev/null | xargs -r cat 2>/dev/null",
].join("; ");
const LIMITS = { memoryBytes: 512 * 1024 ** 2, cpus: 1, processes: 64, fileBytes: 1024 ** 2, wallClockMs: 60_000 };

/** The program is started with secrets of each source; a sandbox that it opens is then searched from within. */
export function describeCanariesInSandbox(kind: "bubblewrap" | "docker", skip = false): void {
  describe.skipIf(skip)(`a sandbox by ${kind}`, () => {
    test("no secret is in a sandbox: not in its variables, processes, mounts or files", async () => {
      const [configured, inherited] = [newCanary("configured"), newCanary("inherited")];
      process.env["CANARY_OF_THE_DAEMON_KEY"] = inherited;
      try {
        await using app = await startApp({ sandbox: kind, secrets: { MODEL_API_KEY: configured } });
        const workspace = join(app.home, "workspaces", "box");
        mkdirSync(workspace, { recursive: true });
        const signal = AbortSignal.timeout(60_000);
        const wanted = { owner: "canaries", workspace, network: "none", limits: LIMITS } as const;
        await using session = await app.app().sandbox.open(wanted, signal);
        const limits = { timeoutMs: 40_000, outputBytes: 16 * 1024 ** 2, signal };
        const result = await session.run({ argv: ["sh", "-c", LOOK] }, limits);
        const seen = JSON.stringify(result);
        // It did look: the variables that a sandbox has are among what it found.
        expect(seen).toContain("PATH=/");
        expect(seen).toContain("/workspace");
        expect(findCanaries([configured, inherited, TOKEN], seen)).toEqual([]);
      } finally {
        delete process.env["CANARY_OF_THE_DAEMON_KEY"];
      }
    });
  });
}

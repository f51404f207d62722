import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { linkPrograms, missingProgram, TOOLS } from "../support/coding-programs.ts";
import { openCodingProvider } from "../support/coding-provider.ts";
import { freePort } from "../support/free-port.ts";
import { processesOf } from "../support/killed-run.ts";
import { createProgram, PERSON, pressNewest, shows } from "../support/own-process.ts";
import { GOAL, PLAN } from "../support/sample-work.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const KEY = "sk-canary-of-a-killed-cli-31c9";
const MEND = "sed -i 's/totalCents > rule.from/totalCents >= rule.from/' src/discount.js";
const why = await missingProgram("codex");

describe.skipIf(why !== null)(`kill -9 while codex works${why === null ? "" : `: ${why}`}`, () => {
  test("the call is made anew on the clean workspace, nothing is left running, and what was spent stays spent", async () => {
    const home = mkdtempSync(join(tmpdir(), "sparks-kill-"));
    let worked = 0;
    await using provider = await openCodingProvider({
      key: KEY,
      model: "m-1",
      answer: () => {
        worked += 1;
        if (worked === 1) return TOOLS.codex("echo half > half-done.txt");
        if (worked === 2) return { kind: "hang", text: "I am thinking" };
        return worked === 3 ? TOOLS.codex(MEND) : { kind: "say", text: "Mended." };
      },
    });
    const hand = callsTool("coding_cli", { goal: "Mend the comparison." });
    await using model = await openScriptedModel([PLAN, hand, callsTool("finish", { summary: "Done." })]);
    writeFileSync(
      join(home, "config.toml"),
      `[model]\nprovider = "compatible"\nname = "scripted"\nbase_url = "${model.baseUrl}"\n[sandbox]\nkind = "bubblewrap"\n
[coding_clis.codex]\nenabled = true\nmodel = "m-1"\nbase_url = "${provider.origin}/v1"\napi_key_variable = "CLI_KEY"
price = { input_usd = 1, cached_input_usd = 0.1, output_usd = 10 }\n`,
    );
    writeFileSync(join(home, ".env"), `MODEL_API_KEY=test-key-of-a-model\nCLI_KEY=${KEY}\n`, { mode: 0o600 });
    linkPrograms(home, ["codex"]);
    const program = createProgram(home, await freePort());
    const until = (done: () => boolean | Promise<boolean>) =>
      expect.poll(done, { timeout: 60_000, interval: 30 }).toBe(true);
    const press = (label: string) => until(() => pressNewest(program, label));
    const says = (pattern: RegExp) => shows(program, pattern);
    try {
      await program.start();
      await program.call("/local/messages", { chatId: PERSON, userId: PERSON, text: GOAL });
      await press("Approve");
      await press("Approve once");
      await until(() => worked === 2);
      await program.kill();
      await program.start();
      // Nobody can tell what the first run did: the yes to it was used, and a person is asked anew where the policy says so.
      await until(async () => {
        if (await says(/Task 1[^]*Proof/)) return true;
        await pressNewest(program, "Approve once");
        return false;
      });
      expect(await says(/✅ Task 1/)).toBe(true);
      expect(worked).toBe(4);
      await press("Apply");
      await until(() => says(/Applied by/));
      const git = (...command: string[]) =>
        execFileSync("git", ["-C", join(home, "sample"), ...command], { encoding: "utf8" });
      const branch = git("branch", "--format=%(refname:short)")
        .split("\n")
        .find((name) => name.startsWith("sparks/"));
      expect(git("diff", "--name-only", "main", branch ?? "no branch").trim()).toBe("src/discount.js");
      await program.end();
      expect(processesOf(home)).toEqual([]);
      const database = new Database(join(home, "sparks.db"), { readonly: true });
      const rows = database
        .prepare("SELECT spent_micro_usd AS spent FROM spending WHERE purpose = 'codex' ORDER BY id")
        .all();
      database.close();
      expect(rows).toHaveLength(4);
      expect(rows.filter((row) => (row as { spent: number | null }).spent === null)).toHaveLength(1);
    } finally {
      await program.end();
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startApp, textOf, type StartOptions, type TestApp } from "../support/app.ts";
import { gitAsAda } from "../support/git-as-ada.ts";
import { beginWork, FINISH, PATCH, PLAN } from "../support/sample-work.ts";
import { callsTool, openScriptedModel, type ScriptedModel } from "../support/scripted-model.ts";

const SECRET = "held-back-value-7261";
const LOOKS = [
  "ls -a",
  "grep -rn held-back-value . || true",
  "git log -p --all | cat",
  "git cat-file --batch --batch-all-objects --unordered | tr -cd '[:print:]'",
];

/** What is held back in all repositories, in the sample, and in another. */
const CONFIG = `[workspace]
shown_files = ["*.cfg"]
[[workspace.files]]
repository = "sample"
masked_files = ["*.cfg"]
[[workspace.files]]
repository = "other"
shown_files = [".env"]`;

/** What holds secrets is not in the place of work, in every sandbox. */
export function describeHeldFiles(sandbox: NonNullable<StartOptions["sandbox"]>): void {
  describe(`files that are held back in ${sandbox}`, () => {
    test("are absent, stay as they are in the branch, and are told of", async () => {
      await using model = await openScriptedModel([
        PLAN,
        ...LOOKS.map((command) => callsTool("shell", { command })),
        callsTool("write_file", { path: "config/local.cfg", content: "mine\n" }),
        callsTool("shell", { command: "rm config/local.cfg" }),
        PATCH,
        FINISH,
      ]);
      await using app = await startApp({
        sandbox,
        modelUrl: model.baseUrl,
        config: CONFIG,
      });
      commit(app, { ".env": `API_KEY=${SECRET}-old\n` });
      commit(app, { ".env": `API_KEY=${SECRET}\n`, "house.cfg": `${SECRET}\n`, ".env.example": "API_KEY=\n" });
      await beginWork(app);
      await app.presses("Approve once");
      await app.until(/Held back from the workspace:\s+\.env\s*,\s+house\.cfg/);
      await app.until(/✅ Task 1[^]*Proof/, "the result");
      const told = toldIn(model);
      expect(told).toContain("Files that are held back");
      expect(told).toContain(".env.example");
      expect(told).toMatch(/config\/local\.cfg[^]{0,20} is held back from workspaces/);
      expect(told).not.toContain(SECRET);
      await app.says("/task 1");
      await app.until(/Task 1: Mend[^]*Goal:[^]*Held back from the workspace:\s+\.env\s*,\s+house\.cfg/);
      await app.presses("Apply");
      await app.until(/Applied by Ada/);
      const branch = git(app, "branch", "--list", "--format=%(refname:short)", "sparks/*");
      expect(git(app, "diff", "--name-only", "main", branch)).toBe("src/discount.js");
      expect(git(app, "show", `${branch}:.env`)).toBe(`API_KEY=${SECRET}`);
    });

    test("are told by /ci, also where a check that failed names one", async () => {
      await using app = await startApp({ sandbox });
      const reads = 'import { readFileSync } from "node:fs";\nimport { test } from "node:test";\n';
      const needs = `${reads}test("starts", () => { readFileSync(new URL("../.env", import.meta.url)); });\n`;
      commit(app, { ".env": SECRET, "test/needs.test.js": needs });
      await app.says("/ci sample");
      const text = textOf(await app.until(/CI of sample: red/));
      expect(text).toContain("its output names .env, held back from the workspace");
      expect(text).toMatch(/Held back from the workspace:\s+\.env\b/);
      expect(app.texts().join("\n")).not.toContain(SECRET);
    });
  });
}
function toldIn(model: ScriptedModel): string {
  return JSON.stringify(model.requests.map(({ body }) => body.messages));
}
function commit(app: TestApp, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) writeFileSync(join(app.home, "sample", path), content);
  git(app, "add", "--all", "--force");
  git(app, "commit", "--quiet", "--message", "Settings");
}
function git(app: TestApp, ...command: string[]): string {
  return gitAsAda(join(app.home, "sample"), ...command);
}

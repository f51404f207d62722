import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startApp, textOf } from "../support/app.ts";
import { makeAdasRepository } from "../support/git-as-ada.ts";
import { callsTool, openScriptedModel } from "../support/scripted-model.ts";

const SECRET = "hunter2-of-the-house";
const PLAN = callsTool("propose_plan", {
  title: "Make one be one",
  summary: "It is two.",
  steps: [{ text: "Mend it", risk: "low" }],
  criteria: [{ text: "The tests pass", check: "node:test" }],
});

/** A repository whose people have committed their keys, and links that lead to them. */
function makeRepository(folder: string): string {
  mkdirSync(join(folder, "test"), { recursive: true });
  const files = {
    "package.json": '{"name":"house","version":"1.0.0","type":"module","scripts":{"test":"node --test"}}\n',
    "one.js": "export const one = 2;\n",
    "test/one.test.js":
      'import assert from "node:assert";\nimport test from "node:test";\nimport { one } from "../one.js";\ntest("one", () => assert.equal(one, 1));\n',
    ".env": `HOUSE_KEY=${SECRET}\n`,
    ".env.example": "HOUSE_KEY=\n",
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  symlinkSync(".env", join(folder, "notes.txt"));
  symlinkSync(".git", join(folder, "tools"));
  makeAdasRepository(folder);
  return folder;
}

test("no file tool of a task shows or changes the keys of a repository, by whatever name they are asked for", async () => {
  await using model = await openScriptedModel([
    PLAN,
    callsTool("read_file", { path: ".env" }),
    callsTool("read_file", { path: "notes.txt" }),
    callsTool("search", { pattern: "HOUSE_KEY" }),
    callsTool("search", { pattern: "HOUSE", path: "notes.txt" }),
    callsTool("git", { action: "show", args: ["HEAD"] }),
    callsTool("git", { action: "show", args: ["HEAD:.env"] }),
    callsTool("write_file", { path: "notes.txt", content: "HOUSE_KEY=mine\n" }),
    callsTool("write_file", { path: "tools/config", content: "[core]\n" }),
    callsTool("edit_file", { path: "one.js", old_text: "2", new_text: "1" }),
    callsTool("finish", { summary: "One is one." }),
  ]);
  // Held back from the workspace it would not be there to be shown.
  await using app = await startApp({ modelUrl: model.baseUrl, config: '[workspace]\nshown_files = [".env"]' });
  await app.says(`/repo add ${makeRepository(join(app.home, "house"))}`);
  await app.until(/house/);
  await app.says("Make the failing test of house pass");
  await app.presses("Approve");
  const result = textOf(await app.until(/✅ Task 1[^]*Proof/));
  expect(result).not.toContain(".env");
  const asked = JSON.stringify(model.requests.map(({ body }) => body));
  expect(asked.includes(SECRET)).toBe(false);
  expect(asked.match(/neither shown nor changed/g)?.length).toBeGreaterThanOrEqual(4);
  for (const told of [
    ".env.example:1:HOUSE_KEY=",
    "tools/config is a link to .git/config",
    "[left out: 1 of the changes",
  ])
    expect(asked.includes(told), told).toBe(true);
  expect(app.texts().join("\n")).not.toContain(SECRET);
});

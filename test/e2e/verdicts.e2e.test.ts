import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startApp, type TestApp } from "../support/app.ts";
import { beginWork } from "../support/sample-work.ts";

const branches = (app: TestApp) =>
  execFileSync("git", ["-C", join(app.home, "sample"), "branch", "--list", "sparks/*", "--format=%(refname:short)"], {
    encoding: "utf8",
  });

test("a change is applied, rolled back as long as nobody stands on it, and its plan done once more", async () => {
  await using app = await startApp();
  await beginWork(app);
  await app.until(/✅ Task 1[^]*Proof/);
  await app.says("/rollback 1");
  await app.until(/Task 1 is not applied/);
  await app.says("/apply 1");
  await app.until(/Branch sparks\/task-1[\w-]* is in your repository/);
  const branch = branches(app).trim();
  execFileSync("git", ["-C", join(app.home, "sample"), "checkout", "--quiet", branch]);
  await app.says("/rollback 1");
  await app.until(/is checked out; it was left as it is/);
  execFileSync("git", ["-C", join(app.home, "sample"), "checkout", "--quiet", "-"]);
  await app.says("/rollback 1");
  await app.until(/is removed again/);
  expect(branches(app)).toBe("");
  await app.says("/rollback 1");
  await app.until(/↩️ Branch/);
  await app.says("/apply 1");
  await app.until(/applied and rolled back; \/retry 1/);
  await app.says("/retry 1");
  await app.until(/Task 2 does the plan of task 1 once more/);
  await app.until(/✅ Task 2[^]*Proof/);
  await app.says("/diff");
  await app.until(/Task 2: the change/);
  await app.says("/discard 2");
  await app.until(/Discarded; your repository was never touched/);
  await app.says("/tasks");
  await app.until(/2 [^\n]*done, discarded[^]*1 [^\n]*applied, and rolled back/);
  await app.says("/retry 99");
  await app.until(/There is no task 99/);
});

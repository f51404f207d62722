import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startApp, textOf, type StartOptions, type TestApp, lastDocument } from "../support/app.ts";
import { beginWork } from "../support/sample-work.ts";

/** The main job from the first word to the branch, the same in every sandbox. */
export function describeRoad(sandbox: NonNullable<StartOptions["sandbox"]>): void {
  describe(`the main road in ${sandbox}`, () => {
    test("/start says in six lines what was found", async () => {
      await using app = await startApp({ sandbox });
      await app.says("/start");
      const text = textOf(await app.until(/Sandbox: /));
      expect(text.split("\n")).toHaveLength(6);
      expect(text).toContain(sandbox === "docker" ? "Docker" : "bubblewrap");
      expect(text).toContain("none connected");
      expect(text).toContain("sample");
    });

    test("/ci tells the failed test with its file and line", async () => {
      await using app = await startApp({ sandbox });
      await app.says("/ci sample");
      const text = textOf(await app.until(/CI of sample: red/));
      expect(text).toContain("6 passed, 1 failed");
      expect(text).toContain("gives BULK20 from one hundred euros on");
      expect(text).toMatch(/test\/cart\.test\.js:\d+/);
      expect(await app.app().sandbox.live(AbortSignal.timeout(5000))).toBe(0);
    });

    test("a goal becomes a plan, a proved change and a branch, and the working tree stays as it was", async () => {
      await using app = await startApp({ sandbox });
      const before = repositoryState(app);
      await app.says("Fix the failing test in sample");
      expect(textOf(await app.until(/Done when/))).toContain("Recorded model");
      await app.presses("Approve");
      const result = textOf(await app.until(/✅ Task 1[^]*Proof/, "the result"));
      expect(result).toContain("🔴 6/7");
      expect(result).toContain("🟢 7/7");
      expect(await lastDocument(app)).toContain("+  return totalCents >= rule.from");
      await app.presses("Apply");
      await app.until(/Applied by Ada/);
      const branch = branches(app).find((name) => name.startsWith("sparks/task-1-")) ?? "";
      expect(git(app, "diff", "--stat", "main", branch)).toContain("src/discount.js");
      expect(repositoryState(app)).toEqual(before);
      await app.app().idle();
      expect(await app.app().sandbox.live(AbortSignal.timeout(5000))).toBe(0);
    });

    test("/stop ends the task at once, removes its sandbox and changes nothing", async () => {
      await using app = await startApp({ sandbox, config: "" });
      await beginWork(app);
      await app.until(/▸ /, "a live card");
      await app.says("/stop");
      await app.until(/stopped by Ada|done and proved/, "its end");
      await app.app().idle();
      expect(await app.app().sandbox.live(AbortSignal.timeout(5000))).toBe(0);
      expect(branches(app)).toEqual(["main"]);
    });

    test("ended in the middle and begun again, it goes on and tells nothing twice", async () => {
      await using app = await startApp({ sandbox });
      await beginWork(app);
      await app.until(/▸ /, "a live card");
      await app.restart();
      await app.until(/✅ Task 1[^]*Proof/, "the result");
      await app.app().idle();
      const texts = app.texts();
      expect(texts.filter((text) => text.includes("Done when"))).toHaveLength(1);
      expect(texts.filter((text) => text.includes("Proof"))).toHaveLength(1);
      expect(texts.filter((text) => text.startsWith("The change of task 1"))).toHaveLength(1);
    });
  });
}
function git(app: TestApp, ...command: string[]): string {
  return execFileSync("git", ["-C", join(app.home, "sample"), ...command], { encoding: "utf8" });
}
export function branches(app: TestApp): string[] {
  return git(app, "branch", "--format=%(refname:short)").trim().split("\n");
}
function repositoryState(app: TestApp) {
  return {
    head: git(app, "rev-parse", "HEAD"),
    status: git(app, "status", "--porcelain"),
    file: readFileSync(join(app.home, "sample/src/discount.js"), "utf8"),
    lock: existsSync(join(app.home, "sample/.git/index.lock")),
  };
}

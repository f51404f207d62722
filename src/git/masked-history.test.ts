import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../test/support/folder.ts";
import { createFileMask } from "../core/policy/paths/file-mask.ts";
import { isFault } from "../core/fault.ts";
import { createGit } from "./git.ts";
import { maskHistory } from "./masked-history.ts";
import { createRepositories } from "./repositories.ts";

const { signal } = new AbortController();
const MESSAGE = { subject: "Change it", body: "", at: 1_700_000_000_000 };
const SECRET = "API_KEY=the-very-secret-value";
const ENV = {
  PATH: process.env["PATH"] ?? "",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Ada",
  GIT_AUTHOR_EMAIL: "ada@localhost",
  GIT_COMMITTER_NAME: "Ada",
  GIT_COMMITTER_EMAIL: "ada@localhost",
};
function sh(cwd: string, ...args: string[]): string {
  return execFileSync("git", ["-c", "init.defaultBranch=main", ...args], {
    cwd,
    env: ENV,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}
function setUp(settings: { masked?: string[]; shown?: string[] } = {}) {
  const folder = temporaryFolder();
  const source = folder.at("source");
  mkdirSync(source);
  sh(source, "init", "-q");
  const repositories = createRepositories({
    folder: folder.at("mirrors"),
    environment: { PATH: ENV.PATH },
    maskOf: async () => createFileMask({ masked: [], shown: [], ...settings }),
  });
  let made = 0;
  return {
    folder,
    source,
    repositories,
    commit(message: string, files: Readonly<Record<string, string | null>>): string {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(source, path)), { recursive: true });
        if (content === null) sh(source, "rm", "-q", "--", path);
        else writeFileSync(join(source, path), content);
      }
      sh(source, "add", "-A", "-f");
      sh(source, "commit", "-q", "--allow-empty", "-m", message);
      return sh(source, "rev-parse", "HEAD");
    },
    mirror: async () => repositories.mirror(source, "m", signal),
    async checkout(commit: string) {
      made += 1;
      const place = folder.at(`workspace-${made}`);
      return { place, ...(await repositories.checkout("m", commit, place, signal)) };
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}
/** All that git keeps of a folder, unpacked: nothing hides in a pack or behind no name. */
function allObjects(place: string): string {
  const names = sh(place, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
    .split("\n")
    .map((line) => line.split(" "));
  return names.map(([name = "", type = ""]) => sh(place, "cat-file", type === "tree" ? "-p" : type, name)).join("\n");
}
async function refused(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => new Error("it was taken"),
    (reason: unknown) => reason,
  );
  if (!isFault(error, "patch.refused")) throw error;
  return error.data.reason;
}

test("a masked file is neither in the workspace nor in any object of it, at no commit", async () => {
  using home = setUp();
  home.commit("first", { "a.txt": "one\n", ".env": `${SECRET}-old\n` });
  home.commit("second", { "old.key": SECRET });
  home.commit("third", { "old.key": null, ".env": `${SECRET}\n`, "a.txt": "two\n", ".env.example": "API_KEY=\n" });
  const head = home.commit("fourth\n\nM 100644 abc .env\ndata 5\n", {
    "dir/with space.txt": "x\n",
    'quote"d.txt': "y\n",
  });
  await home.mirror();
  const { place, start, held } = await home.checkout(head);
  expect(held).toEqual([".env"]);
  expect(existsSync(join(place, ".env"))).toBe(false);
  expect(readFileSync(join(place, ".env.example"), "utf8")).toBe("API_KEY=\n");
  expect(allObjects(place)).not.toContain("secret-value");
  expect(allObjects(place)).not.toMatch(/\t(\.env|old\.key)$/mu);
  expect(sh(place, "status", "--porcelain")).toBe("");
  expect(sh(place, "rev-parse", "HEAD")).toBe(start);
  expect(sh(place, "log", "--format=%an %s")).toBe("Ada fourth\nAda third\nAda second\nAda first");
  expect(sh(place, "log", "-1", "--format=%B")).toContain("M 100644 abc .env");
  expect(sh(place, "fsck", "--full")).not.toMatch(/error|missing|broken/u);
  expect(sh(place, "blame", "-s", "a.txt")).toContain("two");
});
test("a history without secrets is given as it is", async () => {
  using home = setUp();
  home.commit("first", { "a.txt": "one\n" });
  const head = home.commit("second", { ".env.example": "x\n" });
  await home.mirror();
  const { start, held } = await home.checkout(head);
  expect({ start, held }).toEqual({ start: head, held: [] });
});
test("merges, several roots and commits that grew elsewhere keep their shape", async () => {
  using home = setUp();
  home.commit("root", { "a.txt": "a\n", ".env": SECRET });
  const fork = home.commit("main one", { "b.txt": "b\n" });
  sh(home.source, "checkout", "-q", "-b", "side", "HEAD~1");
  home.commit("side one", { "c.txt": "c\n", id_rsa: SECRET });
  sh(home.source, "checkout", "-q", "--orphan", "other");
  home.commit("other root", { "d.txt": "d\n" });
  sh(home.source, "checkout", "-q", "-f", "main");
  sh(home.source, "merge", "-q", "--no-edit", "side");
  sh(home.source, "merge", "-q", "--no-edit", "--allow-unrelated-histories", "other");
  const head = sh(home.source, "rev-parse", "HEAD");
  await home.mirror();
  const whole = await home.checkout(head);
  expect(sh(whole.place, "log", "--format=%s", "--topo-order").split("\n")).toHaveLength(6);
  expect(sh(whole.place, "rev-list", "--max-parents=0", "HEAD").split("\n")).toHaveLength(2);
  expect(sh(whole.place, "rev-list", "--merges", "--count", "HEAD")).toBe("2");
  expect(allObjects(whole.place)).not.toContain("secret-value");
  // A branch that left before the newest commit that is known.
  sh(home.source, "checkout", "-q", "-b", "late", fork);
  const late = home.commit("late", { "e.txt": "e\n", ".env": `${SECRET}-2` });
  await home.mirror();
  const second = await home.checkout(late);
  expect(sh(second.place, "log", "--format=%s")).toBe("late\nmain one\nroot");
  expect(sh(second.place, "rev-parse", "HEAD~1")).toBe(sh(whole.place, "rev-parse", "HEAD~1^1"));
  expect(allObjects(second.place)).not.toContain("secret-value");
});
test("a secret that comes after a clean history is found, and other rules hide other files", async () => {
  using home = setUp({ masked: ["*.internal"], shown: ["fixtures/**"] });
  const first = home.commit("first", { "a.txt": "a\n" });
  await home.mirror();
  expect((await home.checkout(first)).start).toBe(first);
  const second = home.commit("second", { "x/plan.internal": SECRET, "fixtures/server.key": "made for tests\n" });
  await home.mirror();
  const { place, held } = await home.checkout(second);
  expect(held).toEqual(["x/plan.internal"]);
  expect(existsSync(join(place, "fixtures/server.key"))).toBe(true);
  expect(sh(place, "rev-parse", "HEAD~1")).toBe(first);
  expect((await home.repositories.tree("m", second, signal)).paths).toEqual(["a.txt", "fixtures/server.key"]);
});
test("the change of a workspace is applied to the real commit, whose masked files stay as they are", async () => {
  using home = setUp();
  const head = home.commit("first", { "a.txt": "one\n", ".env": SECRET });
  await home.mirror();
  const { place, start } = await home.checkout(head);
  writeFileSync(join(place, "a.txt"), "two\n");
  sh(place, "add", "-A");
  const patch = Buffer.from(`${sh(place, "diff", "--cached", "--binary", "--full-index", start)}\n`);
  const commit = await home.repositories.commitPatch("m", head, patch, MESSAGE, signal);
  const diff = await home.repositories.diff("m", head, commit, signal);
  expect(diff.files.map(({ path }) => path)).toEqual(["a.txt"]);
  await home.repositories.publish("m", home.source, commit, "done", signal);
  expect(sh(home.source, "show", "done:.env")).toBe(SECRET);
  const next = await home.checkout(commit);
  expect(next.held).toEqual([".env"]);
  expect(sh(next.place, "rev-parse", "HEAD^")).toBe(start);
  expect(readFileSync(join(next.place, "a.txt"), "utf8")).toBe("two\n");
});
test("no patch takes a masked file along, changes it or stands in its place", async () => {
  using home = setUp({ masked: ["vault"] });
  const head = home.commit("first", { "a.txt": "one\n", ".env": `${SECRET}\n`, "vault/x": SECRET });
  await home.mirror();
  const take = async (...lines: string[]) =>
    home.repositories.commitPatch("m", head, Buffer.from(`${lines.join("\n")}\n`), MESSAGE, signal);
  const added = (path: string) => [
    `diff --git a/${path} b/${path}`,
    "new file mode 100644",
    "--- /dev/null",
    `+++ b/${path}`,
    "@@ -0,0 +1 @@",
    "+x",
  ];
  const moved = (word: string) =>
    take("diff --git a/.env b/leak.txt", "similarity index 100%", `${word} from .env`, `${word} to leak.txt`);
  expect(await refused(moved("copy"))).toContain("cannot apply");
  expect(await refused(moved("rename"))).toContain("cannot apply");
  const edit = ["diff --git a/.env b/.env", "--- a/.env", "+++ b/.env", "@@ -1 +1 @@", `-${SECRET}`, "+x"];
  expect(await refused(take(...edit))).toContain("cannot apply");
  expect(await refused(take(...added(".env")))).toContain('".env" is held back');
  expect(await refused(take(...added("sub/.env.local")))).toContain('"sub/.env.local" is held back');
  expect(await refused(take(...added(".env/below")))).toContain("held back");
  expect(await refused(take(...added("vault")))).toContain("held back");
});
test("a git that never ends is given up, and the mirror with it", async () => {
  using here = setUp();
  const commit = here.commit("First", { "a.txt": "a" });
  await here.mirror();
  const mirror = here.folder.at("mirrors", "m.git");
  const real = createGit({ folder: here.folder.at("mirrors"), environment: { PATH: ENV.PATH } });
  const stuck = { ...real, command: () => ({ file: "sleep", args: ["600"], env: { PATH: ENV.PATH } }) };
  const mask = createFileMask({ masked: [], shown: [] });
  const failure: unknown = await maskHistory(stuck, { mirror, commit, mask }, { signal, mostMs: 300 }).catch(
    (error: unknown) => error,
  );
  expect(isFault(failure, "repository.git-failed") && failure.data.detail).toMatch(/^git took longer than/);
});

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isFault } from "../../src/core/fault.ts";
import { lockHome } from "../../src/store/home-lock.ts";
import { OTHER, OWNER, startApp, type TestApp, textOf } from "../support/app.ts";
import { gitAsAda } from "../support/git-as-ada.ts";

function makeRepository(app: TestApp, name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(app.home, "made", name);
  mkdirSync(folder, { recursive: true });
  gitAsAda(folder, "init", "--quiet", "--initial-branch=main");
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  if (Object.keys(files).length > 0) {
    gitAsAda(folder, "add", "--all");
    gitAsAda(folder, "commit", "--quiet", "--message=first");
  }
  return folder;
}

test("what is no repository is refused with what is wrong", async () => {
  await using app = await startApp();
  mkdirSync(join(app.home, "made/folder"), { recursive: true });
  writeFileSync(join(app.home, "made/file"), "x");
  await app.says("/repo add /does/not/exist");
  await app.until(/there is no such folder/);
  await app.says(`/repo add ${join(app.home, "made/folder")}`);
  await app.until(/made\/folder: /);
  await app.says(`/repo add ${makeRepository(app, "empty", {})}`);
  await app.until(/made\/empty: .*commit/);
  await app.says("/repo");
  await app.until(/Repositories/);
  expect(app.texts().at(-1)).not.toContain("made/");
});

test("a wrong address or name is a person's mistake: told with what to do, and no fault of the program's", async () => {
  await using app = await startApp({ logFile: true });
  for (const [given, told] of [
    ["file.txt", /⚠️ [^]*file/],
    ["ftp://example.org/x.git", /addresses of kind ftp are not read: use https or ssh/],
    ["https://ada:secret@example.org/x.git", /the address holds credentials/],
    ["http://127.0.0.1:1/x.git", /127\.0\.0\.1:1\/x\.git: its server does not answer/],
    ["/does/not/exist", /there is no such folder/],
    ["/does/not/exist A!B", /cannot be a name/],
  ] as const) {
    await app.says(`/repo add ${given}`);
    const answer = textOf(await app.until(new RegExp(`${told.source}[^]*registers another`)));
    expect(answer).toContain("Nothing was registered or changed.");
    expect(answer).toContain("/repo add <path or git URL> registers another");
    expect(answer).not.toContain("fatal");
  }
  await app.says("/log");
  const lines = readFileSync(join(app.home, "logs", "sparks.log"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { readonly level: number; readonly msg: string });
  expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  expect(lines.filter(({ msg }) => msg === "request.refused")).toHaveLength(6);
  expect(app.texts().join("\n")).not.toContain("many-faults");
});

test("a sandbox that cannot be had is told once, in words, with the command that helps", async () => {
  await using app = await startApp({ sandbox: "docker", sandboxSettings: 'socket = "/nope/docker.sock"' });
  await app.says("/health");
  const told = textOf(await app.until(/Something needed does not work[^]*Sandbox:/));
  expect(told).toMatch(/❌ Sandbox: no Docker engine answers on [^\n]*→ sudo systemctl start docker/);
  expect(told.match(/Sandbox:/g)).toHaveLength(1);
  expect(told).not.toContain("{");
});

test("a bare, a shallow and a dirty repository are taken, and what is special is said", async () => {
  await using app = await startApp();
  const source = makeRepository(app, "source", {
    "package.json": '{"scripts":{"test":"node --test"}}',
    "a b\n😀.txt": "x",
  });
  gitAsAda(join(app.home, "made"), "clone", "--quiet", "--bare", source, "bare.git");
  gitAsAda(join(app.home, "made"), "clone", "--quiet", "--depth=1", `file://${source}`, "shallow");
  writeFileSync(join(source, "new.txt"), "not committed");
  for (const [path, told] of [
    ["bare.git", /bare/],
    ["shallow", /shallow/],
    ["source", /left out/],
  ] as const) {
    await app.says(`/repo add ${join(app.home, "made", path)}`);
    await app.until(told);
  }
  await app.says("/ci source");
  await app.until(/CI of source: /);
});

test("messages of 4,096 characters, of only emoji and of control characters are each answered", async () => {
  await using app = await startApp();
  await app.says("x".repeat(4096));
  await app.says("😀".repeat(200));
  await app.says("a\u0007b\u0000c");
  await app.untilTrue(
    () => app.texts().filter((text) => text.includes("needs a language model")).length === 3,
    "three answers",
  );
});

test("unknown and mistyped commands and wrong arguments are answered with what to do", async () => {
  await using app = await startApp();
  await app.says("/strat");
  await app.until(/Did you mean \/start/);
  await app.says("/task nonsense");
  await app.until(/Usage: \/task <number>/);
  await app.says("/ci nowhere");
  await app.until(/There is no repository "nowhere"/);
});

test("the same update delivered twice is answered once", async () => {
  await using app = await startApp();
  app.emulator.faults.next(["getUpdates"], { kind: "duplicate-update" });
  await app.says("/whoami");
  await app.until(/number 1001/);
  await app.says("/approvals");
  await app.until(/Nothing waits/);
  await app.app().idle();
  expect(app.texts().filter((text) => text.includes("number 1001"))).toHaveLength(1);
});

test("a second program on the same folder is refused and told whose it is", async () => {
  await using app = await startApp();
  const refusal = await lockHome(app.home, 1).then(
    () => null,
    (error: unknown) => error,
  );
  expect(isFault(refusal, "home.locked") && refusal.data.pid).toBe(process.pid);
});

test("where people must pair, a stranger gets one refusal, and the printed code lets in", async () => {
  await using app = await startApp({ pairing: true });
  await app.says("let me in", OTHER);
  await app.says("please", OTHER);
  await app.untilTrue(() => app.texts(OTHER).length === 1, "one refusal");
  const code = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(app.announced.join("\n"))?.[0] ?? "";
  await app.says(code, OWNER);
  await app.until(/Paired/);
  await app.says("/whoami");
  await app.until(/owner/);
  expect(app.texts(OTHER)).toEqual([expect.stringContaining("private bot")]);
});

test("a folder with nothing known to build is told so, not failed", async () => {
  await using app = await startApp();
  await app.says(`/repo add ${makeRepository(app, "words", { "notes.txt": "hello" })}`);
  await app.until(/Registered as/);
  await app.says("/ci words");
  await app.until(/nothing to run/);
});

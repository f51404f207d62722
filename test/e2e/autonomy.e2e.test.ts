import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OWNER, startApp, textOf } from "../support/app.ts";
import { gitAsAda } from "../support/git-as-ada.ts";
import { beginWork, EDIT, FINISH, PLAN } from "../support/sample-work.ts";
import { callsTool, lastTold, openScriptedModel } from "../support/scripted-model.ts";

test("a chat's level holds its work back: each change is asked for, and the patch is not applied", async () => {
  await using model = await openScriptedModel([PLAN, EDIT, FINISH]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nautonomy_level = 5" });
  await app.says("/set chat.level 7");
  await app.until(/No level is set here[^]*2 suggest/);
  await app.says("/set chat.level 2");
  await app.until(/goes to level 2, suggest at most/);
  await app.restart();
  await beginWork(app);
  await app.until(/🔐 Task 1 asks[^]*changes a file/);
  await app.presses("Approve once");
  await app.until(/✅ Task 1[^]*Proof/);
  await app.says("/why 1");
  await app.until(/Autonomy level now: 2 \(suggest\), of this chat/);
  await app.says("/apply 1");
  await app.until(/Task 1 was not applied: it writes the change as a branch[^]*set by the chat[^]*\/diff 1/);
  await app.says("/set chat.level reset");
  await app.until(/goes as far as the settings/);
  await app.says("/apply 1");
  await app.until(/Branch sparks\/task-1-mend-the-discount is in your repository/);
});

test("a repository at level 1 is only read, and what would change it is denied", async () => {
  await using model = await openScriptedModel([
    PLAN,
    callsTool("read_file", { path: "src/discount.js" }),
    EDIT,
    FINISH,
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0" });
  await app.says("/repo level sample 1");
  await app.until(/Work on sample goes to level 1, observe at most/);
  await app.says("/repo");
  await app.until(/sample[^]*autonomy level 1 at most/);
  await beginWork(app);
  await app.until(/❌ Task 1[^]*Nothing was changed/);
  const [, , read, denied] = model.requests.map(({ body }) => JSON.stringify(body.messages.at(-1)));
  expect(read).toContain("totalCents > rule.from");
  expect(denied).toContain("at autonomy level 1 nothing is changed");
});

test("forwarded words taint what is made of them: over a restart, at level 5, packages are asked for and the question says why", async () => {
  const held = Promise.withResolvers<void>();
  await using model = await openScriptedModel([
    PLAN,
    callsTool("read_file", { path: "src/discount.js" }),
    { kind: "after", gate: held.promise, reply: EDIT },
    EDIT,
    callsTool("shell", { command: "npm install left-pad" }),
    FINISH,
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nautonomy_level = 5" });
  const { message_id: messageId } = app.emulator.people.says({
    chatId: OWNER,
    userId: OWNER,
    text: "/search Fix the failing test in sample",
  });
  app.emulator.people.forwards({ chatId: OWNER, toChatId: OWNER, userId: OWNER, messageId });
  await app.until(/Forwarded: somebody else's words/);
  await app.presses("Use it");
  await app.presses("Approve");
  await model.untilRequests(3);
  await app.restart();
  held.resolve();
  const asked = await app.until(/🔐 Task 1 asks[^]*npm install left-pad[^]*after reading texts of strangers/);
  expect(textOf(asked)).toContain("It has read forwarded words");
  await app.presses("Deny");
  await app.until(/✅ Task 1[^]*Proof/);
});

test("a model that goes in circles is warned, held, and ended with what it had found", async () => {
  const look = callsTool("read_file", { path: "src/discount.js" }, { text: "The rule compares with > and not >=." });
  await using model = await openScriptedModel([PLAN, look, look, look, look, look]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0" });
  await beginWork(app);
  await app.until(/Task 1[^]*called 5 times with the same arguments[^]*its last words were: The rule compares with >/);
  const told = lastTold(model);
  expect(told).toContain("You made this very call before");
  expect(told).toContain("not run: this very call was made 2 times already");
});

test("work that was ended is done where its checks went from red to green", async () => {
  const look = callsTool("read_file", { path: "src/discount.js" });
  await using model = await openScriptedModel([PLAN, EDIT, look, look, look, look, look]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await beginWork(app);
  const ended = textOf(await app.until(/✅ Task 1[^]*Proof/));
  expect(ended).toMatch(/It was ended before it said that it was done: read_file was called 5 times/);
  expect(ended).toContain("Apply writes exactly this");
});
test("what work that was ended had changed is kept to be looked at, and is neither called done nor applied", async () => {
  const write = callsTool("write_file", { path: "notes.md", content: "The rule compares with >.\n" });
  await using model = await openScriptedModel([PLAN, write, callsTool("list_files", {})]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nmax_steps = 2" });
  await beginWork(app);
  const ended = textOf(await app.until(/❌ Task 1[^]*It gave up before it was done: all its steps were used/));
  expect(ended).toMatch(/What it had changed until then is kept, and not proved[^]*is red[^]*notes\.md[^]*Proof/);
  await app.restart();
  await app.says("/diff 1");
  await app.until(/\+The rule compares with >\./);
  await app.says("/apply 1");
  await app.until(/Task 1 has no proved change to decide on/);
});
test("checks that were green before do not tell whether work that was ended is whole", async () => {
  const write = callsTool("write_file", { path: "notes.md", content: "Half of it.\n" });
  await using model = await openScriptedModel([PLAN, write, callsTool("list_files", {})]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nmax_steps = 2" });
  const sample = join(app.home, "sample");
  const file = join(sample, "src/discount.js");
  writeFileSync(file, readFileSync(file, "utf8").replace("totalCents > rule.from", "totalCents >= rule.from"));
  gitAsAda(sample, "commit", "--quiet", "--all", "--message", "Mended");
  await beginWork(app);
  const ended = textOf(await app.until(/❌ Task 1[^]*It gave up before it was done/));
  expect(ended).toContain("they do not tell whether it is whole");
});

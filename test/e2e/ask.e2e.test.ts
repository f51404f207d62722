import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { OWNER, type StartOptions } from "../support/app.ts";
import { EDIT, FINISH, PLAN } from "../support/sample-work.ts";
import { beginScripted, type ScriptedApp } from "../support/scripted-app.ts";
import { callsTool, says, type Script } from "../support/scripted-model.ts";

const ASK = callsTool("ask", {
  question: "Does a discount begin at the amount itself?",
  options: ["From the amount on", "Only above it"],
});

/** A task whose spark has just asked its question. */
async function asked(options: StartOptions = {}, meanwhile: Script = []): Promise<ScriptedApp> {
  await using stack = new AsyncDisposableStack();
  const run = stack.use(await beginScripted([PLAN, ASK, ...meanwhile, EDIT, FINISH], options));
  await run.app.until(/❓ Task 1 asks:[^]*begin at the amount itself\?[^]*1\. From the amount on/);
  stack.move();
  return run;
}
const PUT_AWAY = { config: "[approvals]\nwait_minutes = 0" };
/** What the model was told after it had asked. */
async function answerTo({ app, model }: ScriptedApp): Promise<string> {
  await app.until(/✅ Task 1[^]*Proof/);
  return JSON.stringify(model.requests[2]?.body.messages.at(-1));
}

test("an option is pressed, and the task goes on with it", async () => {
  await using run = await asked();
  await run.app.presses("1. From the amount on");
  await run.app.until(/✅ Ada answered: “From the amount on”/);
  expect(await answerTo(run)).toContain("Ada answered: From the amount on");
});

test("a task put away goes on after a restart with an answer in own words, and asks once", async () => {
  await using run = await asked(PUT_AWAY);
  await run.app.until(/Put away until somebody decides/);
  await run.app.restart();
  await run.app.presses("In my own words");
  await run.app.until(/Write the answer to task 1/);
  await run.app.says("At exactly that amount, yes");
  await run.app.until(/Ada answered: “At exactly that amount, yes”/);
  expect(await answerTo(run)).toContain("Ada answered: At exactly that amount, yes");
  expect(run.app.texts().filter((text) => text.includes("❓ Task 1 asks"))).toHaveLength(1);
});

test("an answer to the message is the answer; it is not taken for a new goal", async () => {
  await using run = await asked();
  const question = await run.app.until(/❓ Task 1 asks:/);
  run.app.emulator.people.says({
    chatId: OWNER,
    userId: OWNER,
    text: "only above, I think",
    replyTo: question.message_id,
  });
  expect(await answerTo(run)).toContain("Ada answered: only above, I think");
});

test("the person leaves it to the spark", async () => {
  await using run = await asked();
  await run.app.presses("You decide");
  await run.app.until(/Ada leaves it to the spark/);
  expect(await answerTo(run)).toContain("leaves it to you");
});

test("nobody answers: the task is not held up for ever, goes on with what is likely, and does not ask again", async () => {
  await using run = await asked(PUT_AWAY);
  await run.app.until(/Put away until somebody decides/);
  const late = Date.now() - 1000;
  const database = new Database(join(run.app.home, "sparks.db"));
  database.prepare("UPDATE approvals SET content = json_set(content, '$.expiresAt', ?)").run(late);
  database.close();
  await run.app.restart();
  await run.app.until(/⌛ Nobody answered\. The task goes on with what is likely/);
  expect(await answerTo(run)).toContain("Nobody answered in time");
  expect(run.app.texts().filter((text) => text.includes("❓ Task 1 asks"))).toHaveLength(1);
});

test("after In my own words an answer to another message is no answer, and an answer to what asks for it is", async () => {
  await using run = await asked({}, [says("That one lists them.")]);
  const { app } = run;
  await app.presses("In my own words");
  const asks = await app.until(/Write the answer to task 1/);
  const reply = (text: string, replyTo: number) =>
    app.emulator.people.says({ chatId: OWNER, userId: OWNER, text, replyTo });
  await app.says("/help");
  const other = await app.until(/\/tasks/);
  reply("and what does that one do?", other.message_id);
  await app.until(/That one lists them/);
  expect(app.texts().join("\n")).not.toContain("Ada answered");
  reply("at exactly that amount", asks.message_id);
  await app.until(/✅ Task 1[^]*Proof/);
  expect(JSON.stringify(run.model.requests[3]?.body.messages.at(-1))).toContain("Ada answered: at exactly that amount");
});

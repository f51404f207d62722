import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OTHER, OWNER, startApp, TOKEN } from "../support/app.ts";
import { callsTool, openScriptedModel, says } from "../support/scripted-model.ts";

test("two messages of ten milliseconds apart have two answers", async () => {
  await using model = await openScriptedModel([says("First."), says("Second.")]);
  await using app = await startApp({ modelUrl: model.baseUrl });
  await app.says("One?");
  await new Promise((resolve) => setTimeout(resolve, 10));
  await app.says("Two?");
  await app.until(/Second\./);
  const said = app.texts().flatMap((text) => /First\.|Second\./.exec(text)?.[0] ?? []);
  expect(said).toEqual(["First.", "Second."]);
});
test("a thousand updates of three chats that came while the bot was down are all answered, in order in each chat", async () => {
  const COUNT = 1000;
  await using app = await startApp();
  const group = app.emulator.people.createsGroup({ title: "Team", memberIds: [OWNER, OTHER] }).chat.id;
  const forum = app.emulator.people.createsGroup({ title: "Forum", memberIds: [OWNER], forum: true }).chat.id;
  const chats = [OWNER, group, forum];
  await app.restart(() => {
    for (let index = 0; index < COUNT; index += 1)
      app.emulator.people.says({ chatId: chats[index % 3] ?? OWNER, userId: OWNER, text: `/nosuch${index}` });
  });
  const answered = (chatId: number) =>
    app.texts(chatId).flatMap((text) => /no command \/nosuch(\d+)\./.exec(text)?.slice(1).map(Number) ?? []);
  await app.untilTrue(() => chats.flatMap(answered).length === COUNT, "a thousand answers");
  for (const [at, chatId] of chats.entries())
    expect(answered(chatId)).toEqual(
      Array.from({ length: COUNT }, (_, index) => index).filter((index) => index % 3 === at),
    );
});
test("a secret that a model, a tool and a file say is in no message, record or log", async () => {
  const KEY = "test-key-of-a-model";
  const halves = [KEY.slice(0, 9), KEY.slice(9)];
  await using model = await openScriptedModel([
    callsTool("propose_plan", {
      title: `Use ${KEY}`,
      summary: `The key is ${KEY}, the bot's ${TOKEN}.`,
      steps: [{ text: `Write ${KEY}`, risk: "low" }],
      criteria: [{ text: "It is written", check: null }],
    }),
    callsTool("write_file", { path: "key.txt", content: `${KEY}\n${TOKEN}\n` }),
    callsTool("read_file", { path: "key.txt" }),
    callsTool("shell", { command: `printf '%s%s\\n' ${halves.join(" ")}` }),
    callsTool("finish", { summary: `Wrote ${KEY} and ${TOKEN}.` }),
  ]);
  await using app = await startApp({ modelUrl: model.baseUrl, config: "[tasks]\nheal_attempts = 0", logFile: true });
  await app.says("Write the key in sample");
  await app.presses("Approve");
  await app.until(/❌ Task 1[^]*Wrote/);
  await app.says("/review detailed");
  await app.until(/tool/);
  await app.says("/diff 1");
  await app.app().idle();
  const said = JSON.stringify(app.emulator.requests.map(({ payload }) => payload));
  const logs = join(app.home, "logs");
  const kept = readdirSync(logs)
    .map((name) => readFileSync(join(logs, name), "utf8"))
    .join("");
  expect(kept).toContain("task.ended");
  const record = JSON.stringify(await app.app().operations.log({ limit: 1000 }));
  for (const secret of [KEY, TOKEN])
    expect([secret, said.includes(secret), kept.includes(secret), record.includes(secret)]).toEqual([
      secret,
      false,
      false,
      false,
    ]);
});

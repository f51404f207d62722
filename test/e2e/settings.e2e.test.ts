import { expect, test } from "vitest";
import { OWNER, startApp, textOf } from "../support/app.ts";
import { openScriptedModel, says } from "../support/scripted-model.ts";

test("/set changes a knob within its bounds, says old and new, and keeps it over a restart", async () => {
  await using app = await startApp();
  await app.says("/set tasks.max_steps 80");
  await app.until(/tasks\.max_steps: 60 → 80/);
  await app.restart();
  await app.says("/set tasks.max_steps 5000");
  expect(textOf(await app.until(/must be at most 1000, not 5000/))).toContain("stays 80");
  await app.says("/set tasks.max_stps 5");
  await app.until(/Did you mean tasks\.max_steps\?/);
  await app.says("/set tasks.max_steps");
  await app.until(/Which value should tasks\.max_steps have\?/);
  await app.says("/set tasks.max_steps reset");
  await app.until(/80 → 60/);
  await app.says("/status");
  await app.until(/at most 60 steps/);
});

test("the knobs' menu changes a knob by pressing, in one message, over a restart", async () => {
  await using app = await startApp();
  await app.says("/knobs");
  const menu = await app.until(/can be changed while I run/);
  await app.presses("tasks.heal_attempts: 2");
  await app.until(/tasks\.heal_attempts is 2/);
  await app.restart();
  await app.presses("4");
  await app.until(/tasks\.heal_attempts is 4; the file says 2/);
  await app.presses("As the file says: 2");
  await app.until(/tasks\.heal_attempts is 2\./);
  await app.presses("‹ Back");
  await app.until(/All are as the file says/);
  expect(app.emulator.messages(OWNER).filter((message) => message.message_id > menu.message_id)).toEqual([]);
});

test("a chat's model is checked, kept, and used for what comes next", async () => {
  await using model = await openScriptedModel([says("Hello.")], { models: ["scripted", "other-large", "other-small"] });
  await using app = await startApp({ modelUrl: model.baseUrl });
  await app.says("/model other-lrge");
  await app.until(/"other-lrge" is not among the 3 models/);
  await app.says("/model other-small");
  await app.until(/scripted → other-small/);
  await app.restart();
  await app.says("/models");
  await app.until(/3 to choose from/);
  await app.presses("other-large");
  await app.until(/Model of this chat: other-large, chosen here/);
  await app.says("Hello there");
  await app.until(/Hello\./);
  expect(model.requests.map((request) => request.body.model)).toEqual(["other-large"]);
  await app.says("/model reset");
  await app.until(/Back to the usual model, scripted/);
});

test("/settings leads to model, repository and knobs and back, and closes", async () => {
  await using app = await startApp();
  await app.says("/settings");
  await app.until(/Settings of this chat/);
  await app.presses("📁 Repository: as named, or the only one");
  await app.presses("sample");
  await app.presses("‹ Back");
  await app.presses("📁 Repository: sample");
  await app.presses("✓ sample");
  await app.presses("‹ Back");
  await app.presses("✓ Done");
  await app.untilTrue(
    () => app.emulator.messages(OWNER).every((message) => message.reply_markup === undefined),
    "the menu's buttons to go",
  );
});

test("/sparks, /session and the old word for sparks answer", async () => {
  await using app = await startApp();
  await app.says("/ghosts");
  await app.until(/coder .*Tools: /);
  await app.says("/session");
  await app.until(/0 turns are given to the model/);
});

test("a chat that wants no rich messages gets none, from then on and after a restart", async () => {
  await using app = await startApp();
  const isRich = () => JSON.stringify(app.emulator.messages(OWNER).at(-1)).includes("rich_message");
  await app.says("/cost 30d");
  await app.until(/nothing was spent/);
  await app.says("/settings");
  await app.presses("✨ Rich messages: auto");
  await app.presses("✨ Rich messages: on");
  await app.until(/Settings of this chat/);
  await app.untilTrue(
    () => JSON.stringify(app.emulator.messages(OWNER)).includes("Rich messages: off"),
    "the wish to be shown",
  );
  await app.restart();
  await app.says("/review detailed");
  await app.until(/Review of the last/);
  await app.untilTrue(() => app.texts().some((text) => /messages in/.test(text)), "the review");
  expect(isRich()).toBe(false);
});

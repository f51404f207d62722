import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OWNER, startApp, TOKEN, type TestApp } from "../support/app.ts";
import { openTranscriptionServer } from "../support/transcription-server.ts";

const speaks = (app: TestApp, bytes = new Uint8Array(2000).fill(7)) =>
  app.emulator.people.sendsFile({ chatId: OWNER, userId: OWNER, name: "v.ogg", mime: "audio/ogg", bytes });
const config = (url: string) => `[speech]\nurl = "${url}"\nlanguage = "de"\nmax_mib = 1`;

test("what is said is shown as text, can be corrected, survives a restart, and acts only when it is used, once", async () => {
  await using service = await openTranscriptionServer([{ text: "Fix the falling test in sample" }]);
  await using app = await startApp({ config: config(service.url) });
  speaks(app);
  await app.until(/This is what I heard[^]*falling test/);
  expect(service.heard).toMatchObject([{ model: "whisper-large-v3", language: "de", name: "voice.ogg" }]);
  await app.says("Fix the failing test in sample");
  await app.until(/This is what I heard[^]*failing test/);
  await app.restart();
  const shown = await app.until(/This is what I heard/);
  const use = shown.reply_markup?.inline_keyboard.flat().find((button) => button.text === "Use it");
  const data = use !== undefined && "callback_data" in use ? use.callback_data : "";
  await app.pressData(shown.message_id, data);
  await app.pressData(shown.message_id, data);
  await app.until(/📋 Task 1/);
  await app.until(/✅ Used/);
  expect(app.texts().filter((text) => text.includes("📋 Task"))).toHaveLength(1);
});

test("spoken, it answers what was open; discarded, it does nothing and the question stays", async () => {
  await using service = await openTranscriptionServer([{ text: "nonsense" }, { text: "Make the cart right" }]);
  await using app = await startApp({ config: config(service.url) });
  await app.says("/plan");
  await app.until(/What should be so when it is done/);
  speaks(app);
  await app.until(/nonsense/);
  await app.presses("Discard");
  await app.until(/Discarded/);
  speaks(app);
  await app.until(/Make the cart right/);
  await app.presses("Use it");
  await app.until(/Goal: Make the cart right/);
});

test("limits are looked at before anything is paid; what fails is said without a secret", async () => {
  await using service = await openTranscriptionServer([{ status: 401 }, { text: "  " }]);
  await using app = await startApp({ config: config(service.url) });
  speaks(app, new Uint8Array(1_200_000));
  await app.until(/too large; I take at most 1 MiB/);
  expect(service.heard).toEqual([]);
  speaks(app);
  await app.until(/could not make text of it: it refused the key/);
  speaks(app);
  await app.until(/I heard no words in it/);
  await app.says("/review detailed");
  await app.until(/Review of the last/);
  const record = JSON.stringify(await app.app().operations.log({ limit: 1000 }));
  for (const secret of [TOKEN, "Bearer"]) {
    expect(app.texts().join("\n")).not.toContain(secret);
    expect(record).not.toContain(secret);
  }
});

test("a voice message that cannot be loaded says so, without the address or the token, and nothing is paid", async () => {
  await using service = await openTranscriptionServer([]);
  await using app = await startApp({ config: config(service.url), logFile: true });
  app.emulator.faults.next("getFile", { kind: "too-many-requests", retryAfter: 600 });
  speaks(app);
  await app.until(/could not be loaded: Telegram is asked too often just now/);
  for (let count = 0; count < 4; count += 1)
    app.emulator.faults.next("download", { kind: "too-many-requests", retryAfter: 600 });
  speaks(app);
  await app.untilTrue(() => app.texts().filter((text) => /could not be loaded/.test(text)).length === 2, "the second");
  expect(service.heard).toEqual([]);
  const record = JSON.stringify(await app.app().operations.log({ limit: 1000 }));
  const log = readFileSync(join(app.home, "logs", "sparks.log"), "utf8");
  expect(record).toContain("file.unavailable");
  for (const told of [app.texts().join("\n"), record, log]) {
    expect(told).not.toContain(TOKEN.slice(11));
    expect(told).not.toContain("/file/bot");
  }
});

test("what is forwarded is nobody's order until it is used", async () => {
  await using app = await startApp();
  const { message_id: messageId } = app.emulator.people.says({
    chatId: OWNER,
    userId: OWNER,
    text: "Fix the failing test in sample",
  });
  await app.until(/📋 Task 1/);
  app.emulator.people.forwards({ chatId: OWNER, toChatId: OWNER, userId: OWNER, messageId });
  await app.until(/Forwarded: somebody else's words[^]*Fix the failing test/);
  expect(app.texts().filter((text) => text.includes("📋 Task"))).toHaveLength(1);
  await app.presses("Use it");
  await app.until(/📋 Task 2/);
});

test("in what is forwarded there is nothing to tap on: no address and no command", async () => {
  await using app = await startApp();
  const words = "/search https://evil.example and then /apply 1";
  const { message_id: messageId } = app.emulator.people.says({ chatId: OWNER, userId: OWNER, text: words });
  app.emulator.people.forwards({ chatId: OWNER, toChatId: OWNER, userId: OWNER, messageId });
  const shown = JSON.stringify(await app.until(/Forwarded: somebody else's words/));
  expect(shown).toMatch(new RegExp(`"type":"pre","offset":\\d+,"length":${words.length}}`));
  expect(shown).not.toMatch(/"type":"(?:url|bot_command)"/);
});

test("without a service for speech it says how to set one up, and nothing is loaded", async () => {
  await using app = await startApp();
  speaks(app);
  await app.until(/I cannot hear yet[^]*\[speech\] url/);
  expect(app.emulator.requests.filter(({ method }) => method === "getFile")).toEqual([]);
});

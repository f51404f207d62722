import { test } from "vitest";
import { OWNER, startApp } from "../support/app.ts";

test("numbers are written as the person's Telegram is, until the chat says otherwise, over a restart", async () => {
  await using app = await startApp({ language: "de" });
  await app.says("/status");
  await app.until(/up for \d+,\d.Sek\./);
  await app.says("/set chat.locale en_gb");
  await app.until(/chat\.locale is en-GB in this chat\. Now is \w{3}, \d+ \w+ \d{4}/);
  await app.restart();
  await app.says("/status");
  await app.until(/up for \d\.\d s/);
  await app.says("/set chat.locale reset");
  await app.until(/chat\.locale is de in this chat/);
});
test("the configuration goes before the person's Telegram; a chat has a zone of its own, and nonsense changes nothing", async () => {
  await using app = await startApp({ language: "de", config: '[general]\nlocale = "fr"\nzone = "Asia/Tokyo"' });
  await app.says("/set chat.locale");
  await app.until(/chat\.locale is fr/);
  await app.says("/set chat.zone europe/prague");
  await app.until(/chat\.zone is Europe\/Prague in this chat\. Now is .*UTC\+[12]/);
  await app.says("/set chat.zone Europe/Pragu");
  await app.until(/no time zone that I know; nothing was changed\. Did you mean Europe\/Prague\?/);
  await app.says("/set chat.locale klingon!");
  await app.until(/no language that I know/);
  await app.says("/settings");
  const labels = () =>
    app.emulator
      .messages(OWNER)
      .flatMap((message) => message.reply_markup?.inline_keyboard.flat() ?? [])
      .map(({ text }) => text);
  await app.untilTrue(() => labels().includes("🌍 Dates: fr, Europe/Prague"), "the button");
});

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, missingBrowser } from "../support/chromium.ts";
import { openPageSession, openTestEmulator, personId } from "../support/page-session.ts";

const missing = missingBrowser();
const patch = "--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n same\n-old line\n+new line\n";

describe.skipIf(missing !== undefined)(
  `the local chat page${missing === undefined ? "" : ` (skipped: ${missing})`}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(async () => {
      await browser?.close();
    });

    test("what a person types reaches the bot, and its answer shows with its form", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      await input.fill("first line");
      await input.press("Shift+Enter");
      await input.pressSequentially("second line");
      await input.press("Enter");
      expect((await bot.next("message")).text).toBe("first line\nsecond line");
      await expect.poll(() => input.inputValue()).toBe("");
      await bot.say('<b>Bold</b> and <code>code</code>, see <a href="https://example.com/x">here</a>', {
        parse_mode: "HTML",
      });
      await page.locator("strong", { hasText: "Bold" }).waitFor();
      await page.getByRole("link", { name: "here" }).click();
      await page.getByRole("dialog").getByText("https://example.com/x").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".row.own", { hasText: "second line" }).waitFor();
      expect(await page.locator(".row.other", { hasText: "Bold" }).count()).toBe(1);
      expect(session.complaints).toEqual([]);
    });

    test("a pressed button turns until the bot answers, shows its words, and can be pressed again", async () => {
      await using session = await openPageSession(browser);
      const { bot, page } = session;
      const rows = [
        [
          { text: "Approve", callback_data: "yes", style: "success" },
          { text: "Cancel", callback_data: "no", style: "danger" },
        ],
      ];
      await bot.say("May I?", { reply_markup: { inline_keyboard: rows } });
      const approve = page.getByRole("button", { name: "Approve" });
      expect(await approve.getAttribute("class")).toContain("success");
      await approve.click();
      const query = await bot.next("callback_query");
      expect(query.data).toBe("yes");
      await page.locator(".button.waiting", { hasText: "Approve" }).waitFor();
      await bot.call("answerCallbackQuery", { callback_query_id: query.id, text: "I begin." });
      await page.getByText("I begin.").waitFor();
      await expect.poll(() => page.locator(".button.waiting").count()).toBe(0);
      await approve.click();
      const again = await bot.next("callback_query");
      await bot.call("answerCallbackQuery", { callback_query_id: again.id, text: "Already running", show_alert: true });
      await page.getByRole("dialog").getByText("Already running").waitFor();
      expect(session.complaints).toEqual([]);
    });

    test("an edit changes the words in place: what was opened stays open and the reader stays where they were", async () => {
      await using session = await openPageSession(browser);
      const { bot, page } = session;
      const tall = await bot.say(Array.from({ length: 90 }, (_, line) => `line ${line}`).join("\n"));
      const card = await bot.say("Step 1 <tg-spoiler>secret</tg-spoiler>", { parse_mode: "HTML" });
      const row = page.locator(`[data-message-id="${card.message_id}"]`);
      await row.locator(".spoiler").click();
      await row.locator(".spoiler.open").waitFor();
      const before = await row.elementHandle();
      await page.mouse.move(760, 400);
      await page.mouse.wheel(0, -5000);
      const first = page.locator(`[data-message-id="${tall.message_id}"]`);
      await page.getByRole("button", { name: "Go to the newest message" }).waitFor();
      const place = (await first.boundingBox())?.y;
      await bot.call("editMessageText", {
        chat_id: personId,
        message_id: card.message_id,
        text: "Step 2 <tg-spoiler>secret</tg-spoiler>\nmore\nlines",
        parse_mode: "HTML",
      });
      await row.getByText("Step 2").waitFor({ state: "attached" });
      await bot.say("and one more");
      await page.getByRole("button", { name: "1 new messages, go to the newest" }).waitFor();
      expect((await first.boundingBox())?.y).toBe(place);
      const after = await row.elementHandle();
      expect(await page.evaluate(([one, other]) => one === other, [before, after])).toBe(true);
      expect(await row.locator(".spoiler.open").count()).toBe(1);
      expect(await row.getByText("edited").count()).toBe(1);
      await bot.call("deleteMessage", { chat_id: personId, message_id: card.message_id });
      await row.waitFor({ state: "detached" });
    });

    test("a draft grows in one bubble, can be stopped, and gives way to its message", async () => {
      await using session = await openPageSession(browser);
      const { bot, page } = session;
      const draft = (text: string): Promise<unknown> =>
        bot.call("sendMessageDraft", { chat_id: personId, draft_id: 7, text, can_stop: true });
      await draft("I am");
      await page.locator(".draft", { hasText: "I am" }).waitFor();
      await draft("I am looking");
      await page.locator(".draft", { hasText: "I am looking" }).waitFor();
      expect(await page.locator(".draft").count()).toBe(1);
      await page.getByRole("button", { name: "Stop" }).click();
      expect((await bot.next("stopped_message_generation")).chat.id).toBe(personId);
      await expect.poll(() => page.locator(".draft").count()).toBe(0);
      await bot.call("sendMessageDraft", { chat_id: personId, draft_id: 8, text: "Second" });
      await page.locator(".draft", { hasText: "Second" }).waitFor();
      await bot.say("Second, whole");
      await page.locator(".row.other", { hasText: "Second, whole" }).waitFor();
      await expect.poll(() => page.locator(".draft").count()).toBe(0);
      expect(session.complaints).toEqual([]);
    });

    test("several files go as one album, with the words at the first", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      const file = (name: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(name) });
      await page.getByLabel("Choose files").setInputFiles(["a.log", "b.log"].map(file));
      await input.fill("what do these say?");
      await input.press("Enter");
      const parts = [await bot.next("message"), await bot.next("message")];
      expect(parts.map(({ caption, document }) => [document?.file_name, caption])).toEqual([
        ["a.log", "what do these say?"],
        ["b.log", undefined],
      ]);
      expect(parts[0]?.media_group_id).toMatch(/^\d+$/);
      expect(parts[1]?.media_group_id).toBe(parts[0]?.media_group_id);
    });

    test("a file goes to the bot with its caption, comes back as a card, shows its changes and can be saved", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      await page
        .getByLabel("Choose files")
        .setInputFiles({ name: "fix.diff", mimeType: "text/x-diff", buffer: Buffer.from(patch) });
      await input.fill("please look");
      await input.press("Enter");
      const sent = await bot.next("message");
      expect([sent.document?.file_name, sent.caption]).toEqual(["fix.diff", "please look"]);
      const card = page.locator(".document", { hasText: "fix.diff" });
      await card.getByRole("button", { name: "Show" }).click();
      await card.locator(".line.added", { hasText: "+new line" }).waitFor();
      expect(await card.locator(".line.removed").textContent()).toBe("-old line");
      const saving = page.waitForEvent("download");
      await card.getByRole("link", { name: "Download fix.diff" }).click();
      expect(await readFile((await (await saving).path()) ?? "", "utf8")).toBe(patch);
      expect(session.complaints).toEqual([]);
    });

    test("a slash opens the commands, typing narrows them, Enter sends the chosen one", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      const commands = ["start", "status", "stop", "plan"].map((command) => ({
        command,
        description: `About ${command}`,
      }));
      await bot.call("setMyCommands", { commands });
      await page.waitForFunction("document.querySelector('.menu-button') !== null");
      await expect
        .poll(async () => {
          await input.fill("");
          await input.fill("/st");
          return page.locator(".command").count();
        })
        .toBe(3);
      await input.press("ArrowDown");
      expect(await page.locator('[role="option"][aria-selected="true"] .command-name').textContent()).toBe("/status");
      await input.press("Enter");
      expect((await bot.next("message")).text).toBe("/status");
      await expect.poll(() => input.inputValue()).toBe("");
    });

    test("a second person joins a group, each speaks as themselves, and the unread are counted", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      await page.getByRole("button", { name: "New user" }).click();
      await page.getByLabel("First name").fill("Ben");
      await page.getByRole("button", { name: "Create" }).click();
      await expect.poll(() => page.getByLabel("Speak as").locator("option:checked").textContent()).toBe("Ben");
      await page.getByRole("button", { name: "New group" }).click();
      await page.getByLabel("Group name").fill("Payments");
      await page.getByRole("button", { name: "Create" }).click();
      await page.getByRole("heading", { name: "Payments" }).waitFor();
      await input.fill("/hello from Ben");
      await input.press("Enter");
      let heard = await bot.next("message");
      while (heard.text === undefined) heard = await bot.next("message"); // the group tells of its making first
      expect([heard.from?.first_name, heard.chat.title]).toEqual(["Ben", "Payments"]);
      await page.getByLabel("Speak as").selectOption({ label: "You" });
      const theirs = page.locator(".row.other", { hasText: "/hello from Ben" });
      expect(await theirs.locator(".sender").textContent()).toBe("Ben");
      await page.locator(".chat", { hasText: "Sparks" }).click();
      await bot.call("sendMessage", { chat_id: heard.chat.id, text: "Hello, Ben" });
      await page.locator(".chat", { hasText: "Payments" }).locator(".unread-badge", { hasText: "1" }).waitFor();
      expect(session.complaints).toEqual([]);
    });

    test("after a restart of the program the page goes on by itself, with every message once", async () => {
      const stateFolder = await mkdtemp(join(tmpdir(), "sparks-page-"));
      try {
        const emulator = await openTestEmulator({ stateFolder });
        const port = Number(new URL(emulator.apiRoot).port);
        await using session = await openPageSession(browser, { emulator });
        const { bot, page, input } = session;
        await bot.say("before");
        await page.locator(".words", { hasText: "before" }).waitFor();
        await input.fill("half a thought");
        await emulator[Symbol.asyncDispose]();
        await page.getByText("Reconnecting…").waitFor();
        await input.press("Enter");
        await page.getByRole("alert").getByText("does not answer").waitFor();
        expect(await input.inputValue()).toBe("half a thought");
        await using again = await openTestEmulator({ stateFolder, port });
        expect(again.apiRoot).toBe(emulator.apiRoot);
        await bot.say("after");
        await page.locator(".words", { hasText: "after" }).waitFor();
        await page.getByText("Reconnecting…").waitFor({ state: "hidden" });
        await bot.say("and live");
        await page.locator(".words", { hasText: "and live" }).waitFor();
        expect(await page.locator(".row .words").allTextContents()).toEqual(["before", "after", "and live"]);
        expect(await input.inputValue()).toBe("half a thought");
      } finally {
        await rm(stateFolder, { recursive: true, force: true });
      }
    });

    test("hostile text is only text: markup, right-to-left overrides, a wall of emoji, a word without end", async () => {
      await using session = await openPageSession(browser, { window: { viewport: { width: 320, height: 640 } } });
      const { bot, page, input } = session;
      const hostile = [
        `<img src=x onerror="document.title='owned'">`,
        "abc \u202Eevil\u202C שלום עולם",
        "😈".repeat(2048),
        "x".repeat(4096),
      ];
      const kept: (string | undefined)[] = []; // the server takes direction overrides out, as Telegram does
      for (const text of hostile) kept.push((await bot.say(text)).text);
      expect(kept[0]).toBe(hostile[0]);
      await input.fill(hostile[0] ?? "");
      await input.press("Enter");
      expect((await bot.next("message")).text).toBe(hostile[0]);
      await expect.poll(() => page.locator(".row .words").allTextContents()).toEqual([...kept, kept[0]]);
      expect(await page.locator(".messages img").count()).toBe(0);
      expect(await page.title()).not.toBe("owned");
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320);
      expect(session.complaints).toEqual([]);
    });

    test("too long a text is not sent and says by how much", async () => {
      await using session = await openPageSession(browser);
      const { page, input } = session;
      await input.fill("y".repeat(4099));
      await page.locator(".counter.over", { hasText: "-3" }).waitFor();
      await input.press("Enter");
      expect(await page.getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
      expect(session.emulator.messages(personId)).toEqual([]);
      await input.fill("y".repeat(4096));
      await input.press("Enter");
      await expect.poll(() => session.emulator.messages(personId).length).toBe(1);
    });

    test("a message can be answered, changed and reacted to from the keyboard and the menu", async () => {
      await using session = await openPageSession(browser);
      const { bot, page, input } = session;
      await input.fill("frist");
      await input.press("Enter");
      await bot.next("message");
      await expect.poll(() => input.inputValue()).toBe("");
      await input.press("ArrowUp");
      expect(await input.inputValue()).toBe("frist");
      await input.fill("first");
      await input.press("Enter");
      expect((await bot.next("edited_message")).text).toBe("first");
      const theirs = await bot.say("a question");
      const row = page.locator(`[data-message-id="${theirs.message_id}"]`);
      await row.locator(".bubble").click({ button: "right" });
      await page.getByRole("menuitem", { name: "Reply" }).click();
      await input.fill("an answer");
      await input.press("Enter");
      expect((await bot.next("message")).reply_to_message?.message_id).toBe(theirs.message_id);
      await page.getByRole("button", { name: "In reply to Sparks" }).waitFor();
      await row.locator(".bubble").click({ button: "right" });
      await page.getByRole("menuitem", { name: "React with 👍" }).click();
      expect((await bot.next("message_reaction")).new_reaction).toEqual([{ type: "emoji", emoji: "👍" }]);
      await row.locator(".reaction.mine").waitFor();
      expect(session.complaints).toEqual([]);
    });
  },
);

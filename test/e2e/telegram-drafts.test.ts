import { Api } from "grammy";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Unfinished } from "../../src/core/ports/messenger.ts";
import type { RichWish } from "../../src/core/ports/store.ts";
import { openEmulator, type Emulator } from "../../src/emulator/emulator.ts";
import { createDrafts } from "../../src/telegram/drafts.ts";
import { createRedactor } from "../../src/lib/redact.ts";
import { LEAVING_SHAPES } from "../../src/lib/secret-shapes.ts";
import { createJumpingClock } from "../support/jumping-clock.ts";

const TOKEN = "1000000001:abcdefghijklmnopqrstuvwxyz012345678";
const ADA = 1001;
let emulator: Emulator;
beforeAll(async () => {
  emulator = await openEmulator({ token: TOKEN, pageKey: "k", users: [{ id: ADA, firstName: "Ada" }] });
});
afterAll(async () => emulator[Symbol.asyncDispose]());

/** What the server was asked to show for one draft. */
async function shows(
  said: Unfinished,
  rich: RichWish = "auto",
  isOld = false,
): Promise<{ method: string; fields: string }> {
  const from = emulator.requests.length;
  const closing = new AbortController();
  const api = new Api(TOKEN, { apiRoot: emulator.apiRoot });
  // How a server of an older version answers.
  if (isOld)
    api.config.use((call, method, payload, signal) =>
      method === "sendRichMessageDraft"
        ? Promise.resolve({ ok: false, error_code: 404, description: "Not Found: method not found" })
        : call(method, payload, signal),
    );
  const drafts = createDrafts(
    { api, clock: createJumpingClock(), redact: createRedactor(["hunter2-hunter2"], LEAVING_SHAPES), rich: () => rich },
    closing.signal,
  );
  drafts.show({ chatId: ADA, threadId: null }, 7, said);
  for (;;) {
    const request = emulator.requests.slice(from).find(({ outcome }) => outcome.kind === "ok");
    if (request !== undefined) {
      closing.abort();
      return { method: request.method, fields: JSON.stringify(request.payload) };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
test("a thought is shown as one, without what must not leave, and can be stopped", async () => {
  const { method, fields } = await shows({ thought: "the key is hunter2-hunter2" });
  expect(method).toBe("sendRichMessageDraft");
  expect(fields).toContain("thinking");
  expect(fields).toContain("can_stop");
  expect(fields).not.toContain("hunter2");
});
test("of a long thought the end is shown", async () => {
  const { fields } = await shows({ thought: `${"a thought ".repeat(5000)}the end` });
  expect(fields).toContain("the end");
  expect(fields.length).toBeLessThan(1500);
});
test("where rich messages are off a thought is plain text", async () => {
  const { method, fields } = await shows({ thought: "let me see" }, "off");
  expect(method).toBe("sendMessageDraft");
  expect(fields).toContain("💭 let me see");
});
test("a server that knows no rich drafts is given the thought as plain text", async () => {
  const { method } = await shows({ thought: "let me see" }, "auto", true);
  expect(method).toBe("sendMessageDraft");
});
test("what is said so far is formatted, also where a mark is not closed yet", async () => {
  const { method, fields } = await shows("**Done:** see `a.ts` and\n```ts\nconst a");
  expect(method).toBe("sendMessageDraft");
  expect(fields).not.toContain("**");
  expect(fields).toMatch(/bold/);
  expect(fields).toMatch(/pre/);
});
test("of a long answer the end is shown, within one message", async () => {
  const { fields } = await shows(`${"word ".repeat(4000)}the end`);
  expect(fields).toContain("the end");
});

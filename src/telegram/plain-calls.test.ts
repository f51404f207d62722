import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { expect, test } from "vitest";
import { createPlainCalls } from "./plain-calls.ts";
import type { Post } from "./post.ts";

type Seen = { url: string; body: string; timeoutMs: number | undefined };
function open(answer: () => Promise<{ json(): Promise<unknown> }>) {
  const [plain, others]: [Seen[], string[]] = [[], []];
  const post: Post = (url, { body, timeoutMs }) => {
    plain.push({ url, body: typeof body === "string" ? body : "", timeoutMs });
    return answer();
  };
  const api = new Api("1:t", {
    apiRoot: "http://api.test",
    fetch: (url: string) => {
      others.push(url);
      return Promise.resolve({ json: async () => ({ ok: true, result: { message_id: 9 } }) });
    },
  });
  api.config.use(createPlainCalls({ apiRoot: "http://api.test", token: "1:t", timeoutMs: 5 }, post));
  return { api, plain, others };
}
const says = (value: unknown) => async () => ({ json: async () => value });

test("a text is posted as JSON without what is undefined, and its answer comes back", async () => {
  const { api, plain, others } = open(says({ ok: true, result: { message_id: 7 } }));
  expect(await api.sendMessage(3, "žluť", undefined)).toEqual({ message_id: 7 });
  expect(plain).toEqual([
    { url: "http://api.test/bot1:t/sendMessage", body: '{"chat_id":3,"text":"žluť"}', timeoutMs: 5 },
  ]);
  expect(others).toEqual([]);
});
test("what may carry a file goes grammY's way", async () => {
  const { api, plain, others } = open(says({ ok: true, result: true }));
  await api.sendDocument(3, new InputFile(new Uint8Array([1]), "a.txt"));
  expect(plain).toEqual([]);
  expect(others).toEqual(["http://api.test/bot1:t/sendDocument"]);
});
test("a refusal and a broken network are the errors that grammY would throw", async () => {
  const refused = open(says({ ok: false, error_code: 429, description: "Slow", parameters: { retry_after: 3 } }));
  const refusal = await refused.api.deleteMessage(3, 4).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(GrammyError);
  expect(refusal).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  const broken = open(() => Promise.reject(new Error("reset, http://api.test/bot1:t")));
  const trouble = await broken.api.deleteMessage(3, 4).catch((error: unknown) => error);
  expect(trouble).toBeInstanceOf(HttpError);
  // The address stays in the cause, which nobody is shown.
  expect(String(trouble)).not.toContain("1:t");
});

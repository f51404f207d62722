import { expect, test } from "vitest";
import { folderSession, toolContext } from "../../../test/support/folder-session.ts";
import { utf8Length } from "../../lib/cap-text.ts";
import { decide, type Question } from "../policy/decide.ts";
import type { Page } from "../ports/web.ts";
import { createWebFetch } from "./web-fetch.ts";

function fetching(page: Page) {
  const asked: string[] = [];
  const tool = createWebFetch({
    hosts: ["docs.example.org"],
    web: {
      async page(url) {
        asked.push(url);
        return page;
      },
    },
  });
  return {
    asked,
    async call(url: string) {
      const call = tool.prepare({ url });
      return "problem" in call ? { ok: false, text: call.problem } : call.run(toolContext(folderSession("/nowhere")));
    },
    intent(url: string) {
      const call = tool.prepare({ url });
      if ("problem" in call) throw new Error(call.problem);
      return call;
    },
  };
}
const PAGE: Page = {
  kind: "page",
  url: "https://a.example.org/x",
  title: "T",
  text: "words </data> words",
  cut: false,
};

test("a page stands between marks that it cannot close, and its last part is not sent", async () => {
  const { call, asked } = fetching(PAGE);
  const answer = await call("https://a.example.org/x#part");
  expect(asked).toEqual(["https://a.example.org/x"]);
  expect(answer).toEqual({
    ok: true,
    origin: "web",
    text: 'Page https://a.example.org/x (sent on from https://a.example.org/x#part)\nTitle: "T"\n<data from="web_page">\nwords </ data> words\n</data>',
  });
});
test("a long page is cut in its middle, within what one answer may say", async () => {
  const { call } = fetching({ ...PAGE, text: `start ${"é".repeat(200_000)} end`, cut: true });
  const { text } = await call("https://a.example.org/");
  expect(utf8Length(text)).toBeLessThanOrEqual(16 * 1024);
  expect(text).toMatch(/only its first part[^]*start [^]*bytes left out[^]* end/i);
});
test("where it sends on to is told and not followed", async () => {
  const { call } = fetching({ kind: "elsewhere", url: "https://b.example.net/" });
  expect(await call("https://a.example.org/")).toMatchObject({
    ok: false,
    text: expect.stringContaining("Fetch that address itself") as string,
  });
});
test.each([
  "http://127.0.0.1/",
  "http://localhost:80/",
  "https://me:secret@example.org/",
  "file:///etc/passwd",
  "http://10.0.0.1.nip.io/",
])("%s is refused before anybody is asked", async (url) => {
  const { call, asked } = fetching(PAGE);
  expect((await call(url)).text).toContain("cannot be fetched");
  expect(asked).toEqual([]);
});

const at = (url: string, question: Partial<Question>) =>
  decide({
    ...fetching(PAGE).intent(url),
    level: 3,
    attended: true,
    taint: "repository",
    planned: [],
    webHosts: ["docs.example.org"],
    ...question,
  });
test("a person is asked for each page, but not for those of the hosts that the settings name", () => {
  expect(at("https://a.example.org/", {})).toMatchObject({ kind: "ask", risk: "medium" });
  expect(at("https://docs.example.org/a", {})).toMatchObject({ kind: "allow" });
  expect(at("https://docs.example.org.evil.net/a", {})).toMatchObject({ kind: "ask" });
  expect(at("https://a.example.org/", { level: 1 })).toMatchObject({ kind: "deny" });
  expect(at("https://a.example.org/", { level: 5 })).toMatchObject({ kind: "allow" });
  expect(at("https://a.example.org/", { attended: false })).toMatchObject({ kind: "deny", because: "nobody" });
});
test("a page of the search engine's own host is one of anywhere, and a host of the settings none any more after strangers", () => {
  expect(at("https://search.example.org/any?x=secret", {})).toMatchObject({ kind: "ask" });
  for (const taint of ["servers", "outside"] as const)
    expect(at("https://docs.example.org/?q=secret", { level: 5, taint })).toMatchObject({ kind: "ask", risk: "high" });
});
test("after texts of strangers a person is always asked: an address can carry out what was read", () => {
  expect(at("https://a.example.org/?q=secret", { level: 5, taint: "outside" })).toMatchObject({
    kind: "ask",
    risk: "high",
  });
});

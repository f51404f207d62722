import { expect, test } from "vitest";
import { Fault } from "../core/fault.ts";
import type { ModelImage, ModelReply, ModelRequest } from "../core/ports/model.ts";
import type { ProviderOptions, SightOptions } from "./options.ts";
import { requestBody, toolNamesOf, type ShownRequest } from "./request.ts";
import { withSight } from "./sight.ts";

const provider = (name: string, kind: ProviderOptions["provider"] = "compatible"): ProviderOptions => ({
  name,
  provider: kind,
  baseUrl: "http://model.invalid/v1",
  model: "any",
  apiKey: undefined,
  local: true,
});
const image = (hash: string): ModelImage => ({ name: `${hash}.png`, mime: "image/png", hash });
const request = (...images: ModelImage[]): ModelRequest => ({
  purpose: "talk",
  messages: [{ role: "user", text: "Look", ...(images.length === 0 ? {} : { images }) }],
  tools: [],
  toolChoice: "auto",
  maxOutputTokens: 100,
});
const REPLY: ModelReply = {
  text: "Seen.",
  calls: [],
  usage: { inputTokens: 1, outputTokens: 1, costUsd: 0 },
  model: "any",
};
const REFUSED = new Fault("model.refused", { model: "any", reason: "no" });

/** Asks with pictures of one byte; `answers` are those of the server, in turn. */
function look(vision: SightOptions["vision"], answers: readonly (ModelReply | Fault)[], bytes = 1) {
  const asked: ShownRequest[] = [];
  let unseen = 0;
  const see = withSight(
    { vision, picture: async (hash) => (hash === "gone" ? null : new Uint8Array(bytes)) },
    async (_, shown) => {
      asked.push(shown);
      return answers[asked.length - 1] ?? REPLY;
    },
  );
  const options = { signal: new AbortController().signal, onUnseen: () => void (unseen += 1) };
  return {
    see: (given: ModelRequest, by = provider("main")) => see(by, given, options),
    shown: () => asked.map(({ pictures }) => pictures?.size ?? 0),
    unseen: () => unseen,
  };
}

test("a model that refuses a picture is asked without it, and from then on shown none; another one is", async () => {
  const it = look("auto", [REFUSED, REPLY]);
  expect(await it.see(request(image("a")))).toBe(REPLY);
  expect(await it.see(request(image("a")))).toBe(REPLY);
  expect(await it.see(request(image("a")), provider("other"))).toBe(REPLY);
  expect(await it.see(request())).toBe(REPLY);
  expect(it.shown()).toEqual([1, 0, 0, 1, 0]);
  expect(it.unseen()).toBe(2);
});
test("one that refuses the request without pictures as well refused something else, and still sees", async () => {
  const it = look("auto", [REFUSED, new Fault("model.refused", { model: "any", reason: "again" })]);
  expect(await it.see(request(image("a")))).toBe(REFUSED);
  expect(await it.see(request(image("a")))).toBe(REPLY);
  expect(it.shown()).toEqual([1, 0, 1]);
  expect(it.unseen()).toBe(0);
});
test.each([
  ["image input is not supported - hint: provide the mmproj", [1, 0]],
  ["Status 500: out of memory", [1]],
])("a server in trouble over %j", async (reason, shown) => {
  const it = look("auto", [new Fault("model.unavailable", { model: "any", reason })]);
  await it.see(request(image("a")));
  expect(it.shown()).toEqual(shown);
});
test("off shows none, on insists, and a recording sees nothing", async () => {
  const off = look("off", []);
  await off.see(request(image("a")));
  expect([off.shown(), off.unseen()]).toEqual([[0], 1]);
  const on = look("on", [REFUSED]);
  expect(await on.see(request(image("a")))).toBe(REFUSED);
  const recorded = look("on", []);
  await recorded.see(request(image("a")), provider("main", "recorded"));
  expect(recorded.shown()).toEqual([0]);
});
test("a request carries at most ten pictures and 20 MiB of them, each once", async () => {
  const many = look("on", []);
  await many.see(request(...Array.from({ length: 30 }, (_, at) => image(`h${at % 15}`)), image("gone")));
  const large = look("on", [], 6 * 1024 * 1024);
  await large.see(request(...["a", "b", "c", "d", "e"].map(image)));
  expect([many.shown(), large.shown()]).toEqual([[10], [3]]);
});
test("what is shown goes as parts, what is not is named, and text alone stays text", () => {
  const pictures = new Map([["a", "data:image/png;base64,AA=="]]);
  const contentOf = (shown: ShownRequest) =>
    requestBody(shown, provider("main"), toolNamesOf(shown)).messages.map(({ content }) => content);
  expect(contentOf({ ...request(image("a"), image("b")), pictures })).toEqual([
    [
      { type: "text", text: "Look\n\n(Not shown, since you are given no pictures or no more of them: b.png.)" },
      { type: "image_url", image_url: { url: "data:image/png;base64,AA==" } },
    ],
  ]);
  expect(contentOf(request(image("a")))).toEqual([
    "Look\n\n(Not shown, since you are given no pictures or no more of them: a.png.)",
  ]);
  expect(contentOf({ ...request(), pictures })).toEqual(["Look"]);
});

import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { ModelReply, ModelRequest } from "../core/ports/model.ts";
import { createHandClock } from "../../test/support/hand-clock.ts";
import { createModel } from "./model.ts";
import type { ProviderOptions } from "./options.ts";

const provider: ProviderOptions = {
  name: "main",
  provider: "compatible",
  baseUrl: "http://model.invalid/v1",
  model: "any",
  apiKey: undefined,
  local: true,
};
const request: ModelRequest = {
  purpose: "talk",
  messages: [{ role: "user", text: "Hello" }],
  tools: [{ name: "look", description: "", parameters: { type: "object" } }],
  toolChoice: "auto",
  maxOutputTokens: 100,
};

/** Reads this very stream, cut into chunks at these places, through the whole client. */
async function read(bytes: Uint8Array, cuts: readonly number[], onText?: (delta: string) => void): Promise<ModelReply> {
  const edges = [0, ...cuts.map((cut) => cut % bytes.length).toSorted((a, b) => a - b), bytes.length];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const [index, from] of edges.slice(0, -1).entries()) controller.enqueue(bytes.slice(from, edges[index + 1]));
      controller.close();
    },
  });
  const fetch = () => Promise.resolve(new Response(body, { headers: { "content-type": "text/event-stream" } }));
  const dependencies = { clock: createHandClock(), random: () => 0, fetch };
  const model = createModel({ providers: [provider], retries: { attempts: 1 } }, dependencies);
  return model.complete(request, {
    signal: new AbortController().signal,
    onThought: (thought) => thoughts.push(thought),
    ...(onText === undefined ? {} : { onText }),
  });
}
/** All that was thought in streams read so far. */
const thoughts: string[] = [];
test.each(["reasoning_content", "reasoning"])(
  "what a server sends as %s is thought, and no part of the answer",
  async (field) => {
    thoughts.length = 0;
    const reply = await read(stream([{ [field]: "Hm, " }, { [field]: "let me see" }, { content: "Yes." }], "stop"), []);
    expect(thoughts).toEqual(["Hm, ", "Hm, let me see"]);
    expect(reply.text).toBe("Yes.");
  },
);

function stream(deltas: readonly object[], finish: string, newline = "\n"): Uint8Array {
  const chunks = [
    ...deltas.map((delta) => ({ choices: [{ index: 0, delta, finish_reason: null }] })),
    { choices: [{ index: 0, delta: {}, finish_reason: finish }] },
    { choices: [], usage: { prompt_tokens: 7, completion_tokens: 9 } },
  ];
  const records = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}${newline}${newline}`);
  return new TextEncoder().encode(`: a comment${newline}${newline}${records.join("")}data: [DONE]${newline}${newline}`);
}

const TEXT = "Grüße 👩🏽‍💻, 世界: “quoted”\nand a\ttab";
const ARGUMENTS = JSON.stringify({ path: "src/größe.ts", lines: [1, 2], note: '"👋"' });
const deltas = [
  { role: "assistant", content: TEXT.slice(0, 8) },
  { content: TEXT.slice(8) },
  { tool_calls: [{ index: 0, id: "a", type: "function", function: { name: "look", arguments: "" } }] },
  { tool_calls: [{ index: 0, function: { arguments: ARGUMENTS.slice(0, 10) } }] },
  {
    tool_calls: [{ index: 1, id: "b", type: "function", function: { name: "look", arguments: ARGUMENTS.slice(0, 3) } }],
  },
  {
    tool_calls: [
      { index: 0, function: { arguments: ARGUMENTS.slice(10) } },
      { index: 1, function: { arguments: ARGUMENTS.slice(3) } },
    ],
  },
];

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
])("however a stream with %s is cut into chunks, the reply is the same", async (_, newline) => {
  const bytes = stream(deltas, "tool_calls", newline);
  const whole = await read(bytes, []);
  expect(whole.text).toBe(TEXT);
  expect(whole.calls).toEqual(
    ["a", "b"].map((id) => ({ id, name: "look", kind: "parsed", arguments: JSON.parse(ARGUMENTS) as object })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { maxLength: 60 }), async (cuts) => {
      let shown = "";
      expect(await read(bytes, cuts, (delta) => (shown += delta))).toEqual(whole);
      expect(shown).toBe(TEXT);
    }),
    { numRuns: 100 },
  );
});

test("one byte at a time gives the same reply", async () => {
  const bytes = stream(deltas, "tool_calls");
  expect(
    await read(
      bytes,
      Array.from(bytes, (_, index) => index),
    ),
  ).toEqual(await read(bytes, []));
});

test("a stream cut short anywhere before its finish is never an answer", async () => {
  const bytes = stream(deltas, "tool_calls");
  const finished = new TextDecoder().decode(bytes).indexOf('"finish_reason":"tool_calls"');
  const end = new TextEncoder().encode(new TextDecoder().decode(bytes).slice(0, finished)).length;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: end }), async (length) => {
      await expect(read(bytes.slice(0, length), [])).rejects.toMatchObject({ code: "model.incomplete" });
    }),
    { numRuns: 100 },
  );
});

test("a character whose halves come in two chunks is shown whole; NUL and lone halves are not shown", async () => {
  const halves = [{ content: "a\ud83d" }, { content: "\udc4bb\0\udc4b" }, { content: "c\ud83d" }];
  const shown: string[] = [];
  const { text } = await read(stream(halves, "stop"), [], (delta) => shown.push(delta));
  expect(text).toBe("a👋b\ufffdc\ufffd");
  expect(shown).toEqual(["a", "👋b\ufffd", "c", "\ufffd"]);
});

test("parallel calls under one index, and calls without one, are told apart by their ids", async () => {
  const call = (id: string) => ({ id, type: "function", function: { name: "look", arguments: `{"id":"${id}"}` } });
  const same = [{ tool_calls: [{ index: 0, ...call("a") }] }, { tool_calls: [{ index: 0, ...call("b") }] }];
  const none = [{ tool_calls: [call("a"), call("b")] }];
  for (const form of [same, none]) {
    const { calls } = await read(stream(form, "tool_calls"), []);
    expect(calls.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(calls.map((each) => each.kind === "parsed" && each.arguments["id"])).toEqual(["a", "b"]);
  }
});

test("a second choice that nobody asked for is left out", async () => {
  const record = (index: number, content: string, finish_reason: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index, delta: { content }, finish_reason }] })}\n\n`;
  const bytes = new TextEncoder().encode(record(1, "no", "stop") + record(0, "yes", null) + record(0, "", "stop"));
  expect((await read(bytes, [])).text).toBe("yes");
});

test("arguments in a code fence are read; anything else in need of mending is not", async () => {
  const call = (raw: string) => [{ tool_calls: [{ index: 0, id: "a", function: { name: "look", arguments: raw } }] }];
  const fenced = await read(stream(call('```json\n{"a": 1}\n```'), "tool_calls"), []);
  expect(fenced.calls[0]).toMatchObject({ kind: "parsed", arguments: { a: 1 } });
  const trailing = await read(stream(call('{"a": 1,}'), "tool_calls"), []);
  expect(trailing.calls[0]).toMatchObject({ kind: "invalid", raw: '{"a": 1,}' });
});

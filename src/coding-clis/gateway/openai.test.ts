import { expect, test } from "vitest";
import { createCounter } from "./events.ts";
import { openaiChat } from "./openai.ts";
import type { Counted } from "./wire.ts";

const piece = (finish: string | null, output: number | null) => ({
  object: "chat.completion.chunk",
  choices: [{ index: 0, delta: { content: "x" }, finish_reason: finish }],
  ...(output === null ? {} : { usage: { prompt_tokens: 1000, completion_tokens: output } }),
});
const last = { object: "chat.completion.chunk", choices: [], usage: { prompt_tokens: 1000, completion_tokens: 3 } };
function counted(events: readonly object[], streamed = true): Counted {
  const counter = createCounter(openaiChat, streamed);
  for (const event of events)
    counter.take(Buffer.from(streamed ? `data: ${JSON.stringify(event)}\n\n` : JSON.stringify(event)));
  return counter.end();
}
test("usage in each piece is not what an answer came to that breaks off", () => {
  expect(counted([piece(null, 1)])).toMatchObject({ output: 1, whole: false });
  expect(counted([piece(null, 1), piece(null, 2)])).toMatchObject({ output: 2, whole: false });
});
test.each([
  ["with the piece that ends it", [piece(null, null), piece("stop", 3)]],
  ["in each piece", [piece(null, 1), piece(null, 2), piece("length", 3)]],
  ["in each piece and after all of them", [piece(null, 1), piece("stop", 2), last]],
  ["after all of them", [piece(null, null), piece("stop", null), last]],
])("a stream that tells %s what it came to is known to its end", (_, events) => {
  expect(counted(events)).toMatchObject({ fresh: 1000, output: 3, whole: true });
});
test("an answer of one piece is known to its end", () => {
  expect(counted([{ ...piece("tool_calls", 3), object: "chat.completion" }], false)).toMatchObject({ whole: true });
});
test("of the options of a stream only that of usage is asked for, and of none that is no stream", () => {
  const rule = { model: "m", maxOutputTokens: 10 };
  const stream_options = { include_usage: false, continuous_usage_stats: true };
  expect(openaiChat.prepare({ stream: true, stream_options, messages: [] }, rule)).toHaveProperty(
    "body.stream_options",
    {
      include_usage: true,
    },
  );
  const whole = openaiChat.prepare({ stream_options, messages: [] }, rule);
  expect(whole.kind === "ready" && whole.body).not.toHaveProperty("stream_options");
});

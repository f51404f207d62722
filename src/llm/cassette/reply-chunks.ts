/** An answer as a server of models would stream it. */
export type StreamedReply = {
  readonly text?: string;
  readonly calls?: readonly { readonly id: string; readonly name: string; readonly arguments: string }[];
  readonly usage?: { readonly inputTokens: number; readonly outputTokens: number };
  /** Left out: `tool_calls` where there are calls, else `stop`. */
  readonly finish?: string;
};

/** Characters: about one token, so that text appears as a live model's does. */
const TEXT_PIECE = 4;
const ARGUMENTS_PIECE = 12;

/** The chunks of `POST /chat/completions` with `stream: true`, in order, as objects; `[DONE]` is not among them. */
export function replyChunks(reply: StreamedReply, model: string): object[] {
  const deltas: object[] = [{ role: "assistant", content: "" }];
  for (const piece of pieces(reply.text ?? "", TEXT_PIECE)) deltas.push({ content: piece });
  for (const [index, call] of (reply.calls ?? []).entries()) {
    const opening = { index, id: call.id, type: "function", function: { name: call.name, arguments: "" } };
    deltas.push({ tool_calls: [opening] });
    for (const piece of pieces(call.arguments, ARGUMENTS_PIECE)) {
      deltas.push({ tool_calls: [{ index, function: { arguments: piece } }] });
    }
  }
  const chunk = (choices: object[]) => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 0,
    model,
    choices,
  });
  const finish_reason = reply.finish ?? ((reply.calls ?? []).length > 0 ? "tool_calls" : "stop");
  return [
    ...deltas.map((delta) => chunk([{ index: 0, delta, finish_reason: null }])),
    chunk([{ index: 0, delta: {}, finish_reason }]),
    ...(reply.usage === undefined ? [] : [{ ...chunk([]), usage: wireUsage(reply.usage) }]),
  ];
}

function wireUsage({ inputTokens, outputTokens }: NonNullable<StreamedReply["usage"]>): object {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

/** Cuts between characters, never inside one. */
function pieces(text: string, length: number): string[] {
  const characters = Array.from(text);
  const result: string[] = [];
  for (let at = 0; at < characters.length; at += length) result.push(characters.slice(at, at + length).join(""));
  return result;
}

export function sseRecord(value: object | "[DONE]"): string {
  return `data: ${typeof value === "string" ? value : JSON.stringify(value)}\n\n`;
}

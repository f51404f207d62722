import type { JsonObject, ModelMessage, ToolCall } from "../ports/model.ts";

/** Characters per token, on the careful side for code and JSON. */
const CHARACTERS_PER_TOKEN = 3.2;
/** So many of the newest messages are never touched. */
const KEPT_WHOLE = 8;
const SHORT = 400;

/** A rough count, without the model's own tokenizer. */
function estimateTokens(messages: readonly ModelMessage[]): number {
  return Math.ceil(
    messages.reduce(
      (sum, message) => sum + 16 + message.text.length + callsLength(message) + imagesLength(message),
      0,
    ) / CHARACTERS_PER_TOKEN,
  );
}
/** What providers count for a large picture, about, in characters of text. */
const IMAGE_CHARACTERS = 5000;
function imagesLength(message: ModelMessage): number {
  return message.role === "user" ? (message.images?.length ?? 0) * IMAGE_CHARACTERS : 0;
}
function callsLength(message: ModelMessage): number {
  return message.role === "assistant" ? JSON.stringify(message.calls).length : 0;
}

/**
 * The conversation, cut to about `maxTokens`: first older answers and arguments are shortened, oldest first; then whole older turns go, each
 * with all its answers, since an answer without its call is refused by every provider. What is not a tool's turn stays.
 */
export function fitContext(messages: readonly ModelMessage[], maxTokens: number): readonly ModelMessage[] {
  let fitted = [...messages];
  const protectedFrom = Math.max(0, fitted.length - KEPT_WHOLE);
  for (let at = 0; at < protectedFrom && estimateTokens(fitted) > maxTokens; at += 1) {
    const message = fitted[at];
    if (message !== undefined) fitted[at] = shortenMessage(message);
  }
  while (estimateTokens(fitted) > maxTokens) {
    const without = dropOldestTurn(fitted);
    if (without === null) break;
    fitted = without;
  }
  return fitted;
}

function shortenMessage(message: ModelMessage): ModelMessage {
  if (message.role === "tool") return { ...message, text: shorten(message.text) };
  if (message.role === "assistant") return { ...message, calls: message.calls.map(shortenCall) };
  return message;
}
function shortenCall(call: ToolCall): ToolCall {
  if (call.kind === "invalid") return { ...call, raw: shorten(call.raw) };
  const args: JsonObject = Object.fromEntries(
    Object.entries(call.arguments).map(([key, value]) => [key, typeof value === "string" ? shorten(value) : value]),
  );
  return { ...call, arguments: args };
}
function shorten(text: string): string {
  if (text.length <= 2 * SHORT) return text;
  return `${text.slice(0, SHORT).toWellFormed()}\n[… shortened: it had ${text.length} characters; call again if you need it …]\n${text.slice(-SHORT / 2).toWellFormed()}`;
}

/** @returns null when only the beginning and the newest turns are left */
function dropOldestTurn(messages: readonly ModelMessage[]): ModelMessage[] | null {
  const start = messages.findIndex(({ role }) => role === "assistant");
  const next = messages.findIndex(({ role }, at) => at > start && role !== "tool");
  if (start === -1 || next === -1 || next > messages.length - KEPT_WHOLE) return null;
  return [...messages.slice(0, start), ...messages.slice(next)];
}

import type { ModelMessage, ModelReply, ToolCall } from "../core/ports/model.ts";
import { redactTree } from "../lib/redact-tree.ts";
import type { ShownRequest } from "./request.ts";

type Redact = (text: string) => string;

/** The request as it may leave: a model that is told no secret can give none away. What names things for the program stays. */
export function hideSecrets(request: ShownRequest, redact: Redact): ShownRequest {
  return { ...request, messages: request.messages.map((message) => hideIn(message, redact)) };
}
/** The answer without what a model was told elsewhere, or guessed: what it asks to be run, stored or shown holds no secret either. */
export function hideInReply(reply: ModelReply, redact: Redact): ModelReply {
  return { ...reply, text: redact(reply.text), calls: reply.calls.map((call) => hideInCall(call, redact)) };
}
function hideIn(message: ModelMessage, redact: Redact): ModelMessage {
  switch (message.role) {
    case "system":
    case "tool":
      return { ...message, text: redact(message.text) };
    case "user":
      if (message.images === undefined) return { ...message, text: redact(message.text) };
      return {
        ...message,
        text: redact(message.text),
        images: message.images.map((image) => ({ ...image, name: redact(image.name) })),
      };
    case "assistant":
      return { ...message, text: redact(message.text), calls: message.calls.map((call) => hideInCall(call, redact)) };
  }
}
function hideInCall(call: ToolCall, redact: Redact): ToolCall {
  return call.kind === "parsed"
    ? { ...call, arguments: redactTree(call.arguments, redact) }
    : { ...call, raw: redact(call.raw) };
}

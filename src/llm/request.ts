import type OpenAI from "openai";
import type { ModelMessage, ModelRequest, ToolCall } from "../core/ports/model.ts";
import type { ProviderOptions } from "./options.ts";
import { createToolNames, type ToolNames } from "./tool-names.ts";

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type Parts = OpenAI.Chat.ChatCompletionContentPart[];
type WireMessage = OpenAI.Chat.ChatCompletionMessageParam;

export function toolNamesOf(request: ModelRequest): ToolNames {
  return createToolNames(request.tools.map((tool) => tool.name));
}

/** A request with the pictures that the model is shown: data URLs by their hash. Those that are missing are named only. */
export type ShownRequest = ModelRequest & { readonly pictures?: ReadonlyMap<string, string> };

export function requestBody(request: ShownRequest, provider: ProviderOptions, names: ToolNames): Body {
  return {
    model: provider.model,
    messages: request.messages.flatMap((message) => wireMessage(message, names, request.pictures)),
    stream: true,
    stream_options: { include_usage: true },
    ...outputLimit(request, provider),
    ...toolFields(request, names),
  };
}

/** OpenAI's newer models refuse `max_tokens`; most other servers know nothing else. */
function outputLimit(request: ModelRequest, provider: ProviderOptions): Partial<Body> {
  return provider.provider === "openai"
    ? { max_completion_tokens: request.maxOutputTokens }
    : { max_tokens: request.maxOutputTokens };
}

/** Providers refuse an empty list of tools, and a tool choice without tools. */
function toolFields(request: ModelRequest, names: ToolNames): Partial<Body> {
  if (request.tools.length === 0) return {};
  const tools = request.tools.map(({ name, description, parameters }) => ({
    type: "function" as const,
    function: { name: names.toWire(name), description, parameters: { ...parameters } },
  }));
  return { tools, tool_choice: request.toolChoice };
}

function wireMessage(message: ModelMessage, names: ToolNames, pictures: ShownRequest["pictures"]): WireMessage[] {
  switch (message.role) {
    case "system":
      return [{ role: "system", content: message.text }];
    case "user":
      return [{ role: "user", content: userContent(message, pictures) }];
    case "tool":
      return [{ role: "tool", tool_call_id: message.callId, content: message.text }];
    case "assistant":
      return assistantMessage(message.text, message.calls, names);
  }
}

/** Text alone stays a plain string, which every server takes. */
function userContent(
  { text, images = [] }: ModelMessage & { readonly role: "user" },
  pictures: ShownRequest["pictures"] = new Map(),
): string | Parts {
  const shown = images.flatMap(({ hash }): Parts => {
    const url = pictures.get(hash);
    return url === undefined ? [] : [{ type: "image_url", image_url: { url } }];
  });
  const unseen = images.filter(({ hash }) => !pictures.has(hash)).map(({ name }) => name);
  const told =
    unseen.length === 0
      ? text
      : `${text}\n\n(Not shown, since you are given no pictures or no more of them: ${unseen.join(", ")}.)`;
  return shown.length === 0 ? told : [{ type: "text", text: told }, ...shown];
}

/** A turn with neither text nor calls is left out: providers refuse the whole request for it. */
function assistantMessage(text: string, calls: readonly ToolCall[], names: ToolNames): WireMessage[] {
  if (calls.length === 0) return text === "" ? [] : [{ role: "assistant", content: text }];
  const tool_calls = calls.map((call) => ({
    id: call.id,
    type: "function" as const,
    function: { name: names.toWire(call.name), arguments: wireArguments(call) },
  }));
  return [{ role: "assistant", content: text === "" ? null : text, tool_calls }];
}

/** Some servers parse the arguments of earlier turns and refuse what is no JSON, so invalid ones go back wrapped. */
function wireArguments(call: ToolCall): string {
  return JSON.stringify(call.kind === "parsed" ? call.arguments : { unparsable_arguments: call.raw });
}

import type OpenAI from "openai";
import type { ModelMessage, ModelRequest, ToolCall } from "../core/ports/model.ts";
import type { ProviderOptions } from "./options.ts";
import { createToolNames, type ToolNames } from "./tool-names.ts";

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;
type WireMessage = OpenAI.Chat.ChatCompletionMessageParam;

export function toolNamesOf(request: ModelRequest): ToolNames {
  return createToolNames(request.tools.map((tool) => tool.name));
}

export function requestBody(request: ModelRequest, provider: ProviderOptions, names: ToolNames): Body {
  return {
    model: provider.model,
    messages: request.messages.flatMap((message) => wireMessage(message, names)),
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

function wireMessage(message: ModelMessage, names: ToolNames): WireMessage[] {
  switch (message.role) {
    case "system":
    case "user":
      return [{ role: message.role, content: message.text }];
    case "tool":
      return [{ role: "tool", tool_call_id: message.callId, content: message.text }];
    case "assistant":
      return assistantMessage(message.text, message.calls, names);
  }
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

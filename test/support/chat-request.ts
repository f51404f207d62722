import { z } from "zod";

const toolName = z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/);

const callSchema = z.strictObject({
  id: z.string().min(1),
  type: z.literal("function"),
  function: z.strictObject({ name: toolName, arguments: z.string() }),
});

const partSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1) }),
  z.strictObject({
    type: z.literal("image_url"),
    image_url: z.strictObject({ url: z.string().regex(/^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/) }),
  }),
]);
/** Read as one text, a picture as its address in brackets. */
const partsSchema = z
  .array(partSchema)
  .min(1)
  .transform((parts) => parts.map((part) => (part.type === "text" ? part.text : `[${part.image_url.url}]`)).join("\n"));
const messageSchema = z.discriminatedUnion("role", [
  z.strictObject({ role: z.literal("system"), content: z.string() }),
  z.strictObject({ role: z.literal("user"), content: z.union([z.string(), partsSchema]) }),
  z.strictObject({ role: z.literal("tool"), tool_call_id: z.string().min(1), content: z.string() }),
  z.strictObject({
    role: z.literal("assistant"),
    content: z.string().nullish(),
    tool_calls: z.array(callSchema).min(1).optional(),
  }),
]);

const toolSchema = z.strictObject({
  type: z.literal("function"),
  function: z.strictObject({
    name: toolName,
    description: z.string().max(1024),
    parameters: z.looseObject({ type: z.literal("object") }),
  }),
});

/** What `POST /chat/completions` takes, as far as this program sends it. Unknown fields are refused, as OpenAI does. */
const requestSchema = z.strictObject({
  model: z.string().min(1),
  messages: z.array(messageSchema).min(1),
  stream: z.literal(true),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  max_tokens: z.int().min(1).optional(),
  max_completion_tokens: z.int().min(1).optional(),
  tools: z.array(toolSchema).min(1).max(128).optional(),
  tool_choice: z.enum(["auto", "required", "none"]).optional(),
});

export type ChatRequest = z.infer<typeof requestSchema>;
type Message = ChatRequest["messages"][number];

/** Checks a request as strictly as OpenAI does. */
export function checkChatRequest(
  value: unknown,
): { readonly kind: "good"; readonly request: ChatRequest } | { readonly kind: "bad"; readonly problem: string } {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) return { kind: "bad", problem: z.prettifyError(parsed.error) };
  const request = parsed.data;
  const problem = toolProblem(request) ?? conversationProblem(request.messages);
  return problem === undefined ? { kind: "good", request } : { kind: "bad", problem };
}

function toolProblem({ tools, tool_choice, max_tokens, max_completion_tokens }: ChatRequest): string | undefined {
  const names = (tools ?? []).map((tool) => tool.function.name);
  if (new Set(names).size < names.length) return "Two tools have the same name.";
  if (tools === undefined && tool_choice !== undefined) return "tool_choice is only allowed when tools are specified.";
  if (max_tokens !== undefined && max_completion_tokens !== undefined) return "Both output limits are set.";
  return undefined;
}

/** Each call is answered by a tool message before anyone else speaks, and each tool message answers a call. */
function conversationProblem(messages: readonly Message[]): string | undefined {
  let open = new Set<string>();
  for (const [index, message] of messages.entries()) {
    if (message.role === "tool") {
      if (!open.delete(message.tool_call_id)) {
        return `messages[${index}]: the tool message answers no open call (${message.tool_call_id}).`;
      }
      continue;
    }
    if (open.size > 0) return `messages[${index}]: these calls have no answer: ${[...open].join(", ")}.`;
    if (message.role !== "assistant") continue;
    if ((message.content ?? "") === "" && message.tool_calls === undefined) {
      return `messages[${index}]: an assistant message needs content or tool_calls.`;
    }
    open = new Set(message.tool_calls?.map(({ id }) => id));
    if (open.size < (message.tool_calls?.length ?? 0)) return `messages[${index}]: two calls have the same id.`;
  }
  return open.size > 0 ? `These calls have no answer: ${[...open].join(", ")}.` : undefined;
}

import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { PURPOSE_HEADER } from "../purpose-header.ts";
import type { Asked } from "./cassette.ts";
import { parseJson } from "../../lib/parse-json.ts";

const messageSchema = z.looseObject({ role: z.string(), content: z.unknown() });
const requestSchema = z.looseObject({ model: z.string(), messages: z.array(messageSchema) });
type Message = z.infer<typeof messageSchema>;

/**
 * What a chat request asks, as a cassette sees it: the goal is the first user message, and the answers already in the
 * conversation are counted, so that one taken up after a crash goes on at the same turn.
 * @returns undefined when it is no chat request
 */
export function askedOf(headers: IncomingHttpHeaders, body: string): Asked | undefined {
  const parsed = requestSchema.safeParse(parseJson(body));
  if (!parsed.success) return undefined;
  const { messages } = parsed.data;
  const first = messages.find(({ role }) => role === "user");
  const purpose = headers[PURPOSE_HEADER];
  return {
    purpose: typeof purpose === "string" ? purpose : "",
    goal: first === undefined ? "" : textOf(first),
    answered: messages.filter(({ role }) => role === "assistant").length,
  };
}

function textOf({ content }: Message): string {
  if (typeof content === "string") return content;
  const parts = z.array(z.looseObject({ text: z.string().default("") })).safeParse(content);
  return parts.success ? parts.data.map(({ text }) => text).join("") : "";
}

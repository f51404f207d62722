import type { ModelMessage, ToolSpec } from "../core/ports/model.ts";
import { cutText } from "../lib/cut-text.ts";
import type { ShownRequest } from "./request.ts";
import { createToolNames } from "./tool-names.ts";

/** Of one description, in UTF-16 units: OpenAI refuses a whole request for a longer one. */
const MOST_DESCRIPTION = 1024;
const ELSEWHERE = " (Its whole description stands in the message about tools.)";

/** Of a description that is too long for the list of tools, the first line stays there; the whole is said in a message of its own. */
export function fitTools(request: ShownRequest): ShownRequest {
  const long = request.tools.filter(isLong);
  if (long.length === 0) return request;
  const begins = request.messages.findIndex(({ role }) => role !== "system");
  const at = begins === -1 ? request.messages.length : begins;
  return {
    ...request,
    tools: request.tools.map((tool) => (isLong(tool) ? { ...tool, description: beginningOf(tool) } : tool)),
    messages: request.messages.toSpliced(at, 0, aboutTools(long)),
  };
}
function isLong({ description }: ToolSpec): boolean {
  return description.length > MOST_DESCRIPTION;
}
/** What opens a fence stands on later lines: half of one would close nothing. */
function beginningOf({ description }: ToolSpec): string {
  const [first = ""] = description.split("\n", 1);
  return `${cutText(first, MOST_DESCRIPTION - ELSEWHERE.length)}${ELSEWHERE}`;
}
function aboutTools(long: readonly ToolSpec[]): ModelMessage {
  const { toWire } = createToolNames([]);
  const each = long.map(({ name, description }) => `${toWire(name)}: ${description}`);
  return { role: "user", text: ["About tools whose description is too long for their list:", ...each].join("\n\n") };
}

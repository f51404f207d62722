import type { Conversation } from "./journal.ts";
import { counted } from "../../lib/counted.ts";
import { cutText } from "../../lib/cut-text.ts";

const MOST = 1500;

/** Why work was ended before it was finished, with what its model had found out until then. */
export function withFindings(why: string, { messages, answered }: Pick<Conversation, "messages" | "answered">): string {
  const said = messages.findLast((message) => message.role === "assistant" && message.text.trim() !== "");
  const shown = cutText(said?.text.trim() ?? "", MOST);
  return shown === "" ? why : `${why}. After ${counted(answered.length, "call")} its last words were: ${shown}`;
}

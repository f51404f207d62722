import type { Api } from "grammy";
import type { Emit } from "../core/events.ts";
import type { Topics } from "../core/ports/topics.ts";
import { cutText } from "./redact.ts";
import type { Redactor } from "../lib/redact.ts";
import { isRefusal } from "./refusals.ts";

// Bot API: createForumTopic takes 1-128 characters.
const MOST_NAME = 128;

/** Bot API: a forum says so in getChat; private chats have topics when getMe says that the bot has switched them on. */
export function createTopics({ api, emit, redact }: { api: Api; emit: Emit; redact: Redactor }): Topics {
  const known = new Map<number, boolean>();
  async function hasTopics(chatId: number): Promise<boolean> {
    const before = known.get(chatId);
    if (before !== undefined) return before;
    const has = chatId > 0 ? (await api.getMe()).has_topics_enabled : (await api.getChat(chatId)).is_forum === true;
    known.set(chatId, has);
    return has;
  }
  const nameOf = (name: string) => cutText(redact(name).replaceAll(/\s+/g, " ").trim(), MOST_NAME);
  return {
    async open(chatId, name) {
      try {
        if (!(await hasTopics(chatId))) return null;
        return (await api.createForumTopic(chatId, nameOf(name))).message_thread_id;
      } catch (error) {
        // A group may have topics and yet not let the bot open any; it is asked again when the program starts anew.
        if (isRefusal(error)) known.set(chatId, false);
        const detail = redact(error instanceof Error ? error.message : String(error));
        emit({ kind: "fault", doing: "opening a topic", code: "telegram.topics", detail });
        return null;
      }
    },
    rename({ chatId, threadId }, name) {
      if (threadId !== null) void api.editForumTopic(chatId, threadId, { name: nameOf(name) }).catch(() => undefined);
    },
  };
}

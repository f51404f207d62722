import type { Message, RichBlock, User } from "@grammyjs/types";
import { richWords } from "./rich-text.ts";

type Summarised = Omit<Partial<Message>, "reply_to_message">;

/** One line that stands for a message: in the chat list, in a reply's quote, in the pinned bar. */
export function summaryOf(message: Summarised): string {
  const words = message.text ?? message.caption ?? "";
  if (words !== "") return oneLine(words);
  if (message.rich_message !== undefined) return oneLine(message.rich_message.blocks.map(blockWords).join(" "));
  return kindOf(message) ?? serviceText(message) ?? "Message";
}

function kindOf(message: Summarised): string | undefined {
  if (message.document !== undefined && message.animation === undefined) return message.document.file_name ?? "File";
  if (message.voice !== undefined) return "Voice message";
  if (message.audio !== undefined) return message.audio.title ?? message.audio.file_name ?? "Audio";
  if (message.sticker !== undefined) return `${message.sticker.emoji ?? ""} Sticker`.trim();
  if (message.checklist !== undefined) return message.checklist.title;
  if (message.poll !== undefined) return message.poll.question;
  if (message.dice !== undefined) return message.dice.emoji;
  const plain = [
    ["photo", "Photo"],
    ["animation", "Animation"],
    ["video", "Video"],
    ["video_note", "Video message"],
    ["contact", "Contact"],
    ["venue", "Place"],
    ["location", "Location"],
  ] as const;
  return plain.find(([field]) => message[field] !== undefined)?.[1];
}

function blockWords(block: RichBlock): string {
  if ("blocks" in block) return block.blocks.map(blockWords).join(" ");
  if ("items" in block)
    return block.items.map((item) => `${item.label} ${item.blocks.map(blockWords).join(" ")}`).join(" ");
  if ("cells" in block)
    return block.cells
      .flat()
      .map((cell) => richWords(cell.text ?? ""))
      .join(" ");
  return "text" in block ? richWords(block.text) : "";
}

function oneLine(text: string): string {
  return text.slice(0, 300).replace(/\s+/gu, " ").trim();
}

/** What a service message says, or undefined when the message is none. */
export function serviceText(message: Summarised): string | undefined {
  const who = message.from === undefined ? "Someone" : nameOf(message.from);
  if (message.new_chat_members !== undefined) return membersText(who, message.from?.id, message.new_chat_members);
  if (message.left_chat_member !== undefined) {
    const gone = message.left_chat_member;
    return gone.id === message.from?.id ? `${who} left` : `${who} removed ${nameOf(gone)}`;
  }
  if (message.group_chat_created === true || message.supergroup_chat_created === true)
    return `${who} created the group`;
  if (message.new_chat_title !== undefined) return `${who} named the group “${message.new_chat_title}”`;
  if (message.new_chat_photo !== undefined) return `${who} changed the picture`;
  if (message.delete_chat_photo === true) return `${who} removed the picture`;
  if (message.pinned_message !== undefined) return `${who} pinned “${pinnedWords(message.pinned_message)}”`;
  if (message.forum_topic_created !== undefined) return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_edited !== undefined) return `${who} changed the topic`;
  if (message.forum_topic_closed !== undefined) return `${who} closed the topic`;
  if (message.forum_topic_reopened !== undefined) return `${who} opened the topic again`;
  if (message.checklist_tasks_done !== undefined) return `${who} updated the checklist`;
  if (message.checklist_tasks_added !== undefined) return `${who} added to the checklist`;
  if (message.migrate_to_chat_id !== undefined) return "The group became a supergroup";
  if (message.write_access_allowed !== undefined) return `${who} allowed the bot to write`;
  return undefined;
}

function membersText(who: string, inviterId: number | undefined, members: readonly User[]): string {
  if (members.length === 1 && members[0]?.id === inviterId) return `${who} joined`;
  return `${who} added ${members.map(nameOf).join(", ")}`;
}

function pinnedWords(pinned: NonNullable<Message["pinned_message"]>): string {
  const words = pinned.date === 0 ? "a message" : summaryOf(pinned);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

export function nameOf(user: Pick<User, "first_name" | "last_name">): string {
  return user.last_name === undefined ? user.first_name : `${user.first_name} ${user.last_name}`;
}

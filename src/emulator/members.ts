/** People's and the bot's standing in a chat, as the Bot API describes it. */
import type { ChatMember, ChatMemberAdministrator } from "@grammyjs/types";
import type { LocalUser } from "./client-api.ts";
import type { Context } from "./context.ts";
import type { ChatRecord } from "./state.ts";

export function memberOf({ bot }: Context, record: ChatRecord, user: LocalUser): ChatMember {
  if (user.id === bot.id) return botMember(record, user);
  if (!record.memberIds.includes(user.id)) return { status: "left", user };
  // Whoever made a group stands first in it and owns it.
  const owns = record.chat.type !== "private" && record.memberIds[0] === user.id;
  return owns ? { status: "creator", user, is_anonymous: false } : { status: "member", user };
}

export function botMember({ botStatus }: ChatRecord, user: LocalUser): ChatMember {
  switch (botStatus) {
    case "administrator":
      return adminMember(user);
    case "kicked":
      return { status: "kicked", user, until_date: 0 };
    case "left":
    case "member":
      return { status: botStatus, user };
  }
}

export function adminMember(user: LocalUser): ChatMemberAdministrator {
  return {
    status: "administrator",
    user,
    can_be_edited: false,
    is_anonymous: false,
    can_manage_chat: true,
    can_delete_messages: true,
    can_manage_video_chats: true,
    can_restrict_members: true,
    can_promote_members: false,
    can_change_info: true,
    can_invite_users: true,
    can_post_stories: false,
    can_edit_stories: false,
    can_delete_stories: false,
    can_pin_messages: true,
    can_manage_topics: true,
    can_send_welcome_messages: false,
  };
}

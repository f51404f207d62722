import type { BotCommand, BotCommandScope, WebhookInfo } from "@grammyjs/types";
import { findChat } from "../chats.ts";
import { checkObject } from "../check.ts";
import type { Context, Handlers } from "../context.ts";
import { Refusal, badRequest } from "../failure.ts";
import type { TableFor } from "../parameters.ts";
import { isReactionEmoji, setReaction } from "../reactions.ts";
import type { WebhookRecord } from "../state.ts";

const COMMAND = {
  command: "string",
  description: "string",
  is_ephemeral: "bool?",
} as const satisfies TableFor<BotCommand>;
const CALLBACK_LIFE_MS = 15_000;
const LARGEST_DOWNLOAD_BYTES = 20 * 1024 * 1024;
const SCOPES_WITH_CHAT = new Set(["chat", "chat_administrators", "chat_member"]);
const SCOPES = new Set([
  "default",
  "all_private_chats",
  "all_group_chats",
  "all_chat_administrators",
  ...SCOPES_WITH_CHAT,
]);

function commandsKey(
  context: Context,
  { scope = { type: "default" }, language_code: language = "" }: { scope?: BotCommandScope; language_code?: string },
): string {
  if (!SCOPES.has(scope.type)) throw badRequest("can't parse BotCommandScope: unsupported type specified");
  checkLanguage(language);
  const chat = "chat_id" in scope ? `/${findChat(context, scope.chat_id).record.chat.id}` : "";
  if (chat === "" && SCOPES_WITH_CHAT.has(scope.type))
    throw badRequest("can't parse BotCommandScope: chat_id is required");
  const user = "user_id" in scope ? `/${scope.user_id}` : "";
  return `${scope.type}${chat}${user}:${language}`;
}

function checkLanguage(language: string): void {
  if (!/^([a-z]{2})?$/.test(language)) throw badRequest("invalid language code specified");
}

function checkCommands(commands: readonly BotCommand[]): BotCommand[] {
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  return commands.map((given) => {
    checkObject("BotCommand", given, COMMAND);
    const command = given.command.replace(/^\//, "").trim();
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    const description = given.description.trim();
    if (description === "" || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    return { ...given, command, description };
  });
}

/** The list the page shows: what the owner's private chat sees. */
export function visibleCommands({ store: { state } }: Context): readonly BotCommand[] {
  const owner = [...state.users.keys()][0] ?? 0;
  const keys = [`chat/${owner}:`, "all_private_chats:", "default:"];
  return keys.map((key) => state.commands.get(key)).find((list) => list !== undefined) ?? [];
}

function setCommands(context: Context, key: string, commands: readonly BotCommand[] | null): true {
  context.store.commit([{ t: "commands", key, commands }]);
  context.store.feed.emit({ type: "commands", commands: visibleCommands(context) });
  return true;
}

function setText(
  context: Context,
  {
    kind,
    value = "",
    language = "",
    longest,
  }: { kind: string; value: string | undefined; language: string | undefined; longest: number },
): true {
  checkLanguage(language);
  if (value.length > longest) throw badRequest(`${kind.toUpperCase()}_TOO_LONG`);
  context.store.commit([{ t: "text", key: `${kind}/${language}`, value: value.trim() }]);
  return true;
}

function getText({ store: { state } }: Context, kind: string, language = ""): string {
  checkLanguage(language);
  return state.texts.get(`${kind}/${language}`) ?? state.texts.get(`${kind}/`) ?? "";
}

type WebhookFields = {
  readonly url: string;
  readonly secret_token?: string;
  readonly max_connections?: number;
  readonly certificate?: unknown;
};

function checkWebhook({ url, secret_token: secret, max_connections: most = 40 }: WebhookFields): WebhookRecord {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw badRequest("bad webhook: invalid webhook URL specified");
  if (most < 1 || most > 100) throw badRequest("max_connections must be between 1 and 100");
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret))
    throw badRequest("secret token contains unallowed characters");
  return { url, maxConnections: most, ...(secret === undefined ? {} : { secretToken: secret }) };
}

function setWebhook(context: Context, webhook: WebhookRecord | null, drop: boolean | undefined): true {
  if (drop === true) context.updates.dropPending();
  context.store.commit([{ t: "webhook", webhook }]);
  return true;
}

export function createAccountMethods(
  webhookInfo: () => WebhookInfo,
): Handlers<
  | "getUpdates"
  | "setWebhook"
  | "deleteWebhook"
  | "getWebhookInfo"
  | "getMe"
  | "logOut"
  | "close"
  | "getFile"
  | "answerCallbackQuery"
  | "setMessageReaction"
  | "setMyCommands"
  | "getMyCommands"
  | "deleteMyCommands"
  | "setMyName"
  | "getMyName"
  | "setMyDescription"
  | "getMyDescription"
  | "setMyShortDescription"
  | "getMyShortDescription"
  | "setChatMenuButton"
  | "getChatMenuButton"
> {
  // prettier-ignore
  return {
    getUpdates: (context, payload, { signal }) => context.updates.poll(payload, signal),
    setWebhook(context, payload) {
      context.updates.setAllowed(payload.allowed_updates);
      if (payload.url === "") return setWebhook(context, null, payload.drop_pending_updates);
      return setWebhook(context, checkWebhook(payload), payload.drop_pending_updates);
    },
    deleteWebhook: (context, payload) => setWebhook(context, null, payload.drop_pending_updates),
    getWebhookInfo: () => webhookInfo(),
    getMe: (context) => ({ ...context.bot, first_name: getText(context, "name") || context.bot.first_name }),
    // A local server has nothing to log out of; both calls only promise that the bot may now be served elsewhere.
    logOut: () => true,
    close: () => true,
    getFile(context, payload) {
      const file = context.store.state.files.get(payload.file_id);
      if (file === undefined) throw badRequest("invalid file_id");
      if (file.size > LARGEST_DOWNLOAD_BYTES) throw badRequest("file is too big");
      return { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path };
    },
    answerCallbackQuery(context, payload) {
      const callback = context.store.state.callbacks.get(payload.callback_query_id);
      if ((payload.text ?? "").length > 200) throw badRequest("MESSAGE_TOO_LONG");
      if (callback === undefined || callback.answered || context.clock.now() - callback.at > CALLBACK_LIFE_MS) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      if (payload.url !== undefined && !payload.url.startsWith("https://t.me/")) throw badRequest("URL_INVALID");
      const { text, url } = payload;
      context.store.commit(
        [{ t: "callback", callback: { ...callback, answered: true } }],
        [{ type: "callback-answered", callbackId: callback.id, showAlert: payload.show_alert === true, ...(text ? { text } : {}), ...(url === undefined ? {} : { url }) }],
      );
      return true;
    },
    setMessageReaction(context, payload) {
      const chat = findChat(context, payload.chat_id);
      const message = chat.messages.get(payload.message_id);
      if (message === undefined) throw badRequest("message to react not found");
      const [reaction, ...more] = payload.reaction ?? [];
      if (more.length > 0) throw badRequest("REACTIONS_TOO_MANY");
      if (reaction !== undefined && (reaction.type !== "emoji" || !isReactionEmoji(reaction.emoji))) throw badRequest("REACTION_INVALID");
      setReaction(context, { chatId: chat.record.chat.id, messageId: message.message_id, userId: context.bot.id, emoji: reaction?.type === "emoji" ? reaction.emoji : null });
      return true;
    },
    setMyCommands: (context, payload) => setCommands(context, commandsKey(context, payload), checkCommands(payload.commands)),
    getMyCommands: (context, payload) => context.store.state.commands.get(commandsKey(context, payload)) ?? [],
    deleteMyCommands: (context, payload) => setCommands(context, commandsKey(context, payload), null),
    setMyName: (context, payload) => setText(context, { kind: "name", value: payload.name, language: payload.language_code, longest: 64 }),
    getMyName: (context, payload) => ({ name: getText(context, "name", payload.language_code) || context.bot.first_name }),
    setMyDescription: (context, payload) => setText(context, { kind: "description", value: payload.description, language: payload.language_code, longest: 512 }),
    getMyDescription: (context, payload) => ({ description: getText(context, "description", payload.language_code) }),
    setMyShortDescription: (context, payload) => setText(context, { kind: "about", value: payload.short_description, language: payload.language_code, longest: 120 }),
    getMyShortDescription: (context, payload) => ({ short_description: getText(context, "about", payload.language_code) }),
    setChatMenuButton(context, payload) {
      const button = payload.menu_button ?? { type: "default" };
      if (!["commands", "web_app", "default"].includes(button.type)) throw badRequest("can't parse MenuButton: unsupported type specified");
      if (payload.chat_id !== undefined && findChat(context, payload.chat_id).record.chat.type !== "private") throw new Refusal(400, "Bad Request: chat not found");
      context.store.commit([{ t: "menu", chatId: payload.chat_id ?? 0, button }]);
      return true;
    },
    getChatMenuButton: ({ store: { state } }, payload) => state.menus.get(payload.chat_id ?? 0) ?? state.menus.get(0) ?? { type: "commands" },
  };
}

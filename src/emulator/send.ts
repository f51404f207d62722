/** Putting a message of the bot into a chat. */
import type { EphemeralMessageParameters, Message, ReplyParameters } from "@grammyjs/types";
import { checkThread, memberUser, openChat, publicBot } from "./chats.ts";
import { checkObject } from "./check.ts";
import type { LocalMessage } from "./client-api.ts";
import { unixTime } from "./clock.ts";
import type { Context } from "./context.ts";
import { badRequest } from "./failure.ts";
import { checkMarkup } from "./markup.ts";
import type { Markup } from "./markup.ts";
import type { TableFor } from "./parameters.ts";
import type { Change, ChatState } from "./state.ts";
import type { UnnumberedEvent } from "./feed.ts";

/** What all sending methods share. */
export type Envelope = {
  readonly chat_id: number | string;
  readonly business_connection_id?: string;
  readonly message_thread_id?: number;
  readonly direct_messages_topic_id?: number;
  readonly reply_parameters?: ReplyParameters;
  readonly reply_to_message_id?: number;
  readonly reply_markup?: Markup;
  readonly protect_content?: boolean;
  readonly message_effect_id?: string;
  readonly suggested_post_parameters?: unknown;
  readonly ephemeral_message_parameters?: EphemeralMessageParameters;
};
export type Content = Partial<Message>;
/** Made after the chat is known to be fit, so that a refused request leaves no file behind. */
export type ContentMaker = (chat: ChatState) => { readonly content: Content; readonly changes?: readonly Change[] };

const REPLY = {
  message_id: "int?",
  chat_id: "chat?",
  ephemeral_message_id: "int?",
  checklist_task_id: "int?",
  poll_option_id: "string?",
  allow_sending_without_reply: "bool?",
  quote: "string?",
  quote_parse_mode: "string?",
  quote_entities: "array?",
  quote_position: "int?",
} as const satisfies TableFor<ReplyParameters>;
const EPHEMERAL = {
  receiver_user_id: "int",
  callback_query_id: "string?",
  replace_callback_query_message: "bool?",
} as const satisfies TableFor<EphemeralMessageParameters>;

export function sendOne(context: Context, envelope: Envelope, make: ContentMaker): LocalMessage {
  const [message] = sendAll(context, envelope, [make]);
  if (message === undefined) throw new Error("Sending one message made none.");
  return message;
}

/** All of them or none. */
export function sendAll(context: Context, envelope: Envelope, makers: readonly ContentMaker[]): LocalMessage[] {
  checkUnsupported(envelope);
  const chat = openChat(context, envelope.chat_id);
  const { record } = chat;
  const threadId = checkThread(record, envelope.message_thread_id);
  const markup = checkMarkup(envelope.reply_markup);
  const reply = findReply(context, chat, envelope);
  const made = makers.map((make) => make(chat));
  takeRate(context, "send", record.chat.id, makers.length);
  const base = {
    from: publicBot(context.bot),
    chat: record.chat,
    date: unixTime(context.clock),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true as const }),
    ...reply,
    ...(envelope.protect_content === true ? { has_protected_content: true as const } : {}),
    ...(markup !== undefined && "inline_keyboard" in markup ? { reply_markup: markup } : {}),
  };
  const changes = made.flatMap((one) => one.changes ?? []);
  if (envelope.ephemeral_message_parameters !== undefined) {
    return made.map(({ content }) => sendEphemeral(context, envelope, { base: { ...base, ...content }, changes }));
  }
  const messages = made.map(({ content }, index): LocalMessage => {
    const shown = markup !== undefined && !("inline_keyboard" in markup) ? { local_keyboard: markup } : {};
    return { message_id: chat.lastId + 1 + index, ...base, ...content, ...shown };
  });
  context.drafts.end(record.chat.id, threadId);
  context.store.commit(
    [...changes, ...messages.map((message) => ({ t: "message", message }) as const)],
    messages.map((message) => ({ type: "message", message }) as const),
  );
  return messages;
}

/** The message as the bot may see it: without what only the page needs. */
export function forBot(message: LocalMessage): Message {
  const { local_reactions: _, local_keyboard: __, ...shown } = message;
  return shown;
}

function checkUnsupported(envelope: Envelope): void {
  if (envelope.business_connection_id !== undefined) throw badRequest("business connection not found");
  if (envelope.direct_messages_topic_id !== undefined)
    throw badRequest("the chat is not a channel direct messages chat");
  if (envelope.suggested_post_parameters !== undefined)
    throw badRequest("suggested posts can be sent only to channel direct messages chats");
  if (envelope.message_effect_id !== undefined && !/^\d{1,20}$/.test(envelope.message_effect_id))
    throw badRequest("EFFECT_ID_INVALID");
}

export function takeRate(context: Context, kind: "send" | "edit", chatId: number, count = 1): void {
  if (context.faults.rateLimits) context.rates.take(kind, chatId, context.clock.now(), count);
}

function findReply(context: Context, chat: ChatState, envelope: Envelope): Partial<Message> {
  const { reply_parameters: given, reply_to_message_id: old } = envelope;
  if (given !== undefined) checkObject("ReplyParameters", given, REPLY);
  const parameters = given ?? (old === undefined || old === 0 ? undefined : { message_id: old });
  if (parameters === undefined) return {};
  if (parameters.ephemeral_message_id !== undefined) {
    if (envelope.ephemeral_message_parameters === undefined)
      throw badRequest("a reply to an ephemeral message must itself be ephemeral");
    return {};
  }
  if (parameters.message_id === undefined)
    throw badRequest("message identifier of the message to be replied is not specified");
  const source = parameters.chat_id === undefined ? chat : openChat(context, parameters.chat_id);
  const original = source.messages.get(parameters.message_id);
  const elsewhere = source !== chat;
  if (original === undefined) {
    if (parameters.allow_sending_without_reply === true && !elsewhere) return {};
    throw badRequest("message to be replied not found");
  }
  const quote = readQuote(original, parameters);
  if (elsewhere) {
    return {
      external_reply: { origin: originOf(original), chat: original.chat, message_id: original.message_id },
      ...quote,
    };
  }
  const { reply_to_message: _, ...flat } = forBot(original);
  return { reply_to_message: flat as NonNullable<Message["reply_to_message"]>, ...quote };
}

function readQuote(original: Message, { quote, quote_position: position }: ReplyParameters): Partial<Message> {
  if (quote === undefined || quote === "") return {};
  if (quote.length > 1024) throw badRequest("QUOTE_TEXT_INVALID");
  const text = original.text ?? original.caption ?? "";
  const at = position !== undefined && text.startsWith(quote, position) ? position : text.indexOf(quote);
  if (at < 0) throw badRequest("QUOTE_TEXT_INVALID");
  return { quote: { text: quote, position: at, is_manual: true } };
}

export function originOf(message: Message): NonNullable<Message["forward_origin"]> {
  if (message.forward_origin !== undefined) return message.forward_origin;
  if (message.from === undefined) return { type: "chat", date: message.date, sender_chat: message.chat };
  return { type: "user", date: message.date, sender_user: message.from };
}

type EphemeralDraft = { readonly base: Omit<LocalMessage, "message_id">; readonly changes: readonly Change[] };

/** Only one member of a group sees it. A press within the last 15 seconds, or being an administrator, is what allows it. */
function sendEphemeral(context: Context, envelope: Envelope, { base, changes }: EphemeralDraft): LocalMessage {
  const parameters = envelope.ephemeral_message_parameters;
  if (parameters === undefined) throw new Error("An ephemeral message needs its parameters.");
  checkObject("EphemeralMessageParameters", parameters, EPHEMERAL);
  const chatId = base.chat.id;
  const { record } = openChat(context, chatId);
  if (record.chat.type === "private") throw badRequest("ephemeral messages can be sent only to groups and supergroups");
  const receiver = memberUser(context, parameters.receiver_user_id);
  if (!record.memberIds.includes(receiver.id)) throw badRequest("USER_NOT_PARTICIPANT");
  const replaced = replacedMessage(context, parameters, chatId);
  const id = replaced ?? context.store.serial();
  const message: LocalMessage = { message_id: 0, ...base, receiver_user: receiver, ephemeral_message_id: id };
  const event: UnnumberedEvent = { type: "ephemeral", chatId, userId: receiver.id, message };
  context.store.commit([...changes, { t: "ephemeral", record: { chatId, userId: receiver.id, message } }], [event]);
  return message;
}

/** The ephemeral message that a pressed button hangs under gives its place to the new one. */
function replacedMessage(context: Context, parameters: EphemeralMessageParameters, chatId: number): number | undefined {
  if (parameters.callback_query_id === undefined) return undefined;
  const callback = context.store.state.callbacks.get(parameters.callback_query_id);
  const fits = callback?.chatId === chatId && callback.userId === parameters.receiver_user_id;
  if (!fits || context.clock.now() - callback.at > 15_000) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  return parameters.replace_callback_query_message === true ? callback.ephemeralId : undefined;
}

/**
 * All that outlives a request, and the changes that make it. A change is plain JSON: the journal keeps the same objects
 * that `applyChange` takes, so what was answered is what a restart finds.
 */
import type { BotCommand, MenuButton, Update } from "@grammyjs/types";
import type { LocalChat, LocalMessage, LocalUser } from "./client-api.ts";

export type Topic = {
  readonly id: number;
  readonly name: string;
  readonly iconColor: number;
  readonly iconEmojiId?: string;
  readonly closed: boolean;
  readonly createdBy: number;
};
export type ChatRecord = {
  readonly chat: LocalChat["chat"];
  readonly memberIds: readonly number[];
  /** The bot's place in it. A private chat is "kicked" while the person has the bot blocked. */
  readonly botStatus: "member" | "administrator" | "left" | "kicked";
  /** The newest pin is last. */
  readonly pinned: readonly number[];
  readonly topics: readonly Topic[];
  readonly generalClosed?: boolean;
};
export type StoredFile = {
  readonly id: string;
  readonly uniqueId: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly kind: FileKind;
  /** Where `GET /file/bot<token>/…` gives it. */
  readonly path: string;
};
export type FileKind = "document" | "photo" | "audio" | "voice" | "video" | "animation" | "sticker" | "video_note";
export type CallbackRecord = {
  readonly id: string;
  readonly at: number;
  readonly chatId: number;
  readonly userId: number;
  readonly messageId: number;
  /** The button hung under an ephemeral message. */
  readonly ephemeralId?: number;
  readonly answered: boolean;
};
type EphemeralRecord = { readonly chatId: number; readonly userId: number; readonly message: LocalMessage };
export type WebhookRecord = {
  readonly url: string;
  readonly secretToken?: string;
  readonly maxConnections: number;
};
type QueuedUpdate = { readonly at: number; readonly update: Update };

export type Change =
  | { readonly t: "user"; readonly user: LocalUser }
  | { readonly t: "chat"; readonly chat: ChatRecord }
  | { readonly t: "message"; readonly message: LocalMessage }
  | { readonly t: "delete"; readonly chatId: number; readonly ids: readonly number[] }
  | { readonly t: "last-id"; readonly chatId: number; readonly id: number }
  | { readonly t: "ephemeral"; readonly record: EphemeralRecord }
  | { readonly t: "ephemeral-gone"; readonly chatId: number; readonly userId: number; readonly id: number }
  | { readonly t: "update"; readonly at: number; readonly update: Update }
  | { readonly t: "confirm"; readonly upTo: number }
  | { readonly t: "delivered"; readonly id: number }
  | { readonly t: "last-update-id"; readonly id: number }
  | { readonly t: "allowed"; readonly types: readonly string[] | null }
  | { readonly t: "webhook"; readonly webhook: WebhookRecord | null }
  | { readonly t: "file"; readonly file: StoredFile }
  | { readonly t: "callback"; readonly callback: CallbackRecord }
  | { readonly t: "commands"; readonly key: string; readonly commands: readonly BotCommand[] | null }
  | { readonly t: "text"; readonly key: string; readonly value: string }
  | { readonly t: "menu"; readonly chatId: number; readonly button: MenuButton }
  | { readonly t: "serial"; readonly value: number }
  | { readonly t: "run"; readonly run: number };

export type ChatState = { record: ChatRecord; messages: Map<number, LocalMessage>; lastId: number };
export type State = {
  users: Map<number, LocalUser>;
  chats: Map<number, ChatState>;
  ephemerals: Map<string, EphemeralRecord>;
  updates: QueuedUpdate[];
  lastUpdateId: number;
  allowedUpdates: readonly string[] | null;
  webhook: WebhookRecord | null;
  files: Map<string, StoredFile>;
  callbacks: Map<string, CallbackRecord>;
  commands: Map<string, readonly BotCommand[]>;
  /** Name, description and short description by `kind/language`. */
  texts: Map<string, string>;
  menus: Map<number, MenuButton>;
  /** Source of ids for files, callbacks, albums and ephemeral messages. */
  serial: number;
  /** How often this state was opened; keeps event numbers rising over restarts. */
  run: number;
};

/** Telegram starts update ids at some positive number; a bot must not count on 1. */
const FIRST_UPDATE_ID = 100_000;

export function createState(): State {
  return {
    users: new Map(),
    chats: new Map(),
    ephemerals: new Map(),
    updates: [],
    lastUpdateId: FIRST_UPDATE_ID,
    allowedUpdates: null,
    webhook: null,
    files: new Map(),
    callbacks: new Map(),
    commands: new Map(),
    texts: new Map(),
    menus: new Map(),
    serial: 0,
    run: 0,
  };
}

export function ephemeralKey(chatId: number, userId: number, id: number): string {
  return `${chatId}/${userId}/${id}`;
}

export function applyChange(state: State, change: Change): void {
  switch (change.t) {
    case "user":
      state.users.set(change.user.id, change.user);
      return;
    case "chat":
      applyChat(state, change.chat);
      return;
    case "message":
      applyMessage(state, change.message);
      return;
    case "delete":
      for (const id of change.ids) state.chats.get(change.chatId)?.messages.delete(id);
      return;
    case "last-id": {
      const chat = state.chats.get(change.chatId);
      if (chat !== undefined) chat.lastId = Math.max(chat.lastId, change.id);
      return;
    }
    case "ephemeral":
      state.ephemerals.set(keyOf(change.record), change.record);
      return;
    case "ephemeral-gone":
      state.ephemerals.delete(ephemeralKey(change.chatId, change.userId, change.id));
      return;
    case "callback":
      state.callbacks.set(change.callback.id, change.callback);
      return;
    case "file":
      state.files.set(change.file.id, change.file);
      return;
    case "serial":
      state.serial = change.value;
      return;
    case "run":
      state.run = change.run;
      return;
    case "update":
    case "confirm":
    case "delivered":
    case "last-update-id":
    case "allowed":
    case "webhook":
      applyDelivery(state, change);
      return;
    case "commands":
    case "text":
    case "menu":
      applySetting(state, change);
      return;
  }
}

function keyOf({ chatId, userId, message }: EphemeralRecord): string {
  return ephemeralKey(chatId, userId, message.ephemeral_message_id ?? 0);
}

function applyChat(state: State, record: ChatRecord): void {
  const known = state.chats.get(record.chat.id);
  if (known === undefined) state.chats.set(record.chat.id, { record, messages: new Map(), lastId: 0 });
  else known.record = record;
}

function applyMessage(state: State, message: LocalMessage): void {
  const chat = state.chats.get(message.chat.id);
  if (chat === undefined) return;
  chat.messages.set(message.message_id, message);
  chat.lastId = Math.max(chat.lastId, message.message_id);
}

type DeliveryChange = Extract<
  Change,
  { t: "update" | "confirm" | "delivered" | "last-update-id" | "allowed" | "webhook" }
>;
function applyDelivery(state: State, change: DeliveryChange): void {
  switch (change.t) {
    case "update":
      state.updates.push({ at: change.at, update: change.update });
      state.lastUpdateId = Math.max(state.lastUpdateId, change.update.update_id);
      return;
    case "confirm":
      state.updates = state.updates.filter(({ update }) => update.update_id > change.upTo);
      return;
    case "delivered":
      state.updates = state.updates.filter(({ update }) => update.update_id !== change.id);
      return;
    case "last-update-id":
      state.lastUpdateId = Math.max(state.lastUpdateId, change.id);
      return;
    case "allowed":
      state.allowedUpdates = change.types;
      return;
    case "webhook":
      state.webhook = change.webhook;
      return;
  }
}

function applySetting(state: State, change: Extract<Change, { t: "commands" | "text" | "menu" }>): void {
  switch (change.t) {
    case "commands":
      if (change.commands === null) state.commands.delete(change.key);
      else state.commands.set(change.key, change.commands);
      return;
    case "text":
      state.texts.set(change.key, change.value);
      return;
    case "menu":
      state.menus.set(change.chatId, change.button);
      return;
  }
}

/** The shortest list of changes that makes this state out of an empty one; the journal is rewritten with it. */
export function changesOf(state: State): Change[] {
  const changes: Change[] = [
    { t: "run", run: state.run },
    { t: "serial", value: state.serial },
  ];
  for (const user of state.users.values()) changes.push({ t: "user", user });
  for (const { record, messages, lastId } of state.chats.values()) {
    changes.push({ t: "chat", chat: record }, { t: "last-id", chatId: record.chat.id, id: lastId });
    for (const message of messages.values()) changes.push({ t: "message", message });
  }
  for (const record of state.ephemerals.values()) changes.push({ t: "ephemeral", record });
  changes.push({ t: "last-update-id", id: state.lastUpdateId }, { t: "allowed", types: state.allowedUpdates });
  for (const { at, update } of state.updates) changes.push({ t: "update", at, update });
  if (state.webhook !== null) changes.push({ t: "webhook", webhook: state.webhook });
  for (const file of state.files.values()) changes.push({ t: "file", file });
  for (const callback of state.callbacks.values()) changes.push({ t: "callback", callback });
  for (const [key, commands] of state.commands) changes.push({ t: "commands", key, commands });
  for (const [key, value] of state.texts) changes.push({ t: "text", key, value });
  for (const [chatId, button] of state.menus) changes.push({ t: "menu", chatId, button });
  return changes;
}

export function toLocalChat({ record, lastId }: ChatState): LocalChat {
  const pinnedMessageId = record.pinned.at(-1);
  return {
    chat: record.chat,
    memberIds: record.memberIds,
    lastMessageId: lastId,
    ...(pinnedMessageId === undefined ? {} : { pinnedMessageId }),
  };
}

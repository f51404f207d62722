import type { LocalEvent, LocalMessage, LocalState } from "../client-api.ts";
import { createApi, Refusal } from "./api.ts";
import { actionShownMs, chatsOf, unreadOf, type App } from "./app.ts";
import { listenForFiles } from "./attachments.ts";
import { createChatList } from "./chat-list.ts";
import { createComposer } from "./composer.ts";
import { followEvents, type ConnectionStatus } from "./connection.ts";
import { createConversation } from "./conversation.ts";
import { confirmLink, tell } from "./dialogs.ts";
import { h } from "./h.ts";
import { safeAddress } from "./links.ts";
import { createActions } from "./message-actions.ts";
import { applyEvent, applyMessage, createModel, replaceState } from "./model.ts";
import { createNavigation } from "./navigation.ts";
import { createNewcomers } from "./newcomers.ts";
import { createPresses } from "./presses.ts";
import { createReplyKeyboard } from "./reply-keyboard.ts";
import { createSession } from "./session.ts";
import { nameOf, summaryOf } from "./summary.ts";
import { createToasts } from "./toast.ts";

const retryMs = 1_000;

/** Builds the page around the server's first answer and follows its events from there. */
function createPage(state: LocalState): void {
  const api = createApi();
  const toasts = createToasts();
  const session = createSession(localStorage, state.bot.id);
  const model = createModel(state);
  const first = state.users.find(({ id }) => id === session.userId()) ?? state.users[0];
  const app: App = {
    api,
    model,
    session,
    notify: toasts.show,
    selection: { userId: first?.id ?? 0, chatId: undefined, threadId: undefined },
  };
  const presses = createPresses(app, () => conversation.update(), showAnswer);
  const actions = createActions(app, {
    runCommand: (command) => void composer.sendText(command),
    mention: (name) => composer.insert(name),
    press: (message, data) => void presses.press(message, data),
    isWaiting: presses.isWaiting,
    reply: (message) => composer.reply(message),
    edit: (message) => composer.edit(message),
    jumpTo: (messageId) => void conversation.jumpTo(messageId),
  });
  const conversation = createConversation(app, actions, {
    back: () => history.pushState(null, "", "#") ?? navigation.showSelection(),
    selectTopic: (threadId) => navigation.selectTopic(threadId),
  });
  const composer = createComposer(app, (message) => take(() => applyMessage(model, message), message));
  const chats = createChatList(app, {
    open: (chatId) => navigation.openChatById(chatId),
    speakAs: (userId) => navigation.speakAs(userId),
    newUser: () => void newcomers.user(),
    newGroup: () => void newcomers.group(),
  });
  const navigation = createNavigation(app, { selected: drawSelected, focus: composer.focus });
  const newcomers = createNewcomers(app, { speakAs: navigation.speakAs, openChat: navigation.openChatById });
  const keyboard = createReplyKeyboard(app, actions);
  const spoken = h("div", { class: "visually-hidden", "aria-live": "polite" });
  const connection = h("div", { class: "connection", role: "status", hidden: true });
  const drop = h(
    "div",
    { class: "drop", hidden: true, "aria-hidden": "true" },
    h("div", {}, "Drop files to send them"),
  );

  function update(): void {
    chats.update();
    conversation.update();
    keyboard.update();
    const unread = chatsOf(app, app.selection.userId).reduce(
      (sum, chat) => sum + unreadOf(app, chat, app.selection.userId),
      0,
    );
    document.title = unread > 0 ? `(${unread}) ${nameOf(model.bot)}` : nameOf(model.bot);
  }

  function drawSelected(): void {
    composer.load();
    update();
    if (app.selection.chatId !== undefined && conversation.atBottom()) conversation.markRead();
    chats.update();
  }
  function take(change: () => void, message?: LocalMessage): void {
    const isNew = message !== undefined && !known(message);
    change();
    update();
    if (!isNew) return;
    conversation.received(message);
    if (conversation.atBottom()) conversation.markRead();
    chats.update();
    if (message.from?.id !== app.selection.userId)
      spoken.textContent = `${message.from === undefined ? "" : nameOf(message.from)}: ${summaryOf(message)}`;
  }
  function known(message: LocalMessage): boolean {
    return (
      model.chats.get(message.chat.id)?.messages.some(({ message_id }) => message_id === message.message_id) === true
    );
  }

  function onEvent(event: LocalEvent): void {
    take(
      () => {
        if (!applyEvent(model, event, Date.now())) return;
        if (event.type === "message" && event.message.from?.is_bot === true) dropDrafts(event.message);
      },
      event.type === "message" ? event.message : undefined,
    );
    if (event.type === "callback-answered") presses.answered(event);
    if (event.type === "chat-action") setTimeout(update, actionShownMs + 50);
    const chat = "chatId" in event ? model.chats.get(event.chatId) : undefined;
    if (event.type === "draft-ended" && chat !== undefined) conversation.draftEnded(chat, event.draftId);
    if (event.type === "message" && asksForReply(event.message)) composer.reply(event.message);
    if (event.type === "message") followTopic(event.message);
  }
  /** Whoever watches a private chat goes along when the bot opens a topic in it. */
  function followTopic({ chat, from, forum_topic_created: opened, message_thread_id: thread }: LocalMessage): void {
    const { chatId, threadId } = app.selection;
    const watches = chat.id === chatId && threadId === undefined && conversation.atBottom();
    if (opened !== undefined && watches && from?.is_bot === true && chat.type === "private" && composer.isEmpty())
      navigation.selectTopic(thread);
  }
  /** The bot's message takes the place of the draft it grew from. */
  function dropDrafts(message: LocalMessage): void {
    const drafts = model.chats.get(message.chat.id)?.drafts;
    const thread = message.is_topic_message === true ? message.message_thread_id : undefined;
    for (const [id, draft] of drafts ?? []) {
      if (draft.message.message_thread_id === thread) drafts?.delete(id);
    }
  }

  function showAnswer({ text, showAlert, url }: Extract<LocalEvent, { type: "callback-answered" }>): void {
    if (text !== undefined && text !== "") {
      if (showAlert) void tell(nameOf(model.bot), text);
      else toasts.show(text);
    }
    const href = url === undefined ? undefined : safeAddress(url);
    if (href !== undefined)
      void confirmLink(href).then((agreed) => agreed && window.open(href, "_blank", "noopener,noreferrer"));
  }

  function showStatus(status: ConnectionStatus): void {
    connection.hidden = status.kind === "live";
    connection.textContent = status.kind === "refused" ? status.sentence : "Reconnecting…";
  }
  /** On a first visit everything that is there counts as read; after a restart of the server ids may begin anew. */
  function settleRead(isFirst: boolean): void {
    for (const { info } of model.chats.values()) {
      for (const { id } of model.users) {
        const lastRead = session.lastRead(id, info.chat.id);
        if ((lastRead === undefined && isFirst) || (lastRead ?? 0) > info.lastMessageId)
          session.setLastRead(id, info.chat.id, info.lastMessageId);
      }
    }
  }

  document.body.replaceChildren(
    h(
      "div",
      { class: "page" },
      chats.element,
      h(
        "main",
        { class: "main", "aria-label": "Conversation" },
        connection,
        conversation.parts,
        composer.element,
        keyboard.element,
      ),
    ),
    toasts.element,
    spoken,
    drop,
  );
  listenForFiles(drop, (files) => composer.addFiles(files));
  addEventListener("popstate", navigation.showSelection);
  settleRead(true);
  navigation.showSelection();
  if (matchMedia("(pointer: fine)").matches) composer.focus();
  followEvents({
    seq: () => model.seq,
    fetchState: api.state,
    take: onEvent,
    status: showStatus,
    replace: (fresh) => {
      replaceState(model, fresh);
      settleRead(false);
      if (!model.users.some(({ id }) => id === app.selection.userId)) navigation.speakAs(model.users[0]?.id ?? 0);
      navigation.showSelection();
    },
  });
}

/** A message may ask for an answer to itself, with its inline keyboard or instead of one. */
function asksForReply({ local_keyboard, reply_markup }: LocalMessage): boolean {
  return (
    reply_markup?.force_reply === true ||
    (local_keyboard !== undefined && "force_reply" in local_keyboard && local_keyboard.force_reply === true)
  );
}

async function start(): Promise<void> {
  try {
    createPage(await createApi().state());
  } catch (problem) {
    const refused = problem instanceof Refusal && problem.status !== 0;
    const advice = refused ? problem.message : "The program does not answer. This page tries again by itself.";
    document.body.replaceChildren(h("p", { class: "start-problem", role: "alert" }, advice));
    if (!refused) setTimeout(() => void start(), retryMs);
    if (!(problem instanceof Refusal)) throw problem;
  }
}

void start();

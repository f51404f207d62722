import type { LocalMessage } from "../client-api.ts";
import type { Actions } from "./actions.ts";
import { actionOf, openChat, titleOf, type App } from "./app.ts";
import { createRowView, tintOf, type RowView } from "./bubble.ts";
import { initials } from "./format.ts";
import { h, icon } from "./h.ts";
import { applyOlder, type ChatModel } from "./model.ts";
import { createScroller } from "./scroller.ts";
import { nameOf, summaryOf } from "./summary.ts";
import { refreshTimes } from "./text.ts";
import { rowsOf, topicsOf, type Row } from "./timeline.ts";

const olderPage = 50;
/** A draft that ended waits this long for the message that takes its place. */
const draftGraceMs = 400;

type Needs = { readonly back: () => void; readonly selectTopic: (threadId: number | undefined) => void };

/** The open chat: header, pinned bar, topics and messages. */
export function createConversation(app: App, actions: Actions, needs: Needs) {
  const list = h("div", { class: "messages", role: "list", "aria-label": "Messages" });
  const scroller = createScroller(list, markRead, () => void loadOlder());
  const header = createHeader(app, needs);
  const pinned = h("button", { type: "button", class: "pinned", hidden: true, onclick: showPinned });
  const topics = h("div", { class: "topics", role: "tablist", "aria-label": "Topics", hidden: true });
  const views = new Map<string, RowView>();
  let shownChat: string | undefined;
  let unreadAfter: number | undefined;
  let loading = false;

  /** Draws a chat from nothing when another one was selected, else only what changed. */
  function update(): void {
    const chat = openChat(app);
    const { userId, threadId } = app.selection;
    header.update(chat);
    if (chat === undefined) return clear();
    const identity = `${userId} ${chat.info.chat.id} ${threadId ?? 0}`;
    const isNew = identity !== shownChat;
    if (isNew) {
      clear();
      shownChat = identity;
      const lastRead = app.session.lastRead(userId, chat.info.chat.id);
      const hasUnread = chat.messages.some(
        ({ message_id, from }) => message_id > (lastRead ?? 0) && from?.id !== userId,
      );
      unreadAfter = hasUnread ? (lastRead ?? 0) : undefined;
      scroller.reset();
    }
    drawPinned(chat);
    drawTopics(chat);
    const rows = rowsOf(chat, { userId, threadId, unreadAfter, nowMs: Date.now() });
    scroller.change(() => reconcile(rows, isNew));
    list.classList.toggle("empty", rows.length === 0);
    if (rows.length === 0) list.replaceChildren(welcome(app, actions));
    if (isNew) scroller.toBottom(false);
  }

  function clear(): void {
    views.clear();
    list.replaceChildren();
    shownChat = undefined;
  }

  function reconcile(rows: readonly Row[], initial: boolean): void {
    list.querySelector(".welcome")?.remove();
    const wanted = new Set(rows.map(({ key }) => key));
    const hadDraft = [...views].some(([key]) => key.startsWith("draft ") && !wanted.has(key));
    for (const [key, view] of views) {
      if (wanted.has(key)) continue;
      view.element.remove();
      views.delete(key);
    }
    let at = list.firstElementChild;
    for (const [index, row] of rows.entries()) {
      let view = views.get(row.key);
      if (view === undefined) {
        view = createRowView(row, { userId: app.selection.userId, actions });
        views.set(row.key, view);
        // Where a draft stood, its message appears in place; anything else slides in at the end.
        if (!initial && !hadDraft && index >= rows.length - 2) view.element.classList.add("entering");
      } else view.update(row);
      if (view.element === at) at = at.nextElementSibling;
      else list.insertBefore(view.element, at);
    }
  }

  function drawPinned(chat: ChatModel): void {
    const id = chat.info.pinnedMessageId;
    const message = chat.messages.find(({ message_id }) => message_id === id);
    pinned.hidden = id === undefined;
    if (id === undefined) return;
    pinned.replaceChildren(
      icon("pin"),
      h(
        "span",
        { class: "pinned-words" },
        h("span", { class: "accent" }, "Pinned message"),
        h("span", { dir: "auto" }, message === undefined ? "An older message" : summaryOf(message)),
      ),
    );
  }

  function showPinned(): void {
    const id = openChat(app)?.info.pinnedMessageId;
    if (id !== undefined) actions.jumpTo(id);
  }

  function drawTopics(chat: ChatModel): void {
    const all = topicsOf(chat);
    topics.hidden = all.length === 0;
    topics.replaceChildren(
      ...all.map(({ threadId, name }) =>
        h(
          "button",
          {
            type: "button",
            role: "tab",
            class: "topic",
            "aria-selected": String(threadId === app.selection.threadId),
            onclick: () => needs.selectTopic(threadId),
          },
          name,
        ),
      ),
    );
  }

  function markRead(): void {
    const chat = openChat(app);
    if (chat === undefined || document.visibilityState !== "visible") return;
    app.session.setLastRead(app.selection.userId, chat.info.chat.id, chat.info.lastMessageId);
  }

  async function loadOlder(): Promise<void> {
    const chat = openChat(app);
    const first = chat?.messages[0];
    if (chat === undefined || first === undefined || !chat.hasOlder || loading) return;
    loading = true;
    try {
      const { messages } = await app.api.older(chat.info.chat.id, first.message_id, olderPage);
      applyOlder(chat, messages, olderPage);
      update();
    } catch {
      // Offline: the bar says so, and the next scroll tries again.
    } finally {
      loading = false;
    }
  }

  /** Takes in that a message came: counts it when it is out of sight, follows it when it is the person's own. */
  function received(message: LocalMessage): void {
    const chat = openChat(app);
    if (chat === undefined || message.chat.id !== chat.info.chat.id) return;
    if (message.from?.id === app.selection.userId) scroller.toBottom(false);
    else scroller.missed();
  }

  /** Lets a draft go that no message has replaced. */
  function draftEnded(chat: ChatModel, draftId: number): void {
    setTimeout(() => {
      if (chat.drafts.get(draftId)?.ended !== true) return;
      chat.drafts.delete(draftId);
      update();
    }, draftGraceMs);
  }

  async function jumpTo(messageId: number): Promise<void> {
    for (
      let pages = 0;
      pages < 20 && !views.has(`message ${messageId}`) && openChat(app)?.hasOlder === true;
      pages += 1
    )
      await loadOlder();
    const row = views.get(`message ${messageId}`)?.element;
    if (row === undefined) return actions.notify("That message is not there any more.");
    row.scrollIntoView({
      block: "center",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth",
    });
    row.classList.remove("flash");
    requestAnimationFrame(() => row.classList.add("flash"));
    row.focus({ preventScroll: true });
  }

  setInterval(() => refreshTimes(list), 30_000);
  document.addEventListener("visibilitychange", () => scroller.atBottom() && markRead());
  return {
    parts: [header.element, pinned, topics, scroller.element],
    update,
    received,
    draftEnded,
    jumpTo,
    markRead,
    atBottom: scroller.atBottom,
  };
}

function createHeader(app: App, needs: Needs) {
  const title = h("h1", { class: "title", dir: "auto" });
  const subtitle = h("div", { class: "subtitle", "aria-live": "off" });
  const avatar = h("span", { class: "avatar", "aria-hidden": "true" });
  const back = h(
    "button",
    { type: "button", class: "round back", "aria-label": "Back to the chats", onclick: needs.back },
    icon("back"),
  );
  const element = h("header", { class: "chat-head" }, back, avatar, h("div", { class: "head-words" }, title, subtitle));
  function update(chat: ChatModel | undefined): void {
    element.hidden = chat === undefined;
    if (chat === undefined) return;
    const name = titleOf(chat.info, app.model);
    const action = actionOf(chat, Date.now());
    const members = chat.info.memberIds.length + (chat.info.memberIds.includes(app.model.bot.id) ? 0 : 1);
    const rest = chat.info.chat.type === "private" ? "bot" : `${members} members`;
    if (title.textContent !== name) title.textContent = name;
    const words = action === undefined ? rest : `${action}…`;
    if (subtitle.textContent !== words) subtitle.textContent = words;
    subtitle.classList.toggle("accent", action !== undefined);
    avatar.textContent = initials(name);
    avatar.dataset["tint"] = tintOf(chat.info.chat.type === "private" ? app.model.bot.id : chat.info.chat.id);
  }
  return { element, update };
}

/** What a newcomer sees before the first word. */
function welcome(app: App, actions: Actions): HTMLElement {
  return h(
    "div",
    { class: "welcome", role: "listitem" },
    h(
      "span",
      { class: "avatar large", "data-tint": tintOf(app.model.bot.id), "aria-hidden": "true" },
      initials(app.model.bot.first_name),
    ),
    h("h2", {}, nameOf(app.model.bot)),
    h(
      "p",
      {},
      "This chat runs on your own machine and behaves like one in Telegram. Say what you want, or begin here:",
    ),
    h("button", { type: "button", class: "button primary", onclick: () => actions.runCommand("/start") }, "Start"),
  );
}

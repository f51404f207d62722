import { actionOf, chatsOf, me, titleOf, unreadOf, type App } from "./app.ts";
import { tintOf } from "./bubble.ts";
import { initials, listTime } from "./format.ts";
import { h, icon } from "./h.ts";
import type { ChatModel } from "./model.ts";
import { nameOf, summaryOf } from "./summary.ts";

type Needs = {
  readonly open: (chatId: number) => void;
  readonly speakAs: (userId: number) => void;
  readonly newUser: () => void;
  readonly newGroup: () => void;
};

/** The left column: who speaks, and the chats of that user. */
export function createChatList(app: App, needs: Needs) {
  const users: HTMLSelectElement = h("select", {
    "aria-label": "Speak as",
    onchange: () => needs.speakAs(Number(users.value)),
  });
  const list = h("ul", { class: "chats", "aria-label": "Chats", onkeydown: moveFocus });
  const element = h(
    "nav",
    { class: "sidebar", "aria-label": "Chats" },
    h(
      "header",
      { class: "sidebar-head" },
      h("label", { class: "speaker" }, h("span", { class: "faint" }, "Speak as"), users),
      h(
        "button",
        { type: "button", class: "round", "aria-label": "New user", title: "New user", onclick: needs.newUser },
        icon("user"),
      ),
      h(
        "button",
        { type: "button", class: "round", "aria-label": "New group", title: "New group", onclick: needs.newGroup },
        icon("group"),
      ),
    ),
    list,
  );
  let drawn = "";

  function update(): void {
    const entries = chatsOf(app, app.selection.userId).map((chat) => entryOf(app, chat));
    const people = app.model.users.map((user) => ({ id: user.id, name: nameOf(user) }));
    const now = JSON.stringify([entries, people, app.selection]);
    if (now === drawn) return;
    drawn = now;
    users.replaceChildren(
      ...people.map(({ id, name }) => h("option", { value: id, selected: id === app.selection.userId }, name)),
    );
    const focused = list.contains(document.activeElement)
      ? document.activeElement?.getAttribute("data-chat-id")
      : undefined;
    list.replaceChildren(...entries.map((entry) => h("li", {}, entryButton(entry, needs))));
    if (typeof focused === "string") list.querySelector<HTMLElement>(`[data-chat-id="${focused}"]`)?.focus();
  }
  return { element, update };
}

type Entry = ReturnType<typeof entryOf>;

function entryOf(app: App, chat: ChatModel) {
  const { model, selection } = app;
  const { id, type } = chat.info.chat;
  const last = chat.messages.at(-1);
  const draft = id === selection.chatId ? "" : app.session.input(selection.userId, id);
  const sender =
    last?.from?.id === selection.userId
      ? "You: "
      : type === "private" || last?.from === undefined
        ? ""
        : `${last.from.first_name}: `;
  const action = actionOf(chat, Date.now());
  return {
    id,
    title: titleOf(chat.info, model),
    tint: tintOf(type === "private" ? model.bot.id : id),
    time: last === undefined ? "" : listTime(last.date, Date.now()),
    draft,
    action,
    preview: last === undefined ? "No messages yet" : sender + summaryOf(last),
    unread: unreadOf(app, chat, selection.userId),
    current: id === selection.chatId,
    who: me(app)?.first_name,
  };
}

function entryButton(entry: Entry, needs: Needs): HTMLElement {
  const preview =
    entry.action !== undefined
      ? h("span", { class: "preview-words accent" }, `${entry.action}…`)
      : entry.draft !== ""
        ? h("span", { class: "preview-words" }, h("span", { class: "danger-words" }, "Draft: "), entry.draft)
        : h("span", { class: "preview-words", dir: "auto" }, entry.preview);
  return h(
    "button",
    {
      type: "button",
      class: entry.current ? "chat current" : "chat",
      "data-chat-id": entry.id,
      "aria-current": entry.current ? "true" : undefined,
      onclick: () => needs.open(entry.id),
    },
    h("span", { class: "avatar", "data-tint": entry.tint, "aria-hidden": "true" }, initials(entry.title)),
    h(
      "span",
      { class: "chat-words" },
      h(
        "span",
        { class: "chat-line" },
        h("span", { class: "chat-title", dir: "auto" }, entry.title),
        h("span", { class: "faint" }, entry.time),
      ),
      h(
        "span",
        { class: "chat-line" },
        preview,
        entry.unread > 0 && h("span", { class: "unread-badge", "aria-label": `${entry.unread} unread` }, entry.unread),
      ),
    ),
  );
}

function moveFocus(event: KeyboardEvent): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const buttons = [...list.querySelectorAll<HTMLElement>("button")];
  const index = buttons.indexOf(document.activeElement as HTMLElement);
  const next = buttons[index + (event.key === "ArrowDown" ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

import type { LocalMessage } from "../client-api.ts";
import type { Actions, Opened } from "./actions.ts";
import { renderKeyboard } from "./buttons.ts";
import { renderMedia, renderWords } from "./content.ts";
import { fullDate, initials, timeOfDay } from "./format.ts";
import { h, icon, type Child } from "./h.ts";
import { nameOf, summaryOf } from "./summary.ts";
import type { MessageRow, Row } from "./timeline.ts";

/** A row on the screen. `update` touches only the parts that changed, so focus, players and selections survive edits. */
export type RowView = { readonly element: HTMLElement; readonly update: (row: Row) => void };
type Reader = { readonly userId: number; readonly actions: Actions };

export function createRowView(row: Row, reader: Reader): RowView {
  if (row.kind === "message") return messageView(row, reader);
  if (row.kind === "draft") return draftView(row, reader);
  const words = h("span", { class: "notice-words" }, row.text);
  return {
    element: h(
      "div",
      { class: `notice ${row.kind}`, role: row.kind === "date" ? "separator" : "listitem", "aria-label": row.text },
      words,
    ),
    update: (next) => {
      if ("text" in next && next.text !== words.textContent) words.textContent = next.text;
    },
  };
}

/** A place in a bubble that is drawn anew only when what it shows has changed. */
type Slot = (signature: unknown, draw: () => Child) => void;

function createSlot(parent: HTMLElement, name: string): Slot {
  const place = h("div", { class: `slot in-${name}`, hidden: true });
  parent.append(place);
  let last = "";
  return (signature, draw) => {
    const now = JSON.stringify(signature) ?? "";
    if (now === last) return;
    last = now;
    const focused = [...place.querySelectorAll("button, a")].indexOf(document.activeElement ?? place);
    const drawn = draw();
    place.replaceChildren(...(drawn instanceof Node ? [drawn] : []));
    place.hidden = !(drawn instanceof Node);
    // The button under the person's finger may have been replaced by its successor: keep the keyboard there.
    if (focused >= 0) place.querySelectorAll<HTMLElement>("button, a")[focused]?.focus({ preventScroll: true });
  };
}

function messageView(first: MessageRow, reader: Reader): RowView {
  const { actions } = reader;
  const opened: Opened = new Map();
  let message = first.message;
  const body = h("div", { class: "bubble-body" });
  const slots = Object.fromEntries(
    ["sender", "reply", "media", "content", "reactions", "meta"].map((name) => [name, createSlot(body, name)]),
  ) as Record<"sender" | "reply" | "media" | "content" | "reactions" | "meta", Slot>;
  const more: HTMLElement = h(
    "button",
    {
      type: "button",
      class: "more round",
      "aria-label": "Message actions",
      "aria-haspopup": "menu",
      onclick: () => menuAt(more.getBoundingClientRect()),
    },
    icon("more"),
  );
  const bubble = h("div", { class: "bubble" }, body);
  const column = h("div", { class: "bubble-column" }, bubble);
  const keyboard = createSlot(column, "below");
  const avatar = h("div", { class: "avatar small", "aria-hidden": "true" });
  const element = h("article", { class: "row", tabindex: "-1", role: "listitem" }, avatar, column, more);
  function menuAt(at: { x: number; y: number }): void {
    if (message.message_id !== 0) actions.openMenu(message, at);
  }
  listenForMenu(bubble, menuAt);
  bubble.addEventListener("dblclick", (event) => {
    const target = event.target;
    if (target instanceof Element && target.closest("button, a, pre, audio, video, summary") === null)
      actions.reply(message);
  });

  function update(row: Row): void {
    if (row.kind !== "message") return;
    message = row.message;
    element.className = [
      "row",
      row.own ? "own" : "other",
      row.first && "first",
      row.last && "last",
      row.group && "group",
      row.ephemeral && "ephemeral",
      !hasWords(message) && "bare",
    ]
      .filter(Boolean)
      .join(" ");
    element.dataset["messageId"] = String(message.message_id);
    const sender = message.from === undefined ? "Someone" : nameOf(message.from);
    element.setAttribute("aria-label", `${row.own ? "You" : sender}, ${timeOfDay(message.date)}`);
    avatar.textContent = initials(sender);
    avatar.dataset["tint"] = tintOf(message.from?.id ?? 0);
    const named = row.group && !row.own && row.first;
    slots.sender(
      [named, sender],
      () =>
        named &&
        h(
          "div",
          { class: "sender", "data-tint": tintOf(message.from?.id ?? 0) },
          sender,
          message.from?.is_bot === true && h("span", { class: "badge-bot" }, "bot"),
        ),
    );
    slots.reply([message.reply_to_message, message.quote], () => replyQuote(message, actions));
    slots.media(mediaOf(message), () => renderMedia(message, actions, opened));
    slots.content(
      [
        message.text,
        message.entities,
        message.caption,
        message.caption_entities,
        message.rich_message,
        richWaits(message, actions),
      ],
      () => renderWords(message, message, actions, opened) ?? unsupported(message, actions),
    );
    slots.reactions(message.local_reactions ?? [], () => reactions(message, reader));
    slots.meta([message.date, message.edit_date, row.ephemeral], () => meta(message, row.ephemeral));
    placeMeta(body);
    keyboard([message.reply_markup, waiting(message, actions)], () => renderKeyboard(message, actions));
  }
  update({ key: "", ...first });
  return { element, update };
}

function hasWords(message: LocalMessage): boolean {
  return message.text !== undefined || message.caption !== undefined || message.rich_message !== undefined;
}

/** Right click, the menu key, and a long touch where the browser makes no menu event of it. */
function listenForMenu(bubble: HTMLElement, menuAt: (at: { x: number; y: number }) => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  bubble.addEventListener("contextmenu", (event) => {
    stop();
    if (String(getSelection()) !== "" || (event.target instanceof Element && event.target.closest("a") !== null))
      return;
    event.preventDefault();
    menuAt({ x: event.clientX, y: event.clientY });
  });
  bubble.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") timer = setTimeout(() => menuAt({ x: event.clientX, y: event.clientY }), 550);
  });
  for (const end of ["pointerup", "pointercancel", "pointermove"]) bubble.addEventListener(end, stop);
}

function mediaOf(message: LocalMessage): unknown[] {
  const { photo, animation, video, video_note, voice, audio, document, sticker } = message;
  const { checklist, poll, venue, location, dice, contact, has_media_spoiler } = message;
  const kinds = {
    photo,
    animation,
    video,
    video_note,
    voice,
    audio,
    document,
    sticker,
    checklist,
    poll,
    venue,
    location,
    dice,
    contact,
  };
  return Object.values(kinds).every((one) => one === undefined) ? [] : [kinds, has_media_spoiler];
}

function unsupported(message: LocalMessage, actions: Actions): HTMLElement | undefined {
  if (renderMedia(message, actions, new Map()) !== undefined) return undefined;
  return h("div", { class: "unsupported" }, "A kind of message that the local chat cannot show. Telegram can.");
}

function waiting(message: LocalMessage, actions: Actions): string[] {
  const data = (message.reply_markup?.inline_keyboard ?? [])
    .flat()
    .flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
  return data.filter((one) => actions.isWaiting(message, one));
}

/** Rich messages may hold buttons anywhere; a press waiting in one redraws its text. */
function richWaits(message: LocalMessage, actions: Actions): string[] {
  if (message.rich_message === undefined) return [];
  const found = JSON.stringify(message.rich_message).matchAll(/"callback_data":("(?:[^"\\]|\\.)*")/gu);
  return [...found]
    .map(([, data]) => String(JSON.parse(data ?? '""')))
    .filter((data) => actions.isWaiting(message, data));
}

function replyQuote(message: LocalMessage, actions: Actions): HTMLElement | undefined {
  const original = message.reply_to_message;
  if (original === undefined) return undefined;
  const name = original.from === undefined ? "Message" : nameOf(original.from);
  return h(
    "button",
    {
      type: "button",
      class: "reply-quote",
      "data-tint": tintOf(original.from?.id ?? 0),
      "aria-label": `In reply to ${name}`,
      onclick: () => actions.jumpTo(original.message_id),
    },
    h("span", { class: "reply-name" }, name),
    h("span", { class: "reply-words", dir: "auto" }, message.quote?.text ?? summaryOf(original)),
  );
}

function reactions(message: LocalMessage, { actions, userId }: Reader): HTMLElement | undefined {
  const given = Map.groupBy(message.local_reactions ?? [], ({ emoji }) => emoji);
  if (given.size === 0) return undefined;
  return h(
    "div",
    { class: "reactions" },
    [...given].map(([emoji, who]) => {
      const mine = who.some(({ user_id }) => user_id === userId);
      return h(
        "button",
        {
          type: "button",
          class: mine ? "reaction mine" : "reaction",
          "aria-pressed": String(mine),
          onclick: () => actions.react(message, emoji),
        },
        emoji,
        who.length > 1 && ` ${who.length}`,
      );
    }),
  );
}

function meta(message: LocalMessage, ephemeral: boolean): HTMLElement {
  const edited = message.edit_date !== undefined && "edited ";
  const only = ephemeral && "only you can see this · ";
  return h(
    "span",
    { class: "meta-words", title: fullDate(message.date) },
    only,
    edited,
    message.date > 0 && timeOfDay(message.date),
  );
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;

/** The time stands at the end of the last line where that is a line of left-to-right text, else on a line of its own. */
function placeMeta(body: HTMLElement): void {
  const words = body.querySelector<HTMLElement>(":scope > .in-content > .words");
  const end = words?.lastChild;
  const isLine = end instanceof Text || (end instanceof Element && !end.matches("blockquote, .code-block"));
  const reactions = body.querySelector<HTMLElement>(":scope > .in-reactions");
  const inline = isLine && reactions?.hidden === true && !rightToLeft.test(words?.textContent ?? "");
  body.classList.toggle("inline-meta", inline);
  const length = body.querySelector(".meta-words")?.textContent?.length ?? 0;
  body.style.setProperty("--meta-width", `${length * 0.5 + 0.7}em`);
}

function draftView(first: Extract<Row, { kind: "draft" }>, { actions }: Reader): RowView {
  const opened: Opened = new Map();
  const body = h("div", { class: "bubble-body" });
  const content = createSlot(body, "content");
  const column = h("div", { class: "bubble-column" }, h("div", { class: "bubble" }, body));
  const below = createSlot(column, "below");
  const element = h(
    "article",
    { class: "row other first last draft", role: "listitem", "aria-label": "Being written" },
    column,
  );
  function update(row: Row): void {
    if (row.kind !== "draft") return;
    const { message, canStop, draftId, ended } = row.draft;
    element.classList.toggle("ended", ended);
    content([message.text, message.entities, message.rich_message], () => {
      const words = renderWords(message, undefined, actions, opened);
      return (
        words ??
        h("div", { class: "words" }, h("span", { class: "dots", "aria-label": "Thinking" }, h("i"), h("i"), h("i")))
      );
    });
    below([canStop && !ended, draftId], () => canStop && !ended && stopButton(() => actions.stopDraft(draftId)));
  }
  update(first);
  return { element, update };
}

function stopButton(stop: () => void): HTMLElement {
  const label = h("span", { class: "button-label" }, "Stop");
  const button: HTMLButtonElement = h(
    "button",
    { type: "button", class: "button plain stop", onclick: press },
    icon("stop"),
    label,
  );
  // The bot may go on for a moment, and the draft stays if it asked for that: what was pressed must show.
  function press(): void {
    button.disabled = true;
    label.textContent = "Stopping…";
    stop();
  }
  return h("div", { class: "keyboard" }, h("div", { class: "keyboard-row" }, button));
}

/** One of seven colours that names and avatars of an id have everywhere. */
export function tintOf(id: number): string {
  return String(Math.abs(id) % 7);
}

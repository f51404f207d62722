import type { MessageEntity } from "@grammyjs/types";
import { createTextContext, type Actions, type Opened, type TextContext } from "./actions.ts";
import { isBlock, nestEntities, type TextNode } from "./entities.ts";
import { dateTimeText, fullDate } from "./format.ts";
import { h, icon } from "./h.ts";
import { safeAddress } from "./links.ts";

/** Renders a text with its entities as Telegram shows them. */
export function renderText(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  actions: Actions,
  opened: Opened,
): Node[] {
  return renderNodes(nestEntities(text, entities), createTextContext(actions, opened));
}

function renderNodes(nodes: readonly TextNode[], context: TextContext): Node[] {
  return nodes.map((node, index) => {
    if (node.kind === "entity") return renderEntity(node.entity, node.children, context);
    const before = nodes[index - 1];
    // A block ends its line by itself: the line break that follows it in the text would show as an empty line.
    const afterBlock = before?.kind === "entity" && isBlock(before.entity);
    return document.createTextNode(afterBlock ? node.text.replace(/^\n/u, "") : node.text);
  });
}

function renderEntity(entity: MessageEntity, children: readonly TextNode[], context: TextContext): Node {
  const words = plainText(children);
  const inside = (): Node[] => renderNodes(children, context);
  switch (entity.type) {
    case "bold":
      return h("strong", {}, inside());
    case "italic":
      return h("em", {}, inside());
    case "underline":
      return h("u", {}, inside());
    case "strikethrough":
      return h("s", {}, inside());
    case "code":
      return h("code", { class: "code" }, inside());
    case "spoiler":
      return spoiler(inside(), context);
    case "pre":
      return codeBlock(words, entity.language, context.actions);
    case "blockquote":
      return h("blockquote", { class: "quote" }, inside());
    case "expandable_blockquote":
      return foldedQuote(inside(), context);
    case "date_time":
      return dateTime(entity.unix_time, entity.date_time_format, words);
    case "text_link":
      return link(entity.url, inside(), words, context.actions);
    case "url":
      return link(words, inside(), words, context.actions);
    case "email":
      return link(`mailto:${words}`, inside(), `mailto:${words}`, context.actions);
    case "bot_command":
      return textButton(inside(), () => context.actions.runCommand(words));
    case "mention":
      return textButton(inside(), () => context.actions.mention(words));
    case "text_mention":
      return textButton(inside(), () => context.actions.mention(entity.user.first_name));
    case "hashtag":
    case "cashtag":
    case "phone_number":
      return textButton(inside(), () => context.actions.copy(words));
    case "custom_emoji":
      return h("span", { class: "custom-emoji" }, inside());
    default:
      // An entity of a newer Bot API: its text is still worth reading.
      return h("span", {}, inside());
  }
}

function plainText(nodes: readonly TextNode[]): string {
  return nodes.map((node) => (node.kind === "text" ? node.text : plainText(node.children))).join("");
}

export function textButton(inside: readonly Node[], onclick: () => void): HTMLElement {
  return h("button", { type: "button", class: "link", onclick }, inside);
}

/** A link, or its plain words when it leads to something a message may not open. */
export function link(address: string, inside: readonly Node[], words: string, actions: Actions): HTMLElement {
  const href = safeAddress(address);
  if (href === undefined) return h("span", { class: "dead-link", title: address }, inside);
  const open = (event: Event): void => {
    event.preventDefault();
    actions.openLink(href, words);
  };
  return h("a", { href, class: "link", rel: "noopener noreferrer", target: "_blank", onclick: open }, inside);
}

export function spoiler(inside: readonly Node[], { opened, next }: TextContext): HTMLElement {
  const place = next("spoiler");
  const cover = h("span", { class: "spoiler" }, h("span", { class: "spoiler-text" }, inside));
  if (opened.get(place) === true) cover.classList.add("open");
  else {
    const reveal = (event: Event): void => {
      if (opened.get(place) === true) return;
      if (event instanceof KeyboardEvent && event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      event.stopPropagation();
      opened.set(place, true);
      cover.classList.add("open");
      for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    };
    for (const [name, value] of [
      ["role", "button"],
      ["tabindex", "0"],
      ["aria-label", "Hidden text, press to show"],
    ] as const) {
      cover.setAttribute(name, value);
    }
    cover.addEventListener("click", reveal, { capture: true });
    cover.addEventListener("keydown", reveal);
  }
  return cover;
}

export function foldedQuote(inside: readonly Node[], { opened, next }: TextContext): HTMLElement {
  const place = next("quote");
  const body = h("div", { class: "fold-body" }, inside);
  const toggle = h("button", { type: "button", class: "fold-toggle", onclick: () => show(opened.get(place) !== true) });
  const quote = h("blockquote", { class: "quote fold" }, body, toggle);
  function show(open: boolean): void {
    opened.set(place, open);
    quote.classList.toggle("open", open);
    toggle.setAttribute("aria-expanded", String(open));
    toggle.replaceChildren(open ? "Show less" : "Show more", icon("down"));
  }
  show(opened.get(place) === true);
  // Only once it is laid out is it known whether there is more to show.
  requestAnimationFrame(() => {
    const fits = body.scrollHeight <= body.clientHeight + 2 && opened.get(place) !== true;
    quote.classList.toggle("short", quote.isConnected && fits);
  });
  return quote;
}

export function codeBlock(text: string, language: string | undefined, actions: Actions): HTMLElement {
  return h(
    "div",
    { class: "code-block" },
    h(
      "div",
      { class: "code-head" },
      h("span", {}, language === undefined || language === "" ? "code" : language),
      h(
        "button",
        { type: "button", "aria-label": "Copy code", title: "Copy", onclick: () => actions.copy(text) },
        icon("copy"),
      ),
    ),
    h("pre", { tabindex: "0", dir: "ltr" }, h("code", {}, text)),
  );
}

export function dateTime(unixS: number, format: string, words: string): HTMLElement {
  const time = h("time", {
    class: "date-time",
    datetime: new Date(unixS * 1000).toISOString(),
    title: fullDate(unixS),
  });
  const refresh = (): void => {
    time.textContent = dateTimeText(unixS, format, words, Date.now());
  };
  refresh();
  if (format === "r") time.addEventListener("refresh", refresh);
  return time;
}

/** Relative times grow old while the page is open. */
export function refreshTimes(root: ParentNode): void {
  for (const time of root.querySelectorAll("time.date-time")) time.dispatchEvent(new Event("refresh"));
}

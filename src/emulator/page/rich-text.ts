import type { RichMessageButton, RichText } from "@grammyjs/types";
import type { LocalMessage } from "../client-api.ts";
import type { TextContext } from "./actions.ts";
import { buttonFor } from "./buttons.ts";
import { h } from "./h.ts";
import { dateTime, link, spoiler, textButton } from "./text.ts";

export type RichContext = TextContext & { readonly message: LocalMessage | undefined };

/** Renders rich text, whose nesting is given as objects rather than by offsets. */
export function renderRichText(text: RichText, context: RichContext): Node[] {
  if (typeof text === "string") return [document.createTextNode(text)];
  if (Array.isArray(text)) return text.flatMap((part) => renderRichText(part, context));
  return [renderPart(text, context)];
}

type Part = Exclude<RichText, string | RichText[]>;

function renderPart(part: Part, context: RichContext): Node {
  const { actions } = context;
  const inside = (text: RichText): Node[] => renderRichText(text, context);
  switch (part.type) {
    case "bold":
      return h("strong", {}, inside(part.text));
    case "italic":
      return h("em", {}, inside(part.text));
    case "underline":
      return h("u", {}, inside(part.text));
    case "strikethrough":
      return h("s", {}, inside(part.text));
    case "subscript":
      return h("sub", {}, inside(part.text));
    case "superscript":
      return h("sup", {}, inside(part.text));
    case "marked":
      return h("mark", {}, inside(part.text));
    case "code":
      return h("code", { class: "code" }, inside(part.text));
    case "spoiler":
      return spoiler(inside(part.text), context);
    case "date_time":
      return dateTime(part.unix_time, part.date_time_format, richWords(part.text));
    case "custom_emoji":
      return h("span", { class: "custom-emoji" }, part.alternative_text);
    case "mathematical_expression":
      return h("code", { class: "formula", title: "LaTeX", dir: "ltr" }, part.expression);
    case "url":
      return link(part.url, inside(part.text), richWords(part.text), actions);
    case "email_address":
      return link(`mailto:${part.email_address}`, inside(part.text), `mailto:${richWords(part.text)}`, actions);
    case "phone_number":
      return textButton(inside(part.text), () => actions.copy(part.phone_number));
    case "bank_card_number":
      return textButton(inside(part.text), () => actions.copy(part.bank_card_number));
    case "hashtag":
    case "cashtag":
      return textButton(inside(part.text), () => actions.copy(richWords(part.text)));
    case "mention":
      return textButton(inside(part.text), () => actions.mention(`@${part.username.replace(/^@/u, "")}`));
    case "text_mention":
      return textButton(inside(part.text), () => actions.mention(part.user.first_name));
    case "bot_command":
      return textButton(inside(part.text), () => actions.runCommand(`/${part.bot_command.replace(/^\//u, "")}`));
    case "button":
      return inlineButton(part.button, context);
    case "anchor":
      return h("span", { "data-anchor": part.name });
    case "reference":
      return h("span", { class: "reference", "data-reference": part.name, tabindex: "-1" }, inside(part.text));
    case "anchor_link":
      return innerLink(inside(part.text), "anchor", part.anchor_name);
    case "reference_link":
      return innerLink(inside(part.text), "reference", part.reference_name);
    default:
      return document.createTextNode(richWords(part));
  }
}

/** Leads to a place in the same message; an empty name means its top. */
function innerLink(inside: readonly Node[], kind: "anchor" | "reference", name: string): HTMLElement {
  const self = textButton(inside, () => {
    const bubble = self.closest(".bubble");
    const places = [...(bubble?.querySelectorAll<HTMLElement>(`[data-${kind}]`) ?? [])];
    const place = name === "" ? bubble : places.find((one) => one.dataset[kind] === name);
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
    place?.scrollIntoView({ block: "center", behavior: "smooth" });
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
  });
  return self;
}

export function inlineButton(button: RichMessageButton, context: RichContext): HTMLElement {
  const label = renderRichText(button.text, { ...context, opened: new Map() });
  return buttonFor(button, label, context.message, context.actions);
}

/** The words of a rich text, without its form. */
export function richWords(text: RichText): string {
  if (typeof text === "string") return text;
  if (Array.isArray(text)) return text.map(richWords).join("");
  if (text.type === "custom_emoji") return text.alternative_text;
  if (text.type === "mathematical_expression") return text.expression;
  if (text.type === "button") return richWords(text.button.text);
  return "text" in text ? richWords(text.text) : "";
}

import type { RichBlock, RichBlockCaption, RichBlockListItem, RichBlockTable, RichMessage } from "@grammyjs/types";
import type { LocalMessage } from "../client-api.ts";
import { createTextContext, type Actions, type Opened } from "./actions.ts";
import { h, icon } from "./h.ts";
import { animation, audioPlayer, documentCard, photo, video } from "./media.ts";
import { inlineButton, renderRichText, richWords, type RichContext } from "./rich-text.ts";
import { codeBlock, foldedQuote, link } from "./text.ts";

/** Renders a rich message, or the draft of one (then there is no message yet, and its buttons rest). */
export function renderRich(
  rich: RichMessage,
  message: LocalMessage | undefined,
  actions: Actions,
  opened: Opened,
): HTMLElement {
  const context: RichContext = { ...createTextContext(actions, opened), message };
  return h("div", { class: "rich", dir: rich.is_rtl === true ? "rtl" : "auto" }, blocks(rich.blocks, context));
}

function blocks(list: readonly RichBlock[], context: RichContext): Node[] {
  return list.map((block) => renderBlock(block, context));
}

function renderBlock(block: RichBlock, context: RichContext): Node {
  const { actions } = context;
  switch (block.type) {
    case "paragraph":
      return h("p", {}, renderRichText(block.text, context));
    case "heading":
      return h(
        "div",
        { class: `heading h${block.size}`, role: "heading", "aria-level": block.size },
        renderRichText(block.text, context),
      );
    case "pre":
      return codeBlock(richWords(block.text), block.language, actions);
    case "footer":
      return h("footer", { class: "footer" }, renderRichText(block.text, context));
    case "divider":
      return h("hr");
    case "mathematical_expression":
      return h("pre", { class: "formula", title: "LaTeX", dir: "ltr", tabindex: "0" }, block.expression);
    case "anchor":
      return h("span", { "data-anchor": block.name });
    case "list":
      return h(
        "ul",
        { class: "list" },
        block.items.map((item) => listItem(item, context)),
      );
    case "blockquote":
      return h("blockquote", { class: "quote" }, blocks(block.blocks, context), credit(block.credit, context));
    case "expandable_blockquote":
      return foldedQuote([...renderRichText(block.text, context), ...credit(block.credit, context)], context);
    case "pullquote":
      return h("aside", { class: "pullquote" }, renderRichText(block.text, context), credit(block.credit, context));
    case "collage":
      return captioned(h("div", { class: "collage" }, blocks(block.blocks, context)), block.caption, context);
    case "slideshow":
      return captioned(
        h(
          "div",
          { class: "slideshow", tabindex: "0", role: "group", "aria-label": "Slideshow" },
          blocks(block.blocks, context),
        ),
        block.caption,
        context,
      );
    case "table":
      return table(block, context);
    case "details":
      return details(block, context);
    case "map":
      return captioned(
        mapCard(block.location.latitude, block.location.longitude, block.zoom, context),
        block.caption,
        context,
      );
    case "animation":
      return captioned(animation(block.animation), block.caption, context);
    case "audio":
      return captioned(
        audioPlayer(block.audio, block.audio.title ?? block.audio.file_name ?? "Audio"),
        block.caption,
        context,
      );
    case "voice_note":
      return captioned(audioPlayer(block.voice_note, "Voice message"), block.caption, context);
    case "document":
      return captioned(documentCard(block.document, actions, context.opened), block.caption, context);
    case "photo":
      return captioned(photo(block.photo, block.has_spoiler === true), block.caption, context);
    case "video":
      return captioned(video(block.video, block.has_spoiler === true), block.caption, context);
    case "buttons":
      return h(
        "div",
        { class: `button-row ${block.align ?? "fill"}` },
        block.buttons.map((button) => inlineButton(button, context)),
      );
    case "thinking":
      return h("p", { class: "thinking" }, renderRichText(block.text, context));
    default:
      return h("p", { class: "unsupported" }, "A part of this message cannot be shown here.");
  }
}

function listItem(item: RichBlockListItem, context: RichContext): HTMLElement {
  const box =
    item.has_checkbox === true
      ? h(
          "span",
          {
            class: item.is_checked === true ? "checkbox checked" : "checkbox",
            role: "img",
            "aria-label": item.is_checked === true ? "Done" : "Not done",
          },
          item.is_checked === true && icon("check"),
        )
      : h("span", { class: "list-label" }, item.label === "" ? "•" : item.label);
  return h("li", {}, box, h("div", { class: "list-body" }, blocks(item.blocks, context)));
}

function credit(text: RichBlockCaption["credit"], context: RichContext): Node[] {
  return text === undefined ? [] : [h("cite", {}, renderRichText(text, context))];
}

function captioned(content: HTMLElement, caption: RichBlockCaption | undefined, context: RichContext): HTMLElement {
  if (caption === undefined) return content;
  const words = h("figcaption", {}, renderRichText(caption.text, context), credit(caption.credit, context));
  return h("figure", {}, content, words);
}

function table(block: RichBlockTable, context: RichContext): HTMLElement {
  const form = [
    block.is_bordered === true && "bordered",
    block.is_striped === true && "striped",
    block.is_compact === true && "compact",
  ];
  const rows = block.cells.map((row) =>
    h(
      "tr",
      {},
      row.map((cell) =>
        h(
          cell.is_header === true ? "th" : "td",
          {
            class: `${cell.align} ${cell.valign}${cell.text === undefined ? " empty" : ""}`,
            colspan: cell.colspan,
            rowspan: cell.rowspan,
          },
          cell.text !== undefined && h("span", {}, renderRichText(cell.text, context)),
        ),
      ),
    ),
  );
  const caption = block.caption !== undefined && h("caption", {}, renderRichText(block.caption, context));
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "group", "aria-label": "Table" },
    h("table", { class: form.filter(Boolean).join(" ") }, caption, h("tbody", {}, rows)),
  );
}

function details(block: Extract<RichBlock, { type: "details" }>, context: RichContext): HTMLElement {
  const place = context.next("details");
  const open = context.opened.get(place) ?? block.is_open === true;
  const element = h(
    "details",
    { open },
    h("summary", {}, renderRichText(block.summary, context)),
    h("div", { class: "details-body" }, blocks(block.blocks, context)),
  );
  element.addEventListener("toggle", () => context.opened.set(place, element.open));
  return element;
}

/** No map service is asked: the page loads nothing from elsewhere. */
export function mapCard(
  latitude: number,
  longitude: number,
  zoom: number,
  { actions }: Pick<RichContext, "actions">,
): HTMLElement {
  const place = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${zoom}/${latitude}/${longitude}`;
  return h(
    "div",
    { class: "card" },
    h("span", { class: "card-icon" }, icon("place")),
    link(address, [document.createTextNode(place)], place, actions),
  );
}

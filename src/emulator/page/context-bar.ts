import type { LocalMessage } from "../client-api.ts";
import { h, icon } from "./h.ts";
import { nameOf, summaryOf } from "./summary.ts";

/** What the next message is about: an answer to another, or its new text. */
export type Context = { readonly kind: "reply" | "edit"; readonly message: LocalMessage };

/** The bar over the input that shows what is answered or edited. `cancelled` is called by its button. */
export function createContextBar(cancelled: () => void) {
  const element = h("div", { class: "context-bar", hidden: true });
  let context: Context | undefined;
  return {
    element,
    now: () => context,
    show(next: Context): void {
      context = next;
      const { kind, message } = next;
      const name = message.from === undefined ? "Message" : nameOf(message.from);
      element.hidden = false;
      element.replaceChildren(
        icon(kind),
        h(
          "div",
          { class: "context-words" },
          h("span", { class: "accent" }, kind === "reply" ? `Reply to ${name}` : "Edit message"),
          h("span", { dir: "auto" }, summaryOf(message)),
        ),
        h("button", { type: "button", class: "round", "aria-label": "Cancel", onclick: cancelled }, icon("close")),
      );
    },
    clear(): void {
      context = undefined;
      element.hidden = true;
    },
  };
}

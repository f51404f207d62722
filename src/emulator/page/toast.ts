import { h } from "./h.ts";

const shownMs = 5_000;

/** Short notices over the conversation, which screen readers speak. */
export function createToasts() {
  const element = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  function show(text: string, tone: "plain" | "error" = "plain"): void {
    const toast: HTMLElement = h("div", { class: `toast ${tone}`, onclick: () => toast.remove() }, text);
    element.append(toast);
    while (element.childElementCount > 3) element.firstElementChild?.remove();
    setTimeout(() => toast.remove(), shownMs + 40 * text.length);
  }
  return { element, show };
}

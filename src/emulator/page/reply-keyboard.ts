import type { ReplyKeyboardMarkup } from "@grammyjs/types";
import type { Actions } from "./actions.ts";
import { openChat, type App } from "./app.ts";
import { h } from "./h.ts";
import type { ChatModel } from "./model.ts";

/** The reply keyboard that holds now: the newest one sent, unless it was taken away or was for one use and is used. */
export function currentKeyboard(chat: ChatModel, userId: number): ReplyKeyboardMarkup | undefined {
  const index = chat.messages.findLastIndex(({ local_keyboard }) => local_keyboard !== undefined);
  const sent = chat.messages[index]?.local_keyboard;
  if (sent === undefined || !("keyboard" in sent)) return undefined;
  const used = chat.messages.slice(index + 1).some(({ from }) => from?.id === userId);
  return sent.one_time_keyboard === true && used ? undefined : sent;
}

/** The buttons under the input; a press says the button's words. */
export function createReplyKeyboard(app: App, actions: Actions) {
  const element = h("div", { class: "reply-keyboard", role: "group", "aria-label": "Suggested answers", hidden: true });
  let drawn = "";
  function update(): void {
    const chat = openChat(app);
    const keyboard = chat === undefined ? undefined : currentKeyboard(chat, app.selection.userId);
    const now = JSON.stringify(keyboard?.keyboard ?? []);
    if (now === drawn) return;
    drawn = now;
    const rows = keyboard?.keyboard ?? [];
    element.hidden = rows.length === 0;
    element.replaceChildren(...rows.map((row) => h("div", { class: "keyboard-row" }, row.map(button))));
  }
  function button(one: ReplyKeyboardMarkup["keyboard"][number][number]): HTMLElement {
    const { text, style = "plain" } = typeof one === "string" ? { text: one } : one;
    const isPlain = typeof one === "string" || !Object.keys(one).some((name) => /^(request_|web_app)/u.test(name));
    const press = (): void =>
      isPlain
        ? actions.runCommand(text)
        : actions.notify("This kind of button works in Telegram only, not in the local chat.");
    return h("button", { type: "button", class: `button ${style}`, onclick: press }, text);
  }
  return { element, update };
}

import type { InlineKeyboardButton, RichMessageButton } from "@grammyjs/types";
import type { LocalMessage } from "../client-api.ts";
import type { Actions } from "./actions.ts";
import { h, icon } from "./h.ts";

type AnyButton = InlineKeyboardButton | RichMessageButton;

/** The rows of buttons under a bubble. */
export function renderKeyboard(message: LocalMessage, actions: Actions): HTMLElement | undefined {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return undefined;
  return h(
    "div",
    { class: "keyboard", role: "group", "aria-label": "Answers" },
    rows.map((row) =>
      h(
        "div",
        { class: "keyboard-row" },
        row.map((button) => buttonFor(button, [document.createTextNode(button.text)], message, actions)),
      ),
    ),
  );
}

/** A button of a keyboard or of a rich text. Without a message (in a draft) there is nobody to press to. */
export function buttonFor(
  button: AnyButton,
  label: readonly Node[],
  message: LocalMessage | undefined,
  actions: Actions,
): HTMLElement {
  const waits = "callback_data" in button && message !== undefined && actions.isWaiting(message, button.callback_data);
  const disabled = "disabled" in button || (message === undefined && "callback_data" in button);
  return h(
    "button",
    {
      type: "button",
      class: ["button", button.style ?? "plain", waits && "waiting"].filter(Boolean).join(" "),
      disabled,
      // Where a row is too narrow for it, the label is cut.
      title: "text" in button && typeof button.text === "string" ? button.text : undefined,
      "aria-busy": waits ? "true" : undefined,
      onclick: () => pressed(button, message, actions),
    },
    h("span", { class: "button-label" }, label),
    mark(button),
    h("span", { class: "spinner", "aria-hidden": "true" }),
  );
}

function mark(button: AnyButton): Node | undefined {
  if ("url" in button || "login_url" in button || "web_app" in button) return icon("link");
  if ("copy_text" in button) return icon("copy");
  return undefined;
}

function pressed(button: AnyButton, message: LocalMessage | undefined, actions: Actions): void {
  if ("callback_data" in button) {
    if (message !== undefined) actions.press(message, button.callback_data);
  } else if ("url" in button) actions.openLink(button.url, "");
  else if ("login_url" in button) actions.openLink(button.login_url.url, "");
  else if ("web_app" in button) actions.openLink(button.web_app.url, "");
  else if ("copy_text" in button) actions.copy(button.copy_text.text);
  else if ("switch_inline_query_current_chat" in button) actions.mention(button.switch_inline_query_current_chat);
  else if (!("disabled" in button))
    actions.notify("This kind of button works in Telegram only, not in the local chat.");
}

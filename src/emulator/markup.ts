/** What may hang under a message: shapes, limits and Telegram's names for what is wrong. */
import type {
  ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove,
} from "@grammyjs/types"; // prettier-ignore
import { checkObject } from "./check.ts";
import type { TableFor } from "./parameters.ts";
import { badRequest } from "./failure.ts";

type AllKeys<U> = U extends unknown ? keyof U : never;
type Fields<U> = { readonly [K in AllKeys<U>]: string };
export type Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply;

const INLINE = { inline_keyboard: "array", force_reply: "bool?" } as const satisfies TableFor<InlineKeyboardMarkup>;
const REPLY = {
  keyboard: "array",
  is_persistent: "bool?",
  resize_keyboard: "bool?",
  one_time_keyboard: "bool?",
  input_field_placeholder: "string?",
  selective: "bool?",
  force_reply: "bool?",
} as const satisfies TableFor<ReplyKeyboardMarkup>;
const REMOVE = { remove_keyboard: "bool", selective: "bool?" } as const satisfies TableFor<ReplyKeyboardRemove>;
const FORCE = {
  force_reply: "bool",
  input_field_placeholder: "string?",
  selective: "bool?",
} as const satisfies TableFor<ForceReply>;
const INLINE_BUTTON = {
  text: "string",
  icon_custom_emoji_id: "string?",
  style: "string?",
  url: "string?",
  callback_data: "string?",
  web_app: "object?",
  login_url: "object?",
  disabled: "object?",
  switch_inline_query: "string?",
  switch_inline_query_current_chat: "string?",
  switch_inline_query_chosen_chat: "object?",
  copy_text: "object?",
  callback_game: "object?",
  pay: "bool?",
} as const satisfies Fields<InlineKeyboardButton>;
const KEYBOARD_BUTTON = {
  text: "string",
  icon_custom_emoji_id: "string?",
  style: "string?",
  request_users: "object?",
  request_chat: "object?",
  request_contact: "bool?",
  request_location: "bool?",
  request_poll: "object?",
  request_managed_bot: "object?",
  web_app: "object?",
} as const satisfies Fields<Exclude<KeyboardButton, string>>;
const NOT_AN_ACTION = new Set(["text", "icon_custom_emoji_id", "style"]);
const STYLES = new Set(["danger", "success", "primary"]);
/** The server takes at most 100 buttons, of which 8 in a row, and cuts nothing by itself. */
const MOST_BUTTONS = 100;
const MOST_IN_ROW = 8;

/** @param inlineOnly edits take nothing else */
export function checkMarkup(markup: Markup | undefined, inlineOnly = false): Markup | undefined {
  if (markup === undefined) return undefined;
  if ("inline_keyboard" in markup) {
    checkObject("InlineKeyboardMarkup", markup, INLINE);
    const rows = checkRows(markup.inline_keyboard);
    if (rows.length === 0) return undefined;
    for (const button of rows.flat()) checkInlineButton(button);
    return { ...markup, inline_keyboard: rows };
  }
  if (inlineOnly) throw badRequest("inline keyboard expected");
  if ("keyboard" in markup) checkReplyKeyboard(markup);
  else if ("remove_keyboard" in markup) checkObject("ReplyKeyboardRemove", markup, REMOVE);
  else if ("force_reply" in markup) checkObject("ForceReply", markup, FORCE);
  else if (Object.keys(markup).length > 0)
    throw badRequest("can't parse reply keyboard markup: unknown kind of markup");
  return Object.keys(markup).length === 0 ? undefined : markup;
}

/** Rows without buttons vanish, as they do on the real server. */
function checkRows<B>(rows: readonly (readonly B[])[]): B[][] {
  if (!Array.isArray(rows)) throw badRequest("can't parse inline keyboard button: field must be an Array of Arrays");
  const filled = rows.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest("can't parse keyboard: expected an Array of Arrays");
    if (row.length > MOST_IN_ROW) throw badRequest("BUTTON_ROW_TOO_LONG");
    return row as B[];
  });
  if (filled.flat().length > MOST_BUTTONS) throw badRequest("reply markup is too long");
  return filled.filter((row) => row.length > 0);
}

function checkInlineButton(button: InlineKeyboardButton): void {
  checkObject("inline keyboard button", button, INLINE_BUTTON);
  if (button.text.trim() === "")
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (button.style !== undefined && !STYLES.has(button.style))
    throw badRequest("can't parse inline keyboard button: invalid style specified");
  const actions = Object.keys(button).filter((key) => !NOT_AN_ACTION.has(key));
  if (actions.length === 0)
    throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (actions.length > 1)
    throw badRequest("can't parse inline keyboard button: exactly one of the optional fields must be used");
  if ("callback_data" in button) checkCallbackData(button.callback_data);
  if ("url" in button) checkButtonUrl(button.url);
  if ("web_app" in button && !/^https:\/\//i.test(button.web_app.url)) {
    throw badRequest(
      `inline keyboard button Web App URL '${button.web_app.url}' is invalid: Only HTTPS links are allowed`,
    );
  }
  if ("copy_text" in button && (button.copy_text.text.length < 1 || button.copy_text.text.length > 256))
    throw badRequest("BUTTON_COPY_TEXT_INVALID");
  if ("callback_game" in button || "pay" in button || "login_url" in button) throw badRequest("BUTTON_TYPE_INVALID");
}

export function checkCallbackData(data: string): void {
  const bytes = Buffer.byteLength(data);
  if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
}

export function checkButtonUrl(url: string): void {
  const isTelegram = /^(tg|ton|tonsite):\/\//i.test(url);
  const isWeb =
    /^(https?:\/\/)?[^\s/]+\.[^\s/]+/i.test(url) && URL.canParse(/^https?:\/\//i.test(url) ? url : `http://${url}`);
  if (!isTelegram && !isWeb) throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
}

function checkReplyKeyboard(markup: ReplyKeyboardMarkup): void {
  checkObject("ReplyKeyboardMarkup", markup, REPLY);
  for (const button of checkRows(markup.keyboard).flat()) {
    if (typeof button === "string") continue;
    checkObject("keyboard button", button, KEYBOARD_BUTTON);
    if (Object.keys(button).filter((key) => !NOT_AN_ACTION.has(key)).length > 1)
      throw badRequest("can't parse keyboard button: too many fields");
  }
  const placeholder = markup.input_field_placeholder;
  if (placeholder !== undefined && placeholder.length > 64) throw badRequest("input field placeholder is too long");
}

import type { Update, UserFromGetMe } from "@grammyjs/types";
import type { Menu } from "@grammyjs/menu";
import { Api, Composer, Context } from "grammy";
import { createMailboxes } from "../../core/chat/desk/mailbox.ts";
import type { ChatRef, Incoming, Person } from "../../core/incoming.ts";
import type { Role } from "../../core/policy/roles.ts";
import type { MenuName, Menus } from "../../core/ports/menus.ts";
import type { Button, Messenger } from "../../core/ports/messenger.ts";
import type { OutboxStore } from "../../core/ports/store.ts";
import type { Block } from "../../lib/blocks.ts";
import type { MenuContext } from "./menu-context.ts";

/** A menu that can be opened by its name; `menu` holds its submenus. */
export type NamedMenu = {
  readonly name: MenuName;
  readonly menu: Menu<MenuContext>;
  readonly anchor: string;
  /** What the message above the buttons says at first. */
  readonly blocks: (context: MenuContext) => Promise<readonly Block[]>;
};
export type MenusDependencies = {
  readonly messenger: Messenger;
  readonly outbox: Pick<OutboxStore, "byMessage">;
  /** Whether this person may do what the role may; null when they may, else a sentence that says who may. */
  readonly refusal: (userId: number, chatId: number, role: Role) => Promise<string | null>;
};
type Place = { readonly chat: ChatRef; readonly from: Person };

/**
 * grammY's menus, whose messages go through the durable outbox like all others: what the plugin would send is put there instead.
 */
export function createMenus(named: readonly NamedMenu[], deps: MenusDependencies): Menus {
  const composer = new Composer<MenuContext>();
  for (const { menu } of named) composer.use(menu);
  const serve = composer.middleware();
  const oneByOne = createMailboxes();
  return {
    async open(name, { rowId, chat, from }) {
      const chosen = named.find((each) => each.name === name);
      if (chosen === undefined) throw new Error(`there is no menu ${name}`);
      const context = createContext(
        { chat, from },
        messageUpdate({ chat, from }),
        deps,
        async ({ keyboard, blocks }) => {
          await deps.messenger.put({
            key: `menu:${name}:${rowId}`,
            chat,
            anchor: chosen.anchor,
            blocks: blocks ?? (await chosen.blocks(context)),
            keyboard,
          });
        },
      );
      await serve(context, async () => {
        await context.api.sendMessage(chat.chatId, chosen.anchor, { reply_markup: chosen.menu });
      });
    },
    press(press) {
      const { promise, resolve, reject } = Promise.withResolvers<boolean>();
      // One press after the other: each changes what the one before left.
      oneByOne.push(press.messageId, () => servePress(press).then(resolve, reject));
      return promise;
    },
  };
  async function servePress(press: Incoming & { readonly kind: "press" }): Promise<boolean> {
    const row = await deps.outbox.byMessage(press.chat.chatId, press.messageId);
    if (row === null) return false;
    let answered = false;
    const place = { chat: press.chat, from: press.from };
    const context = createContext(place, pressUpdate(press), deps, async ({ keyboard, blocks, toast }) => {
      if (toast !== null) {
        answered = true;
        return deps.messenger.toast(press.callbackId, toast);
      }
      const { keyboard: _, ...before } = row.message;
      await deps.messenger.put({
        ...before,
        blocks: blocks ?? before.blocks,
        ...(keyboard.length === 0 ? {} : { keyboard }),
      });
    });
    let ours = true;
    await serve(context, () => {
      ours = false;
      return Promise.resolve();
    });
    if (ours && !answered) await deps.messenger.toast(press.callbackId, "");
    return ours;
  }
}

type Change = {
  readonly keyboard: readonly (readonly Button[])[];
  readonly blocks: readonly Block[] | null;
  readonly toast: string | null;
};
// The plugin asks for nothing of the bot itself.
const ME = { id: 1, is_bot: true, first_name: "Sparks", username: "sparks_bot" } as UserFromGetMe;

/** A context whose calls go to `put`: nothing of it reaches the Bot API by itself. */
function createContext(
  { chat, from }: Place,
  update: Update,
  deps: MenusDependencies,
  put: (change: Change) => Promise<void>,
): MenuContext {
  let blocks: readonly Block[] | null = null;
  const api = new Api("menus");
  api.config.use(async (_previous, method, payload) => {
    if (method === "answerCallbackQuery") await put({ keyboard: [], blocks, toast: textOf(payload) });
    else await put({ keyboard: buttonsOf(payload), blocks, toast: null });
    return { ok: true, result: true as never };
  });
  const context = new Context(update, api, ME);
  return Object.assign(context as MenuContext, {
    who: from,
    place: chat,
    show(shown: readonly Block[]) {
      blocks = shown;
    },
    async may(role: Role) {
      const refusal = await deps.refusal(from.userId, chat.chatId, role);
      if (refusal !== null) await context.answerCallbackQuery({ text: refusal });
      return refusal === null;
    },
  });
}
function textOf(payload: object): string {
  return "text" in payload && typeof payload.text === "string" ? payload.text : "";
}
/** The plugin has rendered its menu into an inline keyboard by then. */
function buttonsOf(payload: object): readonly (readonly Button[])[] {
  const markup = "reply_markup" in payload ? payload.reply_markup : undefined;
  const rows =
    typeof markup === "object" && markup !== null && "inline_keyboard" in markup ? markup.inline_keyboard : [];
  return (rows as readonly (readonly PluginButton[])[])
    .map((row) =>
      row.map(({ text, callback_data: data, style }) => ({ text, data, ...(style === undefined ? {} : { style }) })),
    )
    .filter((row) => row.length > 0);
}
type PluginButton = {
  readonly text: string;
  readonly callback_data: string;
  readonly style?: "success" | "danger" | "primary";
};

function messageUpdate({ chat, from }: Place): Update {
  return { update_id: 0, message: { ...messageIn(chat, 0), from: userOf(from) } } as Update;
}
function pressUpdate({ chat, from, callbackId, messageId, data }: Incoming & { readonly kind: "press" }): Update {
  return {
    update_id: 0,
    callback_query: {
      id: callbackId,
      from: userOf(from),
      chat_instance: "",
      data,
      message: messageIn(chat, messageId),
    },
  } as Update;
}
function messageIn({ chatId }: ChatRef, messageId: number) {
  return { message_id: messageId, date: 1, chat: { id: chatId, type: "private", first_name: "" }, text: "" };
}
function userOf({ userId, name }: Person) {
  return { id: userId, is_bot: false, first_name: name };
}

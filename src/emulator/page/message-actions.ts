import type { LocalMessage } from "../client-api.ts";
import type { Actions } from "./actions.ts";
import { sentenceOf } from "./api.ts";
import type { App } from "./app.ts";
import { confirmLink } from "./dialogs.ts";
import { safeAddress, saysWhereItLeads } from "./links.ts";
import { openPopup } from "./popup.ts";

/** A choice of those that Telegram lets everybody use; a bot cannot be sent others. */
const emoji = ["👍", "❤", "🔥", "🎉", "👎", "🤔", "👀", "💯"];

type Needs = Pick<Actions, "runCommand" | "mention" | "press" | "isWaiting" | "reply" | "edit" | "jumpTo">;

/** What messages can set off, from the parts that do it. */
export function createActions(app: App, needs: Needs): Actions {
  const { notify } = app;
  function attempt(action: () => Promise<unknown>): void {
    action().catch((problem: unknown) => notify(sentenceOf(problem), "error"));
  }
  function copy(text: string): void {
    attempt(async () => {
      await navigator.clipboard.writeText(text);
      notify("Copied.");
    });
  }
  function react(message: LocalMessage, choice: string): void {
    const { userId } = app.selection;
    const mine = message.local_reactions?.find(({ user_id }) => user_id === userId)?.emoji;
    const where = { chatId: message.chat.id, userId, messageId: message.message_id };
    attempt(() => app.api.react({ ...where, emoji: mine === choice ? null : choice }));
  }
  async function openLink(address: string, words: string): Promise<void> {
    const href = safeAddress(address);
    if (href === undefined) return notify("This link leads nowhere that a message may open.", "error");
    if (saysWhereItLeads(words, href) || (await confirmLink(href))) window.open(href, "_blank", "noopener,noreferrer");
  }
  function openMenu(message: LocalMessage, at: { readonly x: number; readonly y: number }): void {
    const words = message.text ?? message.caption ?? "";
    const own = message.from?.id === app.selection.userId && message.text !== undefined;
    openPopup({
      at,
      label: "Message actions",
      emoji: { choices: emoji, pick: (choice) => react(message, choice) },
      items: [
        { label: "Reply", icon: "reply", run: () => needs.reply(message) },
        ...(own ? [{ label: "Edit", icon: "edit" as const, run: () => needs.edit(message) }] : []),
        ...(words === "" ? [] : [{ label: "Copy text", icon: "copy" as const, run: () => copy(words) }]),
      ],
    });
  }
  return {
    ...needs,
    notify,
    copy,
    react,
    openMenu,
    openLink: (address, words) => void openLink(address, words),
    stopDraft: (draftId) => {
      const { chatId } = app.selection;
      if (chatId !== undefined) attempt(() => app.api.stopDraft(chatId, draftId));
    },
  };
}

import type { LocalMessage } from "../client-api.ts";

/** What a message on the screen can set off. */
export type Actions = {
  /** Asks first when the words do not say where the link leads. */
  openLink(address: string, words: string): void;
  /** Sends a command as if it were typed. */
  runCommand(command: string): void;
  mention(name: string): void;
  press(message: LocalMessage, data: string): void;
  isWaiting(message: LocalMessage, data: string): boolean;
  copy(text: string): void;
  notify(text: string): void;
  reply(message: LocalMessage): void;
  edit(message: LocalMessage): void;
  react(message: LocalMessage, emoji: string): void;
  openMenu(message: LocalMessage, at: { readonly x: number; readonly y: number }): void;
  jumpTo(messageId: number): void;
  stopDraft(draftId: number): void;
};

/**
 * What the person opened in one message (spoilers, long quotations, details), by place, so that an edit of the message
 * does not close it again.
 */
export type Opened = Map<string, boolean>;
export type TextContext = { readonly actions: Actions; readonly opened: Opened; next(kind: string): string };

/** Names the places of one rendering pass: the first spoiler is "spoiler 1" in every pass. */
export function createTextContext(actions: Actions, opened: Opened): TextContext {
  const counts = new Map<string, number>();
  return {
    actions,
    opened,
    next(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind} ${count}`;
    },
  };
}

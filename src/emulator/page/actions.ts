import type { LocalMessage } from "../client-api.ts";

/** What a message on the screen can set off. */
export type Actions = {
  /** Asks first when the words do not say where the link leads. */
  readonly openLink: (address: string, words: string) => void;
  /** Sends a command as if it were typed. */
  readonly runCommand: (command: string) => void;
  readonly mention: (name: string) => void;
  readonly press: (message: LocalMessage, data: string) => void;
  readonly isWaiting: (message: LocalMessage, data: string) => boolean;
  readonly copy: (text: string) => void;
  readonly notify: (text: string) => void;
  readonly reply: (message: LocalMessage) => void;
  readonly edit: (message: LocalMessage) => void;
  readonly react: (message: LocalMessage, emoji: string) => void;
  readonly openMenu: (message: LocalMessage, at: { readonly x: number; readonly y: number }) => void;
  readonly jumpTo: (messageId: number) => void;
  readonly stopDraft: (draftId: number) => void;
};

/**
 * What the person opened in one message (spoilers, long quotations, details), by place, so that an edit of the message
 * does not close it again.
 */
export type Opened = Map<string, boolean>;
export type TextContext = {
  readonly actions: Actions;
  readonly opened: Opened;
  readonly next: (kind: string) => string;
};

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

/** Messages that are still being written: shown for 30 seconds, never kept. */
import type { Message } from "@grammyjs/types";
import type { EmulatorClock } from "./clock.ts";
import type { Store } from "./store.ts";

/** @see https://core.telegram.org/bots/api#sendmessagedraft "a temporary 30-second preview" */
const DRAFT_LIFE_MS = 30_000;

export type DraftView = {
  readonly chatId: number;
  readonly threadId: number | undefined;
  readonly draftId: number;
  readonly message: Partial<Message>;
  readonly canStop: boolean;
  readonly keepOnStop: boolean;
};
export interface Drafts {
  /** A chat, or a topic of it, shows one draft: another id takes the place of the first. A stopped one stays stopped. */
  show(draft: DraftView): void;
  /** What the person's Stop button does; undefined when there is no such draft or it has no button. */
  stop(chatId: number, draftId: number): DraftView | undefined;
  /** A message took the draft's place. */
  end(chatId: number, threadId: number | undefined): void;
  visible(chatId: number): readonly DraftView[];
  close(): void;
}
type Live = { view: DraftView; stopped: boolean; shown: boolean; cancel: () => void };

export function createDrafts(store: Store, clock: EmulatorClock): Drafts {
  const live = new Map<string, Live>();
  const place = (chatId: number, threadId: number | undefined): string => `${chatId}/${threadId ?? 0}`;
  const hide = (draft: Live): void => {
    if (!draft.shown) return;
    draft.shown = false;
    store.feed.emit({ type: "draft-ended", chatId: draft.view.chatId, draftId: draft.view.draftId });
  };
  const remove = (key: string): void => {
    const draft = live.get(key);
    if (draft === undefined) return;
    live.delete(key);
    draft.cancel();
    hide(draft);
  };
  const replace = (key: string, view: DraftView): void => {
    const before = live.get(key);
    if (before?.view.draftId === view.draftId) before.cancel();
    else remove(key);
    const cancel = clock.after(DRAFT_LIFE_MS, () => remove(key));
    const stopped = before?.view.draftId === view.draftId && before.stopped;
    live.set(key, { view, stopped, shown: stopped ? before.shown : true, cancel });
    if (stopped) return;
    const { chatId, draftId, message, canStop } = view;
    store.feed.emit({ type: "draft", chatId, draftId, message, canStop });
  };
  return {
    show: (view) => replace(place(view.chatId, view.threadId), view),
    stop(chatId, draftId) {
      const draft = [...live.values()].find(({ view }) => view.chatId === chatId && view.draftId === draftId);
      if (draft === undefined || draft.stopped || !draft.view.canStop) return undefined;
      draft.stopped = true;
      if (!draft.view.keepOnStop) hide(draft);
      return draft.view;
    },
    end: (chatId, threadId) => remove(place(chatId, threadId)),
    visible: (chatId) =>
      [...live.values()].filter(({ view, shown }) => shown && view.chatId === chatId).map(({ view }) => view),
    close() {
      for (const { cancel } of live.values()) cancel();
      live.clear();
    },
  };
}

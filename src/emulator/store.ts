/** State, journal and feed behind one door: `commit` is the only way anything changes. */
import { applyChange } from "./state.ts";
import type { Change, ChatState, State } from "./state.ts";
import { badRequest } from "./failure.ts";
import type { Feed, UnnumberedEvent } from "./feed.ts";
import type { Journal } from "./journal.ts";
import type { LocalUser } from "./client-api.ts";

export interface Store {
  readonly state: State;
  readonly feed: Feed;
  /** Writes the changes as one line, applies them, then tells the page. */
  commit(changes: readonly Change[], events?: readonly UnnumberedEvent[]): void;
  /** A fresh number for ids that need one; kept with the next commit. */
  serial(): number;
  onCommit(listener: (changes: readonly Change[]) => void): void;
}

export function createStore(state: State, journal: Journal | undefined, feed: Feed): Store {
  const listeners: ((changes: readonly Change[]) => void)[] = [];
  return {
    state,
    feed,
    commit(changes, events = []) {
      const all: Change[] = [{ t: "serial", value: state.serial }, ...changes];
      journal?.append(all);
      for (const change of all) applyChange(state, change);
      for (const event of events) feed.emit(event);
      for (const listener of listeners) listener(changes);
    },
    serial() {
      state.serial += 1;
      return state.serial;
    },
    onCommit: (listener) => void listeners.push(listener),
  };
}

export function requireUser({ state }: Store, userId: number): LocalUser {
  const user = state.users.get(userId);
  if (user === undefined) throw badRequest("user not found");
  return user;
}

export function requireChat({ state }: Store, chatId: number): ChatState {
  const chat = state.chats.get(chatId);
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}

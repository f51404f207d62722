import type { Instant } from "../../lib/time.ts";
import type { ChatRef } from "../incoming.ts";

/** A live view of what happens, kept so that it goes on after a restart; one a chat. */
export type Watch = {
  /** The message that asked for it; names its own. */
  readonly rowId: number;
  readonly chat: ChatRef;
  readonly until: Instant;
  /** Lower case; rows that hold all of them are shown; "" for all. */
  readonly words: string;
  /** The last row it has taken in. */
  readonly after: number;
  /** Rows shown so far. */
  readonly seen: number;
};
export interface WatchStore {
  list(): Promise<readonly Watch[]>;
  /** Takes the place of the one of the same chat. */
  put(watch: Watch): Promise<void>;
  /** Removes it if it still is that one. */
  remove(chatId: number, rowId: number): Promise<void>;
}

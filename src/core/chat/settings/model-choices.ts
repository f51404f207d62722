import { MINUTE_MS, type Clock, type Instant } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { Person } from "../../incoming.ts";
import type { Model } from "../../ports/model.ts";
import type { ChatStore } from "../../ports/store.ts";

/** Which model a chat uses, and which there are. */
export interface ModelChoices {
  current(chatId: number): Promise<{ readonly name: string; readonly usual: boolean }>;
  /** Null when the provider does not say. Asked for anew after five minutes. */
  list(signal?: AbortSignal): Promise<readonly string[] | null>;
  /** Null: back to the usual one. Kept with the chat. */
  choose(chatId: number, model: string | null, by: Person): Promise<void>;
}
const FRESH_MS = 5 * MINUTE_MS;

export function createModelChoices(deps: {
  readonly model: Model;
  readonly chats: ChatStore;
  readonly clock: Clock;
  readonly emit: Emit;
}): ModelChoices {
  let listed: { readonly at: Instant; readonly names: readonly string[] } | null = null;
  const usual = deps.model.about.kind === "none" ? "none" : deps.model.about.name;
  async function current(chatId: number): Promise<{ name: string; usual: boolean }> {
    const chosen = (await deps.chats.get(chatId))?.model ?? null;
    return { name: chosen ?? usual, usual: chosen === null };
  }
  return {
    current,
    async list(signal = new AbortController().signal) {
      if (deps.model.about.kind !== "live") return [];
      if (listed !== null && deps.clock.now() - listed.at < FRESH_MS) return listed.names;
      const names = await deps.model.list(signal);
      if (names !== null) listed = { at: deps.clock.now(), names };
      return names;
    },
    async choose(chatId, model, by) {
      const settings = await deps.chats.get(chatId);
      if (settings === null) return;
      const before = await current(chatId);
      await deps.chats.put({ ...settings, model: model === usual ? null : model });
      const [from, to] = [before.name, model ?? usual];
      if (from !== to)
        deps.emit({ kind: "setting.changed", key: "chat.model", from, to, by: by.userId, byName: by.name, chatId });
    },
  };
}

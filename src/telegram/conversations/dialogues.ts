import type { ConversationState } from "@grammyjs/conversations";
import type { Machine } from "../../core/planning/machine.ts";
import type { Dialogues, DialogueTurn } from "../../core/ports/dialogues.ts";
import { isLong, readLog, writeLog } from "./conversation-log.ts";
import { enter, resume, type Plugin } from "./play.ts";

/** Dialogues as conversations of grammY's plugin, which is loaded when the first one begins or goes on. */
export function createDialogues(): Dialogues {
  const load = (): Promise<Plugin> => import("@grammyjs/conversations");
  return {
    async begin(machine, begun, show) {
      const plugin = await load();
      return writeLog(plugin.PLUGIN_DATA_VERSION, await enter(plugin, machine, { ...begun, show }));
    },
    async hear(machine, turn, tell) {
      const plugin = await load();
      const kept = readLog(plugin.PLUGIN_DATA_VERSION, turn.log);
      const heard = kept === null ? null : await resume(plugin, machine, { turn, kept, tell });
      const { step, kept: next } = heard ?? (await hearAnew(plugin, machine, { turn, tell }));
      const state = machine.after(step, turn.state);
      if (next === null || state === null) return { step, log: null };
      const short = isLong(next)
        ? await enter(plugin, machine, { state, rowId: turn.rowId, show: alreadyShown })
        : next;
      return { step, log: writeLog(plugin.PLUGIN_DATA_VERSION, short) };
    },
  };
}
async function hearAnew<State, Input, Step>(
  plugin: Plugin,
  machine: Machine<State, Input, Step>,
  { turn, tell }: { readonly turn: DialogueTurn<State, Input>; readonly tell: (step: Step) => Promise<void> },
): Promise<{ readonly step: Step; readonly kept: ConversationState | null }> {
  const kept = await enter(plugin, machine, { ...turn, show: alreadyShown });
  const heard = await resume(plugin, machine, { turn, kept, tell });
  if (heard === null) throw new Error("a conversation begun anew went astray");
  return heard;
}
/** Its message stands in the chat. */
const alreadyShown = async (): Promise<void> => undefined;

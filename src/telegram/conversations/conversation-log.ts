import type { ConversationState } from "@grammyjs/conversations";
import { z } from "zod";

/** Of what `interview-conversation.ts` asks the plugin to write down: another order of waits and acts is another version. */
const LOG_VERSION = 1;

/** One thing after the other, the last one waited for: another log would be waited for in vain. */
const stateSchema = z
  .object({
    args: z.string(),
    replay: z.object({
      send: z.array(z.object({ payload: z.string() })),
      receive: z.array(z.object({ send: z.number(), returnValue: z.unknown() })),
    }),
    interrupts: z.array(z.number()).length(1),
  })
  .refine(({ replay: { send, receive }, interrupts: [waiting] }) => {
    const inOrder = receive.every((done, index) => done.send === index);
    return inOrder && waiting === receive.length && send.length === receive.length + 1;
  });
/** `pluginVersion` is the plugin's own, of the same. */
export function writeLog(pluginVersion: number, state: ConversationState): unknown {
  return { version: [pluginVersion, LOG_VERSION], state };
}
/** @returns null for anything that cannot be gone on from */
export function readLog(pluginVersion: number, log: unknown): ConversationState | null {
  const version = z.tuple([z.literal(pluginVersion), z.literal(LOG_VERSION)]);
  const known = z.object({ version, state: stateSchema }).safeParse(log);
  return known.success ? known.data.state : null;
}
const MOST_OPERATIONS = 20;
const MOST_CHARACTERS = 16_384;
/** A replay costs as much as there is to be replayed. */
export function isLong(state: ConversationState): boolean {
  return state.replay.send.length > MOST_OPERATIONS || JSON.stringify(state).length > MOST_CHARACTERS;
}

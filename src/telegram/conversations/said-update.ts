import type { Update } from "@grammyjs/types";
import { z } from "zod";
import type { Machine } from "../../core/planning/machine.ts";
import { instant, type Instant } from "../../lib/time.ts";

type Said<Input> = { readonly input: Input; readonly at: Instant };

/**
 * What was said, in the plugin's terms. It is none that Telegram sent: it may have been typed, spoken and confirmed, edited, pressed, or said
 * at the terminal. The update's number is that of the message.
 */
export function saidUpdate<Input>(rowId: number, said: Said<Input>): Update & { readonly said: Said<Input> } {
  return { update_id: rowId, said };
}
/** @throws when it is none of ours, or of another time */
export function readSaid<Input>(machine: Pick<Machine<never, Input, never>, "input">, update: Update): Said<Input> {
  const { said } = z.object({ said: z.object({ input: machine.input, at: z.number() }) }).parse(update);
  return { input: said.input, at: instant(said.at) };
}

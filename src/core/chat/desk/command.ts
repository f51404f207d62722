import { z } from "zod";
import type { CommandSpec } from "../../ports/commands.ts";
import type { ChatDependencies } from "./dependencies.ts";
import type { Turn } from "./desk.ts";
import { usageBlocks } from "./usage.ts";

/** A command with what it does. `rest` is what follows its name, trimmed. */
export type Command = CommandSpec & {
  handle(deps: ChatDependencies, turn: Turn, rest: string): Promise<void>;
};
/**
 * Declares a command once: `arguments` turns what follows the name into what `run` takes. Where it does not fit, the person is
 * told its first problem, the usage and an example, and `run` is not called.
 */
export function defineCommand<Arguments>(
  { arguments: schema, ...spec }: CommandSpec & { readonly arguments: z.ZodType<Arguments, string> },
  run: (deps: ChatDependencies, turn: Turn, given: Arguments) => Promise<void>,
): Command {
  return {
    ...spec,
    async handle(deps, turn, rest) {
      const given = schema.safeParse(rest);
      if (given.success) return run(deps, turn, given.data);
      await turn.reply(usageBlocks(spec, given.error.issues[0]?.message));
    },
  };
}

/** Whatever follows is let be: nobody is served by an error for a word too much. */
export const nothing = z.string().transform(() => null);
/** All that follows, perhaps nothing. */
export const anyText = z.string();
export const taskNumber = z
  .string()
  .regex(/^#?\d{1,9}$/, "Which task? Give its number.")
  .transform((text) => Number(text.replace("#", "")));
/** Words apart by blanks; quotes keep blanks inside a word. */
export const words = z
  .string()
  .transform((text) =>
    [...text.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? ""),
  );

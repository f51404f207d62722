import { bold, bullets, code, paragraph, type Inline } from "../../../lib/blocks.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { isAtLeast } from "../../policy/roles.ts";
import { anyText, defineCommand, nothing, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { closeOpen } from "../desk/close-open.ts";
import { leaveOpen } from "../interview/goal.ts";
import { unknownCommand, usageBlocks } from "../desk/usage.ts";
import { startBlocks } from "../view-start.ts";

/** @param all every command there is, asked for when help is wanted */
export function basicCommands(all: () => readonly CommandSpec[]): readonly Command[] {
  return [
    defineCommand(
      {
        name: "start",
        summary: "What can be done now",
        usage: "",
        examples: ["/start"],
        role: "viewer",
        arguments: nothing,
      },
      async (deps, turn) =>
        turn.reply(
          startBlocks({ sandbox: deps.sandbox, model: deps.model.about, repositories: await deps.book.list() }),
        ),
    ),
    defineCommand(
      {
        name: "help",
        summary: "All commands, or how to use one",
        usage: "[command]",
        examples: ["/help ci"],
        role: "viewer",
        arguments: anyText,
      },
      async (deps, turn, asked) => help(deps, turn, { all: all(), asked }),
    ),
    defineCommand(
      {
        name: "cancel",
        summary: "Leave the question that is open",
        usage: "",
        examples: ["/cancel"],
        role: "viewer",
        arguments: nothing,
      },
      leaveOpen,
    ),
    defineCommand(
      {
        name: "reset",
        summary: "Forget what was said in this chat",
        usage: "",
        examples: ["/reset"],
        role: "viewer",
        arguments: nothing,
      },
      async (deps, turn) => {
        const { chat, from } = turn.incoming;
        const { open } = await deps.conversations.get(chat.chatId, from.userId);
        if (open !== null) await closeOpen(deps, chat, open, "✖️ Left. Nothing was started.");
        await deps.conversations.forget(chat.chatId, from.userId);
        await turn.reply([
          paragraph("Forgotten: what was said here is no longer given to the model. Tasks and repositories stay."),
        ]);
      },
    ),
    defineCommand(
      {
        name: "health",
        summary: "What works and what does not",
        usage: "",
        examples: ["/health"],
        role: "viewer",
        arguments: nothing,
      },
      async (deps, turn) => turn.reply(await deps.health()),
    ),
  ];
}
async function help(
  deps: ChatDependencies,
  turn: Turn,
  { all, asked }: { all: readonly CommandSpec[]; asked: string },
): Promise<void> {
  const name = asked.replace(/^\//, "").toLowerCase();
  const one = all.find((command) => command.name === name || command.aliases?.includes(name) === true);
  if (one !== undefined) return turn.reply(usageBlocks(one));
  if (name !== "") return turn.reply([unknownCommand(name, all)]);
  const role = await deps.people.roleOf(turn.incoming.from.userId, turn.incoming.chat.chatId);
  const open = all.filter((command) => role !== null && isAtLeast(role, command.role));
  await turn.reply([
    paragraph(bold("Commands")),
    bullets(...open.map((command): Inline[] => [code(`/${command.name}`), ` ${command.summary}`])),
    paragraph("Anything else you write is a goal or talk. ", code("/help <command>"), " shows how to use one."),
  ]);
}

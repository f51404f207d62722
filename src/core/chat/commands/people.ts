import { z } from "zod";
import { bold, code, paragraph, type Inline } from "../../../lib/blocks.ts";
import { formatSpan, parseSpan } from "../../../lib/span.ts";
import { DAY_MS } from "../../../lib/time.ts";
import { ROLES, type Role } from "../../policy/roles.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import { defineCommand, nothing, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { usageBlocks } from "../desk/usage.ts";
import { peopleCommand, whoamiLine } from "./who-may.ts";

const INVITE: CommandSpec = {
  name: "invite",
  summary: "Make a code that lets one person in",
  usage: "[viewer | member | maintainer | owner] [time it is good for, such as 24h]",
  examples: ["/invite", "/invite maintainer 2h"],
  role: "owner",
};
const ALLOW: CommandSpec = {
  name: "allow",
  summary: "Let everyone in this group talk to me, or only those I know",
  usage: "viewer | member | nobody",
  examples: ["/allow viewer", "/allow nobody"],
  role: "maintainer",
};
const LONGEST_INVITATION_MS = 30 * DAY_MS;
const inviteArguments = z.string().transform((text, context) => {
  let [role, spanMs]: [Role, number] = ["member", DAY_MS];
  for (const word of text
    .toLowerCase()
    .split(/\s+/)
    .filter((each) => each !== "")) {
    const named = ROLES.find((each) => each === word);
    const span = parseSpan(word, "h");
    if (named !== undefined) role = named;
    else if (span !== null && span <= LONGEST_INVITATION_MS) spanMs = span;
    else {
      context.addIssue(`"${word.slice(0, 40)}" is neither a role nor a time of at most thirty days.`);
      return z.NEVER;
    }
  }
  return { role, spanMs };
});

export const peopleCommands: readonly Command[] = [
  defineCommand(
    {
      name: "whoami",
      summary: "Your number and role, and this chat's number",
      usage: "",
      examples: ["/whoami"],
      role: "viewer",
      arguments: nothing,
    },
    whoami,
  ),
  defineCommand({ ...INVITE, arguments: inviteArguments }, invite),
  peopleCommand,
  defineCommand({ ...ALLOW, arguments: z.string().transform((text) => text.trim().toLowerCase()) }, allow),
];

async function whoami(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { from, chat, chatKind } = turn.incoming;
  await turn.reply([
    paragraph(bold(from.name), ", number ", code(String(from.userId)), `, ${await whoamiLine(deps, turn)}.`),
    ...(chatKind === "private"
      ? []
      : [
          paragraph(
            "This chat is ",
            code(String(chat.chatId)),
            chat.threadId === null ? "." : `, topic ${chat.threadId}.`,
          ),
        ]),
  ]);
}
async function invite(
  deps: ChatDependencies,
  turn: Turn,
  { role, spanMs }: { role: Role; spanMs: number },
): Promise<void> {
  if (turn.incoming.chatKind !== "private")
    return turn.reply([paragraph("A code is said in a private chat only: send me ", code("/invite"), " there.")]);
  const made = await deps.people.invite(role, spanMs, turn.incoming.from);
  if (made.kind === "too-many")
    return turn.reply([paragraph(`There are ${made.most} open invitations; wait until one is used or has expired.`)]);
  const bot = deps.botName();
  await turn.reply([
    paragraph("✉️ A code for one ", bold(role), `, good once and for ${formatSpan(spanMs)}: `, code(made.code)),
    paragraph(
      "Whoever it is for sends it to me in a private chat",
      ...(bot === null
        ? []
        : ([" or opens ", code(`https://t.me/${bot}?start=${made.code.replace("-", "")}`)] satisfies Inline[])),
      ". I keep only its hash.",
    ),
  ]);
}
async function allow(deps: ChatDependencies, turn: Turn, asked: string): Promise<void> {
  const { chat, chatKind, from } = turn.incoming;
  const settings = await deps.chats.get(chat.chatId);
  if (chatKind === "private" || settings === null)
    return turn.reply(usageBlocks(ALLOW, "That is for a group: here only you and I are."));
  if (asked !== "viewer" && asked !== "member" && asked !== "nobody") return turn.reply(usageBlocks(ALLOW, "As what?"));
  const everyone = asked === "nobody" ? null : asked;
  await deps.chats.put({ ...settings, everyone });
  deps.emit({
    kind: "setting.changed",
    key: "chat.everyone",
    from: settings.everyone ?? "nobody",
    to: asked,
    by: from.userId,
    byName: from.name,
    chatId: chat.chatId,
  });
  await turn.reply([
    paragraph(
      everyone === null
        ? "In this group I answer only those I know."
        : `Everyone in this group may talk to me as a ${everyone}. /allow nobody takes that back.`,
    ),
  ]);
}

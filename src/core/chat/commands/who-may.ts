import { bold, bullets, code, paragraph, type Inline } from "../../../lib/blocks.ts";
import { roleIn } from "../../policy/roles.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import type { RoleHere } from "../../ports/people.ts";
import { defineCommand, words, type Command } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { readPeople, type PeopleWish } from "../people/read-people.ts";
import { usageBlocks } from "../desk/usage.ts";

const PEOPLE: CommandSpec = {
  name: "people",
  summary: "Who may talk to me, and as what, everywhere or in one group",
  usage: "[role <number> <role, or nobody> [here | in <chat number>] | remove <number> [here | in <chat number>]]",
  examples: ["/people", "/people role 12345 maintainer", "/people role 12345 viewer here", "/people remove 12345"],
  role: "owner",
};
export const peopleCommand: Command = defineCommand({ ...PEOPLE, arguments: words }, async (deps, turn, given) => {
  const verb = given[0]?.toLowerCase();
  if (verb === undefined) return listPeople(deps, turn);
  if (verb !== "role" && verb !== "remove")
    return turn.reply(usageBlocks(PEOPLE, `I do not know "${verb.slice(0, 40)}" here.`));
  const replied = await repliedTo(deps, turn);
  const wish = readPeople(verb, given.slice(1), {
    chatId: turn.incoming.chat.chatId,
    replied: replied?.userId ?? null,
  });
  if (typeof wish === "string") return turn.reply(usageBlocks(PEOPLE, wish));
  if (wish.kind === "everywhere") return change(deps, turn, wish);
  return changeInChat(deps, turn, { ...wish, name: await nameOf(deps, wish.userId, replied) });
});
/** Who wrote the message that is answered, as far as it came to me. */
async function repliedTo({ inbox }: ChatDependencies, { incoming }: Turn) {
  const answered = incoming.kind === "command" ? incoming.replyTo : null;
  const row = answered === null ? null : await inbox.byMessage(incoming.chat.chatId, answered);
  return row?.incoming.from ?? null;
}
async function nameOf(
  { people }: ChatDependencies,
  userId: number,
  replied: { readonly userId: number; readonly name: string } | null,
): Promise<string> {
  const known = await people.get(userId);
  return known?.name ?? (replied?.userId === userId ? replied.name : "Somebody");
}
async function change(
  deps: ChatDependencies,
  turn: Turn,
  { userId, role }: PeopleWish & { readonly kind: "everywhere" },
): Promise<void> {
  const done = await deps.people.setRole(userId, role, turn.incoming.from);
  await turn.reply([
    paragraph(
      {
        changed: role === null ? `${userId} is a stranger again, buttons included.` : `${userId} is ${role} now.`,
        same: `${userId} is that already.`,
        unknown: `I know nobody with the number ${userId}.`,
        "last-owner": "That is the last owner: make another one first. Nothing was changed.",
      }[done],
    ),
  ]);
}
async function changeInChat(
  deps: ChatDependencies,
  turn: Turn,
  { userId, chatId, role, name }: PeopleWish & { readonly kind: "in-chat"; readonly name: string },
): Promise<void> {
  const done = await deps.people.inChats.set(chatId, { userId, name }, role, turn.incoming.from);
  const where = chatId === turn.incoming.chat.chatId ? "here" : `in ${chatId}`;
  const now = (await deps.people.roleOf(userId, chatId)) ?? "nobody";
  await turn.reply([
    paragraph(
      {
        changed:
          role === null
            ? `${userId} is as usual ${where} again: ${now}.`
            : `${userId} is ${now} ${where} now, whatever else holds.`,
        same: role === null ? `Nothing was set for ${userId} ${where}.` : `${userId} is that ${where} already.`,
        owner: `${userId} is an owner, and an owner is one everywhere. Nothing was changed.`,
        "no-chat": `I know no group ${chatId}. Nothing was changed.`,
      }[done],
    ),
  ]);
}
/** In a group only what holds there is shown of other roles: its members read along. */
async function listPeople(deps: ChatDependencies, turn: Turn): Promise<void> {
  const { chat, chatKind } = turn.incoming;
  const all = await deps.people.list();
  const said = (await deps.people.inChats.list()).filter(
    ({ chatId }) => chatKind === "private" || chatId === chat.chatId,
  );
  const where = (one: RoleHere): Inline[] => [
    one.role === "nobody" ? "shut out of " : `${one.role} in `,
    ...(one.chatId === chat.chatId ? ["this group"] : [code(String(one.chatId))]),
  ];
  const others = said.filter(({ userId }) => !all.some((user) => user.userId === userId));
  await turn.reply([
    paragraph(bold("People")),
    bullets(
      ...all.map((user): Inline[] => [
        bold(user.name),
        " ",
        code(String(user.userId)),
        ` ${user.role}`,
        ...said.filter(({ userId }) => userId === user.userId).flatMap((one): Inline[] => [", ", ...where(one)]),
      ]),
      ...others.map((one): Inline[] => [bold(one.name), " ", code(String(one.userId)), " ", ...where(one)]),
    ),
    paragraph(code("/invite"), " lets somebody in; ", code("/help people"), " says how to change a role."),
  ]);
}
/** What the sender is, and why: in a group it may be the chat's own word for them, or for everyone. */
export async function whoamiLine({ people }: ChatDependencies, { incoming: { from, chat } }: Turn): Promise<string> {
  const standing = await people.inChats.standing(from.userId, chat.chatId);
  const role = roleIn(standing);
  const elsewhere = standing.own === null ? "" : `; ${standing.own} elsewhere`;
  if (role === null) return "not paired";
  if (role === standing.own && standing.here === null) return role;
  if (standing.here !== null && standing.own !== "owner") return `${role} here, which was set for you${elsewhere}`;
  return role === standing.own ? role : `${role} here, as everyone in this chat is${elsewhere}`;
}

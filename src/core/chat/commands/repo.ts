import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import type { CommandSpec } from "../../ports/commands.ts";
import type { Repository } from "../../ports/store.ts";
import { defineCommand, words } from "../desk/command.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { setRepositoryLevel } from "../settings/level-words.ts";
import { roleRefusal } from "../people/role-refusal.ts";
import { usageBlocks } from "../desk/usage.ts";

const SPEC: CommandSpec = {
  name: "repo",
  summary: "List and choose repositories; maintainers add and remove them",
  usage: "[add <path or git URL> [name] | use <name> | level <name> <1…5 | reset> | remove <name>]",
  examples: ["/repo add ~/code/shop", "/repo level shop 2"],
  role: "member",
};
export const repoCommand = defineCommand({ ...SPEC, arguments: words }, repo);

async function repo(deps: ChatDependencies, turn: Turn, [verb = "", ...given]: readonly string[]): Promise<void> {
  switch (verb) {
    case "":
    case "list":
      return turn.reply(
        repositoryBlocks(
          await deps.book.list(),
          (await deps.chats.get(turn.incoming.chat.chatId))?.repositoryId ?? null,
        ),
      );
    case "add":
      return asMaintainer(deps, turn, () => addRepository(deps, turn, given));
    case "use":
      return withRepository(deps, turn, given[0], async (repository) => {
        const { chat, chatKind, from } = turn.incoming;
        await deps.chats.put({
          chatId: chat.chatId,
          kind: chatKind,
          ownerId: from.userId,
          title: from.name,
          repositoryId: repository.id,
        });
        await turn.reply([
          paragraph("Goals in this chat now mean ", code(repository.name), " unless they name another."),
        ]);
      });
    case "level":
      return withRepository(deps, turn, given[0], (repository) =>
        setRepositoryLevel(deps, turn, { repository, value: given[1] ?? "" }),
      );
    case "remove":
      return asMaintainer(deps, turn, () => withRepository(deps, turn, given[0], (found) => remove(deps, turn, found)));
    default:
      return turn.reply(usageBlocks(SPEC, `I do not know "${verb.slice(0, 40)}" here.`));
  }
}
async function remove(deps: ChatDependencies, turn: Turn, repository: Repository): Promise<void> {
  await deps.book.remove(repository);
  await turn.reply([
    paragraph("Removed ", code(repository.name), " from my list. The repository itself was not touched."),
  ]);
}
/** A path names any folder of this machine, and what is registered every chat can read: that is not for each member to decide. */
async function asMaintainer(deps: ChatDependencies, turn: Turn, act: () => Promise<void>): Promise<void> {
  const refusal = await roleRefusal(deps, turn, "maintainer");
  if (refusal === null) return act();
  await turn.reply([
    paragraph(`Adding and removing repositories is for a maintainer; ${refusal} Nothing was changed.`),
  ]);
}
async function addRepository(deps: ChatDependencies, turn: Turn, [given, name]: readonly string[]): Promise<void> {
  if (given === undefined) return turn.reply(usageBlocks(SPEC, "Which one?"));
  deps.messenger.typing(turn.incoming.chat);
  const { repository, state, known } = await deps.book.add(
    deps.resolvePath(given),
    name?.toLowerCase() ?? null,
    turn.signal,
  );
  await turn.reply([
    paragraph(
      known ? "Known already as " : "Registered as ",
      code(repository.name),
      state.branch === null ? ", detached at " : `, branch ${state.branch} at `,
      code(state.head.slice(0, 10)),
      ".",
    ),
    ...(state.notes.length === 0 ? [] : [bullets(...state.notes)]),
    paragraph("Try ", code(`/ci ${repository.name}`), "."),
  ]);
}
async function withRepository(
  deps: ChatDependencies,
  turn: Turn,
  name: string | undefined,
  act: (repository: Repository) => Promise<void>,
): Promise<void> {
  const repository = name === undefined ? null : await deps.book.find(name);
  if (repository !== null) return act(repository);
  const names = (await deps.book.list()).map((known) => known.name).join(", ");
  await turn.reply([
    paragraph(
      name === undefined ? "Which repository?" : `There is no repository "${name.slice(0, 60)}".`,
      names === "" ? " None is registered." : ` Registered: ${names}.`,
    ),
  ]);
}
function repositoryBlocks(all: readonly Repository[], chosen: number | null): Block[] {
  if (all.length === 0)
    return [paragraph("No repository is registered. ", code("/repo add <path or git URL>"), " registers one.")];
  return [
    paragraph(bold("Repositories")),
    bullets(
      ...all.map((repository): Inline[] => [
        code(repository.name),
        ` ${repository.source}`,
        repository.level === null ? "" : `, autonomy level ${repository.level} at most`,
        repository.id === chosen ? " (this chat's)" : "",
      ]),
    ),
  ];
}

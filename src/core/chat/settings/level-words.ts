import { bold, bullets, code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { LEVEL_WORDS, LEVELS, type Level, readLevel } from "../../policy/levels.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import type { Repository } from "../../ports/store.ts";
import { roleRefusal } from "../people/role-refusal.ts";

/** `/set chat.level`: who may is known already. */
export async function setChatLevel(deps: ChatDependencies, turn: Turn, value: string): Promise<void> {
  const { chat, from } = turn.incoming;
  const wished = wish(value);
  if (wished === "unknown") return turn.reply(levelUsage("/set chat.level", await deps.chatLevels.of(chat.chatId)));
  await deps.chatLevels.setChat(chat.chatId, wished, from);
  await turn.reply(changed("Work asked for in this chat", wished));
}
/** `/repo level NAME N`: for those who change settings. */
export async function setRepositoryLevel(
  deps: ChatDependencies,
  turn: Turn,
  { repository, value }: { readonly repository: Repository; readonly value: string },
): Promise<void> {
  const wished = wish(value);
  if (wished === "unknown") return turn.reply(levelUsage(`/repo level ${repository.name}`, repository.level));
  const refusal = await roleRefusal(deps, turn, "maintainer");
  if (refusal !== null) return turn.reply([paragraph(`That is for a maintainer; ${refusal} Nothing was changed.`)]);
  await deps.chatLevels.setRepository(repository, wished, turn.incoming.from);
  await turn.reply(changed(`Work on ${repository.name}`, wished));
}
function wish(value: string): Level | null | "unknown" {
  return value === "reset" ? null : (readLevel(value) ?? "unknown");
}
function changed(what: string, level: Level | null): Block[] {
  if (level === null) return [paragraph(`🎚 ${what} goes as far as the settings, its spark and the rest allow.`)];
  return [
    paragraph(
      "🎚 ",
      what,
      " goes to level ",
      bold(`${level}, ${LEVEL_WORDS[level].name}`),
      ` at most: it ${LEVEL_WORDS[level].says}.`,
    ),
    paragraph(
      "The lowest of all that are set counts, from the next step of a running task on. ",
      code("/why <task>"),
      " says which.",
    ),
  ];
}
function levelUsage(command: string, now: Level | null): Block[] {
  return [
    paragraph(
      now === null ? "No level is set here." : `It is ${now}.`,
      " Usage: ",
      code(`${command} 1…5`),
      " or ",
      code(`${command} reset`),
      ".",
    ),
    bullets(
      ...LEVELS.map((level): Inline[] => [bold(`${level} ${LEVEL_WORDS[level].name}`), `: ${LEVEL_WORDS[level].says}`]),
    ),
  ];
}

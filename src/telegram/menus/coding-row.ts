import type { CodingChoice, CodingChoices } from "../../core/chat/settings/coding-choices.ts";
import { CODING_CLI_TITLES, type CodingCliAbout } from "../../core/ports/coding-clis.ts";
import type { MenuContext } from "./menu-context.ts";

/** The label of the coding CLI's row in the settings. */
export async function codingLabel(coding: CodingChoices, { place }: MenuContext): Promise<string> {
  return `🛠 Coding CLI: ${wordsOf(await coding.of(place.chatId))}`;
}
/** The next of: as the settings say, each that works, none. */
export async function chooseNextCoding(coding: CodingChoices, context: MenuContext): Promise<void> {
  if (!(await context.may("member"))) return;
  const { chatId } = context.place;
  const working = coding.list().filter(({ problem }) => problem === null);
  if (working.length === 0) {
    const text = "None works now. Say /cli to see why, and what helps.";
    await context.answerCallbackQuery({ text, show_alert: true });
    return;
  }
  await coding.use(chatId, nextOf(working, await coding.of(chatId)), context.who);
  await context.answerCallbackQuery({ text: `Coding CLI: ${wordsOf(await coding.of(chatId))}` });
  context.menu.update();
}
function nextOf(working: readonly CodingCliAbout[], { chosen }: CodingChoice) {
  const all = [null, ...working.map(({ name }) => name), "off"] as const;
  const at = all.findIndex((each) => each === chosen);
  return all[(at + 1) % all.length] ?? null;
}
function wordsOf({ chosen, used }: CodingChoice): string {
  if (chosen === "off") return "off";
  if (used === null) return "none";
  return chosen === null ? `${CODING_CLI_TITLES[used.name]}, as set for all` : CODING_CLI_TITLES[used.name];
}

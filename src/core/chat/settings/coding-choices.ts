import type { Emit } from "../../events.ts";
import type { Person } from "../../incoming.ts";
import type { CodingCliAbout, CodingCliName, CodingClis, CodingWish } from "../../ports/coding-clis.ts";
import type { ChatStore } from "../../ports/store.ts";
import { usableClis } from "../../tools/coding-cli.ts";

/** Which coding CLI the tasks of a chat hand work to. */
export interface CodingChoices {
  /** Those the settings switch on. */
  list(): readonly CodingCliAbout[];
  modelProblem(name: CodingCliName, model: string): string | null;
  of(chatId: number): Promise<CodingChoice>;
  /** Null: back to what the settings say. Kept with the chat; holds for tasks that are planned from now on. */
  use(chatId: number, choice: CodingCliName | "off" | null, by: Person): Promise<void>;
  /** Null: back to the usual one. Kept for this CLI alone. */
  chooseModel(
    chatId: number,
    choice: { readonly cli: CodingCliName; readonly model: string | null },
    by: Person,
  ): Promise<void>;
}
export type CodingChoice = {
  /** What somebody chose here; null: nobody did. */
  readonly chosen: CodingCliName | "off" | null;
  /** What a task would use first; null: none is switched on, none works, or none is wanted. */
  readonly used: CodingCliAbout | null;
  readonly models: Readonly<Partial<Record<CodingCliName, string>>>;
};
export function createCodingChoices(deps: {
  readonly clis: Pick<CodingClis, "list" | "modelProblem">;
  readonly chats: ChatStore;
  readonly emit: Emit;
}): CodingChoices {
  const { clis, chats } = deps;
  async function keep(chatId: number, change: (wish: CodingWish) => CodingWish): Promise<void> {
    const settings = await chats.get(chatId);
    if (settings !== null) await chats.put({ ...settings, coding: change(settings.coding ?? {}) });
  }
  async function of(chatId: number): Promise<CodingChoice> {
    const { use, models = {} } = (await chats.get(chatId))?.coding ?? {};
    const [used = null] = usableClis(clis.list(), use);
    return { chosen: use ?? null, used, models };
  }
  function tell(
    key: string,
    change: { from: string; to: string },
    { by, chatId }: { by: Person; chatId: number },
  ): void {
    if (change.from === change.to) return;
    deps.emit({ kind: "setting.changed", key, ...change, by: by.userId, byName: by.name, chatId });
  }
  return {
    list: () => clis.list(),
    modelProblem: (name, model) => clis.modelProblem(name, model),
    of,
    async use(chatId, choice, by) {
      const { chosen } = await of(chatId);
      await keep(chatId, ({ models }) => ({
        ...(models === undefined ? {} : { models }),
        ...(choice === null ? {} : { use: choice }),
      }));
      tell("chat.cli", { from: chosen ?? USUAL, to: choice ?? USUAL }, { by, chatId });
    },
    async chooseModel(chatId, { cli, model }, by) {
      const { models } = await of(chatId);
      const { [cli]: before = USUAL, ...others } = models;
      await keep(chatId, (wish) => ({ ...wish, models: model === null ? others : { ...others, [cli]: model } }));
      tell(`chat.cli_model.${cli}`, { from: before, to: model ?? USUAL }, { by, chatId });
    },
  };
}
const USUAL = "as the settings say";

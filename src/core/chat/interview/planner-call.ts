import { isFault } from "../../fault.ts";
import type { ChatRef } from "../../incoming.ts";
import type { PlanningContext } from "../../planning/prompt.ts";
import { checksOf, type Survey } from "../../tasks/survey.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { capabilitiesWithoutModel } from "../settings/view-model.ts";

/** The model chosen for this chat, if one was. */
export async function modelOf({ chats }: ChatDependencies, { chatId }: ChatRef): Promise<{ model?: string }> {
  const model = (await chats.get(chatId))?.model ?? null;
  return model === null ? {} : { model };
}
/** Runs what needs a model; without one that can serve it, says what can be done instead, and gives null. */
export async function withoutModelAnswer<Answer>(
  deps: ChatDependencies,
  turn: Turn,
  ask: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    if (!isFault(error, "model.none") && !isFault(error, "model.not-recorded")) throw error;
    await turn.reply(capabilitiesWithoutModel(deps.model.about, await deps.book.list()));
    return null;
  }
}
export function contextOf(survey: Survey | null): PlanningContext["repository"] {
  return survey === null
    ? null
    : {
        name: survey.repository.name,
        detection: survey.detection,
        checks: checksOf(survey.pipeline),
        paths: survey.tree.paths,
      };
}

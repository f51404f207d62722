import { paragraph } from "../../../lib/blocks.ts";
import { want } from "../commands/plan.ts";
import { GONE, inPlaceOf, type PressHandler } from "../desk/press.ts";
import { wordsOfRow } from "../desk/words.ts";
import { steeringKey } from "../tasks/task-messages.ts";

/** Under words that were passed on to a task: they were meant as a goal. What the task has taken up of them it keeps. */
export const pressSteerButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const said = await wordsOfRow(deps, data.id);
  if (said?.incoming.chat.chatId !== chat.chatId || said.incoming.from.userId !== from.userId) return toast(GONE);
  const withdrawn = await deps.steering.withdraw(data.id);
  await toast("");
  await deps.messenger.put({
    key: steeringKey(data.id),
    chat: said.incoming.chat,
    anchor: "📨 Passed on",
    silent: true,
    blocks: [
      paragraph(
        withdrawn
          ? "🎯 Taken as a new goal; the task does not hear of it."
          : "🎯 Taken as a new goal. The task had heard it already.",
      ),
    ],
  });
  await want(deps, inPlaceOf(turn, data.id), { goal: said.text });
};

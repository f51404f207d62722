import { paragraph } from "../../../lib/blocks.ts";
import { want } from "../commands/plan.ts";
import { GONE, inPlaceOf, type PressHandler } from "../desk/press.ts";

/** Under "did you mean that spark": yes, or the word belongs to the goal. */
export const pressDispatchButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const asked = (await deps.inbox.get(data.id))?.incoming;
  if (asked?.kind !== "command" || asked.chat.chatId !== chat.chatId || asked.from.userId !== from.userId)
    return toast(GONE);
  if ((await deps.tasks.byOrigin(`update:${data.id}`)) !== null) return toast("That is done already.");
  const spark = deps.sparks[Number(/^spark-(\d+)$/.exec(data.action)?.[1] ?? -1)]?.name;
  await toast("");
  const goal = spark === undefined ? asked.rest : asked.rest.replace(/^\S+\s+/, "");
  await deps.messenger.put({
    key: `update:${data.id}:reply`,
    chat: asked.chat,
    anchor: "🚀 Dispatched",
    blocks: [paragraph(spark === undefined ? "🚀 The usual spark does it." : `🚀 ${spark} does it.`)],
  });
  await want(deps, inPlaceOf(turn, data.id), { goal, atOnce: true, ...(spark === undefined ? {} : { spark }) });
};

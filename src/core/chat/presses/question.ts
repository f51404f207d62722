import { answerInterview, optionOf, wishSchema } from "../../planning/interview.ts";
import { chooseRepository, follow } from "../interview/goal.ts";
import { notOpen, type PressHandler } from "../desk/press.ts";

export const pressQuestionButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  const interview = open?.kind === "interview" && open.interview.inboxId === data.id ? open.interview : null;
  const option =
    interview === null || data.version === null
      ? null
      : optionOf(interview, data.version, Number(data.action.slice(1)));
  if (interview === null || option === null) return toast(await notOpen(deps, turn, data.id));
  await toast(option);
  await follow(deps, turn, answerInterview(interview, option, deps.clock.now()));
};

export const pressRepositoryButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const { open } = await deps.conversations.get(chat.chatId, from.userId);
  const repository = data.version === null ? null : await deps.book.get(data.version);
  if (open?.kind !== "choosing-repository" || open.inboxId !== data.id || repository === null)
    return toast(await notOpen(deps, turn, data.id));
  await toast(repository.name);
  await chooseRepository(deps, turn, wishSchema.parse(open), repository);
};

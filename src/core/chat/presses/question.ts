import { optionOf, wishSchema } from "../../planning/interview.ts";
import { answerQuestions, chooseRepository } from "../interview/goal.ts";
import { notOpen, type PressHandler } from "../desk/press.ts";

export const pressQuestionButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const { open, heard } = await deps.conversations.get(chat.chatId, from.userId);
  if (heard === turn.row.id) return toast("");
  if (open?.kind !== "interview" || open.interview.inboxId !== data.id || data.version === null)
    return toast(await notOpen(deps, turn, data.id));
  const option = optionOf(open.interview, data.version, Number(data.action.slice(1)));
  if (option === null) return toast(await notOpen(deps, turn, data.id));
  await toast(option);
  await answerQuestions(deps, turn, open, { text: option });
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

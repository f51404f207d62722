import { CHOICES, type BriefInput, type BriefStep } from "../../planning/brief.ts";
import { answerBrief, openBrief } from "../interview/brief.ts";
import type { ButtonData } from "../desk/button-data.ts";
import { keepOpen } from "../interview/expiry.ts";
import { wordsOfRow } from "../desk/words.ts";
import { GONE, notOpen, type PressHandler } from "../desk/press.ts";

/** A button of the interview; one of an earlier state does nothing. */
export const pressBriefButton: PressHandler = async (deps, { turn, data, toast }) => {
  const { chat, from } = turn.incoming;
  const { open, heard } = await deps.conversations.get(chat.chatId, from.userId);
  if (heard === turn.row.id) return toast("");
  const input = inputOf(data);
  if (open?.kind !== "brief" || open.brief.rowId !== data.id || input === null)
    return toast(await notOpen(deps, turn, data.id));
  const tell = ({ kind }: BriefStep) =>
    toast(kind === "stale" ? "That is changed already; see the message as it is now." : "");
  await answerBrief(deps, turn, { open, input, tell });
};
function inputOf({ action, version }: ButtonData): BriefInput | null {
  if (version === null) return null;
  const [, name, digit] = /^([a-z]+)-(\d)$/.exec(action) ?? [];
  const field = (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).find((each) => each === name);
  if (field !== undefined) return { kind: "choose", field, option: Number(digit), version };
  const to = (["next", "none", "back", "confirm", "edit", "cancel"] as const).find((each) => each === action);
  return to === undefined ? null : { kind: "go", to, version };
}
/** Under a reminder: keep it open. Under an expired interview: begin again with what was said. */
export const pressReopenButton: PressHandler = async (deps, { turn, data, toast }) => {
  if (data.action === "keep") return toast((await keepOpen(deps, turn, data.id)) ? "It stays open." : GONE);
  const row = await deps.inbox.get(data.id);
  const { chat, from } = turn.incoming;
  if (row?.incoming.chat.chatId !== chat.chatId || row.incoming.from.userId !== from.userId) return toast(GONE);
  const words = await wordsOfRow(deps, data.id);
  const said = row.incoming.kind === "command" ? row.incoming.rest : (words?.text ?? "");
  await toast("");
  await openBrief(deps, turn, said);
};

import { bold, code, paragraph, type Block } from "../../../lib/blocks.ts";
import { formatSpan } from "../../../lib/span.ts";
import { rowLine } from "../../activity/view.ts";
import { readDispatch } from "../../personas/read-dispatch.ts";
import type { Task } from "../../tasks/task.ts";
import { ruleLine } from "./alert-rules.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";
import type { Turn } from "../desk/desk.ts";
import { saidIn } from "../desk/words.ts";

/** The rule behind a message that is no task's: an alert's own, that of questions that expire, or what it answers. */
export async function whyMessage(deps: ChatDependencies, turn: Turn, key: string): Promise<readonly Block[]> {
  const [, ruleId, alertRow] = /^alert:(\d+):(\d+)/.exec(key) ?? [];
  if (ruleId !== undefined) return whyAlert(deps, turn, { ruleId: Number(ruleId), rowId: Number(alertRow) });
  if (/^open:.*:(reminder|expired)$/.test(key))
    return [
      paragraph(
        `An open question ends when nobody answers it for ${formatSpan(deps.questionExpiryMs())}, and is reminded of before: the knob `,
        code("planning.expiry_minutes"),
        ". Nothing is started by it.",
      ),
    ];
  const rowId = /^(?:update|watch|menu:[a-z]+|brief|voice):(\d+)/.exec(key)?.[1];
  const row = rowId === undefined ? null : await deps.inbox.get(Number(rowId));
  if (row === null) return [paragraph("That message is ", code(key), "; no rule stands behind it.")];
  const { incoming } = row;
  const role = await deps.people.roleOf(incoming.from.userId, incoming.chat.chatId);
  return [
    paragraph(
      "It answers ",
      bold(incoming.from.name),
      ": ",
      code((saidIn(incoming) || incoming.kind).slice(0, 200).toWellFormed()),
      ".",
    ),
    paragraph(
      role === null
        ? `${incoming.from.name} may not talk to me any more. `
        : `${incoming.from.name} is ${role === "owner" ? "an" : "a"} ${role} here. `,
      "A refusal in it names the role or the bound that decided; nothing else was behind it.",
    ),
  ];
}
async function whyAlert(
  deps: ChatDependencies,
  turn: Turn,
  { ruleId, rowId }: { readonly ruleId: number; readonly rowId: number },
): Promise<readonly Block[]> {
  const rule = (await deps.rules.of(turn.incoming.chat.chatId)).find(({ id }) => id === ruleId);
  const [row] = await deps.activity.read({ after: rowId - 1, limit: 1 });
  return [
    rule === undefined
      ? paragraph(`Rule ${ruleId} of alerts told it; this chat does not have it any more, or another chat made it.`)
      : paragraph("A rule of this chat told it: ", ...ruleLine(rule), "."),
    ...(row?.id === rowId ? [paragraph("It matched row ", code(String(rowId)), ": ", ...rowLine(row))] : []),
  ];
}
/** Why this spark has the task. */
export async function whySpark(
  { inbox, sparks }: Pick<ChatDependencies, "inbox" | "sparks">,
  { origin, spark }: Task,
): Promise<string> {
  const rowId = /^update:(\d+)$/.exec(origin)?.[1];
  const asked = rowId === undefined ? undefined : (await inbox.get(Number(rowId)))?.incoming;
  const isNamed = asked?.kind === "command" && readDispatch(asked.rest, sparks).spark === spark;
  return isNamed ? `it was named in /${asked.name}` : "nobody named another, and it is the usual one";
}

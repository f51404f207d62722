import { bold, bullets, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { findRows, MOST_LOOKED, readSought } from "../../activity/filter.ts";
import { rowLine } from "../../activity/view.ts";
import type { ActivityFilter } from "../../ports/activity.ts";
import type { Button } from "../../ports/messenger.ts";
import { writeButtonData } from "../desk/button-data.ts";
import type { ChatDependencies } from "../desk/dependencies.ts";

const PAGE = 10;
export type SearchPage = {
  readonly rowId: number;
  readonly chatId: number;
  /** What followed the command. */
  readonly asked: string;
  /** Rows before this one; null: the newest. */
  readonly before: number | null;
};
/** A page of what was found, with the buttons that turn it; the question is kept with its message, so that pages turn after a restart. */
export async function searchPage(
  { activity }: Pick<ChatDependencies, "activity">,
  { rowId, chatId, asked, before }: SearchPage,
): Promise<{ blocks: Block[]; keyboard: readonly (readonly Button[])[] }> {
  const everywhere = /^all:\s*/i.test(asked);
  const words = asked.replace(/^all:\s*/i, "");
  const filter = { notSaying: "/search", ...(everywhere ? {} : { chatId }) };
  const { shown, older, total } = await pageOf(activity, words, { ...filter, before });
  const sought = bold(words.slice(0, 100));
  const button = (text: string, action: string, version: number): Button => ({
    text,
    data: writeButtonData({ kind: "search", id: rowId, action, version }),
  });
  const buttons = [
    ...(before === null ? [] : [button("« Newest", "newest", 0)]),
    ...(older === null ? [] : [button("Older »", "older", older)]),
  ];
  return {
    blocks:
      shown.length === 0
        ? [paragraph(...nothing(sought, { isOlder: before !== null, goesOn: older !== null, everywhere }))]
        : [
            paragraph(
              total === null ? "🔎 With " : `🔎 ${total} with `,
              sought,
              before === null ? ", newest first" : ", older ones",
            ),
            bullets(...shown.map((row) => rowLine(row))),
          ],
    keyboard: buttons.length === 0 ? [] : [buttons],
  };
}
function nothing(
  sought: Inline,
  {
    isOlder,
    goesOn,
    everywhere,
  }: { readonly isOlder: boolean; readonly goesOn: boolean; readonly everywhere: boolean },
): Inline[] {
  if (goesOn) return [`Nothing with `, sought, ` among ${MOST_LOOKED} entries; the button looks through older ones.`];
  return [`Nothing ${isOlder ? "older " : ""}that happened ${everywhere ? "" : "here "}holds `, sought, "."];
}
/** How many there are in all is known of words alone. */
async function pageOf(
  activity: ChatDependencies["activity"],
  asked: string,
  { before, ...filter }: ActivityFilter & { readonly before: number | null },
) {
  const sought = readSought(asked);
  if (sought.matches !== null) {
    const { rows, older } = await findRows(activity, sought, { ...filter, before, limit: PAGE });
    return { shown: rows, older, total: null };
  }
  const { rows, total } = await activity.search(asked, {
    ...filter,
    limit: PAGE + 1,
    ...(before === null ? {} : { before }),
  });
  const shown = rows.slice(0, PAGE);
  return { shown, older: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null, total };
}

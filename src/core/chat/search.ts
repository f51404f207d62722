import { bold, bullets, paragraph, type Block } from "../../lib/blocks.ts";
import { rowLine } from "../activity/view.ts";
import type { Button } from "../ports/messenger.ts";
import { writeButtonData } from "./button-data.ts";
import type { ChatDependencies } from "./dependencies.ts";

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
  const { rows, total } = await activity.search(words, {
    limit: PAGE + 1,
    ...(before === null ? {} : { before }),
    ...(everywhere ? {} : { chatId }),
  });
  const shown = rows.slice(0, PAGE);
  const older = rows.length > PAGE ? shown.at(-1) : undefined;
  const button = (text: string, action: string, version: number): Button => ({
    text,
    data: writeButtonData({ kind: "search", id: rowId, action, version }),
  });
  const buttons = [
    ...(before === null ? [] : [button("« Newest", "newest", 0)]),
    ...(older === undefined ? [] : [button("Older »", "older", older.id)]),
  ];
  return {
    blocks:
      total === 0
        ? [paragraph(`Nothing that happened ${everywhere ? "" : "here "}holds `, bold(words.slice(0, 100)), ".")]
        : [
            paragraph(
              `🔎 ${total} with `,
              bold(words.slice(0, 100)),
              before === null ? ", newest first" : ", older ones",
            ),
            bullets(...shown.map((row) => rowLine(row))),
          ],
    keyboard: buttons.length === 0 ? [] : [buttons],
  };
}

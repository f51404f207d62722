import type { ActivityFilter, ActivityLog, ActivityRow } from "../ports/activity.ts";

const PAGE = 1000;
const MOST_ROWS = 20_000;
/** All rows asked for, in order; the newest 20,000 when there are more. */
export async function readRows(
  activity: Pick<ActivityLog, "read">,
  filter: ActivityFilter,
): Promise<readonly ActivityRow[]> {
  let rows: readonly ActivityRow[] = [];
  for (;;) {
    const [oldest] = rows;
    const page = await activity.read({
      ...filter,
      limit: PAGE,
      ...(oldest === undefined ? {} : { before: oldest.id }),
    });
    rows = [...page, ...rows];
    if (page.length < PAGE || rows.length >= MOST_ROWS) return rows;
  }
}

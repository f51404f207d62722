import { code, paragraph, type Block, type Inline } from "../../../lib/blocks.ts";
import { counted } from "../../../lib/counted.ts";
import { bytes } from "../../../lib/measure.ts";
import { visible } from "../../../lib/visible.ts";
import type { NetworkUse } from "../../tasks/network-use.ts";

const MOST_HOSTS = 6;
/** What a task reached, and what it was kept from; nothing to tell where there was neither. */
export function networkBlocks(uses: readonly NetworkUse[] = []): Block[] {
  const reached = uses.filter(({ requests }) => requests > 0);
  const refused = uses.filter((use) => use.refused > 0);
  const parts = [
    ...named(reached, ({ requests, bytes: sum }) => [` (${counted(requests, "request")}, `, bytes(sum), ")"]),
    ...(refused.length === 0 ? [] : [[reached.length === 0 ? "refused: " : ", refused: "]]),
    ...named(refused, () => []),
  ];
  return parts.length === 0 ? [] : [paragraph("🌐 Network: ", ...parts.flat())];
}
function named(uses: readonly NetworkUse[], more: (use: NetworkUse) => readonly Inline[]): Inline[][] {
  const shown = uses
    .slice(0, MOST_HOSTS)
    .map((use, at): Inline[] => [at === 0 ? "" : ", ", code(addressOf(use)), ...more(use)]);
  return uses.length > MOST_HOSTS ? [...shown, [` and ${uses.length - MOST_HOSTS} more`]] : shown;
}
/** A program chooses what it asks for: the name may be anything. */
function addressOf({ host, port }: NetworkUse): string {
  const name = visible(host.slice(0, 100));
  return port === 443 ? name : `${name}:${port}`;
}

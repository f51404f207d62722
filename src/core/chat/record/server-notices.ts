import { bold, code, paragraph, type Block } from "../../../lib/blocks.ts";
import type { Instant } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { McpServer, McpState } from "../../ports/mcp.ts";
import type { Messenger } from "../../ports/messenger.ts";
import { complaintBlocks } from "../view-servers.ts";
import type { People } from "../people/people.ts";

/** Tells the owner once that a server is gone, and says under the same message that it is back. */
export function createServerNotices({
  messenger,
  people,
  emit,
}: {
  readonly messenger: Messenger;
  readonly people: Pick<People, "ownerChat">;
  readonly emit: Emit;
}): (server: McpServer) => Promise<void> {
  const known = new Set<string>();
  const lost = new Map<string, { readonly since: Instant; readonly told: boolean }>();
  return async ({ name, state }) => {
    const before = lost.get(name);
    if (state.kind === "unreachable") {
      // The first failure may be a restart; what fails again as well is told.
      lost.set(name, { since: state.since, told: before !== undefined });
      if (before === undefined) emit({ kind: "mcp.server", server: name, state: "lost", why: state.why });
      else if (!before.told) await put(name, state.since, lostBlocks(name, state));
    }
    if (state.kind === "connected" && (before !== undefined || !known.has(name))) {
      known.add(name);
      lost.delete(name);
      emit({ kind: "mcp.server", server: name, state: "connected", why: "" });
      if (before?.told === true) await put(name, before.since, [paragraph(bold(`🧩 ${name} is reachable again.`))]);
    }
  };
  async function put(name: string, since: Instant, blocks: readonly Block[]): Promise<void> {
    const place = await people.ownerChat();
    if (place === null) return;
    const chat = { chatId: place.chatId, threadId: null };
    const anchor = `🧩 About the server ${name}`;
    await messenger.put({ key: `mcp:${name}:lost:${since}`, chat, anchor, blocks, silent: true });
  }
}
function lostBlocks(name: string, state: McpState & { readonly kind: "unreachable" }): Block[] {
  return [
    paragraph(bold(`🧩 The server ${name} is not reachable`), `: ${state.why}.`),
    ...complaintBlocks(state),
    paragraph(
      "It is tried again by itself, and tasks go on without its tools. ",
      code("/mcp"),
      " shows how it stands.",
    ),
  ];
}

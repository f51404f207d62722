import { paragraph } from "../../../lib/blocks.ts";
import { defineCommand, nothing } from "../desk/command.ts";
import { serverBlocks } from "../view-servers.ts";

export const mcpCommand = defineCommand(
  {
    name: "mcp",
    summary: "Servers of tools: their state, and which tools the owner approved",
    usage: "",
    examples: ["/mcp"],
    role: "viewer",
    arguments: nothing,
  },
  async ({ mcp }, turn) => {
    const pins = mcp.pins.list();
    const waiting = pins.filter(({ state }) => state.kind === "asked").length;
    await turn.reply([
      ...serverBlocks(mcp.servers.list(), pins),
      ...(waiting === 0
        ? []
        : [
            paragraph(
              `${waiting} of them ${waiting === 1 ? "waits" : "wait"} for the owner, who has been asked in their own chat.`,
            ),
          ]),
    ]);
    // Whoever became the owner after they were asked has not seen them.
    await mcp.pins.remind();
  },
);

import type { PressHandler } from "../desk/press.ts";

const SAID = {
  decided: { approve: "Approved: it can be used from the next task on.", refuse: "It is not used." },
  already: { approve: "It is approved already.", refuse: "It is refused already." },
} as const;

/** What a server's tool may be is for the owner, who answers for the machine; by their own role, not by a group's. */
export const pressPinButton: PressHandler = async ({ mcp, people }, { turn, data, toast }) => {
  const { from } = turn.incoming;
  if ((await people.get(from.userId))?.role !== "owner")
    return toast("Only the owner decides on tools of servers.", { alert: true });
  if (data.action !== "approve" && data.action !== "refuse") return toast("That button does nothing any more.");
  const done = await mcp.pins.decide(data.id, from, data.action);
  if (done === "gone")
    return toast("The server says something else of that tool by now; nothing was done.", { alert: true });
  return toast(SAID[done][data.action]);
};

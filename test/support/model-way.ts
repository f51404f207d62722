import { createConnectingFetch } from "../../src/llm/http.ts";
import { createOutgoing } from "../../src/llm/outgoing.ts";

/** The way to models' servers as the program has it: with nothing set, or through a proxy and by certificates. */
export function modelWay(options: Parameters<typeof createOutgoing>[0] = {}) {
  const outgoing = createOutgoing(options);
  return (onConnected: () => void) => createConnectingFetch(onConnected, { outgoing, sent: "all" });
}

import { Fault } from "../../core/fault.ts";

/** sockaddr_un holds 108 bytes, one of them the end. */
const MAX_SOCKET_PATH = 107;

/** @throws Fault sandbox.unavailable when no socket can be there */
export function checkSocketPath(socketPath: string): void {
  if (Buffer.byteLength(socketPath) <= MAX_SOCKET_PATH) return;
  throw new Fault("sandbox.unavailable", {
    reason: `the path of the home folder is too long for a socket: ${socketPath}`,
    fix: "set SPARKS_HOME to a shorter path",
    isCommand: false,
  });
}

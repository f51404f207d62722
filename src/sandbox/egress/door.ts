import { chmod, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { Fault } from "../../core/fault.ts";
import type { SandboxDoor } from "../../core/ports/sandbox.ts";
import { checkSocketPath } from "../docker/socket-path.ts";
import { placeProblem } from "../docker/validate-mounts.ts";

/** A door that is open: its socket's name in the run folder and the port that leads to it. */
export type OpenDoor = Programs & { readonly name: string; readonly port: number; close(): Promise<void> };
/** A folder that is shown, and the declared root that it lies below. Both are absolute and without links. */
type Programs = { readonly programs: string; readonly root: string };

const SOCKET = "door.sock";

/**
 * @param roots what programs may be below
 * @throws Fault sandbox.unavailable when the programs are elsewhere, or the socket's path is too long
 */
export async function openDoor(door: SandboxDoor, roots: readonly string[], folder: string): Promise<OpenDoor> {
  const shown = await programsAt(door.programs, roots);
  const socketPath = path.join(folder, SOCKET);
  checkSocketPath(socketPath);
  const listening = await door.listen(socketPath);
  try {
    // Commands run as another user; the private folder above keeps everybody else of this machine out.
    await chmod(socketPath, 0o666);
  } catch (error) {
    await listening[Symbol.asyncDispose]();
    throw error;
  }
  return { name: SOCKET, port: door.port, ...shown, close: async () => listening[Symbol.asyncDispose]() };
}
async function programsAt(folder: string, roots: readonly string[]): Promise<Programs> {
  const programs = await realpath(folder).catch(() => "");
  const known = await Promise.all(roots.map(async (root) => realpath(root).catch(() => root)));
  const root = known.find((each) => placeProblem(programs, [each]) === null);
  if (root !== undefined && (await stat(programs)).isDirectory()) return { programs, root };
  throw new Fault("sandbox.unavailable", {
    reason: `the programs at ${folder} cannot be shown to a sandbox`,
    fix: `put them below ${roots.join(" or ")}`,
    isCommand: false,
  });
}

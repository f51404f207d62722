import type { SandboxSpec } from "../core/ports/sandbox.ts";
import { type OpenDoor, openDoor } from "./egress/door.ts";
import { egressOf, openEgress } from "./egress/egress.ts";
import { INSIDE, type SandboxOptions } from "./options.ts";
import { makeRunFolder, type RunFolder } from "./run-folder.ts";
import type { Hello } from "./session.ts";

/** What one sandbox has of the host: its run folder, and in that the sockets of the ways that lead out of it. */
export type Ways = {
  readonly folder: RunFolder;
  readonly door: OpenDoor | undefined;
  /** The folder holds the house's own certificates beside the usual ones. */
  readonly extraCa: boolean;
  /** Where its runner finds the sockets. */
  readonly hello: Pick<Hello, "egressSocket" | "door">;
  /** Closes the ways, whatever else could not be ended, and removes the folder. Closing twice is harmless. */
  close(): Promise<void>;
};
type Wanted = Pick<SandboxSpec, "owner" | "network" | "hosts" | "door">;

/**
 * @param sessions the folder that the run folder is made in
 * @throws Fault sandbox.unavailable; nothing is left open then
 */
export async function openWays(wanted: Wanted, options: SandboxOptions, sessions: string): Promise<Ways> {
  await using stack = new AsyncDisposableStack();
  const way = egressOf(wanted);
  const extraCaFile = way === null ? undefined : options.egress.extraCaFile;
  const folder = await makeRunFolder(sessions, extraCaFile);
  stack.defer(() => folder.remove());
  const egress = way === null ? undefined : await openEgress(options.egress, way, folder.path);
  if (egress !== undefined) stack.defer(() => egress.close());
  const door = wanted.door === undefined ? undefined : await openDoor(wanted.door, options.programRoots, folder.path);
  if (door !== undefined) stack.defer(() => door.close());
  const closing = stack.move();
  return {
    folder,
    door,
    extraCa: extraCaFile !== undefined,
    hello: {
      egressSocket: egress === undefined ? null : `${INSIDE.run}/${egress.name}`,
      door: door === undefined ? null : { socket: `${INSIDE.run}/${door.name}`, port: door.port },
    },
    close: () => closing.disposeAsync(),
  };
}

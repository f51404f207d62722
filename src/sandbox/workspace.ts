import { execFile } from "node:child_process";
import { lstat, realpath } from "node:fs/promises";
import { promisify } from "node:util";
import { Fault, type Remedy } from "../core/fault.ts";
import { AGENT_ID } from "./options.ts";
import { ownPlaceProblem } from "./docker/validate-mounts.ts";

/** `root` is the declared root that `path` stands in. Both are absolute and without links. */
export type Workspace = { readonly path: string; readonly root: string; readonly uid: number; readonly gid: number };

/**
 * Finds where the workspace really is, which must be directly in one of the roots, and whose it is, and gives it to `AGENT_ID` when it is root's: nothing in a sandbox runs as 0.
 * Only entries of root are given away, links themselves and not what they point to.
 * @throws Fault sandbox.unavailable
 */
export async function prepareWorkspace(folder: string, roots: readonly string[]): Promise<Workspace> {
  const path = await realpath(folder);
  const root = (await Promise.all(roots.map(async (one) => realpath(one).catch(() => one)))).find(
    (one) => ownPlaceProblem(path, [one]) === null,
  );
  if (root === undefined)
    throw unavailable(
      `the workspace ${path} does not stand directly in ${roots.join(" or ")}`,
      advice(`give a folder of ${roots[0]}`),
    );
  const stat = await lstat(path);
  if (!stat.isDirectory()) throw unavailable(`the workspace ${path} is not a folder`, advice("give a folder"));
  const self = process.getuid?.() ?? 0;
  const uid = stat.uid === 0 ? AGENT_ID : stat.uid;
  const gid = stat.uid === 0 || stat.gid === 0 ? AGENT_ID : stat.gid;
  if (self === 0) await promisify(execFile)("chown", ["-R", "-h", "--from=0", `${uid}:${gid}`, "--", path]);
  else if (stat.uid !== self)
    throw unavailable(`the workspace ${path} belongs to user ${stat.uid}`, {
      fix: `sudo chown -R ${self} ${path}`,
      isCommand: true,
    });
  return { path, root, uid, gid };
}
function advice(fix: string): Remedy {
  return { fix, isCommand: false };
}
function unavailable(reason: string, remedy: Remedy): Fault {
  return new Fault("sandbox.unavailable", { reason, ...remedy });
}

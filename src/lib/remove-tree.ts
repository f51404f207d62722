import { spawn } from "node:child_process";
import { lstat } from "node:fs/promises";

/** Of the complaints, which can be one for each file. */
const MOST_COMPLAINT = 500;

/**
 * Removes a folder and all in it, also one that nobody may write to, and at any depth: the system's own programs go down
 * name by name, where Node gives the kernel whole paths. No link is followed, and nothing there is fine.
 * @param path absolute
 * @throws Error when something stays
 */
export async function removeTree(path: string): Promise<void> {
  if ((await run("rm", "-rf", "--", path)) === null) return;
  // A link that is named itself would be followed.
  const isFolder = await lstat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) await run("chmod", "-R", "u+rwx", "--", path);
  const complaint = await run("rm", "-rf", "--", path);
  if (complaint !== null) throw new Error(`${path} cannot be removed: ${complaint}`);
}
/** @returns what it complains of; null when all was done */
function run(program: string, ...args: string[]): Promise<string | null> {
  const env = { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: "/", env, stdio: ["ignore", "ignore", "pipe"] });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (complaint.length < MOST_COMPLAINT) complaint += text;
    });
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) =>
      resolve(
        code === 0 ? null : complaint.trim().slice(0, MOST_COMPLAINT) || `${program} ended with ${code ?? signal}`,
      ),
    );
  });
}

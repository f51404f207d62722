import { execFileSync } from "node:child_process";

/** Someone without rights of their own: root may write where nobody else may. */
const NOBODY = 65_534;

/** Runs a module's text as a user who is not root, and gives back what it printed. */
export function asNobody(module: string, ...args: string[]): string {
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return execFileSync(process.execPath, ["--input-type=module", "--eval", module, ...args], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  });
}
/** To whom a folder must belong for `asNobody` to write in it. */
export function nobodysId(): number {
  return process.getuid?.() === 0 ? NOBODY : (process.getuid?.() ?? 0);
}

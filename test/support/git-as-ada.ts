import { execFileSync } from "node:child_process";

/** Runs git in a folder, with Ada as whoever commits. @returns what it says, without the last line's end */
export function gitAsAda(folder: string, ...args: string[]): string {
  const ada = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  return execFileSync("git", ["-C", folder, ...ada, ...args], { encoding: "utf8", stdio: "pipe" }).trimEnd();
}
/** Makes a repository of a folder, with all of its files in the first commit. */
export function makeAdasRepository(folder: string, message = "First"): void {
  gitAsAda(folder, "init", "--quiet", "--initial-branch=main");
  gitAsAda(folder, "add", "--all");
  gitAsAda(folder, "commit", "--quiet", "--message", message);
}

import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

/** A path as the person at this machine means it; a git URL stays as it is. */
export function resolvePath(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\/|^[\w.-]+@[\w.-]+:/i.test(text)) return text;
  if (text === "~" || text.startsWith("~/")) return join(homedir(), text.slice(1));
  return isAbsolute(text) ? resolve(text) : resolve(homedir(), text);
}

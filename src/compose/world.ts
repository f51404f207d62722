import type { Logger } from "pino";
import type { Clock } from "../lib/time.ts";
import type { Secret } from "../lib/secret.ts";
import type { Secrets } from "../secrets/secrets.ts";

/** What the program stands in; a test brings its own. */
export type World = {
  readonly version: string;
  /** The folder all data lives in; exists, and is locked by whoever composes. */
  readonly home: string;
  /** Where `samples/` and `personas/` are. */
  readonly packageFolder: string;
  readonly clock: Clock;
  readonly random: () => number;
  /** Letters and digits, never the same twice. */
  readonly newId: () => string;
  readonly log: Logger;
  /** Prints a line in the terminal the program was started from. */
  readonly announce: (line: string) => void;
  readonly secrets: Secrets;
  /** The process's environment: PATH to find toolchains by, the proxy and ssh agent for git. Never handed to a sandbox. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly discoverModels: boolean;
  /** Where the bot speaks; null for a single command without a chat. `local`: whoever reaches the page is the owner of the machine. */
  readonly chat: {
    readonly apiRoot: string;
    readonly token: Secret;
    readonly local: { readonly address: string; readonly owner: { readonly id: number; readonly name: string } } | null;
  } | null;
};
export function isLocal({ chat }: World): boolean {
  return chat !== null && chat.local !== null;
}

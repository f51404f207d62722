import type { Role } from "../policy/roles.ts";

/** A command as it is announced: menu, help and permission derive from it. */
export type CommandSpec = {
  /** `[a-z0-9_]{1,32}`, without the slash. */
  readonly name: string;
  /** One line for menu and help; at most 256 characters. */
  readonly summary: string;
  /** What follows the name: `<required> [optional]`; "" for none. */
  readonly usage: string;
  /** Each a whole line as a person types it; at least one. */
  readonly examples: readonly [string, ...string[]];
  /** The least role that may use it. */
  readonly role: Role;
  /** Other words that mean it, in no menu: `ghosts` for `sparks`. */
  readonly aliases?: readonly string[];
};

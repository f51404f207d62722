/** A command, declared once: menu, help, parser and permission derive from it. */
export type CommandSpec = {
  /** `[a-z0-9_]{1,32}`, without the slash. */
  readonly name: string;
  /** One line for menu and help; at most 256 characters. */
  readonly summary: string;
  /** What follows the name: `<required> [optional]`; "" for none. */
  readonly usage: string;
  readonly example: string;
  readonly role: "member" | "owner";
  readonly scope?: "private" | "all";
};

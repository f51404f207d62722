import type { Terminal } from "./terminal.ts";

/** What a command is run with. */
export type CliContext = { readonly terminal: Terminal; readonly json: boolean; readonly signal: AbortSignal };

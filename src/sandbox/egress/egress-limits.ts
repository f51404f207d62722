import type { Socket } from "node:net";
import type { EgressOptions } from "../options.ts";

/** What one connection or request cost. */
export type Sent = {
  readonly out: number;
  readonly in: number;
  /** Why it was cut; empty when it was not. */ readonly problem: string;
};
export type EgressLimits = {
  /**
   * Takes bytes that passed from what the session may move.
   * @param answered what this connection or request has answered so far, in bytes
   * @returns why no more may pass; empty while more may
   */
  readonly spend: (bytes: number, answered: number) => string;
  readonly idleMs: number;
  readonly openMs: number;
};

export const IDLE_MS = 120_000;
export const SPENT = "this session has fetched as much as it may";
const DEFAULT_OPEN_MS = 15 * 60_000;
const DEFAULT_MAX_BYTES = 2 * 1024 ** 3;

/** The purse of bytes of one session, which all its connections take from. */
export function createEgressLimits({ maxBytes, maxResponseBytes, openMs = DEFAULT_OPEN_MS }: EgressOptions) {
  let left = maxBytes ?? DEFAULT_MAX_BYTES;
  const spend = (bytes: number, answered: number): string => {
    left -= bytes;
    if (left < 0) return SPENT;
    return answered > (maxResponseBytes ?? answered) ? `it sent more than ${maxResponseBytes} bytes` : "";
  };
  return { spend, idleMs: IDLE_MS, openMs, spent: () => left <= 0 };
}

/** Calls `stop` when nothing came for too long, or it was open for too long; the caller clears what it returns. */
export function overTime(socket: Socket, { idleMs, openMs }: EgressLimits, stop: (reason: string) => void) {
  socket.setTimeout(idleMs, () => stop(`nothing came for ${idleMs / 1000} s`));
  return setTimeout(() => stop(`it was open for ${openMs / 60_000} min`), openMs);
}

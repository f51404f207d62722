import type { Event } from "../events.ts";

/** What a task had to do with one host. */
export type NetworkUse = {
  readonly host: string;
  readonly port: number;
  /** Connections and requests that were let out. */
  readonly requests: number;
  /** Both ways. */
  readonly bytes: number;
  /** Times it was kept from it, or could not reach it. */
  readonly refused: number;
};
type Egress = Extract<Event, { kind: "sandbox.egress" }>;

/** Names of so many hosts are kept apart; a program could make up any number. */
const MOST_HOSTS = 50;
export function addUse(uses: readonly NetworkUse[], { host, port, allowed, bytes }: Egress): readonly NetworkUse[] {
  const isSame = (use: NetworkUse) => use.host === host && use.port === port;
  const known = uses.find(isSame);
  if (known === undefined && uses.length >= MOST_HOSTS) return uses;
  const { requests, refused, ...use } = known ?? { host, port, requests: 0, bytes: 0, refused: 0 };
  const now = {
    ...use,
    bytes: use.bytes + bytes,
    requests: requests + (allowed ? 1 : 0),
    refused: refused + (allowed ? 0 : 1),
  };
  return known === undefined ? [...uses, now] : uses.map((each) => (isSame(each) ? now : each));
}

/** What tasks reach while they run. The record has each decision; this is for telling people. */
export interface NetworkLedger {
  note(event: Event): void;
  /** Goes on from what is known of a task. */
  begin(taskId: number, uses: readonly NetworkUse[]): void;
  of(taskId: number): readonly NetworkUse[];
  forget(taskId: number): void;
}
export function createNetworkLedger(): NetworkLedger {
  const tasks = new Map<number, readonly NetworkUse[]>();
  return {
    note(event) {
      if (event.kind !== "sandbox.egress") return;
      const taskId = Number(/^task-(\d+)-/u.exec(event.owner)?.[1] ?? 0);
      const uses = tasks.get(taskId);
      if (uses !== undefined) tasks.set(taskId, addUse(uses, event));
    },
    begin: (taskId, uses) => void tasks.set(taskId, uses),
    of: (taskId) => tasks.get(taskId) ?? [],
    forget: (taskId) => void tasks.delete(taskId),
  };
}

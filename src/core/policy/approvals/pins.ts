import { createTurns } from "../../../lib/turns.ts";
import type { Clock } from "../../../lib/time.ts";
import type { Emit } from "../../events.ts";
import type { McpServer } from "../../ports/mcp.ts";
import type { PinStore } from "../../ports/pins.ts";
import { hostsField, pinHash, type Pin, type PinState } from "./pin.ts";

type Seen = Pick<McpServer, "name" | "hosts" | "tools">;
type Person = { readonly userId: number; readonly name: string };
/** What of the tools of servers the owner approved, word by word. */
export interface Pins {
  /** Takes up where the tools of these servers stood, until each says what it offers now. */
  start(servers: readonly Pick<McpServer, "name" | "hosts">[]): Promise<void>;
  /** What a server offers and reaches now: what is new or different is asked about, what is not offered any more is no longer used. */
  seen(server: Seen): Promise<void>;
  /** Those that are approved and offered. */
  usable(): readonly Pin[];
  holds(pin: Pin): boolean;
  /** The owner's press, which may come many times. Who presses is the caller's to know. */
  decide(id: number, by: Person, decision: "approve" | "refuse"): Promise<"decided" | "already" | "gone">;
  /** What is offered now, with where each stands. */
  list(): readonly Pin[];
  /** Shows what waits for a decision again, to those who can decide. */
  remind(): Promise<void>;
}
export type PinDependencies = {
  readonly store: PinStore;
  readonly clock: Clock;
  readonly emit: Emit;
  /** Shows a pin as it stands, beside the one it would replace; called again with the same at any time. */
  readonly announce: (pin: Pin, before: Pin | null) => Promise<void>;
};

export function createPins({ store, clock, emit, announce }: PinDependencies): Pins {
  /** By server and tool, what is offered now as it stands in the store. */
  const offered = new Map<string, Pin>();
  // Two looks at the same server must not both ask.
  const { inTurn } = createTurns();
  async function show(pin: Pin, all?: readonly Pin[]): Promise<void> {
    await announce(pin, lastApproved(all ?? (await store.list()), pin));
  }
  /** @param known all pins as they stand, by id; kept true here, since only one look goes on at a time */
  async function take(
    { name: server, hosts }: Pick<Seen, "name" | "hosts">,
    tool: Pin["tool"],
    known: Map<number, Pin>,
  ): Promise<Pin> {
    const hash = pinHash(server, tool, hosts);
    const same = [...known.values()].find((pin) => pin.server === server && pin.hash === hash);
    const pin = same ?? (await store.ask({ server, tool, ...hostsField(hosts), hash, askedAt: clock.now() }));
    const asked = pin.state.kind === "replaced" ? await move(pin, "replaced", { kind: "asked" }) : pin;
    known.set(asked.id, asked);
    for (const other of known.values())
      if (isOther(other, pin) && other.state.kind === "asked") {
        const replaced = await move(other, "asked", { kind: "replaced", at: clock.now() });
        known.set(replaced.id, replaced);
        await show(replaced, [...known.values()]);
      }
    return asked;
  }
  async function move(pin: Pin, from: PinState["kind"], to: PinState): Promise<Pin> {
    await store.move(pin.id, from, to);
    return (await store.get(pin.id)) ?? pin;
  }
  async function look({ name, hosts, tools }: Seen): Promise<void> {
    const before = [...offered.entries()].filter(([, pin]) => pin.server === name);
    const now = new Map<string, Pin>();
    const known = new Map((await store.list()).map((pin) => [pin.id, pin]));
    for (const tool of tools) {
      const pin = await take({ name, hosts }, tool, known);
      now.set(keyOf(pin), pin);
      tellChange(before.find(([key]) => key === keyOf(pin))?.[1], pin);
    }
    for (const [key] of before) offered.delete(key);
    for (const [key, pin] of now) offered.set(key, pin);
    for (const pin of now.values()) if (pin.state.kind === "asked") await show(pin, [...known.values()]);
  }
  function tellChange(before: Pin | undefined, pin: Pin): void {
    if (before?.hash === pin.hash || pin.state.kind !== "asked") return;
    const suspended = before?.state.kind === "approved";
    emit({
      kind: "mcp.tool",
      server: pin.server,
      tool: pin.tool.name,
      what: suspended ? "suspended" : "asked",
      by: null,
    });
  }
  return {
    async start(servers) {
      for (const pin of await store.list())
        // What was approved for other hosts is not used until the server has said what it offers, and the owner was asked.
        if (pin.state.kind !== "replaced" && servers.some((server) => isFor(pin, server))) offered.set(keyOf(pin), pin);
    },
    seen: (server) => inTurn(() => look(server)),
    usable: () => [...offered.values()].filter(({ state }) => state.kind === "approved"),
    holds: (pin) => {
      const now = offered.get(keyOf(pin));
      return now?.hash === pin.hash && now.state.kind === "approved";
    },
    decide: (id, { userId, name }, decision) =>
      inTurn(async () => {
        const pin = await store.get(id);
        if (pin === null || pin.state.kind === "replaced") return "gone";
        const kind = decision === "approve" ? "approved" : "refused";
        if (pin.state.kind === kind) return "already";
        const decided = await move(pin, pin.state.kind, { kind, by: userId, byName: name, at: clock.now() });
        if (offered.get(keyOf(pin))?.id === id) offered.set(keyOf(pin), decided);
        emit({ kind: "mcp.tool", server: pin.server, tool: pin.tool.name, what: kind, by: name });
        await show(decided);
        return "decided";
      }),
    list: () => [...offered.values()],
    remind: () =>
      inTurn(async () => {
        for (const pin of offered.values()) if (pin.state.kind === "asked") await show(pin);
      }),
  };
}
function keyOf({ server, tool }: Pin): string {
  return `${server}:${tool.name}`;
}
function isFor({ server, tool, hash }: Pin, { name, hosts }: Pick<McpServer, "name" | "hosts">): boolean {
  return server === name && hash === pinHash(server, tool, hosts);
}
function isOther(one: Pin, pin: Pin): boolean {
  return keyOf(one) === keyOf(pin) && one.hash !== pin.hash;
}
/** What the owner had approved of the same tool before this one was asked. */
function lastApproved(all: readonly Pin[], pin: Pin): Pin | null {
  return all.findLast((one) => isOther(one, pin) && one.state.kind === "approved") ?? null;
}

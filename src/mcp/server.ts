import { ProtocolError, SdkError, SdkErrorCode, type Transport } from "@modelcontextprotocol/client";
import type { McpAnswer, McpServer, McpState } from "../core/ports/mcp.ts";
import type { JsonObject } from "../core/ports/model.ts";
import { type Clock, type Instant, instant, MINUTE_MS, SECOND_MS } from "../lib/time.ts";
import { lastLines } from "../lib/last-lines.ts";
import type { Redactor } from "../lib/redact.ts";
import { visible } from "../lib/visible.ts";
import { connectClient, type McpClient } from "./client.ts";
import { readOffer } from "./offered.ts";
import type { Complain } from "./line-transport.ts";
import type { McpServerOptions } from "./options.ts";
import { tellProblem } from "./problem.ts";
import { readAnswer } from "./read-answer.ts";
import { TimedOut, within } from "./within.ts";

export type ServerDependencies = {
  readonly version: string;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Makes what speaks to it; connected by whoever gets it. */
  readonly open: (
    options: McpServerOptions,
    heard: { readonly signal: AbortSignal; readonly complain: Complain },
  ) => Transport;
  /** Takes its secrets out of what it says. */
  readonly redact: Redactor;
  /** Called after each change of what `view` says. */
  readonly onChange: (server: McpServer) => void;
};
/** One server, kept connected for as long as this is open. */
export interface Server extends AsyncDisposable {
  view(): McpServer;
  start(): void;
  call(tool: string, args: JsonObject, signal: AbortSignal): Promise<McpAnswer>;
}
/** A connection that holds is asked for its tools again this often: not every server tells of changes. */
const REFRESH_MS = 10 * MINUTE_MS;
/** Of what its program complains of: enough for a message with its place in the code, or a list of reasons. */
const COMPLAINT = { characters: 4000, lines: 12 };
const ENDED = "the connection ended";
const FIRST_RETRY_MS = SECOND_MS;
const LAST_RETRY_MS = 5 * MINUTE_MS;

export function createServer(options: McpServerOptions, deps: ServerDependencies): Server {
  const { clock, onChange } = deps;
  const closing = new AbortController();
  const patience = { ms: options.timeoutMs, stop: closing.signal, clock };
  const runs = options.reach.kind !== "stdio" ? "network" : options.reach.trusted ? "host" : "sandbox";
  let server: McpServer = {
    name: options.name,
    runs,
    hosts: options.reach.kind === "stdio" ? options.reach.hosts : [],
    confirm: options.confirm,
    state: options.problem === null ? { kind: "connecting" } : { kind: "refused", why: options.problem },
    tools: [],
    ignored: [],
  };
  let client: McpClient | null = null;
  let keeping: Promise<void> = Promise.resolve();
  let complaint = "";

  function change(part: Partial<McpServer>): void {
    server = { ...server, ...part };
    onChange(server);
  }
  async function keep(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures += 1) {
      const lost = await connectOnce(() => (failures = 0));
      if (closing.signal.aborted) return;
      const waitMs = retryAfterMs(failures, deps.random());
      const last = lastLines(visible(deps.redact(complaint)), COMPLAINT.lines);
      change({ state: { ...lostState(server.state, lost, clock.now(), waitMs), complaint: last } });
      await clock.sleep(waitMs, closing.signal);
    }
  }
  /** @returns why it is over */
  async function connectOnce(onConnected: () => void): Promise<string> {
    let changed = Promise.withResolvers<void>();
    complaint = "";
    const complain = (text: string) => {
      complaint = lastOf(complaint + text);
    };
    try {
      const connected = await within(patience, async (signal) =>
        connectClient(deps.open(options, { signal: closing.signal, complain }), {
          version: deps.version,
          onToolsChanged: () => changed.resolve(),
          signal,
        }),
      );
      client = connected;
      try {
        for (;;) {
          changed = Promise.withResolvers();
          const tools = await within(patience, (signal) => connected.listTools(signal));
          onConnected();
          const since = server.state.kind === "connected" ? server.state.since : clock.now();
          change({ state: { kind: "connected", since }, ...readOffer(tools, options.allow) });
          const over = await lostOrDue(connected, changed.promise);
          if (over !== null) return over;
        }
      } finally {
        client = null;
        await connected.close();
      }
    } catch (error) {
      return tellProblem(error);
    }
  }
  /** @returns why the connection is over; null when it is time to ask for its tools again */
  async function lostOrDue({ ended }: McpClient, rung: Promise<void>): Promise<string | null> {
    const decided = new AbortController();
    try {
      const due = refreshDue(rung, AbortSignal.any([decided.signal, closing.signal]));
      return await Promise.race([ended.then((why) => why ?? ENDED), due]);
    } finally {
      decided.abort();
    }
  }
  async function refreshDue(rung: Promise<void>, stop: AbortSignal): Promise<null> {
    // A server that says all the time that they changed is not asked all the time.
    await clock.sleep(SECOND_MS, stop);
    await Promise.race([rung, clock.sleep(REFRESH_MS, stop)]);
    return null;
  }
  return {
    view: () => server,
    start() {
      if (options.problem === null) keeping = keep();
    },
    async call(tool, args, signal) {
      const at = client;
      if (at === null) return { kind: "not-reachable", why: whyNot(server.state) };
      try {
        const result = await within({ ...patience, stop: AbortSignal.any([signal, closing.signal]) }, (stop) =>
          at.callTool(tool, args, stop),
        );
        return readAnswer(result, options.maxResultBytes);
      } catch (error) {
        if (signal.aborted) return { kind: "stopped" };
        if (error instanceof TimedOut) return { kind: "timed-out", afterMs: options.timeoutMs };
        if (error instanceof ProtocolError) return refusal(error, options);
        if (error instanceof SdkError && error.code === SdkErrorCode.InvalidResult)
          return { kind: "garbled", why: tellProblem(error) };
        // Over HTTP nothing but a call shows that the server is gone.
        await at.close();
        return { kind: "not-reachable", why: (await at.ended) ?? tellProblem(error) };
      }
    },
    async [Symbol.asyncDispose]() {
      closing.abort();
      await client?.close();
      await keeping;
    },
  };
}
/** The server said no in the protocol's own way: a failure of the tool, in the server's words. */
function refusal(error: ProtocolError, { maxResultBytes }: McpServerOptions): McpAnswer {
  const content = [{ type: "text" as const, text: `error ${error.code}: ${error.message}` }];
  return readAnswer({ content, isError: true }, maxResultBytes);
}
function lostState(before: McpState, why: string, now: Instant, waitMs: number) {
  const since = before.kind === "unreachable" ? before.since : now;
  return { kind: "unreachable", since, why, retryAt: instant(now + waitMs) } as const;
}
/** Whole lines only: a secret cut in two would not be known for one. */
function lastOf(text: string): string {
  if (text.length <= COMPLAINT.characters) return text;
  const end = text.slice(-COMPLAINT.characters);
  const at = end.indexOf("\n");
  return at < 0 ? "" : end.slice(at + 1);
}
/** 1 s, 2 s, 4 s … 5 min, each up to half less, so that many do not come at once. */
function retryAfterMs(failures: number, chance: number): number {
  return Math.round(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 20)) * (1 - chance / 2));
}
function whyNot(state: McpState): string {
  return state.kind === "unreachable" || state.kind === "refused" ? state.why : "it is being connected";
}

import { createHash, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createGuestServer } from "../../lib/guest-server.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { namedElsewhere, worstOf } from "./cost.ts";
import { createLedger, type Ledger, type Spent } from "./ledger.ts";
import type { GatewayOptions } from "./options.ts";
import { sendRefusal } from "./refusal.ts";
import { type Answered, ask, type Upstream } from "./upstream.ts";
import { isBody, NOTHING_COUNTED, type Refusal } from "./wire.ts";

export type Gateway = {
  /** @throws Error of the system when nobody can listen there */
  listen(socketPath: string): Promise<AsyncDisposable>;
  /** What was spent until now, and what was refused. */
  spent(): Spent;
};
/** Of one request; a conversation with pictures is long. */
const MOST_BYTES = 32 * 1024 ** 2;
const MOST_AT_ONCE = 8;

/**
 * Stands between a coding CLI in a sandbox and its model's server: it takes one key that is good for one run, sets the worst case of each
 * request aside before it is made, counts what came of it, and adds the real key only on the way out.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const ledger = createLedger();
  return {
    spent: () => ledger.spent(),
    async listen(socketPath) {
      const open = new Set<AbortController>();
      const server = createGuestServer((request, response) => {
        const over = new AbortController();
        open.add(over);
        response.once("close", () => {
          over.abort();
          open.delete(over);
        });
        void answer(
          { request, response, signal: over.signal, busy: open.size > MOST_AT_ONCE },
          options,
          ledger,
        ).finally(() => open.delete(over));
      });
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(socketPath, resolve);
      });
      return { [Symbol.asyncDispose]: () => close(server, open) };
    },
  };
}
async function close(server: Server, open: ReadonlySet<AbortController>): Promise<void> {
  for (const over of open) over.abort();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}

type Visit = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly signal: AbortSignal;
  readonly busy: boolean;
};
async function answer(visit: Visit, options: GatewayOptions, ledger: Ledger): Promise<void> {
  const { response } = visit;
  try {
    const refusal = await serve(visit, options, ledger);
    if (refusal !== null) sendRefusal(response, refusal, options.wire);
  } catch {
    // The one who asked is gone, or its socket broke: nobody is left to be told. What was set aside stays spent.
    response.destroy();
  }
}
/** @returns why nothing was asked of the provider; null when something was */
async function serve(visit: Visit, options: GatewayOptions, ledger: Ledger): Promise<Refusal | null> {
  const { request, response, signal } = visit;
  const { wire, price, purse } = options;
  if (!isGood(request, options.runKey))
    return { status: 401, kind: "unauthorized", message: "this key is not, or no longer, good" };
  const { pathname } = new URL(request.url ?? "/", "http://gateway");
  if (request.method !== "POST" || pathname !== wire.path)
    return { status: 404, kind: "not-found", message: `only POST ${wire.path} is there` };
  if (visit.busy) return { status: 429, kind: "unavailable", message: `at most ${MOST_AT_ONCE} requests at once` };
  const text = await readBody(request);
  if (text === null) return { status: 413, kind: "too-large", message: `a request has at most ${MOST_BYTES} bytes` };
  const asked = parseJson(text);
  if (!isBody(asked)) return { status: 400, kind: "invalid", message: "the request is no JSON object" };
  const elsewhere = namedElsewhere(asked);
  if (elsewhere !== null) return { status: 400, kind: "invalid", message: elsewhere };
  const prepared = wire.prepare(asked, options);
  if (prepared.kind === "refused") return { status: 400, kind: "invalid", message: prepared.why };
  const body = JSON.stringify(prepared.body);
  const worstUsd = worstOf({ request: prepared, text: body, writeFactor: wire.writeFactorOf(body) }, price);
  const reserved = await purse.reserve(worstUsd, signal);
  if (reserved.kind === "empty") {
    ledger.refused(reserved, worstUsd);
    return {
      status: 402,
      kind: "over-budget",
      message: "insufficient funds: the budget of this run is used up",
    };
  }
  if (signal.aborted) {
    // Held until a person gave more, for somebody who is gone by now.
    await reserved.settle(0);
    return null;
  }
  const upstream: Upstream = {
    headers: headersOf(request, options),
    body,
    response,
    signal,
  };
  let answered: Answered = { counted: NOTHING_COUNTED, costUsd: null };
  try {
    answered = await ask(upstream, options);
  } finally {
    // What broke off counts whole: the provider may well charge for it.
    ledger.asked(answered.costUsd ?? worstUsd, answered.counted);
    if (answered.costUsd !== null) await reserved.settle(answered.costUsd);
  }
  return null;
}

function isGood({ headers }: IncomingMessage, runKey: string): boolean {
  const bearer = /^Bearer (.+)$/i.exec(headers.authorization ?? "")?.[1];
  const given = [headers["x-api-key"], bearer].filter((each) => typeof each === "string");
  return given.length > 0 && given.every((each) => timingSafeEqual(digest(each), digest(runKey)));
}
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
function headersOf({ headers }: IncomingMessage, { wire, key }: GatewayOptions): Record<string, string> {
  const passed = wire.passed.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(passed),
    ...(key === undefined ? {} : wire.credentials(key.reveal())),
    "content-type": "application/json",
    accept: headers.accept ?? "application/json",
  };
}
/** @returns null when it is too long: then it is read to its end without being kept, as a client that still sends may not hear an answer */
async function readBody(request: IncomingMessage): Promise<string | null> {
  // Who says so before is answered at once; Node lets go what still comes.
  if (Number(request.headers["content-length"]) > MOST_BYTES) return null;
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  });
  await once(request, "end");
  return bytes > MOST_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}

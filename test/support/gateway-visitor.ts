import { request } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { modelWay } from "./model-way.ts";
import { createRedactor } from "../../src/lib/redact.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { EmptyPurse, Purse } from "../../src/core/ports/model.ts";
import { type Answer, openCodingProvider } from "./coding-provider.ts";
import { createGateway } from "../../src/coding-clis/gateway/gateway.ts";
import type { Wire } from "../../src/coding-clis/gateway/wire.ts";

export const REAL = "sk-real-0123456789abcdef0123456789";
export const RUN = "sparks-run-of-this-test";
export const MODEL = "m-1";
export const PRICE = { input: 1, cached: 0.1, output: 10 };
export const HEADERS = { "anthropic-version": "2023-06-01", "x-other": "not for you" };

export const fetchBy = modelWay();

type Got = { readonly status: number; readonly text: string; readonly cut: boolean };
type Visitor = {
  readonly ask: (
    body: object,
    more?: { readonly key?: string; readonly path?: string; readonly method?: string },
  ) => Promise<Got>;
  /** Where it is asked. */
  readonly to: { readonly socketPath: string; readonly path: string; readonly method: string };
  readonly provider: Awaited<ReturnType<typeof openCodingProvider>>;
  readonly gateway: ReturnType<typeof createGateway>;
  readonly purse: ReturnType<typeof countingPurse>;
};
export async function withGateway(
  {
    wire,
    base,
    answers = [],
    capUsd = 100,
    held = (purse) => purse,
  }: {
    wire: Wire;
    base: string;
    answers?: readonly Answer[];
    capUsd?: number;
    /** The purse as the gateway finds it. */
    held?: (purse: Purse) => Purse;
  },
  use: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sparks-gateway-"));
  const purse = countingPurse(capUsd);
  await using provider = await openCodingProvider({
    key: REAL,
    model: MODEL,
    answer: (_, at) => answers[at] ?? { kind: "say", text: "Hello." },
  });
  const gateway = createGateway({
    wire,
    baseUrl: `${provider.origin}${base}`,
    key: new Secret(REAL),
    runKey: RUN,
    model: MODEL,
    maxOutputTokens: 1000,
    price: PRICE,
    purse: held(purse),
    redact: createRedactor([REAL]),
    fetchBy,
  });
  const socketPath = join(folder, "s");
  await using _open = await gateway.listen(socketPath);
  const ask: Visitor["ask"] = (body, { key = RUN, path = wire.path, method = "POST" } = {}) =>
    send({ socketPath, path, method, headers: { ...HEADERS, ...wire.credentials(key) } }, body);
  try {
    await use({ ask, to: { socketPath, path: wire.path, method: "POST" }, provider, gateway, purse });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
export function send(to: object, body: object): Promise<Got> {
  return new Promise((resolve, reject) => {
    const going = request({ ...to }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("error", () => undefined);
      response.on("close", () => resolve({ status: response.statusCode ?? 0, text, cut: !response.complete }));
    });
    going.on("error", reject);
    going.end(JSON.stringify(body));
  });
}
export function countingPurse(capUsd: number): Purse & { spent(): number; readonly worst: number[] } {
  let spent = 0;
  const worst: number[] = [];
  return {
    worst,
    spent: () => spent,
    async reserve(worstUsd) {
      const usd = worstUsd ?? 0;
      if (spent + usd > capUsd) {
        const empty: EmptyPurse = { kind: "empty", purse: "task", name: "", spentUsd: spent, capUsd, fillsAt: null };
        return empty;
      }
      spent += usd;
      worst.push(usd);
      return { kind: "set-aside", settle: async (real) => void (spent += real - usd) };
    },
  };
}

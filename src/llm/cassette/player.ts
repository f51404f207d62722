import type { IncomingMessage, ServerResponse } from "node:http";
import { type Clock, SECOND_MS } from "../../lib/time.ts";
import { askedOf } from "./asked.ts";
import { type Cassette, findTurn, type Turn } from "./cassette.ts";
import { openLoopbackServer, readBody, sendError, sendJson } from "./loopback.ts";
import { replyChunks, sseRecord, type StreamedReply } from "./reply-chunks.ts";

export interface CassettePlayer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly covers: readonly string[];
}

export type CassettePlayerOptions = {
  readonly cassette: Cassette;
  /** 0, the default: any free one. */
  readonly port?: number;
  /** How fast answers appear; 0: at once. 60 is the pace of a quick live model. */
  readonly tokensPerSecond?: number;
};

/** A server of models on 127.0.0.1 whose answers come from a recording. What was not recorded is status 404, `cassette_miss`. */
export async function openCassettePlayer(
  { cassette, port = 0, tokensPerSecond = 60 }: CassettePlayerOptions,
  { clock }: { readonly clock: Clock },
): Promise<CassettePlayer> {
  const pauseMs = tokensPerSecond === 0 ? 0 : SECOND_MS / tokensPerSecond;
  const server = await openLoopbackServer(port, async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    if (request.method === "GET" && path === "/v1/models") return sendModels(response, cassette);
    if (request.method !== "POST" || path !== "/v1/chat/completions") {
      return sendError(response, {
        status: 404,
        code: "not_found",
        message: "There is only /v1/chat/completions here.",
      });
    }
    return answer(request, response, { cassette, clock, pauseMs });
  });
  return {
    baseUrl: `http://127.0.0.1:${server.port}/v1`,
    covers: cassette.covers,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function sendModels(response: ServerResponse, { model }: Cassette): void {
  sendJson(response, 200, { object: "list", data: [{ id: model, object: "model", created: 0, owned_by: "cassette" }] });
}

type Playing = { readonly cassette: Cassette; readonly clock: Clock; readonly pauseMs: number };

async function answer(request: IncomingMessage, response: ServerResponse, playing: Playing): Promise<void> {
  const asked = askedOf(request.headers, await readBody(request));
  if (asked === undefined) {
    return sendError(response, { status: 400, code: "invalid_request", message: "This is no chat request." });
  }
  const turn = findTurn(playing.cassette, asked);
  if (turn === undefined) {
    const message = `The recording "${playing.cassette.name}" has no answer ${asked.answered + 1} for this.`;
    return sendError(response, { status: 404, code: "cassette_miss", message });
  }
  await stream(response, replyChunks(streamedReply(turn, asked.answered), playing.cassette.model), playing);
}

/** Ids count on over the turns, as every call of a conversation needs one of its own. */
function streamedReply({ reply, usage }: Turn, answered: number): StreamedReply {
  const calls = (reply.calls ?? []).map((call, index) => ({
    id: `call_${answered + 1}_${index + 1}`,
    name: call.name,
    arguments: JSON.stringify(call.arguments),
  }));
  return { usage, calls, ...(reply.text === undefined ? {} : { text: reply.text }) };
}

async function stream(response: ServerResponse, chunks: object[], { clock, pauseMs }: Playing): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  for (const chunk of chunks) {
    if (gone.signal.aborted) return;
    response.write(sseRecord(chunk));
    if (pauseMs > 0) await clock.sleep(pauseMs, gone.signal);
  }
  response.end(sseRecord("[DONE]"));
}

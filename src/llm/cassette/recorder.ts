import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Stream } from "openai/core/streaming";
import { createRedactor } from "../../lib/redact.ts";
import { Secret } from "../../lib/secret.ts";
import { QUOTED_KEY } from "../../lib/secret-shapes.ts";
import { parseArguments } from "../arguments.ts";
import { type Chunk, type Collected, createCollector } from "../collect.ts";
import { PURPOSE_HEADER } from "../purpose-header.ts";
import { askedOf } from "./asked.ts";
import { type Asked, type Cassette, type Episode, purposeSchema, saveCassette, type Turn } from "./cassette.ts";
import { openLoopbackServer, readBody, sendError } from "./loopback.ts";

export interface CassetteRecorder extends AsyncDisposable {
  readonly baseUrl: string;
  /** What a client must send to be served: the recorder spends the account behind it, so it serves nobody else. */
  readonly apiKey: Secret;
}

export type CassetteRecorderOptions = {
  /** Up to and without `/chat/completions`. */
  readonly upstreamBaseUrl: string;
  readonly apiKey: Secret | undefined;
  /** Written anew after each answer; an older recording of that name is overwritten. */
  readonly file: string;
  readonly name: string;
  readonly model: string;
  readonly covers?: readonly string[];
};

/** Of a long first message, which holds more than the goal, only the beginning is made the pattern. */
const GOAL_LENGTH = 200;

/** Held back until the answer is written down: a client is done at `data: [DONE]`, and does not wait for the end of the body. */
const END_BYTES = 64;

/** A server on 127.0.0.1 that passes chat requests on to a real provider and writes down its whole answers. */
export async function openCassetteRecorder(options: CassetteRecorderOptions): Promise<CassetteRecorder> {
  const { name, model, covers = [] } = options;
  const apiKey = new Secret(randomBytes(24).toString("base64url"));
  const cassette: Cassette = { version: 1, name, model, covers: [...covers], episodes: [] };
  const server = await openLoopbackServer(0, async (request, response) => {
    if (request.headers.authorization !== `Bearer ${apiKey.reveal()}`) {
      return sendError(response, {
        status: 401,
        code: "invalid_api_key",
        message: "The recorder's own key is missing.",
      });
    }
    if (request.method !== "POST" || request.url !== "/v1/chat/completions") {
      return sendError(response, {
        status: 404,
        code: "not_found",
        message: "There is only /v1/chat/completions here.",
      });
    }
    return passOn(request, response, { options, cassette });
  });
  return {
    baseUrl: `http://127.0.0.1:${server.port}/v1`,
    apiKey,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Recording = { readonly options: CassetteRecorderOptions; readonly cassette: Cassette };

async function passOn(request: IncomingMessage, response: ServerResponse, recording: Recording): Promise<void> {
  const body = await readBody(request);
  const redact = createRedactor([recording.options.apiKey?.reveal() ?? ""], [QUOTED_KEY]);
  const place = placeFor(recording.cassette, askedOf(request.headers, body), redact);
  if (typeof place === "string") return sendError(response, { status: 400, code: "not_recordable", message: place });
  const upstream = await askUpstream(body, response, recording.options);
  response.writeHead(upstream.status, { "content-type": upstream.headers.get("content-type") ?? "text/plain" });
  const heard: Buffer[] = [];
  let held: Buffer = Buffer.alloc(0);
  for await (const part of upstream.body ?? []) {
    heard.push(Buffer.from(part));
    held = Buffer.concat([held, part]);
    if (held.length <= END_BYTES) continue;
    response.write(held.subarray(0, -END_BYTES));
    held = held.subarray(-END_BYTES);
  }
  const collected = upstream.ok ? await collect(Buffer.concat(heard)) : undefined;
  // The file is written before the answer ends, so that whoever has the answer finds it in the file.
  if (collected !== undefined && collected.finish !== null) {
    await write(recording, place, toTurn(collected, redact));
  }
  response.end(held);
}

async function askUpstream(body: string, response: ServerResponse, options: CassetteRecorderOptions) {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { apiKey, upstreamBaseUrl } = options;
  const headers = {
    "content-type": "application/json",
    ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey.reveal()}` }),
  };
  const url = `${upstreamBaseUrl}/chat/completions`;
  return fetch(url, { method: "POST", headers, body, signal: gone.signal, redirect: "error" });
}

async function collect(bytes: Buffer): Promise<Collected> {
  const collector = createCollector(() => undefined);
  const body = new Response(new Uint8Array(bytes));
  for await (const chunk of Stream.fromSSEResponse<Chunk>(body, new AbortController())) collector.add(chunk);
  return collector.end();
}

function toTurn({ text, calls, usage }: Collected, redact: (text: string) => string): Turn {
  const parsed = calls.map((call) => {
    const read = parseArguments(redact(call.arguments));
    if (read.kind === "invalid")
      throw new Error(`The model's call of ${call.name} cannot be recorded: ${read.problem}`);
    return { name: call.name, arguments: { ...read.arguments } };
  });
  return {
    reply: { ...(text === "" ? {} : { text: redact(text) }), ...(parsed.length === 0 ? {} : { calls: parsed }) },
    usage: toUsage(usage),
  };
}

function toUsage(reported: unknown): Turn["usage"] {
  const { prompt_tokens, completion_tokens } = (reported ?? {}) as Record<string, unknown>;
  return { inputTokens: Number(prompt_tokens ?? 0), outputTokens: Number(completion_tokens ?? 0) };
}

type Place = { readonly episode: Episode; readonly turn: number };

/** Where the answer will stand, or why it cannot be recorded. */
function placeFor(cassette: Cassette, asked: Asked | undefined, redact: (text: string) => string): Place | string {
  const purpose = purposeSchema.safeParse(asked?.purpose);
  if (asked === undefined || !purpose.success)
    return `This is no chat request that says what it is for (${PURPOSE_HEADER}).`;
  const goal = `^${escapePattern(redact(asked.goal).slice(0, GOAL_LENGTH))}`;
  const known = cassette.episodes.find((each) => each.purpose === purpose.data && each.match.goal === goal);
  const episode = known ?? { purpose: purpose.data, match: { goal }, turns: [] };
  if (asked.answered > episode.turns.length) {
    return "The conversation began before this recording; begin a new one, so that no turn is missing.";
  }
  return { episode, turn: asked.answered };
}

async function write({ options, cassette }: Recording, { episode, turn }: Place, recorded: Turn): Promise<void> {
  // A turn asked again (a retry, a conversation that split) takes the place of the earlier answer and what followed it.
  episode.turns.splice(turn, Infinity, recorded);
  if (!cassette.episodes.includes(episode)) cassette.episodes.push(episode);
  await saveCassette(options.file, cassette);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}

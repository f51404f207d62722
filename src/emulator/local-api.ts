/** The routes of `client-api.ts`. Who may come in was decided before. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { LocalState } from "./client-api.ts";
import { publicBot } from "./chats.ts";
import type { Context } from "./context.ts";
import { Refusal, badRequest } from "./failure.ts";
import { visibleCommands } from "./methods/account.ts";
import type { People, SendFile } from "./people.ts";
import { readBody, readForm } from "./request.ts";
import { toLocalChat } from "./state.ts";
import { requireChat } from "./store.ts";
import type { FileKind } from "./state.ts";

const NEWEST = 50;
const LARGEST_JSON_BYTES = 256 * 1024;
const id = z.number().int();
const name = { chatId: id, userId: id, messageId: id };
const BODIES = {
  messages: z.strictObject({
    chatId: id,
    userId: id,
    text: z.string(),
    replyTo: id.optional(),
    threadId: id.optional(),
  }),
  edits: z.strictObject({ ...name, text: z.string() }),
  presses: z.strictObject({ ...name, ephemeralId: id.optional(), data: z.string() }),
  reactions: z.strictObject({ ...name, emoji: z.string().nullable() }),
  draftStops: z.strictObject({ chatId: id, draftId: id }),
  users: z.strictObject({ firstName: z.string() }),
  chats: z.strictObject({ title: z.string(), memberIds: z.array(id), forum: z.boolean().optional() }),
};
const KINDS = [
  "document",
  "photo",
  "audio",
  "voice",
  "video",
  "animation",
  "sticker",
  "video_note",
] as const satisfies readonly FileKind[];

type LocalRequest = { readonly path: string; readonly query: URLSearchParams };
export interface LocalApi {
  handle(request: IncomingMessage, response: ServerResponse, target: LocalRequest): Promise<void>;
}

export function createLocalApi(context: Context, people: People): LocalApi {
  const routes: Readonly<Record<string, (request: IncomingMessage, query: URLSearchParams) => unknown>> = {
    "GET state": () => stateOf(context),
    "GET messages": (_, query) => page(context, query),
    "POST messages": async (request) => ({ message: await postMessage(people, request) }),
    "POST edits": async (request) => ({ message: people.edits(await readJson(request, BODIES.edits)) }),
    "POST presses": async (request) => ({
      callbackId: people.presses(defined(await readJson(request, BODIES.presses))),
    }),
    "POST reactions": async (request) => (people.reacts(await readJson(request, BODIES.reactions)), {}),
    "POST draft-stops": async (request) => (people.stopsDraft(await readJson(request, BODIES.draftStops)), {}),
    "POST users": async (request) => ({ user: people.joins(await readJson(request, BODIES.users)) }),
    "POST chats": async (request) => ({ chat: people.createsGroup(defined(await readJson(request, BODIES.chats))) }),
  };
  return {
    async handle(request, response, { path, query }) {
      try {
        if (request.method === "GET" && path === "events")
          return await streamEvents(context, request, { response, query });
        if (request.method === "GET" && path.startsWith("files/"))
          return sendFile(context, response, decodeURIComponent(path.slice("files/".length)));
        const route = routes[`${request.method} ${path}`];
        if (route === undefined) throw new Refusal(404, "there is no such address");
        answer(response, 200, await route(request, query));
      } catch (cause) {
        if (!(cause instanceof Refusal)) throw cause;
        answer(response, cause.code, { error: toSentence(cause.message) });
      }
    },
  };
}

function toSentence(message: string): string {
  const plain = message.replace(/^(Bad Request|Forbidden): /, "");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${/[.!?]$/.test(plain) ? "" : "."}`;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

/** zod gives optional fields as `undefined`; the rest of the program takes them left out. */
function defined<T extends object>(body: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(request.headers["content-type"] ?? ""))
    throw new Refusal(415, "send the body as application/json");
  const text = (await readBody(request, LARGEST_JSON_BYTES)).toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest("the body is not JSON");
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw badRequest(`the body does not fit: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function postMessage(people: People, request: IncomingMessage): Promise<unknown> {
  if (!/^multipart\/form-data\b/i.test(request.headers["content-type"] ?? ""))
    return people.says(defined(await readJson(request, BODIES.messages)));
  const { fields, files } = await readForm(request, new URLSearchParams());
  const file = files.get("file");
  if (file === undefined) throw badRequest("the form has no file");
  const number = (field: string): number | undefined =>
    typeof fields[field] === "string" && fields[field] !== "" ? Number(fields[field]) : undefined;
  const kind = KINDS.find((one) => one === fields["kind"]);
  const { caption, album } = fields;
  const sent = {
    chatId: number("chatId") ?? 0,
    userId: number("userId") ?? 0,
    replyTo: number("replyTo"),
    threadId: number("threadId"),
    kind,
  };
  const details = {
    name: file.name,
    mime: file.mime,
    bytes: file.bytes,
    caption: typeof caption === "string" ? caption : undefined,
    album: typeof album === "string" && album !== "" ? album : undefined,
  };
  return people.sendsFile(defined({ ...sent, ...details }) as SendFile);
}

function stateOf(context: Context): LocalState {
  const { state, feed } = context.store;
  const chats = [...state.chats.values()];
  return {
    seq: feed.seq,
    bot: publicBot(context.bot),
    users: [...state.users.values()],
    chats: chats.map(toLocalChat),
    commands: visibleCommands(context),
    messages: Object.fromEntries(
      chats.map(({ record, messages }) => [record.chat.id, [...messages.values()].slice(-NEWEST)]),
    ),
  };
}

function page(context: Context, query: URLSearchParams): unknown {
  const chat = requireChat(context.store, Number(query.get("chat")));
  const before = Number(query.get("before") ?? Number.MAX_SAFE_INTEGER);
  const limit = Number(query.get("limit") ?? NEWEST);
  if (!Number.isInteger(limit) || limit < 1 || limit > 200 || Number.isNaN(before))
    throw badRequest("limit must be 1 to 200 and before a message id");
  return { messages: [...chat.messages.values()].filter(({ message_id }) => message_id < before).slice(-limit) };
}

/** 410 tells the page to load the state again: what it wants to follow on from is gone. */
async function streamEvents(
  context: Context,
  request: IncomingMessage,
  { response, query }: { response: ServerResponse; query: URLSearchParams },
): Promise<void> {
  const { feed } = context.store;
  const last = request.headers["last-event-id"];
  const after = Number((typeof last === "string" ? last : undefined) ?? query.get("after") ?? feed.seq);
  if (!Number.isInteger(after)) throw badRequest("after must be the number of an event");
  if (!feed.reaches(after)) throw new Refusal(410, "these events are gone; load the state again");
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  response.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  response.write(": open\n\n");
  for await (const event of feed.follow(after, gone.signal)) {
    const more = response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
    if (!more && !gone.signal.aborted) await drained(response, gone.signal);
  }
  response.end();
}

function drained(response: ServerResponse, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off("drain", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    response.once("drain", done);
    signal.addEventListener("abort", done, { once: true });
  });
}

/** Only kinds a browser shows without running anything are shown in place; the rest is handed out as a download. */
const SHOWN = /^(image\/(png|jpeg|gif|webp)|audio\/|video\/)/;

function sendFile(context: Context, response: ServerResponse, fileId: string): void {
  const file = context.store.state.files.get(fileId);
  const bytes = file === undefined ? undefined : context.bytes.read(file);
  if (file === undefined || bytes === undefined) throw new Refusal(404, "there is no such file");
  const shown = SHOWN.test(file.mime);
  response.writeHead(200, {
    "content-type": shown ? file.mime : "application/octet-stream",
    "content-length": bytes.byteLength,
    "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, max-age=3600",
  });
  response.end(bytes);
}

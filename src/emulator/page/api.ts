import type { LocalChat, LocalMessage, LocalState, LocalUser, Press, SendMessage } from "../client-api.ts";

/** The server said no, or nothing at all. The message is a sentence for the person. */
export class Refusal extends Error {
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

export type FileKind = "document" | "photo" | "video" | "audio" | "voice";
export type SendFile = {
  readonly chatId: number;
  readonly userId: number;
  readonly caption: string;
  readonly replyTo?: number;
  readonly threadId?: number;
  readonly kind: FileKind;
  /** The same for the parts of one album. */
  readonly album?: string;
  readonly file: File;
};
export type Edit = {
  readonly chatId: number;
  readonly userId: number;
  readonly messageId: number;
  readonly text: string;
};
type Reaction = Omit<Edit, "text"> & { readonly emoji: string | null };

export type Api = ReturnType<typeof createApi>;

export function createApi() {
  return {
    state: () => call<LocalState>("GET", "state"),
    older: (chatId: number, before: number, limit: number) =>
      call<{ messages: LocalMessage[] }>("GET", `messages?chat=${chatId}&before=${before}&limit=${limit}`),
    send: (message: SendMessage) => call<{ message: LocalMessage }>("POST", "messages", message),
    sendFile: (upload: SendFile) => call<{ message: LocalMessage }>("POST", "messages", formOf(upload)),
    edit: (edit: Edit) => call<{ message: LocalMessage }>("POST", "edits", edit),
    press: (press: Press) => call<{ callbackId: string }>("POST", "presses", press),
    react: (reaction: Reaction) => call<object>("POST", "reactions", reaction),
    stopDraft: (chatId: number, draftId: number) => call<object>("POST", "draft-stops", { chatId, draftId }),
    addUser: (firstName: string) => call<{ user: LocalUser }>("POST", "users", { firstName }),
    addChat: (title: string, memberIds: readonly number[], forum: boolean) =>
      call<{ chat: LocalChat }>("POST", "chats", { title, memberIds, ...(forum ? { forum } : {}) }),
  };
}

export function fileAddress(fileId: string): string {
  return `/local/files/${encodeURIComponent(fileId)}`;
}

/** At most `limitBytes` of a file as UTF-8 text, and whether there was more. */
export async function fileText(fileId: string, limitBytes: number): Promise<{ text: string; cut: boolean }> {
  const response = await answerOf(() => fetch(fileAddress(fileId)));
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { text: new TextDecoder().decode(bytes.subarray(0, limitBytes)), cut: bytes.length > limitBytes };
}

async function call<Answer>(method: "GET" | "POST", path: string, body?: object): Promise<Answer> {
  const request: RequestInit =
    body === undefined
      ? { method }
      : body instanceof FormData
        ? { method, body }
        : { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await answerOf(() => fetch(`/local/${path}`, request));
  return (await response.json()) as Answer;
}

async function answerOf(request: () => Promise<Response>): Promise<Response> {
  let response: Response;
  try {
    response = await request();
  } catch {
    throw new Refusal(0, "The program does not answer. Nothing was sent; try again when it runs.");
  }
  if (!response.ok) throw new Refusal(response.status, await reason(response));
  return response;
}

async function reason(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  if (typeof body === "object" && body !== null && "error" in body && typeof body.error === "string") return body.error;
  return `The server refused this (status ${response.status}).`;
}

function formOf({ file, ...fields }: SendFile): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  form.set("file", file, file.name);
  return form;
}

/** The sentence to show for whatever went wrong. */
export function sentenceOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

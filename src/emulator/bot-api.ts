/** `/bot<token>/<method>`: check, carry out, record, and do to the answer what the fault plan says. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { checkPayload, isMethod, unknownParameters } from "./check.ts";
import type { Fields, Uploads } from "./check.ts";
import type { Context } from "./context.ts";
import { Refusal, badRequest } from "./failure.ts";
import type { Fault, FaultSource } from "./faults.ts";
import type { RunMethod } from "./methods/table.ts";
import { PARAMETERS } from "./parameters.ts";
import { tooManyRequests } from "./rate.ts";
import type { Recorder, RequestOutcome } from "./recorder.ts";
import { readForm } from "./request.ts";
import type { Form } from "./request.ts";

export type BotApiOptions = {
  readonly context: Context;
  readonly faults: FaultSource;
  readonly run: RunMethod;
  readonly recorder: Recorder;
  /** Unknown parameters are refused, not only noted. */
  readonly strict: boolean;
};
type BotRequest = { readonly method: string; readonly query: URLSearchParams };
type Answer = { readonly status: number; readonly body: unknown };

export interface BotApi {
  handle(request: IncomingMessage, response: ServerResponse, target: BotRequest): Promise<void>;
  /** A method called without a request of its own, as a webhook's answer may. */
  call(method: string, fields: Fields): Promise<void>;
}

export function createBotApi(options: BotApiOptions): BotApi {
  const perform = async (name: string, form: Form, signal: AbortSignal): Promise<Answer> => {
    const method = canonical(name);
    const unknown = isMethod(method) ? unknownParameters(method, form.fields, form.files) : [];
    const entry = {
      method,
      payload: describePayload(form.fields, form.files),
      at: options.context.clock.now(),
      ...(unknown.length === 0 ? {} : { unknownParameters: unknown }),
    };
    try {
      const result = await execute(options, { method, form, unknown, signal });
      options.recorder.add({ ...entry, outcome: { kind: "ok", result } });
      return { status: 200, body: { ok: true, result } };
    } catch (cause) {
      const refusal = toRefusal(cause);
      options.recorder.add({ ...entry, outcome: { kind: "error", code: refusal.code, description: refusal.message } });
      return errorAnswer(refusal);
    }
  };
  const recordFault = (name: string, form: Form, outcome: RequestOutcome): void => {
    options.recorder.add({
      method: canonical(name),
      payload: describePayload(form.fields, form.files),
      at: options.context.clock.now(),
      outcome,
    });
  };
  return {
    async handle(request, response, { method, query }) {
      const form = await readFormOrAnswer(request, response, query);
      if (form === undefined) return;
      const gone = new AbortController();
      response.once("close", () => {
        if (!response.writableFinished) gone.abort();
      });
      const fault = options.faults.draw({ method: canonical(method), payload: form.fields });
      const strike = fault === undefined ? undefined : before(fault);
      if (fault?.kind === "delay" && fault.when !== "after") await delay(options.context, fault.ms, gone.signal);
      if (strike !== undefined) {
        recordFault(method, form, { kind: "fault", fault: strike.name });
        strike.answer(response);
        return;
      }
      if (fault?.kind === "duplicate-update") options.context.updates.duplicateNext();
      const answer = await perform(method, form, gone.signal);
      if (fault?.kind === "delay" && fault.when === "after") await delay(options.context, fault.ms, gone.signal);
      deliver(response, answer, fault);
    },
    async call(method, fields) {
      await perform(method, { fields, files: new Map() }, new AbortController().signal);
    },
  };
}

const CANONICAL = new Map(Object.keys(PARAMETERS).map((name) => [name.toLowerCase(), name]));

/** Method names are case-insensitive. */
function canonical(name: string): string {
  return CANONICAL.get(name.toLowerCase()) ?? name;
}

type Request = {
  readonly method: string;
  readonly form: Form;
  readonly unknown: readonly string[];
  readonly signal: AbortSignal;
};

async function execute(
  { context, run, strict }: BotApiOptions,
  { method, form, unknown, signal }: Request,
): Promise<unknown> {
  if (!isMethod(method)) throw new Refusal(404, "Not Found");
  if (strict && unknown.length > 0) throw badRequest(`unknown parameters: ${unknown.join(", ")}`);
  const payload = checkPayload(method, form.fields, form.files);
  return run(method, context, payload, { files: form.files, signal });
}

function toRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Refusal(500, `Internal Server Error: ${reason}`);
}

function errorAnswer(refusal: Refusal): Answer {
  const { code, message, parameters } = refusal;
  const body = {
    ok: false,
    error_code: code,
    description: message,
    ...(parameters === undefined ? {} : { parameters }),
  };
  return { status: code, body };
}

async function readFormOrAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): Promise<Form | undefined> {
  try {
    return await readForm(request, query);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    sendJson(response, errorAnswer(cause));
    return undefined;
  }
}

function describePayload(fields: Fields, files: Uploads): Record<string, unknown> {
  const described = [...files].map(
    ([name, { name: file, bytes }]) => [name, { file, size: bytes.byteLength }] as const,
  );
  return { ...fields, ...Object.fromEntries(described) };
}

const HTML_502 =
  "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n";

type Strike = { readonly name: string; answer(response: ServerResponse): void };

/** A fault that keeps the request from having its effect. */
export function before(fault: Fault): Strike | undefined {
  switch (fault.kind) {
    case "break":
      return fault.when === "before" ? { name: "break", answer: breakOff } : undefined;
    case "too-many-requests":
      return {
        name: fault.kind,
        answer: (response) => sendJson(response, errorAnswer(tooManyRequests(fault.retryAfter))),
      };
    case "server-error":
      return fault.when === "after"
        ? undefined
        : { name: `${fault.kind}-${fault.code}`, answer: (response) => sendServerError(response, fault.code) };
    case "delay":
    case "duplicate-update":
    case "duplicate-answer":
    case "malformed":
      return undefined;
  }
}

function deliver(response: ServerResponse, answer: Answer, fault: Fault | undefined): void {
  const text = JSON.stringify(answer.body);
  switch (fault?.kind) {
    case "break":
      breakOff(response);
      return;
    case "server-error":
      sendServerError(response, fault.code);
      return;
    case "duplicate-answer":
      sendText(response, answer.status, text + text);
      return;
    case "malformed":
      sendText(response, answer.status, text.slice(0, Math.ceil(text.length / 2)));
      return;
    case undefined:
    case "delay":
    case "duplicate-update":
    case "too-many-requests":
      sendJson(response, answer);
      return;
  }
}

/** Ends the connection without a word, as a network does. */
export function breakOff(response: ServerResponse): void {
  response.destroy();
}

function sendServerError(response: ServerResponse, code: 500 | 502): void {
  if (code === 500) sendJson(response, errorAnswer(new Refusal(500, "Internal Server Error")));
  else sendText(response, 502, HTML_502, "text/html");
}

export function sendJson(response: ServerResponse, { status, body }: Answer): void {
  sendText(response, status, JSON.stringify(body));
}

function sendText(response: ServerResponse, status: number, text: string, type = "application/json"): void {
  if (response.destroyed) return;
  const bytes = Buffer.from(text);
  response.writeHead(status, { "content-type": type, "content-length": bytes.byteLength });
  response.end(bytes);
}

export function delay({ clock }: Context, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, resolve);
    signal.addEventListener(
      "abort",
      () => {
        cancel();
        resolve();
      },
      { once: true },
    );
  });
}

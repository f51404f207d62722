import { APIConnectionError, APIError } from "openai/core/error";
import { Fault } from "../core/fault.ts";
import type { Purpose } from "../core/ports/model.ts";
import type { Instant } from "../lib/time.ts";
import type { ProviderOptions } from "./options.ts";
import { type Again, parseRetryAfter } from "./retry.ts";
import { cutText } from "../lib/cut-text.ts";

export type Failure = { readonly kind: "failed"; readonly fault: Fault; readonly again: Again };

export type FailureContext = {
  readonly provider: ProviderOptions;
  readonly purpose: Purpose;
  readonly redact: (text: string) => string;
  readonly now: Instant;
};

const NEVER: Again = { kind: "never" };
const ONCE: Again = { kind: "once" };
const OFTEN: Again = { kind: "often", retryAfterMs: null };
/** Reasons are for one line in a chat. */
const REASON_LENGTH = 300;

export function incomplete(model: string, reason: string, again: Again = ONCE): Failure {
  return { kind: "failed", fault: new Fault("model.incomplete", { model, reason }), again };
}
export function refused(model: string, reason: string): Failure {
  return { kind: "failed", fault: new Fault("model.refused", { model, reason }), again: NEVER };
}
function unavailable(model: string, reason: string, again: Again): Failure {
  return { kind: "failed", fault: new Fault("model.unavailable", { model, reason }), again };
}

/** The fault is always model.timeout: see Watchdog. */
export function timedOut(fault: Fault): Failure {
  return { kind: "failed", fault, again: ONCE };
}

/** A server that answers 200 with a page or a plain object is no server of models, or a proxy in trouble: as good as 502. */
export function notAStream(model: string, contentType: string): Failure {
  const shown = contentType.split(";", 1)[0] ?? "";
  return unavailable(model, `The server answered with ${shown} where a stream of events was asked for.`, OFTEN);
}

/**
 * Translates what the client threw. Its errors are not kept as causes: they hold bodies and headers of the server.
 * @returns undefined when the error is none of the outside's, but a mistake of ours
 */
export function failureOf(error: unknown, context: FailureContext): Failure | undefined {
  const { model } = context.provider;
  if (error instanceof APIConnectionError) return unavailable(model, connectionReason(error, context), OFTEN);
  if (error instanceof APIError) return statusFailure(error, context);
  if (error instanceof SyntaxError) return incomplete(model, "The stream held something that is no JSON.");
  if (isSystemError(error))
    return incomplete(model, `The connection broke in the middle of the answer (${error.code}).`);
  return undefined;
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

function connectionReason(error: APIConnectionError, { provider, redact }: FailureContext): string {
  const where = new URL(provider.baseUrl).host;
  const cause: unknown = error.cause;
  const code = isSystemError(cause) ? cause.code : "";
  if (code === "ECONNREFUSED") return `Nothing listens at ${where}. Is the server running?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `The name of ${where} cannot be resolved (${code}).`;
  const message = cause instanceof Error ? cause.message : error.message;
  return cutText(
    redact(`The connection to ${where} failed: ${code === "" ? message : `${code}, ${message}`}`),
    REASON_LENGTH,
  );
}

const CONTEXT_WORDS =
  /context.?(length|window|size)|maximum context|too many tokens|prompt is too long|input is too long/i;

function statusFailure(error: APIError, context: FailureContext): Failure {
  const { provider, now } = context;
  const { model } = provider;
  // An error in the middle of a stream has no status of its own; OpenRouter puts it in `code`.
  const status = error.status ?? Number(error.code ?? Number.NaN);
  const reason = reasonOf(error, context);
  const again = mayRetry(error, now);
  if (CONTEXT_WORDS.test(`${error.code ?? ""} ${reason}`)) {
    return refused(model, `The conversation is longer than the model can read: ${reason}`);
  }
  if (status === 401 || status === 403) {
    const fault = new Fault("model.unauthorized", { model, provider: provider.name });
    return { kind: "failed", fault, again: NEVER };
  }
  if (status === 429) return rateLimited(error, model, again);
  if (status === 404) return notFound(error, reason, context);
  if (status === 402) return unavailable(model, `The account has no credit left: ${reason}`, NEVER);
  if (status >= 300 && status < 400) {
    return unavailable(model, `The server redirects (status ${status}), which is not followed; check the URL.`, NEVER);
  }
  if (status >= 400 && status < 500 && status !== 408 && status !== 409) return refused(model, reason);
  return unavailable(model, Number.isNaN(status) ? reason : `Status ${status}: ${reason}`, again);
}

function mayRetry(error: APIError, now: Instant): Again {
  const { headers } = error as { headers?: Headers };
  if (headers?.get("x-should-retry") === "false") return NEVER;
  return { kind: "often", retryAfterMs: parseRetryAfter(headers, now) };
}

function rateLimited(error: APIError, model: string, again: Again): Failure {
  const retryAfterMs = again.kind === "often" ? again.retryAfterMs : null;
  const fault = new Fault("model.rate-limited", { model, retryAfterMs });
  // The money is used up: waiting does not bring it back.
  return { kind: "failed", fault, again: error.code === "insufficient_quota" ? NEVER : again };
}

function notFound(error: APIError, reason: string, { provider, purpose }: FailureContext): Failure {
  if (error.code === "cassette_miss") {
    return { kind: "failed", fault: new Fault("model.not-recorded", { purpose }), again: NEVER };
  }
  const said = `The server has no model "${provider.model}", or the URL is wrong: ${reason}`;
  return unavailable(provider.model, said, NEVER);
}

function reasonOf(error: APIError, { redact }: FailureContext): string {
  const body: unknown = error.error;
  const message =
    typeof body === "object" && body !== null && "message" in body && typeof body.message === "string"
      ? body.message
      : error.message;
  return cutText(redact(message).replaceAll(/\s+/g, " ").trim(), REASON_LENGTH);
}

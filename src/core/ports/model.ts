import type { Instant } from "../../lib/time.ts";

/** A language model, whoever serves it. */
export interface Model {
  readonly about: ModelAbout;
  /**
   * One answer of the model, streamed. Retries and fallbacks happen inside; tool calls are whole or not there.
   * @throws Fault model.none, model.not-recorded, model.unauthorized, model.rate-limited, model.unavailable,
   *   model.timeout, model.incomplete, model.refused, model.over-budget
   */
  complete(request: ModelRequest, options: CompleteOptions): Promise<ModelReply>;
  /** The names of the models its provider has; null when that cannot be told. Rejects only when `signal` is aborted. */
  list(signal: AbortSignal): Promise<readonly string[] | null>;
}
export type CompleteOptions = {
  readonly signal: AbortSignal;
  readonly onText?: (delta: string) => void;
  /** What the model thinks before it answers, all of it so far; only of models that say so. It is no part of the answer. */
  readonly onThought?: (thought: string) => void;
  /** What `onText` gave so far is void: that answer broke off. Another one begins, or `complete` throws. */
  readonly onRestart?: () => void;
  /** The answer was given without the pictures: the model does not see. */
  readonly onUnseen?: () => void;
  /** Pays for it. Each request to a provider, a retry and a fallback as well, is set aside before it is made. */
  readonly purse?: Purse;
};
export interface Purse {
  /**
   * Sets aside what one request can cost at most.
   * @param worstUsd null when no price is known
   * @param signal aborted: who wants it is gone, and takes none of what a person gives meanwhile
   * @returns which purse is empty when that is more than is left: the request is not made
   */
  reserve(worstUsd: number | null, signal?: AbortSignal): Promise<Reservation | EmptyPurse>;
}
type Reservation = {
  readonly kind: "set-aside";
  /** What it came to; what is never settled counts as spent whole. */
  settle(usd: number): Promise<void>;
};
export type EmptyPurse =
  | {
      readonly kind: "empty";
      readonly purse: "task" | "day" | "spark" | "purpose" | "cli";
      /** Of the spark, purpose or coding CLI; "" of others. */
      readonly name: string;
      readonly spentUsd: number;
      readonly capUsd: number;
      /** Null: only a person fills it. */
      readonly fillsAt: Instant | null;
    }
  /** Nobody knows the price, and the settings make no such request. */
  | { readonly kind: "empty"; readonly purse: "unknown" };
export type ModelAbout =
  | { readonly kind: "none"; readonly hint: string }
  /** Answers come from a recording; every message that rests on one says so. `covers` names the goals it was made for. */
  | { readonly kind: "recorded"; readonly name: string; readonly covers: readonly string[] }
  | { readonly kind: "live"; readonly name: string; readonly provider: string; readonly local: boolean };
/** What the answer is for: a recording is looked up by it, costs are counted by it. */
export type Purpose = "talk" | "work" | "summarise";
export type ModelRequest = {
  readonly purpose: Purpose;
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ToolSpec[];
  readonly toolChoice: "auto" | "required";
  readonly maxOutputTokens: number;
  /** Another model of the same provider; fallbacks keep their own. A recording has no other. */
  readonly model?: string;
};
export type ModelMessage =
  | { readonly role: "system"; readonly text: string }
  /** `images` are shown after the text, to a model that sees. */
  | { readonly role: "user"; readonly text: string; readonly images?: readonly ModelImage[] }
  | { readonly role: "assistant"; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: "tool"; readonly callId: string; readonly name: string; readonly text: string };
/** A picture, by the hash of what is kept of it; its bytes are read when it is sent. */
export type ModelImage = { readonly name: string; readonly mime: string; readonly hash: string };
/** A tool as the model sees it. `parameters` is JSON Schema of an object; `name` is `[a-zA-Z0-9_-]{1,64}`. */
export type ToolSpec = { readonly name: string; readonly description: string; readonly parameters: JsonObject };
export type JsonObject = { readonly [key: string]: unknown };
/** `arguments` is parsed JSON, not yet checked against a schema; `invalid` holds the raw text when it was no JSON object. */
export type ToolCall = { readonly id: string; readonly name: string } & (
  | { readonly kind: "parsed"; readonly arguments: JsonObject }
  | { readonly kind: "invalid"; readonly raw: string; readonly problem: string }
);
export type ModelReply = {
  readonly text: string;
  readonly calls: readonly ToolCall[];
  readonly usage: Usage;
  /** The model that answered, after fallbacks. */
  readonly model: string;
};
/** `costUsd` is null when no price is known: say "unknown", never zero. Local models cost 0. */
export type Usage = { readonly inputTokens: number; readonly outputTokens: number; readonly costUsd: number | null };

/** A protocol that a coding CLI speaks with its model's server: what of a request is let through, and what an answer says that it cost. */
export type Wire = {
  /** Inside the sandbox, the only path there is; `POST` only. */
  readonly path: string;
  /** Joined to the provider's address. */
  readonly upstreamPath: string;
  /** Headers that the provider gets of the CLI's own; small letters. */
  readonly passed: readonly string[];
  credentials(key: string): Readonly<Record<string, string>>;
  /** The request as the provider gets it. */
  prepare(body: Body, rule: Rule): Prepared;
  /** What writing the input to the provider's cache costs at most, as a factor of the price of input. @param text the request as it is sent */
  writeFactorOf(text: string): number;
  /** Reads on, an event of a stream or a whole answer at a time. */
  count(event: Body, so: Counted): Counted;
  /** An error as its clients understand it. */
  refusal(refusal: Refusal): Body;
};
export type Body = Readonly<Record<string, unknown>>;
export type Rule = { readonly model: string; readonly maxOutputTokens: number };
export type Prepared =
  | {
      readonly kind: "ready";
      readonly body: Body;
      /** Of the answer, at most. */
      readonly maxOutputTokens: number;
    }
  | { readonly kind: "refused"; readonly why: string };
/** Tokens of one request. `fresh`: of the input, neither read from the provider's cache nor written to it. */
export type Counted = {
  readonly fresh: number;
  readonly cached: number;
  /** Written to the cache for minutes, and for an hour. */
  readonly written: number;
  readonly writtenLong: number;
  readonly output: number;
  /** Whether the answer said so to its end; a part counts as nothing known. */
  readonly whole: boolean;
};
export const NOTHING_COUNTED: Counted = { fresh: 0, cached: 0, written: 0, writtenLong: 0, output: 0, whole: false };
export type Refusal = {
  readonly status: number;
  readonly kind: "unauthorized" | "invalid" | "not-found" | "over-budget" | "too-large" | "unavailable";
  readonly message: string;
};

export function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
export function fieldOf(body: Body | undefined, name: string): Body {
  const value = body?.[name];
  return isBody(value) ? value : {};
}
export function tokensIn(body: Body, name: string): number | undefined {
  const value = body[name];
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
export function listOf(body: Body, name: string): readonly Body[] {
  const value = body[name];
  return Array.isArray(value) ? value.filter(isBody) : [];
}
function without(body: Body, names: readonly string[]): Body {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}
/**
 * A request without fields that are not carried, and of its tools those alone that the client runs: what the provider runs itself reaches the
 * web from there, and is paid apart.
 */
export function carried(body: Body, leftOut: readonly string[], isRunByClient: (tool: Body) => boolean): Body {
  const { tools, ...rest } = without(body, leftOut);
  return tools === undefined ? rest : { ...rest, tools: listOf(body, "tools").filter(isRunByClient) };
}
/** The least of what was asked for and what is allowed. */
export function clamped(asked: unknown, most: number): number {
  return typeof asked === "number" && Number.isInteger(asked) && asked > 0 ? Math.min(asked, most) : most;
}

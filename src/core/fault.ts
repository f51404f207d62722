import type { Instant } from "../lib/time.ts";
import type { EmptyPurse } from "./ports/model.ts";

/** What helps: a command as it is typed, or words that say what to do, without a capital and a full stop. */
export type Remedy = { readonly fix: string; readonly isCommand: boolean };

/** All ways the outside can fail. A line added here makes every reader of faults handle it. */
export type FaultData = {
  "config.invalid": { readonly file: string; readonly problems: readonly string[] };
  /** `variable` names the environment variable in which it belongs; `namedBy` the key that names one of any name. */
  "secret.inline": { readonly file: string; readonly key: string } & (
    | { readonly variable: string }
    | { readonly namedBy: string }
  );
  /** A stored secret is in a keyring that does not give it. */
  "secret.unreadable": { readonly name: string; readonly reason: string };
  "home.locked": { readonly home: string; readonly pid: number };
  "store.newer": { readonly path: string; readonly found: number; readonly known: number };
  "store.full": { readonly path: string };
  "store.failed": { readonly path: string; readonly reason: string };
  "repository.refused": { readonly source: string; readonly why: RepositoryRefusal; readonly detail: string };
  "repository.git-failed": { readonly action: string; readonly detail: string };
  "patch.refused": { readonly reason: string };
  "branch.exists": { readonly branch: string };
  "sandbox.unavailable": { readonly reason: string } & Remedy;
  "sandbox.unreachable": { readonly socket: string };
  "sandbox.image-missing": { readonly image: string } & Remedy;
  "sandbox.lost": { readonly container: string; readonly reason: string };
  "disk.full": { readonly path: string };
  "model.none": { readonly hint: string };
  "model.not-recorded": { readonly purpose: string };
  "model.unauthorized": { readonly model: string; readonly provider: string };
  "model.rate-limited": { readonly model: string; readonly retryAfterMs: number | null };
  "model.unavailable": { readonly model: string; readonly reason: string };
  "model.timeout": { readonly model: string; readonly phase: "connect" | "idle" | "total"; readonly afterMs: number };
  "model.incomplete": { readonly model: string; readonly reason: string };
  /** Not asked: what the request could cost at most is more than is left. `worstUsd` null when no price is known. */
  "model.over-budget": { readonly worstUsd: number | null; readonly empty: EmptyPurse };
  "model.refused": { readonly model: string; readonly reason: string };
  /** A code host does not take the token. */
  "forge.unauthorized": { readonly host: string; readonly variable: string };
  /** It took the request and will not do it. `reason`: its own words, or ours. */
  "forge.refused": { readonly host: string; readonly doing: string; readonly reason: string };
  "forge.not-found": { readonly host: string; readonly what: string };
  /** `retryAt` null when it did not say. */
  "forge.rate-limited": { readonly host: string; readonly retryAt: Instant | null };
  "forge.unreachable": { readonly host: string; readonly reason: string };
  "speech.failed": { readonly reason: string };
  /** `bytes` null when nobody said. */
  "file.too-large": { readonly bytes: number | null; readonly mostBytes: number };
  /** What is kept of files already leaves no room for it. */
  "file.no-room": { readonly mostBytes: number };
  /** The settings forbid taking it up; `why` as the rest of a sentence that begins with "it". */
  "file.withheld": { readonly why: string };
  "file.unavailable": { readonly reason: string };
  "telegram.unauthorized": { readonly reason: string };
  "telegram.conflict": { readonly reason: string };
  "telegram.unreachable": { readonly reason: string };
};
export type RepositoryRefusal =
  | "not-found"
  | "not-a-repository"
  | "no-commit"
  | "unreadable"
  | "unreachable"
  | "submodules-missing";
export type FaultCode = keyof FaultData;
/** `Fault` narrowed by its code: `if (isFault(error, "model.none")) error.data.hint`. */
export type FaultOf<Code extends FaultCode> = Fault & { readonly code: Code; readonly data: FaultData[Code] };

/** The outside failed. Thrown by rim folders, told to people in one place. Its `data` never holds a secret. */
export class Fault<Code extends FaultCode = FaultCode> extends Error {
  readonly code: Code;
  readonly data: FaultData[Code];
  constructor(code: Code, data: FaultData[Code], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = "Fault";
    this.code = code;
    this.data = data;
  }
}
export function isFault<Code extends FaultCode>(error: unknown, code: Code): error is FaultOf<Code> {
  return error instanceof Fault && error.code === code;
}

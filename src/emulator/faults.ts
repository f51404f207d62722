/** Trouble on order: what a network, a proxy or Telegram itself may do to a request, in a way that can be repeated. */
export type Fault =
  /** The connection ends; whether the request had its effect is said by `when`. */
  | { readonly kind: "break"; readonly when: "before" | "after" }
  /** The answer waits, by the clock. */
  | { readonly kind: "delay"; readonly ms: number; readonly when?: "before" | "after" }
  /** The next updates handed out are handed out twice in a row, under the same ids. */
  | { readonly kind: "duplicate-update" }
  /** The effect happens; its answer stands twice in the body, which no client can read. */
  | { readonly kind: "duplicate-answer" }
  | { readonly kind: "too-many-requests"; readonly retryAfter: number }
  /** 500 is Telegram's own JSON, 502 the HTML page of the proxy before it. */
  | { readonly kind: "server-error"; readonly code: 500 | 502; readonly when?: "before" | "after" }
  /** The effect happens; the body of the answer ends in the middle. */
  | { readonly kind: "malformed" };
type FaultKind = Fault["kind"] | "break-after" | "server-error-after";
type FaultTarget = { readonly method: string; readonly payload: Readonly<Record<string, unknown>> };
/** A method's name ("download": the bytes of a file, with its path as payload), several, or a question about the request. */
type FaultMatcher = string | readonly string[] | ((target: FaultTarget) => boolean);

export interface FaultPlan {
  /** Off: requests are never refused for being too many. On at the start. */
  rateLimits: boolean;
  /** Hits the next request that matches, once. Several for the same request happen to one after another. */
  next(matcher: FaultMatcher, fault: Fault): void;
  /**
   * From now on each matching request draws one fault by chance; the same seed and requests draw the same.
   * @param probabilities each 0..1, together at most 1
   */
  random(seed: number, probabilities: Readonly<Partial<Record<FaultKind, number>>>, matcher?: FaultMatcher): void;
  /** No more faults, ordered or random. */
  clear(): void;
  /** Ordered faults that no request has met yet. */
  readonly pending: number;
  /** How often each kind struck. */
  readonly struck: Readonly<Partial<Record<FaultKind, number>>>;
}
export interface FaultSource extends FaultPlan {
  /** The fault for this request, used up. */
  draw(target: FaultTarget): Fault | undefined;
}

type Random = {
  roll: () => number;
  probabilities: Readonly<Partial<Record<FaultKind, number>>>;
  matcher: FaultMatcher;
};

export function createFaults(): FaultSource {
  const ordered: { matcher: FaultMatcher; fault: Fault }[] = [];
  const struck: Partial<Record<FaultKind, number>> = {};
  let random: Random | undefined;
  const pick = (target: FaultTarget): Fault | undefined => {
    const index = ordered.findIndex(({ matcher }) => matches(matcher, target));
    if (index >= 0) return ordered.splice(index, 1)[0]?.fault;
    return random !== undefined && matches(random.matcher, target) ? rollFault(random) : undefined;
  };
  return {
    rateLimits: true,
    struck,
    get pending() {
      return ordered.length;
    },
    next: (matcher, fault) => void ordered.push({ matcher, fault }),
    random(seed, probabilities, matcher = () => true) {
      random = { roll: createRoll(seed), probabilities, matcher };
    },
    clear() {
      ordered.length = 0;
      random = undefined;
    },
    draw(target) {
      const fault = pick(target);
      if (fault !== undefined) struck[nameOf(fault)] = (struck[nameOf(fault)] ?? 0) + 1;
      return fault;
    },
  };
}

function matches(matcher: FaultMatcher, target: FaultTarget): boolean {
  if (typeof matcher === "function") return matcher(target);
  return typeof matcher === "string" ? matcher === target.method : matcher.includes(target.method);
}

function nameOf(fault: Fault): FaultKind {
  return (fault.kind === "break" || fault.kind === "server-error") && fault.when === "after"
    ? `${fault.kind}-after`
    : fault.kind;
}

function rollFault({ roll, probabilities }: Random): Fault | undefined {
  let left = roll();
  const size = roll();
  for (const kind of Object.keys(probabilities).sort() as FaultKind[]) {
    left -= probabilities[kind] ?? 0;
    if (left < 0) return makeFault(kind, size);
  }
  return undefined;
}

function makeFault(kind: FaultKind, size: number): Fault {
  switch (kind) {
    case "break":
      return { kind, when: "before" };
    case "break-after":
      return { kind: "break", when: "after" };
    case "delay":
      return { kind, ms: Math.floor(size * 2000) };
    case "too-many-requests":
      return { kind, retryAfter: 1 + Math.floor(size * 3) };
    case "server-error":
      return { kind, code: size < 0.5 ? 500 : 502 };
    case "server-error-after":
      return { kind: "server-error", code: size < 0.5 ? 500 : 502, when: "after" };
    case "duplicate-update":
    case "duplicate-answer":
    case "malformed":
      return { kind };
  }
}

/** mulberry32: small, fast, the same everywhere. Numbers in [0, 1). */
function createRoll(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

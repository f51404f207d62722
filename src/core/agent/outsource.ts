import type { EmptyPurse, Purse, ToolCall } from "../ports/model.ts";
import type { Outsource, OutsourcedPiece } from "../tools/tool.ts";
import { askForMore, endOf } from "./ask-for-more.ts";
import type { Raise, Short } from "./budget.ts";
import { type AgentDependencies, type AgentEnd, type Paying, report } from "./job.ts";

/** What one call may hand over, and whose money ran out meanwhile; `at`: how many calls were answered before it. */
export type Handing = Outsource & { unfilled(): Unfilled | null };
/** A request that was not paid for in the end, and why people gave no more until then. */
type Unfilled = { readonly short: Short; readonly raise: Exclude<Raise, { kind: "raised" }> };
type Run = Paying & { readonly deps: Pick<AgentDependencies, "bench" | "onProgress"> };
type Call = { readonly name: string; readonly at: number };
/** One run of a coding CLI, from its beginning to its end. */
type Piece = {
  readonly call: Call;
  readonly run: Run;
  readonly wish: Parameters<Outsource["begin"]>[0];
  readonly purse: Purse;
  /** The purse that a person was asked to fill, and since when it waits for them; null: it works. */
  held: { readonly since: number; readonly empty: EmptyPurse } | null;
  heldMs: number;
  /** All requests that find a purse empty wait for one answer. */
  asking: Promise<Raise> | null;
  unfilled: Unfilled | null;
  /** What failed while it was held: it ends by that. */
  broken: { readonly error: unknown } | null;
};
/** At the end of its time it is looked again, and not more often. */
const SHORTEST_LOOK_MS = 1000;

export function createOutsource(call: Call, run: Run): Handing {
  const pieces: Piece[] = [];
  const { bench, budget } = run.deps;
  return {
    open: bench.withDoor.bind(bench),
    begin(wish) {
      const purse = budget.purseOf(wish.cli, wish.ceilingUsd);
      const piece: Piece = {
        call,
        run,
        wish,
        purse,
        held: null,
        heldMs: 0,
        asking: null,
        unfilled: null,
        broken: null,
      };
      pieces.push(piece);
      return beginPiece(piece);
    },
    unfilled: () => pieces.findLast(({ unfilled }) => unfilled !== null)?.unfilled ?? null,
  };
}

/**
 * What the call handed over ended without the money it wanted. The answer is kept by now, with what was changed. A person who has not decided
 * is waited for as with the work's own requests. Where there is nobody to ask, or the CLI alone gets no more, the work goes on.
 */
export async function goOnWithout(
  { unfilled }: Handing,
  { name }: Pick<ToolCall, "name">,
  run: Run,
): Promise<AgentEnd | null> {
  const left = unfilled();
  if (left === null) return null;
  const { short, raise } = left;
  const so = raise.kind === "stopped" ? await askAgain(short, name, run) : raise;
  if (so.kind === "raised") return null;
  if (so.kind === "refused" && (so.by === "nobody" || short.cli !== undefined)) return null;
  return endOf(so, run);
}
/** It ended by itself while a person was asked, who may answer yet. */
async function askAgain(short: Short, name: string, run: Run): Promise<Raise> {
  const lines = ["Its money is used up, and it ended: more is asked for, see below."];
  report(run.deps, { tool: `${name}: out of money`, since: run.deps.clock.now(), lastLines: lines });
  return askForMore(short, run);
}

function beginPiece(piece: Piece): OutsourcedPiece {
  const { job } = piece.run;
  const [over, late] = [new AbortController(), new AbortController()];
  const stop = AbortSignal.any([job.signal, over.signal]);
  const watched = endInTime(piece, stop, late);
  return {
    purse: {
      reserve: (worstUsd, signal) =>
        reserveOrAsk(worstUsd, piece, { stop, signal }).catch((error: unknown) => {
          piece.broken ??= { error };
          late.abort();
          throw error;
        }),
    },
    signal: AbortSignal.any([job.signal, late.signal]),
    heldBy: () => piece.held?.empty ?? null,
    isLate: () => late.signal.aborted && !job.signal.aborted,
    async [Symbol.asyncDispose]() {
      over.abort();
      await watched;
      await piece.asking?.catch(() => undefined);
      if (piece.broken !== null) throw piece.broken.error;
    },
  };
}
/** The time that a person takes to answer is not time of its work. */
async function endInTime(piece: Piece, stop: AbortSignal, late: AbortController): Promise<void> {
  const { clock } = piece.run.deps;
  const began = clock.now();
  for (let left = piece.wish.timeoutMs; left > 0;) {
    await clock.sleep(Math.max(left, SHORTEST_LOOK_MS), stop);
    if (stop.aborted) return;
    const held = piece.heldMs + (piece.held === null ? 0 : clock.now() - piece.held.since);
    left = piece.wish.timeoutMs - (clock.now() - began - held);
  }
  late.abort();
}

/** A request whose purse a person may fill waits until they have, or have not: what asks for it goes on, or ends, by that. */
async function reserveOrAsk(
  worstUsd: number | null,
  piece: Piece,
  { stop, signal }: { readonly stop: AbortSignal; readonly signal: AbortSignal | undefined },
): ReturnType<OutsourcedPiece["purse"]["reserve"]> {
  for (;;) {
    const reserved = await piece.purse.reserve(worstUsd);
    if (reserved.kind !== "empty") return reserved;
    const short = shortOf(reserved, worstUsd, piece);
    // What people, or nobody, gave no more for is not asked again while the same program runs.
    if (short === null || piece.unfilled !== null || stop.aborted) return reserved;
    piece.asking ??= hold({ short, empty: reserved }, piece, stop).finally(() => (piece.asking = null));
    const raise = await piece.asking;
    // Also of one that is gone: it may be the program that ended, and a person is asked for the work then.
    if (raise.kind !== "raised") piece.unfilled ??= { short, raise };
    // Whoever is gone meanwhile must not take what was given for those who wait.
    if (raise.kind !== "raised" || signal?.aborted === true) return reserved;
  }
}
/** Null: no person's yes fills it, but the day or the settings. */
function shortOf(empty: EmptyPurse, worstUsd: number | null, { wish }: Piece): Short | null {
  if (empty.purse === "task") return { worstUsd };
  return empty.purse === "cli" ? { worstUsd, cli: { name: wish.cli, ceilingUsd: wish.ceilingUsd } } : null;
}
type Wanted = { readonly short: Short; readonly empty: EmptyPurse };
async function hold({ short, empty }: Wanted, piece: Piece, stop: AbortSignal): Promise<Raise> {
  const { call, run } = piece;
  const { clock } = run.deps;
  const since = clock.now();
  piece.held = { since, empty };
  const lines = ["Its money is used up. It is held: more is asked for, see below."];
  report(run.deps, { tool: `${call.name}: out of money`, since, lastLines: lines });
  const raise = await keepAndAsk(short, piece, stop)
    .catch((error: unknown): Raise => {
      // The program ended by itself: nothing is held any more.
      if (stop.aborted) return { kind: "stopped" };
      throw error;
    })
    .finally(() => {
      piece.heldMs += clock.now() - since;
      piece.held = null;
    });
  if (raise.kind === "raised")
    report(run.deps, { tool: call.name, since: clock.now(), lastLines: ["It has more money, and goes on."] });
  return raise;
}
async function keepAndAsk(short: Short, piece: Piece, stop: AbortSignal): Promise<Raise> {
  await keepUntilHere(piece, stop);
  return askForMore(short, piece.run, stop);
}
/** People may take long, and the process may end meanwhile: the call is then made anew, on what was changed until here. */
async function keepUntilHere({ call, run }: Piece, stop: AbortSignal): Promise<void> {
  const { bench, journal } = run.deps;
  const kept = await bench.snapshot(stop);
  if (kept.kind !== "kept" || kept.commit === journal.read().commit) return;
  await journal.part(partOfHold(call.at)).append({ message: { role: "user", text: HELD }, snapshot: kept.commit });
}
/** In nobody's conversation, the task's or a part's: those are counted from 0. */
function partOfHold(at: number): number {
  return -1 - at;
}
const HELD = "The work is held until a person has decided about more money. What was changed until then is kept.";
